//! The rules of the table of skills: who can hold a post, how many, and what it means.

use rust_decimal::Decimal;

use super::assignment::AssignmentProblem;
use super::post::{Post, lasting_obstacles};
use crate::domain::planning::data::Person;
use crate::domain::planning::worksheet::{
    CalculationError, CellId, Formula, Value, rule, shown_number,
};

/// Number of pairs of values of which a condition holds; a working lists their names.
pub(super) fn counted<T: Into<Formula>, U: Into<Formula>>(
    pairs: impl IntoIterator<Item = (T, U)>,
    names: Vec<String>,
    holds: impl Fn(Decimal, Decimal) -> bool + Clone + Send + Sync + 'static,
) -> Formula {
    let pairs = pairs
        .into_iter()
        .flat_map(|(value, limit)| -> [Formula; 2] { [value.into(), limit.into()] });
    let explained = holds.clone();
    rule(
        pairs.collect(),
        move |values| {
            let mut count = 0_u32;
            for pair in values.chunks(2) {
                let [value, limit] = pair else { continue };
                count += u32::from(holds(value.number()?, limit.number()?));
            }
            Ok(Value::from(count))
        },
        move |values, _| {
            let pairs = values.chunks(2).zip(&names).filter(|(pair, _)| {
                let [value, limit] = pair else { return false };
                let numbers = value.number().ok().zip(limit.number().ok());
                numbers.is_some_and(|(value, limit)| explained(value, limit))
            });
            let names: Vec<_> = pairs.map(|(_, name)| name.as_str()).collect();
            if names.is_empty() { "aucun".to_owned() } else { names.join(", ") }
        },
    )
}

/// 1 when a person can hold a post, else 0: level, presence, then credentials and restrictions.
pub(super) fn able(
    problem: &AssignmentProblem,
    person: &Person,
    post: &Post,
    [level, minimal, presence]: [CellId; 3],
) -> Formula {
    let obstacles = lasting_obstacles(person, post, &problem.restrictions);
    let reasons: Vec<String> = obstacles.into_iter().map(|obstacle| obstacle.reason).collect();
    let is_free = reasons.is_empty();
    rule(
        vec![level.into(), minimal.into(), presence.into()],
        move |values| {
            let [level, minimal, presence] = three(values)?;
            let is_able = is_free && level.number()? >= minimal.number()? && is_present(presence);
            Ok(Value::Number(if is_able { Decimal::ONE } else { Decimal::ZERO }))
        },
        move |values, _| {
            let Ok([level, minimal, presence]) = three(values) else { return String::new() };
            let (level, minimal) =
                (level.number().unwrap_or_default(), minimal.number().unwrap_or_default());
            let sign = if level >= minimal { "≥" } else { "<" };
            let words = format!("niveau {} {sign} {}", shown(level), shown(minimal));
            let mut parts = vec![words, presence.to_string()];
            parts.extend(reasons.iter().cloned());
            parts.join(" ; ")
        },
    )
}

fn three(values: &[Value]) -> Result<&[Value; 3], CalculationError> {
    values.try_into().map_err(|_| CalculationError::impossible("trois valeurs sont attendues"))
}

fn shown(number: Decimal) -> String {
    shown_number(number).0
}

/// Whether a presence, as written in the table, is no absence.
pub(super) fn is_present(presence: &Value) -> bool {
    !presence.to_string().starts_with("absent")
}

/// The situation of a post in a word: « non couvert » without anybody, « insuffisant » when people
/// are missing, « critique » with one person, else « couvert ».
pub(super) fn situation(possible: CellId, needed: CellId) -> Formula {
    rule(
        vec![possible.into(), needed.into()],
        |values| {
            let mut numbers = values.iter().map(Value::number);
            let possible = numbers.next().unwrap_or(Ok(Decimal::ZERO))?;
            let needed = numbers.next().unwrap_or(Ok(Decimal::ZERO))?;
            Ok(Value::from(if possible <= Decimal::ZERO {
                "non couvert"
            } else if possible < needed {
                "insuffisant"
            } else if possible <= Decimal::ONE {
                "critique"
            } else {
                "couvert"
            }))
        },
        |values, _| {
            let mut words = values.iter().map(ToString::to_string);
            let (possible, needed) = (words.next(), words.next());
            let (possible, needed) = (possible.unwrap_or_default(), needed.unwrap_or_default());
            format!("possibles {possible}, requis {needed}")
        },
    )
}
