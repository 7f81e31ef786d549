//! Judge of master schedules: projected stock, receipts, available to promise.

mod conventions;
mod inputs;

use casdecole::domain::planning::master_schedule::{
    DemandRule, MasterScheduleInput, Promise, Trigger, worksheet,
};
use casdecole::domain::planning::tree::Tree;
use rust_decimal::Decimal;

use super::pic::figures::{Checks, Solved, entries, folded, rank_in};
use crate::example::Example;
use crate::judgement::{Judgement, as_printed};
use conventions::{Conventions, all_conventions};
use inputs::Exercise;

/// Judges a master schedule.
pub fn judge(example: &Example) -> Option<Result<Judgement, String>> {
    example.topic.to_lowercase().starts_with("pdp").then(|| judged(example))
}

/// All conventions are tried, the usual ones first; the first that gives most figures is kept.
fn judged(example: &Example) -> Result<Judgement, String> {
    let exercises = inputs::read(&example.inputs)?;
    let mut kept: Option<(usize, Conventions, Judgement)> = None;
    for conventions in all_conventions(&exercises) {
        let judgement = Figures::of(&exercises, conventions, example).checks.settle(example);
        let missed = judgement.differences.len() + judgement.unknown.len();
        if kept.as_ref().is_none_or(|(least, ..)| missed < *least) {
            kept = Some((missed, conventions, judgement));
        }
    }
    let (missed, conventions, mut judgement) = kept.ok_or("no convention to try")?;
    if missed == 0 && !example.verified && judgement.slips.is_empty() {
        name_conventions(&exercises, conventions, example, &mut judgement);
    }
    Ok(judgement)
}

/// Names the published figures that the usual conventions do not give.
fn name_conventions(
    exercises: &[Exercise],
    chosen: Conventions,
    example: &Example,
    judgement: &mut Judgement,
) {
    let promise = match chosen.promise {
        Promise::Discrete { .. } => {
            Promise::Discrete { opening_stock: true, carry_back: false, running: true }
        }
        Promise::ByPeriod { .. } => Promise::ByPeriod { opening_stock: true },
        other => other,
    };
    let stated = exercises.iter().find_map(|exercise| exercise.fence).unwrap_or_default();
    let usual = Conventions {
        demand: DemandRule::Greatest,
        fence: stated,
        trigger: Trigger::BelowSafety,
        promise,
        stock_on_orders: chosen.stock_on_orders,
    };
    for (path, expected, found) in Figures::of(exercises, usual, example).list {
        if let Some((expected, usual)) = expected.number().zip(found)
            && !as_printed(expected, usual)
        {
            let usual = usual.normalize();
            judgement.slip(format!(
                "{path} : {expected} ne vaut que sous une autre convention, {usual} selon la règle \
                 usuelle"
            ));
        }
    }
}

/// Expected figures beside those of some conventions.
#[derive(Default)]
struct Figures {
    solved: Vec<Option<Solved>>,
    stock_on_orders: bool,
    checks: Checks,
    list: Vec<(String, Tree, Option<Decimal>)>,
}

impl Figures {
    fn of(exercises: &[Exercise], conventions: Conventions, example: &Example) -> Self {
        let solved = exercises.iter().map(|exercise| {
            let input = MasterScheduleInput {
                demand: conventions.demand,
                fence: conventions.fence,
                trigger: conventions.trigger,
                promise: conventions.promise,
                ..exercise.input.clone()
            };
            worksheet(&input).ok().and_then(Solved::new)
        });
        let stock_on_orders = conventions.stock_on_orders;
        let mut figures = Self { solved: solved.collect(), stock_on_orders, ..Self::default() };
        let start = Place { exercise: 0, published: true };
        figures.walk(&example.expected, "", start, exercises);
        figures
    }

    fn walk(&mut self, tree: &Tree, path: &str, place: Place, exercises: &[Exercise]) {
        for (key, value) in entries(tree) {
            let name = folded(key);
            let here = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
            let mut place = place;
            if name.starts_with("published") || name.starts_with("recomputed") {
                place.published = name.starts_with("published");
                self.walk(value, &here, place, exercises);
                continue;
            }
            if let Some(rank) = exercises.iter().position(|exercise| exercise.name == name) {
                place.exercise = rank;
                self.walk(value, &here, place, exercises);
                continue;
            }
            let rows = self.rows(&name);
            let groups = |items: &[(String, Tree)]| {
                items.iter().any(|(_, item)| matches!(item, Tree::Entries(_) | Tree::List(_)))
            };
            match value {
                Tree::Entries(items) if rows.is_empty() || groups(items) => {
                    self.walk(value, &here, place, exercises);
                }
                _ if rows.is_empty() => self.check(&here, place, value, &[], ""),
                _ => {
                    let first = exercises.get(place.exercise).map_or(1, |known| known.first);
                    let rows = self.fitting(rows, place, value, first);
                    self.figure(&here, place, value, rows, first);
                }
            }
        }
    }

