//! Size of the text and appearance, from the candidate's wish to the preferences and the window.

use egui::Context;

use super::commands::TextSize;
use super::tools::access::AccessChoices;
use super::tools::{line_guide, still_wheel};
use crate::desktop::ui_kit::{ThemeKind, install_theme, set_spaced_reading};
use crate::storage::{Preferences, Theme};

/// One step of the size of the text, in percent.
const STEP: u32 = 25;
/// Smallest size of the text, in percent.
const SMALLEST: u32 = 100;
/// Largest size of the text, in percent.
const LARGEST: u32 = 250;

/// The appearances, in the order they are offered.
pub(super) const THEMES: [Theme; 3] = [Theme::Light, Theme::Dark, Theme::HighContrast];

/// French name of an appearance.
pub(super) const fn theme_name(theme: Theme) -> &'static str {
    kind(theme).label()
}

const fn kind(theme: Theme) -> ThemeKind {
    match theme {
        Theme::Light => ThemeKind::Light,
        Theme::Dark => ThemeKind::Dark,
        Theme::HighContrast => ThemeKind::HighContrast,
    }
}

/// Whether the text can be larger or smaller.
pub(super) const fn can_change(percent: u32, size: TextSize) -> bool {
    match size {
        TextSize::Larger => percent < LARGEST,
        TextSize::Smaller => percent > SMALLEST,
        TextSize::Usual => percent != SMALLEST,
    }
}

/// Changes the size of the text of the whole window.
pub(super) fn change_text_size(ctx: &Context, preferences: &mut Preferences, size: TextSize) {
    let percent = match size {
        TextSize::Larger => preferences.text_percent.saturating_add(STEP).min(LARGEST),
        TextSize::Smaller => preferences.text_percent.saturating_sub(STEP).max(SMALLEST),
        TextSize::Usual => SMALLEST,
    };
    preferences.text_percent = percent;
    set_text_size(ctx, percent);
}

fn set_text_size(ctx: &Context, percent: u32) {
    let percent = u16::try_from(percent.clamp(SMALLEST, LARGEST)).unwrap_or(100);
    ctx.set_zoom_factor(f32::from(percent) / 100.0);
}

/// Changes the appearance of the whole window.
pub(super) fn change_theme(ctx: &Context, preferences: &mut Preferences, theme: Theme) {
    preferences.theme = theme;
    install_theme(ctx, kind(theme));
}

/// Gives the window the choices of a sitting; the preferences follow, so that every screen agrees.
pub(super) fn apply_choices(ctx: &Context, preferences: &mut Preferences, choices: AccessChoices) {
    preferences.theme = choices.theme;
    preferences.text_percent = choices.text_percent.clamp(SMALLEST, LARGEST);
    set_text_size(ctx, preferences.text_percent);
    set_spaced_reading(ctx, choices.spaced_reading);
    install_theme(ctx, kind(choices.theme));
    line_guide::set(ctx, choices.reading_guide);
    still_wheel::set(ctx, choices.reduced_motion);
}

/// The choices of a sitting after the colours or the size were changed elsewhere in the window.
pub(super) fn choices_after(preferences: &Preferences, before: AccessChoices) -> AccessChoices {
    let (theme, text_percent) = (preferences.theme, preferences.text_percent);
    AccessChoices { text_percent, theme, ..before }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desktop::ui_kit::{spaced_reading, theme_kind};

    #[test]
    fn the_choices_of_a_sitting_reach_the_window_and_the_preferences() {
        let ctx = Context::default();
        let mut preferences = Preferences::default();
        let choices = AccessChoices {
            text_percent: 175,
            theme: Theme::HighContrast,
            spaced_reading: true,
            reading_guide: true,
            reduced_motion: true,
        };
        apply_choices(&ctx, &mut preferences, choices);
        assert_eq!(theme_kind(&ctx), ThemeKind::HighContrast);
        assert!(spaced_reading(&ctx) && line_guide::is_on(&ctx));
        assert_eq!((preferences.theme, preferences.text_percent), (Theme::HighContrast, 175));
        assert_eq!(choices_after(&preferences, AccessChoices::default()).text_percent, 175);
        apply_choices(&ctx, &mut preferences, AccessChoices::default());
        assert!(!spaced_reading(&ctx) && !line_guide::is_on(&ctx));
    }
}
