//! One reading of the entries, from the first to the last: everything else is derived from it.

use super::super::Moment;
use super::{
    ClosedBy, Interruption, InterruptionCause, LONGEST_SILENCE, Lateness, LedgerEntry, Passage,
    Phase, TimeEvent, Worked,
};

/// A time lost between two openings is believed up to this, in milliseconds (12 hours).
const LONGEST_LOSS: i64 = 12 * 3_600_000;

/// What the entries say, up to some moment.
#[derive(Debug, Clone, Default)]
pub(super) struct Walk {
    /// Where the sitting stands.
    pub(super) phase: Phase,
    /// When it began.
    pub(super) started: Option<Moment>,
    /// When it was closed, and by whom.
    pub(super) closed: Option<(Moment, ClosedBy)>,
    /// Time worked, in milliseconds.
    pub(super) working: u64,
    /// All extensions together, in milliseconds.
    pub(super) extension: i64,
    /// The late arrival.
    pub(super) late: Option<Lateness>,
    /// What is over of the sitting.
    course: Vec<Passage>,
    /// The last moment counted, in the opening of the program that lasts.
    last: Option<Moment>,
    /// The work since the last interruption.
    stretch: Option<Worked>,
    /// The pause that lasts.
    pause: Option<Interruption>,
}

impl Walk {
    /// Reads all entries.
    pub(super) fn over(entries: &[LedgerEntry]) -> Self {
        let mut walk = Self::default();
        for entry in entries {
            walk.step(entry);
        }
        walk
    }

    /// Where the sitting stood just before each entry.
    pub(super) fn phases_before(entries: &[LedgerEntry]) -> Vec<Phase> {
        let mut walk = Self::default();
        let mut phases = Vec::with_capacity(entries.len());
        for entry in entries {
            phases.push(walk.phase);
            walk.step(entry);
        }
        phases
    }

    /// Goes on to the last moment seen, then to another one. A silence that was not observed yet
    /// does not count: it will be recorded as sleep.
    pub(super) fn until(mut self, seen: Option<Moment>, now: Moment) -> Self {
        if self.phase == Phase::Closed {
            return self;
        }
        if let Some(seen) = seen {
            self.advance(seen);
        }
        let silent = self.last.is_some_and(|last| now.running_since(last) > LONGEST_SILENCE);
        if !(silent && self.phase == Phase::Running) {
            self.advance(now);
        }
        self
    }

    /// What the sitting was made of, with what lasts.
    pub(super) fn into_course(mut self) -> Vec<Passage> {
        self.end_stretch();
        self.course.extend(self.pause.take().map(Passage::Interrupted));
        self.course
    }

    fn step(&mut self, entry: &LedgerEntry) {
        if self.phase == Phase::Closed {
            return;
        }
        let at = entry.at;
        match &entry.event {
            TimeEvent::Asleep { since } => {
                let lost = Some(at.running_since(*since));
                self.skip(*since, at, InterruptionCause::Asleep, lost);
            }
            TimeEvent::Reopened { last, same_computer } => {
                let cause = if *same_computer {
                    InterruptionCause::Stopped
                } else {
                    InterruptionCause::OtherComputer
                };
                self.skip(*last, at, cause, plausible_loss(*last, at));
            }
            event => {
                self.advance(at);
                self.take(event, at);
            }
        }
    }

    fn take(&mut self, event: &TimeEvent, at: Moment) {
        match event {
            TimeEvent::Started => self.start(at),
            TimeEvent::Paused { reason } => self.stop(reason, at),
            TimeEvent::Resumed => self.resume(at),
            TimeEvent::Extended { seconds, .. } => {
                self.extension = self.extension.saturating_add(seconds.saturating_mul(1_000));
            }
            TimeEvent::Late { milliseconds, given_back } => {
                self.late = Some(Lateness { milliseconds: *milliseconds, given_back: *given_back });
            }
            TimeEvent::Closed { by } => {
                self.resume(at);
                self.end_stretch();
                self.phase = Phase::Closed;
                self.closed = Some((at, *by));
            }
            TimeEvent::Asleep { .. }
            | TimeEvent::Reopened { .. }
            | TimeEvent::ClockChanged { .. }
            | TimeEvent::Incident { .. }
            | TimeEvent::LeftWindow { .. } => {}
        }
    }

    fn start(&mut self, at: Moment) {
        if self.phase == Phase::NotStarted {
            self.phase = Phase::Running;
            self.started = Some(at);
            self.last = Some(at);
        }
    }

    fn stop(&mut self, reason: &str, at: Moment) {
        if self.phase == Phase::Running {
            self.end_stretch();
            self.phase = Phase::Paused;
            self.pause = Some(Interruption {
                cause: InterruptionCause::Paused,
                reason: reason.to_owned(),
                from: at.wall,
                to: None,
                milliseconds: Some(0),
                given_back: true,
            });
        }
    }

    fn resume(&mut self, at: Moment) {
        if let Some(pause) = self.pause.take() {
            self.phase = Phase::Running;
            self.course.push(Passage::Interrupted(Interruption { to: Some(at.wall), ..pause }));
        }
    }

    /// Counts the running clock up to a moment of the opening that lasts.
    fn advance(&mut self, to: Moment) {
        let Some(last) = self.last else { return };
        let step = to.running_since(last);
        if self.phase == Phase::Running {
            self.working = self.working.saturating_add(step);
            let begun = Worked { from: last.wall, to: last.wall, milliseconds: 0 };
            let stretch = self.stretch.get_or_insert(begun);
            stretch.to = to.wall;
            stretch.milliseconds = stretch.milliseconds.saturating_add(step);
        }
        self.lengthen_pause(Some(step));
        if to.running >= last.running {
            self.last = Some(to);
        }
    }

    /// Leaves out the time between two moments, perhaps of two openings of the program.
    fn skip(&mut self, from: Moment, at: Moment, cause: InterruptionCause, lost: Option<u64>) {
        if self.last.is_none() {
            return;
        }
        self.advance(from);
        if self.phase == Phase::Running {
            self.end_stretch();
            self.course.push(Passage::Interrupted(Interruption {
                cause,
                reason: String::new(),
                from: from.wall,
                to: Some(at.wall),
                milliseconds: lost,
                given_back: true,
            }));
        }
        self.lengthen_pause(lost);
        self.last = Some(at);
    }

    /// A part of unknown length makes the length of the whole pause unknown.
    fn lengthen_pause(&mut self, more: Option<u64>) {
        if let Some(pause) = &mut self.pause {
            let whole = pause.milliseconds.zip(more);
            pause.milliseconds = whole.map(|(known, more)| known.saturating_add(more));
        }
    }

    fn end_stretch(&mut self) {
        let worked = self.stretch.take().filter(|worked| worked.milliseconds > 0);
        self.course.extend(worked.map(Passage::Worked));
    }
}

/// Time between two openings by the wall clock, when it can be believed.
fn plausible_loss(last: Moment, at: Moment) -> Option<u64> {
    let lost = at.wall_since(last);
    if lost > LONGEST_LOSS { None } else { u64::try_from(lost).ok() }
}
