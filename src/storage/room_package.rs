//! What a sealed subject carries to the exam room: the subjects, who sits, what is granted to whom,
//! the public half of the jury's key. Nothing here helps to answer or opens a copy.

use std::path::Path;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::document::{self, Kind};
use super::sealing::{
    CodeVerifier, DerivationParameters, DerivedKey, OpeningCode, SealProblem, SubjectFacts,
    SubjectHeader, open_subject, read_subject_header, seal_subject,
};
use super::{StorageError, StorageResult, write_atomically};
use crate::domain::case_study::Subject;
use crate::domain::exam::Accommodation;
use crate::domain::french::long_date;
use crate::domain::identifier::{CandidateId, PaperId, SessionId};

/// Largest sealed subject read, in bytes.
const SIZE_LIMIT: u64 = 80 * 1024 * 1024;

/// The content of a sealed subject.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoomPackage {
    /// The session.
    pub session: SessionId,
    /// Its title.
    pub session_title: String,
    /// Centre.
    pub centre: String,
    /// Room.
    pub room: String,
    /// Day of the test.
    pub date: NaiveDate,
    /// The paper.
    pub paper: PaperId,
    /// Its name.
    pub paper_label: String,
    /// Public half of the jury's key.
    pub jury_recipient: String,
    /// What recognises the code of the room.
    pub room_code: CodeVerifier,
    /// What the room allows.
    pub rules: RoomRules,
    /// Who sits.
    pub seats: Vec<Seat>,
    /// The subjects: one, or the variants.
    pub subjects: Vec<Subject>,
}

/// A candidate expected in the room.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Seat {
    /// Anonymous identifier.
    pub candidate: CandidateId,
    /// What the administration granted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accommodation: Option<Accommodation>,
    /// Rank of their subject, from 0.
    #[serde(default)]
    pub subject: usize,
}

/// What the room allows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoomRules {
    /// Text copied from another program may be pasted.
    #[serde(default)]
    pub paste_from_outside: bool,
}

/// A sealed subject that the code has opened.
pub struct OpenedPackage {
    /// Its clear header.
    pub header: SubjectHeader,
    /// Its content.
    pub package: RoomPackage,
    /// The key derived from the code: the journals of this sitting are wrapped by it.
    pub key: DerivedKey,
    /// The file as it was read, to be carried beside the journal.
    pub bytes: Vec<u8>,
}

/// Why a sealed subject does not open.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PackageError {
    /// The code is another one.
    #[error("{0}")]
    WrongCode(StorageError),
    /// Anything else.
    #[error("{0}")]
    Unusable(StorageError),
}

/// Seals a package and writes it.
///
/// # Errors
/// When the file cannot be written or the content is too large.
pub fn save_package(
    path: &Path,
    package: &RoomPackage,
    code: &OpeningCode,
    parameters: &DerivationParameters,
) -> StorageResult<()> {
    let payload = Zeroizing::new(document::render(path, Kind::RoomPackage, package)?);
    let facts = SubjectFacts {
        session: package.session.clone(),
        session_title: package.session_title.clone(),
        paper_label: package.paper_label.clone(),
        date: long_date(package.date),
    };
    let sealed = seal_subject(&facts, payload.as_bytes(), code, parameters);
    let bytes = sealed.map_err(|problem| problem.at(path))?;
    write_atomically(path, &bytes)
}

/// The clear header of a sealed subject.
///
/// # Errors
/// When the file is missing, altered, or no sealed subject.
pub fn read_package_header(path: &Path) -> StorageResult<SubjectHeader> {
    let bytes = document::read_bytes(path, SIZE_LIMIT)?;
    read_subject_header(&bytes).map_err(|problem| problem.at(path))
}

/// Opens a sealed subject with its code.
///
/// # Errors
/// [`PackageError::WrongCode`], or the reason why the file cannot be used.
pub fn open_package(path: &Path, code: &OpeningCode) -> Result<OpenedPackage, PackageError> {
    let bytes = document::read_bytes(path, SIZE_LIMIT).map_err(PackageError::Unusable)?;
    let opened = open_subject(&bytes, code).map_err(|problem| match problem {
        SealProblem::WrongCode => PackageError::WrongCode(problem.at(path)),
        other => PackageError::Unusable(other.at(path)),
    })?;
    let text = std::str::from_utf8(&opened.payload)
        .map_err(|_| PackageError::Unusable(SealProblem::Altered.at(path)))?;
    let package = document::parse(path, text, Kind::RoomPackage).map_err(PackageError::Unusable)?;
    Ok(OpenedPackage { header: opened.header, package, key: opened.key, bytes })
}

impl RoomPackage {
    /// The seat of a candidate, whatever the case of the letters typed.
    pub fn seat(&self, candidate: &str) -> Option<&Seat> {
        let typed = candidate.trim();
        self.seats.iter().find(|seat| seat.candidate.as_str().eq_ignore_ascii_case(typed))
    }

    /// The subject of a seat.
    pub fn subject_of(&self, seat: &Seat) -> Option<&Subject> {
        self.subjects.get(seat.subject)
    }
}
