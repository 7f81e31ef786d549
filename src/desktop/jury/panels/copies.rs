//! The list of copies or of pages, and its selectors where the window is narrow.

use egui::{ScrollArea, Ui};

use super::desk::Desk;
use super::signs::of_copy;
use crate::desktop::jury::commands::{step_candidate, step_page};
use crate::desktop::jury::model::{CopyFilter, CopyState, Mode, Page, counted};
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::tokens::{height, space};
use crate::desktop::ui_kit::{
    Button, DropDown, Icon, LabelPlace, ListLine, divider, progress_bar, row, row_from_right,
    secondary, subtitle,
};
use crate::domain::identifier::CandidateId;

/// Shows the list at the left of the answer.
pub fn show(ui: &mut Ui, desk: &mut Desk<'_>) {
    let by_question = desk.view.mode == Mode::ByQuestion;
    let page = desk.view.page(desk.bench).clone();
    let title = if by_question {
        desk.bench.reference.entry(&page).map(|entry| entry.title.clone())
    } else {
        desk.view.candidate.as_ref().map(|id| format!("Copie {id}"))
    };
    heading(ui, desk, &title.unwrap_or_default(), by_question);
    let (done, total) = if by_question {
        desk.bench.progress(&page)
    } else {
        let id = desk.view.candidate.as_ref();
        id.map(|id| desk.bench.copy_progress(id)).unwrap_or_default()
    };
    progress_bar(ui, done, total);
    filter(ui, desk);
    ScrollArea::vertical()
        .id_salt("jury_copies")
        .max_height((ui.available_height() - 4.0 * space::LARGE).max(space::HUGE))
        .show(ui, |ui| {
            ui.take_available_width();
            ui.spacing_mut().item_spacing.y = 0.0;
            if by_question {
                copies(ui, desk, &page);
            } else {
                pages(ui, desk, &page);
            }
        });
    divider(ui);
    secondary(ui, fr("Ordre propre à ce juré. Aucun nom avant la délibération."));
}

fn heading(ui: &mut Ui, desk: &mut Desk<'_>, title: &str, by_question: bool) {
    let (before, after) = if by_question {
        ("Question précédente", "Question suivante")
    } else {
        ("Copie précédente", "Copie suivante")
    };
    let mut step = None;
    row(ui, height::BUTTON, |ui| {
        subtitle(ui, fr(title));
        row_from_right(ui, height::BUTTON, |ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            let next = Button::sign(Icon::ChevronRight, after).id_salt("after").small();
            if next.show(ui).clicked() {
                step = Some(true);
            }
            let previous = Button::sign(Icon::ChevronLeft, before).id_salt("before").small();
            if previous.show(ui).clicked() {
                step = Some(false);
            }
        });
    });
    match step {
        Some(forward) if by_question => step_page(desk.bench, desk.view, forward),
        Some(forward) => step_candidate(desk.bench, desk.view, forward),
        None => {}
    }
}

fn filter(ui: &mut Ui, desk: &mut Desk<'_>) {
    let labels = CopyFilter::ALL.map(CopyFilter::label);
    let mut rank =
        CopyFilter::ALL.iter().position(|known| *known == desk.view.filter).unwrap_or_default();
    let shown = DropDown::new("Afficher")
        .place(LabelPlace::Hidden)
        .width(ui.available_width())
        .show(ui, &mut rank, &labels);
    if shown.changed() {
        desk.view.filter = CopyFilter::ALL.get(rank).copied().unwrap_or_default();
    }
}

fn copies(ui: &mut Ui, desk: &mut Desk<'_>, page: &Page) {
    let bench = desk.bench;
    for id in bench.order() {
        let state = bench.copy_state(id, page);
        let selected = desk.view.candidate.as_ref() == Some(id);
        if !selected && !desk.view.filter.accepts(state) {
            continue;
        }
        let detail = match bench.facts(id) {
            Some(facts) if facts.on_paper => "papier",
            Some(_) => "",
            None => bench.missing_copy(id),
        };
        if line(ui, id.as_str(), state, detail, selected) {
            desk.view.correct(id.clone(), page.clone());
        }
    }
}

fn pages(ui: &mut Ui, desk: &mut Desk<'_>, page: &Page) {
    let bench = desk.bench;
    let Some(candidate) = desk.view.candidate.clone() else { return };
    for entry in &bench.reference.pages {
        let state = bench.copy_state(&candidate, &entry.page);
        let selected = &entry.page == page;
        if !selected && !desk.view.filter.accepts(state) {
            continue;
        }
        if line(ui, &fr(&entry.title), state, "", selected) {
            desk.view.correct(candidate.clone(), entry.page.clone());
        }
    }
}

fn line(ui: &mut Ui, text: &str, state: CopyState, detail: &str, selected: bool) -> bool {
    let (sign, word, look) = of_copy(state);
    let (word, detail) = (fr(word), fr(detail));
    let line = ListLine::new(text).id_salt(text).status(sign, &word, look, &detail);
    line.selected(selected).show(ui).clicked()
}

/// Shows selectors of the question and of the copy.
pub fn selectors(ui: &mut Ui, desk: &mut Desk<'_>) {
    let bench = desk.bench;
    let page = desk.view.page(bench).clone();
    let candidate = desk.view.candidate.clone();
    ui.horizontal_wrapped(|ui| {
        let titles: Vec<String> = bench
            .reference
            .pages
            .iter()
            .map(|entry| {
                let state = candidate.as_ref().map(|id| bench.copy_state(id, &entry.page));
                labelled(&entry.title, state)
            })
            .collect();
        let pages = bench.reference.pages.iter().position(|entry| entry.page == page);
        if let Some(rank) = selector(ui, "Page", pages, &titles)
            && let (Some(entry), Some(id)) = (bench.reference.pages.get(rank), &candidate)
        {
            desk.view.correct(id.clone(), entry.page.clone());
        }
        let ids: Vec<String> = bench
            .order()
            .iter()
            .map(|id| labelled(id.as_str(), Some(bench.copy_state(id, &page))))
            .collect();
        let here = bench.order().iter().position(|id| Some(id) == candidate.as_ref());
        if let Some(rank) = selector(ui, "Copie", here, &ids)
            && let Some(id) = bench.order().get(rank)
        {
            desk.view.correct(id.clone(), page.clone());
        }
        let (done, total) = bench.progress(&page);
        let words = counted(done, "copie corrigée", "copies corrigées");
        secondary(ui, fr(&format!("{words} sur {total}")));
    });
}

fn labelled(title: &str, state: Option<CopyState>) -> String {
    let state = state.map(|state| of_copy(state).1).unwrap_or_default();
    fr(&format!("{title} : {state}"))
}

/// A drop-down list; gives the rank just chosen.
fn selector(ui: &mut Ui, label: &str, here: Option<usize>, words: &[String]) -> Option<usize> {
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let mut rank = here.unwrap_or(usize::MAX);
    let shown = DropDown::new(label)
        .place(LabelPlace::Left)
        .width(space::HUGE * 7.0)
        .show(ui, &mut rank, &words);
    shown.changed().then_some(rank)
}

/// Selects the first copy when none is selected.
pub fn select_first(desk: &mut Desk<'_>) {
    let known = desk.view.candidate.as_ref().is_some_and(|id| desk.bench.order().contains(id));
    if !known {
        let first: Option<&CandidateId> = desk.bench.order().first();
        desk.view.candidate = first.cloned();
    }
}
