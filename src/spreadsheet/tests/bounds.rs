//! What a table cannot be made to do: run for ever, overflow, panic.

use super::*;

#[test]
fn a_range_larger_than_the_table_costs_no_more_than_the_table() {
    let mut sheet = blank();
    sheet.set(at("A1"), "7");
    sheet.set(at("D1"), "=SOMME(A1:A1048576)+MAX(A:C)");
    assert_eq!(sheet.shown(at("D1")), "14");
    assert_eq!(sheet.reads(at("D1"))[0].count(), 10);
}

#[test]
fn the_deepest_formulas_allowed_are_computed_and_deeper_ones_refused() {
    let nested = |depth: usize| format!("={}1{}", "ABS(".repeat(depth), ")".repeat(depth));
    assert_eq!(shown(&nested(60)), "1");
    assert_eq!(shown(&nested(150)), "#ERREUR!");
    assert_eq!(shown(&format!("=1{}", "+1".repeat(140))), "141");
    assert_eq!(shown(&format!("={}1", "(".repeat(400))), "#ERREUR!");
}

#[test]
fn a_chain_through_a_whole_table_is_computed() {
    let rows: Vec<Vec<&str>> = vec![vec!["?"; 40]; 60];
    let lines: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
    let mut sheet = Sheet::new(&table(&lines));
    let cells: Vec<CellPosition> = Area::new(at("A1"), at("AN60")).positions().collect();
    let writes: Vec<(CellPosition, String)> =
        cells.windows(2).map(|pair| (pair[1], format!("={}+1", pair[0].reference()))).collect();
    assert!(sheet.set_many(&writes));
    sheet.set(at("A1"), "1");
    assert_eq!(sheet.shown(at("AN60")), "2\u{202f}400");
    assert_eq!(sheet.changed_by_last_set().len(), 2_399);
}

#[test]
fn the_work_of_a_whole_table_is_bounded() {
    let rows: Vec<Vec<&str>> = vec![vec!["?"; 40]; 60];
    let lines: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
    let mut sheet = Sheet::new(&table(&lines));
    let heavy = "=SOMME(A2:AN60;A2:AN60;A2:AN60;A2:AN60;A2:AN60;A2:AN60;A2:AN60)".to_owned();
    let writes: Vec<(CellPosition, String)> =
        (0..40).map(|column| (CellPosition { row: 0, column }, heavy.clone())).collect();
    sheet.set_many(&writes);
    assert_eq!(sheet.problem(at("A1")), None);
    let more: Vec<(CellPosition, String)> = (0..40)
        .flat_map(|column| [1, 2, 3].map(|row| (CellPosition { row, column }, heavy.clone())))
        .collect();
    sheet.set_many(&more);
    let refused = |at: &CellPosition| sheet.problem(*at) == Some(&SheetProblem::TooMuchWork);
    assert!(more.iter().any(|(at, _)| refused(at)));
}

#[test]
fn a_long_sitting_does_not_wear_the_engine_out() {
    let mut sheet = blank();
    sheet.set(at("D1"), "=A1*2");
    for count in 0..3_000 {
        sheet.set(at("A1"), &format!("={count}+1"));
    }
    assert_eq!(sheet.shown(at("D1")), "6\u{202f}000");
}

#[test]
fn a_huge_or_empty_table_is_bounded() {
    let wide: Vec<&str> = vec!["?"; 100];
    let lines: Vec<&[&str]> = vec![wide.as_slice(); 100];
    let sheet = Sheet::new(&table(&lines));
    assert_eq!(sheet.size(), TableSize { rows: 40, columns: 100 });
    let mut empty = Sheet::new(&table(&[]));
    assert!(!empty.set(at("A1"), "=1") && empty.shown(at("A1")).is_empty());
}

proptest::proptest! {
    #![proptest_config(proptest::test_runner::Config::with_cases(400))]

    #[test]
    fn no_typed_text_makes_the_sheet_panic(texts in proptest::collection::vec(".{0,60}", 1..4)) {
        let mut sheet = blank();
        for (row, typed) in texts.iter().enumerate() {
            let here = CellPosition { row, column: 0 };
            sheet.set(here, typed);
            proptest::prop_assert_eq!(sheet.typed(here), typed.as_str());
            let _ = (sheet.shown(here), sheet.value(here));
        }
    }

    #[test]
    fn no_mix_of_the_parts_of_formulas_makes_the_engine_fail(
        parts in proptest::collection::vec(
            "SOMME\\(|SI\\(|ARRONDI\\(|MAX\\(|NB\\.SI\\(|INDEX\\(|EQUIV\\(|RECHERCHEV\\(|JOURSEM\\(\
            |A[1-9]|B[1-3]|A1:B3|C:C|2:3|[0-9]{1,20}|0,[0-9]{1,3}|\"[><]?[a-z0-9*?]{0,3}\"|VRAI\
            |;|\\)|\\)|\\)|[-+*/^&=<>%(]",
            1..25,
        ),
        other in "=?[A-B][1-3]?[-+*/]?[0-9A-B]?",
    ) {
        let mut sheet = blank();
        sheet.set_many(&[(at("A2"), "3".to_owned()), (at("B1"), "texte".to_owned())]);
        sheet.set(at("A1"), &other);
        sheet.set(at("D4"), &format!("={}", parts.concat()));
        for cell in ["A1", "D4"] {
            proptest::prop_assert_ne!(sheet.problem(at(cell)), Some(&SheetProblem::Unavailable));
        }
    }
}
