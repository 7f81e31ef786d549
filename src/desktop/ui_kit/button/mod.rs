//! Buttons: one primary in a zone, normal, quiet, destructive or a link.

mod look;

use egui::{AsIdSalt, IdSalt, Response, Role, Sense, Ui, Widget, WidgetInfo};

use super::focus::focus_ring;
use super::icons::Icon;
use super::theme::palette;
use super::tokens::radius;

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
        }
        focus_ring(ui, &response, response.rect, radius::CONTROL);
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
            response
                .ctx
                .accesskit_node_builder(response.id, |node| node.set_keyboard_shortcut(key));
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
}

impl Widget for Button<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        self.show(ui)
    }
}
