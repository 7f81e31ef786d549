//! The ledger at chosen moments.

use chrono::{FixedOffset, TimeDelta, TimeZone};

use super::super::ExtraTime;
use super::*;

const MINUTE: u64 = 60;
const HOUR: u64 = 60 * MINUTE;

/// The clocks of a PC: how far they are from the true time, in seconds.
#[derive(Clone, Copy)]
struct Computer {
    wall_ahead: i64,
    running_at_nine: i64,
}

impl Computer {
    const FIRST: Self = Self { wall_ahead: 0, running_at_nine: 5_000_000 };
    /// Another PC, begun an hour ago, whose clock is three minutes fast.
    const OTHER: Self = Self { wall_ahead: 180, running_at_nine: 3_600 };

    /// What its clocks show, some seconds after nine o'clock.
    fn at(self, seconds: u64) -> Moment {
        let seconds = i64::try_from(seconds).expect("a short time");
        let running = u64::try_from(self.running_at_nine + seconds).expect("after the boot");
        let wall = nine() + TimeDelta::seconds(self.wall_ahead + seconds);
        Moment::new(wall, running * 1_000)
    }
}

fn nine() -> DateTime<FixedOffset> {
    let paris = FixedOffset::east_opt(3_600).expect("an offset");
    paris.with_ymd_and_hms(2027, 3, 11, 9, 0, 0).single().expect("a time")
}

fn clock(seconds: u64) -> DateTime<FixedOffset> {
    Computer::FIRST.at(seconds).wall
}

/// A paper of 100 minutes with a third more, begun at nine.
fn started() -> Ledger {
    let extra = ExtraTime::Fraction { part: 1, whole: 3 };
    let mut ledger = Ledger::new(Allowance { minutes: 100, extra });
    let added = ledger.record(Computer::FIRST.at(0), TimeEvent::Started);
    assert_eq!(added.len(), 1);
    ledger
}

/// Looks at the clocks each second; returns what was noticed.
fn run(ledger: &mut Ledger, computer: Computer, from: u64, to: u64) -> Vec<TimeEvent> {
    (from..=to)
        .flat_map(|second| ledger.observe(computer.at(second)))
        .map(|entry| entry.event)
        .collect()
}

fn only_interruption(ledger: &Ledger) -> Interruption {
    let mut all = ledger.interruptions();
    assert_eq!(all.len(), 1, "{all:?}");
    all.remove(0)
}

fn paused() -> TimeEvent {
    TimeEvent::Paused { reason: "alarme incendie".to_owned() }
}

fn extended(seconds: i64) -> TimeEvent {
    TimeEvent::Extended { seconds, reason: "panne de courant".to_owned(), for_all: true }
}

#[test]
fn a_third_more_on_100_minutes_ends_after_133_minutes_and_20_seconds() {
    let mut ledger = started();
    let at = |second| Computer::FIRST.at(second);
    assert_eq!(ledger.granted(), 8_000_000);
    assert_eq!(ledger.ends_at(at(0)), clock(133 * MINUTE + 20));
    assert!(run(&mut ledger, Computer::FIRST, 1, 7_999).is_empty());
    assert!(!ledger.is_over(at(7_999)));
    assert_eq!(ledger.remaining(at(7_999)), 1_000);
    assert!(ledger.is_over(at(8_000)));
}

#[test]
fn nothing_runs_before_the_beginning() {
    let mut ledger = Ledger::new(Allowance { minutes: 100, extra: ExtraTime::None });
    assert!(run(&mut ledger, Computer::FIRST, 0, 10).is_empty());
    assert!(ledger.observe(Computer::FIRST.at(HOUR)).is_empty());
    let now = Computer::FIRST.at(HOUR);
    assert_eq!((ledger.used(now), ledger.remaining(now)), (0, 6_000_000));
    assert!(!ledger.is_over(now) && ledger.reopen(now, true).is_empty());
}

#[test]
fn an_interruption_of_seven_minutes_moves_the_end_by_seven_minutes() {
    let mut ledger = started();
    let at = |second| Computer::FIRST.at(second);
    run(&mut ledger, Computer::FIRST, 1, 30 * MINUTE);
    let (left, end) = (ledger.remaining(at(1_800)), ledger.ends_at(at(1_800)));
    ledger.record(at(1_800), paused());
    assert_eq!(ledger.phase(), Phase::Paused);
    run(&mut ledger, Computer::FIRST, 1_801, 2_219);
    assert_eq!(ledger.remaining(at(2_219)), left);
    ledger.record(at(2_220), TimeEvent::Resumed);
    assert_eq!(ledger.remaining(at(2_220)), left);
    assert_eq!(ledger.ends_at(at(2_220)), end + TimeDelta::minutes(7));
    let interruption = only_interruption(&ledger);
    assert_eq!(interruption.reason, "alarme incendie");
    assert_eq!(interruption.milliseconds, Some(420_000));
    assert_eq!((interruption.from, interruption.to), (clock(1_800), Some(clock(2_220))));
    assert!(interruption.given_back);
}

