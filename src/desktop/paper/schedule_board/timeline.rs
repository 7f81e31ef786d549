//! Posts down, time across, and the bars that one chooses, moves and drops.

use egui::{
    CursorIcon, Rect, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, vec2,
};

use super::layout::{Heights, Plan, scale};
use super::paint::{Ground, Ring};
use super::scene::Scene;
use super::{keys, links, paint, words};
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::tokens::{radius, space};
use crate::desktop::ui_kit::{palette, secondary};
use crate::domain::case_study::board::Bar;

/// Width of the names of posts, with room and without.
const LABELS: (f32, f32) = (124.0, 96.0);
/// Under this width the names of posts are narrow.
const NARROW: f32 = 560.0;
/// Side of a sample of the legend.
const SAMPLE: f32 = 14.0;

/// Shows the board.
pub(super) fn show(ui: &mut Ui, scene: &mut Scene<'_>) {
    let heights = Heights::of(scene.view, scene.board.clock().has_days());
    let labels = if ui.available_width() < NARROW { LABELS.1 } else { LABELS.0 };
    let shown = ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing = Vec2::ZERO;
        post_labels(ui, scene, &heights, labels);
        let room = ui.available_width();
        ScrollArea::horizontal()
            .id_salt("temps")
            .animated(false)
            .auto_shrink([false, true])
            .show(ui, |ui| times(ui, scene, heights, room));
    });
    let colors = palette(ui);
    let outline = shown.response.rect;
    ui.painter().rect_stroke(outline, radius::BAR, colors.divider(), StrokeKind::Inside);
}

/// The names and the loads of the posts, which stay in place.
fn post_labels(ui: &mut Ui, scene: &Scene<'_>, heights: &Heights, width: f32) {
    let colors = palette(ui);
    let (_, area) = ui.allocate_space(vec2(width, heights.whole()));
    ui.painter().rect_filled(area, 0, colors.card);
    for (post, ((top, tall), state)) in heights.rows.iter().zip(&scene.view.posts).enumerate() {
        let corner = area.left_top() + vec2(0.0, *top);
        let rect = Rect::from_min_size(corner, vec2(width, *tall));
        let name = fr(scene.board.post_name(post));
        let load = fr(&words::load(state));
        let response = ui.interact(rect, scene.post_id(post), Sense::hover());
        response
            .widget_info(|| WidgetInfo::labeled(Role::RowHeader, true, format!("{name}, {load}")));
        paint::post_label(ui.painter(), rect, (name, load), colors);
    }
    let edge = Stroke::new(1.0, colors.line_strong);
    ui.painter().vline(area.right() - 0.5, area.y_range(), edge);
}

/// The time and the bars.
fn times(ui: &mut Ui, scene: &mut Scene<'_>, heights: Heights, room: f32) {
    let view = scene.view;
    let scale = scale(&view.axis, room);
    let mut plan = Plan { area: Rect::ZERO, seen: Rect::ZERO, scale, heights };
    let size = vec2(plan.across(view.axis.length()), plan.heights.whole());
    let (_, area) = ui.allocate_space(size);
    plan.area = area;
    plan.seen = area.intersect(ui.clip_rect());
    ui.ctx().allow_widget_id_changes_in(area);
    let colors = palette(ui);
    paint::ground(ui.painter(), &plan, scene, colors);
    links::show(ui.painter(), &plan, scene, colors);
    let placed = view.placed();
    let mut told = Vec::new();
    for (place, operation) in placed.iter().enumerate() {
        let Some(shown) = view.bar(*operation) else { continue };
        let room = room_above(&plan, scene, shown, placed.get(place + 1..).unwrap_or_default());
        let skip = bar(ui, scene, &plan, (*operation, shown), room);
        if let Some(first) = view.conflicts_of(*operation).first() {
            let more = view.conflicts_of(*operation).len().saturating_sub(1);
            let more = if more > 0 { format!(" +{more}") } else { String::new() };
            let word = fr(&format!("{}{more}", first.label()));
            told.push((plan.bar(&view.axis, shown), skip, word));
        }
    }
    for (rect, skip, word) in told {
        paint::conflict(ui.painter(), &plan, (rect, skip), &word, colors);
    }
    ghost(ui, scene, &plan);
    scene.plan = Some(plan);
}

