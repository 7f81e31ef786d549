//! Periodic review (`recompletement`): at fixed dates the available stock is brought up to a level
//! that covers the lead time and the time until the next review.
//! Level = safety stock + consumption × (period + lead time).

use rust_decimal::Decimal;

use super::options::calculated;
use super::single_values::ValueSheet;
use super::{Consumption, Reserve};
use crate::domain::planning::calculator::Request;
use crate::domain::planning::tree::Problems;
use crate::domain::planning::worksheet::{CalculationError, RowHead, Worksheet};

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
    "periode",
    "periode_revue",
    "disponible",
    "unite",
];

/// An article reviewed at fixed dates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PeriodicReviewInput {
    /// Unit of the quantities; may be empty.
    pub unit: String,
    /// Consumption.
    pub consumption: Consumption,
    /// Lead time, in periods of the consumption.
    pub lead_time: Decimal,
    /// Time between two reviews, in periods of the consumption.
    pub review: Decimal,
    /// Safety stock.
    pub reserve: Reserve,
    /// Available stock at the review (stock plus orders on the way), when stated.
    pub available: Option<Decimal>,
}

/// The sheet of the level, and of the order when the available stock is stated.
///
/// # Errors
/// A negative lead time or a negative period.
pub fn worksheet(input: &PeriodicReviewInput) -> Result<Worksheet, CalculationError> {
    if input.lead_time < Decimal::ZERO || input.review < Decimal::ZERO {
        return Err(CalculationError::impossible("un délai ou une période est négatif"));
    }
    let unit = input.unit.as_str();
    let mut sheet = ValueSheet::new("Recomplètement périodique");
    let (consumption, _) = input.consumption.add(&mut sheet, unit);
    let head = RowHead::new("periode", "Période de révision").unit("périodes");
    let review = sheet.given(head, input.review);
    let head = RowHead::new("delai", "Délai d'obtention").unit("périodes");
    let lead_time = sheet.given(head, input.lead_time);
    let reserve = input.reserve.add(&mut sheet, consumption, unit);
    let head = RowHead::new("niveau", "Niveau de recomplètement").unit(unit);
    let level = sheet.computed(head, reserve + consumption * (review + lead_time));
    if let Some(available) = input.available {
        let head = RowHead::new("disponible", "Stock disponible").unit(unit);
        let available = sheet.given(head, available);
        let head = RowHead::new("quantite", "Quantité à commander").unit(unit);
        sheet.computed(head, (level - available).at_least_zero());
    }
    Ok(sheet.finish())
}

/// Reads the options and builds the sheet.
pub fn calculate(request: &Request<'_>, problems: &mut Problems) -> Option<Worksheet> {
    calculated(request, problems, read, worksheet)
}

fn read(request: &Request<'_>, problems: &mut Problems) -> Option<PeriodicReviewInput> {
    let options = &request.options;
    let unit = options.field("unite").text_or("", problems);
    let consumption = Consumption::read(options, problems);
    let lead_time = options.field("delai").required_quantity(problems);
    let review = options.any_field(&["periode", "periode_revue"]).required_quantity(problems);
    let reserve = Reserve::read(options, problems);
    let available = options.field("disponible").number(problems);
    Some(PeriodicReviewInput {
        unit,
        consumption: consumption?,
        lead_time: lead_time?,
        review: review?,
        reserve: reserve?,
        available,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_brings_the_available_stock_up_to_the_level() {
        let mut input = PeriodicReviewInput {
            unit: String::new(),
            consumption: Consumption::PerPeriod(Decimal::from(25)),
            lead_time: Decimal::TWO,
            review: Decimal::from(4),
            reserve: Reserve::Quantity(Decimal::from(25)),
            available: Some(Decimal::from(75)),
        };
        let order = |input: &PeriodicReviewInput| {
            let sheet = worksheet(input).expect("a sheet");
            let values = sheet.evaluate().expect("evaluates");
            let level = sheet.find("niveau", "valeur").expect("the cell is there");
            let id = sheet.find("quantite", "valeur").expect("the cell is there");
            (sheet.working(level, &values), sheet.working(id, &values))
        };
        let (level, quantity) = order(&input);
        assert_eq!(level, "Niveau de recomplètement = 25 + 25 × (4 + 2) = 175");
        assert_eq!(quantity, "Quantité à commander = 175 − 75 = 100");
        input.available = Some(Decimal::from(200));
        assert_eq!(order(&input).1, "Quantité à commander = 175 − 200 = −25, donc 0");
    }
}
