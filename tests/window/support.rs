//! The one harness of the window's tests: a real `CasDecole`, a chosen clock, keys, names.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU32, Ordering};

use casdecole::desktop::app::CasDecole;
use casdecole::desktop::file_picker::FilePicker;
use casdecole::desktop::ui_kit::install_fonts;
use casdecole::environment::Environment;
use casdecole::storage::{Preferences, Theme};
use chrono::{DateTime, TimeDelta};
use egui::{Event, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::NodeT;

/// How the window looks.
#[derive(Clone, Copy)]
pub struct Look {
    pub size: (f32, f32),
    pub theme: Theme,
    pub text_percent: u32,
}

impl Default for Look {
    fn default() -> Self {
        Self { size: (1366.0, 768.0), theme: Theme::Light, text_percent: 100 }
    }
}

/// A window under test.
pub struct Window {
    pub harness: Harness<'static>,
    minutes: Arc<AtomicI64>,
}

impl Window {
    /// Opens the window at home, or on a path.
    pub fn open(path: Option<&Path>, look: Look) -> Self {
        let minutes = Arc::new(AtomicI64::new(0));
        let clock = Arc::clone(&minutes);
        let count = AtomicU32::new(0);
        let environment = Environment::chosen(
            move || {
                let start = DateTime::parse_from_rfc3339("2027-03-11T09:00:00+01:00");
                start.expect("a date") + TimeDelta::minutes(clock.load(Ordering::Relaxed))
            },
            move || format!("essai-{}", count.fetch_add(1, Ordering::Relaxed)),
        );
        let path = path.map(Path::to_owned);
        let mut app: Option<CasDecole> = None;
        let harness = Harness::builder()
            .with_size(look.size)
            .with_max_steps(40)
            .with_context_setup(install_fonts)
            .build_ui(move |ui| {
                let app = app.get_or_insert_with(|| {
                    let preferences = Preferences {
                        theme: look.theme,
                        text_percent: look.text_percent,
                        ..Preferences::default()
                    };
                    let picker = FilePicker::with_field_only();
                    let mut app =
                        CasDecole::with(ui.ctx(), environment.clone(), preferences, None, picker);
                    if let Some(path) = &path {
                        app.open(path);
                    }
                    app
                });
                app.show(ui);
            });
        let mut window = Self { harness, minutes };
        window.settle();
        window
    }

    /// Lets minutes pass.
    pub fn wait_minutes(&mut self, minutes: i64) {
        self.minutes.fetch_add(minutes, Ordering::Relaxed);
        self.settle();
    }

    /// Lets a few frames pass, and background work end.
    pub fn settle(&mut self) {
        for _ in 0..4 {
            self.harness.run_steps(2);
            std::thread::sleep(std::time::Duration::from_millis(5));
        }
    }

    /// Waits until a name is on screen.
    pub fn wait_for(&mut self, label: &str) {
        for _ in 0..400 {
            if self.shows(label) {
                return;
            }
            self.settle();
        }
        panic!("« {label} » never appears. On screen: {:?}", self.names());
    }

    /// Whether something on screen has a name or value that contains this.
    pub fn shows(&self, label: &str) -> bool {
        self.harness.root().children_recursive().any(|node| {
            let node = node.accesskit_node();
            let label_of = node.label().is_some_and(|known| known.contains(label));
            label_of || node.value().is_some_and(|known| known.contains(label))
        })
    }

    /// Every name on screen.
    pub fn names(&self) -> Vec<String> {
        let nodes = self.harness.root().children_recursive();
        nodes.filter_map(|node| node.accesskit_node().label()).collect()
    }

    /// Name of what has the focus.
    pub fn focused(&self) -> Option<String> {
        self.harness
            .root()
            .children_recursive()
            .find(|node| node.accesskit_node().is_focused())
            .map(|node| node.accesskit_node().label().unwrap_or_default())
    }

    /// Presses a key.
    pub fn press(&mut self, key: Key) {
        self.press_with(Modifiers::NONE, key);
    }

    /// Presses a key with modifiers.
    pub fn press_with(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.harness.run_steps(3);
    }

    /// Types a text where the focus is.
    pub fn type_text(&mut self, text: &str) {
        for line in text.split_inclusive('\n') {
            let words = line.trim_end_matches('\n');
            if !words.is_empty() {
                self.harness.event(Event::Text(words.to_owned()));
                self.harness.run_steps(1);
            }
            if line.ends_with('\n') {
                self.press(Key::Enter);
            }
        }
        self.harness.run_steps(2);
    }

    /// Takes the focus away from every control, so that letters act on the screen.
    pub fn leave_focus(&mut self) {
        self.press(Key::Escape);
        self.settle();
    }

    /// Presses Tab until what has the focus is named so (or begins so).
    pub fn tab_to(&mut self, label: &str) {
        let mut seen = Vec::new();
        for _ in 0..400 {
            if let Some(name) = self.focused() {
                if name == label || name.starts_with(label) {
                    return;
                }
                seen.push(name);
            }
            self.press(Key::Tab);
        }
        seen.sort();
        seen.dedup();
        panic!("Tab never reaches « {label} », but {seen:?}");
    }

    /// Goes to a control by Tab and presses Enter on it.
    pub fn activate(&mut self, label: &str) {
        self.tab_to(label);
        self.press(Key::Enter);
        self.settle();
    }

    /// Goes to a text field by Tab and replaces its content.
    pub fn fill(&mut self, label: &str, text: &str) {
        self.tab_to(label);
        self.press_with(Modifiers::COMMAND, Key::A);
        self.type_text(text);
    }
}
