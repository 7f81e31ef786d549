//! What one section says of another, and many faults at once.

use super::read;

const BASE: &str = "
periodes: {premiere: S40, nombre: 8}
articles: {A: {unite: pièce}, B: {unite: pièce}, T: {unite: m}}
postes: {P20: {heures_par_jour: 7}}
";

fn problems_with(yaml: &str) -> Vec<String> {
    read(&format!("{BASE}{yaml}")).1
}

#[test]
fn an_unknown_article_is_named_in_every_section() {
    for (path, yaml) in [
        ("nomenclatures.X", "nomenclatures: {X: {B: 1}}"),
        ("nomenclatures.A.X", "nomenclatures: {A: {X: 1}}"),
        ("gammes.X", "gammes: {X: [{poste: P20, tu: 1}]}"),
        ("demande.X", "demande: {X: {besoins: 1}}"),
        ("besoins_independants.X", "besoins_independants: {X: 1}"),
        ("ordres.1.article", "ordres: [{article: X, quantite: 1, fin: S40}]"),
        ("mouvements.X", "mouvements: {X: [[in, 1]]}"),
    ] {
        let words = "l'article X n'existe pas. Ajoutez-le à « articles », ou corrigez le code.";
        assert_eq!(problems_with(yaml), [format!("{path} : {words}")]);
    }
}

#[test]
fn articles_are_not_checked_when_none_is_written() {
    assert_eq!(read("nomenclatures: {A: {B: 1}}").1, Vec::<String>::new());
}

#[test]
fn an_unknown_poste_or_calendar_is_named() {
    let words = "le poste P99 n'existe pas. Ajoutez-le à « postes », ou corrigez le code.";
    assert_eq!(
        problems_with("gammes: {A: [{poste: P99, tu: 1}]}"),
        [format!("gammes.A.1.poste : {words}")]
    );
    assert_eq!(
        problems_with("personnel: {Amara: {niveaux: {P99: 1}}}"),
        [format!("personnel.Amara.niveaux.P99 : {words}")]
    );
    assert_eq!(
        read("postes: {P20: {calendrier: jour}}").1,
        ["postes.P20.calendrier : le calendrier jour n'existe pas. Ajoutez-le à « calendriers \
             », ou corrigez le nom."]
    );
}

#[test]
fn units_must_agree() {
    assert_eq!(
        problems_with("nomenclatures: {A: {T: {quantite: 110, unite: cm}}}"),
        ["nomenclatures.A.T.unite : l'unité « cm » n'est pas celle de l'article T (m). \
             Exprimez la quantité en m."]
    );
    assert_eq!(
        problems_with("ordres: [{article: A, quantite: 2.5, fin: S40}]"),
        ["ordres.1.quantite : la quantité 2,5 n'est pas entière, alors que l'article se compte \
             en pièce. Écrivez un nombre entier, ou corrigez l'unité de l'article."]
    );
    assert_eq!(
        problems_with("ordres: [{article: T, quantite: 2.5, fin: S40}]"),
        Vec::<String>::new()
    );
}

#[test]
fn a_loop_is_named_once() {
    assert_eq!(
        problems_with("nomenclature: {A: {B: 1}, B: {A: 1}}"),
        ["nomenclature.B.A : la nomenclature tourne en boucle : A → B → A. Retirez l'un de ces \
             liens : un article n'entre pas dans sa propre fabrication."]
    );
}

#[test]
fn ten_faults_are_reported_at_once() {
    let yaml = "
periodes: {premiere: S40, nombre: 8}
articles:
  A: {unite: pièce, stock: -5}
  B: {lot: {type: multiple, q: 0}, delai: deux}
  T: {unite: m}
nomenclatures:
  A: {B: 2, X: 1}
  B: {A: 1, T: {quantite: 110, unite: cm}}
postes: {P20: {coefficient: 80}}
gammes: {A: [{operation: 10, poste: P30, temps_unitaire: 1}]}
demande: {A: {besoins: {S52: 10}}}
ordres: [{article: A, quantite: 2.5, fin: S40}]
";
    let found = read(yaml).1;
    let paths: Vec<&str> = found.iter().filter_map(|problem| problem.split(" : ").next()).collect();
    assert_eq!(
        paths,
        [
            "articles.A.stock",
            "articles.B.lot.q",
            "articles.B.delai",
            "postes.P20.coefficient",
            "nomenclatures.A.X",
            "nomenclatures.B.T.unite",
            "nomenclatures.B.A",
            "gammes.A.1.poste",
            "demande.A.besoins.S52",
            "ordres.1.quantite",
        ]
    );
}
