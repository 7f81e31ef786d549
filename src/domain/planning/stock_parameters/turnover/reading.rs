//! Options of `rotation`, read with every problem at once.

use super::super::options::{calculated, complete, percent};
use super::{Outflow, StockLevel, TurnoverInput, worksheet};
use crate::domain::planning::calculator::Request;
use crate::domain::planning::tree::{Node, Problems};
use crate::domain::planning::worksheet::Worksheet;

/// Options read.
pub const OPTIONS: &[&str] = &[
    "unite",
    "consommation_annuelle",
    "consommation_jour",
    "jours_par_an",
    "stock_moyen",
    "stocks_releves",
    "stock_initial",
    "stock_final",
    "rotation_cible",
    "taux_possession",
    "t",
    "cout_unitaire",
];

/// Reads the options and builds the sheet.
pub fn calculate(request: &Request<'_>, problems: &mut Problems) -> Option<Worksheet> {
    calculated(request, problems, read, worksheet)
}

fn read(request: &Request<'_>, problems: &mut Problems) -> Option<TurnoverInput> {
    let options = &request.options;
    let unit = options.field("unite").text_or("", problems);
    let yearly = options.field("consommation_annuelle");
    let consumption = if yearly.is_missing() {
        options.field("consommation_jour").positive(problems).map(Outflow::Daily)
    } else {
        yearly.positive(problems).map(Outflow::Yearly)
    };
    let days = options.field("jours_par_an").quantity(problems);
    let stock = stock(options, problems);
    let target = options.field("rotation_cible").quantity(problems);
    let holding_rate = percent(options, &["taux_possession"], &["t"], problems);
    let unit_cost = options.field("cout_unitaire").quantity(problems);
    Some(TurnoverInput {
        unit,
        consumption: consumption?,
        days,
        stock: stock?,
        target,
        holding_rate,
        unit_cost,
    })
}

/// Reads `stock_moyen`, `stocks_releves: […]`, or `stock_initial` and `stock_final`.
fn stock(options: &Node<'_>, problems: &mut Problems) -> Option<StockLevel> {
    let readings = options.field("stocks_releves");
    if !readings.is_missing() {
        let nodes = readings.items(problems);
        let read = nodes.iter().map(|node| node.required_quantity(problems)).collect();
        return complete(read).map(StockLevel::Readings);
    }
    let last = options.field("stock_final");
    if last.is_missing() {
        return options.field("stock_moyen").positive(problems).map(StockLevel::Average);
    }
    let first = options.field("stock_initial").required_quantity(problems);
    let last = last.quantity(problems);
    Some(StockLevel::Readings(vec![first?, last?]))
}
