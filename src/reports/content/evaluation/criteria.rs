//! The criteria of a competence: the level agreed, the remarks of the jurors, the evidence.

use super::{CandidateFile, level_tone};
use crate::domain::framework::{Competence, Criterion};
use crate::domain::grading::{Grid, Level};
use crate::domain::rich_text::Span;
use crate::reports::document::{
    CellContent, ColumnWidth, Table, TableCell, TableColumn, TableRow, TableStyle,
};

/// The table of a competence, one row a criterion.
pub(super) fn criteria_table(
    file: &CandidateFile<'_>,
    competence: &Competence,
    grids: &[&Grid],
) -> Table {
    let mut rows = Vec::new();
    let mut group: Option<&String> = None;
    for criterion in &competence.criteria {
        if criterion.group.as_ref() != group {
            group = criterion.group.as_ref();
            if let Some(label) = group {
                rows.push(TableRow::Group(label.clone()));
            }
        }
        rows.push(TableRow::Cells(criterion_row(file, criterion, grids)));
    }
    let box_column = |head: &str| TableColumn::centre(head, ColumnWidth::Fixed(13.0));
    Table {
        title: Some((format!("{} – {}", competence.id, competence.title), String::new())),
        columns: vec![
            TableColumn::left("N°", ColumnWidth::Fixed(15.0)),
            TableColumn::left("Critère d'évaluation", ColumnWidth::Share(1.0)),
            box_column("satisfait"),
            box_column("partiel"),
            box_column("non\nsatisfait"),
            box_column("non\nobservé"),
            TableColumn::left("Preuves", ColumnWidth::Fixed(20.0)),
        ],
        rows,
        style: TableStyle::Reading,
        headless: false,
    }
}

fn criterion_row(
    file: &CandidateFile<'_>,
    criterion: &Criterion,
    grids: &[&Grid],
) -> Vec<TableCell> {
    let level = file.settled.agreement(&criterion.id, grids).level();
    let mut text = vec![Span::plain(criterion.text.clone())];
    if let Some(note) = &criterion.note {
        text.push(Span { text: format!(" [{}]", note.mark.label()), bold: false, italic: true });
    }
    let mut content = vec![CellContent::Text(text)];
    content.extend(remarks(file, criterion, grids).into_iter().map(CellContent::Remark));
    let evidence: Vec<String> =
        file.case.evidence_for(&criterion.id).map(|(number, _)| format!("Q{number}")).collect();
    let evidence = if evidence.is_empty() { "–".to_owned() } else { evidence.join(", ") };
    let mut cells =
        vec![TableCell::bold(criterion.id.as_str()), TableCell { content, ..TableCell::default() }];
    cells.extend(Level::ALL.map(|known| {
        TableCell::of(CellContent::CheckBox(level == Some(known), level_tone(known)))
    }));
    cells.push(TableCell::text(evidence));
    cells
}

/// Remarks of all jurors; the same words are printed once.
fn remarks(file: &CandidateFile<'_>, criterion: &Criterion, grids: &[&Grid]) -> Vec<String> {
    let mut lines: Vec<(String, Vec<String>)> = Vec::new();
    for (evaluation, grid) in file.evaluations.iter().zip(grids) {
        let Some(remark) = grid.remarks.get(&criterion.id).filter(|_| !grid.abstains()) else {
            continue;
        };
        let juror = evaluation.juror.to_string();
        match lines.iter_mut().find(|(known, _)| known == remark) {
            Some((_, jurors)) => jurors.push(juror),
            None => lines.push((remark.clone(), vec![juror])),
        }
    }
    let judging = grids.iter().filter(|grid| !grid.abstains()).count();
    lines
        .into_iter()
        .map(|(remark, jurors)| {
            if jurors.len() == judging {
                remark
            } else {
                format!("{} : {remark}", jurors.join(", "))
            }
        })
        .collect()
}
