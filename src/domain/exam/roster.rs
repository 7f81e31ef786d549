//! Candidates and jurors as people list them: one a line, fields between semicolons or tabs.

use super::{AccessRoute, Accommodation, Attendance, Candidate, Juror};
use crate::domain::diagnostic::{Diagnostic, Element, Place};
use crate::domain::identifier::{CandidateId, JurorId};

/// Longest identifier, in characters.
const IDENTIFIER_LIMIT: usize = 20;

/// Whether an identifier may name a file and be read aloud: letters, digits, dash, underscore.
pub fn is_identifier(text: &str) -> bool {
    let count = text.chars().count();
    (1..=IDENTIFIER_LIMIT).contains(&count)
        && text.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_')
}

fn lines(text: &str) -> impl Iterator<Item = (usize, Vec<&str>)> {
    text.lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(index, line)| (index + 1, line.split([';', '\t']).map(str::trim).collect()))
}

fn wrong_identifier(line: usize, id: &str) -> Diagnostic {
    Diagnostic::error(
        Place::within(Element::Document, format!("ligne {line}")),
        format!("« {id} » n'est pas un identifiant."),
        "Employez des lettres, des chiffres et des tirets, 20 au plus, par exemple C-01.",
    )
}

/// Reads "C-01 ; Nadia Belkacem ; formation ; tiers temps"; route and accommodation may be left out.
pub fn parse_candidates(text: &str) -> (Vec<Candidate>, Vec<Diagnostic>) {
    let (mut candidates, mut found): (Vec<Candidate>, Vec<Diagnostic>) = (Vec::new(), Vec::new());
    for (line, fields) in lines(text) {
        let field = |index: usize| fields.get(index).copied().unwrap_or_default();
        if !is_identifier(field(0)) {
            found.push(wrong_identifier(line, field(0)));
            continue;
        }
        let route = match field(2).to_lowercase().as_str() {
            "" | "formation" => AccessRoute::Training,
            "vae" => AccessRoute::Experience,
            "capitalisation" => AccessRoute::Accumulation,
            other => {
                found.push(Diagnostic::error(
                    Place::within(Element::Document, format!("ligne {line}")),
                    format!("le parcours « {other} » n'est pas connu."),
                    "Écrivez formation, VAE ou capitalisation.",
                ));
                continue;
            }
        };
        candidates.push(Candidate {
            id: CandidateId(field(0).to_owned()),
            name: field(1).to_owned(),
            route,
            accommodation: accommodation(field(3)),
            attendance: Attendance::Present,
            obtained_before: Vec::new(),
        });
    }
    if candidates.is_empty() && found.is_empty() {
        found.push(Diagnostic::error(
            Element::Document,
            "aucun candidat.",
            "Écrivez un candidat par ligne : identifiant ; nom.",
        ));
    }
    (candidates, found)
}

fn accommodation(text: &str) -> Option<Accommodation> {
    match text.to_lowercase().replace('-', " ").as_str() {
        "" => None,
        "tiers temps" => Some(Accommodation { extra_time: Some((1, 3)), other: String::new() }),
        _ => Some(Accommodation { extra_time: None, other: text.to_owned() }),
    }
}

/// Reads "J-1 ; M. Salvetti ; Mécanique du Rhône".
pub fn parse_jurors(text: &str) -> (Vec<Juror>, Vec<Diagnostic>) {
    let (mut jurors, mut found): (Vec<Juror>, Vec<Diagnostic>) = (Vec::new(), Vec::new());
    for (line, fields) in lines(text) {
        let field = |index: usize| fields.get(index).copied().unwrap_or_default();
        if is_identifier(field(0)) {
            jurors.push(Juror {
                id: JurorId(field(0).to_owned()),
                name: field(1).to_owned(),
                organisation: field(2).to_owned(),
            });
        } else {
            found.push(wrong_identifier(line, field(0)));
        }
    }
    if jurors.is_empty() && found.is_empty() {
        found.push(Diagnostic::error(
            Element::Document,
            "aucun juré.",
            "Écrivez deux jurés au moins, un par ligne : identifiant ; nom ; employeur.",
        ));
    }
    (jurors, found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn candidates_and_jurors_are_read_one_a_line() {
        let (candidates, found) =
            parse_candidates("C-01 ; Nadia Belkacem\n\nC-02;Inès Caradec;VAE;Tiers-temps\n");
        assert!(found.is_empty(), "{found:?}");
        let second = candidates.get(1).expect("two candidates");
        assert_eq!(second.route, AccessRoute::Experience);
        assert_eq!(
            second.accommodation.as_ref().map(Accommodation::label).as_deref(),
            Some("tiers temps")
        );
        let (jurors, found) = parse_jurors("J-1;M. Salvetti;Rhône\nJ-2\tMme Okafor\n");
        assert!(found.is_empty() && jurors.len() == 2, "{jurors:?} {found:?}");
    }

    #[test]
    fn what_cannot_be_read_is_said_with_its_line() {
        let (candidates, found) = parse_candidates("C/01 ; X\nC-02 ; Y ; stage\n");
        assert!(candidates.is_empty());
        let lines: Vec<_> = found.iter().map(ToString::to_string).collect();
        assert!(lines.iter().any(|l| l.contains("ligne 1") && l.contains("« C/01 »")), "{lines:?}");
        assert!(lines.iter().any(|l| l.contains("ligne 2") && l.contains("stage")), "{lines:?}");
        assert_eq!(parse_jurors(" \n").1.len(), 1);
    }
}
