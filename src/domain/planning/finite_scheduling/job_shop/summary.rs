//! What sums a job shop up: orders, posts, total time and its lower bound, lateness; and remarks.

use super::rules::Rules;
use super::sheet::{Cells, Columns};
use super::{JobShopInput, Method};
use crate::domain::planning::schedule_check::{Placement, check};
use crate::domain::planning::worksheet::{
    CalculationError, CellId, Comparison, Formula, RowHead, Value, Worksheet,
};

/// Cells of the orders.
#[derive(Default)]
pub(super) struct OrderCells {
    works: Vec<CellId>,
    ends: Vec<CellId>,
    flows: Vec<CellId>,
    late: Vec<CellId>,
}

/// Adds the end, the work and the lateness of each order.
pub(super) fn add_orders(
    sheet: &mut Worksheet,
    columns: &Columns,
    cells: &Cells,
    input: &JobShopInput,
) -> OrderCells {
    let mut orders = OrderCells::default();
    let mut durations = cells.arguments.durations.iter().copied();
    let mut ends = cells.ends.iter().copied();
    for (rank, (row, job)) in cells.order_rows.iter().zip(&input.jobs).enumerate() {
        let count = job.operations.len();
        let work = Formula::sum(durations.by_ref().take(count));
        orders.works.push(sheet.computed(*row, columns.work, work));
        let own: Vec<CellId> = ends.by_ref().take(count).collect();
        let Some(last) = own.last() else { continue };
        let end = sheet.computed(*row, columns.end, *last);
        let flow = match cells.arguments.releases.get(rank) {
            Some(there) => end - *there,
            None => Formula::from(end),
        };
        orders.flows.push(sheet.computed(*row, columns.flow, flow));
        if let (Some([_, column]), Some(due)) = (columns.due, cells.arguments.dues.get(rank)) {
            orders.late.push(sheet.computed(*row, column, (end - *due).at_least_zero()));
        }
        orders.ends.push(end);
    }
    orders
}

/// Adds the work of each post.
pub(super) fn add_posts(
    sheet: &mut Worksheet,
    columns: &Columns,
    cells: &Cells,
    rules: &Rules,
) -> Vec<CellId> {
    let mut works = Vec::new();
    for (post, row) in cells.post_rows.iter().enumerate() {
        let durations = rules
            .workshop
            .on_post(post)
            .filter_map(|(rank, _)| cells.arguments.durations.get(rank).copied());
        works.push(sheet.computed(*row, columns.work, Formula::sum(durations)));
    }
    works
}

/// Adds total time, lower bound, utilisation of posts and lateness.
pub(super) fn add_summary(
    sheet: &mut Worksheet,
    columns: &Columns,
    cells: &Cells,
    (orders, works): (&OrderCells, &[CellId]),
    input: &JobShopInput,
) {
    let unit = input.unit.as_str();
    let mut add = |key: &str, label: &str, unit: &str, formula: Formula| {
        let row = sheet.row(RowHead::new(key, label).unit(unit));
        sheet.computed(row, columns.value, formula)
    };
    let greatest =
        |cells: &[CellId]| Formula::Maximum(cells.iter().copied().map(Formula::from).collect());
    let sum = |cells: &[CellId]| Formula::sum(cells.iter().copied());
    let total = add("duree_totale", "Durée totale", unit, greatest(&orders.ends));
    let all: Vec<CellId> = orders.works.iter().chain(works).copied().collect();
    let label = "Borne inférieure (ordre le plus long, poste le plus chargé)";
    add("borne", label, unit, greatest(&all));
    let flow = add("flux_total", "Somme des temps de présence", unit, sum(&orders.flows));
    let count = Formula::number(input.jobs.len());
    add("flux_moyen", "Temps moyen de présence", unit, flow / count);
    if !orders.late.is_empty() {
        let late = add("retard_total", "Retard total", unit, sum(&orders.late));
        add("retard_moyen", "Retard moyen", unit, late / Formula::number(input.jobs.len()));
        add("retard_max", "Retard maximal", unit, greatest(&orders.late));
        let each = orders
            .late
            .iter()
            .map(|cell| Formula::choose(*cell, Comparison::Greater, 0_u32, 1_u32, 0_u32));
        add("nombre_retards", "Nombre d'ordres en retard", "", Formula::sum(each));
    }
    for (row, work) in cells.post_rows.iter().zip(works) {
        // A shop whose operations all take no time uses nothing.
        let used = Formula::choose(
            total,
            Comparison::Greater,
            Formula::number(0),
            *work / total * 100_u32,
            Formula::number(0),
        );
        sheet.computed(*row, columns.utilisation, used);
    }
}

/// Says whether the total time is proved to be the shortest.
pub(super) fn remark_proof(
    sheet: &mut Worksheet,
    cells: &Cells,
    rules: &Rules,
) -> Result<(), CalculationError> {
    let values = sheet.evaluate().map_err(|failure| failure.error)?;
    let arguments = cells.arguments.durations.iter();
    let arguments = arguments.chain(&cells.arguments.releases).chain(&cells.arguments.dues);
    let arguments: Vec<Value> = arguments.map(|cell| values.value(*cell).clone()).collect();
    let found = rules.passages(&arguments)?;
    sheet.remarks.push(if found.proved {
        "La durée totale est prouvée la plus courte possible.".to_owned()
    } else {
        format!(
            "La recherche s'est arrêtée après {} nœuds : une durée plus courte n'est pas exclue.",
            found.nodes
        )
    });
    Ok(())
}

/// Says which constraints the starts given do not hold.
pub(super) fn given_start_remarks(
    sheet: &mut Worksheet,
    cells: &Cells,
    rules: &Rules,
    input: &JobShopInput,
) -> Result<(), CalculationError> {
    let Method::Starts(starts) = &input.method else { return Ok(()) };
    let values = sheet.evaluate().map_err(|failure| failure.error)?;
    let all = cells.arguments.durations.iter();
    let all = all.chain(&cells.arguments.releases).chain(&cells.arguments.dues);
    let mut numbers: Vec<Value> = all.map(|cell| values.value(*cell).clone()).collect();
    // Starts may need more decimals than times: they are scaled with them.
    let starts: Vec<_> = starts.iter().flatten().copied().collect();
    numbers.extend(starts.iter().copied().map(Value::from));
    let timed = rules.workshop.problem(&numbers)?;
    let places = rules.workshop.places.iter().zip(&timed.problem.operations).zip(&starts);
    let placements = places
        .map(|((place, operation), start)| {
            Ok(Placement {
                operation: place.id.clone(),
                post: operation.posts.first().cloned().unwrap_or_default(),
                start: timed.ticks.whole(*start)?,
            })
        })
        .collect::<Result<Vec<_>, CalculationError>>()?;
    let report = check(&timed.problem, &placements);
    let violations = report.checks.into_iter().flat_map(|found| found.violations);
    sheet.remarks.extend(violations.map(|violation| violation.sentence));
    Ok(())
}
