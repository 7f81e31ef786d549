use super::*;
use crate::domain::planning::trial;

fn read(yaml: &str) -> (Option<Worksheet>, Problems) {
    trial::read(calculate, yaml)
}

const YAML: &str = "
modes:
  joint: {nom: Joint usé, F: 3, G: 2, N: 2, apres: {F: 1, G: 2, N: 2}}
  courroie: {nom: Courroie rompue, F: 2, G: 4, N: 3}
  capteur: {nom: Capteur sale, F: 4, G: 1, N: 3}
seuils: {accepter: 0, surveiller: 12, agir: 20}
";

#[test]
fn criticalities_ranks_and_decisions() {
    let sheet = read(YAML).0.expect("a worksheet");
    let values = sheet.evaluate().expect("evaluates");
    let text = |row: &str, column: &str| {
        values.value(sheet.find(row, column).expect("a cell")).to_string()
    };
    let of = |column: &str| ["joint", "courroie", "capteur"].map(|row| text(row, column));
    assert_eq!(of("C"), ["12", "24", "12"]);
    assert_eq!(of("rang"), ["2", "1", "2"], "equal criticalities share a rank");
    assert_eq!(of("decision"), ["surveiller", "agir", "surveiller"]);
    assert_eq!(text("joint", "C_apres"), "4");
    assert!(text("joint", "gain").starts_with("66,6666"));
    let cell = sheet.find("courroie", "decision").expect("a cell");
    assert!(sheet.working(cell, &values).contains("24 ≥ 20"));
}

#[test]
fn what_is_wrong_is_said() {
    assert!(!read("modes: {a: {F: 1, G: 2}}\n").1.is_empty(), "a note is missing");
    assert!(read("modes: {a: [1, 2]}\n").1.found[0].message.contains("les notes F, G, N"));
    assert!(!read("seuils: {}\n").1.is_empty(), "no mode");
    let sheet = read("notes: [G, F]\nmodes: {a: [2, 5]}\n").0.expect("a worksheet");
    let values = sheet.evaluate().expect("evaluates");
    assert_eq!(values.number(sheet.find("a", "C").expect("a cell")), Some(Decimal::TEN));
}
