//! What the jury of the story decides together: agreed levels, decisions, outcome.

use chrono::{DateTime, FixedOffset, TimeDelta};

use super::{Bench, opinion};
use crate::domain::exam::{Attendance, Candidate};
use crate::domain::framework::ModalityKind;
use crate::domain::grading::{
    Acquisition, Agreement, Deliberation, Evaluation, Examined, Grid, Level, LevelCounts, Outcome,
};

impl Bench<'_> {
    /// The jury's common file: agreed levels, decisions, outcome.
    pub(in crate::demonstration) fn deliberation(
        &self,
        candidate: &Candidate,
        evaluations: &[Evaluation],
    ) -> Deliberation {
        let mut file = Deliberation::new(self.session.id.clone(), candidate.id.clone());
        let Some(president) = self.session.jurors.first() else { return file };
        let (by, now) = (&president.id, self.begun_at + TimeDelta::hours(6));
        if candidate.attendance == Attendance::Present {
            for element in self.examined() {
                file.examine(element, true, by, now);
            }
            self.settle(&mut file, evaluations, now);
        }
        let outcome =
            Outcome::proposed(self.qualification, self.scheme, candidate, &file.settled());
        file.conclude(outcome, by, now);
        file
    }

    fn examined(&self) -> Vec<Examined> {
        let has = |kind| self.scheme.modality(kind).is_some();
        let mut elements = vec![Examined::WrittenCase, Examined::TechnicalInterview];
        if has(ModalityKind::KnowledgeTest) {
            elements.push(Examined::KnowledgeTest);
        }
        if has(ModalityKind::WorkReview) {
            elements.push(Examined::WorkReview);
        }
        elements.push(Examined::CourseResults);
        elements
    }

    fn settle(
        &self,
        file: &mut Deliberation,
        evaluations: &[Evaluation],
        now: DateTime<FixedOffset>,
    ) {
        let grids: Vec<Grid> = evaluations.iter().map(Evaluation::grid).collect();
        let grids: Vec<&Grid> = grids.iter().collect();
        let Some(president) = self.session.jurors.first() else { return };
        for criterion in self.criteria() {
            if file.settled().agreement(criterion, &grids) == Agreement::Disagreement {
                let first = grids.first().and_then(|grid| grid.levels.get(criterion));
                let level = first.copied().unwrap_or(Level::NotObserved);
                file.agree(criterion, level, "relu ensemble sur la copie", &president.id, now);
            }
        }
        for competence in self.scheme.competences() {
            let Some(known) = self.qualification.competence(competence) else { continue };
            let settled = file.settled();
            let levels = known.criteria.iter().map(|c| settled.agreement(&c.id, &grids).level());
            let (decision, reason) = opinion(LevelCounts::of(levels));
            file.decide(competence, Some(decision), &reason, &president.id, now);
        }
        let weak = file
            .settled()
            .decisions
            .values()
            .any(|(decision, _)| *decision == Acquisition::NotAcquired);
        let advice = if weak {
            "Reprendre les compétences non acquises à partir du corrigé, puis refaire les tableaux sans aide."
        } else {
            "Poursuivre la vérification systématique des résultats avant de conclure."
        };
        file.advise(advice, &president.id, now);
    }
}
