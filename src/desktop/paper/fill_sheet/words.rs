//! What is said under a table to fill, before its typography.

use super::facts::Facts;
use crate::domain::case_study::CellPosition;
use crate::spreadsheet::SheetProblem;

/// Most problems said one by one.
const MOST: usize = 5;

/// « 15 cellules vides sur 69. »
pub(super) fn count_words(facts: &Facts) -> String {
    let left = facts.left();
    let plural = if left > 1 { "s" } else { "" };
    format!("{left} cellule{plural} vide{plural} sur {}.", facts.asked)
}

/// Why a cell has no value: « Problème : division par zéro. »
pub(super) fn problem_words(problem: &SheetProblem) -> String {
    format!("Problème : {problem}.")
}

/// The problems of the formulas, one line each. A problem that comes from another cell is said for
/// the chosen cell only; the cell being typed in, and those that depend on it, wait.
pub(super) fn problem_lines(
    facts: &Facts,
    typing: Option<CellPosition>,
    chosen: Option<CellPosition>,
) -> Vec<String> {
    let waits = |at: CellPosition, problem: &SheetProblem| {
        let origin = match problem {
            SheetProblem::Inherited { cell, .. } => Some(*cell),
            _ => None,
        };
        typing.is_some() && (Some(at) == typing || origin == typing)
    };
    let mut own = Vec::new();
    let mut inherited = 0;
    for (at, problem) in facts.problems.iter().filter(|(at, problem)| !waits(*at, problem)) {
        let line = format!("{} : {problem}.", at.reference());
        if Some(*at) == chosen {
            own.insert(0, line);
        } else if matches!(problem, SheetProblem::Inherited { .. }) {
            inherited += 1;
        } else {
            own.push(line);
        }
    }
    let more = own.len().saturating_sub(MOST) + inherited;
    own.truncate(MOST);
    if more > 0 && !own.is_empty() {
        let plural = if more > 1 { "s" } else { "" };
        own.push(format!("{more} autre{plural} cellule{plural} en erreur."));
    }
    own
}

/// What is neither the number nor the date asked.
pub(super) fn unreadable_words(facts: &Facts, typing: Option<CellPosition>) -> Option<String> {
    let cells: Vec<String> = facts
        .unreadable
        .iter()
        .filter(|(at, _)| Some(*at) != typing)
        .map(|(at, text)| format!("{} « {text} »", at.reference()))
        .collect();
    if cells.is_empty() {
        return None;
    }
    Some(format!("Illisible, écrivez un nombre ou une date : {}.", cells.join(" ; ")))
}

#[cfg(test)]
mod tests {
    use super::super::example::{at, table, written};
    use super::*;

    fn facts(cells: &[(&str, &str)]) -> Facts {
        let form = table();
        Facts::read(&form, &written(&form, cells))
    }

    #[test]
    fn the_cells_left_are_counted() {
        assert_eq!(count_words(&facts(&[("B2", "1")])), "4 cellules vides sur 5.");
        let all = [("B2", "1"), ("C2", "1"), ("B3", "1"), ("C3", "1")];
        assert_eq!(count_words(&facts(&all)), "1 cellule vide sur 5.");
    }

    #[test]
    fn a_problem_is_said_where_it_begins() {
        let facts = facts(&[("B2", "=1/0"), ("C2", "=B2+1"), ("B3", "=C2")]);
        let lines = problem_lines(&facts, None, None);
        assert_eq!(lines, ["B2 : division par zéro.", "2 autres cellules en erreur."]);
        let lines = problem_lines(&facts, None, Some(at("C2")));
        let first = lines.first().map(String::as_str);
        assert_eq!(first, Some("C2 : la cellule B2 est en erreur : division par zéro."));
        assert_eq!(lines.len(), 3);
    }

    #[test]
    fn a_formula_being_typed_is_not_blamed_yet() {
        let facts = facts(&[("B2", "=MAX("), ("C2", "=B2+1"), ("B3", "douze")]);
        assert!(problem_lines(&facts, Some(at("B2")), None).is_empty());
        assert_eq!(problem_lines(&facts, None, None).len(), 2);
        let words = unreadable_words(&facts, None).unwrap();
        assert!(words.contains("B3 « douze »"), "{words}");
        assert_eq!(unreadable_words(&facts, Some(at("B3"))), None);
    }
}
