//! Safety stocks from inputs and from options.

use rust_decimal::Decimal;

use super::*;
use crate::domain::planning::calculator::{Alone, Request};
use crate::domain::planning::data::PlanningData;
use crate::domain::planning::tree::{Node, Problems, Tree};
use crate::domain::planning::worksheet::{Evaluation, Worksheet};

fn decimal(text: &str) -> Decimal {
    Decimal::from_str_exact(text).expect("a number")
}

fn calculated(yaml: &str) -> (Option<Worksheet>, Problems) {
    let tree: Tree = serde_yaml::from_str(yaml).expect("reads");
    let mut problems = Problems::default();
    let data = PlanningData::default();
    let node = Node::root("", &tree);
    let request = Request { options: node.clone(), data: &data, tree: node, others: &Alone };
    let sheet = calculate(&request, &mut problems);
    (sheet, problems)
}

fn evaluated(yaml: &str) -> (Worksheet, Evaluation) {
    let (sheet, problems) = calculated(yaml);
    assert!(problems.is_empty(), "{problems:?}");
    let sheet = sheet.expect("a sheet");
    let values = sheet.evaluate().expect("evaluates");
    (sheet, values)
}

fn found(sheet: &(Worksheet, Evaluation), row: &str) -> Decimal {
    let id = sheet.0.find(row, "valeur").expect("the cell is there");
    sheet.1.number(id).expect("a number").round_dp(2).normalize()
}

#[test]
fn demand_in_weeks_and_lead_time_spread_in_days() {
    let sheet = evaluated(
        "moyenne: 50\necart_type: 5\ndelai: 4\necart_type_delai: 2\njours_par_periode: 5\n\
         taux_service: 97.5\n",
    );
    assert_eq!(found(&sheet, "sigma"), decimal("22.36"));
    assert_eq!(found(&sheet, "z"), decimal("1.96"));
    assert_eq!(found(&sheet, "stock_securite"), decimal("43.83"));
    let id = sheet.0.find("sigma", "valeur").expect("the cell is there");
    assert_eq!(sheet.0.working(id, &sheet.1), "σ = √(400 + 100) ≈ 22,3607");
    let id = sheet.0.find("z", "valeur").expect("the cell is there");
    assert_eq!(sheet.0.working(id, &sheet.1), "z = loi normale pour 97,5 % = 1,96");
}

#[test]
fn a_history_and_the_late_orders_accepted() {
    let sheet = evaluated(
        "historique: [1200, 1000, 800, 900, 1400, 1100, 1100, 700, 1000, 800]\ndelai: 4\n\
         retards_acceptes: 1\nquantite_commande: 2600\nperiodes_par_an: 52\ndecimales: 0\n",
    );
    for (row, expected) in [
        ("moyenne", "1000"),
        ("somme_carres", "400000"),
        ("ecart_type", "210.82"),
        ("nombre_commandes", "20"),
        ("taux_service", "95"),
        ("z", "1.65"),
        ("stock_securite", "696"),
        ("point_commande", "4696"),
    ] {
        assert_eq!(found(&sheet, row), decimal(expected), "{row}");
    }
}

#[test]
fn z_may_be_computed_or_stated() {
    let common = "moyenne: 100\necart_type: 10\ndelai: 1\ntaux_service: 0.95\n";
    let computed = evaluated(&format!("{common}z: calcul\ndecimales_z: 3\n"));
    assert_eq!(found(&computed, "stock_securite"), decimal("16.45"));
    let stated = evaluated(&format!("{common}z: 2\n"));
    assert_eq!(found(&stated, "stock_securite"), decimal("20"));
    assert_eq!(found(&stated, "point_commande"), decimal("120"));
}

#[test]
fn a_late_supplier_of_a_steady_consumption() {
    let sheet = evaluated("moyenne: 10\ndelai: 5\necart_type_delai: 2\nz: 2\n");
    assert_eq!(found(&sheet, "stock_securite"), decimal("40"));
}

#[test]
fn what_is_missing_is_said() {
    let (sheet, problems) = calculated("moyenne: 10\nz: 2\ndelai: 5\n");
    assert!(sheet.is_none());
    let said = problems.found.first().expect("a problem").message.clone();
    assert_eq!(said, "calcul impossible : aucun écart type n'est donné.");
    let (_, problems) = calculated("ecart_type: x\n");
    let paths: Vec<&str> = problems.found.iter().map(|found| found.path.as_str()).collect();
    assert_eq!(paths, ["ecart_type", "delai", "taux_service"]);
}
