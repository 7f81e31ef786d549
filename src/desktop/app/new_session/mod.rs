//! Prepares a session: the form, the making in the background, and what was made.
//!
//! - `form`, `paper`, `candidates`, `secrets`: what is filled in, and what is understood of it;
//! - `order`: from the form to a session to be made; `preparation` makes it; `outcome`: what was made;
//! - `asked` and the panels: draw, and say what was asked for;
//! - `choosing`, `attempt`, `leaving`: files and folders, a try and what it lacked, the way out.
//!
//! Codes and passphrases are erased when the page that shows them is left.

mod asked;
mod attempt;
mod candidates;
mod choosing;
mod form;
mod form_panel;
mod leaving;
mod order;
mod outcome;
mod paper;
mod people_panel;
mod preparation;
mod preparing_panel;
mod result_panel;
mod secrets;
mod secrets_panel;
#[cfg(test)]
mod tests;

use std::path::PathBuf;

use chrono::NaiveDate;
use egui::{Context, Id, Ui};

use self::asked::Asked;
use self::form::Form;
use self::form_panel::Sheet;
use self::outcome::Prepared;
use self::preparation::Preparation;
use crate::desktop::file_manager::show_folder;
use crate::desktop::paper::fr;
use crate::desktop::services::{Departure, Services};
use crate::desktop::ui_kit::tokens::height;
use crate::desktop::ui_kit::{brand, page, row, strong, top_bar};

/// The screen of a new session.
pub(super) struct NewSessionScreen {
    page: Page,
    form: Form,
    /// What the last try lacked.
    problems: Vec<String>,
    /// The mark of the form of which that is said.
    said_of: u64,
    /// The problems are to be brought into view.
    reveal: bool,
    /// The paper whose file is being chosen.
    choosing: usize,
    /// Somebody tried to leave while the passphrase was not noted.
    refused: bool,
    /// A folder that the file manager did not show.
    trouble: Option<String>,
    /// Fields that held something secret.
    fields: Vec<Id>,
    /// The mark of the form while nothing is filled in.
    blank: u64,
    /// Somebody wants to leave a form that is filled in.
    leaves: bool,
}

/// What the screen shows.
enum Page {
    Filling,
    Preparing(Preparation),
    Prepared(Box<Prepared>),
}

impl NewSessionScreen {
    /// An empty form.
    pub(super) fn new(today: NaiveDate) -> Self {
        let form = Form::new(today);
        Self {
            page: Page::Filling,
            blank: form.mark(),
            leaves: false,
            form,
            problems: Vec::new(),
            said_of: 0,
            reveal: false,
            choosing: 0,
            refused: false,
            trouble: None,
            fields: Vec::new(),
        }
    }

    /// Draws the screen; departs to the new session, or home.
    pub(super) fn ui(&mut self, ui: &mut Ui, services: &mut Services<'_>) -> Option<Departure> {
        self.take_answers(services);
        self.poll(ui.ctx());
        self.forget_solved(services.environment);
        top_bar(ui, "session-haut", height::TOP_BAR, |ui| {
            row(ui, height::TOP_BAR, |ui| {
                brand(ui);
                strong(ui, fr("Nouvelle session"));
            });
        });
        let asked = page(ui, |ui| self.show_page(ui));
        let departure = asked.and_then(|asked| self.follow(ui.ctx(), services, asked));
        let departure = departure.or_else(|| self.confirm_leaving(ui.ctx()));
        if departure.is_some() {
            self.forget(ui.ctx());
        }
        departure
    }

    fn show_page(&mut self, ui: &mut Ui) -> Option<Asked> {
        match &mut self.page {
            Page::Filling => {
                self.form.refresh();
                let (form, fields) = (&mut self.form, &mut self.fields);
                let mut sheet = Sheet { form, fields, asked: None };
                let reveal = std::mem::take(&mut self.reveal);
                form_panel::show(ui, &mut sheet, &self.problems, reveal);
                sheet.asked
            }
            Page::Preparing(preparation) => preparing_panel::show(ui, preparation, self.refused),
            Page::Prepared(prepared) => {
                result_panel::show(ui, prepared, self.refused, self.trouble.as_deref())
            }
        }
    }

    fn follow(
        &mut self,
        ctx: &Context,
        services: &mut Services<'_>,
        asked: Asked,
    ) -> Option<Departure> {
        match asked {
            Asked::Create => self.create(ctx, services),
            Asked::Cancel => {
                if let Page::Preparing(preparation) = &self.page {
                    preparation.cancel();
                }
            }
            Asked::Show(folder) => {
                self.trouble = show_folder(&folder)
                    .err()
                    .map(|_| format!("Ouvrez-le vous-même : {}", folder.display()));
            }
            Asked::Leave
                if matches!(self.page, Page::Filling) && self.form.mark() != self.blank =>
            {
                self.leaves = true;
            }
            Asked::Leave => return Some(Departure::Home),
            Asked::Open => return self.prepared_root().map(Departure::Open),
            Asked::Watch => return self.prepared_root().map(Departure::Watch),
            choose => self.choose(ctx, services, &choose),
        }
        None
    }

    fn prepared_root(&self) -> Option<PathBuf> {
        match &self.page {
            Page::Prepared(prepared) => Some(prepared.root.clone()),
            Page::Filling | Page::Preparing(_) => None,
        }
    }
}
