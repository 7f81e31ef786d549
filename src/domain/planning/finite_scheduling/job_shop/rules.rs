//! Formulas of the worksheet that are no arithmetic: orders of passage, starts and ends.

use std::sync::Arc;

use super::memory::Memory;
use super::solving::Passages;
use super::solving::times;
use super::workshop::{Timed, Workshop};
use super::{JobShopInput, Method};
use crate::domain::planning::schedule_check::Opening;
use crate::domain::planning::worksheet::{
    CalculationError, CellId, Formula, Value, rule, shown_number,
};

/// The workshop with what its rules remember.
#[derive(Clone)]
pub(super) struct Rules {
    pub workshop: Arc<Workshop>,
    method: Method,
    passages: Arc<Memory<Passages>>,
    times: Arc<Memory<Vec<(i64, i64)>>>,
}

/// Cells that schedules depend on.
#[derive(Default)]
pub(super) struct Arguments {
    /// Times of all operations.
    pub durations: Vec<CellId>,
    /// Dates of arrival of all orders, or none.
    pub releases: Vec<CellId>,
    /// Due dates of all orders, or none.
    pub dues: Vec<CellId>,
}

/// What the arguments of a start tell.
struct Known {
    timed: Timed,
    /// Start and end of each operation.
    times: Vec<(i64, i64)>,
    /// Ranks of the operations of each post, as they pass.
    by_post: Vec<Vec<usize>>,
}

impl Rules {
    pub fn new(input: &JobShopInput) -> Self {
        Self {
            workshop: Arc::new(Workshop::new(input)),
            method: input.method.clone(),
            passages: Arc::new(Memory::new()),
            times: Arc::new(Memory::new()),
        }
    }

    /// Orders of passage from the values of all times and dates.
    pub fn passages(&self, values: &[Value]) -> Result<Passages, CalculationError> {
        self.passages.result(values, || {
            let timed = self.workshop.problem(values)?;
            match &self.method {
                Method::Rule(rule) => self.workshop.by_rule(&timed, *rule),
                Method::Shortest(nodes) => self.workshop.shortest(&timed, *nodes),
                Method::Starts(_) => {
                    Err(CalculationError::impossible("les débuts sont donnés, non calculés"))
                }
            }
        })
    }

    /// The order of passage on a post, as codes of orders.
    pub fn passage(&self, post: usize, arguments: &Arguments) -> Formula {
        let cells = arguments.durations.iter().chain(&arguments.releases).chain(&arguments.dues);
        let rules = self.clone();
        let words = match &self.method {
            Method::Rule(rule) => format!("règle {}, {}", rule.key(), rule.label()),
            Method::Shortest(_) => "ordre de passage de la plus courte durée totale".to_owned(),
            Method::Starts(_) => "débuts donnés".to_owned(),
        };
        rule(
            cells.copied().map(Formula::from).collect(),
            move |values| {
                let found = rules.passages(values)?;
                let ranks = found.by_post.get(post).map(Vec::as_slice).unwrap_or_default();
                Ok(Value::Text(rules.workshop.passage(ranks)))
            },
            move |_, _| words.clone(),
        )
    }

    /// The start of an operation, from the orders of passage, the times and the arrivals.
    pub fn start(&self, rank: usize, passages: &[CellId], arguments: &Arguments) -> Formula {
        let cells = passages.iter().chain(&arguments.durations).chain(&arguments.releases);
        let rules = self.clone();
        let explaining = self.clone();
        rule(
            cells.copied().map(Formula::from).collect(),
            move |values| {
                let Known { timed, times, .. } = rules.known(values)?;
                let start = times.get(rank).map_or(0, |(start, _)| *start);
                Ok(Value::Number(timed.time(start)))
            },
            move |values, _| explaining.reasons(rank, values),
        )
    }

    /// Problem, times and orders of passage from the arguments of a start.
    fn known(&self, values: &[Value]) -> Result<Known, CalculationError> {
        let count = self.workshop.posts.len().min(values.len());
        let (texts, numbers) = values.split_at(count);
        let timed = self.workshop.problem(numbers)?;
        let by_post = texts
            .iter()
            .enumerate()
            .map(|(post, text)| self.workshop.read_passage(post, &text.to_string()))
            .collect::<Result<Vec<_>, _>>()?;
        let times = self.times.result(values, || times(&timed, &by_post))?;
        Ok(Known { timed, times, by_post })
    }

    /// What an operation waits for: the operation before it in its order, the one before it on its
    /// post, its material.
    fn reasons(&self, rank: usize, values: &[Value]) -> String {
        let Ok(Known { timed, times, by_post }) = self.known(values) else {
            return String::new();
        };
        let Some(place) = self.workshop.places.get(rank) else { return String::new() };
        let on_post = by_post.get(place.post).map(Vec::as_slice).unwrap_or_default();
        let turn = on_post.iter().position(|known| *known == rank).and_then(|at| at.checked_sub(1));
        let previous = turn.and_then(|turn| on_post.get(turn)).copied();
        let before = rank.checked_sub(1).filter(|_| place.step > 0);
        let ends = before.into_iter().chain(previous.filter(|rank| Some(*rank) != before));
        let shown = |whole: i64| shown_number(timed.time(whole)).0;
        let mut reasons: Vec<String> = ends
            .filter_map(|other| {
                let (_, end) = times.get(other)?;
                let (id, end) = (&self.workshop.places.get(other)?.id, shown(*end));
                let follows = Some(other) == previous;
                let setup = if follows { self.workshop.setup(other, rank, &timed) } else { 0 };
                Some(if setup > 0 {
                    format!("fin de {id} et changement de série : {end} + {}", shown(setup))
                } else {
                    format!("fin de {id} : {end}")
                })
            })
            .collect();
        let there = timed.problem.operations.get(rank).map_or(0, |found| found.earliest_start);
        if there > 0 && place.step == 0 {
            reasons.push(format!("matière à {}", shown(there)));
        }
        match reasons.as_slice() {
            [] => "dès le début".to_owned(),
            [only] => only.clone(),
            several => format!("le plus tard de {}", several.join(" ; ")),
        }
    }
}

/// The end of an operation on the open time of its post.
pub(super) fn end_on_open_time(opening: &Opening, start: CellId, duration: CellId) -> Formula {
    let opening = opening.clone();
    rule(
        vec![start.into(), duration.into()],
        move |values| {
            let ticks = super::ticks::Ticks::default();
            let [start, duration] = values else { return Ok(Value::Empty) };
            let (start, minutes) =
                (ticks.whole(start.number()?)?, ticks.whole(duration.number()?)?);
            let end = opening
                .finish(start, minutes)
                .ok_or_else(|| CalculationError::impossible("l'horaire du poste ne suffit pas"))?;
            Ok(Value::Number(ticks.time(end)))
        },
        |values, _| {
            let shown: Vec<_> = values.iter().map(ToString::to_string).collect();
            format!("{} sur les heures d'ouverture", shown.join(" + "))
        },
    )
}
