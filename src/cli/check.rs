//! `check`: every problem of each file, with its place and remedy.

use std::path::{Path, PathBuf};

use clap::Args;

use super::Ending;
use crate::domain::case_study::validate;
use crate::domain::diagnostic::Diagnostic;
use crate::domain::framework::Catalogue;
use crate::storage::{
    Kind, SessionFolder, StorageResult, kind_of, pictures_beside, read_case, read_copy,
    read_subject, read_template,
};

/// Arguments of `check`.
#[derive(Debug, Args)]
pub struct CheckArguments {
    /// Fichiers ou dossiers de session.
    #[arg(value_name = "FICHIER", required = true)]
    files: Vec<PathBuf>,
}

/// Prints the problems of each file.
pub(super) fn run(arguments: &CheckArguments, catalogue: &Catalogue) -> Ending {
    let mut ending = Ending::Clean;
    for path in &arguments.files {
        match check(path, catalogue) {
            Ok(problems) if problems.is_empty() => {
                println!("{} : aucun problème.", path.display());
            }
            Ok(problems) => {
                ending = Ending::Problems;
                for problem in problems {
                    println!("{} : {problem}", path.display());
                }
            }
            Err(error) => {
                ending = Ending::Problems;
                println!("{error}");
            }
        }
    }
    ending
}

fn check(path: &Path, catalogue: &Catalogue) -> StorageResult<Vec<String>> {
    let lines = |found: Vec<Diagnostic>| found.iter().map(ToString::to_string).collect();
    if path.is_dir() {
        return check_session(path);
    }
    match kind_of(path)? {
        Kind::Template => read_template(path).map(|template| lines(template.diagnostics())),
        Kind::Case => {
            let stored = read_case(path)?;
            Ok(lines(validate(&stored.case, catalogue, &pictures_beside(path))))
        }
        Kind::Subject => read_subject(path).map(|_| Vec::new()),
        Kind::Copy => read_copy(path).map(|_| Vec::new()),
        Kind::Session => check_session(path),
        Kind::Evaluation | Kind::Deliberation => {
            let session =
                path.ancestors().find(|folder| folder.join(SessionFolder::SESSION_FILE).is_file());
            match session {
                Some(session) => check_session(session),
                None => Ok(vec![
                    "ce fichier n'est pas dans un dossier de session. Vérifiez le dossier entier."
                        .to_owned(),
                ]),
            }
        }
    }
}

fn check_session(path: &Path) -> StorageResult<Vec<String>> {
    let folder = SessionFolder::open(path)?;
    let session = folder.session.diagnostics();
    let files = folder.problems.iter().map(ToString::to_string);
    Ok(session.iter().map(ToString::to_string).chain(files).collect())
}
