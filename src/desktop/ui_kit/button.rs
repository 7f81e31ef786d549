//! Buttons: one primary in a zone, normal, quiet, destructive or a link.

use std::sync::Arc;

use egui::{
    AsIdSalt, Color32, Galley, IdSalt, Painter, Rect, Response, Role, Sense, Stroke, StrokeKind,
    Ui, Vec2, Widget, WidgetInfo, pos2, vec2,
};

use super::chip::{cap_size, cap_text, paint_cap, put};
use super::focus::focus_ring;
use super::fonts::{regular, semibold};
use super::icons::{Icon, paint};
use super::text::{Lines, laid_out};
use super::theme::palette;
use super::tokens::{Palette, height, radius, space, type_size};

/// How much a button asks to be pressed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// Filled with the accent: one in a zone.
    Primary,
    /// Card with an edge.
    #[default]
    Normal,
    /// No edge.
    Quiet,
    /// Deletes, or cannot be undone.
    Destructive,
    /// Accent words in a list or a card.
    Link,
}

/// Height of a button.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ButtonSize {
    /// 28, in tables and panels.
    Small,
    /// 32.
    #[default]
    Normal,
    /// 40, on the screens of the candidate.
    Candidate,
}

/// A button; a click, Enter and Space press it.
///
/// Its accessible name is its text. A button that cannot be pressed says why.
#[derive(Debug, Clone)]
#[must_use = "show the button with `show`"]
pub struct Button<'text> {
    text: &'text str,
    name: Option<&'text str>,
    kind: ButtonKind,
    size: ButtonSize,
    icon: Option<Icon>,
    trailing: Option<Icon>,
    key: Option<&'text str>,
    reason: Option<&'text str>,
    selected: Option<bool>,
    full_width: bool,
    id_salt: Option<IdSalt>,
}

impl<'text> Button<'text> {
    /// A normal button.
    pub fn new(text: &'text str) -> Self {
        Self {
            text,
            name: None,
            kind: ButtonKind::Normal,
            size: ButtonSize::Normal,
            icon: None,
            trailing: None,
            key: None,
            reason: None,
            selected: None,
            full_width: false,
            id_salt: None,
        }
    }

    /// The main button of a zone.
    pub fn primary(text: &'text str) -> Self {
        Self::new(text).kind(ButtonKind::Primary)
    }

    /// A button without an edge.
    pub fn quiet(text: &'text str) -> Self {
        Self::new(text).kind(ButtonKind::Quiet)
    }

    /// A button that deletes or cannot be undone.
    pub fn destructive(text: &'text str) -> Self {
        Self::new(text).kind(ButtonKind::Destructive)
    }

    /// Accent words that lead somewhere.
    pub fn link(text: &'text str) -> Self {
        Self::new(text).kind(ButtonKind::Link)
    }

    /// A button that shows only a sign; `name` is its accessible name and its tooltip.
    pub fn sign(icon: Icon, name: &'text str) -> Self {
        Self::new("").icon(icon).name(name)
    }

    /// Sets how much the button asks to be pressed.
    pub fn kind(mut self, kind: ButtonKind) -> Self {
        self.kind = kind;
        self
    }

    /// Sets the height.
    pub fn size(mut self, size: ButtonSize) -> Self {
        self.size = size;
        self
    }

    /// 28 high.
    pub fn small(self) -> Self {
        self.size(ButtonSize::Small)
    }

    /// 40 high.
    pub fn candidate(self) -> Self {
        self.size(ButtonSize::Candidate)
    }

    /// Puts a sign before the text.
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// Puts a sign after the text.
    pub fn trailing(mut self, icon: Icon) -> Self {
        self.trailing = Some(icon);
        self
    }

    /// Shows the key that does the same; the caller handles the key.
    pub fn key(mut self, key: &'text str) -> Self {
        self.key = Some(key);
        self
    }

