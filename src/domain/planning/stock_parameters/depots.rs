//! Safety stock by number of depots (`depots`): the square root law. A reserve held in one place
//! grows with the square root of the number of places that share it.

use rust_decimal::Decimal;

use super::options::calculated;
use super::single_values::ValueSheet;
use crate::domain::planning::calculator::Request;
use crate::domain::planning::tree::Problems;
use crate::domain::planning::worksheet::{CalculationError, Formula, RowHead, Worksheet};

/// Options read.
pub const OPTIONS: &[&str] = &["stock_securite", "depots", "depots_futurs", "unite"];

/// A safety stock spread over depots.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DepotsInput {
    /// Unit of the stock; may be empty.
    pub unit: String,
    /// Safety stock of all depots today.
    pub reserve: Decimal,
    /// Depots today.
    pub depots: Decimal,
    /// Depots planned.
    pub planned: Decimal,
}

/// The sheet of the safety stock after the change.
///
/// # Errors
/// No depot.
pub fn worksheet(input: &DepotsInput) -> Result<Worksheet, CalculationError> {
    if input.depots < Decimal::ONE || input.planned < Decimal::ONE {
        return Err(CalculationError::impossible("il faut au moins un dépôt"));
    }
    let unit = input.unit.as_str();
    let mut sheet = ValueSheet::new("Stock de sécurité et nombre de dépôts");
    let head = RowHead::new("stock_securite", "Stock de sécurité total").unit(unit);
    let reserve = sheet.given(head, input.reserve);
    let depots = sheet.given(RowHead::new("depots", "Dépôts"), input.depots);
    let planned = sheet.given(RowHead::new("depots_futurs", "Dépôts prévus"), input.planned);
    let head = RowHead::new("stock_unique", "Stock de sécurité d'un dépôt unique").unit(unit);
    let single = sheet.computed(head, reserve / Formula::from(depots).square_root());
    let head = RowHead::new("stock_par_depot", "Stock de sécurité par dépôt prévu").unit(unit);
    let each = sheet.computed(head, single / Formula::from(planned).square_root());
    let head = RowHead::new("stock_total", "Stock de sécurité total prévu").unit(unit);
    sheet.computed(head, each * planned);
    Ok(sheet.finish())
}

/// Reads the options and builds the sheet.
pub fn calculate(request: &Request<'_>, problems: &mut Problems) -> Option<Worksheet> {
    calculated(request, problems, read, worksheet)
}

fn read(request: &Request<'_>, problems: &mut Problems) -> Option<DepotsInput> {
    let options = &request.options;
    let unit = options.field("unite").text_or("", problems);
    let reserve = options.field("stock_securite").required_quantity(problems);
    let depots = options.field("depots").quantity_or(Decimal::ONE, problems);
    let planned = options.field("depots_futurs").positive(problems);
    Some(DepotsInput { unit, reserve: reserve?, depots, planned: planned? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reserve_grows_with_the_square_root_of_the_depots() {
        let decimal = |number: i64| Decimal::from(number);
        let input = DepotsInput {
            unit: "€".to_owned(),
            reserve: decimal(600_000),
            depots: decimal(9),
            planned: decimal(25),
        };
        let sheet = worksheet(&input).expect("a sheet");
        let values = sheet.evaluate().expect("evaluates");
        for (row, expected) in
            [("stock_unique", 200_000), ("stock_par_depot", 40_000), ("stock_total", 1_000_000)]
        {
            let id = sheet.find(row, "valeur").expect("the cell is there");
            assert_eq!(values.number(id), Some(decimal(expected)), "{row}");
        }
        assert!(worksheet(&DepotsInput { planned: Decimal::ZERO, ..input }).is_err());
    }
}
