use super::*;
use crate::domain::planning::trial;

fn read(yaml: &str) -> (Option<Worksheet>, Problems) {
    trial::read(calculate, yaml)
}

fn text(yaml: &str, row: &str, column: &str) -> String {
    let (sheet, problems) = read(yaml);
    assert!(problems.is_empty(), "{problems:?}");
    let sheet = sheet.expect("a worksheet");
    let values = sheet.evaluate().expect("evaluates");
    let cell = sheet.find(row, column);
    assert!(cell.is_some(), "no cell {row} {column}");
    values.value(cell.expect("a cell")).to_string()
}

const YAML: &str = "
operations:
  - {nom: Chercher l'outillage, duree: 20, apres: externe}
  - {nom: Démonter, duree: 12, duree_apres: 8}
  - {nom: Monter, duree: 18, duree_apres: 10}
  - {nom: Régler, duree: 10, apres: supprimee}
  - {nom: Ranger, duree: 6, avant: externe}
changements_par_periode: 4
cadence: 1800
lot: 400
";

#[test]
fn internal_and_external_times_before_and_after() {
    for (row, column, expected) in [
        ("total", "interne_avant", "60"),
        ("total", "externe_avant", "6"),
        ("total", "interne_apres", "18"),
        ("total", "externe_apres", "26"),
        ("gain", "valeur", "42"),
        ("gain_pourcent", "valeur", "70"),
        ("gain_periode", "valeur", "168"),
        ("production_gagnee", "valeur", "5\u{202f}040"),
        ("lot_possible", "valeur", "120"),
    ] {
        assert_eq!(text(YAML, row, column), expected, "{row} {column}");
    }
}

#[test]
fn what_is_wrong_is_said() {
    assert!(!read("cadence: 4\n").1.is_empty(), "no operation");
    let yaml = "operations: [{nom: A, duree: 3, avant: supprimee}]\n";
    assert!(read(yaml).1.found[0].message.contains("supprimée"));
    let twice = "operations: [{nom: A, duree: 3}, {nom: A, duree: 4}]\n";
    assert!(read(twice).1.found[0].message.contains("« A »"));
    let zero = read("operations: [{nom: A, duree: 0}]\n").0.expect("a worksheet");
    assert!(zero.evaluate().is_err(), "no stop to shorten");
}
