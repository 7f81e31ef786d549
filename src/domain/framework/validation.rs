//! Checks of a competence template: unique identifiers, known references, sums of durations.

use std::collections::HashSet;
use std::hash::Hash;

use super::{ExamScheme, Qualification};
use crate::domain::diagnostic::{Diagnostic, Element, Place};
use crate::domain::french::duration;
use crate::domain::identifier::CompetenceId;

impl Qualification {
    /// All problems of the template at once.
    pub fn diagnostics(&self) -> Vec<Diagnostic> {
        let mut found = Vec::new();
        if self.sigle.trim().is_empty() {
            found.push(problem("sigle", "le sigle est vide.", "Donnez le sigle du titre."));
        }
        duplicates(self.competences.iter().map(|c| &c.id), "compétence", &mut found);
        duplicates(self.activities.iter().map(|a| &a.id), "activité", &mut found);
        duplicates(self.schemes.iter().map(|s| &s.id), "dispositif", &mut found);
        let criteria = self.competences.iter().flat_map(|c| &c.criteria).map(|c| &c.id);
        duplicates(criteria, "critère", &mut found);
        self.check_references(&mut found);
        for competence in self.competences.iter().filter(|c| c.criteria.is_empty()) {
            found.push(problem(
                competence.id.as_str(),
                "la compétence n'a aucun critère d'évaluation.",
                "Recopiez ses critères depuis le référentiel d'évaluation.",
            ));
        }
        if self.schemes.is_empty() {
            found.push(problem(
                "dispositifs",
                "aucun dispositif d'évaluation.",
                "Décrivez au moins celui du titre.",
            ));
        }
        for scheme in &self.schemes {
            check_durations(scheme, &mut found);
        }
        found
    }

    fn check_references(&self, found: &mut Vec<Diagnostic>) {
        let known: HashSet<_> = self.competences.iter().map(|c| &c.id).collect();
        let mut check = |place: String, ids: &[CompetenceId]| {
            for id in ids.iter().filter(|id| !known.contains(id)) {
                found.push(problem(
                    &place,
                    &format!("la compétence {id} n'existe pas."),
                    "Corrigez l'identifiant ou ajoutez la compétence.",
                ));
            }
        };
        for activity in &self.activities {
            check(format!("activité {}", activity.id), &activity.competences);
        }
        for transversal in &self.transversal_competences {
            check(
                format!("compétence transversale {}", transversal.title),
                &transversal.competences,
            );
        }
        for scheme in &self.schemes {
            for modality in &scheme.modalities {
                let place = format!("dispositif {}, {}", scheme.id, modality.kind.label());
                check(place, &modality.competences);
            }
        }
        for scheme in &self.schemes {
            let Some(activity) = &scheme.activity else { continue };
            if !self.activities.iter().any(|known| &known.id == activity) {
                found.push(problem(
                    &format!("dispositif {}", scheme.id),
                    &format!("l'activité {activity} n'existe pas."),
                    "Corrigez l'identifiant de l'activité.",
                ));
            }
        }
    }
}

fn check_durations(scheme: &ExamScheme, found: &mut Vec<Diagnostic>) {
    let candidate: u32 = scheme.modalities.iter().map(|m| m.minutes).fold(0, u32::saturating_add);
    let jury = scheme
        .modalities
        .iter()
        .filter(|m| m.jury_present)
        .map(|m| m.minutes)
        .fold(0, u32::saturating_add);
    let pairs = [
        ("durée totale du candidat", candidate, scheme.candidate_minutes),
        ("présence du jury", jury, scheme.jury_minutes),
    ];
    for (what, sum, stated) in pairs {
        if sum != stated {
            found.push(problem(
                &format!("dispositif {}", scheme.id),
                &format!(
                    "{what} annoncée {}, somme des modalités {}.",
                    duration(stated),
                    duration(sum)
                ),
                "Corrigez la durée d'une modalité ou le total.",
            ));
        }
    }
}

fn duplicates<'a, T: Hash + Eq + std::fmt::Display + 'a>(
    ids: impl Iterator<Item = &'a T>,
    what: &str,
    found: &mut Vec<Diagnostic>,
) {
    let mut seen = HashSet::new();
    for id in ids {
        if !seen.insert(id) {
            found.push(problem(
                what,
                &format!("l'identifiant {id} est employé deux fois."),
                "Donnez un identifiant propre à chacun.",
            ));
        }
    }
}

fn problem(place: &str, message: &str, remedy: &str) -> Diagnostic {
    Diagnostic::error(Place::within(Element::Document, place), message, remedy)
}
