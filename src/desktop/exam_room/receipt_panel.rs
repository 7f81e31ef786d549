//! The receipt, once the file of the copy is written and verified.

use egui::{Frame, Margin, RichText, ScrollArea, Ui};

use super::commands::Command;
use super::companions::Companion;
use super::layout::sized;
use super::printed_copy::{self, PrintedCopy};
use super::receipt::{Fact, Receipt};
use super::receipt_document::ReceiptDocument;
use super::sitting::Sitting;
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::tokens::{radius, space, type_size};
use crate::desktop::ui_kit::{
    BannerKind, Button, Icon, Run, State, banner, card, divider, icon, label, monospace, page,
    page_keys, page_title, palette, rich_table, secondary, strong, subtitle,
};
use crate::domain::exam::ClosedBy;

/// Under this width everything is in one column.
const ONE_COLUMN: f32 = 860.0;
/// Width of what comes next.
const ASIDE: f32 = 320.0;
/// Width from which the facts are in two columns.
const TWO_TABLES: f32 = 620.0;

/// What the candidate does next.
const STEPS: [(&str, &str); 3] = [
    ("Prévenez le surveillant", "Il compare l'empreinte avec vous et récupère votre copie."),
    ("Attendez son accord", "Ne débranchez rien avant."),
    ("Quittez la salle", "Laissez le poste allumé."),
];

/// Shows the receipt.
pub(super) fn show(
    ui: &mut Ui,
    sitting: &Sitting,
    documents: (&ReceiptDocument, &PrintedCopy),
    asked: &mut Vec<Command>,
) {
    let Some(receipt) = sitting.receipt() else { return };
    page(ui, |ui| {
        ScrollArea::vertical().id_salt("accuse").auto_shrink([false, false]).show(ui, |ui| {
            let room = ui.available_width();
            if room < ONE_COLUMN {
                card(ui, |ui| facts(ui, receipt));
                ui.add_space(space::LARGE);
                next_steps(ui, documents, asked);
            } else {
                ui.horizontal_top(|ui| {
                    let gap = ui.spacing().item_spacing.x + space::LARGE;
                    sized(ui, room - ASIDE - gap - space::SMALL, |ui| {
                        card(ui, |ui| facts(ui, receipt));
                    });
                    ui.add_space(space::LARGE);
                    sized(ui, ASIDE, |ui| next_steps(ui, documents, asked));
                });
            }
            page_keys(ui);
        });
    });
}

fn facts(ui: &mut Ui, receipt: &Receipt) {
    ui.horizontal_top(|ui| {
        let ink = palette(ui).sign(State::Ok);
        icon(ui, Icon::Check, 32.0, ink);
        let room = ui.available_width();
        sized(ui, room, |ui| {
            page_title(ui, fr(&receipt.title));
            secondary(ui, fr(&receipt.verification));
        });
    });
    let closed = match receipt.closed_by {
        ClosedBy::Candidate => None,
        ClosedBy::Time => Some("Le temps est écoulé."),
        ClosedBy::Invigilator => Some("La copie a été fermée par le surveillant."),
    };
    if let Some(title) = closed {
        let text = fr("Ce qui était écrit a été remis sans geste de votre part.");
        banner(ui, BannerKind::Info, &fr(title), &text, None);
    }
    for remark in &receipt.remarks {
        banner(ui, BannerKind::Warn, &fr("À signaler au surveillant."), &fr(remark), None);
    }
    ui.add_space(space::SMALL);
    if ui.available_width() < TWO_TABLES {
        fact_table(ui, &receipt.copy_facts);
        ui.add_space(space::SMALL);
        fact_table(ui, &receipt.time_facts);
    } else {
        ui.columns(2, |columns| {
            if let [left, right] = columns {
                fact_table(left, &receipt.copy_facts);
                fact_table(right, &receipt.time_facts);
            }
        });
    }
    ui.add_space(space::NORMAL);
    fingerprint(ui, "Empreinte de la copie", &receipt.fingerprint);
    ui.add_space(space::SMALL);
    divider(ui);
    secondary(ui, fr("Cet accusé ne contient aucune réponse."));
}

fn fact_table(ui: &mut Ui, facts: &[Fact]) {
    let rows: Vec<Vec<Vec<Run>>> = facts
        .iter()
        .map(|(name, value)| vec![vec![Run::plain(fr(name))], vec![Run::bold(fr(value))]])
        .collect();
    rich_table(ui, &[], &rows);
}

/// Groups that two people can compare aloud.
pub(super) fn fingerprint(ui: &mut Ui, name: &str, groups: &[String]) {
    subtitle(ui, fr(name));
    secondary(ui, fr(&format!("{} groupes, à lire à voix haute", groups.len())));
    let colors = palette(ui);
    ui.horizontal_wrapped(|ui| {
        for (index, group) in groups.iter().enumerate() {
            let frame = Frame::NONE
                .stroke(colors.divider())
                .corner_radius(radius::CONTROL)
                .inner_margin(Margin::symmetric(8, 4));
            frame.show(ui, |ui| {
                ui.vertical(|ui| {
                    secondary(ui, (index + 1).to_string());
                    let font = monospace(type_size::SUBTITLE);
                    ui.label(RichText::new(group.as_str()).font(font).color(colors.text));
                });
            });
        }
    });
}

fn next_steps(
    ui: &mut Ui,
    (receipt, printed): (&ReceiptDocument, &PrintedCopy),
    asked: &mut Vec<Command>,
) {
    subtitle(ui, "Et maintenant");
    for (index, (title, detail)) in STEPS.into_iter().enumerate() {
        strong(ui, fr(&format!("{}. {title}", index + 1)));
        label(ui, fr(detail));
        divider(ui);
    }
    if receipt_files(ui, receipt) {
        asked.push(Command::Companion(Companion::Receipt));
    }
    printed_copy::show(ui, printed);
    ui.add_space(space::SMALL);
    if Button::new("Terminer").candidate().id_salt("terminer").show(ui).clicked() {
        asked.push(Command::Leave);
    }
}

/// Says where the receipts are; whether those that are missing must be written again.
pub(super) fn receipt_files(ui: &mut Ui, receipt: &ReceiptDocument) -> bool {
    if let Some(words) = receipt.words() {
        secondary(ui, fr(&words));
    }
    for path in receipt.files() {
        secondary(ui, fr(&path.display().to_string()));
    }
    for problem in receipt.missing() {
        secondary(ui, fr(&problem.to_string()));
    }
    if receipt.missing().is_empty() {
        return false;
    }
    let words = fr("Réécrire l'accusé");
    Button::new(&words).small().id_salt("accuse-encore").show(ui).clicked()
}
