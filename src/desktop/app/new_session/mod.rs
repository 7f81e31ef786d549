//! Prepares a session: the form, the making in the background, and what was made.
//!
//! - `form`, `paper`, `candidates`, `secrets`: what is filled in, and what is understood of it;
//! - `order`: from the form to a session to be made; `preparation` makes it; `outcome`: what was made;
//! - `asked` and the panels: draw, and say what was asked for.
//!
//! Codes and passphrases are erased when the page that shows them is left.

mod asked;
mod candidates;
mod form;
mod form_panel;
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

use std::path::Path;

use chrono::NaiveDate;
use egui::text_edit::TextEditState;
use egui::{Context, Id, Ui};

use self::asked::Asked;
use self::form::Form;
use self::form_panel::Sheet;
use self::outcome::Prepared;
use self::preparation::{NotPrepared, Preparation};
use crate::desktop::file_manager::show_folder;
use crate::desktop::file_picker::Wish;
use crate::desktop::paper::fr;
use crate::desktop::services::{Departure, Services};
use crate::desktop::ui_kit::tokens::height;
use crate::desktop::ui_kit::{
    ButtonKind, Dialog, DialogAnswer, brand, label, page, row, strong, top_bar,
};
use crate::environment::Environment;
use crate::storage::read_list;

const CASE_KEY: &str = "session-cas";
const PAPER_KEY: &str = "session-epreuve";
const FOLDER_KEY: &str = "session-dossier";
const LIST_KEY: &str = "session-liste";

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

    /// A form that is filled in is given up on purpose only.
    fn confirm_leaving(&mut self, ctx: &Context) -> Option<Departure> {
        if !self.leaves {
            return None;
        }
        let (title, stay) = (fr("Quitter sans créer la session ?"), fr("Rester ici"));
        let leave = fr("Abandonner la saisie");
        let answer = Dialog::new("session-quitter", &title)
            .button(&stay, ButtonKind::Normal)
            .button(&leave, ButtonKind::Destructive)
            .show(ctx, |ui| {
                label(ui, fr("Ce qui est écrit ici n'est gardé nulle part, codes compris."));
            });
        self.leaves = answer == DialogAnswer::Open;
        (answer == DialogAnswer::Pressed(1)).then_some(Departure::Home)
    }

    /// Whether the window may close: never while the session is made, nor before a passphrase that
    /// was drawn is noted.
    pub(super) fn close_requested(&mut self) -> bool {
        let free = match &self.page {
            Page::Filling => true,
            Page::Preparing(_) => false,
            Page::Prepared(prepared) => prepared.may_leave(),
        };
        self.refused = !free;
        free
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

    fn take_answers(&mut self, services: &mut Services<'_>) {
        if let Some(path) = services.picker.take(CASE_KEY) {
            self.form.case.path = path.display().to_string();
        }
        if let Some(path) = services.picker.take(PAPER_KEY)
            && let Some(paper) = self.form.others.get_mut(self.choosing)
        {
            paper.case.path = path.display().to_string();
        }
        if let Some(path) = services.picker.take(FOLDER_KEY) {
            self.form.folder = path.display().to_string();
        }
        if let Some(path) = services.picker.take(LIST_KEY) {
            self.read_list(&path);
        }
    }

    fn read_list(&mut self, path: &Path) {
        self.problems.clear();
        match read_list(path) {
            Ok(text) => self.form.candidates.replace(text),
            Err(problem) => self.say(vec![problem.to_string()]),
        }
    }

    /// Says what is lacking, beside the button.
    fn say(&mut self, problems: Vec<String>) {
        self.problems = problems;
        self.said_of = self.form.mark();
        self.reveal = true;
    }

    /// What was corrected is not said any more; nothing else is said before the next try.
    fn forget_solved(&mut self, environment: &Environment) {
        if self.problems.is_empty() || self.form.mark() == self.said_of {
            return;
        }
        self.form.refresh();
        let still = self.form.order(environment).err().unwrap_or_default();
        self.problems.retain(|problem| still.contains(problem));
        self.said_of = self.form.mark();
    }

    fn poll(&mut self, ctx: &Context) {
        let Page::Preparing(preparation) = &self.page else { return };
        let Some(ended) = preparation.poll() else { return };
        self.refused = false;
        self.page = match ended {
            Ok(prepared) => {
                self.form.erase_secrets();
                self.forget_fields(ctx);
                Page::Prepared(Box::new(prepared))
            }
            Err(reason) => {
                self.say(vec![words_of(&reason)]);
                Page::Filling
            }
        };
        ctx.request_repaint();
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

    fn choose(&mut self, ctx: &Context, services: &mut Services<'_>, asked: &Asked) {
        let file = |title: &str, extensions: &[&'static str]| Wish::Open {
            title: title.to_owned(),
            extensions: extensions.to_vec(),
        };
        let yaml = &["yaml", "yml"];
        let (key, wish) = match asked {
            Asked::ChooseCase => (CASE_KEY, file("Choisir l'étude de cas", yaml)),
            Asked::ChoosePaper(rank) => {
                self.choosing = *rank;
                (PAPER_KEY, file("Choisir l'étude de cas de l'épreuve", yaml))
            }
            Asked::ChooseList => {
                (LIST_KEY, file("Choisir la liste des candidats", &["csv", "txt", "tsv"]))
            }
            _ => {
                let title = "Choisir le dossier de la session".to_owned();
                (FOLDER_KEY, Wish::Folder { title })
            }
        };
        services.picker.ask(ctx, key, wish);
    }

    fn create(&mut self, ctx: &Context, services: &Services<'_>) {
        self.form.refresh();
        match self.form.order(services.environment) {
            Ok(order) => {
                self.problems.clear();
                let now = services.environment.now();
                let preparation = Preparation::start(ctx, order, services.catalogue, now);
                self.page = Page::Preparing(preparation);
            }
            Err(problems) => self.say(problems),
        }
        ctx.request_repaint();
    }

    fn prepared_root(&self) -> Option<std::path::PathBuf> {
        match &self.page {
            Page::Prepared(prepared) => Some(prepared.root.clone()),
            Page::Filling | Page::Preparing(_) => None,
        }
    }

    /// Forgets everything secret: this page is left.
    fn forget(&mut self, ctx: &Context) {
        self.form.erase_secrets();
        self.forget_fields(ctx);
        if let Page::Prepared(prepared) = &mut self.page {
            prepared.shown = None;
        }
    }

    /// egui keeps what was typed in a field, to undo it: that is forgotten too.
    fn forget_fields(&mut self, ctx: &Context) {
        for field in self.fields.drain(..) {
            TextEditState::default().store(ctx, field);
        }
    }
}

fn words_of(reason: &NotPrepared) -> String {
    match reason {
        NotPrepared::Cancelled => "La préparation est annulée. Rien n'a été écrit.".to_owned(),
        NotPrepared::Problem(problem) => problem.to_string(),
        NotPrepared::Lost => {
            "La préparation s'est interrompue. Choisissez un autre dossier, puis recommencez."
                .to_owned()
        }
    }
}
