//! A session prepared for a room from built-in cases, and copies sealed to its jury.

use std::path::{Path, PathBuf};

use chrono::DateTime;
use zeroize::Zeroizing;

use crate::domain::answers::{Answer, AnswerSheet, Sitting, model_answer};
use crate::domain::case_study::{SolvedCase, Subject};
use crate::domain::exam::samples::session_of;
use crate::domain::exam::{Allowance, ExtraTime, Session};
use crate::domain::grading::mark_copy;
use crate::domain::identifier::{CandidateId, PaperId};
use crate::storage::sealing::{CopyHeader, JuryKey, OpeningCode};
use crate::storage::{
    OpeningWork, PreparedPaper, RoomSecrets, RoomWishes, SealedCopy, SessionFolder, StoredCase,
    bundled_cases, fingerprint, load_catalogue, paper_copy_path, prepare_room, read_case,
    read_jury_key, unpack_case,
};

pub(super) const PASSPHRASE: &str = "abricot lanterne ruisseau cobalt";
pub(super) const FIRST: &str = "E1";
pub(super) const SECOND: &str = "E2";

/// A session prepared for a room, in a folder of its own.
pub(super) struct Room {
    _folder: tempfile::TempDir,
    /// The folder of the session.
    pub(super) root: PathBuf,
    /// The jury's key, open.
    pub(super) key: JuryKey,
    /// The session as written.
    pub(super) session: Session,
    /// The sealed subjects, in the order of the papers.
    pub(super) subjects: Vec<PathBuf>,
}

pub(super) fn code() -> OpeningCode {
    OpeningCode::read("K7QM-4TRX-9DPH").expect("a code")
}

pub(super) fn session() -> Session {
    session_of("C-01 ; Nom de C-01\nC-02 ; Nom de C-02\n")
}

/// A built-in case in a folder.
pub(super) fn case(folder: &Path, rank: usize) -> StoredCase {
    let bundled = bundled_cases().expect("they read").swap_remove(rank);
    let folder = folder.join(format!("cas-{rank}"));
    std::fs::create_dir_all(&folder).expect("a folder");
    read_case(&unpack_case(&bundled, &folder).expect("unpacked")).expect("it reads")
}

impl Room {
    pub(super) fn prepare(papers: usize, wishes: RoomWishes) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let root = folder.path().join("session");
        let paper = |rank: usize| PreparedPaper {
            label: format!("Épreuve {}", rank + 1),
            case: case(folder.path(), rank),
        };
        let papers: Vec<PreparedPaper> = (0..papers).map(paper).collect();
        let secrets = RoomSecrets {
            opening: vec![code(); papers.len()],
            room: code(),
            passphrase: Zeroizing::new(PASSPHRASE.to_owned()),
        };
        let wishes = RoomWishes { work: OpeningWork::Least, ..wishes };
        let (catalogue, _) = load_catalogue(None);
        let made = prepare_room(&root, session(), &papers, &secrets, wishes, &catalogue);
        let made = made.expect("prepared");
        let key = read_jury_key(&made.key, PASSPHRASE).expect("the key opens");
        Self { _folder: folder, root, key, session: made.session, subjects: made.subjects }
    }

    pub(super) fn open(&self) -> SessionFolder {
        SessionFolder::open(&self.root).expect("it opens")
    }

    pub(super) fn unlocked(&self) -> SessionFolder {
        let mut folder = self.open();
        folder.unlock(&self.key).expect("the key is that of the session");
        folder
    }

    /// Seals a sheet to the jury as the PC of its candidate does.
    pub(super) fn seal(&self, paper: &str, sheet: &AnswerSheet) -> PathBuf {
        self.seal_to(&self.key.recipient(), self.session.id.as_str(), paper, sheet)
    }

    pub(super) fn seal_to(
        &self,
        to: &str,
        session: &str,
        paper: &str,
        sheet: &AnswerSheet,
    ) -> PathBuf {
        let copies = self.root.join("copies");
        let path = paper_copy_path(&copies, &sheet.candidate, &PaperId::from(paper));
        let header = CopyHeader {
            session: session.into(),
            paper: paper.to_owned(),
            candidate: sheet.candidate.clone(),
            copy: sheet.copy.clone(),
            subject_fingerprint: sheet.subject_fingerprint.clone(),
            sealed_at: String::new(),
        };
        let sealed = SealedCopy::seal(&path, header, sheet, to).expect("sealed");
        sealed.deliver(&path).expect("written");
        path
    }
}

/// A sheet on which nothing is written.
pub(super) fn sheet(subject: &Subject, candidate: &str) -> AnswerSheet {
    let sitting = Sitting {
        copy: format!("copie de {candidate}").as_str().into(),
        candidate: candidate.into(),
        seat: String::new(),
        allowance: Allowance { minutes: 120, extra: ExtraTime::None },
        subject_fingerprint: fingerprint(subject).expect("a fingerprint"),
    };
    AnswerSheet::begin(subject, sitting)
}

/// The same with the right answers of a case.
pub(super) fn filled(subject: &Subject, solved: &SolvedCase, candidate: &str) -> AnswerSheet {
    let mut sheet = sheet(subject, candidate);
    for question in solved.case.questions() {
        let value = model_answer(question).expect("every key is there");
        let modified_at = DateTime::UNIX_EPOCH.fixed_offset();
        sheet.answers.insert(question.id.clone(), Answer { value, modified_at });
    }
    sheet
}

/// Whether an answer of the copy earns less than it could.
pub(super) fn loses_points(solved: &SolvedCase, sheet: &AnswerSheet) -> bool {
    let marked = mark_copy(solved, sheet);
    solved.case.questions().any(|question| {
        let mark = marked.questions.get(&question.id).expect("marked");
        mark.points().is_some_and(|earned| earned != question.points)
    })
}

pub(super) fn first() -> CandidateId {
    CandidateId::from("C-01")
}

pub(super) fn read(folder: &SessionFolder, candidate: &str) -> Option<AnswerSheet> {
    folder.candidates.get(&CandidateId::from(candidate)).and_then(|known| known.sheet.clone())
}

/// The one problem of a folder.
pub(super) fn problem(folder: &SessionFolder) -> String {
    let problems: Vec<String> = folder.problems.iter().map(ToString::to_string).collect();
    assert_eq!(problems.len(), 1, "{problems:#?}");
    problems.concat()
}
