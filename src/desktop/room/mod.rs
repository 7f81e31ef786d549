//! « Surveiller »: the room, seen from the folder of the session. Who has a copy, whether it is
//! whole, the fingerprints to compare, the copies collected from USB keys. No answer is read here.
//!
//! - `standing`: where each candidate stands, from the files; `model`: what is shown;
//! - `work`: what takes time, in the background;
//! - `words`, `bars_panel`, `messages_panel`, `seats_panel`: draw, and say what was asked for.

mod bars_panel;
mod messages_panel;
mod model;
mod seats_panel;
mod standing;
#[cfg(test)]
mod tests;
mod words;
mod work;

use crate::desktop::ui_kit::page_keys;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, FixedOffset};
use egui::{Context, Key, Modifiers, ScrollArea, Ui};

use self::model::Room;
use self::work::{Done, Work};
use super::file_manager::show_folder;
use super::file_picker::Wish;
use super::paper::fr;
use super::services::{Departure, Services};
use super::ui_kit::page;
use crate::domain::framework::Catalogue;
use crate::storage::{StorageError, StorageResult, read_session};

/// Under this width, in points, candidates are shown as cards instead of a table.
const NARROW: f32 = 900.0;
/// Names the folder asked for to collect copies.
const COPIES_KEY: &str = "salle-copies";

/// The view of the room on one session folder.
pub struct RoomWorkspace {
    room: Room,
    work: Option<Work>,
    /// The folder was looked at, or is being.
    is_begun: bool,
    /// Why the last work failed.
    problem: Option<StorageError>,
    /// Sheets written by the last work.
    printed: Vec<PathBuf>,
    /// A folder that the file manager did not show.
    trouble: Option<String>,
}

/// What was asked for in a frame.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Asked {
    /// The home screen.
    Home,
    /// Look at the copies again.
    Look,
    /// Collect the copies of a folder to be chosen.
    Collect,
    /// Write the attendance sheets.
    Print,
    /// A folder in the file manager.
    Show(PathBuf),
    /// The fingerprint of the seat at this rank was compared, or not.
    Compare(usize, bool),
    /// The candidate of the seat at this rank did not come, or did after all.
    Absent(usize, bool),
    /// Messages are read.
    Dismiss,
}

/// What the panels see.
struct View<'a> {
    room: &'a Room,
    work: Option<&'a Work>,
    problem: Option<&'a StorageError>,
    printed: &'a [PathBuf],
    trouble: Option<&'a str>,
    is_narrow: bool,
    asked: Vec<Asked>,
}

impl RoomWorkspace {
    /// Opens a session folder, or the `session.yaml` of one.
    ///
    /// # Errors
    /// When the session cannot be read.
    pub fn open(path: &Path) -> StorageResult<Self> {
        let (root, session) = read_session(path)?;
        Ok(Self {
            room: Room::new(root, session),
            work: None,
            is_begun: false,
            problem: None,
            printed: Vec::new(),
            trouble: None,
        })
    }

    /// Title of the window.
    pub fn title(&self) -> String {
        fr(&format!("{} – Surveiller – Cas d'école", self.room.session.title))
    }

    /// Waits for a copy that is being filed.
    pub fn close_requested(&mut self) -> bool {
        if let Some(work) = self.work.take() {
            work.finish();
        }
        true
    }

    /// Draws the whole window and does what is asked in it.
    pub fn ui(&mut self, ui: &mut Ui, services: &mut Services<'_>) -> Option<Departure> {
        let ctx = ui.ctx().clone();
        self.poll();
        if !std::mem::replace(&mut self.is_begun, true) {
            self.look(&ctx);
        }
        if let Some(folder) = services.picker.take(COPIES_KEY) {
            self.collect(&ctx, folder);
        }
        let asked = self.show(ui);
        let mut departure = None;
        for asked in asked {
            departure = self.follow(&ctx, services, asked).or(departure);
            ctx.request_repaint();
        }
        departure
    }

    fn show(&self, ui: &mut Ui) -> Vec<Asked> {
        let mut view = View {
            room: &self.room,
            work: self.work.as_ref(),
            problem: self.problem.as_ref(),
            printed: &self.printed,
            trouble: self.trouble.as_deref(),
            is_narrow: ui.available_width() < NARROW,
            asked: Vec::new(),
        };
        if ui.ctx().input_mut(|input| input.consume_key(Modifiers::NONE, Key::F5)) {
            view.asked.push(Asked::Look);
        }
        bars_panel::top(ui, &mut view);
        bars_panel::bottom(ui, &view);
        page(ui, |ui| {
            ScrollArea::vertical().id_salt("salle").auto_shrink([false, false]).show(ui, |ui| {
                bars_panel::heading(ui, &mut view);
                messages_panel::show(ui, &mut view);
                seats_panel::show(ui, &mut view);
                messages_panel::about_codes(ui, &view);
                page_keys(ui);
            });
        });
        view.asked
    }

    fn follow(
        &mut self,
        ctx: &Context,
        services: &mut Services<'_>,
        asked: Asked,
    ) -> Option<Departure> {
        match asked {
            Asked::Home => return Some(Departure::Home),
            Asked::Look => self.look(ctx),
            Asked::Collect => {
                let title = "Choisir la clé USB ou le dossier des copies".to_owned();
                services.picker.ask(ctx, COPIES_KEY, Wish::Folder { title });
            }
            Asked::Print => self.print(ctx, services.catalogue, services.environment.now()),
            Asked::Show(folder) => {
                self.trouble = show_folder(&folder)
                    .err()
                    .map(|_| format!("Ouvrez-le vous-même : {}", folder.display()));
            }
            Asked::Compare(rank, compared) => self.room.set_compared(rank, compared),
            Asked::Absent(rank, absent) => {
                self.problem = self.room.set_absent(rank, absent).err();
            }
            Asked::Dismiss => self.dismiss(),
        }
        None
    }

    fn dismiss(&mut self) {
        self.problem = None;
        self.trouble = None;
        self.printed.clear();
        self.room.collected = None;
    }

    fn look(&mut self, ctx: &Context) {
        let (root, session) = (&self.room.root, &self.room.session);
        if self.work.is_none() {
            self.work = Some(Work::look(ctx, root, session));
        }
    }

    fn collect(&mut self, ctx: &Context, from: PathBuf) {
        if self.work.is_none() {
            self.dismiss();
            let (root, session) = (&self.room.root, &self.room.session);
            self.work = Some(Work::collect(ctx, root, session, from));
        }
    }

    fn print(&mut self, ctx: &Context, catalogue: &Arc<Catalogue>, now: DateTime<FixedOffset>) {
        if self.work.is_none() {
            self.dismiss();
            let (root, session) = (&self.room.root, &self.room.session);
            self.work = Some(Work::print(ctx, root, session, catalogue, now));
        }
    }

    fn poll(&mut self) {
        let Some(ended) = self.work.as_ref().and_then(|work| work.poll(&self.room.root)) else {
            return;
        };
        self.work = None;
        match ended {
            Ok(Done::Looked(seats)) => self.room.seats = seats,
            Ok(Done::Collected(from, collection, seats)) => {
                self.room.seats = seats;
                self.room.keep(&from, &collection);
            }
            Ok(Done::Printed(sheets)) => self.printed = sheets,
            Err(problem) => self.problem = Some(problem),
        }
    }
}
