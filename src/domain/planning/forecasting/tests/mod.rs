//! Tests of forecasts: published exercises, conventions, refusals.

mod options;

use super::*;
use crate::domain::planning::worksheet::{Evaluation, Worksheet};

fn series(history: &[i64], methods: Vec<Method>) -> SeriesForecast {
    let named = history.iter().enumerate();
    SeriesForecast {
        unit: String::new(),
        history: named.map(|(rank, demand)| ((rank + 1).to_string(), (*demand).into())).collect(),
        ahead: vec![(history.len() + 1).to_string()],
        abscissas: Vec::new(),
        methods,
        rounding: None,
        line_rounding: None,
        errors: None,
    }
}

fn tenths(numbers: &[i64]) -> Vec<Decimal> {
    numbers.iter().map(|number| Decimal::new(*number, 1)).collect()
}

struct Solved {
    sheet: Worksheet,
    values: Evaluation,
}

impl Solved {
    fn series(input: SeriesForecast) -> Self {
        Self::sheet(worksheet(&ForecastInput::Series(input)).expect("forecasts"))
    }

    fn seasons(input: SeasonalForecast) -> Self {
        Self::sheet(worksheet(&ForecastInput::Seasons(input)).expect("coefficients"))
    }

    fn sheet(sheet: Worksheet) -> Self {
        let values = sheet.evaluate().expect("evaluates");
        Self { sheet, values }
    }

    /// The number of a cell as printed with four decimals.
    fn number(&self, row: &str, column: &str) -> String {
        let id = self.sheet.find(row, column).unwrap_or_else(|| panic!("{row} {column}"));
        let number = self.values.number(id).expect("a number");
        number.round_dp(4).normalize().to_string()
    }

    fn row(&self, row: &str, columns: &[&str]) -> Vec<String> {
        columns.iter().map(|column| self.number(row, column)).collect()
    }

    fn working(&self, row: &str, column: &str) -> String {
        let id = self.sheet.find(row, column).expect("a cell");
        self.sheet.working(id, &self.values)
    }
}

fn refusal(input: SeriesForecast) -> String {
    worksheet(&ForecastInput::Series(input)).expect_err("refused").to_string()
}

const DEMANDS: [i64; 8] = [70, 71, 75, 73, 78, 85, 87, 91];

#[test]
fn averages_are_those_of_the_course() {
    let weights = tenths(&[5, 3, 2]);
    let methods = vec![
        Method::MovingAverage { periods: 3 },
        Method::MovingAverage { periods: 6 },
        Method::WeightedAverage { weights, recent_first: true },
        Method::Naive { lag: 1 },
        Method::Naive { lag: 4 },
        Method::Mean,
    ];
    let mut input = series(&DEMANDS, methods);
    input.ahead.push("10".to_owned());
    let solved = Solved::series(input);
    let columns = ["4", "5", "6", "7", "8", "9", "10"];
    assert_eq!(
        solved.row("MM3", &columns),
        ["72", "73", "75.3333", "78.6667", "83.3333", "87.6667", "87.6667"]
    );
    assert_eq!(solved.row("MM6", &["7", "8", "9"]), ["75.3333", "78.1667", "81.5"]);
    assert_eq!(solved.number("MMP3", "9"), "88.6");
    assert_eq!(solved.row("NAIVE", &["2", "9", "10"]), ["70", "91", "91"]);
    assert_eq!(solved.row("NAIVE4", &["9", "10"]), ["78", "85"]);
    assert_eq!(solved.row("MOY", &["2", "9"]), ["70", "78.75"]);
    assert!(solved.sheet.find("MM3", "3").is_none());
    assert_eq!(solved.working("MM3", "9"), "MM3 9 = (85 + 87 + 91) ÷ 3 ≈ 87,6667");
    assert_eq!(solved.working("MMP3", "9"), "MMP3 9 = 0,5 × 91 + 0,3 × 87 + 0,2 × 85 = 88,6");
}

#[test]
fn weights_may_come_oldest_first_and_need_not_add_up_to_one() {
    let weights: Vec<Decimal> = [1u32, 2, 3].map(Decimal::from).to_vec();
    let method = Method::WeightedAverage { weights, recent_first: false };
    let mut input = series(&[10, 20, 40], vec![method]);
    input.rounding = Some(Rounding::nearest(0));
    let solved = Solved::series(input);
    // (10 + 40 + 120) ÷ 6 = 28.33.
    assert_eq!(solved.number("MMP3", "4"), "28");
    assert_eq!(solved.number("MMP3.P1", "valeur"), "3");
}