#[test]
fn a_suspended_pc_gives_its_forty_minutes_back() {
    let mut ledger = started();
    run(&mut ledger, Computer::FIRST, 1, 600);
    let woken = Computer::FIRST.at(600 + 40 * MINUTE);
    // Right even before the sleep is recorded.
    assert_eq!(ledger.remaining(woken), 7_400_000);
    let noticed = ledger.observe(woken);
    let since = Computer::FIRST.at(600);
    assert_eq!(noticed, [LedgerEntry { at: woken, event: TimeEvent::Asleep { since } }]);
    assert_eq!(ledger.remaining(woken), 7_400_000);
    assert_eq!(ledger.ends_at(woken), clock(8_000 + 40 * MINUTE));
    let sleep = only_interruption(&ledger);
    assert_eq!((sleep.cause, sleep.milliseconds), (InterruptionCause::Asleep, Some(2_400_000)));
}

#[test]
fn a_short_freeze_is_work() {
    let mut ledger = started();
    assert!(ledger.observe(Computer::FIRST.at(30)).is_empty());
    assert_eq!(ledger.working_time(Computer::FIRST.at(30)), 30_000);
}

#[test]
fn a_clock_set_by_an_hour_neither_steals_nor_gives_time() {
    for hour in [3_600, -3_600] {
        let mut ledger = started();
        run(&mut ledger, Computer::FIRST, 1, 600);
        let set = Computer { wall_ahead: hour, ..Computer::FIRST };
        let noticed = run(&mut ledger, set, 601, 1_200);
        assert_eq!(noticed, [TimeEvent::ClockChanged { milliseconds: hour * 1_000 }]);
        assert_eq!(ledger.remaining(set.at(1_200)), 6_800_000);
        assert_eq!(ledger.ends_at(set.at(1_200)), clock(8_000) + TimeDelta::seconds(hour));
        let noticed = run(&mut ledger, Computer::FIRST, 1_201, 1_800);
        assert_eq!(noticed, [TimeEvent::ClockChanged { milliseconds: -hour * 1_000 }]);
        assert_eq!(ledger.remaining(Computer::FIRST.at(1_800)), 6_200_000);
        assert!(ledger.interruptions().is_empty());
    }
}

#[test]
fn a_slow_drift_of_the_wall_clock_is_noticed() {
    let mut ledger = started();
    let second = run(&mut ledger, Computer { wall_ahead: 1, ..Computer::FIRST }, 1, 60);
    let third = run(&mut ledger, Computer { wall_ahead: 2, ..Computer::FIRST }, 61, 120);
    assert!(second.is_empty() && third.is_empty());
    let noticed = run(&mut ledger, Computer { wall_ahead: 3, ..Computer::FIRST }, 121, 180);
    assert_eq!(noticed, [TimeEvent::ClockChanged { milliseconds: 3_000 }]);
}

#[test]
fn another_pc_goes_on_with_the_same_time_left() {
    let mut ledger = started();
    run(&mut ledger, Computer::FIRST, 1, 20 * MINUTE);
    let added = ledger.reopen(Computer::OTHER.at(28 * MINUTE), false);
    assert_eq!(added.len(), 1);
    assert!(run(&mut ledger, Computer::OTHER, 28 * MINUTE + 1, 38 * MINUTE).is_empty());
    let now = Computer::OTHER.at(38 * MINUTE);
    assert_eq!(ledger.working_time(now), 30 * 60_000);
    assert_eq!(ledger.ends_at(now), now.wall + TimeDelta::milliseconds(8_000_000 - 1_800_000));
    let stop = only_interruption(&ledger);
    assert_eq!(stop.cause, InterruptionCause::OtherComputer);
    // Eight minutes and the three of the other clock: shown, without effect.
    assert_eq!(stop.milliseconds, Some(11 * 60_000));
}

#[test]
fn a_loss_that_no_clock_can_tell_is_said_unknown() {
    let mut ledger = started();
    run(&mut ledger, Computer::FIRST, 1, 600);
    let slow = Computer { wall_ahead: -7_200, ..Computer::OTHER };
    ledger.reopen(slow.at(900), false);
    assert_eq!(only_interruption(&ledger).milliseconds, None);
    assert_eq!(ledger.working_time(slow.at(910)), 610_000);
}

#[test]
fn a_running_clock_that_begins_anew_counts_as_a_restart() {
    let mut ledger = started();
    run(&mut ledger, Computer::FIRST, 1, 600);
    let rebooted = Computer { running_at_nine: 0, ..Computer::FIRST };
    let noticed = run(&mut ledger, rebooted, 700, 760);
    let last = Computer::FIRST.at(600);
    assert_eq!(noticed, [TimeEvent::Reopened { last, same_computer: true }]);
    assert_eq!(ledger.working_time(rebooted.at(760)), 660_000);
}

