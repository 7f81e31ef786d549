//! The summary of a session: counts, matrix of competences by candidate, results.

use super::frame::{Identity, PrintedOn, jury_frame};
use crate::domain::case_study::CaseStudy;
use crate::domain::exam::{Accommodation, Attendance, Candidate, Session};
use crate::domain::framework::{ExamScheme, Qualification};
use crate::domain::french::short_date;
use crate::domain::grading::{Acquisition, Evaluation, Grid, LevelCounts, Settled, Verdict};
use crate::domain::identifier::CompetenceId;
use crate::domain::rich_text::Span;
use crate::reports::document::{
    Block, BodySize, CellContent, Chip, ColumnWidth, Document, Sign, Table, TableCell, TableColumn,
    TableRow, Tone,
};

/// Candidates side by side in one matrix.
const MATRIX_COLUMNS: usize = 12;

/// What the summary says of one candidate.
#[derive(Debug, Clone)]
pub struct SummaryLine<'a> {
    /// The candidate.
    pub candidate: &'a Candidate,
    /// Evaluations.
    pub evaluations: Vec<Evaluation>,
    /// The jury's position.
    pub settled: Settled,
}

/// The summary of a session.
pub fn session_summary_document(
    qualification: &Qualification,
    scheme: &ExamScheme,
    session: &Session,
    case: &CaseStudy,
    lines: &[SummaryLine<'_>],
    printed: PrintedOn,
) -> Document {
    let identity = Identity {
        sigle: &qualification.sigle,
        code: &qualification.code,
        edition: &qualification.edition,
    };
    let usage = case.usage.label();
    let mut blocks = vec![
        Block::Kicker(format!("{}, {} – {}", qualification.sigle, scheme.label(), scheme.title)),
        Block::Title("Synthèse de délibération".to_owned()),
        Block::Facts(facts(session, case)),
        Block::Figures(figures(scheme, lines)),
        Block::Heading { text: "Compétences par candidat".to_owned(), aside: String::new() },
    ];
    for part in lines.chunks(MATRIX_COLUMNS) {
        blocks.push(Block::Table(matrix(qualification, scheme, part)));
    }
    blocks.push(legend());
    blocks.push(Block::Heading { text: "Résultats".to_owned(), aside: String::new() });
    blocks.push(Block::Table(results(qualification, scheme, lines)));
    blocks.push(Block::Note(vec![Span::plain(format!(
        "Les nombres comptent les jugements arrêtés par le jury. Ils éclairent la décision ; ils ne la calculent pas. {usage} : sans effet sur la certification.",
    ))]));
    let jurors = session.jurors.iter().map(|juror| format!("Juré {}", juror.id)).collect();
    blocks.push(Block::Signatures(jurors));
    Document {
        title: format!("Synthèse de délibération – {}", session.title),
        subject: format!("{}, {}, {usage}", qualification.sigle, scheme.label()),
        frame: jury_frame(
            identity,
            "Synthèse de délibération",
            &format!("{} {}, {}", qualification.sigle, scheme.label(), usage.to_lowercase()),
            printed,
        ),
        body: BodySize::Jury,
        blocks,
    }
}

fn facts(session: &Session, case: &CaseStudy) -> Vec<(String, String)> {
    let jurors: Vec<&str> = session.jurors.iter().map(|juror| juror.id.as_str()).collect();
    [
        ("Usage", case.usage.label().to_owned()),
        ("Session", format!("{} et {}", short_date(session.date), short_date(session.jury_date))),
        ("Jurés", jurors.join(", ")),
        ("Étude de cas", case.title.clone()),
    ]
    .map(|(label, value)| (label.to_owned(), value))
    .to_vec()
}

fn verdict(scheme: &ExamScheme, line: &SummaryLine<'_>) -> Option<Verdict> {
    if line.candidate.attendance == Attendance::Absent {
        return Some(Verdict::Absent);
    }
    line.settled.outcome.as_ref().map(|outcome| outcome.verdict(scheme))
}

fn figures(scheme: &ExamScheme, lines: &[SummaryLine<'_>]) -> Vec<(String, Tone, String)> {
    let verdicts: Vec<Option<Verdict>> = lines.iter().map(|line| verdict(scheme, line)).collect();
    let count = |wanted: &dyn Fn(Verdict) -> bool| {
        verdicts.iter().flatten().filter(|verdict| wanted(**verdict)).count()
    };
    let absent = count(&|verdict| verdict == Verdict::Absent);
    let success = count(&Verdict::is_success);
    let pending = verdicts.iter().filter(|verdict| verdict.is_none()).count();
    let others = lines.len() - absent - success - pending;
    vec![
        (lines.len().to_string(), Tone::Ink, "candidats inscrits".to_owned()),
        ((lines.len() - absent).to_string(), Tone::Ink, format!("présents, {absent} absent")),
        (success.to_string(), Tone::Good, "réussites".to_owned()),
        (others.to_string(), Tone::Bad, "sans réussite complète".to_owned()),
        (pending.to_string(), Tone::Blank, "décisions à prononcer".to_owned()),
    ]
}

fn evaluated<'a>(
    qualification: &'a Qualification,
    scheme: &'a ExamScheme,
) -> impl Iterator<Item = (&'a CompetenceId, &'a str)> {
    qualification
        .activities_of(scheme)
        .into_iter()
        .flat_map(|(_, competences)| competences)
        .map(|competence| (&competence.id, competence.title.as_str()))
}

fn matrix(qualification: &Qualification, scheme: &ExamScheme, lines: &[SummaryLine<'_>]) -> Table {
    let mut columns = vec![TableColumn::left("", ColumnWidth::Share(1.0))];
    columns.extend(
        lines
            .iter()
            .map(|line| TableColumn::centre(line.candidate.id.as_str(), ColumnWidth::Fixed(8.8))),
    );
    columns.push(TableColumn::right("acquises", ColumnWidth::Fixed(16.0)));
    let rows = evaluated(qualification, scheme)
        .map(|(id, title)| {
            let mut cells = vec![TableCell::spans(vec![
                Span::bold(id.as_str()),
                Span::plain(format!(" {title}")),
            ])];
            let decisions: Vec<_> = lines.iter().map(|line| line.settled.decision(id)).collect();
            cells.extend(decisions.iter().map(|decision| {
                let (sign, tone) = match decision {
                    Some(Acquisition::Acquired) => (Sign::Check, Tone::Good),
                    Some(Acquisition::NotAcquired) => (Sign::Cross, Tone::Bad),
                    None => (Sign::Dash, Tone::Blank),
                };
                TableCell::of(CellContent::Tile(sign, tone))
            }));
            let decided = decisions.iter().flatten().count();
            let acquired = decisions.iter().filter(|d| **d == Some(Acquisition::Acquired)).count();
            cells.push(TableCell::bold(format!("{acquired}/{decided}")));
            TableRow::Cells(cells)
        })
        .collect();
    Table { columns, rows, ..Table::default() }
}

fn legend() -> Block {
    let sign = |sign, word: &str, tone| (sign, word.to_owned(), tone);
    Block::Table(Table {
        columns: vec![TableColumn::left("", ColumnWidth::Share(1.0))],
        rows: vec![TableRow::Cells(vec![TableCell::of(CellContent::Signs(vec![
            sign(Sign::Check, "acquise", Tone::Good),
            sign(Sign::Cross, "non acquise", Tone::Bad),
            sign(Sign::Dash, "absent ou à décider", Tone::Blank),
        ]))])],
        headless: true,
        ..Table::default()
    })
}

fn results(qualification: &Qualification, scheme: &ExamScheme, lines: &[SummaryLine<'_>]) -> Table {
    let number = |head: &str| TableColumn::right(head, ColumnWidth::Fixed(16.0));
    Table {
        columns: vec![
            TableColumn::left("Candidat", ColumnWidth::Fixed(18.0)),
            TableColumn::left("Parcours", ColumnWidth::Share(1.0)),
            number("satisf."),
            number("part."),
            number("non sat."),
            number("non obs."),
            TableColumn::left("Compétences non acquises", ColumnWidth::Fixed(32.0)),
            TableColumn::left("Décision", ColumnWidth::Fixed(34.0)),
        ],
        rows: lines
            .iter()
            .map(|line| TableRow::Cells(result_row(qualification, scheme, line)))
            .collect(),
        ..Table::default()
    }
}

fn result_row(
    qualification: &Qualification,
    scheme: &ExamScheme,
    line: &SummaryLine<'_>,
) -> Vec<TableCell> {
    let grids: Vec<Grid> = line.evaluations.iter().map(Evaluation::grid).collect();
    let grids: Vec<&Grid> = grids.iter().collect();
    let levels = evaluated(qualification, scheme)
        .filter_map(|(id, _)| qualification.competence(id))
        .flat_map(|competence| &competence.criteria)
        .map(|criterion| line.settled.agreement(&criterion.id, &grids).level());
    let counts = LevelCounts::of(levels);
    let absent = line.candidate.attendance == Attendance::Absent;
    let number = |count: u32| if absent { "–".to_owned() } else { count.to_string() };
    let refused: Vec<&str> = evaluated(qualification, scheme)
        .filter(|(id, _)| line.settled.decision(id) == Some(Acquisition::NotAcquired))
        .map(|(id, _)| id.as_str())
        .collect();
    vec![
        TableCell::bold(line.candidate.id.as_str()),
        TableCell::text(route(line.candidate)),
        TableCell::text(number(counts.satisfied)),
        TableCell::text(number(counts.partial)),
        TableCell::text(number(counts.not_satisfied)),
        TableCell::text(number(counts.not_observed + counts.unjudged)),
        TableCell::text(if refused.is_empty() { "–".to_owned() } else { refused.join(", ") }),
        TableCell::of(CellContent::Chip(chip(verdict(scheme, line)))),
    ]
}

/// « VAE, tiers temps ».
fn route(candidate: &Candidate) -> String {
    let granted = candidate.accommodation.as_ref().map(Accommodation::label).unwrap_or_default();
    let words = [candidate.route.label(), granted.as_str()];
    let words: Vec<&str> = words.into_iter().filter(|words| !words.is_empty()).collect();
    words.join(", ")
}

fn chip(verdict: Option<Verdict>) -> Chip {
    let (sign, tone) = match verdict {
        Some(verdict) if verdict.is_success() => (Sign::Check, Tone::Good),
        Some(Verdict::Partial) => (Sign::Half, Tone::Partial),
        Some(Verdict::Absent) => (Sign::Dash, Tone::Blank),
        Some(_) => (Sign::Cross, Tone::Bad),
        None => (Sign::Ring, Tone::Blank),
    };
    let text = verdict.map_or("à prononcer", |verdict| verdict.label()).to_lowercase();
    Chip { sign: Some(sign), text: text.replace("ccp", "CCP"), tone }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::exam::parse_candidates;

    #[test]
    fn what_the_centre_has_to_provide_stands_apart_from_the_route_and_the_time() {
        let list = "C-01;A;VAE;tiers temps, lecteur\nC-02;B;formation;\n";
        let (candidates, _) = parse_candidates(list);
        let routes: Vec<String> = candidates.iter().map(route).collect();
        assert_eq!(routes, ["VAE, tiers temps – à assurer par le centre : lecteur", "Formation"]);
    }
}
