//! The form of a question: text, number, options or table, as a candidate fills it.

use std::collections::BTreeSet;

use egui::Ui;

use super::{fr, table};
use crate::desktop::ui_kit::{
    Field, Grid, GridCell, GridMode, GridSource, State, TextRole, check_box, radio, secondary,
    state_text,
};
use crate::domain::answers::{AnswerValue, word_count};
use crate::domain::case_study::{
    AnswerForm, CellPosition, SubjectCell, SubjectOption, SubjectQuestion, SubjectTable,
};
use crate::domain::french::{format_decimal, parse_with_unit};
use crate::domain::identifier::OptionId;

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

/// Shows the form of a question and says what was done in it.
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
        AnswerForm::Table(form) => fill_table(ui, question, form, value),
    })
    .inner
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
    response.changed().then_some(AnswerInput::Text(text))
}

fn short_text(ui: &mut Ui, value: Option<&AnswerValue>) -> Option<AnswerInput> {
    let mut text = typed(value);
    let response = Field::new("Votre réponse").limit(SHORT_LIMIT).area(ui, &mut text, 3);
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

/// A table being filled: what was written in this frame is kept aside for the caller.
struct Filling<'a> {
    form: &'a SubjectTable,
    value: Option<&'a AnswerValue>,
    written: Vec<(CellPosition, String)>,
}

impl Filling<'_> {
    fn typed(&self, at: CellPosition) -> String {
        let fresh = self.written.iter().rev().find(|(place, _)| *place == at);
        match fresh {
            Some((_, text)) => text.clone(),
            None => {
                self.value.and_then(|v| v.cell(at)).map(|c| c.typed.clone()).unwrap_or_default()
            }
        }
    }
}

impl GridSource for Filling<'_> {
    fn cell(&self, row: usize, column: usize) -> GridCell {
        let at = CellPosition { row, column };
        match self.form.cell(at) {
            Some(SubjectCell::Given(text)) if column == 0 => GridCell::head(fr(text)),
            Some(SubjectCell::Given(text)) => GridCell::given(fr(text)),
            Some(SubjectCell::Blocked) | None => GridCell::blocked(),
            Some(_) => GridCell::editable(self.typed(at)),
        }
    }

    fn write(&mut self, row: usize, column: usize, text: &str) {
        self.written.push((CellPosition { row, column }, text.to_owned()));
    }
}

fn fill_table(
    ui: &mut Ui,
    question: &SubjectQuestion,
    form: &SubjectTable,
    value: Option<&AnswerValue>,
) -> Option<AnswerInput> {
    let columns = table::columns(&form.columns, |column| longest_given(form, column));
    let title = fr(&question.title);
    let mut filling = Filling { form, value, written: Vec::new() };
    Grid::new("tableau", &title, &columns).mode(GridMode::Edit).follow_selection().show(
        ui,
        form.rows.len(),
        &mut filling,
    );
    let written = filling.written;
    footing(ui, form, value);
    (!written.is_empty()).then_some(AnswerInput::Cells(written))
}

/// What is left to fill, and what cannot be read.
fn footing(ui: &mut Ui, form: &SubjectTable, value: Option<&AnswerValue>) {
    let mut asked = 0;
    let mut filled = 0;
    let mut unreadable = Vec::new();
    for at in form.asked() {
        asked += 1;
        let Some(cell) = value.and_then(|value| value.cell(at)) else { continue };
        filled += usize::from(!cell.typed.trim().is_empty());
        if form.cell(at).is_some_and(|kind| cell.is_unreadable(kind)) {
            unreadable.push(format!("{} « {} »", at.label(), cell.typed));
        }
    }
    let left = asked - filled;
    let plural = if left > 1 { "s" } else { "" };
    secondary(
        ui,
        fr(&format!(
            "Cellules teintées : données. {left} cellule{plural} vide{plural} sur {asked}. Une cellule vide est une absence de réponse."
        )),
    );
    if !unreadable.is_empty() {
        let words =
            fr(&format!("Illisible, écrivez un nombre ou une date : {}.", unreadable.join(" ; ")));
        state_text(ui, words, TextRole::Secondary, State::Wrong);
    }
}

pub(super) fn longest_given(form: &SubjectTable, column: usize) -> usize {
    let given = form.rows.iter().filter_map(|row| match row.get(column) {
        Some(SubjectCell::Given(text)) => Some(text.chars().count()),
        _ => None,
    });
    given.max().unwrap_or(0)
}
