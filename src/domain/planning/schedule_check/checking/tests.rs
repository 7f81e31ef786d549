//! The check, constraint by constraint, and of absurd placements.

use super::super::samples::{any_problem, two_orders};
use super::super::{Opening, propose};
use super::*;

fn place(operation: &str, post: &str, start: i64) -> Placement {
    Placement { operation: operation.to_owned(), post: post.to_owned(), start }
}

fn sentences(report: &ScheduleReport, constraint: Constraint) -> Vec<&str> {
    report.violations(constraint).iter().map(|v| v.sentence.as_str()).collect()
}

#[test]
fn a_good_schedule_has_no_violation_and_its_measures() {
    let placements = [
        place("A/10", "P1", 20),
        place("A/20", "P2", 50),
        place("B/10", "P1", 0),
        place("B/20", "P2", 20),
    ];
    let report = check(&two_orders(), &placements);
    assert!(report.is_feasible() && report.respects(Constraint::DueDate), "{report:?}");
    assert_eq!(report.measures.makespan, 90);
    assert_eq!(report.measures.loads[0].busy_minutes, 50);
    assert_eq!(report.measures.loads[1].open_minutes, 90);
    let tested: Vec<_> = report.checks.iter().map(|check| check.tested).collect();
    assert_eq!(tested, [4, 4, 2, 2, 0, 4, 0, 2]);
}

#[test]
fn each_constraint_says_what_and_when() {
    let mut problem = two_orders();
    problem.posts[0].opening = Opening::from_spans(vec![(10, 500)]);
    problem.posts[0].family_setup_minutes = 15;
    problem.operations[0].family = "rouge".to_owned();
    problem.operations[2].family = "bleu".to_owned();
    problem.operations[2].earliest_start = 60;
    let placements = [
        place("A/10", "P1", 0),
        place("A/20", "P2", 30),
        place("B/10", "P1", 50),
        place("B/20", "P1", 60),
    ];
    let report = check(&problem, &placements);
    for (constraint, expected) in [
        (Constraint::AllowedPost, "« B/20 » est placée sur P1 ; postes permis : P2"),
        (Constraint::Precedence, "« A/20 » commence à 30 min, avant la fin de « A/10 » (40 min)"),
        (
            Constraint::OneAtATime,
            "sur P1, « B/20 » commence à 60 min alors que « B/10 » occupe le poste jusqu'à \
             70 min",
        ),
        (
            Constraint::FamilySetup,
            "sur P1, le changement de série avant « B/10 » demande 15 min ; 10 min sont \
             libres",
        ),
        (Constraint::Calendar, "« A/10 » commence à 0 min, hors des heures d'ouverture de P1"),
        (
            Constraint::Availability,
            "« B/10 » commence à 50 min, avant l'arrivée de la matière (60 min)",
        ),
    ] {
        assert_eq!(sentences(&report, constraint).first(), Some(&expected));
    }
    assert_eq!(
        sentences(&report, Constraint::DueDate),
        ["« B/20 » finit à 70 min, 10 min après son échéance (60 min)"]
    );
    assert_eq!((report.measures.total_lateness, report.measures.late_orders), (10, 1));
    assert_eq!(report.measures.setups, 1);
    assert!(!report.is_feasible());
}

#[test]
fn absurd_placements_are_violations_not_panics() {
    let placements = [
        place("Z", "P1", 0),
        place("A/10", "P1", i64::MIN),
        place("A/10", "P1", 0),
        place("A/20", "P9", i64::MAX),
    ];
    let report = check(&two_orders(), &placements);
    assert_eq!(
        sentences(&report, Constraint::Placed),
        [
            "« Z » n'est pas une opération de ce problème",
            "« A/10 » est placée plusieurs fois : seule la première fois compte",
            "« B/10 » n'est pas placée",
            "« B/20 » n'est pas placée",
        ]
    );
    assert_eq!(
        sentences(&report, Constraint::AllowedPost),
        ["« A/20 » est placée sur « P9 », qui n'existe pas"]
    );
    let start = sentences(&report, Constraint::Calendar);
    assert_eq!(start, ["« A/10 » commence à -9223372036854775808 min, avant le début du planning"]);
    assert_eq!(check(&ScheduleProblem::default(), &placements).measures.makespan, 0);
}

proptest::proptest! {
    #[test]
    fn no_placement_makes_the_check_panic(
        problem in any_problem(),
        starts in proptest::collection::vec((0_usize..14, 0_usize..5, proptest::num::i64::ANY), 0..20),
    ) {
        let placements: Vec<_> = starts
            .iter()
            .map(|(operation, post, start)| {
                place(&format!("op{operation}"), &format!("P{post}"), *start)
            })
            .collect();
        let _ = check(&problem, &placements);
        proptest::prop_assert!(check(&problem, &propose(&problem)).is_feasible());
    }
}
