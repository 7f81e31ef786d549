//! Section `personnel`: levels on each poste, credentials and absence of each person.

use super::entries;
use super::known::Known;
use crate::domain::planning::data::{Credential, Person};
use crate::domain::planning::tree::{Node, Problems, Tree};

/// Largest level on a poste.
const HIGHEST_LEVEL: u32 = 10;

/// People in the order written.
pub(super) fn read(section: &Node<'_>, known: &Known, problems: &mut Problems) -> Vec<Person> {
    let mut people = Vec::new();
    for (name, node) in entries::named(section, problems) {
        entries::check_names(&node, &["niveaux", "habilitations", "absent"], problems);
        people.push(Person {
            name,
            levels: levels(&node.field("niveaux"), known, problems),
            credentials: credentials(&node.field("habilitations"), problems),
            absent: node.field("absent").flag(problems).unwrap_or(false),
        });
    }
    people
}

fn levels(node: &Node<'_>, known: &Known, problems: &mut Problems) -> Vec<(String, u32)> {
    let mut levels = Vec::new();
    for (post, place) in entries::named(node, problems) {
        known.check_work_centre(place.path(), &post, problems);
        let Some(level) = place.whole(problems) else { continue };
        if level > HIGHEST_LEVEL {
            problems.add(
                place.path(),
                format!("le niveau {level} est trop grand."),
                format!("Écrivez un niveau de 0 à {HIGHEST_LEVEL}."),
            );
            continue;
        }
        levels.push((post, level));
    }
    levels
}

/// `{CACES: 2029-11-30, pont: oui}`, or a list of names without end.
fn credentials(node: &Node<'_>, problems: &mut Problems) -> Vec<Credential> {
    let mut held: Vec<Credential> = Vec::new();
    if matches!(node.tree(), Some(Tree::List(_))) {
        for item in node.items(problems) {
            let name = item.required_text(problems);
            held.extend(name.map(|name| Credential { name, valid_until: None }));
        }
        return held;
    }
    for (name, place) in entries::named(node, problems) {
        if is_endless(&place) {
            held.push(Credential { name, valid_until: None });
        } else if !is_refused(&place) {
            let end = place.date(problems);
            held.extend(end.map(|end| Credential { name, valid_until: Some(end) }));
        }
    }
    held
}

/// Held without an end: nothing written, or « oui ».
fn is_endless(place: &Node<'_>) -> bool {
    match place.tree() {
        None => true,
        Some(Tree::Flag(held)) => *held,
        Some(tree) => tree.text().is_some_and(|text| text == "oui"),
    }
}

/// Not held: « non ».
fn is_refused(place: &Node<'_>) -> bool {
    match place.tree() {
        Some(Tree::Flag(held)) => !held,
        Some(tree) => tree.text().is_some_and(|text| text == "non"),
        None => false,
    }
}
