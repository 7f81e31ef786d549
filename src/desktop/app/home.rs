//! The home screen: the doors, the demonstration, recent files, installed référentiels.

use std::path::PathBuf;

use egui::{Key, Modifiers, Ui};

use super::appearance::appearance_menu;
use super::demonstration::DemonstrationJob;
use super::doors::{self, Pressed};
use super::recent;
use crate::desktop::file_picker::Wish;
use crate::desktop::paper::fr;
use crate::desktop::services::Services;
use crate::desktop::ui_kit::{
    BannerKind, Button, Icon, banner, brand, footer, page, page_keys, page_title, row, secondary,
    strong, top_bar,
};
use crate::domain::french::long_date;
use crate::storage::StorageError;

/// Under this width, in points, the screen has one column.
const NARROW: f32 = 900.0;
/// Keys of the file dialogs asked from here.
const OPEN_CASE: &str = "accueil-cas";
const OPEN_SUBJECT: &str = "accueil-sujet";
const OPEN_SESSION: &str = "accueil-session";
const WATCH_ROOM: &str = "accueil-salle";

/// What a person wants from the home screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum HomeWish {
    /// A new case.
    NewCase,
    /// A new session.
    NewSession,
    /// A file or a session folder.
    Open(PathBuf),
    /// The room of a session folder.
    Watch(PathBuf),
    /// The session of demonstration.
    Demonstration,
    /// Stop making it.
    CancelDemonstration,
    /// The list of keys.
    Help,
}

/// An action behind a door.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DoorAction {
    /// A new case.
    NewCase,
    /// An existing case.
    OpenCase,
    /// A subject or a copy.
    OpenSubject,
    /// A new session.
    NewSession,
    /// A session folder, for the jury.
    OpenSession,
    /// A session folder, for the invigilator.
    WatchRoom,
}

/// State of the home screen.
#[derive(Default)]
pub(super) struct HomeScreen {
    /// Problems to show until dismissed.
    pub(super) problems: Vec<StorageError>,
}

impl HomeScreen {
    /// Draws the screen.
    pub(super) fn ui(
        &mut self,
        ui: &mut Ui,
        services: &mut Services<'_>,
        demonstration: Option<&DemonstrationJob>,
    ) -> Option<HomeWish> {
        let mut wish = chosen_file(services);
        top_bar(ui, "accueil-haut", 48.0, |ui| {
            row(ui, 48.0, |ui| {
                brand(ui);
                strong(ui, fr("Cas d'école"));
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    if Button::quiet("Aide").icon(Icon::Help).key("F1").show(ui).clicked() {
                        wish = Some(HomeWish::Help);
                    }
                    appearance_menu(ui, services.preferences);
                });
            });
        });
        footer(ui, "accueil-bas", 32.0, |ui| {
            row(ui, 32.0, |ui| {
                secondary(ui, fr(&format!("Cas d'école {}", env!("CARGO_PKG_VERSION"))));
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    secondary(ui, fr("Aide au jury : ne remplace pas les documents officiels"));
                });
            });
        });
        let mut action = door_keys(ui);
        page(ui, |ui| {
            egui::ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
                self.show_problems(ui);
                page_title(ui, fr("Que faites-vous aujourd'hui ?"));
                secondary(ui, fr(&long_date(services.environment.now().date_naive())));
                ui.add_space(16.0);
                if ui.available_width() < NARROW {
                    Self::work(ui, &mut action, &mut wish, demonstration);
                    ui.add_space(16.0);
                    aside(ui, services, &mut wish);
                } else {
                    let right = (ui.available_width() * 0.36).min(560.0);
                    let left = ui.available_width() - right - 32.0;
                    ui.horizontal_top(|ui| {
                        ui.allocate_ui_with_layout(
                            egui::vec2(left, ui.available_height()),
                            egui::Layout::top_down(egui::Align::Min),
                            |ui| {
                                ui.set_width(left);
                                Self::work(ui, &mut action, &mut wish, demonstration);
                            },
                        );
                        ui.add_space(24.0);
                        ui.vertical(|ui| aside(ui, services, &mut wish));
                    });
                }
                page_keys(ui);
            });
        });
        if let Some(action) = action {
            wish = follow_door(ui, services, action).or(wish);
        }
        wish
    }

    fn show_problems(&mut self, ui: &mut Ui) {
        let mut dismissed = None;
        for (index, problem) in self.problems.iter().enumerate() {
            let title = fr(&problem.path.display().to_string());
            let place = problem.place.as_deref().map(|p| format!("{p} : ")).unwrap_or_default();
            let text = fr(&format!("{place}{} {}", problem.message, problem.remedy));
            ui.push_id(("probleme", index), |ui| {
                if banner(ui, BannerKind::Root, &title, &text, Some("Fermer ce message")) {
                    dismissed = Some(index);
                }
            });
            ui.add_space(8.0);
        }
        if let Some(index) = dismissed {
            self.problems.remove(index);
        }
    }

    fn work(
        ui: &mut Ui,
        action: &mut Option<DoorAction>,
        wish: &mut Option<HomeWish>,
        demonstration: Option<&DemonstrationJob>,
    ) {
        match doors::show(ui, demonstration) {
            Some(Pressed::Door(chosen)) => *action = Some(chosen),
            Some(Pressed::Demonstration(asked)) => *wish = Some(asked),
            None => {}
        }
    }
}

