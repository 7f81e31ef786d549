//! Annexes, context and instructions beside the question, with a search and a pinned annexe.

use egui::{Key, Rect, ScrollArea, Ui};

use super::commands::{Command, Deed};
use super::layout::at_end;
use super::reading::{Page, Reading, ReadingDeed};
use super::sitting::Sitting;
use super::tools::{line_guide, reading_bar, reading_page};
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::tokens::{height, line_height, space, type_size};
use crate::desktop::ui_kit::{
    Button, Field, Icon, LabelPlace, Tab, divider, page_keys, row, secondary, strong, tabs,
};
use crate::domain::case_study::Subject;

/// Share of the height left to the open page above a pinned annexe.
const UPPER_SHARE: f32 = 0.55;

/// The area of the open page, for the band of the reading guide.
pub(super) const GUIDED: &str = "annexes";

/// Shows the tabs, the search, the open page and the pinned annexe.
pub(super) fn show(
    ui: &mut Ui,
    sitting: &Sitting,
    search_wants_focus: bool,
    asked: &mut Vec<Command>,
) {
    let (reading, subject) = (&sitting.reading, sitting.copy.subject());
    let mut wished = Vec::new();
    page_tabs(ui, subject, reading, asked);
    tools(ui, reading, &mut wished, asked);
    if reading.search_is_open() {
        search(ui, reading, search_wants_focus, asked);
    }
    reading_bar::wheel(ui, ui.available_rect_before_wrap(), &mut wished);
    let pinned = reading.pinned();
    let tall = ui.available_height();
    let upper = if pinned.is_some() { tall * UPPER_SHARE } else { tall };
    let page = reading.active();
    let open = scrolled(ui, ("lecture", page), upper, |ui| {
        ui.push_id("lecture", |ui| reading_page::show(ui, subject, reading, page, &mut wished));
        page_keys(ui);
    });
    line_guide::dim(ui, GUIDED, open, line_height(type_size::BODY) * reading.zoom().factor());
    if let Some(index) = pinned {
        show_pinned(ui, subject, reading, index, &mut wished, asked);
    }
    asked.extend(wished.into_iter().map(|deed| Command::Deed(Deed::Reading(deed))));
}

/// A page that scrolls; gives the place of what is seen of it.
fn scrolled(
    ui: &mut Ui,
    id: (&'static str, Page),
    most: f32,
    add_contents: impl FnOnce(&mut Ui),
) -> Rect {
    let area = ScrollArea::vertical().id_salt(id).auto_shrink([false, false]);
    area.max_height(most.max(0.0)).show(ui, add_contents).inner_rect
}

/// Cited annexes and the open one are written in full, the others by their number.
fn page_tabs(ui: &mut Ui, subject: &Subject, reading: &Reading, asked: &mut Vec<Command>) {
    let pages = reading.pages();
    let names: Vec<(String, String)> = pages
        .iter()
        .map(|page| (tab_name(reading, *page), reading_page::full_name(subject, *page)))
        .collect();
    let shown: Vec<Tab<'_>> =
        names.iter().map(|(label, name)| Tab::new(label).name(name)).collect();
    let mut active = pages.iter().position(|page| *page == reading.active()).unwrap_or(0);
    if tabs(ui, "annexes", &mut active, &shown).changed()
        && let Some(page) = pages.get(active)
    {
        asked.push(Command::Deed(Deed::OpenPage(*page)));
    }
}

fn tab_name(reading: &Reading, page: Page) -> String {
    match page {
        Page::Exhibit(index) if !reading.is_cited(page) && reading.active() != page => {
            (index + 1).to_string()
        }
        _ => reading_page::name(page),
    }
}

fn tools(ui: &mut Ui, reading: &Reading, wished: &mut Vec<ReadingDeed>, asked: &mut Vec<Command>) {
    ui.horizontal_wrapped(|ui| {
        let open = reading.search_is_open();
        let find = Button::quiet("Rechercher").small().icon(Icon::Search).key("Ctrl F");
        if find.selected(open).id_salt("rechercher").show(ui).clicked() {
            asked.push(Command::Deed(Deed::ShowSearch(!open)));
        }
        reading_bar::highlighter(ui, reading, reading.active(), wished);
        if let Page::Exhibit(index) = reading.active() {
            let pinned = reading.pinned() == Some(index);
            let name = fr(&format!("Épingler l'annexe {} en bas", index + 1));
            let pin = Button::quiet("Épingler").small().icon(Icon::ChevronDown).name(&name);
            if pin.selected(pinned).id_salt("epingler").show(ui).clicked() {
                asked.push(Command::Deed(Deed::Pin((!pinned).then_some(index))));
            }
        }
        reading_bar::sizes(ui, reading, wished);
        reading_bar::other_window(ui, reading, wished);
    });
}

fn search(ui: &mut Ui, reading: &Reading, wants_focus: bool, asked: &mut Vec<Command>) {
    let mut typed = reading.search().typed().to_owned();
    let field = Field::new("Rechercher dans les annexes").place(LabelPlace::Hidden).limit(80);
    let response = field.hint("Rechercher dans les annexes").text(ui, &mut typed);
    if wants_focus {
        response.request_focus();
    }
    let left_with = |key| response.lost_focus() && ui.input(|input| input.key_pressed(key));
    let found = reading.search().found();
    if response.changed() {
        asked.push(Command::Deed(Deed::LookFor(typed.clone())));
    }
    if left_with(Key::Escape) {
        asked.push(Command::Deed(Deed::ShowSearch(false)));
    }
    if left_with(Key::Enter)
        && let Some((page, _)) = found.first()
    {
        asked.push(Command::Deed(Deed::OpenPage(*page)));
    }
    if found.is_empty() {
        if !typed.trim().is_empty() {
            secondary(ui, fr("Aucune annexe ne contient ces mots."));
        }
        return;
    }
    ui.horizontal_wrapped(|ui| {
        for (page, times) in found {
            let name = reading_page::name(*page);
            let words = fr(&format!("{name} ({times})"));
            let spoken = fr(&format!("Ouvrir {name}, trouvé {times} fois"));
            let link = Button::link(&words).name(&spoken).id_salt(("trouve", *page));
            if link.show(ui).clicked() {
                asked.push(Command::Deed(Deed::OpenPage(*page)));
            }
        }
    });
}

fn show_pinned(
    ui: &mut Ui,
    subject: &Subject,
    reading: &Reading,
    index: usize,
    wished: &mut Vec<ReadingDeed>,
    asked: &mut Vec<Command>,
) {
    divider(ui);
    row(ui, height::BUTTON_SMALL, |ui| {
        strong(ui, fr(&format!("Annexe {}, épinglée", index + 1)));
        at_end(ui, "retirer", |ui| {
            let name = fr("Retirer l'annexe épinglée");
            if Button::sign(Icon::Close, &name).small().id_salt("retirer").show(ui).clicked() {
                asked.push(Command::Deed(Deed::Pin(None)));
            }
        });
    });
    ui.add_space(space::TINY);
    let (left, page) = (ui.available_height(), Page::Exhibit(index));
    scrolled(ui, ("epingle", page), left, |ui| {
        ui.push_id("epingle", |ui| reading_page::show(ui, subject, reading, page, wished));
    });
}
