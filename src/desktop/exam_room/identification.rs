//! Who sits the subject, with which code, and where the answers are kept.

mod problem;
mod request;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use zeroize::Zeroize;

use self::problem::problem_of;
use self::request::OwnedRequest;
use super::folder_words::folder_words;
use super::open_copy::OpenCopy;
use crate::domain::answers::Origin;
use crate::domain::case_study::Subject;
use crate::environment::Environment;
use crate::jobs::{Job, JobState};
use crate::sitting::{EntranceError, LiveSitting};
use crate::storage::journal::Wake;
use crate::storage::sealing::{OpeningCode, SealedKind, SubjectFacts};
use crate::storage::{
    StorageError, StorageResult, copies_folder, fingerprint, read_package_header, read_subject,
    sealed_kind_of,
};

pub(super) use self::problem::BeginProblem;

/// Longest identifier, in characters.
pub(super) const IDENTIFIER_LIMIT: usize = 20;
/// Most extra minutes taken: ten hours.
const MOST_EXTRA_MINUTES: u32 = 600;

/// What can be said of a subject before the test.
pub(super) enum Presented {
    /// A subject of training, whole, with its fingerprint.
    Training(Arc<Subject>, String),
    /// A sealed subject: what its clear header says.
    Sealed(SubjectFacts),
}

/// What the candidate or the invigilator fills before the test.
pub(super) struct Identification {
    presented: Presented,
    subject_path: PathBuf,
    /// Anonymous identifier of the candidate, as typed.
    pub(super) identifier: String,
    /// Opening code, as typed.
    pub(super) code: String,
    /// Code of the room, as typed.
    pub(super) room_code: String,
    /// Room and PC, as typed.
    pub(super) seat: String,
    /// Extra time of a training in minutes, as typed.
    pub(super) extra_minutes: String,
    /// The answers are typed in from a paper copy.
    pub(super) from_paper: bool,
    /// Not shown yet: its first field takes the focus.
    pub(super) is_new: bool,
    /// Folder of this PC where the answers are kept.
    pub(super) work: PathBuf,
    /// Other folder that holds them too.
    pub(super) mirror: Option<PathBuf>,
    problem: Option<BeginProblem>,
    opening: Option<Job<Result<LiveSitting, EntranceError>>>,
}

impl Identification {
    /// The form for a subject on disk.
    pub(super) fn open(subject_path: PathBuf) -> StorageResult<Self> {
        let presented = if sealed_kind_of(&subject_path) == Some(SealedKind::Subject) {
            Presented::Sealed(read_package_header(&subject_path)?.facts)
        } else {
            let subject = read_subject(&subject_path)?;
            let fingerprint = fingerprint(&subject)?;
            Presented::Training(Arc::new(subject), fingerprint)
        };
        let beside = folder_of(&subject_path);
        let (work, mirror) = match &presented {
            Presented::Training(..) => (usual_folder(&beside), None),
            Presented::Sealed(facts) => (copies_folder(facts.session.as_str()), Some(beside)),
        };
        Ok(Self {
            presented,
            subject_path,
            identifier: String::new(),
            code: String::new(),
            room_code: String::new(),
            seat: String::new(),
            extra_minutes: "0".to_owned(),
            from_paper: false,
            is_new: true,
            work,
            mirror,
            problem: None,
            opening: None,
        })
    }

    /// What can be said of the subject.
    pub(super) const fn presented(&self) -> &Presented {
        &self.presented
    }

    /// Whether the subject opens with a code.
    pub(super) const fn is_sealed(&self) -> bool {
        matches!(self.presented, Presented::Sealed(_))
    }

    /// Title shown before the test.
    pub(super) fn title(&self) -> &str {
        match &self.presented {
            Presented::Training(subject, _) => &subject.title,
            Presented::Sealed(facts) => &facts.session_title,
        }
    }

    /// Where the answers are kept on this PC, in words.
    pub(super) fn work_words(&self) -> String {
        match &self.presented {
            Presented::Sealed(facts) => folder_words(&self.work, facts.session.as_str()),
            Presented::Training(..) => self.work.display().to_string(),
        }
    }

    /// File of the subject.
    pub(super) fn subject_path(&self) -> &Path {
        &self.subject_path
    }

    /// Why the last try to begin failed.
    pub(super) const fn problem(&self) -> Option<&BeginProblem> {
        self.problem.as_ref()
    }

    /// Whether the subject is being opened.
    pub(super) const fn is_opening(&self) -> bool {
        self.opening.is_some()
    }

    /// Forgets the last problem: something was changed since.
    pub(super) fn changed(&mut self) {
        self.problem = None;
    }

    /// The answers come from a paper copy, or do not any more.
    pub(super) fn set_from_paper(&mut self, from_paper: bool) {
        self.from_paper = from_paper;
        self.room_code.zeroize();
        self.changed();
    }

