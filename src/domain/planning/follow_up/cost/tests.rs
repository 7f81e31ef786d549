use super::*;
use crate::domain::planning::trial::{self, text};

fn read(yaml: &str) -> (Option<Worksheet>, Problems) {
    trial::read(calculate, yaml)
}

fn sheet(yaml: &str) -> Worksheet {
    trial::sheet(calculate, yaml)
}

#[test]
fn two_products_against_their_unit_standards() {
    let yaml = "
produits:
  T215:
    production: 16000
    cout_unitaire_standard: 79.2
    elements:
      matieres: {quantite_reelle: 12800, prix_reel: 32}
      MOD: {quantite_reelle: 4000, prix_reel: 24}
      indirect: {quantite_reelle: 16000, prix_reel: 46}
  TMix:
    production: 24000
    cout_unitaire_standard: 60.8
    elements:
      matieres: {quantite_reelle: 19200, prix_reel: 20}
      MOD: {quantite_reelle: 6000, prix_reel: 24}
      indirect: {montant_reel: 864000}
";
    let sheet = sheet(yaml);
    for (row, expected) in [
        ("T215.cout_reel", "1241600"),
        ("T215.cout_unitaire_reel", "77.6"),
        ("T215.cout_standard", "1267200"),
        ("T215.ecart", "-25600"),
        ("T215.sens_ecart", "favorable"),
        ("TMix.cout_unitaire_reel", "58"),
        ("TMix.ecart", "-67200"),
        ("ecart", "-92800"),
    ] {
        assert_eq!(text(&sheet, row, "valeur"), expected, "{row}");
    }
}

/// 1,000 pieces; standard 2 kg at 5 € and 0.5 h at 20 €; workshop 0.5 h at 30 €, 600 h normal, 6,000 €
/// of fixed charges.
const ELEMENTS: &str = "
production: 1000
production_prevue: 1100
elements:
  matiere: {unite: kg, quantite_reelle: 2100, prix_reel: 4.8, quantite_unitaire: 2, prix_standard: 5}
  MOD: {unite: h, quantite_reelle: 520, prix_reel: 21, quantite_unitaire: 0.5, prix_standard: 20}
  atelier: {unite: h, quantite_reelle: 520, montant_reel: 16000, quantite_unitaire: 0.5,
    prix_standard: 30, charges_fixes: 6000, activite_normale: 600}
";

#[test]
fn variances_by_cause_add_up() {
    let sheet = sheet(ELEMENTS);
    for (row, column, expected) in [
        ("matiere", "ecart_quantite", "500"),
        ("matiere", "ecart_prix", "-420"),
        ("matiere", "ecart", "80"),
        ("MOD", "ecart_quantite", "400"),
        ("MOD", "ecart_prix", "520"),
        ("atelier", "cout_variable", "20"),
        ("atelier", "budget_flexible", "16400"),
        ("atelier", "ecart_budget", "-400"),
        ("atelier", "ecart_activite", "800"),
        ("atelier", "ecart_rendement", "600"),
        ("atelier", "ecart", "1000"),
        ("atelier", "somme_ecarts", "1000"),
        ("total", "ecart", "2000"),
        ("total", "somme_ecarts", "2000"),
        ("cout_unitaire_standard", "valeur", "35"),
        ("ecart_volume", "valeur", "-3500"),
        ("ecart_budget_initial", "valeur", "-1500"),
    ] {
        assert_eq!(text(&sheet, row, column), expected, "{row} {column}");
    }
    let values = sheet.evaluate().expect("evaluates");
    let cell = sheet.find("matiere", "ecart_prix").expect("a cell");
    assert!(sheet.working(cell, &values).ends_with("= (4,8 − 5) × 2\u{202f}100 = −420"));
}

#[test]
fn the_sign_may_be_turned_and_the_margin_asked() {
    let turned = sheet(&format!("{ELEMENTS}signe: standard_moins_reel\nprix_vente: 50\n"));
    assert_eq!(text(&turned, "atelier", "ecart_activite"), "-800");
    assert_eq!(text(&turned, "total", "somme_ecarts"), "-2000");
    assert_eq!(text(&turned, "sens_ecart", "valeur"), "défavorable");
    assert_eq!(text(&turned, "marge", "valeur"), "13");
    assert_eq!(text(&turned, "taux_marque", "valeur"), "26");
}

#[test]
fn what_is_wrong_is_said() {
    assert!(!read("production: 0\nelements: {a: {montant_reel: 3}}\n").1.is_empty());
    assert!(!read("production: 5\n").1.is_empty(), "no element");
    assert!(!read("production: 5\nelements: {a: {prix: 3}}\n").1.is_empty(), "an unknown name");
    let half = "production: 5\nelements: {a: {montant_reel: 3, charges_fixes: 4}}\n";
    assert!(read(half).1.found[0].message.contains("incomplet"));
}
