//! Annexes, context and instructions beside the question, with a search and a pinned annexe.

use egui::{Key, ScrollArea, Ui};

use super::commands::{Command, Deed};
use super::layout::at_end;
use super::reading::{Page, Reading};
use super::sitting::Sitting;
use crate::desktop::paper::{exhibit, fr, rich};
use crate::desktop::ui_kit::tokens::{height, space};
use crate::desktop::ui_kit::{
    Button, Field, Icon, LabelPlace, Tab, divider, row, secondary, strong, subtitle, tabs,
};
use crate::domain::case_study::Subject;

/// Share of the height left to the open page above a pinned annexe.
const UPPER_SHARE: f32 = 0.55;

/// Shows the tabs, the search, the open page and the pinned annexe.
pub(super) fn show(
    ui: &mut Ui,
    sitting: &Sitting,
    search_wants_focus: bool,
    asked: &mut Vec<Command>,
) {
    let (reading, subject) = (&sitting.reading, sitting.copy.subject());
    page_tabs(ui, reading, asked);
    tools(ui, reading, asked);
    if reading.search_is_open() {
        search(ui, reading, search_wants_focus, asked);
    }
    let pinned = reading.pinned();
    let tall = ui.available_height();
    let upper = if pinned.is_some() { tall * UPPER_SHARE } else { tall };
    scrolled(ui, ("lecture", reading.active()), upper, |ui| {
        ui.push_id("lecture", |ui| show_page(ui, subject, reading.active()));
    });
    if let Some(index) = pinned {
        show_pinned(ui, subject, index, asked);
    }
}

fn scrolled(ui: &mut Ui, id: (&'static str, Page), most: f32, add_contents: impl FnOnce(&mut Ui)) {
    let area = ScrollArea::vertical().id_salt(id).auto_shrink([false, false]);
    area.max_height(most.max(0.0)).show(ui, add_contents);
}

/// Cited annexes and the open one are written in full, the others by their number.
fn page_tabs(ui: &mut Ui, reading: &Reading, asked: &mut Vec<Command>) {
    let pages = reading.pages();
    let names: Vec<String> = pages.iter().map(|page| tab_name(reading, *page)).collect();
    let shown: Vec<Tab<'_>> = names.iter().map(|name| Tab::new(name)).collect();
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
        _ => page_name(page),
    }
}

fn page_name(page: Page) -> String {
    match page {
        Page::Exhibit(index) => format!("Annexe {}", index + 1),
        Page::Context => "Contexte".to_owned(),
        Page::Instructions => "Consignes".to_owned(),
    }
}

fn tools(ui: &mut Ui, reading: &Reading, asked: &mut Vec<Command>) {
    ui.horizontal_wrapped(|ui| {
        let open = reading.search_is_open();
        let find = Button::quiet("Rechercher").small().icon(Icon::Search).key("Ctrl F");
        if find.selected(open).id_salt("rechercher").show(ui).clicked() {
            asked.push(Command::Deed(Deed::ShowSearch(!open)));
        }
        if let Page::Exhibit(index) = reading.active() {
            let pinned = reading.pinned() == Some(index);
            let name = fr(&format!("Épingler l'annexe {} en bas", index + 1));
            let pin = Button::quiet("Épingler").small().icon(Icon::Window).name(&name);
            if pin.selected(pinned).id_salt("epingler").show(ui).clicked() {
                asked.push(Command::Deed(Deed::Pin((!pinned).then_some(index))));
            }
        }
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
            let name = page_name(*page);
            let words = fr(&format!("{name} ({times})"));
            let spoken = fr(&format!("Ouvrir {name}, trouvé {times} fois"));
            let link = Button::link(&words).name(&spoken).id_salt(("trouve", *page));
            if link.show(ui).clicked() {
                asked.push(Command::Deed(Deed::OpenPage(*page)));
            }
        }
    });
}

fn show_page(ui: &mut Ui, subject: &Subject, page: Page) {
    match page {
        Page::Exhibit(index) => show_exhibit(ui, subject, index),
        Page::Context => {
            subtitle(ui, "Contexte");
            rich(ui, &subject.context);
        }
        Page::Instructions => show_instructions(ui, subject),
    }
}

fn show_exhibit(ui: &mut Ui, subject: &Subject, index: usize) {
    if let Some(content) = subject.exhibits.get(index) {
        subtitle(ui, fr(&content.title));
        exhibit(ui, content, &subject.pictures);
    }
}

fn show_instructions(ui: &mut Ui, subject: &Subject) {
    subtitle(ui, "Consignes");
    lines(ui, "consignes", &subject.instructions);
    if subject.reading_minutes > 0 {
        secondary(ui, fr(&format!("Lecture conseillée : {} min.", subject.reading_minutes)));
    }
    let materials = &subject.materials;
    for (name, list) in
        [("Matériel autorisé", &materials.allowed), ("Matériel interdit", &materials.forbidden)]
    {
        if !list.is_empty() {
            strong(ui, fr(name));
            lines(ui, name, list);
        }
    }
}

/// A list, each line in light Markdown.
fn lines(ui: &mut Ui, id: &str, list: &[String]) {
    let items: Vec<String> =
        list.iter().map(|line| format!("- {}\n", line.replace('\n', " "))).collect();
    ui.push_id(id, |ui| rich(ui, &items.concat()));
}

fn show_pinned(ui: &mut Ui, subject: &Subject, index: usize, asked: &mut Vec<Command>) {
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
    let left = ui.available_height();
    scrolled(ui, ("epingle", Page::Exhibit(index)), left, |ui| {
        ui.push_id("epingle", |ui| show_exhibit(ui, subject, index));
    });
}
