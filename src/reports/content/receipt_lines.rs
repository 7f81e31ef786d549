//! What a receipt says of the time of a sitting, line by line: the same on paper and on screen.

use super::receipt_events::extension_rows;
use crate::domain::exam::{
    ClosedBy, Interruption, InterruptionCause, Ledger, Passage, TimeEvent, exact_duration,
};
use crate::domain::french::clock_seconds;

const SECOND: u64 = 1_000;

/// A line of the time of a sitting.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TimeLine {
    /// What it is: « Interruption : alarme incendie ».
    pub label: String,
    /// How it follows from the lines above, to be read after the label: « = début + accordé »;
    /// empty for most.
    pub formula: &'static str,
    /// How it is computed, or hours of the clock of the PC; may be empty.
    pub detail: String,
    /// How long; may be empty.
    pub length: String,
}

impl TimeLine {
    fn of(label: impl Into<String>, detail: String, length: String) -> Self {
        Self { label: label.into(), formula: "", detail, length }
    }

    fn at(label: &str, hour: String) -> Self {
        Self::of(label, hour, String::new())
    }

    fn long(label: &str, milliseconds: u64) -> Self {
        Self::of(label, String::new(), exact_duration(milliseconds))
    }
}

/// The time that the candidate had: of the paper, granted, given in the room. The last line is the
/// whole.
pub fn entitlement_lines(ledger: &Ledger) -> Vec<TimeLine> {
    let allowance = ledger.allowance();
    let paper = u64::from(allowance.minutes) * 60 * SECOND;
    let mut lines = vec![TimeLine::long("Durée de l'épreuve", paper)];
    if let Some(calculation) = allowance.calculation() {
        let label = allowance.extra.label().unwrap_or_default();
        let extra = exact_duration(allowance.extra_seconds().saturating_mul(SECOND));
        lines.push(TimeLine::of(format!("Temps supplémentaire, {label}"), calculation, extra));
    }
    for (label, length) in extension_rows(ledger) {
        lines.push(TimeLine::of(label, String::new(), length));
    }
    if let Some(late) = ledger.lateness().filter(|late| !late.given_back) {
        let lost = format!("− {}", exact_duration(late.milliseconds));
        lines.push(TimeLine::of("Retard à l'arrivée, non rendu", String::new(), lost));
    }
    lines.push(TimeLine::long("Temps accordé", ledger.granted()));
    lines
}

/// What happened from the beginning to the hand-in; nothing when the sitting did not begin.
pub fn course_lines(ledger: &Ledger) -> Vec<TimeLine> {
    let (Some(started), Some(at)) = (ledger.started(), ledger.latest()) else {
        return Vec::new();
    };
    let mut lines = vec![TimeLine::at("Début", clock_seconds(started.wall))];
    for passage in ledger.course(at) {
        if let Passage::Interrupted(interruption) = passage {
            lines.push(interruption_line(&interruption));
        }
    }
    let (end_formula, used_formula) = formulas(ledger, lines.len() - 1);
    let end = TimeLine::at("Fin au plus tard", clock_seconds(ledger.ends_at(at)));
    lines.push(TimeLine { formula: end_formula, ..end });
    let closed = ledger.closed().map_or("Dernier moment connu", |(_, by)| match by {
        ClosedBy::Candidate => "Remise par le candidat",
        ClosedBy::Time => "Remise d'office à la fin du temps",
        ClosedBy::Invigilator => "Copie fermée par le surveillant",
    });
    lines.push(TimeLine::at(closed, clock_seconds(at.wall)));
    // Cut to whole seconds first: what was used and what was left add up on paper.
    let used = ledger.used(at) / SECOND * SECOND;
    let left = ledger.granted().saturating_sub(used);
    lines.push(TimeLine { formula: used_formula, ..TimeLine::long("Temps utilisé", used) });
    lines.push(TimeLine::long("Temps restant à la remise", left));
    lines
}

fn interruption_line(interruption: &Interruption) -> TimeLine {
    let cause = interruption.cause;
    let name = match cause {
        InterruptionCause::OtherComputer => {
            format!("{}, {}", cause.label(), cause.end_label().to_lowercase())
        }
        InterruptionCause::Late
        | InterruptionCause::Paused
        | InterruptionCause::Asleep
        | InterruptionCause::Stopped => cause.label().to_owned(),
    };
    let label = match interruption.reason.trim() {
        "" => name,
        reason => format!("{name} : {reason}"),
    };
    let from = clock_seconds(interruption.from);
    let hours = match interruption.to {
        Some(to) => format!("{from} – {}", clock_seconds(to)),
        None => from,
    };
    let length = interruption.milliseconds;
    let length = length.map_or_else(|| "durée inconnue".to_owned(), exact_duration);
    TimeLine::of(label, hours, length)
}

/// How the end and the time used follow from the lines above: as long as the hours come from one
/// clock that nobody set, anyone can add them up.
fn formulas(ledger: &Ledger, interruptions: usize) -> (&'static str, &'static str) {
    if !has_one_clock(ledger) {
        return (" = remise + temps restant", ", sans les interruptions");
    }
    match interruptions {
        0 => (" = début + temps accordé", " = remise − début"),
        1 => (" = début + accordé + interruption", " = remise − début − interruption"),
        _ => (" = début + accordé + interruptions", " = remise − début − interruptions"),
    }
}

/// Whether all hours were read on one clock that nobody set, and all lengths are known.
pub(super) fn has_one_clock(ledger: &Ledger) -> bool {
    let several = ledger.entries_that_count().iter().any(|entry| match entry.event {
        TimeEvent::ClockChanged { .. } => true,
        TimeEvent::Reopened { same_computer, .. } => !same_computer,
        _ => false,
    });
    !several && ledger.interruptions().iter().all(|known| known.milliseconds.is_some())
}
