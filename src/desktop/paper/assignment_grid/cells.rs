//! The names, the titles and the cells; the names stay in place when the posts scroll.

use egui::{Align2, Id, Rect, Role, ScrollArea, Sense, StrokeKind, Ui, Vec2, WidgetInfo, vec2};

use super::layout::Sizes;
use super::paint::{self, Look};
use super::{Place, Scene, words};
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::tokens::{radius, space};
use crate::desktop::ui_kit::{TextRole, palette};

/// Shows the grid.
pub(super) fn show(ui: &mut Ui, scene: &mut Scene<'_>) {
    let count = (scene.board.people.len(), scene.board.posts.len());
    let sizes = Sizes::new(count, ui.available_width());
    let head = paint::head_height(ui.painter(), scene, &sizes, palette(ui));
    let sizes = sizes.with_head(head);
    let shown = ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing = Vec2::ZERO;
        let (_, area) = ui.allocate_space(vec2(sizes.names, sizes.tall()));
        names(ui, scene, &sizes, area);
        ScrollArea::horizontal().id_salt("postes").animated(false).auto_shrink([true, true]).show(
            ui,
            |ui| {
                let (_, area) = ui.allocate_space(vec2(sizes.wide(), sizes.tall()));
                titles(ui, scene, &sizes, area);
                cells(ui, scene, &sizes, area);
            },
        );
    });
    let edge = palette(ui).divider();
    ui.painter().rect_stroke(shown.response.rect, radius::BAR, edge, StrokeKind::Inside);
}

fn names(ui: &Ui, scene: &Scene<'_>, sizes: &Sizes, area: Rect) {
    let colors = palette(ui);
    ui.painter().rect_filled(area, 0, colors.sunken);
    let corner = area.left_top() + vec2(space::SMALL, sizes.head * 0.5);
    let font = TextRole::SecondaryStrong.font();
    ui.painter().text(corner, Align2::LEFT_CENTER, fr("Personne"), font, colors.text);
    for (person, known) in scene.board.people.iter().enumerate() {
        let rect = sizes.name(area, person);
        let name = fr(&known.name);
        paint::name(ui.painter(), rect, &name, colors);
        head(ui, scene.id.with(("name", person)), rect, Role::RowHeader, &name);
    }
}

fn titles(ui: &Ui, scene: &Scene<'_>, sizes: &Sizes, area: Rect) {
    let colors = palette(ui);
    for post in 0..scene.board.posts.len() {
        let rect = sizes.title(area, post);
        let title = fr(&scene.board.post_name(post));
        let count = fr(&words::count(scene.board, scene.view, post));
        paint::title(ui.painter(), rect, (&title, &count), colors);
        let spoken = format!("{title}, {count}");
        head(ui, scene.id.with(("title", post)), rect, Role::ColumnHeader, &spoken);
    }
}

/// Says a name or a title to screen readers.
fn head(ui: &Ui, id: Id, rect: Rect, role: Role, spoken: &str) {
    let response = ui.interact(rect, id, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(role, true, spoken));
}

fn cells(ui: &Ui, scene: &mut Scene<'_>, sizes: &Sizes, area: Rect) {
    for person in 0..scene.board.people.len() {
        for post in 0..scene.board.posts.len() {
            cell(ui, scene, sizes.cell(area, (person, post)), (person, post));
        }
    }
}

/// One cell: a press puts the person on the post or takes them off.
fn cell(ui: &Ui, scene: &mut Scene<'_>, rect: Rect, place: Place) {
    let (board, view) = (scene.board, scene.view);
    let id = scene.cell_id(place);
    // Tab reaches the current cell only; the arrows reach the others.
    let is_current = scene.state.current == place;
    let sense = if is_current { Sense::click() } else { Sense::CLICK };
    let response = ui.interact(rect, id, sense);
    if response.clicked() {
        scene.pressed = Some(place);
        scene.state.current = place;
        response.request_focus();
    }
    let is_on = view.is_on(board, place.0, place.1);
    let elsewhere = view.elsewhere(board, place.0, place.1);
    let name = fr(&words::cell_name(board, view, place, elsewhere.as_deref()));
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, is_on, &name));
    let focused = response.has_focus();
    if focused && (std::mem::take(&mut scene.state.reveal) || response.gained_focus()) {
        ui.scroll_to_rect(rect.expand(space::SMALL), None);
    }
    let look = match (is_on, &elsewhere) {
        (true, Some(_)) => Look::Twice,
        (true, None) => Look::On,
        (false, _) if response.hovered() => Look::Hovered,
        (false, _) => Look::Off,
    };
    let level = board.level(place.0, place.1);
    paint::cell(ui.painter(), rect, level, look, palette(ui));
    if focused {
        let ring = palette(ui).focus_ring();
        ui.painter().rect_stroke(rect.shrink(1.0), 0, ring, StrokeKind::Inside);
    }
    if let Some(told) = elsewhere {
        response.on_hover_text(fr(&told));
    }
}
