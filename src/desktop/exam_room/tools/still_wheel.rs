//! Reduced motion: the wheel moves a page at once, instead of gliding over a few frames.
//!
//! Nothing else moves by itself in this program: the house's style animates nothing.

use egui::{Context, Event, MouseWheelUnit, Plugin, RawInput, Vec2};

/// egui glides over larger moves than 8 points.
const PIECE: f32 = 7.0;
/// Pieces of one turn of the wheel at most.
const MOST: usize = 96;

/// Cuts the turns of the wheel into moves that egui applies at once.
#[derive(Debug, Default)]
struct StillWheel {
    is_on: bool,
}

impl Plugin for StillWheel {
    fn debug_name(&self) -> &'static str {
        "casdecole_still_wheel"
    }

    fn input_hook(&mut self, ctx: &Context, input: &mut RawInput) {
        if !self.is_on || !input.events.iter().any(is_turn) {
            return;
        }
        let by_line = ctx.options(|options| options.input_options.line_scroll_speed);
        let events = std::mem::take(&mut input.events);
        input.events = events.into_iter().flat_map(|event| cut(event, by_line)).collect();
    }
}

/// Says whether the wheel moves pages at once.
pub fn set(ctx: &Context, is_on: bool) {
    ctx.plugin_or_default::<StillWheel>().lock().is_on = is_on;
}

/// A turn of a wheel that scrolls; with Ctrl it changes a size instead.
fn is_turn(event: &Event) -> bool {
    matches!(
        event,
        Event::MouseWheel { unit: MouseWheelUnit::Line | MouseWheelUnit::Point, modifiers, .. }
            if !modifiers.command
    )
}

/// An event as it was, or the pieces of a turn.
fn cut(event: Event, by_line: f32) -> Vec<Event> {
    if !is_turn(&event) {
        return vec![event];
    }
    let Event::MouseWheel { unit, delta, phase, source, modifiers } = event else {
        return vec![event];
    };
    let points = if unit == MouseWheelUnit::Line { delta * by_line } else { delta };
    let turn =
        |delta| Event::MouseWheel { unit: MouseWheelUnit::Point, delta, phase, source, modifiers };
    pieces(points).into_iter().map(turn).collect()
}

/// A move in pieces short enough to be applied at once.
fn pieces(mut left: Vec2) -> Vec<Vec2> {
    let mut pieces = Vec::new();
    while left.length() > PIECE && pieces.len() < MOST {
        let piece = left.normalized() * PIECE;
        pieces.push(piece);
        left -= piece;
    }
    pieces.push(left);
    pieces
}

#[cfg(test)]
mod tests {
    use egui::{Modifiers, MouseWheelSource, TouchPhase, vec2};

    use super::*;

    fn turn(unit: MouseWheelUnit, delta: Vec2, modifiers: Modifiers) -> Event {
        let (phase, source) = (TouchPhase::Move, MouseWheelSource::Unknown);
        Event::MouseWheel { unit, delta, phase, source, modifiers }
    }

    #[test]
    fn a_notch_is_cut_into_short_moves_that_add_up() {
        let event = turn(MouseWheelUnit::Line, vec2(0.0, -3.0), Modifiers::NONE);
        let moves: Vec<Vec2> = cut(event, 40.0)
            .into_iter()
            .filter_map(|event| match event {
                Event::MouseWheel { unit: MouseWheelUnit::Point, delta, .. } => Some(delta),
                _ => None,
            })
            .collect();
        assert!(moves.len() > 10 && moves.iter().all(|piece| piece.length() < 8.0));
        let all: f32 = moves.iter().map(|piece| piece.y).sum();
        assert!((all + 120.0).abs() < 0.01, "{all}");
    }

    #[test]
    fn other_events_and_the_wheel_with_ctrl_are_left_alone() {
        let zoom = turn(MouseWheelUnit::Line, vec2(0.0, 1.0), Modifiers::COMMAND);
        assert_eq!(cut(zoom.clone(), 40.0), vec![zoom]);
        assert_eq!(cut(Event::Copy, 40.0), vec![Event::Copy]);
    }

    #[test]
    fn a_wheel_gone_wild_stays_bounded() {
        assert_eq!(pieces(vec2(0.0, 1.0e9)).len(), MOST + 1);
        assert_eq!(pieces(Vec2::ZERO), vec![Vec2::ZERO]);
    }

    #[test]
    fn the_wheel_is_still_only_when_it_is_asked() {
        let ctx = Context::default();
        for (is_on, fewest) in [(false, 1), (true, 6)] {
            set(&ctx, is_on);
            let mut input = RawInput::default();
            let delta = vec2(0.0, 1.0);
            input.events.push(turn(MouseWheelUnit::Line, delta, Modifiers::NONE));
            ctx.plugin::<StillWheel>().lock().input_hook(&ctx, &mut input);
            assert_eq!(input.events.len() == 1, fewest == 1);
            assert!(input.events.len() >= fewest);
        }
    }
}
