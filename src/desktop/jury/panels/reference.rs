//! What the juror looks up: the model answer, and what they changed on this page.

use egui::{ScrollArea, Ui};

use super::correction::nothing;
use super::desk::Desk;
use crate::desktop::jury::model::{HistoryLine, Page, history_of};
use crate::desktop::paper::{answer_reading, fr, rich};
use crate::desktop::ui_kit::tokens::type_size;
use crate::desktop::ui_kit::{
    Run, bullets, divider, label, paragraph, secondary, side_page_keys, subtitle,
};
use crate::domain::case_study::{Question, QuestionKind};

/// Shows the model answer of the question on screen.
pub fn model_answer(ui: &mut Ui, desk: &Desk<'_>) {
    let bench = desk.bench;
    let Page::Question(id) = desk.view.page(bench) else {
        secondary(ui, fr("Cette page n'a pas de corrigé : elle ne porte pas sur une question."));
        return;
    };
    let Some(candidate) = &desk.view.candidate else { return nothing(ui) };
    let Some((question, asked)) = bench.question(candidate, id) else { return };
    ScrollArea::vertical().id_salt("jury_model_answer").show(ui, |ui| {
        ui.take_available_width();
        subtitle(ui, fr(&question.title));
        let model = bench.model_answer(candidate, id);
        if !is_text(question) {
            answer_reading(ui, asked, model, None, None);
        }
        if !question.model_answer.trim().is_empty() {
            rich(ui, &question.model_answer);
        }
        expected(ui, question);
        side_page_keys(ui);
    });
}

fn is_text(question: &Question) -> bool {
    matches!(question.answer, QuestionKind::LongText { .. } | QuestionKind::ShortText {})
}

fn expected(ui: &mut Ui, question: &Question) {
    if question.expected.is_empty() {
        return;
    }
    divider(ui);
    secondary(ui, fr("Éléments attendus"));
    let items: Vec<Vec<Run>> =
        question.expected.iter().map(|element| vec![Run::plain(fr(element))]).collect();
    bullets(ui, &items, None, type_size::BODY);
}

/// Shows what the juror changed on the page on screen, newest first.
pub fn history(ui: &mut Ui, desk: &mut Desk<'_>) {
    remember(desk);
    let Some((_, lines)) = &desk.view.history else { return };
    ScrollArea::vertical().id_salt("jury_history").show(ui, |ui| {
        ui.take_available_width();
        if lines.is_empty() {
            label(ui, fr("Vous n'avez encore rien jugé ici."));
        }
        for line in lines {
            show_line(ui, line);
        }
    });
}

fn show_line(ui: &mut Ui, line: &HistoryLine) {
    let runs = [
        Run::plain(format!("{} : ", line.when)),
        Run::bold(fr(&line.what)),
        Run::plain(fr(&format!(", {}", line.change))),
    ];
    paragraph(ui, &runs, type_size::SECONDARY);
    if !line.reason.is_empty() {
        secondary(ui, fr(&format!("Motif : {}", line.reason)));
    }
    divider(ui);
}

/// Reads the history again only where something was recorded since.
fn remember(desk: &mut Desk<'_>) {
    let Some(candidate) = desk.view.candidate.clone() else { return };
    let Some(juror) = desk.bench.juror() else { return };
    let page = desk.view.page(desk.bench).clone();
    let known = desk.bench.folder.candidates.get(&candidate);
    let evaluation = known.and_then(|known| known.evaluations.get(&juror.id));
    let count = evaluation.map_or(0, |file| file.records.len());
    let key = (candidate, page, count);
    if desk.view.history.as_ref().is_some_and(|(known, _)| *known == key) {
        return;
    }
    let today = desk.now.date_naive();
    let lines = evaluation
        .map(|file| history_of(&desk.bench.reference, file, &key.1, today))
        .unwrap_or_default();
    desk.view.history = Some((key, lines));
}
