//! A small subject, a chosen clock and folders for the tests of this folder.

use std::path::PathBuf;

use chrono::{DateTime, FixedOffset, TimeDelta};

use super::identification::Identification;
use super::open_copy::OpenCopy;
use crate::domain::case_study::{
    Align, AnswerForm, Column, Exhibit, ExhibitBlock, Subject, SubjectCell, SubjectDossier,
    SubjectOption, SubjectQuestion, SubjectTable, samples,
};
use crate::environment::Environment;
use crate::storage::save_subject;

/// So many milliseconds after 8 h 32 on the day of the examples.
pub(super) fn at(milliseconds: i64) -> DateTime<FixedOffset> {
    let start = DateTime::parse_from_rfc3339("2026-06-11T08:32:00+02:00").expect("a date");
    start + TimeDelta::milliseconds(milliseconds)
}

/// So many minutes after 8 h 32.
pub(super) fn minute(minutes: i64) -> DateTime<FixedOffset> {
    at(minutes * 60_000)
}

/// An environment whose clock stands still at 8 h 32.
pub(super) fn environment() -> Environment {
    Environment::chosen(|| at(0), || "essai-1".to_owned())
}

/// Two dossiers, four questions of different kinds, two hours.
pub(super) fn subject() -> Subject {
    Subject {
        title: "Ateliers Brévenne : remorques vélo".to_owned(),
        qualification_title: "Technicien supérieur en gestion de production".to_owned(),
        scheme_title: "Planifier la production".to_owned(),
        form: "étude de cas écrite et individuelle".to_owned(),
        reading_minutes: 10,
        context: "Une entreprise de **remorques**.".to_owned(),
        instructions: vec!["Vérifiez votre sujet.".to_owned()],
        exhibits: vec![
            exhibit("A1", "Plan industriel", "Demande par famille, en pièces."),
            exhibit("A2", "Paramètres de gestion", "Stock de sécurité : 10 pièces."),
            exhibit("A3", "Calendrier", "L'atelier ferme le vendredi."),
        ],
        dossiers: vec![
            SubjectDossier {
                id: "D1".into(),
                title: "Du PIC au PDP".to_owned(),
                introduction: "Vous êtes gestionnaire.".to_owned(),
                questions: vec![
                    question("Q1", &["A1"], AnswerForm::LongText { lines: 8 }),
                    question("Q2", &["A3", "A2"], AnswerForm::Number { unit: "pièces".into() }),
                ],
            },
            SubjectDossier {
                id: "D2".into(),
                title: "Besoins".to_owned(),
                introduction: String::new(),
                questions: vec![question("Q3", &[], choice()), question("Q4", &["A2"], table())],
            },
        ],
        ..samples::subject(&[])
    }
}

fn exhibit(id: &str, title: &str, text: &str) -> Exhibit {
    Exhibit {
        id: id.into(),
        title: title.to_owned(),
        content: vec![ExhibitBlock::Text { markdown: text.to_owned() }],
    }
}

fn question(id: &str, exhibits: &[&str], form: AnswerForm) -> SubjectQuestion {
    SubjectQuestion {
        id: id.into(),
        title: format!("Titre de {id}"),
        statement: "Calculez.".to_owned(),
        minutes: 15,
        exhibits: exhibits.iter().map(|id| (*id).into()).collect(),
        form,
    }
}

fn choice() -> AnswerForm {
    let option = |id: &str| SubjectOption { id: id.into(), text: format!("Option {id}") };
    AnswerForm::Choice {
        multiple: true,
        rule: "Chaque proposition compte.".to_owned(),
        options: vec![option("a"), option("b")],
    }
}

/// A number in B1, a date in B2.
fn table() -> AnswerForm {
    let column = |title: &str| Column { title: title.to_owned(), align: Align::Right };
    let given = |text: &str| SubjectCell::Given(text.to_owned());
    AnswerForm::Table(SubjectTable {
        columns: vec![column("Ligne"), column("S37")],
        rows: vec![
            vec![given("Besoin net"), SubjectCell::Number],
            vec![given("Date"), SubjectCell::Date],
        ],
        board: None,
    })
}

/// A folder with the subject in it; it disappears with the first value.
pub(super) fn folder_with_subject() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("essai.sujet");
    save_subject(&path, &subject()).expect("the subject is saved");
    (folder, path)
}

/// A copy of B-07 begun at 8 h 32 in that folder, with so many extra minutes.
pub(super) fn begun(folder: &tempfile::TempDir, extra: &str) -> OpenCopy {
    let mut form = filled_form(folder);
    form.extra_minutes = extra.to_owned();
    form.begin_now(&environment()).expect("the copy begins")
}

/// A copy of B-07 on paper, which somebody begins to type in at 8 h 32 in that folder.
pub(super) fn begun_on_paper(folder: &tempfile::TempDir) -> OpenCopy {
    let mut form = filled_form(folder);
    form.set_from_paper(true);
    form.begin_now(&environment()).expect("the entry begins")
}

fn filled_form(folder: &tempfile::TempDir) -> Identification {
    let mut form = Identification::open(folder.path().join("essai.sujet")).expect("it opens");
    form.identifier = "B-07".to_owned();
    form.seat = "Salle 204, poste 12".to_owned();
    form
}
