//! Reads one row of `formules`: its words, its given values, its formulas.

use std::sync::Arc;

use super::building::note;
use super::input::{FreeCell, FreeRow, WrittenFormula};
use crate::domain::planning::expression::spelling::nearest;
use crate::domain::planning::expression::{
    ExpressionError, Outside, Segment, Surroundings, at_column, parse, written_value,
};
use crate::domain::planning::tree::{Node, Problems, Tree};
use crate::domain::planning::worksheet::{Rounding, RoundingMode, Value};

const ROW_FIELDS: [&str; 10] = [
    "libelle", "abrege", "unite", "groupe", "formule", "formules", "valeur", "valeurs", "depuis",
    "arrondi",
];

/// Most decimals of a rounding.
const MOST_DECIMALS: u32 = 12;

const MODES: [(&str, RoundingMode); 4] = [
    ("plus_proche", RoundingMode::Nearest),
    ("haut", RoundingMode::Up),
    ("bas", RoundingMode::Down),
    ("tronque", RoundingMode::Truncated),
];

/// Reads the rows of a table.
pub(super) struct RowReader<'a> {
    /// Keys of the columns.
    pub(super) columns: &'a [String],
    /// Where `depuis` looks for values.
    pub(super) surroundings: &'a Surroundings<'a>,
}

impl RowReader<'_> {
    /// One row: a formula alone, a number alone, or its fields.
    pub(super) fn row(&self, key: String, node: &Node<'_>, problems: &mut Problems) -> FreeRow {
        let before = problems.found.len();
        if key.is_empty() || key.contains(char::is_whitespace) {
            problems.add(
                node.path(),
                format!("« {key} » ne peut pas nommer une ligne."),
                "Écrivez un nom sans espace ; les mots montrés vont dans « libelle ».",
            );
        }
        let mut row = FreeRow { label: key.clone(), short: key.clone(), key, ..Default::default() };
        row.cells = match node.tree() {
            Some(Tree::Entries(_)) => {
                read_words(&mut row, node, problems);
                self.cells(node, problems)
            }
            Some(Tree::Text(_)) => self.same(formula(node, problems)),
            Some(Tree::Number(_)) => self.same(given(node, problems)),
            _ => Vec::new(),
        };
        if problems.found.len() == before && row.cells.iter().all(Option::is_none) {
            problems.add(
                node.path(),
                "la ligne n'a ni formule ni valeur.",
                "Donnez-lui « formule », « formules », « valeur », « valeurs » ou « depuis ».",
            );
        }
        if problems.found.len() > before {
            self.stand_in(&mut row.cells);
        }
        row
    }

    /// What is missing in a line at fault: something stands there, so that the formulas that name
    /// the line are judged on the rest of what they say.
    fn stand_in(&self, cells: &mut Vec<Option<FreeCell>>) {
        cells.resize(self.columns.len(), None);
        for cell in cells {
            cell.get_or_insert_with(|| FreeCell::Given(Value::from(1_u32)));
        }
    }

    /// The same cell in every column.
    fn same(&self, cell: Option<FreeCell>) -> Vec<Option<FreeCell>> {
        vec![cell; self.columns.len()]
    }

    /// What is written for all columns, then the values and the formulas of single columns.
    fn cells(&self, node: &Node<'_>, problems: &mut Problems) -> Vec<Option<FreeCell>> {
        let bases = ["formule", "valeur", "depuis"].map(|name| node.field(name));
        if bases.iter().filter(|place| !place.is_missing()).count() > 1 {
            problems.add(
                node.path(),
                "« formule », « valeur » et « depuis » s'excluent.",
                "Gardez-en une ; « formules » et « valeurs » donnent les exceptions par colonne.",
            );
        }
        let [written, value, origin] = bases;
        let mut cells = match (written.is_missing(), origin.is_missing()) {
            (false, _) => self.same(formula(&written, problems)),
            (true, false) => self.taken_from(&origin, problems),
            (true, true) => self.same(given(&value, problems)),
        };
        let values = node.field("valeurs");
        if let Some(Tree::List(_)) = values.tree() {
            self.put_list(&mut cells, &values, problems);
        } else {
            self.put_entries(&mut cells, &values, given, problems);
        }
        self.put_entries(&mut cells, &node.field("formules"), formula, problems);
        cells
    }

    fn put_list(&self, cells: &mut [Option<FreeCell>], node: &Node<'_>, problems: &mut Problems) {
        let items = node.items(problems);
        if items.len() != self.columns.len() {
            problems.add(
                node.path(),
                format!("{} valeurs pour {} colonnes.", items.len(), self.columns.len()),
                "Écrivez une valeur par colonne, ~ pour une case vide.",
            );
        }
        for (cell, item) in cells.iter_mut().zip(&items) {
            *cell = given(item, problems).or_else(|| cell.take());
        }
    }

    fn put_entries(
        &self,
        cells: &mut [Option<FreeCell>],
        node: &Node<'_>,
        read: impl Fn(&Node<'_>, &mut Problems) -> Option<FreeCell>,
        problems: &mut Problems,
    ) {
        for (key, place) in node.entries(problems) {
            let rank = self.columns.iter().position(|column| *column == key);
            if let Some(cell) = rank.and_then(|rank| cells.get_mut(rank)) {
                *cell = read(&place, problems);
            } else {
                let near = nearest(&key, self.columns.iter().map(String::as_str));
                let remedy = near.map_or_else(
                    || "Écrivez le nom d'une colonne du tableau.".to_owned(),
                    |near| format!("Voulez-vous dire « {near} » ?"),
                );
                problems.add(place.path(), format!("« {key} » n'est pas une colonne."), remedy);
            }
        }
    }

    /// Values of a path in each column; a column that it does not name stays blank.
    fn taken_from(&self, node: &Node<'_>, problems: &mut Problems) -> Vec<Option<FreeCell>> {
        let text = node.required_text(problems).unwrap_or_default();
        let read = parse(&text).and_then(|read| {
            let path = read.reference().map(<[Segment]>::to_vec);
            let reason = "un chemin est attendu, comme demande.TU25";
            path.ok_or_else(|| ExpressionError::new(1, reason))
        });
        let path = match read {
            Ok(path) => path,
            Err(error) => {
                note(node.path(), &error, problems);
                return Vec::new();
            }
        };
        let found: Vec<_> = (0..self.columns.len()).map(|rank| self.taken(&path, rank)).collect();
        if let (true, Some(Err(reason))) = (found.iter().all(Result::is_err), found.first()) {
            note(node.path(), &ExpressionError::new(1, reason.as_str()), problems);
        }
        found.into_iter().map(|cell| cell.ok().flatten()).collect()
    }

    /// The cell of one column: at the path itself when it has a `@` or the table one column, else
    /// at the path followed by the key of the column.
    fn taken(&self, path: &[Segment], column: usize) -> Result<Option<FreeCell>, String> {
        let has_column = path.iter().any(|segment| matches!(segment, Segment::Column(_)));
        if has_column || self.columns.len() == 1 {
            let found = self.located(path, column);
            if has_column || found.is_ok() {
                return found;
            }
        }
        self.located(&[path, &[Segment::Column(0)]].concat(), column)
    }

    fn located(&self, path: &[Segment], column: usize) -> Result<Option<FreeCell>, String> {
        let path = at_column(path, self.columns, column)?;
        let mut found = self.surroundings.locate(&path, None, &[])?.into_iter();
        match (found.next(), found.next()) {
            (Some(Outside::Calculated(source, value)), None) => {
                Ok(Some(FreeCell::Linked(source, value)))
            }
            (Some(Outside::Written(Value::Empty)) | None, None) => Ok(None),
            (Some(Outside::Written(value)), None) => Ok(Some(FreeCell::Given(value))),
            _ => Err("« * » ne s'emploie pas dans « depuis »".to_owned()),
        }
    }
}