#[test]
fn a_crash_in_a_pause_leaves_the_pause() {
    let mut ledger = started();
    run(&mut ledger, Computer::FIRST, 1, 60);
    ledger.record(Computer::FIRST.at(60), paused());
    run(&mut ledger, Computer::FIRST, 61, 120);
    ledger.reopen(Computer { running_at_nine: 0, ..Computer::FIRST }.at(180), true);
    assert_eq!(ledger.phase(), Phase::Paused);
    assert_eq!(ledger.phases_before(), [Phase::NotStarted, Phase::Running, Phase::Paused]);
    let rebooted = Computer { running_at_nine: 0, ..Computer::FIRST };
    ledger.record(rebooted.at(360), TimeEvent::Resumed);
    assert_eq!(ledger.working_time(rebooted.at(370)), 70_000);
    let pause = only_interruption(&ledger);
    assert_eq!(pause.milliseconds, Some(300_000));
}

#[test]
fn an_extension_for_all_adds_its_time() {
    let mut ledger = started();
    run(&mut ledger, Computer::FIRST, 1, 600);
    ledger.record(Computer::FIRST.at(600), extended(300));
    assert_eq!(ledger.granted(), 8_300_000);
    assert_eq!(ledger.ends_at(Computer::FIRST.at(600)), clock(8_300));
    // Taken back by more than was given: the time of the paper stays whole.
    ledger.record(Computer::FIRST.at(610), extended(-3_000));
    assert_eq!(ledger.granted(), 8_000_000);
}

#[test]
fn a_late_arrival_costs_its_time_unless_it_is_given_back() {
    let late = |given_back| TimeEvent::Late { milliseconds: 720_000, given_back };
    let mut ledger = started();
    ledger.record(Computer::FIRST.at(0), late(false));
    assert_eq!(ledger.remaining(Computer::FIRST.at(0)), 7_280_000);
    assert!(!only_interruption(&ledger).given_back);
    run(&mut ledger, Computer::FIRST, 1, 60);
    ledger.record(Computer::FIRST.at(60), late(true));
    assert_eq!(ledger.remaining(Computer::FIRST.at(60)), 7_940_000);
    let interruption = only_interruption(&ledger);
    assert!(interruption.given_back);
    assert_eq!(interruption.from, nine() - TimeDelta::minutes(12));
}

#[test]
fn a_copy_closed_by_time_used_the_whole_time_and_no_more() {
    let mut ledger = started();
    run(&mut ledger, Computer::FIRST, 1, 8_001);
    let end = Computer::FIRST.at(8_001);
    assert!(ledger.is_over(end));
    ledger.record(end, TimeEvent::Closed { by: ClosedBy::Time });
    let later = Computer::FIRST.at(3 * HOUR);
    assert_eq!(ledger.closed(), Some((end, ClosedBy::Time)));
    assert_eq!((ledger.used(later), ledger.remaining(later)), (8_000_000, 0));
    assert_eq!(ledger.ends_at(later), clock(8_000));
}

#[test]
fn nothing_changes_the_time_of_a_closed_copy() {
    let mut ledger = started();
    run(&mut ledger, Computer::FIRST, 1, 600);
    ledger.record(Computer::FIRST.at(600), TimeEvent::Closed { by: ClosedBy::Candidate });
    let later = Computer::FIRST.at(2 * HOUR);
    assert!(ledger.observe(later).is_empty() && ledger.reopen(later, true).is_empty());
    ledger.record(later, extended(600));
    assert_eq!((ledger.used(later), ledger.remaining(later)), (600_000, 7_400_000));
    assert!(ledger.is_over(later));
    assert_eq!(ledger.entries().len(), 3);
    assert_eq!(ledger.entries_that_count().len(), 2);
}

#[test]
fn a_copy_closed_in_a_pause_ends_the_pause() {
    let mut ledger = started();
    ledger.record(Computer::FIRST.at(10), paused());
    ledger.record(Computer::FIRST.at(25), TimeEvent::Closed { by: ClosedBy::Invigilator });
    assert_eq!(ledger.used(Computer::FIRST.at(100)), 10_000);
    assert_eq!(only_interruption(&ledger).milliseconds, Some(15_000));
}

#[test]
fn the_course_tells_work_and_interruptions_in_turn() {
    let mut ledger = started();
    run(&mut ledger, Computer::FIRST, 1, 600);
    ledger.record(Computer::FIRST.at(600), paused());
    ledger.record(Computer::FIRST.at(660), TimeEvent::Resumed);
    run(&mut ledger, Computer::FIRST, 661, 700);
    let lengths: Vec<(bool, Option<u64>)> = ledger
        .course(Computer::FIRST.at(700))
        .iter()
        .map(|passage| match passage {
            Passage::Worked(worked) => (true, Some(worked.milliseconds)),
            Passage::Interrupted(interruption) => (false, interruption.milliseconds),
        })
        .collect();
    assert_eq!(lengths, [(true, Some(600_000)), (false, Some(60_000)), (true, Some(40_000))]);
}
