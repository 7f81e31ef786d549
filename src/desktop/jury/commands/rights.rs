//! Who may do what, and why not.

use crate::desktop::jury::model::{Bench, Standing, in_words};
use crate::domain::exam::Attendance;
use crate::domain::grading::Interest;
use crate::domain::identifier::CandidateId;

/// Whether the juror who sits may state their interest in a candidate.
///
/// # Errors
/// The reason why not.
pub fn may_state_interest(bench: &Bench, candidate: &CandidateId) -> Result<(), String> {
    let standing = known(bench, candidate)?;
    if bench.candidate(candidate).is_some_and(|c| c.attendance == Attendance::Absent) {
        return Err("Ce candidat était absent : il n'y a rien à juger.".to_owned());
    }
    if standing.settled.outcome.is_some() {
        return Err(
            "La décision du jury est prononcée. Revenez sur elle avant de changer un jugement."
                .to_owned(),
        );
    }
    Ok(())
}

/// Whether the juror who sits may judge a candidate.
///
/// # Errors
/// The reason why not.
pub fn may_judge(bench: &Bench, candidate: &CandidateId) -> Result<(), String> {
    may_state_interest(bench, candidate)?;
    match &known(bench, candidate)?.own.interest {
        Some(Interest::None) => Ok(()),
        Some(Interest::Abstains(reason)) => {
            Err(format!("Vous vous abstenez pour ce candidat : {reason}"))
        }
        None => {
            Err("Dites d'abord si vous partagez l'employeur ou le centre de ce candidat."
                .to_owned())
        }
    }
}

/// Whether the juror who sits may write the deliberation on a candidate.
///
/// # Errors
/// The reason why not.
pub fn may_deliberate(bench: &Bench, candidate: &CandidateId) -> Result<(), String> {
    if is_pronounced(known(bench, candidate)?) {
        return Err("La décision est prononcée. Revenez sur elle pour la changer.".to_owned());
    }
    may_hold_the_pen(bench, candidate)
}

/// Whether the juror who sits may write at all in the deliberation on a candidate.
pub(super) fn may_hold_the_pen(bench: &Bench, candidate: &CandidateId) -> Result<(), String> {
    if known(bench, candidate)?.own.abstains() {
        return Err("Vous vous abstenez pour ce candidat. Un autre juré tient la plume.".to_owned());
    }
    Ok(())
}

/// Whether the decision on the whole can be pronounced now.
///
/// # Errors
/// The reason why not.
pub fn pronounceable(bench: &Bench, candidate: &CandidateId) -> Result<(), String> {
    may_deliberate(bench, candidate)?;
    let standing = known(bench, candidate)?;
    let blocking: Vec<_> = standing.blocking().cloned().collect();
    if !blocking.is_empty() {
        return Err(format!("Il manque : {}", in_words(&blocking).join(" ")));
    }
    if standing.proposed.is_none() {
        return Err("Il manque une décision sur une compétence.".to_owned());
    }
    Ok(())
}

fn is_pronounced(standing: &Standing) -> bool {
    standing.settled.outcome.is_some()
}

fn known<'a>(bench: &'a Bench, candidate: &CandidateId) -> Result<&'a Standing, String> {
    if bench.juror().is_none() {
        return Err("Dites d'abord qui vous êtes.".to_owned());
    }
    bench.standing(candidate).ok_or_else(|| "Ce candidat n'est pas de cette session.".to_owned())
}
