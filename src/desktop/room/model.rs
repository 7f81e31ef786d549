//! What the view of the room shows, without a window.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::standing::{CopyStanding, Seat};
use crate::domain::exam::{Attendance, Session};
use crate::domain::identifier::{CandidateId, PaperId};
use crate::storage::{Collection, Found, FoundCopy, SessionFolder, StorageError, StorageResult};

/// The room, as the folder of the session shows it.
pub struct Room {
    /// Folder of the session.
    pub root: PathBuf,
    /// The session.
    pub session: Session,
    /// One line a candidate and paper; empty until the folder was looked at.
    pub seats: Vec<Seat>,
    /// What the last collection did, problems first.
    pub collected: Option<Collected>,
    /// Fingerprints that people say they compared, kept in memory alone.
    compared: BTreeMap<(PaperId, CandidateId), Vec<String>>,
}

/// How many copies stand how.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Copies awaited: those of absent candidates are not.
    pub expected: usize,
    /// Whole copies.
    pub intact: usize,
    /// Awaited and not there.
    pub missing: usize,
    /// Altered, or of another.
    pub altered: usize,
    /// Absent candidates.
    pub absent: usize,
    /// Fingerprints compared.
    pub compared: usize,
}

/// What a collection did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Collected {
    /// What was refused, and why.
    pub refused: Vec<String>,
    /// What was filed, or was there already.
    pub filed: Vec<String>,
    /// The whole in one sentence.
    pub summary: String,
}

impl Room {
    /// A room whose folder was not looked at yet.
    pub fn new(root: PathBuf, session: Session) -> Self {
        Self { root, session, seats: Vec::new(), collected: None, compared: BTreeMap::new() }
    }

    /// Whether copies are sealed to the jury.
    pub const fn is_sealed(&self) -> bool {
        self.session.jury_recipient.is_some()
    }

    /// Whether the session has several papers.
    pub const fn has_several_papers(&self) -> bool {
        !self.session.other_papers.is_empty()
    }

    /// Whether the fingerprint of a seat was compared; one that changed since was not.
    pub fn is_compared(&self, seat: &Seat) -> bool {
        let known = self.compared.get(&key(seat)).map(Vec::as_slice);
        known.is_some() && known == seat.copy.fingerprint()
    }

    /// Says that the fingerprint of the seat at a rank was compared, or not.
    pub fn set_compared(&mut self, rank: usize, compared: bool) {
        let Some(seat) = self.seats.get(rank) else { return };
        match seat.copy.fingerprint().filter(|_| compared) {
            Some(fingerprint) => {
                self.compared.insert(key(seat), fingerprint.to_vec());
            }
            None => {
                self.compared.remove(&key(seat));
            }
        }
    }

    /// Writes in the session that the candidate of the seat at a rank did not come, or did after
    /// all; their copies are not awaited, or are again.
    ///
    /// # Errors
    /// When a copy of theirs is there, or the session cannot be written.
    pub fn set_absent(&mut self, rank: usize, absent: bool) -> StorageResult<()> {
        let Some(candidate) = self.seats.get(rank).map(|seat| seat.candidate.clone()) else {
            return Ok(());
        };
        let is_there =
            |seat: &Seat| !matches!(seat.copy, CopyStanding::Missing | CopyStanding::Absent);
        let mut own = self.seats.iter().filter(|seat| seat.candidate == candidate);
        if absent && own.any(is_there) {
            return Err(StorageError::new(
                &self.root.join(SessionFolder::SESSION_FILE),
                format!("une copie de {candidate} est dans le dossier : ce candidat est venu."),
                "L'absence vaut pour toutes les épreuves de la session ; laissez l'autre copie \
                 attendue.",
            ));
        }
        let attendance = if absent { Attendance::Absent } else { Attendance::Present };
        self.session = SessionFolder::set_attendance(&self.root, &candidate, attendance)?;
        for seat in self.seats.iter_mut().filter(|seat| seat.candidate == candidate) {
            seat.copy = match &seat.copy {
                CopyStanding::Missing | CopyStanding::Absent if absent => CopyStanding::Absent,
                CopyStanding::Missing | CopyStanding::Absent => CopyStanding::Missing,
                there => there.clone(),
            };
        }
        Ok(())
    }

    /// How many copies stand how.
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for seat in &self.seats {
            match &seat.copy {
                CopyStanding::Absent => counts.absent += 1,
                CopyStanding::Missing => counts.missing += 1,
                CopyStanding::Altered(_) => counts.altered += 1,
                CopyStanding::Intact { .. } | CopyStanding::Unsealed { .. } => counts.intact += 1,
            }
            counts.compared += usize::from(self.is_compared(seat));
        }
        counts.expected = counts.intact + counts.missing + counts.altered;
        counts
    }

    /// Keeps what a collection did.
    pub fn keep(&mut self, from: &Path, collection: &Collection) {
        self.collected = Some(Collected::of(from, collection));
    }
}

fn key(seat: &Seat) -> (PaperId, CandidateId) {
    (seat.paper.clone(), seat.candidate.clone())
}

impl Collected {
    /// What a collection did, in words.
    pub fn of(from: &Path, collection: &Collection) -> Self {
        let mut words = Self::default();
        let (mut filed, mut known) = (0, 0);
        for copy in &collection.found {
            match &copy.outcome {
                Found::Filed(_) => {
                    filed += 1;
                    words.filed.push(format!("{} : copie intacte, rangée.", name_of(copy)));
                }
                Found::AlreadyThere(_) => {
                    known += 1;
                    words.filed.push(format!("{} : copie intacte, déjà rangée.", name_of(copy)));
                }
                Found::Refused(problem) => words.refused.push(problem.to_string()),
            }
        }
        words.summary = if collection.found.is_empty() {
            format!("Aucune copie dans {}.", from.display())
        } else {
            format!(
                "{}, {}, {}.",
                counted(filed, "copie rangée", "copies rangées"),
                counted(known, "déjà rangée", "déjà rangées"),
                counted(words.refused.len(), "refusée", "refusées")
            )
        };
        words
    }
}

/// The candidate and the file of a copy.
fn name_of(copy: &FoundCopy) -> String {
    let file = copy.from.file_name().map(|name| name.to_string_lossy().into_owned());
    let file = file.unwrap_or_default();
    match &copy.candidate {
        Some(candidate) => format!("{candidate} ({file})"),
        None => file,
    }
}

/// « 1 copie », « 3 copies ».
pub fn counted(count: usize, one: &str, several: &str) -> String {
    format!("{count} {}", if count > 1 { several } else { one })
}
