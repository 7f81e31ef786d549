//! The titre professionnel itself, its activities, competences and criteria.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Equipment, ExamScheme, SourceNote};
use crate::domain::identifier::{ActivityId, CompetenceId, CriterionId, SchemeId};

/// A titre professionnel as its référentiel describes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Qualification {
    /// Short name ("TSGP"); unique among the installed templates.
    pub sigle: String,
    /// Official title.
    pub title: String,
    /// Code of the titre ("TP-01269").
    pub code: String,
    /// Millésime of the référentiel ("03").
    pub edition: String,
    /// Level of the national framework.
    pub level: u8,
    /// Specialty code and label (NSF).
    pub specialty: String,
    /// ROME codes of the occupations.
    #[serde(default)]
    pub occupations: Vec<String>,
    /// Formacode numbers.
    #[serde(default)]
    pub training_codes: Vec<u32>,
    /// The decree that created this edition.
    pub decree: Decree,
    /// Date of the last update of the référentiel d'évaluation, where known.
    #[serde(default)]
    pub updated: Option<NaiveDate>,
    /// Document that the facts were read from.
    pub source: String,
    /// Remarks on the sources that concern the whole titre.
    #[serde(default)]
    pub notes: Vec<SourceNote>,
    /// What the référentiel says on accommodations for disabled candidates.
    #[serde(default)]
    pub accommodation_guidance: Option<String>,
    /// General conditions of certification named by the référentiel (VAE, capitalisation…).
    #[serde(default)]
    pub general_conditions: Vec<String>,
    /// Correspondence of earlier CCP with those of this edition.
    #[serde(default)]
    pub predecessors: Vec<Predecessor>,
    /// Activités types, in order; each is a CCP.
    pub activities: Vec<Activity>,
    /// Compétences professionnelles, in order.
    pub competences: Vec<Competence>,
    /// Compétences transversales.
    #[serde(default)]
    pub transversal_competences: Vec<TransversalCompetence>,
    /// Dispositifs d'évaluation: the titre and each CCP.
    pub schemes: Vec<ExamScheme>,
    /// Plateau technique.
    #[serde(default)]
    pub equipment: Equipment,
}

/// A CCP of the previous edition and the activities that replace it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Predecessor {
    /// Title of the earlier CCP.
    pub title: String,
    /// Activities of this edition.
    pub activities: Vec<ActivityId>,
    /// Doubt on the correspondence, if any.
    #[serde(default)]
    pub note: Option<SourceNote>,
}

/// Legal dates of an edition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decree {
    /// Date of the decree.
    pub date: NaiveDate,
    /// Publication in the Journal officiel.
    pub published: NaiveDate,
    /// Entry into force.
    pub effective: NaiveDate,
}

/// Activité type, which is also a CCP.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Activity {
    /// Identifier ("AT2").
    pub id: ActivityId,
    /// Official label.
    pub title: String,
    /// Its competences, in order.
    pub competences: Vec<CompetenceId>,
}

/// Compétence professionnelle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Competence {
    /// Identifier ("CP4").
    pub id: CompetenceId,
    /// Official label.
    pub title: String,
    /// Critères d'évaluation (référentiel d'évaluation, 3.2).
    pub criteria: Vec<Criterion>,
    /// Critères de performance (REAC), for the trainer.
    #[serde(default)]
    pub performance_criteria: Vec<String>,
}

/// Critère d'évaluation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Criterion {
    /// Identifier ("CP4.3").
    pub id: CriterionId,
    /// Heading that the référentiel puts above a run of criteria ("Pour la tenue des stocks :").
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// Official text, word for word.
    pub text: String,
    /// Remark on its source, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<SourceNote>,
}

/// Compétence transversale and the competences that it shows through.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TransversalCompetence {
    /// Official label.
    pub title: String,
    /// Competences through which it is evaluated.
    pub competences: Vec<CompetenceId>,
}

impl Qualification {
    /// The exam scheme with this identifier.
    pub fn scheme(&self, id: &SchemeId) -> Option<&ExamScheme> {
        self.schemes.iter().find(|scheme| &scheme.id == id)
    }

    /// The competence with this identifier.
    pub fn competence(&self, id: &CompetenceId) -> Option<&Competence> {
        self.competences.iter().find(|competence| &competence.id == id)
    }

    /// The activity that a competence belongs to.
    pub fn activity_of(&self, competence: &CompetenceId) -> Option<&Activity> {
        self.activities.iter().find(|activity| activity.competences.contains(competence))
    }

    /// A criterion and the competence that it belongs to.
    pub fn criterion(&self, id: &CriterionId) -> Option<(&Competence, &Criterion)> {
        self.competences.iter().find_map(|competence| {
            let criterion = competence.criteria.iter().find(|criterion| &criterion.id == id)?;
            Some((competence, criterion))
        })
    }

    /// Number of criteria of all competences.
    pub fn criterion_count(&self) -> usize {
        self.competences.iter().map(|competence| competence.criteria.len()).sum()
    }

    /// Activities that a scheme evaluates, in order, each with its evaluated competences.
    pub fn activities_of(&self, scheme: &ExamScheme) -> Vec<(&Activity, Vec<&Competence>)> {
        let evaluated = scheme.competences();
        self.activities
            .iter()
            .filter_map(|activity| {
                let competences: Vec<_> = activity
                    .competences
                    .iter()
                    .filter(|id| evaluated.contains(id))
                    .filter_map(|id| self.competence(id))
                    .collect();
                (!competences.is_empty()).then_some((activity, competences))
            })
            .collect()
    }

    /// "CCP 2" for the activity of that rank: each activité type is a CCP.
    pub fn certificate_label(&self, activity: &ActivityId) -> String {
        let rank = self.activities.iter().position(|known| &known.id == activity);
        rank.map_or_else(|| activity.to_string(), |rank| format!("CCP\u{a0}{}", rank + 1))
    }
}

impl Competence {
    /// The criterion with this identifier.
    pub fn criterion(&self, id: &CriterionId) -> Option<&Criterion> {
        self.criteria.iter().find(|criterion| &criterion.id == id)
    }
}
