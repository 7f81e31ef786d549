//! What was made: codes and passphrase to note, files to carry, sheets to print, what to do next.

use std::path::PathBuf;

use egui::{Frame, Margin, ScrollArea, Ui};

use super::asked::Asked;
use super::outcome::{Prepared, ShownSecrets, file_name, groups};
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::tokens::{radius, space, type_size};
use crate::desktop::ui_kit::{
    BannerKind, Button, Icon, TextRole, banner, card, check_box, field_name, label, monospace,
    page_keys, page_title, palette, secondary, strong, styled, subtitle,
};

/// Width of the page, in points.
const COLUMN: f32 = 860.0;

/// Why the page cannot be left yet.
const UNNOTED: &str = "Notez la phrase secrète, puis cochez la case : elle ne sera plus montrée.";

/// Shows the page; `refused` when somebody tried to leave too early, `trouble` when a folder could
/// not be shown.
pub(super) fn show(
    ui: &mut Ui,
    prepared: &mut Prepared,
    refused: bool,
    trouble: Option<&str>,
) -> Option<Asked> {
    let mut asked = None;
    ScrollArea::vertical().id_salt("session-prete").auto_shrink([false, false]).show(ui, |ui| {
        ui.set_max_width(COLUMN);
        page_title(ui, fr("La session est prête"));
        label(ui, fr(&format!("Dossier : {}", prepared.root.display())));
        if let Some(words) = trouble {
            banner(ui, BannerKind::Warn, &fr("Le dossier ne s'ouvre pas d'ici."), &fr(words), None);
        }
        let may_leave_already = prepared.may_leave();
        let papers = prepared.session.papers();
        let names: Vec<&str> = papers.iter().map(|paper| paper.label.as_str()).collect();
        if let Some(shown) = &mut prepared.shown {
            secrets(ui, &names, shown);
        }
        if refused && !may_leave_already {
            banner(ui, BannerKind::Warn, &fr(UNNOTED), "", None);
        }
        if prepared.is_sealed() {
            files(ui, prepared, &mut asked);
        }
        steps(ui, prepared);
        leave(ui, prepared, &mut asked);
        page_keys(ui);
    });
    asked
}

fn secrets(ui: &mut Ui, papers: &[&str], shown: &mut ShownSecrets) {
    card(ui, |ui| {
        subtitle(ui, fr("À noter"));
        for (name, code) in papers.iter().zip(&shown.secrets.opening) {
            let words = if papers.len() > 1 {
                format!("Code d'ouverture, {name}")
            } else {
                "Code d'ouverture".to_owned()
            };
            in_groups(ui, &words, code.shown());
        }
        in_groups(ui, "Code de la salle, pour le surveillant seul", shown.secrets.room.shown());
        if shown.passphrase_is_drawn {
            in_groups(ui, "Phrase secrète du jury", &shown.secrets.passphrase);
            secondary(
                ui,
                fr(
                    "Elle n'est écrite nulle part. Remettez-la au jury sous pli : sans elle, aucune copie ne s'ouvre.",
                ),
            );
            let noted = fr("La phrase secrète est notée");
            check_box(ui, &noted, &mut shown.is_noted);
        } else {
            field_name(ui, fr("Phrase secrète du jury"));
            label(ui, fr("Celle que vous avez choisie. Sans elle, aucune copie ne s'ouvre."));
        }
    });
}

/// A code under its name, large, each group in a frame.
fn in_groups(ui: &mut Ui, name: &str, secret: &str) {
    field_name(ui, fr(name));
    let edge = palette(ui).control_edge();
    ui.horizontal_wrapped(|ui| {
        for group in groups(secret) {
            Frame::NONE
                .stroke(edge)
                .corner_radius(radius::CONTROL)
                .inner_margin(Margin::symmetric(10, 4))
                .show(ui, |ui| {
                    let words = styled(ui, group, TextRole::Page);
                    ui.label(words.font(monospace(type_size::PAGE)));
                });
        }
    });
    ui.add_space(space::TINY);
}

fn files(ui: &mut Ui, prepared: &Prepared, asked: &mut Option<Asked>) {
    card(ui, |ui| {
        subtitle(ui, fr("À porter dans la salle"));
        for path in &prepared.subjects {
            label(ui, fr(&file_name(path)));
        }
        secondary(ui, fr("Dans le dossier salle, qui ne contient rien d'autre."));
        folder_button(ui, "Ouvrir le dossier salle", prepared.room_folder(), asked);
        ui.add_space(space::SMALL);
        subtitle(ui, fr("À imprimer"));
        if let Some(problem) = &prepared.unprinted {
            let title = fr("Les feuilles n'ont pas pu être écrites : notez les codes d'ici.");
            banner(ui, BannerKind::Root, &title, &fr(&problem.to_string()), None);
        }
        for path in &prepared.sheets {
            label(ui, fr(&file_name(path)));
        }
        folder_button(ui, "Ouvrir le dossier documents", prepared.documents_folder(), asked);
    });
}

fn folder_button(ui: &mut Ui, name: &str, folder: PathBuf, asked: &mut Option<Asked>) {
    let (words, name) = (fr("Ouvrir le dossier"), fr(name));
    if Button::new(&words).name(&name).icon(Icon::Folder).small().show(ui).clicked() {
        *asked = Some(Asked::Show(folder));
    }
}

fn steps(ui: &mut Ui, prepared: &Prepared) {
    card(ui, |ui| {
        subtitle(ui, fr("Ensuite"));
        for (rank, step) in prepared.steps().into_iter().enumerate() {
            ui.horizontal_top(|ui| {
                strong(ui, format!("{}.", rank + 1));
                ui.vertical(|ui| label(ui, fr(step)));
            });
        }
    });
}

fn leave(ui: &mut Ui, prepared: &Prepared, asked: &mut Option<Asked>) {
    let (free, reason) = (prepared.may_leave(), fr(UNNOTED));
    ui.horizontal_wrapped(|ui| {
        let mut offer = |ui: &mut Ui, button: Button<'_>, wish: Asked| {
            if button.enabled(free, &reason).show(ui).clicked() {
                *asked = Some(wish);
            }
        };
        let home = fr("Retour à l'accueil");
        offer(ui, Button::new(&home).id_salt("retour"), Asked::Leave);
        let (open, watch) = (fr("Ouvrir la session"), fr("Voir la salle"));
        if prepared.is_sealed() {
            offer(ui, Button::new(&open).icon(Icon::Scales).id_salt("ouvrir"), Asked::Open);
            offer(ui, Button::primary(&watch).icon(Icon::People).id_salt("voir"), Asked::Watch);
        } else {
            offer(ui, Button::primary(&open).id_salt("ouvrir"), Asked::Open);
        }
    });
    if !free {
        secondary(ui, reason);
    }
}
