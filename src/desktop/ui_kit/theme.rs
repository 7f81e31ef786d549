//! Gives the whole window the colours, sizes, spacing and habits of one appearance.

use std::collections::BTreeMap;

use egui::style::{
    ImeComposition, KineticScrollStyle, ScrollAnimation, ScrollFadeStyle, ScrollStyle, Selection,
    Spacing, TextCursorStyle, WidgetVisuals, Widgets,
};
use egui::text::LayoutJob;
use egui::{
    Color32, Context, CornerRadius, FontId, Id, Margin, Shadow, Stroke, Style, TextStyle, Theme,
    Visuals, vec2,
};

use super::dialog::install_dialogs;
use super::fonts::{monospace, regular, semibold};
use super::tokens::{Palette, ThemeKind, line_height, radius, space, type_size};

/// Letters of a spaced text are further apart by this share of their size, as WCAG 1.4.12 has it.
const SPACED_LETTERS: f32 = 0.12;
/// Lines of a spaced text are taller by this factor: 1.7 times the size of the letters.
const SPACED_LINES: f32 = 1.25;

/// Gives the window an appearance; call it at the start and whenever the person changes it,
/// not at each frame.
pub fn install(ctx: &Context, kind: ThemeKind) {
    ctx.data_mut(|data| data.insert_temp(memory_id(), kind));
    ctx.set_theme(if kind == ThemeKind::Light { Theme::Light } else { Theme::Dark });
    let style = style(kind.palette(), spaced_reading(ctx));
    ctx.all_styles_mut(|slot| slot.clone_from(&style));
    install_dialogs(ctx);
    ctx.request_repaint();
}

/// The appearance in use.
#[must_use]
pub fn theme_kind(ctx: &Context) -> ThemeKind {
    ctx.data(|data| data.get_temp::<ThemeKind>(memory_id())).unwrap_or_default()
}

/// The colours in use; a `Ui` may be passed as well.
#[must_use]
pub fn palette(ctx: &Context) -> &'static Palette {
    theme_kind(ctx).palette()
}

fn memory_id() -> Id {
    Id::unique("casdecole_theme")
}

/// Puts the letters and the lines of the texts to read and to write further apart, or back; call
/// it when the person changes it, not at each frame.
pub fn set_spaced_reading(ctx: &Context, spaced: bool) {
    ctx.data_mut(|data| data.insert_temp(spacing_id(), spaced));
    install(ctx, theme_kind(ctx));
}

/// Whether the letters and the lines of the texts to read are further apart.
#[must_use]
pub fn spaced_reading(ctx: &Context) -> bool {
    ctx.data(|data| data.get_temp::<bool>(spacing_id())).unwrap_or_default()
}

fn spacing_id() -> Id {
    Id::unique("casdecole_spaced_reading")
}

/// Sets a text to read: `zoom` times its size, and spaced when the person asked for it.
pub(super) fn set_for_reading(ctx: &Context, job: &mut LayoutJob, zoom: f32) {
    let spaced = spaced_reading(ctx);
    for section in &mut job.sections {
        let format = &mut section.format;
        let tall = format.line_height.unwrap_or_else(|| line_height(format.font_id.size));
        format.font_id.size *= zoom;
        let factor = if spaced { zoom * SPACED_LINES } else { zoom };
        format.line_height = Some((tall * factor).round());
        if spaced {
            format.extra_letter_spacing = format.font_id.size * SPACED_LETTERS;
        }
    }
}

fn style(colors: &Palette, spaced: bool) -> Style {
    let mut style = Style {
        text_styles: text_styles(),
        visuals: visuals(colors),
        spacing: spacing(spaced),
        animation_time: 0.0,
        scroll_animation: ScrollAnimation::none(),
        ..Style::default()
    };
    style.interaction.selectable_labels = false;
    style.interaction.multi_widget_text_select = false;
    #[cfg(debug_assertions)]
    {
        style.debug.show_unaligned = false;
    }
    style
}

fn text_styles() -> BTreeMap<TextStyle, FontId> {
    [
        (TextStyle::Name("page".into()), semibold(type_size::PAGE)),
        (TextStyle::Name("title".into()), semibold(type_size::TITLE)),
        (TextStyle::Name("question".into()), regular(type_size::QUESTION)),
        (TextStyle::Heading, semibold(type_size::SUBTITLE)),
        (TextStyle::Body, regular(type_size::BODY)),
        (TextStyle::Button, regular(type_size::BODY)),
        (TextStyle::Small, regular(type_size::SECONDARY)),
        (TextStyle::Monospace, monospace(type_size::BODY)),
    ]
    .into()
}

