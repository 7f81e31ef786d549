//! What is shown adds up, whatever the milliseconds of the clocks.

use super::super::receipt_lines::{TimeLine, course_lines};
use super::*;
use crate::domain::exam::{Allowance, ClosedBy, ExtraTime, LedgerEntry};

const MINUTE: i64 = 60_000;

/// So many milliseconds after 9 h 02 min 10 s on the clock of the PC, and on the running clock.
fn moment(wall: i64, running: i64) -> Moment {
    let start = DateTime::parse_from_rfc3339("2027-03-11T09:02:10+01:00").expect("a time");
    let running = u64::try_from(running).expect("after the start");
    Moment::new(start + TimeDelta::milliseconds(wall), running)
}

/// Both clocks agree.
fn at(milliseconds: i64) -> Moment {
    moment(milliseconds, milliseconds)
}

/// A paper of an hour with a third more.
fn ledger(entries: Vec<(Moment, TimeEvent)>) -> Ledger {
    let extra = ExtraTime::Fraction { part: 1, whole: 3 };
    let mut ledger = Ledger::new(Allowance { minutes: 60, extra });
    for (at, event) in entries {
        ledger.append(LedgerEntry { at, event });
    }
    ledger
}

fn paused() -> TimeEvent {
    TimeEvent::Paused { reason: "alarme".to_owned() }
}

fn closed(by: ClosedBy) -> TimeEvent {
    TimeEvent::Closed { by }
}

fn shown(ledger: &Ledger) -> ShownCourse {
    ShownCourse::of(ledger).expect("it began")
}

/// The lines as they are printed, with plain spaces.
fn lines(ledger: &Ledger) -> Vec<String> {
    let words = |line: TimeLine| {
        let TimeLine { label, formula, detail, length } = line;
        format!("{label}{formula} | {detail} | {length}").replace('\u{a0}', " ")
    };
    course_lines(ledger).into_iter().map(words).collect()
}

#[test]
fn an_interruption_lasts_the_difference_of_the_hours_beside_it() {
    let ledger = ledger(vec![
        (at(700), TimeEvent::Started),
        (at(10 * MINUTE + 950), paused()),
        // 51.9 seconds: cut, « 51 s » would stand beside hours that are 52 s apart.
        (at(10 * MINUTE + 52_850), TimeEvent::Resumed),
        (at(30 * MINUTE + 100), closed(ClosedBy::Candidate)),
    ]);
    assert_eq!(
        lines(&ledger),
        [
            "Début | 9 h 02 min 10 s | ",
            "Interruption : alarme | 9 h 12 min 10 s – 9 h 13 min 02 s | 0 h 00 min 52 s",
            "Fin au plus tard = début + accordé + interruption | 10 h 23 min 02 s | ",
            "Remise par le candidat | 9 h 32 min 10 s | ",
            "Temps utilisé = remise − début − interruption |  | 0 h 29 min 08 s",
            "Temps restant à la remise |  | 0 h 50 min 52 s",
        ]
    );
    let exact: Vec<_> = ledger.interruptions().iter().map(|stop| stop.milliseconds).collect();
    assert_eq!(exact, [Some(51_900)], "the ledger keeps the true length");
}

#[test]
fn everything_shown_adds_up_whatever_the_milliseconds() {
    for step in 0..997_i64 {
        let (low, mid, high) = (step * 7 % 1_000, step * 13 % 1_000, step * 31 % 1_000);
        let ledger = ledger(vec![
            (at(low), TimeEvent::Started),
            (at(10 * MINUTE + mid), paused()),
            (at(11 * MINUTE + high), TimeEvent::Resumed),
            (at(15 * MINUTE + step), paused()),
            (at(16 * MINUTE + low), TimeEvent::Resumed),
            (at(40 * MINUTE + mid), closed(ClosedBy::Candidate)),
        ]);
        let course = shown(&ledger);
        let mut stopped = 0;
        for stop in &course.stops {
            let (length, to) = (stop.length.expect("known"), stop.to.expect("over"));
            assert_eq!(seconds_between(stop.interruption.from, to), Some(length), "{step}");
            assert_eq!(stop.interruption.to, Some(to), "the hour of the clock: {step}");
            stopped += length;
        }
        let whole = seconds_between(course.started, course.latest);
        assert_eq!(whole, Some(course.used + stopped), "{step}");
        let end = seconds_between(course.started, course.ends_at);
        assert_eq!(end, Some(4_800 + stopped), "{step}");
        assert_eq!(seconds_between(course.latest, course.ends_at), Some(course.left), "{step}");
        assert_eq!(course.stretches().iter().sum::<u64>(), course.used, "{step}");
        assert_eq!(course.used_formula, " = remise − début − interruptions");
    }
}

#[test]
fn a_clock_slewed_during_an_interruption_does_not_lengthen_it() {
    let ledger = ledger(vec![
        (at(0), TimeEvent::Started),
        (at(10_000), paused()),
        (moment(71_500, 70_000), TimeEvent::Resumed),
        (moment(101_500, 100_000), closed(ClosedBy::Candidate)),
    ]);
    let said = lines(&ledger);
    let stop = "Interruption : alarme | 9 h 02 min 20 s – 9 h 03 min 20 s | 0 h 01 min 00 s";
    assert_eq!(said.get(1).map(String::as_str), Some(stop));
    let course = shown(&ledger);
    assert_eq!((course.used, course.left), (41, 4_759));
}

#[test]
fn hours_too_far_from_the_truth_are_not_added_up() {
    // Nobody noted that the clock went ten seconds forward.
    let ledger = ledger(vec![
        (at(0), TimeEvent::Started),
        (moment(40_000, 30_000), closed(ClosedBy::Candidate)),
    ]);
    let course = shown(&ledger);
    assert_eq!((course.used, course.left), (30, 4_770));
    assert_eq!(course.used_formula, ", sans les interruptions");
    assert_eq!(course.end_formula, " = remise + temps restant");
    assert_eq!(seconds_between(course.latest, course.ends_at), Some(course.left));
}

#[test]
fn an_end_noticed_a_moment_later_uses_the_time_granted_and_no_more() {
    for (milliseconds, formula) in
        [(4_800_200, " = remise − début"), (4_800_400, ", tout le temps accordé")]
    {
        let ledger = ledger(vec![
            (at(700), TimeEvent::Started),
            (at(700 + milliseconds), closed(ClosedBy::Time)),
        ]);
        let course = shown(&ledger);
        assert_eq!((course.used, course.left), (4_800, 0), "{milliseconds}");
        assert_eq!(course.used_formula, formula, "{milliseconds}");
        let end = seconds_between(course.started, course.ends_at);
        assert_eq!(end, Some(4_800), "{milliseconds}");
    }
}
