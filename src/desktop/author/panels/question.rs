//! One question: statement, minutes, points, criteria, exhibits, answer asked, corrigé.

use egui::Ui;

use super::bar_layout::two_columns;
use super::context::{TEXT_LIMIT, reading};
use super::desk::Desk;
use super::editor::heading;
use super::value_field::{ValueField, area, line};
use super::{cited_exhibits, criteria, key};
use crate::desktop::author::commands::{Command, question_edit};
use crate::desktop::author::model::readings::{LINES, MINUTES, POINTS};
use crate::desktop::author::model::{Asking, FieldKey, Spot};
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::{Button, DropDown, Field, Icon, LabelPlace, divider, section_heading};
use crate::domain::case_study::{Dossier, Edit, Question, WrittenKind};
use crate::domain::identifier::QuestionId;

/// Width of the right column.
const RIGHT: f32 = 216.0;
/// Least width of the left column beside it.
const LEAST_LEFT: f32 = 320.0;
/// Width of a field of minutes or points.
const NUMBER: f32 = 96.0;

/// Shows the editor.
pub fn show(ui: &mut Ui, desk: &mut Desk<'_>, id: &QuestionId) {
    let Some(question) = desk.case().question(id) else { return };
    heading(ui, desk, |ui, desk| buttons(ui, desk, question));
    two_columns(
        ui,
        (RIGHT, LEAST_LEFT),
        desk,
        |ui, desk| statement(ui, desk, question),
        |ui, desk| figures(ui, desk, question),
    );
    criteria::show(ui, desk, question);
    cited_exhibits::show(ui, desk, question);
    divider(ui);
    section_heading(ui, &fr("Réponse du candidat"), |_| {});
    key::show(ui, desk, question);
    divider(ui);
    marking(ui, desk, question);
}

fn buttons(ui: &mut Ui, desk: &mut Desk<'_>, question: &Question) {
    let rank = desk.case().number_of(&question.id).unwrap_or(1);
    let dossiers = &desk.case().dossiers;
    let at_end = |dossier: Option<&Dossier>, last: bool| {
        let questions = dossier.map(|dossier| dossier.questions.as_slice()).unwrap_or_default();
        let edge = if last { questions.last() } else { questions.first() };
        edge.is_some_and(|edge| edge.id == question.id)
    };
    let moves = [
        (Icon::ChevronUp, "Monter la question", -1, !at_end(dossiers.first(), false)),
        (Icon::ChevronDown, "Descendre la question", 1, !at_end(dossiers.last(), true)),
    ];
    for (icon, verb, by, enabled) in moves {
        let name = fr(&format!("{verb} {rank}"));
        let reason = fr("La question est au bout de la liste.");
        let button = Button::sign(icon, &name).small().enabled(enabled, &reason);
        if button.id_salt(verb).show(ui).clicked() {
            desk.apply(Edit::MoveQuestion(question.id.clone(), by));
        }
    }
    if Button::quiet("Dupliquer").small().id_salt("dupliquer").show(ui).clicked() {
        desk.ask(Command::Duplicate(question.id.clone()));
    }
    if Button::quiet("Supprimer").small().id_salt("supprimer").show(ui).clicked() {
        desk.view.asking = Some(Asking::Removal(Spot::Question(question.id.clone())));
    }
}

fn statement(ui: &mut Ui, desk: &mut Desk<'_>, question: &Question) {
    let field = Field::new("Titre de la question").place(LabelPlace::Hidden).hint("Titre");
    let name = line(ui, field, &question.title);
    desk.first_field(&name.response);
    if let Some(text) = name.text {
        desk.type_in(question_edit(question, "titre", |changed| changed.title = text));
    }
    let field = Field::new("Énoncé").place(LabelPlace::Hidden).limit(TEXT_LIMIT);
    let field = field.hint("Énoncé : ce que le candidat doit faire");
    if let Some(text) = area(ui, field, &question.statement, 6).text {
        desk.type_in(question_edit(question, "énoncé", |changed| changed.statement = text));
    }
}

fn figures(ui: &mut Ui, desk: &mut Desk<'_>, question: &Question) {
    let id = &question.id;
    ValueField::new(FieldKey::Minutes(id.clone()), "Minutes conseillées").width(NUMBER).show(
        ui,
        desk,
        (&MINUTES, &question.minutes),
        |minutes| question_edit(question, "minutes", |changed| changed.minutes = minutes),
    );
    ValueField::new(FieldKey::Points(id.clone()), "Points (aide interne)").width(NUMBER).show(
        ui,
        desk,
        (&POINTS, &question.points),
        |points| question_edit(question, "points", |changed| changed.points = points),
    );
    let current = question.answer.written_kind();
    let mut rank = WrittenKind::ALL.iter().position(|kind| *kind == current).unwrap_or_default();
    let labels = WrittenKind::ALL.map(WrittenKind::label);
    let list = DropDown::new("Type de réponse").width(RIGHT - 16.0);
    if list.show(ui, &mut rank, &labels).changed()
        && let Some(kind) = WrittenKind::ALL.get(rank)
    {
        desk.ask(Command::SwitchKind(id.clone(), *kind));
    }
}

/// What the corrector reads: expected elements and model answer.
fn marking(ui: &mut Ui, desk: &mut Desk<'_>, question: &Question) {
    section_heading(ui, &fr("Corrigé"), |_| {});
    let key = FieldKey::Expected(question.id.clone());
    ValueField::new(key, "Éléments attendus, un par ligne").rows(4).show(
        ui,
        desk,
        (&LINES, &question.expected),
        |expected| {
            question_edit(question, "éléments attendus", |changed| changed.expected = expected)
        },
    );
    let field = Field::new("Réponse modèle").limit(TEXT_LIMIT);
    if let Some(text) = area(ui, field, &question.model_answer, 6).text {
        desk.type_in(question_edit(question, "réponse modèle", |changed| {
            changed.model_answer = text;
        }));
    }
    let shown = desk.open.derived().with_figures(&question.model_answer, |solved| {
        solved.question(&question.id).map(|same| same.model_answer.as_str())
    });
    reading(ui, shown);
}
