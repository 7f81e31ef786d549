//! Typed inputs.

use chrono::{NaiveTime, Weekday};

use super::*;
use crate::domain::planning::data::{Calendar, Shift};

const BOTH: [&str; 5] = ["debut_tot", "fin_tot", "debut_tard", "fin_tard", "marge"];

fn days() -> WorkingTime {
    let hour = |hours| NaiveTime::from_hms_opt(hours, 0, 0).expect("an hour");
    let weekdays = [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri];
    let shifts = weekdays
        .into_iter()
        .flat_map(|weekday| {
            [(8, 12), (13, 16)].map(|(start, end)| Shift {
                weekday,
                start: hour(start),
                end: hour(end),
            })
        })
        .collect();
    WorkingTime::from_calendar(&Calendar { shifts, ..Calendar::default() })
}

#[test]
fn a_chain_is_placed_both_ways_with_its_slack() {
    let steps = vec![
        Step { wait: Some(decimal("0.5")), ..step(0, "1", "0.02") },
        step(1, "0.5", "0.04"),
        fixed(2, "1"),
    ];
    let mut input = one_order(Direction::Both, "50", steps);
    input.orders[0].release = Some(number("0"));
    input.orders[0].due = Some(number("10"));
    let table = made(&input);
    assert_eq!(table.row("10", &BOTH), ["0", "2", "4", "6", "4"]);
    assert_eq!(table.row("20", &BOTH), ["2,5", "5", "6,5", "9", "4"]);
    assert_eq!(table.row("30", &BOTH), ["5", "6", "9", "10", "4"]);
    assert_eq!(table.row("ordre", &BOTH), ["0", "6", "4", "10", "4"]);
    assert_eq!(table.text("ordre", "retard"), "0");
    assert_eq!(table.working("20", "debut_tot"), "opération 20 Début au plus tôt = 2 + 0,5 = 2,5");
    assert_eq!(table.working("10", "duree"), "opération 10 Durée = 1 + 50 × 0,02 = 2");
}

#[test]
fn without_due_date_the_late_dates_start_from_the_early_end() {
    let mut input = one_order(Direction::Both, "1", vec![fixed(0, "3"), fixed(1, "2")]);
    input.orders[0].release = Some(number("5"));
    let table = made(&input);
    assert_eq!(table.row("20", &BOTH), ["8", "10", "8", "10", "0"]);
}

#[test]
fn branches_meet_at_the_latest() {
    let mut join = fixed(2, "1");
    join.after = vec![0, 1];
    let mut short = fixed(1, "2");
    short.after = Vec::new();
    let mut input = one_order(Direction::Both, "1", vec![fixed(0, "5"), short, join]);
    input.orders[0].release = Some(number("0"));
    let table = made(&input);
    assert_eq!(table.row("20", &BOTH), ["0", "2", "3", "5", "3"]);
    assert_eq!(table.row("30", &BOTH), ["5", "6", "5", "6", "0"]);
    assert_eq!(table.working("30", "debut_tot"), "opération 30 Début au plus tôt = max(5 ; 2) = 5");
}

fn overlapping(direction: Direction, second_each: &str) -> Solved {
    let first = Step { transfer_lot: Some(decimal("20")), ..step(0, "1", "0.05") };
    let mut input = one_order(direction, "100", vec![first, step(1, "0.5", second_each)]);
    input.orders[0].release = Some(number("0"));
    input.orders[0].due = Some(number("20"));
    made(&input)
}

#[test]
fn operations_overlap_by_transfer_lots() {
    let dates = ["debut", "fin"];
    let fast = overlapping(Direction::Forward, "0.03");
    assert_eq!(fast.text("10", "premier_lot"), "2");
    assert_eq!(fast.row("20", &dates), ["3,1", "6,6"], "it ends with the last lot");
    let slow = overlapping(Direction::Forward, "0.1");
    assert_eq!(slow.row("20", &dates), ["2", "12,5"], "it starts with the first lot");
    let back = overlapping(Direction::Backward, "0.03");
    assert_eq!(back.row("20", &dates), ["16,5", "20"]);
    assert_eq!(back.row("10", &dates), ["13,4", "19,4"]);
    let slow = overlapping(Direction::Backward, "0.1");
    assert_eq!(slow.row("10", &dates), ["7,5", "13,5"]);
}

fn on_calendar(waits: WaitTime, wait: Option<&str>) -> Solved {
    let calendar = days();
    let steps = vec![
        Step { calendar: calendar.clone(), wait: wait.map(decimal), ..fixed(0, "3") },
        Step { calendar, ..fixed(1, "4") },
    ];
    let mut input = one_order(Direction::Both, "1", steps);
    input.waits = waits;
    input.orders[0].release = Some(at("2027-10-04 14:00"));
    input.orders[0].due = Some(at("2027-10-06 10:00"));
    made(&input)
}

#[test]
fn operations_pause_while_the_post_is_closed() {
    let table = on_calendar(WaitTime::Elapsed, None);
    assert_eq!(
        table.row("10", &BOTH),
        ["04/10/2027 14:00", "05/10/2027 09:00", "05/10/2027 10:00", "05/10/2027 14:00", "4"]
    );
    assert_eq!(
        table.row("20", &BOTH),
        ["05/10/2027 09:00", "05/10/2027 14:00", "05/10/2027 14:00", "06/10/2027 10:00", "4"]
    );
    assert_eq!(
        table.working("10", "fin_tot"),
        "opération 10 Fin au plus tôt = 04/10/2027 14:00 + 3 h d'ouverture = 05/10/2027 09:00"
    );
    assert_eq!(
        table.working("20", "debut_tot"),
        "opération 20 Début au plus tôt = première ouverture à partir du 05/10/2027 09:00 = \
         05/10/2027 09:00"
    );
}

