//! Messages that stay in the page. They never take the focus.

use std::sync::Arc;

use egui::accesskit::Live;
use egui::{
    Galley, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2,
};

use super::button::Button;
use super::icons::{Icon, paint};
use super::rich::{Run, job};
use super::theme::palette;
use super::tokens::{Palette, State, line_height, radius, space, type_size};

/// What a message is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BannerKind {
    /// Something may be lost; stays until it is solved.
    Root,
    /// Something is missing.
    Warn,
    /// It worked.
    Ok,
    /// Good to know.
    Info,
}

impl BannerKind {
    fn state(self) -> State {
        match self {
            Self::Root => State::Root,
            Self::Warn => State::Warn,
            Self::Ok => State::Ok,
            Self::Info => State::Accent,
        }
    }

    fn sign(self) -> Icon {
        match self {
            Self::Root => Icon::Bang,
            Self::Warn => Icon::Warning,
            Self::Ok => Icon::Check,
            Self::Info => Icon::Info,
        }
    }
}

/// Side of the sign.
const SIGN: f32 = 16.0;
/// Under this width the action goes below the text.
const NARROW: f32 = 320.0;

/// Shows a message, its title in bold, and says whether its action was pressed.
pub fn banner(
    ui: &mut Ui,
    kind: BannerKind,
    title: &str,
    text: &str,
    action: Option<&str>,
) -> bool {
    let colors = palette(ui);
    let button = action.map(|label| Button::new(label).small());
    let button_size = button.as_ref().map_or(Vec2::ZERO, |button| button.measured(ui.painter()));
    let width = ui.available_width();
    let stacked = button.is_some() && width < NARROW;
    let beside = if button.is_none() || stacked { 0.0 } else { button_size.x + space::MEDIUM };
    let text_left = space::MEDIUM + SIGN + space::MEDIUM;
    let words = words(ui, title, text, (width - text_left - beside - space::MEDIUM).max(80.0));
    let below = if stacked { button_size.y + space::SMALL } else { 0.0 };
    let inner = if stacked { words.size().y } else { words.size().y.max(button_size.y) };
    let margin = if button.is_some() { space::SMALL } else { 6.0 };
    let size = vec2(width, inner + below + 2.0 * margin);
    let response = ui.allocate_response(size, Sense::hover());
    describe(&response, kind, title, text);
    let rect = response.rect;
    ui.painter().rect(
        rect,
        radius::CONTROL,
        ground(colors, kind),
        edge(colors, kind),
        StrokeKind::Inside,
    );
    let top = rect.top() + margin + (inner - words.size().y) * 0.5;
    let sign_middle = pos2(
        rect.left() + space::MEDIUM + SIGN * 0.5,
        top + line_height(type_size::SECONDARY) * 0.5,
    );
    let sign_rect = Rect::from_center_size(sign_middle, Vec2::splat(SIGN));
    paint(ui.painter(), sign_rect, kind.sign(), colors.sign(kind.state()));
    ui.painter().galley(pos2(rect.left() + text_left, top), words, colors.text);
    let Some(button) = button else {
        return false;
    };
    let corner = if stacked {
        pos2(rect.left() + text_left, rect.bottom() - margin - button_size.y)
    } else {
        pos2(rect.right() - space::MEDIUM - button_size.x, rect.center().y - button_size.y * 0.5)
    };
    ui.place(Rect::from_min_size(corner, button_size), button).clicked()
}

/// Title and text in one paragraph.
fn words(ui: &Ui, title: &str, text: &str, width: f32) -> Arc<Galley> {
    let colors = palette(ui);
    let mut runs = Vec::new();
    if !title.is_empty() {
        runs.push(Run::bold(title));
    }
    if !text.is_empty() {
        let gap = if title.is_empty() { "" } else { " " };
        runs.push(Run::plain(format!("{gap}{text}")));
    }
    let mut job = job(&runs, type_size::SECONDARY, colors.text, colors);
    job.wrap.max_width = width;
    ui.painter().layout_job(job)
}

fn ground(colors: &Palette, kind: BannerKind) -> egui::Color32 {
    colors.tint(kind.state())
}

fn edge(colors: &Palette, kind: BannerKind) -> Stroke {
    let width = if kind == BannerKind::Root { 2.0 } else { colors.edge };
    Stroke::new(width, colors.sign(kind.state()))
}

/// Screen readers announce the message without moving the focus.
fn describe(response: &Response, kind: BannerKind, title: &str, text: &str) {
    let (role, live) = match kind {
        BannerKind::Root => (Role::Alert, Live::Assertive),
        BannerKind::Warn | BannerKind::Ok | BannerKind::Info => (Role::Status, Live::Polite),
    };
    response.widget_info(|| WidgetInfo::labeled(role, true, format!("{title} {text}").trim()));
    response.ctx.accesskit_node_builder(response.id, |node| node.set_live(live));
}
