//! `check`: every problem of each file, with its place and remedy.

use std::path::{Path, PathBuf};

use clap::Args;

use super::Ending;
use crate::domain::case_study::validate;
use crate::domain::diagnostic::Diagnostic;
use crate::domain::framework::Catalogue;
use crate::storage::sealing::SealedKind;
use crate::storage::{
    Kind, ROOM_FOLDER, SessionFolder, StorageError, StorageResult, kind_of, pictures_beside,
    read_case, read_copy, read_key_recipient, read_package_header, read_subject, read_template,
    sealed_kind_of, verify_copy_file,
};

/// Arguments of `check`.
#[derive(Debug, Args)]
pub struct CheckArguments {
    /// Fichiers ou dossiers de session.
    #[arg(value_name = "FICHIER", required = true)]
    files: Vec<PathBuf>,
}

/// What was found in a file.
struct Checked {
    /// What is said when there is no problem.
    sound: String,
    problems: Vec<String>,
}

impl From<Vec<String>> for Checked {
    fn from(problems: Vec<String>) -> Self {
        Self { sound: "aucun problème".to_owned(), problems }
    }
}

/// Prints the problems of each file.
pub(super) fn run(arguments: &CheckArguments, catalogue: &Catalogue) -> Ending {
    let mut ending = Ending::Clean;
    for path in &arguments.files {
        match check(path, catalogue) {
            Ok(checked) if checked.problems.is_empty() => {
                println!("{} : {}.", path.display(), checked.sound);
            }
            Ok(checked) => {
                ending = Ending::Problems;
                for problem in checked.problems {
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

fn check(path: &Path, catalogue: &Catalogue) -> StorageResult<Checked> {
    let lines =
        |found: Vec<Diagnostic>| -> Vec<String> { found.iter().map(ToString::to_string).collect() };
    if path.is_dir() {
        return check_session(path, catalogue);
    }
    if let Some(kind) = sealed_kind_of(path) {
        let sound = check_sealed(path, kind)?;
        return Ok(Checked { sound, problems: Vec::new() });
    }
    let problems = match kind_of(path)? {
        Kind::Template => lines(read_template(path)?.diagnostics()),
        Kind::Case => {
            let stored = read_case(path)?;
            lines(validate(&stored.case, catalogue, &pictures_beside(path)))
        }
        Kind::Subject => read_subject(path).map(|_| Vec::new())?,
        Kind::Copy => read_copy(path).map(|_| Vec::new())?,
        Kind::RoomPackage => vec![
            "c'est le contenu d'un sujet scellé, en clair : Cas d'école n'en écrit jamais. \
             Supprimez ce fichier, et donnez un autre sujet si des candidats ont pu le lire."
                .to_owned(),
        ],
        Kind::Session => return check_session(path, catalogue),
        Kind::Evaluation | Kind::Deliberation => {
            let session =
                path.ancestors().find(|folder| folder.join(SessionFolder::SESSION_FILE).is_file());
            match session {
                Some(session) => return check_session(session, catalogue),
                None => vec![
                    "ce fichier n'est pas dans un dossier de session. Vérifiez le dossier entier."
                        .to_owned(),
                ],
            }
        }
    };
    Ok(problems.into())
}

/// What a sealed file is, once its bytes are known to be intact; neither code nor key is needed.
fn check_sealed(path: &Path, kind: SealedKind) -> StorageResult<String> {
    Ok(match kind {
        SealedKind::Subject => {
            let facts = read_package_header(path)?.facts;
            format!(
                "sujet scellé intact, « {} », {}, {}",
                facts.session_title, facts.paper_label, facts.date
            )
        }
        SealedKind::Copy => {
            let (header, fingerprint) = verify_copy_file(path)?;
            let groups = fingerprint.join(" ");
            format!("copie scellée intacte de {}, empreinte {groups}", header.candidate)
        }
        SealedKind::JuryKey => {
            read_key_recipient(path)?;
            "clé du jury intacte".to_owned()
        }
    })
}

fn check_session(path: &Path, catalogue: &Catalogue) -> StorageResult<Checked> {
    let folder = SessionFolder::open_with(path, catalogue, None)?;
    let session = folder.session.diagnostics().into_iter();
    let session = session.map(|problem| format!("{} : {problem}", SessionFolder::SESSION_FILE));
    let files = folder.problems.iter().chain(&folder.warnings).map(ToString::to_string);
    let mut problems: Vec<String> = session.chain(files).collect();
    problems.extend(sealed_problems(&folder).iter().map(ToString::to_string));
    let mut checked = Checked::from(problems);
    checked.sound = match folder.sealed.len() {
        0 => checked.sound,
        1 => "aucun problème, 1 copie scellée intacte".to_owned(),
        many => format!("aucun problème, {many} copies scellées intactes"),
    };
    Ok(checked)
}

/// Problems of the sealed subjects of a session and of its jury's key.
fn sealed_problems(folder: &SessionFolder) -> Vec<StorageError> {
    let mut found = Vec::new();
    let entries = std::fs::read_dir(folder.root.join(ROOM_FOLDER)).into_iter().flatten().flatten();
    let mut subjects: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    subjects.retain(|path| path.extension().is_some_and(|extension| extension == "sujet"));
    subjects.sort();
    // The header is asked of every one: what is no sealed subject any more says so.
    found.extend(subjects.iter().filter_map(|path| read_package_header(path).err()));
    let key = folder.key_file();
    if key.is_file() {
        let known = read_key_recipient(&key);
        found.extend(known.and_then(|recipient| folder.refuse_other_key(&recipient)).err());
    }
    found
}
