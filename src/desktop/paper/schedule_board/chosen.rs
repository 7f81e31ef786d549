//! The chosen operation: where it is, what conflicts, and what can be done without the board.

use egui::Ui;

use super::deed::Deed;
use super::scene::Scene;
use super::words;
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::{
    BannerKind, Button, DropDown, LabelPlace, State, TextRole, banner, label, secondary,
    state_text, subtitle,
};
use crate::domain::case_study::board::{Bar, length};

/// Shows the chosen operation.
pub(super) fn show(ui: &mut Ui, scene: &mut Scene<'_>) {
    let Some(operation) = scene.state.chosen else {
        secondary(ui, fr("Choisissez une opération pour voir ses heures."));
        return;
    };
    let (board, view) = (scene.board, scene.view);
    let Some(known) = board.operations.get(operation) else { return };
    subtitle(ui, fr(&board.operation_name(operation)));
    if !known.label.is_empty() {
        secondary(ui, fr(&known.label));
    }
    if let Some(bar) = view.bar(operation) {
        times(ui, scene, bar, known.minutes);
        post(ui, scene, operation, bar);
        for conflict in view.conflicts_of(operation) {
            let title = fr(&format!("{}.", words::capital(conflict.label())));
            banner(ui, BannerKind::Root, &title, &fr(&conflict.sentence), None);
        }
    } else {
        let detail = words::card_detail(board, operation);
        label(ui, fr(&format!("À placer : {detail}.")));
        let unclear = words::unclear(view, operation);
        if !unclear.is_empty() {
            let text = fr(&format!("{}.", words::capital(unclear)));
            state_text(ui, text, TextRole::Secondary, State::Wrong);
        }
    }
    buttons(ui, scene, operation);
}

/// Start, end and length.
fn times(ui: &mut Ui, scene: &Scene<'_>, bar: &Bar, minutes: i64) {
    let clock = scene.board.clock();
    label(ui, fr(&format!("Début : {}", clock.words(bar.start))));
    label(ui, fr(&format!("Fin : {} ({})", clock.words(bar.end), length(minutes))));
}

/// The post, to choose when several are allowed.
fn post(ui: &mut Ui, scene: &mut Scene<'_>, operation: usize, bar: &Bar) {
    let (board, view) = (scene.board, scene.view);
    let Some(known) = board.operations.get(operation) else { return };
    let allowed = board.allowed_posts(known);
    let current = allowed.iter().position(|post| *post == bar.post);
    let (Some(current), true) = (current, known.post_cell.is_some()) else {
        label(ui, fr(&format!("Poste : {}", board.post_name(bar.post))));
        return;
    };
    let names: Vec<String> = allowed.iter().map(|post| fr(board.post_name(*post))).collect();
    let offered: Vec<&str> = names.iter().map(String::as_str).collect();
    let mut rank = current;
    let list = DropDown::new("Poste").place(LabelPlace::Left).width(160.0).id_salt("poste");
    if list.show(ui, &mut rank, &offered).changed()
        && let Some(post) = allowed.get(rank).copied()
        && let Some((post, start)) = view.dropped(board, operation, (post, bar.start))
    {
        scene.deeds.push(Deed::Put(operation, post, start));
    }
}

fn buttons(ui: &mut Ui, scene: &mut Scene<'_>, operation: usize) {
    let name = scene.board.operation_name(operation);
    let is_placed = scene.view.bar(operation).is_some();
    let is_written = is_placed || !words::unclear(scene.view, operation).is_empty();
    let earliest = fr("Au plus tôt");
    let earliest_name = fr(&format!("Placer au plus tôt : {name}"));
    let remove = fr("Retirer");
    let remove_name = fr(&format!("Retirer du planning : {name}"));
    ui.horizontal_wrapped(|ui| {
        let button = Button::new(&earliest).key("T").small().name(&earliest_name);
        if button.id_salt("au-plus-tot").show(ui).clicked() {
            scene.deeds.push(Deed::Earliest(operation));
        }
        if !is_written {
            return;
        }
        let button = Button::new(&remove).key("Suppr").small().name(&remove_name);
        if button.id_salt("retirer").show(ui).clicked() {
            scene.deeds.push(Deed::Remove(operation));
            // The button goes away: the operation takes the focus, in the list.
            let id = scene.operation_id(operation);
            ui.memory_mut(|memory| memory.request_focus(id));
        }
    });
}
