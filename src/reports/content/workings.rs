//! The working of each computed cell of a question, row by row.

use crate::domain::case_study::{ComputedQuestion, SolvedCase};
use crate::domain::identifier::QuestionId;
use crate::domain::planning::workbook::{Calculation, GlobalCell};
use crate::domain::planning::worksheet::{CellContent, Formula};
use crate::domain::rich_text::Span;
use crate::reports::document::Block;

/// The workings of a computed question; nothing for a typed key.
pub(super) fn workings(solved: &SolvedCase, question: &QuestionId) -> Vec<Block> {
    let lines = match solved.computed.get(question) {
        Some(ComputedQuestion::Worksheet { cells, .. }) => {
            let mut rows: Vec<(&str, Vec<String>)> = Vec::new();
            for cell in cells.values() {
                let Some(line) = working(solved, cell.at) else { continue };
                match rows.last_mut() {
                    Some((row, lines)) if *row == cell.row => lines.push(line),
                    _ => rows.push((&cell.row, vec![line])),
                }
            }
            rows.into_iter().map(|(_, lines)| lines.join(" ; ")).collect()
        }
        Some(ComputedQuestion::Number(at)) => working(solved, *at).into_iter().collect(),
        _ => Vec::new(),
    };
    if lines.is_empty() {
        return Vec::new();
    }
    let items = lines.into_iter().map(|line| (None, vec![Span::plain(line)])).collect();
    vec![Block::Caption("Calculs".to_owned()), Block::Items(items)]
}

/// « PI30 BN S41 = … »; nothing for a value that is given or only carried over.
fn working(solved: &SolvedCase, at: GlobalCell) -> Option<String> {
    let Calculation { worksheet, values, .. } = solved.workbook.calculations.get(at.sheet)?;
    match &worksheet.cell(at.cell)?.content {
        CellContent::Given(_) | CellContent::Computed(Formula::Cell(_)) => None,
        CellContent::Computed(_) => Some(worksheet.working(at.cell, values)),
    }
}
