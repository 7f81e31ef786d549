//! The form of a question: text, number, options or table, as a candidate fills it.

use std::collections::BTreeSet;

use egui::Ui;

use super::assignment_grid::assignment_grid;
use super::fill_sheet::fill_sheet;
use super::fr;
use super::inside_clipboard::{forget_refusal, is_refused_in, refuse_outside_pastes, watch_copies};
use super::schedule_board::schedule_board;
use crate::desktop::ui_kit::tokens::space;
use crate::desktop::ui_kit::{
    Field, Icon, State, TextRole, check_box, focus_table_that_follows, focus_what_follows, icon,
    palette, radio, secondary, segmented, state_text,
};
use crate::domain::answers::{AnswerValue, word_count};
use crate::domain::case_study::{
    AnswerForm, Board, CellPosition, SubjectCell, SubjectOption, SubjectQuestion, SubjectTable,
};
use crate::domain::french::{format_decimal, parse_with_unit};
use crate::domain::identifier::{OptionId, QuestionId};

/// Longest text taken, in characters.
const TEXT_LIMIT: usize = 60_000;
/// Longest short answer, in characters.
const SHORT_LIMIT: usize = 1_000;
/// Rows of the field of a long text.
const LONG_ROWS: usize = 12;

/// What a person just did in a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AnswerInput {
    /// The whole text of a text or number answer.
    Text(String),
    /// An option ticked or unticked.
    Tick(OptionId, bool),
    /// Cells written; several after a paste.
    Cells(Vec<(CellPosition, String)>),
}

/// What a form allows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FillOptions {
    /// Whether a text copied in another program may be pasted.
    pub outside_paste: bool,
}

impl Default for FillOptions {
    fn default() -> Self {
        Self { outside_paste: true }
    }
}

/// Shows the form of a question with what it allows, and says what was done in it.
pub fn answer_form_with(
    ui: &mut Ui,
    question: &SubjectQuestion,
    value: Option<&AnswerValue>,
    options: FillOptions,
) -> Option<AnswerInput> {
    with_pastes(ui, &question.id, options, |ui| answer_form(ui, question, value))
}

/// Shows a form with the pastes that it allows: a refused one is said under it.
pub fn with_pastes(
    ui: &mut Ui,
    question: &QuestionId,
    options: FillOptions,
    form: impl FnOnce(&mut Ui) -> Option<AnswerInput>,
) -> Option<AnswerInput> {
    watch_copies(ui);
    if options.outside_paste {
        return form(ui);
    }
    refuse_outside_pastes(ui);
    let input = form(ui);
    if input.is_some() {
        forget_refusal(ui);
    } else if is_refused_in(ui, ui.scope_id().with(("collage", question.as_str()))) {
        refusal(ui);
    }
    input
}

/// Says that a paste was refused.
fn refusal(ui: &mut Ui) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::TINY;
        let color = palette(ui).warn;
        icon(ui, Icon::Warning, 16.0, color);
        let words = fr("Le collage depuis un autre programme n'est pas permis dans cette épreuve.");
        state_text(ui, words, TextRole::Secondary, State::Warn);
    });
}

/// Shows the form of a question and says what was done in it. Two copies of one question are shown
/// under two identities (`Ui::push_id`): what can be undone belongs to one.
pub fn answer_form(
    ui: &mut Ui,
    question: &SubjectQuestion,
    value: Option<&AnswerValue>,
) -> Option<AnswerInput> {
    ui.push_id(("reponse", question.id.as_str()), |ui| match &question.form {
        AnswerForm::LongText { .. } => long_text(ui, value),
        AnswerForm::ShortText {} => short_text(ui, value),
        AnswerForm::Number { unit } => number(ui, unit, value),
        AnswerForm::Choice { multiple, rule, options } => {
            choice(ui, *multiple, rule, options, value)
        }
        AnswerForm::Table(form) => match form.board.as_deref() {
            Some(board) => board_or_table(ui, question, (form, board), value),
            None => fill_table(ui, question, form, value),
        },
    })
    .inner
}

/// Gives the focus to the form shown next, where one writes.
pub fn focus_form_that_follows(ui: &Ui, form: &AnswerForm) {
    match form {
        AnswerForm::Table(form) if form.board.is_none() => focus_table_that_follows(ui),
        _ => focus_what_follows(ui),
    }
}

fn typed(value: Option<&AnswerValue>) -> String {
    match value {
        Some(AnswerValue::Text { text }) => text.clone(),
        Some(AnswerValue::Number(number)) => number.typed.clone(),
        _ => String::new(),
    }
}

fn long_text(ui: &mut Ui, value: Option<&AnswerValue>) -> Option<AnswerInput> {
    let mut text = typed(value);
    let response = Field::new("Votre réponse").limit(TEXT_LIMIT).area(ui, &mut text, LONG_ROWS);
    let words = word_count(&text);
    let plural = if words > 1 { "s" } else { "" };
    secondary(ui, fr(&format!("{words} mot{plural}")));
    room_left(ui, &text, TEXT_LIMIT);
    response.changed().then_some(AnswerInput::Text(text))
}

/// The room left is said when it is less than one part of the whole in so many.
const NEARLY_FULL: usize = 10;

