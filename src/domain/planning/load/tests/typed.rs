//! Typed inputs: deductions cut or rounded, offsets, lots, empty and absurd inputs.

use super::*;
use crate::domain::planning::load::{
    CapacityInput, Columns, Deduction, DeductionAmount, Extra, Figure, LoadCentre, LoadInput,
    LoadOperation, LoadedItem, Opening, OtherLoad, Reference, Series, SeriesCount, TimeUnit, Times,
    Work, worksheet,
};
use crate::domain::planning::worksheet::{Rounding, RoundingMode};

fn decimal(text: &str) -> Decimal {
    Decimal::from_str_exact(text).expect("a number")
}

fn constant(text: &str) -> Series {
    Series::Constant(decimal(text))
}

fn item(code: &str, quantities: &[&str]) -> LoadedItem {
    LoadedItem {
        code: code.to_owned(),
        label: code.to_owned(),
        quantities: quantities.iter().map(|q| Some(Figure::from(decimal(q)))).collect(),
        ..LoadedItem::default()
    }
}

fn operation(setup: &str, unit: &str, offset: u32) -> LoadOperation {
    LoadOperation {
        item: 0,
        name: String::new(),
        setup: Some(decimal(setup)),
        work: Work::UnitTime(decimal(unit)),
        offset,
    }
}

fn centre(code: &str, operations: Vec<LoadOperation>) -> LoadCentre {
    LoadCentre { code: code.to_owned(), operations, ..LoadCentre::default() }
}

