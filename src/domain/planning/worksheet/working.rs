//! The working of a cell as a short French sentence with its numbers.

use rust_decimal::Decimal;

use super::{CellContent, CellId, Evaluation, Formula, Value, Worksheet};
use crate::domain::french::format_decimal;

/// Decimals shown in a working; more are announced by « ≈ ».
const SHOWN_DECIMALS: u32 = 4;

/// A number as shown in a working, and whether digits were left out.
pub fn shown_number(number: Decimal) -> (String, bool) {
    let rounded = super::Rounding::nearest(SHOWN_DECIMALS).apply(number).normalize();
    (format_decimal(rounded), rounded != number.normalize())
}

/// How tightly the parts of a formula hold together.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Bond {
    Loose,
    Sum,
    /// Right of a minus sign.
    Subtracted,
    Product,
    /// Right of a division sign.
    Divisor,
}

impl Worksheet {
    /// "BN S3 = 50 + 20 − (15 + 0) = 55"; empty for a given cell.
    pub fn working(&self, id: CellId, values: &Evaluation) -> String {
        let Some(CellContent::Computed(formula)) = self.cell(id).map(|cell| &cell.content) else {
            return String::new();
        };
        let steps = Steps { values };
        if let Formula::Cell(carried) = formula {
            return format!(
                "{} = {} = {}",
                self.name(id),
                self.name(*carried),
                shown(values.value(id))
            );
        }
        format!("{} = {}", self.name(id), steps.sentence(formula, values.value(id)))
    }
}

struct Steps<'a> {
    values: &'a Evaluation,
}

impl Steps<'_> {
    /// Steps and result, without the name of the cell.
    fn sentence(&self, formula: &Formula, result: &Value) -> String {
        match formula {
            Formula::Maximum(terms) if Self::is_positive_part(terms) => {
                let inner = terms.get(1).unwrap_or(formula);
                let value = self.value(inner);
                let steps = self.sentence(inner, &value);
                if value == *result { steps } else { format!("{steps}, donc {}", shown(result)) }
            }
            Formula::Choose { left, comparison, right, then, otherwise } => {
                let pair = self.value(left).number().ok().zip(self.value(right).number().ok());
                let holds = pair.is_some_and(|(l, r)| comparison.holds(l, r));
                let sign = if holds { comparison.sign() } else { opposite(comparison.sign()) };
                let taken = if holds { then } else { otherwise };
                format!(
                    "{} (car {} {sign} {})",
                    self.sentence(taken, result),
                    self.part(left, Bond::Loose),
                    self.part(right, Bond::Loose),
                )
            }
            Formula::Rounded(inner, _) => {
                let value = self.value(inner);
                let steps = self.sentence(inner, &value);
                if shown(&value) == shown(result) {
                    steps
                } else {
                    format!("{steps}, arrondi à {}", shown(result))
                }
            }
            _ => {
                let steps = self.part(formula, Bond::Loose);
                let end = shown(result);
                if steps == end {
                    return steps;
                }
                let about = matches!(result, Value::Number(number) if shown_number(*number).1);
                format!("{steps} {} {end}", if about { "≈" } else { "=" })
            }
        }
    }

    fn is_positive_part(terms: &[Formula]) -> bool {
        matches!(terms, [Formula::Constant(Value::Number(zero)), _] if zero.is_zero())
    }

    fn value(&self, formula: &Formula) -> Value {
        formula.evaluate(&|id| Ok(self.values.value(id).clone())).unwrap_or_default()
    }

    fn part(&self, formula: &Formula, around: Bond) -> String {
        let (text, bond) = match formula {
            Formula::Constant(value) => return atom(value, around),
            Formula::Cell(id) => return atom(self.values.value(*id), around),
            Formula::Sum(terms) if terms.is_empty() => return "0".to_owned(),
            Formula::Sum(terms) => (self.joined(terms, " + ", Bond::Sum), Bond::Sum),
            Formula::Difference(left, right) => (
                format!(
                    "{} − {}",
                    self.part(left, Bond::Loose),
                    self.part(right, Bond::Subtracted)
                ),
                Bond::Sum,
            ),
            Formula::Product(factors) => {
                (self.joined(factors, " × ", Bond::Product), Bond::Product)
            }
            Formula::Quotient(left, right) => (
                format!("{} ÷ {}", self.part(left, Bond::Product), self.part(right, Bond::Divisor)),
                Bond::Product,
            ),
            Formula::Maximum(terms) => return format!("max({})", self.listed(terms)),
            Formula::Minimum(terms) => return format!("min({})", self.listed(terms)),
            Formula::Rounded(inner, _) => {
                return format!("arrondi({})", self.part(inner, Bond::Loose));
            }
            Formula::SquareRoot(inner) => return format!("√({})", self.part(inner, Bond::Loose)),
            Formula::Choose { .. } => return atom(&self.value(formula), around),
            Formula::Rule(rule, arguments) => {
                let values: Vec<_> = arguments.iter().map(|a| self.value(a)).collect();
                let text = rule.explain(&values, &self.value(formula));
                return if around == Bond::Loose { text } else { format!("({text})") };
            }
        };
        let loose = match around {
            Bond::Loose | Bond::Sum => false,
            Bond::Subtracted | Bond::Product => bond == Bond::Sum,
            Bond::Divisor => true,
        };
        if loose { format!("({text})") } else { text }
    }

    fn joined(&self, parts: &[Formula], sign: &str, bond: Bond) -> String {
        let parts: Vec<_> = parts
            .iter()
            .enumerate()
            .map(|(rank, part)| {
                // The first term needs no parentheses around its minus sign.
                let around = if rank == 0 && bond == Bond::Sum { Bond::Loose } else { bond };
                self.part(part, around)
            })
            .collect();
        parts.join(sign)
    }

    fn listed(&self, parts: &[Formula]) -> String {
        let parts: Vec<_> = parts.iter().map(|part| self.part(part, Bond::Loose)).collect();
        parts.join(" ; ")
    }
}

