use super::*;
use crate::domain::planning::trial::{self, text};

fn read(yaml: &str) -> (Option<Worksheet>, Problems) {
    trial::read(calculate, yaml)
}

fn sheet(yaml: &str) -> Worksheet {
    trial::sheet(calculate, yaml)
}

#[test]
fn scrap_and_programme_of_a_line() {
    let yaml = "
references:
  GD25: {programme: 46800, bons: 41520, rebuts: 480}
  SM30: {programme: 28800, bons: 27000, rebuts: 900}
  SH40: {programme: 18000, bons: 18600, produits: 18900, rebuts: 300}
objectifs: {taux_rebut: {au_plus: 1.5}, respect_programme: {au_moins: 97}}
";
    let sheet = sheet(yaml);
    for (row, column, expected) in [
        ("produits", "valeur", "88800"),
        ("taux_rebut", "valeur", "1.89"),
        ("SH40.retenus", "valeur", "18000"),
        ("retenus", "valeur", "86520"),
        ("respect_programme", "valeur", "92.44"),
        ("respect_programme", "ecart_objectif", "-4.56"),
        ("taux_rebut.objectif", "valeur", "non tenu"),
    ] {
        assert_eq!(text(&sheet, row, column), expected, "{row} {column}");
    }
}

#[test]
fn planned_and_real_series() {
    let yaml = "
avec_ecart: oui
series:
  prevu: {produits: 600, rebuts: 5, ordres_a_l_heure: 8, ordres_total: 8}
  realise: {produits: 510, rebuts: 20, ordres_a_l_heure: 6, ordres_total: 8}
";
    let sheet = sheet(yaml);
    assert_eq!(text(&sheet, "taux_rebut", "prevu"), "0.83");
    assert_eq!(text(&sheet, "taux_rebut", "realise"), "3.92");
    assert_eq!(text(&sheet, "taux_service", "ecart"), "-25");
}

#[test]
fn series_and_targets_are_shown_in_french_words() {
    let yaml = "
series:
  prevu: {ordres_a_l_heure: 8, ordres_total: 8}
  realise: {nom: Réalisé en mars, ordres_a_l_heure: 6, ordres_total: 8}
  S14: {ordres_a_l_heure: 7, ordres_total: 8}
objectifs: {taux_service: {au_moins: 95}}
";
    let sheet = sheet(yaml);
    let columns: Vec<_> = sheet.columns.iter().map(|head| head.label.as_str()).collect();
    assert_eq!(columns, ["Prévu", "Réalisé en mars", "S14", "Objectif", "Écart à l'objectif"]);
    let keys: Vec<_> = sheet.columns.iter().map(|head| head.key.as_str()).collect();
    assert_eq!(keys.first(), Some(&"prevu"), "keys stay as written");
    let rank = sheet.row_rank("taux_service.objectif").expect("the row of the target");
    assert_eq!(sheet.rows[rank].label, "Objectif tenu : taux de service");
}

#[test]
fn each_target_names_its_indicator() {
    let yaml = "heures_marche: 380\npannes: 10\nbons: 9\nrebuts: 1\n\
                objectifs: {MTBF: {au_moins: 30}, taux_rebut: {au_plus: 5}}\n";
    let sheet = sheet(yaml);
    let labels: Vec<_> = sheet
        .rows
        .iter()
        .filter(|head| head.key.ends_with(".objectif"))
        .map(|head| head.label.as_str())
        .collect();
    let expected =
        ["Objectif tenu : temps moyen entre pannes MTBF", "Objectif tenu : taux de rebut"];
    assert_eq!(labels, expected);
    let values = sheet.evaluate().expect("evaluates");
    let cell = sheet.find("taux_rebut.objectif", "valeur").expect("a cell");
    let words = sheet.working(cell, &values);
    assert_eq!(words, "Objectif taux de rebut Réalisé = non tenu (car 10 > 5)");
}

#[test]
fn maintenance_and_safety_indicators() {
    let yaml = "heures_marche: 380\nheures_panne: 20\npannes: 10\naccidents: 2\njours_perdus: 24\n\
                heures_travaillees: 160000\n";
    let sheet = sheet(yaml);
    for (row, expected) in [
        ("MTBF", "38"),
        ("MTTR", "2"),
        ("disponibilite", "95"),
        ("taux_frequence", "12.5"),
        ("taux_gravite", "0.15"),
    ] {
        assert_eq!(text(&sheet, row, "valeur"), expected, "{row}");
    }
}

#[test]
fn what_is_wrong_is_said() {
    assert!(read("bons: 4\n").1.found[0].message.contains("rien à calculer"));
    let yaml = "bons: 4\nrebuts: 1\nobjectifs: {MTBF: {au_moins: 3}}\n";
    assert!(read(yaml).1.found[0].message.contains("« MTBF »"));
    assert!(!read("bons: -4\n").1.is_empty());
}
