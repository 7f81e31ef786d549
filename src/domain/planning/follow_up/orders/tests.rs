use super::*;
use crate::domain::planning::trial::{self, text};

fn read(yaml: &str) -> (Option<Worksheet>, Problems) {
    trial::read(calculate, yaml)
}

const YAML: &str = "
suivi:
  OF 5174: {prevu: 120, lance: 124, bons: 100, rebuts: 4, ts: 0.5, tu: 0.05, temps_passe: 6.25,
    debut: 2027-03-01, fin_prevue: 2027-03-05, fin_reelle: 2027-03-04}
  OF 5175: {prevu: 80, lance: 80, bons: 80, rebuts: 0, temps_alloue: 4.5, temps_passe: 5,
    debut: 2027-03-02, fin_prevue: 2027-03-05, fin_reelle: 2027-03-08}
";

#[test]
fn quantities_times_and_dates_of_orders() {
    let sheet = read(YAML).0.expect("a worksheet");
    for (row, column, expected) in [
        ("OF_5174", "fabriques", "104"),
        ("OF_5174", "en_cours", "20"),
        ("OF_5174", "reste", "20"),
        ("OF_5174", "temps_alloue", "5.5"),
        ("OF_5174", "productivite", "88"),
        ("OF_5174", "retard", "-1"),
        ("OF_5175", "a_l_heure", "non"),
        ("OF_5175", "delai", "6"),
        ("total", "taux_rebut", "2.17"),
        ("total", "productivite", "88.89"),
        ("taux_service", "a_l_heure", "50"),
    ] {
        assert_eq!(text(&sheet, row, column), expected, "{row} {column}");
    }
    let values = sheet.evaluate().expect("evaluates");
    let cell = sheet.find("OF_5174", "temps_alloue").expect("a cell");
    assert!(sheet.working(cell, &values).ends_with("= 0,5 + 100 × 0,05 = 5,5"));
}

#[test]
fn columns_without_data_are_left_out() {
    let sheet = read("suivi: {A: {prevu: 10, bons: 12}}\n").0.expect("a worksheet");
    assert_eq!(text(&sheet, "A", "reste"), "0", "more than planned leaves nothing");
    assert!(sheet.find("A", "taux_rebut").is_none());
    assert!(sheet.column_rank("retard").is_none());
}

#[test]
fn what_is_wrong_is_said() {
    assert!(!read("unite_temps: h\n").1.is_empty(), "no order");
    assert!(!read("suivi: {A: {bon: 4}}\n").1.is_empty(), "an unknown name");
    assert!(read("suivi: {total: {bons: 4}}\n").1.found[0].message.contains("« total »"));
    assert!(!read("suivi: {A: {debut: demain}}\n").1.is_empty());
}
