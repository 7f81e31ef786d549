//! The quiet notices over the test, under the bar.

use egui::{Align2, Area, Context, Id, Order, vec2};

use super::time_notices::{NoticeKind, TimeNotices};
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::tokens::{height, space};
use crate::desktop::ui_kit::{BannerKind, banner};
use crate::domain::exam::Moment;

/// Greatest width of a notice, in points.
const WIDTH: f32 = 640.0;

/// Shows the notices; they leave by themselves, or by a press.
pub(super) fn show(ctx: &Context, notices: &mut TimeNotices, now: Moment) {
    let Some(delay) = notices.until_next(now) else { return };
    ctx.request_repaint_after(delay);
    let room = ctx.content_rect().width() - 2.0 * space::NORMAL;
    let mut dismissed = None;
    let area = Area::new(Id::unique("casdecole_notices"))
        .order(Order::Foreground)
        .anchor(Align2::CENTER_TOP, vec2(0.0, height::TOP_BAR_CANDIDATE + space::SMALL))
        .fade_in(false);
    area.show(ctx, |ui| {
        ui.set_width(room.clamp(200.0, WIDTH));
        for notice in notices.shown() {
            let kind = match notice.kind {
                NoticeKind::Info => BannerKind::Info,
                NoticeKind::Warning => BannerKind::Warn,
            };
            ui.push_id(notice.number, |ui| {
                if banner(ui, kind, &fr(&notice.title), &fr(&notice.text), Some("Fermer")) {
                    dismissed = Some(notice.number);
                }
            });
        }
    });
    if let Some(number) = dismissed {
        notices.dismiss(number);
        ctx.request_repaint();
    }
}
