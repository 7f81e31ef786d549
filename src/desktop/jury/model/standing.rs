//! Where a candidate stands, derived once after each change and only read by the screens.

use std::collections::BTreeMap;

use super::lacks::{Lack, sorted_lacks};
use super::reference::{Page, Reference, Section};
use super::states::{Accord, CompetenceState, CopyState};
use crate::domain::exam::{Attendance, Candidate};
use crate::domain::framework::Competence;
use crate::domain::grading::{
    Acquisition, Agreement, CertificateResult, Evaluation, Grid, LevelCounts, Outcome, Settled,
    missing_before_lock, unjudged_criteria,
};
use crate::domain::identifier::{ActivityId, CompetenceId, CriterionId, JurorId, SessionId};

/// A competence of one candidate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CompetenceStanding {
    /// State.
    pub state: CompetenceState,
    /// Levels retained on the criteria that the case covers.
    pub written: LevelCounts,
    /// Levels retained on the other criteria.
    pub off_case: LevelCounts,
    /// Levels given by the juror who sits.
    pub own: LevelCounts,
    /// Criteria on which the jury stands at one level.
    pub settled_criteria: usize,
    /// Whether the opinions of the jurors differ.
    pub opinions_differ: bool,
}

/// Where a candidate stands.
#[derive(Debug, Clone, Default)]
pub struct Standing {
    /// Grids of the jurors who have a file, in the order of the session.
    pub grids: Vec<(JurorId, Grid)>,
    /// Grid of the juror who sits; empty without a file.
    pub own: Grid,
    /// The jury's position.
    pub settled: Settled,
    /// What follows from the decisions.
    pub proposed: Option<Outcome>,
    /// Where the jury stands on each criterion.
    pub agreements: BTreeMap<CriterionId, Agreement>,
    /// Competences of the scheme.
    pub competences: BTreeMap<CompetenceId, CompetenceStanding>,
    /// Result of each CCP; `None` while to be decided.
    pub certificates: BTreeMap<ActivityId, Option<CertificateResult>>,
    /// How far the jurors agree.
    pub accord: Accord,
    /// Everything missing, the decision on the whole included.
    pub lacks: Vec<Lack>,
    /// Criteria left to the juror who sits.
    pub left: Vec<CriterionId>,
    /// Where the copy stands, page by page.
    pub pages: BTreeMap<Page, CopyState>,
}

impl Standing {
    /// Derives everything from the files of a candidate.
    pub fn of(
        reference: &Reference,
        candidate: &Candidate,
        evaluations: &[Evaluation],
        settled: Settled,
        sitting: Option<&JurorId>,
    ) -> Self {
        let grids: Vec<(JurorId, Grid)> =
            evaluations.iter().map(|file| (file.juror.clone(), file.grid())).collect();
        let own = grids.iter().find(|(juror, _)| Some(juror) == sitting);
        let own = own.map(|(_, grid)| grid.clone()).unwrap_or_default();
        let (qualification, scheme) = (&reference.qualification, &reference.scheme);
        let proposed = Outcome::proposed(qualification, scheme, candidate, &settled);
        let found = missing_before_lock(qualification, scheme, candidate, evaluations, &settled);
        let mut standing = Self { grids, own, settled, proposed, ..Self::default() };
        standing.agreements = standing.derive_agreements(reference);
        standing.lacks =
            sorted_lacks(found, qualification, &standing.settled, &standing.agreements);
        standing.competences = reference
            .competences()
            .map(|known| (known.id.clone(), standing.competence(reference, candidate, known)))
            .collect();
        standing.certificates = reference
            .sections
            .iter()
            .map(|section| (section.activity.clone(), standing.certificate(candidate, section)))
            .collect();
        standing.accord = standing.derive_accord();
        standing.left = left_to_judge(reference, candidate, evaluations, sitting);
        standing.pages = reference
            .pages
            .iter()
            .map(|entry| {
                (entry.page.clone(), standing.page_state(reference, candidate, &entry.page))
            })
            .collect();
        standing
    }

    /// Grid of a juror, if they have a file.
    pub fn grid(&self, juror: &JurorId) -> Option<&Grid> {
        self.grids.iter().find(|(known, _)| known == juror).map(|(_, grid)| grid)
    }

    /// What still stands in the way of the decision on the whole.
    pub fn blocking(&self) -> impl Iterator<Item = &Lack> {
        self.lacks.iter().filter(|lack| !lack.is_outcome())
    }

    /// Whether the decision is pronounced and nothing contradicts it.
    pub fn is_complete(&self) -> bool {
        self.settled.outcome.is_some() && self.lacks.is_empty()
    }

    /// Grids that count: jurors who abstain are left out.
    pub fn counted(&self) -> impl Iterator<Item = &(JurorId, Grid)> {
        self.grids.iter().filter(|(_, grid)| !grid.abstains())
    }

    fn derive_agreements(&self, reference: &Reference) -> BTreeMap<CriterionId, Agreement> {
        let grids: Vec<&Grid> = self.grids.iter().map(|(_, grid)| grid).collect();
        reference
            .criteria()
            .map(|(_, criterion)| {
                (criterion.id.clone(), self.settled.agreement(&criterion.id, &grids))
            })
            .collect()
    }

