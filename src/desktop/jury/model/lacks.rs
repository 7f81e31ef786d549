//! What is missing on a candidate, sorted by kind and put in a few words.

use std::collections::BTreeMap;

use super::words::{counted, listed, sentence};
use crate::domain::diagnostic::Diagnostic;
use crate::domain::framework::Qualification;
use crate::domain::grading::{Agreement, Settled};
use crate::domain::identifier::{CompetenceId, CriterionId};

/// Most names given in a line before it only counts.
const NAMES_SHOWN: usize = 3;

/// One thing missing before the decision on a candidate is complete.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lack {
    /// About the jury itself, in words.
    Jury(String),
    /// A criterion that no juror has judged.
    Unjudged(CompetenceId, CriterionId),
    /// A criterion on which the jurors differ.
    Disagreement(CompetenceId, CriterionId),
    /// No decision on a competence.
    Decision(CompetenceId),
    /// No reason for a competence that is not acquired.
    Reason(CompetenceId),
    /// The decision on the whole, in words.
    Outcome(String),
}

impl Lack {
    /// The competence to look at, where there is one.
    pub const fn competence(&self) -> Option<&CompetenceId> {
        match self {
            Self::Unjudged(competence, _)
            | Self::Disagreement(competence, _)
            | Self::Decision(competence)
            | Self::Reason(competence) => Some(competence),
            Self::Jury(_) | Self::Outcome(_) => None,
        }
    }

    /// Whether it is only the decision on the whole.
    pub const fn is_outcome(&self) -> bool {
        matches!(self, Self::Outcome(_))
    }
}

/// Sorts what the domain found missing.
pub fn sorted_lacks(
    found: Vec<Diagnostic>,
    qualification: &Qualification,
    settled: &Settled,
    agreements: &BTreeMap<CriterionId, Agreement>,
) -> Vec<Lack> {
    found.into_iter().map(|one| lack(one, qualification, settled, agreements)).collect()
}

fn lack(
    found: Diagnostic,
    qualification: &Qualification,
    settled: &Settled,
    agreements: &BTreeMap<CriterionId, Agreement>,
) -> Lack {
    let detail = found.place.detail.unwrap_or_default();
    let criterion = CriterionId::from(detail.as_str());
    if let Some((competence, _)) = qualification.criterion(&criterion) {
        let competence = competence.id.clone();
        return if agreements.get(&criterion) == Some(&Agreement::Disagreement) {
            Lack::Disagreement(competence, criterion)
        } else {
            Lack::Unjudged(competence, criterion)
        };
    }
    let competence = CompetenceId::from(detail.as_str());
    if qualification.competence(&competence).is_some() {
        return if settled.decisions.contains_key(&competence) {
            Lack::Reason(competence)
        } else {
            Lack::Decision(competence)
        };
    }
    match detail.as_str() {
        "décision" => Lack::Outcome(sentence(&found.message)),
        who if who.starts_with("juré ") => {
            Lack::Jury(format!("{} : {}", sentence(who), found.message))
        }
        _ => Lack::Jury(format!("{} {}", sentence(&found.message), found.remedy)),
    }
}

/// Everything missing, in as few lines as it takes.
pub fn in_words(lacks: &[Lack]) -> Vec<String> {
    let mut lines: Vec<String> = lacks
        .iter()
        .filter_map(|lack| match lack {
            Lack::Jury(words) => Some(words.clone()),
            _ => None,
        })
        .collect();
    lines.extend(unjudged_words(lacks));
    lines.extend(named(lacks, kind::disagreement, "les jurés ne sont pas d'accord"));
    lines.extend(decision_words(lacks));
    lines.extend(named(lacks, kind::reason, "motif à écrire"));
    let nothing_else = lines.is_empty();
    lines.extend(lacks.iter().filter_map(|lack| match lack {
        Lack::Outcome(words) if nothing_else => Some(words.clone()),
        _ => None,
    }));
    lines
}

