//! Pointing at cells while a formula is typed: which references it holds, and where a click on
//! another cell writes one.

use std::ops::Range;

use super::reference::{Axis, CellReference, Pointed};
use super::{Token, TokenKind, is_formula, tokens};

/// The references of a formula with their place in the text, in bytes.
pub fn references(typed: &str) -> Vec<(Range<usize>, Pointed)> {
    tokens(typed)
        .into_iter()
        .filter_map(|token| match token.kind {
            TokenKind::Pointed(pointed) => Some((token.at, pointed)),
            _ => None,
        })
        .collect()
}

/// Whether a click on another cell writes its reference at the caret (a place in bytes), rather
/// than ending the formula.
pub fn accepts_reference(typed: &str, caret: usize) -> bool {
    if !is_formula(typed) || typed.find('=').is_none_or(|equals| caret <= equals) {
        return false;
    }
    let tokens = tokens(typed);
    if ending_at(&tokens, caret).is_some() {
        return true;
    }
    let before = tokens.iter().rev().find(|token| token.at.start < caret);
    let follows = tokens.iter().find(|token| token.at.start >= caret);
    let room_before = before.is_none_or(|token| {
        token.at.end <= caret && !token.kind.ends_value() && token.kind != TokenKind::UnclosedText
    });
    room_before && follows.is_none_or(|token| !token.kind.begins_value())
}

/// The text and the caret (in bytes) after a reference is written at the caret; the reference that
/// ends right there is replaced.
pub fn insert_reference(typed: &str, caret: usize, reference: &str) -> (String, usize) {
    let caret = boundary(typed, caret);
    let place = ending_at(&tokens(typed), caret).unwrap_or(caret..caret);
    replaced(typed, &place, reference)
}

/// The text and the caret (in bytes) after the dollars of the reference that the caret touches go
/// round: A1, $A$1, A$1, $A1; `None` when it touches none.
pub fn cycle_absolute(typed: &str, caret: usize) -> Option<(String, usize)> {
    let (place, pointed) = references(typed)
        .into_iter()
        .find(|(place, _)| place.start <= caret && caret <= place.end)?;
    let pointed = match pointed {
        Pointed::Cell(cell) => Pointed::Cell(next_cell(cell)),
        Pointed::Range(one, other) => Pointed::Range(next_cell(one), next_cell(other)),
        Pointed::Columns(one, other) => Pointed::Columns(turned(one), turned(other)),
        Pointed::Rows(one, other) => Pointed::Rows(turned(one), turned(other)),
    };
    Some(replaced(typed, &place, &pointed.to_string()))
}

fn next_cell(cell: CellReference) -> CellReference {
    let (column, row) = match (cell.column.absolute, cell.row.absolute) {
        (false, false) => (true, true),
        (true, true) => (false, true),
        (false, true) => (true, false),
        (true, false) => (false, false),
    };
    CellReference {
        column: Axis { absolute: column, ..cell.column },
        row: Axis { absolute: row, ..cell.row },
    }
}

fn turned(axis: Axis) -> Axis {
    Axis { absolute: !axis.absolute, ..axis }
}

/// Place of the reference that ends at the caret.
fn ending_at(tokens: &[Token], caret: usize) -> Option<Range<usize>> {
    tokens
        .iter()
        .filter(|token| matches!(token.kind, TokenKind::Pointed(_) | TokenKind::BrokenReference))
        .find(|token| token.at.end == caret)
        .map(|token| token.at.clone())
}

fn replaced(typed: &str, place: &Range<usize>, by: &str) -> (String, usize) {
    let before = typed.get(..place.start).unwrap_or(typed);
    let after = typed.get(place.end..).unwrap_or("");
    (format!("{before}{by}{after}"), before.len() + by.len())
}

/// The last place between two characters that is not after this one.
fn boundary(typed: &str, caret: usize) -> usize {
    let mut caret = caret.min(typed.len());
    while !typed.is_char_boundary(caret) {
        caret -= 1;
    }
    caret
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_given_with_their_place() {
        let typed = "=MAX(0;20-(F12+G11−$G$10))";
        let found: Vec<(&str, String)> = references(typed)
            .into_iter()
            .map(|(place, pointed)| (&typed[place], pointed.to_string()))
            .collect();
        let expected = ["F12", "G11", "$G$10"].map(|text| (text, text.to_owned()));
        assert_eq!(found, expected);
        assert!(references("F12").is_empty());
    }

    #[test]
    fn a_click_writes_a_reference_where_a_value_is_awaited() {
        for typed in ["=", "=1+", "=SOMME(", "=SI(A1>3;", "=-", "= ", "=A1", "=1+B2"] {
            assert!(accepts_reference(typed, typed.len()), "{typed}");
        }
        for typed in ["", "12", "=12", "=(1)", "=\"oui", "=\"oui\"", "=5%", "=TOTO"] {
            assert!(!accepts_reference(typed, typed.len()), "{typed}");
        }
        assert!(!accepts_reference("=A1+1", 0));
        assert!(!accepts_reference("=12", 1));
        assert!(!accepts_reference("=1+12", 4));
        assert!(accepts_reference("=1+*2", 3));
    }

    #[test]
    fn a_second_click_replaces_the_reference_just_written() {
        let (typed, caret) = insert_reference("=1+", 3, "B3");
        assert_eq!((typed.as_str(), caret), ("=1+B3", 5));
        let (typed, caret) = insert_reference(&typed, caret, "C4:C9");
        assert_eq!((typed.as_str(), caret), ("=1+C4:C9", 8));
        let (typed, caret) = insert_reference("=A1+2", 3, "D4");
        assert_eq!((typed.as_str(), caret), ("=D4+2", 3));
        let (typed, caret) = insert_reference("=SOMME()", 7, "A1");
        assert_eq!((typed.as_str(), caret), ("=SOMME(A1)", 9));
    }

    #[test]
    fn dollars_go_round() {
        let mut typed = "=A1+B2".to_owned();
        for expected in ["=$A$1+B2", "=A$1+B2", "=$A1+B2", "=A1+B2"] {
            typed = cycle_absolute(&typed, 2).unwrap().0;
            assert_eq!(typed, expected);
        }
        assert_eq!(cycle_absolute("=1+2", 2), None);
        assert_eq!(cycle_absolute("=SOMME(A1:B2)", 9).unwrap().0, "=SOMME($A$1:$B$2)");
    }

    proptest::proptest! {
        #[test]
        fn no_text_and_no_caret_make_a_click_panic(typed in "=?.{0,40}", caret in 0usize..60) {
            let _ = accepts_reference(&typed, caret);
            let _ = cycle_absolute(&typed, caret);
            let (written, after) = insert_reference(&typed, caret, "B3");
            proptest::prop_assert!(written.is_char_boundary(after));
        }
    }
}
