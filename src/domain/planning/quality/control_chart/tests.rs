use super::*;
use crate::domain::planning::trial;

fn read(yaml: &str) -> (Option<Worksheet>, Problems) {
    trial::read(calculate, yaml)
}

/// Values of cells as text, rounded to four decimals.
fn texts(yaml: &str, cells: &[(&str, &str)]) -> Vec<String> {
    let (sheet, problems) = read(yaml);
    assert!(problems.is_empty(), "{problems:?}");
    let sheet = sheet.expect("a worksheet");
    let values = sheet.evaluate().expect("evaluates");
    cells
        .iter()
        .map(|(row, column)| {
            let cell = sheet.find(row, column);
            assert!(cell.is_some(), "no cell {row} {column}");
            match values.value(cell.expect("a cell")) {
                Value::Number(number) => number.round_dp(4).normalize().to_string(),
                other => other.to_string(),
            }
        })
        .collect()
}

#[test]
fn means_and_ranges_of_samples() {
    let yaml = "
echantillons:
  8 h: [10.0, 10.2, 9.8, 10.4]
  9 h: [10.1, 10.3, 9.9, 10.1]
  10 h: [11.2, 11.0, 11.4, 11.2]
";
    let found = texts(
        yaml,
        &[
            ("e1", "moyenne"),
            ("e1", "etendue"),
            ("moyenne_generale", "valeur"),
            ("etendue_moyenne", "valeur"),
            ("LSC.X", "valeur"),
            ("LIC.X", "valeur"),
            ("LSC.R", "valeur"),
            ("LIC.R", "valeur"),
            ("e3", "verdict"),
            ("hors_limites", "valeur"),
            ("nombre_hors_limites", "valeur"),
        ],
    );
    // X̄ = (10.1 + 10.1 + 11.2) ÷ 3, R̄ = (0.6 + 0.4 + 0.4) ÷ 3, A2 = 0.729, D4 = 2.282.
    let expected = [
        "10.1",
        "0.6",
        "10.4667",
        "0.4667",
        "10.8069",
        "10.1265",
        "1.0649",
        "0",
        "hors limites",
        "8 h, 9 h, 10 h",
        "3",
    ];
    assert_eq!(found, expected);
}

#[test]
fn averages_known_deviation_and_own_constants() {
    let yaml = "taille: 5\nmoyenne_generale: 20\netendue_moyenne: 2\nconstantes: {D4: 2.115}\n";
    let cells = [("LSC.X", "valeur"), ("LSC.R", "valeur"), ("sigma", "valeur")];
    assert_eq!(texts(yaml, &cells), ["21.154", "4.23", "0.8598"]);
    let known = "type: sigma_connu\ntaille: 9\nmoyenne_generale: 16\nsigma: 1\n";
    assert_eq!(texts(known, &[("LSC.X", "valeur"), ("LIC.X", "valeur")]), ["17", "15"]);
}

#[test]
fn individual_values_and_counts() {
    let yaml = "type: individuelles\nechantillons: [10, 12, 11, 13]\n";
    let cells = [("e2", "etendue"), ("etendue_moyenne", "valeur"), ("LSC.X", "valeur")];
    // 11.5 + 3 × (5 ÷ 3) ÷ 1.128
    assert_eq!(texts(yaml, &cells), ["2", "1.6667", "15.9326"]);
    let yaml = "type: p\ntaille: 100\nechantillons: {a: 4, b: 6, c: 20}\n";
    let cells = [("p", "valeur"), ("LSC", "valeur"), ("LIC", "valeur"), ("e3", "verdict")];
    // 0.1 ± 3 × √(0.1 × 0.9 ÷ 100)
    assert_eq!(texts(yaml, &cells), ["0.1", "0.19", "0.01", "hors limites"]);
}

#[test]
fn what_is_wrong_is_said() {
    let (sheet, problems) = read("echantillons: [[1, 2], [1, 2, 3]]\n");
    assert!(sheet.is_none());
    assert!(problems.found[0].message.contains("la même taille"), "{problems:?}");
    let (_, problems) = read("taille: 40\nmoyenne_generale: 3\netendue_moyenne: 1\n");
    assert!(problems.found[0].message.contains("entre 2 et 25"), "{problems:?}");
    let (_, problems) = read("type: p\nechantillons: [3]\n");
    assert!(problems.found[0].message.contains("taille"), "{problems:?}");
    assert!(!read("type: camembert\n").1.is_empty());
}
