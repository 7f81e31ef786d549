//! Theme and text size: from the preferences to the window, and the keys that change them.

use egui::{Context, Key, Modifiers};

use crate::desktop::paper::fr;
use crate::desktop::ui_kit::{Button, Icon, ThemeKind, menu, menu_item};
use crate::storage::{Preferences, Theme};

/// Steps of the text size, in percent.
const STEP: u32 = 25;
const SMALLEST: u32 = 100;
const LARGEST: u32 = 250;

/// The look of a preferred theme.
pub(super) const fn theme_kind(theme: Theme) -> ThemeKind {
    match theme {
        Theme::Light => ThemeKind::Light,
        Theme::Dark => ThemeKind::Dark,
        Theme::HighContrast => ThemeKind::HighContrast,
    }
}

/// Sets the text size of the whole window.
pub(super) fn set_text_size(ctx: &Context, percent: u32) {
    let percent = u16::try_from(percent.clamp(SMALLEST, LARGEST)).unwrap_or(100);
    ctx.set_zoom_factor(f32::from(percent) / 100.0);
}

/// Ctrl + and Ctrl − change the text size, Ctrl 0 sets it back.
pub(super) fn text_size_keys(ctx: &Context, preferences: &mut Preferences) {
    ctx.options_mut(|options| options.zoom_with_keyboard = false);
    let pressed = |key| ctx.input_mut(|input| input.consume_key(Modifiers::COMMAND, key));
    if pressed(Key::Plus) || pressed(Key::Equals) {
        preferences.text_percent = (preferences.text_percent + STEP).min(LARGEST);
    }
    if pressed(Key::Minus) {
        preferences.text_percent = preferences.text_percent.saturating_sub(STEP).max(SMALLEST);
    }
    if pressed(Key::Num0) {
        preferences.text_percent = SMALLEST;
    }
}

/// The menu « Apparence »: three themes, text size.
pub(super) fn appearance_menu(ui: &mut egui::Ui, preferences: &mut Preferences) {
    let button = Button::quiet("Apparence").icon(Icon::Sun).show(ui);
    menu(&button, |ui| {
        for theme in [Theme::Light, Theme::Dark, Theme::HighContrast] {
            let chosen = preferences.theme == theme;
            let icon = chosen.then_some(Icon::Check);
            if menu_item(ui, icon, theme_kind(theme).label(), None).clicked() {
                preferences.theme = theme;
            }
        }
        for percent in [100, 125, 150, 175, 200, 250] {
            let chosen = preferences.text_percent == percent;
            let icon = chosen.then_some(Icon::Check);
            if menu_item(ui, icon, &fr(&format!("Texte à {percent} %")), None).clicked() {
                preferences.text_percent = percent;
            }
        }
    });
}
