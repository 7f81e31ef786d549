//! The case on the desk: its edits, its file, and what follows from it.

use std::path::{Path, PathBuf};
use std::time::Duration;

use chrono::{DateTime, FixedOffset};

use super::derived::Derived;
use super::pictures::{Pictures, carry_pictures, import_picture};
use super::save_keeper::{SaveKeeper, SaveState};
use crate::domain::case_study::{CaseEditor, CaseStudy, Edit, EditError, blank_case};
use crate::domain::framework::{Catalogue, ExamScheme, Qualification};
use crate::domain::identifier::CaseId;
use crate::storage::{
    StorageError, StorageResult, StoredCase, keep_comments, read_case, save_case,
};

type Moment = DateTime<FixedOffset>;

/// Which edits undo together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Run {
    /// Keystrokes in one field.
    Typing,
    /// An edit that undoes alone.
    Once,
}

/// A case being edited.
#[derive(Debug)]
pub struct OpenCase {
    path: PathBuf,
    editor: CaseEditor,
    keeper: SaveKeeper,
    pictures: Pictures,
    derived: Derived,
    /// The revision that `derived` was computed for.
    derived_for: Option<u64>,
    /// The copy kept of a file with comments, not told yet.
    kept: Option<PathBuf>,
}

impl OpenCase {
    /// Reads a case.
    ///
    /// # Errors
    /// When the file is missing, malformed, or of another kind or version.
    pub fn open(path: PathBuf) -> StorageResult<Self> {
        let case = read_case(&path)?.case;
        Ok(Self::new(path, case))
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
        if path.exists() {
            return Err(StorageError::new(
                &path,
                "un fichier de ce nom est déjà là ; il n'a pas été changé.",
                "Choisissez un autre nom, ou ouvrez ce fichier depuis l'accueil.",
            ));
        }
        let case = CaseStudy { title, ..blank_case(qualification, scheme, id) };
        save_case(&path, &case)?;
        Ok(Self::new(path, case))
    }

    fn new(path: PathBuf, case: CaseStudy) -> Self {
        Self {
            pictures: Pictures::beside(&path),
            path,
            editor: CaseEditor::new(case),
            keeper: SaveKeeper::default(),
            derived: Derived::default(),
            derived_for: None,
            kept: None,
        }
    }

    /// The case as it is now.
    pub fn case(&self) -> &CaseStudy {
        self.editor.case()
    }

    /// Its file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The case as it is now, with its place, for a background job.
    pub fn stored(&self) -> StoredCase {
        StoredCase { path: self.path.clone(), case: self.case().clone() }
    }

    /// What follows from the case.
    pub const fn derived(&self) -> &Derived {
        &self.derived
    }

    /// Pictures beside the case.
    pub const fn pictures(&self) -> &Pictures {
        &self.pictures
    }

    /// Computes what follows from the case, if it has changed.
    pub fn refresh(&mut self, catalogue: &Catalogue) {
        let revision = self.editor.revision();
        if self.derived_for == Some(revision) {
            return;
        }
        self.pictures.load(self.editor.case(), &self.path);
        self.derived = Derived::of(self.editor.case(), catalogue, self.pictures.names());
        self.derived_for = Some(revision);
    }

    /// Looks again at the files beside the case, and computes everything again.
    pub fn look_again(&mut self) {
        self.pictures = Pictures::beside(&self.path);
        self.derived_for = None;
    }

    /// Copies a picture beside the case; gives its name.
    ///
    /// # Errors
    /// When it is no PNG or JPEG, is too large, or its name is taken.
    pub fn import_picture(&mut self, from: &Path) -> StorageResult<String> {
        let name = import_picture(from, &self.path)?;
        self.look_again();
        Ok(name)
    }

    /// Changes the case.
    ///
    /// # Errors
    /// When the element edited is not there or an identifier is taken; nothing is changed then.
    pub fn apply(&mut self, edit: Edit, run: Run) -> Result<(), EditError> {
        if run == Run::Once {
            self.editor.finish_run();
        }
        let result = self.editor.apply(edit);
        if run == Run::Once {
            self.editor.finish_run();
        }
        result
    }

    /// Ends the run of keystrokes that undo together.
    pub const fn finish_run(&mut self) {
        self.editor.finish_run();
    }

    /// Takes the last edit back; says whether there was one.
    pub fn undo(&mut self) -> bool {
        self.editor.undo()
    }

    /// Does the last undone edit again; says whether there was one.
    pub fn redo(&mut self) -> bool {
        self.editor.redo()
    }

    /// What « Annuler » would take back.
    pub fn undo_label(&self) -> Option<String> {
        self.editor.undo_label()
    }

    /// What « Rétablir » would do again.
    pub fn redo_label(&self) -> Option<String> {
        self.editor.redo_label()
    }

