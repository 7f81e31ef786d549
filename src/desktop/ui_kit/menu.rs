//! Menus under a button, their lines, and drop-down lists.

use egui::style::StyleModifier;
use egui::{
    AsIdSalt, Color32, ComboBox, IdSalt, Popup, Rect, Response, Role, Sense, Stroke, StrokeKind,
    Style, Ui, Vec2, WidgetInfo, pos2, vec2,
};

use super::chip::{cap_size, cap_text, paint_cap, put};
use super::field::LabelPlace;
use super::focus::focus_ring;
use super::fonts::regular;
use super::icons::{Icon, paint};
use super::shell::row;
use super::text::{Lines, field_name, laid_out};
use super::theme::palette;
use super::tokens::{height, radius, space, type_size};

/// Side of the sign of a line.
const SIGN: f32 = 16.0;

/// Opens a menu under `button` when it is pressed; put [`menu_item`]s in it.
pub fn menu(button: &Response, add_items: impl FnOnce(&mut Ui)) {
    Popup::menu(button).gap(space::TINY).show(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        add_items(ui);
    });
}

/// A line of a menu: a sign, words, and the key that does the same. Choosing it closes the menu.
pub fn menu_item(ui: &mut Ui, icon: Option<Icon>, text: &str, key: Option<&str>) -> Response {
    line(ui, icon, text, key, None)
}

fn line(
    ui: &mut Ui,
    icon: Option<Icon>,
    text: &str,
    key: Option<&str>,
    selected: Option<bool>,
) -> Response {
    let colors = palette(ui);
    let font = regular(type_size::BODY);
    let word = laid_out(ui.painter(), text, font, colors.text, &Lines::FREE);
    let cap = key.map(|key| cap_text(ui.painter(), key));
    let cap_width = cap.as_ref().map_or(0.0, |cap| cap_size(cap).x + space::NORMAL);
    let width = SIGN + 3.0 * space::SMALL + word.size().x + cap_width;
    let response = ui.allocate_response(vec2(width, height::ROW), Sense::click());
    response.widget_info(|| match selected {
        Some(selected) => WidgetInfo::selected(Role::ListBoxOption, true, selected, text),
        None => WidgetInfo::labeled(Role::MenuItem, true, text),
    });
    let rect = response.rect;
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, radius::CHIP, colors.accent_soft);
    }
    if response.has_focus() {
        let ring = colors.focus_ring();
        ui.painter().rect_stroke(rect, radius::CHIP, ring, StrokeKind::Inside);
    }
    let middle = rect.center().y;
    let left = rect.left() + space::SMALL;
    if let Some(icon) = icon {
        let center = pos2(left + SIGN * 0.5, middle);
        paint(ui.painter(), Rect::from_center_size(center, Vec2::splat(SIGN)), icon, colors.text_2);
    }
    put(ui.painter(), pos2(left + SIGN + space::SMALL, middle), word, colors.text);
    if let Some(cap) = cap {
        let size = cap_size(&cap);
        let corner = pos2(rect.right() - space::SMALL - size.x, middle - size.y * 0.5);
        let cap_rect = Rect::from_min_size(corner, size);
        paint_cap(ui.painter(), cap_rect, cap, colors.text_2, colors.divider());
    }
    if response.clicked() {
        ui.close();
    }
    response
}

/// A drop-down list with its label.
#[derive(Debug, Clone)]
#[must_use = "show the list with `show`"]
pub struct DropDown<'text> {
    label: &'text str,
    place: LabelPlace,
    width: Option<f32>,
    id_salt: Option<IdSalt>,
}

impl<'text> DropDown<'text> {
    /// A list, its label above.
    pub fn new(label: &'text str) -> Self {
        Self { label, place: LabelPlace::Above, width: None, id_salt: None }
    }

    /// Says where the label is.
    pub fn place(mut self, place: LabelPlace) -> Self {
        self.place = place;
        self
    }

    /// Width in points.
    pub fn width(mut self, width: f32) -> Self {
        self.width = Some(width);
        self
    }

    /// Identity of the list, where its label is not enough.
    pub fn id_salt(mut self, salt: impl AsIdSalt) -> Self {
        self.id_salt = Some(IdSalt::new(salt));
        self
    }

    /// Shows the list; the response says whether the choice changed.
    pub fn show(self, ui: &mut Ui, selected: &mut usize, options: &[&str]) -> Response {
        let shown = match self.place {
            LabelPlace::Above => ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = space::TINY;
                let name = field_name(ui, self.label);
                self.list(ui, selected, options).labelled_by(name.id)
            }),
            LabelPlace::Left => row(ui, height::INPUT, |ui| {
                let name = field_name(ui, self.label);
                self.list(ui, selected, options).labelled_by(name.id)
            }),
            LabelPlace::Hidden => {
                ui.scope(|ui| self.list(ui, selected, options).accessible_name(self.label))
            }
        };
        shown.inner
    }

    fn list(&self, ui: &mut Ui, selected: &mut usize, options: &[&str]) -> Response {
        ui.spacing_mut().interact_size.y = height::INPUT;
        ui.visuals_mut().widgets.active.bg_stroke = palette(ui).control_edge();
        let salt = self.id_salt.unwrap_or_else(|| IdSalt::new(("drop_down", self.label)));
        let current = options.get(*selected).copied().unwrap_or_default().to_owned();
        let width = self.width.unwrap_or(ui.spacing().combo_width);
        let shown = ComboBox::from_id_salt(salt)
            .selected_text(current)
            .width(width)
            .truncate()
            .icon(|ui, rect, visuals, _open| {
                paint(ui.painter(), rect, Icon::ChevronDown, visuals.fg_stroke.color);
            })
            .popup_style(StyleModifier::new(list_style))
            .show_ui(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                choose(ui, *selected, options)
            });
        let mut response = shown.response;
        if let Some(choice) = shown.inner.flatten() {
            if choice != *selected {
                *selected = choice;
                response.mark_changed();
            }
            response.request_focus();
        }
        focus_ring(ui, &response, response.rect, radius::CONTROL);
        response
    }
}

/// The lines of an open list; the chosen one carries a check.
fn choose(ui: &mut Ui, selected: usize, options: &[&str]) -> Option<usize> {
    let mut choice = None;
    for (index, option) in options.iter().enumerate() {
        let chosen = index == selected;
        let sign = chosen.then_some(Icon::Check);
        if line(ui, sign, option, None, Some(chosen)).clicked() {
            choice = Some(index);
        }
    }
    choice
}

fn list_style(style: &mut Style) {
    style.visuals.widgets.inactive.weak_bg_fill = Color32::TRANSPARENT;
    style.visuals.widgets.inactive.bg_stroke = Stroke::NONE;
}

/// A drop-down list, its label above.
pub fn drop_down(ui: &mut Ui, label: &str, selected: &mut usize, options: &[&str]) -> Response {
    DropDown::new(label).show(ui, selected, options)
}
