//! How a button looks: its content, its size, its colours in each state.

use std::sync::Arc;

use egui::{Color32, Galley, Painter, Rect, Response, Stroke, StrokeKind, Ui, Vec2, pos2, vec2};

use super::super::chip::{cap_size, cap_text, paint_cap, put};
use super::super::fonts::{regular, semibold};
use super::super::icons::{Icon, paint};
use super::super::text::{Lines, laid_out};
use super::super::tokens::{Palette, height, radius, space, type_size};
use super::{Button, ButtonKind, ButtonSize};

impl Button<'_> {
    fn sign_side(&self) -> f32 {
        if self.size == ButtonSize::Small { 14.0 } else { 16.0 }
    }

    /// Size of this button, for components that place it themselves.
    pub(in super::super) fn measured(&self, painter: &Painter) -> Vec2 {
        self.outer_size(self.content(painter).width)
    }

    pub(super) fn content(&self, painter: &Painter) -> Content {
        let small = self.size == ButtonSize::Small;
        let size = if small { type_size::SECONDARY } else { type_size::BODY };
        let font = if self.kind == ButtonKind::Quiet { regular(size) } else { semibold(size) };
        let word = (!self.text.is_empty())
            .then(|| laid_out(painter, self.text, font, Color32::PLACEHOLDER, &Lines::FREE));
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

    pub(super) fn outer_size(&self, content: f32) -> Vec2 {
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

    pub(super) fn paint(&self, ui: &Ui, response: &Response, colors: &Palette, content: Content) {
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

/// What is written inside a button, laid out.
pub(super) struct Content {
    word: Option<Arc<Galley>>,
    cap: Option<Arc<Galley>>,
    pub(super) width: f32,
}

/// Colours of a button in its present state.
struct Look {
    fill: Color32,
    edge: Stroke,
    text: Color32,
}
