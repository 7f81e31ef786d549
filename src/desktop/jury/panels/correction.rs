//! Correction: the copies, the answer and its marks, the judgement.

use egui::{ScrollArea, Ui};

use super::desk::Desk;
use super::{answer, bars, copies, judgement, messages, other_papers, reference};
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::{Side, Tab, page, page_keys, secondary, side_panel, tabs};

/// Width of the list of copies, in points.
const LIST_WIDTH: f32 = 196.0;
/// Width of the panel of the judgement, in points.
const PANEL_WIDTH: f32 = 396.0;
/// The same in a window that is not wide.
const SMALL_PANEL_WIDTH: f32 = 360.0;
/// From this width of the window on, the panel is wide.
const WIDE: f32 = 1180.0;

/// Shows the correction.
pub fn show(ui: &mut Ui, desk: &mut Desk<'_>, narrow: bool) {
    copies::select_first(desk);
    bars::top(ui, desk, narrow);
    bars::bottom(ui, desk);
    if narrow {
        in_tabs(ui, desk);
        return;
    }
    let panel = if ui.available_width() < WIDE { SMALL_PANEL_WIDTH } else { PANEL_WIDTH };
    side_panel(ui, Side::Left, "jury_copies_panel", LIST_WIDTH, |ui| copies::show(ui, desk));
    side_panel(ui, Side::Right, "jury_judgement_panel", panel, |ui| {
        let names = right_tabs(desk);
        tabs(ui, "jury_right_tabs", &mut desk.view.tab, &names);
        right(ui, desk);
    });
    page(ui, |ui| {
        ScrollArea::vertical().id_salt("jury_answer").show(ui, |ui| {
            ui.take_available_width();
            messages::show(ui, desk);
            answer::show(ui, desk);
            page_keys(ui);
        });
    });
}

fn right_tabs(desk: &Desk<'_>) -> Vec<Tab<'static>> {
    let mut names = vec![Tab::new("Jugement"), Tab::new("Corrigé"), Tab::new("Historique")];
    if !desk.bench.other_papers().is_empty() {
        names.push(Tab::new("Autres épreuves"));
    }
    names
}

fn right(ui: &mut Ui, desk: &mut Desk<'_>) {
    match desk.view.tab {
        0 => judgement::show(ui, desk),
        1 => reference::model_answer(ui, desk),
        2 => reference::history(ui, desk),
        _ => other_papers::show(ui, desk),
    }
}

/// One thing at a time where the window is narrow.
fn in_tabs(ui: &mut Ui, desk: &mut Desk<'_>) {
    page(ui, |ui| {
        copies::selectors(ui, desk);
        messages::show(ui, desk);
        let mut names = right_tabs(desk);
        names.insert(0, Tab::new("Copie"));
        tabs(ui, "jury_narrow_tabs", &mut desk.view.narrow_tab, &names);
        match desk.view.narrow_tab {
            0 => {
                ScrollArea::vertical().id_salt("jury_answer").show(ui, |ui| {
                    ui.take_available_width();
                    answer::show(ui, desk);
                    page_keys(ui);
                });
            }
            1 => judgement::show(ui, desk),
            2 => reference::model_answer(ui, desk),
            3 => reference::history(ui, desk),
            _ => other_papers::show(ui, desk),
        }
    });
}

/// What is said where there is nothing to correct.
pub fn nothing(ui: &mut Ui) {
    secondary(ui, fr("Aucun candidat présent n'est inscrit à cette session."));
}
