//! What the evaluation of a juror and the deliberation of the jury have in common when they change.

use chrono::{DateTime, FixedOffset};

use crate::desktop::jury::model::{Bench, OwnFile};
use crate::domain::grading::Acquisition;
use crate::domain::identifier::{CandidateId, CompetenceId};

/// Reason of a competence that is not acquired, found again when people come back to it, among
/// those `written` so far, the oldest first.
pub(super) fn reason_again<'a>(
    competence: &CompetenceId,
    judged: Acquisition,
    written: impl DoubleEndedIterator<Item = (&'a CompetenceId, Acquisition, &'a str)>,
) -> String {
    if judged == Acquisition::Acquired {
        return String::new();
    }
    let found = written.rev().find(|(known, after, reason)| {
        *known == competence && *after == judged && !reason.is_empty()
    });
    found.map(|(_, _, reason)| reason.to_owned()).unwrap_or_default()
}

/// Saves at once a file on a candidate that has changed in memory, and derives what rests on it.
pub(super) fn save(
    bench: &mut Bench,
    candidate: &CandidateId,
    file: OwnFile,
    now: DateTime<FixedOffset>,
) {
    bench.ledger.changed(file);
    bench.ledger.save(&mut bench.folder, now);
    bench.refresh(candidate);
}
