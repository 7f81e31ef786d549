use super::*;
use crate::domain::planning::trial;
use crate::domain::planning::worksheet::{RowHead, Value};

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
        Value::Number(number) => number.round_dp(4).normalize().to_string(),
        other => other.to_string(),
    }
}

#[test]
fn indices_of_a_shifted_process() {
    let yaml = "TI: 15.8\nTS: 16.2\nmoyenne: 15.9\nsigma: 0.1\ncible: 16\ncpk_minimal: 1.33\n";
    assert_eq!(text(yaml, "Cp"), "0.6667");
    assert_eq!(text(yaml, "Cpk"), "0.3333");
    assert_eq!(text(yaml, "Cpk.TS"), "1");
    // 0.4 ÷ (6 × √(0.01 + 0.01))
    assert_eq!(text(yaml, "Cpm"), "0.4714");
    assert_eq!(text(yaml, "verdict"), "non capable");
    let sheet = read(yaml).0.expect("a worksheet");
    let values = sheet.evaluate().expect("evaluates");
    let words = sheet.working(sheet.find("Cpk.TI", "valeur").expect("a cell"), &values);
    assert_eq!(words, "Cpk côté TI = (15,9 − 15,8) ÷ (3 × 0,1) ≈ 0,3333");
}

#[test]
fn rows_are_shown_in_french_words_and_keep_their_keys() {
    let yaml = "TI: 0\nTS: 12\ncible: 6\nmesures: [2, 4, 9]\ncpk_minimal: 1\navec_ppm: oui\n";
    let sheet = read(yaml).0.expect("a worksheet");
    let label = |key: &str| sheet.row_rank(key).map(|rank| sheet.rows[rank].label.as_str());
    for (key, expected) in [
        ("TI", "Tolérance inférieure TI"),
        ("m", "Moyenne m"),
        ("sigma", "Écart-type σ"),
        ("cible", "Valeur visée"),
        ("decentrage", "Décentrage"),
        ("Cpm", "Capabilité Cpm"),
        ("Cpk.TS", "Capabilité Cpk, tolérance supérieure seule"),
        ("z.TI", "Distance à la tolérance inférieure, en écarts-types"),
        ("ppm.TS", "Part hors de la tolérance supérieure"),
        ("ppm", "Part hors tolérance"),
        ("verdict", "Conclusion"),
    ] {
        assert_eq!(label(key), Some(expected));
    }
    let raw = |head: &&RowHead| head.key.len() > 3 && head.label.contains(&head.key);
    assert_eq!(sheet.rows.iter().filter(raw).count(), 0, "no key is shown as it is written");
}

#[test]
fn measures_ranges_and_one_tolerance() {
    let yaml = "TI: 0\nTS: 12\nmesures: [2, 4, 4, 4, 5, 5, 7, 9]\n";
    assert_eq!(text(yaml, "m"), "5");
    assert_eq!(text(yaml, "sigma"), "2.1381");
    assert_eq!(text(&format!("{yaml}diviseur: n\n"), "sigma"), "2");
    let yaml = "TS: 10\nmoyenne: 4\netendue_moyenne: 2.326\ntaille: 5\navec_ppm: oui\n";
    assert_eq!(text(yaml, "sigma"), "1");
    assert_eq!(text(yaml, "Cpk"), "2");
    assert_eq!(text(yaml, "ppm"), "0.001");
    assert_eq!(text("TI: -3\nTS: 3\nm: 0\ns: 1\navec_ppm: oui\n", "ppm"), "2699.796");
}

#[test]
fn what_is_wrong_is_said() {
    assert!(read("moyenne: 4\nsigma: 1\n").1.found[0].message.contains("une tolérance"));
    assert!(read("TI: 4\nTS: 3\nsigma: 1\n").1.found[0].message.contains("plus grande"));
    assert!(!read("TI: 1\nTS: 3\n").1.is_empty(), "no standard deviation");
    assert!(!read("TI: 1\nTS: 3\nsigma: 0\n").1.is_empty(), "a standard deviation of zero");
}
