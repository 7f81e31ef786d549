//! The walk through expected dates: words of the path name the direction, the order, the operation
//! and the column.

use casdecole::domain::planning::lead_time_scheduling::{Direction, StepQuantity};
use casdecole::domain::planning::tree::Tree;
use casdecole::domain::planning::worksheet::Value;
use rust_decimal::Decimal;

use super::scene::Scene;
use super::{Table, dates};
use crate::example::Example;
use crate::judgement::{Judgement, as_printed};
use crate::judges::load::words::{entries, figures, key, plain};

/// Columns by the words that exercises use.
const COLUMNS: [(&[&str], &str); 9] = [
    (&["debut", "start", "date_debut", "heure_debut", "lancement"], "debut"),
    (&["fin", "end", "date_fin", "heure_fin", "livraison"], "fin"),
    (&["duree", "charge", "duration"], "duree"),
    (&["marge", "marges", "slack"], "marge"),
    (&["retard", "retard_j", "retard_h", "retards"], "retard"),
    (&["quantite", "qte"], "quantite"),
    (&["debut_tot", "debut_au_plus_tot"], "debut_tot"),
    (&["fin_tot", "fin_au_plus_tot"], "fin_tot"),
    (&["lots", "nb_lots"], "lots"),
];

/// The walk through the expected figures.
pub struct Walk<'e> {
    /// The exercise.
    pub example: &'e Example,
    /// What was read of it.
    pub scene: &'e Scene,
    /// Its tables.
    pub tables: &'e [Table],
}

/// Where a path points: the table, the row and perhaps the column.
struct Target<'t> {
    table: &'t Table,
    row: String,
    column: Option<&'static str>,
}

