//! The history of a question: its states by time, and the one looked at, to read.

use egui::{Context, ScrollArea, Ui};

use super::history::{HistoryView, size_words, taking_back, time_words};
use super::layout::sized;
use crate::desktop::paper::{AnswerInput, answer_reading, fr};
use crate::desktop::ui_kit::tokens::space;
use crate::desktop::ui_kit::{
    ButtonKind, Dialog, DialogAnswer, DropDown, ListLine, card, field_name, label, page_keys,
    secondary,
};
use crate::domain::answers::AnswerValue;
use crate::domain::case_study::SubjectQuestion;
use crate::sitting::Version;

/// Width of the dialog, in points.
const WIDTH: f32 = 900.0;
/// Under this width the list of states becomes a selector.
const NARROW: f32 = 560.0;
/// Width of the list of states.
const LIST: f32 = 220.0;
/// Height of what stands around the scrolled parts.
const AROUND: f32 = 220.0;
/// Least height of the scrolled parts.
const LEAST: f32 = 100.0;

/// What is shown: a question, by rank from 0, its answer now and its states, oldest first.
#[derive(Clone, Copy)]
pub(super) struct HistorySight<'a> {
    /// Rank of the question, from 0.
    pub(super) rank: usize,
    /// The question.
    pub(super) question: &'a SubjectQuestion,
    /// Its answer now.
    pub(super) present: Option<&'a AnswerValue>,
    /// Its states, oldest first.
    pub(super) versions: &'a [Version],
}

/// Shows the history of `sight` while it is open; gives what takes an earlier state back, to be
/// written in that question.
pub(super) fn show(
    ctx: &Context,
    view: &mut HistoryView,
    sight: HistorySight<'_>,
) -> Vec<AnswerInput> {
    if view.question() != Some(&sight.question.id) {
        return Vec::new();
    }
    let chosen = sight.versions.iter().rev().nth(view.chosen());
    let inputs = chosen.map_or_else(Vec::new, |version| {
        taking_back(sight.question, sight.present, &version.value)
    });
    let title = fr(&format!("Historique de la question {}", sight.rank + 1));
    let (close, take) = (fr("Fermer"), fr("Reprendre cette version"));
    let reason = fr("C'est ce que contient la question en ce moment.");
    let dialog = Dialog::new("historique", &title)
        .width(WIDTH)
        .button(&close, ButtonKind::Normal)
        .button_if(&take, ButtonKind::Primary, !inputs.is_empty(), &reason);
    let answer = dialog.show(ctx, |ui| content(ui, view, sight));
    match answer {
        DialogAnswer::Open => Vec::new(),
        DialogAnswer::Pressed(1) => {
            view.close();
            inputs
        }
        DialogAnswer::Cancelled | DialogAnswer::Pressed(_) => {
            view.close();
            Vec::new()
        }
    }
}

fn content(ui: &mut Ui, view: &mut HistoryView, sight: HistorySight<'_>) {
    if sight.versions.is_empty() {
        label(ui, fr("Rien n'a encore été écrit dans cette question."));
        return;
    }
    secondary(
        ui,
        fr("Reprendre une version ne perd rien : ce qui est écrit maintenant reste dans la liste."),
    );
    ui.add_space(space::SMALL);
    let most = (ui.ctx().content_rect().height() - AROUND).max(LEAST);
    let lines = lines(sight.versions);
    let room = ui.available_width();
    if room < NARROW {
        selector(ui, view, &lines);
        reading(ui, view.chosen(), sight, most - 60.0);
        return;
    }
    ui.horizontal_top(|ui| {
        sized(ui, LIST, |ui| list(ui, view, &lines, most));
        let width = room - LIST - ui.spacing().item_spacing.x;
        sized(ui, width, |ui| reading(ui, view.chosen(), sight, most));
    });
}

/// Time and size of each state, the latest first.
fn lines(versions: &[Version]) -> Vec<(String, String)> {
    let time = |rank: Option<usize>| rank.and_then(|rank| versions.get(rank)).map(|one| one.at);
    let lines = versions.iter().enumerate().rev().map(|(rank, version)| {
        let neighbours = [time(rank.checked_sub(1)), time(rank.checked_add(1))];
        (time_words(version.at, neighbours), size_words(&version.value))
    });
    lines.collect()
}

fn list(ui: &mut Ui, view: &mut HistoryView, lines: &[(String, String)], most: f32) {
    field_name(ui, fr("Versions"));
    let area = ScrollArea::vertical().id_salt("versions").auto_shrink([false, true]);
    area.max_height(most).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for (rank, (time, size)) in lines.iter().enumerate() {
            let size = fr(size);
            let line = ListLine::new(time).trailing(&size).selected(rank == view.chosen());
            if line.id_salt(rank).show(ui).clicked() {
                view.choose(rank);
            }
        }
    });
}

fn selector(ui: &mut Ui, view: &mut HistoryView, lines: &[(String, String)]) {
    let names: Vec<String> =
        lines.iter().map(|(time, size)| fr(&format!("{time}, {size}"))).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let mut chosen = view.chosen();
    let name = fr("Version");
    if DropDown::new(&name).width(ui.available_width()).show(ui, &mut chosen, &names).changed() {
        view.choose(chosen);
    }
}

fn reading(ui: &mut Ui, chosen: usize, sight: HistorySight<'_>, most: f32) {
    let Some(version) = sight.versions.iter().rev().nth(chosen) else { return };
    // Each state keeps its own place in its page.
    let area = ScrollArea::vertical().id_salt(("version", chosen)).auto_shrink([false, true]);
    area.max_height(most.max(LEAST)).show(ui, |ui| {
        card(ui, |ui| answer_reading(ui, sight.question, Some(&version.value), None, None));
        page_keys(ui);
    });
}
