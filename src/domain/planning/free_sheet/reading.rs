//! Reads the options of `formules`: its columns, then its rows.

use std::collections::HashSet;

use super::building::build;
use super::input::FreeSheetInput;
use super::row_reading::RowReader;
use super::{MAX_COLUMNS, MAX_ROWS};
use crate::domain::planning::calculator::Request;
use crate::domain::planning::expression::Surroundings;
use crate::domain::planning::tree::{Problems, Tree};
use crate::domain::planning::worksheet::Worksheet;

/// Names of the options.
pub const OPTIONS: &[&str] = &["titre", "colonnes", "lignes"];

/// Key of the column of a table that has only one.
const ONLY_COLUMN: &str = "valeur";

/// Reads the table and builds its worksheet. Everything wrong is noted at once: a line that cannot be
/// read does not hide what is wrong in the others, and those that name it are not blamed for it.
pub fn calculate(request: &Request<'_>, problems: &mut Problems) -> Option<Worksheet> {
    let before = problems.found.len();
    let surroundings = Surroundings::new(&request.tree, &request.data.periods, request.others);
    let title = request.options.field("titre").text_or("Calcul", problems);
    let before_columns = problems.found.len();
    let columns = read_columns(request, problems);
    let has_columns = problems.found.len() == before_columns;
    let keys: Vec<_> = columns.iter().map(|(key, _)| key.clone()).collect();
    let reader = RowReader { columns: &keys, surroundings: &surroundings };
    let lines = request.options.field("lignes");
    lines.require(problems);
    let entries = lines.entries(problems);
    if entries.len() > MAX_ROWS {
        problems.add(
            lines.path(),
            format!("il y a plus de {MAX_ROWS} lignes."),
            "Partagez le tableau en plusieurs calculs.",
        );
        return None;
    }
    let rows = entries.into_iter().map(|(key, node)| reader.row(key, &node, problems)).collect();
    if !has_columns {
        return None;
    }
    let sheet = build(&FreeSheetInput { title, columns, rows }, &surroundings, problems);
    sheet.filter(|_| problems.found.len() == before)
}

/// Key and words of each column.
fn read_columns(request: &Request<'_>, problems: &mut Problems) -> Vec<(String, String)> {
    let node = request.options.field("colonnes");
    let same = |key: &String| (key.clone(), key.clone());
    let columns: Vec<(String, String)> = match node.tree() {
        None => vec![(ONLY_COLUMN.to_owned(), "Valeur".to_owned())],
        Some(Tree::Text(word)) if matches!(word.as_str(), "periodes" | "périodes") => {
            request.data.periods.names.iter().map(same).collect()
        }
        Some(Tree::List(_)) => {
            let items = node.items(problems);
            items.iter().filter_map(|item| item.required_text(problems)).map(|k| same(&k)).collect()
        }
        Some(Tree::Entries(_)) => node
            .entries(problems)
            .into_iter()
            .map(|(key, label)| {
                let label = label.text_or(&key, problems);
                (key, label)
            })
            .collect(),
        Some(_) => {
            problems.add(
                node.path(),
                "les colonnes ne sont pas comprises.",
                "Écrivez « periodes », une liste [S40, S41], ou « cle: mots montrés ».",
            );
            Vec::new()
        }
    };
    check_columns(node.path(), &columns, problems);
    columns
}

fn check_columns(path: &str, columns: &[(String, String)], problems: &mut Problems) {
    if columns.is_empty() {
        problems.add(
            path,
            "le tableau n'a aucune colonne.",
            "Écrivez la section « periodes », ou la liste des colonnes.",
        );
    }
    let mut met = HashSet::new();
    for (key, _) in columns {
        if !met.insert(key) {
            problems.add(
                path,
                format!("la colonne « {key} » est écrite deux fois."),
                "Gardez-en une seule.",
            );
        }
    }
    if columns.len() > MAX_COLUMNS {
        problems.add(
            path,
            format!("il y a plus de {MAX_COLUMNS} colonnes."),
            "Partagez le tableau en plusieurs calculs.",
        );
    }
}
