//! Reads who is absent, and which posts some people may not hold.

use chrono::NaiveDate;

use super::names::recognise;
use super::post::{Post, Restriction};
use super::reading::{is_within, read_texts};
use crate::domain::planning::data::Person;
use crate::domain::planning::expression::spelling::nearest;
use crate::domain::planning::tree::{Node, Problems, Tree};

/// Marks the people absent on a day: a list of names, or names with `du` and `au`.
pub(super) fn mark_absences(
    node: &Node<'_>,
    day: Option<NaiveDate>,
    people: &mut [Person],
    problems: &mut Problems,
) {
    let absences: Vec<(String, Node<'_>, bool)> = match node.tree() {
        Some(Tree::Entries(_)) => node
            .entries(problems)
            .into_iter()
            .map(|(name, place)| {
                let is_absent = is_away(&place, day, problems);
                (name, place, is_absent)
            })
            .collect(),
        _ => node
            .items(problems)
            .into_iter()
            .filter_map(|place| Some((place.required_text(problems)?, place, true)))
            .collect(),
    };
    for (name, place, is_absent) in absences {
        let Some(rank) = find_person(&name, place.path(), people, problems) else { continue };
        if let Some(person) = people.get_mut(rank) {
            person.absent |= is_absent;
        }
    }
}

/// Whether an absence covers the day: `{du: 2027-04-12, au: 2027-04-16}`, `oui`, `non` or a reason.
fn is_away(node: &Node<'_>, day: Option<NaiveDate>, problems: &mut Problems) -> bool {
    match node.tree() {
        Some(Tree::Flag(flag)) => *flag,
        Some(Tree::Text(text)) => text != "non",
        Some(Tree::Entries(_)) => {
            node.only(&["du", "au", "motif"], problems);
            let (first, last) = (node.field("du").date(problems), node.field("au").date(problems));
            if day.is_none() && (first.is_some() || last.is_some()) {
                problems.add(
                    node.path(),
                    "la date du jour manque.",
                    "Écrivez « date », le jour pour lequel on affecte l'équipe.",
                );
            }
            day.is_none_or(|day| is_within(day, first, last))
        }
        None | Some(Tree::Empty | Tree::Number(_) | Tree::List(_)) => true,
    }
}

/// Reads the posts forbidden to each person: a post, a list, or `{postes: […], motif: …}`.
pub(super) fn read_restrictions(
    node: &Node<'_>,
    people: &[Person],
    posts: &[Post],
    problems: &mut Problems,
) -> Vec<Restriction> {
    let mut restrictions = Vec::new();
    for (name, place) in node.entries(problems) {
        let (codes, reason) = if let Some(Tree::Entries(_)) = place.tree() {
            place.only(&["postes", "motif"], problems);
            (place.field("postes"), place.field("motif").text_or("", problems))
        } else {
            (place.clone(), String::new())
        };
        let person = find_person(&name, place.path(), people, problems);
        let Some(person) = person.and_then(|rank| people.get(rank)) else { continue };
        for code in read_texts(&codes, problems) {
            if posts.iter().any(|post| post.code == code) {
                let (person, reason) = (person.name.clone(), reason.clone());
                restrictions.push(Restriction { person, post: code, reason });
            } else {
                problems.add(
                    codes.path(),
                    format!("« {code} » n'est pas un poste."),
                    "Écrivez le code d'un poste de « postes_requis ».",
                );
            }
        }
    }
    restrictions
}

fn find_person(
    name: &str,
    path: &str,
    people: &[Person],
    problems: &mut Problems,
) -> Option<usize> {
    let names = || people.iter().map(|person| person.name.as_str());
    let found = recognise(name, names());
    if found.is_none() {
        let remedy = nearest(name, names()).map_or_else(
            || "Écrivez un nom de la section « personnel ».".to_owned(),
            |near| format!("Voulez-vous dire « {near} » ?"),
        );
        problems.add(path, format!("« {name} » n'est pas dans le personnel."), remedy);
    }
    found
}
