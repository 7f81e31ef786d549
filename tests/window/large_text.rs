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
    window.wait_for("À revoir");
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

/// The window of a candidate at the question of this rank, from 1.
fn at_question(folder: &tempfile::TempDir, candidate: &str, rank: usize) -> Window {
    let subject = folder.path().join("sujet.sujet");
    // So low that the end of the table is out of the page.
    let look = Look { size: (1366.0, 520.0), ..Look::default() };
    let mut window = Window::open(Some(&subject), look);
    window.fill("Identifiant", candidate);
    window.activate("Commencer");
    window.wait_for("À revoir");
    for _ in 1..rank {
        window.press_with(Modifiers::COMMAND, Key::ArrowRight);
    }
    window.settle();
    window
}

fn rect_of(window: &Window, label: &str) -> Rect {
    let mut nodes = window.harness.root().children_recursive();
    let found = nodes.find(|node| node.accesskit_node().label().is_some_and(|name| name == label));
    found.map(|node| node.rect()).expect("on screen")
}

#[test]
fn nothing_moves_under_the_pointer_when_a_cell_is_pressed() {
    let folder = tempfile::tempdir().expect("a folder");
    demonstration_session(folder.path());
    let mut by_key = at_question(&folder, "B-07", 4);
    by_key.press_with(Modifiers::ALT, Key::E);
    by_key.settle();
    let cell = by_key.focused().expect("a cell has the focus");
    let mut window = at_question(&folder, "B-08", 4);
    let before = rect_of(&window, &cell);
    let click = |window: &Window| {
        let mut nodes = window.harness.root().children_recursive();
        let found =
            nodes.find(|node| node.accesskit_node().label().is_some_and(|name| name == cell));
        found.expect("on screen").click();
    };
    click(&window);
    window.settle();
    window.settle();
    assert_eq!(window.focused().as_deref(), Some(cell.as_str()));
    let after = rect_of(&window, &cell);
    assert!((after.center() - before.center()).length() < 1.0, "{before:?}, then {after:?}");
}

#[test]
fn the_keyboard_goes_back_to_the_cells_of_a_table_and_not_to_what_undoes_it() {
    let folder = tempfile::tempdir().expect("a folder");
    demonstration_session(folder.path());
    let mut window = at_question(&folder, "B-09", 4);
    window.press_with(Modifiers::ALT, Key::E);
    window.settle();
    window.type_text("1");
    window.press(Key::Enter);
    window.settle();
    let left = window.focused().expect("a cell has the focus");
    window.press_with(Modifiers::COMMAND, Key::ArrowRight);
    window.settle();
    window.press_with(Modifiers::COMMAND, Key::ArrowLeft);
    window.settle();
    window.press_with(Modifiers::ALT, Key::E);
    window.settle();
    assert_eq!(window.focused().as_deref(), Some(left.as_str()));
    window.type_text("2");
    window.press(Key::Enter);
    window.settle();
    assert_ne!(window.focused().as_deref(), Some(left.as_str()), "the next cell has the focus");
}
