//! Reads what the jury has put in the folder: evaluations and deliberations.

use std::path::{Path, PathBuf};

use super::SessionFolder;
use super::writing::file_stem;
use crate::domain::grading::{Deliberation, Evaluation};
use crate::domain::identifier::JurorId;
use crate::storage::document::{self, Kind};
use crate::storage::{StorageError, StorageResult};

impl SessionFolder {
    /// Reads the evaluations of every juror of the session.
    pub(super) fn read_evaluations(&mut self) {
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

    /// Reads the deliberations.
    pub(super) fn read_deliberations(&mut self) {
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

/// Files of a folder with this extension, in the order of their names.
pub(super) fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
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
