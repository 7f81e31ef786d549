//! The entrance of a sitting: the subject is opened with its code, the candidate has a seat, and the
//! copy is begun, or resumed where its journal ends.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::delivery::journal_file;
use super::keeping::CarriedSubject;
use super::live::{LiveSitting, RoomFacts, Seal};
use super::paper_door::check_room_code;
use super::resuming::{Doorstep, begin, resume};
use crate::domain::answers::Origin;
use crate::domain::case_study::Subject;
use crate::domain::exam::{Accommodation, Allowance, ExtraTime, FIRST_PAPER};
use crate::domain::identifier::{CandidateId, PaperId};
use crate::environment::Environment;
use crate::storage::journal::{JournalLock, OnDurable, Wake};
use crate::storage::sealing::{DerivationParameters, DerivedKey, OpeningCode, SealedKind};
use crate::storage::{
    OpenedPackage, PackageError, RoomRules, StorageError, fingerprint, name_in_files, open_package,
    read_subject, sealed_kind_of,
};

/// What is known when somebody sits down.
pub struct EntranceRequest<'a> {
    /// The subject, sealed or of training.
    pub subject: &'a Path,
    /// Identifier of the candidate, as typed.
    pub candidate: &'a str,
    /// Opening code; none for a subject of training.
    pub code: Option<&'a OpeningCode>,
    /// Code of the room: a paper copy of a sealed subject is typed in with it alone.
    pub room_code: Option<&'a OpeningCode>,
    /// Folder of the PC where the answers are kept.
    pub work: &'a Path,
    /// Other folder, on a USB key for instance, that holds them too.
    pub mirror: Option<&'a Path>,
    /// Room and PC, as typed.
    pub seat: &'a str,
    /// Whether the answers are written here, or typed in from a paper copy.
    pub origin: Origin,
    /// Extra minutes of a training; a sealed subject says by itself what is granted.
    pub training_extra_minutes: u32,
    /// Told when the state of the saves changes.
    pub wake: Wake,
    /// Told when an event is durable: its number in the journal, and the milliseconds it took.
    pub on_durable: OnDurable,
}

/// Why a sitting does not begin.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EntranceError {
    /// The code is another one.
    #[error("{0}")]
    WrongCode(StorageError),
    /// The code of the room is missing or another one: no paper copy is typed in without it.
    #[error("{0}")]
    WrongRoomCode(StorageError),
    /// The candidate is not expected.
    #[error("{0}")]
    Unknown(StorageError),
    /// The copy of this candidate is handed in already.
    #[error("{0}")]
    HandedIn(StorageError),
    /// A file cannot be used.
    #[error("{0}")]
    Unusable(StorageError),
}

impl From<StorageError> for EntranceError {
    fn from(error: StorageError) -> Self {
        Self::Unusable(error)
    }
}

/// Begins a sitting, or resumes it where its journal ends. Derives a key, which takes about half a
/// second: not for the thread that draws.
///
/// # Errors
/// When a code is wrong, the candidate is not expected, the copy is handed in already, or a file
/// cannot be used; nothing is changed then.
pub fn enter(
    request: &EntranceRequest<'_>,
    environment: &Environment,
) -> Result<LiveSitting, EntranceError> {
    let threshold = open(request)?;
    let folders = folders_of(request);
    for folder in &folders {
        std::fs::create_dir_all(folder).map_err(|_| no_folder(folder))?;
    }
    let locks = locks(&threshold, &folders)?;
    let name = format!("sujet-{}.sujet", name_in_files(threshold.facts.paper.as_str()));
    let source = request.subject.canonicalize().unwrap_or_else(|_| request.subject.to_owned());
    let doorstep = Doorstep {
        subject: threshold.subject,
        fingerprint: threshold.fingerprint,
        facts: threshold.facts,
        candidate: threshold.candidate,
        allowance: threshold.allowance,
        key: threshold.key,
        parameters: threshold.parameters,
        folders,
        locks,
        carried: threshold.sealed.map(|bytes| CarriedSubject { name, bytes, source }),
        request,
        environment,
    };
    let handed_in = doorstep.handed_in();
    match (doorstep.journals()?, handed_in) {
        (Some(choice), handed_in) => resume(doorstep, &choice, handed_in),
        (None, Some(handed_in)) => Err(handed_in),
        (None, None) => begin(doorstep),
    }
}

/// One window at a time writes in a journal.
fn locks(threshold: &Threshold, folders: &[PathBuf]) -> Result<Vec<JournalLock>, EntranceError> {
    let (candidate, paper) = (threshold.candidate.as_str(), threshold.facts.paper.as_str());
    // A folder named twice in two ways is locked once.
    let resolved = folders.iter().map(|folder| folder.canonicalize().unwrap_or(folder.clone()));
    let distinct: BTreeSet<PathBuf> = resolved.collect();
    let journals = distinct.iter().map(|folder| journal_file(folder, candidate, paper));
    Ok(journals.map(|journal| JournalLock::take(&journal)).collect::<Result<_, _>>()?)
}

/// A subject that is open, with the seat of the candidate.
struct Threshold {
    subject: Arc<Subject>,
    fingerprint: String,
    facts: RoomFacts,
    candidate: CandidateId,
    allowance: Allowance,
    key: DerivedKey,
    parameters: DerivationParameters,
    /// The sealed file as it was read, to be carried beside the journal.
    sealed: Option<Vec<u8>>,
}