fn periods(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

/// 35 h less 20 minutes of cleaning five times, 5 h of stops and 15 % of supervision.
fn reduced(mode: RoundingMode) -> LoadInput {
    let deduction =
        |key: &str, amount| Deduction { key: key.to_owned(), label: key.to_owned(), amount };
    let cleaning =
        DeductionAmount::Minutes { each: decimal("20"), times: Times::Given(constant("5")) };
    let capacity = CapacityInput {
        opening: Opening::Hours(constant("35")),
        deductions: vec![
            deduction("nettoyage", cleaning),
            deduction("arrets", DeductionAmount::Hours(constant("5"))),
            deduction("encadrement", DeductionAmount::Share(decimal("0.15"))),
        ],
        deduction_rounding: Some(Rounding { mode, decimals: 2 }),
        coefficients: Vec::new(),
    };
    LoadInput {
        periods: vec![String::new()],
        columns: Columns::Centres,
        time_unit: TimeUnit::Hundredths,
        items: vec![item("P1", &["120"])],
        centres: vec![LoadCentre {
            capacity: Some(capacity),
            ..centre("CU", vec![operation("40", "10", 0)])
        }],
        ..LoadInput::default()
    }
}

#[test]
fn hours_taken_off_are_cut_or_rounded() {
    let cut = Solved::new(worksheet(&reduced(RoundingMode::Truncated)).expect("made"));
    assert_eq!(cut.text("nettoyage", "valeur"), "1,66");
    assert_eq!(cut.text("capacite", "valeur"), "23,09");
    assert_eq!(cut.working("capacite", "valeur"), "Capacité réelle = 35 − 1,66 − 5 − 5,25 = 23,09");
    assert_eq!(cut.text("P1.charge", "valeur"), "12,4");
    assert_eq!(
        cut.working("P1.charge", "valeur"),
        "Charge P1 = (40 + 120 × 10) ÷ 100 = 12,4 (car 120 > 0)"
    );
    let rounded = Solved::new(worksheet(&reduced(RoundingMode::Nearest)).expect("made"));
    assert_eq!(rounded.text("capacite", "valeur"), "23,08");
}

fn offset(reference: Reference) -> Solved {
    let input = LoadInput {
        periods: periods(&["S1", "S2", "S3"]),
        reference,
        items: vec![item("A", &["10", "0", "30"])],
        centres: vec![centre("P1", vec![operation("1", "0.1", 1)])],
        ..LoadInput::default()
    };
    Solved::new(worksheet(&input).expect("made"))
}

#[test]
fn an_operation_is_loaded_after_the_start_or_before_the_end() {
    let columns = ["S1", "S2", "S3"];
    let start = offset(Reference::Start);
    assert_eq!(start.row("P1.charge", &columns), ["0", "2", "0"]);
    let remark = "La charge du poste P1 pour A en S3 tombe hors de l'horizon.";
    assert_eq!(start.sheet.remarks, [remark]);
    let end = offset(Reference::End);
    assert_eq!(end.row("P1.charge", &columns), ["0", "4", "0"]);
    assert_eq!(end.sheet.remarks.len(), 1, "the order of S1 is loaded before the horizon");
}

#[test]
fn a_series_is_set_up_once_a_lot() {
    let mut input = offset_free(SeriesCount::Lots(decimal("50")));
    let whole = Solved::new(worksheet(&input).expect("made"));
    assert_eq!(whole.text("A.series", "valeur"), "3");
    assert_eq!(whole.text("charge", "valeur"), "15");
    input.items[0].series = SeriesCount::MeanLots(decimal("50"));
    let mean = Solved::new(worksheet(&input).expect("made"));
    assert_eq!(mean.text("charge", "valeur"), "14,4");
    assert_eq!(mean.working("A.charge", "valeur"), "Charge A = 2,4 × 1 + 120 × 0,1 = 14,4");
}

fn offset_free(series: SeriesCount) -> LoadInput {
    let mut loaded = item("A", &["120"]);
    loaded.series = series;
    LoadInput {
        periods: vec![String::new()],
        columns: Columns::Centres,
        items: vec![loaded],
        centres: vec![centre("P1", vec![operation("1", "0.1", 0)])],
        ..LoadInput::default()
    }
}

#[test]
fn a_closed_period_has_no_rate() {
    let input = LoadInput {
        periods: periods(&["S1", "S2"]),
        centres: vec![LoadCentre {
            capacity: Some(CapacityInput::hours(Series::by_period([decimal("30"), decimal("0")]))),
            other_loads: vec![OtherLoad {
                key: "ordres".to_owned(),
                label: "Ordres".to_owned(),
                hours: constant("15"),
            }],
            ..centre("P1", Vec::new())
        }],
        extras: vec![Extra::Cumulated, Extra::Totals],
        ..LoadInput::default()
    };
    let table = Solved::new(worksheet(&input).expect("made"));
    assert_eq!(table.text("P1.taux_charge", "S1"), "50");
    assert!(!table.has("P1.taux_charge", "S2"));
    assert_eq!(table.text("P1.taux_charge", "total"), "100");
    assert_eq!(table.text("P1.surcharge", "S2"), "15");
    assert_eq!(table.text("P1.ecart_cumule", "S2"), "0");
}

#[test]
fn what_has_no_meaning_is_refused_in_french() {
    let refused = |input: &LoadInput| worksheet(input).expect_err("refused").to_string();
    assert_eq!(refused(&LoadInput::default()), "il faut de 1 à 520 périodes");
    let mut input = offset_free(SeriesCount::One);
    input.centres.clear();
    assert_eq!(refused(&input), "aucun poste n'est donné");
    let mut input = offset_free(SeriesCount::One);
    let twin = input.centres[0].clone();
    input.centres.push(twin);
    assert_eq!(refused(&input), "le nom « P1 » est déjà pris : donnez-en un autre");
    let mut input = offset_free(SeriesCount::One);
    input.periods = periods(&["S1", "S2"]);
    assert_eq!(refused(&input), "une colonne par poste ne montre qu'une seule période");
    let mut input = offset_free(SeriesCount::One);
    input.centres[0].operations[0].item = 7;
    assert_eq!(refused(&input), "une opération cite un article qui n'est pas chargé");
}

#[test]
fn an_absurd_quantity_overflows_without_a_panic() {
    let mut input = offset_free(SeriesCount::One);
    input.items[0].quantities = vec![Some(Figure::from(Decimal::MAX))];
    input.centres[0].operations[0].work = Work::UnitTime(Decimal::MAX);
    let sheet = worksheet(&input).expect("made");
    assert!(sheet.evaluate().is_err());
}
