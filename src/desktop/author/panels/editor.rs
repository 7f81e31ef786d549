//! The element on the desk: which editor shows it, and the line above it.

use egui::{ScrollArea, Ui};

use super::bar_layout::at_end;
use super::desk::Desk;
use super::{
    context, data, dossier, exhibit, exhibits, framework, identity, instructions, question, signs,
};
use crate::desktop::author::model::{ProblemCount, SideTab, Spot};
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::tokens::space;
use crate::desktop::ui_kit::{Button, page_keys, title};

/// Shows the editor of the element on the desk.
pub fn show(ui: &mut Ui, desk: &mut Desk<'_>) {
    let spot = desk.view.spot.clone();
    let area = ScrollArea::vertical().id_salt(("preparer-editeur", &spot));
    area.auto_shrink([false, false]).animated(false).show(ui, |ui| {
        ui.push_id(&spot, |ui| {
            ui.spacing_mut().item_spacing.y = space::MEDIUM;
            match &spot {
                Spot::Identity => identity::show(ui, desk),
                Spot::Context => context::show(ui, desk),
                Spot::Instructions => instructions::show(ui, desk),
                Spot::Data => data::show(ui, desk),
                Spot::Exhibits => exhibits::show(ui, desk),
                Spot::Exhibit(id) => exhibit::show(ui, desk, id),
                Spot::Dossier(id) => dossier::show(ui, desk, id),
                Spot::Question(id) => question::show(ui, desk, id),
                Spot::Framework => framework::show(ui, desk),
            }
            ui.add_space(space::LARGE);
        });
        page_keys(ui);
    });
}

/// Name of the element, what is wrong in it, and its own buttons at the end of the line.
pub fn heading(ui: &mut Ui, desk: &mut Desk<'_>, add_end: impl FnOnce(&mut Ui, &mut Desk<'_>)) {
    let words = desk.view.spot.label(desk.case());
    ui.horizontal(|ui| {
        title(ui, fr(&words));
        at_end(ui, "preparer-fin-du-titre", |ui| add_end(ui, desk));
    });
    problems(ui, desk);
}

fn problems(ui: &mut Ui, desk: &mut Desk<'_>) {
    let mut count = ProblemCount::default();
    for problem in desk.open.derived().problems_of(&desk.view.spot) {
        count.add(problem.severity);
    }
    if count.total() == 0 {
        return;
    }
    let words = count.words();
    let (icon, _) = signs::worst(count);
    let name = fr(&format!("{words} : voir les diagnostics"));
    let button = Button::quiet(&words).small().icon(icon).name(&name).id_salt("problemes");
    if button.show(ui).clicked() {
        desk.view.show_tab(SideTab::Diagnostics);
    }
}
