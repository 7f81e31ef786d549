//! Tests of the schedule: published exercises, conventions, refusals.

mod options;

use super::*;
use crate::domain::planning::worksheet::{Evaluation, Value, Worksheet};

fn decimals(numbers: &[i64]) -> Vec<Decimal> {
    numbers.iter().map(|number| Decimal::from(*number)).collect()
}

fn schedule(count: usize, item: ScheduledItem) -> MasterScheduleInput {
    MasterScheduleInput {
        periods: Periods::numbered(count),
        items: vec![item],
        family: None,
        demand: DemandRule::Greatest,
        fence: 0,
        trigger: Trigger::BelowSafety,
        promise: Promise::Cumulative,
        presentation: Presentation::Standard,
    }
}

fn item(opening: i64, forecast: &[i64], orders: &[i64]) -> ScheduledItem {
    let forecast = if forecast.is_empty() {
        Quantities::None
    } else {
        Quantities::ByPeriod(decimals(forecast))
    };
    ScheduledItem {
        opening_stock: Decimal::from(opening),
        forecast,
        orders: decimals(orders),
        ..ScheduledItem::default()
    }
}

fn fixed(plan: &[i64]) -> Plan {
    Plan::Computed { fixed: decimals(plan) }
}

const DISCRETE: Promise =
    Promise::Discrete { opening_stock: true, carry_back: false, running: false };

struct Solved {
    sheet: Worksheet,
    values: Evaluation,
}

impl Solved {
    fn of(input: &MasterScheduleInput) -> Self {
        Self::sheet(worksheet(input).expect("a schedule"))
    }

    fn sheet(sheet: Worksheet) -> Self {
        let values = sheet.evaluate().expect("evaluates");
        Self { sheet, values }
    }

    fn value(&self, row: &str, column: &str) -> Value {
        let id = self.sheet.find(row, column).unwrap_or_else(|| panic!("{row} {column}"));
        self.values.value(id).clone()
    }

    /// Numbers of a row from period 1; -1 for a blank, which no quantity is.
    fn row(&self, row: &str, count: usize) -> Vec<i64> {
        let number = |rank: usize| match self.value(row, &rank.to_string()) {
            Value::Number(number) => i64::try_from(number).expect("whole"),
            _ => -1,
        };
        (1..=count).map(number).collect()
    }

    fn working(&self, row: &str, column: &str) -> String {
        let id = self.sheet.find(row, column).expect("a cell");
        self.sheet.working(id, &self.values)
    }
}

fn refusal(input: &MasterScheduleInput) -> String {
    worksheet(input).expect_err("refused").to_string()
}

#[test]
fn the_cumulative_promise_looks_ahead() {
    let mut article = item(10_000, &[], &[5_000, 0, 3_500]);
    article.plan = fixed(&[0, 10_000, 0]);
    let mut input = schedule(3, article);
    input.presentation = Presentation::Hec;
    let solved = Solved::of(&input);
    assert_eq!(solved.row("STOCK", 3), [5_000, 15_000, 11_500]);
    assert_eq!(solved.row("DAV", 3), [5_000, 11_500, 11_500]);
    assert_eq!(
        solved.working("DAV", "1"),
        "DAV 1 = min(5\u{202f}000 ; 11\u{202f}500) = 5\u{202f}000"
    );
    assert!(solved.sheet.find("STOCKCF", "1").is_none());
    input.promise = DISCRETE;
    assert_eq!(Solved::of(&input).row("DAV", 3), [5_000, 6_500, -1]);
    input.promise = Promise::ByPeriod { opening_stock: false };
    input.items[0].orders = decimals(&[0, 4_000, 0]);
    assert_eq!(Solved::of(&input).row("DAV", 3), [0, 6_000, 0]);
}

