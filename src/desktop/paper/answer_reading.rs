//! An answer to read, with its automatic marks: sign, word, expected value.

use egui::Ui;

use super::answer_form::longest_given;
use super::{fr, table, typed_text};
use crate::desktop::ui_kit::tokens::height;
use crate::desktop::ui_kit::{Grid, GridCell, Icon, Mark, State, chip, label, secondary, strong};
use crate::domain::answers::{AnswerValue, key_text, word_count};
use crate::domain::case_study::{
    AnswerForm, CellPosition, Question, QuestionKind, SubjectCell, SubjectOption, SubjectQuestion,
    SubjectTable,
};
use crate::domain::french::format_decimal;
use crate::domain::grading::{CellMark, CellState, QuestionMark};

/// Shows an answer; with a `key`, the expected values stand beside the wrong ones.
pub fn answer_reading(
    ui: &mut Ui,
    question: &SubjectQuestion,
    value: Option<&AnswerValue>,
    mark: Option<&QuestionMark>,
    key: Option<&Question>,
) {
    ui.push_id(("lecture", question.id.as_str()), |ui| {
        let written = value.filter(|value| !value.is_blank());
        match (&question.form, written) {
            (AnswerForm::Table(form), _) => {
                read_table(ui, question, form, value, mark, key);
                formulas(ui, value);
            }
            (AnswerForm::Choice { options, .. }, written) => {
                read_choice(ui, options, written, key);
                state_chip(ui, mark);
            }
            (_, None) => {
                secondary(ui, fr("Aucune réponse."));
            }
            (AnswerForm::Number { unit }, Some(AnswerValue::Number(number))) => {
                let unit = if number.typed.contains(unit.as_str()) { "" } else { unit.as_str() };
                strong(ui, fr(&format!("{} {unit}", number.typed)));
                state_chip(ui, mark);
                expected_number(ui, key);
            }
            (_, Some(AnswerValue::Text { text })) => {
                typed_text(ui, text);
                let words = word_count(text);
                let plural = if words > 1 { "s" } else { "" };
                secondary(ui, fr(&format!("{words} mot{plural}")));
            }
            (_, Some(_)) => {
                secondary(ui, fr("La réponse n'est pas de la sorte demandée."));
            }
        }
    });
}

fn state_chip(ui: &mut Ui, mark: Option<&QuestionMark>) {
    let Some(QuestionMark::Value { state, .. } | QuestionMark::Choice { state, .. }) = mark else {
        return;
    };
    let (icon, look) = match state {
        CellState::Correct => (Icon::Check, State::Ok),
        CellState::Consistent => (Icon::Elbow, State::Follow),
        CellState::RootError => (Icon::Bang, State::Root),
        CellState::Wrong => (Icon::Cross, State::Wrong),
        CellState::Blank => (Icon::Dash, State::Blank),
    };
    chip(ui, Some(icon), state.label(), look);
}

fn expected_number(ui: &mut Ui, key: Option<&Question>) {
    if let Some(QuestionKind::Number { unit, key: Some(key), .. }) = key.map(|q| &q.answer) {
        secondary(ui, fr(&format!("Attendu : {} {unit}", format_decimal(*key))));
    }
}

/// Each option with what the candidate did and, with the key, whether that was right.
fn read_choice(
    ui: &mut Ui,
    options: &[SubjectOption],
    value: Option<&AnswerValue>,
    key: Option<&Question>,
) {
    for option in options {
        let ticked = matches!(value, Some(AnswerValue::Choice { selected }) if selected.contains(&option.id));
        let correct = match key.map(|question| &question.answer) {
            Some(QuestionKind::Choice { options, .. }) => {
                options.iter().find(|known| known.id == option.id).map(|known| known.correct)
            }
            _ => None,
        };
        ui.horizontal_wrapped(|ui| {
            let (icon, word, state) = match (ticked, correct) {
                (true, Some(true)) => (Icon::Check, "cochée, juste", State::Ok),
                (true, Some(false)) => (Icon::Cross, "cochée à tort", State::Wrong),
                (true, None) => (Icon::Check, "cochée", State::Neutral),
                (false, Some(true)) => (Icon::Ring, "attendue, non cochée", State::Blank),
                (false, _) => (Icon::Dash, "non cochée", State::Neutral),
            };
            chip(ui, Some(icon), word, state);
            label(ui, fr(&option.text));
        });
    }
}

/// The formulas that the candidate typed: how the values were reached.
fn formulas(ui: &mut Ui, value: Option<&AnswerValue>) {
    let formulas = value.map(AnswerValue::formulas).unwrap_or_default();
    if !formulas.is_empty() {
        let words: Vec<String> =
            formulas.iter().map(|(cell, formula)| format!("{cell} {formula}")).collect();
        secondary(ui, fr(&format!("Formules saisies : {}.", words.join(" ; "))));
    }
}

fn read_table(
    ui: &mut Ui,
    question: &SubjectQuestion,
    form: &SubjectTable,
    value: Option<&AnswerValue>,
    mark: Option<&QuestionMark>,
    key: Option<&Question>,
) {
    let columns = table::columns(&form.columns, |column| longest_given(form, column).max(6));
    let title = fr(&question.title);
    let keys = match key.map(|question| &question.answer) {
        Some(QuestionKind::Table(table)) => Some(table),
        _ => None,
    };
    let tall = if mark.is_some() { height::ROW_MARKED } else { height::ROW };
    Grid::new("tableau", &title, &columns).row_height(tall).show_cells(
        ui,
        form.rows.len(),
        |row, column| {
            let at = CellPosition { row, column };
            match form.cell(at) {
                Some(SubjectCell::Given(text)) if column == 0 => GridCell::head(fr(text)),
                Some(SubjectCell::Given(text)) => GridCell::given(fr(text)),
                Some(SubjectCell::Blocked) | None => GridCell::blocked(),
                Some(_) => {
                    let typed = value.and_then(|value| value.cell(at));
                    let typed = typed.map(|cell| cell.shown().to_owned()).unwrap_or_default();
                    let expected = keys.and_then(|keys| keys.cell(at)).map(key_text);
                    match mark.and_then(|mark| mark.cell(at)) {
                        Some(found) => GridCell::marked(cell_mark(found, expected), typed),
                        None => GridCell::label(typed),
                    }
                }
            }
        },
    );
}

fn cell_mark(found: &CellMark, expected: Option<String>) -> Mark {
    let root = found.root.unwrap_or_default();
    let mark = match found.state {
        CellState::Correct => return Mark::right(),
        CellState::Consistent => Mark::follows(root, ""),
        CellState::RootError => Mark::root(root, ""),
        CellState::Wrong => Mark::wrong(""),
        CellState::Blank => Mark::blank(""),
    };
    Mark { expected, ..mark }
}
