//! Calculations as authors write them, with the figures of their exercises.

use super::*;
use crate::domain::planning::load::{calculate, calculate_capacity};

const WORKSHOP: &str = "
periodes: [S40, S41, S42, S43, S44]
articles: {PI30: {unite: pièces}}
calendriers: {atelier: {jours_ouvres: {autres: 5, S44: 4}}}
postes:
  P20: {machines: 1, heures_par_jour: 7, coefficient: 0.80, calendrier: atelier}
  P30: {heures_par_jour: 7, calendrier: atelier}
gammes:
  PI30:
  - {operation: 10, poste: P20, temps_serie: 1.5, temps_unitaire: 0.06}
  - {operation: 20, poste: P30, temps_serie: 0.8, temps_unitaire: 0.04, decalage: 1}
quantites: {PI30: {S40: 120, S41: 360, S43: 360, S44: 240}}
autres_charges: {P20: [14.3, 8.5, 17, 7.5, 6.5]}
arrondi_taux: 1
";

const WEEKS: [&str; 5] = ["S40", "S41", "S42", "S43", "S44"];

#[test]
fn a_workshop_is_loaded_week_by_week() {
    let table = solved(calculate, WORKSHOP);
    assert_eq!(table.row("P20.PI30.charge", &WEEKS), ["8,7", "23,1", "0", "23,1", "15,9"]);
    assert_eq!(table.row("P20.charge", &WEEKS), ["23", "31,6", "17", "30,6", "22,4"]);
    assert_eq!(table.row("P20.capacite", &WEEKS), ["28", "28", "28", "28", "22,4"]);
    assert_eq!(table.row("P20.ecart", &WEEKS), ["5", "−3,6", "11", "−2,6", "0"]);
    assert_eq!(table.row("P20.taux_charge", &WEEKS), ["82,1", "112,9", "60,7", "109,3", "100"]);
    assert_eq!(table.row("P30.PI30.charge", &WEEKS), ["0", "5,6", "15,2", "0", "15,2"]);
    assert_eq!(table.row("goulet", &WEEKS), ["P20", "P20", "P20", "P20", "P20"]);
    assert_eq!(
        table.working("P20.PI30.charge", "S40"),
        "Charge PI30 S40 = 1,5 + 120 × 0,06 = 8,7 (car 120 > 0)"
    );
    assert_eq!(table.working("P20.capacite", "S44"), "Capacité réelle S44 = 28 × 0,8 = 22,4");
    assert_eq!(table.working("goulet", "S41"), "Goulet S41 = taux le plus élevé : 112,9 = P20");
}

#[test]
fn a_line_goes_as_fast_as_its_slowest_post() {
    let table = solved(
        calculate,
        "
periodes: [S15, S16, S17, S18]
poste: L2
capacites:
  L2:
    equipes:
      semaine: {lundi: 2, mardi: 2, mercredi: 2, jeudi: 2, vendredi: 1}
      fermees: {S18: 2}
    heures_par_equipe: 8
    deductions:
      pause: {minutes: 30, par: equipes}
      nettoyage: {minutes: 15, par: equipes}
      maintenance: {S16: 5}
    coefficient: 0.80
quantites:
  GD25: [43200, 50400, 36000, 43200]
  SM30: [28800, 25200, 25200, 32400]
  SH40: [18000, 18000, 21600, 7200]
cadences:
  GD25: {P1: 3000, P2: 2400, P3: 3000, P4: 2700, P5: 2520, P6: 3600}
  SM30: {P1: 3000, P2: 2100, P3: 1800, P4: 2700, P5: 2520, P6: 3600}
  SH40: {P1: 2400, P2: 1500, P3: 2700, P4: 2400, P5: 1920, P6: 2880}
temps_changement: 1
reglages: separes
",
    );
    let weeks = ["S15", "S16", "S17", "S18"];
    assert_eq!(table.row("L2.equipes", &weeks), ["9", "9", "9", "7"]);
    assert_eq!(table.row("L2.temps_requis", &weeks), ["65,25", "60,25", "65,25", "50,75"]);
    assert_eq!(table.row("L2.capacite", &weeks), ["52,2", "48,2", "52,2", "40,6"]);
    assert_eq!(table.row("L2.GD25.charge", &weeks), ["18", "21", "15", "18"]);
    assert_eq!(table.row("L2.SM30.charge", &weeks), ["16", "14", "14", "18"]);
    assert_eq!(table.row("L2.SH40.charge", &weeks), ["12", "12", "14,4", "4,8"]);
    assert_eq!(table.row("L2.reglages", &weeks), ["3", "3", "3", "3"]);
    assert_eq!(table.row("L2.charge", &weeks), ["49", "50", "46,4", "43,8"]);
    assert_eq!(table.row("L2.ecart", &weeks), ["3,2", "−1,8", "5,8", "−3,2"]);
    assert_eq!(table.working("L2.equipes", "S18"), "Équipes S18 = 4 × 2 + 1 × 1 − 2 = 7");
    assert_eq!(
        table.working("L2.GD25.charge", "S15"),
        "Charge GD25 S15 = 43\u{202f}200 ÷ 2\u{202f}400 = 18"
    );
}

