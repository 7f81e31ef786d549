//! Changes of the jury's common file, written by the juror who holds the pen.

use chrono::{DateTime, FixedOffset};

use super::Command;
use super::recording::{reason_again, save};
use super::rights::{may_deliberate, may_hold_the_pen, pronounceable};
use crate::desktop::jury::model::{Bench, OwnFile, TextField};
use crate::domain::grading::{Acquisition, Deliberation, Resolution};
use crate::domain::identifier::{CandidateId, CompetenceId, JurorId};

/// Applies a change to the deliberation on a candidate.
pub(super) fn apply(
    bench: &mut Bench,
    command: Command,
    now: DateTime<FixedOffset>,
) -> Result<(), String> {
    match command {
        Command::Agree(candidate, criterion, level) => {
            may_deliberate(bench, &candidate)?;
            change(bench, &candidate, now, |file, by| {
                let settled = file.settled();
                let reason = settled.agreed.get(&criterion).map(|(_, reason)| reason.as_str());
                file.agree(&criterion, level, reason.unwrap_or_default(), by, now);
            });
        }
        Command::Decide(candidate, competence, decision) => {
            may_deliberate(bench, &candidate)?;
            change(bench, &candidate, now, |file, by| {
                let reason = reason_for(file, &competence, decision);
                file.decide(&competence, Some(decision), &reason, by, now);
            });
        }
        Command::Examine(candidate, element, examined) => {
            may_deliberate(bench, &candidate)?;
            change(bench, &candidate, now, |file, by| file.examine(element, examined, by, now));
        }
        Command::Pronounce(candidate) => {
            pronounceable(bench, &candidate)?;
            let proposed = bench.standing(&candidate).and_then(|known| known.proposed.clone());
            change(bench, &candidate, now, |file, by| file.conclude(proposed, by, now));
        }
        Command::TakeBack(candidate) => {
            may_hold_the_pen(bench, &candidate)?;
            change(bench, &candidate, now, |file, by| file.conclude(None, by, now));
        }
        _ => {}
    }
    Ok(())
}

/// Writes a text of the deliberation.
pub(super) fn write(
    bench: &mut Bench,
    candidate: &CandidateId,
    field: &TextField,
    text: &str,
    now: DateTime<FixedOffset>,
) -> Result<(), String> {
    may_deliberate(bench, candidate)?;
    change(bench, candidate, now, |file, by| match field {
        TextField::AgreedReason(criterion) => {
            let known = file.settled().agreed.get(criterion).map(|(level, _)| *level);
            if let Some(level) = known {
                file.agree(criterion, level, text, by, now);
            }
        }
        TextField::DecisionReason(competence) => {
            let decision = file.settled().decision(competence);
            if decision.is_some() {
                file.decide(competence, decision, text, by, now);
            }
        }
        TextField::Advice => file.advise(text, by, now),
        TextField::Remark(_) | TextField::Interview(_) | TextField::OpinionReason(_) => {}
    });
    Ok(())
}

/// Reason of a competence that is not acquired, found again when the jury comes back to it.
fn reason_for(file: &Deliberation, competence: &CompetenceId, decision: Acquisition) -> String {
    let written = file.records.iter().filter_map(|record| match &record.change {
        Resolution::Decision { competence, after: Some(after), reason, .. } => {
            Some((competence, *after, reason.as_str()))
        }
        _ => None,
    });
    reason_again(competence, decision, written)
}

/// Changes the jury's file; saved at once where something was recorded.
fn change(
    bench: &mut Bench,
    candidate: &CandidateId,
    now: DateTime<FixedOffset>,
    edit: impl FnOnce(&mut Deliberation, &JurorId),
) {
    let by = bench.juror().map(|juror| juror.id.clone());
    let (Some(by), Some(mut file)) = (by, bench.deliberation(candidate)) else { return };
    let before = file.records.len();
    edit(&mut file, &by);
    if file.records.len() == before {
        return;
    }
    bench.folder.candidates.entry(candidate.clone()).or_default().deliberation = Some(file);
    save(bench, candidate, OwnFile::Deliberation(candidate.clone()), now);
}
