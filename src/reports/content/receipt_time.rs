//! The time of a sitting on its receipt: what was granted, what happened, what was used.

use chrono::{DateTime, FixedOffset, Timelike};

use super::receipt_events::{events_table, extension_rows};
use crate::domain::exam::{
    ClosedBy, Interruption, InterruptionCause, Ledger, Moment, Passage, TimeEvent, exact_duration,
    short_duration,
};
use crate::domain::french::{clock_minutes, clock_seconds};
use crate::domain::rich_text::Span;
use crate::reports::document::{
    Block, ColumnWidth, Table, TableCell, TableColumn, TableRow, TimelineKind, TimelineSegment,
};
const SECOND: u64 = 1_000;

/// What a row shows: words, the middle column, the duration.
type Row = (TableCell, String, String);

/// The tables and the timeline of a sitting.
pub(super) fn time_blocks(ledger: &Ledger) -> Vec<Block> {
    let mut blocks = vec![Block::Table(entitlement(ledger))];
    let (Some(started), Some(at)) = (ledger.started(), ledger.latest()) else { return blocks };
    blocks.push(Block::Table(course(ledger, started, at)));
    blocks.extend(timeline(ledger, started, at));
    blocks.extend(events_table(ledger));
    blocks.push(Block::Note(vec![Span::plain(
        "Les heures sont celles de l'horloge du poste. Les durées viennent d'un compteur que personne ne peut régler ; elles sont mesurées au millième et imprimées à la seconde.",
    )]));
    blocks
}

fn entitlement(ledger: &Ledger) -> Table {
    let allowance = ledger.allowance();
    let words = |text: &str| TableCell::text(text);
    let subject = exact_duration(u64::from(allowance.minutes) * 60 * SECOND);
    let mut rows: Vec<Row> = vec![(words("Durée de l'épreuve"), String::new(), subject)];
    if let Some(calculation) = allowance.calculation() {
        let label = allowance.extra.label().unwrap_or_default();
        let extra = exact_duration(allowance.extra_seconds().saturating_mul(SECOND));
        rows.push((words(&format!("Temps supplémentaire, {label}")), calculation, extra));
    }
    for (label, duration) in extension_rows(ledger) {
        rows.push((words(&label), String::new(), duration));
    }
    if let Some(late) = ledger.lateness().filter(|late| !late.given_back) {
        let lost = format!("− {}", exact_duration(late.milliseconds));
        rows.push((words("Retard à l'arrivée, non rendu"), String::new(), lost));
    }
    let mut rows: Vec<TableRow> = rows.into_iter().map(cells).collect();
    let granted = exact_duration(ledger.granted());
    rows.push(TableRow::Total(vec![
        TableCell::text("Temps accordé"),
        TableCell::text(""),
        TableCell::text(granted),
    ]));
    Table { columns: columns("Droit au temps", "Calcul"), rows, ..Table::default() }
}

fn course(ledger: &Ledger, started: Moment, at: Moment) -> Table {
    let simple = |text: &str| TableCell::text(text);
    let strong =
        |bold: &str, rest: &str| TableCell::spans(vec![Span::bold(bold), Span::plain(rest)]);
    let mut rows: Vec<Row> = vec![(simple("Début"), clock_seconds(started.wall), String::new())];
    let mut interruptions = 0;
    for passage in ledger.course(at) {
        if let Passage::Interrupted(interruption) = passage {
            interruptions += 1;
            rows.extend(interruption_rows(&interruption));
        }
    }
    let formulas = formulas(ledger, interruptions);
    let end = clock_seconds(ledger.ends_at(at));
    rows.push((strong("Fin au plus tard", formulas.0), end, String::new()));
    let closed = ledger.closed().map_or("Dernier moment connu", |(_, by)| match by {
        ClosedBy::Candidate => "Remise par le candidat",
        ClosedBy::Time => "Remise d'office à la fin du temps",
        ClosedBy::Invigilator => "Copie fermée par le surveillant",
    });
    rows.push((simple(closed), clock_seconds(at.wall), String::new()));
    // Cut to whole seconds first: what was used and what was left add up on paper.
    let used = ledger.used(at) / SECOND * SECOND;
    let left = ledger.granted().saturating_sub(used);
    rows.push((strong("Temps utilisé", formulas.1), String::new(), exact_duration(used)));
    rows.push((simple("Temps restant à la remise"), String::new(), exact_duration(left)));
    let rows = rows.into_iter().map(cells).collect();
    Table { columns: columns("Déroulement", "Heure"), rows, ..Table::default() }
}

