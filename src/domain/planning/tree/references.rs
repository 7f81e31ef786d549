//! Data that name another instead of writing it again: `{voir: valeurs.jours.lun, jours: 1}`.

use std::borrow::Cow;

use chrono::{NaiveDate, TimeDelta};
use rust_decimal::prelude::ToPrimitive;

use super::{Problems, Tree};

/// Name of the entry that holds the path of the other data.
const SEE: &str = "voir";
/// Name of the entry that holds the days to add to a date.
const DAYS: &str = "jours";
/// Longest chain of data that name one another.
const LONGEST_CHAIN: usize = 20;

/// The sections of data in which something names other data, so that nothing is written twice, with
/// what is named put in place: `{voir: chemin}` is the value at this path; `{voir: chemin, jours: n}`,
/// the date n days later. Notes what names nothing, a list, or itself. `None` when nothing does: most
/// sections are read where they are, which keeps a recomputation short.
pub fn followed_sections(data: &Tree, problems: &mut Problems) -> Option<Tree> {
    let Tree::Entries(entries) = data else { return None };
    let mut following = Following { data, problems };
    let sections: Vec<(String, Tree)> = entries
        .iter()
        .filter(|(_, section)| has_reference(section))
        .map(|(name, section)| (name.clone(), following.tree(section, name)))
        .collect();
    (!sections.is_empty()).then_some(Tree::Entries(sections))
}

/// The whole data with what is named put in place: see [`followed_sections`].
pub fn followed<'a>(data: &'a Tree, problems: &mut Problems) -> Cow<'a, Tree> {
    let Some(Tree::Entries(sections)) = followed_sections(data, problems) else {
        return Cow::Borrowed(data);
    };
    let mut whole = data.clone();
    for (name, section) in sections {
        if let Some(place) = whole.find_mut(&[name.as_str()]) {
            *place = section;
        }
    }
    Cow::Owned(whole)
}

fn has_reference(tree: &Tree) -> bool {
    match tree {
        Tree::List(items) => items.iter().any(has_reference),
        Tree::Entries(entries) => {
            entries.iter().any(|(key, tree)| key == SEE || has_reference(tree))
        }
        _ => false,
    }
}

struct Following<'a> {
    data: &'a Tree,
    problems: &'a mut Problems,
}

impl Following<'_> {
    fn tree(&mut self, tree: &Tree, path: &str) -> Tree {
        if !has_reference(tree) {
            return tree.clone();
        }
        match tree {
            Tree::List(items) => {
                let ranks = 1_usize..;
                Tree::List(
                    items
                        .iter()
                        .zip(ranks)
                        .map(|(item, rank)| self.tree(item, &join(path, &rank.to_string())))
                        .collect(),
                )
            }
            Tree::Entries(entries) if tree.get(SEE).is_some() => {
                if let Some((other, _)) = entries.iter().find(|(key, _)| key != SEE && key != DAYS)
                {
                    let known = format!("À côté de « {SEE} », seul « {DAYS} » s'écrit.");
                    self.problems.add(
                        join(path, other),
                        format!("« {other} » est inconnu ici."),
                        known,
                    );
                }
                match value(self.data, tree, 0) {
                    Ok(found) => found,
                    Err((reason, remedy)) => {
                        self.problems.add(path, reason, remedy);
                        Tree::Empty
                    }
                }
            }
            Tree::Entries(entries) => Tree::Entries(
                entries
                    .iter()
                    .map(|(key, tree)| (key.clone(), self.tree(tree, &join(path, key))))
                    .collect(),
            ),
            _ => tree.clone(),
        }
    }
}

fn join(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}

