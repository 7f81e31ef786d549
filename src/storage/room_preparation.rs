//! Makes a session for the exam room: the folder of the centre and the jury, with the cases and the
//! jury's key, and in it the folder `salle` with the sealed subjects, the only thing that goes to the
//! room.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use super::room_package::{RoomPackage, RoomRules, Seat, save_package};
use super::sealing::{
    CodeVerifier, DerivationParameters, JuryKey, OpeningCode, PassphraseWork, SealResult,
};
use super::subjects::{fingerprint, subject_of};
use super::{
    SessionFolder, StorageError, StorageResult, StoredCase, picture_bytes, save_case,
    write_atomically,
};
use crate::domain::case_study::{Subject, variant};
use crate::domain::diagnostic::Severity;
use crate::domain::exam::{Paper, Session, fingerprint_key};
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
/// be written; nothing in place is overwritten.
pub fn prepare_room(
    root: &Path,
    mut session: Session,
    papers: &[PreparedPaper],
    secrets: &RoomSecrets,
    wishes: RoomWishes,
    catalogue: &Catalogue,
) -> StorageResult<PreparedRoom> {
    refuse_wrong_session(root, &session)?;
    SessionFolder::refuse_existing(root)?;
    let key = JuryKey::generate();
    session.jury_recipient = Some(key.recipient());
    name_papers(&mut session, papers);
    if wishes.variants {
        for (candidate, seed) in session.candidates.iter_mut().zip(1..) {
            candidate.variant = Some(seed);
        }
    }
    let made = Making { root, session: &session, secrets, wishes, catalogue };
    let packages = made.packages(papers)?;
    let fingerprints = made.fingerprints(&packages)?;
    create_folder(&root.join(ROOM_FOLDER))?;
    made.save_cases(papers)?;
    let mut subjects = Vec::new();
    for ((paper, package), code) in session.papers().iter().zip(packages).zip(&secrets.opening) {
        subjects.extend(made.save_subjects(paper, &package, code)?);
    }
    let key_path = root.join(KEY_FILE);
    let work = match wishes.work {
        OpeningWork::Recommended => PassphraseWork::Recommended,
        OpeningWork::Least => PassphraseWork::LightForTests,
    };
    let protected = key.protect_with(&secrets.passphrase, work);
    write_new(&key_path, &protected.map_err(|problem| problem.at(&key_path))?)?;
    session.subject_fingerprints = fingerprints;
    // Written last: a folder without session.yaml is no session, and can be prepared again.
    SessionFolder::create(root, &session)?;
    Ok(PreparedRoom { session, subjects, key: key_path })
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

/// What the making of the files shares.
struct Making<'a> {
    root: &'a Path,
    session: &'a Session,
    secrets: &'a RoomSecrets,
    wishes: RoomWishes,
    catalogue: &'a Catalogue,
}

