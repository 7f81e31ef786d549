//! The working of each computed cell of a question, row by row.

use crate::domain::case_study::{ComputedQuestion, SolvedCase};
use crate::domain::identifier::QuestionId;
use crate::domain::planning::workbook::{Calculation, GlobalCell};
use crate::domain::planning::worksheet::{CellContent, Formula};
use crate::domain::rich_text::Span;
use crate::reports::document::Block;

/// The workings of a computed question; nothing for a typed key.
pub(super) fn workings(solved: &SolvedCase, question: &QuestionId) -> Vec<Block> {
    let rows = match solved.computed.get(question) {
        Some(ComputedQuestion::Worksheet { cells, .. }) => {
            let mut rows: Vec<(GlobalCell, Vec<String>)> = Vec::new();
            let mut current = None;
            for (place, cell) in cells {
                let Some(line) = working(solved, cell.at) else { continue };
                match rows.last_mut() {
                    Some((_, lines)) if current == Some(place.row) => lines.push(line),
                    _ => rows.push((cell.at, vec![line])),
                }
                current = Some(place.row);
            }
            rows
        }
        Some(ComputedQuestion::Number(at)) => {
            working(solved, *at).map(|line| (*at, vec![line])).into_iter().collect()
        }
        _ => Vec::new(),
    };
    if rows.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![Block::Caption("Calculs".to_owned())];
    let sheet = rows.first().and_then(|(at, _)| solved.workbook.calculations.get(at.sheet));
    for remark in sheet.map(|found| found.worksheet.remarks.as_slice()).unwrap_or_default() {
        blocks.push(Block::Note(vec![Span::bold("Remarque : "), Span::plain(remark.clone())]));
    }
    for (at, lines) in rows {
        let mut spans = Vec::new();
        if let Some(code) = group_code(solved, at) {
            spans.push(Span::bold(format!("{code} : ")));
        }
        spans.push(Span::plain(format!("{}.", lines.join(" ; "))));
        blocks.push(Block::Note(spans));
    }
    blocks
}

/// Code of the article that a row belongs to.
fn group_code(solved: &SolvedCase, at: GlobalCell) -> Option<String> {
    let sheet = &solved.workbook.calculations.get(at.sheet)?.worksheet;
    let group = &sheet.rows.get(sheet.cell(at.cell)?.row)?.group;
    group.split([' ', '\u{a0}']).next().filter(|code| !code.is_empty()).map(str::to_owned)
}

/// « PI30 BN S41 = … »; nothing for a value that is given or only carried over.
fn working(solved: &SolvedCase, at: GlobalCell) -> Option<String> {
    let Calculation { worksheet, values, .. } = solved.workbook.calculations.get(at.sheet)?;
    match &worksheet.cell(at.cell)?.content {
        CellContent::Given(_) | CellContent::Computed(Formula::Cell(_)) => None,
        CellContent::Computed(_) => Some(worksheet.working(at.cell, values)),
    }
}