    /// Accessible name where the text is not enough (« Ouvrir la question 4 » for « Ouvrir »).
    pub fn name(mut self, name: &'text str) -> Self {
        self.name = Some(name);
        self
    }

    /// The button can be pressed only if `enabled`.
    ///
    /// `reason` says why not, in its tooltip and to screen readers; write it beside the button too.
    pub fn enabled(mut self, enabled: bool, reason: &'text str) -> Self {
        self.reason = (!enabled).then_some(reason);
        self
    }

    /// The button stays down while `selected`.
    pub fn selected(mut self, selected: bool) -> Self {
        self.selected = Some(selected);
        self
    }

    /// As wide as the place left.
    pub fn full_width(mut self) -> Self {
        self.full_width = true;
        self
    }

    /// Keeps the focus on this button when widgets appear before it; unique in its scope.
    pub fn id_salt(mut self, salt: impl AsIdSalt) -> Self {
        self.id_salt = Some(IdSalt::new(salt));
        self
    }

    /// Shows the button.
    pub fn show(self, ui: &mut Ui) -> Response {
        let colors = palette(ui);
        let content = self.content(ui.painter());
        let mut size = self.outer_size(content.width);
        if self.full_width {
            size.x = size.x.max(ui.available_width());
        }
        let sense = if self.reason.is_none() { Sense::click() } else { Sense::hover() };
        let response = if let Some(salt) = self.id_salt {
            let (_, rect) = ui.allocate_space(size);
            ui.interact(rect, ui.scope_id().with_salt(salt), sense)
        } else {
            ui.allocate_response(size, sense)
        };
        self.describe(&response);
        if ui.is_rect_visible(response.rect) {
            self.paint(ui, &response, colors, content);
            focus_ring(ui, &response, response.rect, radius::CONTROL);
        }
        self.with_tooltip(response)
    }

