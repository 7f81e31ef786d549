//! What the référentiel asks: its scheme, its duration, the criteria that questions speak for.

use std::collections::HashSet;

use crate::domain::case_study::CaseStudy;
use crate::domain::diagnostic::{Diagnostic, Element};
use crate::domain::framework::{Catalogue, ExamScheme, Qualification};
use crate::domain::french::duration;

/// Checks the case against its référentiel, when it is installed.
pub(super) fn check_framework(
    case: &CaseStudy,
    catalogue: &Catalogue,
    found: &mut Vec<Diagnostic>,
) {
    let Some(qualification) = catalogue.find(&case.qualification) else {
        found.push(Diagnostic::error(
            Element::Header("titre professionnel"),
            format!("le référentiel « {} » n'est pas installé.", case.qualification),
            "Placez son référentiel dans le dossier des modèles ou corrigez le sigle.",
        ));
        return;
    };
    let Some(scheme) = qualification.scheme(&case.scheme) else {
        found.push(Diagnostic::error(
            Element::Header("dispositif"),
            format!("{} n'a pas de dispositif « {} ».", qualification.sigle, case.scheme),
            "Choisissez le titre ou l'un de ses CCP.",
        ));
        return;
    };
    check_scheme(case, scheme, found);
    check_criteria(case, qualification, scheme, found);
}

fn check_scheme(case: &CaseStudy, scheme: &ExamScheme, found: &mut Vec<Diagnostic>) {
    match scheme.written_case() {
        None => found.push(Diagnostic::error(
            Element::Header("dispositif"),
            format!("le dispositif {} n'a pas de mise en situation écrite.", scheme.label()),
            "Choisissez un dispositif qui en a une.",
        )),
        Some(written) if written.minutes != case.duration_minutes => {
            found.push(Diagnostic::warning(
                Element::Header("durée"),
                format!(
                    "l'épreuve dure {}, le référentiel prévoit {}.",
                    duration(case.duration_minutes),
                    duration(written.minutes)
                ),
                "Reprenez la durée du référentiel, sauf raison propre à cet usage.",
            ));
        }
        Some(_) => {}
    }
}

fn check_criteria(
    case: &CaseStudy,
    qualification: &Qualification,
    scheme: &ExamScheme,
    found: &mut Vec<Diagnostic>,
) {
    let evaluated = scheme.written_case().map(|m| m.competences.as_slice()).unwrap_or_default();
    let mut covered = HashSet::new();
    for question in case.questions() {
        let element = || Element::Question(question.id.clone());
        if question.criteria.is_empty() {
            found.push(Diagnostic::error(
                element(),
                "la réponse n'éclaire aucun critère.",
                "Rattachez la question à un critère au moins.",
            ));
        }
        for id in &question.criteria {
            match qualification.criterion(id) {
                None => found.push(Diagnostic::error(
                    element(),
                    format!("le critère {id} n'existe pas dans le référentiel."),
                    "Corrigez l'identifiant du critère.",
                )),
                Some((competence, _)) if !evaluated.contains(&competence.id) => {
                    found.push(Diagnostic::error(
                        element(),
                        format!(
                            "le critère {id} n'est pas évalué par l'écrit du dispositif {}.",
                            scheme.label()
                        ),
                        "Choisissez un critère d'une compétence évaluée à l'écrit.",
                    ));
                }
                Some((competence, _)) => {
                    covered.insert(&competence.id);
                }
            }
        }
    }
    for id in evaluated.iter().filter(|id| !covered.contains(id)) {
        found.push(Diagnostic::warning(
            Element::Coverage,
            format!("la compétence {id} n'a aucune question."),
            "Ajoutez une question ou laissez-la à l'entretien en connaissance de cause.",
        ));
    }
}