#[test]
fn a_lot_is_received_when_the_stock_would_be_negative() {
    let forecast = [30, 30, 30, 30, 35, 35, 35, 35];
    let mut article = item(40, &forecast, &[38, 27, 10, 5, 0, 0, 0, 0]);
    article.lot = LotRule::Multiple(Decimal::from(80));
    article.lead_time = Some(2);
    let mut input = schedule(8, article);
    input.promise = DISCRETE;
    let solved = Solved::of(&input);
    assert_eq!(solved.row("PDP", 8), [0, 80, 0, 80, 0, 0, 80, 0]);
    assert_eq!(solved.row("STOCK", 8), [2, 52, 22, 72, 37, 2, 47, 12]);
    assert_eq!(solved.row("DAV", 8), [2, 43, -1, 75, -1, -1, 80, -1]);
    assert_eq!(solved.row("LANC", 6), [0, 80, 0, 0, 80, 0]);
    assert_eq!(solved.value("LANC", "0"), Value::from(80u32));
    assert_eq!(
        solved.sheet.remarks,
        ["80 à lancer avant la première période : le délai ne suffit plus."]
    );
    assert_eq!(solved.working("DEMANDE", "1"), "Demande 1 = max(30 ; 38) = 38");
    assert_eq!(solved.working("BN", "2"), "BN 2 = 30 − 2 = 28");
    assert_eq!(solved.working("PDP", "2"), "PDP 2 = 28 arrondi au multiple de 80 supérieur = 80");
    assert_eq!(solved.working("STOCK", "2"), "Stock 2 = 2 + 80 − 30 = 52");
    assert_eq!(solved.working("DAV", "1"), "DAV 1 = 40 + 0 − 38 = 2");
    assert_eq!(solved.working("DAV", "2"), "DAV 2 = 80 − 37 = 43 (car 80 > 0)");
}

#[test]
fn orders_alone_count_inside_the_fence() {
    let mut article = item(50, &[100; 6], &[90, 80, 60, 30, 10, 0]);
    article.plan = fixed(&[100; 6]);
    let mut input = schedule(6, article);
    input.fence = 1;
    input.promise = Promise::Discrete { opening_stock: false, carry_back: false, running: true };
    let solved = Solved::of(&input);
    assert_eq!(solved.row("STOCK", 6), [60; 6]);
    assert_eq!(solved.row("DAV", 6), [10, 20, 40, 70, 90, 100]);
    assert_eq!(solved.row("DAV_CUMUL", 6), [10, 30, 70, 140, 230, 330]);
    input.fence = 0;
    input.promise = DISCRETE;
    let solved = Solved::of(&input);
    assert_eq!(solved.row("STOCK", 6), [50; 6]);
    assert_eq!(solved.row("DAV", 6), [60, 20, 40, 70, 90, 100]);
    input.demand = DemandRule::Orders;
    assert_eq!(Solved::of(&input).row("STOCK", 6), [60, 80, 120, 190, 280, 380]);
    input.demand = DemandRule::Forecast;
    input.promise = Promise::Cumulative;
    let solved = Solved::of(&input);
    assert_eq!(solved.row("STOCKCF", 6), [60, 80, 120, 190, 280, 380]);
    assert_eq!(solved.row("DAV", 6), [60, 80, 120, 190, 280, 380]);
}

#[test]
fn a_shortage_is_taken_from_the_receipts_before() {
    let mut article = item(0, &[], &[20, 10, 60, 5]);
    article.plan = fixed(&[50, 0, 50, 0]);
    let mut input = schedule(4, article);
    input.promise = Promise::Discrete { opening_stock: true, carry_back: true, running: false };
    let solved = Solved::of(&input);
    let raw = solved.value("DAV_BRUT", "3");
    assert_eq!(raw, Value::Number(Decimal::from(-15)));
    assert_eq!(solved.row("DAV", 4), [5, -1, 0, -1]);
    assert!(solved.sheet.remarks.is_empty());
    input.promise = DISCRETE;
    assert_eq!(solved.working("DAV", "1"), "DAV 1 = 20 + (−15) = 5");
    assert_eq!(Solved::of(&input).row("DAV", 4), [20, -1, -15, -1]);
}

#[test]
fn the_safety_stock_triggers_or_is_only_restored() {
    let mut article = item(30, &[10, 12, 10, 20], &[]);
    article.safety = SafetyStock::Fixed(Decimal::TEN);
    article.receipts = decimals(&[0, 0, 5, 0]);
    let mut input = schedule(4, article);
    let solved = Solved::of(&input);
    assert_eq!(solved.row("BN", 4), [0, 2, 5, 20]);
    assert_eq!(solved.row("STOCK", 4), [20, 10, 10, 10]);
    assert_eq!(solved.working("BN", "3"), "BN 3 = 10 + 10 − (10 + 5) = 5");
    input.trigger = Trigger::BelowZero;
    let solved = Solved::of(&input);
    assert_eq!(solved.row("BN", 4), [0, 0, 0, 27]);
    assert_eq!(solved.row("STOCK", 4), [20, 8, 3, 10]);
    input.items[0].safety = SafetyStock::PercentOfRequirement(Decimal::from(50));
    input.trigger = Trigger::BelowSafety;
    let solved = Solved::of(&input);
    assert_eq!(solved.row("SS", 4), [5, 6, 5, 10]);
    assert_eq!(solved.row("STOCK", 4), [20, 8, 5, 10]);
}

