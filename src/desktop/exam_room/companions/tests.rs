//! The appearance that goes with the sitting, the tools of a suspended test, the place of notices.

use egui::{RawInput, Rect, pos2, vec2};

use super::super::example::{begun, folder_with_subject};
use super::*;
use crate::domain::exam::TimeEvent;
use crate::storage::Theme;

fn suspend(sitting: &mut Sitting) {
    let reason = "alarme".to_owned();
    sitting.copy.sitting_mut().record_time(TimeEvent::Paused { reason });
}

#[test]
fn the_appearance_of_a_sitting_is_kept_with_it_and_ends_with_it() {
    let ctx = Context::default();
    let (folder, _) = folder_with_subject();
    let mut sitting = Sitting::new(begun(&folder, ""));
    let mut preferences =
        Preferences { theme: Theme::Dark, text_percent: 125, ..Preferences::default() };
    let mut companions = Companions::begin(&ctx, &mut sitting, &mut preferences);
    (preferences.theme, preferences.text_percent) = (Theme::HighContrast, 200);
    companions.keep_desk(&mut sitting, &preferences);
    let desk = Desk::from_value(&sitting.copy.sitting().state().desk);
    assert_eq!((desk.access.theme, desk.access.text_percent), (Theme::HighContrast, 200));
    let usual = companions.usual();
    assert_eq!((usual.theme, usual.text_percent), (Theme::Dark, 125));
    companions.leave(&ctx, &mut preferences);
    assert_eq!((preferences.theme, preferences.text_percent), (Theme::Dark, 125));
    // The copy that is resumed finds its own appearance again.
    let companions = Companions::begin(&ctx, &mut sitting, &mut preferences);
    assert_eq!((preferences.theme, preferences.text_percent), (Theme::HighContrast, 200));
    assert_eq!(companions.usual().theme, Theme::Dark);
}

#[test]
fn the_tools_of_a_suspended_test_do_not_open() {
    let ctx = Context::default();
    let (folder, _) = folder_with_subject();
    let mut sitting = Sitting::new(begun(&folder, ""));
    let mut companions = Companions::begin(&ctx, &mut sitting, &mut Preferences::default());
    suspend(&mut sitting);
    for which in [Companion::Calculator, Companion::Scratch, Companion::History] {
        companions.toggle(&ctx, &sitting, which);
    }
    let none = OpenTools { calculator: false, scratch: false };
    assert_eq!(companions.open_tools(), none);
    assert!(companions.history.question().is_none());
    companions.toggle(&ctx, &sitting, Companion::Appearance);
    assert!(companions.appearance_is_open);
    companions.toggle(&ctx, &sitting, Companion::Invigilator);
    assert!(companions.invigilator_is_shown());
}

#[test]
fn notices_give_way_to_the_banner_of_a_save_and_to_a_narrow_window() {
    let ctx = Context::default();
    let (folder, _) = folder_with_subject();
    let mut sitting = Sitting::new(begun(&folder, ""));
    let mut companions = Companions::begin(&ctx, &mut sitting, &mut Preferences::default());
    let mut look = |sitting: &mut Sitting, width: f32, announced: Vec<Notice>| {
        let screen_rect = Some(Rect::from_min_size(pos2(0.0, 0.0), vec2(width, 700.0)));
        let input = RawInput { screen_rect, ..RawInput::default() };
        let output = ctx.run_ui(input, |ui| {
            companions.look(ui.ctx(), sitting, false, announced.clone());
        });
        output.drop_without_applying_deltas();
        companions.notices_above().len()
    };
    assert_eq!(look(&mut sitting, 1366.0, vec![Notice::Half]), 0, "it is over the test");
    assert_eq!(look(&mut sitting, 780.0, Vec::new()), 1);
    assert_eq!(look(&mut sitting, 1366.0, Vec::new()), 0);
    sitting.copy.add_folder(folder.path());
    assert_eq!(look(&mut sitting, 1366.0, Vec::new()), 1, "a banner says that it is refused");
}
