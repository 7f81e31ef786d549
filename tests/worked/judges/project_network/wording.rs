//! Tasks of a project under the names that the calculator reads, whatever the words of the source.

use casdecole::domain::planning::tree::Tree;

use crate::judges::stock_parameters::figures::normalised;

/// Names of the table of tasks.
const TABLES: [&str; 6] = ["taches", "activites", "tasks", "activities", "operations", "etapes"];

/// The same inputs with the table and the fields of its tasks renamed.
pub fn with_known_names(inputs: &Tree) -> Tree {
    let Tree::Entries(entries) = inputs else { return inputs.clone() };
    let renamed = entries.iter().map(|(name, tree)| {
        if TABLES.contains(&normalised(name).as_str()) {
            ("taches".to_owned(), table(tree))
        } else {
            (name.clone(), tree.clone())
        }
    });
    Tree::Entries(renamed.collect())
}

fn table(tree: &Tree) -> Tree {
    match tree {
        Tree::Entries(rows) => {
            Tree::Entries(rows.iter().map(|(code, row)| (code.clone(), task(row))).collect())
        }
        Tree::List(rows) => Tree::List(rows.iter().map(task).collect()),
        other => other.clone(),
    }
}

fn task(row: &Tree) -> Tree {
    let Tree::Entries(fields) = row else { return row.clone() };
    let renamed = fields.iter().map(|(name, tree)| (field(name), tree.clone()));
    Tree::Entries(renamed.collect())
}

/// The name of a field as the calculator reads it.
fn field(name: &str) -> String {
    let plain = normalised(name);
    let starts = |words: &[&str]| words.iter().any(|word| plain.starts_with(word));
    let known = if starts(&["anter", "preced", "predec", "antec", "pred", "apres", "depend"]) {
        "anterieurs"
    } else if starts(&["optimis", "to", "pess", "tp", "prob", "tm", "most_likely", "vraisembl"]) {
        match plain.as_str() {
            "to" => "optimiste",
            "tp" => "pessimiste",
            name if name.starts_with("optimis") => "optimiste",
            name if name.starts_with("pess") => "pessimiste",
            _ => "probable",
        }
    } else if starts(&["duree", "duration", "temps", "time", "jours", "semaines", "heures"]) {
        "duree"
    } else {
        return name.to_owned();
    };
    known.to_owned()
}
