use super::*;
use crate::domain::planning::trial;

fn read(yaml: &str) -> (Option<Worksheet>, Problems) {
    trial::read(calculate, yaml)
}

fn text(sheet: &Worksheet, row: &str) -> String {
    let values = sheet.evaluate().expect("evaluates");
    let cell = sheet.find(row, "valeur");
    assert!(cell.is_some(), "no row {row}");
    values.value(cell.expect("a cell")).to_string()
}

#[test]
fn a_takt_from_a_week_of_demand() {
    let yaml = "temps_ouverture: 8\npauses: 30\njours: 5\nquantite_demandee: 1500\n\
                temps_postes: {P1: 65, P2: 85, P3: 80, P4: 85}\n";
    let sheet = read(yaml).0.expect("a worksheet");
    assert_eq!(text(&sheet, "temps_disponible"), "27\u{202f}000");
    assert_eq!(text(&sheet, "takt"), "90");
    assert_eq!(text(&sheet, "cadence_horaire"), "40");
    assert_eq!(text(&sheet, "postes_theoriques"), "3,5");
    assert_eq!(text(&sheet, "postes"), "4");
    assert_eq!(text(&sheet, "goulot"), "P2");
    assert_eq!(text(&sheet, "production_jour"), "317");
    let values = sheet.evaluate().expect("evaluates");
    let cell = sheet.find("temps_disponible", "valeur").expect("a cell");
    let words = sheet.working(cell, &values);
    let expected = "= 8 × 3\u{202f}600 − 30 × 60 = 27\u{202f}000";
    assert!(words.ends_with(expected), "{words}");
}

#[test]
fn teams_and_yield() {
    let yaml = "unite: min\ntemps_ouverture: 8\npauses: {Repas: 20, Nettoyage: 10}\nequipes: 2\n\
                rendement: 80\nquantite_demandee: 240\n";
    let sheet = read(yaml).0.expect("a worksheet");
    assert_eq!(text(&sheet, "temps_jour"), "900");
    assert_eq!(text(&sheet, "temps_disponible"), "720");
    assert_eq!(text(&sheet, "takt"), "3");
}

#[test]
fn what_is_wrong_is_said() {
    let (sheet, problems) = read("temps_ouverture: 8\nquantite_demandee: 0\n");
    assert!(sheet.is_none());
    assert_eq!(problems.found[0].path, "quantite_demandee");
    assert!(read("unite: jour\n").1.found.len() >= 3);
}
