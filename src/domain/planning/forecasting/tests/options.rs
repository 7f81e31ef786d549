//! Tests of the options of `previsions`.

use rust_decimal::Decimal;

use super::super::calculate;
use super::Solved;
use crate::domain::planning::calculator::{Alone, Request};
use crate::domain::planning::data::PlanningData;
use crate::domain::planning::tree::{Node, Problems, Tree};
use crate::domain::planning::worksheet::{Value, Worksheet};

fn calculated(yaml: &str) -> (Option<Worksheet>, Vec<String>) {
    let tree: Tree = serde_yaml::from_str(yaml).expect("reads");
    let root = Node::root("", &tree);
    let mut problems = Problems::default();
    let data = PlanningData::read(&root, &mut problems);
    let request = Request { options: root.clone(), data: &data, tree: root, others: &Alone };
    let sheet = calculate(&request, &mut problems);
    (sheet, problems.found.iter().map(ToString::to_string).collect())
}

fn read(yaml: &str) -> Solved {
    let (sheet, problems) = calculated(yaml);
    assert_eq!(problems, Vec::<String>::new());
    Solved::sheet(sheet.expect("forecasts"))
}

#[test]
fn options_are_read() {
    let solved = read(
        "historique: {fev: 110, mars: 120}
periodes_a_prevoir: [avril]
methodes: [lissage, moyenne_mobile]
alpha: 0.8
prevision_initiale: 100
ordre: [1, 2]
arrondi: superieur
",
    );
    assert_eq!(solved.number("LES", "avril"), "118");
    assert_eq!(solved.number("MM2", "avril"), "115");
    let solved = read("periodes: [j, f, m]\nventes: [3, 5]\nmethode: mayer\nx: [2, 4]\n");
    assert_eq!(solved.number("X", "m"), "6");
    assert_eq!(solved.number("MAYER", "m"), "7");
    let solved = read(
        "ventes: {2025: [60, 40], 2026: [80, 20]}
methode: coefficients_simples
decimales_coefficients: 1
prevision_annuelle: 300
",
    );
    assert_eq!(solved.number("SIMPLE.PREV", "P1"), "210");
    assert_eq!(solved.number("2026", "total"), "100");
}

#[test]
fn wrong_options_are_named() {
    let (sheet, problems) = calculated("historique: [1, 2]\nmethode: boule\n");
    assert!(sheet.is_none());
    assert!(problems[0].starts_with("methode : « boule » n'est pas reconnu."));
    let (_, problems) = calculated("historique: [1, 2]\nmethode: lissage\n");
    assert_eq!(problems, ["alpha : la valeur manque. Écrivez-la."]);
    let (_, problems) = calculated("methode: moyenne\n");
    assert_eq!(problems, ["historique : la valeur manque. Écrivez-la."]);
    let (_, problems) = calculated("historique: [1]\nmethode: moyenne_mobile\nordre: 2\n");
    assert_eq!(
        problems,
        [" : calcul impossible : il faut 2 périodes d'historique, et il y en a 1. Corrigez les \
          données de ce calcul."]
    );
}

#[test]
fn a_blank_history_counts_as_zero() {
    let solved = read("historique: [4, ~, 8]\nmethode: moyenne\n");
    assert_eq!(solved.number("MOY", "4"), "4");
    let id = solved.sheet.find("DEM", "2").expect("a cell");
    assert_eq!(solved.values.value(id), &Value::Number(Decimal::ZERO));
}