impl Making<'_> {
    /// The content of the sealed subject of each paper.
    fn packages(&self, papers: &[PreparedPaper]) -> StorageResult<Vec<RoomPackage>> {
        let room_code = self
            .parameters()
            .and_then(|parameters| CodeVerifier::new(&self.secrets.room, parameters))
            .map_err(|problem| problem.at(self.root))?;
        let named = self.session.papers();
        papers
            .iter()
            .zip(&named)
            .map(|(prepared, paper)| {
                let subjects = self.subjects(&prepared.case)?;
                let several = subjects.len() > 1;
                let seats = self.session.candidates.iter().enumerate();
                Ok(RoomPackage {
                    session: self.session.id.clone(),
                    session_title: self.session.title.clone(),
                    centre: self.session.centre.clone(),
                    room: self.session.room.clone(),
                    date: self.session.date,
                    paper: paper.id.clone(),
                    paper_label: prepared.label.clone(),
                    jury_recipient: self.session.jury_recipient.clone().unwrap_or_default(),
                    room_code: room_code.clone(),
                    rules: self.wishes.rules,
                    seats: seats
                        .map(|(rank, candidate)| Seat {
                            candidate: candidate.id.clone(),
                            accommodation: candidate.accommodation.clone(),
                            subject: if several { rank } else { 0 },
                        })
                        .collect(),
                    subjects,
                })
            })
            .collect()
    }

    /// The fingerprint of each subject, kept for the jury.
    fn fingerprints(&self, packages: &[RoomPackage]) -> StorageResult<BTreeMap<String, String>> {
        let mut kept = BTreeMap::new();
        for package in packages {
            let seats = package.seats.iter().zip(&self.session.candidates);
            for (seat, candidate) in seats {
                let varied = Some(candidate).filter(|known| known.variant.is_some());
                let key = fingerprint_key(&package.paper, varied);
                if let Some(subject) = package.subject_of(seat).filter(|_| !kept.contains_key(&key))
                {
                    kept.insert(key, fingerprint(subject)?);
                }
            }
        }
        Ok(kept)
    }

    /// The subject of a case, or of the variant of each candidate.
    fn subjects(&self, stored: &StoredCase) -> StorageResult<Vec<Subject>> {
        let seeds = self.session.candidates.iter().filter_map(|candidate| candidate.variant);
        let seeds: Vec<u64> = seeds.collect();
        if seeds.is_empty() {
            return Ok(vec![subject_of(&stored.path, &stored.solved()?, self.catalogue)?]);
        }
        seeds.into_iter().map(|seed| variant_subject(stored, seed, self.catalogue)).collect()
    }

    /// The cases and their pictures, which never go to the room.
    fn save_cases(&self, papers: &[PreparedPaper]) -> StorageResult<()> {
        for (prepared, paper) in papers.iter().zip(self.session.papers()) {
            for (name, bytes) in picture_bytes(&prepared.case.case, &prepared.case.path)? {
                let path = self.root.join(name);
                // Two papers may show the same picture.
                if std::fs::read(&path).is_ok_and(|known| known == bytes) {
                    continue;
                }
                write_new(&path, &bytes)?;
            }
            let path = self.root.join(&paper.case_file);
            refuse_file(&path)?;
            save_case(&path, &prepared.case.case)?;
        }
        Ok(())
    }

    /// One sealed subject for all, or one for each candidate.
    fn save_subjects(
        &self,
        paper: &Paper,
        package: &RoomPackage,
        code: &OpeningCode,
    ) -> StorageResult<Vec<PathBuf>> {
        let path = self.root.join(&paper.subject_file);
        if !self.wishes.one_for_each {
            refuse_file(&path)?;
            self.seal(&path, package, code)?;
            return Ok(vec![path]);
        }
        let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned());
        let stem = stem.unwrap_or_default();
        let each = package.seats.iter().map(|seat| {
            let path = path.with_file_name(format!("{stem}-{}.sujet", seat.candidate));
            let subject = package.subjects.get(seat.subject).cloned();
            let alone = RoomPackage {
                seats: vec![Seat { subject: 0, ..seat.clone() }],
                subjects: subject.into_iter().collect(),
                ..package.clone()
            };
            refuse_file(&path)?;
            self.seal(&path, &alone, code)?;
            Ok(path)
        });
        each.collect()
    }

    fn seal(&self, path: &Path, package: &RoomPackage, code: &OpeningCode) -> StorageResult<()> {
        let parameters = self.parameters().map_err(|problem| problem.at(path))?;
        save_package(path, package, code, &parameters)
    }

    fn parameters(&self) -> SealResult<DerivationParameters> {
        match self.wishes.work {
            OpeningWork::Recommended => DerivationParameters::recommended(),
            OpeningWork::Least => DerivationParameters::light_for_tests(),
        }
    }
}

/// The subject of a variant of a case.
///
/// # Errors
/// When no variant keeps the shape of the case, or it cannot give a subject.
pub fn variant_subject(
    stored: &StoredCase,
    seed: u64,
    catalogue: &Catalogue,
) -> StorageResult<Subject> {
    let varied = variant_case(stored, seed)?;
    subject_of(&varied.path, &varied.solved()?, catalogue)
}

/// The variant of a case.
///
/// # Errors
/// When no variant keeps the shape of the case.
pub fn variant_case(stored: &StoredCase, seed: u64) -> StorageResult<StoredCase> {
    let made = variant(&stored.case, seed).map_err(|error| {
        StorageError::new(
            &stored.path,
            format!("la variante {seed} ne se fait pas : {error}"),
            "Revoyez « variantes: » dans les données, ou donnez le même sujet à tous.",
        )
    })?;
    Ok(StoredCase { path: stored.path.clone(), case: made.case })
}

fn refuse_wrong_session(root: &Path, session: &Session) -> StorageResult<()> {
    let problem = session.diagnostics().into_iter().find(|one| one.severity == Severity::Error);
    match problem {
        Some(problem) => Err(StorageError::new(root, problem.message, problem.remedy)
            .at(Some(problem.place.to_string()))),
        None => Ok(()),
    }
}

fn create_folder(folder: &Path) -> StorageResult<()> {
    std::fs::create_dir_all(folder).map_err(|error| StorageError::writing(folder, &error))
}

fn write_new(path: &Path, bytes: &[u8]) -> StorageResult<()> {
    refuse_file(path)?;
    write_atomically(path, bytes)
}

fn refuse_file(path: &Path) -> StorageResult<()> {
    if path.exists() {
        return Err(StorageError::new(
            path,
            "un fichier de ce nom est déjà là.",
            "Choisissez un dossier vide. Rien n'a été écrasé.",
        ));
    }
    Ok(())
}
