//! What an unfinished sitting holds, read without changing it: for the invigilator and for scripts.

use std::path::{Path, PathBuf};

use super::record::RecordCodec;
use super::resuming::{JOURNAL_KEY, unfit};
use super::state::SittingState;
use crate::domain::answers::{AnswerSheet, Sitting};
use crate::domain::case_study::Subject;
use crate::domain::exam::{Accommodation, Allowance, ExtraTime};
use crate::domain::identifier::CandidateId;
use crate::storage::journal::{DataKey, JournalHeader, read, read_header};
use crate::storage::sealing::{
    DerivationParameters, DerivedKey, OpeningCode, SealProblem, unwrap_key,
};
use crate::storage::{PackageError, StorageError, StorageResult, fingerprint, open_package};

/// An unfinished sitting.
pub struct Inspected {
    /// The journal.
    pub path: PathBuf,
    /// What its events make.
    pub state: SittingState,
    /// Events of the journal.
    pub events: usize,
    /// What was cut or altered at its end.
    pub cut: Option<StorageError>,
}

/// Reads every journal of a folder with the opening code; the sealed subject is beside them.
///
/// # Errors
/// When the folder holds no journal, the code is another one, or a file cannot be used.
pub fn inspect_journals(folder: &Path, code: &OpeningCode) -> StorageResult<Vec<Inspected>> {
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder)
        .map_err(|_| nothing(folder))?
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "journal"))
        .collect();
    paths.sort();
    if paths.is_empty() {
        return Err(nothing(folder));
    }
    let mut keys = Keys { code, known: Vec::new() };
    paths.into_iter().map(|path| inspect(folder, path, &mut keys)).collect()
}

/// Keys derived so far: a folder usually needs one.
struct Keys<'a> {
    code: &'a OpeningCode,
    known: Vec<(DerivationParameters, DerivedKey)>,
}

impl Keys<'_> {
    fn data_key(&mut self, path: &Path, header: &JournalHeader) -> StorageResult<DataKey> {
        let parameters: DerivationParameters = serde_json::from_value(header.derivation.clone())
            .map_err(|_| SealProblem::Inner.at(path))?;
        if !self.known.iter().any(|(known, _)| *known == parameters) {
            let key = parameters.derive(self.code).map_err(|problem| problem.at(path))?;
            self.known.push((parameters, key));
        }
        let derived = self.known.iter().find(|(known, _)| *known == parameters);
        let key = derived
            .and_then(|(_, derived)| unwrap_key(derived, &header.wrapped_key, JOURNAL_KEY))
            .ok_or_else(|| SealProblem::WrongCode.at(path))?;
        Ok(DataKey::from_bytes(*key))
    }
}

fn inspect(folder: &Path, path: PathBuf, keys: &mut Keys<'_>) -> StorageResult<Inspected> {
    let header = read_header(&path)?;
    let content = read(&path, &keys.data_key(&path, &header)?)?;
    let candidate = CandidateId(header.identity.candidate.clone());
    let subject = subject_beside(folder, &header.identity.paper, &candidate, keys.code)?;
    let sitting = Sitting {
        copy: header.identity.copy.as_str().into(),
        candidate,
        seat: String::new(),
        allowance: Allowance { minutes: subject.0.duration_minutes, extra: subject.1 },
        subject_fingerprint: fingerprint(&subject.0)?,
    };
    let mut state = SittingState::new(AnswerSheet::begin(&subject.0, sitting));
    let mut codec = RecordCodec::default();
    for (rank, payload) in content.records.iter().enumerate() {
        let done = codec
            .decode(payload)
            .is_some_and(|(at, event)| state.apply(&subject.0, at, &event).is_ok());
        if !done {
            return Err(unfit(&path, rank + 1));
        }
    }
    let cut = content.cut.map(|cut| cut.remark(&path));
    Ok(Inspected { events: content.records.len(), path, state, cut })
}

/// The subject of a candidate, from a sealed file in the folder of the journal.
fn subject_beside(
    folder: &Path,
    paper: &str,
    candidate: &CandidateId,
    code: &OpeningCode,
) -> StorageResult<(Subject, ExtraTime)> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "sujet"))
        .collect();
    // The one that the sitting put there comes first: each costs a derivation.
    files.sort_by_key(|path| !path.ends_with(format!("sujet-{paper}.sujet")));
    let mut trouble = None;
    for path in files {
        match open_package(&path, code) {
            Ok(opened) if opened.package.paper.as_str() == paper => {
                let seat = opened.package.seat(candidate.as_str());
                let subject = seat.and_then(|seat| opened.package.subject_of(seat));
                if let (Some(seat), Some(subject)) = (seat, subject) {
                    let granted = seat.accommodation.as_ref().map(Accommodation::extra);
                    return Ok((subject.clone(), granted.unwrap_or_default()));
                }
            }
            Ok(_) => {}
            Err(PackageError::WrongCode(error) | PackageError::Unusable(error)) => {
                trouble = Some(error);
            }
        }
    }
    Err(trouble.unwrap_or_else(|| {
        StorageError::new(
            folder,
            format!("le sujet scellé de l'épreuve {paper} n'est pas à côté du journal."),
            "Copiez le sujet dans ce dossier, puis recommencez.",
        )
    }))
}

fn nothing(folder: &Path) -> StorageError {
    StorageError::new(
        folder,
        "aucun journal de copie n'est ici.",
        "Donnez le dossier de travail du poste, ou celui de la clé USB.",
    )
}
