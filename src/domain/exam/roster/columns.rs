//! The columns of a list of people: in the usual order, or as its line of titles names them. What
//! is not read is always said.

use super::lines::Row;
use super::titles::Field;
use crate::domain::diagnostic::Diagnostic;
use crate::domain::exam::Accommodation;
use crate::domain::exam::decision::DecisionColumn;

/// Whose list it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum List {
    Candidates,
    Jurors,
}

impl List {
    /// The columns when the list has no line of titles.
    const fn usual(self) -> &'static [Field] {
        match self {
            Self::Candidates => &[
                Field::Identifier,
                Field::Name,
                Field::Route,
                Field::Decision(DecisionColumn::Words),
            ],
            Self::Jurors => &[Field::Identifier, Field::Name, Field::Organisation],
        }
    }

    /// The titles to write, for people.
    const fn titles(self) -> &'static str {
        match self {
            Self::Candidates => {
                "identifiant (ou n°), nom, prénom, parcours (ou voie), aménagement, tiers temps, \
                 temps majoré, taille du texte, contraste, remarques, observations"
            }
            Self::Jurors => "identifiant (ou n°), nom, prénom, employeur (ou centre)",
        }
    }

    fn holds(self, field: Field) -> bool {
        match self {
            Self::Candidates => field != Field::Organisation,
            Self::Jurors => !matches!(field, Field::Route | Field::Decision(_)),
        }
    }
}

/// The columns of a list.
#[derive(Debug)]
pub(super) struct Columns {
    list: List,
    fields: Vec<Field>,
    /// What stands after the last one.
    beyond: Field,
}

impl Columns {
    /// The columns of a list, and the rows of its people. What is not understood of the titles is
    /// put in `found`.
    pub(super) fn of<'a>(
        list: List,
        rows: &'a [Row],
        found: &mut Vec<Diagnostic>,
    ) -> (Self, &'a [Row]) {
        let titled = rows
            .split_first()
            .and_then(|(titles, people)| Some((Self::titled(list, titles)?, titles, people)));
        let Some((columns, titles, people)) = titled else {
            return (Self::with(list, list.usual().to_vec()), rows);
        };
        if !columns.fields.contains(&Field::Identifier) {
            found.push(Diagnostic::error(
                titles.place(),
                "aucun titre n'est celui de la colonne des identifiants.",
                format!("Nommez-la « identifiant ». Titres compris : {}.", list.titles()),
            ));
            return (columns, &[]);
        }
        found.extend(columns.unread(titles, people));
        (columns, people)
    }

    fn with(list: List, fields: Vec<Field>) -> Self {
        // « tiers temps, texte 175 % » in a list between commas goes on in the next cells.
        let beyond = match fields.last() {
            Some(Field::Decision(_)) => Field::Decision(DecisionColumn::Words),
            _ => Field::Unknown,
        };
        Self { list, fields, beyond }
    }

    /// The columns that a line of titles names; `None` when the line is somebody.
    fn titled(list: List, titles: &Row) -> Option<Self> {
        let mut fields: Vec<Field> = titles.cells.iter().map(|title| Field::named(title)).collect();
        if !are_titles(&fields) {
            return None;
        }
        let person = match (fields.contains(&Field::Identifier), fields.contains(&Field::Name)) {
            (false, _) => Field::Identifier,
            (true, false) => Field::Name,
            (true, true) => Field::Unknown,
        };
        let mut seen = Vec::new();
        for field in &mut fields {
            if *field == Field::Person {
                *field = person;
            }
            // Of two columns of names, one alone is read: the other is said like what is unknown.
            let is_read = list.holds(*field) && !seen.contains(field);
            if !is_read {
                *field = Field::Unknown;
            }
            if !matches!(field, Field::Decision(_) | Field::Unknown) {
                seen.push(*field);
            }
        }
        Some(Self::with(list, fields))
    }

    /// The titles that are not understood, or repeat another one.
    fn unread(&self, titles: &Row, people: &[Row]) -> Vec<Diagnostic> {
        let mut found = Vec::new();
        let unknown = self.fields.iter().zip(&titles.cells).enumerate();
        for (rank, (_, title)) in unknown.filter(|(_, (field, _))| **field == Field::Unknown) {
            let is_filled = |row: &Row| row.cells.get(rank).is_some_and(|cell| !cell.is_empty());
            let what = match title.as_str() {
                "" if people.iter().any(is_filled) => {
                    format!("la colonne {} n'a pas de titre : rien n'en est lu.", rank + 1)
                }
                "" => continue,
                title => format!(
                    "la colonne « {title} » n'est pas comprise, ou répète une autre : rien n'en \
                     est lu."
                ),
            };
            found.push(Diagnostic::warning(
                titles.place(),
                what,
                format!(
                    "Si elle compte, donnez-lui un titre compris : {} ; sinon, ôtez-la.",
                    self.list.titles()
                ),
            ));
        }
        found
    }

    /// The cell of a row in this column; empty when there is none.
    pub(super) fn cell<'a>(&self, row: &'a Row, wanted: Field) -> &'a str {
        let rank = self.fields.iter().position(|field| *field == wanted);
        rank.and_then(|rank| row.cells.get(rank)).map_or("", String::as_str)
    }

    /// First name and name, as they are said.
    pub(super) fn name(&self, row: &Row) -> String {
        let (first, last) = (self.cell(row, Field::FirstName), self.cell(row, Field::Name));
        format!("{first} {last}").trim().to_owned()
    }

    /// The cells of a row about accommodations.
    pub(super) fn decisions<'a>(
        &self,
        row: &'a Row,
    ) -> impl Iterator<Item = (DecisionColumn, &'a str)> {
        row.cells.iter().enumerate().filter_map(move |(rank, cell)| match self.field(rank) {
            Field::Decision(column) if !cell.is_empty() => Some((column, cell.as_str())),
            _ => None,
        })
    }

    /// Refuses a row where something is granted that would not be read.
    ///
    /// # Errors
    /// The cell, and what to do.
    pub(super) fn refuse_unread_grant(&self, row: &Row) -> Result<(), Diagnostic> {
        let unread = row
            .cells
            .iter()
            .enumerate()
            .filter(|(rank, cell)| !cell.is_empty() && self.field(*rank) == Field::Unknown);
        for (rank, cell) in unread {
            if rank >= self.fields.len() {
                return Err(Diagnostic::error(
                    row.place(),
                    format!("« {cell} » est au-delà de la dernière colonne qui a un titre."),
                    "Donnez un titre à sa colonne, ou mettez entre guillemets la cellule qui \
                     contient le séparateur.",
                ));
            }
            let granted = Accommodation::read(cell).ok().flatten();
            if granted.is_some_and(|granted| granted.has_effect()) {
                return Err(Diagnostic::error(
                    row.place(),
                    format!(
                        "« {cell} », dans la colonne {} dont le titre n'est pas compris, serait \
                         perdu.",
                        rank + 1
                    ),
                    "Donnez à cette colonne le titre « aménagement », ou ôtez-la.",
                ));
            }
        }
        Ok(())
    }

    fn field(&self, rank: usize) -> Field {
        self.fields.get(rank).copied().unwrap_or(self.beyond)
    }
}

