//! Tests of lot rules.

use super::*;
use crate::domain::planning::worksheet::{Formula, RowHead, Worksheet};

fn number(value: i64) -> Decimal {
    Decimal::from(value)
}

fn bounded(minimum: i64, maximum: i64, multiple: i64) -> LotRule {
    LotRule::Bounded {
        minimum: number(minimum),
        maximum: Some(number(maximum)),
        multiple: Some(number(multiple)),
    }
}

fn orders(rule: &LotRule, net: i64) -> Vec<i64> {
    let orders = order_quantities(rule, number(net)).expect("orders");
    orders.into_iter().map(|order| i64::try_from(order).expect("whole")).collect()
}

/// The working of an order for a net requirement.
fn working(rule: &LotRule, net: i64) -> String {
    let mut sheet = Worksheet::new("essai");
    let columns = [sheet.column("S1", "S1"), sheet.column("S2", "S2")];
    let head = sheet.row(RowHead::new("BN", "BN"));
    let need = sheet.given(head, columns[0], number(net));
    let order = sheet.row(RowHead::new("OPF", "OPF"));
    let id = sheet.computed(order, columns[0], lot_formula(rule, need));
    let values = sheet.evaluate().expect("evaluates");
    sheet.working(id, &values)
}

/// The working of a grouped order.
fn grouped_working(multiple: Option<Decimal>, net: i64, later: &[i64]) -> String {
    let mut sheet = Worksheet::new("essai");
    let columns = [sheet.column("S1", "S1"), sheet.column("S2", "S2")];
    let head = sheet.row(RowHead::new("BN", "BN"));
    let need = sheet.given(head, columns[0], number(net));
    let later = later.iter().map(|taken| Formula::number(*taken)).collect();
    let order = sheet.row(RowHead::new("OPF", "OPF"));
    let id = sheet.computed(order, columns[0], grouped_formula(multiple, need, later));
    let values = sheet.evaluate().expect("evaluates");
    sheet.working(id, &values)
}

#[test]
fn each_rule_sizes_its_orders() {
    assert_eq!(orders(&LotRule::LotForLot, 65), [65]);
    assert_eq!(orders(&LotRule::Multiple(number(50)), 65), [100]);
    assert_eq!(orders(&LotRule::Multiple(number(50)), 100), [100]);
    assert_eq!(orders(&LotRule::SingleLot(number(400)), 600), [400]);
    assert_eq!(orders(&bounded(50, 0, 1), 16), [50]);
    assert_eq!(orders(&bounded(50, 100, 1), 140), [100, 50]);
    assert_eq!(orders(&bounded(50, 500, 25), 112), [125]);
    assert_eq!(orders(&bounded(0, 90, 25), 200), [75, 75, 50]);
    assert_eq!(orders(&bounded(0, 100, 0), 200), [100, 100]);
    for rule in [LotRule::LotForLot, LotRule::Multiple(number(50)), bounded(50, 100, 1)] {
        assert_eq!(orders(&rule, 0), [0; 0]);
        assert_eq!(orders(&rule, -3), [0; 0]);
    }
    let third = LotRule::Multiple(Decimal::new(7, 1));
    assert_eq!(order_total(&third, number(2)), Ok(Decimal::new(21, 1)));
}

#[test]
fn a_group_covers_the_needs_of_its_periods() {
    let total = |multiple, net, later: &[i64]| {
        grouped_total(multiple, number(net), later.iter().map(|taken| number(*taken)))
    };
    assert_eq!(total(None, 80, &[50, 70]), Ok(number(200)));
    assert_eq!(total(None, 80, &[-30, 50, 0]), Ok(number(100)));
    assert_eq!(total(Some(number(5)), 37, &[90]), Ok(number(130)));
    assert_eq!(total(None, 0, &[50, 70]), Ok(number(0)));
}

