//! Speed of the documents: evaluation report, validation of the largest case.
//! `cargo bench --bench documents`

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "tests fail by panicking, and write the files that they need"
)]

use std::collections::BTreeSet;

use casdecole::demonstration;
use casdecole::domain::case_study::validate;
use casdecole::environment::Environment;
use casdecole::publishing::{candidate_report, summary};
use casdecole::reports::content::PrintedOn;
use casdecole::reports::document::Document;
use casdecole::reports::{PdfMetadata, write_pdf};
use casdecole::storage::{SessionFolder, bundled_cases, load_catalogue};
use chrono::{DateTime, FixedOffset};

fn main() {
    divan::main();
}

fn morning() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2027-03-11T08:30:00+01:00").expect("a date")
}

fn session(root: &std::path::Path) -> (SessionFolder, casdecole::domain::framework::Catalogue) {
    let (catalogue, _) = load_catalogue(None);
    let cases = bundled_cases().expect("cases");
    let environment = Environment::chosen(morning, || "copie".to_owned());
    demonstration::create(root, cases.first().expect("a case"), &catalogue, &environment, 1)
        .expect("created");
    let mut folder = SessionFolder::open(root).expect("opened");
    demonstration::evaluate(&mut folder, &catalogue, 1, demonstration::JuryWork::Complete)
        .expect("evaluated");
    (folder, catalogue)
}

/// The evaluation of a candidate at the session of the whole titre: 10 competences, 61 criteria.
fn whole_report() -> Document {
    let root = tempfile::tempdir().expect("a folder");
    let (mut folder, catalogue) = session(root.path());
    folder.solved.case.scheme = "titre".into();
    let mut evaluation = folder.evaluations(&"C-01".into()).remove(0);
    let qualification = catalogue.find(&folder.solved.case.qualification).expect("installed");
    for criterion in qualification.competences.iter().flat_map(|c| &c.criteria) {
        let level = Some(casdecole::domain::grading::Level::Partial);
        evaluation.judge(&criterion.id, level, "", morning());
        evaluation.remark(
            &criterion.id,
            "Méthode comprise et appliquée, résultat à vérifier en entretien.",
            morning(),
        );
    }
    folder.save_evaluation(&evaluation).expect("saved");
    let printed = PrintedOn { session: Some(folder.session.date), edited: morning().date_naive() };
    candidate_report(&folder, &catalogue, &"C-01".into(), printed).expect("made")
}

fn metadata() -> PdfMetadata {
    PdfMetadata { created: morning(), author: "Cas d'école".to_owned() }
}

#[divan::bench]
fn evaluation_report_pdf(bencher: divan::Bencher<'_, '_>) {
    let document = whole_report();
    let bytes = write_pdf(&document, &metadata()).expect("written");
    let out = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("evaluation-61.pdf");
    casdecole::storage::write_atomically(&out, &bytes).expect("kept");
    eprintln!("evaluation report: {} bytes, {}", bytes.len(), out.display());
    bencher.bench(|| write_pdf(&document, &metadata()));
}

#[divan::bench]
fn session_summary_pdf(bencher: divan::Bencher<'_, '_>) {
    let root = tempfile::tempdir().expect("a folder");
    let (folder, catalogue) = session(root.path());
    let printed = PrintedOn { session: None, edited: morning().date_naive() };
    let document = summary(&folder, &catalogue, printed).expect("made");
    bencher.bench(|| write_pdf(&document, &metadata()));
}

#[divan::bench]
fn validation_of_the_largest_case(bencher: divan::Bencher<'_, '_>) {
    let (catalogue, _) = load_catalogue(None);
    let cases = bundled_cases().expect("cases");
    let largest = cases.iter().max_by_key(|known| known.case.questions().count()).expect("one");
    bencher.bench(|| validate(&largest.case, &catalogue, &BTreeSet::new()));
}
