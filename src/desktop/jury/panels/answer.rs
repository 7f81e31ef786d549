//! The answer of the copy on screen, with its automatic marks.

use egui::Ui;

use super::correction::nothing;
use super::desk::Desk;
use crate::desktop::jury::model::Page;
use crate::desktop::paper::{answer_reading, fr, rich};
use crate::desktop::ui_kit::tokens::height;
use crate::desktop::ui_kit::{
    BannerKind, Icon, State, banner, card, chip, count_chip, label, row, secondary,
    small_check_box, subtitle, title,
};
use crate::domain::answers::AnswerSheet;
use crate::domain::case_study::Question;
use crate::domain::french::format_decimal;
use crate::domain::grading::{CellState, ConstraintCheck, QuestionMark};
use crate::domain::identifier::{CandidateId, QuestionId};

/// Shows the answer, or what stands in its place on the other pages.
pub fn show(ui: &mut Ui, desk: &mut Desk<'_>) {
    let Some(candidate) = desk.view.candidate.clone() else { return nothing(ui) };
    let page = desk.view.page(desk.bench).clone();
    heading(ui, desk, &candidate, &page);
    match &page {
        Page::Question(question) => answer(ui, desk, &candidate, question),
        Page::OffCase => {
            label(
                ui,
                fr(
                    "Aucune question de l'étude de cas n'éclaire ces critères. Jugez-les d'après l'entretien et les autres épreuves, ou notez « non observé ».",
                ),
            );
        }
        Page::Synthesis => {
            label(
                ui,
                fr(
                    "Donnez votre avis sur chaque compétence. Vos jugements restent visibles à côté ; rien n'est décidé avant la délibération.",
                ),
            );
            own_evidence(ui, desk, &candidate);
        }
    }
}

fn heading(ui: &mut Ui, desk: &Desk<'_>, candidate: &CandidateId, page: &Page) {
    let entry = desk.bench.reference.entry(page);
    row(ui, height::BUTTON, |ui| {
        title(ui, candidate.as_str());
        if let Some(entry) = entry {
            secondary(ui, fr(&format!("{} : {}", entry.title, entry.subject)));
        }
    });
    let sheet = desk.bench.folder.candidates.get(candidate).and_then(|known| known.sheet.as_ref());
    if let Some(words) = sheet.and_then(AnswerSheet::paper_words) {
        secondary(ui, fr(&words));
    }
}

fn answer(ui: &mut Ui, desk: &mut Desk<'_>, candidate: &CandidateId, id: &QuestionId) {
    let bench = desk.bench;
    let folder = bench.folder.candidates.get(candidate);
    let Some((question, asked)) = bench.question(candidate, id) else { return };
    switches(ui, desk, question);
    let Some(sheet) = folder.and_then(|known| known.sheet.as_ref()) else {
        return no_copy(ui, desk, candidate);
    };
    let mark = bench.facts(candidate).and_then(|facts| facts.marked.questions.get(id));
    if let Some(mark) = mark {
        counts(ui, mark);
        if desk.view.beside.points {
            points(ui, question, mark);
        }
    }
    let key = desk.view.beside.expected.then_some(question);
    card(ui, |ui| answer_reading(ui, asked, sheet.value(id), mark, key));
    if let Some(facts) = bench.facts(candidate) {
        for root in facts.marked.roots_in(id) {
            ui.horizontal_wrapped(|ui| {
                chip(ui, Some(Icon::Bang), &root.number.to_string(), State::Root);
                label(ui, fr(&root.sentence()));
            });
        }
        if let Some(QuestionMark::Placement { checks, measures, .. }) = mark {
            constraints(ui, checks, measures);
        }
    }
}

