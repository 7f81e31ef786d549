//! A session is one folder; every file in it has exactly one writer.
//!
//! `session.yaml` (the centre) · the case and its pictures (the trainer) · `*.sujet` ·
//! `copies/C-01.copie` (the candidate) · `evaluations/J-1/C-01.yaml` (that juror) ·
//! `deliberations/C-01.yaml` (the juror who holds the pen) · `documents/*.pdf` (made again at will).

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::document::{self, Kind};
use super::{
    StorageError, StorageResult, copy_path, fingerprint, read_case, read_copy, read_subject,
};
use crate::domain::answers::AnswerSheet;
use crate::domain::case_study::SolvedCase;
use crate::domain::case_study::Subject;
use crate::domain::exam::Session;
use crate::domain::grading::{Deliberation, Evaluation};
use crate::domain::identifier::{CandidateId, JurorId};

/// An open session folder.
#[derive(Debug, Clone)]
pub struct SessionFolder {
    /// The folder.
    pub root: PathBuf,
    /// The session.
    pub session: Session,
    /// File of its case study.
    pub case_path: PathBuf,
    /// Its case study, keys computed.
    pub solved: SolvedCase,
    /// Its subject.
    pub subject: Subject,
    /// What each candidate and the jury have put in it.
    pub candidates: BTreeMap<CandidateId, CandidateFolder>,
    /// Files that could not be used.
    pub problems: Vec<StorageError>,
}

/// Files about one candidate.
#[derive(Debug, Clone, Default)]
pub struct CandidateFolder {
    /// The copy, if there is exactly one and it answers this subject.
    pub sheet: Option<AnswerSheet>,
    /// Evaluations by juror.
    pub evaluations: BTreeMap<JurorId, Evaluation>,
    /// The deliberation.
    pub deliberation: Option<Deliberation>,
}

impl SessionFolder {
    /// File of the session in its folder.
    pub const SESSION_FILE: &'static str = "session.yaml";

    /// Opens a session folder, or the `session.yaml` of one.
    ///
    /// # Errors
    /// When the session, its case or its subject cannot be read. Copies, evaluations and
    /// deliberations that cannot be used are listed in `problems` instead.
    pub fn open(path: &Path) -> StorageResult<Self> {
        let is_file = path.file_name().is_some_and(|name| name == Self::SESSION_FILE);
        let root = if is_file { path.parent().unwrap_or(path) } else { path };
        let session: Session = document::read(&root.join(Self::SESSION_FILE), Kind::Session)?;
        if let Some(problem) = session.diagnostics().first().filter(|_| session.jurors.is_empty()) {
            return Err(StorageError::new(
                &root.join(Self::SESSION_FILE),
                problem.message.clone(),
                problem.remedy.clone(),
            ));
        }
        let case_path = root.join(&session.case_file);
        let solved = read_case(&case_path)?.solved()?;
        let subject = read_subject(&root.join(&session.subject_file))?;
        let mut folder = Self {
            root: root.to_owned(),
            candidates: session
                .candidates
                .iter()
                .map(|candidate| (candidate.id.clone(), CandidateFolder::default()))
                .collect(),
            session,
            case_path,
            solved,
            subject,
            problems: Vec::new(),
        };
        folder.read_copies()?;
        folder.read_evaluations();
        folder.read_deliberations();
        Ok(folder)
    }

    /// Creates a session folder with its case and subject already written in it.
    ///
    /// # Errors
    /// When a session is already there or the folder cannot be written.
    pub fn create(root: &Path, session: &Session) -> StorageResult<()> {
        Self::refuse_existing(root)?;
        let path = root.join(Self::SESSION_FILE);
        for name in ["copies", "evaluations", "deliberations", "documents"] {
            create_folder(&root.join(name))?;
        }
        document::write(&path, Kind::Session, session)
    }

    /// Refuses a folder that already holds a session.
    ///
    /// # Errors
    /// When it does.
    pub fn refuse_existing(root: &Path) -> StorageResult<()> {
        let path = root.join(Self::SESSION_FILE);
        if path.exists() {
            return Err(StorageError::new(
                &path,
                "une session existe déjà dans ce dossier.",
                "Choisissez un dossier vide.",
            ));
        }
        Ok(())
    }

    /// File of a candidate's copy.
    pub fn copy_file(&self, candidate: &CandidateId) -> PathBuf {
        copy_path(&self.root.join("copies"), candidate)
    }

    /// Folder of the printed documents, made when missing.
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn documents_folder(&self) -> StorageResult<PathBuf> {
        let folder = self.root.join("documents");
        create_folder(&folder)?;
        Ok(folder)
    }

    /// Saves the evaluation of one juror on one candidate.
    ///
    /// # Errors
    /// When the file cannot be written, or holds entries that ours does not (another writer).
    pub fn save_evaluation(&mut self, evaluation: &Evaluation) -> StorageResult<()> {
        let path = self
            .root
            .join("evaluations")
            .join(file_stem(evaluation.juror.as_str()))
            .join(format!("{}.yaml", file_stem(evaluation.candidate.as_str())));
        if path.exists() {
            let known: Evaluation = document::read(&path, Kind::Evaluation)?;
            only_grows(&path, &known.records, &evaluation.records)?;
        }
        if let Some(folder) = path.parent() {
            create_folder(folder)?;
        }
        document::write(&path, Kind::Evaluation, evaluation)?;
        self.candidates
            .entry(evaluation.candidate.clone())
            .or_default()
            .evaluations
            .insert(evaluation.juror.clone(), evaluation.clone());
        Ok(())
    }