fn aside(ui: &mut Ui, services: &Services<'_>, wish: &mut Option<HomeWish>) {
    if let Some(path) = recent::files(ui, &services.preferences.recent) {
        *wish = Some(HomeWish::Open(path));
    }
    ui.add_space(16.0);
    recent::frameworks(ui, services.catalogue);
}

fn door_keys(ui: &Ui) -> Option<DoorAction> {
    let pressed = |key| ui.ctx().input_mut(|input| input.consume_key(Modifiers::COMMAND, key));
    if pressed(Key::Num1) {
        Some(DoorAction::NewCase)
    } else if pressed(Key::Num2) {
        Some(DoorAction::OpenSubject)
    } else if pressed(Key::Num3) {
        Some(DoorAction::OpenSession)
    } else if pressed(Key::Num4) {
        Some(DoorAction::WatchRoom)
    } else if pressed(Key::O) {
        Some(DoorAction::OpenCase)
    } else {
        None
    }
}

fn follow_door(ui: &Ui, services: &mut Services<'_>, action: DoorAction) -> Option<HomeWish> {
    let open = |title: &str, extensions: &[&'static str]| Wish::Open {
        title: title.to_owned(),
        extensions: extensions.to_vec(),
    };
    let ctx = ui.ctx();
    match action {
        DoorAction::NewCase => return Some(HomeWish::NewCase),
        DoorAction::NewSession => return Some(HomeWish::NewSession),
        DoorAction::OpenCase => {
            services.picker.ask(ctx, OPEN_CASE, open("Ouvrir une étude de cas", &["yaml", "yml"]));
        }
        DoorAction::OpenSubject => {
            let wish = open("Ouvrir un sujet ou reprendre une copie", &["sujet"]);
            services.picker.ask(ctx, OPEN_SUBJECT, wish);
        }
        DoorAction::OpenSession => {
            let wish = Wish::Folder { title: "Ouvrir un dossier de session".to_owned() };
            services.picker.ask(ctx, OPEN_SESSION, wish);
        }
        DoorAction::WatchRoom => {
            let wish = Wish::Folder { title: "Ouvrir le dossier de la session".to_owned() };
            services.picker.ask(ctx, WATCH_ROOM, wish);
        }
    }
    None
}

fn chosen_file(services: &mut Services<'_>) -> Option<HomeWish> {
    if let Some(folder) = services.picker.take(WATCH_ROOM) {
        return Some(HomeWish::Watch(folder));
    }
    [OPEN_CASE, OPEN_SUBJECT, OPEN_SESSION]
        .into_iter()
        .find_map(|key| services.picker.take(key))
        .map(HomeWish::Open)
}
