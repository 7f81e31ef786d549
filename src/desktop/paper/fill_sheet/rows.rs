//! What the rows of a table to fill are, and how wide its columns must be: it depends on the form
//! alone, not on what is typed.

use crate::domain::case_study::{SubjectCell, SubjectTable};

/// What a row is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum RowKind {
    /// Something is to be filled in it, or nothing is given.
    #[default]
    Ordinary,
    /// Its cells are all given.
    Locked,
    /// It holds only the title of the rows under it.
    Group,
}

/// What a row is.
pub(super) fn row_kind(row: &[SubjectCell]) -> RowKind {
    let Some((first, rest)) = row.split_first() else { return RowKind::Ordinary };
    let given = |cell: &SubjectCell, blank: bool| match cell {
        SubjectCell::Given(text) => text.trim().is_empty() == blank,
        _ => false,
    };
    let is_blank = |cell: &SubjectCell| given(cell, true);
    let is_given = |cell: &SubjectCell| given(cell, false);
    if !rest.is_empty() && is_given(first) && rest.iter().all(is_blank) {
        RowKind::Group
    } else if rest.iter().any(is_given) && !row.iter().any(SubjectCell::is_asked) {
        RowKind::Locked
    } else {
        RowKind::Ordinary
    }
}

/// For each column, the length of its longest given text; titles of groups have the whole row.
pub(super) fn longest_given(form: &SubjectTable) -> Vec<usize> {
    let mut longest = vec![0; form.columns.len()];
    for row in form.rows.iter().filter(|row| row_kind(row) != RowKind::Group) {
        for (cell, longest) in row.iter().zip(&mut longest) {
            if let SubjectCell::Given(text) = cell {
                *longest = text.chars().count().max(*longest);
            }
        }
    }
    longest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn given(text: &str) -> SubjectCell {
        SubjectCell::Given(text.to_owned())
    }

    #[test]
    fn a_row_is_locked_when_nothing_is_to_be_filled_in_it() {
        use SubjectCell::{Blocked, Number};
        let locked = [given("Ordres lancés"), given(""), given("40"), Blocked];
        assert_eq!(row_kind(&locked), RowKind::Locked);
        assert_eq!(row_kind(&[given("Stock"), given("38"), Number]), RowKind::Ordinary);
        assert_eq!(row_kind(&[given("Stock"), Blocked]), RowKind::Ordinary);
        assert_eq!(row_kind(&[given("RV20"), given(" "), given("")]), RowKind::Group);
        assert_eq!(row_kind(&[given("RV20")]), RowKind::Ordinary);
        assert_eq!(row_kind(&[]), RowKind::Ordinary);
    }

    #[test]
    fn the_title_of_a_group_makes_no_column_wide() {
        let column = |title: &str| crate::domain::case_study::Column {
            title: title.to_owned(),
            align: crate::domain::case_study::Align::Right,
        };
        let rows = vec![
            vec![given("RV20, remorque vélo 20 pouces"), given("")],
            vec![given("Stock"), given("1 250")],
        ];
        let columns = vec![column("Ligne"), column("S37")];
        let form = SubjectTable { columns, rows, board: None };
        assert_eq!(longest_given(&form), [5, 5]);
    }
}