    /// What the disk holds.
    pub fn save_state(&self) -> SaveState<'_> {
        self.keeper.state()
    }

    /// Notes the changes made since the last look, and saves when it is time.
    pub fn tick(&mut self, now: Moment) {
        self.keeper.look(self.editor.revision(), now);
        if self.delay(now) == Some(Duration::ZERO) {
            self.save(now);
        }
    }

    /// Time left before a save must start; `None` while nothing waits.
    pub fn delay(&self, now: Moment) -> Option<Duration> {
        self.keeper.delay(now)
    }

    /// Saves at once; says whether the disk holds everything.
    pub fn save(&mut self, now: Moment) -> bool {
        let revision = self.editor.revision();
        self.keeper.look(revision, now);
        let result = self.write();
        let saved = result.is_ok();
        self.keeper.record(revision, result, now);
        saved
    }

    /// Writes the case; a file with comments is copied first, as writing would lose them.
    fn write(&mut self) -> StorageResult<()> {
        let kept = keep_comments(&self.path)?;
        save_case(&self.path, self.editor.case())?;
        self.kept = kept.or_else(|| self.kept.take());
        Ok(())
    }

    /// The copy that a save kept of a file with comments; once.
    pub const fn take_kept(&mut self) -> Option<PathBuf> {
        self.kept.take()
    }

    /// Saves if something waits; says whether the disk holds everything.
    pub fn save_changes(&mut self, now: Moment) -> bool {
        self.keeper.look(self.editor.revision(), now);
        self.keeper.delay(now).is_none() || self.save(now)
    }

    /// Saves in another file, which is the one from now on, with its pictures.
    ///
    /// # Errors
    /// When a picture cannot follow; the case itself tells its own save.
    pub fn move_to(&mut self, path: PathBuf, now: Moment) -> StorageResult<()> {
        let former = std::mem::replace(&mut self.path, path);
        if !self.save(now) {
            return Ok(());
        }
        let carried = carry_pictures(self.editor.case(), &former, &self.path);
        self.look_again();
        carried
    }
}

#[cfg(test)]
mod tests {
    use super::super::example::{at, case, catalogue, opened, written_scheme};
    use super::*;

    #[test]
    fn a_new_case_never_overwrites_a_file() {
        let catalogue = catalogue();
        let (qualification, scheme) = written_scheme(&catalogue);
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("essai.cas.yaml");
        let create = |title: &str| {
            let title = title.to_owned();
            OpenCase::create(path.clone(), qualification, scheme, title, "cas-1".into())
        };
        let open = create("Premier").expect("it is created");
        assert_eq!(open.case().title, "Premier");
        assert_eq!(open.save_state(), SaveState::Untouched);
        let problem = create("Second").expect_err("refused");
        assert!(problem.message.contains("déjà"));
        assert_eq!(read_case(&path).expect("it reads").case.title, "Premier");
    }

    #[test]
    fn changes_are_saved_after_a_second_and_keystrokes_undo_together() {
        let (_folder, mut open) = opened(&case());
        for text in ["F", "Fo", "For"] {
            open.apply(Edit::Title(text.into()), Run::Typing).expect("applied");
        }
        open.tick(at(0));
        assert_eq!(open.save_state(), SaveState::Waiting);
        open.tick(at(1000));
        assert_eq!(open.save_state(), SaveState::Saved(at(1000)));
        assert_eq!(read_case(open.path()).expect("it reads").case.title, "For");
        assert!(open.undo());
        assert!(!open.undo());
        assert_eq!(open.case().title, case().title);
    }

    #[test]
    fn edits_made_once_undo_one_by_one() {
        let (_folder, mut open) = opened(&case());
        open.apply(Edit::Duration(90), Run::Once).expect("applied");
        open.apply(Edit::Duration(60), Run::Once).expect("applied");
        assert!(open.undo());
        assert_eq!(open.case().duration_minutes, 90);
    }

    #[test]
    fn a_save_that_fails_keeps_the_case_and_another_place_solves_it() {
        let (folder, mut open) = opened(&case());
        open.path = folder.path().join("absent").join("essai.cas.yaml");
        open.apply(Edit::Title("Gardé".into()), Run::Once).expect("applied");
        assert!(!open.save_changes(at(0)));
        assert!(matches!(open.save_state(), SaveState::Failed(_)));
        assert_eq!(open.case().title, "Gardé");
        let other = folder.path().join("autre.cas.yaml");
        open.move_to(other.clone(), at(10)).expect("moved");
        assert_eq!(open.save_state(), SaveState::Saved(at(10)));
        assert_eq!(read_case(&other).expect("it reads").case.title, "Gardé");
        assert!(open.save_changes(at(20)), "nothing waits any more");
    }

    #[test]
    fn what_follows_is_computed_again_only_after_a_change() {
        let (_folder, mut open) = opened(&case());
        let before = open.derived_for;
        open.refresh(&catalogue());
        assert_eq!(open.derived_for, before);
        open.apply(Edit::Title(String::new()), Run::Once).expect("applied");
        open.refresh(&catalogue());
        assert_ne!(open.derived_for, before);
    }
}
