//! Which criteria of the written case have a question, and how long candidates spend on them.

use crate::domain::case_study::CaseStudy;
use crate::domain::framework::{Competence, ExamScheme, Qualification};
use crate::domain::identifier::{CompetenceId, CriterionId};

/// Criteria of the written case and the questions that speak for them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Competences evaluated by the written case, in order.
    pub competences: Vec<CompetenceCoverage>,
    /// Competences of the scheme that other tests evaluate: the competence and these tests.
    pub elsewhere: Vec<(CompetenceId, String)>,
    /// Number of questions, which are the columns.
    pub question_count: usize,
}

/// One competence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CompetenceCoverage {
    /// Identifier, as printed everywhere.
    pub id: CompetenceId,
    /// Official label.
    pub title: String,
    /// Its criteria.
    pub criteria: Vec<CriterionCoverage>,
    /// Minutes of its questions, each shared between its criteria.
    pub minutes: u32,
}

/// One criterion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CriterionCoverage {
    /// Identifier, as printed everywhere.
    pub id: CriterionId,
    /// Official text.
    pub text: String,
    /// Ranks of its questions, from 0.
    pub questions: Vec<usize>,
    /// Its share of their minutes.
    pub minutes: u32,
}

impl Coverage {
    /// Counts the questions of a case.
    pub fn of(case: &CaseStudy, qualification: &Qualification, scheme: &ExamScheme) -> Self {
        let written = scheme.written_case();
        let evaluated = written.map(|modality| modality.competences.as_slice()).unwrap_or_default();
        let competences = evaluated
            .iter()
            .filter_map(|id| qualification.competence(id))
            .map(|competence| competence_coverage(case, competence))
            .collect();
        let elsewhere = scheme
            .competences()
            .into_iter()
            .filter(|id| !evaluated.contains(id))
            .map(|id| {
                let kinds = scheme.modalities_for(id);
                let labels: Vec<&str> = kinds.iter().map(|kind| kind.label()).collect();
                (id.clone(), labels.join(", "))
            })
            .collect();
        Self { competences, elsewhere, question_count: case.questions().count() }
    }

    /// Number of criteria with a question.
    pub fn covered(&self) -> usize {
        self.competences.iter().map(CompetenceCoverage::covered).sum()
    }

    /// Number of criteria.
    pub fn total(&self) -> usize {
        self.competences.iter().map(|competence| competence.criteria.len()).sum()
    }
}

impl CompetenceCoverage {
    /// Number of its criteria with a question.
    pub fn covered(&self) -> usize {
        self.criteria.iter().filter(|criterion| !criterion.is_gap()).count()
    }

    /// Number of its criteria that a question speaks for.
    pub fn count_in(&self, question: usize) -> usize {
        self.criteria.iter().filter(|criterion| criterion.questions.contains(&question)).count()
    }

    /// Its criteria without a question.
    pub fn gaps(&self) -> impl Iterator<Item = &CriterionCoverage> {
        self.criteria.iter().filter(|criterion| criterion.is_gap())
    }
}

impl CriterionCoverage {
    /// Whether no question speaks for it.
    pub fn is_gap(&self) -> bool {
        self.questions.is_empty()
    }
}

fn competence_coverage(case: &CaseStudy, competence: &Competence) -> CompetenceCoverage {
    let mut all_seconds = 0_u32;
    let criteria = competence
        .criteria
        .iter()
        .map(|criterion| {
            let mut seconds = 0_u32;
            let mut questions = Vec::new();
            for (rank, question) in case.evidence_for(&criterion.id) {
                questions.push(rank - 1);
                let shares = u32::try_from(question.criteria.len()).unwrap_or(u32::MAX).max(1);
                seconds = seconds.saturating_add(question.minutes.saturating_mul(60) / shares);
            }
            all_seconds = all_seconds.saturating_add(seconds);
            CriterionCoverage {
                id: criterion.id.clone(),
                text: criterion.text.clone(),
                questions,
                minutes: in_minutes(seconds),
            }
        })
        .collect();
    CompetenceCoverage {
        id: competence.id.clone(),
        title: competence.title.clone(),
        criteria,
        minutes: in_minutes(all_seconds),
    }
}

/// Rounded to the nearest minute.
const fn in_minutes(seconds: u32) -> u32 {
    seconds.saturating_add(30) / 60
}

#[cfg(test)]
mod tests {
    use super::super::example::{case, catalogue, written_scheme};
    use super::*;

    /// Q3 (30 min) speaks for the first two criteria, Q9 (10 min) for the first one.
    fn covered_case() -> (CaseStudy, Vec<CriterionId>) {
        let catalogue = catalogue();
        let (qualification, scheme) = written_scheme(&catalogue);
        let first = scheme.written_case().and_then(|modality| modality.competences.first());
        let competence = first.and_then(|id| qualification.competence(id)).expect("a competence");
        let ids: Vec<_> = competence.criteria.iter().map(|c| c.id.clone()).take(2).collect();
        let mut case = case();
        for question in case.dossiers.iter_mut().flat_map(|dossier| &mut dossier.questions) {
            match question.id.as_str() {
                "Q3" => {
                    question.minutes = 30;
                    question.criteria.clone_from(&ids);
                }
                "Q9" => question.criteria = ids.iter().take(1).cloned().collect(),
                _ => {}
            }
        }
        (case, ids)
    }

    #[test]
    fn criteria_count_their_questions_and_share_their_minutes() {
        let catalogue = catalogue();
        let (qualification, scheme) = written_scheme(&catalogue);
        let (case, _) = covered_case();
        let coverage = Coverage::of(&case, qualification, scheme);
        assert_eq!((coverage.covered(), coverage.question_count), (2, 3));
        let first = coverage.competences.first().expect("a competence");
        assert_eq!((first.covered(), first.minutes), (2, 40));
        assert_eq!((first.count_in(0), first.count_in(1), first.count_in(2)), (2, 0, 1));
        let shares: Vec<_> =
            first.criteria.iter().take(2).map(|c| (c.questions.clone(), c.minutes)).collect();
        assert_eq!(shares, [(vec![0, 2], 25), (vec![0], 15)]);
        assert_eq!(first.gaps().count(), first.criteria.len() - 2);
    }

    #[test]
    fn every_criterion_is_a_gap_before_the_first_link() {
        let catalogue = catalogue();
        let (qualification, scheme) = written_scheme(&catalogue);
        let coverage = Coverage::of(&case(), qualification, scheme);
        assert_eq!(coverage.covered(), 0);
        let gaps: usize = coverage.competences.iter().map(|c| c.gaps().count()).sum();
        assert_eq!(gaps, coverage.total());
        assert!(gaps > 0);
    }
}