fn open(request: &EntranceRequest<'_>) -> Result<Threshold, EntranceError> {
    if sealed_kind_of(request.subject) == Some(SealedKind::Subject) {
        open_sealed(request)
    } else {
        open_training(request)
    }
}

fn open_sealed(request: &EntranceRequest<'_>) -> Result<Threshold, EntranceError> {
    let code = request.code.ok_or_else(|| {
        EntranceError::WrongCode(StorageError::new(
            request.subject,
            "ce sujet est scellé : il s'ouvre avec un code.",
            "Saisissez le code donné par le surveillant.",
        ))
    })?;
    let opened = open_package(request.subject, code).map_err(|error| match error {
        PackageError::WrongCode(problem) => EntranceError::WrongCode(problem),
        PackageError::Unusable(problem) => EntranceError::Unusable(problem),
    })?;
    let OpenedPackage { header, package, key, bytes } = opened;
    let seat = package.seat(request.candidate).ok_or_else(|| unknown(request))?;
    let subject = package.subject_of(seat).cloned().ok_or_else(|| {
        EntranceError::Unusable(StorageError::new(
            request.subject,
            format!("le sujet de {} manque dans ce fichier.", seat.candidate),
            "Demandez un autre exemplaire du sujet.",
        ))
    })?;
    check_room_code(request, &package.room_code)?;
    let extra = seat.accommodation.as_ref().map(Accommodation::extra).unwrap_or_default();
    Ok(Threshold {
        fingerprint: fingerprint(&subject)?,
        allowance: Allowance { minutes: subject.duration_minutes, extra },
        candidate: seat.candidate.clone(),
        facts: RoomFacts {
            session: package.session.clone(),
            session_title: package.session_title.clone(),
            room: package.room.clone(),
            date: Some(package.date),
            paper: package.paper.clone(),
            paper_label: package.paper_label.clone(),
            accommodation: seat.accommodation.clone(),
            room_code: Some(package.room_code.clone()),
            rules: package.rules,
            seal: Seal::ToJury(package.jury_recipient.clone()),
        },
        subject: Arc::new(subject),
        key,
        parameters: header.derivation,
        sealed: Some(bytes),
    })
}

/// A subject of training: anyone may sit it, and its journal hides nothing.
fn open_training(request: &EntranceRequest<'_>) -> Result<Threshold, EntranceError> {
    let subject = read_subject(request.subject)?;
    let candidate = request.candidate.trim();
    if !crate::domain::exam::is_identifier(candidate) {
        return Err(EntranceError::Unknown(StorageError::new(
            request.subject,
            format!("« {candidate} » n'est pas un identifiant."),
            "Employez des lettres, des chiffres et des tirets, 20 au plus, en commençant par une lettre \
             ou un chiffre, par exemple C-01.",
        )));
    }
    let sealing = |problem: crate::storage::sealing::SealProblem| problem.at(request.subject);
    let parameters = DerivationParameters::without_secret().map_err(sealing)?;
    let code = OpeningCode::read(TRAINING_CODE).ok_or_else(|| unknown(request))?;
    Ok(Threshold {
        fingerprint: fingerprint(&subject)?,
        allowance: Allowance {
            minutes: subject.duration_minutes,
            extra: match request.training_extra_minutes {
                0 => ExtraTime::None,
                minutes => ExtraTime::Minutes(minutes),
            },
        },
        candidate: CandidateId(candidate.to_owned()),
        facts: RoomFacts {
            session: "entrainement".into(),
            session_title: String::new(),
            room: String::new(),
            date: None,
            paper: PaperId(FIRST_PAPER.to_owned()),
            paper_label: "Étude de cas".to_owned(),
            accommodation: None,
            room_code: None,
            rules: RoomRules { paste_from_outside: true },
            seal: Seal::Plain,
        },
        subject: Arc::new(subject),
        key: parameters.derive(&code).map_err(sealing)?,
        parameters,
        sealed: None,
    })
}

/// The code of all subjects of training.
const TRAINING_CODE: &str = "ENTRAINEMENT";

/// The code that opens the journals of subjects of training.
pub(super) fn training_code() -> Option<OpeningCode> {
    OpeningCode::read(TRAINING_CODE)
}

fn unknown(request: &EntranceRequest<'_>) -> EntranceError {
    EntranceError::Unknown(StorageError::new(
        request.subject,
        format!("le candidat « {} » n'est pas attendu pour ce sujet.", request.candidate.trim()),
        "Vérifiez l'identifiant sur la convocation ou la feuille d'émargement.",
    ))
}

fn no_folder(folder: &Path) -> StorageError {
    StorageError::new(
        folder,
        "le dossier ne peut pas être créé.",
        "Choisissez un autre dossier, ou branchez la clé USB.",
    )
}

fn folders_of(request: &EntranceRequest<'_>) -> Vec<PathBuf> {
    let mut folders = vec![request.work.to_owned()];
    folders.extend(request.mirror.filter(|mirror| *mirror != request.work).map(Path::to_owned));
    folders
}

#[cfg(test)]
mod tests;
