//! The tabs beside the editor: preview, coverage, diagnostics.

use egui::Ui;

use super::desk::Desk;
use super::{coverage, diagnostics, editor, preview, signs};
use crate::desktop::author::model::SideTab;
use crate::desktop::ui_kit::tokens::space;
use crate::desktop::ui_kit::{Tab, tabs};

/// Shows the tabs at the right of the editor.
pub fn show(ui: &mut Ui, desk: &mut Desk<'_>) {
    let named: Vec<Tab<'_>> = SideTab::ALL.into_iter().map(|tab| named(desk, tab)).collect();
    let mut rank = desk.view.tab.rank();
    if tabs(ui, "preparer-onglets", &mut rank, &named).changed() {
        desk.view.tab = SideTab::of_rank(rank);
    }
    ui.add_space(space::TINY);
    content(ui, desk);
}

/// Shows the editor as one more tab, where there is no room for both.
pub fn show_with_editor(ui: &mut Ui, desk: &mut Desk<'_>) {
    let mut named: Vec<Tab<'_>> = vec![Tab::new("Édition")];
    named.extend(SideTab::ALL.into_iter().map(|tab| self::named(desk, tab)));
    let mut rank = if desk.view.tab_in_front { desk.view.tab.rank() + 1 } else { 0 };
    if tabs(ui, "preparer-onglets-etroits", &mut rank, &named).changed() {
        desk.view.tab_in_front = rank > 0;
        if let Some(tab) = rank.checked_sub(1) {
            desk.view.tab = SideTab::of_rank(tab);
        }
    }
    ui.add_space(space::TINY);
    if desk.view.tab_in_front {
        content(ui, desk);
    } else {
        editor::show(ui, desk);
    }
}

fn named(desk: &Desk<'_>, tab: SideTab) -> Tab<'static> {
    let named = Tab::new(tab.label());
    let problems = desk.open.derived().problems;
    if tab == SideTab::Diagnostics && problems.total() > 0 {
        named.badge(problems.total(), signs::worst(problems).1)
    } else {
        named
    }
}

fn content(ui: &mut Ui, desk: &mut Desk<'_>) {
    match desk.view.tab {
        SideTab::Preview => preview::show(ui, desk),
        SideTab::Coverage => coverage::show(ui, desk),
        SideTab::Diagnostics => diagnostics::show(ui, desk),
    }
}