    /// Rows that a name speaks of, by preference.
    fn rows(&self, name: &str) -> &'static [&'static str] {
        let says = |words: &[&str]| words.iter().any(|word| name.contains(word));
        if says(&["stock_cf", "stock_commande", "stock_sur_commande"]) {
            &["STOCKCF", "STOCK"]
        } else if says(&["stock_prev"]) && !self.stock_on_orders {
            &["STOCK"]
        } else if says(&["dav_cumul", "atp_cumul", "cumulative_atp", "cumul_dav"]) {
            &["DAV_CUMUL", "DAV"]
        } else if says(&["dav", "atp", "disponible_a"]) {
            &["DAV"]
        } else if says(&["stock", "pab", "projet", "projected", "disponible", "inventory"]) {
            if self.stock_on_orders { &["STOCKCF", "STOCK"] } else { &["STOCK"] }
        } else if says(&["lancement", "debut", "start", "release"]) {
            &["LANC"]
        } else if says(&[
            "pdp",
            "mps",
            "reception",
            "receipt",
            "ordre_fin",
            "ordres_fin",
            "reassort",
        ]) || says(&["replenish", "reappro", "production"])
        {
            &["PDP"]
        } else if says(&["net", "bn"]) {
            &["BN"]
        } else if says(&["demande", "demand"]) {
            &["DEMANDE", "PREV", "CF"]
        } else if says(&["prevision", "forecast"]) {
            &["PREV"]
        } else {
            &[]
        }
    }

    /// Of the two rows of stock, the one that gives most of a series: an exercise in two phases plans
    /// on forecasts, then promises on firm orders.
    fn fitting(
        &self,
        usual: &'static [&'static str],
        place: Place,
        value: &Tree,
        first: usize,
    ) -> &'static [&'static str] {
        if !usual.contains(&"STOCK") {
            return usual;
        }
        let told: Vec<(String, &Tree)> = match value {
            Tree::List(items) => items
                .iter()
                .zip(1..)
                .map(|(item, rank): (_, u32)| (rank.to_string(), item))
                .collect(),
            Tree::Entries(items) => items
                .iter()
                .filter_map(|(key, item)| {
                    Some(((rank_in(key)? + 1).saturating_sub(first).to_string(), item))
                })
                .collect(),
            _ => return usual,
        };
        let given = |rows: &[&str]| {
            let right = told.iter().filter(|(column, item)| {
                let pair = item.number().zip(self.found(place, rows, column));
                pair.is_some_and(|(expected, found)| as_printed(expected, found))
            });
            right.count()
        };
        let stocks: [&'static [&'static str]; 2] = [&["STOCK"], &["STOCKCF"]];
        let other = stocks.into_iter().max_by_key(|rows| given(rows));
        other.filter(|rows| given(rows) > given(usual)).unwrap_or(usual)
    }

    /// A series by rank or by period, or the figure of the period that the name ends with.
    fn figure(&mut self, path: &str, place: Place, value: &Tree, rows: &[&str], first: usize) {
        let column = |rank: usize| (rank + 1).saturating_sub(first).to_string();
        match value {
            Tree::List(items) => {
                for (rank, item) in items.iter().enumerate() {
                    let column = (rank + 1).to_string();
                    self.check(&format!("{path} {column}"), place, item, rows, &column);
                }
            }
            Tree::Entries(items) => {
                let mut told = Vec::with_capacity(items.len());
                for (key, item) in items {
                    let column = rank_in(key).map(column).unwrap_or_default();
                    self.check(&format!("{path} {key}"), place, item, rows, &column);
                    told.push(column);
                }
                if rows.contains(&"PDP") {
                    self.nothing_else(path, place, &told);
                }
            }
            _ => {
                let column = rank_in(path.rsplit('.').next().unwrap_or_default()).map(column);
                self.check(path, place, value, rows, &column.unwrap_or_default());
            }
        }
    }

    /// Receipts that are not told do not exist.
    fn nothing_else(&mut self, path: &str, place: Place, told: &[String]) {
        let zero = Tree::Number(Decimal::ZERO);
        for rank in 1.. {
            let column = rank.to_string();
            if self.found(place, &["PDP"], &column).is_none() {
                break;
            }
            if !told.contains(&column) {
                self.check(&format!("{path} {column}"), place, &zero, &["PDP"], &column);
            }
        }
    }

    fn found(&self, place: Place, rows: &[&str], column: &str) -> Option<Decimal> {
        let solved = self.solved.get(place.exercise)?.as_ref()?;
        let row = rows.iter().find(|row| solved.sheet().row_rank(row).is_some())?;
        solved.number(row, column)
    }

    fn check(&mut self, path: &str, place: Place, expected: &Tree, rows: &[&str], column: &str) {
        let found = self.found(place, rows, column);
        let row = rows.first().copied().unwrap_or_default();
        let cell = format!("{} {row} {column}", place.exercise);
        let expected =
            if expected.is_empty() { Tree::Number(Decimal::ZERO) } else { expected.clone() };
        self.checks.add(path, place.published, &expected, &cell, found);
        self.list.push((path.to_owned(), expected, found));
    }
}

/// Where the walk is.
#[derive(Clone, Copy)]
struct Place {
    exercise: usize,
    published: bool,
}
