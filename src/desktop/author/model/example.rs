//! A small case, the installed référentiels and a chosen clock, for the tests of this folder.

use chrono::{DateTime, FixedOffset, TimeDelta};

use super::OpenCase;
use crate::domain::case_study::{
    CaseStudy, Dossier, Question, WrittenKind, blank_case, blank_exhibit, blank_question,
};
use crate::domain::framework::{Catalogue, ExamScheme, Qualification};
use crate::storage::{load_catalogue, save_case};

/// So many milliseconds after 14 h 32 on the day of the examples.
pub fn at(milliseconds: i64) -> DateTime<FixedOffset> {
    let start = DateTime::parse_from_rfc3339("2026-06-11T14:32:00+02:00").expect("a date");
    start + TimeDelta::milliseconds(milliseconds)
}

/// The built-in référentiels.
pub fn catalogue() -> Catalogue {
    load_catalogue(None).0
}

/// A référentiel and one of its schemes with a written case.
pub fn written_scheme(catalogue: &Catalogue) -> (&Qualification, &ExamScheme) {
    catalogue
        .qualifications()
        .iter()
        .find_map(|qualification| {
            let scheme = qualification.schemes.iter().find(|s| s.written_case().is_some())?;
            Some((qualification, scheme))
        })
        .expect("a scheme with a written case")
}

fn question(kind: WrittenKind, id: &str) -> Question {
    let mut question = blank_question(kind, id.into());
    question.title = format!("Titre de {id}");
    question
}

/// Two dossiers (Q3 and Q7, then Q9), one exhibit A5, a real scheme.
pub fn case() -> CaseStudy {
    let catalogue = catalogue();
    let (qualification, scheme) = written_scheme(&catalogue);
    let dossier = |id: &str, questions: Vec<Question>| Dossier {
        id: id.into(),
        title: format!("Dossier {id}"),
        introduction: String::new(),
        questions,
    };
    let mut case = blank_case(qualification, scheme, "cas-essai".into());
    case.title = "Ateliers Brévenne : remorques vélo".to_owned();
    case.exhibits = vec![blank_exhibit("A5".into())];
    case.dossiers = vec![
        dossier(
            "D1",
            vec![question(WrittenKind::LongText, "Q3"), question(WrittenKind::Table, "Q7")],
        ),
        dossier("D2", vec![question(WrittenKind::Number, "Q9")]),
    ];
    case
}

/// A case saved in a folder, then opened; the folder disappears with the first value.
pub fn opened(case: &CaseStudy) -> (tempfile::TempDir, OpenCase) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("essai.cas.yaml");
    save_case(&path, case).expect("the case is saved");
    let mut open = OpenCase::open(path).expect("it opens");
    open.refresh(&catalogue());
    (folder, open)
}
