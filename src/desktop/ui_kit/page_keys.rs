//! Page Up and Page Down in a page that scrolls, for who has no wheel.

use egui::{Key, Modifiers, Ui, vec2};

/// Share of what is seen that one key goes through: some lines stay, to find one's place again.
const STEP: f32 = 0.85;
/// Under this width of the window, pages are shown one at a time.
const NARROW: f32 = 900.0;

/// Lets Page Up and Page Down scroll this page. Called at the end of its content: the next area that
/// ends takes the movement. The first page shown takes the keys; none does under a dialog.
pub fn page_keys(ui: &Ui) {
    page_keys_with(ui, Modifiers::NONE);
}

/// The same for a page beside another one, which takes the keys alone: here they are pressed with
/// Shift. In a narrow window, where one page is shown at a time, both ways serve.
pub fn side_page_keys(ui: &Ui) {
    page_keys_with(ui, Modifiers::SHIFT);
    if ui.ctx().content_rect().width() < NARROW {
        page_keys(ui);
    }
}

fn page_keys_with(ui: &Ui, modifiers: Modifiers) {
    if !ui.memory(|memory| memory.allows_interaction(ui.layer_id())) {
        return;
    }
    let pressed = |key| ui.input_mut(|input| input.consume_key(modifiers, key));
    let pages =
        f32::from(u8::from(pressed(Key::PageUp))) - f32::from(u8::from(pressed(Key::PageDown)));
    if pages != 0.0 {
        ui.scroll_with_delta(vec2(0.0, pages * STEP * ui.clip_rect().height()));
    }
}

#[cfg(test)]
mod tests {
    use egui::{Event, RawInput, Rect, ScrollArea, Vec2};

    use super::*;

    fn press(key: Key) -> Event {
        let modifiers = Modifiers::NONE;
        Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers }
    }

    #[test]
    fn a_page_is_read_to_its_end_and_back_by_the_keys() {
        let ctx = egui::Context::default();
        ctx.all_styles_mut(|style| style.scroll_animation = egui::style::ScrollAnimation::none());
        let mut at = 0.0;
        let mut frame = |events: Vec<Event>| {
            let screen = Rect::from_min_size(egui::Pos2::ZERO, Vec2::new(200.0, 100.0));
            let input = RawInput { screen_rect: Some(screen), events, ..RawInput::default() };
            let mut output = ctx.run_ui(input, |ui| {
                let area = ScrollArea::vertical().show(ui, |ui| {
                    ui.allocate_space(Vec2::new(50.0, 400.0));
                    page_keys(ui);
                });
                at = area.state.clamped_offset().y;
            });
            output.textures_delta.clear();
            at
        };
        frame(Vec::new());
        frame(vec![press(Key::PageDown)]);
        let once = frame(Vec::new());
        assert!((60.0..100.0).contains(&once), "{once}");
        frame(vec![press(Key::PageDown)]);
        assert!(frame(Vec::new()) > once);
        for _ in 0..8 {
            frame(vec![press(Key::PageUp)]);
        }
        assert!(frame(Vec::new()) < 1.0);
    }
}