fn spacing(spaced: bool) -> Spacing {
    // Fields measure their lines by the font alone: this is what they are given more.
    let more = if spaced { line_height(type_size::BODY) * (SPACED_LINES - 1.0) } else { 0.0 };
    Spacing {
        extra_text_line_spacing: more.round(),
        item_spacing: vec2(space::SMALL, space::SMALL),
        button_padding: vec2(space::MEDIUM, 4.0),
        interact_size: vec2(32.0, 20.0),
        icon_width: 16.0,
        icon_width_inner: 10.0,
        icon_spacing: space::SMALL,
        menu_margin: Margin::same(4),
        window_margin: Margin::same(16),
        tooltip_width: 360.0,
        combo_width: 120.0,
        combo_height: 320.0,
        scroll: ScrollStyle {
            bar_width: 10.0,
            handle_min_length: 24.0,
            fade: ScrollFadeStyle { strength: 0.0, ..ScrollFadeStyle::default() },
            kinetic: KineticScrollStyle {
                decay_time: 0.0,
                rubber_band: false,
                ..KineticScrollStyle::default()
            },
            ..ScrollStyle::solid()
        },
        ..Spacing::default()
    }
}

fn visuals(colors: &Palette) -> Visuals {
    let light = colors.kind == ThemeKind::Light;
    let base = if light { Visuals::light() } else { Visuals::dark() };
    let cursor = if colors.is_contrast() { colors.focus } else { colors.text };
    Visuals {
        dark_mode: !light,
        weak_text_color: Some(colors.text_2),
        widgets: widgets(colors),
        selection: Selection {
            bg_fill: colors.accent_soft,
            stroke: Stroke::new(colors.edge, colors.text),
        },
        ime_composition: ImeComposition {
            active_underline_stroke: Stroke::new(2.0, colors.accent),
            inactive_underline_stroke: Stroke::new(1.0, colors.text_2),
            ..base.ime_composition
        },
        hyperlink_color: colors.accent,
        faint_bg_color: colors.surface,
        extreme_bg_color: colors.sunken,
        text_edit_bg_color: Some(colors.card),
        code_bg_color: colors.sunken,
        warn_fg_color: colors.warn,
        error_fg_color: colors.root,
        window_corner_radius: CornerRadius::same(radius::CARD),
        window_shadow: Shadow::NONE,
        window_fill: colors.card,
        window_stroke: colors.control_edge(),
        window_highlight_topmost: false,
        menu_corner_radius: CornerRadius::same(radius::CONTROL),
        panel_fill: colors.bg,
        popup_shadow: Shadow::NONE,
        text_cursor: TextCursorStyle {
            stroke: Stroke::new(colors.edge.max(1.5), cursor),
            blink: false,
            ..TextCursorStyle::default()
        },
        indent_has_left_vline: false,
        disabled_alpha: 1.0,
        ..base
    }
}

fn widgets(colors: &Palette) -> Widgets {
    let state = |bar: Color32, fill: Color32, edge: Stroke| WidgetVisuals {
        bg_fill: bar,
        weak_bg_fill: fill,
        bg_stroke: edge,
        corner_radius: CornerRadius::same(radius::CONTROL),
        fg_stroke: Stroke::new(1.5, colors.text),
        expansion: 0.0,
    };
    Widgets {
        noninteractive: state(colors.surface, colors.surface, colors.divider()),
        inactive: state(colors.line_strong, colors.card, colors.control_edge()),
        hovered: state(colors.text_2, colors.sunken, colors.control_edge()),
        active: state(colors.accent, colors.card, colors.focus_ring()),
        open: state(colors.line_strong, colors.accent_soft, colors.control_edge()),
    }
}

#[cfg(test)]
mod tests {
    use egui::text::TextFormat;

    use super::*;

    fn job() -> LayoutJob {
        let format = TextFormat {
            line_height: Some(20.0),
            ..TextFormat::simple(regular(type_size::BODY), Color32::PLACEHOLDER)
        };
        LayoutJob::single_section("Stock".to_owned(), format)
    }

    fn first(job: &LayoutJob) -> (f32, Option<f32>, f32) {
        let format = &job.sections[0].format;
        (format.font_id.size, format.line_height, format.extra_letter_spacing)
    }

    #[test]
    fn a_text_to_read_is_enlarged_and_spaced_as_asked() {
        let ctx = Context::default();
        install(&ctx, ThemeKind::Light);
        let mut plain = job();
        set_for_reading(&ctx, &mut plain, 1.0);
        assert_eq!(first(&plain), (15.0, Some(20.0), 0.0));
        set_spaced_reading(&ctx, true);
        let mut spaced = job();
        set_for_reading(&ctx, &mut spaced, 2.0);
        let (size, line, letters) = first(&spaced);
        assert_eq!((size, line), (30.0, Some(50.0)));
        assert!((letters - 3.6).abs() < 0.001);
    }

    #[test]
    fn the_spacing_stays_when_the_colours_change() {
        let ctx = Context::default();
        install(&ctx, ThemeKind::Light);
        let lines = |ctx: &Context| ctx.global_style().spacing.extra_text_line_spacing;
        assert!(lines(&ctx) < 0.1);
        set_spaced_reading(&ctx, true);
        install(&ctx, ThemeKind::HighContrast);
        assert!(spaced_reading(&ctx) && lines(&ctx) > 4.0);
        assert_eq!(theme_kind(&ctx), ThemeKind::HighContrast);
        set_spaced_reading(&ctx, false);
        assert!(lines(&ctx) < 0.1);
    }
}
