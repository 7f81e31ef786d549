//! What does not change during a sitting: the référentiel, the pages to correct, the CCP.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::answers::{AnswerValue, model_answer};
use crate::domain::case_study::CaseStudy;
use crate::domain::exam::Candidate;
use crate::domain::framework::{Competence, Criterion, ExamScheme, Qualification};
use crate::domain::identifier::{ActivityId, CompetenceId, CriterionId, QuestionId};

/// One page of a copy as a juror goes through it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Page {
    /// A question of the case.
    Question(QuestionId),
    /// The criteria that no question gives evidence for.
    OffCase,
    /// The juror's opinion on each competence.
    Synthesis,
}

/// A page and what is judged on it.
#[derive(Debug, Clone)]
pub struct PageEntry {
    /// The page.
    pub page: Page,
    /// "Question 4".
    pub title: String,
    /// Title of the question.
    pub subject: String,
    /// Criteria judged on this page.
    pub criteria: Vec<CriterionId>,
}

/// One CCP and its competences in the scheme.
#[derive(Debug, Clone)]
pub struct Section {
    /// The activity.
    pub activity: ActivityId,
    /// "CCP 2".
    pub label: String,
    /// Official title.
    pub title: String,
    /// Its competences.
    pub competences: Vec<CompetenceId>,
}

/// The référentiel of the session, arranged for the screens.
#[derive(Debug, Clone)]
pub struct Reference {
    /// The titre.
    pub qualification: Qualification,
    /// The exam scheme.
    pub scheme: ExamScheme,
    /// CCP in order.
    pub sections: Vec<Section>,
    /// Pages in order.
    pub pages: Vec<PageEntry>,
    /// Right answers, as a candidate would write them.
    pub model_answers: BTreeMap<QuestionId, AnswerValue>,
    covered: BTreeSet<CriterionId>,
}

/// The right answers of a case, as a candidate would write them.
pub(super) fn model_answers(case: &CaseStudy) -> BTreeMap<QuestionId, AnswerValue> {
    case.questions()
        .filter_map(|question| Some((question.id.clone(), model_answer(question)?)))
        .collect()
}

impl Reference {
    /// Arranges the référentiel and the case of a session.
    pub fn new(qualification: Qualification, scheme: ExamScheme, case: &CaseStudy) -> Self {
        let sections: Vec<Section> = qualification
            .activities_of(&scheme)
            .into_iter()
            .map(|(activity, competences)| Section {
                activity: activity.id.clone(),
                label: qualification.certificate_label(&activity.id),
                title: activity.title.clone(),
                competences: competences.iter().map(|known| known.id.clone()).collect(),
            })
            .collect();
        let covered = case.questions().flat_map(|question| &question.criteria).cloned().collect();
        let model_answers = model_answers(case);
        let pages = Vec::new();
        let mut reference = Self { qualification, scheme, sections, pages, model_answers, covered };
        reference.pages = reference.arranged_pages(case);
        reference
    }

    fn arranged_pages(&self, case: &CaseStudy) -> Vec<PageEntry> {
        let evaluated: BTreeSet<&CriterionId> =
            self.criteria().map(|(_, known)| &known.id).collect();
        let mut pages: Vec<PageEntry> = case
            .questions()
            .enumerate()
            .map(|(index, question)| PageEntry {
                page: Page::Question(question.id.clone()),
                title: format!("Question {}", index + 1),
                subject: question.title.clone(),
                criteria: question
                    .criteria
                    .iter()
                    .filter(|id| evaluated.contains(id))
                    .cloned()
                    .collect(),
            })
            .collect();
        let off_case: Vec<CriterionId> = self
            .criteria()
            .map(|(_, criterion)| &criterion.id)
            .filter(|id| !self.covered.contains(*id))
            .cloned()
            .collect();
        if !off_case.is_empty() {
            pages.push(PageEntry {
                page: Page::OffCase,
                title: "Critères hors cas".to_owned(),
                subject: "Sans question de l'étude de cas".to_owned(),
                criteria: off_case,
            });
        }
        pages.push(PageEntry {
            page: Page::Synthesis,
            title: "Synthèse".to_owned(),
            subject: "Avis par compétence".to_owned(),
            criteria: Vec::new(),
        });
        pages
    }

    /// Competences of the scheme, in order.
    pub fn competences(&self) -> impl Iterator<Item = &Competence> {
        self.sections
            .iter()
            .flat_map(|section| &section.competences)
            .filter_map(|id| self.qualification.competence(id))
    }

    /// Criteria of the scheme, in order, with their competence.
    pub fn criteria(&self) -> impl Iterator<Item = (&Competence, &Criterion)> {
        self.competences()
            .flat_map(|competence| competence.criteria.iter().map(move |c| (competence, c)))
    }

    /// Whether a question of the case gives evidence for a criterion.
    pub fn is_covered(&self, criterion: &CriterionId) -> bool {
        self.covered.contains(criterion)
    }

    /// The entry of a page.
    pub fn entry(&self, page: &Page) -> Option<&PageEntry> {
        self.pages.iter().find(|entry| &entry.page == page)
    }

    /// Whether a candidate already holds the CCP of a competence.
    pub fn is_held(&self, candidate: &Candidate, competence: &CompetenceId) -> bool {
        self.qualification
            .activity_of(competence)
            .is_some_and(|activity| candidate.obtained_before.contains(&activity.id))
    }

    /// Criteria of a page that are judged for a candidate: those of a CCP already held are not.
    pub fn criteria_to_judge<'a>(
        &'a self,
        candidate: &'a Candidate,
        page: &Page,
    ) -> impl Iterator<Item = &'a CriterionId> + use<'a> {
        let criteria = self.entry(page).map(|entry| entry.criteria.as_slice()).unwrap_or_default();
        criteria.iter().filter(move |id| {
            let competence = self.qualification.criterion(id).map(|(known, _)| &known.id);
            competence.is_some_and(|competence| !self.is_held(candidate, competence))
        })
    }

    /// Competences of the criteria of a page, each once, in order.
    pub fn competences_of_page(&self, page: &Page) -> Vec<CompetenceId> {
        if *page == Page::Synthesis {
            return self.competences().map(|competence| competence.id.clone()).collect();
        }
        let mut found: Vec<CompetenceId> = Vec::new();
        for id in self.entry(page).map(|entry| entry.criteria.as_slice()).unwrap_or_default() {
            if let Some((competence, _)) = self.qualification.criterion(id)
                && !found.contains(&competence.id)
            {
                found.push(competence.id.clone());
            }
        }
        found
    }
}