    /// Whether the code of the room is asked for: no clock runs while a paper copy is typed in.
    pub(super) const fn asks_room_code(&self) -> bool {
        self.from_paper && self.is_sealed()
    }

    /// Keeps the answers in another folder of this PC.
    pub(super) fn choose_work(&mut self, folder: PathBuf) {
        self.work = folder;
        self.changed();
    }

    /// Keeps a second copy in a folder, or none.
    pub(super) fn choose_mirror(&mut self, folder: Option<PathBuf>) {
        self.mirror = folder;
        self.changed();
    }

    /// Begins the test, or resumes the copy of this candidate, in the background: deriving the key
    /// takes about half a second.
    pub(super) fn begin(&mut self, environment: &Environment, wake: &Wake) {
        if self.opening.is_some() {
            return;
        }
        match self.request() {
            Ok(request) => {
                let environment = environment.clone();
                let (told, ended) = (Arc::clone(wake), Arc::clone(wake));
                self.problem = None;
                self.opening = Some(Job::start(
                    "Ouverture du sujet",
                    move || ended(),
                    move |_| request.enter(&environment, told),
                ));
            }
            Err(problem) => self.problem = Some(problem),
        }
    }

    /// The copy, once the subject is open.
    pub(super) fn poll(&mut self) -> Option<OpenCopy> {
        let state = self.opening.as_ref()?.poll();
        let outcome = match state {
            JobState::Running => return None,
            JobState::Finished(outcome) => outcome,
            JobState::Lost => Err(EntranceError::Unusable(StorageError::new(
                &self.subject_path,
                "l'ouverture s'est interrompue.",
                "Recommencez.",
            ))),
        };
        self.opening = None;
        match outcome {
            Ok(sitting) => {
                self.code.clear();
                self.room_code.zeroize();
                Some(OpenCopy::new(sitting))
            }
            Err(error) => {
                if matches!(error, EntranceError::WrongRoomCode(_)) {
                    // Its field must be there, even for a copy only now known to be on paper.
                    self.set_from_paper(true);
                }
                self.problem = Some(problem_of(error));
                None
            }
        }
    }

    fn request(&self) -> Result<OwnedRequest, BeginProblem> {
        let identifier = self.identifier.trim();
        if identifier.is_empty() {
            return Err(BeginProblem::Identifier(
                "Écrivez l'identifiant remis par le surveillant, par exemple B-07.".to_owned(),
            ));
        }
        let code = if self.is_sealed() {
            let code = OpeningCode::read(&self.code);
            Some(code.ok_or_else(|| {
                BeginProblem::Code("Écrivez le code donné par le surveillant.".to_owned())
            })?)
        } else {
            None
        };
        let room_code = if self.asks_room_code() {
            let code = OpeningCode::read(&self.room_code);
            Some(code.ok_or_else(|| {
                let words = "Écrivez le code de la salle, que garde le surveillant.";
                BeginProblem::RoomCode(words.to_owned())
            })?)
        } else {
            None
        };
        let extra = read_extra_minutes(&self.extra_minutes).map_err(BeginProblem::ExtraMinutes)?;
        Ok(OwnedRequest {
            subject: self.subject_path.clone(),
            candidate: identifier.to_owned(),
            code,
            room_code,
            work: self.work.clone(),
            mirror: self.mirror.clone(),
            seat: self.seat.trim().to_owned(),
            origin: if self.from_paper { Origin::Paper } else { Origin::Screen },
            extra,
        })
    }

    /// Begins while the test waits.
    #[cfg(test)]
    pub(super) fn begin_now(&mut self, environment: &Environment) -> Option<OpenCopy> {
        self.begin(environment, &(Arc::new(|| {}) as Wake));
        while self.opening.as_ref().is_some_and(|job| !job.has_ended()) {
            std::thread::yield_now();
        }
        self.poll()
    }
}

/// Folder of a file; the current one when the path names none.
fn folder_of(path: &Path) -> PathBuf {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    folder.unwrap_or_else(|| Path::new(".")).to_owned()
}

/// The folder `copies` beside the subject when there is one, the folder of the subject otherwise.
fn usual_folder(beside: &Path) -> PathBuf {
    let copies = beside.join("copies");
    if copies.is_dir() { copies } else { beside.to_owned() }
}

/// Nothing typed is no extra time.
fn read_extra_minutes(typed: &str) -> Result<u32, &'static str> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(0);
    }
    typed
        .parse::<u32>()
        .ok()
        .filter(|minutes| *minutes <= MOST_EXTRA_MINUTES)
        .ok_or("Écrivez un nombre entier de minutes, de 0 à 600, par exemple 40.")
}

#[cfg(test)]
mod tests;
