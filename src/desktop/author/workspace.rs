//! « Préparer » in the window: the frame, the files asked for, the saves.

use std::path::PathBuf;
use std::time::Duration;

use chrono::{DateTime, FixedOffset};
use egui::{Context, Id, Ui};

use super::commands::{Command, Errand, block_edit, exhibit_edit, perform};
use super::export::{Export, ExportKind};
use super::keys;
use super::model::{OpenCase, Run, View};
use super::panels::{self, Desk};
use crate::desktop::file_picker::Wish;
use crate::desktop::paper::fr;
use crate::desktop::services::{Departure, Services};
use crate::domain::case_study::{Edit, ExhibitBlock};
use crate::domain::framework::{ExamScheme, Qualification};
use crate::domain::identifier::{CaseId, ExhibitId};
use crate::storage::{RecentFile, StorageError, StorageResult};

/// Names the file asked for when a case cannot be saved.
const ELSEWHERE: &str = "preparer-ailleurs";
/// Names the picture asked for.
const PICTURE: &str = "preparer-image";
/// How often the progress of an export is shown.
const PROGRESS: Duration = Duration::from_millis(200);

/// The workspace of a trainer.
pub struct AuthorWorkspace {
    open: OpenCase,
    view: View,
    export: Export,
    /// The block that waits for a picture.
    picture_for: Option<(ExhibitId, usize)>,
    /// The control that had the focus: another one ends the run of keystrokes.
    focused: Option<Id>,
    /// Time of the last frame, for the save before closing.
    latest: Option<DateTime<FixedOffset>>,
}

impl AuthorWorkspace {
    /// Opens a case.
    ///
    /// # Errors
    /// When the file is missing, malformed, or of another kind or version.
    pub fn open(path: PathBuf) -> StorageResult<Self> {
        Ok(Self::on(OpenCase::open(path)?))
    }

    /// Writes a new case for a scheme, then opens it.
    ///
    /// # Errors
    /// When a file of this name is already there or the case cannot be written.
    pub fn create(
        path: PathBuf,
        qualification: &Qualification,
        scheme: &ExamScheme,
        title: String,
        id: CaseId,
    ) -> StorageResult<Self> {
        Ok(Self::on(OpenCase::create(path, qualification, scheme, title, id)?))
    }

    fn on(open: OpenCase) -> Self {
        Self {
            open,
            view: View::default(),
            export: Export::default(),
            picture_for: None,
            focused: None,
            latest: None,
        }
    }

    /// Title of the window.
    pub fn title(&self) -> String {
        fr(&format!("{} – Préparer – Cas d'école", self.open.case().title))
    }

    /// Before the window closes: the case must be on the disk; `false` keeps the window open and
    /// the banner says why.
    pub fn close_requested(&mut self) -> bool {
        let saved = match self.latest {
            Some(now) => self.open.save_changes(now),
            // Nothing was shown yet: nothing can have changed.
            None => true,
        };
        if saved {
            self.export.finish();
        }
        saved
    }

    /// Draws the whole window and does what is asked in it.
    pub fn ui(&mut self, ui: &mut Ui, services: &mut Services<'_>) -> Option<Departure> {
        let ctx = ui.ctx().clone();
        let now = services.environment.now();
        self.latest = Some(now);
        self.export.poll();
        self.take_files(&ctx, services, now);
        if !services.picker.is_asking() {
            for command in keys::read(&ctx, &mut self.view) {
                perform(&mut self.open, &mut self.view, command, now);
            }
        }
        // Before the window is drawn, so that it shows at once what the disk holds.
        self.open.tick(now);
        self.open.refresh(services.catalogue);
        let mut desk = Desk {
            open: &self.open,
            view: &mut self.view,
            catalogue: services.catalogue,
            export: &self.export,
            now,
            asked: Vec::new(),
        };
        panels::show(ui, &mut desk);
        let asked = desk.asked;
        self.view.tables_changed = false;
        if !asked.is_empty() {
            ctx.request_repaint();
        }
        let mut departure = None;
        for command in asked {
            departure = self.follow(&ctx, command, services, now).or(departure);
        }
        self.watch_focus(&ctx);
        self.open.tick(now);
        self.tell_kept(&ctx);
        self.wake_later(&ctx, now);
        departure
    }

    fn follow(
        &mut self,
        ctx: &Context,
        command: Command,
        services: &mut Services<'_>,
        now: DateTime<FixedOffset>,
    ) -> Option<Departure> {
        let errand = perform(&mut self.open, &mut self.view, command, now)?;
        match errand {
            Errand::Home => return Some(Departure::Home),
            Errand::SaveElsewhere => {
                let title = fr("Enregistrer l'étude de cas ailleurs");
                let proposed = self.open.path().to_owned();
                services.picker.ask(ctx, ELSEWHERE, Wish::Save { title, proposed });
            }
            Errand::AddPicture(exhibit, block) => {
                self.picture_for = Some((exhibit, block));
                let title = fr("Ajouter une image à l'annexe");
                let extensions = vec!["png", "jpg", "jpeg"];
                services.picker.ask(ctx, PICTURE, Wish::Open { title, extensions });
            }
            Errand::Export(kind) => {
                let title = fr(&format!("Exporter : {}", kind.label()));
                let proposed = kind.proposed(self.open.path());
                services.picker.ask(ctx, kind.picker_key(), Wish::Save { title, proposed });
            }
            Errand::StopExport => self.export.stop(),
            Errand::ForgetExport => self.export.forget(),
        }
        None
    }

