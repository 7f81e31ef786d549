//! From what is filled in to a session on the disk, without a window.

use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset, NaiveDate};

use super::NewSessionScreen;
use super::form::Form;
use super::order::Order;
use super::outcome::{Prepared, groups};
use super::preparation::{NotPrepared, carry_out};
use crate::environment::Environment;
use crate::storage::sealing::OpeningCode;
use crate::storage::{OpeningWork, load_catalogue, open_package, read_jury_key};

const LIST: &str = "C-01 ; Nadia Belkacem ; formation ; tiers temps\nC-02 ; Ivan Petrov\n";

fn now() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2027-03-11T08:00:00+01:00").expect("a time")
}

fn environment() -> Environment {
    Environment::chosen(now, || "session-1".to_owned())
}

fn case() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/salle.cas.yaml");
    path.display().to_string()
}

/// A form where nothing is missing.
fn filled(root: &Path) -> Form {
    let mut form = Form::new(NaiveDate::from_ymd_opt(2027, 3, 11).expect("a day"));
    form.case.path = case();
    form.folder = root.display().to_string();
    form.title = "Session de mars".to_owned();
    form.candidates.typed = LIST.to_owned();
    form.jurors = "J-1 ; M. Salvetti\nJ-2 ; Mme Okafor\n".to_owned();
    form.wishes.work = OpeningWork::Least;
    form.refresh();
    form
}

fn order(form: &Form) -> Order {
    form.order(&environment()).unwrap_or_else(|problems| panic!("{problems:?}"))
}

fn made(form: &Form) -> Prepared {
    let (catalogue, _) = load_catalogue(None);
    let made = carry_out(order(form), &catalogue, now(), &|_, _| {}, &|| false);
    made.unwrap_or_else(|reason| panic!("{reason:?}"))
}

fn new_folder(outside: &tempfile::TempDir) -> PathBuf {
    outside.path().join("session")
}

#[test]
fn everything_that_is_missing_is_said_at_once() {
    let mut form = Form::new(NaiveDate::from_ymd_opt(2027, 3, 11).expect("a day"));
    form.add_paper();
    form.date = "bientôt".to_owned();
    form.code.erase();
    form.passphrase.is_chosen = true;
    form.candidates.typed = "C/01 ; X\n".to_owned();
    form.refresh();
    let problems = form.order(&environment()).err().expect("problems").join("\n");
    for missing in [
        "Le dossier de la session manque",
        "L'étude de cas manque",
        "Le nom de l'épreuve 2 manque",
        "L'étude de cas de l'épreuve 2 manque",
        "Le code d'ouverture de l'étude de cas",
        "La phrase secrète du jury manque",
        "La date de l'écrit n'est pas lisible",
        "Candidats. Ligne 1 : « C/01 »",
        "Jurés. La liste ne nomme personne. Écrivez deux jurés au moins",
    ] {
        assert!(problems.contains(missing), "{missing} in\n{problems}");
    }
}

#[test]
fn two_codes_are_never_the_same() {
    let outside = tempfile::tempdir().expect("a folder");
    let mut form = filled(&new_folder(&outside));
    form.room_code.typed.clone_from(&form.code.typed);
    let problems = form.order(&environment()).err().expect("problems");
    assert!(problems.iter().any(|words| words.contains("Deux codes sont les mêmes")));
}

#[test]
fn what_was_corrected_is_not_said_any_more_and_the_rest_is() {
    let outside = tempfile::tempdir().expect("a folder");
    let day = NaiveDate::from_ymd_opt(2027, 3, 11).expect("a day");
    let mut screen = NewSessionScreen::new(day);
    screen.form = filled(&new_folder(&outside));
    screen.form.room_code.typed.clone_from(&screen.form.code.typed);
    screen.form.date = "bientôt".to_owned();
    screen.form.jury_date = "11/03/27 ?".to_owned();
    let said = |screen: &NewSessionScreen, words: &str| {
        screen.problems.iter().any(|problem| problem.contains(words))
    };
    let problems = screen.form.order(&environment()).err().expect("problems");
    screen.say(problems);
    assert!(said(&screen, "La date du jury n'est pas lisible") && screen.problems.len() == 3);
    screen.forget_solved(&environment());
    assert_eq!(screen.problems.len(), 3, "nothing was changed");
    screen.form.date = "11/03/2027".to_owned();
    screen.forget_solved(&environment());
    assert!(!said(&screen, "La date de l'écrit") && said(&screen, "La date du jury"));
    screen.form.room_code = super::secrets::CodeDraft::drawn();
    screen.form.folder.clear();
    screen.forget_solved(&environment());
    assert!(!said(&screen, "Deux codes") && said(&screen, "La date du jury"));
    assert!(!said(&screen, "dossier"), "nothing new before the next try");
    screen.form.jury_date = "18/03/2027".to_owned();
    screen.forget_solved(&environment());
    assert!(screen.problems.is_empty(), "{:?}", screen.problems);
}

#[test]
fn a_jury_before_the_test_is_said_and_forbids_nothing() {
    let outside = tempfile::tempdir().expect("a folder");
    let mut form = filled(&new_folder(&outside));
    assert_eq!(form.dates_remark(), None);
    form.jury_date = "10/03/2027".to_owned();
    assert!(form.dates_remark().is_some_and(|words| words.contains("avant l'écrit")));
    assert!(form.order(&environment()).is_ok());
}

