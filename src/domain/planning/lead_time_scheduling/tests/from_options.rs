//! Calculations as authors write them.

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

fn solved(yaml: &str) -> Solved {
    let (sheet, problems) = calculated(yaml);
    assert_eq!(problems, Vec::<String>::new());
    Solved::new(sheet.expect("a worksheet"))
}

const WORKSHOP: &str = "
calendriers:
  jour:
    semaine:
      lundi: [\"08:00-12:00\", \"13:00-16:00\"]
      mardi: [\"08:00-12:00\", \"13:00-16:00\"]
      mercredi: [\"08:00-12:00\", \"13:00-16:00\"]
    fermetures: [2027-10-11]
postes: {P20: {calendrier: jour}, P30: {calendrier: jour}}
articles: {PI30: {stock: 0}, TU25: {stock: 40}}
nomenclatures: {PI30: {TU25: 1}}
gammes:
  PI30:
  - {operation: 10, poste: P20, temps_serie: 1, temps_unitaire: 0.02}
  - {operation: 20, poste: P30, temps_unitaire: 0.04}
  TU25:
  - {operation: 10, poste: P20, temps_unitaire: 0.01}
  - {operation: 20, poste: P20, temps_unitaire: 0.02}
article: PI30
quantite: 100
";

#[test]
fn a_gamme_is_placed_on_the_calendars_of_its_posts() {
    let yaml = format!("{WORKSHOP}lancement: 2027-10-04T14:00\necheance: 2027-10-06T10:00\n");
    let table = solved(&yaml);
    assert_eq!(table.text("10", "fin_tot"), "05/10/2027 09:00");
    assert_eq!(table.text("20", "fin_tot"), "05/10/2027 14:00");
    assert_eq!(table.text("10", "debut_tard"), "05/10/2027 10:00");
    assert_eq!(table.text("20", "marge"), "4");
}

#[test]
fn components_are_made_before_what_uses_them() {
    let yaml = format!("{WORKSHOP}echeance: 2027-10-06T10:00\ncomposants: oui\n");
    let table = solved(&yaml);
    assert_eq!(table.row("TU25.20", &["besoin", "preleve", "quantite"]), ["100", "40", "60"]);
    assert_eq!(table.text("TU25.10", "duree"), "0,6");
    assert_eq!(table.text("PI30.10", "debut"), "05/10/2027 10:00");
    assert_eq!(table.row("TU25.20", &["debut", "fin"]), ["05/10/2027 08:48", "05/10/2027 10:00"]);
    assert_eq!(table.row("TU25.10", &["debut", "fin"]), ["05/10/2027 08:12", "05/10/2027 08:48"]);
}

#[test]
fn operations_may_be_written_in_the_calculation() {
    let table = solved(
        "
lancement: 0
unite: min
operations:
- {operation: A, duree: 30}
- {operation: B, temps_serie: 10, temps_unitaire: 2, attente: 15}
- {operation: C, cadence: 4, apres: [A, B]}
quantite: 20
",
    );
    assert_eq!(table.row("B", &["debut", "fin"]), ["30", "80"]);
    assert_eq!(table.row("C", &["debut", "fin"]), ["95", "100"]);
    assert_eq!(table.text("ordre", "fin"), "100");
}

#[test]
fn days_are_filled_back_from_the_due_day() {
    let table = solved("cadence_jour: 500\nquantite: 750\necheance: 2027-07-30\n");
    let columns = ["quantite", "taux", "reste"];
    assert_eq!(table.row("2027-07-30", &columns), ["500", "100", "250"]);
    assert_eq!(table.row("2027-07-29", &columns), ["250", "50", "0"]);
    let yaml = format!("{WORKSHOP}calendrier: jour\ncadence_jour: 60\necheance: 2027-10-12\n");
    let table = solved(&yaml);
    assert_eq!(table.text("2027-10-12", "quantite"), "60");
    assert_eq!(table.text("2027-10-06", "quantite"), "40", "the 11th is closed");
}

#[test]
fn what_is_wrong_is_said_in_french() {
    let (sheet, problems) = calculated("article: X\nquantite: 5\n");
    assert!(sheet.is_none());
    assert_eq!(
        problems,
        [
            "gammes : l'article X n'a pas de gamme. Ajoutez-la à « gammes », ou écrivez « operations \
          » dans le calcul."
        ]
    );
    let (_, problems) = calculated("operations: [{operation: A, duree: 1, apres: B}]\n");
    assert_eq!(
        problems,
        ["operations.1.apres : l'opération B n'est pas écrite avant celle-ci. Écrivez les \
          opérations dans l'ordre, chacune après celles qu'elle suit."]
    );
    let (_, problems) = calculated("operations: [{operation: A}]\n");
    assert_eq!(
        problems.first().map(String::as_str),
        Some(
            "operations.1 : l'opération n'a aucun temps. Écrivez duree, temps_serie, \
             temps_unitaire ou cadence."
        )
    );
    let (_, problems) = calculated("cadence_jour: 1\nquantite: 5000\necheance: 2027-07-30\n");
    assert_eq!(
        problems,
        [
            " : calcul impossible : la quantité occupe plus de 366 jours. Corrigez les données de ce \
          calcul."
        ]
    );
}
