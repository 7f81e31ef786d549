//! One exhibit: its title and its blocks.

use egui::Ui;

use super::desk::Desk;
use super::editor::heading;
use super::exhibits::{cited_words, move_buttons};
use super::value_field::line;
use super::{exhibit_block, exhibit_view};
use crate::desktop::author::commands::exhibit_edit;
use crate::desktop::author::model::{Asking, ReadTable, Spot};
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::{Button, Field, Icon, card, field_name, label, secondary};
use crate::domain::case_study::{Exhibit, ExhibitBlock};
use crate::domain::identifier::ExhibitId;

/// Shows the editor.
pub fn show(ui: &mut Ui, desk: &mut Desk<'_>, id: &ExhibitId) {
    let case = desk.case();
    let Some(index) = case.exhibits.iter().position(|exhibit| &exhibit.id == id) else { return };
    let Some(exhibit) = case.exhibits.get(index) else { return };
    heading(ui, desk, |ui, desk| {
        move_buttons(ui, desk, index, exhibit);
        if Button::quiet("Supprimer").small().id_salt("supprimer").show(ui).clicked() {
            desk.view.asking = Some(Asking::Removal(Spot::Exhibit(id.clone())));
        }
    });
    secondary(ui, fr(&cited_words(case, exhibit)));
    let name = line(ui, Field::new("Titre"), &exhibit.title);
    desk.first_field(&name.response);
    if let Some(text) = name.text {
        desk.type_in(exhibit_edit(exhibit, |changed| changed.title = text));
    }
    if exhibit.content.is_empty() {
        label(
            ui,
            fr(
                "L'annexe est vide. Ajoutez un texte, un tableau, une image ou une vue des données.",
            ),
        );
    }
    for (rank, block) in exhibit.content.iter().enumerate() {
        ui.push_id(("bloc", rank), |ui| {
            card(ui, |ui| {
                block_heading(ui, desk, exhibit, rank);
                exhibit_block::show(ui, desk, exhibit, rank, block);
            });
        });
    }
    add_buttons(ui, desk, exhibit);
}

/// Rank and kind of a block, and the buttons that move or remove it.
fn block_heading(ui: &mut Ui, desk: &mut Desk<'_>, exhibit: &Exhibit, rank: usize) {
    let kind = exhibit.content.get(rank).map_or("", exhibit_block::kind_label);
    let number = rank + 1;
    let last = exhibit.content.len().saturating_sub(1);
    ui.horizontal_wrapped(|ui| {
        field_name(ui, fr(&format!("Bloc {number} : {kind}")));
        let moves = [
            (
                Icon::ChevronUp,
                "Monter le bloc",
                rank.wrapping_sub(1),
                rank > 0,
                "C'est le premier.",
            ),
            (Icon::ChevronDown, "Descendre le bloc", rank + 1, rank < last, "C'est le dernier."),
        ];
        for (icon, verb, target, enabled, reason) in moves {
            let (name, reason) = (fr(&format!("{verb} {number}")), fr(reason));
            let button = Button::sign(icon, &name).small().enabled(enabled, &reason);
            if button.id_salt(verb).show(ui).clicked() {
                desk.view.drafts.swap_blocks(&exhibit.id, rank, target);
                desk.apply(exhibit_edit(exhibit, |changed| changed.content.swap(rank, target)));
            }
        }
        let name = fr(&format!("Retirer le bloc {number}"));
        if Button::sign(Icon::Trash, &name).small().id_salt("retirer").show(ui).clicked() {
            desk.view.drafts.remove_block(&exhibit.id, rank);
            desk.apply(exhibit_edit(exhibit, |changed| {
                changed.content.remove(rank);
            }));
        }
    });
}

fn add_buttons(ui: &mut Ui, desk: &mut Desk<'_>, exhibit: &Exhibit) {
    ui.horizontal_wrapped(|ui| {
        field_name(ui, "Ajouter un bloc");
        let first = desk.open.pictures().names().first().cloned().unwrap_or_default();
        let blocks = [
            ("Texte", Icon::Note, ExhibitBlock::Text { markdown: String::new() }),
            ("Tableau", Icon::Table, ReadTable::blank().into_block()),
            ("Image", Icon::Eye, ExhibitBlock::Picture { file: first, description: String::new() }),
        ];
        for (word, icon, block) in blocks {
            let name = fr(&format!("Ajouter un bloc : {}", word.to_lowercase()));
            let button = Button::new(word).small().icon(icon).name(&name);
            if button.id_salt(("bloc-nouveau", word)).show(ui).clicked() {
                desk.apply(exhibit_edit(exhibit, |changed| changed.content.push(block)));
            }
        }
        exhibit_view::add_button(ui, desk, exhibit);
    });
}
