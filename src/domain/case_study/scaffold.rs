//! A new case from a template, a new question of each kind, and the next free identifiers.

use super::{
    Align, AskedValue, CaseStudy, Cell, ChoiceOption, Column, Dossier, Exhibit, ExhibitBlock,
    Materials, PlacementForm, Points, Question, QuestionKind, Scoring, TableForm, Tolerance, Usage,
    WrittenKind,
};
use crate::domain::framework::{ExamScheme, Qualification};
use crate::domain::identifier::{CaseId, DossierId, ExhibitId, QuestionId};
use crate::domain::planning::tree::Tree;

/// Reading time proposed for a new case, in minutes.
const READING_MINUTES: u32 = 10;

/// A new case for a scheme: its duration, one empty exhibit, and one dossier a competence.
pub fn blank_case(qualification: &Qualification, scheme: &ExamScheme, id: CaseId) -> CaseStudy {
    let written = scheme.written_case();
    let competences = written.map(|modality| modality.competences.as_slice()).unwrap_or_default();
    let dossiers = competences
        .iter()
        .filter_map(|id| qualification.competence(id))
        .enumerate()
        .map(|(index, competence)| Dossier {
            id: DossierId(format!("D{}", index + 1)),
            title: competence.title.clone(),
            introduction: String::new(),
            questions: Vec::new(),
        })
        .collect();
    CaseStudy {
        id,
        title: "Nouvelle étude de cas".to_owned(),
        author: String::new(),
        qualification: qualification.sigle.clone(),
        scheme: scheme.id.clone(),
        usage: Usage::Training,
        duration_minutes: written.map_or(0, |modality| modality.minutes),
        reading_minutes: READING_MINUTES,
        context: String::new(),
        instructions: Vec::new(),
        materials: Materials {
            allowed: vec![
                "Calculatrice non communicante".to_owned(),
                "Stylo, crayon, gomme, règle".to_owned(),
            ],
            forbidden: vec!["Document personnel, téléphone, montre connectée".to_owned()],
            spell_check: false,
        },
        data: Tree::Empty,
        exhibits: Vec::new(),
        dossiers,
    }
}

/// An empty exhibit with one text.
pub fn blank_exhibit(id: ExhibitId) -> Exhibit {
    Exhibit {
        id,
        title: "Nouvelle annexe".to_owned(),
        content: vec![ExhibitBlock::Text { markdown: String::new() }],
    }
}

/// An empty question of a kind.
pub fn blank_question(kind: WrittenKind, id: QuestionId) -> Question {
    Question {
        id,
        title: String::new(),
        statement: String::new(),
        minutes: 10,
        points: Points::whole(1),
        criteria: Vec::new(),
        exhibits: Vec::new(),
        expected: Vec::new(),
        model_answer: String::new(),
        answer: blank_answer(kind),
    }
}

/// An empty key of a kind.
pub fn blank_answer(kind: WrittenKind) -> QuestionKind {
    match kind {
        WrittenKind::LongText => QuestionKind::LongText { lines: 8 },
        WrittenKind::ShortText => QuestionKind::ShortText {},
        WrittenKind::Number => QuestionKind::Number {
            unit: String::new(),
            key: None,
            cell: String::new(),
            decimals: None,
            tolerance: Tolerance::Exact,
        },
        WrittenKind::Choice => QuestionKind::Choice {
            multiple: false,
            scoring: Scoring::AllOrNothing,
            options: ["a", "b", "c"]
                .map(|id| ChoiceOption { id: id.into(), text: String::new(), correct: false })
                .to_vec(),
        },
        WrittenKind::Table => QuestionKind::Table(blank_table()),
        WrittenKind::Worksheet => QuestionKind::Worksheet(Box::default()),
        WrittenKind::Schedule => QuestionKind::Schedule(PlacementForm::default()),
        WrittenKind::Assignment => QuestionKind::Assignment(PlacementForm::default()),
    }
}

fn blank_table() -> TableForm {
    let asked = || Cell::Asked(AskedValue::Number { key: None, tolerance: None });
    let column = |title: &str, align| Column { title: title.to_owned(), align };
    TableForm {
        columns: vec![
            column("Ligne", Align::Left),
            column("Colonne 1", Align::Right),
            column("Colonne 2", Align::Right),
        ],
        rows: ["Première ligne", "Deuxième ligne"]
            .map(|label| vec![Cell::Given(label.to_owned()), asked(), asked()])
            .to_vec(),
        tolerance: Tolerance::Exact,
        board: None,
    }
}

/// First free "Q…" of a case.
pub fn next_question_id(case: &CaseStudy) -> QuestionId {
    QuestionId(next("Q", case.questions().map(|question| question.id.as_str())))
}

/// First free "A…" of a case.
pub fn next_exhibit_id(case: &CaseStudy) -> ExhibitId {
    ExhibitId(next("A", case.exhibits.iter().map(|exhibit| exhibit.id.as_str())))
}

/// First free "D…" of a case.
pub fn next_dossier_id(case: &CaseStudy) -> DossierId {
    DossierId(next("D", case.dossiers.iter().map(|dossier| dossier.id.as_str())))
}

/// One more than the highest number used, so that an identifier is never given twice.
fn next<'a>(prefix: &str, used: impl Iterator<Item = &'a str>) -> String {
    let highest =
        used.filter_map(|id| id.strip_prefix(prefix)?.parse::<u32>().ok()).max().unwrap_or(0);
    format!("{prefix}{}", u64::from(highest) + 1)
}
