//! « Composer » in the window: which screen, the clock, and what people ask for.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, FixedOffset};
use egui::{Context, Ui};

use super::appearance::{change_text_size, change_theme};
use super::commands::{Command, Entrance, perform};
use super::copy_keeper::Wake;
use super::identification::Identification;
use super::open_copy::OpenCopy;
use super::sitting::{Sitting, Step};
use super::{help_panel, identification_panel, keys, sitting_panel};
use crate::desktop::file_picker::Wish;
use crate::desktop::paper::fr;
use crate::desktop::services::{Departure, Services};
use crate::storage::StorageResult;

/// Names the folder asked for before the test.
const FOLDER: &str = "composer-dossier";
/// Names the folder asked for when a copy cannot be saved.
const OTHER_FOLDER: &str = "composer-autre-dossier";

enum Screen {
    Identification(Box<Identification>),
    Sitting(Box<Sitting>),
}

/// The workspace of a candidate.
pub struct ExamRoomWorkspace {
    screen: Screen,
    help_is_open: bool,
}

impl ExamRoomWorkspace {
    /// Opens a subject at the identification of the candidate.
    ///
    /// # Errors
    /// When the subject cannot be read.
    pub fn open(subject_path: PathBuf) -> StorageResult<Self> {
        let form = Identification::open(subject_path)?;
        Ok(Self { screen: Screen::Identification(Box::new(form)), help_is_open: false })
    }

    /// Resumes a copy with the subject given, or found near it; a copy that was handed in opens
    /// on its receipt.
    ///
    /// # Errors
    /// When the copy cannot be read, or its subject is missing or has another fingerprint.
    #[allow(clippy::needless_pass_by_value, reason = "both paths come from the window by value")]
    pub fn resume(copy_path: PathBuf, subject_path: Option<PathBuf>) -> StorageResult<Self> {
        let copy = OpenCopy::resume(copy_path, subject_path.as_deref())?;
        let screen = Screen::Sitting(Box::new(Sitting::new(copy)));
        Ok(Self { screen, help_is_open: false })
    }

    /// Title of the window.
    pub fn title(&self) -> String {
        match &self.screen {
            Screen::Identification(form) => {
                fr(&format!("{} – Composer – Cas d'école", form.subject().title))
            }
            Screen::Sitting(sitting) => {
                let candidate = &sitting.copy.sheet().candidate;
                let title = &sitting.copy.subject().title;
                fr(&format!("{candidate}, {title} – Composer – Cas d'école"))
            }
        }
    }

    /// Before the window closes: the copy must be on the disk; `false` keeps the window open.
    pub fn close_requested(&mut self) -> bool {
        match &mut self.screen {
            Screen::Identification(_) => true,
            Screen::Sitting(sitting) => {
                let closed = sitting.copy.close();
                sitting.refresh();
                closed
            }
        }
    }

    /// Draws the whole window and does what is asked in it.
    pub fn ui(&mut self, ui: &mut Ui, services: &mut Services<'_>) -> Option<Departure> {
        let ctx = ui.ctx().clone();
        let now = services.environment.now();
        self.take_folders(services, now);
        let mut asked = Vec::new();
        if !self.help_is_open && !services.picker.is_asking() {
            keys::read(&ctx, self.sitting(), &mut asked);
        }
        match &mut self.screen {
            Screen::Identification(form) => {
                identification_panel::show(ui, form, services.preferences, &mut asked);
            }
            Screen::Sitting(sitting) => {
                sitting.tick(now, &waking(&ctx));
                sitting_panel::show(ui, sitting, services.preferences, now, &mut asked);
            }
        }
        help_panel::show(&ctx, &mut self.help_is_open);
        if !asked.is_empty() {
            ctx.request_repaint();
        }
        let mut departure = None;
        for command in asked {
            departure = self.follow(&ctx, command, services, now).or(departure);
        }
        if let Some(delay) = self.delay(now) {
            ctx.request_repaint_after(delay);
        }
        departure
    }

    fn sitting(&self) -> Option<&Sitting> {
        match &self.screen {
            Screen::Identification(_) => None,
            Screen::Sitting(sitting) => Some(sitting.as_ref()),
        }
    }

    /// Time before the clock changes something on screen or a save is due.
    fn delay(&self, now: DateTime<FixedOffset>) -> Option<Duration> {
        self.sitting().and_then(|sitting| sitting.copy.delay(now))
    }

