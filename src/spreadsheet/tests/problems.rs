//! What is said of formulas that give nothing.

use super::*;

const IMPOSSIBLE: &str =
    "calcul impossible : nombre négatif, trop grand ou hors des limites de la fonction";

#[test]
fn problems_are_said_in_french() {
    for (formula, expected) in [
        ("=1/0", "division par zéro"),
        ("=1/C9", "division par zéro"),
        ("=D10+1", "référence circulaire : la formule dépend de sa propre cellule"),
        ("=B3*2", "la cellule B3 ne contient pas un nombre"),
        ("=SOMME(A1:A3", "parenthèse manquante : chaque ( se ferme par une )"),
        ("=EQUIV(5;A1:A3;0)", "valeur introuvable"),
        ("=RACINE(-1)", IMPOSSIBLE),
        ("=10^30", IMPOSSIBLE),
        ("=INDEX(A1:A3;9)", "position hors de la plage"),
        ("=SOME(A1)", "fonction inconnue : SOME (vouliez-vous écrire SOMME ?)"),
        ("=MAINTENANT()", "fonction non disponible dans une épreuve : MAINTENANT"),
    ] {
        assert_eq!(said(formula), expected, "{formula}");
    }
    assert_eq!(shown("=1/0"), "#DIV/0!");
    assert_eq!(shown("=SOME(A1)"), "#NOM?");
}

#[test]
fn a_problem_names_the_cell_where_it_begins() {
    let mut sheet = blank();
    sheet.set(at("A1"), "=1/0");
    sheet.set(at("A2"), "=A1+1");
    sheet.set(at("A3"), "=SOMME(A1:A2)");
    let said = |sheet: &Sheet, cell: &str| sheet.problem(at(cell)).map(ToString::to_string);
    let expected = Some("la cellule A1 est en erreur : division par zéro".to_owned());
    assert_eq!(said(&sheet, "A2"), expected);
    assert_eq!(said(&sheet, "A3"), expected);
    sheet.set(at("A1"), "=SOME(1)");
    let inherited = said(&sheet, "A2").unwrap();
    assert!(inherited.contains("la cellule A1 est en erreur : fonction inconnue"), "{inherited}");
    sheet.set(at("A1"), "1");
    assert_eq!((said(&sheet, "A2"), sheet.shown(at("A3"))), (None, "3".to_owned()));
}

#[test]
fn a_circle_is_found_wherever_it_is_closed_and_ends_with_it() {
    let mut sheet = blank();
    sheet.set(at("A1"), "=B1");
    sheet.set(at("B1"), "=C1+1");
    sheet.set(at("C1"), "=A1");
    sheet.set(at("D1"), "=A1");
    for cell in ["A1", "B1", "C1"] {
        assert_eq!(sheet.problem(at(cell)), Some(&SheetProblem::Circular), "{cell}");
    }
    assert_eq!(sheet.shown(at("D1")), "#CIRC!");
    sheet.set(at("C1"), "5");
    assert_eq!(sheet.shown(at("D1")), "6");
}
