//! Columns of the follow-up of orders.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::{AllocatedFor, FollowedOrder, OrdersInput};
use crate::domain::planning::follow_up::grid::{Grid, Section};
use crate::domain::planning::follow_up::table::{Content, Line, cell_at};
use crate::domain::planning::worksheet::{
    CalculationError, CellId, Comparison, Formula, RowHead, Value, rule,
};

/// A column with its total.
type Column = (Line, Option<CellId>);

/// Adds quantities, rates and times.
pub(super) fn quantity_columns(grid: &mut Grid, section: &Section, input: &OrdersInput) {
    let given = |pick: fn(&FollowedOrder) -> Option<Decimal>| {
        let orders = input.orders.iter();
        orders.map(|order| pick(order).map(Content::from)).collect::<Vec<_>>()
    };
    let planned = grid.summed(section, ("prevu", "Prévu"), given(|order| order.planned));
    let launched = grid.summed(section, ("lance", "Lancé"), given(|order| order.launched));
    let good = grid.summed(section, ("bons", "Bons"), given(|order| order.good));
    let scrapped = grid.summed(section, ("rebuts", "Rebuts"), given(|order| order.scrapped));
    let made = both(&good, &scrapped, |good, scrapped| good + scrapped);
    let made = grid.summed(section, ("fabriques", "Fabriqués"), made);
    let running = both(&launched, &made, |launched, made| launched - made);
    grid.summed(section, ("en_cours", "En cours"), running);
    let remaining = both(&planned, &good, |planned, good| (planned - good).at_least_zero());
    grid.summed(section, ("reste", "Reste à produire"), remaining);
    rate(grid, section, ("avancement", "Avancement (%)"), &good, &planned);
    rate(grid, section, ("taux_rebut", "Taux de rebut (%)"), &scrapped, &made);
    let pieces = match input.allocated_for {
        AllocatedFor::Good => &good,
        AllocatedFor::Made => &made,
        AllocatedFor::Planned => &planned,
    };
    let allocated = allocated_column(grid, section, input, &pieces.0);
    let spent = grid.summed(section, ("temps_passe", "Temps passé"), given(|order| order.spent));
    let gap = both(&spent, &allocated, |spent, allocated| spent - allocated);
    grid.summed(section, ("ecart_temps", "Écart de temps"), gap);
    rate(grid, section, ("productivite", "Productivité (%)"), &allocated, &spent);
}

/// Allocated times: given, or set-up time + pieces × unit time.
fn allocated_column(
    grid: &mut Grid,
    section: &Section,
    input: &OrdersInput,
    pieces: &[Option<CellId>],
) -> Column {
    let calculated = |order: &FollowedOrder| order.allocated.is_none();
    let setups = input
        .orders
        .iter()
        .map(|order| order.setup_time.filter(|_| calculated(order)).map(Content::from));
    let setups = grid.column(section, ("ts", "Temps de série"), setups.collect());
    let units = input
        .orders
        .iter()
        .map(|order| order.unit_time.filter(|_| calculated(order)).map(Content::from));
    let units = grid.column(section, ("tu", "Temps unitaire"), units.collect());
    let contents = input
        .orders
        .iter()
        .enumerate()
        .map(|(rank, order)| {
            if let Some(allocated) = order.allocated {
                return Some(Content::from(allocated));
            }
            let run = cell_at(pieces, rank)? * cell_at(&units, rank)?;
            Some(Content::from(match cell_at(&setups, rank) {
                Some(setup) => setup + run,
                None => run,
            }))
        })
        .collect();
    let label = format!("Temps alloué ({})", input.time_unit);
    grid.summed(section, ("temps_alloue", label.as_str()), contents)
}

