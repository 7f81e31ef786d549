//! Tests of the plan: published exercises, strategies, refusals; options in `options`.

mod options;

use super::*;
use crate::domain::planning::worksheet::{Evaluation, Value, Worksheet};

fn decimals(numbers: &[i64]) -> Vec<Decimal> {
    numbers.iter().map(|number| Decimal::from(*number)).collect()
}

/// A plan of one family without code.
fn plan(demand: &[i64], opening: i64, strategies: &[Strategy]) -> PlanInput {
    PlanInput {
        periods: Periods::numbered(demand.len()),
        families: vec![Family {
            demand: decimals(demand),
            opening_stock: Decimal::from(opening),
            ..Family::default()
        }],
        worked: WorkedTime::EveryPeriod,
        strategies: strategies.to_vec(),
        resources: Resources::default(),
        costs: Costs::default(),
        rounding: None,
        cumulated: false,
    }
}

struct Solved {
    sheet: Worksheet,
    values: Evaluation,
}

impl Solved {
    fn of(input: &PlanInput) -> Self {
        let sheet = worksheet(input).expect("a plan");
        let values = sheet.evaluate().expect("evaluates");
        Self { sheet, values }
    }

    fn value(&self, row: &str, column: &str) -> Value {
        let id = self.sheet.find(row, column).unwrap_or_else(|| panic!("{row} {column}"));
        self.values.value(id).clone()
    }

    fn number(&self, row: &str, column: &str) -> Decimal {
        self.value(row, column).number().expect("a number").round_dp(6).normalize()
    }

    /// Numbers of a row from period 1.
    fn row(&self, row: &str, count: usize) -> Vec<Decimal> {
        (1..=count).map(|rank| self.number(row, &rank.to_string())).collect()
    }

    fn working(&self, row: &str, column: &str) -> String {
        let id = self.sheet.find(row, column).expect("a cell");
        self.sheet.working(id, &self.values)
    }
}

fn refusal(input: &PlanInput) -> String {
    worksheet(input).expect_err("refused").to_string()
}

/// Six periods, capacity 140, overtime 40 at 15 instead of 10, stock 2, backlog 8.
fn three_strategies() -> PlanInput {
    let strategies = [Strategy::Chase, Strategy::Level, Strategy::Optimum];
    let mut input = plan(&[100, 120, 160, 180, 140, 100], 0, &strategies);
    input.resources.normal = Some(Capacity::ByPeriod(decimals(&[140; 6])));
    input.resources.overtime = Some(Extra::ByPeriod(decimals(&[40; 6])));
    input.costs = Costs {
        normal: Some(Decimal::TEN),
        overtime: Some(Decimal::from(15)),
        stock: Some(Decimal::TWO),
        backlog: Some(Decimal::from(8)),
        ..Costs::default()
    };
    input
}

#[test]
fn the_three_strategies_cost_what_was_published() {
    let solved = Solved::of(&three_strategies());
    assert_eq!(solved.number("POURSUITE.COUT", "total"), Decimal::from(8300));
    assert_eq!(solved.number("CONSTANTE.COUT", "total"), Decimal::from(8680));
    assert_eq!(solved.number("OPTIMUM.COUT", "total"), Decimal::from(8240));
    assert_eq!(solved.number("COUT_MIN", "valeur"), Decimal::from(8240));
    assert_eq!(solved.value("MEILLEURE", "valeur"), Value::from("Plan optimal"));
    assert_eq!(solved.row("POURSUITE.HS", 6), decimals(&[0, 0, 20, 40, 0, 0]));
    assert_eq!(solved.row("OPTIMUM.HS", 6), decimals(&[0, 0, 0, 40, 0, 0]));
    assert_eq!(solved.row("OPTIMUM.STOCK", 6), decimals(&[0, 20, 0, 0, 0, 0]));
    assert_eq!(
        solved.sheet.remarks,
        ["Production constante : le stock devient négatif en 4 (−26,6667), des livraisons sont \
             en retard."]
    );
    assert_eq!(
        solved.working("POURSUITE.COUT_HS", "4"),
        "Coût des heures supplémentaires 4 = 40 × 15 = 600"
    );
    assert_eq!(
        solved.working("OPTIMUM.HS", "4"),
        "Heures supplémentaires 4 = part du plan de coût minimal (problème de transport) = 40"
    );
}

