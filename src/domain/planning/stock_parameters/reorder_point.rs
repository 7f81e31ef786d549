//! Reorder point (`point_de_commande`): the stock at which an order must be placed so that it
//! arrives in time. Point = consumption × lead time + safety stock.

use rust_decimal::Decimal;

use super::options::calculated;
use super::single_values::ValueSheet;
use super::{Consumption, Reserve};
use crate::domain::planning::calculator::Request;
use crate::domain::planning::tree::Problems;
use crate::domain::planning::worksheet::{CalculationError, CellId, RowHead, Worksheet};

/// Options read.
pub const OPTIONS: &[&str] = &[
    "consommation",
    "consommation_annuelle",
    "demande_annuelle",
    "periodes_par_an",
    "jours_par_an",
    "semaines_par_an",
    "stock_securite",
    "securite_periodes",
    "delai",
    "quantite",
    "unite",
];

/// An article ordered at a point.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReorderPointInput {
    /// Unit of the quantities; may be empty.
    pub unit: String,
    /// Consumption.
    pub consumption: Consumption,
    /// Lead time, in periods of the consumption.
    pub lead_time: Decimal,
    /// Safety stock.
    pub reserve: Reserve,
    /// Quantity of each order, when stated: it gives how many there are and the average stock.
    pub order_quantity: Option<Decimal>,
}

/// The sheet of the reorder point.
///
/// # Errors
/// A negative lead time.
pub fn worksheet(input: &ReorderPointInput) -> Result<Worksheet, CalculationError> {
    if input.lead_time < Decimal::ZERO {
        return Err(CalculationError::impossible("le délai est négatif"));
    }
    let unit = input.unit.as_str();
    let mut sheet = ValueSheet::new("Point de commande");
    let (consumption, yearly) = input.consumption.add(&mut sheet, unit);
    let head = RowHead::new("delai", "Délai d'obtention").unit("périodes");
    let lead_time = sheet.given(head, input.lead_time);
    let head = RowHead::new("demande_delai", "Demande pendant le délai").unit(unit);
    let demand = sheet.computed(head, consumption * lead_time);
    let reserve = input.reserve.add(&mut sheet, consumption, unit);
    let head = RowHead::new("point_commande", "Point de commande").unit(unit);
    sheet.computed(head, demand + reserve);
    if let Some(quantity) = input.order_quantity {
        let cells = OrderCells { consumption, yearly, reserve };
        cells.add(&mut sheet, quantity, unit);
    }
    Ok(sheet.finish())
}

/// Cells that describe orders of a fixed quantity.
struct OrderCells {
    consumption: CellId,
    yearly: Option<CellId>,
    reserve: CellId,
}

impl OrderCells {
    /// Rows of the number of orders, of the time between two, and of the stock that they leave.
    fn add(&self, sheet: &mut ValueSheet, quantity: Decimal, unit: &str) {
        let head = RowHead::new("quantite", "Quantité d'une commande").unit(unit);
        let quantity = sheet.given(head, quantity);
        let (label, demand) = match self.yearly {
            Some(yearly) => ("Nombre de commandes par an", yearly),
            None => ("Nombre de commandes par période", self.consumption),
        };
        sheet.computed(RowHead::new("nombre_commandes", label), demand / quantity);
        let head = RowHead::new("intervalle", "Intervalle entre deux commandes").unit("périodes");
        sheet.computed(head, quantity / self.consumption);
        let head = RowHead::new("stock_moyen", "Stock moyen").unit(unit);
        sheet.computed(head, quantity / 2u32 + self.reserve);
        let head = RowHead::new("stock_maximal", "Stock maximal").unit(unit);
        sheet.computed(head, quantity + self.reserve);
    }
}

/// Reads the options and builds the sheet.
pub fn calculate(request: &Request<'_>, problems: &mut Problems) -> Option<Worksheet> {
    calculated(request, problems, read, worksheet)
}

fn read(request: &Request<'_>, problems: &mut Problems) -> Option<ReorderPointInput> {
    let options = &request.options;
    let unit = options.field("unite").text_or("", problems);
    let consumption = Consumption::read(options, problems);
    let lead_time = options.field("delai").required_quantity(problems);
    let reserve = Reserve::read(options, problems);
    let quantity = options.field("quantite");
    let order_quantity = if quantity.is_missing() { None } else { quantity.positive(problems) };
    Some(ReorderPointInput {
        unit,
        consumption: consumption?,
        lead_time: lead_time?,
        reserve: reserve?,
        order_quantity,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn point(consumption: Consumption, lead_time: i64, reserve: Reserve) -> (Decimal, String) {
        let input = ReorderPointInput {
            unit: String::new(),
            consumption,
            lead_time: Decimal::from(lead_time),
            reserve,
            order_quantity: None,
        };
        let sheet = worksheet(&input).expect("a sheet");
        let values = sheet.evaluate().expect("evaluates");
        let id = sheet.find("point_commande", "valeur").expect("the cell is there");
        (values.number(id).expect("a number"), sheet.working(id, &values))
    }

    #[test]
    fn the_point_covers_the_lead_time_and_the_reserve() {
        let daily = Consumption::PerPeriod(Decimal::from(25));
        let (found, working) = point(daily, 3, Reserve::Periods(Decimal::TWO));
        assert_eq!(found, Decimal::from(125));
        assert_eq!(working, "Point de commande = 75 + 50 = 125");
        let weeks = Decimal::from(50);
        let yearly = Consumption::OverYear { quantity: Decimal::ONE_HUNDRED, periods: weeks };
        assert_eq!(point(yearly, 2, Reserve::Quantity(Decimal::ZERO)).0, Decimal::from(4));
    }

    #[test]
    fn the_quantity_of_an_order_gives_their_number() {
        let periods = Decimal::from(50);
        let input = ReorderPointInput {
            unit: String::new(),
            consumption: Consumption::OverYear { quantity: Decimal::ONE_HUNDRED, periods },
            lead_time: Decimal::TWO,
            reserve: Reserve::Quantity(Decimal::from(3)),
            order_quantity: Some(Decimal::from(20)),
        };
        let sheet = worksheet(&input).expect("a sheet");
        let values = sheet.evaluate().expect("evaluates");
        for (row, expected) in [
            ("nombre_commandes", 5),
            ("intervalle", 10),
            ("stock_moyen", 13),
            ("stock_maximal", 23),
        ] {
            let id = sheet.find(row, "valeur").expect("the cell is there");
            assert_eq!(values.number(id), Some(Decimal::from(expected)), "{row}");
        }
    }
}