#[test]
fn what_has_no_effect_or_is_not_read_forbids_nothing() {
    let outside = tempfile::tempdir().expect("a folder");
    let mut form = filled(&new_folder(&outside));
    form.candidates.typed =
        "N°;Candidat;Groupe;Remarques\n1;Nadia;G1;tiers temps\n2;Ivan;G2;lecteur\n".to_owned();
    form.jurors = "identifiant;nom;téléphone\nJ-1;A;06\nJ-2;B;07\n".to_owned();
    form.refresh();
    let understood = form.candidates.understood();
    assert!(understood.problems.is_empty(), "{:?}", understood.problems);
    assert!(understood.remarks.iter().any(|words| words.contains("« Groupe »")));
    assert!(understood.remarks.iter().any(|words| words.starts_with("Ligne 3 : 2, « lecteur »")));
    let order = order(&form);
    assert_eq!((order.session.candidates.len(), order.session.jurors.len()), (2, 2));
}

#[test]
fn a_sealed_session_opens_with_its_codes_and_its_key_with_the_passphrase() {
    let outside = tempfile::tempdir().expect("a folder");
    let root = new_folder(&outside);
    let mut form = filled(&root);
    form.add_paper();
    let second = form.others.first_mut().expect("a paper");
    second.label = "Questionnaire professionnel".to_owned();
    second.case.path = case();
    let prepared = made(&form);
    assert!(prepared.is_sealed() && prepared.unprinted.is_none());
    assert_eq!(prepared.subjects.len(), 2);
    assert_eq!(prepared.sheets.len(), 3, "codes, and one attendance sheet a paper");
    let shown = prepared.shown.as_ref().expect("codes");
    for (path, code) in prepared.subjects.iter().zip(&shown.secrets.opening) {
        assert!(path.starts_with(prepared.room_folder()));
        let opened = open_package(path, code).unwrap_or_else(|error| panic!("{error}"));
        assert!(opened.package.room_code.accepts(&shown.secrets.room));
    }
    assert!(read_jury_key(&root.join("jury.cle"), &shown.secrets.passphrase).is_ok());
    let drawn = OpeningCode::read(&form.code.typed).expect("a code");
    assert_eq!(shown.secrets.opening.first(), Some(&drawn));
}

#[test]
fn a_drawn_passphrase_must_be_noted_before_leaving() {
    let outside = tempfile::tempdir().expect("a folder");
    let mut prepared = made(&filled(&new_folder(&outside)));
    assert!(!prepared.may_leave());
    prepared.shown.as_mut().expect("codes").is_noted = true;
    assert!(prepared.may_leave());
    let mut form = filled(&outside.path().join("autre"));
    form.passphrase.is_chosen = true;
    for field in [&mut form.passphrase.first, &mut form.passphrase.second] {
        field.push_str("abricot lanterne ruisseau");
    }
    assert!(made(&form).may_leave());
}

#[test]
fn a_session_of_training_has_one_paper_and_no_code() {
    let outside = tempfile::tempdir().expect("a folder");
    let root = new_folder(&outside);
    let mut form = filled(&root);
    form.add_paper();
    form.is_training = true;
    form.refresh();
    let prepared = made(&form);
    assert!(!prepared.is_sealed() && prepared.shown.is_none() && prepared.may_leave());
    assert!(root.join("sujet.sujet").is_file() && !root.join("jury.cle").exists());
    assert!(prepared.steps().iter().any(|step| step.contains("sans code")));
}

#[test]
fn stopping_in_time_writes_nothing_and_a_file_that_is_none_is_said() {
    let outside = tempfile::tempdir().expect("a folder");
    let root = new_folder(&outside);
    let (catalogue, _) = load_catalogue(None);
    let mut form = filled(&root);
    let stopped = carry_out(order(&form), &catalogue, now(), &|_, _| {}, &|| true);
    assert_eq!(stopped.err(), Some(NotPrepared::Cancelled));
    form.case.path = "absent.cas.yaml".to_owned();
    let absent = carry_out(order(&form), &catalogue, now(), &|_, _| {}, &|| false).err();
    assert!(
        matches!(absent, Some(NotPrepared::Problem(problem)) if problem.message.contains("introuvable"))
    );
    assert!(!root.exists());
}

#[test]
fn nothing_secret_stays_in_the_form() {
    let mut form = Form::new(NaiveDate::from_ymd_opt(2027, 3, 11).expect("a day"));
    form.add_paper();
    form.passphrase.first.push_str("abricot");
    form.erase_secrets();
    assert!(form.code.typed.is_empty() && form.room_code.typed.is_empty());
    assert!(form.passphrase.first.is_empty());
    assert!(form.others.iter().all(|paper| paper.code.typed.is_empty()));
}

#[test]
fn a_code_is_shown_in_the_groups_that_are_read_aloud() {
    assert_eq!(groups("K7QM-4TRX-9DPH").collect::<Vec<_>>(), ["K7QM", "4TRX", "9DPH"]);
    assert_eq!(groups("Salle B – 2027").collect::<Vec<_>>(), ["Salle", "B", "2027"]);
}
