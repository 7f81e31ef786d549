//! What a formula gives, as exact text for the answer. The engine computes with binary floats: this
//! is the one place where they exist, and where they become decimals again.

use ironcalc_base::expressions::token::Error as EngineError;
use ironcalc_base::types::FormulaValue;
use rust_decimal::Decimal;

use super::SheetProblem;
use crate::domain::case_study::CellPosition;
use crate::domain::french::format_decimal;

/// Nearer to zero than this, a result is the noise of a subtraction.
const NOISE: f64 = 1e-10;
/// From here on, a decimal cannot hold twelve digits before its point.
const TOO_LARGE: f64 = 1e28;

/// The value of a cell.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum SheetValue {
    /// Nothing.
    #[default]
    Empty,
    /// A number; computed ones have 12 significant digits at most.
    Number(Decimal),
    /// A text.
    Text(String),
    /// True or false.
    Logical(bool),
    /// No value, and why.
    Problem(SheetProblem),
}

impl SheetValue {
    /// What the cell shows, in French: "1 250,75", "VRAI", "#DIV/0!".
    pub fn shown(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Number(number) => format_decimal(number.normalize()),
            Self::Text(text) => text.clone(),
            Self::Logical(true) => "VRAI".to_owned(),
            Self::Logical(false) => "FAUX".to_owned(),
            Self::Problem(problem) => problem.code().to_owned(),
        }
    }
}

/// What the engine says of a formula.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Outcome {
    /// Its value.
    Value(SheetValue),
    /// An error, and the cell where it began when that is another one.
    Error(EngineError, Option<CellPosition>),
}

/// Reads the result of a formula.
pub(super) fn outcome(value: &FormulaValue) -> Outcome {
    match value {
        FormulaValue::Unevaluated => Outcome::Error(EngineError::ERROR, None),
        FormulaValue::Boolean(truth) => Outcome::Value(SheetValue::Logical(*truth)),
        FormulaValue::Text(text) => Outcome::Value(SheetValue::Text(text.clone())),
        FormulaValue::Number(number) => from_float(*number)
            .map_or(Outcome::Error(EngineError::NUM, None), |number| {
                Outcome::Value(SheetValue::Number(number))
            }),
        FormulaValue::Error { ei, d } => {
            // "Feuil1!C4"
            let origin = d.o.rsplit('!').next().and_then(CellPosition::from_reference);
            Outcome::Error(ei.clone(), origin)
        }
    }
}

/// The nearest float, for the engine.
pub(super) fn to_float(number: Decimal) -> f64 {
    number.to_string().parse().unwrap_or_default()
}

/// The decimal with 12 significant digits; `None` when it is too large.
fn from_float(number: f64) -> Option<Decimal> {
    if number.abs() < NOISE {
        return Some(Decimal::ZERO);
    }
    if !number.is_finite() || number.abs() >= TOO_LARGE {
        return None;
    }
    Decimal::from_scientific(&format!("{number:.11e}")).ok().map(|decimal| decimal.normalize())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        Decimal::from_str_exact(text).unwrap()
    }

    #[test]
    fn the_noise_of_floats_is_not_shown() {
        assert_eq!(from_float(0.1 + 0.2), Some(decimal("0.3")));
        assert_eq!(from_float(0.3 - 0.1 - 0.2), Some(Decimal::ZERO));
        assert_eq!(from_float(-0.0), Some(Decimal::ZERO));
        assert_eq!(from_float(1.0 / 3.0), Some(decimal("0.333333333333")));
        assert_eq!(from_float(56.0), Some(decimal("56")));
        assert_eq!(from_float(1_234_567.25), Some(decimal("1234567.25")));
        assert_eq!(from_float(-2.5e-7), Some(decimal("-0.00000025")));
        assert_eq!(from_float(3e20), Some(decimal("300000000000000000000")));
    }

    #[test]
    fn what_no_decimal_holds_is_no_number() {
        for number in [f64::NAN, f64::INFINITY, 1e28, -1e300] {
            assert_eq!(from_float(number), None);
        }
    }

    #[test]
    fn values_are_shown_in_french() {
        assert_eq!(SheetValue::Number(decimal("1250.750")).shown(), "1\u{202f}250,75");
        assert_eq!(SheetValue::Number(decimal("-3")).shown(), "−3");
        assert_eq!(SheetValue::Logical(true).shown(), "VRAI");
        assert_eq!(SheetValue::Problem(SheetProblem::DivisionByZero).shown(), "#DIV/0!");
        assert_eq!(SheetValue::Empty.shown(), "");
    }

    #[test]
    fn the_cell_where_an_error_begins_is_read() {
        let error =
            FormulaValue::new_error(EngineError::DIV, "Feuil1!C4".to_owned(), String::new());
        let began = CellPosition { row: 3, column: 2 };
        assert_eq!(outcome(&error), Outcome::Error(EngineError::DIV, Some(began)));
    }

    proptest::proptest! {
        #[test]
        fn decimals_of_twelve_digits_pass_through_the_engine_unchanged(
            mantissa in -10i64.pow(12) + 1..10i64.pow(12),
            scale in 0u32..9,
        ) {
            let number = Decimal::new(mantissa, scale);
            proptest::prop_assert_eq!(from_float(to_float(number)), Some(number.normalize()));
        }
    }
}
