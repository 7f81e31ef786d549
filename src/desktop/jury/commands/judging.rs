//! Changes of the evaluation of the juror who sits.

use chrono::{DateTime, FixedOffset};

use super::Command;
use super::recording::{reason_again, save};
use super::rights::{may_judge, may_state_interest};
use crate::desktop::jury::model::{Bench, OwnFile, TextField};
use crate::domain::grading::{Acquisition, Evaluation, Interest, Judgement};
use crate::domain::identifier::{CandidateId, CompetenceId};

/// Applies a change to the evaluation of the juror who sits.
pub(super) fn apply(
    bench: &mut Bench,
    command: Command,
    now: DateTime<FixedOffset>,
) -> Result<(), String> {
    match command {
        Command::Judge(candidate, criterion, level) => {
            may_judge(bench, &candidate)?;
            change(bench, &candidate, now, |file| file.judge(&criterion, level, "", now));
        }
        Command::Tick(candidate, question, element, found) => {
            may_judge(bench, &candidate)?;
            change(bench, &candidate, now, |file| {
                file.tick_expected(&question, element, found, now);
            });
        }
        Command::SecondLook(candidate, question, wanted) => {
            may_judge(bench, &candidate)?;
            change(bench, &candidate, now, |file| file.second_look(&question, wanted, now));
        }
        Command::Opine(candidate, competence, opinion) => {
            may_judge(bench, &candidate)?;
            change(bench, &candidate, now, |file| {
                let reason = reason_for(file, &competence, opinion);
                file.conclude(&competence, Some(opinion), &reason, now);
            });
        }
        Command::State(candidate, interest) => {
            may_state_interest(bench, &candidate)?;
            if matches!(&interest, Interest::Abstains(reason) if reason.trim().is_empty()) {
                return Err("Écrivez la raison de votre abstention.".to_owned());
            }
            change(bench, &candidate, now, |file| file.state_interest(interest, now));
        }
        _ => {}
    }
    Ok(())
}

/// Writes a text of the juror who sits.
pub(super) fn write(
    bench: &mut Bench,
    candidate: &CandidateId,
    field: &TextField,
    text: &str,
    now: DateTime<FixedOffset>,
) -> Result<(), String> {
    may_judge(bench, candidate)?;
    change(bench, candidate, now, |file| match field {
        TextField::Remark(criterion) => file.remark(criterion, text, now),
        TextField::Interview(competence) => file.interview(competence, text, now),
        TextField::OpinionReason(competence) => {
            // A reason belongs to an opinion: there is none to write before it.
            let opinion = file.grid().competences.get(competence).map(|(opinion, _)| *opinion);
            if opinion.is_some() {
                file.conclude(competence, opinion, text, now);
            }
        }
        TextField::AgreedReason(_) | TextField::DecisionReason(_) | TextField::Advice => {}
    });
    Ok(())
}

/// Reason of a competence that is not acquired, found again when the juror comes back to it.
fn reason_for(file: &Evaluation, competence: &CompetenceId, opinion: Acquisition) -> String {
    let written = file.records.iter().filter_map(|record| match &record.change {
        Judgement::Competence { competence, after: Some(after), reason, .. } => {
            Some((competence, *after, reason.as_str()))
        }
        _ => None,
    });
    reason_again(competence, opinion, written)
}

/// Changes the juror's file; saved at once where something was recorded.
fn change(
    bench: &mut Bench,
    candidate: &CandidateId,
    now: DateTime<FixedOffset>,
    edit: impl FnOnce(&mut Evaluation),
) {
    let Some(mut file) = bench.own_evaluation(candidate) else { return };
    let before = file.records.len();
    edit(&mut file);
    if file.records.len() == before {
        return;
    }
    let juror = file.juror.clone();
    let known = bench.folder.candidates.entry(candidate.clone()).or_default();
    known.evaluations.insert(juror.clone(), file);
    save(bench, candidate, OwnFile::Evaluation(candidate.clone(), juror), now);
}
