//! Tests of the options of `pdp`.

use super::super::calculate;
use super::Solved;
use crate::domain::planning::calculator::{Alone, OtherCalculations, Request};
use crate::domain::planning::data::PlanningData;
use crate::domain::planning::tree::{Node, Problems, Tree};
use crate::domain::planning::worksheet::{Source, Value, Worksheet};

/// One row of another calculation: 100 in January, 200 in February.
struct Plans;

impl OtherCalculations for Plans {
    fn exists(&self, calculation: &str) -> bool {
        calculation == "pic"
    }

    fn find(&self, calculation: &str, path: &[String]) -> Option<(Source, Value)> {
        let [row, column] = path else { return None };
        let quantity = match column.as_str() {
            "jan" => 100u32,
            "fev" => 200,
            _ => return None,
        };
        let source = Source {
            calculation: calculation.to_owned(),
            row: row.clone(),
            column: column.clone(),
        };
        Some((source, Value::from(quantity)))
    }
}

fn calculated(yaml: &str, others: &dyn OtherCalculations) -> (Option<Worksheet>, Vec<String>) {
    let tree: Tree = serde_yaml::from_str(yaml).expect("reads");
    let root = Node::root("", &tree);
    let mut problems = Problems::default();
    let data = PlanningData::read(&root, &mut problems);
    let request = Request { options: root.clone(), data: &data, tree: root, others };
    let sheet = calculate(&request, &mut problems);
    (sheet, problems.found.iter().map(ToString::to_string).collect())
}

fn solved(yaml: &str, others: &dyn OtherCalculations) -> Solved {
    let (sheet, problems) = calculated(yaml, others);
    assert_eq!(problems, Vec::<String>::new());
    Solved::sheet(sheet.expect("a schedule"))
}

#[test]
fn a_flat_article_is_read() {
    let yaml = "
stock_initial: 40
previsions: [30, 30, 30, 30]
commandes_fermes: [38, 27, 10, 5]
lot: 80
pdp: [80]
dav: discret
presentation: note
";
    let solved = solved(yaml, &Alone);
    assert_eq!(solved.row("PDP", 4), [80, 0, 0, 80]);
    assert_eq!(solved.row("DAV", 4), [45, -1, -1, 75]);
}

#[test]
fn articles_of_the_case_are_read() {
    let yaml = "
periodes: {premiere: 1, nombre: 3}
articles:
  A: {stock: 5, lot: 10, delai: 1, receptions_attendues: {2: 4}}
  B: {stock: 0}
demande: {A: {previsions: [5, 6, 7]}, B: {commandes: [1, 2, 3]}}
pdp: {B: [6, 0, 0]}
";
    let solved = solved(yaml, &Alone);
    assert_eq!(solved.row("A.PDP", 3), [0, 10, 0]);
    assert_eq!(solved.row("A.RA", 3), [0, 4, 0]);
    assert_eq!(solved.row("B.DAV", 3), [0, 0, 0]);
    assert_eq!(solved.row("B.STOCK", 3), [5, 3, 0]);
}

#[test]
fn a_plan_of_another_calculation_is_linked() {
    let yaml = "
periodes: 4
pic: pic.PROD
periodes_pic: {jan: 2, fev: 2}
parts: {A: 50, B: 50}
";
    let solved = solved(yaml, &Plans);
    assert_eq!(solved.row("A.PREV", 4), [25, 25, 50, 50]);
    let sources: Vec<_> = solved.sheet.sources().map(|(_, source)| source.column.clone()).collect();
    assert_eq!(sources, ["jan", "fev"]);
}

#[test]
fn wrong_options_are_named() {
    let problems = |yaml: &str| calculated(yaml, &Alone).1;
    let found = problems("periodes: 2\npic: [10, 20]\nparts: {A: 70, B: 60}\n");
    assert_eq!(
        found,
        ["parts : la somme des parts dépasse 100 %. Écrivez la part de chaque article dans la \
             famille, en pourcentage."]
    );
    let found = problems("periodes: 3\npic: [10]\nperiodes_pic: [2]\nparts: {A: 70}\n");
    assert!(found[0].starts_with("periodes_pic : ces périodes sont 2 en tout, le PDP en a 3."));
    let found = problems("previsions: [1, 2]\ndav: magique\n");
    assert!(found[0].starts_with("dav : « magique » n'est pas reconnu."));
    let found = problems("periodes: 2\n");
    assert!(found[0].contains("aucun article n'a de prévisions ni de commandes."));
}
