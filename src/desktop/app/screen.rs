//! The screens of the window, and which one suits a file.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::new_session::NewSessionScreen;
use crate::desktop::author::{AuthorWorkspace, NewCaseForm};
use crate::desktop::exam_room::ExamRoomWorkspace;
use crate::desktop::jury::JuryWorkspace;
use crate::desktop::paper::fr;
use crate::desktop::room::RoomWorkspace;
use crate::desktop::services::{Departure, Services};
use crate::domain::framework::Catalogue;
use crate::domain::identifier::CaseId;
use crate::storage::sealing::SealedKind;
use crate::storage::{
    Kind, RecentFile, SessionFolder, StorageError, StorageResult, kind_of, sealed_kind_of,
};

/// What the window shows.
pub(super) enum Screen {
    /// The doors.
    Home,
    /// Choice of the titre and scheme of a new case.
    NewCase(Box<NewCaseForm>, Option<StorageError>),
    /// Preparation of a session folder.
    NewSession(Box<NewSessionScreen>),
    /// Préparer.
    Author(Box<AuthorWorkspace>),
    /// Composer.
    ExamRoom(Box<ExamRoomWorkspace>),
    /// Surveiller.
    Room(Box<RoomWorkspace>),
    /// Évaluer.
    Jury(Box<JuryWorkspace>),
}

impl Screen {
    /// The screen where a new case is chosen.
    pub(super) fn new_case() -> Self {
        Self::NewCase(Box::default(), None)
    }

    /// The screen where a session is prepared.
    pub(super) fn new_session(today: NaiveDate) -> Self {
        Self::NewSession(Box::new(NewSessionScreen::new(today)))
    }

    /// The view of the room of a session folder, and how to remember it.
    pub(super) fn watching(path: &Path) -> StorageResult<(Self, RecentFile)> {
        let screen = Self::Room(Box::new(RoomWorkspace::open(&session_folder(path))?));
        let recent = RecentFile {
            path: path.to_owned(),
            title: screen.short_title(),
            what: "Session".to_owned(),
        };
        Ok((screen, recent))
    }

    /// The workspace that suits a file or folder, and how to remember it.
    pub(super) fn opening(path: &Path, catalogue: &Catalogue) -> StorageResult<(Self, RecentFile)> {
        let kind = if path.is_dir() { Kind::Session } else { kind_to_open(path)? };
        let (screen, what) = match kind {
            Kind::Case => {
                (Self::Author(Box::new(AuthorWorkspace::open(path.to_owned())?)), "Étude de cas")
            }
            Kind::Subject => {
                (Self::ExamRoom(Box::new(ExamRoomWorkspace::open(path.to_owned())?)), "Sujet")
            }
            Kind::Copy => {
                return Err(StorageError::new(
                    path,
                    "une copie remise ne se rouvre pas ici.",
                    "Le jury l'ouvre avec sa session. Pour reprendre une copie non remise, ouvrez son sujet.",
                ));
            }
            Kind::Session | Kind::Evaluation | Kind::Deliberation => {
                let folder = session_folder(path);
                (Self::Jury(Box::new(JuryWorkspace::open(folder, catalogue)?)), "Session")
            }
            Kind::RoomPackage => {
                return Err(StorageError::new(
                    path,
                    "ce n'est pas un fichier à ouvrir.",
                    "Ouvrez le sujet scellé.",
                ));
            }
            Kind::Template => {
                return Err(StorageError::new(
                    path,
                    "un référentiel ne s'ouvre pas : il s'installe.",
                    "Placez-le dans le dossier des modèles, puis relancez Cas d'école.",
                ));
            }
        };
        let recent = RecentFile {
            path: path.to_owned(),
            title: screen.short_title(),
            what: what.to_owned(),
        };
        Ok((screen, recent))
    }