    fn follow(
        &mut self,
        ctx: &Context,
        command: Command,
        services: &mut Services<'_>,
        now: DateTime<FixedOffset>,
    ) -> Option<Departure> {
        match command {
            Command::Entrance(entrance) => self.enter(ctx, entrance, services),
            Command::Deed(deed) => {
                if let Screen::Sitting(sitting) = &mut self.screen {
                    perform(sitting, deed, now);
                }
            }
            Command::OtherFolder => {
                let title = fr("Autre dossier pour la copie");
                services.picker.ask(ctx, OTHER_FOLDER, Wish::Folder { title });
            }
            Command::TextSize(size) => change_text_size(ctx, services.preferences, size),
            Command::Theme(theme) => change_theme(ctx, services.preferences, theme),
            Command::Help => self.help_is_open = true,
            Command::Leave => return self.leaving(),
        }
        None
    }

    /// The exam room is left before the test or after the hand-in, never in between.
    fn leaving(&self) -> Option<Departure> {
        let allowed = self.sitting().is_none_or(|sitting| sitting.step() == Step::Receipt);
        allowed.then_some(Departure::Home)
    }

    fn enter(&mut self, ctx: &Context, entrance: Entrance, services: &mut Services<'_>) {
        let Screen::Identification(form) = &mut self.screen else { return };
        let copy = match entrance {
            Entrance::Begin => form.begin(services.environment),
            Entrance::Resume => form.resume(),
            Entrance::ChooseFolder => {
                let title = fr("Dossier de la copie");
                services.picker.ask(ctx, FOLDER, Wish::Folder { title });
                None
            }
        };
        if let Some(copy) = copy {
            self.screen = Screen::Sitting(Box::new(Sitting::new(copy)));
        }
    }

    fn take_folders(&mut self, services: &mut Services<'_>, now: DateTime<FixedOffset>) {
        match &mut self.screen {
            Screen::Identification(form) => {
                if let Some(folder) = services.picker.take(FOLDER) {
                    form.choose_folder(folder);
                }
            }
            Screen::Sitting(sitting) => {
                if let Some(folder) = services.picker.take(OTHER_FOLDER) {
                    sitting.copy.move_to(&folder, now);
                    sitting.refresh();
                }
            }
        }
    }
}

/// Wakes the resting window when a background save ends.
fn waking(ctx: &Context) -> Wake {
    let ctx = ctx.clone();
    Arc::new(move || ctx.request_repaint())
}

#[cfg(test)]
mod tests {
    use super::super::example::{at, begun, folder_with_subject, subject};
    use super::*;
    use crate::domain::case_study::Subject;
    use crate::storage::save_subject;

    #[test]
    fn a_subject_opens_at_the_identification_and_closes_freely() {
        let (_folder, path) = folder_with_subject();
        let mut workspace = ExamRoomWorkspace::open(path).expect("it opens");
        assert!(workspace.sitting().is_none());
        assert!(workspace.title().contains("Brévenne"));
        assert!(workspace.close_requested());
        assert_eq!(workspace.leaving(), Some(Departure::Home));
    }

    #[test]
    fn a_copy_resumes_where_it_was_and_a_receipt_once_handed_in() {
        let (folder, _) = folder_with_subject();
        let mut copy = begun(&folder, "");
        let file = copy.path().to_owned();
        let workspace = ExamRoomWorkspace::resume(file.clone(), None).expect("it opens");
        assert_eq!(workspace.sitting().map(Sitting::step), Some(Step::Questions));
        assert_eq!(workspace.leaving(), None);
        assert!(workspace.title().starts_with("B-07"));
        copy.hand_in("B-07", at(0)).expect("it is handed in");
        let workspace = ExamRoomWorkspace::resume(file, None).expect("it opens");
        assert_eq!(workspace.sitting().map(Sitting::step), Some(Step::Receipt));
        assert_eq!(workspace.leaving(), Some(Departure::Home));
    }

    #[test]
    fn another_subject_is_refused() {
        let (folder, _) = folder_with_subject();
        let copy = begun(&folder, "");
        let other = folder.path().join("autre.sujet");
        save_subject(&other, &Subject { title: "Autre".to_owned(), ..subject() })
            .expect("it is saved");
        let file = copy.path().to_owned();
        assert!(ExamRoomWorkspace::resume(file, Some(other)).is_err());
    }
}
