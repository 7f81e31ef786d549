//! The earlier states of an answer: which one is looked at, and what takes it back.

use std::collections::BTreeSet;

use chrono::{DateTime, FixedOffset};

use crate::desktop::paper::AnswerInput;
use crate::domain::answers::{AnswerValue, word_count};
use crate::domain::case_study::{AnswerForm, CellPosition, SubjectQuestion};
use crate::domain::french::{clock_minutes, clock_seconds};
use crate::domain::identifier::QuestionId;

/// The history on screen: of which question, and which of its states is looked at.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct HistoryView {
    question: Option<QuestionId>,
    /// Rank of the state from the latest, from 0.
    chosen: usize,
}

impl HistoryView {
    /// Shows the history of a question, at its present state.
    pub(super) fn open(&mut self, question: QuestionId) {
        *self = Self { question: Some(question), chosen: 0 };
    }

    /// Shows it no more.
    pub(super) fn close(&mut self) {
        *self = Self::default();
    }

    /// The question whose history is on screen.
    pub(super) const fn question(&self) -> Option<&QuestionId> {
        self.question.as_ref()
    }

    /// Rank of the state looked at, from the latest, from 0.
    pub(super) const fn chosen(&self) -> usize {
        self.chosen
    }

    /// Looks at another state.
    pub(super) fn choose(&mut self, rank: usize) {
        self.chosen = rank;
    }
}

/// When a state was left, in words: seconds where two states of a minute would look alike.
pub(super) fn time_words(
    at: DateTime<FixedOffset>,
    neighbours: [Option<DateTime<FixedOffset>>; 2],
) -> String {
    let words = clock_minutes(at);
    if neighbours.into_iter().flatten().any(|other| clock_minutes(other) == words) {
        clock_seconds(at)
    } else {
        words
    }
}

/// What a state holds, counted: « 142 mots », « 12 cellules ».
pub(super) fn size_words(value: &AnswerValue) -> String {
    let (count, one, many) = match value {
        _ if value.is_blank() => return "vide".to_owned(),
        AnswerValue::Text { text } => (word_count(text), "mot", "mots"),
        AnswerValue::Number(number) => return number.typed.trim().to_owned(),
        AnswerValue::Choice { selected } => (selected.len(), "case cochée", "cases cochées"),
        AnswerValue::Table { cells } => {
            let written = cells.values().filter(|cell| !cell.typed.trim().is_empty()).count();
            (written, "cellule", "cellules")
        }
    };
    super::question_state::counted(count, one, many)
}

/// What a person would do to go from the present answer to an earlier one; nothing when they are
/// the same.
pub(super) fn taking_back(
    question: &SubjectQuestion,
    present: Option<&AnswerValue>,
    earlier: &AnswerValue,
) -> Vec<AnswerInput> {
    match &question.form {
        AnswerForm::LongText { .. } | AnswerForm::ShortText {} | AnswerForm::Number { .. } => {
            let after = typed(Some(earlier));
            if typed(present) == after {
                Vec::new()
            } else {
                vec![AnswerInput::Text(after.to_owned())]
            }
        }
        AnswerForm::Choice { .. } => ticks(present, earlier),
        AnswerForm::Table(_) => {
            let cells = cells(present, earlier);
            if cells.is_empty() { Vec::new() } else { vec![AnswerInput::Cells(cells)] }
        }
    }
}

fn typed(value: Option<&AnswerValue>) -> &str {
    match value {
        Some(AnswerValue::Text { text }) => text,
        Some(AnswerValue::Number(number)) => &number.typed,
        _ => "",
    }
}

/// Unticks first: a single choice keeps the last option ticked.
fn ticks(present: Option<&AnswerValue>, earlier: &AnswerValue) -> Vec<AnswerInput> {
    let selected = |value: &AnswerValue| match value {
        AnswerValue::Choice { selected } => selected.clone(),
        _ => BTreeSet::new(),
    };
    let (before, after) = (present.map(selected).unwrap_or_default(), selected(earlier));
    let off = before.difference(&after).map(|option| AnswerInput::Tick(option.clone(), false));
    let on = after.difference(&before).map(|option| AnswerInput::Tick(option.clone(), true));
    off.chain(on).collect()
}