#[test]
fn a_wait_passes_by_the_clock_or_in_open_hours() {
    let by_clock = on_calendar(WaitTime::Elapsed, Some("3"));
    assert_eq!(by_clock.text("20", "debut_tot"), "05/10/2027 13:00");
    let open = on_calendar(WaitTime::Worked, Some("4"));
    assert_eq!(open.text("20", "debut_tot"), "05/10/2027 14:00");
}

#[test]
fn work_starts_at_the_next_opening_and_ends_at_a_closing() {
    let steps = vec![Step { calendar: days(), ..fixed(0, "7") }];
    let mut input = one_order(Direction::Forward, "1", steps);
    input.orders[0].release = Some(at("2027-10-03 10:00"));
    assert_eq!(made(&input).row("10", &["debut", "fin"]), ["04/10/2027 08:00", "04/10/2027 16:00"]);
    input.direction = Direction::Backward;
    input.orders[0].due = Some(at("2027-10-10 10:00"));
    assert_eq!(made(&input).row("10", &["debut", "fin"]), ["08/10/2027 08:00", "08/10/2027 16:00"]);
}

/// Two orders of an article whose component is partly in stock.
fn with_component(parallel_lots: bool) -> Solved {
    let named = |key: &str, step: Step| Step { key: key.to_owned(), ..step };
    let steps = || {
        let net =
            StepQuantity::Net { user: 1, component: "sub".to_owned(), per_piece: decimal("1") };
        vec![
            named("sub", Step { quantity: net, ..step(0, "1", "0.5") }),
            named("make", fixed(1, "7")),
            named("delivery", fixed(2, "1")),
        ]
    };
    let order = |code: &str, quantity: &str, due: &str| ScheduledOrder {
        code: code.to_owned(),
        label: code.to_owned(),
        quantity: decimal(quantity),
        release: None,
        due: Some(at(due)),
        steps: steps(),
    };
    let input = SchedulingInput {
        direction: Direction::Constrained,
        unit: DurationUnit::Days,
        orders: vec![order("o1", "7", "2009-01-03 00:00"), order("o2", "14", "2009-01-11 00:00")],
        stocks: vec![("sub".to_owned(), decimal("15"))],
        today: Some(at("2009-01-01 00:00")),
        parallel_lots,
        ..SchedulingInput::default()
    };
    made(&input)
}

#[test]
fn what_is_late_is_placed_forward_from_today() {
    let table = with_component(false);
    assert_eq!(table.text("o1.sub", "quantite"), "0");
    assert_eq!(table.text("o1.make", "debut_tard"), "26/12/2008 00:00");
    assert_eq!(table.row("o1.make", &["debut", "fin"]), ["01/01/2009 00:00", "08/01/2009 00:00"]);
    assert_eq!(table.text("o1.delivery", "fin"), "09/01/2009 00:00");
    assert_eq!(table.text("o1", "retard"), "6");
    assert_eq!(table.row("o2.sub", &["besoin", "preleve", "quantite"]), ["14", "8", "6"]);
    assert_eq!(table.text("o2.sub", "debut_tard"), "30/12/2008 00:00");
    assert_eq!(table.text("o2.sub", "fin"), "05/01/2009 00:00");
    assert_eq!(table.text("o2", "retard"), "2");
}

#[test]
fn parallel_lots_make_up_for_the_delay() {
    let table = with_component(true);
    assert_eq!(table.row("o2.sub", &["lots", "quantite_lot", "duree_lot"]), ["3", "2", "2"]);
    assert_eq!(table.text("o2.sub", "fin"), "03/01/2009 00:00");
    assert_eq!(table.text("o2.make", "debut"), "03/01/2009 00:00");
    assert_eq!(table.text("o2", "retard"), "0");
    assert_eq!(
        table.working("o2.sub", "lots"),
        "opération 10 Lots parallèles = lots assez petits pour tenir en 2 j = 3"
    );
}

#[test]
fn what_cannot_be_placed_is_refused_in_french() {
    let refused = |input: &SchedulingInput| worksheet(input).expect_err("refused").to_string();
    assert_eq!(refused(&SchedulingInput::default()), "aucun ordre n'est à placer");
    let mut input = one_order(Direction::Forward, "1", vec![fixed(0, "1")]);
    input.orders[0].label = "OF1".to_owned();
    assert_eq!(refused(&input), "la date de lancement de l'ordre OF1 manque");
    input.orders[0].release = Some(number("0"));
    input.orders[0].due = Some(at("2027-10-04 14:00"));
    assert_eq!(
        refused(&input),
        "des dates et des nombres sont mélangés : choisissez une seule écriture"
    );
    let mut circle = one_order(Direction::Forward, "1", vec![fixed(0, "1"), fixed(1, "1")]);
    circle.orders[0].steps[0].after = vec![1];
    circle.orders[0].release = Some(number("0"));
    assert_eq!(refused(&circle), "l'opération « 10 » suit une opération écrite après elle");
    let mut empty = one_order(Direction::Forward, "1", Vec::new());
    empty.orders[0].release = Some(number("0"));
    assert_eq!(refused(&empty), "l'ordre n'a aucune opération");
}

#[test]
fn absurd_durations_are_errors_not_panics() {
    let long = Step { calendar: days(), ..fixed(0, "999999999") };
    let mut input = one_order(Direction::Forward, "1", vec![long]);
    input.orders[0].release = Some(at("2027-10-04 14:00"));
    assert!(worksheet(&input).expect("made").evaluate().is_err());
    input.orders[0].steps[0].calendar = WorkingTime::always();
    input.orders[0].steps[0].duration = StepDuration::Fixed(Decimal::MAX);
    assert!(worksheet(&input).expect("made").evaluate().is_err());
}
