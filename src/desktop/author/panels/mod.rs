//! Panels of « Préparer »: they draw the models and note what is asked for.

mod bar_layout;
mod bottom_bar;
mod cell_detail;
mod cited_exhibits;
mod context;
mod coverage;
mod criteria;
mod data;
mod desk;
mod diagnostics;
mod dialogs;
mod dossier;
mod editor;
mod exhibit;
mod exhibit_block;
mod exhibit_table;
mod exhibit_view;
mod exhibits;
pub mod facts;
mod framework;
mod grids;
mod identity;
mod instructions;
mod key;
mod key_choice;
mod key_number;
mod key_table;
mod key_worksheet;
mod messages;
mod outline;
mod preview;
mod question;
mod side;
mod signs;
mod tolerance;
mod top_bar;
mod value_field;

pub use bar_layout::two_columns;
pub use desk::Desk;

use egui::{Ui, UiBuilder};

use crate::desktop::ui_kit::{Side, page, side_panel};

/// Under this width, in points, the list becomes a selector.
const NARROW: f32 = 900.0;
/// Under this width the tabs take turns with the editor.
const ROOMY: f32 = 1180.0;
/// Width of the list.
const LIST: f32 = 244.0;
/// Width of the tabs.
const SIDE: f32 = 432.0;

/// Draws the whole window, then the dialogs over it.
pub fn show(ui: &mut Ui, desk: &mut Desk<'_>) {
    let width = ui.available_width();
    top_bar::show(ui, desk);
    bottom_bar::show(ui, desk);
    if width >= NARROW {
        side_panel(ui, Side::Left, "preparer-liste", LIST, |ui| outline::show(ui, desk));
    }
    if width >= ROOMY {
        // The editor is drawn before the tabs, so that the Tab key goes from left to right.
        let whole = ui.available_rect_before_wrap();
        let middle = whole.with_max_x((whole.right() - SIDE).max(whole.left()));
        let place = UiBuilder::new().id_salt("preparer-milieu").max_rect(middle);
        let mut centre = ui.new_child(place);
        page(&mut centre, |ui| {
            messages::show(ui, desk);
            editor::show(ui, desk);
        });
        side_panel(ui, Side::Right, "preparer-cote", SIDE, |ui| side::show(ui, desk));
    } else {
        page(ui, |ui| {
            messages::show(ui, desk);
            if width < NARROW {
                outline::show_selector(ui, desk);
            }
            side::show_with_editor(ui, desk);
        });
    }
    dialogs::show(ui.ctx(), desk);
}

#[cfg(test)]
mod tests {
    use egui::{Context, RawInput, Rect, pos2, vec2};

    use super::*;
    use crate::desktop::author::commands::Command;
    use crate::desktop::author::export::Export;
    use crate::desktop::author::model::example::{at, case, catalogue, opened};
    use crate::desktop::author::model::{Asking, OpenCase, SideTab, Spot, View};
    use crate::desktop::ui_kit::{ThemeKind, install_fonts, install_theme};
    use crate::domain::case_study::WrittenKind;
    use crate::domain::framework::Catalogue;
    use crate::storage::bundled_cases;

    /// A window that draws one view of a case.
    struct Screen {
        ctx: Context,
        catalogue: Catalogue,
        width: f32,
    }

    impl Screen {
        fn new(width: f32) -> Self {
            let ctx = Context::default();
            install_fonts(&ctx);
            install_theme(&ctx, ThemeKind::Light);
            Self { ctx, catalogue: catalogue(), width }
        }

        /// Draws twice, which must ask for nothing by itself.
        fn draw(&self, open: &OpenCase, view: &mut View) {
            let mut asked: Vec<Command> = Vec::new();
            let export = Export::default();
            for _ in 0..2 {
                let size = vec2(self.width, 720.0);
                let screen_rect = Some(Rect::from_min_size(pos2(0.0, 0.0), size));
                let input = RawInput { screen_rect, ..RawInput::default() };
                let output = self.ctx.run_ui(input, |ui| {
                    let mut desk = Desk {
                        open,
                        view: &mut *view,
                        catalogue: &self.catalogue,
                        export: &export,
                        now: at(0),
                        asked: Vec::new(),
                    };
                    show(ui, &mut desk);
                    asked.append(&mut desk.asked);
                });
                let is_drawn = !output.shapes.is_empty();
                output.drop_without_applying_deltas();
                assert!(is_drawn, "{:?}", view.spot);
            }
            assert!(asked.is_empty(), "{:?}, {:?}: {asked:?}", view.spot, view.tab);
        }
    }

    #[test]
    fn every_element_and_tab_is_drawn_at_every_width() {
        let (_folder, open) = opened(&case());
        let coverage = open.derived().coverage.clone().expect("a coverage");
        for width in [700.0, 1000.0, 1366.0] {
            let screen = Screen::new(width);
            for spot in Spot::order(open.case()) {
                for tab in SideTab::ALL {
                    let mut view = View { spot: spot.clone(), tab, ..View::default() };
                    view.tab_in_front = tab == SideTab::Coverage;
                    view.unfolded.extend(coverage.competences.first().map(|c| c.id.clone()));
                    screen.draw(&open, &mut view);
                }
            }
        }
    }

    #[test]
    fn every_element_of_the_cases_provided_is_drawn() {
        let screen = Screen::new(1366.0);
        for bundled in bundled_cases().expect("cases") {
            let (_folder, open) = opened(&bundled.case);
            for spot in Spot::order(open.case()) {
                screen.draw(&open, &mut View { spot, ..View::default() });
            }
        }
    }

    #[test]
    fn dialogs_wait_over_the_window_for_an_answer() {
        let (_folder, open) = opened(&case());
        let screen = Screen::new(1366.0);
        let spot = Spot::Question("Q3".into());
        let dialogs = [
            Asking::Removal(spot.clone()),
            Asking::Removal(Spot::Dossier("D1".into())),
            Asking::Removal(Spot::Exhibit("A5".into())),
            Asking::Kind("Q7".into(), WrittenKind::Number),
            Asking::Criteria("Q3".into()),
            Asking::Keys,
        ];
        for asking in dialogs {
            let spot = spot.clone();
            let mut view = View { spot, asking: Some(asking.clone()), ..View::default() };
            screen.draw(&open, &mut view);
            assert_eq!(view.asking, Some(asking));
        }
    }
}
