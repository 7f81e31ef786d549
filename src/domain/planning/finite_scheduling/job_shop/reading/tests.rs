//! Shapes of operations, posts and lots, and problems at their place.

use super::*;
use crate::domain::planning::trial::read_options;

fn read(yaml: &str, data: &PlanningData) -> Result<JobShopInput, String> {
    read_options(yaml, |options, problems| read_input(options, data, problems))
}

#[test]
fn operations_are_read_in_two_shapes() {
    let none = PlanningData::default();
    let short = read("operations: {A: [[P1, 30], [P2, 15]]}\nmethode: SPT", &none);
    let long = read(
        "methode: TOM\noperations:\n- code: A\n  operations:\n  - {poste: P1, duree: 30}\n  \
         - {poste: P2, duree: 15}\n",
        &none,
    );
    assert_eq!(short, long);
    let input = short.expect("read");
    assert_eq!(input.method, Method::Rule(PriorityRule::Shortest));
    assert_eq!(input.jobs[0].operations[1].name, "20");
}

#[test]
fn posts_have_open_hours_and_set_ups() {
    let yaml = "operations: {A: [[P1, 30]]}\nouvertures: {P1: [[0, 10], [20, 60]]}\n\
                changements_serie: {P1: 15}\nfamilles_montees: {P1: rouge}\nmethode: optimum\n";
    let input = read(yaml, &PlanningData::default()).expect("read");
    let post = &input.posts[0];
    assert_eq!(post.opening, Opening::from_spans(vec![(0, 10), (20, 60)]));
    assert_eq!((post.family_setup, post.mounted_family.as_str()), (Decimal::from(15), "rouge"));
    assert_eq!(input.method, Method::Shortest(USUAL_NODES));
}

#[test]
fn lots_follow_the_gamme_of_their_article() {
    use crate::domain::planning::data::{Operation, Routing};
    let operation = Operation {
        number: "10".to_owned(),
        label: String::new(),
        work_centre: "P1".to_owned(),
        setup_hours: Decimal::new(5, 1),
        unit_hours: Decimal::new(1, 1),
        offset: 0,
        family: "rouge".to_owned(),
        wait_hours: Decimal::ZERO,
        transfer_lot: None,
    };
    let data = PlanningData {
        routings: vec![Routing { item: "X".to_owned(), operations: vec![operation] }],
        ..PlanningData::default()
    };
    let input = read("lots: {OF1: {article: X, quantite: 20, echeance: 200}}", &data);
    let job = &input.expect("read").jobs[0];
    assert_eq!(job.due, Some(Decimal::from(200)));
    let lot = WorkTime::Lot {
        setup: Decimal::from(30),
        quantity: Decimal::from(20),
        unit: Decimal::from(6),
    };
    assert_eq!(job.operations[0].time, lot);
    let message = read("lots: {OF1: {article: Z, quantite: 20}}", &data).expect_err("refused");
    assert!(message.contains("l'article « Z » n'a pas de gamme"), "{message}");
}

#[test]
fn problems_are_named_at_their_place() {
    let none = PlanningData::default();
    let message = read("operations: {A: [[P1]]}\nmethode: X", &none).expect_err("refused");
    assert!(message.contains("calcul.operations.A.1 : une opération a un poste"), "{message}");
    assert!(message.contains("la méthode « X » n'est pas connue"), "{message}");
    let message = read("operations: {A: [[P1, 1]]}\necheances: {B: 1}", &none);
    assert!(message.expect_err("refused").contains("« B » est inconnu ici"));
}
