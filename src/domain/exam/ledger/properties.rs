//! Whatever happens in a room, the time counted is the time really worked.

use chrono::{FixedOffset, TimeDelta, TimeZone};
use proptest::collection::vec;
use proptest::prelude::*;

use super::super::ExtraTime;
use super::*;

/// Two looks of the program at its clocks, in milliseconds.
const TICK: u64 = 1_000;
/// A heartbeat is journaled when the last line is as old as this, in milliseconds.
const HEARTBEAT: u64 = 19_000;
const GRANTED: i64 = 240 * 60_000;

/// Something that happens in a room; lengths in milliseconds.
#[derive(Debug, Clone, Copy)]
enum Step {
    Work(u64),
    Sleep(u64),
    Pause { awake: u64, asleep: u64 },
    SetClock(i64),
    Crash { lost: u64, running: u64, wall: i64 },
}

/// What is found again after a crash.
#[derive(Debug, Clone)]
enum Line {
    Entry(LedgerEntry),
    Seen(Moment),
}

/// A room that knows the true time.
struct Room {
    clock: u64,
    opened_at: u64,
    running: u64,
    wall: i64,
    ledger: Ledger,
    journal: Vec<Line>,
    journaled_at: u64,
    worked: u64,
    worked_in_journal: u64,
}

impl Room {
    fn new() -> Self {
        let allowance = Allowance { minutes: 240, extra: ExtraTime::None };
        let mut room = Self {
            clock: 0,
            opened_at: 0,
            running: 77_000,
            wall: 0,
            ledger: Ledger::new(allowance),
            journal: Vec::new(),
            journaled_at: 0,
            worked: 0,
            worked_in_journal: 0,
        };
        room.record(TimeEvent::Started);
        room
    }

    fn now(&self) -> Moment {
        let paris = FixedOffset::east_opt(3_600).expect("an offset");
        let nine = paris.with_ymd_and_hms(2027, 3, 11, 9, 0, 0).single().expect("a time");
        let since = i64::try_from(self.clock).expect("a short time") + self.wall;
        let running = self.running + (self.clock - self.opened_at);
        Moment::new(nine + TimeDelta::milliseconds(since), running)
    }

    fn write(&mut self, lines: Vec<Line>) {
        if !lines.is_empty() {
            self.journal.extend(lines);
            self.journaled_at = self.clock;
            self.worked_in_journal = self.worked;
        }
    }

    fn record(&mut self, event: TimeEvent) {
        let now = self.now();
        let added = self.ledger.record(now, event);
        self.write(added.into_iter().map(Line::Entry).collect());
    }

    fn tick(&mut self, length: u64, works: bool) {
        self.clock += length;
        if works {
            self.worked += length;
        }
        let now = self.now();
        let mut lines: Vec<Line> = self.ledger.observe(now).into_iter().map(Line::Entry).collect();
        if lines.is_empty() && self.clock - self.journaled_at >= HEARTBEAT {
            lines.push(Line::Seen(now));
        }
        self.write(lines);
    }

    fn spend(&mut self, length: u64, works: bool) {
        let mut left = length;
        while left > 0 {
            let step = left.min(TICK);
            self.tick(step, works);
            left -= step;
        }
    }

    fn replayed(&self) -> Ledger {
        let mut ledger = Ledger::new(self.ledger.allowance());
        for line in &self.journal {
            match line {
                Line::Entry(entry) => ledger.append(entry.clone()),
                Line::Seen(at) => ledger.seen(*at),
            }
        }
        ledger
    }

    fn take(&mut self, step: Step) {
        match step {
            Step::Work(length) => self.spend(length, true),
            Step::Sleep(length) => self.tick(length, false),
            Step::Pause { awake, asleep } => {
                self.record(TimeEvent::Paused { reason: "alarme".to_owned() });
                self.spend(awake, false);
                self.tick(asleep, false);
                self.record(TimeEvent::Resumed);
            }
            Step::SetClock(by) => self.wall += by,
            Step::Crash { lost, running, wall } => {
                // What was not journaled is lost, and so is given back.
                self.worked = self.worked_in_journal;
                self.ledger = self.replayed();
                self.clock += lost;
                self.opened_at = self.clock;
                self.running = running;
                self.wall += wall;
                let now = self.now();
                let added = self.ledger.reopen(now, false);
                self.write(added.into_iter().map(Line::Entry).collect());
            }
        }
    }
}

fn step() -> impl Strategy<Value = Step> {
    let hours = 2 * 3_600_000_i64;
    prop_oneof![
        4 => (1..60_000u64).prop_map(Step::Work),
        1 => (LONGEST_SILENCE + 1..3_600_000).prop_map(Step::Sleep),
        1 => (0..40_000u64, 0..3_600_000u64)
            .prop_map(|(awake, asleep)| Step::Pause { awake, asleep }),
        1 => (-hours..hours).prop_map(Step::SetClock),
        1 => (0..3_600_000u64, 0..10_000_000u64, -hours..hours)
            .prop_map(|(lost, running, wall)| Step::Crash { lost, running, wall }),
    ]
}

proptest! {
    #[test]
    fn the_time_counted_is_the_time_worked(steps in vec(step(), 0..16)) {
        let mut room = Room::new();
        for step in steps {
            room.take(step);
            let now = room.now();
            prop_assert_eq!(room.ledger.working_time(now), room.worked);
            prop_assert_eq!(room.replayed().working_time(now), room.worked);
            let left = GRANTED - i64::try_from(room.worked).expect("a short time");
            prop_assert_eq!(i64::try_from(room.ledger.remaining(now)), Ok(left.max(0)));
            prop_assert_eq!(room.ledger.ends_at(now) - now.wall, TimeDelta::milliseconds(left));
            let course: u64 = room
                .ledger
                .course(now)
                .iter()
                .filter_map(|passage| match passage {
                    Passage::Worked(worked) => Some(worked.milliseconds),
                    Passage::Interrupted(_) => None,
                })
                .sum();
            prop_assert_eq!(course, room.worked);
        }
    }

    #[test]
    fn no_ledger_makes_the_reading_panic(
        moments in vec((any::<i64>(), any::<u64>(), 0..7usize), 0..12),
        now in (any::<i64>(), any::<u64>()),
    ) {
        let moment = |wall: i64, running| {
            let numbers = (wall % 250_000_000_000_000, 3_600, running);
            Moment::try_from(numbers).or_else(|_| Moment::try_from((0, 0, running))).expect("one")
        };
        let mut ledger = Ledger::new(Allowance { minutes: u32::MAX, extra: ExtraTime::None });
        for (wall, running, kind) in moments {
            let at = moment(wall, running);
            let event = match kind {
                0 => TimeEvent::Started,
                1 => TimeEvent::Paused { reason: String::new() },
                2 => TimeEvent::Resumed,
                3 => TimeEvent::Asleep { since: moment(wall / 2, running / 2) },
                4 => TimeEvent::Reopened { last: moment(wall / 3, running / 3), same_computer: false },
                5 => TimeEvent::Extended { seconds: wall, reason: String::new(), for_all: false },
                _ => TimeEvent::Late { milliseconds: running, given_back: false },
            };
            ledger.record(at, event);
        }
        let now = moment(now.0, now.1);
        let _ = (ledger.remaining(now), ledger.used(now), ledger.is_over(now));
        let _ = (ledger.ends_at(now).to_rfc3339(), ledger.interruptions(), ledger.course(now));
    }
}