impl Walk<'_> {
    /// Judges every expected figure.
    pub fn all(&self, judgement: &mut Judgement) {
        self.tree(&self.example.expected, &mut Vec::new(), judgement);
    }

    fn tree(&self, tree: &Tree, path: &mut Vec<String>, judgement: &mut Judgement) {
        match tree {
            Tree::Entries(written) => {
                for (name, inner) in written {
                    path.push(name.clone());
                    self.tree(inner, path, judgement);
                    path.pop();
                }
            }
            Tree::List(items) if items.iter().all(|item| !entries(item).is_empty()) => {
                for item in items {
                    self.line(item, path, judgement);
                }
            }
            Tree::List(items) => self.pair(items, path, judgement),
            _ => self.leaf(tree, path, judgement),
        }
    }

    /// A line of a table: its operation, then its columns.
    fn line(&self, item: &Tree, path: &mut Vec<String>, judgement: &mut Judgement) {
        let names = ["operation", "op", "numero", "tache", "nom"];
        let is_name = |name: &str| names.contains(&plain(name).as_str());
        let own = entries(item).iter().find(|(name, _)| is_name(name));
        let own = own.and_then(|(_, own)| own.text());
        path.extend(own.clone());
        for (name, inner) in entries(item).iter().filter(|(name, _)| !is_name(name)) {
            path.push(name.clone());
            self.tree(inner, path, judgement);
            path.pop();
        }
        if own.is_some() {
            path.pop();
        }
    }

    /// `[start, end]`, or `[start, end, quantity]`.
    fn pair(&self, items: &[Tree], path: &[String], judgement: &mut Judgement) {
        let name = path.join(" ");
        let Some(target) = self.target(path) else {
            judgement.unknown(name);
            return;
        };
        let columns = ["debut", "fin", "quantite"];
        for (item, column) in items.iter().zip(columns) {
            self.compare(&format!("{name} {column}"), item, &target, column, judgement);
        }
        if items.len() > columns.len() {
            judgement.unknown(format!("{name}, more than three values"));
        }
    }

    fn leaf(&self, expected: &Tree, path: &[String], judgement: &mut Judgement) {
        let name = path.join(" ");
        let Some(target) = self.target(path) else {
            judgement.unknown(name);
            return;
        };
        let text = expected.text().unwrap_or_default();
        match target.column {
            Some(column) => self.compare(&name, expected, &target, column, judgement),
            None if dates::in_text(&text).len() == 2 => {
                self.sentence(&name, &text, &target, judgement);
            }
            None => judgement.unknown(name),
        }
    }

    /// "3 lots of 2, 2009-01-01 to 2009-01-03".
    fn sentence(&self, name: &str, text: &str, target: &Target<'_>, judgement: &mut Judgement) {
        let lots = text.split(',').next().unwrap_or_default();
        match figures(lots).as_slice() {
            [count, size] => {
                for (column, expected) in [("lots", count), ("quantite_lot", size)] {
                    let tree = Tree::Number(*expected);
                    self.compare(&format!("{name} {column}"), &tree, target, column, judgement);
                }
            }
            _ => judgement.unknown(name.to_owned()),
        }
        for (column, date) in ["debut", "fin"].iter().zip(dates::in_text(text)) {
            let tree = Tree::Text(date.date().to_string());
            self.compare(&format!("{name} {column}"), &tree, target, column, judgement);
        }
    }

    fn compare(
        &self,
        name: &str,
        expected: &Tree,
        target: &Target<'_>,
        column: &str,
        judgement: &mut Judgement,
    ) {
        let sheet = &target.table.sheet;
        let found = sheet.find(&target.row, column).map(|id| target.table.values.value(id));
        match (expected, found) {
            (Tree::Number(number), Some(Value::Number(value))) => {
                self.number(name, *number, *value, judgement);
            }
            (Tree::Text(text), Some(Value::Moment(moment))) => match dates::read(text) {
                Some(date) if dates::same(date, *moment) => judgement.words(name, text, text),
                Some(_) => {
                    let shown = moment.format("%Y-%m-%dT%H:%M").to_string();
                    judgement.words(name, text, &shown);
                }
                None => judgement.unknown(name),
            },
            _ => judgement.unknown(name),
        }
    }

    /// A published number that the note calls wrong is a slip.
    fn number(&self, name: &str, expected: Decimal, found: Decimal, judgement: &mut Judgement) {
        let is_named = !self.example.verified
            && figures(&self.example.note).contains(&expected.normalize())
            && name.starts_with("published");
        if is_named && !as_printed(expected, found) {
            judgement.slip(format!("{name} publié {expected}, juste {}", found.normalize()));
            return;
        }
        judgement.number(name, expected, found);
    }

    /// Table and row that a path names.
    fn target(&self, path: &[String]) -> Option<Target<'_>> {
        let words: Vec<String> = path.iter().map(|word| plain(word)).collect();
        let column = words.iter().rev().find_map(|word| {
            COLUMNS.iter().find(|(names, _)| names.contains(&word.as_str())).map(|(_, name)| *name)
        });
        let table = self.table(&words, column)?;
        let orders = &self.scene.input.orders;
        let named = orders.iter().find(|order| path.iter().any(|word| key(word) == order.code));
        let order = match (named, orders.as_slice()) {
            (Some(order), _) => order,
            (None, [only]) => only,
            (None, _) => return None,
        };
        let step = path.iter().rev().find_map(|word| self.step(word));
        let row = match (step, order.code.is_empty()) {
            (Some(step), true) => step,
            (Some(step), false) => format!("{}.{step}", order.code),
            (None, true) => "ordre".to_owned(),
            (None, false) => order.code.clone(),
        };
        Some(Target { table, row, column: column.map(|name| shown(table, name)) })
    }

    /// The table of the direction that the words name.
    fn table(&self, words: &[String], column: Option<&str>) -> Option<&Table> {
        let has = |parts: &[&str]| {
            let mut directions = words.iter().filter(|word| !word.starts_with("retard"));
            directions.any(|word| parts.iter().any(|part| word.contains(part)))
        };
        let of = |direction| self.tables.iter().find(|table| table.direction == direction);
        if has(&["contraint"]) {
            return of(Direction::Constrained);
        }
        let slack = matches!(column, Some("marge" | "debut_tot" | "fin_tot"));
        if slack && let Some(both) = of(Direction::Both) {
            return Some(both);
        }
        if has(&["tard", "amont", "backward", "libre"]) {
            return of(Direction::Backward);
        }
        if has(&["tot", "aval", "forward"]) {
            return of(Direction::Forward);
        }
        of(Direction::Forward).or_else(|| of(Direction::Backward))
    }

    /// The operation that a word names: its own name, or a part of it; an operation of the article
    /// of the order comes before those of its components.
    fn step(&self, word: &str) -> Option<String> {
        let steps = &self.scene.input.orders.first()?.steps;
        let exact = steps.iter().find(|step| step.key == key(word));
        let word = plain(word);
        let is_column = COLUMNS.iter().any(|(names, _)| names.contains(&word.as_str()));
        if is_column && exact.is_none() {
            return None;
        }
        let contains = |name: &str| plain(name).split('_').any(|part| part == word);
        let mut partly: Vec<_> = steps.iter().filter(|step| contains(&step.label)).collect();
        partly.sort_by_key(|step| step.quantity != StepQuantity::Order);
        exact.or(partly.first().copied()).map(|step| step.key.clone())
    }
}

/// In a table of both directions, dates have other names.
fn shown(table: &Table, column: &'static str) -> &'static str {
    match (table.direction, column) {
        (Direction::Both, "debut") => "debut_tot",
        (Direction::Both, "fin") => "fin_tot",
        (_, other) => other,
    }
}