    fn competence(
        &self,
        reference: &Reference,
        candidate: &Candidate,
        competence: &Competence,
    ) -> CompetenceStanding {
        let agreement =
            |id: &CriterionId| self.agreements.get(id).copied().unwrap_or(Agreement::Unjudged);
        let retained = |covered: bool| {
            let criteria = competence.criteria.iter().map(|criterion| &criterion.id);
            LevelCounts::of(
                criteria
                    .filter(|id| reference.is_covered(id) == covered)
                    .map(|id| agreement(id).level()),
            )
        };
        let disputed =
            competence.criteria.iter().any(|c| agreement(&c.id) == Agreement::Disagreement);
        let opinions_differ = self.opinions_differ(&competence.id);
        let state = if reference.is_held(candidate, &competence.id) {
            CompetenceState::HeldBefore
        } else if candidate.attendance == Attendance::Absent {
            CompetenceState::NotPresented
        } else {
            match self.settled.decision(&competence.id) {
                _ if disputed => CompetenceState::Disagreement,
                Some(Acquisition::Acquired) => CompetenceState::Acquired,
                Some(Acquisition::NotAcquired) => CompetenceState::NotAcquired,
                None if opinions_differ => CompetenceState::Disagreement,
                None => CompetenceState::ToJudge,
            }
        };
        CompetenceStanding {
            state,
            written: retained(true),
            off_case: retained(false),
            own: LevelCounts::of(
                competence.criteria.iter().map(|c| self.own.levels.get(&c.id).copied()),
            ),
            settled_criteria: competence
                .criteria
                .iter()
                .filter(|criterion| agreement(&criterion.id).level().is_some())
                .count(),
            opinions_differ,
        }
    }

    fn opinions_differ(&self, competence: &CompetenceId) -> bool {
        let mut opinions = self
            .counted()
            .filter_map(|(_, grid)| grid.competences.get(competence))
            .map(|(opinion, _)| *opinion);
        let first = opinions.next();
        opinions.any(|opinion| Some(opinion) != first)
    }

    fn certificate(&self, candidate: &Candidate, section: &Section) -> Option<CertificateResult> {
        if candidate.obtained_before.contains(&section.activity) {
            return Some(CertificateResult::ObtainedBefore);
        }
        if candidate.attendance == Attendance::Absent {
            return Some(CertificateResult::NotPresented);
        }
        let decisions: Option<Vec<Acquisition>> =
            section.competences.iter().map(|id| self.settled.decision(id)).collect();
        decisions.map(|decisions| {
            if decisions.iter().all(|decision| *decision == Acquisition::Acquired) {
                CertificateResult::Obtained
            } else {
                CertificateResult::NotObtained
            }
        })
    }

    fn derive_accord(&self) -> Accord {
        if self.counted().filter(|(_, grid)| !grid.levels.is_empty()).count() < 2 {
            return Accord::Unknown;
        }
        let gaps = self
            .competences
            .values()
            .filter(|known| known.state == CompetenceState::Disagreement)
            .count();
        if gaps == 0 { Accord::Agreed } else { Accord::Gaps(gaps) }
    }

    fn page_state(&self, reference: &Reference, candidate: &Candidate, page: &Page) -> CopyState {
        if self.own.abstains() {
            return CopyState::Abstained;
        }
        let second_look = matches!(page, Page::Question(id) if self.own.second_look.contains(id));
        let (done, total) = match page {
            Page::Synthesis => self.opinions_given(reference, candidate),
            Page::Question(_) | Page::OffCase => {
                let judged: Vec<bool> = reference
                    .criteria_to_judge(candidate, page)
                    .map(|id| self.own.levels.contains_key(id))
                    .collect();
                (judged.iter().filter(|judged| **judged).count(), judged.len())
            }
        };
        let ticked = matches!(page, Page::Question(question)
            if self.own.expected.iter().any(|(known, _)| known == question));
        match (done, total) {
            _ if second_look => CopyState::SecondLook,
            (_, 0) => CopyState::NothingToJudge,
            (done, total) if done == total => CopyState::Corrected,
            (0, _) if !ticked => CopyState::ToDo,
            _ => CopyState::InProgress,
        }
    }

    /// Opinions complete with their reason, out of those asked.
    fn opinions_given(&self, reference: &Reference, candidate: &Candidate) -> (usize, usize) {
        let asked: Vec<&Competence> = reference
            .competences()
            .filter(|known| !reference.is_held(candidate, &known.id))
            .collect();
        let given = asked
            .iter()
            .filter(|known| match self.own.competences.get(&known.id) {
                Some((Acquisition::Acquired, _)) => true,
                Some((Acquisition::NotAcquired, reason)) => !reason.trim().is_empty(),
                None => false,
            })
            .count();
        (given, asked.len())
    }
}

fn left_to_judge(
    reference: &Reference,
    candidate: &Candidate,
    evaluations: &[Evaluation],
    sitting: Option<&JurorId>,
) -> Vec<CriterionId> {
    let Some(juror) = sitting.filter(|_| candidate.attendance == Attendance::Present) else {
        return Vec::new();
    };
    let empty = Evaluation::new(SessionId::default(), candidate.id.clone(), juror.clone());
    let own = evaluations.iter().find(|file| &file.juror == juror).unwrap_or(&empty);
    unjudged_criteria(&reference.qualification, &reference.scheme, own)
        .into_iter()
        .filter(|id| {
            let competence = reference.qualification.criterion(id).map(|(known, _)| &known.id);
            competence.is_some_and(|competence| !reference.is_held(candidate, competence))
        })
        .collect()
}