/// Says how much may still be written where the limit is near, and that nothing more is kept where
/// it is reached.
pub fn room_left(ui: &mut Ui, text: &str, limit: usize) {
    let left = limit.saturating_sub(text.chars().count());
    if left == 0 {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = space::TINY;
            let color = palette(ui).warn;
            icon(ui, Icon::Warning, 16.0, color);
            let limit = format_decimal(limit.into());
            let words = format!(
                "Limite atteinte : {limit} caractères. Ce que vous tapez ou collez en plus n'est \
                 pas gardé : raccourcissez d'abord."
            );
            state_text(ui, fr(&words), TextRole::Secondary, State::Warn);
        });
    } else if left < limit / NEARLY_FULL {
        let plural = if left > 1 { "s" } else { "" };
        secondary(ui, fr(&format!("Encore {left} caractère{plural} au plus.")));
    }
}

fn short_text(ui: &mut Ui, value: Option<&AnswerValue>) -> Option<AnswerInput> {
    let mut text = typed(value);
    let response = Field::new("Votre réponse").limit(SHORT_LIMIT).area(ui, &mut text, 3);
    room_left(ui, &text, SHORT_LIMIT);
    response.changed().then_some(AnswerInput::Text(text))
}

fn number(ui: &mut Ui, unit: &str, value: Option<&AnswerValue>) -> Option<AnswerInput> {
    let mut text = typed(value);
    let label = if unit.is_empty() {
        "Votre résultat".to_owned()
    } else {
        fr(&format!("Votre résultat, en {unit}"))
    };
    let problem = match parse_with_unit(&text, unit) {
        Err(error) if !text.trim().is_empty() => Some(fr(&format!("Illisible : {error}."))),
        _ => None,
    };
    let field = Field::new(&label).candidate().width(260.0).limit(60).error(problem.as_deref());
    let response = field.text(ui, &mut text);
    if let Ok(value) = parse_with_unit(&text, unit) {
        secondary(ui, fr(&format!("Compris : {} {unit}", format_decimal(value.normalize()))));
    }
    response.changed().then_some(AnswerInput::Text(text))
}

fn choice(
    ui: &mut Ui,
    multiple: bool,
    rule: &str,
    options: &[SubjectOption],
    value: Option<&AnswerValue>,
) -> Option<AnswerInput> {
    let none = BTreeSet::new();
    let selected = match value {
        Some(AnswerValue::Choice { selected }) => selected,
        _ => &none,
    };
    let count = if multiple { "Plusieurs réponses possibles." } else { "Une seule réponse." };
    secondary(ui, fr(&format!("{count} {rule}")));
    let mut input = None;
    for option in options {
        let ticked = selected.contains(&option.id);
        let text = fr(&option.text);
        ui.push_id(option.id.as_str(), |ui| {
            if multiple {
                let mut now = ticked;
                if check_box(ui, &text, &mut now).changed() {
                    input = Some(AnswerInput::Tick(option.id.clone(), now));
                }
            } else if radio(ui, &text, ticked).clicked() {
                // A second press on a radio takes the answer back: nothing is forced.
                input = Some(AnswerInput::Tick(option.id.clone(), !ticked));
            }
        });
    }
    input
}

/// A board and the table that it fills, one at a time: both write the same cells.
fn board_or_table(
    ui: &mut Ui,
    question: &SubjectQuestion,
    (form, board): (&SubjectTable, &Board),
    value: Option<&AnswerValue>,
) -> Option<AnswerInput> {
    let drawn = match board {
        Board::Schedule(_) => "Planning",
        Board::Assignment(_) => "Affectation",
    };
    let memory = ui.scope_id().with("façon de répondre");
    let mut shown = ui.data(|data| data.get_temp::<usize>(memory)).unwrap_or(0);
    if segmented(ui, &fr("Façon de répondre"), &mut shown, &[drawn, "Tableau"]).changed() {
        ui.data_mut(|data| data.insert_temp(memory, shown));
    }
    if shown > 0 {
        return fill_table(ui, question, form, value);
    }
    let typed = |at: CellPosition| {
        let cell = value.and_then(|value| value.cell(at));
        cell.map(|cell| cell.typed.clone()).unwrap_or_default()
    };
    let written = match board {
        Board::Schedule(board) => schedule_board(ui, board, &typed),
        Board::Assignment(board) => assignment_grid(ui, board, &typed),
    };
    (!written.is_empty()).then_some(AnswerInput::Cells(written))
}

/// A table to fill, as a spreadsheet.
fn fill_table(
    ui: &mut Ui,
    question: &SubjectQuestion,
    form: &SubjectTable,
    value: Option<&AnswerValue>,
) -> Option<AnswerInput> {
    let written = fill_sheet(ui, question, form, value);
    (!written.is_empty()).then_some(AnswerInput::Cells(written))
}

/// Length of the longest given text of a column.
pub(super) fn longest_given(form: &SubjectTable, column: usize) -> usize {
    let given = form.rows.iter().filter_map(|row| match row.get(column) {
        Some(SubjectCell::Given(text)) => Some(text.chars().count()),
        _ => None,
    });
    given.max().unwrap_or(0)
}
