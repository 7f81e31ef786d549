//! Tabs: a 3-point accent under the active one; the arrows move between them.

use egui::{
    AsIdSalt, Color32, IdSalt, Rect, Response, Role, Sense, Shape, StrokeKind, Ui, WidgetInfo,
    pos2, vec2,
};

use super::chip::put;
use super::focus::{arrow_neighbour, focus_ring};
use super::fonts::{regular, semibold};
use super::text::{Lines, laid_out};
use super::theme::palette;
use super::tokens::{Palette, State, height, radius, space, type_size};

/// Thickness of the accent under the active tab.
const ACCENT: f32 = 3.0;

/// A tab: its name, and a count if it has one.
#[derive(Debug, Clone, Copy)]
pub struct Tab<'text> {
    label: &'text str,
    name: Option<&'text str>,
    badge: Option<(usize, State)>,
}

impl<'text> Tab<'text> {
    /// A tab without a count.
    #[must_use]
    pub fn new(label: &'text str) -> Self {
        Self { label, name: None, badge: None }
    }

    /// Gives it a longer name, for screen readers and under the pointer.
    #[must_use]
    pub fn name(mut self, name: &'text str) -> Self {
        self.name = Some(name);
        self
    }

    /// Adds a count in the colour of a state.
    #[must_use]
    pub fn badge(mut self, count: usize, state: State) -> Self {
        self.badge = Some((count, state));
        self
    }
}

/// Shows tabs and changes the active one; they wrap where there is no room.
pub fn tabs(ui: &mut Ui, id: impl AsIdSalt, active: &mut usize, tabs: &[Tab<'_>]) -> Response {
    let colors = palette(ui);
    let base = ui.scope_id().with_salt(IdSalt::new(id));
    let id_of = |index: usize| base.with(index);
    let line = ui.painter().add(Shape::Noop);
    let width = ui.available_width();
    let before = *active;
    let shown = ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
        for (index, tab) in tabs.iter().enumerate() {
            let rect = tab_rect(ui, tab);
            let mut response = ui.interact(rect, id_of(index), Sense::click());
            if let Some(name) = tab.name {
                response = response.on_hover_text(name);
            }
            let step = arrow_neighbour(ui, &response, index, tabs.len(), id_of);
            if let Some(chosen) = step.or_else(|| response.clicked().then_some(index)) {
                *active = chosen;
            }
            paint_tab(ui, tab, &response, index == *active, colors);
        }
    });
    let mut response = shown.response;
    let rect = response.rect;
    let ends = rect.left()..=rect.left() + width.max(rect.width());
    let stroke = colors.divider();
    ui.painter().set(line, Shape::hline(ends, rect.bottom() - stroke.width * 0.5, stroke));
    response.ctx.accesskit_node_builder(response.id, |node| node.set_role(Role::TabList));
    if *active != before {
        response.mark_changed();
    }
    response
}

/// Allocates a tab, wide enough for its name in semibold so that nothing moves.
fn tab_rect(ui: &mut Ui, tab: &Tab<'_>) -> Rect {
    let name = laid_out(
        ui.painter(),
        tab.label,
        semibold(type_size::BODY),
        Color32::PLACEHOLDER,
        &Lines::FREE,
    );
    let badge = badge_width(ui, tab).map_or(0.0, |width| width + space::SMALL);
    let width = name.size().x + badge + 2.0 * space::MEDIUM;
    ui.allocate_space(vec2(width, height::TAB)).1
}

fn badge_width(ui: &Ui, tab: &Tab<'_>) -> Option<f32> {
    let (count, _) = tab.badge?;
    let font = semibold(type_size::SECONDARY);
    let digits =
        laid_out(ui.painter(), count.to_string(), font, Color32::PLACEHOLDER, &Lines::FREE);
    Some((digits.size().x + 2.0 * space::TINY).max(height::CHIP))
}

fn paint_tab(ui: &Ui, tab: &Tab<'_>, response: &Response, active: bool, colors: &Palette) {
    let full_name = tab.name.unwrap_or(tab.label);
    response.widget_info(|| WidgetInfo::labeled(Role::Tab, true, full_name));
    response.ctx.accesskit_node_builder(response.id, |node| {
        node.set_selected(active);
        if let Some((count, _)) = tab.badge {
            node.set_description(count.to_string());
        }
    });
    let rect = response.rect;
    let font = if active { semibold(type_size::BODY) } else { regular(type_size::BODY) };
    let color = if active || response.hovered() { colors.text } else { colors.text_2 };
    let name = laid_out(ui.painter(), tab.label, font, color, &Lines::FREE);
    put(ui.painter(), pos2(rect.left() + space::MEDIUM, rect.center().y), name, color);
    if let (Some((count, state)), Some(width)) = (tab.badge, badge_width(ui, tab)) {
        let size = vec2(width, height::CHIP - 2.0);
        let center = pos2(rect.right() - space::MEDIUM - width * 0.5, rect.center().y);
        paint_badge(ui, Rect::from_center_size(center, size), count, state, colors);
    }
    if active {
        let bar = rect.with_min_y(rect.bottom() - ACCENT);
        ui.painter().rect_filled(bar, 0, colors.accent);
    }
    focus_ring(ui, response, rect.shrink(5.0), radius::CHIP);
}

fn paint_badge(ui: &Ui, rect: Rect, count: usize, state: State, colors: &Palette) {
    let color = colors.on_fill(state);
    let edge = if colors.is_contrast() { 1.0 } else { 0.0 };
    let stroke = (edge, colors.sign(state));
    ui.painter().rect(rect, radius::CHIP, colors.fill(state), stroke, StrokeKind::Inside);
    let font = semibold(type_size::SECONDARY);
    let digits = laid_out(ui.painter(), count.to_string(), font, color, &Lines::FREE);
    let left = rect.center().x - digits.size().x * 0.5;
    put(ui.painter(), pos2(left, rect.center().y), digits, color);
}