#[test]
fn smoothing_weighs_the_last_demand_and_its_forecast() {
    let alpha = Decimal::new(8, 1);
    let start = SmoothingStart::Stated(Decimal::ONE_HUNDRED);
    let mut input = series(&[110, 120], vec![Method::Smoothing { alpha, start }]);
    let solved = Solved::series(input.clone());
    assert_eq!(solved.row("LES", &["1", "2", "3"]), ["100", "108", "117.6"]);
    assert_eq!(solved.working("LES", "2"), "Prévision 2 = 0,8 × 110 + (1 − 0,8) × 100 = 108");
    input.methods = vec![Method::Smoothing { alpha, start: SmoothingStart::FirstDemand }];
    assert_eq!(Solved::series(input.clone()).row("LES", &["1", "2", "3"]), ["110", "110", "118"]);
    input.methods = vec![Method::Smoothing { alpha, start: SmoothingStart::MeanOfFirst(2) }];
    assert_eq!(Solved::series(input.clone()).row("LES", &["1", "2"]), ["115", "111"]);
    input.methods = vec![Method::Smoothing { alpha: Decimal::TWO, start }];
    assert_eq!(refusal(input), "le coefficient de lissage va de 0 à 1");
}

#[test]
fn holt_smooths_a_level_and_a_trend() {
    let half = Decimal::new(5, 1);
    let holt = Method::Holt { alpha: half, beta: half, start: None };
    let mut input = series(&[10, 14, 20], vec![holt]);
    input.ahead.push("5".to_owned());
    let solved = Solved::series(input);
    // Levels 10, 14, 19; trends 4, 4, 4.5.
    assert_eq!(solved.row("HOLT.N", &["1", "2", "3"]), ["10", "14", "19"]);
    assert_eq!(solved.row("HOLT.T", &["1", "2", "3"]), ["4", "4", "4.5"]);
    assert_eq!(solved.row("HOLT", &["2", "3", "4", "5"]), ["14", "18", "23.5", "28"]);
}

#[test]
fn lines_are_those_of_the_course() {
    let line = |method| vec![Method::Line(method)];
    let extremes = series(&[12, 18, 30, 51, 66, 75], line(LineMethod::Extremes));
    let solved = Solved::series(extremes);
    assert_eq!(solved.number("PE.A", "valeur"), "12.6");
    assert_eq!(solved.number("PE.B", "valeur"), "-0.6");
    assert_eq!(solved.number("PE", "7"), "87.6");
    assert_eq!(solved.working("PE", "7"), "y 7 = 12,6 × 7 + (−0,6) = 87,6");
    let solved = Solved::series(series(&[89, 97, 108, 120], line(LineMethod::Mayer)));
    assert_eq!(solved.number("MAYER.A", "valeur"), "10.5");
    assert_eq!(solved.number("MAYER.B", "valeur"), "77.25");
    assert_eq!(solved.number("MAYER", "5"), "129.75");
    let demands = [18, 19, 20, 18, 23, 24, 22, 25, 29, 27];
    let mut input = series(&demands, line(LineMethod::LeastSquares));
    let x = [22u32, 22, 23, 26, 31, 32, 34, 37, 41, 42, 50];
    input.abscissas = x.map(Decimal::from).to_vec();
    let solved = Solved::series(input.clone());
    assert_eq!(solved.number("MC.XY", "total"), "7219");
    assert_eq!(solved.number("MC.X2", "total"), "10128");
    assert_eq!(solved.number("MC.A", "valeur"), "0.471");
    assert_eq!(solved.number("MC.B", "valeur"), "7.8977");
    assert_eq!(
        solved.working("MC.A", "valeur"),
        "a = (10 × 7\u{202f}219 − 310 × 225) ÷ (10 × 10\u{202f}128 − 310 × 310) ≈ 0,471"
    );
    input.line_rounding = Some(Rounding::nearest(2));
    assert_eq!(Solved::series(input).number("MC.B", "valeur"), "7.93");
}

#[test]
fn errors_are_measured_over_the_history() {
    let mut input = series(&[10, 12, 8, 16], vec![Method::Naive { lag: 1 }]);
    input.errors = Some(ErrorSign::DemandLessForecast);
    let solved = Solved::series(input.clone());
    assert_eq!(solved.row("NAIVE.ECART", &["2", "3", "4"]), ["2", "-4", "8"]);
    assert_eq!(solved.number("NAIVE.BIAIS", "valeur"), "2");
    assert_eq!(solved.number("NAIVE.MAD", "valeur"), "4.6667");
    assert_eq!(solved.row("NAIVE.ECART_PCT", &["2", "3", "4"]), ["16.6667", "50", "50"]);
    assert_eq!(solved.number("NAIVE.MAPE", "valeur"), "38.8889");
    assert_eq!(solved.working("NAIVE.ECART_ABS", "3"), "Écart absolu 3 = |−4| = 4");
    input.errors = Some(ErrorSign::ForecastLessDemand);
    assert_eq!(Solved::series(input.clone()).number("NAIVE.BIAIS", "valeur"), "-2");
    input.history[1].1 = Decimal::ZERO;
    let solved = Solved::series(input);
    assert!(solved.sheet.find("NAIVE.MAPE", "valeur").is_none());
    assert_eq!(solved.sheet.remarks, ["L'écart en % n'est pas calculé : une demande est nulle."]);
}