/// Where what is above a bar must end: at the next bar on its track.
fn room_above(plan: &Plan, scene: &Scene<'_>, shown: &Bar, after: &[usize]) -> f32 {
    let mut next = after.iter().filter_map(|rank| scene.view.bar(*rank));
    let next = next.find(|other| other.post == shown.post && other.track == shown.track);
    next.map_or(plan.area.right(), |other| plan.across(scene.view.axis.place(other.start)))
}

/// One bar; gives the width of what is written above it.
fn bar(
    ui: &Ui,
    scene: &mut Scene<'_>,
    plan: &Plan,
    (operation, shown): (usize, &Bar),
    room: f32,
) -> f32 {
    let (board, view) = (scene.board, scene.view);
    let id = scene.operation_id(operation);
    let rect = plan.bar(&view.axis, shown);
    let response = ui.interact(rect, id, Sense::click_and_drag());
    let name = fr(&words::bar_name(board, view, operation));
    let chosen = scene.state.chosen == Some(operation);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, chosen, &name));
    let help =
        fr("Flèches : 5 minutes. Maj et flèches : 1 heure. T : au plus tôt. Suppr : retirer.");
    ui.ctx().accesskit_node_builder(id, |node| node.set_description(help));
    scene.react(ui, operation, &response, Some(rect.left()));
    let focused = response.has_focus();
    if focused {
        scene.deeds.extend(keys::of_bar(ui, id, operation));
    }
    if response.gained_focus() || (focused && std::mem::take(&mut scene.state.reveal)) {
        ui.scroll_to_rect(rect.expand(space::MEDIUM), None);
    }
    let holds = view.conflicts_of(operation).is_empty();
    let ground = match (holds, scene.is_of_chosen_order(operation)) {
        (false, _) => Ground::Conflict,
        (true, true) => Ground::ChosenOrder,
        (true, false) => Ground::Plain,
    };
    let ring = match (focused, scene.state.chosen == Some(operation)) {
        (true, _) => Ring::Focused,
        (false, true) => Ring::Chosen,
        (false, false) => Ring::None,
    };
    let labels = labels(scene, operation);
    let colors = palette(ui);
    let drawn = (&view.axis, shown);
    let skip = paint::bar(ui.painter(), plan, drawn, (&labels, room), (ground, ring), colors);
    response.on_hover_text(name).on_hover_cursor(CursorIcon::Grab);
    skip
}

/// The order and the number written on a bar.
fn labels(scene: &Scene<'_>, operation: usize) -> (String, String) {
    let known = scene.board.operations.get(operation);
    let order = known.and_then(|known| scene.board.orders.get(known.order));
    let number = known.map(|known| fr(&known.short_number())).unwrap_or_default();
    (order.map(|order| fr(&order.name)).unwrap_or_default(), number)
}

/// What is dragged, where it would be dropped.
fn ghost(ui: &Ui, scene: &Scene<'_>, plan: &Plan) {
    let pointer = ui.input(|input| input.pointer.interact_pos());
    let (Some(dragged), Some(pointer)) = (scene.state.dragged, pointer) else { return };
    let Some((post, start)) = scene.target(plan, pointer) else { return };
    let Some(would_be) = scene.view.would_be(scene.board, dragged.operation, post, start) else {
        return;
    };
    let colors = palette(ui);
    let at = (fr(&scene.board.clock().words(start)), String::new());
    let drawn = (&scene.view.axis, &would_be);
    let look = (Ground::Floating, Ring::None);
    paint::bar(ui.painter(), plan, drawn, (&at, plan.area.right()), look, colors);
}

/// What the grounds mean, and what is placed so far.
pub(super) fn legend(ui: &mut Ui, scene: &Scene<'_>) {
    let colors = palette(ui);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::SMALL;
        for (is_closed, word) in [(true, "poste fermé"), (false, "OF choisi")] {
            let (_, rect) = ui.allocate_space(Vec2::splat(SAMPLE));
            if is_closed {
                paint::closed(ui.painter(), rect, colors);
            } else {
                ui.painter().rect_filled(rect, 0, colors.accent);
            }
            let edge = Stroke::new(1.0, colors.line_strong);
            ui.painter().rect_stroke(rect, 0, edge, StrokeKind::Inside);
            secondary(ui, fr(word));
            ui.add_space(space::SMALL);
        }
        secondary(ui, fr(&format!("{}.", words::summary(scene.board, scene.view))));
    });
}
