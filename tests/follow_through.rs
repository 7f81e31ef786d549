//! Follow-through on a whole case: one slip early, one error of origin, the rest consistent; across
//! questions; uniform answers are not rewarded.

#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "tests fail by panicking")]

use std::collections::HashMap;
use std::path::Path;

use casdecole::domain::answers::{AnswerSheet, Sitting};
use casdecole::domain::case_study::{ComputedQuestion, SolvedCase, Subject};
use casdecole::domain::exam::{Allowance, ExtraTime, Moment};
use casdecole::domain::french::format_decimal;
use casdecole::domain::grading::{CellState, MarkedCopy, QuestionMark, mark_copy};
use casdecole::domain::planning::workbook::GlobalCell;
use casdecole::domain::planning::worksheet::{Evaluation, Value};
use casdecole::publishing::write_document;
use casdecole::reports::content::{PrintedOn, copy_document, model_answers_document};
use casdecole::storage::{load_catalogue, read_case, subject_of};
use chrono::DateTime;
use rust_decimal::Decimal;

fn solved() -> (SolvedCase, Subject) {
    let path =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/cbn-trois-niveaux.cas.yaml");
    let stored = read_case(&path).expect("the case reads");
    let solved = stored.solved().expect("the keys are computed");
    let subject = subject_of(&path, &solved, &load_catalogue(None).0).expect("a subject");
    (solved, subject)
}

/// Values of all calculations when someone writes `slip` and computes the rest rightly from it.
fn evaluated(solved: &SolvedCase, slip: Option<&(GlobalCell, Value)>) -> Vec<Evaluation> {
    let mut done: Vec<Evaluation> = Vec::new();
    for (sheet, calculation) in solved.workbook.calculations.iter().enumerate() {
        let mut replaced: HashMap<_, _> = calculation
            .worksheet
            .sources()
            .filter_map(|(id, source)| {
                let from = solved.workbook.locate(source)?;
                Some((id, done[from.sheet].value(from.cell).clone()))
            })
            .collect();
        if let Some((at, value)) = slip.filter(|(at, _)| at.sheet == sheet) {
            replaced.insert(at.cell, value.clone());
        }
        done.push(calculation.worksheet.evaluate_with(&replaced).expect("evaluates"));
    }
    done
}

fn copy(
    solved: &SolvedCase,
    subject: &Subject,
    mut value: impl FnMut(GlobalCell) -> Option<String>,
) -> AnswerSheet {
    let at = DateTime::UNIX_EPOCH.fixed_offset();
    let sitting = Sitting {
        copy: "copie".into(),
        candidate: "C-01".into(),
        seat: String::new(),
        allowance: Allowance { minutes: 120, extra: ExtraTime::None },
        subject_fingerprint: String::new(),
    };
    let mut sheet = AnswerSheet::begin(subject, sitting).started(Moment::new(at, 0));
    for question in subject.questions() {
        let Some(ComputedQuestion::Worksheet { cells, .. }) = solved.computed.get(&question.id)
        else {
            continue;
        };
        for (place, cell) in cells {
            if let Some(typed) = value(cell.at) {
                sheet.write_cell(question, *place, &typed, at).expect("written");
            }
        }
    }
    sheet
}

fn written(value: &Value) -> String {
    match value {
        Value::Number(number) => format_decimal(number.normalize()),
        other => other.to_string(),
    }
}

fn asked(solved: &SolvedCase) -> Vec<GlobalCell> {
    let mut found = Vec::new();
    for computed in solved.computed.values() {
        if let ComputedQuestion::Worksheet { cells, .. } = computed {
            found.extend(cells.values().map(|cell| cell.at));
        }
    }
    found
}

fn states(marked: &MarkedCopy) -> Vec<CellState> {
    let cells = marked.questions.values().filter_map(|mark| match mark {
        QuestionMark::Table { cells, .. } => Some(cells.iter().map(|cell| cell.state)),
        _ => None,
    });
    cells.flatten().collect()
}

/// The copy of someone who slips once and goes on rightly from that slip.
fn slipped(at: GlobalCell, by: i64) -> MarkedCopy {
    let (solved, subject) = solved();
    let right = solved.workbook.key(at).number().expect("a number");
    let slip = Value::Number(right + Decimal::from(by));
    let values = evaluated(&solved, Some(&(at, slip)));
    let sheet = copy(&solved, &subject, |cell| Some(written(values[cell.sheet].value(cell.cell))));
    mark_copy(&solved, &sheet)
}

#[test]
fn the_key_earns_full_marks() {
    let (solved, subject) = solved();
    let sheet = copy(&solved, &subject, |cell| Some(written(solved.workbook.key(cell))));
    let marked = mark_copy(&solved, &sheet);
    assert!(marked.roots.is_empty());
    assert!(states(&marked).iter().all(|state| *state == CellState::Correct));
    assert_eq!(marked.points(), solved.case.total_points());
    assert_eq!(marked.strict_points(), solved.case.total_points());
}

