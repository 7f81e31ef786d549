//! What is said of tables that cannot be calculated.

use super::calculated;

fn problem(options: &str) -> String {
    calculated(options).map(|_| ()).expect_err("a problem").join(" | ")
}

#[test]
fn loops_are_told_by_name() {
    let found = problem("{lignes: {a: 'b + 1', b: 'c', c: 'a'}}");
    assert!(found.starts_with("calcul.lignes.a : boucle : a → b → c → a."), "{found}");
    let found = problem("{colonnes: [S1, S2], lignes: {a: 'a.@ * 2'}}");
    assert!(found.contains("boucle : a S1 → a S1."), "{found}");
}

#[test]
fn unknown_names_are_told_with_the_nearest() {
    for (options, expected) in [
        (
            "{lignes: {stock: 1, a: '1 + stok'}}",
            "calcul.lignes.a : caractère 5 : « stok » est inconnu ; voulez-vous dire « stock » ? ",
        ),
        (
            "{lignes: {a: {formule: 'articles.TU25.stok'}}}",
            "calcul.lignes.a.formule : caractère 1 : dans « articles.TU25 », « stok » est inconnu",
        ),
        (
            "{colonnes: [S40], lignes: {a: 1, b: 'a.S43'}}",
            "calcul.lignes.b : caractère 1 : la ligne « a » n'a pas de colonne « S43 ».",
        ),
        (
            "{lignes: {a: 'pdp.PX.S40'}}",
            "calcul.lignes.a : caractère 1 : le calcul « pdp » n'a pas de cellule « PX.S40 ».",
        ),
        (
            "{colonnes: [S40, S41], lignes: {a: 'a.@-1'}}",
            "calcul.lignes.a : caractère 1 : « @-1 » : il n'y a pas assez de colonnes avant « S40 »",
        ),
        ("{lignes: {a: '(1'}}", "calcul.lignes.a : caractère 3 : une parenthèse manque."),
    ] {
        let found = problem(options);
        assert!(found.starts_with(expected), "{options} : {found}");
    }
}

/// Every problem, without its remedy.
fn all_problems(options: &str) -> Vec<String> {
    let found = calculated(options).map(|_| ()).expect_err("problems");
    let remedies = [" Corrigez la formule.", " Une formule ne peut pas dépendre"];
    let without = |said: &String| {
        let ends = remedies.iter().filter_map(|remedy| said.find(remedy)).min();
        said[..ends.unwrap_or(said.len())].to_owned()
    };
    found.iter().map(without).collect()
}

#[test]
fn every_fault_of_every_line_is_told_at_once() {
    let options = "
lignes:
  stock: 12
  prix: '(1'
  double: 'prix * 2'
  somme: 'SOMME(prix.*) + stok + stok + delai'
  reste: {formule: 'stock - livre', arrondi: 40}
  tout: 'double + somme + reste'
  arrondi: 'ARRONDI(stock; prix) + cout'
";
    assert_eq!(
        all_problems(options),
        [
            "calcul.lignes.prix : caractère 3 : une parenthèse manque.",
            "calcul.lignes.reste.arrondi : 40 décimales sont trop nombreuses. \
             Écrivez un nombre de décimales de 0 à 12.",
            "calcul.lignes.somme : caractère 17 : « stok » est inconnu ; voulez-vous dire \
             « stock » ?",
            "calcul.lignes.somme : caractère 31 : « delai » est inconnu.",
            "calcul.lignes.reste.formule : caractère 9 : « livre » est inconnu.",
            "calcul.lignes.arrondi : caractère 16 : le nombre de décimales s'écrit en chiffres, \
             de −12 à 12.",
            "calcul.lignes.arrondi : caractère 24 : « cout » est inconnu ; voulez-vous dire \
             « tout » ?",
        ]
    );
}

#[test]
fn every_loop_is_told_with_what_else_is_wrong() {
    let options = "{lignes: {a: 'b', b: 'a + x', c: 'd', d: 'c', e: 'c'}}";
    assert_eq!(
        all_problems(options),
        [
            "calcul.lignes.b : caractère 5 : « x » est inconnu.",
            "calcul.lignes.a : boucle : a → b → a.",
            "calcul.lignes.c : boucle : c → d → c.",
        ]
    );
    let several = "{colonnes: [S1, S2], lignes: {a: 'b', b: 'a'}}";
    assert_eq!(all_problems(several), ["calcul.lignes.a : boucle : a S1 → b S1 → a S1."]);
}

#[test]
fn columns_that_cannot_be_read_hide_what_depends_on_them() {
    let found = problem("{colonnes: [x, x], lignes: {a: 'b.x'}}");
    assert!(found.contains("écrite deux fois") && !found.contains("inconnu"), "{found}");
}

#[test]
fn what_is_written_wrongly_is_told() {
    for (options, expected) in [
        ("{colonnes: [a]}", "calcul.lignes : la valeur manque."),
        ("{lignes: {a: {libelle: A}}}", "calcul.lignes.a : la ligne n'a ni formule ni valeur."),
        ("{lignes: {a: {formul: '1'}}}", "calcul.lignes.a.formul : « formul » est inconnu ici."),
        ("{lignes: {a: {formule: '1', valeur: 2}}}", "« formule », « valeur » et « depuis »"),
        ("{lignes: {'a b': 1}}", "« a b » ne peut pas nommer une ligne."),
        ("{colonnes: [x, x], lignes: {a: 1}}", "la colonne « x » est écrite deux fois."),
        ("{colonnes: [], lignes: {a: {valeur: 1}}}", "le tableau n'a aucune colonne."),
        ("{colonnes: 12, lignes: {a: 1}}", "les colonnes ne sont pas comprises."),
        ("{colonnes: [x, y], lignes: {a: {valeurs: [1]}}}", "1 valeurs pour 2 colonnes."),
        (
            "{colonnes: [x1, y], lignes: {a: {valeurs: {x2: 1}}}}",
            "« x2 » n'est pas une colonne. Voulez-vous dire « x1 » ?",
        ),
        ("{lignes: {a: {depuis: demande.TU26}}}", "« TU26 » est inconnu ; voulez-vous dire « TU25"),
        ("{lignes: {a: {depuis: 1 + 1}}}", "un chemin est attendu, comme demande.TU25"),
        ("{lignes: {a: {formule: '1', arrondi: 40}}}", "40 décimales sont trop nombreuses."),
    ] {
        let found = problem(options);
        assert!(found.contains(expected), "{options} : {found}");
    }
}
