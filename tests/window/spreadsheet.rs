//! Tables to fill as a spreadsheet, by their French names, with the keyboard alone or the pointer.

use casdecole::desktop::paper::FillOptions;
use casdecole::desktop::ui_kit::ThemeKind;
use casdecole::domain::case_study::{Align, Column, SubjectCell, SubjectTable};
use egui::{Event, Key, Modifiers};

use super::form::Form;

/// ```text
///     A               B    C
/// 1   Besoins bruts   25   30
/// 2   Stock           …    …
/// 3   Besoins nets    …    …
/// ```
fn table() -> SubjectTable {
    let given = |text: &str| SubjectCell::Given(text.to_owned());
    let column = |title: &str| Column { title: title.to_owned(), align: Align::Right };
    let asked = |name: &str| vec![given(name), SubjectCell::Number, SubjectCell::Number];
    SubjectTable {
        columns: vec![column("Ligne"), column("S37"), column("S38")],
        rows: vec![
            vec![given("Besoins bruts"), given("25"), given("30")],
            asked("Stock"),
            asked("Besoins nets"),
        ],
        board: None,
    }
}

/// That table, in a window of this width.
fn open(outside_paste: bool, width: f32, theme: ThemeKind) -> Form {
    Form::open(table(), FillOptions { outside_paste }, (width, 700.0), theme)
}

const STOCK: &str = "ligne 2, Stock, colonne S37, B2";

#[test]
fn a_formula_is_made_by_the_keyboard_alone() {
    for (width, theme) in [(1_000.0, ThemeKind::Light), (480.0, ThemeKind::HighContrast)] {
        let mut form = open(true, width, theme);
        form.tab_to(STOCK);
        form.type_text("=");
        form.keys(&[Key::ArrowUp]);
        assert_eq!(form.cell("B2"), "=B1", "an arrow points at a cell");
        form.keys(&[Key::F4]);
        assert_eq!(form.cell("B2"), "=$B$1");
        form.type_text("*2");
        form.keys(&[Key::Enter]);
        assert_eq!(form.cell("B2"), "=$B$1*2");
        let value = form.said().into_iter().find(|(name, _)| name.starts_with(STOCK));
        let (name, value) = value.expect("the cell");
        assert!(name.ends_with("formule =$B$1*2"), "{name}");
        assert_eq!(value, "50", "the cell shows the value");
        assert!(form.focused().starts_with("ligne 3, Besoins nets, colonne S37"));
    }
}

#[test]
fn blocks_are_filled_emptied_undone_and_done_again() {
    let mut form = open(true, 1_000.0, ThemeKind::Light);
    form.tab_to(STOCK);
    form.type_text("=B1+1");
    form.keys(&[Key::Enter, Key::ArrowUp]);
    form.press(Modifiers::SHIFT, Key::ArrowRight);
    form.press(Modifiers::COMMAND, Key::R);
    assert_eq!(form.cell("C2"), "=C1+1");
    form.press(Modifiers::SHIFT, Key::ArrowDown);
    form.press(Modifiers::COMMAND, Key::D);
    assert_eq!((form.cell("B3"), form.cell("C3")), ("=B2+1".to_owned(), "=C2+1".to_owned()));
    form.keys(&[Key::Delete]);
    assert_eq!((form.cell("B2"), form.cell("C3")), (String::new(), String::new()));
    form.press(Modifiers::COMMAND, Key::Z);
    assert_eq!((form.cell("B2"), form.cell("C3")), ("=B1+1".to_owned(), "=C2+1".to_owned()));
    form.press(Modifiers::COMMAND, Key::Z);
    assert_eq!((form.cell("C2"), form.cell("C3")), ("=C1+1".to_owned(), String::new()));
    form.press(Modifiers::COMMAND, Key::Y);
    assert_eq!(form.cell("C3"), "=C2+1");
}

#[test]
fn the_bar_edits_and_escape_puts_the_text_back() {
    let mut form = open(true, 1_000.0, ThemeKind::Light);
    form.tab_to(STOCK);
    form.type_text("12");
    form.keys(&[Key::Enter, Key::ArrowUp, Key::F2]);
    assert_eq!(form.focused(), "Barre de formule, B2");
    form.type_text("5");
    assert_eq!(form.cell("B2"), "125");
    form.keys(&[Key::Escape]);
    assert_eq!(form.cell("B2"), "12");
    assert!(form.focused().starts_with(STOCK), "{}", form.focused());
    form.keys(&[Key::F2]);
    form.type_text(",5");
    form.keys(&[Key::Enter]);
    assert_eq!(form.cell("B2"), "12,5");
    assert!(form.focused().starts_with("ligne 3"), "{}", form.focused());
}

#[test]
fn the_pointer_writes_references_and_chooses_blocks() {
    let mut form = open(true, 1_000.0, ThemeKind::Light);
    form.click(STOCK);
    form.type_text("=SOMME(");
    form.drag("ligne 1, Besoins bruts, colonne S37", "ligne 1, Besoins bruts, colonne S38");
    assert_eq!(form.cell("B2"), "=SOMME(B1:C1");
    form.type_text(")");
    form.keys(&[Key::Enter]);
    assert!(form.shows("55"));
    form.drag(STOCK, "ligne 3, Besoins nets, colonne S38");
    form.paste("7");
    for reference in ["B2", "C2", "B3", "C3"] {
        assert_eq!(form.cell(reference), "7", "{reference}");
    }
}

#[test]
fn a_problem_is_said_in_words() {
    let mut form = open(true, 1_000.0, ThemeKind::Light);
    form.tab_to(STOCK);
    form.type_text("=B1/0");
    assert!(!form.shows("division par zéro."), "not while it is typed");
    form.keys(&[Key::Enter]);
    assert!(form.shows("B2 : division par zéro."), "{:?}", form.said());
    assert!(form.shows("#DIV/0!"));
    assert!(form.shows("3 cellules vides sur 4."));
}

#[test]
fn a_paste_from_elsewhere_may_be_forbidden() {
    let mut form = open(false, 1_000.0, ThemeKind::Light);
    form.tab_to(STOCK);
    form.paste("12");
    assert_eq!(form.cell("B2"), "");
    let words = "Le collage depuis un autre programme n'est pas permis dans cette épreuve.";
    assert!(form.shows(words), "{:?}", form.said());
    form.type_text("12");
    form.keys(&[Key::Enter, Key::ArrowUp]);
    assert!(!form.shows("Le collage"));
    form.send(Event::Copy);
    form.keys(&[Key::ArrowDown]);
    form.paste("12");
    assert_eq!(form.cell("B3"), "12", "copied in this table");
}
