//! The frame of the window: which screen is shown, preferences, file dialogs, closing.

mod appearance;
mod demonstration;
mod doors;
mod help;
mod home;
mod input_order;
mod new_session;
mod preferences;
mod recent;
mod screen;

use std::path::PathBuf;
use std::sync::Arc;

use crate::desktop::file_picker::FilePicker;
use crate::desktop::paper::watch_copies;
use crate::desktop::services::{Departure, Services};
use crate::desktop::ui_kit::{install, install_fonts};
use crate::domain::framework::Catalogue;
use crate::environment::Environment;
use crate::storage::{Preferences, StorageError, Theme, load_catalogue};
use demonstration::DemonstrationJob;
use home::HomeScreen;
use input_order::InputOrder;
use screen::Screen;

/// The program in its window.
pub struct CasDecole {
    environment: Environment,
    catalogue: Arc<Catalogue>,
    preferences: Preferences,
    saved_preferences: Preferences,
    /// Colours and size of the text of the window, which are those of a sitting while it is open.
    shown_appearance: (Theme, u32),
    preferences_path: Option<PathBuf>,
    picker: FilePicker,
    screen: Screen,
    home: HomeScreen,
    demonstration: Option<DemonstrationJob>,
    shown_title: String,
    help_open: bool,
    closing: bool,
    input_order: InputOrder,
}

impl CasDecole {
    /// Prepares the window; a path given is opened in the workspace that suits it.
    pub fn new(
        ctx: &egui::Context,
        environment: Environment,
        templates: Option<PathBuf>,
        path: Option<PathBuf>,
    ) -> Self {
        let preferences_path = Preferences::usual_path();
        let preferences = preferences_path.as_deref().map(Preferences::load).unwrap_or_default();
        let mut app = Self::with(ctx, environment, preferences, templates, FilePicker::default());
        app.preferences_path = preferences_path;
        if let Some(path) = path {
            app.open(&path);
        }
        app
    }

    /// A window with chosen preferences and dialogs, that writes no preferences.
    pub fn with(
        ctx: &egui::Context,
        environment: Environment,
        preferences: Preferences,
        templates: Option<PathBuf>,
        picker: FilePicker,
    ) -> Self {
        install_fonts(ctx);
        watch_copies(ctx);
        install(ctx, appearance::theme_kind(preferences.theme));
        appearance::set_text_size(ctx, preferences.text_percent);
        let folder = templates.or_else(|| preferences.templates_folder.clone());
        let (catalogue, problems) = load_catalogue(folder.as_deref());
        let mut home = HomeScreen::default();
        home.problems.extend(problems);
        Self {
            environment,
            catalogue: Arc::new(catalogue),
            saved_preferences: preferences.clone(),
            shown_appearance: (preferences.theme, preferences.text_percent),
            preferences,
            preferences_path: None,
            picker,
            screen: Screen::Home,
            home,
            demonstration: None,
            shown_title: String::new(),
            help_open: false,
            closing: false,
            input_order: InputOrder::default(),
        }
    }

    /// Opens a file or a session folder in the workspace that suits it; a problem is shown on
    /// the home screen.
    pub fn open(&mut self, path: &std::path::Path) {
        // A relative path would mean nothing at the next start.
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        match Screen::opening(&path, &self.catalogue) {
            Ok((screen, recent)) => {
                self.preferences.remember(recent);
                self.screen = screen;
            }
            Err(problem) => self.report(problem),
        }
    }

    /// Opens a session folder in the view of the room; a problem is shown on the home screen.
    fn watch(&mut self, path: &std::path::Path) {
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        match Screen::watching(&path) {
            Ok((screen, recent)) => {
                self.preferences.remember(recent);
                self.screen = screen;
            }
            Err(problem) => self.report(problem),
        }
    }

    fn report(&mut self, problem: StorageError) {
        self.screen = Screen::Home;
        self.home.problems.push(problem);
    }