/// What a reference stands for; the fault and its remedy otherwise.
fn value(data: &Tree, reference: &Tree, depth: usize) -> Result<Tree, (String, String)> {
    let Some(path) = reference.get(SEE).and_then(Tree::text) else {
        let remedy = "Écrivez par exemple {voir: valeurs.jours.lun}.";
        return Err((format!("« {SEE} » demande le chemin d'une donnée."), remedy.to_owned()));
    };
    if depth == LONGEST_CHAIN {
        let reason = format!("« {path} » renvoie à une donnée qui renvoie à elle-même.");
        return Err((reason, "Écrivez la valeur à l'un de ces endroits.".to_owned()));
    }
    let names: Vec<&str> = path.split('.').collect();
    let found = match data.find(&names) {
        Some(next @ Tree::Entries(_)) if next.get(SEE).is_some() => value(data, next, depth + 1)?,
        Some(Tree::List(_) | Tree::Entries(_)) => {
            let reason = format!("« {path} » nomme plusieurs données.");
            return Err((reason, "Nommez-en une seule, par son chemin entier.".to_owned()));
        }
        Some(found) => found.clone(),
        None => {
            let reason = format!("« {path} » ne nomme aucune donnée.");
            return Err((reason, "Corrigez le chemin.".to_owned()));
        }
    };
    match reference.get(DAYS) {
        None => Ok(found),
        Some(days) => shifted(&found, days).ok_or_else(|| {
            let reason =
                format!("« {path} » n'est pas une date, ou « {DAYS} » pas un nombre de jours.");
            (reason, "Écrivez par exemple {voir: valeurs.jours.lun, jours: 1}.".to_owned())
        }),
    }
}

/// A date some days later, as written in data.
fn shifted(date: &Tree, days: &Tree) -> Option<Tree> {
    let date = NaiveDate::parse_from_str(&date.text()?, "%Y-%m-%d").ok()?;
    let days = days.number().filter(|days| days.fract().is_zero())?.to_i64()?;
    let later = date.checked_add_signed(TimeDelta::try_days(days)?)?;
    Some(Tree::Text(later.format("%Y-%m-%d").to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree(yaml: &str) -> Tree {
        serde_yaml::from_str(yaml).expect("reads")
    }

    fn followed_words(yaml: &str) -> Vec<String> {
        let mut problems = Problems::default();
        followed(&tree(yaml), &mut problems);
        problems.found.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_reference_takes_the_value_and_a_date_moves_by_days() {
        let data = tree(
            "lun: 2027-04-12\nmar: {voir: lun, jours: 1}\navant: {voir: mar, jours: -8}\n\
             liste: [{x: {voir: liste.2.stock}}, {stock: 12}]\nautre: {y: 5}",
        );
        let mut problems = Problems::default();
        let found = followed(&data, &mut problems);
        assert!(problems.is_empty(), "{problems:?}");
        let text = |path: &[&str]| found.find(path).and_then(Tree::text).expect("a value");
        assert_eq!(text(&["mar"]), "2027-04-13");
        assert_eq!(text(&["avant"]), "2027-04-05");
        assert_eq!(text(&["liste", "1", "x"]), "12");
        assert_eq!(text(&["autre", "y"]), "5");
        let sections = followed_sections(&data, &mut problems).expect("some");
        assert!(sections.get("autre").is_none() && sections.get("liste").is_some());
    }

    #[test]
    fn data_without_reference_are_left_as_they_are() {
        let data = tree("articles: {A: {stock: 5}}");
        assert!(matches!(followed(&data, &mut Problems::default()), Cow::Borrowed(_)));
    }

    #[test]
    fn every_wrong_reference_is_told_with_its_path() {
        insta::assert_snapshot!(
            followed_words(
                "a: {voir: b}\nb: {voir: a}\nc: {voir: rien.du.tout}\nd: {voir: [1]}\n\
             e: {voir: f}\nf: {x: 1}\ng: {voir: f.x, jours: 1}\nh: {voir: f.x, jour: 1}\n\
             i: [{voir: f.x, jours: 1.5}]\nj: {voir: k, jours: 99999999999}\nk: 2027-01-01"
            )
            .join("\n")
        );
    }
}