/// Whether a first line is one of titles rather than somebody.
fn are_titles(fields: &[Field]) -> bool {
    // « tiers temps » is a title and what a candidate is granted: it proves nothing.
    let proves = |field: &&Field| match field {
        Field::Unknown => false,
        Field::Decision(column) => *column == DecisionColumn::Words,
        _ => true,
    };
    fields.contains(&Field::Identifier)
        || fields.first().is_some_and(|first| *first != Field::Unknown)
        || fields.iter().filter(proves).count() > 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(cells: &[&str]) -> Row {
        Row { line: 1, cells: cells.iter().map(|cell| (*cell).to_owned()).collect() }
    }

    fn fields(titles: &[&str]) -> Option<Vec<Field>> {
        Columns::titled(List::Candidates, &row(titles)).map(|columns| columns.fields)
    }

    #[test]
    fn candidat_is_the_name_where_something_else_is_the_identifier() {
        let words = Field::Decision(DecisionColumn::Words);
        assert_eq!(
            fields(&["N°", "Candidat", "Voie", "Remarques"]),
            Some(vec![Field::Identifier, Field::Name, Field::Route, words])
        );
        assert_eq!(fields(&["Candidat", "Nom"]), Some(vec![Field::Identifier, Field::Name]));
        assert_eq!(
            fields(&["Candidat", "Nom", "N°"]),
            Some(vec![Field::Unknown, Field::Name, Field::Identifier])
        );
    }

    #[test]
    fn somebody_is_never_taken_for_titles() {
        let people: [&[&str]; 4] = [
            &["C-01", "Nadia Belkacem", "formation", "tiers temps"],
            &["C-01", "Candidat", "VAE", "contraste"],
            &["C-01", "Nom"],
            &["1", "Nadia", "", "1/3"],
        ];
        for cells in people {
            assert_eq!(fields(cells), None, "{cells:?}");
        }
    }

    #[test]
    fn a_comma_in_the_last_cell_loses_nothing() {
        let columns = Columns::with(List::Candidates, List::Candidates.usual().to_vec());
        let row = row(&["C-01", "Nadia", "", "tiers temps", "texte 175 %"]);
        let cells: Vec<&str> = columns.decisions(&row).map(|(_, cell)| cell).collect();
        assert_eq!(cells, ["tiers temps", "texte 175 %"]);
        assert!(columns.refuse_unread_grant(&row).is_ok());
    }
}