fn read_words(row: &mut FreeRow, node: &Node<'_>, problems: &mut Problems) {
    node.only(&ROW_FIELDS, problems);
    row.label = node.field("libelle").text_or(&row.key, problems);
    row.short = node.field("abrege").text_or(&row.label, problems);
    row.group = node.field("groupe").text_or("", problems);
    row.unit = node.field("unite").text_or("", problems);
    row.rounding = read_rounding(&node.field("arrondi"), problems);
}

/// A formula written by the author.
fn formula(node: &Node<'_>, problems: &mut Problems) -> Option<FreeCell> {
    let text = node.required_text(problems)?;
    match parse(&text) {
        Ok(expression) => {
            let path = node.path().to_owned();
            Some(FreeCell::Computed(Arc::new(WrittenFormula { path, expression })))
        }
        Err(error) => {
            note(node.path(), &error, problems);
            None
        }
    }
}

/// A value written by the author; nothing for a blank.
fn given(node: &Node<'_>, problems: &mut Problems) -> Option<FreeCell> {
    let value = match node.tree()? {
        Tree::Number(_) => Value::Number(node.number(problems)?),
        Tree::Text(text) => written_value(text),
        Tree::Flag(flag) => Value::from(if *flag { "oui" } else { "non" }),
        Tree::Empty | Tree::List(_) | Tree::Entries(_) => {
            problems.add(
                node.path(),
                "une seule valeur est attendue.",
                "Écrivez un nombre ou un texte ; « valeurs » en donne une par colonne.",
            );
            return None;
        }
    };
    Some(FreeCell::Given(value))
}

/// `arrondi: 2`, or `arrondi: {decimales: 0, sens: haut}`.
fn read_rounding(node: &Node<'_>, problems: &mut Problems) -> Option<Rounding> {
    let (decimals, mode) = match node.tree()? {
        Tree::Entries(_) => {
            node.only(&["decimales", "sens"], problems);
            let mode = node.field("sens").one_of(&MODES, problems);
            (node.field("decimales"), mode.unwrap_or_default())
        }
        _ => (node.clone(), RoundingMode::Nearest),
    };
    let count = decimals.whole(problems).unwrap_or(0);
    if count > MOST_DECIMALS {
        problems.add(
            decimals.path(),
            format!("{count} décimales sont trop nombreuses."),
            format!("Écrivez un nombre de décimales de 0 à {MOST_DECIMALS}."),
        );
        return None;
    }
    Some(Rounding { mode, decimals: count })
}
