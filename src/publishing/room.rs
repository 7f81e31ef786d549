//! The sheets of the exam room: codes, attendance, receipts.

use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset};

use super::write_document;
use crate::domain::case_study::Subject;
use crate::domain::exam::{Accommodation, Attendance, Candidate, Session};
use crate::domain::framework::Catalogue;
use crate::reports::content::{
    AttendanceLine, PaperCode, PrintedOn, RoomCodes, RoomPaper, attendance_document,
    room_codes_document,
};
use crate::reports::document::Document;
use crate::storage::{RoomSecrets, StorageResult, derive_subject, read_case};

/// Folder of the printed documents, in the session's folder.
const FOLDER: &str = "documents";

/// What the sheets of a prepared session are made from.
pub struct RoomSheets<'a> {
    /// Folder of the session.
    pub root: &'a Path,
    /// The session.
    pub session: &'a Session,
    /// Its codes.
    pub secrets: &'a RoomSecrets,
}

/// Writes the sheet of codes and one attendance sheet a paper.
///
/// # Errors
/// When a case cannot be read or a file cannot be written.
pub fn write_room_sheets(
    sheets: &RoomSheets<'_>,
    catalogue: &Catalogue,
    now: DateTime<FixedOffset>,
) -> StorageResult<Vec<PathBuf>> {
    let session = sheets.session;
    let printed = PrintedOn { session: Some(session.date), edited: now.date_naive() };
    let subjects = subjects(sheets.root, session, catalogue)?;
    let mut written = Vec::new();
    if let Some((_, first)) = subjects.first() {
        let path = sheets.root.join(FOLDER).join("codes.pdf");
        write_document(&path, &codes(sheets, &subjects, first, printed), now)?;
        written.push(path);
    }
    written.extend(attendance_sheets(sheets.root, session, &subjects, now)?);
    Ok(written)
}

/// Writes the attendance sheets again, one a paper.
///
/// # Errors
/// When a case cannot be read or a file cannot be written.
pub fn write_attendance_sheets(
    root: &Path,
    session: &Session,
    catalogue: &Catalogue,
    now: DateTime<FixedOffset>,
) -> StorageResult<Vec<PathBuf>> {
    attendance_sheets(root, session, &subjects(root, session, catalogue)?, now)
}

/// Name and subject of each paper.
fn subjects(
    root: &Path,
    session: &Session,
    catalogue: &Catalogue,
) -> StorageResult<Vec<(String, Subject)>> {
    let papers = session.papers().into_iter();
    papers
        .map(|paper| {
            let stored = read_case(&root.join(&paper.case_file))?;
            Ok((paper.label, derive_subject(&stored, catalogue)?))
        })
        .collect()
}

fn attendance_sheets(
    root: &Path,
    session: &Session,
    subjects: &[(String, Subject)],
    now: DateTime<FixedOffset>,
) -> StorageResult<Vec<PathBuf>> {
    let printed = PrintedOn { session: Some(session.date), edited: now.date_naive() };
    let mut written = Vec::new();
    for (rank, (_, subject)) in subjects.iter().enumerate() {
        let name = match rank {
            0 => "emargement.pdf".to_owned(),
            other => format!("emargement-{}.pdf", other + 1),
        };
        let path = root.join(FOLDER).join(name);
        write_document(&path, &attendance(session, subject, printed), now)?;
        written.push(path);
    }
    Ok(written)
}

fn codes(
    sheets: &RoomSheets<'_>,
    subjects: &[(String, Subject)],
    first: &Subject,
    printed: PrintedOn,
) -> Document {
    let papers: Vec<PaperCode<'_>> = subjects
        .iter()
        .zip(&sheets.secrets.opening)
        .map(|((label, subject), code)| PaperCode {
            label,
            title: &subject.title,
            minutes: subject.duration_minutes,
            code: code.shown(),
        })
        .collect();
    room_codes_document(&RoomCodes {
        paper: RoomPaper::of(first, printed),
        session: &sheets.session.title,
        room: &sheets.session.room,
        candidates: sheets.session.candidates.len(),
        papers: &papers,
        room_code: sheets.secrets.room.shown(),
    })
}

fn attendance(session: &Session, subject: &Subject, printed: PrintedOn) -> Document {
    let lines: Vec<AttendanceLine<'_>> =
        session.candidates.iter().map(|one| line(one, subject.duration_minutes)).collect();
    attendance_document(RoomPaper::of(subject, printed), &session.room, &lines)
}

fn line(candidate: &Candidate, minutes: u32) -> AttendanceLine<'_> {
    AttendanceLine {
        candidate: &candidate.id,
        name: &candidate.name,
        seat: "",
        accommodation: candidate
            .accommodation
            .as_ref()
            .map(Accommodation::label)
            .unwrap_or_default(),
        allowance: candidate.allowance(minutes),
        arrived: None,
        handed_in: None,
        absent: candidate.attendance == Attendance::Absent,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::exam::parse_candidates;

    #[test]
    fn a_line_to_sign_tells_what_acts_from_what_the_centre_has_to_provide() {
        let (candidates, _) = parse_candidates("C-01;A;;tiers temps, lecteur\nC-02;B;;\n");
        let lines: Vec<AttendanceLine<'_>> =
            candidates.iter().map(|candidate| line(candidate, 120)).collect();
        let words: Vec<&str> = lines.iter().map(|line| line.accommodation.as_str()).collect();
        assert_eq!(words, ["tiers temps – à assurer par le centre : lecteur", ""]);
        let seconds: Vec<u64> = lines.iter().map(|line| line.allowance.seconds()).collect();
        assert_eq!(seconds, [9_600, 7_200]);
    }
}
