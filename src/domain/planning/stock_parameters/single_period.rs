//! One order for one season (`vendeur_journaux`, newsvendor): the quantity that balances what one
//! unit left over costs and what one unit short costs, for a normal demand.

use rust_decimal::Decimal;

use super::normal_law::{density, deviations, probability};
use super::options::calculated;
use super::single_values::ValueSheet;
use crate::domain::planning::calculator::Request;
use crate::domain::planning::tree::Problems;
use crate::domain::planning::worksheet::{
    CalculationError, CellId, Formula, RowHead, Value, Worksheet, rule, shown_number,
};

/// Options read.
pub const OPTIONS: &[&str] =
    &["unite", "moyenne", "ecart_type", "cout_invendu", "cout_manque", "quantite"];

/// A season, its demand and its costs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SinglePeriodInput {
    /// Unit of the quantities; may be empty.
    pub unit: String,
    /// Mean demand.
    pub mean: Decimal,
    /// Standard deviation of the demand.
    pub deviation: Decimal,
    /// Cost of one unit left over, in euros.
    pub overage_cost: Decimal,
    /// Cost of one unit short, in euros.
    pub underage_cost: Decimal,
    /// Another quantity whose cost is wanted, if any.
    pub quantity: Option<Decimal>,
}

/// The sheet of the best quantity and of its expected cost.
///
/// # Errors
/// A standard deviation or a cost that is not above zero.
pub fn worksheet(input: &SinglePeriodInput) -> Result<Worksheet, CalculationError> {
    let positive = [input.deviation, input.overage_cost, input.underage_cost];
    if positive.iter().any(|value| *value <= Decimal::ZERO) {
        return Err(CalculationError::impossible("l'écart type et les coûts sont positifs"));
    }
    let unit = input.unit.as_str();
    let mut sheet = ValueSheet::new("Quantité d'une période unique");
    let mean = sheet.given(RowHead::new("moyenne", "Demande moyenne").unit(unit), input.mean);
    let head = RowHead::new("ecart_type", "Écart type de la demande").unit(unit);
    let deviation = sheet.given(head, input.deviation);
    let head = RowHead::new("cout_invendu", "Coût d'une unité invendue").unit("€");
    let over = sheet.given(head, input.overage_cost);
    let head = RowHead::new("cout_manque", "Coût d'une unité manquante").unit("€");
    let under = sheet.given(head, input.underage_cost);
    let head = RowHead::new("ratio_critique", "Ratio critique");
    let ratio = sheet.computed(head, under / (over + under));
    let z = sheet.computed(RowHead::new("z", "Nombre d'écarts types").short("z"), quantile(ratio));
    let head = RowHead::new("quantite", "Quantité à commander").unit(unit);
    let quantity = sheet.computed(head, mean + z * deviation);
    let cells = CostCells { mean, deviation, over, under };
    cells.add(&mut sheet, "", quantity, z);
    if let Some(other) = input.quantity {
        sheet.group("Autre quantité");
        let head = RowHead::new("autre.quantite", "Autre quantité").unit(unit);
        let other = sheet.given(head, other);
        let head = RowHead::new("autre.z", "Nombre d'écarts types").short("z");
        let z = sheet.computed(head, (other - mean) / deviation);
        cells.add(&mut sheet, "autre.", other, z);
    }
    Ok(sheet.finish())
}

/// Cells that an expected cost is computed from.
#[derive(Clone, Copy)]
struct CostCells {
    mean: CellId,
    deviation: CellId,
    over: CellId,
    under: CellId,
}

impl CostCells {
    /// Rows of the units short and left over that are expected, and of their cost.
    fn add(self, sheet: &mut ValueSheet, prefix: &str, quantity: CellId, z: CellId) {
        let row = |key: &str, label: &str| RowHead::new(format!("{prefix}{key}"), label);
        let loss = sheet.computed(row("perte", "Perte normale L(z)"), normal_loss(z));
        let short = sheet.computed(row("manquants", "Manquants attendus"), self.deviation * loss);
        let left = quantity - self.mean + short;
        let left = sheet.computed(row("invendus", "Invendus attendus"), left);
        let cost = self.over * left + self.under * short;
        sheet.computed(row("cout", "Coût attendu").unit("€"), cost);
    }
}

fn first_number(values: &[Value]) -> Result<Decimal, CalculationError> {
    values.first().map_or(Ok(Decimal::ZERO), Value::number)
}

fn quantile(ratio: CellId) -> Formula {
    rule(
        vec![ratio.into()],
        |values| Ok(deviations(first_number(values)?)?.into()),
        |values, _| {
            let ratio = first_number(values).unwrap_or_default();
            format!("loi normale pour {}", shown_number(ratio).0)
        },
    )
}

/// Expected excess of a standard normal variable over z: φ(z) − z (1 − Φ(z)).
fn normal_loss(z: CellId) -> Formula {
    rule(
        vec![z.into()],
        |values| {
            let z = first_number(values)?;
            let above = Decimal::ONE - probability(z)?;
            let part = z.checked_mul(above).ok_or(CalculationError::Overflow)?;
            let loss = density(z)?.checked_sub(part).ok_or(CalculationError::Overflow)?;
            Ok(loss.into())
        },
        |values, _| {
            let z = shown_number(first_number(values).unwrap_or_default()).0;
            format!("densité en {z} − {z} × probabilité de dépasser {z}")
        },
    )
}

/// Reads the options and builds the sheet.
pub fn calculate(request: &Request<'_>, problems: &mut Problems) -> Option<Worksheet> {
    calculated(request, problems, read, worksheet)
}

fn read(request: &Request<'_>, problems: &mut Problems) -> Option<SinglePeriodInput> {
    let options = &request.options;
    let unit = options.field("unite").text_or("", problems);
    let mean = options.field("moyenne").required_quantity(problems);
    let deviation = options.field("ecart_type").positive(problems);
    let overage_cost = options.field("cout_invendu").positive(problems);
    let underage_cost = options.field("cout_manque").positive(problems);
    let quantity = options.field("quantite").quantity(problems);
    Some(SinglePeriodInput {
        unit,
        mean: mean?,
        deviation: deviation?,
        overage_cost: overage_cost?,
        underage_cost: underage_cost?,
        quantity,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn snyder_and_shen_example_4_3() {
        let decimal = |text: &str| Decimal::from_str_exact(text).expect("a number");
        let mut input = SinglePeriodInput {
            unit: String::new(),
            mean: decimal("50"),
            deviation: decimal("8"),
            overage_cost: decimal("0.18"),
            underage_cost: decimal("0.7"),
            quantity: Some(decimal("40")),
        };
        let sheet = worksheet(&input).expect("a sheet");
        let values = sheet.evaluate().expect("evaluates");
        for (row, expected) in
            [("quantite", "56.603956"), ("cout", "1.997605"), ("autre.cout", "7.356132")]
        {
            let id = sheet.find(row, "valeur").expect("the cell is there");
            let found = values.number(id).expect("a number").round_dp(6);
            assert_eq!(found, decimal(expected), "{row}");
        }
        input.deviation = Decimal::ZERO;
        assert!(worksheet(&input).is_err());
    }
}
