//! Files and folders chosen for a new session: asked for in a dialog, then taken.

use std::path::Path;

use egui::Context;

use super::NewSessionScreen;
use super::asked::Asked;
use crate::desktop::file_picker::Wish;
use crate::desktop::services::Services;
use crate::storage::read_list;

const CASE_KEY: &str = "session-cas";
const PAPER_KEY: &str = "session-epreuve";
const FOLDER_KEY: &str = "session-dossier";
const LIST_KEY: &str = "session-liste";

impl NewSessionScreen {
    /// Asks for the file or the folder that is wanted.
    pub(super) fn choose(&mut self, ctx: &Context, services: &mut Services<'_>, asked: &Asked) {
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

    /// Takes what was chosen in a dialog.
    pub(super) fn take_answers(&mut self, services: &mut Services<'_>) {
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
}
