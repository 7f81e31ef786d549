//! What is still missing before a deliberation is closed: never « complete » while a criterion is
//! unmarked or a reason unwritten.

use super::settled::counted;
use super::{Acquisition, Agreement, Evaluation, Outcome, Settled};
use crate::domain::diagnostic::{Diagnostic, Element, Place};
use crate::domain::exam::{Attendance, Candidate};
use crate::domain::framework::{ExamScheme, Qualification};
use crate::domain::identifier::CriterionId;

/// Criteria of the scheme that a juror has not judged yet.
pub fn unjudged_criteria(
    qualification: &Qualification,
    scheme: &ExamScheme,
    evaluation: &Evaluation,
) -> Vec<CriterionId> {
    let grid = evaluation.grid();
    criteria(qualification, scheme).filter(|id| !grid.levels.contains_key(*id)).cloned().collect()
}

fn criteria<'a>(
    qualification: &'a Qualification,
    scheme: &'a ExamScheme,
) -> impl Iterator<Item = &'a CriterionId> {
    let evaluated = scheme.competences();
    qualification
        .competences
        .iter()
        .filter(move |competence| evaluated.contains(&&competence.id))
        .flat_map(|competence| competence.criteria.iter().map(|criterion| &criterion.id))
}

/// Everything that is missing before the deliberation on a candidate can be closed.
pub fn missing_before_lock(
    qualification: &Qualification,
    scheme: &ExamScheme,
    candidate: &Candidate,
    evaluations: &[Evaluation],
    settled: &Settled,
) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    if candidate.attendance == Attendance::Present {
        check_jury(candidate, evaluations, &mut found);
        check_criteria(qualification, scheme, candidate, evaluations, settled, &mut found);
        check_decisions(qualification, scheme, candidate, settled, &mut found);
    }
    check_outcome(qualification, scheme, candidate, settled, &mut found);
    found
}

fn about(candidate: &Candidate, detail: &str) -> Place {
    Place::within(Element::Candidate(candidate.id.clone()), detail)
}

fn check_jury(candidate: &Candidate, evaluations: &[Evaluation], found: &mut Vec<Diagnostic>) {
    for evaluation in evaluations {
        if evaluation.grid().interest.is_none() {
            found.push(Diagnostic::error(
                about(candidate, &format!("juré {}", evaluation.juror)),
                "la déclaration de conflit d'intérêts manque.",
                "Demandez au juré s'il partage l'employeur ou le centre du candidat.",
            ));
        }
    }
    let judging = counted(evaluations).iter().filter(|grid| !grid.levels.is_empty()).count();
    if judging < 2 {
        found.push(Diagnostic::error(
            about(candidate, "jury"),
            format!("{judging} juré a évalué ce candidat."),
            "Deux jurés au moins évaluent chaque candidat.",
        ));
    }
}

fn check_criteria(
    qualification: &Qualification,
    scheme: &ExamScheme,
    candidate: &Candidate,
    evaluations: &[Evaluation],
    settled: &Settled,
    found: &mut Vec<Diagnostic>,
) {
    let grids = counted(evaluations);
    let grids: Vec<_> = grids.iter().collect();
    let held = |id: &CriterionId| {
        qualification
            .criterion(id)
            .and_then(|(competence, _)| qualification.activity_of(&competence.id))
            .is_some_and(|activity| candidate.obtained_before.contains(&activity.id))
    };
    for id in criteria(qualification, scheme).filter(|id| !held(id)) {
        match settled.agreement(id, &grids) {
            Agreement::Unjudged => found.push(Diagnostic::error(
                about(candidate, id.as_str()),
                format!("le critère {id} n'est jugé par aucun juré."),
                "Jugez-le, ou notez « non observé ».",
            )),
            Agreement::Disagreement => found.push(Diagnostic::error(
                about(candidate, id.as_str()),
                format!("les jurés diffèrent sur le critère {id}."),
                "Accordez-vous sur un niveau.",
            )),
            Agreement::Unanimous(_) | Agreement::Agreed(_) => {}
        }
    }
}

fn check_decisions(
    qualification: &Qualification,
    scheme: &ExamScheme,
    candidate: &Candidate,
    settled: &Settled,
    found: &mut Vec<Diagnostic>,
) {
    for (activity, competences) in qualification.activities_of(scheme) {
        if candidate.obtained_before.contains(&activity.id) {
            continue;
        }
        for competence in competences {
            match settled.decisions.get(&competence.id) {
                None => found.push(Diagnostic::error(
                    about(candidate, competence.id.as_str()),
                    format!("la décision sur {} manque.", competence.id),
                    "Décidez si la compétence est acquise.",
                )),
                Some((Acquisition::NotAcquired, reason)) if reason.trim().is_empty() => {
                    found.push(Diagnostic::error(
                        about(candidate, competence.id.as_str()),
                        format!("le motif de {} manque.", competence.id),
                        "Écrivez pourquoi la compétence n'est pas acquise.",
                    ));
                }
                Some(_) => {}
            }
        }
    }
}

fn check_outcome(
    qualification: &Qualification,
    scheme: &ExamScheme,
    candidate: &Candidate,
    settled: &Settled,
    found: &mut Vec<Diagnostic>,
) {
    let proposed = Outcome::proposed(qualification, scheme, candidate, settled);
    match (&settled.outcome, proposed) {
        (None, _) => found.push(Diagnostic::error(
            about(candidate, "décision"),
            "la décision du jury n'est pas prononcée.",
            "Confirmez la proposition ou décidez autrement.",
        )),
        (Some(decided), Some(proposed)) if *decided != proposed => {
            found.push(Diagnostic::error(
                about(candidate, "décision"),
                "la décision ne suit pas les compétences acquises.",
                "Revoyez la décision, ou les décisions par compétence.",
            ));
        }
        (Some(_), _) => {}
    }
}
