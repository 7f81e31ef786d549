//! What changes when cells are written, filled, copied and undone.

use super::*;

#[test]
fn the_other_cells_that_changed_are_named() {
    let mut sheet = blank();
    sheet.set(at("A2"), "=A1*2");
    sheet.set(at("A3"), "=A2+B1");
    sheet.set(at("C1"), "=1+1");
    sheet.set(at("A1"), "4");
    assert_eq!(sheet.changed_by_last_set(), [at("A2"), at("A3")]);
    sheet.set(at("B1"), "0");
    assert!(sheet.changed_by_last_set().is_empty());
    sheet.set(at("A2"), "=A1*3");
    assert_eq!(sheet.changed_by_last_set(), [at("A3")]);
    assert_eq!(sheet.formulas().count(), 3);
}

#[test]
fn values_are_copied_for_other_programs_without_the_spaces_of_print() {
    let mut sheet = Sheet::new(&table(&[&["Total", "?"], &["a\tb", "?"]]));
    sheet.set(at("B1"), "=-1000*1,5");
    sheet.set(at("B2"), "1 250,75");
    let text = copy_text(&sheet, Area::new(at("A1"), at("B2")));
    assert_eq!(text, "Total\t-1500\n\"a\tb\"\t1 250,75");
    assert_eq!(paste(&text)[0], ["Total", "-1500"]);
}

#[test]
fn filling_down_then_undoing_brings_the_table_back() {
    let mut sheet = blank();
    sheet.set_many(&[(at("A1"), "1".to_owned()), (at("B1"), "=A1*$A$1+B2".to_owned())]);
    let area = Area::new(at("B1"), at("B4"));
    let writes = fill_down(area, |cell| sheet.typed(cell).to_owned());
    let group = writes
        .iter()
        .map(|(at, after)| CellWrite {
            at: *at,
            before: sheet.typed(*at).to_owned(),
            after: after.clone(),
        })
        .collect();
    let mut history = History::default();
    history.record(group);
    sheet.set_many(&writes);
    assert_eq!(sheet.typed(at("B4")), "=A4*$A$1+B5");
    sheet.set_many(&history.undo().unwrap());
    assert_eq!(sheet.typed(at("B4")), "");
    assert_eq!(sheet.shown(at("B1")), "1");
}
