//! Options as authors write them, and what is said of wrong ones.

use super::*;
use crate::domain::planning::calculator::{Alone, Request};
use crate::domain::planning::data::PlanningData;
use crate::domain::planning::tree::{Node, Problems, Tree};

fn calculated(yaml: &str) -> (Option<Worksheet>, Vec<String>) {
    let tree: Tree = serde_yaml::from_str(yaml).expect("reads");
    let root = Node::root("", &tree);
    let mut problems = Problems::default();
    let data = PlanningData::read(&root, &mut problems);
    let request = Request { options: root.clone(), data: &data, tree: root, others: &Alone };
    let sheet = calculate(&request, &mut problems);
    (sheet, problems.found.iter().map(ToString::to_string).collect())
}

#[test]
fn options_are_read() {
    let yaml = "
periodes: [jan, fev, aout]
familles:
  SKI: {ventes: [100, 120, 80], stock_initial: 20, stock_final: 50, unite: paires}
  LUGE: [10, 20, 30]
fermetures: [aout]
strategies: [constante, synchrone]
cumuls: oui
";
    let (sheet, problems) = calculated(yaml);
    assert_eq!(problems, Vec::<String>::new());
    let sheet = sheet.expect("a plan");
    let values = sheet.evaluate().expect("evaluates");
    let rate = sheet.find("SKI.CONSTANTE.CADENCE", "valeur").expect("the rate");
    assert_eq!(values.number(rate), Some(Decimal::from(165)));
    assert!(sheet.find("TOTAL.POURSUITE.STOCK", "aout").is_some());
}

#[test]
fn articles_of_the_case_are_families() {
    let yaml = "
periodes: 2
articles: {A: {stock: 5, stock_securite: 4}, B: {}}
demande: {A: {previsions: [10, 20]}, B: {commandes: [1, 2]}}
strategie: synchrone
";
    let (sheet, problems) = calculated(yaml);
    assert_eq!(problems, Vec::<String>::new());
    let sheet = sheet.expect("a plan");
    let values = sheet.evaluate().expect("evaluates");
    let first = sheet.find("A.PROD", "1").expect("a cell");
    assert_eq!(values.number(first), Some(Decimal::from(9)));
    assert!(sheet.find("B.PROD", "1").is_none());
}

#[test]
fn wrong_options_are_named() {
    let (sheet, problems) = calculated("strategie: magique\nventes: [1, 2]\n");
    assert!(sheet.is_none());
    assert_eq!(problems.len(), 1);
    assert!(problems[0].starts_with("strategie : « magique » n'est pas reconnu."));
    let (_, problems) = calculated("stock_initial: 3\n");
    assert!(problems[0].contains("aucune famille n'a de ventes prévues."));
    let (_, problems) = calculated("ventes: [1, 2]\nfermetures: [aout]\n");
    assert!(problems[0].starts_with("fermetures.1 : la période aout est hors de l'horizon."));
    let (_, problems) = calculated("ventes: [1, 2]\nheures_sup_max: 3\n");
    assert_eq!(
        problems,
        [" : calcul impossible : des heures supplémentaires supposent une capacité normale. \
          Corrigez les données de ce calcul."]
    );
}