#[test]
fn a_closed_month_produces_nothing() {
    let sales = [10, 10, 5, 5, 10, 10, 60, 40, 80, 150, 40, 20];
    let mut input = plan(&sales, 20, &[Strategy::Level]);
    input.worked = WorkedTime::Openings((0..12).map(|month| month != 7).collect());
    input.cumulated = true;
    let solved = Solved::of(&input);
    let stock = [50, 80, 115, 150, 180, 210, 190, 150, 110, 0, 0, 20];
    assert_eq!(solved.row("STOCK", 12), decimals(&stock));
    assert_eq!(solved.number("STOCK", "0"), Decimal::from(20));
    assert_eq!(solved.number("PROD", "8"), Decimal::ZERO);
    assert_eq!(solved.number("PROD", "total"), Decimal::from(440));
    assert_eq!(solved.number("STOCK_INI_MIN", "valeur"), Decimal::from(20));
    assert_eq!(solved.number("DEM_CUM", "10"), Decimal::from(380));
    assert_eq!(solved.number("PROD_CUM", "10"), Decimal::from(360));
    assert_eq!(solved.number("DISPO_CUM", "10"), Decimal::from(380));
    assert_eq!(
        solved.working("CADENCE", "valeur"),
        "Production par période travaillée = 440 ÷ 11 = 40"
    );
    assert_eq!(solved.working("STOCK", "3"), "Stock 3 = 80 + 40 − 5 = 115");
    assert!(solved.sheet.remarks.is_empty());
}

#[test]
fn a_rate_by_day_reaches_the_stock_wanted() {
    let mut input = plan(&[100, 200, 150], 50, &[Strategy::Level]);
    input.families[0].target = StockTarget::Closing(Decimal::ONE_HUNDRED);
    input.worked = WorkedTime::Days(decimals(&[20, 10, 20]));
    let solved = Solved::of(&input);
    assert_eq!(solved.row("PROD", 3), decimals(&[200, 100, 200]));
    assert_eq!(solved.row("STOCK", 3), decimals(&[150, 50, 100]));
    assert_eq!(
        solved.working("CADENCE", "valeur"),
        "Production par jour ouvré = (450 + 100 − 50) ÷ 50 = 10"
    );
}

#[test]
fn the_lowest_rate_without_shortage_is_that_of_the_hardest_period() {
    let mut input = plan(&[10, 50, 0], 0, &[Strategy::LevelWithoutShortage]);
    let solved = Solved::of(&input);
    assert_eq!(solved.row("CADENCE_MIN", 3), decimals(&[10, 30, 20]));
    assert_eq!(solved.row("STOCK", 3), decimals(&[20, 0, 30]));
    input.worked = WorkedTime::Openings(vec![false, true, true]);
    let solved = Solved::of(&input);
    assert_eq!(solved.row("CADENCE_MIN", 3), decimals(&[0, 60, 30]));
    assert_eq!(solved.row("PROD", 3), decimals(&[0, 60, 60]));
}

#[test]
fn a_chase_follows_the_stocks_wanted() {
    let mut input = plan(&[10, 10, 10], 5, &[Strategy::Chase]);
    input.families[0].target = StockTarget::ByPeriod(decimals(&[5, 8, 0]));
    let solved = Solved::of(&input);
    assert_eq!(solved.row("PROD", 3), decimals(&[10, 13, 2]));
    assert_eq!(solved.working("PROD", "2"), "Production 2 = 10 + 8 − 5 = 13");
    input.worked = WorkedTime::Openings(vec![true, false, true]);
    let solved = Solved::of(&input);
    assert_eq!(solved.row("PROD", 3), decimals(&[10, 0, 15]));
    assert_eq!(solved.number("STOCK_INI_MIN", "valeur"), Decimal::TEN);
    input.resources.normal = Some(Capacity::ByPeriod(decimals(&[10, 10, 12])));
    assert_eq!(Solved::of(&input).row("STOCK", 3), decimals(&[5, -5, -3]));
}

/// Two periods of 100 at most, 40 wanted at the end: a chase waits too long, the optimum does not.
fn missed_target() -> PlanInput {
    let mut input = plan(&[40, 120], 0, &[Strategy::Chase, Strategy::Optimum]);
    input.families[0].target = StockTarget::Closing(Decimal::from(40));
    input.resources.normal = Some(Capacity::ByPeriod(decimals(&[100, 100])));
    input.costs =
        Costs { normal: Some(Decimal::TEN), stock: Some(Decimal::TWO), ..Costs::default() };
    input
}

#[test]
fn a_cheaper_plan_that_misses_the_final_stock_says_so() {
    let solved = Solved::of(&missed_target());
    assert_eq!(solved.row("POURSUITE.STOCK", 2), decimals(&[40, 20]));
    assert_eq!(solved.row("OPTIMUM.STOCK", 2), decimals(&[60, 40]));
    assert_eq!(solved.number("POURSUITE.COUT", "total"), Decimal::from(1920));
    assert_eq!(solved.number("OPTIMUM.COUT", "total"), Decimal::from(2200));
    assert_eq!(solved.value("MEILLEURE", "valeur"), Value::from("Production synchrone"));
    assert_eq!(
        solved.sheet.remarks,
        ["Production synchrone : le stock final (20) reste sous le stock visé (40), son coût ne \
          se compare pas à celui d'un plan qui l'atteint."]
    );
}