/// Adds dates, lead times, lateness and the service rate.
pub(super) fn date_columns(grid: &mut Grid, section: &Section, input: &OrdersInput) {
    let given = |pick: fn(&FollowedOrder) -> Option<NaiveDate>| {
        let orders = input.orders.iter();
        orders
            .map(|order| pick(order).map(|day| Content::Given(Value::Day(day))))
            .collect::<Vec<_>>()
    };
    let start = grid.column(section, ("debut", "Début"), given(|order| order.start));
    let due = grid.column(section, ("fin_prevue", "Fin prévue"), given(|order| order.due));
    let end = grid.column(section, ("fin_reelle", "Fin réelle"), given(|order| order.end));
    let days = |from: &Line, to: &Line| {
        let pairs = from.iter().zip(to);
        pairs
            .map(|(from, to)| Some(Content::from(days_between((*from)?, (*to)?))))
            .collect::<Vec<_>>()
    };
    grid.column(section, ("delai", "Délai (jours)"), days(&start, &end));
    let late = days(&due, &end);
    let late = grid.column(section, ("retard", "Retard (jours)"), late);
    let words = |text: &str| Formula::Constant(Value::from(text));
    let on_time: Vec<_> = late
        .iter()
        .map(|late| {
            let (late, zero) = ((*late)?, Formula::number(0));
            let yes_or_no =
                Formula::choose(late, Comparison::AtMost, zero, words("oui"), words("non"));
            Some(Content::from(yes_or_no))
        })
        .collect();
    let on_time = grid.column(section, ("a_l_heure", "À l'heure"), on_time);
    let cells: Vec<CellId> = on_time.into_iter().flatten().collect();
    if !cells.is_empty() {
        let head = RowHead::new("taux_service", "Taux de service").unit("%");
        grid.value(head, ("a_l_heure", "À l'heure"), service_rate(&cells));
    }
}

/// Combines two columns where both have a cell.
fn both(
    one: &Column,
    other: &Column,
    formula: impl Fn(CellId, CellId) -> Formula,
) -> Vec<Option<Content>> {
    let pairs = one.0.iter().zip(&other.0);
    pairs.map(|(one, other)| Some(Content::from(formula((*one)?, (*other)?)))).collect()
}

/// A rate in percent, of each order and of the totals.
fn rate(grid: &mut Grid, section: &Section, names: (&str, &str), over: &Column, under: &Column) {
    let percent = |over: CellId, under: CellId| over / under * 100_u32;
    let line = grid.column(section, names, both(over, under, percent));
    let totals = section.total.zip(over.1.zip(under.1));
    // Without an order that has both, the rate of the totals means nothing.
    if let Some((row, (over, under))) = totals.filter(|_| line.iter().any(Option::is_some)) {
        grid.computed(row, names, percent(over, under));
    }
}

/// Calendar days from one date to another, negative when it is before.
fn days_between(from: CellId, to: CellId) -> Formula {
    rule(
        vec![from.into(), to.into()],
        |values| match values {
            [Value::Day(from), Value::Day(to)] => {
                Ok(Decimal::from(to.signed_duration_since(*from).num_days()).into())
            }
            _ => Err(CalculationError::impossible("une date manque")),
        },
        |values, _| match values {
            [from, to] => format!("du {from} au {to}"),
            _ => String::new(),
        },
    )
}

/// Share of « oui », in percent.
fn service_rate(cells: &[CellId]) -> Formula {
    let on_time = |values: &[Value]| {
        let said = values.iter().filter(|value| value.to_string().trim().to_lowercase() == "oui");
        (said.count(), values.len())
    };
    rule(
        cells.iter().copied().map(Formula::from).collect(),
        move |values| {
            let (said, all) = on_time(values);
            let share = Decimal::from(said).checked_div(Decimal::from(all));
            let share = share.and_then(|share| share.checked_mul(Decimal::ONE_HUNDRED));
            Ok(share.ok_or(CalculationError::DivisionByZero)?.into())
        },
        move |values, _| {
            let (said, all) = on_time(values);
            format!("{said} à l'heure ÷ {all} × 100")
        },
    )
}