    /// Saves the deliberation on one candidate.
    ///
    /// # Errors
    /// When the file cannot be written, or holds entries that ours does not (another writer).
    pub fn save_deliberation(&mut self, deliberation: &Deliberation) -> StorageResult<()> {
        let folder = self.root.join("deliberations");
        let path = folder.join(format!("{}.yaml", file_stem(deliberation.candidate.as_str())));
        if path.exists() {
            let known: Deliberation = document::read(&path, Kind::Deliberation)?;
            only_grows(&path, &known.records, &deliberation.records)?;
        }
        create_folder(&folder)?;
        document::write(&path, Kind::Deliberation, deliberation)?;
        self.candidates.entry(deliberation.candidate.clone()).or_default().deliberation =
            Some(deliberation.clone());
        Ok(())
    }

    /// Evaluations of a candidate, in the order of the jurors.
    pub fn evaluations(&self, candidate: &CandidateId) -> Vec<Evaluation> {
        let Some(folder) = self.candidates.get(candidate) else { return Vec::new() };
        self.session
            .jurors
            .iter()
            .filter_map(|juror| folder.evaluations.get(&juror.id))
            .cloned()
            .collect()
    }

    fn read_copies(&mut self) -> StorageResult<()> {
        let expected = fingerprint(&self.subject)?;
        let mut found: BTreeMap<CandidateId, Vec<(PathBuf, AnswerSheet)>> = BTreeMap::new();
        for path in files(&self.root.join("copies"), "copie") {
            match read_copy(&path) {
                Ok(sheet) if sheet.subject_fingerprint != expected => {
                    self.problems.push(StorageError::new(
                        &path,
                        "cette copie répond à un autre sujet.",
                        "Placez-la dans la session de ce sujet. Elle n'est pas évaluée ici.",
                    ));
                }
                Ok(sheet) => found.entry(sheet.candidate.clone()).or_default().push((path, sheet)),
                Err(problem) => self.problems.push(problem),
            }
        }
        for (candidate, mut sheets) in found {
            let paths: Vec<String> =
                sheets.iter().map(|(path, _)| path.display().to_string()).collect();
            let Some((path, sheet)) = sheets.pop() else { continue };
            if !sheets.is_empty() {
                self.problems.push(StorageError::new(
                    &path,
                    format!(
                        "{} copies portent l'identifiant {candidate} ({}).",
                        paths.len(),
                        paths.join(", ")
                    ),
                    "Retirez celle qui ne compte pas ; aucune n'est évaluée d'ici là.",
                ));
                continue;
            }
            match self.candidates.get_mut(&candidate) {
                Some(folder) => folder.sheet = Some(sheet),
                None => self.problems.push(StorageError::new(
                    &path,
                    format!("l'identifiant {candidate} n'est pas celui d'un candidat inscrit."),
                    "Ajoutez le candidat à session.yaml ou corrigez la liste.",
                )),
            }
        }
        Ok(())
    }

    fn read_evaluations(&mut self) {
        let jurors: Vec<JurorId> = self.session.jurors.iter().map(|j| j.id.clone()).collect();
        for juror in jurors {
            let folder = self.root.join("evaluations").join(file_stem(juror.as_str()));
            for path in files(&folder, "yaml") {
                let read = document::read::<Evaluation>(&path, Kind::Evaluation);
                match read.and_then(|evaluation| trusted(&path, &juror, evaluation)) {
                    Ok(evaluation) => {
                        if let Some(known) = self.candidates.get_mut(&evaluation.candidate) {
                            known.evaluations.insert(juror.clone(), evaluation);
                        }
                    }
                    Err(problem) => self.problems.push(problem),
                }
            }
        }
    }

    fn read_deliberations(&mut self) {
        for path in files(&self.root.join("deliberations"), "yaml") {
            match document::read::<Deliberation>(&path, Kind::Deliberation) {
                Ok(deliberation) => {
                    if let Some(known) = self.candidates.get_mut(&deliberation.candidate) {
                        known.deliberation = Some(deliberation);
                    }
                }
                Err(problem) => self.problems.push(problem),
            }
        }
    }
}

fn trusted(path: &Path, juror: &JurorId, evaluation: Evaluation) -> StorageResult<Evaluation> {
    if &evaluation.juror != juror {
        return Err(StorageError::new(
            path,
            format!("ce fichier est du juré {}, rangé chez {juror}.", evaluation.juror),
            "Remettez-le dans le dossier de son auteur.",
        ));
    }
    match evaluation.first_broken_record() {
        None => Ok(evaluation),
        Some(rank) => Err(StorageError::new(
            path,
            "une ligne ne suit pas les précédentes : le fichier a été changé à la main.",
            "Reprenez la dernière sauvegarde du juré.",
        )
        .at(Some(format!("entrée {}", rank + 1)))),
    }
}

/// Refuses to write a list that lacks entries already on disk.
fn only_grows<T: PartialEq>(path: &Path, known: &[T], ours: &[T]) -> StorageResult<()> {
    if ours.starts_with(known) {
        return Ok(());
    }
    Err(StorageError::new(
        path,
        "le fichier a changé depuis son ouverture, sur un autre poste.",
        "Rouvrez la session avant de continuer. Rien n'a été écrasé.",
    ))
}

fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|known| known == extension))
        .collect();
    paths.sort();
    paths
}

fn file_stem(identifier: &str) -> String {
    let path = copy_path(Path::new(""), &CandidateId(identifier.to_owned()));
    path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
}

fn create_folder(folder: &Path) -> StorageResult<()> {
    std::fs::create_dir_all(folder).map_err(|error| StorageError::writing(folder, &error))
}