#[test]
fn workshops_side_by_side_show_the_bottleneck() {
    let table = solved(
        calculate,
        "
poste: [decoupe, usinage, peinture]
colonnes: postes
capacites:
  decoupe: {jours: 20, heures_par_jour: 8}
  usinage: {machines: 4, jours: 20, heures_par_jour: 8}
  peinture: {jours: 20, heures_par_jour: 8, deductions: {reglage: 20, entretien: 20}}
quantites: {radiateur: 7600}
temps:
  radiateur:
    decoupe: {cadence: 100}
    usinage: {cadence: 17}
    peinture: {cadence: 57}
debits: oui
",
    );
    assert_eq!(table.text("radiateur.quantite", "ensemble"), "7\u{202f}600");
    assert_eq!(table.text("capacite", "peinture"), "120");
    assert_eq!(table.text("radiateur.charge", "decoupe"), "76");
    assert_eq!(table.text("taux_charge", "decoupe"), "47,5");
    assert_eq!(table.text("debit_maximal", "peinture"), "6\u{202f}840");
    assert_eq!(table.text("debit_requis", "decoupe"), "47,5");
    assert_eq!(table.text("goulet", "ensemble"), "peinture");
    let quarter = table.number("taux_disponibilite", "peinture");
    assert_eq!(quarter.normalize(), Decimal::from(75));
}

#[test]
fn orders_are_loaded_one_by_one() {
    let table = solved(
        calculate,
        "
periodes: 2
gammes: {A: {unite: min, operations: [{poste: P1, temps_serie: 30, temps_unitaire: 7}]}}
lancements:
- {ordre: OF1, article: A, quantite: 120, periode: 1}
- {ordre: OF2, article: A, quantite: 60, periode: 2}
poste: P1
unite_temps: min
capacites: {P1: 20}
",
    );
    assert_eq!(table.text("P1.OF1.charge", "1"), "14,5");
    assert!(!table.has("P1.OF1.charge", "2"));
    assert_eq!(table.row("P1.charge", &["1", "2"]), ["14,5", "7,5"]);
    assert_eq!(table.working("P1.OF1.charge", "1"), "Charge OF1 1 = (30 + 120 × 7) ÷ 60 = 14,5");
    assert_eq!(table.text("P1.capacite", "2"), "20");
}

#[test]
fn capacities_stand_alone() {
    let table = solved(calculate_capacity, "capacite: {equipes: 3, heures: 37}\n");
    assert_eq!(table.text("capacite", "valeur"), "111");
    assert_eq!(table.working("capacite", "valeur"), "Capacité = 3 × 37 = 111");
    assert!(!table.has("charge", "valeur"));
}

#[test]
fn what_is_missing_is_said_in_french() {
    let (sheet, problems) = calculated(calculate, "periodes: 2\nquantites: {A: {1: 5}}\n");
    assert!(sheet.is_none());
    assert_eq!(
        problems,
        ["temps : l'article A n'a aucun temps sur ces postes. Complétez « gammes », ou écrivez \
          par exemple {PI30: {P20: [1.5, 0.06]}}."]
    );
    let (_, problems) = calculated(calculate, "periodes: 2\nautres_charges: [1, 2, 3]\n");
    assert_eq!(
        problems,
        [
            "autres_charges : 3 valeurs pour 2 périodes. Écrivez une valeur par période, ou nommez \
          les périodes : {S40: 50}.",
            "quantites : aucune charge n'est donnée. Écrivez quantites, lancements ou autres_charges."
        ]
    );
    let (_, problems) = calculated(calculate_capacity, "periodes: 2\n");
    assert_eq!(problems.len(), 1, "{problems:?}");
    let (_, problems) =
        calculated(calculate, "periodes: 1\nquantites: {A: cbn.A.OPD}\ntemps: {A: 1}\n");
    assert_eq!(
        problems.first().map(String::as_str),
        Some(
            "quantites.A : « cbn.A.OPD » ne nomme aucune ligne d'un calcul fait avant celui-ci. \
             Écrivez calcul.ligne, par exemple cbn.PI30.OPD, ou des nombres."
        )
    );
}
