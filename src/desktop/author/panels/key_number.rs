//! Key of a number: its unit, its value, its tolerance.

use egui::Ui;
use rust_decimal::Decimal;

use super::desk::Desk;
use super::tolerance::ToleranceField;
use super::value_field::{ValueField, line};
use crate::desktop::author::commands::question_edit;
use crate::desktop::author::model::FieldKey;
use crate::desktop::author::model::readings::KEY;
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::tokens::space;
use crate::desktop::ui_kit::{Field, secondary};
use crate::domain::case_study::{Edit, Question, QuestionKind, Tolerance};
use crate::domain::french::format_decimal;

/// Width of the fields.
const WIDTH: f32 = 180.0;

/// Shows the editor.
pub fn show(
    ui: &mut Ui,
    desk: &mut Desk<'_>,
    question: &Question,
    (unit, key, tolerance): (&str, Option<Decimal>, Tolerance),
) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::LARGE;
        let field = ValueField::new(FieldKey::NumberKey(question.id.clone()), "Réponse juste");
        field.width(WIDTH).show(ui, desk, (&KEY, &key), |value| {
            number_edit(question, "clé", |key, _| *key = value)
        });
        let label = fr("Unité, affichée près du champ");
        if let Some(text) = line(ui, Field::new(&label).width(WIDTH).limit(40), unit).text {
            desk.type_in(unit_edit(question, text));
        }
    });
    let field = ToleranceField {
        key: FieldKey::Margin(question.id.clone()),
        label: "Tolérance",
        may_inherit: false,
        current: Some(tolerance),
    };
    field.show(ui, desk, |chosen| {
        number_edit(question, "tolérance", |_, tolerance| *tolerance = chosen.unwrap_or_default())
    });
    if let Some((key, margin)) = key.zip(key.and_then(|key| tolerance.margin(key)))
        && let (Some(low), Some(high)) = (key.checked_sub(margin), key.checked_add(margin))
    {
        let (low, high) = (format_decimal(low.normalize()), format_decimal(high.normalize()));
        let words = if low == high {
            format!("Accepté : {low} {unit}")
        } else {
            format!("Accepté : de {low} à {high} {unit}")
        };
        secondary(ui, fr(words.trim_end()));
    }
}

/// Shows where a computed key comes from, and its value.
pub fn computed(ui: &mut Ui, desk: &mut Desk<'_>, question: &Question, cell: &str) {
    let label = fr("Cellule d'un calcul qui donne la clé (vide : clé saisie)");
    if let Some(text) = line(ui, Field::new(&label).limit(200), cell).text {
        desk.type_in(question_edit(question, "clé", |changed| {
            if let QuestionKind::Number { cell, .. } = &mut changed.answer {
                *cell = text;
            }
        }));
    }
    let solved = desk.open.derived().solved.as_ref();
    let solved = solved.and_then(|solved| solved.case.question(&question.id));
    if let Some(QuestionKind::Number { key: Some(key), unit, .. }) = solved.map(|q| &q.answer) {
        let words = format!("Clé calculée : {} {unit}", format_decimal(*key));
        secondary(ui, fr(words.trim_end()));
    }
}

fn number_edit(
    question: &Question,
    what: &'static str,
    change: impl FnOnce(&mut Option<Decimal>, &mut Tolerance),
) -> Edit {
    question_edit(question, what, |changed| {
        if let QuestionKind::Number { key, tolerance, .. } = &mut changed.answer {
            change(key, tolerance);
        }
    })
}

fn unit_edit(question: &Question, text: String) -> Edit {
    question_edit(question, "unité", |changed| {
        if let QuestionKind::Number { unit, .. } = &mut changed.answer {
            *unit = text;
        }
    })
}
