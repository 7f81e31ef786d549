//! Options of `jalonnement`, read with every problem at once.

mod calendars;
mod day_filling;
mod orders;
mod steps;
mod times;

use super::{Direction, DurationUnit, SchedulingInput, TimePoint, WaitTime, worksheet};
use crate::domain::planning::calculator::{Request, refused};
use crate::domain::planning::tree::{Node, Problems, Tree};
use crate::domain::planning::worksheet::Worksheet;

/// Options read.
pub const OPTIONS: &[&str] = &[
    "sens",
    "unite",
    "attentes",
    "lancement",
    "echeance",
    "date_debut",
    "date_fin",
    "aujourdhui",
    "article",
    "quantite",
    "operations",
    "lancements",
    "ordres",
    "calendrier",
    "composants",
    "stock",
    "lots_paralleles",
    "cadence_jour",
];

/// The calculator `jalonnement`.
pub fn calculate(request: &Request<'_>, problems: &mut Problems) -> Option<Worksheet> {
    let before = problems.found.len();
    if !request.options.field("cadence_jour").is_missing() {
        let input = day_filling::read(request, problems)?;
        if problems.found.len() > before {
            return None;
        }
        let made = super::day_filling::worksheet(&input);
        return made.map_err(|error| refused(request, &error, problems)).ok();
    }
    let input = read(request, problems);
    if problems.found.len() > before {
        return None;
    }
    worksheet(&input).map_err(|error| refused(request, &error, problems)).ok()
}

fn read(request: &Request<'_>, problems: &mut Problems) -> SchedulingInput {
    let options = &request.options;
    let unit = unit(options, problems);
    let today = point(&options.field("aujourdhui"), problems);
    let orders = orders::read(request, unit, problems);
    SchedulingInput {
        direction: direction(options, &orders, problems),
        unit,
        waits: waits(options, problems),
        stocks: orders::stocks(request, problems),
        orders,
        today,
        parallel_lots: options.field("lots_paralleles").flag(problems).unwrap_or(false),
    }
}

fn unit(options: &Node<'_>, problems: &mut Problems) -> DurationUnit {
    let choices = [
        ("h", DurationUnit::Hours),
        ("heures", DurationUnit::Hours),
        ("min", DurationUnit::Minutes),
        ("minutes", DurationUnit::Minutes),
        ("j", DurationUnit::Days),
        ("jours", DurationUnit::Days),
        ("periodes", DurationUnit::Periods),
        ("semaines", DurationUnit::Periods),
    ];
    options.field("unite").one_of(&choices, problems).unwrap_or_default()
}

fn waits(options: &Node<'_>, problems: &mut Problems) -> WaitTime {
    let choices = [("calendaires", WaitTime::Elapsed), ("ouvrees", WaitTime::Worked)];
    options.field("attentes").one_of(&choices, problems).unwrap_or_default()
}

/// The direction written, else that which the dates given allow.
fn direction(
    options: &Node<'_>,
    orders: &[super::ScheduledOrder],
    problems: &mut Problems,
) -> Direction {
    let choices = [
        ("au_plus_tot", Direction::Forward),
        ("aval", Direction::Forward),
        ("au_plus_tard", Direction::Backward),
        ("amont", Direction::Backward),
        ("les_deux", Direction::Both),
        ("contraint", Direction::Constrained),
    ];
    let released = orders.iter().all(|order| order.release.is_some());
    let due = orders.iter().all(|order| order.due.is_some());
    let usual = match (released, due) {
        (true, true) => Direction::Both,
        (false, true) => Direction::Backward,
        (_, false) => Direction::Forward,
    };
    options.field("sens").one_of(&choices, problems).unwrap_or(usual)
}

/// A date and an hour, or a number from an origin.
fn point(node: &Node<'_>, problems: &mut Problems) -> Option<TimePoint> {
    match node.tree()? {
        Tree::Number(_) => node.number(problems).map(TimePoint::Number),
        _ => node.moment(problems).map(TimePoint::Moment),
    }
}

/// A key without space made of a name.
fn key_of(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join("_")
}
