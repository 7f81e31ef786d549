//! Makes a session for the exam room: the folder of the centre and the jury, with the cases and the
//! jury's key, and in it the folder `salle` with the sealed subjects, the only thing that goes to the
//! room.

mod codes;
mod making;
mod variants;

use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

pub use self::codes::{TwinCodes, refuse_twin_codes};
use self::making::Making;
pub use self::variants::{variant_case, variant_subject};
use super::new_folder::{NewFiles, refuse_wrong_session};
use super::room_package::{RoomPackage, RoomRules};
use super::sealing::{JuryKey, OpeningCode, PassphraseWork};
use super::{SessionFolder, StorageResult, StoredCase};
use crate::domain::exam::{Paper, Session};
use crate::domain::framework::Catalogue;
use crate::domain::identifier::PaperId;

/// Folder of what goes to the room, in the session's folder.
pub const ROOM_FOLDER: &str = "salle";
/// File of the jury's key, in the session's folder.
pub const KEY_FILE: &str = "jury.cle";

/// What must stay secret until its time.
pub struct RoomSecrets {
    /// Opening code of each paper, in order.
    pub opening: Vec<OpeningCode>,
    /// Code of the invigilator's panel.
    pub room: OpeningCode,
    /// Passphrase of the jury's key.
    pub passphrase: Zeroizing<String>,
}

/// How subjects are made.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct RoomWishes {
    /// One sealed subject a candidate instead of one for all.
    pub one_for_each: bool,
    /// A variant of the case for each candidate.
    pub variants: bool,
    /// What the room allows.
    pub rules: RoomRules,
    /// How much work opening costs.
    pub work: OpeningWork,
}

/// How much work the opening of a subject or of the jury's key costs.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum OpeningWork {
    /// What is recommended.
    #[default]
    Recommended,
    /// The least, for tests.
    Least,
}

/// A session ready for the room.
pub struct PreparedRoom {
    /// The session as written.
    pub session: Session,
    /// Sealed subjects, by paper.
    pub subjects: Vec<PathBuf>,
    /// File of the jury's key.
    pub key: PathBuf,
}

/// A paper and its case.
pub struct PreparedPaper {
    /// Name shown to people.
    pub label: String,
    /// The case.
    pub case: StoredCase,
}

/// Makes a session folder with sealed subjects.
///
/// # Errors
/// When a session is already there, a case cannot give a subject or a variant, or the folder cannot
/// be written; nothing in place is overwritten, and what was begun is taken back.
pub fn prepare_room(
    root: &Path,
    mut session: Session,
    papers: &[PreparedPaper],
    secrets: &RoomSecrets,
    wishes: RoomWishes,
    catalogue: &Catalogue,
) -> StorageResult<PreparedRoom> {
    let key = JuryKey::generate();
    session.jury_recipient = Some(key.recipient());
    name_papers(&mut session, papers);
    // Once the papers have their names: those of the copies depend on them.
    refuse_wrong_session(root, &session)?;
    SessionFolder::refuse_existing(root)?;
    if wishes.variants {
        for (candidate, seed) in session.candidates.iter_mut().zip(1..) {
            candidate.variant = Some(seed);
        }
    }
    let new = NewFiles::default();
    let made = Making { root, session: &session, secrets, wishes, catalogue, new: &new };
    let packages = made.packages(papers)?;
    let subject_fingerprints = made.fingerprints(&packages)?;
    let written = write(&made, papers, packages, &key).and_then(|(subjects, key)| {
        let session = Session { subject_fingerprints, ..session.clone() };
        // Written last: a folder without session.yaml is no session, and can be prepared again.
        new.create_session(root, &session)?;
        Ok(PreparedRoom { session, subjects, key })
    });
    written.map_err(|problem| new.take_back(problem))
}

/// Writes the cases, the sealed subjects and the jury's key; gives the subjects and the key.
fn write(
    made: &Making<'_>,
    papers: &[PreparedPaper],
    packages: Vec<RoomPackage>,
    key: &JuryKey,
) -> StorageResult<(Vec<PathBuf>, PathBuf)> {
    made.new.create_folder(&made.root.join(ROOM_FOLDER))?;
    made.save_cases(papers)?;
    let mut subjects = Vec::new();
    let codes = &made.secrets.opening;
    for ((paper, package), code) in made.session.papers().iter().zip(packages).zip(codes) {
        subjects.extend(made.save_subjects(paper, &package, code)?);
    }
    let path = made.root.join(KEY_FILE);
    let work = match made.wishes.work {
        OpeningWork::Recommended => PassphraseWork::Recommended,
        OpeningWork::Least => PassphraseWork::LightForTests,
    };
    let protected = key.protect_with(&made.secrets.passphrase, work);
    made.new.write(&path, &protected.map_err(|problem| problem.at(&path))?)?;
    Ok((subjects, path))
}

/// Names the files of the papers in the folder of the session.
fn name_papers(session: &mut Session, papers: &[PreparedPaper]) {
    let file = |rank: usize, what: &str, extension: &str| match rank {
        0 => format!("{what}.{extension}"),
        other => format!("{what}-{}.{extension}", other + 1),
    };
    session.case_file = file(0, "etude-de-cas", "cas.yaml");
    session.subject_file = format!("{ROOM_FOLDER}/sujet.sujet");
    session.other_papers = papers
        .iter()
        .enumerate()
        .skip(1)
        .map(|(rank, paper)| Paper {
            id: PaperId(format!("E{}", rank + 1)),
            label: paper.label.clone(),
            case_file: file(rank, "epreuve", "cas.yaml"),
            subject_file: format!("{ROOM_FOLDER}/{}", file(rank, "sujet", "sujet")),
        })
        .collect();
}

#[cfg(test)]
mod tests;
