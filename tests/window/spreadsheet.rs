//! Tables to fill as a spreadsheet, by their French names, with the keyboard alone or the pointer.

use std::collections::BTreeMap;

use casdecole::desktop::paper::{AnswerInput, FillOptions, answer_form_with};
use casdecole::desktop::ui_kit::{ThemeKind, install_fonts, install_theme};
use casdecole::domain::answers::{AnswerValue, CellAnswer};
use casdecole::domain::case_study::{
    Align, AnswerForm, CellPosition, Column, SubjectCell, SubjectQuestion, SubjectTable,
};
use egui::{Event, Key, Modifiers, Pos2};
use egui_kittest::Harness;
use egui_kittest::kittest::NodeT;

/// A table with its answer.
struct Form {
    harness: Harness<'static, AnswerValue>,
}

/// ```text
///     A               B    C
/// 1   Besoins bruts   25   30
/// 2   Stock           …    …
/// 3   Besoins nets    …    …
/// ```
fn question() -> SubjectQuestion {
    let given = |text: &str| SubjectCell::Given(text.to_owned());
    let column = |title: &str| Column { title: title.to_owned(), align: Align::Right };
    let asked = |name: &str| vec![given(name), SubjectCell::Number, SubjectCell::Number];
    let table = SubjectTable {
        columns: vec![column("Ligne"), column("S37"), column("S38")],
        rows: vec![
            vec![given("Besoins bruts"), given("25"), given("30")],
            asked("Stock"),
            asked("Besoins nets"),
        ],
        board: None,
    };
    SubjectQuestion {
        id: "Q4".into(),
        title: "Besoins nets".to_owned(),
        statement: String::new(),
        minutes: 30,
        exhibits: Vec::new(),
        form: AnswerForm::Table(table),
    }
}

impl Form {
    fn open(outside_paste: bool, width: f32, theme: ThemeKind) -> Self {
        let question = question();
        let blank = AnswerValue::Table { cells: BTreeMap::new() };
        let harness = Harness::builder()
            .with_size((width, 700.0))
            .with_max_steps(40)
            .with_context_setup(move |ctx| {
                install_fonts(ctx);
                install_theme(ctx, theme);
            })
            .build_ui_state(
                move |ui, answer| {
                    let options = FillOptions { outside_paste };
                    let input = answer_form_with(ui, &question, Some(&*answer), options);
                    if let Some(AnswerInput::Cells(written)) = input {
                        write(answer, written);
                    }
                },
                blank,
            );
        let mut form = Self { harness };
        form.harness.run_steps(3);
        form
    }

    fn press(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.harness.run_steps(4);
    }

    fn keys(&mut self, keys: &[Key]) {
        for key in keys {
            self.press(Modifiers::NONE, *key);
        }
    }

    fn send(&mut self, event: Event) {
        self.harness.event(event);
        self.harness.run_steps(4);
    }

    fn type_text(&mut self, text: &str) {
        self.send(Event::Text(text.to_owned()));
    }

    fn paste(&mut self, text: &str) {
        self.send(Event::Paste(text.to_owned()));
    }

    /// What is typed in a cell, by its reference.
    fn cell(&self, reference: &str) -> String {
        let at = CellPosition::from_reference(reference).expect("a reference");
        self.harness.state().cell(at).map(|cell| cell.typed.clone()).unwrap_or_default()
    }

    /// Every name and value on screen, with plain spaces.
    fn said(&self) -> Vec<(String, String)> {
        let plain = |text: Option<String>| {
            text.unwrap_or_default().replace(['\u{a0}', '\u{202f}'], " ").replace('’', "'")
        };
        let nodes = self.harness.root();
        let nodes = nodes.children_recursive().map(|node| {
            let node = node.accesskit_node();
            (plain(node.label()), plain(node.value()))
        });
        nodes.collect()
    }

    fn shows(&self, words: &str) -> bool {
        self.said().iter().any(|(name, value)| name.contains(words) || value.contains(words))
    }

    /// Name of what has the focus.
    fn focused(&self) -> String {
        let nodes = self.harness.root();
        let mut nodes = nodes.children_recursive();
        let focused = nodes.find(|node| node.accesskit_node().is_focused());
        focused.and_then(|node| node.accesskit_node().label()).unwrap_or_default()
    }

    /// The middle of a cell, by the beginning of its name.
    fn middle(&self, name: &str) -> Pos2 {
        let nodes = self.harness.root();
        let mut nodes = nodes.children_recursive();
        let found = nodes.find(|node| {
            node.accesskit_node().label().is_some_and(|label| label.starts_with(name))
        });
        found.unwrap_or_else(|| panic!("no « {name} »")).rect().center()
    }

    fn drag(&mut self, from: &str, to: &str) {
        let (from, to) = (self.middle(from), self.middle(to));
        self.harness.hover_at(from);
        self.harness.run_steps(1);
        self.harness.drag_at(from);
        self.harness.run_steps(1);
        self.harness.hover_at(to);
        self.harness.run_steps(1);
        self.harness.drop_at(to);
        self.harness.run_steps(4);
    }

    fn click(&mut self, name: &str) {
        self.drag(name, name);
    }

    fn tab_to(&mut self, name: &str) {
        let mut seen = Vec::new();
        for _ in 0..40 {
            let focused = self.focused();
            if focused.starts_with(name) {
                return;
            }
            seen.push(focused);
            self.keys(&[Key::Tab]);
        }
        panic!("Tab never reaches « {name} », but {seen:?}");
    }
}

fn write(answer: &mut AnswerValue, written: Vec<(CellPosition, String)>) {
    let AnswerValue::Table { cells } = answer else { panic!("a table") };
    for (at, text) in written {
        assert!(at.row > 0 && at.column > 0, "a cell to fill, not {}", at.reference());
        if text.is_empty() {
            cells.remove(&at.reference());
        } else {
            cells.insert(at.reference(), CellAnswer::read(&text, &SubjectCell::Number));
        }
    }
}

const STOCK: &str = "ligne 2, Stock, colonne S37, B2";

#[test]
fn a_formula_is_made_by_the_keyboard_alone() {
    for (width, theme) in [(1_000.0, ThemeKind::Light), (480.0, ThemeKind::HighContrast)] {
        let mut form = Form::open(true, width, theme);
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
    let mut form = Form::open(true, 1_000.0, ThemeKind::Light);
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
    let mut form = Form::open(true, 1_000.0, ThemeKind::Light);
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
    let mut form = Form::open(true, 1_000.0, ThemeKind::Light);
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
    let mut form = Form::open(true, 1_000.0, ThemeKind::Light);
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
    let mut form = Form::open(false, 1_000.0, ThemeKind::Light);
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
