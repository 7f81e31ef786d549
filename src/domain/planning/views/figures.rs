//! Figures of a free section (`stocks`, `suivi`, `valeurs`), whatever their shape: names and
//! values, or named rows with named columns, or a list of such rows.

use super::content::ViewContent;
use super::request::ViewRequest;
use super::table::{Column, finished, nothing_to_show, unknown};
use super::writing::{DASH, capital, date, number};
use crate::domain::french::parse_number;
use crate::domain::planning::tree::{Node, Problems, Tree};

/// A row: its name when it has one, and its cells by column.
struct Row {
    name: String,
    cells: Vec<(String, String)>,
}

/// The element that `de` names by its dotted path ("suivi.P15").
pub(super) fn table(
    request: &ViewRequest,
    tree: &Node<'_>,
    problems: &mut Problems,
) -> Option<ViewContent> {
    let [path] = request.of.as_slice() else {
        problems.add(
            format!("{}.de", request.path),
            "cette vue montre un seul élément des données.",
            "Écrivez son chemin, par exemple de: suivi.P15.",
        );
        return None;
    };
    let parts: Vec<&str> = path.split('.').collect();
    let Some(found) = tree.tree().and_then(|root| root.find(&parts)) else {
        unknown(request, path, problems);
        return None;
    };
    let rows = rows(found);
    if rows.is_empty() {
        nothing_to_show(request, problems);
        return None;
    }
    let keys: Vec<String> =
        rows.iter().map(|row| row.name.clone()).filter(|name| !name.is_empty()).collect();
    let mut columns = Vec::new();
    if !keys.is_empty() {
        let head = |name: &String| request.title(name).map_or_else(|| words(name), str::to_owned);
        columns.push(Column::text("nom", "", keys.iter().map(head).collect()).always());
    }
    for name in column_names(&rows) {
        let cells: Vec<String> = rows.iter().map(|row| row.cell(name)).collect();
        let numeric = cells.iter().all(|cell| is_number(cell));
        let title = words(name);
        columns.push(if numeric {
            Column::number(name, title, cells)
        } else {
            Column::text(name, title, cells)
        });
    }
    finished(columns, &keys, request, problems)
}

impl Row {
    fn cell(&self, column: &str) -> String {
        let found = self.cells.iter().find(|(name, _)| name == column);
        found.map_or_else(|| DASH.to_owned(), |(_, cell)| cell.clone())
    }
}

fn rows(found: &Tree) -> Vec<Row> {
    match found {
        Tree::Entries(entries) => entries
            .iter()
            .map(|(name, tree)| Row { name: name.clone(), cells: cells(tree) })
            .collect(),
        Tree::List(items) => {
            items.iter().map(|tree| Row { name: String::new(), cells: cells(tree) }).collect()
        }
        alone => vec![Row { name: String::new(), cells: cells(alone) }],
    }
}

/// Cells of a row; a figure alone is in the column "valeur", figures of a list bear their rank.
fn cells(tree: &Tree) -> Vec<(String, String)> {
    match tree {
        Tree::Entries(entries) => {
            entries.iter().map(|(name, tree)| (name.clone(), leaf(tree))).collect()
        }
        Tree::List(items) => items
            .iter()
            .enumerate()
            .map(|(rank, tree)| ((rank + 1).to_string(), leaf(tree)))
            .collect(),
        Tree::Empty | Tree::Flag(_) | Tree::Number(_) | Tree::Text(_) => {
            vec![("valeur".to_owned(), leaf(tree))]
        }
    }
}

fn leaf(tree: &Tree) -> String {
    match tree {
        Tree::Empty => DASH.to_owned(),
        Tree::Flag(true) => "oui".to_owned(),
        Tree::Flag(false) => "non".to_owned(),
        Tree::Text(text) => tree.number().map_or_else(|| date(text), number),
        Tree::Number(value) => number(*value),
        Tree::List(items) => items.iter().map(leaf_of_leaf).collect::<Vec<_>>().join(" ; "),
        Tree::Entries(_) => "…".to_owned(),
    }
}

/// Deeper figures are not shown in a table.
fn leaf_of_leaf(tree: &Tree) -> String {
    if matches!(tree, Tree::List(_) | Tree::Entries(_)) { "…".to_owned() } else { leaf(tree) }
}

fn column_names(rows: &[Row]) -> Vec<&str> {
    let mut names: Vec<&str> = Vec::new();
    for (name, _) in rows.iter().flat_map(|row| &row.cells) {
        if !names.contains(&name.as_str()) {
            names.push(name);
        }
    }
    names
}

/// Whether a cell holds a number, or nothing.
fn is_number(cell: &str) -> bool {
    cell == DASH || parse_number(cell).is_ok()
}

/// "Temps requis" for `temps_requis`.
fn words(name: &str) -> String {
    capital(&name.replace('_', " "))
}
