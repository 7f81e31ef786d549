//! The quiet notices, under the bar: over the test where there is room, above it where they would
//! hide something: what is being written in a narrow window, or the banner of a save that failed.

use egui::{Align2, Area, Context, Frame, Id, Margin, Order, Panel, Ui, vec2};

use super::commands::Command;
use super::sitting::Sitting;
use super::time_notices::{NoticeKind, ShownNotice, TimeNotices};
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::tokens::{height, space};
use crate::desktop::ui_kit::{BannerKind, banner, palette};
use crate::domain::exam::Moment;

/// Greatest width of a notice, in points.
const WIDTH: f32 = 640.0;

/// Under this width of the window, the notices are above the test.
const NARROW: f32 = 900.0;

/// Whether the notices stand above the test, and not over it.
pub(super) fn go_above(ctx: &Context, sitting: &Sitting) -> bool {
    ctx.content_rect().width() < NARROW
        || sitting.has_save_banner()
        || sitting.copy.folder_news().is_some()
}

/// Shows the notices above the test.
pub(super) fn show_above(ui: &mut Ui, notices: &[ShownNotice], asked: &mut Vec<Command>) {
    if notices.is_empty() {
        return;
    }
    let margin = Margin::symmetric(16, 6);
    let frame = Frame::NONE.fill(palette(ui).surface).inner_margin(margin);
    Panel::top("composer-annonces").frame(frame).show_separator_line(false).show(ui, |ui| {
        asked.extend(banners(ui, notices).map(Command::CloseNotice));
    });
}

/// Shows the notices over the test, unless they are `above` it; they leave by themselves, or by a
/// press.
pub(super) fn show(ctx: &Context, notices: &mut TimeNotices, now: Moment, above: bool) {
    let Some(delay) = notices.until_next(now) else { return };
    ctx.request_repaint_after(delay);
    if above {
        return;
    }
    let room = ctx.content_rect().width() - 2.0 * space::NORMAL;
    let mut dismissed = None;
    let area = Area::new(Id::unique("casdecole_notices"))
        .order(Order::Foreground)
        .anchor(Align2::CENTER_TOP, vec2(0.0, height::TOP_BAR_CANDIDATE + space::SMALL))
        .fade_in(false);
    area.show(ctx, |ui| {
        ui.set_width(room.clamp(200.0, WIDTH));
        dismissed = banners(ui, notices.shown());
    });
    if let Some(number) = dismissed {
        notices.dismiss(number);
        ctx.request_repaint();
    }
}

/// The notices one under the other; gives the number of the one that was closed.
fn banners(ui: &mut Ui, notices: &[ShownNotice]) -> Option<u64> {
    let mut closed = None;
    for notice in notices {
        let kind = match notice.kind {
            NoticeKind::Info => BannerKind::Info,
            NoticeKind::Warning => BannerKind::Warn,
        };
        ui.push_id(notice.number, |ui| {
            if banner(ui, kind, &fr(&notice.title), &fr(&notice.text), Some("Fermer")) {
                closed = Some(notice.number);
            }
        });
    }
    closed
}
