//! Each fault inside a section has its path, its words and its remedy.

use super::read;

/// The document has exactly this problem.
fn refused(yaml: &str, expected: &str) {
    assert_eq!(read(yaml).1, [expected], "{yaml}");
}

const NUMBER: &str = "un nombre est attendu. Écrivez par exemple 12 ou 12.5, sans unité.";
const NEGATIVE: &str = "est négative. Écrivez une valeur nulle ou positive.";
const NAMED: &str = "des entrées nommées sont attendues. Écrivez « nom: valeur » sur chaque ligne.";
const LIST: &str = "une liste est attendue. Écrivez [a, b, c].";

#[test]
fn articles() {
    refused("articles: [A]", &format!("articles : {NAMED}"));
    refused("articles: {A: 5}", &format!("articles.A : {NAMED}"));
    refused("articles: {A: {stock: beaucoup}}", &format!("articles.A.stock : {NUMBER}"));
    refused("articles: {A: {stock: -5}}", &format!("articles.A.stock : la valeur -5 {NEGATIVE}"));
    refused(
        "articles: {A: {stock: 1000000000000}}",
        "articles.A.stock : le nombre est trop grand. Restez sous 1 000 000 000 000, quitte à \
         changer d'unité.",
    );
    refused(
        "articles: {A: {stock: 1, stock_initial: 2}}",
        "articles.A.stock_initial : cette valeur est déjà écrite sous « stock ». Gardez un seul \
         des deux noms.",
    );
    refused(
        "articles: {A: {unite: pièce, stock: 1.5}}",
        "articles.A.stock : la quantité 1,5 n'est pas entière, alors que l'article se compte en \
         pièce. Écrivez un nombre entier, ou corrigez l'unité de l'article.",
    );
    refused(
        "articles: {A: {origine: volé}}",
        "articles.A.origine : « volé » n'est pas reconnu. Choisissez parmi : fabrique, achete, \
         sous_traite.",
    );
    refused(
        "articles: {A: {delai: 1.5}}",
        "articles.A.delai : un nombre entier est attendu, pas 1.5. Écrivez un nombre entier.",
    );
    refused(
        "articles: {A: {delai: 521}}",
        "articles.A.delai : 521 périodes dépassent le plus long horizon. Restez à 520 périodes au \
         plus.",
    );
    refused(
        "articles: {A: {perte: 100}}",
        "articles.A.perte : une perte de 100 % ne laisse rien de bon. Écrivez un taux plus petit \
         que 100.",
    );
    refused(
        "articles: {A: {stock_securite: {pourcentage_besoin: 1001}}}",
        "articles.A.stock_securite.pourcentage_besoin : le pourcentage du besoin est trop grand. \
         Restez à 1000 % au plus, ou écrivez une quantité.",
    );
}

#[test]
fn an_unknown_name_is_answered_by_the_known_ones() {
    let problems = read("articles: {A: {stok: 5}}").1;
    let expected = "articles.A.stok : « stok » est inconnu ici. Noms connus : designation, ";
    assert!(problems.iter().all(|problem| problem.starts_with(expected)), "{problems:?}");
    assert_eq!(problems.len(), 1);
}

#[test]
fn nomenclatures() {
    refused("nomenclatures: {A: 3}", &format!("nomenclatures.A : {NAMED}"));
    refused(
        "nomenclatures: {A: {B: 0}}",
        "nomenclatures.A.B : la valeur est nulle. Écrivez une valeur plus grande que zéro.",
    );
    refused("nomenclatures: {A: {B: trois}}", &format!("nomenclatures.A.B : {NUMBER}"));
    refused(
        "nomenclatures: {A: {B: {perte: 2}}}",
        "nomenclatures.A.B.quantite : la valeur manque. Écrivez-la.",
    );
    refused(
        "nomenclatures: {A: {}}",
        "nomenclatures.A : la nomenclature n'a aucun composant. Ajoutez un composant, ou retirez \
         l'entrée.",
    );
    refused(
        "nomenclatures: {A: [{composant: B, quantite: 1}, {composant: B, quantite: 2}]}",
        "nomenclatures.A.2 : le composant B est écrit deux fois. Ajoutez ses quantités dans une \
         seule ligne.",
    );
}

