//! A small session: one case of two questions, two CCP, four candidates, two jurors.

use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset, TimeDelta};

use crate::desktop::jury::commands::{Command, apply};
use crate::desktop::jury::model::Bench;
use crate::domain::answers::{AnswerSheet, Sitting};
use crate::domain::case_study::{CaseStudy, Subject};
use crate::domain::exam::samples::session_of;
use crate::domain::exam::{Allowance, Attendance, ClosedBy, ExtraTime, Moment, Session};
use crate::domain::framework::{Catalogue, Qualification};
use crate::domain::grading::{Interest, Level};
use crate::domain::identifier::{CandidateId, CriterionId};
use crate::storage::{
    SessionFolder, StoredCase, copy_path, derive_subject, fingerprint, read_case, save_case,
    save_new_copy, save_subject,
};

const QUALIFICATION: &str = r#"
sigle: ESSAI
title: Titre d'essai
code: TP-00000
edition: "01"
level: 4
specialty: "200"
decree: {date: 2024-01-01, published: 2024-01-02, effective: 2024-02-01}
source: essai
activities:
  - {id: AT1, title: Première activité, competences: [CP1]}
  - {id: AT2, title: Seconde activité, competences: [CP2]}
competences:
  - id: CP1
    title: Première compétence
    criteria:
      - {id: CP1.1, text: Le calcul est posé}
      - {id: CP1.2, text: Le résultat est juste}
  - id: CP2
    title: Seconde compétence
    criteria:
      - {id: CP2.1, text: La réponse est argumentée}
      - {id: CP2.2, text: Le geste est sûr}
schemes:
  - id: titre
    title: Titre d'essai
    modalities:
      - {kind: case_study_exam, minutes: 60, jury_present: false, competences: [CP1, CP2]}
    candidate_minutes: 60
    jury_minutes: 0
    jury_protocol: ""
    jury_composition: ""
    surveillance: ""
"#;

const CASE: &str = r#"
id: cas-essai
title: Cas d'essai
qualification: ESSAI
scheme: titre
usage: mock_exam
duration_minutes: 60
context: Un atelier.
dossiers:
  - id: D1
    title: Dossier
    questions:
      - id: Q1
        title: Calcul
        statement: Combien de pièces ?
        minutes: 20
        criteria: [CP1.1, CP1.2]
        expected: [Le calcul est posé, Le résultat est juste]
        answer: {kind: number, unit: pièces, key: "12"}
      - id: Q2
        title: Explication
        statement: Expliquez.
        minutes: 20
        criteria: [CP2.1]
        answer: {kind: short_text}
"#;

/// A moment of the sitting.
pub fn moment(minute: i64) -> DateTime<FixedOffset> {
    DateTime::UNIX_EPOCH.fixed_offset() + TimeDelta::minutes(minute)
}

/// The référentiel of the small session.
pub fn catalogue() -> Catalogue {
    let qualification: Qualification = serde_yaml::from_str(QUALIFICATION).expect("référentiel");
    let mut catalogue = Catalogue::default();
    catalogue.install(qualification);
    catalogue
}

/// The small session, as its centre lists it; C-04 did not come.
pub fn session() -> Session {
    let day = moment(0).date_naive();
    let people = "C-01;Personne 1\nC-02;Personne 2\nC-03;Personne 3\nC-04;Personne 4\n";
    let mut session = Session {
        id: "essai".into(),
        date: day,
        jury_date: day,
        centre: "Centre".into(),
        room: "1".into(),
        case_file: "essai.cas.yaml".into(),
        subject_file: "essai.sujet".into(),
        ..session_of(people)
    };
    for absent in session.candidates.iter_mut().skip(3) {
        absent.attendance = Attendance::Absent;
    }
    session
}

/// The case of the small session, written in a folder.
pub fn stored_case(folder: &Path) -> StoredCase {
    let case: CaseStudy = serde_yaml::from_str(CASE).expect("cas");
    let path = folder.join(session().case_file);
    save_case(&path, &case).expect("cas écrit");
    read_case(&path).expect("cas relu")
}

/// Writes the small session in a folder, one copy for each candidate present.
pub fn write_session(root: &Path) {
    let session = session();
    SessionFolder::create(root, &session).expect("session");
    let stored = stored_case(root);
    let subject = derive_subject(&stored, &catalogue()).expect("sujet");
    save_subject(&root.join(&session.subject_file), &subject).expect("sujet écrit");
    for candidate in session.candidates.iter().filter(|c| c.attendance == Attendance::Present) {
        let sheet = copy(&subject, &candidate.id);
        save_new_copy(&copy_path(&root.join("copies"), &candidate.id), &sheet).expect("copie");
    }
}

/// A copy handed in by a candidate.
pub fn copy(subject: &Subject, candidate: &CandidateId) -> AnswerSheet {
    let sitting = Sitting {
        copy: candidate.as_str().into(),
        candidate: candidate.clone(),
        seat: "poste 1".into(),
        allowance: Allowance { minutes: 120, extra: ExtraTime::None },
        subject_fingerprint: fingerprint(subject).expect("empreinte"),
    };
    let mut sheet = AnswerSheet::begin(subject, sitting).started(Moment::new(moment(0), 0));
    for (question, typed) in subject.questions().zip(["12 pièces", "Parce que."]) {
        sheet.write_text(question, typed, moment(1)).expect("réponse");
    }
    sheet.close(Moment::new(moment(60), 3_600_000), ClosedBy::Candidate).expect("remise");
    sheet
}

/// Opens the session of a folder.
pub fn open(root: &Path) -> Bench {
    Bench::open(root, &catalogue()).expect("ouverture")
}

/// A session in a new folder, kept as long as the folder is.
pub fn new_bench() -> (tempfile::TempDir, PathBuf, Bench) {
    let folder = tempfile::tempdir().expect("dossier");
    let root = folder.path().join("session");
    std::fs::create_dir_all(&root).expect("dossier de session");
    write_session(&root);
    let bench = open(&root);
    (folder, root, bench)
}

/// The juror judges every criterion of a candidate at this level.
pub fn judge_all(bench: &mut Bench, candidate: &str, level: Level) {
    let candidate = CandidateId::from(candidate);
    apply(bench, Command::State(candidate.clone(), Interest::None), moment(100))
        .expect("déclaration");
    for id in ["CP1.1", "CP1.2", "CP2.1", "CP2.2"] {
        let criterion = CriterionId::from(id);
        let command = Command::Judge(candidate.clone(), criterion, Some(level));
        apply(bench, command, moment(101)).expect("jugement");
    }
}
