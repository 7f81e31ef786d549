//! A page to read: an annexe with its highlights, the context or the instructions.

use egui::Ui;

use super::super::reading::{Page, Reading, ReadingDeed};
use super::highlights::{Passage, counted};
use crate::desktop::paper::{ExhibitLook, exhibit_as, fr, heading_as, rich_as};
use crate::desktop::ui_kit::tokens::space;
use crate::desktop::ui_kit::{Button, Icon, icon, palette, secondary};
use crate::domain::case_study::{Exhibit, Subject};

/// Full name of a page.
pub fn name(page: Page) -> String {
    match page {
        Page::Exhibit(index) => format!("Annexe {}", index + 1),
        Page::Context => "Contexte".to_owned(),
        Page::Instructions => "Consignes".to_owned(),
    }
}

/// Name of a page with the title of its annexe.
pub fn full_name(subject: &Subject, page: Page) -> String {
    let title = match page {
        Page::Exhibit(index) => subject.exhibits.get(index).map(|exhibit| exhibit.title.as_str()),
        Page::Context | Page::Instructions => None,
    };
    title.map_or_else(|| name(page), |title| fr(&format!("{}, {title}", name(page))))
}

/// Shows a page at the size the reader chose.
pub fn show(
    ui: &mut Ui,
    subject: &Subject,
    reading: &Reading,
    page: Page,
    asked: &mut Vec<ReadingDeed>,
) {
    let zoom = reading.zoom().factor();
    match page {
        Page::Exhibit(index) => {
            if let Some(exhibit) = subject.exhibits.get(index) {
                show_exhibit(ui, subject, exhibit, reading, asked);
            }
        }
        Page::Context => {
            heading_as(ui, "Contexte", zoom);
            rich_as(ui, &subject.context, zoom);
        }
        Page::Instructions => show_instructions(ui, subject, zoom),
    }
}

fn show_exhibit(
    ui: &mut Ui,
    subject: &Subject,
    exhibit: &Exhibit,
    reading: &Reading,
    asked: &mut Vec<ReadingDeed>,
) {
    let highlighted = reading.highlights().within(&exhibit.id);
    let look = ExhibitLook {
        zoom: reading.zoom().factor(),
        highlighted: &highlighted,
        pressable: reading.is_highlighting(),
    };
    heading_as(ui, &exhibit.title, look.zoom);
    if look.pressable {
        secondary(ui, fr("Appuyez sur une ligne ou un paragraphe pour le surligner."));
    }
    if let Some((block, part)) = exhibit_as(ui, exhibit, &subject.pictures, &look) {
        let exhibit = exhibit.id.clone();
        asked.push(ReadingDeed::Toggle(Passage { exhibit, block, part }));
    }
    if !highlighted.is_empty() || look.pressable {
        show_count(ui, exhibit, highlighted.len(), asked);
    }
}

/// « 2 passages surlignés par vous », and how to take them off.
fn show_count(ui: &mut Ui, exhibit: &Exhibit, passages: usize, asked: &mut Vec<ReadingDeed>) {
    ui.add_space(space::TINY);
    ui.horizontal_wrapped(|ui| {
        let color = palette(ui).text_2;
        icon(ui, Icon::Pencil, 14.0, color);
        secondary(ui, fr(&counted(passages)));
        let name = fr("Effacer tous vos surlignages de cette annexe");
        let button = Button::link("Effacer").name(&name).id_salt("effacer-surlignage");
        if passages > 0 && button.show(ui).clicked() {
            asked.push(ReadingDeed::Erase(exhibit.id.clone()));
        }
    });
}

fn show_instructions(ui: &mut Ui, subject: &Subject, zoom: f32) {
    heading_as(ui, "Consignes", zoom);
    lines(ui, "consignes", &subject.instructions, zoom);
    if subject.reading_minutes > 0 {
        let words = format!("Lecture conseillée : {} min.", subject.reading_minutes);
        ui.push_id("lecture", |ui| rich_as(ui, &words, zoom));
    }
    let materials = &subject.materials;
    for (name, list) in [
        ("Matériel autorisé", &materials.allowed_lines()),
        ("Matériel interdit", &materials.forbidden),
    ] {
        if !list.is_empty() {
            ui.push_id(("titre", name), |ui| rich_as(ui, &format!("**{name}**"), zoom));
            lines(ui, name, list, zoom);
        }
    }
}

/// A list, each line in light Markdown.
fn lines(ui: &mut Ui, id: &str, list: &[String], zoom: f32) {
    let items: Vec<String> =
        list.iter().map(|line| format!("- {}\n", line.replace('\n', " "))).collect();
    ui.push_id(id, |ui| rich_as(ui, &items.concat(), zoom));
}
