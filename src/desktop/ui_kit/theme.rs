//! Gives the whole window the colours, sizes and habits of one appearance.

use std::collections::BTreeMap;

use egui::style::{
    ImeComposition, KineticScrollStyle, ScrollAnimation, ScrollFadeStyle, ScrollStyle, Selection,
    Spacing, TextCursorStyle, WidgetVisuals, Widgets,
};
use egui::{
    Color32, Context, CornerRadius, FontId, Id, Margin, Shadow, Stroke, Style, TextStyle, Theme,
    Visuals, vec2,
};

use super::fonts::{monospace, regular, semibold};
use super::tokens::{Palette, ThemeKind, radius, space, type_size};

/// Gives the window an appearance; call it at the start and whenever the person changes it,
/// not at each frame.
pub fn install(ctx: &Context, kind: ThemeKind) {
    ctx.data_mut(|data| data.insert_temp(memory_id(), kind));
    ctx.set_theme(if kind == ThemeKind::Light { Theme::Light } else { Theme::Dark });
    let style = style(kind.palette());
    ctx.all_styles_mut(|slot| slot.clone_from(&style));
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

fn style(colors: &Palette) -> Style {
    let mut style = Style {
        text_styles: text_styles(),
        visuals: visuals(colors),
        spacing: spacing(),
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

fn spacing() -> Spacing {
    Spacing {
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
