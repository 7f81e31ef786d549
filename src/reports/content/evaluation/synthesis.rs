//! The synthesis: how many criteria of each level, and the decision on each competence.

use super::{CandidateFile, level_sign, level_tone};
use crate::domain::framework::Competence;
use crate::domain::grading::{Acquisition, Grid, Level, LevelCounts};
use crate::domain::rich_text::Span;
use crate::reports::document::{
    Block, CellContent, ColumnWidth, Table, TableCell, TableColumn, TableRow, TableStyle, Tone,
};

fn counts(file: &CandidateFile<'_>, competence: &Competence, grids: &[&Grid]) -> LevelCounts {
    LevelCounts::of(
        competence.criteria.iter().map(|c| file.settled.agreement(&c.id, grids).level()),
    )
}

/// The table of the competences, by activity for a whole titre.
pub(super) fn synthesis(file: &CandidateFile<'_>, grids: &[&Grid]) -> Vec<Block> {
    let mut rows = Vec::new();
    for (activity, competences) in file.qualification.activities_of(file.scheme) {
        if file.scheme.is_whole_qualification() {
            let label = file.qualification.certificate_label(&activity.id);
            rows.push(TableRow::Group(format!("{label} – {}", activity.title)));
        }
        for competence in competences {
            rows.push(TableRow::Cells(synthesis_row(file, competence, grids)));
        }
    }
    vec![
        Block::Heading { text: "Synthèse par compétence".to_owned(), aside: String::new() },
        Block::Table(Table {
            title: None,
            columns: vec![
                TableColumn::left("Compétence", ColumnWidth::Share(1.0)),
                TableColumn::left("Critères", ColumnWidth::Fixed(40.0)),
                TableColumn::centre("acquise", ColumnWidth::Fixed(15.0)),
                TableColumn::centre("non\nacquise", ColumnWidth::Fixed(15.0)),
                TableColumn::left(
                    "Appréciation (motif exigé si non acquise)",
                    ColumnWidth::Fixed(50.0),
                ),
            ],
            rows,
            style: TableStyle::Reading,
            headless: false,
        }),
        Block::Note(vec![Span::plain(
            "Compétences transversales : évaluées au travers des compétences professionnelles. Les nombres de critères éclairent la décision ; ils ne la calculent pas.",
        )]),
    ]
}

fn synthesis_row(
    file: &CandidateFile<'_>,
    competence: &Competence,
    grids: &[&Grid],
) -> Vec<TableCell> {
    let counts = counts(file, competence, grids);
    let decision = file.settled.decisions.get(&competence.id);
    let acquired = decision.map(|(decision, _)| *decision);
    let reason = decision.map(|(_, reason)| reason.clone()).unwrap_or_default();
    let sign = |count: u32, level: Level| (level_sign(level), count.to_string(), level_tone(level));
    let tallies = vec![
        sign(counts.satisfied, Level::Satisfied),
        sign(counts.partial, Level::Partial),
        sign(counts.not_satisfied, Level::NotSatisfied),
        sign(counts.not_observed + counts.unjudged, Level::NotObserved),
    ];
    let bar = vec![
        (counts.satisfied, Tone::Good),
        (counts.partial, Tone::Partial),
        (counts.not_satisfied, Tone::Bad),
        (counts.not_observed + counts.unjudged, Tone::Blank),
    ];
    vec![
        TableCell::spans(vec![
            Span::bold(competence.id.as_str()),
            Span::plain(format!(" {}", competence.title)),
        ]),
        TableCell {
            content: vec![CellContent::Bar(bar), CellContent::Signs(tallies)],
            ..TableCell::default()
        },
        TableCell::of(CellContent::CheckBox(acquired == Some(Acquisition::Acquired), Tone::Good)),
        TableCell::of(CellContent::CheckBox(acquired == Some(Acquisition::NotAcquired), Tone::Bad)),
        TableCell::text(reason),
    ]
}
