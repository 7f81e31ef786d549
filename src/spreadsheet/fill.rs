//! Formulas copied from cell to cell: their references move along, except what a `$` holds.

use super::reference::Area;
use super::{TokenKind, tokens};
use crate::domain::case_study::CellPosition;

/// The text of a cell as it is copied into another one; a reference that falls outside becomes
/// "#REF!".
pub fn copied(typed: &str, from: CellPosition, to: CellPosition) -> String {
    let mut copy = String::with_capacity(typed.len());
    let mut kept = 0;
    for token in tokens(typed) {
        let TokenKind::Pointed(pointed) = token.kind else { continue };
        copy.push_str(typed.get(kept..token.at.start).unwrap_or(""));
        match pointed.moved(from, to) {
            Some(moved) => copy.push_str(&moved.to_string()),
            None => copy.push_str("#REF!"),
        }
        kept = token.at.end;
    }
    copy.push_str(typed.get(kept..).unwrap_or(""));
    copy
}

/// What filling down writes: the first row of an area copied into its other rows.
pub fn fill_down(
    area: Area,
    text_at: impl Fn(CellPosition) -> String,
) -> Vec<(CellPosition, String)> {
    filled(area, |at| CellPosition { row: area.first().row, ..at }, text_at)
}

/// What filling to the right writes: the first column of an area copied into its other columns.
pub fn fill_right(
    area: Area,
    text_at: impl Fn(CellPosition) -> String,
) -> Vec<(CellPosition, String)> {
    filled(area, |at| CellPosition { column: area.first().column, ..at }, text_at)
}

fn filled(
    area: Area,
    source_of: impl Fn(CellPosition) -> CellPosition,
    text_at: impl Fn(CellPosition) -> String,
) -> Vec<(CellPosition, String)> {
    area.positions()
        .map(|at| (source_of(at), at))
        .filter(|(source, at)| source != at)
        .map(|(source, at)| (at, copied(&text_at(source), source, at)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(reference: &str) -> CellPosition {
        CellPosition::from_reference(reference).unwrap()
    }

    #[test]
    fn references_move_with_the_formula_except_what_a_dollar_holds() {
        for (typed, expected) in [
            ("=A1+$A1+A$1+$A$1", "=B3+$A3+B$1+$A$1"),
            ("= somme( a1 : b2 ) × 2", "= somme( B3:C4 ) × 2"),
            ("=A:A+1:1", "=B:B+3:3"),
            ("=\"A1\"&LOG10(A1)", "=\"A1\"&LOG10(B3)"),
            ("A1", "A1"),
            ("12,5", "12,5"),
        ] {
            assert_eq!(copied(typed, at("C3"), at("D5")), expected, "{typed}");
        }
    }

    #[test]
    fn a_reference_pushed_out_of_the_sheet_is_said_to_be_lost() {
        assert_eq!(copied("=A1+C3", at("B2"), at("B1")), "=#REF!+C2");
        assert_eq!(copied("=A1:B2*2", at("B2"), at("A2")), "=#REF!*2");
    }

    #[test]
    fn filling_down_and_right_copies_the_first_row_or_column() {
        let text_at = |at: CellPosition| format!("={}*2", at.reference());
        let area = Area::new(at("B2"), at("C4"));
        let down = fill_down(area, text_at);
        assert_eq!(down.len(), 4);
        assert!(down.contains(&(at("C4"), "=C4*2".to_owned())));
        let right = fill_right(area, text_at);
        assert_eq!(
            right,
            [("C2", "=C2*2"), ("C3", "=C3*2"), ("C4", "=C4*2")]
                .map(|(to, text)| (at(to), text.to_owned()))
        );
        assert!(fill_down(Area::new(at("B2"), at("B2")), text_at).is_empty());
    }

    proptest::proptest! {
        #[test]
        fn a_copy_brought_back_is_the_same_when_nothing_was_lost(
            typed in "=([A-F][1-9]|\\$B\\$2|[0-9]{1,3})([+*/-]([A-F][1-9]|[0-9]{1,3})){0,5}",
            row in 0usize..30,
            column in 0usize..30,
        ) {
            let (here, there) = (at("A1"), CellPosition { row, column });
            let copy = copied(&typed, here, there);
            proptest::prop_assert_eq!(copied(&copy, there, here), typed);
        }

        #[test]
        fn no_text_makes_a_copy_panic(typed in "=?.{0,60}", row in 0usize..9, column in 0usize..9) {
            let _ = copied(&typed, CellPosition { row, column }, at("B2"));
        }
    }
}