fn shown(value: &Value) -> String {
    match value {
        Value::Number(number) => shown_number(*number).0,
        Value::Empty => "0".to_owned(),
        other => other.to_string(),
    }
}

fn atom(value: &Value, around: Bond) -> String {
    let text = shown(value);
    if around > Bond::Loose && text.starts_with('−') { format!("({text})") } else { text }
}

fn opposite(sign: &str) -> &'static str {
    match sign {
        "<" => "≥",
        "≤" => ">",
        ">" => "≤",
        "≥" => "<",
        "=" => "≠",
        _ => "=",
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Comparison, Rounding, RowHead};
    use super::*;

    /// One column; rows a, b, c given, and one computed row.
    fn sentence(numbers: &[i64], make: impl Fn(&[CellId]) -> Formula) -> String {
        let mut sheet = Worksheet::new("essai");
        let column = sheet.column("S3", "S3");
        sheet.column("S4", "S4");
        let cells: Vec<_> = numbers
            .iter()
            .map(|number| {
                let row = sheet.row(RowHead::new(format!("r{number}"), "x"));
                sheet.given(row, column, Decimal::from(*number))
            })
            .collect();
        let row = sheet.row(RowHead::new("BN", "Besoin net").short("BN"));
        let id = sheet.computed(row, column, make(&cells));
        let values = sheet.evaluate().expect("evaluates");
        sheet.working(id, &values)
    }

    #[test]
    fn workings_read_like_a_hand_calculation() {
        let net = |c: &[CellId]| {
            let [gross, safety, stock, receipts] = *c else { panic!("four cells") };
            (gross + safety - (stock + receipts)).at_least_zero()
        };
        assert_eq!(sentence(&[50, 20, 15, 0], net), "BN S3 = 50 + 20 − (15 + 0) = 55");
        assert_eq!(sentence(&[5, 0, 15, 0], net), "BN S3 = 5 + 0 − (15 + 0) = −10, donc 0");
        let third = |c: &[CellId]| c[0] / c[1];
        assert_eq!(sentence(&[1, 3], third), "BN S3 = 1 ÷ 3 ≈ 0,3333");
        let rounded = |c: &[CellId]| (c[0] / c[1]).rounded(Rounding::UP);
        assert_eq!(sentence(&[7, 2], rounded), "BN S3 = 7 ÷ 2 = 3,5, arrondi à 4");
        let product = |c: &[CellId]| (c[0] - c[1]) * c[1];
        assert_eq!(sentence(&[2, -3], product), "BN S3 = (2 − (−3)) × (−3) = −15");
        let chosen =
            |c: &[CellId]| Formula::choose(c[0], Comparison::Less, c[1], c[0] + c[1], c[1]);
        assert_eq!(sentence(&[2, 3], chosen), "BN S3 = 2 + 3 = 5 (car 2 < 3)");
        assert_eq!(sentence(&[4, 3], chosen), "BN S3 = 3 (car 4 ≥ 3)");
    }
}