#[test]
fn forecasts_of_the_author_are_measured() {
    let stated = Method::Stated([100u32, 90].map(Decimal::from).to_vec());
    let mut input = series(&[110, 80, 95], vec![stated]);
    input.errors = Some(ErrorSign::default());
    let solved = Solved::series(input);
    assert_eq!(solved.row("PREV.ECART", &["1", "2"]), ["10", "-10"]);
    assert_eq!(solved.number("PREV.MAD", "valeur"), "10");
    let nothing = refusal(series(&[1], vec![Method::Stated(Vec::new())]));
    assert_eq!(nothing, "une méthode porte sur au moins une période");
}

fn quarters() -> SeasonalForecast {
    let years = [[60, 90, 280, 460], [70, 90, 310, 500], [75, 105, 340, 550]];
    SeasonalForecast {
        unit: String::new(),
        seasons: ["T1", "T2", "T3", "T4"].map(str::to_owned).to_vec(),
        years: years
            .iter()
            .zip(["A1", "A2", "A3"])
            .map(|(year, name)| (name.to_owned(), year.map(Decimal::from).to_vec()))
            .collect(),
        methods: vec![SeasonalMethod::Simple, SeasonalMethod::Mean],
        rounding: None,
        last_completes: false,
        annual: Some(Decimal::from(1200)),
    }
}

#[test]
fn seasons_are_shares_or_ratios() {
    let columns = ["T1", "T2", "T3", "T4", "total"];
    let mut input = quarters();
    let solved = Solved::seasons(input.clone());
    assert_eq!(solved.row("SIMPLE.TOTAL", &columns), ["205", "285", "930", "1510", "2930"]);
    assert_eq!(solved.row("MOYEN.MOY", &columns), ["68.3333", "95", "310", "503.3333", "244.1667"]);
    assert_eq!(solved.number("SIMPLE.PREV", "total"), "1200");
    input.rounding = Some(Rounding::nearest(2));
    input.last_completes = true;
    let solved = Solved::seasons(input);
    assert_eq!(solved.row("SIMPLE.COEF", &columns), ["0.07", "0.1", "0.32", "0.51", "1"]);
    assert_eq!(solved.row("SIMPLE.PREV", &columns), ["84", "120", "384", "612", "1200"]);
    assert_eq!(solved.row("MOYEN.COEF", &columns), ["0.28", "0.39", "1.27", "2.06", "4"]);
    assert_eq!(solved.row("MOYEN.PREV", &columns), ["84", "117", "381", "618", "1200"]);
    assert_eq!(
        solved.working("SIMPLE.COEF", "T4"),
        "Coefficient T4 = 1 − (0,07 + 0,1 + 0,32) = 0,51"
    );
    assert_eq!(solved.working("SIMPLE.COEF", "T1"), "Coefficient T1 = 205 ÷ 2\u{202f}930 ≈ 0,07");
}

#[test]
fn what_gives_no_forecast_is_refused() {
    let average = |periods| Method::MovingAverage { periods };
    assert_eq!(refusal(series(&[], vec![Method::Mean])), "l'historique est vide");
    assert_eq!(
        refusal(series(&[1, 2], vec![average(3)])),
        "il faut 3 périodes d'historique, et il y en a 2"
    );
    assert_eq!(
        refusal(series(&[1, 2], vec![average(0)])),
        "une méthode porte sur au moins une période"
    );
    assert_eq!(refusal(series(&[1], Vec::new())), "aucune méthode de prévision n'est demandée");
    assert_eq!(
        refusal(series(&[1, 2], vec![average(2), average(2)])),
        "une méthode est demandée deux fois"
    );
    let mut named = series(&[1, 2], vec![Method::Mean]);
    named.ahead = vec!["2".to_owned()];
    assert_eq!(refusal(named), "la colonne « 2 » existe deux fois");
    let mut years = quarters();
    years.years[1].1.pop();
    let refused = worksheet(&ForecastInput::Seasons(years)).expect_err("refused");
    assert_eq!(refused.to_string(), "l'année A2 a 3 valeurs pour 4 saisons");
}
