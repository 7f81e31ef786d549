//! The form of one question with its answer, in a small window: keys, pointer, what is said.

use std::collections::BTreeMap;

use casdecole::desktop::paper::{AnswerInput, FillOptions, answer_form_with};
use casdecole::desktop::ui_kit::{ThemeKind, install_fonts, install_theme};
use casdecole::domain::answers::{AnswerValue, CellAnswer};
use casdecole::domain::case_study::{AnswerForm, CellPosition, SubjectQuestion, SubjectTable};
use egui::{Event, Key, Modifiers, Pos2};
use egui_kittest::Harness;
use egui_kittest::kittest::NodeT;

/// A table to fill, with its answer.
pub struct Form {
    harness: Harness<'static, AnswerValue>,
}

impl Form {
    /// Shows the question of a table, in a window of this size.
    pub fn open(
        table: SubjectTable,
        options: FillOptions,
        size: (f32, f32),
        theme: ThemeKind,
    ) -> Self {
        let question = SubjectQuestion {
            id: "Q4".into(),
            title: "Tableau à remplir".to_owned(),
            statement: String::new(),
            minutes: 20,
            exhibits: Vec::new(),
            form: AnswerForm::Table(table),
        };
        let blank = AnswerValue::Table { cells: BTreeMap::new() };
        let harness = Harness::builder()
            .with_size(size)
            .with_max_steps(40)
            .with_context_setup(move |ctx| {
                install_fonts(ctx);
                install_theme(ctx, theme);
            })
            .build_ui_state(
                move |ui, answer| {
                    let input = answer_form_with(ui, &question, Some(&*answer), options);
                    if let Some(AnswerInput::Cells(written)) = input {
                        write(&question, answer, written);
                    }
                },
                blank,
            );
        let mut form = Self { harness };
        form.harness.run_steps(3);
        form
    }

    /// Presses a key with modifiers.
    pub fn press(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.harness.run_steps(4);
    }

    /// Presses a key.
    pub fn key(&mut self, key: Key) {
        self.press(Modifiers::NONE, key);
    }

    /// Presses keys, one after the other.
    pub fn keys(&mut self, keys: &[Key]) {
        for key in keys {
            self.key(*key);
        }
    }

    /// Sends an event of the system.
    pub fn send(&mut self, event: Event) {
        self.harness.event(event);
        self.harness.run_steps(4);
    }

    /// Types a text where the focus is.
    pub fn type_text(&mut self, text: &str) {
        self.send(Event::Text(text.to_owned()));
    }

    /// Pastes a text where the focus is.
    pub fn paste(&mut self, text: &str) {
        self.send(Event::Paste(text.to_owned()));
    }

    /// What is typed in a cell, by its reference.
    pub fn cell(&self, reference: &str) -> String {
        let at = CellPosition::from_reference(reference).expect("a reference");
        self.harness.state().cell(at).map(|cell| cell.typed.clone()).unwrap_or_default()
    }

    /// Every name and value on screen, with plain spaces.
    pub fn said(&self) -> Vec<(String, String)> {
        let straight = |text: Option<String>| plain(text).replace('’', "'");
        let nodes = self.harness.root();
        let nodes = nodes.children_recursive().map(|node| {
            let node = node.accesskit_node();
            (straight(node.label()), straight(node.value()))
        });
        nodes.collect()
    }

    /// Whether a name or a value on screen contains these words.
    pub fn shows(&self, words: &str) -> bool {
        self.said().iter().any(|(name, value)| name.contains(words) || value.contains(words))
    }

    /// Name of what has the focus, with plain spaces.
    pub fn focused(&self) -> String {
        let nodes = self.harness.root();
        let mut nodes = nodes.children_recursive();
        let focused = nodes.find(|node| node.accesskit_node().is_focused());
        plain(focused.and_then(|node| node.accesskit_node().label()))
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

    /// Drags the pointer from a cell to another one.
    pub fn drag(&mut self, from: &str, to: &str) {
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

    /// Presses on a cell.
    pub fn click(&mut self, name: &str) {
        self.drag(name, name);
    }

    /// Presses Tab until what has the focus begins so.
    pub fn tab_to(&mut self, name: &str) {
        let mut seen = Vec::new();
        for _ in 0..60 {
            let focused = self.focused();
            if focused.starts_with(name) {
                return;
            }
            seen.push(focused);
            self.key(Key::Tab);
        }
        panic!("Tab never reaches « {name} », but {seen:?}");
    }
}

fn plain(text: Option<String>) -> String {
    text.unwrap_or_default().replace(['\u{a0}', '\u{202f}'], " ")
}

/// Writes in the cells as the program does, and only in those to fill.
fn write(
    question: &SubjectQuestion,
    answer: &mut AnswerValue,
    written: Vec<(CellPosition, String)>,
) {
    let AnswerForm::Table(table) = &question.form else { panic!("a table") };
    let AnswerValue::Table { cells } = answer else { panic!("a table") };
    for (at, text) in written {
        let kind = table.cell(at).filter(|cell| cell.is_asked()).expect("a cell to fill");
        if text.is_empty() {
            cells.remove(&at.reference());
        } else {
            cells.insert(at.reference(), CellAnswer::read(&text, kind));
        }
    }
}
