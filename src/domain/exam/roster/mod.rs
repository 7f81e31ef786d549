//! Candidates and jurors as people list them: one a line, cells between semicolons or tabs.
//!
//! - `lines`: the lines and their cells; `titles`: what titles mean; `columns`: what each cell is.
//!
//! Whatever could give a candidate the wrong time is refused, and what is not read is said.

mod columns;
mod lines;
mod titles;

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use self::columns::{Columns, List};
use self::lines::{Row, place_of, rows_of, unclosed_quote};
use self::titles::Field;
use super::decision::{Decision, speaks_of_time};
use super::file_names::{is_reserved, name_on_any_disk};
use super::{AccessRoute, Accommodation, Attendance, Candidate, Juror};
use crate::domain::diagnostic::{Diagnostic, Element, has_errors};
use crate::domain::identifier::{CandidateId, JurorId};

/// Longest identifier, in characters.
const IDENTIFIER_LIMIT: usize = 20;

/// Whether an identifier may name a file and be read aloud: letters, digits, dash, underscore.
pub fn is_identifier(text: &str) -> bool {
    let count = text.chars().count();
    (1..=IDENTIFIER_LIMIT).contains(&count)
        && text.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_')
        && text.starts_with(char::is_alphanumeric)
        && !is_reserved(text)
}

/// Reads "C-01 ; Nadia Belkacem ; formation ; tiers temps"; route and accommodation may be left
/// out, and a first line may name the columns. Gives the candidates with what is wrong (errors) and
/// what has no effect or is not read (warnings).
pub fn parse_candidates(text: &str) -> (Vec<Candidate>, Vec<Diagnostic>) {
    let rows = rows_of(text);
    let mut found: Vec<Diagnostic> = unclosed_quote(text, &rows).into_iter().collect();
    let (columns, people) = Columns::of(List::Candidates, &rows, &mut found);
    let mut numbered = Vec::new();
    for row in people {
        match candidate(&columns, row) {
            Ok(candidate) => {
                found.extend(without_effect(&candidate, row));
                numbered.push((row.line, candidate));
            }
            Err(problem) => found.push(problem),
        }
    }
    found.extend(twins(numbered.iter().map(|(line, one)| (*line, one.id.as_str()))));
    if numbered.is_empty() && !has_errors(&found) {
        found.push(Diagnostic::error(
            Element::Document,
            "la liste ne nomme personne.",
            "Écrivez un candidat par ligne : identifiant ; nom.",
        ));
    }
    (numbered.into_iter().map(|(_, candidate)| candidate).collect(), found)
}

/// Reads "J-1 ; M. Salvetti ; Mécanique du Rhône"; a first line may name the columns.
pub fn parse_jurors(text: &str) -> (Vec<Juror>, Vec<Diagnostic>) {
    let rows = rows_of(text);
    let mut found: Vec<Diagnostic> = unclosed_quote(text, &rows).into_iter().collect();
    let (columns, people) = Columns::of(List::Jurors, &rows, &mut found);
    let mut numbered = Vec::new();
    for row in people {
        match identifier(&columns, row) {
            Ok(id) => numbered.push((
                row.line,
                Juror {
                    id: JurorId(id.to_owned()),
                    name: columns.name(row),
                    organisation: columns.cell(row, Field::Organisation).to_owned(),
                },
            )),
            Err(problem) => found.push(problem),
        }
    }
    found.extend(twins(numbered.iter().map(|(line, one)| (*line, one.id.as_str()))));
    if numbered.is_empty() && !has_errors(&found) {
        found.push(Diagnostic::error(
            Element::Document,
            "la liste ne nomme personne.",
            "Écrivez deux jurés au moins, un par ligne : identifiant ; nom ; employeur.",
        ));
    }
    (numbered.into_iter().map(|(_, juror)| juror).collect(), found)
}

fn candidate(columns: &Columns, row: &Row) -> Result<Candidate, Diagnostic> {
    let id = identifier(columns, row)?;
    let route = route(columns.cell(row, Field::Route), row)?;
    columns.refuse_unread_grant(row)?;
    let mut decision = Decision::default();
    for (column, cell) in columns.decisions(row) {
        decision.take(column, cell).map_err(|problem| {
            Diagnostic::error(row.place(), format!("{id}, {}", problem.message), problem.remedy)
        })?;
    }
    Ok(Candidate {
        id: CandidateId(id.to_owned()),
        name: columns.name(row),
        route,
        accommodation: decision.granted(),
        attendance: Attendance::Present,
        variant: None,
        obtained_before: Vec::new(),
    })
}

fn identifier<'a>(columns: &Columns, row: &'a Row) -> Result<&'a str, Diagnostic> {
    let id = columns.cell(row, Field::Identifier);
    if is_identifier(id) {
        return Ok(id);
    }
    if id.is_empty() {
        return Err(Diagnostic::error(
            row.place(),
            "l'identifiant manque.",
            "Écrivez-le, par exemple C-01, ou ôtez cette ligne.",
        ));
    }
    Err(Diagnostic::error(
        row.place(),
        format!("« {id} » n'est pas un identifiant."),
        "Employez des lettres, des chiffres et des tirets, 20 au plus, en commençant par une lettre ou \
         un chiffre, par exemple C-01 ; CON, NUL, COM1… sont des noms réservés de Windows.",
    ))
}

fn route(text: &str, row: &Row) -> Result<AccessRoute, Diagnostic> {
    match text.to_lowercase().as_str() {
        "" | "formation" => Ok(AccessRoute::Training),
        "vae" => Ok(AccessRoute::Experience),
        "capitalisation" => Ok(AccessRoute::Accumulation),
        other => Err(Diagnostic::error(
            row.place(),
            format!("le parcours « {other} » n'est pas connu."),
            "Écrivez formation, VAE ou capitalisation, ou rien ; l'aménagement vient après.",
        )),
    }
}

/// What is granted in words alone: nothing in the sitting comes of it, and people must know.
fn without_effect(candidate: &Candidate, row: &Row) -> Option<Diagnostic> {
    let noted = candidate.accommodation.as_ref().map(Accommodation::noted)?;
    let id = &candidate.id;
    if noted.is_empty() {
        return None;
    }
    let time = if speaks_of_time(noted) { " Aucun temps n'en vient." } else { "" };
    Some(Diagnostic::warning(
        row.place(),
        format!("{id}, « {noted} » : noté, sans effet sur l'épreuve.{time}"),
        "Ce qui a un effet s'écrit « tiers temps », « temps majoré 25 % », « + 30 min », « texte \
         175 % », « contraste », « lecture espacée », « correcteur \
         orthographique ».",
    ))
}

/// People whose files would bear one name, each with the line of the other.
fn twins<'a>(people: impl Iterator<Item = (usize, &'a str)>) -> Vec<Diagnostic> {
    let mut known: BTreeMap<String, (usize, &str)> = BTreeMap::new();
    let mut found = Vec::new();
    for (line, id) in people {
        match known.entry(name_on_any_disk(id)) {
            Entry::Vacant(place) => {
                place.insert((line, id));
            }
            Entry::Occupied(place) => {
                let (first, other) = *place.get();
                let what = if id == other {
                    format!("l'identifiant « {id} » est déjà celui de la ligne {first}.")
                } else {
                    format!(
                        "l'identifiant « {id} » ne diffère de « {other} », ligne {first}, que par \
                         les majuscules : leurs fichiers auraient le même nom."
                    )
                };
                found.push(Diagnostic::error(
                    place_of(line),
                    what,
                    "Donnez un identifiant propre à chacun.",
                ));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests;
