//! Writes the session of demonstration as a session folder like any other.

use std::path::Path;

use chrono::{DateTime, FixedOffset, NaiveTime, TimeDelta};
use fastrand::Rng;

use super::copies::{Story, copy};
use super::jury::Bench;
use super::people::{PROFILES, candidates, jurors};
use crate::domain::answers::AnswerSheet;
use crate::domain::exam::{Attendance, Session};
use crate::domain::framework::Catalogue;
use crate::environment::Environment;
use crate::storage::{
    BundledCase, SessionFolder, StorageError, StorageResult, copy_path, derive_subject,
    fingerprint, read_case, save_new_copy, save_subject, unpack_case,
};

/// Creates a session on a built-in case, with its copies, not yet evaluated.
///
/// # Errors
/// When the folder already holds a session or cannot be written.
pub fn create(
    root: &Path,
    bundled: &BundledCase,
    catalogue: &Catalogue,
    environment: &Environment,
    seed: u64,
) -> StorageResult<()> {
    std::fs::create_dir_all(root).map_err(|_| {
        StorageError::new(root, "le dossier ne peut pas être créé.", "Choisissez un autre dossier.")
    })?;
    let started_at = morning(environment.now());
    let title = format!("Session de démonstration – {}", bundled.case.title);
    let id = format!("demonstration-{}", bundled.case.id).as_str().into();
    let mut session = Session {
        jury_date: (started_at + TimeDelta::days(7)).date_naive(),
        centre: "Centre de démonstration".to_owned(),
        room: "salle 204".to_owned(),
        subject_file: "sujet.sujet".to_owned(),
        candidates: candidates(),
        jurors: jurors(),
        ..Session::new(id, title, started_at.date_naive())
    };
    let file_name = bundled.path.file_name().map(|name| name.to_string_lossy().into_owned());
    session.case_file = file_name.unwrap_or_default();
    SessionFolder::create(root, &session)?;
    let stored = read_case(&unpack_case(bundled, root)?)?;
    let subject = derive_subject(&stored, catalogue)?;
    save_subject(&root.join(&session.subject_file), &subject)?;
    let fingerprint = fingerprint(&subject)?;
    let mut random = Rng::with_seed(seed);
    let solved = stored.solved()?;
    let story = Story { solved: &solved, subject: &subject, fingerprint: &fingerprint, started_at };
    for (candidate, profile) in session.candidates.iter().zip(&PROFILES) {
        if candidate.attendance == Attendance::Absent {
            continue;
        }
        let path = copy_path(&root.join("copies"), &candidate.id);
        let sheet = copy(&story, candidate, profile, &environment.new_identifier(), &mut random)
            .map_err(|error| StorageError::new(&path, error.to_string(), ""))?;
        save_new_copy(&path, &sheet)?;
    }
    Ok(())
}

/// How far the simulated jury goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JuryWork {
    /// Every candidate is evaluated and decided.
    Complete,
    /// The last three candidates are left to the person: one to deliberate, one with a single
    /// evaluation, one untouched.
    LeaveThree,
}

/// Lets the simulated jury evaluate and decide on the candidates of an open session.
///
/// # Errors
/// When an evaluation cannot be written or the référentiel is not installed.
pub fn evaluate(
    folder: &mut SessionFolder,
    catalogue: &Catalogue,
    seed: u64,
    work: JuryWork,
) -> StorageResult<()> {
    let missing = || {
        StorageError::new(
            &folder.root,
            format!("le référentiel « {} » n'est pas installé.", folder.solved.case.qualification),
            "Installez-le, puis recommencez.",
        )
    };
    let qualification = catalogue.find(&folder.solved.case.qualification).ok_or_else(missing)?;
    let scheme = qualification.scheme(&folder.solved.case.scheme).ok_or_else(missing)?;
    let (session, solved) = (folder.session.clone(), folder.solved.clone());
    let sheets = folder.candidates.values().filter_map(|known| known.sheet.as_ref());
    let written_at = sheets.filter_map(AnswerSheet::started_at).max();
    let Some(written_at) = written_at else { return Ok(()) };
    let begun_at = written_at + TimeDelta::days(7);
    let bench = Bench { session: &session, solved: &solved, qualification, scheme, begun_at };
    let mut random = Rng::with_seed(seed.wrapping_add(1));
    let count = session.candidates.len();
    for (index, (candidate, profile)) in session.candidates.iter().zip(&PROFILES).enumerate() {
        let left = if work == JuryWork::LeaveThree { count - index } else { usize::MAX };
        let sheet = folder.candidates.get(&candidate.id).and_then(|known| known.sheet.clone());
        let evaluations = sheet
            .map(|sheet| bench.evaluations(candidate, &sheet, profile, &mut random))
            .unwrap_or_default();
        let given = match left {
            1 => 0,
            2 => 1,
            _ => evaluations.len(),
        };
        for evaluation in evaluations.iter().take(given) {
            folder.save_evaluation(evaluation)?;
        }
        if left <= 3 {
            continue;
        }
        let deliberation = bench.deliberation(candidate, &evaluations);
        folder.save_deliberation(&deliberation)?;
    }
    Ok(())
}

/// Nine o'clock of the day.
fn morning(now: DateTime<FixedOffset>) -> DateTime<FixedOffset> {
    let nine = NaiveTime::from_hms_opt(9, 0, 0).unwrap_or_default();
    now.with_time(nine).single().unwrap_or(now)
}
