//! Title, context, durations, dossiers without questions, identifiers.

use std::collections::HashSet;

use crate::domain::case_study::CaseStudy;
use crate::domain::diagnostic::{Diagnostic, Element};
use crate::domain::french::duration;

/// Checks what stands before the questions, and the durations.
pub(super) fn check_header(case: &CaseStudy, found: &mut Vec<Diagnostic>) {
    if case.title.trim().is_empty() {
        found.push(Diagnostic::error(
            Element::Header("titre"),
            "le titre est vide.",
            "Donnez un titre à l'étude de cas.",
        ));
    }
    if case.context.trim().is_empty() {
        found.push(Diagnostic::error(
            Element::Header("contexte"),
            "le contexte de l'entreprise est vide.",
            "Présentez l'entreprise et la situation.",
        ));
    }
    if case.questions().next().is_none() {
        found.push(Diagnostic::error(
            Element::Document,
            "aucune question.",
            "Ajoutez au moins une question à un dossier.",
        ));
    }
    for dossier in case.dossiers.iter().filter(|dossier| dossier.questions.is_empty()) {
        found.push(Diagnostic::warning(
            Element::Dossier(dossier.id.clone()),
            "le dossier n'a aucune question.",
            "Ajoutez une question ou supprimez le dossier.",
        ));
    }
    let suggested = case.suggested_minutes();
    if suggested != case.duration_minutes && case.questions().next().is_some() {
        let message = format!(
            "la lecture et les questions font {}, l'épreuve dure {}.",
            duration(suggested),
            duration(case.duration_minutes)
        );
        let remedy = "Ajustez les minutes conseillées ou le temps de lecture.";
        let place = Element::Header("durée");
        found.push(if suggested > case.duration_minutes {
            Diagnostic::error(place, message, remedy)
        } else {
            Diagnostic::warning(place, message, remedy)
        });
    }
}

/// Checks that nothing has an empty identifier, or that of another.
pub(super) fn check_identifiers(case: &CaseStudy, found: &mut Vec<Diagnostic>) {
    let ids = (case.exhibits.iter().map(|e| (Element::Exhibit(e.id.clone()), e.id.as_str())))
        .chain(case.dossiers.iter().map(|d| (Element::Dossier(d.id.clone()), d.id.as_str())))
        .chain(case.questions().map(|q| (Element::Question(q.id.clone()), q.id.as_str())));
    let mut seen = HashSet::new();
    for (element, id) in ids {
        if id.trim().is_empty() {
            found.push(Diagnostic::error(
                element,
                "l'identifiant est vide.",
                "Donnez un identifiant, par exemple Q1.",
            ));
        } else if !seen.insert((std::mem::discriminant(&element), id)) {
            found.push(Diagnostic::error(
                element,
                format!("l'identifiant {id} est employé deux fois."),
                "Donnez un identifiant propre à chacun.",
            ));
        }
    }
}
