//! The jury's common work on one candidate: agreed levels, decisions with their reason, outcome.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

use super::{Acquisition, Evaluation, Grid, Level, Outcome, Record};
use crate::domain::identifier::{CandidateId, CompetenceId, CriterionId, JurorId, SessionId};

/// An element that the jury has examined.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Examined {
    /// Copy of the written case.
    WrittenCase,
    /// Copy of the questionnaire professionnel.
    KnowledgeTest,
    /// Notes of the entretien technique.
    TechnicalInterview,
    /// Questionnement à partir de production(s).
    WorkReview,
    /// Results of the évaluations en cours de formation.
    CourseResults,
    /// Dossier professionnel.
    ProfessionalFile,
    /// Livret de certification (capitalisation).
    CertificationBooklet,
    /// Entretien final.
    FinalInterview,
}

impl Examined {
    /// All elements, in the order shown.
    pub const ALL: [Self; 8] = [
        Self::WrittenCase,
        Self::KnowledgeTest,
        Self::TechnicalInterview,
        Self::WorkReview,
        Self::CourseResults,
        Self::ProfessionalFile,
        Self::CertificationBooklet,
        Self::FinalInterview,
    ];

    /// The words shown.
    pub const fn label(self) -> &'static str {
        match self {
            Self::WrittenCase => "copie de l'étude de cas",
            Self::KnowledgeTest => "copie du questionnaire professionnel",
            Self::TechnicalInterview => "notes de l'entretien technique",
            Self::WorkReview => "questionnement à partir de production(s)",
            Self::CourseResults => "évaluations en cours de formation",
            Self::ProfessionalFile => "dossier professionnel",
            Self::CertificationBooklet => "livret de certification",
            Self::FinalInterview => "entretien final",
        }
    }
}

/// A change of the jury's common position.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "snake_case", deny_unknown_fields)]
pub enum Resolution {
    /// Level agreed for a criterion on which jurors differed.
    Agreed {
        /// The criterion.
        criterion: CriterionId,
        /// Level before.
        before: Option<Level>,
        /// Level after.
        after: Option<Level>,
        /// What settled it.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        reason: String,
    },
    /// Decision on a competence.
    Decision {
        /// The competence.
        competence: CompetenceId,
        /// Decision before.
        before: Option<Acquisition>,
        /// Decision after.
        after: Option<Acquisition>,
        /// The reason, required when not acquired.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        reason: String,
    },
    /// An element examined, or not.
    Examined {
        /// The element.
        element: Examined,
        /// Before.
        before: bool,
        /// After.
        after: bool,
    },
    /// Advice to the candidate.
    Advice {
        /// Text before.
        before: String,
        /// Text after.
        after: String,
    },
    /// Decision on the whole.
    Outcome {
        /// Outcome before.
        before: Option<Outcome>,
        /// Outcome after.
        after: Option<Outcome>,
    },
}

/// File of the jury on one candidate, written by the juror who holds the pen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Deliberation {
    /// Session.
    pub session: SessionId,
    /// Candidate.
    pub candidate: CandidateId,
    /// Entries, oldest first; never changed or removed.
    #[serde(default)]
    pub records: Vec<Record<Resolution>>,
}

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

impl Deliberation {
    /// An empty file.
    pub const fn new(session: SessionId, candidate: CandidateId) -> Self {
        Self { session, candidate, records: Vec::new() }
    }

    /// The jury's position as it stands now.
    pub fn settled(&self) -> Settled {
        let mut settled = Settled::default();
        for record in &self.records {
            settled.take(&record.change);
        }
        settled
    }

    /// Agrees on the level of a criterion.
    pub fn agree(
        &mut self,
        criterion: &CriterionId,
        level: Level,
        reason: &str,
        by: &JurorId,
        now: DateTime<FixedOffset>,
    ) {
        let settled = self.settled();
        let known = settled.agreed.get(criterion);
        if known.is_some_and(|(known, why)| *known == level && why == reason) {
            return;
        }
        let change = Resolution::Agreed {
            criterion: criterion.clone(),
            before: known.map(|(level, _)| *level),
            after: Some(level),
            reason: reason.to_owned(),
        };
        self.append(change, by, now);
    }

    /// Decides on a competence.
    pub fn decide(
        &mut self,
        competence: &CompetenceId,
        decision: Option<Acquisition>,
        reason: &str,
        by: &JurorId,
        now: DateTime<FixedOffset>,
    ) {
        let settled = self.settled();
        let known = settled.decisions.get(competence);
        let before = known.map(|(decision, _)| *decision);
        if before == decision && known.map_or(reason.is_empty(), |(_, why)| why == reason) {
            return;
        }
        let change = Resolution::Decision {
            competence: competence.clone(),
            before,
            after: decision,
            reason: reason.to_owned(),
        };
        self.append(change, by, now);
    }

    /// Notes that an element was examined, or not.
    pub fn examine(
        &mut self,
        element: Examined,
        examined: bool,
        by: &JurorId,
        now: DateTime<FixedOffset>,
    ) {
        let before = self.settled().examined.contains(&element);
        if before != examined {
            self.append(Resolution::Examined { element, before, after: examined }, by, now);
        }
    }

    /// Writes the advice to the candidate.
    pub fn advise(&mut self, text: &str, by: &JurorId, now: DateTime<FixedOffset>) {
        let before = self.settled().advice;
        if before != text {
            self.append(Resolution::Advice { before, after: text.to_owned() }, by, now);
        }
    }

    /// Decides on the whole, or takes the decision back.
    pub fn conclude(&mut self, outcome: Option<Outcome>, by: &JurorId, now: DateTime<FixedOffset>) {
        let before = self.settled().outcome;
        if before != outcome {
            self.append(Resolution::Outcome { before, after: outcome }, by, now);
        }
    }

    fn append(&mut self, change: Resolution, by: &JurorId, at: DateTime<FixedOffset>) {
        self.records.push(Record { at, juror: by.clone(), change });
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

    fn take(&mut self, change: &Resolution) {
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
