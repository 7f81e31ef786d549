//! The list of the exhibits: their order and the questions that cite them.

use egui::Ui;

use super::desk::Desk;
use super::editor::heading;
use crate::desktop::author::commands::{Addition, Command};
use crate::desktop::author::model::Spot;
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::{Button, Icon, card, label, secondary};
use crate::domain::case_study::{CaseStudy, Edit, Exhibit};

/// Shows the list.
pub fn show(ui: &mut Ui, desk: &mut Desk<'_>) {
    heading(ui, desk, |ui, desk| {
        let button = Button::new("Annexe").icon(Icon::Plus).name("Ajouter une annexe");
        let response = button.id_salt("annexe-nouvelle").show(ui);
        desk.first_field(&response);
        if response.clicked() {
            desk.ask(Command::Add(Addition::Exhibit));
        }
    });
    let case = desk.case();
    if case.exhibits.is_empty() {
        label(
            ui,
            fr(
                "Aucune annexe. Une annexe porte des textes, des tableaux ou des images que les questions citent.",
            ),
        );
    }
    for (index, exhibit) in case.exhibits.iter().enumerate() {
        ui.push_id((index, exhibit.id.as_str()), |ui| {
            card(ui, |ui| line(ui, desk, index, exhibit));
        });
    }
}

fn line(ui: &mut Ui, desk: &mut Desk<'_>, index: usize, exhibit: &Exhibit) {
    let case = desk.case();
    let words = fr(&format!("Annexe {}, {}", index + 1, exhibit.title));
    if Button::link(&words).id_salt("ouvrir").show(ui).clicked() {
        desk.ask(Command::Select(Spot::Exhibit(exhibit.id.clone())));
    }
    ui.horizontal_wrapped(|ui| {
        move_buttons(ui, desk, index, exhibit);
        secondary(ui, fr(&cited_words(case, exhibit)));
    });
}

/// Buttons that move an exhibit up and down.
pub fn move_buttons(ui: &mut Ui, desk: &mut Desk<'_>, index: usize, exhibit: &Exhibit) {
    let last = desk.case().exhibits.len().saturating_sub(1);
    let moves = [
        (Icon::ChevronUp, "Monter l'annexe", -1, index > 0, "L'annexe est la première."),
        (Icon::ChevronDown, "Descendre l'annexe", 1, index < last, "L'annexe est la dernière."),
    ];
    for (icon, name, by, enabled, reason) in moves {
        let (name, reason) = (fr(name), fr(reason));
        let button = Button::sign(icon, &name).small().enabled(enabled, &reason);
        if button.id_salt(("deplacer", by)).show(ui).clicked() {
            desk.apply(Edit::MoveExhibit(exhibit.id.clone(), by));
        }
    }
}

/// « Citée par les questions 2 et 4. »
pub fn cited_words(case: &CaseStudy, exhibit: &Exhibit) -> String {
    let ranks: Vec<String> = case
        .questions()
        .enumerate()
        .filter(|(_, question)| question.exhibits.contains(&exhibit.id))
        .map(|(rank, _)| (rank + 1).to_string())
        .collect();
    match ranks.as_slice() {
        [] => "Aucune question ne la cite.".to_owned(),
        [one] => format!("Citée par la question {one}."),
        [others @ .., last] => format!("Citée par les questions {} et {last}.", others.join(", ")),
    }
}
