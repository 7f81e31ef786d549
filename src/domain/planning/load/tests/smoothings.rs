//! Smoothings with their costs.

use super::*;
use crate::domain::planning::load::smoothing::calculate;

const PAINT: &str = "
periodes: [S40, S41, S42, S43, S44, S45]
charges:
  braseros: [15, 17.5, 14, 12.5, 18.6, 15.6]
  tables: [6, 4.5, 7, 6.5, 5, 4]
  autres produits: [9, 9, 8, 9, 8, 9]
jours: [5, 5, 5, 5, 4, 4]
heures_par_jour: 6.4
cadence: 8
figees: [S40, S41, S42]
moyens:
  avance: {periodes: 1, cout_par_piece: 0.35}
  heures_supplementaires: {plafond: 4, operateurs: 2, taux_horaire: 28, majoration: 25}
  sous_traitance: {cout_par_piece: 9.80, transport: 90}
";

#[test]
fn the_cheapest_means_go_first() {
    let table = solved(calculate, PAINT);
    let weeks = ["S40", "S41", "S42", "S43", "S44", "S45"];
    assert_eq!(table.row("charge", &weeks), ["30", "31", "29", "28", "31,6", "28,6"]);
    assert_eq!(table.row("ecart", &weeks), ["2", "1", "3", "4", "−6", "−3"]);
    assert_eq!(table.text("surcharge_pieces", "S44"), "48");
    assert_eq!(table.text("avance_1.cout_horaire", "valeur"), "2,8");
    assert_eq!(table.text("heures_supplementaires.cout_horaire", "valeur"), "70");
    assert_eq!(table.text("sous_traitance.cout_horaire", "valeur"), "78,4");
    assert_eq!(table.row("avance_1.heures", &["S44", "S45"]), ["4", "0"]);
    assert_eq!(table.text("avance_1.pieces", "S44"), "32");
    assert_eq!(table.text("avance_1.cout", "S44"), "11,2");
    assert_eq!(table.row("heures_supplementaires.heures", &["S44", "S45"]), ["2", "3"]);
    assert_eq!(table.row("heures_supplementaires.cout", &["S44", "S45"]), ["140", "210"]);
    assert_eq!(table.text("sous_traitance.cout", "S44"), "0");
    assert_eq!(table.text("cout", "total"), "361,2");
    assert_eq!(table.text("seul_sous_traitance", "total"), "885,6");
    assert_eq!(table.text("economie_sous_traitance", "total"), "524,4");
    assert_eq!(table.row("non_resorbe", &["S44", "S45"]), ["0", "0"]);
    assert_eq!(table.text("marge_restante", "S43"), "0");
    assert!(!table.has("avance_1.heures", "S42"), "the programme of S42 is frozen");
}

#[test]
fn workings_say_what_is_left_and_what_is_free() {
    let table = solved(calculate, PAINT);
    assert_eq!(
        table.working("heures_supplementaires.heures", "S44"),
        "Heures supplémentaires : heures S44 = 2 h à résorber, 4 h disponibles = 2"
    );
    assert_eq!(
        table.working("heures_supplementaires.cout_horaire", "valeur"),
        "Heures supplémentaires : coût d'une heure Valeur = 2 × 28 × (1 + 25 ÷ 100) = 70"
    );
    assert_eq!(
        table.working("avance_1.disponible", "S45"),
        "Avance de 1 période : libre S45 = Marge S44 = 0"
    );
}

#[test]
fn an_advance_uses_each_free_hour_once() {
    let table = solved(
        calculate,
        "
periodes: 4
charge: [8, 10, 12, 13]
capacite: 10
moyens: {avance: {periodes: 3, cout_par_heure: 1}}
",
    );
    assert_eq!(table.text("avance_2.heures", "3"), "2");
    assert_eq!(table.text("avance_3.heures", "4"), "0", "taken for the third period");
    assert_eq!(table.row("non_resorbe", &["3", "4"]), ["0", "3"]);
    assert_eq!(table.text("avance_2.cout", "3"), "4");
    assert_eq!(table.row("charge_lissee", &["1", "2", "3", "4"]), ["10", "10", "10", "13"]);
}

#[test]
fn an_overload_is_counted_in_pallets() {
    let table = solved(
        calculate,
        "
periodes: [S15, S16]
charge: [49, 50]
capacite: [52.2, 48.2]
cadence: 2400
conditionnement: {nom: palettes, quantite: 720}
moyens: {avance: {periodes: 1, cout_par_piece: 0}}
",
    );
    assert_eq!(table.number("surcharge_pieces", "S16"), Decimal::from(4_320));
    assert_eq!(table.text("surcharge_conditionnee", "S16"), "6");
    assert_eq!(table.text("marge_restante", "S15"), "1,4");
}

#[test]
fn a_smoothing_that_lacks_something_is_refused() {
    let (_, problems) = calculated(calculate, "charge: 5\n");
    assert_eq!(
        problems,
        ["periodes : les périodes ne sont pas définies. Écrivez par exemple « periodes: 8 »."]
    );
    let (_, problems) = calculated(
        calculate,
        "periodes: 1\ncharge: 5\ncapacite: 4\nmoyens: {avance: {cout_par_piece: 1}}\n",
    );
    assert_eq!(
        problems,
        [" : calcul impossible : un coût par pièce demande la cadence du poste. Corrigez les \
          données de ce calcul."]
    );
    let (_, problems) =
        calculated(calculate, "periodes: 1\ncharge: 5\ncapacite: 4\nmoyens: {renfort: {}}\n");
    assert_eq!(
        problems,
        ["moyens.renfort : le coût de ce moyen n'est pas donné. Écrivez cout_par_piece, \
          cout_par_heure ou taux_horaire."]
    );
}