fn no_copy(ui: &mut Ui, desk: &Desk<'_>, candidate: &CandidateId) {
    let (title, words) = if desk.bench.folder.has_sealed_copy(candidate) {
        ("Copie scellée.", "Ouvrez les copies depuis la vue de la session, avec la clé du jury.")
    } else {
        (
            "Copie absente.",
            "Aucune copie de ce candidat n'est dans le dossier. Demandez-la au surveillant, ou jugez d'après les autres épreuves.",
        )
    };
    banner(ui, BannerKind::Warn, &fr(title), &fr(words), None);
}

/// Constraints of a schedule or an assignment: held or not, and where not.
fn constraints(ui: &mut Ui, checks: &[ConstraintCheck], measures: &[(String, String)]) {
    for check in checks {
        ui.horizontal_wrapped(|ui| {
            let (sign, word, look) = if check.held {
                (Icon::Check, "respectée", State::Ok)
            } else {
                (Icon::Cross, "non respectée", State::Wrong)
            };
            chip(ui, Some(sign), word, look);
            label(ui, fr(&check.label));
        });
        for breach in &check.breaches {
            secondary(ui, fr(breach));
        }
    }
    for (name, value) in measures {
        secondary(ui, fr(&format!("{name} : {value}")));
    }
}

/// What is shown beside the answer: expected values, statement.
fn switches(ui: &mut Ui, desk: &mut Desk<'_>, question: &Question) {
    ui.horizontal_wrapped(|ui| {
        if question.answer.is_marked_automatically() {
            small_check_box(ui, &fr("Valeurs attendues"), &mut desk.view.beside.expected);
        }
        small_check_box(ui, &fr("Énoncé"), &mut desk.view.beside.statement);
    });
    if desk.view.beside.statement {
        card(ui, |ui| {
            subtitle(ui, fr(&question.title));
            rich(ui, &question.statement);
        });
    }
}

/// Counts of the cells of a table by state.
fn counts(ui: &mut Ui, mark: &QuestionMark) {
    let QuestionMark::Table { cells, .. } = mark else { return };
    let of = |state: CellState| cells.iter().filter(|cell| cell.state == state).count();
    ui.horizontal_wrapped(|ui| {
        for (sign, state, look) in [
            (Icon::Check, CellState::Correct, State::Ok),
            (Icon::Elbow, CellState::Consistent, State::Follow),
            (Icon::Bang, CellState::RootError, State::Root),
            (Icon::Cross, CellState::Wrong, State::Wrong),
            (Icon::Dash, CellState::Blank, State::Blank),
        ] {
            // States of follow-through are shown only where there are some.
            if of(state) > 0 || !matches!(state, CellState::Consistent | CellState::RootError) {
                count_chip(ui, Some(sign), state.label(), of(state), look);
            }
        }
        secondary(ui, fr("att. : valeur attendue"));
    });
}

/// Marks, an internal help of the correctors.
fn points(ui: &mut Ui, question: &Question, mark: &QuestionMark) {
    let total = format_decimal(question.points.value());
    let words = match mark.points() {
        Some(earned) => {
            let strict = mark.strict_points().filter(|strict| *strict != earned);
            let strict = strict.map(|strict| {
                format!(" ({} sans report des erreurs)", format_decimal(strict.value()))
            });
            format!(
                "{} point sur {total}{}, aide interne",
                format_decimal(earned.value()),
                strict.unwrap_or_default()
            )
        }
        None => format!("Question sur {total} points, à lire ; aide interne"),
    };
    secondary(ui, fr(&words));
}

/// What the copy shows for each competence, to give an opinion from.
fn own_evidence(ui: &mut Ui, desk: &Desk<'_>, candidate: &CandidateId) {
    let Some(facts) = desk.bench.facts(candidate) else { return };
    for competence in desk.bench.reference.competences() {
        let known = facts.evidence.get(&competence.id).map(Vec::as_slice).unwrap_or_default();
        if known.is_empty() {
            continue;
        }
        card(ui, |ui| {
            subtitle(ui, competence.id.as_str());
            for one in known {
                let words = format!("Question {}, {} : {}", one.number, one.title, one.summary);
                secondary(ui, fr(&words));
            }
        });
    }
}