#[test]
fn requirements_are_grouped_by_periods() {
    let mut article = item(12, &[10, 10, 10, 10, 10], &[]);
    article.lot = LotRule::Grouped { periods: 2, multiple: None };
    let mut input = schedule(5, article);
    let solved = Solved::of(&input);
    assert_eq!(solved.row("PDP", 5), [0, 18, 0, 20, 0]);
    assert_eq!(solved.row("STOCK", 5), [2, 10, 0, 10, 0]);
    input.items[0].plan = fixed(&[5, 0]);
    let solved = Solved::of(&input);
    assert_eq!(solved.sheet.remarks, ["le stock projeté devient négatif en 2 (−3)."]);
    assert_eq!(solved.row("PDP", 5), [5, 0, 23, 0, 10]);
    assert!(solved.sheet.find("BN", "2").is_none());
}

#[test]
fn a_family_is_shared_between_articles() {
    let mut article = item(0, &[], &[]);
    article.code = "A".to_owned();
    article.forecast = Quantities::ShareOfFamily;
    article.share = Some(Decimal::from(60));
    let mut other = article.clone();
    other.code = "B".to_owned();
    other.plan = Plan::ShareOfFamily;
    other.share = Some(Decimal::from(40));
    let mut input = schedule(4, article);
    input.items.push(other);
    let bucket = |name: &str, quantity: i64, periods: usize| Bucket {
        name: name.to_owned(),
        quantity: Decimal::from(quantity),
        periods,
    };
    let buckets = vec![bucket("mars", 600, 3), bucket("avril", 100, 1)];
    input.family = Some(FamilyPlan { label: "Vélos".to_owned(), buckets, rounding: None });
    let solved = Solved::of(&input);
    assert_eq!(solved.row("A.PREV", 4), [120, 120, 120, 60]);
    assert_eq!(solved.row("B.PDP", 4), [80, 80, 80, 40]);
    assert_eq!(solved.value("PIC.mars", "0"), Value::from(600u32));
    assert_eq!(solved.working("A.PREV", "1"), "Prévision 1 = 600 × 60 ÷ 100 ÷ 3 = 120");
    input.items[1].share = None;
    assert_eq!(refusal(&input), "B n'a pas de part dans un PIC");
    input.family = None;
    assert_eq!(refusal(&input), "A n'a pas de part dans un PIC");
}

#[test]
fn what_makes_no_schedule_is_refused() {
    assert_eq!(refusal(&schedule(0, item(0, &[], &[]))), "aucune période n'est définie");
    let nothing = schedule(2, item(0, &[], &[]));
    assert_eq!(refusal(&nothing), "l'article n'a ni prévision ni commande");
    let short = schedule(2, item(0, &[1], &[]));
    assert_eq!(refusal(&short), "l'article a une série de 1 valeurs pour 2 périodes");
    let mut input = schedule(1, item(0, &[1], &[]));
    input.items[0].lot = LotRule::Multiple(Decimal::ZERO);
    assert_eq!(refusal(&input), "la taille du lot doit être plus grande que zéro");
    input.items[0].lot = LotRule::LotForLot;
    input.items[0].plan = fixed(&[1, 2]);
    assert_eq!(refusal(&input), "l'article a plus de réceptions fixées que de périodes");
    let mut twice = schedule(1, item(0, &[1], &[]));
    twice.items.push(twice.items[0].clone());
    assert_eq!(refusal(&twice), "un article n'a pas de code");
    twice.items.iter_mut().for_each(|item| item.code = "A".to_owned());
    assert_eq!(refusal(&twice), "l'article « A » existe deux fois");
    twice.items.clear();
    assert_eq!(refusal(&twice), "aucun article n'est à planifier");
}