#[test]
fn postes() {
    let no_capacity = "la capacité du poste P20 est nulle. Écrivez une valeur plus grande que \
                       zéro, ou retirez le poste.";
    for field in ["machines", "heures_par_jour", "coefficient"] {
        refused(
            &format!("postes: {{P20: {{{field}: 0}}}}"),
            &format!("postes.P20.{field} : {no_capacity}"),
        );
    }
    refused(
        "periodes: 2\npostes: {P20: {heures: [0, 0]}}",
        &format!("postes.P20.heures : {no_capacity}"),
    );
    refused(
        "postes: {P20: {coefficient: 80}}",
        "postes.P20.coefficient : le coefficient 80 est plus grand que 1. Écrivez une part entre \
         0 et 1, par exemple 0.8 pour 80 %.",
    );
    refused(
        "postes: {P20: {heures_par_jour: 35}}",
        "postes.P20.heures_par_jour : un jour n'a pas 35 heures. Écrivez 24 au plus ; le nombre \
         de machines s'écrit dans « machines ».",
    );
}

#[test]
fn gammes() {
    refused("gammes: {A: 5}", &format!("gammes.A : {LIST}"));
    refused("gammes: {A: [5]}", &format!("gammes.A.1 : {NAMED}"));
    refused(
        "gammes: {A: [{poste: P, temps_unitaire: -1}]}",
        &format!("gammes.A.1.temps_unitaire : la valeur -1 {NEGATIVE}"),
    );
    refused(
        "gammes: {A: [{temps_unitaire: 1}]}",
        "gammes.A.1.poste : la valeur manque. Écrivez-la.",
    );
    refused(
        "gammes: {A: [{poste: P}]}",
        "gammes.A.1 : l'opération n'a aucun temps. Écrivez temps_serie, temps_unitaire ou cadence.",
    );
    for (place, yaml) in [
        ("gammes.unite", "gammes: {unite: s}"),
        ("gammes.A.unite", "gammes: {A: {unite: s, operations: []}}"),
        ("gammes.A.1.unite", "gammes: {A: [{poste: P, tu: 1, unite: s}]}"),
    ] {
        let words = "« s » n'est pas reconnu. Choisissez parmi : h, min, ch.";
        refused(yaml, &format!("{place} : {words}"));
    }
    refused(
        "gammes: {A: [{poste: P, tu: 1, cadence: 60}]}",
        "gammes.A.1.cadence : le temps unitaire est déjà écrit. Gardez temps_unitaire ou cadence.",
    );
    refused(
        "gammes: {A: [{operation: 10, poste: P, tu: 1}, {operation: 10, poste: P, tu: 1}]}",
        "gammes.A.2 : l'opération 10 est écrite deux fois. Donnez à chaque opération un numéro \
         différent.",
    );
}

#[test]
fn calendriers() {
    refused(
        "calendriers: {jour: {}}",
        "calendriers.jour : le calendrier jour ne dit pas quand on travaille. Écrivez \
         jours_ouvres ou semaine.",
    );
    refused(
        "periodes: 2\ncalendriers: {jour: {jours_ouvres: 0}}",
        "calendriers.jour.jours_ouvres : le calendrier jour n'a aucun jour ouvré. Écrivez les \
         jours ouvrés d'une période au moins.",
    );
    refused(
        "calendriers: {jour: {semaine: {lundi: [matin]}}}",
        "calendriers.jour.semaine.lundi.1 : « matin » n'est pas un horaire. Écrivez par exemple \
         \"08:00-12:00\".",
    );
    refused(
        "calendriers: {jour: {semaine: {lundi: [\"08:00-12:00\", \"11:30-17:00\"]}}}",
        "calendriers.jour.semaine : les horaires lundi 08:00-12:00 et lundi 11:30-17:00 se \
         recouvrent. Corrigez l'un des deux.",
    );
    refused(
        "calendriers: {jour: {semaine: {lundi: 8h-12h}, fermetures: [2027-13-01]}}",
        "calendriers.jour.fermetures.1 : « 2027-13-01 » n'est pas une date. Écrivez une date \
         comme 2027-03-11.",
    );
    refused(
        "calendriers: {jour: {semaine: {lundi: 8h-12h}, fermetures: [{du: 2027-08-20, au: \
         2027-08-02}]}}",
        "calendriers.jour.fermetures.1 : la fermeture ne va pas d'un jour à un autre, moins d'un \
         an après. Corrigez « du » et « au ».",
    );
    assert_eq!(
        read(
            "calendriers: {nuit: {semaine: {lundi: 21h-5h}, fermetures: [2027-11-01, \
              2027-11-01]}}"
        )
        .1,
        Vec::<String>::new(),
        "a night shift and a day closed twice are right"
    );
}

