//! How the report opens: the session, the jurors, the modalities, what the jury has examined.

use super::CandidateFile;
use crate::domain::answers::{AnswerSheet, Origin};
use crate::domain::exam::AccessRoute;
use crate::domain::framework::ModalityKind;
use crate::domain::french::{duration, short_date};
use crate::domain::grading::{Examined, Grid, Interest};
use crate::domain::rich_text::Span;
use crate::reports::document::{
    Block, ColumnWidth, Table, TableCell, TableColumn, TableRow, TableStyle,
};

/// Titles, facts, modalities and what was examined.
pub(super) fn opening(file: &CandidateFile<'_>, grids: &[&Grid]) -> Vec<Block> {
    let jurors: Vec<String> =
        file.evaluations.iter().map(|evaluation| evaluation.juror.to_string()).collect();
    let facts = [
        ("Usage", file.case.usage.label().to_owned()),
        ("Session", short_date(file.session.date)),
        ("Jurés", if jurors.is_empty() { "–".to_owned() } else { jurors.join(" et ") }),
        ("Conflit d'intérêts", interests(file, grids)),
    ];
    vec![
        Block::Kicker(format!(
            "{}, {} – {}",
            file.qualification.sigle,
            file.scheme.label(),
            file.scheme.title
        )),
        Block::Title(format!("Évaluation – candidat {}", file.candidate.id)),
        Block::Facts(facts.map(|(label, value)| (label.to_owned(), value)).to_vec()),
        Block::Columns(vec![(0.56, modalities(file)), (0.44, examined(file))]),
        Block::Note(vec![
            Span::plain("Preuves : "),
            Span::bold("Q"),
            Span::plain(
                " question de l'étude de cas. Critères : RE, 3.2 ; leur rattachement aux modalités est déduit de 3.1.",
            ),
        ]),
    ]
}

fn interests(file: &CandidateFile<'_>, grids: &[&Grid]) -> String {
    if file.evaluations.is_empty() {
        return "non renseigné".to_owned();
    }
    let mut lines = Vec::new();
    for (evaluation, grid) in file.evaluations.iter().zip(grids) {
        match &grid.interest {
            Some(Interest::Abstains(reason)) => {
                lines.push(format!("{} s'abstient ({reason})", evaluation.juror));
            }
            Some(Interest::None) => {}
            None => lines.push(format!("{} : à déclarer", evaluation.juror)),
        }
    }
    if lines.is_empty() { "aucun déclaré".to_owned() } else { lines.join(" ; ") }
}

fn modalities(file: &CandidateFile<'_>) -> Vec<Block> {
    let rows = file.scheme.modalities.iter().map(|modality| {
        let written = modality.kind == ModalityKind::CaseStudyExam;
        let spent = file.sheet.filter(|_| written).and_then(spent);
        let date = if written { short_date(file.session.date) } else { String::new() };
        TableRow::Cells(vec![
            TableCell::text(modality.kind.label()),
            TableCell::text(duration(modality.minutes)),
            TableCell::text(spent.unwrap_or_default()),
            TableCell::text(date),
        ])
    });
    vec![
        Block::Caption("Modalités de la session".to_owned()),
        Block::Table(Table {
            title: None,
            columns: vec![
                TableColumn::left("Modalité", ColumnWidth::Share(1.0)),
                TableColumn::right("Prévu", ColumnWidth::Fixed(15.0)),
                TableColumn::right("Réalisé", ColumnWidth::Fixed(16.0)),
                TableColumn::right("Date", ColumnWidth::Fixed(21.0)),
            ],
            rows: rows.collect(),
            style: TableStyle::Reading,
            headless: false,
        }),
    ]
}

/// How long the candidate wrote; what was written on paper is not timed here.
fn spent(sheet: &AnswerSheet) -> Option<String> {
    if sheet.origin == Origin::Paper {
        return Some("papier".to_owned());
    }
    let minutes = (sheet.handed_in_at? - sheet.started_at()?).num_minutes();
    Some(duration(u32::try_from(minutes).ok()?))
}

fn examined(file: &CandidateFile<'_>) -> Vec<Block> {
    let has = |kind| file.scheme.modality(kind).is_some();
    let lines = Examined::ALL.into_iter().filter(|element| match element {
        Examined::WrittenCase => has(ModalityKind::CaseStudyExam),
        Examined::KnowledgeTest => has(ModalityKind::KnowledgeTest),
        Examined::TechnicalInterview => has(ModalityKind::TechnicalInterview),
        Examined::WorkReview => has(ModalityKind::WorkReview),
        Examined::FinalInterview => has(ModalityKind::FinalInterview),
        Examined::CourseResults => file.candidate.route == AccessRoute::Training,
        Examined::CertificationBooklet => file.candidate.route == AccessRoute::Accumulation,
        Examined::ProfessionalFile => true,
    });
    let options =
        lines.map(|e| (file.settled.examined.contains(&e), vec![Span::plain(e.label())])).collect();
    vec![Block::Caption("Éléments examinés par le jury".to_owned()), Block::Options(options)]
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;
    use crate::domain::answers::samples;
    use crate::domain::exam::{ClosedBy, Moment};

    #[test]
    fn the_time_of_typing_is_not_that_of_the_candidate() {
        let at = |time: &str| {
            let wall = DateTime::parse_from_rfc3339(&format!("2027-03-11T{time}:00+01:00"));
            Moment::new(wall.expect("a time"), 0)
        };
        let sheet = |origin| {
            let mut sheet = AnswerSheet { origin, ..samples::sheet() }.started(at("20:19"));
            sheet.close(at("20:22"), ClosedBy::Candidate).expect("it closes");
            spent(&sheet).unwrap_or_default().replace('\u{a0}', " ")
        };
        assert_eq!(sheet(Origin::Screen), "0 h 03");
        assert_eq!(sheet(Origin::Paper), "papier");
    }
}
