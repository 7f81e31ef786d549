//! Codes of tasks as people write them: "5204" for "OF 5204", "C-A-F" for a sequence.

use std::sync::Arc;

use crate::domain::planning::worksheet::{CalculationError, CellId, Formula, Value, rule};

/// Codes of the tasks of an exercise, in the order entered.
pub type Codes = Arc<[String]>;

/// A code as a key of a row or a column: without spaces.
pub fn key_part(code: &str) -> String {
    code.split_whitespace().collect::<Vec<_>>().join("_")
}

/// Rank of the task that a text names: as written, else by its letters and digits alone, with or
/// without "OF" before a number.
pub fn find_task(typed: &str, codes: &[String]) -> Option<usize> {
    let typed = typed.trim();
    if let Some(rank) = codes.iter().position(|code| code.trim() == typed) {
        return Some(rank);
    }
    let wanted = bare(typed);
    if wanted.is_empty() {
        return None;
    }
    let mut found = codes.iter().enumerate().filter(|(_, code)| bare(code) == wanted);
    let (rank, _) = found.next()?;
    found.next().is_none().then_some(rank)
}

/// Letters and digits of a code, in lower case, without "OF" before a number.
fn bare(code: &str) -> String {
    let reduced: String =
        code.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    let number = reduced
        .strip_prefix("of")
        .filter(|rest| !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit()));
    match number {
        Some(number) => number.to_owned(),
        None => reduced,
    }
}

/// Ranks of the tasks of a sequence as written: "C, A, F", "C-A-F", "C A F" or "CAF".
pub fn read_sequence(typed: &str, codes: &[String]) -> Option<Vec<usize>> {
    let marks: [fn(char) -> bool; 3] = [
        |c| matches!(c, ',' | ';' | '→' | '>' | '|' | '/'),
        |c| matches!(c, '-' | '–' | '—'),
        char::is_whitespace,
    ];
    for mark in marks {
        let pieces: Vec<_> =
            typed.split(mark).map(str::trim).filter(|piece| !piece.is_empty()).collect();
        let ranks: Option<Vec<_>> = pieces.iter().map(|piece| find_task(piece, codes)).collect();
        if let Some(ranks) = ranks.filter(|ranks| !ranks.is_empty()) {
            return Some(ranks);
        }
    }
    let letters = typed.chars().filter(|c| !c.is_whitespace());
    let ranks: Option<Vec<_>> =
        letters.map(|letter| find_task(&letter.to_string(), codes)).collect();
    ranks.filter(|ranks| !ranks.is_empty())
}

/// Rank of the task that a cell names.
///
/// # Errors
/// When the cell is empty or names no task.
pub fn named_task(value: &Value, codes: &[String]) -> Result<usize, CalculationError> {
    let typed = value.to_string();
    find_task(&typed, codes).ok_or_else(|| {
        CalculationError::impossible(if typed.trim().is_empty() {
            "aucune tâche n'est citée".to_owned()
        } else {
            format!("« {typed} » n'est pas une tâche")
        })
    })
}

/// The value of the task that a cell names, among cells that give one value a task in the order of
/// the codes; `what` begins its working ("durée sur P10").
pub fn value_of_named(named: CellId, codes: &Codes, values: &[CellId], what: &str) -> Formula {
    let codes = Arc::clone(codes);
    let what = what.to_owned();
    let arguments = std::iter::once(named).chain(values.iter().copied());
    rule(
        arguments.map(Formula::from).collect(),
        move |arguments| {
            let (named, values) = arguments
                .split_first()
                .ok_or_else(|| CalculationError::impossible("aucune tâche n'est citée"))?;
            let rank = named_task(named, &codes)?;
            Ok(values.get(rank).cloned().unwrap_or_default())
        },
        move |arguments, _| {
            let named = arguments.first().map(ToString::to_string).unwrap_or_default();
            format!("{what} de {named}")
        },
    )
}

/// Numbers of a list of values.
///
/// # Errors
/// When one of them is a text or a date.
pub fn numbers(values: &[Value]) -> Result<Vec<rust_decimal::Decimal>, CalculationError> {
    values.iter().map(Value::number).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(words: &[&str]) -> Vec<String> {
        words.iter().map(|word| (*word).to_owned()).collect()
    }

    #[test]
    fn tasks_are_found_as_people_write_them() {
        let orders = codes(&["5201", "5202", "OF 5203"]);
        for (typed, rank) in
            [("5201", 0), ("OF 5202", 1), ("of5202", 1), ("5203", 2), ("5\u{202f}201", 0)]
        {
            assert_eq!(find_task(typed, &orders), Some(rank), "{typed}");
        }
        assert_eq!(find_task("", &orders), None);
        assert_eq!(find_task("OF", &orders), None);
        assert_eq!(find_task("a1", &codes(&["A-1", "A 1"])), None, "two tasks are alike");
        assert_eq!(find_task("A 1", &codes(&["A-1", "A 1"])), Some(1));
    }

    #[test]
    fn sequences_are_read_in_several_writings() {
        let tasks = codes(&["A", "B", "C"]);
        for typed in ["C, A, B", "C-A-B", "C → A → B", "CAB", "c a b", " C – A – B "] {
            assert_eq!(read_sequence(typed, &tasks), Some(vec![2, 0, 1]), "{typed}");
        }
        assert_eq!(read_sequence("", &tasks), None);
        assert_eq!(read_sequence("C, X", &tasks), None);
        assert_eq!(read_sequence("OF-2, OF-1", &codes(&["OF-1", "OF-2"])), Some(vec![1, 0]));
    }

    #[test]
    fn a_cell_that_names_no_task_says_so() {
        let tasks = codes(&["A"]);
        let message = |value: &Value| named_task(value, &tasks).map_err(|e| e.to_string());
        assert_eq!(message(&Value::from("A")), Ok(0));
        assert_eq!(message(&Value::Empty), Err("aucune tâche n'est citée".to_owned()));
        assert_eq!(message(&Value::from("Z")), Err("« Z » n'est pas une tâche".to_owned()));
    }
}
