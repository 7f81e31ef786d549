use super::*;
use crate::domain::planning::trial;

fn read(yaml: &str) -> (Option<Worksheet>, Problems) {
    trial::read(calculate, yaml)
}

fn text(yaml: &str, row: &str) -> String {
    let (sheet, problems) = read(yaml);
    assert!(problems.is_empty(), "{problems:?}");
    let sheet = sheet.expect("a worksheet");
    let values = sheet.evaluate().expect("evaluates");
    let cell = sheet.find(row, "valeur");
    assert!(cell.is_some(), "no row {row}");
    values.value(cell.expect("a cell")).to_string()
}

#[test]
fn three_zones_of_cards() {
    let yaml = "consommation: 50\nconteneur: 100\nlot: 200\ntemps_zone: 4\ndelai_reaction: 6\n";
    let found = ["zone_A", "zone_B", "zone_C", "cartes"].map(|row| text(yaml, row));
    assert_eq!(found, ["2", "2", "3", "7"]);
    assert_eq!(text(&yaml.replace("lot: 200", "lot: 210"), "zone_A"), "3", "rounded up");
}

#[test]
fn cards_of_a_loop() {
    let yaml = "unite_temps: j\nconsommation: 2000\ndelai: {Attente: 0.08, Production: 0.02}\n\
                securite_pourcent: 10\nconteneur: 22\n";
    assert_eq!(text(yaml, "delai"), "0,1");
    assert_eq!(text(yaml, "total"), "220");
    assert_eq!(text(yaml, "cartes"), "10");
    let yaml = "consommation: 500\ndelai: 2\nsecurite_temps: 0.5\nconteneur: 250\n";
    assert_eq!(text(yaml, "cartes"), "5");
    let yaml = "consommation: 30\ndelai: 5\nsecurite_pieces: 20\nlot: 100\nconteneur: 40\n";
    // (150 + 20 + 100) ÷ 40 = 6.75
    assert_eq!(text(yaml, "cartes_exactes"), "6,75");
    assert_eq!(text(yaml, "cartes"), "7");
    assert_eq!(text(yaml, "stock_maximal"), "280");
    assert_eq!(text(&format!("{yaml}arrondi: inferieur\n"), "cartes"), "6");
}

#[test]
fn what_is_wrong_is_said() {
    assert_eq!(read("consommation: 5\nconteneur: 0\ndelai: 3\n").1.found[0].path, "conteneur");
    assert!(!read("consommation: 5\nconteneur: 10\n").1.is_empty(), "no lead time");
    let twice =
        "consommation: 5\nconteneur: 10\ndelai: 3\nsecurite_pourcent: 5\nsecurite_temps: 1\n";
    assert!(read(twice).1.found[0].message.contains("deux fois"));
}
