//! What the jury talked about: disagreements and how they were settled, points of the interview.

use super::{CandidateFile, level_sign, level_tone};
use crate::domain::grading::{Agreement, Grid, Level};
use crate::reports::document::{
    Block, CellContent, ColumnWidth, Table, TableCell, TableColumn, TableRow,
};

/// Criteria that jurors judged differently; nothing when there is none.
pub(super) fn disagreements(file: &CandidateFile<'_>, grids: &[&Grid]) -> Vec<Block> {
    let evaluated = file.scheme.competences();
    let criteria = file
        .qualification
        .competences
        .iter()
        .filter(|competence| evaluated.contains(&&competence.id))
        .flat_map(|competence| &competence.criteria);
    let mut rows = Vec::new();
    for criterion in criteria {
        let levels: Vec<Option<Level>> =
            grids.iter().map(|grid| grid.levels.get(&criterion.id).copied()).collect();
        let differ =
            levels.iter().flatten().any(|level| levels.iter().flatten().next() != Some(level));
        if !differ {
            continue;
        }
        let signed = |level: Option<Level>| match level {
            Some(level) => TableCell::of(CellContent::Signed(
                level_sign(level),
                level.label().to_lowercase(),
                level_tone(level),
            )),
            None => TableCell::text("–"),
        };
        let mut cells = vec![TableCell::bold(criterion.id.as_str())];
        cells.extend(levels.iter().map(|level| signed(*level)));
        let agreement = file.settled.agreement(&criterion.id, grids);
        let reason = file.settled.agreed.get(&criterion.id).map(|(_, why)| why.clone());
        cells.push(match agreement {
            Agreement::Disagreement => TableCell::text("à trancher"),
            other => signed(other.level()),
        });
        cells.push(TableCell::text(reason.unwrap_or_default()));
        rows.push(TableRow::Cells(cells));
    }
    if rows.is_empty() {
        return Vec::new();
    }
    let mut columns = vec![TableColumn::left("Critère", ColumnWidth::Fixed(18.0))];
    columns.extend(file.evaluations.iter().map(|evaluation| {
        TableColumn::left(format!("Juré {}", evaluation.juror), ColumnWidth::Fixed(28.0))
    }));
    columns.push(TableColumn::left("Accord", ColumnWidth::Fixed(28.0)));
    columns.push(TableColumn::left("Raison", ColumnWidth::Share(1.0)));
    vec![
        Block::Heading {
            text: "Désaccords levés en délibération".to_owned(),
            aside: String::new(),
        },
        Block::Table(Table { columns, rows, ..Table::default() }),
    ]
}

/// Points that jurors wanted to raise; nothing when there is none.
pub(super) fn interview_points(file: &CandidateFile<'_>, grids: &[&Grid]) -> Vec<Block> {
    let mut rows = Vec::new();
    for id in file.scheme.competences() {
        let mut points: Vec<&String> =
            grids.iter().filter_map(|grid| grid.interview.get(id)).collect();
        points.dedup();
        for point in points {
            rows.push(TableRow::Cells(vec![
                TableCell::bold(id.as_str()),
                TableCell::text(point.clone()),
                TableCell::default(),
            ]));
        }
    }
    if rows.is_empty() {
        return Vec::new();
    }
    vec![
        Block::Heading {
            text: "Points à aborder à l'entretien".to_owned(), aside: String::new()
        },
        Block::Table(Table {
            columns: vec![
                TableColumn::left("Compétence", ColumnWidth::Fixed(24.0)),
                TableColumn::left("Point", ColumnWidth::Share(1.2)),
                TableColumn::left("Réponse du candidat", ColumnWidth::Share(1.0)),
            ],
            rows,
            ..Table::default()
        }),
    ]
}