#[test]
fn workings_are_french_sentences() {
    let multiple = LotRule::Multiple(number(50));
    assert_eq!(working(&multiple, 65), "OPF S1 = 65 arrondi au multiple de 50 supérieur = 100");
    assert_eq!(working(&multiple, 100), "OPF S1 = 100");
    assert_eq!(working(&multiple, 0), "OPF S1 = 0");
    assert_eq!(working(&LotRule::LotForLot, 65), "OPF S1 = BN S1 = 65");
    let single = LotRule::SingleLot(number(400));
    assert_eq!(working(&single, 600), "OPF S1 = un seul lot de 400 pour un besoin de 600 = 400");
    assert_eq!(working(&bounded(50, 100, 1), 16), "OPF S1 = 16 porté au minimum de 50 = 50");
    assert_eq!(
        working(&bounded(50, 100, 1), 140),
        "OPF S1 = 140 en ordres de 50 à 100 : 100 + 50 = 150"
    );
    assert_eq!(
        working(&bounded(0, 10, 0), 62),
        "OPF S1 = 62 en ordres de 10 au plus : 6 × 10 + 2 = 62"
    );
    assert_eq!(grouped_working(None, 80, &[-30, 50, 70]), "OPF S1 = 80 + 20 + 70 = 170");
    assert_eq!(
        grouped_working(Some(number(5)), 37, &[90]),
        "OPF S1 = 37 + 90 arrondi au multiple de 5 supérieur = 130"
    );
    assert_eq!(grouped_working(None, 0, &[90]), "OPF S1 = 0");
}

#[test]
fn rules_are_described() {
    assert_eq!(describe(&LotRule::LotForLot), "lot pour lot");
    assert_eq!(describe(&LotRule::Multiple(number(50))), "multiple de 50");
    assert_eq!(describe(&LotRule::SingleLot(number(400))), "un seul lot de 400");
    assert_eq!(describe(&bounded(50, 100, 25)), "minimum 50, maximum 100, multiple de 25");
    assert_eq!(describe(&bounded(0, 0, 0)), "lot pour lot");
    let grouped = LotRule::Grouped { periods: 3, multiple: Some(number(5)) };
    assert_eq!(describe(&grouped), "besoins de 3 périodes regroupés, multiple de 5");
}

#[test]
fn a_rule_that_fits_no_quantity_is_refused() {
    let words = |rule: &LotRule| check(rule).expect_err("refused").to_string();
    let size = "la taille du lot doit être plus grande que zéro";
    assert_eq!(words(&LotRule::Multiple(Decimal::ZERO)), size);
    assert_eq!(words(&LotRule::SingleLot(number(-4))), size);
    assert_eq!(
        words(&bounded(50, 40, 0)),
        "aucune taille d'ordre ne convient : minimum 50, maximum 40, multiple libre"
    );
    assert_eq!(
        words(&bounded(0, 40, 50)),
        "aucune taille d'ordre ne convient : minimum 0, maximum 40, multiple 50"
    );
    let nothing = LotRule::Grouped { periods: 0, multiple: None };
    assert_eq!(words(&nothing), "le nombre de périodes regroupées est nul");
    let tiny = bounded(0, 1, 0);
    assert!(order_quantities(&tiny, number(999)).is_ok());
    assert!(order_quantities(&tiny, number(5_000)).is_err());
    assert_eq!(order_total(&tiny, number(5_000)), Ok(number(5_000)));
}

proptest::proptest! {
    #[test]
    fn orders_cover_the_requirement_and_keep_the_rule(
        net in 1i64..5_000, minimum in 0i64..60, rise in 20i64..200, multiple in 1i64..20,
    ) {
        let rule = bounded(minimum, minimum + rise, multiple);
        let orders = order_quantities(&rule, number(net)).expect("orders");
        let total: Decimal = orders.iter().copied().sum();
        proptest::prop_assert_eq!(order_total(&rule, number(net)), Ok(total));
        proptest::prop_assert!(total >= number(net));
        for order in orders {
            proptest::prop_assert!(order >= number(minimum) && order <= number(minimum + rise));
            let packed = (order / number(multiple)).fract().is_zero();
            proptest::prop_assert!(packed || order == number(minimum));
        }
    }

    #[test]
    fn a_multiple_is_the_least_that_covers(net in 1i64..1_000_000, lot in 1i64..5_000) {
        let total = order_total(&LotRule::Multiple(number(lot)), number(net)).expect("total");
        proptest::prop_assert!(total >= number(net) && total - number(lot) < number(net));
        proptest::prop_assert!((total / number(lot)).fract().is_zero());
    }
}
