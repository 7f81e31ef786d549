//! What speaks for or against a criterion: the questions that give evidence and their results.

use super::{MarkedCopy, QuestionMark};
use crate::domain::case_study::CaseStudy;
use crate::domain::identifier::{CriterionId, QuestionId};

/// Evidence of one question for a criterion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CriterionEvidence {
    /// The question.
    pub question: QuestionId,
    /// Its rank in the case, from 1.
    pub number: usize,
    /// Its title.
    pub title: String,
    /// Automatic result in words: « 12 cellules justes sur 15 », « réponse à lire ».
    pub summary: String,
}

/// Evidence of a copy for a criterion, in the order of the questions.
pub fn evidence_for(
    case: &CaseStudy,
    marked: &MarkedCopy,
    criterion: &CriterionId,
) -> Vec<CriterionEvidence> {
    case.evidence_for(criterion)
        .map(|(number, question)| CriterionEvidence {
            question: question.id.clone(),
            number,
            title: question.title.clone(),
            summary: marked.questions.get(&question.id).map(summary).unwrap_or_default(),
        })
        .collect()
}

fn summary(mark: &QuestionMark) -> String {
    match mark {
        QuestionMark::ToRead { answered: true } => "réponse à lire".to_owned(),
        QuestionMark::ToRead { answered: false }
        | QuestionMark::Placement { answered: false, .. } => "aucune réponse".to_owned(),
        QuestionMark::Value { state, .. } | QuestionMark::Choice { state, total: 1, .. } => {
            state.label().to_lowercase()
        }
        QuestionMark::Choice { right, total, .. } => {
            let plural = if *right > 1 { "s" } else { "" };
            format!("{right} proposition{plural} sur {total}")
        }
        QuestionMark::Table { .. } => {
            let (right, total) = mark.tally().unwrap_or_default();
            let plural = if right > 1 { "s" } else { "" };
            match mark.consistent() {
                0 => format!("{right} cellule{plural} juste{plural} sur {total}"),
                1 => format!("{right} cellule{plural} juste{plural} et 1 cohérente sur {total}"),
                many => {
                    format!(
                        "{right} cellule{plural} juste{plural} et {many} cohérentes sur {total}"
                    )
                }
            }
        }
        QuestionMark::Placement { .. } => {
            let (held, total) = mark.tally().unwrap_or_default();
            let plural = if held > 1 { "s" } else { "" };
            format!("{held} contrainte{plural} respectée{plural} sur {total}")
        }
    }
}