/// The cells that differ, empty ones emptied, in reading order.
fn cells(present: Option<&AnswerValue>, earlier: &AnswerValue) -> Vec<(CellPosition, String)> {
    let typed = |value: Option<&AnswerValue>, at: CellPosition| {
        let cell = value.and_then(|value| value.cell(at));
        cell.map(|cell| cell.typed.clone()).unwrap_or_default()
    };
    let mut places: Vec<CellPosition> = [present, Some(earlier)]
        .into_iter()
        .flatten()
        .filter_map(|value| match value {
            AnswerValue::Table { cells } => Some(cells.keys()),
            _ => None,
        })
        .flatten()
        .filter_map(|reference| CellPosition::from_reference(reference))
        .collect();
    places.sort_by_key(|at| (at.row, at.column));
    places.dedup();
    places
        .into_iter()
        .map(|at| (at, typed(Some(earlier), at)))
        .filter(|(at, after)| typed(present, *at) != *after)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::example::{at, minute, subject};
    use super::*;
    use crate::domain::answers::{CellAnswer, TypedNumber};
    use crate::domain::identifier::OptionId;

    fn question(rank: usize) -> SubjectQuestion {
        subject().questions().nth(rank).expect("a question").clone()
    }

    fn text(text: &str) -> AnswerValue {
        AnswerValue::Text { text: text.to_owned() }
    }

    fn choice(options: &[&str]) -> AnswerValue {
        AnswerValue::Choice { selected: options.iter().map(|id| OptionId::from(*id)).collect() }
    }

    fn table(cells: &[(&str, &str)]) -> AnswerValue {
        let cell = |typed: &str| CellAnswer { typed: typed.to_owned(), ..CellAnswer::default() };
        let cells = cells.iter().map(|(at, typed)| ((*at).to_owned(), cell(typed)));
        AnswerValue::Table { cells: cells.collect() }
    }

    #[test]
    fn a_text_or_a_number_is_taken_back_whole() {
        let earlier = text("La cadence");
        let input = taking_back(&question(0), Some(&text("")), &earlier);
        assert_eq!(input, [AnswerInput::Text("La cadence".to_owned())]);
        assert!(taking_back(&question(0), Some(&earlier), &earlier).is_empty());
        let number = AnswerValue::Number(TypedNumber::read("12,5", "pièces"));
        let input = taking_back(&question(1), None, &number);
        assert_eq!(input, [AnswerInput::Text("12,5".to_owned())]);
    }

    #[test]
    fn ticks_that_differ_are_changed_and_no_other() {
        let input = taking_back(&question(2), Some(&choice(&["a"])), &choice(&["b"]));
        let expected = [AnswerInput::Tick("a".into(), false), AnswerInput::Tick("b".into(), true)];
        assert_eq!(input, expected);
        assert!(taking_back(&question(2), Some(&choice(&["a"])), &choice(&["a"])).is_empty());
    }

    #[test]
    fn cells_that_differ_are_written_and_those_added_since_emptied() {
        let earlier = table(&[("B1", "12")]);
        let present = table(&[("B1", "=SOMME(3;4)"), ("B2", "11/06/2026")]);
        let input = taking_back(&question(3), Some(&present), &earlier);
        let at = |row| CellPosition { row, column: 1 };
        let cells = vec![(at(0), "12".to_owned()), (at(1), String::new())];
        assert_eq!(input, [AnswerInput::Cells(cells)]);
        let formula = taking_back(&question(3), None, &present);
        let [AnswerInput::Cells(cells)] = formula.as_slice() else { panic!("cells") };
        assert_eq!(cells.first(), Some(&(at(0), "=SOMME(3;4)".to_owned())));
        assert!(taking_back(&question(3), Some(&present), &present).is_empty());
    }

    #[test]
    fn times_are_told_to_the_second_only_where_they_would_look_alike() {
        let words = time_words(at(0), [None, Some(minute(3))]).replace('\u{a0}', " ");
        assert_eq!(words, "8 h 32");
        let words = time_words(at(7_000), [Some(at(0)), None]).replace('\u{a0}', " ");
        assert_eq!(words, "8 h 32 min 07 s");
    }

    #[test]
    fn states_are_counted_in_words() {
        for (value, words) in [
            (text("Deux mots"), "2 mots"),
            (text("  "), "vide"),
            (choice(&["a"]), "1 case cochée"),
            (table(&[("B1", "1"), ("B2", "")]), "1 cellule"),
            (AnswerValue::Number(TypedNumber::read(" 12 ", "")), "12"),
        ] {
            assert_eq!(size_words(&value), words);
        }
    }
}
