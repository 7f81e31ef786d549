//! Exhibits of real cases, rendered from their data.

use super::*;
use crate::domain::planning::tree::Tree;

const WORKSHOP: &str = r#"
periodes: {premiere: S40, nombre: 8}
articles:
  BZ60: {designation: Brasero, unite: pièce, origine: fabrique, stock: 76, stock_securite: 30, lot: 50, delai: 1, receptions_attendues: {S40: 50}}
  TA45: {designation: Table basse, unite: pièce, origine: fabrique}
  PI30: {designation: Pied cintré, unite: pièce, origine: fabrique, stock: 460, stock_securite: 90, lot: 120, delai: 2, receptions_attendues: {S41: 240}}
  CU50: {designation: Cuve emboutie, unite: pièce, origine: fabrique, stock: 210, stock_securite: 40, lot: 100, delai: 1}
  TU25: {designation: Tube d'acier, unite: m, origine: achete, stock: 412, stock_securite: 60, lot: 200, delai: 1}
  EM05: {designation: Embout réglable, unite: pièce, origine: achete, stock: 2400, stock_securite: 500, lot: 1000, delai: 2}
nomenclatures:
  BZ60: {PI30: 3, CU50: 1}
  TA45: {PI30: 4}
  PI30: {TU25: {quantite: "1.10", unite: m}, EM05: 1}
calendriers:
  atelier: {jours_ouvres: {autres: 5, S44: 4, S45: 4}}
  equipes: {semaine: {lundi: ["05:00-13:00", "13:00-21:00"], vendredi: ["05:00-13:00"]}, fermetures: [2027-11-01]}
postes:
  P20: {designation: Débit et cintrage des tubes, heures_par_jour: 7, coefficient: "0.80", calendrier: atelier}
  P30: {designation: Perçage et soudage}
gammes:
  PI30:
    - {operation: 10, libelle: Débit et cintrage, poste: P20, temps_serie: "1.50", temps_unitaire: "0.06"}
    - {operation: 20, libelle: Perçage et soudage des platines, poste: P30, temps_serie: "0.80", temps_unitaire: "0.04", decalage: 1}
mouvements:
  TU25:
    - {date: 27/09, type: initial, quantite: 484, prix: 3.18, libelle: "Stock initial, au PUMP"}
    - {date: 28/09, type: sortie, quantite: 264, libelle: Sortie pour l'OF 5174}
    - {date: 2027-09-30, type: entree, quantite: 200, prix: 3.5}
demande:
  BZ60: {previsions: [74, 50, 70, 60, 50, 40, 60, 60], besoins: [74, 48, 76, 54, 50, 44, 62, 62]}
besoins_independants: {PI30: {S42: 30, S45: 45}}
ordres: [{numero: OF 5180, article: PI30, quantite: 1200, fin: S42, etat: affermi}]
personnel:
  Amara D.: {niveaux: {P30: 2, P20: 3}}
  Benoît L.: {niveaux: {P20: 2}, habilitations: {CACES: 2029-11-30}, absent: oui}
suivi:
  P15: {temps_requis: {prevu: 2100, realise: 2100}, pannes: {prevu: 60, realise: 150}}
"#;

fn rendered(request: &str) -> Result<ViewContent, Vec<String>> {
    let tree: Tree = serde_yaml::from_str(WORKSHOP).expect("reads");
    let root = Node::root("", &tree);
    let mut problems = Problems::default();
    let data = PlanningData::read(&root, &mut problems);
    assert_eq!(problems.found, Vec::new());
    let request: Tree = serde_yaml::from_str(request).expect("reads");
    let request = ViewRequest::read(&Node::root("annexe", &request), &mut problems);
    let words =
        |problems: Problems| problems.found.iter().map(ToString::to_string).collect::<Vec<_>>();
    let Some(request) = request else { return Err(words(problems)) };
    render(&request, &data, &root).map_err(words)
}

/// Heads and rows, one a line, cells between bars, plain spaces.
fn lines(request: &str) -> Vec<String> {
    let (columns, rows) = match rendered(request) {
        Ok(ViewContent::Table { columns, rows }) => (columns, rows),
        Ok(ViewContent::Tree(tree)) => return vec![format!("{tree:?}")],
        Err(problems) => return problems,
    };
    let heads = columns.iter().map(|column| column.title.clone()).collect();
    std::iter::once(heads)
        .chain(rows)
        .map(|row: Vec<String>| row.join(" | ").replace(['\u{a0}', '\u{202f}'], " "))
        .collect()
}

#[test]
fn the_table_of_nomenclatures() {
    assert_eq!(
        lines("{vue: nomenclature, titres: {designation: Désignation du composant}}"),
        [
            "Composé | Composant | Désignation du composant | Origine | Quantité par composé",
            "BZ60 Brasero | PI30 | Pied cintré | fabriqué | 3",
            "BZ60 Brasero | CU50 | Cuve emboutie | fabriqué | 1",
            "TA45 Table basse | PI30 | Pied cintré | fabriqué | 4",
            "PI30 Pied cintré | TU25 | Tube d'acier | acheté | 1,10 m",
            "PI30 Pied cintré | EM05 | Embout réglable | acheté | 1",
        ]
    );
    assert_eq!(
        lines("{vue: nomenclature_croisee, de: [BZ60, TA45], titres: {BZ60: Brasero}}"),
        [
            "Composant | Désignation | Brasero | TA45",
            "PI30 | Pied cintré | 3 | 4",
            "CU50 | Cuve emboutie | 1 | –",
        ]
    );
}

#[test]
fn the_indented_list_and_the_tree() {
    assert_eq!(
        lines("{vue: nomenclature_indentee, de: BZ60}"),
        [
            "Niveau | Code | Désignation | Quantité | Unité",
            "0 | BZ60 | Brasero | 1 | pièce",
            "1 |     PI30 | Pied cintré | 3 | pièce",
            "2 |         TU25 | Tube d'acier | 1,10 | m",
            "2 |         EM05 | Embout réglable | 1 | pièce",
            "1 |     CU50 | Cuve emboutie | 1 | pièce",
        ]
    );
    assert_eq!(lines("{vue: nomenclature_indentee, de: BZ60, niveaux: 1}").len(), 4);
    let Ok(ViewContent::Tree(tree)) = rendered("{vue: nomenclature_arbre, de: [BZ60]}") else {
        return assert_eq!("a tree", "something else");
    };
    let foot = tree.children.first().expect("there");
    assert_eq!((foot.code.as_str(), foot.label.as_str()), ("PI30", "Pied cintré"));
    assert_eq!((foot.quantity.as_str(), tree.quantity.as_str()), ("3", ""));
    let quantities: Vec<_> = foot.children.iter().map(|child| child.quantity.as_str()).collect();
    assert_eq!(quantities, ["1,10\u{a0}m", "1"]);
    assert_eq!(
        lines("{vue: nomenclature_arbre}"),
        ["annexe.de : l'arbre montre un seul article à la fois. Choisissez l'un de : BZ60, \
             TA45."]
    );
}

#[test]
fn the_parameters_of_articles() {
    assert_eq!(
        lines("{vue: articles, de: [BZ60, PI30, CU50, TU25, EM05], titres: {code: Article}}"),
        [
            "Article | Désignation | Stock | Stock de sécurité | Taille de lot | Délai (sem.) | \
             Ordre lancé : quantité, fin | Ordre affermi : quantité, fin",
            "BZ60 | Brasero | 76 | 30 | multiple de 50 | 1 | 50, fin S40 | –",
            "PI30 | Pied cintré | 460 | 90 | multiple de 120 | 2 | 240, fin S41 | 1 200, fin S42",
            "CU50 | Cuve emboutie | 210 | 40 | multiple de 100 | 1 | – | –",
            "TU25 | Tube d'acier (m) | 412 | 60 | multiple de 200 | 1 | – | –",
            "EM05 | Embout réglable | 2 400 | 500 | multiple de 1 000 | 2 | – | –",
        ]
    );
    assert_eq!(
        lines("{vue: articles, de: [PI30, EM05], colonnes: [designation, stock]}"),
        ["Désignation | Stock (pièces)", "Pied cintré | 460", "Embout réglable | 2 400"]
    );
}

#[test]
fn a_gamme_and_its_postes() {
    assert_eq!(
        lines("{vue: gamme, de: PI30}"),
        [
            "Opération | Poste | Semaine de la charge | Temps de série (h par ordre) | Temps \
             unitaire (h par pièce)",
            "10 Débit et cintrage | P20 | semaine de début de l'ordre | 1,50 | 0,06",
            "20 Perçage et soudage des platines | P30 | semaine suivante | 0,80 | 0,04",
        ]
    );
    assert_eq!(
        lines("{vue: gamme, unite: min, colonnes: [numero, temps_unitaire, cadence]}"),
        [
            "N° | Temps unitaire (min par pièce) | Cadence (pièces/h)",
            "10 | 3,6 | 16,666667",
            "20 | 2,4 | 25",
        ]
    );
    assert_eq!(
        lines("{vue: postes, colonnes: [code, designation], titres: {designation: Activité}}"),
        ["Poste | Activité", "P20 | Débit et cintrage des tubes", "P30 | Perçage et soudage",]
    );
}

#[test]
fn calendars_by_period_or_by_day() {
    assert_eq!(
        lines("{vue: calendrier, de: atelier, colonnes: [S43, S44]}"),
        [" | S43 | S44", "Jours ouvrés | 5 | 4"]
    );
    assert_eq!(
        lines("{vue: calendrier, de: equipes}"),
        [
            "Jour | Horaires",
            "Lundi | 5 h à 13 h, 13 h à 21 h",
            "Vendredi | 5 h à 13 h",
            "Fermetures | 01/11/2027",
        ]
    );
}

#[test]
fn the_card_of_a_stock() {
    assert_eq!(
        lines("{vue: fiche_stock, de: TU25}"),
        [
            "Date | Mouvement | Entrée (m) | Sortie (m) | Stock (m) | Prix unitaire (€/m)",
            "27/09 | Stock initial, au PUMP | – | – | 484 | 3,18",
            "28/09 | Sortie pour l'OF 5174 | – | 264 | 220 | –",
            "30/09/2027 | Entrée | 200 | – | 420 | 3,50",
        ]
    );
    assert_eq!(lines("{vue: fiche_stock}"), lines("{vue: fiche_stock, de: TU25}"));
    assert_eq!(
        lines("{vue: fiche_stock, de: PI30}"),
        ["annexe.de : les données de cette vue n'ont pas « PI30 ». Corrigez « de », ou \
             complétez les données."]
    );
}

#[test]
fn demand_and_master_schedule_by_period() {
    assert_eq!(
        lines(
            "{vue: pdp, titres: {libelle: Origine du besoin, BZ60: \"PDP du brasero\", PI30: \
             Pieds de rechange}}"
        ),
        [
            "Origine du besoin | S40 | S41 | S42 | S43 | S44 | S45 | S46 | S47",
            "PDP du brasero | 74 | 48 | 76 | 54 | 50 | 44 | 62 | 62",
            "Pieds de rechange | 0 | 0 | 30 | 0 | 0 | 45 | 0 | 0",
        ]
    );
    assert_eq!(
        lines("{vue: demande, de: BZ60, colonnes: [S40]}"),
        ["Article | S40", "BZ60 Brasero, prévisions | 74", "BZ60 Brasero, besoins | 74"]
    );
}

#[test]
fn people_orders_and_free_figures() {
    assert_eq!(
        lines("{vue: polyvalence}"),
        ["Opérateur | P20 | P30", "Amara D. | 3 | 2", "Benoît L. | 2 | 0"]
    );
    assert_eq!(
        lines("{vue: polyvalence, de: Benoît L., colonnes: [habilitations, absence]}"),
        ["Opérateur | Habilitations | Absence", "Benoît L. | CACES jusqu'au 30/11/2029 | absent",]
    );
    assert_eq!(
        lines("{vue: ordres, de: OF 5180}"),
        [
            "Ordre | Article | Quantité (pièces) | Fin | État",
            "OF 5180 | PI30 Pied cintré | 1 200 | S42 | affermi",
        ]
    );
    assert_eq!(
        lines("{vue: valeurs, de: suivi.P15, titres: {nom: Relevé, prevu: Prévu}}"),
        ["Relevé | Prévu | Realise", "Temps requis | 2 100 | 2 100", "Pannes | 60 | 150"]
    );
}

#[test]
fn what_a_request_names_in_vain_is_said() {
    assert_eq!(
        lines("{vue: articles, de: XX}").first().map(String::as_str),
        Some(
            "annexe.de : les données de cette vue n'ont pas « XX ». Corrigez « de », ou complétez \
             les données."
        )
    );
    assert_eq!(
        lines("{vue: polyvalence, colonnes: [P99], titres: {P98: Four}}"),
        [
            "annexe.colonnes : la colonne « P99 » n'existe pas dans cette vue. Colonnes connues : \
             nom, P20, P30, habilitations, absence.",
            "annexe.titres.P98 : ce n'est ni une colonne ni une ligne de cette vue. Noms connus : \
             nom, P20, P30, habilitations, absence.",
        ]
    );
    let nothing = render(
        &ViewRequest::new(View::Orders),
        &PlanningData::default(),
        &Node::root("", &Tree::Empty),
    );
    let problems = nothing.expect_err("nothing to show");
    let words: Vec<_> = problems.found.iter().map(ToString::to_string).collect();
    assert_eq!(
        words,
        ["vue : cette vue n'a rien à montrer. Complétez les données, ou choisissez une autre \
             vue."]
    );
}

#[test]
fn every_view_of_no_data_is_refused_without_a_panic() {
    for (name, view) in VIEWS {
        let content = render(
            &ViewRequest::new(*view),
            &PlanningData::default(),
            &Node::root("", &Tree::Empty),
        );
        assert!(content.is_err(), "{name}");
    }
}
