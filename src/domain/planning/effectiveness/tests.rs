use rust_decimal::Decimal;

use super::*;
use crate::domain::planning::trial::{self, number};

fn decimal(text: &str) -> Decimal {
    Decimal::from_str_exact(text).expect("a number")
}

fn read(yaml: &str) -> (Option<Worksheet>, Problems) {
    trial::read(calculate, yaml)
}

fn sheet(yaml: &str) -> Worksheet {
    trial::sheet(calculate, yaml)
}

fn working(sheet: &Worksheet, row: &str, column: &str) -> String {
    let values = sheet.evaluate().expect("evaluates");
    sheet.working(sheet.find(row, column).expect("a cell"), &values)
}

/// The week S14 of the line L2: hours, stops in minutes, three references.
const LINE: &str = "
unite: h
unite_arrets: min
equipes: 9
duree_equipe: 8
arrets_planifies: {Pauses: 270, Nettoyage: 135, Maintenance préventive: 75}
arrets_subis:
  - {nom: Réglage, duree: 60}
  - {nom: Panne, duree: 228}
  - {nom: Manque de pompes, duree: 90}
changements: [60, 72, 66]
references:
  GD25: {produits: 42000, bons: 41520, cadence: 2400}
  SM30: {produits: 27900, bons: 27000, cadences_postes: {P1: 3000, P2: 2100, P3: 1800}}
  SH40: {bons: 18600, rebuts: 300, cadence: 1500}
objectifs: {DO: 88, TRS: 78}
";

#[test]
fn a_week_of_a_line_goes_down_the_cascade() {
    let sheet = sheet(LINE);
    for (row, expected) in [
        ("TO", "72"),
        ("AP", "8"),
        ("TR", "64"),
        ("AS", "9.6"),
        ("TF", "54.4"),
        ("SM30.cadence", "1800"),
        ("SH40.produits", "18900"),
        ("TN", "45.6"),
        ("TU", "44.7"),
        ("DO", "85"),
        ("TRS", "69.84375"),
        ("perte.cadence", "8.8"),
        ("perte.totale", "19.3"),
    ] {
        assert_eq!(number(&sheet, row, "valeur"), decimal(expected), "{row}");
    }
    assert_eq!(number(&sheet, "DO", "ecart_objectif"), decimal("-3"));
    let text = working(&sheet, "AP", "valeur");
    assert!(text.ends_with("= (270 + 135 + 75) ÷ 60 = 8"), "{text}");
    let text = working(&sheet, "DO", "valeur");
    assert!(text.ends_with("= 54,4 ÷ 64 × 100 = 85"), "{text}");
}

#[test]
fn changeovers_and_maintenance_go_where_the_author_says() {
    let yaml = "TO: 480\nchangements: 30\nmaintenance: 60\ntemps_cycle: 1\nbons: 300\n\
                maintenance_dans: arrets_planifies\n";
    let sheet = sheet(yaml);
    assert_eq!(number(&sheet, "TR", "valeur"), decimal("420"));
    assert_eq!(number(&sheet, "TF", "valeur"), decimal("390"));
    assert_eq!(number(&sheet, "TRG", "valeur"), decimal("62.5"));
}

#[test]
fn planned_and_real_are_compared_loss_by_loss() {
    let yaml = "
temps_cycle: 3
avec_total: non
avec_ecart: oui
sessions:
  prevu: {TR: 2100, arrets_subis: {Séries: 120, Pannes: 60, Attente: 0}, produits: 600, bons: 595}
  realise: {TR: 2100, arrets_subis: {Séries: 210, Pannes: 150, Attente: 60}, produits: 510, bons: 490}
";
    let sheet = sheet(yaml);
    for (row, planned, real, gap) in [
        ("TRS", "85", "70", "-15"),
        ("AS1", "120", "210", "90"),
        ("perte.cadence", "120", "150", "30"),
        ("perte.qualite", "15", "60", "45"),
        ("perte.totale", "315", "630", "315"),
    ] {
        assert_eq!(number(&sheet, row, "prevu"), decimal(planned), "{row}");
        assert_eq!(number(&sheet, row, "realise"), decimal(real), "{row}");
        assert_eq!(number(&sheet, row, "ecart"), decimal(gap), "{row}");
    }
}

#[test]
fn sessions_are_added_before_any_rate() {
    let yaml = "sessions:\n  - {nom: J1, TO: 540, TR: 420, TU: 386}\n  - {nom: J2, TO: 480, TR: 390, TU: 355}\n";
    let sheet = sheet(yaml);
    assert_eq!(number(&sheet, "TR", "total"), decimal("810"));
    assert_eq!(number(&sheet, "TRS", "total").round_dp(3), decimal("91.481"));
    assert!(working(&sheet, "TRS", "total").contains("741 ÷ 810 × 100"));
    assert!(sheet.find("DO", "total").is_none(), "no running time, no DO");
}

#[test]
fn rates_may_be_rounded_before_their_product() {
    let yaml = "run: 420\nplanned: 480\nideal: 1\ntotal: 400\ngood: 380\ntrs_par: produit\n\
                arrondi_taux: 1\nmode_arrondi: tronque\n";
    let product = sheet(yaml);
    assert_eq!(number(&product, "TP", "valeur"), decimal("95.2"));
    assert_eq!(number(&product, "TRS", "valeur"), decimal("79.1"));
    assert_eq!(number(&product, "pieces_possibles", "valeur"), decimal("420"));
    let exact = sheet("TR: 480\nTU: 380\ntaux: fraction\n");
    assert_eq!(number(&exact, "TRS", "valeur").round_dp(4), decimal("0.7917"));
    let given = sheet("DO: 90\nTP: 95\nTQ: 99\n");
    assert_eq!(number(&given, "TRS", "valeur"), decimal("84.645"));
}

#[test]
fn what_is_missing_or_wrong_is_said() {
    let (sheet, problems) = read("temps_ouverture: 480\n");
    assert!(sheet.is_none());
    assert!(problems.found[0].message.contains("aucun taux ne peut être calculé"));
    let (_, problems) = read("TO: -4\ncadence: 0\ntaux: pour mille\n");
    assert_eq!(problems.found.len(), 3, "{problems:?}");
    let (_, problems) = read("sessions: {total: {TR: 4, TU: 2}}\n");
    assert!(problems.found[0].message.contains("« total » est pris"), "{problems:?}");
    let zero = read("TR: 0\nTU: 0\n").0.expect("a worksheet");
    assert!(zero.evaluate().is_err(), "a required time of zero has no TRS");
}
