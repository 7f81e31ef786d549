//! What a receipt says of the time of a sitting, line by line: the same on paper and on screen.

use super::receipt_course::{ShownCourse, ShownStop};
use super::receipt_events::extension_rows;
use crate::domain::exam::{ClosedBy, InterruptionCause, Ledger, exact_duration};
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

/// What happened from the beginning to the hand-in; nothing when the sitting did not begin. What is
/// shown adds up to the second.
pub fn course_lines(ledger: &Ledger) -> Vec<TimeLine> {
    let Some(course) = ShownCourse::of(ledger) else { return Vec::new() };
    let mut lines = vec![TimeLine::at("Début", clock_seconds(course.started))];
    lines.extend(course.stops.iter().map(interruption_line));
    let end = TimeLine::at("Fin au plus tard", clock_seconds(course.ends_at));
    lines.push(TimeLine { formula: course.end_formula, ..end });
    let closed = ledger.closed().map_or("Dernier moment connu", |(_, by)| match by {
        ClosedBy::Candidate => "Remise par le candidat",
        ClosedBy::Time => "Remise d'office à la fin du temps",
        ClosedBy::Invigilator => "Copie fermée par le surveillant",
    });
    lines.push(TimeLine::at(closed, clock_seconds(course.latest)));
    let used = TimeLine::long("Temps utilisé", course.used.saturating_mul(SECOND));
    lines.push(TimeLine { formula: course.used_formula, ..used });
    let left = course.left.saturating_mul(SECOND);
    lines.push(TimeLine::long("Temps restant à la remise", left));
    lines
}

fn interruption_line(stop: &ShownStop) -> TimeLine {
    let ShownStop { interruption, to, length } = stop;
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
    let hours = match to {
        Some(to) => format!("{from} – {}", clock_seconds(*to)),
        None => from,
    };
    let length = length.map_or_else(
        || "durée inconnue".to_owned(),
        |seconds| exact_duration(seconds.saturating_mul(SECOND)),
    );
    TimeLine::of(label, hours, length)
}
