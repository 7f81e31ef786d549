//! Prepares a session folder: a case, dates, candidates and jurors.

use std::path::PathBuf;

use egui::Ui;

use crate::desktop::file_picker::Wish;
use crate::desktop::paper::fr;
use crate::desktop::services::{Departure, Services};
use crate::desktop::ui_kit::{
    BannerKind, Button, Field, banner, brand, card, page, page_title, row, secondary, strong,
    subtitle, top_bar,
};
use crate::domain::diagnostic::Diagnostic;
use crate::domain::exam::{Session, parse_candidates, parse_jurors};
use crate::domain::french::{parse_date, short_date};
use crate::storage::{StorageError, prepare_session, read_case};

const CASE_KEY: &str = "session-cas";
const FOLDER_KEY: &str = "session-dossier";

/// What is typed for a new session.
#[derive(Default)]
pub(super) struct NewSessionForm {
    case: String,
    folder: String,
    title: String,
    date: String,
    jury_date: String,
    room: String,
    candidates: String,
    jurors: String,
    problems: Vec<String>,
    created: Option<PathBuf>,
    filled: bool,
}

impl NewSessionForm {
    /// Draws the form; departs to the new session, or home.
    pub(super) fn ui(&mut self, ui: &mut Ui, services: &mut Services<'_>) -> Option<Departure> {
        self.take_answers(services);
        if !std::mem::replace(&mut self.filled, true) {
            let today = services.environment.now().date_naive();
            self.date = short_date(today);
            self.jury_date = short_date(today);
        }
        let mut departure = None;
        top_bar(ui, "session-haut", 48.0, |ui| {
            row(ui, 48.0, |ui| {
                brand(ui);
                strong(ui, fr("Nouvelle session"));
            });
        });
        page(ui, |ui| {
            egui::ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
                ui.set_max_width(860.0);
                page_title(ui, fr("Préparer une session"));
                secondary(ui, fr("Le dossier créé porte l'étude de cas, le sujet, la liste des candidats et des jurés."));
                self.files(ui, services);
                self.people(ui);
                // What is missing stands beside the button that asked for it.
                for problem in &self.problems {
                    banner(ui, BannerKind::Warn, problem, "", None);
                }
                if let Some(root) = &self.created {
                    let text = fr(&format!("Dossier : {}. Remettez sujet.sujet aux candidats ; leurs copies vont dans le dossier copies.", root.display()));
                    banner(ui, BannerKind::Ok, &fr("La session est créée."), &text, None);
                    if Button::primary("Ouvrir la session").show(ui).clicked() {
                        departure = Some(Departure::Open(root.clone()));
                    }
                }
                ui.horizontal(|ui| {
                    if Button::new(&fr("Retour à l'accueil")).show(ui).clicked() {
                        departure = Some(Departure::Home);
                    }
                    if Button::primary("Créer la session").show(ui).clicked() {
                        self.created = self.create(services);
                        ui.scroll_to_cursor(Some(egui::Align::Max));
                    }
                });
            });
        });
        departure
    }

    fn files(&mut self, ui: &mut Ui, services: &mut Services<'_>) {
        card(ui, |ui| {
            ui.set_width(ui.available_width());
            subtitle(ui, fr("Étude de cas et dossier"));
            Field::new(&fr("Fichier de l'étude de cas")).text(ui, &mut self.case);
            let pick_case = Button::new(&fr("Choisir l'étude de cas…")).small().show(ui).clicked();
            Field::new(&fr("Dossier de la session")).text(ui, &mut self.folder);
            let pick_folder = Button::new(&fr("Choisir le dossier…")).small().show(ui).clicked();
            Field::new(&fr("Titre de la session")).text(ui, &mut self.title);
            Field::new(&fr("Date de l'écrit")).width(200.0).text(ui, &mut self.date);
            Field::new(&fr("Date du jury")).width(200.0).text(ui, &mut self.jury_date);
            Field::new(&fr("Salle")).width(320.0).text(ui, &mut self.room);
            if pick_case {
                let title = "Choisir l'étude de cas".to_owned();
                let wish = Wish::Open { title, extensions: vec!["yaml", "yml"] };
                services.picker.ask(ui.ctx(), CASE_KEY, wish);
            } else if pick_folder {
                let wish = Wish::Folder { title: "Choisir le dossier de la session".to_owned() };
                services.picker.ask(ui.ctx(), FOLDER_KEY, wish);
            }
        });
    }

    fn people(&mut self, ui: &mut Ui) {
        card(ui, |ui| {
            ui.set_width(ui.available_width());
            subtitle(ui, fr("Candidats et jury"));
            secondary(
                ui,
                fr(
                    "Un par ligne : identifiant ; nom ; parcours (formation, VAE, capitalisation) ; aménagement (tiers temps…).",
                ),
            );
            Field::new(&fr("Candidats")).area(ui, &mut self.candidates, 6);
            secondary(
                ui,
                fr("Un par ligne, deux au moins : identifiant ; nom ; employeur ou centre."),
            );
            Field::new(&fr("Jurés")).area(ui, &mut self.jurors, 3);
        });
    }

    fn take_answers(&mut self, services: &mut Services<'_>) {
        if let Some(path) = services.picker.take(CASE_KEY) {
            self.case = path.display().to_string();
        }
        if let Some(path) = services.picker.take(FOLDER_KEY) {
            self.folder = path.display().to_string();
        }
    }

    /// Creates the folder; what is missing is said all at once.
    fn create(&mut self, services: &Services<'_>) -> Option<PathBuf> {
        self.problems.clear();
        let session = self.session(services);
        if self.folder.trim().is_empty() {
            self.problems
                .push(fr("Le dossier de la session manque. Choisissez-en un, vide ou à créer."));
        }
        let case = match read_case(&PathBuf::from(self.case.trim())) {
            Ok(case) => Some(case),
            Err(error) => {
                self.report(&error);
                None
            }
        };
        let (session, case) = (session?, case?);
        if !self.problems.is_empty() {
            return None;
        }
        let root = PathBuf::from(self.folder.trim());
        match prepare_session(&root, session, &case, services.catalogue) {
            Ok(_) => Some(root),
            Err(error) => {
                self.report(&error);
                None
            }
        }
    }

    fn session(&mut self, services: &Services<'_>) -> Option<Session> {
        let (candidates, found) = parse_candidates(&self.candidates);
        self.say(&found, "Candidats");
        let (jurors, found) = parse_jurors(&self.jurors);
        self.say(&found, "Jurés");
        let (date, jury_date) = (parse_date(&self.date), parse_date(&self.jury_date));
        if date.is_none() || jury_date.is_none() {
            self.problems.push(fr("Une date n'est pas lisible. Écrivez par exemple 11/03/2027."));
        }
        let title = self.title.trim();
        let title = if title.is_empty() { "Session" } else { title };
        Some(Session {
            id: services.environment.new_identifier().as_str().into(),
            title: title.to_owned(),
            date: date?,
            jury_date: jury_date?,
            centre: String::new(),
            room: self.room.trim().to_owned(),
            case_file: String::new(),
            subject_file: String::new(),
            candidates,
            jurors,
        })
    }

    fn say(&mut self, found: &[Diagnostic], list: &str) {
        for problem in found {
            let place = problem.place.detail.as_deref().unwrap_or_default();
            let place = if place.is_empty() { String::new() } else { format!(", {place}") };
            self.problems
                .push(fr(&format!("{list}{place} : {} {}", problem.message, problem.remedy)));
        }
    }

    fn report(&mut self, error: &StorageError) {
        self.problems.push(fr(&error.to_string()));
    }
}
