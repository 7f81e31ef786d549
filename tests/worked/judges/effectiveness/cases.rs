//! The cases that inputs hold: figures at the top, named groups of them, or lists of sessions.

use casdecole::domain::planning::effectiveness::Session;
use casdecole::domain::planning::tree::Tree;

use super::figures::normalised;
use super::inputs::{field_of, session};

/// One case: its sessions.
pub struct Case {
    /// Normal name; empty for figures at the top.
    pub name: String,
    /// Sessions.
    pub sessions: Vec<Session>,
}

/// Names of lists that hold the sessions of the case itself.
const SESSIONS: [&str; 8] =
    ["sessions", "seances", "postes", "equipes", "machines", "lignes", "jours", "days"];

/// Names of lists whose elements are cases of their own.
const SEVERAL: [&str; 6] = ["cas", "cases", "exercices", "examples", "exemples", "produits_cas"];

/// Reads the cases.
pub fn cases(inputs: &Tree) -> Result<Vec<Case>, String> {
    let Tree::Entries(entries) = inputs else {
        return Err("inputs are not named".to_owned());
    };
    let mut found = Vec::new();
    if entries.iter().any(|(name, tree)| has_field(name, tree)) {
        found.push(Case { name: String::new(), sessions: vec![session(inputs, String::new())?] });
        return Ok(found);
    }
    for (name, tree) in entries {
        found.extend(group(&normalised(name), tree)?);
    }
    if found.is_empty() {
        return Err("no state time, stop or count of pieces among the inputs".to_owned());
    }
    Ok(found)
}

/// Whether an entry is a figure of a session.
fn has_field(name: &str, tree: &Tree) -> bool {
    tree.number().is_some() && field_of(&normalised(name)).is_some()
}

fn group(name: &str, tree: &Tree) -> Result<Vec<Case>, String> {
    match tree {
        Tree::Entries(entries) if entries.iter().any(|(name, tree)| has_field(name, tree)) => {
            let sessions = vec![session(tree, String::new())?];
            Ok(vec![Case { name: name.to_owned(), sessions }])
        }
        Tree::Entries(entries) => {
            let groups = entries.iter().filter(|(_, tree)| matches!(tree, Tree::Entries(_)));
            let sessions: Vec<Session> =
                groups.map(|(code, tree)| session(tree, code.clone())).collect::<Result<_, _>>()?;
            Ok(whole_case(name, sessions))
        }
        Tree::List(items) if items.iter().all(|item| matches!(item, Tree::Entries(_))) => {
            let sessions: Vec<Session> = items
                .iter()
                .enumerate()
                .map(|(rank, item)| session(item, format!("s{}", rank + 1)))
                .collect::<Result<_, _>>()?;
            if SEVERAL.contains(&name) {
                let alone = sessions.into_iter().enumerate().map(|(rank, mut session)| {
                    session.code = String::new();
                    Case { name: format!("{name}_{}", rank + 1), sessions: vec![session] }
                });
                return Ok(alone.collect());
            }
            Ok(whole_case(name, sessions))
        }
        _ => Ok(Vec::new()),
    }
}

/// A case of several sessions; a single one needs no name.
fn whole_case(name: &str, mut sessions: Vec<Session>) -> Vec<Case> {
    if let [only] = sessions.as_mut_slice() {
        only.code = String::new();
    }
    if sessions.is_empty() {
        return Vec::new();
    }
    let name = if SESSIONS.contains(&name) { "" } else { name };
    vec![Case { name: name.to_owned(), sessions }]
}