#[test]
fn a_plan_that_reaches_the_final_stock_is_not_blamed() {
    let mut input = missed_target();
    input.families[0].demand = decimals(&[40, 100]);
    assert!(Solved::of(&input).sheet.remarks.is_empty());
    // Without costs there is nothing to compare: only the stock is said.
    let mut input = plan(&[10, 10], 5, &[Strategy::Imposed]);
    input.families[0].imposed = decimals(&[10, 6]);
    assert!(Solved::of(&input).sheet.remarks.is_empty(), "no stock is wanted");
    input.families[0].target = StockTarget::ByPeriod(decimals(&[9, 3]));
    assert_eq!(
        Solved::of(&input).sheet.remarks,
        ["Production imposée : le stock final (1) reste sous le stock visé (3)."]
    );
    input.families[0].target = StockTarget::Closing(Decimal::ZERO);
    assert!(Solved::of(&input).sheet.remarks.is_empty());
}

#[test]
fn changes_of_production_cost_something() {
    let mut input = plan(&[40, 40], 0, &[Strategy::Imposed]);
    input.families[0].imposed = decimals(&[50, 30]);
    input.costs.rise = Some(Decimal::TWO);
    input.costs.fall = Some(Decimal::from(3));
    let solved = Solved::of(&input);
    assert_eq!(solved.number("COUT", "total"), Decimal::from(60));
    input.costs.previous_production = Some(Decimal::from(40));
    let solved = Solved::of(&input);
    assert_eq!(solved.row("HAUSSE", 2), decimals(&[10, 0]));
    assert_eq!(solved.row("BAISSE", 2), decimals(&[0, 20]));
    assert_eq!(solved.number("COUT", "total"), Decimal::from(80));
}

#[test]
fn families_are_added_up() {
    let mut input = plan(&[10, 20], 0, &[Strategy::Chase, Strategy::Level]);
    input.families[0].code = "A".to_owned();
    let mut second = input.families[0].clone();
    second.code = "B".to_owned();
    second.demand = decimals(&[1, 3]);
    input.families.push(second);
    let solved = Solved::of(&input);
    assert_eq!(solved.row("TOTAL.DEM", 2), decimals(&[11, 23]));
    assert_eq!(solved.row("TOTAL.CONSTANTE.PROD", 2), decimals(&[17, 17]));
    assert_eq!(solved.row("B.POURSUITE.PROD", 2), decimals(&[1, 3]));
    input.resources.normal = Some(Capacity::ByPeriod(decimals(&[5, 5])));
    assert_eq!(
        refusal(&input),
        "les capacités et le plan optimal se calculent pour une seule famille"
    );
    input.families[1].code = "A".to_owned();
    assert_eq!(refusal(&input), "la famille « A » existe deux fois");
}

#[test]
fn what_makes_no_plan_is_refused() {
    let level = [Strategy::Level];
    assert_eq!(refusal(&plan(&[], 0, &level)), "aucune période n'est définie");
    let mut input = plan(&[1, 2], 0, &level);
    input.families[0].demand.pop();
    assert_eq!(refusal(&input), "1 valeurs pour la demande, et 2 périodes");
    input.families[0].demand.push(-Decimal::ONE);
    assert_eq!(refusal(&input), "une valeur est négative dans la demande");
    let mut input = plan(&[1, 2], 0, &[Strategy::Level, Strategy::Level]);
    assert_eq!(refusal(&input), "la stratégie « Production constante » est demandée deux fois");
    input.strategies.pop();
    input.worked = WorkedTime::Days(decimals(&[0, 0]));
    assert_eq!(refusal(&input), "aucune période n'est travaillée");
    input.worked = WorkedTime::EveryPeriod;
    input.resources.overtime = Some(Extra::Unlimited);
    assert_eq!(refusal(&input), "des heures supplémentaires supposent une capacité normale");
    input.resources.normal = Some(Capacity::PerDay(Decimal::ONE));
    assert_eq!(refusal(&input), "une capacité par jour suppose les jours ouvrés de chaque période");
    let long = plan(&[1; MAX_OPTIMUM_PERIODS + 1], 0, &[Strategy::Optimum]);
    assert_eq!(refusal(&long), "le plan optimal se limite à 24 périodes");
    let mut named = plan(&[1, 2], 0, &level);
    named.periods.names[1] = "total".to_owned();
    assert_eq!(refusal(&named), "la colonne « total » existe deux fois");
}
