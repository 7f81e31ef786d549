//! The simulated jury of the story: judgements that follow the copies, some disagreements, and
//! decisions with their reason.
//!
//! - `evaluating`: each juror reads and judges alone; `deliberating`: they decide together.

mod deliberating;
mod evaluating;

use chrono::{DateTime, FixedOffset};

use crate::domain::case_study::SolvedCase;
use crate::domain::exam::Session;
use crate::domain::framework::{ExamScheme, Qualification};
use crate::domain::grading::{Acquisition, LevelCounts};
use crate::domain::identifier::CriterionId;

/// What the jury of the story knows.
pub(super) struct Bench<'a> {
    pub session: &'a Session,
    pub solved: &'a SolvedCase,
    pub qualification: &'a Qualification,
    pub scheme: &'a ExamScheme,
    pub begun_at: DateTime<FixedOffset>,
}

impl Bench<'_> {
    fn criteria(&self) -> impl Iterator<Item = &CriterionId> {
        let evaluated = self.scheme.competences();
        self.qualification
            .competences
            .iter()
            .filter(move |competence| evaluated.contains(&&competence.id))
            .flat_map(|competence| competence.criteria.iter().map(|criterion| &criterion.id))
    }
}

/// What the jurors of the story think of a competence, with a reason in words.
fn opinion(counts: LevelCounts) -> (Acquisition, String) {
    let observed = counts.satisfied + counts.partial + counts.not_satisfied;
    let acquired = observed > 0 && (counts.satisfied * 2 + counts.partial) > observed;
    if acquired && counts.not_satisfied == 0 {
        (Acquisition::Acquired, "Résultats sûrs et argumentés.".to_owned())
    } else if acquired {
        (Acquisition::Acquired, "Méthode tenue malgré des erreurs isolées.".to_owned())
    } else {
        let reason = format!(
            "{} critères non satisfaits et {} partiels : résultats inexploitables en atelier.",
            counts.not_satisfied, counts.partial
        );
        (Acquisition::NotAcquired, reason)
    }
}
