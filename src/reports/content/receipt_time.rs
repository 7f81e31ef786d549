//! The time of a sitting on its receipt: what was granted, what happened, what was used.

use chrono::{DateTime, FixedOffset, Timelike};

use super::receipt_course::ShownCourse;
use super::receipt_events::events_table;
use super::receipt_lines::{TimeLine, course_lines, entitlement_lines};
use crate::domain::exam::{InterruptionCause, Ledger, short_duration};
use crate::domain::french::clock_minutes;
use crate::domain::rich_text::Span;
use crate::reports::document::{
    Block, ColumnWidth, Table, TableCell, TableColumn, TableRow, TimelineKind, TimelineSegment,
};

const SECOND: u64 = 1_000;
/// Said beside the title of the part.
const CLOCKS: &str = "heures de l'horloge du poste ; durées d'un compteur que personne ne règle";

/// Widths in millimetres: both hours of an interruption stand on one line.
const HOURS: f32 = 58.0;
const LENGTHS: f32 = 30.0;

/// The table and the timeline of a sitting, under their title.
pub(super) fn time_blocks(ledger: &Ledger) -> Vec<Block> {
    let mut blocks = vec![
        Block::Heading { text: "Temps d'épreuve".to_owned(), aside: CLOCKS.to_owned() },
        Block::Table(table(ledger)),
    ];
    blocks.extend(timeline(ledger));
    blocks.extend(events_table(ledger));
    blocks
}

/// What the candidate had a right to, then what happened.
fn table(ledger: &Ledger) -> Table {
    let mut rights: Vec<Vec<TableCell>> =
        entitlement_lines(ledger).into_iter().map(cells).collect();
    let whole = rights.pop().map(TableRow::Total);
    let rights = rights.into_iter().map(TableRow::Cells).chain(whole);
    let course = course_lines(ledger).into_iter().map(|line| TableRow::Cells(cells(line)));
    Table {
        columns: vec![
            TableColumn::left("Droit au temps, puis déroulement", ColumnWidth::Share(1.0)),
            TableColumn::right("Calcul ou heure", ColumnWidth::Fixed(HOURS)),
            TableColumn::right("Durée", ColumnWidth::Fixed(LENGTHS)),
        ],
        rows: rights.chain(course).collect(),
        ..Table::default()
    }
}

/// The timeline, unless the clock was set or a length is unknown: the axis would be wrong.
fn timeline(ledger: &Ledger) -> Option<Block> {
    let course = ShownCourse::of(ledger).filter(|course| course.has_one_clock)?;
    let mut segments = Vec::new();
    let stops = course.stops.iter().map(Some).chain([None]);
    for (worked, stop) in course.stretches().into_iter().zip(stops) {
        if worked > 0 {
            segments.push(segment(TimelineKind::Worked, worked, short_length(worked))?);
        }
        let Some(stop) = stop else { continue };
        let length = stop.length?;
        let label = format!("{} {}", short_cause(stop.interruption.cause), short_length(length));
        segments.push(segment(TimelineKind::Interrupted, length, label)?);
    }
    if course.left > 0 {
        let label = format!("fin au plus tard {}", clock_minutes(course.ends_at));
        segments.push(segment(TimelineKind::Left, course.left, label)?);
    }
    Some(Block::Timeline { starts_at: time_of_day(course.started), segments })
}

fn segment(kind: TimelineKind, seconds: u64, label: String) -> Option<TimelineSegment> {
    Some(TimelineSegment { kind, seconds: u32::try_from(seconds).ok()?, label })
}

fn short_length(seconds: u64) -> String {
    short_duration(seconds.saturating_mul(SECOND))
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

fn cells(line: TimeLine) -> Vec<TableCell> {
    let TimeLine { label, formula, detail, length } = line;
    let label = if formula.is_empty() {
        TableCell::text(label)
    } else {
        TableCell::spans(vec![Span::bold(label), Span::plain(formula)])
    };
    vec![label, TableCell::text(detail), TableCell::text(length)]
}
