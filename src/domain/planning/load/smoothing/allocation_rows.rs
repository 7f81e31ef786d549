//! Rows of the smoothing itself: hours by each means, what is left, and the smoothed load.

use super::cost_rows::MeansCells;
use super::frame::{Frame, Situation};
use super::{SmoothingInput, allocation, spending_rows};
use crate::domain::planning::worksheet::{CellId, Formula, RowHead, Value, rule};

/// Cells of one means, one a period; none where the programme is frozen.
#[derive(Debug, Default, Clone)]
struct Used {
    hours: Vec<Option<CellId>>,
    costs: Vec<Option<CellId>>,
}

/// Rows of all means, then totals.
pub(super) fn mix(
    frame: &mut Frame,
    input: &SmoothingInput,
    situation: &Situation,
    means: &[MeansCells<'_>],
) {
    overload_in_pieces(frame, input, situation, means);
    let hours = hours(frame, input, situation, means);
    let mut all = Vec::with_capacity(means.len());
    for (means, hours) in means.iter().zip(hours) {
        let costs = spending_rows::costs(frame, input, means, &hours);
        all.push(Used { hours, costs });
    }
    let left: Vec<Formula> = situation
        .overloads
        .iter()
        .enumerate()
        .map(|(period, overload)| minus(*overload, taken(&all, period)))
        .collect();
    frame.computed(RowHead::new("non_resorbe", "Surcharge non résorbée").unit("h"), left);
    let free: Vec<Formula> = situation
        .margins
        .iter()
        .enumerate()
        .map(|(period, margin)| minus(*margin, advanced_into(means, &all, period)))
        .collect();
    frame.computed(RowHead::new("marge_restante", "Marge restante").unit("h"), free);
    smoothed_loads(frame, situation, means, &all);
    let costs: Vec<Formula> = (0..input.periods.len())
        .map(|period| {
            let cells = all.iter().filter_map(|used| used.costs.get(period).copied().flatten());
            Formula::sum(cells)
        })
        .collect();
    let row = frame.row(RowHead::new("cout", "Coût du lissage").unit("€"));
    let mut cells = Vec::with_capacity(costs.len());
    for (period, formula) in costs.into_iter().enumerate() {
        cells.extend(frame.cell(row, period, formula));
    }
    let total = frame.total(row, cells);
    spending_rows::alone(frame, input, situation, means, total);
}

/// A cell less others.
fn minus(from: CellId, others: Vec<CellId>) -> Formula {
    others.into_iter().fold(Formula::from(from), |left, other| left - other)
}

/// Hours taken off the overload of a period.
fn taken(all: &[Used], period: usize) -> Vec<CellId> {
    all.iter().filter_map(|used| used.hours.get(period).copied().flatten()).collect()
}

/// Hours that later periods advance into this one.
fn advanced_into(means: &[MeansCells<'_>], all: &[Used], period: usize) -> Vec<CellId> {
    let mut found = Vec::new();
    for (means, used) in means.iter().zip(all).filter(|(means, _)| means.advance > 0) {
        let distance = usize::try_from(means.advance).unwrap_or(usize::MAX);
        let target = period.saturating_add(distance);
        found.extend(used.hours.get(target).copied().flatten());
    }
    found
}

/// The overloads in pieces, and in packages.
fn overload_in_pieces(
    frame: &mut Frame,
    input: &SmoothingInput,
    situation: &Situation,
    means: &[MeansCells<'_>],
) {
    let Some(rate) = means.iter().find_map(|means| means.rate) else { return };
    let pieces: Vec<Formula> = situation
        .overloads
        .iter()
        .map(|hours| spending_rows::whole(input, *hours * rate))
        .collect();
    let head = RowHead::new("surcharge_pieces", "Surcharge en pièces").unit("pièces");
    let pieces = frame.computed(head, pieces);
    if let Some((name, size)) = &input.packaging {
        let head = RowHead::new("conditionnement", format!("Pièces par unité ({name})"));
        let size = frame.constant(head, *size);
        let counts: Vec<Formula> = pieces.iter().map(|pieces| *pieces / size).collect();
        let label = format!("Surcharge en {name}");
        frame.computed(RowHead::new("surcharge_conditionnee", label).unit(&**name), counts);
    }
}

/// Rows of hours by each means. Periods are treated from the first to the last.
fn hours(
    frame: &mut Frame,
    input: &SmoothingInput,
    situation: &Situation,
    means: &[MeansCells<'_>],
) -> Vec<Vec<Option<CellId>>> {
    let mut rows = Vec::with_capacity(means.len());
    for means in means {
        let head = |name: &str, words: &str| {
            RowHead::new(format!("{}.{name}", means.key), format!("{} : {words}", means.label))
        };
        let free = (means.advance > 0).then(|| frame.row(head("disponible", "libre").unit("h")));
        rows.push((free, frame.row(head("heures", "heures").unit("h"))));
    }
    let mut all: Vec<Vec<Option<CellId>>> = vec![Vec::new(); means.len()];
    for (period, overload) in situation.overloads.iter().enumerate() {
        let frozen = input.frozen.get(period).copied().unwrap_or(false);
        let mut arguments = vec![Formula::from(*overload)];
        let mut open = Vec::with_capacity(means.len());
        for (means_cells, (free_row, _)) in means.iter().zip(&rows) {
            let offer = if frozen {
                None
            } else {
                offer(frame, input, situation, means, &all, (means_cells, *free_row), period)
            };
            open.push(offer.is_some());
            arguments.push(Formula::from(means_cells.hourly));
            arguments.push(offer.unwrap_or_else(|| Formula::number(0)));
        }
        for (rank, ((_, row), open)) in rows.iter().zip(open).enumerate() {
            let formula = share(arguments.clone(), rank);
            let cell = if open { frame.cell(*row, period, formula) } else { None };
            if let Some(list) = all.get_mut(rank) {
                list.push(cell);
            }
        }
    }
    for ((_, row), cells) in rows.iter().zip(&all) {
        frame.total(*row, cells.iter().flatten().copied().collect());
    }
    all
}

/// Hours that a means has for a period: an empty value when unbounded, `None` when it cannot be
/// used.
fn offer(
    frame: &mut Frame,
    input: &SmoothingInput,
    situation: &Situation,
    means: &[MeansCells<'_>],
    all: &[Vec<Option<CellId>>],
    (own, free_row): (&MeansCells<'_>, Option<usize>),
    period: usize,
) -> Option<Formula> {
    let Some(row) = free_row else {
        return Some(own.cap.map_or(Formula::Constant(Value::Empty), Formula::from));
    };
    let source = period.checked_sub(usize::try_from(own.advance).ok()?)?;
    if input.frozen.get(source).copied().unwrap_or(false) {
        return None;
    }
    let margin = situation.margins.get(source).copied()?;
    let mut used = Vec::new();
    for (other, hours) in means.iter().zip(all).filter(|(other, _)| other.advance > 0) {
        let target = source.saturating_add(usize::try_from(other.advance).ok()?);
        used.extend(hours.get(target).copied().flatten());
    }
    frame.cell(row, period, minus(margin, used)).map(Formula::from)
}

/// The hours of one means among all.
fn share(arguments: Vec<Formula>, rank: usize) -> Formula {
    rule(
        arguments,
        move |values| {
            let (overload, offers) = allocation::read(values)?;
            let taken = allocation::hours(overload, &offers)?;
            Ok(taken.get(rank).copied().unwrap_or_default().into())
        },
        move |values, _| allocation::words(values, rank),
    )
}

/// Load left to the centre in each period, and its capacity with the hours added here.
fn smoothed_loads(
    frame: &mut Frame,
    situation: &Situation,
    means: &[MeansCells<'_>],
    all: &[Used],
) {
    let loads: Vec<Formula> = situation
        .loads
        .iter()
        .enumerate()
        .map(|(period, load)| {
            let coming = advanced_into(means, all, period);
            let left = minus(*load, taken(all, period));
            coming.into_iter().fold(left, |load, hours| load + hours)
        })
        .collect();
    let head = RowHead::new("charge_lissee", "Charge en heures normales").unit("h");
    let loads = frame.computed(head, loads);
    let gaps: Vec<Formula> =
        situation.capacities.iter().zip(&loads).map(|(capacity, load)| *capacity - *load).collect();
    frame.computed(RowHead::new("ecart_lisse", "Écart après lissage").unit("h"), gaps);
}