#[test]
fn mouvements() {
    refused("mouvements: {A: 5}", &format!("mouvements.A : {LIST}"));
    refused(
        "mouvements: {A: [{type: entree}]}",
        "mouvements.A.1.quantite : la valeur manque. Écrivez-la.",
    );
    refused(
        "mouvements: {A: [{type: vol, quantite: 1}]}",
        "mouvements.A.1.type : « vol » n'est pas reconnu. Choisissez parmi : entree, sortie, \
         initial.",
    );
    refused(
        "mouvements: {A: [[in]]}",
        "mouvements.A.1 : ce n'est pas un mouvement. Écrivez par exemple [entree, 100, 10] ou \
         [\"28/09\", sortie, 264].",
    );
    refused(
        "mouvements: {A: [[out, 5, 3]]}",
        "mouvements.A.1.3 : une sortie n'a pas de prix : la méthode de valorisation le donne. \
         Retirez le prix de cette sortie.",
    );
    refused(
        "mouvements: {A: [[in, -5, 3]]}",
        &format!("mouvements.A.1.2 : la valeur -5 {NEGATIVE}"),
    );
}

#[test]
fn demande_and_ordres() {
    refused(
        "periodes: 2\ndemande: {A: {besoins: [1, 2, 3]}}",
        "demande.A.besoins : 3 valeurs pour 2 périodes. Écrivez une valeur par période, ou nommez \
         les périodes : {S40: 50}.",
    );
    refused(
        "periodes: 2\ndemande: {A: {besoins: 1}}\nbesoins_independants: {A: 2}",
        "besoins_independants.A : les besoins de A sont déjà écrits dans « demande ». Gardez un \
         seul des deux.",
    );
    refused("ordres: {a: 1}", &format!("ordres : {LIST}"));
    refused(
        "periodes: 2\nordres: [{article: A, quantite: 5, fin: 3}]",
        "ordres.1.fin : la période 3 est hors de l'horizon (1 à 2). Citez une période de \
         l'horizon, ou allongez « periodes ».",
    );
    refused(
        "periodes: 2\nordres: [{article: A, quantite: 5, fin: 1, etat: rêvé}]",
        "ordres.1.etat : « rêvé » n'est pas reconnu. Choisissez parmi : lance, affermi.",
    );
    refused(
        "periodes: 2\nordres: [{numero: X, article: A, quantite: 5, fin: 1}, {numero: X, article: \
         A, quantite: 5, fin: 2}]",
        "ordres.2.numero : l'ordre X est écrit deux fois. Donnez à chaque ordre un numéro \
         différent.",
    );
}

#[test]
fn personnel() {
    refused(
        "personnel: {Amara: {niveaux: {P1: 11}}}",
        "personnel.Amara.niveaux.P1 : le niveau 11 est trop grand. Écrivez un niveau de 0 à 10.",
    );
    refused(
        "personnel: {Amara: {habilitations: {CACES: demain}}}",
        "personnel.Amara.habilitations.CACES : « demain » n'est pas une date. Écrivez une date \
         comme 2027-03-11.",
    );
    refused(
        "personnel: {Amara: {absent: peut-être}}",
        "personnel.Amara.absent : « oui » ou « non » est attendu. Écrivez oui ou non.",
    );
}

#[test]
fn stocks_suivi_and_valeurs() {
    refused("valeurs: 12", &format!("valeurs : {NAMED}"));
    refused(
        "suivi: {a: [2000000000000]}",
        "suivi.a.1 : le nombre est trop grand. Restez sous 1 000 000 000 000, quitte à changer \
         d'unité.",
    );
}
