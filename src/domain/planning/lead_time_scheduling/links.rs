//! What one operation asks of the next: to start after its end and its wait, or, when they overlap,
//! after its first transfer lot and without running out of pieces.

use super::Step;
use super::clock::Clock;
use super::durations::StepTimes;
use crate::domain::planning::worksheet::{CellId, Formula};

/// One operation with its times and its dates of one pass.
#[derive(Clone, Copy)]
pub(super) struct Placed<'s> {
    pub(super) step: &'s Step,
    pub(super) times: StepTimes,
    pub(super) start: CellId,
    pub(super) end: CellId,
}

impl Placed<'_> {
    fn wait(&self) -> Option<Formula> {
        self.times.wait.map(Formula::from)
    }
}

/// An operation not yet placed in this pass.
#[derive(Clone, Copy)]
pub(super) struct Free<'s> {
    pub(super) step: &'s Step,
    pub(super) times: StepTimes,
    pub(super) duration: CellId,
}

/// Dates at or after which the second operation may start, the first being placed.
pub(super) fn starts(clock: Clock, first: &Placed<'_>, second: &Free<'_>) -> Vec<Formula> {
    let own = &first.step.calendar;
    let whole = clock.later(Formula::from(first.end), first.wait(), own);
    let Some((transfer, first_lot)) = overlap(&first.times) else { return vec![whole] };
    let ready = clock.after(Formula::from(first.start), first_lot, own);
    let ready = clock.later(ready, first.wait(), own);
    let next = &second.step.calendar;
    let Some(last_lot) = second.times.last_lot(transfer) else { return vec![ready, whole] };
    let end = clock.after(whole, last_lot, next);
    let without_gap = clock.before(end, Formula::from(second.duration), next);
    vec![ready, without_gap]
}

/// Dates at or before which the first operation must end, the second being placed.
pub(super) fn ends(clock: Clock, first: &Free<'_>, second: &Placed<'_>) -> Vec<Formula> {
    let own = &first.step.calendar;
    let wait = || first.times.wait.map(Formula::from);
    let whole = clock.earlier(Formula::from(second.start), wait(), own);
    let Some((transfer, first_lot)) = overlap(&first.times) else { return vec![whole] };
    let start = clock.before(whole, first_lot, own);
    let by_first_lot = clock.after(start, Formula::from(first.duration), own);
    let last_lot = second.times.last_lot(transfer).unwrap_or_else(|| Formula::number(0));
    let last = clock.before(Formula::from(second.end), last_lot, &second.step.calendar);
    vec![by_first_lot, clock.earlier(last, wait(), own)]
}

/// Transfer lot and time of the first one, when the operation hands pieces on before its end.
fn overlap(times: &StepTimes) -> Option<(CellId, Formula)> {
    Some((times.transfer?, Formula::from(times.first_lot?)))
}
