//! Where each candidate stands with each paper, read from the files of the session. No answer is
//! read here: a sealed copy cannot be, and one of training is only recognised.

use std::path::Path;

use chrono::DateTime;

use crate::domain::exam::{Accommodation, Attendance, Candidate, Paper, Session};
use crate::domain::french::clock_minutes;
use crate::domain::identifier::{CandidateId, PaperId};
use crate::storage::sealing::SealedKind;
use crate::storage::{
    StorageError, StorageResult, fingerprint_of_copy, paper_copy_path, read_copy, sealed_kind_of,
    verify_copy_file,
};

/// Where a candidate stands with a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seat {
    /// The paper.
    pub paper: PaperId,
    /// Its name.
    pub label: String,
    /// The candidate.
    pub candidate: CandidateId,
    /// Name and accommodation, for people.
    pub detail: String,
    /// Their copy in the folder of the session.
    pub copy: CopyStanding,
}

/// What is known of a copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CopyStanding {
    /// Not in the folder yet.
    Missing,
    /// The candidate did not come.
    Absent,
    /// Sealed and whole.
    Intact {
        /// Groups of digits to compare with the receipt.
        fingerprint: Vec<String>,
        /// When it says that it was sealed; may be empty.
        sealed_at: String,
    },
    /// Whole, but a copy of training: anyone can read it.
    Unsealed {
        /// Groups of digits to compare with the receipt.
        fingerprint: Vec<String>,
    },
    /// In the folder, and not what should be there.
    Altered(StorageError),
}

impl CopyStanding {
    /// The groups of digits to compare with the receipt; none when there is no whole copy.
    pub fn fingerprint(&self) -> Option<&[String]> {
        match self {
            Self::Intact { fingerprint, .. } | Self::Unsealed { fingerprint } => Some(fingerprint),
            Self::Missing | Self::Absent | Self::Altered(_) => None,
        }
    }
}

/// Looks at the copy of every candidate, paper by paper. `tell` is told how many are done, of how
/// many.
pub fn look(root: &Path, session: &Session, tell: &dyn Fn(usize, usize)) -> Vec<Seat> {
    let papers = session.papers();
    let total = papers.len() * session.candidates.len();
    let mut seats = Vec::with_capacity(total);
    for paper in &papers {
        for candidate in &session.candidates {
            tell(seats.len(), total);
            seats.push(seat(root, session, paper, candidate));
        }
    }
    seats
}

fn seat(root: &Path, session: &Session, paper: &Paper, candidate: &Candidate) -> Seat {
    let path = paper_copy_path(&root.join("copies"), &candidate.id, &paper.id);
    let copy = match (path.exists(), candidate.attendance) {
        (false, Attendance::Absent) => CopyStanding::Absent,
        (false, Attendance::Present) => CopyStanding::Missing,
        (true, _) => {
            let read = standing(&path, session, paper, &candidate.id);
            read.unwrap_or_else(CopyStanding::Altered)
        }
    };
    let granted = candidate.accommodation.as_ref().map(Accommodation::label).unwrap_or_default();
    let words = [candidate.name.trim(), granted.as_str()];
    let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
    Seat {
        paper: paper.id.clone(),
        label: paper.label.clone(),
        candidate: candidate.id.clone(),
        detail: words.join(", "),
        copy,
    }
}

fn standing(
    path: &Path,
    session: &Session,
    paper: &Paper,
    candidate: &CandidateId,
) -> StorageResult<CopyStanding> {
    if sealed_kind_of(path) != Some(SealedKind::Copy) && session.jury_recipient.is_none() {
        let sheet = read_copy(path)?;
        if sheet.candidate != *candidate {
            return Err(of_another(path));
        }
        return Ok(CopyStanding::Unsealed { fingerprint: fingerprint_of_copy(&sheet)? });
    }
    let (header, fingerprint) = verify_copy_file(path)?;
    let is_theirs = header.session == session.id
        && header.candidate == *candidate
        && header.paper == paper.id.as_str();
    if !is_theirs {
        return Err(of_another(path));
    }
    let sealed_at = DateTime::parse_from_rfc3339(&header.sealed_at);
    let sealed_at = sealed_at.map(clock_minutes).unwrap_or_default();
    Ok(CopyStanding::Intact { fingerprint, sealed_at })
}

fn of_another(path: &Path) -> StorageError {
    StorageError::new(
        path,
        "cette copie est d'une autre session, d'une autre épreuve ou d'un autre candidat.",
        "Retirez-la du dossier copies, puis rassemblez les copies à nouveau.",
    )
}
