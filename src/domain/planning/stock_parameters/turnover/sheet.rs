//! The sheet of the rotation and of the cover.

use rust_decimal::Decimal;

use super::super::single_values::ValueSheet;
use super::{MAX_STOCKS, Outflow, StockLevel, TurnoverInput};
use crate::domain::planning::worksheet::{CalculationError, CellId, Formula, RowHead, Worksheet};

/// The sheet of the rotation and of the cover.
///
/// # Errors
/// No reading of the stock, too many, or a rotation aimed at without yearly consumption.
pub fn worksheet(input: &TurnoverInput) -> Result<Worksheet, CalculationError> {
    let unit = input.unit.as_str();
    let mut sheet = ValueSheet::new("Rotation et couverture du stock");
    let average = average_stock(&mut sheet, &input.stock, unit)?;
    let (yearly, daily) = consumption(&mut sheet, input);
    if let Some(yearly) = yearly {
        let rotation =
            sheet.computed(RowHead::new("rotation", "Taux de rotation"), yearly / average);
        let head = RowHead::new("couverture_mois", "Couverture en mois").unit("mois");
        sheet.computed(head, Formula::number(12) / rotation);
    }
    if let Some(daily) = daily {
        let head = RowHead::new("couverture", "Couverture en jours").unit("jours");
        sheet.computed(head, average / daily);
    }
    let value = value_of(&mut sheet, input, average);
    let target = match (input.target, yearly) {
        (None, _) => None,
        (Some(target), Some(yearly)) => Some(reduction(&mut sheet, target, yearly, average, unit)),
        (Some(_), None) => {
            return Err(CalculationError::impossible(
                "une rotation cible demande la consommation annuelle",
            ));
        }
    };
    if let Some(percent) = input.holding_rate {
        savings(&mut sheet, percent, &value, target);
    }
    Ok(sheet.finish())
}

/// Rows of the average stock.
fn average_stock(
    sheet: &mut ValueSheet,
    stock: &StockLevel,
    unit: &str,
) -> Result<CellId, CalculationError> {
    let head = RowHead::new("stock_moyen", "Stock moyen").unit(unit);
    let readings = match stock {
        StockLevel::Average(average) => return Ok(sheet.given(head, *average)),
        StockLevel::Readings(readings) => readings,
    };
    if readings.is_empty() || readings.len() > MAX_STOCKS {
        return Err(CalculationError::impossible(format!(
            "il faut de 1 à {MAX_STOCKS} relevés du stock"
        )));
    }
    let mut cells = Vec::with_capacity(readings.len());
    for (index, reading) in readings.iter().enumerate() {
        let rank = index + 1;
        let row = RowHead::new(format!("stock{rank}"), format!("Stock relevé {rank}")).unit(unit);
        cells.push(sheet.given(row, *reading));
    }
    let count = Formula::number(cells.len());
    Ok(sheet.computed(head, Formula::sum(cells) / count))
}

/// Rows of the consumption of a year and of a day, each when it is known.
fn consumption(sheet: &mut ValueSheet, input: &TurnoverInput) -> (Option<CellId>, Option<CellId>) {
    let unit = input.unit.as_str();
    let yearly = RowHead::new("consommation_annuelle", "Consommation annuelle").unit(unit);
    let daily = RowHead::new("consommation_jour", "Consommation par jour").unit(unit);
    let head = RowHead::new("jours_par_an", "Jours par an").unit("jours");
    let days = input.days.map(|days| sheet.given(head, days));
    match input.consumption {
        Outflow::Yearly(quantity) => {
            let yearly = sheet.given(yearly, quantity);
            (Some(yearly), days.map(|days| sheet.computed(daily, yearly / days)))
        }
        Outflow::Daily(quantity) => {
            let daily = sheet.given(daily, quantity);
            (days.map(|days| sheet.computed(yearly, daily * days)), Some(daily))
        }
    }
}

/// Value of the average stock: the stock itself, unless one unit has a cost.
struct StockValue {
    average: CellId,
    unit_cost: Option<CellId>,
}

/// Rows of the cost of one unit and of the value of the average stock, when a cost is known.
fn value_of(sheet: &mut ValueSheet, input: &TurnoverInput, average: CellId) -> StockValue {
    let Some(cost) = input.unit_cost else { return StockValue { average, unit_cost: None } };
    let cost = sheet.given(RowHead::new("cout_unitaire", "Coût unitaire").unit("€"), cost);
    let head = RowHead::new("valeur_stock", "Valeur du stock moyen").unit("€");
    let average = sheet.computed(head, average * cost);
    StockValue { average, unit_cost: Some(cost) }
}

/// Rows of the stock that a rotation asks for; gives the cell of the reduction.
fn reduction(
    sheet: &mut ValueSheet,
    target: Decimal,
    yearly: CellId,
    average: CellId,
    unit: &str,
) -> CellId {
    let target = sheet.given(RowHead::new("rotation_cible", "Taux de rotation visé"), target);
    let head = RowHead::new("stock_cible", "Stock moyen visé").unit(unit);
    let stock = sheet.computed(head, yearly / target);
    let head = RowHead::new("reduction", "Réduction du stock").unit(unit);
    sheet.computed(head, average - stock)
}

/// Rows of what the stock costs in a year, and of what the reduction saves.
fn savings(sheet: &mut ValueSheet, percent: Decimal, value: &StockValue, target: Option<CellId>) {
    let head = RowHead::new("taux_possession", "Taux de possession annuel").unit("%");
    let rate = sheet.given(head, percent);
    let head = RowHead::new("cout_possession", "Coût de possession annuel").unit("€");
    sheet.computed(head, value.average * rate / 100u32);
    if let Some(reduction) = target {
        let head = RowHead::new("economie", "Économie annuelle").unit("€");
        let saved = match value.unit_cost {
            Some(cost) => reduction * cost * rate / 100u32,
            None => reduction * rate / 100u32,
        };
        sheet.computed(head, saved);
    }
}
