//! Where the juror stands with the copies, and what comes next.

use std::collections::BTreeSet;

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

    /// The copy and page that come after one that is validated; `None` at the end. Copies put off
    /// wait for the juror to choose them.
    pub fn following(
        &self,
        mode: Mode,
        from: (&CandidateId, &Page),
        put_off: &BTreeSet<CandidateId>,
    ) -> Option<(CandidateId, Page)> {
        match mode {
            Mode::ByQuestion => self.following_by_question(from, put_off),
            Mode::ByCopy => {
                let path = path(mode, self.order(), &self.reference.pages);
                let here = path.iter().position(|known| *known == from)?;
                path.get(here + 1).map(|(copy, page)| ((*copy).clone(), (*page).clone()))
            }
        }
    }

    /// The next copy that waits on this page, coming round to the first; where none does, the next
    /// page, on the first copy that waits there.
    fn following_by_question(
        &self,
        (candidate, page): (&CandidateId, &Page),
        put_off: &BTreeSet<CandidateId>,
    ) -> Option<(CandidateId, Page)> {
        let waits = |copy: &CandidateId, page: &Page| {
            !put_off.contains(copy) && self.waits_for_judgement(copy, page)
        };
        let here: Vec<_> = self.order().iter().map(|copy| (copy, page)).collect();
        if let Some((copy, page)) = next_on(&here, (candidate, page), waits) {
            return Some((copy.clone(), page.clone()));
        }
        let pages = &self.reference.pages;
        let rank = pages.iter().position(|entry| &entry.page == page)?;
        let next = &pages.get(rank + 1)?.page;
        let first = self.order().iter().find(|copy| waits(copy, next));
        let copy = first.or_else(|| self.order().first())?;
        Some((copy.clone(), next.clone()))
    }

    /// Whether this juror has still to judge a page and may: nothing is judged any more once the
    /// decision is pronounced.
    fn waits_for_judgement(&self, candidate: &CandidateId, page: &Page) -> bool {
        let open = self.standing(candidate).is_some_and(|known| known.settled.outcome.is_none());
        open && self.copy_state(candidate, page).is_to_do()
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
