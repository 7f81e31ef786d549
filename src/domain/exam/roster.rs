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

/// Lines that hold something, with their numbers from 1. Fields stand between semicolons or tabs, or
/// commas where the list has neither; a field may be quoted, as spreadsheets write them.
fn lines(text: &str) -> Vec<(usize, Vec<String>)> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    // Lists typed by hand may mix semicolons and tabs.
    let text = if text.contains(';') { text.replace('\t', ";") } else { text.to_owned() };
    let separator = [(';', b';'), ('\t', b'\t')].into_iter().find(|(sign, _)| text.contains(*sign));
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator.map_or(b',', |(_, byte)| byte))
        .has_headers(false)
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let records = reader.records().flatten();
    let numbered = records.map(|record| {
        let line = record.position().map_or(0, csv::Position::line);
        let fields = record.iter().map(|field| field.trim().to_owned()).collect();
        (usize::try_from(line).unwrap_or(0), fields)
    });
    numbered
        .filter(|(_, fields): &(usize, Vec<String>)| fields.iter().any(|f| !f.is_empty()))
        .collect()
}

/// What a column of the list of candidates holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Field {
    Identifier,
    Name,
    Route,
    Accommodation,
    Other,
}

/// The columns when the list has no line of titles.
const USUAL_COLUMNS: [Field; 4] =
    [Field::Identifier, Field::Name, Field::Route, Field::Accommodation];

/// The columns that a line of titles names; `None` when the line is a candidate.
fn titles(fields: &[String]) -> Option<Vec<Field>> {
    let columns: Vec<Field> = fields.iter().map(|title| column(title)).collect();
    columns.contains(&Field::Identifier).then_some(columns)
}

fn column(title: &str) -> Field {
    match title.to_lowercase().as_str() {
        "identifiant" | "id" | "candidat" | "candidate" | "numéro" | "numero" | "n°" => {
            Field::Identifier
        }
        "nom" | "nom et prénom" | "nom prénom" | "name" => Field::Name,
        "parcours" | "voie" | "accès" | "route" => Field::Route,
        "aménagement" | "amenagement" | "aménagements" | "amenagements" | "accommodation"
        | "extra" | "extra_time" | "temps" => Field::Accommodation,
        _ => Field::Other,
    }
}

fn wrong_identifier(line: usize, id: &str) -> Diagnostic {
    Diagnostic::error(
        Place::within(Element::Document, format!("ligne {line}")),
        format!("« {id} » n'est pas un identifiant."),
        "Employez des lettres, des chiffres et des tirets, 20 au plus, par exemple C-01.",
    )
}

/// Reads "C-01 ; Nadia Belkacem ; formation ; tiers temps"; route and accommodation may be left out,
/// and a first line may name the columns.
pub fn parse_candidates(text: &str) -> (Vec<Candidate>, Vec<Diagnostic>) {
    let (mut candidates, mut found): (Vec<Candidate>, Vec<Diagnostic>) = (Vec::new(), Vec::new());
    let mut columns = USUAL_COLUMNS.to_vec();
    for (rank, (line, fields)) in lines(text).into_iter().enumerate() {
        if let Some(named) = titles(&fields).filter(|_| rank == 0) {
            columns = named;
            continue;
        }
        let field = |wanted: Field| {
            let place = columns.iter().position(|column| *column == wanted);
            place.and_then(|place| fields.get(place)).map_or("", String::as_str)
        };
        let identifier = field(Field::Identifier);
        if !is_identifier(identifier) {
            found.push(wrong_identifier(line, identifier));
            continue;
        }
        match route(field(Field::Route), line) {
            Ok(route) => candidates.push(Candidate {
                id: CandidateId(identifier.to_owned()),
                name: field(Field::Name).to_owned(),
                route,
                accommodation: Accommodation::read(field(Field::Accommodation)),
                attendance: Attendance::Present,
                variant: None,
                obtained_before: Vec::new(),
            }),
            Err(problem) => found.push(problem),
        }
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

fn route(text: &str, line: usize) -> Result<AccessRoute, Diagnostic> {
    match text.to_lowercase().as_str() {
        "" | "formation" => Ok(AccessRoute::Training),
        "vae" => Ok(AccessRoute::Experience),
        "capitalisation" => Ok(AccessRoute::Accumulation),
        other => Err(Diagnostic::error(
            Place::within(Element::Document, format!("ligne {line}")),
            format!("le parcours « {other} » n'est pas connu."),
            "Écrivez formation, VAE ou capitalisation.",
        )),
    }
}

/// Reads "J-1 ; M. Salvetti ; Mécanique du Rhône".
pub fn parse_jurors(text: &str) -> (Vec<Juror>, Vec<Diagnostic>) {
    let (mut jurors, mut found): (Vec<Juror>, Vec<Diagnostic>) = (Vec::new(), Vec::new());
    for (line, fields) in lines(text) {
        let field = |index: usize| fields.get(index).map_or("", String::as_str);
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
    fn a_line_of_titles_says_the_order_of_the_columns() {
        let list =
            "\u{feff}nom,identifiant,aménagement\n\"Dupont, Luc\",C-01,\nLéa,C-02,tiers temps\n";
        let (candidates, found) = parse_candidates(list);
        assert!(found.is_empty(), "{found:?}");
        assert_eq!(candidates.first().map(|one| one.name.as_str()), Some("Dupont, Luc"));
        assert!(candidates.get(1).is_some_and(|one| one.accommodation.is_some()));
        let (candidates, _) = parse_candidates("nom;identifiant\nDupont, Luc;C-01\n");
        assert_eq!(candidates.first().map(|one| one.name.as_str()), Some("Dupont, Luc"));
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
