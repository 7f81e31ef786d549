//! Where the juror stands with the copies, and what comes next.

use super::bench::Bench;
use super::order::{Mode, next_on, path};
use super::reference::Page;
use super::states::CopyState;
use crate::domain::identifier::{CandidateId, CriterionId};

impl Bench {
    /// Where a copy stands for one page.
    pub fn copy_state(&self, candidate: &CandidateId, page: &Page) -> CopyState {
        let state = self.standing(candidate).and_then(|known| known.pages.get(page));
        state.copied().unwrap_or(CopyState::NothingToJudge)
    }

    /// Copies of a page that are corrected, out of those that this juror corrects.
    pub fn progress(&self, page: &Page) -> (usize, usize) {
        let states = self.order().iter().map(|id| self.copy_state(id, page));
        tally(states)
    }

    /// Pages of a copy that are corrected.
    pub fn copy_progress(&self, candidate: &CandidateId) -> (usize, usize) {
        tally(self.reference.pages.iter().map(|entry| self.copy_state(candidate, &entry.page)))
    }

    /// The next copy and page that this juror has still to judge; those flagged for a second look
    /// come after all others.
    pub fn next_to_do(
        &self,
        mode: Mode,
        from: (&CandidateId, &Page),
    ) -> Option<(CandidateId, Page)> {
        let path = path(mode, self.order(), &self.reference.pages);
        next_on(&path, from, |copy, page| self.copy_state(copy, page).is_to_do())
            .or_else(|| {
                next_on(&path, from, |copy, page| {
                    self.copy_state(copy, page) == CopyState::SecondLook
                })
            })
            .map(|(copy, page)| (copy.clone(), page.clone()))
    }

    /// The copy and page that come next, whatever their state; `None` at the end.
    pub fn following(
        &self,
        mode: Mode,
        from: (&CandidateId, &Page),
    ) -> Option<(CandidateId, Page)> {
        let path = path(mode, self.order(), &self.reference.pages);
        let here = path.iter().position(|(copy, page)| (*copy, *page) == from)?;
        path.get(here + 1).map(|(copy, page)| ((*copy).clone(), (*page).clone()))
    }

    /// Criteria of a page that this juror has not judged yet.
    pub fn unjudged_on(&self, candidate: &CandidateId, page: &Page) -> Vec<CriterionId> {
        let (Some(inscribed), Some(standing)) =
            (self.candidate(candidate), self.standing(candidate))
        else {
            return Vec::new();
        };
        self.reference
            .criteria_to_judge(inscribed, page)
            .filter(|id| !standing.own.levels.contains_key(*id))
            .cloned()
            .collect()
    }
}

fn tally(states: impl Iterator<Item = CopyState>) -> (usize, usize) {
    states.fold((0, 0), |(done, total), state| match state {
        CopyState::Abstained | CopyState::NothingToJudge => (done, total),
        CopyState::Corrected => (done + 1, total + 1),
        CopyState::ToDo | CopyState::InProgress | CopyState::SecondLook => (done, total + 1),
    })
}