    /// Draws the whole window.
    pub fn show(&mut self, ui: &mut egui::Ui) {
        let ctx = ui.ctx().clone();
        appearance::text_size_keys(&ctx, &mut self.preferences);
        let mut services = Services {
            environment: &self.environment,
            catalogue: &self.catalogue,
            picker: &mut self.picker,
            preferences: &mut self.preferences,
        };
        let departure = match &mut self.screen {
            Screen::Home => {
                let wish = self.home.ui(ui, &mut services, self.demonstration.as_ref());
                self.follow(&ctx, wish);
                None
            }
            screen => screen.ui(ui, &mut services),
        };
        match departure {
            Some(Departure::Home) => self.leave(),
            Some(Departure::Open(path)) => self.open(&path),
            Some(Departure::Watch(path)) => self.watch(&path),
            None => {}
        }
        self.picker.show(&ctx);
        self.poll_demonstration();
        self.finish_frame(&ctx);
    }

    fn follow(&mut self, ctx: &egui::Context, wish: Option<home::HomeWish>) {
        match wish {
            Some(home::HomeWish::NewCase) => self.screen = Screen::new_case(),
            Some(home::HomeWish::NewSession) => {
                self.screen = Screen::new_session(self.environment.now().date_naive());
            }
            Some(home::HomeWish::Open(path)) => self.open(&path),
            Some(home::HomeWish::Watch(path)) => self.watch(&path),
            Some(home::HomeWish::Demonstration) => {
                self.demonstration =
                    Some(DemonstrationJob::start(ctx, &self.catalogue, &self.environment));
            }
            Some(home::HomeWish::CancelDemonstration) => {
                if let Some(job) = &self.demonstration {
                    job.cancel();
                }
            }
            Some(home::HomeWish::Help) => self.help_open = true,
            None => {}
        }
    }

    fn leave(&mut self) {
        if self.screen.close_requested() {
            self.screen = Screen::Home;
        }
    }

    fn poll_demonstration(&mut self) {
        let Some(result) = self.demonstration.as_ref().and_then(DemonstrationJob::poll) else {
            return;
        };
        self.demonstration = None;
        match result {
            Ok(Some(path)) => self.open(&path),
            Ok(None) => {}
            Err(problem) => self.report(problem),
        }
    }

    fn finish_frame(&mut self, ctx: &egui::Context) {
        let keys = match self.screen {
            Screen::Home => Some(help::HOME),
            Screen::Jury(_) => Some(help::JURY),
            Screen::Room(_) => Some(help::ROOM),
            _ => None,
        };
        if let Some(keys) = keys {
            if ctx.input_mut(|input| input.consume_key(egui::Modifiers::NONE, egui::Key::F1)) {
                self.help_open = true;
            }
            help::show(ctx, &mut self.help_open, keys);
        }
        let title = self.screen.title();
        if title != self.shown_title {
            ctx.send_viewport_cmd(egui::ViewportCommand::Title(title.clone()));
            self.shown_title = title;
        }
        self.show_appearance(ctx);
        self.save_preferences(ctx);
        self.close_when_asked(ctx);
    }

    fn close_when_asked(&mut self, ctx: &egui::Context) {
        let asked = ctx.input(|input| input.viewport().close_requested());
        if asked && !self.closing {
            if self.screen.close_requested() {
                self.closing = true;
            } else {
                ctx.send_viewport_cmd(egui::ViewportCommand::CancelClose);
            }
        }
    }
}

impl eframe::App for CasDecole {
    fn raw_input_hook(&mut self, ctx: &egui::Context, raw_input: &mut egui::RawInput) {
        if self.input_order.hold_back(&mut raw_input.events) {
            ctx.request_repaint();
        }
    }

    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        self.screen.look(ctx, self.picker.is_asking());
    }

    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        self.show(ui);
    }
}

#[cfg(test)]
mod tests;
