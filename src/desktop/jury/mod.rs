//! « Évaluer »: jurors correct, judge each criterion, deliberate and print.
//!
//! - `model`: what is shown, derived from the files; no window in there.
//! - `commands`: each change a juror makes, checked, recorded and saved at once.
//! - `panels`, `keys`: draw the model and say which commands were asked for.
//! - `documents`: the PDF files, written in the background.
//! - `unsealing`: the jury's key, and the sealed copies that it opens in the background.

mod commands;
mod documents;
mod keys;
mod model;
mod panels;
#[cfg(test)]
mod tests;
mod unsealing;

use std::path::PathBuf;
use std::time::Duration;

use chrono::{DateTime, FixedOffset};
use egui::Ui;

use self::commands::{Command, apply};
use self::documents::Documents;
use self::model::{Bench, Notice, QUIET, View};
use self::panels::{Desk, Wish};
use self::unsealing::Unsealing;
use crate::desktop::file_picker;
use crate::desktop::paper::fr;
use crate::desktop::services::{Departure, Services};
use crate::domain::framework::Catalogue;
use crate::storage::{StorageError, StorageResult};

/// Purpose of the dialog that asks for the jury's key.
const KEY_CHOICE: &str = "jury_key";

/// The workspace of the jury on one session folder.
pub struct JuryWorkspace {
    bench: Bench,
    view: View,
    documents: Documents,
    unsealing: Unsealing,
    title: String,
    /// Time of the last frame: closing the window records the texts at that time.
    latest: Option<DateTime<FixedOffset>>,
    reload_problem: Option<StorageError>,
}

impl JuryWorkspace {
    /// Opens a session folder; the juror then says who they are.
    ///
    /// # Errors
    /// When the session, its case, its subject or its référentiel cannot be read.
    #[allow(clippy::needless_pass_by_value, reason = "the same shape for every workspace")]
    pub fn open(path: PathBuf, catalogue: &Catalogue) -> StorageResult<Self> {
        let bench = Bench::open(&path, catalogue)?;
        let title = fr(&format!("{} – Cas d'école", bench.folder.session.title));
        let unsealing = Unsealing::of(&bench.folder);
        Ok(Self {
            bench,
            view: View::default(),
            documents: Documents::default(),
            unsealing,
            title,
            latest: None,
            reload_problem: None,
        })
    }

    /// Title of the window.
    pub fn title(&self) -> String {
        self.title.clone()
    }

    /// Records and saves what waits; `false` keeps the window open and shows why.
    pub fn close_requested(&mut self) -> bool {
        if let Some(now) = self.latest {
            self.record_texts(now);
            if self.bench.ledger.unsaved_count() > 0 {
                self.bench.ledger.save(&mut self.bench.folder, now);
            }
        }
        let saved = self.bench.ledger.unsaved_count() == 0;
        if saved {
            self.documents.stop();
            self.documents.finish();
        }
        saved
    }

    /// Draws the workspace and applies what was asked for.
    pub fn ui(&mut self, ui: &mut Ui, services: &mut Services<'_>) -> Option<Departure> {
        let now = services.environment.now();
        self.latest = Some(now);
        self.poll(services);
        let quiet = self.view.drafts.take_quiet(now);
        self.write_all(quiet, now);
        let (place, focus) = (self.view.place(), self.view.focus);
        let mut desk = Desk {
            bench: &self.bench,
            view: &mut self.view,
            documents: &self.documents,
            unsealing: &mut self.unsealing,
            reload_problem: self.reload_problem.as_ref(),
            now,
            commands: Vec::new(),
            wishes: Vec::new(),
            record_texts: false,
        };
        keys::handle(ui.ctx(), &mut desk);
        panels::show(ui, &mut desk);
        let Desk { commands, wishes, record_texts, .. } = desk;
        if self.view.focus == focus {
            // A whole frame went by without the field being there: the wish is void.
            self.view.focus = None;
        }
        if record_texts || !commands.is_empty() || !wishes.is_empty() || self.view.place() != place
        {
            self.record_texts(now);
            ui.ctx().request_repaint();
        }
        for command in commands {
            self.apply(command, now);
        }
        let mut departure = None;
        for wish in wishes {
            departure = self.grant(wish, ui, services, now).or(departure);
        }
        self.look_again_later(ui);
        departure
    }

    /// Takes what came of the work in the background, and of the dialogs.
    fn poll(&mut self, services: &mut Services<'_>) {
        self.documents.poll();
        if let Some(folder) = self.unsealing.poll() {
            self.bench.adopt(folder);
        }
        if let Some(path) = services.picker.take(KEY_CHOICE) {
            self.unsealing.choose(path);
        }
    }

    /// A window at rest draws nothing: what waits asks for the next frame.
    fn look_again_later(&self, ui: &Ui) {
        if self.view.drafts.is_pending() {
            let quiet = QUIET.to_std().unwrap_or_default();
            ui.ctx().request_repaint_after(quiet + Duration::from_millis(20));
        }
        if self.documents.is_running() || self.unsealing.is_running() {
            ui.ctx().request_repaint_after(Duration::from_millis(200));
        }
    }

    fn apply(&mut self, command: Command, now: DateTime<FixedOffset>) {
        // A text is recorded by itself, after a while: it answers no notice.
        let is_text = matches!(command, Command::Write(..));
        match apply(&mut self.bench, command, now) {
            Err(reason) => self.view.notice = Some(Notice::Words(reason)),
            Ok(()) if !is_text => self.view.forget_words(),
            Ok(()) => {}
        }
    }

    /// Records the texts that wait.
    fn record_texts(&mut self, now: DateTime<FixedOffset>) {
        let texts = self.view.drafts.take_all();
        self.write_all(texts, now);
    }

    fn write_all(&mut self, texts: Vec<(model::TextKey, String)>, now: DateTime<FixedOffset>) {
        for (key, text) in texts {
            self.apply(Command::Write(key, text), now);
        }
    }

    fn grant(
        &mut self,
        wish: Wish,
        ui: &Ui,
        services: &mut Services<'_>,
        now: DateTime<FixedOffset>,
    ) -> Option<Departure> {
        match wish {
            Wish::Home => return Some(Departure::Home),
            Wish::Sit(juror) => {
                self.bench.sit(&juror);
                self.view.go_to_session();
            }
            Wish::Leave => {
                self.bench.leave();
                self.view = View::default();
            }
            Wish::Retry => self.bench.ledger.save(&mut self.bench.folder, now),
            Wish::Reload => {
                let key = self.unsealing.key();
                self.reload_problem = self.bench.reload(services.catalogue, key).err();
                self.view.history = None;
            }
            Wish::PrintSession => {
                self.documents.print_session(ui.ctx(), &self.bench.folder, services.catalogue, now);
            }
            Wish::PrintReport(candidate) => {
                let folder = &self.bench.folder;
                self.documents.print_report(ui.ctx(), folder, services.catalogue, candidate, now);
            }
            Wish::StopPrinting => self.documents.stop(),
            Wish::ForgetPrinting => self.documents.forget(),
            Wish::Unseal => self.unsealing.show(&self.bench.folder),
            Wish::ChooseKey => {
                let title = "Choisir la clé du jury".to_owned();
                let wish = file_picker::Wish::Open { title, extensions: vec!["cle"] };
                services.picker.ask(ui.ctx(), KEY_CHOICE, wish);
            }
            Wish::OpenCopies => self.unsealing.start(ui.ctx(), &self.bench.folder),
            Wish::StopOpening => self.unsealing.cancel(),
            Wish::KeepSealed => self.unsealing.hide(),
        }
        None
    }
}