    /// Takes the files chosen since the last frame.
    fn take_files(
        &mut self,
        ctx: &Context,
        services: &mut Services<'_>,
        now: DateTime<FixedOffset>,
    ) {
        if let Some(path) = services.picker.take(ELSEWHERE) {
            let title = self.title();
            let what = "Étude de cas".to_owned();
            services.preferences.remember(RecentFile { path: path.clone(), title, what });
            if let Err(problem) = self.open.move_to(path, now) {
                self.tell("Une image n'a pas suivi.", &problem);
            }
        }
        if let Some(path) = services.picker.take(PICTURE) {
            match self.open.import_picture(&path) {
                Ok(name) => self.place_picture(name),
                Err(problem) => self.tell("L'image n'a pas été ajoutée.", &problem),
            }
        }
        for kind in ExportKind::ALL {
            if let Some(path) = services.picker.take(kind.picker_key()) {
                let given = (services.catalogue, now);
                self.export.start(ctx, kind, path, self.open.stored(), given);
            }
        }
    }

    /// Shows a picture in the block that waits for it; in a new block where that one is gone.
    fn place_picture(&mut self, file: String) {
        let Some((id, rank)) = self.picture_for.take() else { return };
        let Some(exhibit) = self.open.case().exhibit(&id) else { return };
        let edit: Edit = match exhibit.content.get(rank) {
            Some(ExhibitBlock::Picture { description, .. }) => {
                let description = description.clone();
                block_edit(exhibit, rank, ExhibitBlock::Picture { file, description })
            }
            _ => exhibit_edit(exhibit, |changed| {
                let description = String::new();
                changed.content.push(ExhibitBlock::Picture { file, description });
            }),
        };
        // The exhibit was found just above: the edit cannot be refused.
        let _ = self.open.apply(edit, Run::Once);
    }

    fn tell(&mut self, title: &str, problem: &StorageError) {
        let text = format!("{} : {} {}", problem.path.display(), problem.message, problem.remedy);
        self.view.notice = Some((title.to_owned(), text));
    }

    /// Shows where a save has kept the former file, for its comments.
    fn tell_kept(&mut self, ctx: &Context) {
        if let Some(path) = self.open.take_kept() {
            self.view.kept = Some(path);
            ctx.request_repaint();
        }
    }

    /// Leaving a field ends the run of keystrokes that undo together.
    fn watch_focus(&mut self, ctx: &Context) {
        let focused = ctx.memory(egui::Memory::focused);
        if focused != self.focused {
            self.focused = focused;
            self.open.finish_run();
            self.view.drafts.settle();
        }
    }

    fn wake_later(&self, ctx: &Context, now: DateTime<FixedOffset>) {
        if let Some(delay) = self.open.delay(now) {
            ctx.request_repaint_after(delay);
        }
        if self.export.is_running() {
            ctx.request_repaint_after(PROGRESS);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::model::example::{at, case, opened};
    use super::*;
    use crate::storage::{read_case, write_atomically};

    #[test]
    fn closing_saves_and_a_save_that_fails_keeps_the_window_open() {
        let (folder, open) = opened(&case());
        let path = open.path().to_owned();
        let mut workspace = AuthorWorkspace::on(open);
        assert!(workspace.close_requested(), "nothing has changed");
        workspace.latest = Some(at(0));
        let edit = Edit::Title("Fermé".to_owned());
        workspace.open.apply(edit, Run::Once).expect("applied");
        assert!(workspace.close_requested());
        assert_eq!(read_case(&path).expect("it reads").case.title, "Fermé");
        assert!(workspace.title().starts_with("Fermé"));
        workspace.open.apply(Edit::Title("Perdu".to_owned()), Run::Once).expect("applied");
        drop(folder);
        assert!(!workspace.close_requested());
        assert_eq!(workspace.open.case().title, "Perdu");
    }

    #[test]
    fn a_save_tells_once_where_the_comments_of_the_file_are_kept() {
        let (folder, open) = opened(&case());
        let path = open.path().to_owned();
        let mut workspace = AuthorWorkspace::on(open);
        let mut save = |title: &str, moment: i64| {
            workspace.open.apply(Edit::Title(title.to_owned()), Run::Once).expect("applied");
            assert!(workspace.open.save(at(moment)));
            workspace.view.kept = None;
            workspace.tell_kept(&Context::default());
            workspace.view.kept.clone()
        };
        assert_eq!(save("Sans commentaire", 0), None);
        let written = std::fs::read_to_string(&path).expect("it reads");
        let written = written.replacen("end_mark: true\n", "# à la main\n", 1);
        write_atomically(&path, written.as_bytes()).expect("written");
        let copy = folder.path().join("essai.cas.avec-commentaires.yaml");
        assert_eq!(save("Commenté", 10), Some(copy.clone()));
        assert_eq!(std::fs::read_to_string(&copy).expect("it reads"), written);
        assert_eq!(save("Encore", 20), None, "the comments are in the copy alone");
    }

    #[test]
    fn a_picture_takes_the_place_of_the_one_in_its_block() {
        let (_folder, open) = opened(&case());
        let mut workspace = AuthorWorkspace::on(open);
        let content = |workspace: &AuthorWorkspace| {
            workspace.open.case().exhibits.first().map(|exhibit| exhibit.content.clone())
        };
        workspace.picture_for = Some(("A5".into(), 0));
        workspace.place_picture("plan.png".to_owned());
        assert_eq!(content(&workspace).map(|blocks| blocks.len()), Some(2));
        workspace.picture_for = Some(("A5".into(), 1));
        workspace.place_picture("autre.png".to_owned());
        let shown = content(&workspace).and_then(|blocks| blocks.into_iter().nth(1));
        let description = String::new();
        let expected = ExhibitBlock::Picture { file: "autre.png".to_owned(), description };
        assert_eq!(shown, Some(expected));
    }
}
