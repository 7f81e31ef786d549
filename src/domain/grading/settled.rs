//! Where the jury stands: its position, derived from its entries, and the accord of its jurors.

use std::collections::{BTreeMap, BTreeSet};

use super::{Acquisition, Evaluation, Examined, Grid, Level, Outcome, Resolution};
use crate::domain::identifier::{CompetenceId, CriterionId};

/// The jury's position as it stands now.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Settled {
    /// Levels agreed, with what settled them.
    pub agreed: BTreeMap<CriterionId, (Level, String)>,
    /// Decisions on competences, with their reason.
    pub decisions: BTreeMap<CompetenceId, (Acquisition, String)>,
    /// Elements examined.
    pub examined: BTreeSet<Examined>,
    /// Advice to the candidate.
    pub advice: String,
    /// Decision on the whole.
    pub outcome: Option<Outcome>,
}

/// Where the jurors stand on a criterion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Agreement {
    /// No juror has judged it.
    Unjudged,
    /// All who judged it gave this level.
    Unanimous(Level),
    /// They differ and nothing is agreed.
    Disagreement,
    /// They differed; this was agreed.
    Agreed(Level),
}

impl Agreement {
    /// The level that the jury retains, if any.
    pub const fn level(self) -> Option<Level> {
        match self {
            Self::Unanimous(level) | Self::Agreed(level) => Some(level),
            Self::Unjudged | Self::Disagreement => None,
        }
    }
}

impl Settled {
    /// Decision on a competence.
    pub fn decision(&self, competence: &CompetenceId) -> Option<Acquisition> {
        self.decisions.get(competence).map(|(decision, _)| *decision)
    }

    /// Where the jury stands on a criterion; jurors who abstain do not count.
    pub fn agreement(&self, criterion: &CriterionId, grids: &[&Grid]) -> Agreement {
        if let Some((level, _)) = self.agreed.get(criterion) {
            return Agreement::Agreed(*level);
        }
        let mut levels = grids
            .iter()
            .filter(|grid| !grid.abstains())
            .filter_map(|grid| grid.levels.get(criterion));
        let Some(first) = levels.next() else { return Agreement::Unjudged };
        if levels.all(|level| level == first) {
            Agreement::Unanimous(*first)
        } else {
            Agreement::Disagreement
        }
    }

    /// Takes an entry in.
    pub(super) fn take(&mut self, change: &Resolution) {
        match change {
            Resolution::Agreed { criterion, after: Some(level), reason, .. } => {
                self.agreed.insert(criterion.clone(), (*level, reason.clone()));
            }
            Resolution::Agreed { criterion, after: None, .. } => {
                self.agreed.remove(criterion);
            }
            Resolution::Decision { competence, after: Some(decision), reason, .. } => {
                self.decisions.insert(competence.clone(), (*decision, reason.clone()));
            }
            Resolution::Decision { competence, after: None, .. } => {
                self.decisions.remove(competence);
            }
            Resolution::Examined { element, after: true, .. } => {
                self.examined.insert(*element);
            }
            Resolution::Examined { element, after: false, .. } => {
                self.examined.remove(element);
            }
            Resolution::Advice { after, .. } => self.advice.clone_from(after),
            Resolution::Outcome { after, .. } => self.outcome.clone_from(after),
        }
    }
}

/// Grids of the evaluations that count: jurors who abstain are left out.
pub(super) fn counted(evaluations: &[Evaluation]) -> Vec<Grid> {
    evaluations.iter().map(Evaluation::grid).filter(|grid| !grid.abstains()).collect()
}