    fn accessible_name(&self) -> &'text str {
        self.name.unwrap_or(self.text)
    }

    fn describe(&self, response: &Response) {
        let enabled = self.reason.is_none();
        response.widget_info(|| match self.selected {
            Some(selected) => {
                WidgetInfo::selected(Role::Button, enabled, selected, self.accessible_name())
            }
            None => WidgetInfo::labeled(Role::Button, enabled, self.accessible_name()),
        });
        if let Some(key) = self.key {
            response.ctx.accesskit_node_builder(response.id, |node| node.set_keyboard_shortcut(key));
        }
    }

    fn with_tooltip(&self, response: Response) -> Response {
        if let Some(reason) = self.reason {
            response.on_hover_text(reason)
        } else if self.text.is_empty() {
            response.on_hover_text(self.accessible_name())
        } else {
            response
        }
    }

    fn sign_side(&self) -> f32 {
        if self.size == ButtonSize::Small { 14.0 } else { 16.0 }
    }

    /// Size of this button, for components that place it themselves.
    pub(super) fn measured(&self, painter: &Painter) -> Vec2 {
        self.outer_size(self.content(painter).width)
    }

    fn content(&self, painter: &Painter) -> Content {
        let small = self.size == ButtonSize::Small;
        let size = if small { type_size::SECONDARY } else { type_size::BODY };
        let font = if self.kind == ButtonKind::Quiet { regular(size) } else { semibold(size) };
        let word = (!self.text.is_empty()).then(|| {
            laid_out(painter, self.text, font, Color32::PLACEHOLDER, &Lines::FREE)
        });
        let cap = self.key.map(|key| cap_text(painter, key));
        let widths = [
            self.icon.map(|_| self.sign_side()),
            word.as_ref().map(|word| word.size().x),
            cap.as_ref().map(|cap| cap_size(cap).x),
            self.trailing.map(|_| self.sign_side()),
        ];
        let filled: f32 = widths.iter().flatten().map(|width| width + space::SMALL).sum();
        Content { word, cap, width: (filled - space::SMALL).max(0.0) }
    }

    fn outer_size(&self, content: f32) -> Vec2 {
        if self.kind == ButtonKind::Link {
            return vec2(content, 24.0);
        }
        let (tall, padding) = match self.size {
            ButtonSize::Small => (height::BUTTON_SMALL, space::SMALL),
            ButtonSize::Normal => (height::BUTTON, space::MEDIUM),
            ButtonSize::Candidate => (height::BUTTON_CANDIDATE, space::NORMAL),
        };
        if self.text.is_empty() && self.key.is_none() {
            return vec2(tall, tall);
        }
        vec2(content + 2.0 * padding, tall)
    }

    fn look(&self, colors: &Palette, response: &Response) -> Look {
        let under_pointer = response.hovered() || response.is_pointer_button_down_on();
        let quiet = matches!(self.kind, ButtonKind::Quiet | ButtonKind::Link);
        if self.reason.is_some() {
            let edge = if quiet { Stroke::NONE } else { colors.divider() };
            return Look { fill: Color32::TRANSPARENT, edge, text: colors.text_2 };
        }
        if self.selected == Some(true) {
            let edge = Stroke::new(colors.edge.max(1.5), colors.accent);
            return Look { fill: colors.accent_soft, edge, text: colors.accent };
        }
        let choose = |rest: Color32, hover: Color32| if under_pointer { hover } else { rest };
        match self.kind {
            ButtonKind::Primary => Look {
                fill: choose(colors.accent, colors.accent_hover),
                edge: Stroke::NONE,
                text: colors.on_accent,
            },
            ButtonKind::Normal => Look {
                fill: choose(colors.card, colors.sunken),
                edge: colors.control_edge(),
                text: colors.text,
            },
            ButtonKind::Quiet => Look {
                fill: choose(Color32::TRANSPARENT, colors.sunken),
                edge: Stroke::NONE,
                text: colors.text,
            },
            ButtonKind::Destructive => Look {
                fill: choose(colors.card, colors.root_bg),
                edge: Stroke::new(colors.edge, colors.root),
                text: colors.root,
            },
            ButtonKind::Link => Look {
                fill: Color32::TRANSPARENT,
                edge: Stroke::NONE,
                text: choose(colors.accent, colors.accent_hover),
            },
        }
    }

    fn paint(&self, ui: &Ui, response: &Response, colors: &Palette, content: Content) {
        let look = self.look(colors, response);
        let painter = ui.painter();
        let rect = response.rect;
        painter.rect(rect, radius::CONTROL, look.fill, look.edge, StrokeKind::Inside);
        let middle = rect.center().y;
        let mut left = rect.center().x - content.width * 0.5;
        let side = self.sign_side();
        let sign = |icon: Option<Icon>, left: &mut f32| {
            if let Some(icon) = icon {
                let center = pos2(*left + side * 0.5, middle);
                let square = Rect::from_center_size(center, Vec2::splat(side));
                paint(painter, square, icon, look.text);
                *left += side + space::SMALL;
            }
        };
        sign(self.icon, &mut left);
        if let Some(word) = content.word {
            let width = word.size().x;
            put(painter, pos2(left, middle), word, look.text);
            left += width + space::SMALL;
        }
        if let Some(cap) = content.cap {
            let size = cap_size(&cap);
            let rect = Rect::from_min_size(pos2(left, middle - size.y * 0.5), size);
            paint_cap(painter, rect, cap, look.text, Stroke::new(colors.edge, look.text));
            left += size.x + space::SMALL;
        }
        sign(self.trailing, &mut left);
    }
}

impl Widget for Button<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        self.show(ui)
    }
}

/// What is written inside a button, laid out.
struct Content {
    word: Option<Arc<Galley>>,
    cap: Option<Arc<Galley>>,
    width: f32,
}

/// Colours of a button in its present state.
struct Look {
    fill: Color32,
    edge: Stroke,
    text: Color32,
}
