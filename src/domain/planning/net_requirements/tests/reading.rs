//! Reading from the data of a case.

use crate::domain::planning::calculator::{Alone, Request};
use crate::domain::planning::data::PlanningData;
use crate::domain::planning::net_requirements::{OPTIONS, calculate};
use crate::domain::planning::tree::{Node, Problems, Tree};
use crate::domain::planning::worksheet::Worksheet;

const CASE: &str = "
periodes: {premiere: S40, nombre: 4}
articles:
  BZ60: {designation: Banc, unite: pièce, stock: 10, delai: 1}
  PI30: {designation: Pied, unite: pièce, stock: 15, delai: 1, lot: 50, stock_securite: 5}
  VI10: {unite: pièce, stock: 0}
nomenclatures:
  BZ60: {PI30: 2}
demande:
  BZ60: {besoins: {S41: 30, S42: 20}}
ordres:
  - {article: PI30, quantite: 50, fin: S40, etat: lance}
";

fn calculated(case: &str, options: &str) -> (Option<Worksheet>, Vec<String>) {
    let tree: Tree = serde_yaml::from_str(case).expect("reads");
    let written: Tree = serde_yaml::from_str(options).expect("reads");
    let root = Node::root("", &tree);
    let mut problems = Problems::default();
    let data = PlanningData::read(&root, &mut problems);
    assert!(problems.is_empty(), "{problems:?}");
    let options = Node::root("calculs.cbn", &written);
    let request = Request { options, data: &data, tree: root, others: &Alone };
    let sheet = calculate(&request, &mut problems);
    (sheet, problems.found.iter().map(ToString::to_string).collect())
}

fn row(sheet: &Worksheet, key: &str) -> Vec<String> {
    let values = sheet.evaluate().expect("evaluates");
    let shown = ["S40", "S41", "S42", "S43"].iter().filter_map(|period| sheet.find(key, period));
    shown.map(|id| values.value(id).to_string()).collect()
}

fn refusals(case: &str, options: &str) -> Vec<String> {
    let (sheet, problems) = calculated(case, options);
    assert!(sheet.is_none());
    problems
}

#[test]
fn a_case_is_read_and_calculated() {
    let (sheet, problems) = calculated(CASE, "{}");
    assert_eq!(problems, Vec::<String>::new());
    let sheet = sheet.expect("a worksheet");
    assert_eq!(row(&sheet, "BZ60.BN"), ["0", "20", "20", "0"]);
    assert_eq!(row(&sheet, "BZ60.OPD"), ["20", "20", "0"]);
    assert_eq!(row(&sheet, "PI30.BB"), ["40", "40", "0", "0"]);
    assert_eq!(row(&sheet, "PI30.OL"), ["50", "0", "0", "0"]);
    assert_eq!(row(&sheet, "PI30.PS"), ["25", "35", "35", "35"]);
    assert_eq!(row(&sheet, "PI30.OPF"), ["0", "50", "0", "0"]);
    assert!(sheet.find("BZ60.PS", "S39").is_some());
    assert!(sheet.row_rank("VI10.BB").is_none());
}

#[test]
fn options_choose_the_layout_the_articles_and_the_conventions() {
    let options = "{presentation: licence_bb_ad_bn_op, articles_affiches: [PI30], \
                   stock_securite_consommable: oui, periodes_figees: 1, colonne_retard: oui}";
    let (sheet, problems) = calculated(CASE, options);
    assert_eq!(problems, Vec::<String>::new());
    let sheet = sheet.expect("a worksheet");
    let keys: Vec<_> = sheet.rows.iter().map(|row| row.key.as_str()).collect();
    assert_eq!(keys, ["PI30.BB", "PI30.OL", "PI30.AD", "PI30.BN", "PI30.OPD"]);
    assert_eq!(row(&sheet, "PI30.BN"), ["0", "15", "0", "0"]);
    assert!(sheet.column_rank("retard").is_some());
    let own = "{lignes: [BB, {ligne: PS, libelle: Stock, abrege: St}]}";
    let (sheet, problems) = calculated(CASE, own);
    assert_eq!(problems, Vec::<String>::new());
    let sheet = sheet.expect("a worksheet");
    let words: Vec<_> = sheet.rows.iter().map(|row| row.label.as_str()).collect();
    assert_eq!(
        words,
        ["Besoins bruts (BB)", "Stock", "Besoins bruts (BB)", "Ordres lancés (OL)", "Stock",]
    );
}

#[test]
fn a_linked_requirement_has_a_row_to_receive_it() {
    let without = CASE.replace("demande:\n  BZ60: {besoins: {S41: 30, S42: 20}}\n", "");
    let (sheet, problems) = calculated(&without, "{liens: {BZ60.BI: pdp.BZ60.PDP}}");
    assert_eq!(problems, Vec::<String>::new());
    let sheet = sheet.expect("a worksheet");
    assert_eq!(row(&sheet, "BZ60.BI"), ["0", "0", "0", "0"]);
    assert_eq!(
        refusals(&without, "{}"),
        ["demande : aucun article n'a de besoins. Écrivez par exemple demande: {BZ60: \
             {besoins: {S40: 50}}}."]
    );
}

#[test]
fn what_an_article_lacks_is_said_at_its_place() {
    let case = CASE.replace("stock: 15, delai: 1, ", "");
    assert_eq!(
        refusals(&case, "{}"),
        [
            "articles.PI30.stock : le stock manque. Écrivez le stock au début de la première \
             période, 0 s'il n'y en a pas.",
            "articles.PI30.delai : le délai manque. Écrivez-le en périodes, par exemple delai: 1.",
        ]
    );
    assert_eq!(
        refusals("articles: {A: {stock: 1, delai: 1}}", "{}"),
        ["periodes : les périodes ne sont pas définies. Écrivez par exemple « periodes: 8 »."]
    );
    assert_eq!(
        refusals("{periodes: 2, demande: {A: {besoins: [1, 2]}}}", "{}"),
        ["articles.A : l'article A n'est pas décrit. Ajoutez-le à « articles » avec son stock \
             et son délai."]
    );
}

#[test]
fn wrong_options_are_said_with_what_is_possible() {
    let problems = refusals(
        CASE,
        "{presentation: sage, articles_affiches: [PI30, PI30, VI10], composants_en_retard: non}",
    );
    let starts: Vec<_> = problems
        .iter()
        .filter_map(|problem| Some(problem.split_once(". ")?.0.to_owned()))
        .collect();
    assert_eq!(
        starts,
        [
            "calculs.cbn.composants_en_retard : « non » n'est pas reconnu",
            "calculs.cbn.articles_affiches.2 : l'article PI30 est cité deux fois",
            "calculs.cbn.articles_affiches.3 : l'article VI10 n'est pas dans ce calcul",
            "calculs.cbn.presentation : la présentation « sage » n'existe pas",
        ]
    );
    let problems = refusals(CASE, "{presentation: qlio_bb_dp_op, lignes: [BB, BB, {ligne: XX}]}");
    assert_eq!(problems.len(), 3, "{problems:?}");
    assert_eq!(refusals(CASE, "{lignes: []}").len(), 1);
    assert!(OPTIONS.contains(&"presentation"));
}
