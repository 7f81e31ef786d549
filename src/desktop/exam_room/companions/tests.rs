//! The appearance that goes with the sitting.

use super::super::example::{begun, folder_with_subject};
use super::*;
use crate::storage::Theme;

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
