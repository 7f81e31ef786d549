//! What people and the program noted during a sitting: time given, and what had no effect on it.

use crate::domain::exam::{Ledger, Phase, TimeEvent, exact_duration, short_duration};
use crate::domain::french::{clock_minutes, clock_seconds};
use crate::reports::document::{Block, ColumnWidth, Table, TableCell, TableColumn, TableRow};

/// Time given in the room: words and duration, in order.
pub(super) fn extension_rows(ledger: &Ledger) -> Vec<(String, String)> {
    let rows = ledger.entries_that_count().iter().filter_map(|entry| {
        let TimeEvent::Extended { seconds, reason, for_all } = &entry.event else { return None };
        let (name, sign) =
            if *seconds < 0 { ("Prolongation reprise", "− ") } else { ("Prolongation", "") };
        let whom = if *for_all { ", pour tous" } else { "" };
        let when = clock_minutes(entry.at.wall);
        let length = exact_duration(seconds.unsigned_abs().saturating_mul(1_000));
        let label = match reason.trim() {
            "" => format!("{name} à {when}{whom}"),
            reason => format!("{name} à {when}{whom} : {reason}"),
        };
        Some((label, format!("{sign}{length}")))
    });
    rows.collect()
}

/// What was noted without effect on the time: when, unless it was at several moments, and what.
pub fn noted_lines(ledger: &Ledger) -> Vec<(Option<String>, String)> {
    let mut lines: Vec<(Option<String>, String)> = ledger
        .entries()
        .iter()
        .zip(ledger.phases_before())
        .filter_map(|(entry, phase)| {
            Some((Some(clock_seconds(entry.at.wall)), words(&entry.event, phase)?))
        })
        .collect();
    lines.extend(departures(ledger).map(|words| (None, words)));
    lines
}

/// What was noted without effect on the time; nothing when there is none.
pub(super) fn events_table(ledger: &Ledger) -> Option<Block> {
    let rows = noted_lines(ledger);
    if rows.is_empty() {
        return None;
    }
    let rows = rows
        .into_iter()
        .map(|(when, what)| {
            let when = when.unwrap_or_else(|| "–".to_owned());
            TableRow::Cells(vec![TableCell::text(when), TableCell::text(what)])
        })
        .collect();
    Some(Block::Table(Table {
        columns: vec![
            TableColumn::right("Heure", ColumnWidth::Fixed(30.0)),
            TableColumn::left(
                "Noté pendant l'épreuve, sans effet sur le temps",
                ColumnWidth::Share(1.0),
            ),
        ],
        rows,
        ..Table::default()
    }))
}

/// An event in words; `phase` is where the sitting stood before it.
fn words(event: &TimeEvent, phase: Phase) -> Option<String> {
    match event {
        // The interruption that lasts holds this stop, and is a line of its own: no time is given
        // back here. A stop while the time ran is an interruption itself.
        TimeEvent::Reopened { same_computer, .. } if phase == Phase::Paused => {
            let how = if *same_computer { "après un arrêt" } else { "sur un autre poste" };
            Some(format!("Copie reprise {how}, pendant une interruption"))
        }
        TimeEvent::ClockChanged { milliseconds } => {
            let way = if *milliseconds < 0 { "reculée" } else { "avancée" };
            let by = short_duration(milliseconds.unsigned_abs());
            Some(format!("Horloge du poste {way} de {by}"))
        }
        TimeEvent::Incident { text } => Some(format!("Incident : {}", text.trim())),
        TimeEvent::Late { milliseconds, given_back: true } => {
            Some(format!("Retard de {} à l'arrivée, rendu", short_duration(*milliseconds)))
        }
        TimeEvent::Started
        | TimeEvent::Extended { .. }
        | TimeEvent::Paused { .. }
        | TimeEvent::Resumed
        | TimeEvent::Reopened { .. }
        | TimeEvent::Asleep { .. }
        | TimeEvent::Late { .. }
        | TimeEvent::LeftWindow { .. }
        | TimeEvent::Closed { .. } => None,
    }
}

/// How often and how long the window was left, in words.
fn departures(ledger: &Ledger) -> Option<String> {
    let lengths: Vec<u64> = ledger
        .entries()
        .iter()
        .filter_map(|entry| match entry.event {
            TimeEvent::LeftWindow { milliseconds } => Some(milliseconds),
            _ => None,
        })
        .collect();
    let whole = lengths.iter().fold(0_u64, |sum, length| sum.saturating_add(*length));
    let length = short_duration(whole);
    match lengths.len() {
        0 => None,
        1 => Some(format!("Fenêtre de l'épreuve quittée une fois, {length}")),
        times => Some(format!("Fenêtre de l'épreuve quittée {times} fois, {length} en tout")),
    }
}