fn interruption_rows(interruption: &Interruption) -> Vec<Row> {
    let label = interruption.cause.label();
    let label = match interruption.reason.trim() {
        "" => label.to_owned(),
        reason => format!("{label} : {reason}"),
    };
    let begin = (TableCell::text(label), clock_seconds(interruption.from), String::new());
    let end = interruption.to.map(|to| {
        let length = interruption.milliseconds;
        let length = length.map_or_else(|| "durée inconnue".to_owned(), exact_duration);
        (TableCell::text(interruption.cause.end_label()), clock_seconds(to), length)
    });
    std::iter::once(begin).chain(end).collect()
}

/// How the end and the time used follow from the rows above: as long as the hours come from one
/// clock that nobody set, anyone can add them up.
fn formulas(ledger: &Ledger, interruptions: usize) -> (&'static str, &'static str) {
    if !has_one_clock(ledger) {
        return (" = remise + temps restant", ", sans les interruptions");
    }
    match interruptions {
        0 => (" = début + temps accordé", " = remise − début"),
        1 => (" = début + temps accordé + interruption", " = remise − début − interruption"),
        _ => (" = début + temps accordé + interruptions", " = remise − début − interruptions"),
    }
}

/// Whether all hours were read on one clock that nobody set, and all lengths are known.
fn has_one_clock(ledger: &Ledger) -> bool {
    let several = ledger.entries_that_count().iter().any(|entry| match entry.event {
        TimeEvent::ClockChanged { .. } => true,
        TimeEvent::Reopened { same_computer, .. } => !same_computer,
        _ => false,
    });
    !several && ledger.interruptions().iter().all(|known| known.milliseconds.is_some())
}

/// The timeline, unless the clock was set or a length is unknown: the axis would be wrong.
fn timeline(ledger: &Ledger, started: Moment, at: Moment) -> Option<Block> {
    if !has_one_clock(ledger) {
        return None;
    }
    let mut segments = Vec::new();
    for passage in ledger.course(at) {
        let (kind, milliseconds, label) = match passage {
            Passage::Worked(worked) => {
                let label = short_duration(worked.milliseconds);
                (TimelineKind::Worked, worked.milliseconds, label)
            }
            Passage::Interrupted(interruption) => {
                let length = interruption.milliseconds?;
                let label =
                    format!("{} {}", short_cause(interruption.cause), short_duration(length));
                (TimelineKind::Interrupted, length, label)
            }
        };
        segments.push(segment(kind, milliseconds, label)?);
    }
    let left = ledger.remaining(at);
    if left > 0 {
        let label = format!("fin au plus tard {}", clock_minutes(ledger.ends_at(at)));
        segments.push(segment(TimelineKind::Left, left, label)?);
    }
    Some(Block::Timeline { starts_at: time_of_day(started.wall), segments })
}

fn segment(kind: TimelineKind, milliseconds: u64, label: String) -> Option<TimelineSegment> {
    let seconds = u32::try_from(milliseconds / SECOND).ok()?;
    Some(TimelineSegment { kind, seconds, label })
}

const fn short_cause(cause: InterruptionCause) -> &'static str {
    match cause {
        InterruptionCause::Late => "retard",
        InterruptionCause::Paused => "interruption",
        InterruptionCause::Asleep => "veille",
        InterruptionCause::Stopped | InterruptionCause::OtherComputer => "arrêt",
    }
}

fn time_of_day(moment: DateTime<FixedOffset>) -> u32 {
    moment.num_seconds_from_midnight()
}

fn columns(what: &str, middle: &str) -> Vec<TableColumn> {
    vec![
        TableColumn::left(what, ColumnWidth::Share(1.0)),
        TableColumn::right(middle, ColumnWidth::Fixed(36.0)),
        TableColumn::right("Durée", ColumnWidth::Fixed(36.0)),
    ]
}

fn cells((words, middle, duration): Row) -> TableRow {
    TableRow::Cells(vec![words, TableCell::text(middle), TableCell::text(duration)])
}