/// What stands first in the way, in a few words: "3 critères sans jugement".
pub fn headline(lacks: &[Lack]) -> Option<String> {
    let count = |of: fn(&Lack) -> bool| lacks.iter().filter(|lack| of(lack)).count();
    if count(|lack| matches!(lack, Lack::Jury(_))) > 0 {
        return Some("jury à compléter".to_owned());
    }
    let unjudged = count(|lack| matches!(lack, Lack::Unjudged(..)));
    if unjudged > 0 {
        return Some(counted(unjudged, "critère sans jugement", "critères sans jugement"));
    }
    let disputed = competences(lacks, kind::disagreement).len();
    if disputed > 0 {
        return Some(counted(disputed, "désaccord à trancher", "désaccords à trancher"));
    }
    let decisions = count(|lack| matches!(lack, Lack::Decision(_)));
    if decisions > 0 {
        return Some(counted(decisions, "décision à prendre", "décisions à prendre"));
    }
    let reasons = competences(lacks, kind::reason);
    if !reasons.is_empty() {
        return Some(format!("motif de {} à écrire", listed(&reasons)));
    }
    lacks.first().map(|_| "décision à prononcer".to_owned())
}

/// Tests of a kind of lack that carry a competence.
mod kind {
    use super::Lack;

    pub(super) const fn disagreement(lack: &Lack) -> bool {
        matches!(lack, Lack::Disagreement(..))
    }

    pub(super) const fn unjudged(lack: &Lack) -> bool {
        matches!(lack, Lack::Unjudged(..))
    }

    pub(super) const fn reason(lack: &Lack) -> bool {
        matches!(lack, Lack::Reason(_))
    }
}

/// Names of the competences of a kind of lack, each once.
fn competences(lacks: &[Lack], of: fn(&Lack) -> bool) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for competence in lacks.iter().filter(|lack| of(lack)).filter_map(Lack::competence) {
        if names.last().is_none_or(|last| last != competence.as_str()) {
            names.push(competence.to_string());
        }
    }
    names
}

fn named(lacks: &[Lack], of: fn(&Lack) -> bool, what: &str) -> Option<String> {
    let names = competences(lacks, of);
    (!names.is_empty()).then(|| format!("{} : {what}.", listed(&names)))
}

fn unjudged_words(lacks: &[Lack]) -> Option<String> {
    let count = lacks.iter().filter(|lack| kind::unjudged(lack)).count();
    let names = competences(lacks, kind::unjudged);
    let what = counted(count, "critère sans jugement", "critères sans jugement");
    match names.len() {
        0 => None,
        1..=NAMES_SHOWN => Some(format!("{} : {what}.", listed(&names))),
        _ => Some(format!("{what}.")),
    }
}

fn decision_words(lacks: &[Lack]) -> Option<String> {
    let names: Vec<String> = lacks
        .iter()
        .filter_map(|lack| match lack {
            Lack::Decision(competence) => Some(competence.to_string()),
            _ => None,
        })
        .collect();
    match names.len() {
        0 => None,
        1..=NAMES_SHOWN => Some(format!("{} : décision à prendre.", listed(&names))),
        count => Some(format!("{}.", counted(count, "décision à prendre", "décisions à prendre"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_lacks_are_told_in_a_few_lines() {
        let lacks = vec![
            Lack::Unjudged("CP1".into(), "CP1.1".into()),
            Lack::Unjudged("CP1".into(), "CP1.2".into()),
            Lack::Disagreement("CP2".into(), "CP2.1".into()),
            Lack::Reason("CP3".into()),
            Lack::Outcome("La décision du jury n'est pas prononcée.".into()),
        ];
        assert_eq!(
            in_words(&lacks),
            [
                "CP1 : 2 critères sans jugement.",
                "CP2 : les jurés ne sont pas d'accord.",
                "CP3 : motif à écrire.",
            ]
        );
        assert_eq!(headline(&lacks).as_deref(), Some("2 critères sans jugement"));
        assert_eq!(
            headline(lacks.get(3..).unwrap_or_default()).as_deref(),
            Some("motif de CP3 à écrire")
        );
        assert_eq!(headline(&[]), None);
    }
}
