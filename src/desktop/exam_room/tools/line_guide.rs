//! « Guide de lecture »: a band that leaves three lines in full light and dims the others.
//!
//! The band follows the pointer, then what takes the focus, then the keys.

use egui::{Context, Id, Memory, Rect, Ui};

use crate::desktop::ui_kit::palette;

/// Lines left in full light.
const LINES: f32 = 3.0;
/// How much of the ground covers the other lines.
const VEIL: f32 = 0.72;

/// Where the band is in an area.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
struct Band {
    /// Middle of the band under the top of the area, in points; half-way before any move.
    middle: Option<f32>,
    /// What had the focus when the band was placed.
    focus: Option<Id>,
}

/// What may move the band in this frame.
#[derive(Debug, Clone, Copy, Default)]
struct Movers {
    /// Where the pointer went, under the top of the area.
    pointer: Option<f32>,
    /// What has the focus, and the middle of it under the top of the area.
    focus: Option<(Id, f32)>,
}

/// Says whether the guide is shown.
pub fn set(ctx: &Context, is_on: bool) {
    ctx.data_mut(|data| data.insert_temp(switch(), is_on));
}

/// Whether the guide is shown.
pub fn is_on(ctx: &Context) -> bool {
    ctx.data(|data| data.get_temp::<bool>(switch())).unwrap_or_default()
}

fn switch() -> Id {
    Id::unique("casdecole_guide")
}

fn memory(area: &str) -> Id {
    Id::unique(("casdecole_guide", area))
}

/// Moves the band of an area by so many points, from the keyboard.
pub fn nudge(ctx: &Context, area: &str, points: f32) {
    let id = memory(area);
    let mut band = ctx.data(|data| data.get_temp::<Band>(id)).unwrap_or_default();
    band.middle = band.middle.map(|middle| (middle + points).max(0.0));
    ctx.data_mut(|data| data.insert_temp(id, band));
    ctx.request_repaint();
}

/// Dims an area that has just been shown, but for the band; `line` is the height of its lines.
pub fn dim(ui: &Ui, area: &str, rect: Rect, line: f32) {
    if !is_on(ui) || !rect.is_positive() {
        return;
    }
    let id = memory(area);
    let before = ui.data(|data| data.get_temp::<Band>(id)).unwrap_or_default();
    let band = moved(before, movers(ui, rect), rect.height());
    if band != before {
        ui.data_mut(|data| data.insert_temp(id, band));
    }
    let middle = rect.top() + band.middle.unwrap_or(rect.height() * 0.5);
    let half = LINES * line * 0.5;
    let top = (middle - half).clamp(rect.top(), rect.bottom());
    let bottom = (middle + half).clamp(rect.top(), rect.bottom());
    let colors = palette(ui);
    let veil = colors.surface.gamma_multiply(VEIL);
    let painter = ui.painter();
    painter.rect_filled(rect.with_max_y(top), 0, veil);
    painter.rect_filled(rect.with_min_y(bottom), 0, veil);
    for edge in [top, bottom] {
        painter.hline(rect.x_range(), edge, colors.control_edge());
    }
}

fn movers(ui: &Ui, rect: Rect) -> Movers {
    let pointer = ui.input(|input| {
        let here = input.pointer.latest_pos().filter(|at| rect.contains(*at));
        here.filter(|_| input.pointer.delta().y.abs() > 0.0).map(|at| at.y - rect.top())
    });
    let focus = ui.memory(Memory::focused).and_then(|id| {
        let place = ui.read_response(id)?.rect;
        let inside = rect.contains(place.center());
        inside.then(|| (id, place.center().y - rect.top()))
    });
    Movers { pointer, focus }
}

/// The band after what moved in a frame.
fn moved(before: Band, movers: Movers, tall: f32) -> Band {
    let focus = movers.focus.map(|(id, _)| id);
    let newly_focused = movers.focus.filter(|(id, _)| before.focus != Some(*id));
    let middle = movers
        .pointer
        .or(newly_focused.map(|(_, middle)| middle))
        .or(before.middle)
        .or(Some(tall * 0.5))
        .map(|middle| middle.clamp(0.0, tall));
    Band { middle, focus }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TALL: f32 = 400.0;

    #[test]
    fn the_band_begins_half_way_and_follows_the_pointer() {
        let band = moved(Band::default(), Movers::default(), TALL);
        assert_eq!(band.middle, Some(200.0));
        let movers = Movers { pointer: Some(80.0), focus: None };
        let band = moved(band, movers, TALL);
        assert_eq!(band.middle, Some(80.0));
        assert_eq!(moved(band, Movers::default(), TALL).middle, Some(80.0));
        assert_eq!(moved(band, Movers::default(), 50.0).middle, Some(50.0));
    }

    #[test]
    fn what_takes_the_focus_moves_the_band_once() {
        let focus = Some((Id::unique("ligne 3"), 120.0));
        let band = moved(Band::default(), Movers { pointer: None, focus }, TALL);
        assert_eq!(band.middle, Some(120.0));
        let movers = Movers { pointer: Some(300.0), focus };
        let band = moved(band, movers, TALL);
        assert_eq!(band.middle, Some(300.0));
        let band = moved(band, Movers { pointer: None, focus }, TALL);
        assert_eq!(band.middle, Some(300.0));
    }

    #[test]
    fn the_keys_move_the_band_and_the_choice_is_kept() {
        let ctx = Context::default();
        assert!(!is_on(&ctx));
        set(&ctx, true);
        assert!(is_on(&ctx));
        let band = Band { middle: Some(100.0), focus: None };
        ctx.data_mut(|data| data.insert_temp(memory("annexes"), band));
        nudge(&ctx, "annexes", -130.0);
        let after = ctx.data(|data| data.get_temp::<Band>(memory("annexes")));
        assert_eq!(after.and_then(|band| band.middle), Some(0.0));
    }
}