    /// Draws the screen.
    pub(super) fn ui(
        &mut self,
        ui: &mut egui::Ui,
        services: &mut Services<'_>,
    ) -> Option<Departure> {
        match self {
            Self::Home => None,
            Self::NewCase(..) => self.new_case_ui(ui, services),
            Self::NewSession(screen) => screen.ui(ui, services),
            Self::Author(workspace) => workspace.ui(ui, services),
            Self::ExamRoom(workspace) => workspace.ui(ui, services),
            Self::Room(workspace) => workspace.ui(ui, services),
            Self::Jury(workspace) => workspace.ui(ui, services),
        }
    }

    fn new_case_ui(&mut self, ui: &mut egui::Ui, services: &mut Services<'_>) -> Option<Departure> {
        let Self::NewCase(form, problem) = self else { return None };
        form.show_problem(problem.as_ref());
        let choice = form.ui(ui, services)?;
        let Some(chosen) = choice.into_case() else { return Some(Departure::Home) };
        let qualification = services.catalogue.find(&chosen.qualification)?;
        let scheme = qualification.scheme(&chosen.scheme)?;
        let id = CaseId(services.environment.new_identifier());
        let created =
            AuthorWorkspace::create(chosen.path.clone(), qualification, scheme, chosen.title, id);
        match created {
            Ok(workspace) => {
                let workspace = Self::Author(Box::new(workspace));
                services.preferences.remember(RecentFile {
                    path: chosen.path,
                    title: workspace.short_title(),
                    what: "Étude de cas".to_owned(),
                });
                *self = workspace;
            }
            Err(error) => *problem = Some(error),
        }
        ui.ctx().request_repaint();
        None
    }

    /// What goes on while the window is hidden.
    pub(super) fn look(&mut self, ctx: &egui::Context, dialog_is_open: bool) {
        if let Self::ExamRoom(workspace) = self {
            workspace.look(ctx, dialog_is_open);
        }
    }

    /// Title of the window.
    pub(super) fn title(&self) -> String {
        match self {
            Self::Home => fr("Cas d'école"),
            Self::NewCase(..) => fr("Nouvelle étude de cas – Cas d'école"),
            Self::NewSession(_) => fr("Nouvelle session – Cas d'école"),
            Self::Author(workspace) => workspace.title(),
            Self::ExamRoom(workspace) => workspace.title(),
            Self::Room(workspace) => workspace.title(),
            Self::Jury(workspace) => workspace.title(),
        }
    }

    /// Title without the names of the role and of the program.
    fn short_title(&self) -> String {
        let mut title = self.title();
        for end in ["Cas d'école", "Préparer", "Composer", "Surveiller", "Évaluer"] {
            let end = fr(&format!(" – {end}"));
            if let Some(short) = title.strip_suffix(&end) {
                title = short.to_owned();
            }
        }
        title
    }

    /// Saves what must be; `false` keeps the window open.
    pub(super) fn close_requested(&mut self) -> bool {
        match self {
            Self::Home | Self::NewCase(..) => true,
            Self::NewSession(screen) => screen.close_requested(),
            Self::Author(workspace) => workspace.close_requested(),
            Self::ExamRoom(workspace) => workspace.close_requested(),
            Self::Room(workspace) => workspace.close_requested(),
            Self::Jury(workspace) => workspace.close_requested(),
        }
    }
}

/// What a file is for the window: a sealed subject is a subject.
fn kind_to_open(path: &Path) -> StorageResult<Kind> {
    match sealed_kind_of(path) {
        Some(SealedKind::Subject) => Ok(Kind::Subject),
        Some(SealedKind::Copy) => Ok(Kind::Copy),
        Some(SealedKind::JuryKey) => Err(StorageError::new(
            path,
            "c'est la clé du jury.",
            "Ouvrez le dossier de la session : la clé y est demandée.",
        )),
        None => kind_of(path),
    }
}

/// The session folder that a file belongs to.
fn session_folder(path: &Path) -> PathBuf {
    path.ancestors()
        .find(|folder| folder.join(SessionFolder::SESSION_FILE).is_file())
        .unwrap_or(path)
        .to_owned()
}
