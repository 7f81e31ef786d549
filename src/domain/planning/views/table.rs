//! Columns of a view: all are made, then those that the author chose are kept and renamed.

use super::MAX_ROWS;
use super::content::{ViewColumn, ViewContent};
use super::request::ViewRequest;
use super::writing::DASH;
use crate::domain::planning::tree::Problems;

/// When a column is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shown {
    /// Even when the author chose others: the head of the rows.
    Always,
    /// Unless the author chose others, or nothing is in it.
    Usually,
    /// When the author chose it.
    OnRequest,
}

/// A column with its cells from top to bottom.
#[derive(Debug, Clone)]
pub(super) struct Column {
    key: String,
    title: String,
    numeric: bool,
    shown: Shown,
    cells: Vec<String>,
}

impl Column {
    /// A column of texts.
    pub(super) fn text(
        key: impl Into<String>,
        title: impl Into<String>,
        cells: Vec<String>,
    ) -> Self {
        Self { key: key.into(), title: title.into(), numeric: false, shown: Shown::Usually, cells }
    }

    /// A column of numbers.
    pub(super) fn number(
        key: impl Into<String>,
        title: impl Into<String>,
        cells: Vec<String>,
    ) -> Self {
        Self { numeric: true, ..Self::text(key, title, cells) }
    }

    /// The same, shown only when chosen.
    #[must_use]
    pub(super) fn on_request(self) -> Self {
        Self { shown: Shown::OnRequest, ..self }
    }

    /// The same, shown even when others are chosen.
    #[must_use]
    pub(super) fn always(self) -> Self {
        Self { shown: Shown::Always, ..self }
    }

    fn says_something(&self) -> bool {
        self.cells.iter().any(|cell| !cell.is_empty() && cell != DASH)
    }
}

/// Keeps and renames the columns chosen. `rows` names the rows whose head the author may rename.
pub(super) fn finished(
    columns: Vec<Column>,
    rows: &[String],
    request: &ViewRequest,
    problems: &mut Problems,
) -> Option<ViewContent> {
    let height = columns.iter().map(|column| column.cells.len()).max().unwrap_or(0);
    if height == 0 {
        if problems.is_empty() {
            nothing_to_show(request, problems);
        }
        return None;
    }
    if height > MAX_ROWS {
        too_many_rows(request, problems);
        return None;
    }
    check_names(&columns, rows, request, problems);
    let kept = chosen(columns, &request.columns);
    let heads = kept
        .iter()
        .map(|column| ViewColumn {
            title: request.title(&column.key).unwrap_or(&column.title).to_owned(),
            numeric: column.numeric,
        })
        .collect();
    let cell = |column: &Column, row: usize| column.cells.get(row).cloned().unwrap_or_default();
    let rows =
        (0..height).map(|row| kept.iter().map(|column| cell(column, row)).collect()).collect();
    Some(ViewContent::Table { columns: heads, rows })
}

/// Notes that the data hold nothing for this view.
pub(super) fn nothing_to_show(request: &ViewRequest, problems: &mut Problems) {
    problems.add(
        &request.path,
        "cette vue n'a rien à montrer.",
        "Complétez les données, ou choisissez une autre vue.",
    );
}

/// Notes that a view is too long.
pub(super) fn too_many_rows(request: &ViewRequest, problems: &mut Problems) {
    problems.add(
        &request.path,
        format!("cette vue dépasse {MAX_ROWS} lignes."),
        "Choisissez ce qu'elle montre avec « de », ou limitez « niveaux ».",
    );
}

fn check_names(
    columns: &[Column],
    rows: &[String],
    request: &ViewRequest,
    problems: &mut Problems,
) {
    let is_column = |name: &str| columns.iter().any(|column| column.key == name);
    let known: Vec<&str> = columns.iter().map(|column| column.key.as_str()).collect();
    for name in request.columns.iter().filter(|name| !is_column(name)) {
        problems.add(
            format!("{}.colonnes", request.path),
            format!("la colonne « {name} » n'existe pas dans cette vue."),
            format!("Colonnes connues : {}.", known.join(", ")),
        );
    }
    for (name, _) in &request.titles {
        if !is_column(name) && !rows.contains(name) {
            let names = known.iter().copied().chain(rows.iter().map(String::as_str));
            problems.add(
                format!("{}.titres.{name}", request.path),
                "ce n'est ni une colonne ni une ligne de cette vue.",
                format!("Noms connus : {}.", names.collect::<Vec<_>>().join(", ")),
            );
        }
    }
}

fn chosen(columns: Vec<Column>, names: &[String]) -> Vec<Column> {
    if names.is_empty() {
        let usual = |column: &Column| match column.shown {
            Shown::Always => true,
            Shown::Usually => column.says_something(),
            Shown::OnRequest => false,
        };
        return columns.into_iter().filter(usual).collect();
    }
    let fixed = columns
        .iter()
        .filter(|column| column.shown == Shown::Always && !names.contains(&column.key));
    let named = names.iter().filter_map(|name| columns.iter().find(|column| column.key == *name));
    fixed.chain(named).cloned().collect()
}

/// What the request names among the data, in its order; all of it when it names nothing.
pub(super) fn selected<'d, T>(
    request: &ViewRequest,
    all: &'d [T],
    name: impl Fn(&T) -> &str,
    problems: &mut Problems,
) -> Vec<&'d T> {
    if request.of.is_empty() {
        return all.iter().collect();
    }
    let mut found = Vec::new();
    for code in &request.of {
        match all.iter().find(|one| name(one) == code) {
            Some(one) => found.push(one),
            None => unknown(request, code, problems),
        }
    }
    found
}

/// Notes that the data do not hold what the request names.
pub(super) fn unknown(request: &ViewRequest, code: &str, problems: &mut Problems) {
    problems.add(
        format!("{}.de", request.path),
        format!("les données de cette vue n'ont pas « {code} »."),
        "Corrigez « de », ou complétez les données.",
    );
}
