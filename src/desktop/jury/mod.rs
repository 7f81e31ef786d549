//! « Évaluer »: jurors correct, judge each criterion, deliberate and print.
//!
//! - `model`: what is shown, derived from the files; no window in there.
//! - `commands`: each change a juror makes, checked, recorded and saved at once.
//! - `panels`, `keys`: draw the model and say which commands were asked for.
//! - `documents`: the PDF files, written in the background.

mod commands;
mod documents;
mod keys;
mod model;
mod panels;
#[cfg(test)]
mod tests;

use std::path::PathBuf;
use std::time::Duration;

use chrono::{DateTime, FixedOffset};
use egui::Ui;

use self::commands::{Command, apply};
use self::documents::Documents;
use self::model::{Bench, QUIET, View};
use self::panels::{Desk, Wish};
use crate::desktop::paper::fr;
use crate::desktop::services::{Departure, Services};
use crate::domain::framework::Catalogue;
use crate::storage::{StorageError, StorageResult};

/// The workspace of the jury on one session folder.
pub struct JuryWorkspace {
    bench: Bench,
    view: View,
    documents: Documents,
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
        Ok(Self {
            bench,
            view: View::default(),
            documents: Documents::default(),
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
            self.documents.finish();
        }
        saved
    }

    /// Draws the workspace and applies what was asked for.
    pub fn ui(&mut self, ui: &mut Ui, services: &mut Services<'_>) -> Option<Departure> {
        let now = services.environment.now();
        self.latest = Some(now);
        self.documents.poll();
        let quiet = self.view.drafts.take_quiet(now);
        self.write_all(quiet, now);
        let (place, focus) = (self.view.place(), self.view.focus);
        let mut desk = Desk {
            bench: &self.bench,
            view: &mut self.view,
            documents: &self.documents,
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
        if self.view.drafts.is_pending() {
            let quiet = QUIET.to_std().unwrap_or_default();
            ui.ctx().request_repaint_after(quiet + Duration::from_millis(20));
        }
        if self.documents.is_running() {
            ui.ctx().request_repaint_after(Duration::from_millis(200));
        }
        departure
    }

    fn apply(&mut self, command: Command, now: DateTime<FixedOffset>) {
        if let Err(reason) = apply(&mut self.bench, command, now) {
            self.view.notice = Some(reason);
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
        services: &Services<'_>,
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
                self.reload_problem = self.bench.reload(services.catalogue).err();
                self.view.history = None;
            }
            Wish::PrintSession => {
                self.documents.print_session(ui.ctx(), &self.bench.folder, services.catalogue, now);
            }
            Wish::PrintReport(candidate) => {
                let folder = &self.bench.folder;
                self.documents.print_report(ui.ctx(), folder, services.catalogue, candidate, now);
            }
            Wish::StopPrinting => self.documents.cancel(),
            Wish::ForgetPrinting => self.documents.forget(),
        }
        None
    }
}