#[test]
fn one_slip_anywhere_is_one_error_of_origin_and_the_rest_is_consistent() {
    let (solved, _) = solved();
    let cells = asked(&solved);
    assert!(cells.len() > 60, "{} cells", cells.len());
    let mut explained_most = 0;
    for at in cells {
        let marked = slipped(at, 7);
        assert_eq!(marked.roots.len(), 1, "{:?}", marked.roots);
        let states = states(&marked);
        let count = |wanted: CellState| states.iter().filter(|state| **state == wanted).count();
        assert_eq!(count(CellState::RootError), 1);
        assert_eq!(count(CellState::Wrong) + count(CellState::Blank), 0, "{:?}", marked.roots);
        assert_eq!(marked.roots[0].explains.len(), count(CellState::Consistent));
        explained_most = explained_most.max(count(CellState::Consistent));
        assert!(marked.points() > marked.strict_points() || count(CellState::Consistent) == 0);
    }
    assert!(explained_most > 20, "the first cells explain many: {explained_most}");
}

#[test]
fn a_slip_in_one_question_is_followed_into_the_next() {
    let (solved, _) = solved();
    let first = solved.workbook.calculation("pdp").expect("pdp").worksheet.find("demande", "S3");
    let at = GlobalCell { sheet: 0, cell: first.expect("a cell") };
    let marked = slipped(at, 7);
    let root = &marked.roots[0];
    assert_eq!(root.place.0.as_str(), "Q1");
    assert!(root.explains.iter().any(|(question, _)| question.as_str() == "Q2"));
    assert!(root.sentence().contains("Demande S3"), "{}", root.sentence());
}

#[test]
fn zeros_everywhere_earn_no_more_than_the_right_zeros() {
    let (solved, subject) = solved();
    let sheet = copy(&solved, &subject, |_| Some("0".to_owned()));
    let marked = mark_copy(&solved, &sheet);
    let states = states(&marked);
    let roots = &marked.roots;
    assert!(!states.contains(&CellState::Consistent), "nothing follows from zeros: {roots:#?}");
    assert_eq!(marked.points(), marked.strict_points());
    assert!(marked.roots.iter().all(|root| root.uniform));
}

#[test]
fn an_unreadable_cell_does_not_block_the_rest() {
    let (solved, subject) = solved();
    let mut first = true;
    let sheet = copy(&solved, &subject, |cell| {
        let text = written(solved.workbook.key(cell));
        let typed = if first { "douze".to_owned() } else { text };
        first = false;
        Some(typed)
    });
    let marked = mark_copy(&solved, &sheet);
    let states = states(&marked);
    assert_eq!(
        states.iter().filter(|state| **state == CellState::Correct).count(),
        states.len() - 1
    );
}

#[test]
fn a_blank_cell_is_blank_and_what_follows_is_judged_as_if_it_were_right() {
    let (solved, subject) = solved();
    let blank = asked(&solved)[3];
    let sheet =
        copy(&solved, &subject, |cell| (cell != blank).then(|| written(solved.workbook.key(cell))));
    let states = states(&mark_copy(&solved, &sheet));
    assert_eq!(states.iter().filter(|state| **state == CellState::Blank).count(), 1);
    assert_eq!(
        states.iter().filter(|state| **state == CellState::Correct).count(),
        states.len() - 1
    );
}

/// Text of a PDF, as a reader extracts it.
fn text_of(path: &Path) -> String {
    let output = std::process::Command::new("pdftotext")
        .args(["-layout"])
        .arg(path)
        .arg("-")
        .output()
        .expect("poppler is installed");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_printed_copy_shows_the_error_of_origin_in_words_and_the_corrige_the_workings() {
    let (solved, subject) = solved();
    let cbn = solved.workbook.rank("cbn").expect("a calculation");
    let early = solved.workbook.calculations[cbn].worksheet.find("TAB.BN", "S2").expect("a cell");
    let at = GlobalCell { sheet: cbn, cell: early };
    let right = solved.workbook.key(at).number().expect("a number");
    let values = evaluated(&solved, Some(&(at, Value::Number(right + Decimal::from(30)))));
    let sheet = copy(&solved, &subject, |cell| Some(written(values[cell.sheet].value(cell.cell))));
    let marked = mark_copy(&solved, &sheet);
    assert_eq!(marked.roots.len(), 1);
    assert!(marked.roots[0].explains.len() > 10, "{:?}", marked.roots[0]);

    let folder = std::env::var_os("CASDECOLE_KEEP")
        .map_or_else(|| tempfile::tempdir().expect("a folder").keep(), std::path::PathBuf::from);
    let now = DateTime::UNIX_EPOCH.fixed_offset();
    let printed = PrintedOn { session: None, edited: now.date_naive() };
    let copy_pdf = folder.join("copie.pdf");
    let document = copy_document(&subject, &sheet, Some(&marked), printed);
    write_document(&copy_pdf, &document, now).expect("written");
    let text = text_of(&copy_pdf);
    assert!(text.contains("Erreur d’origine 1 – TAB BN S2"), "{text}");
    assert!(text.contains("cohérent 1") && text.contains("origine 1"), "{text}");

    let catalogue = load_catalogue(None).0;
    let qualification = catalogue.find(&solved.case.qualification).expect("installed");
    let corrige = folder.join("corrige.pdf");
    let document = model_answers_document(&solved, qualification, printed);
    write_document(&corrige, &document, now).expect("written");
    let text = text_of(&corrige);
    assert!(text.contains("BN S2 = "), "{text}");
}
