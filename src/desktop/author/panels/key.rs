//! What the candidate answers, and its key, by kind of question.

use egui::Ui;

use super::desk::Desk;
use super::key_worksheet;
use super::value_field::ValueField;
use super::{key_choice, key_number, key_table};
use crate::desktop::author::commands::question_edit;
use crate::desktop::author::model::readings::LINE_COUNT;
use crate::desktop::author::model::{FieldKey, kind_words};
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::secondary;
use crate::domain::case_study::{Question, QuestionKind};

/// Shows the editor of the key.
pub fn show(ui: &mut Ui, desk: &mut Desk<'_>, question: &Question) {
    secondary(ui, fr(&format!("{}.", kind_words(&question.answer))));
    ui.push_id("cle", |ui| match &question.answer {
        QuestionKind::LongText { lines } => long_text(ui, desk, question, *lines),
        QuestionKind::ShortText {} => {
            secondary(ui, fr("Le candidat écrit quelques mots dans un champ."));
        }
        QuestionKind::Number { cell, .. } if !cell.is_empty() => {
            key_number::computed(ui, desk, question, cell);
        }
        QuestionKind::Number { unit, key, tolerance, .. } => {
            key_number::show(ui, desk, question, (unit, *key, *tolerance));
        }
        QuestionKind::Choice { multiple, scoring, options } => {
            key_choice::show(ui, desk, question, (*multiple, *scoring, options));
        }
        QuestionKind::Worksheet(form) => key_worksheet::show(ui, desk, question, form),
        QuestionKind::Schedule(form) | QuestionKind::Assignment(form) => {
            key_worksheet::problem(ui, desk, question, form);
        }
        QuestionKind::Table(table) => key_table::show(ui, desk, question, table),
    });
}

fn long_text(ui: &mut Ui, desk: &mut Desk<'_>, question: &Question, lines: u32) {
    let key = FieldKey::Lines(question.id.clone());
    let field = ValueField::new(key, "Lignes tracées sur le support de papier").width(96.0);
    field.show(ui, desk, (&LINE_COUNT, &lines), |lines| {
        question_edit(question, "lignes", |changed| {
            changed.answer = QuestionKind::LongText { lines };
        })
    });
}
