//! Size of the text and appearance, from the candidate's wish to the preferences.

use egui::Context;

use super::commands::TextSize;
use crate::desktop::ui_kit::{ThemeKind, install_theme};
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
    let percent = u16::try_from(percent).unwrap_or(100);
    ctx.set_zoom_factor(f32::from(percent) / 100.0);
}

/// Changes the appearance of the whole window.
pub(super) fn change_theme(ctx: &Context, preferences: &mut Preferences, theme: Theme) {
    preferences.theme = theme;
    install_theme(ctx, kind(theme));
}
