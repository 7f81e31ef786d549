//! Options of `stock_securite`, read with every problem at once.

use rust_decimal::Decimal;

use super::super::ServiceFactor;
use super::super::options::{calculated, complete};
use super::{LeadTimeSpread, PeriodDemand, SafetyStockInput, Service, YearlyOrders, worksheet};
use crate::domain::planning::calculator::Request;
use crate::domain::planning::tree::{Node, Problems, Tree};
use crate::domain::planning::worksheet::{Rounding, Worksheet};

/// Options read. A service level is in percent under `taux_service`, where 0.975 counts as 97.5 %.
pub const OPTIONS: &[&str] = &[
    "moyenne",
    "ecart_type",
    "historique",
    "ecart_type_divise_par",
    "delai",
    "ecart_type_delai",
    "jours_par_periode",
    "taux_service",
    "retards_acceptes",
    "nombre_commandes",
    "quantite_commande",
    "periodes_par_an",
    "z",
    "decimales_z",
    "decimales",
    "unite",
];

/// Reads the options and builds the sheet.
pub fn calculate(request: &Request<'_>, problems: &mut Problems) -> Option<Worksheet> {
    calculated(request, problems, read, worksheet)
}

fn read(request: &Request<'_>, problems: &mut Problems) -> Option<SafetyStockInput> {
    let options = &request.options;
    let unit = options.field("unite").text_or("", problems);
    let demand = demand(options, problems);
    let lead_time = options.field("delai").required_quantity(problems);
    let per_period = options.field("jours_par_periode").quantity_or(Decimal::ONE, problems);
    let deviation = options.field("ecart_type_delai").quantity(problems);
    let factor = factor(options, problems);
    let service = service(options, factor, problems);
    let decimals = options.field("decimales").whole(problems);
    Some(SafetyStockInput {
        unit,
        demand: demand?,
        lead_time: lead_time?,
        lead_time_spread: deviation.map(|deviation| LeadTimeSpread { deviation, per_period }),
        service: service?,
        factor: factor?,
        rounding: decimals.map(|decimals| Rounding::nearest(decimals.min(6))),
    })
}

fn demand(options: &Node<'_>, problems: &mut Problems) -> Option<PeriodDemand> {
    let history = options.field("historique");
    if history.is_missing() {
        let mean = options.field("moyenne").quantity(problems);
        let deviation = options.field("ecart_type").quantity(problems);
        return Some(PeriodDemand::Stated { mean, deviation });
    }
    let choices = [("n-1", true), ("n", false)];
    let sample = options.field("ecart_type_divise_par").one_of(&choices, problems);
    let nodes = history.items(problems);
    let values = nodes.iter().map(|node| node.required_quantity(problems)).collect();
    Some(PeriodDemand::History { values: complete(values)?, sample: sample.unwrap_or(true) })
}

/// `z: table` (also when nothing is written), `z: calcul` or a number.
fn factor(options: &Node<'_>, problems: &mut Problems) -> Option<ServiceFactor> {
    let node = options.field("z");
    match node.tree() {
        None => Some(ServiceFactor::Table),
        Some(Tree::Number(_)) => node.quantity(problems).map(ServiceFactor::Stated),
        Some(_) => {
            let decimals = options.field("decimales_z").whole(problems).unwrap_or(4).min(10);
            let computed = ServiceFactor::Computed(decimals);
            node.one_of(&[("table", ServiceFactor::Table), ("calcul", computed)], problems)
        }
    }
}

fn service(
    options: &Node<'_>,
    factor: Option<ServiceFactor>,
    problems: &mut Problems,
) -> Option<Service> {
    let late = options.field("retards_acceptes");
    if late.is_missing() {
        let level = options.field("taux_service");
        if level.is_missing() && !matches!(factor, Some(ServiceFactor::Stated(_))) {
            level.require(problems);
            return None;
        }
        let level = level.quantity(problems).unwrap_or_default();
        let share = level < Decimal::ONE;
        let percent = if share { level.checked_mul(Decimal::ONE_HUNDRED)? } else { level };
        return Some(Service::Percent(percent));
    }
    let late = late.required_quantity(problems);
    let count = options.field("nombre_commandes");
    let orders = if count.is_missing() {
        let periods = options.field("periodes_par_an").positive(problems);
        let quantity = options.field("quantite_commande").positive(problems);
        YearlyOrders::Of { periods: periods?, quantity: quantity? }
    } else {
        YearlyOrders::Count(count.positive(problems)?)
    };
    Some(Service::LateOrders { late: late?, orders })
}
