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
    match values.value(cell.expect("a cell")) {
        Value::Number(number) => number.round_dp(2).normalize().to_string(),
        other => other.to_string(),
    }
}

const ONE: &str = "
couts: {Chariot: 1800, Formation: 600}
depenses_annuelles: 400
gains:
  Changements: {avant: 1, apres: 0.5, fois_par_an: 150, valeur: 40}
  Rebuts: 1000
annees: 3
temps_gagne: 75
temps_piece: 0.05
";

#[test]
fn payback_and_balance_of_one_action() {
    for (row, expected) in [
        ("cout", "2400"),
        ("gain1", "3000"),
        ("gain", "4000"),
        ("gain_net", "3600"),
        ("retour_ans", "0.67"),
        ("retour_mois", "8"),
        ("rentabilite", "150"),
        ("bilan", "8400"),
        ("production_gagnee", "1500"),
    ] {
        assert_eq!(text(ONE, row), expected, "{row}");
    }
}

#[test]
fn the_soonest_payback_is_named() {
    let yaml = "
actions:
  a: {nom: Chariot, couts: 1200, gains: 1200}
  b: {nom: Capteur, couts: 500, gains: 1000}
  c: {nom: Affichage, couts: 100, gains: 50, depenses_annuelles: 60}
";
    assert_eq!(text(yaml, "a.retour_mois"), "12");
    assert_eq!(text(yaml, "c.retour_mois"), "jamais");
    assert_eq!(text(yaml, "meilleure"), "Capteur");
}

#[test]
fn what_is_wrong_is_said() {
    assert!(read("gains: 5\n").1.found[0].message.contains("un coût et un gain"));
    assert!(!read("couts: 5\n").1.is_empty(), "no gain");
    assert!(!read("couts: 5\ngains: {x: {avant: 3}}\n").1.is_empty());
}
