//! Rotations and covers.

use super::*;

fn input(consumption: Outflow, stock: StockLevel) -> TurnoverInput {
    TurnoverInput {
        unit: String::new(),
        consumption,
        days: None,
        stock,
        target: None,
        holding_rate: None,
        unit_cost: None,
    }
}

fn number(input: &TurnoverInput, row: &str) -> Option<Decimal> {
    let sheet = worksheet(input).expect("a sheet");
    let values = sheet.evaluate().expect("evaluates");
    values.number(sheet.find(row, "valeur")?)
}

#[test]
fn a_better_rotation_saves_possession() {
    let decimal = |number: i64| Decimal::from(number);
    let consumption = Outflow::Yearly(decimal(24_000_000));
    let mut stock = input(consumption, StockLevel::Average(decimal(6_000_000)));
    stock.target = Some(decimal(12));
    stock.holding_rate = Some(decimal(25));
    for (row, expected) in [
        ("rotation", 4),
        ("couverture_mois", 3),
        ("stock_cible", 2_000_000),
        ("reduction", 4_000_000),
        ("cout_possession", 1_500_000),
        ("economie", 1_000_000),
    ] {
        assert_eq!(number(&stock, row), Some(decimal(expected)), "{row}");
    }
    stock.consumption = Outflow::Daily(decimal(100));
    let said = worksheet(&stock).expect_err("refused").to_string();
    assert_eq!(said, "une rotation cible demande la consommation annuelle");
}

#[test]
fn cover_is_counted_in_days() {
    let decimal = |number: i64| Decimal::from(number);
    let average = StockLevel::Average(decimal(9_000));
    let mut pieces = input(Outflow::Yearly(decimal(48_000)), average);
    pieces.days = Some(decimal(240));
    assert_eq!(number(&pieces, "consommation_jour"), Some(decimal(200)));
    assert_eq!(number(&pieces, "couverture"), Some(decimal(45)));
    let readings = StockLevel::Readings(vec![decimal(100_000), decimal(200_000)]);
    let value = input(Outflow::Daily(decimal(30_000)), readings);
    assert_eq!(number(&value, "stock_moyen"), Some(decimal(150_000)));
    assert_eq!(number(&value, "couverture"), Some(decimal(5)));
    assert_eq!(number(&value, "rotation"), None);
    assert!(worksheet(&input(Outflow::Daily(decimal(1)), StockLevel::Readings(vec![]))).is_err());
}

#[test]
fn the_stock_of_a_merchant_costs_its_possession() {
    let decimal = |number: i64| Decimal::from(number);
    let mut flasks = input(Outflow::Yearly(decimal(1_200)), StockLevel::Average(decimal(200)));
    flasks.unit_cost = Some(decimal(40));
    flasks.holding_rate = Some(decimal(25));
    assert_eq!(number(&flasks, "rotation"), Some(decimal(6)));
    assert_eq!(number(&flasks, "valeur_stock"), Some(decimal(8_000)));
    assert_eq!(number(&flasks, "cout_possession"), Some(decimal(2_000)));
}
