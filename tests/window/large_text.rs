//! A whole sitting by the keyboard alone in a window as small as 1366 × 768 is at 175 %: what has the
//! focus is always on screen, and every answer is reached by one key.

use egui::{Key, Modifiers, Rect};
use egui_kittest::kittest::NodeT;

use super::keyboard::demonstration_session;
use super::support::{Look, Window};

/// A screen of 1366 × 768 at 175 %, in points.
const SIZE: (f32, f32) = (780.0, 439.0);
/// Height of the bars at the top and at the bottom, where nothing of a page is seen.
const BARS: f32 = 44.0;
/// Questions of the case of demonstration.
const QUESTIONS: usize = 13;

fn focused_rect(window: &Window) -> Rect {
    let mut nodes = window.harness.root().children_recursive();
    let focused = nodes.find(|node| node.accesskit_node().is_focused());
    focused.map(|node| node.rect()).expect("something has the focus")
}

fn assert_on_screen(window: &Window, place: &str) {
    let rect = focused_rect(window);
    let seen = rect.min.y >= BARS && rect.min.y + 12.0 <= SIZE.1 - BARS;
    assert!(seen, "{place}: {:?} has the focus at {rect:?}", window.focused());
}

#[test]
fn a_copy_is_written_and_handed_in_by_the_keyboard_with_large_text() {
    let folder = tempfile::tempdir().expect("a folder");
    demonstration_session(folder.path());
    let subject = folder.path().join("sujet.sujet");
    let look = Look { size: SIZE, ..Look::default() };
    let mut window = Window::open(Some(&subject), look);
    window.fill("Identifiant", "B-07");
    assert_on_screen(&window, "identification");
    window.activate("Commencer");
    for rank in 1..=QUESTIONS {
        assert!(window.shows(&format!("Question {rank}")), "{:?}", window.names());
        window.press_with(Modifiers::ALT, Key::E);
        window.settle();
        assert_on_screen(&window, &format!("question {rank}"));
        window.type_text("1");
        window.press(Key::Enter);
        window.settle();
        window.press_with(Modifiers::COMMAND, Key::ArrowRight);
        window.settle();
    }
    assert!(window.shows("Relire avant de remettre"), "{:?}", window.names());
    window.press_with(Modifiers::ALT, Key::E);
    window.type_text("B-07");
    assert_on_screen(&window, "relecture");
    window.activate("Remettre ma copie");
    window.wait_for("Copie remise");
}
