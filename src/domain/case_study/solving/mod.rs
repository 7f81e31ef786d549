//! From the case as its author writes it to the case as it is sat and corrected: calculations made,
//! exhibits rendered from data, `{{expressions}}` of texts replaced, keys computed.
//!
//! What belongs here: that transformation, and what follow-through marking needs to know of it. A
//! solved case holds plain tables and texts only, so nothing downstream knows of calculations.

mod exhibits;
mod placements;
mod texts;
mod worksheet_table;
mod writings;

use std::collections::BTreeMap;

use super::{CaseStudy, CellPosition, Question, QuestionKind, WorksheetForm, variant};
use crate::domain::diagnostic::{Diagnostic, Element, Place};
use crate::domain::identifier::QuestionId;
use crate::domain::planning::data::PlanningData;
use crate::domain::planning::tree::{Problems, Tree, followed};
use crate::domain::planning::workbook::{GlobalCell, Workbook};

pub use placements::{AssignmentPlacement, Measure, Placement, SchedulePlacement, Target};
pub use writings::{asked_value, canonical_text, with_decimals};

/// A case with every key computed.
#[derive(Debug, Clone)]
pub struct SolvedCase {
    /// The case: plain tables and texts, no data.
    pub case: CaseStudy,
    /// Its calculations.
    pub workbook: Workbook,
    /// Questions whose key comes from them.
    pub computed: BTreeMap<QuestionId, ComputedQuestion>,
}

/// What a question asks of the calculations.
#[derive(Debug, Clone)]
pub enum ComputedQuestion {
    /// Cells of a calculation.
    Worksheet {
        /// How they are shown and marked.
        form: Box<WorksheetForm>,
        /// Each asked cell of the table.
        cells: BTreeMap<CellPosition, AskedCell>,
    },
    /// One number.
    Number(GlobalCell),
    /// Operations or people to place, checked by constraint.
    Placement(Box<Placement>),
}

/// A cell asked by a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AskedCell {
    /// The cell of the calculation.
    pub at: GlobalCell,
    /// Key of its row.
    pub row: String,
    /// Key of its column.
    pub column: String,
    /// Its weight in the marks.
    pub weight: u32,
}

/// Solves a case: every problem of its data at once.
pub fn solve(case: &CaseStudy) -> (SolvedCase, Vec<Diagnostic>) {
    let mut found = Vec::new();
    let mut problems = Problems::default();
    let (data, workbook) = if case.data.is_empty() {
        (PlanningData::default(), Workbook::default())
    } else {
        let read = Workbook::read(&case.data, &mut problems);
        variant::check(&case.data, &mut problems);
        read
    };
    found.extend(problems.found.into_iter().map(|problem| {
        let place = Place::within(Element::Data, problem.path);
        Diagnostic::error(place, problem.message, problem.remedy)
    }));
    if found.is_empty() {
        found.extend(variant::changed_shape(&case.data, &workbook));
    }
    found.extend(remarks(&workbook));
    let mut solved = case.clone();
    let mut computed = BTreeMap::new();
    for question in solved.dossiers.iter_mut().flat_map(|dossier| &mut dossier.questions) {
        if let Some(made) = solve_question(question, &data, &workbook, &mut found) {
            computed.insert(question.id.clone(), made);
        }
    }
    // What is wrong in them was noted when the workbook was read.
    let written = followed(&case.data, &mut Problems::default());
    exhibits::render(&mut solved, &data, &written, &mut found);
    texts::replace(&mut solved, &written, &data.periods, &workbook, &mut found);
    solved.data = Tree::Empty;
    (SolvedCase { case: solved, workbook, computed }, found)
}

/// What calculations remark, such as an order that should have started before the horizon.
fn remarks(workbook: &Workbook) -> Vec<Diagnostic> {
    let remarked = workbook.calculations.iter().flat_map(|calculation| {
        let place = format!("calculs.{}", calculation.id);
        calculation.worksheet.remarks.iter().map(move |remark| (place.clone(), remark))
    });
    remarked
        .map(|(place, remark)| {
            Diagnostic::warning(
                Place::within(Element::Data, place),
                format!("remarque du calcul : {}", remark.trim_end_matches('.')) + ".",
                "Vérifiez que la question et le corrigé en tiennent compte.",
            )
        })
        .collect()
}

/// Puts the computed key in a question; `None` when its key is typed or cannot be computed.
fn solve_question(
    question: &mut Question,
    data: &PlanningData,
    workbook: &Workbook,
    found: &mut Vec<Diagnostic>,
) -> Option<ComputedQuestion> {
    let element = Element::Question(question.id.clone());
    match &mut question.answer {
        QuestionKind::Worksheet(form) => {
            let (table, cells) = worksheet_table::build(form, workbook, &element, found)?;
            let form = std::mem::take(form);
            question.answer = QuestionKind::Table(table);
            Some(ComputedQuestion::Worksheet { form, cells })
        }
        QuestionKind::Number { key, cell, decimals, .. } if !cell.is_empty() => {
            let (value, at) = worksheet_table::number(cell, *decimals, workbook, &element, found)?;
            *key = Some(value);
            Some(ComputedQuestion::Number(at))
        }
        QuestionKind::Schedule(form) => {
            let (table, placement) = placements::schedule(form, data, &element, found)?;
            question.answer = QuestionKind::Table(table);
            Some(ComputedQuestion::Placement(Box::new(placement)))
        }
        QuestionKind::Assignment(form) => {
            let (table, placement) = placements::assignment(form, data, &element, found)?;
            question.answer = QuestionKind::Table(table);
            Some(ComputedQuestion::Placement(Box::new(placement)))
        }
        _ => None,
    }
}
