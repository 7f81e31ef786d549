//! The workshop behind the worksheet: which operation is where, and the scheduling problem that the
//! values of cells make of it.

use rust_decimal::Decimal;

use super::super::task_names::{numbers, read_sequence};
use super::ticks::Ticks;
use super::{JobShopInput, JobShopPost};
use crate::domain::planning::schedule_check::{SchedulePost, ScheduleProblem, ScheduledOperation};
use crate::domain::planning::worksheet::{CalculationError, Value};

/// A workshop without its times.
#[derive(Debug)]
pub(super) struct Workshop {
    /// Codes of the orders.
    pub jobs: Vec<String>,
    /// All posts: those with something to say, then the others as operations name them.
    pub posts: Vec<JobShopPost>,
    /// Operations, order by order.
    pub places: Vec<Place>,
    has_releases: bool,
    has_due_dates: bool,
}

/// Where an operation is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Place {
    /// Identifier shown ("OF 12.10").
    pub id: String,
    /// Rank of its order.
    pub job: usize,
    /// Rank in its order.
    pub step: usize,
    /// Rank of its post.
    pub post: usize,
    /// Its family; may be empty.
    pub family: String,
}

/// A scheduling problem in whole numbers, and the unit of these numbers.
#[derive(Debug)]
pub(super) struct Timed {
    pub problem: ScheduleProblem,
    pub ticks: Ticks,
}

impl Workshop {
    pub fn new(input: &JobShopInput) -> Self {
        let mut posts = input.posts.clone();
        let mut places = Vec::new();
        for (job, order) in input.jobs.iter().enumerate() {
            for (step, operation) in order.operations.iter().enumerate() {
                let known = posts.iter().position(|post| post.code == operation.post);
                let post = known.unwrap_or(posts.len());
                if known.is_none() {
                    let code = operation.post.clone();
                    posts.push(JobShopPost { code, ..JobShopPost::default() });
                }
                places.push(Place {
                    id: format!("{}.{}", order.code, operation.name),
                    job,
                    step,
                    post,
                    family: operation.family.clone(),
                });
            }
        }
        Self {
            jobs: input.jobs.iter().map(|job| job.code.clone()).collect(),
            posts,
            places,
            has_releases: input.has_releases(),
            has_due_dates: input.has_due_dates(),
        }
    }

    /// Ranks of the operations of a post, order by order.
    pub fn on_post(&self, post: usize) -> impl Iterator<Item = (usize, &Place)> {
        self.places.iter().enumerate().filter(move |(_, place)| place.post == post)
    }

    /// The problem that these values make: times of all operations, then dates of arrival and due
    /// dates of all orders when there are some. Due dates may be left out.
    pub fn problem(&self, values: &[Value]) -> Result<Timed, CalculationError> {
        let times = numbers(values)?;
        let setups = self.posts.iter().map(|post| post.family_setup);
        let ticks = Ticks::of(times.iter().copied().chain(setups));
        let opening_needs_minutes = self.posts.iter().any(|post| !post.opening.never_closes());
        if opening_needs_minutes && !ticks.are_whole() {
            return Err(CalculationError::impossible(
                "avec des heures d'ouverture, les temps sont des nombres entiers de minutes",
            ));
        }
        let mut whole = times.iter().map(|time| ticks.whole(*time));
        let mut list = |count: usize| whole.by_ref().take(count).collect::<Result<Vec<_>, _>>();
        let lengths = list(self.places.len())?;
        let releases = list(if self.has_releases { self.jobs.len() } else { 0 })?;
        let dues = list(if self.has_due_dates { self.jobs.len() } else { 0 })?;
        let operations = self
            .places
            .iter()
            .zip(lengths)
            .enumerate()
            .map(|(rank, (place, minutes))| {
                let before = rank.checked_sub(1).filter(|_| place.step > 0);
                let before = before.and_then(|before| self.places.get(before));
                ScheduledOperation {
                    id: place.id.clone(),
                    order: self.jobs.get(place.job).cloned().unwrap_or_default(),
                    predecessors: before.map(|before| before.id.clone()).into_iter().collect(),
                    posts: self
                        .posts
                        .get(place.post)
                        .map(|post| post.code.clone())
                        .into_iter()
                        .collect(),
                    minutes,
                    earliest_start: releases.get(place.job).copied().unwrap_or(0),
                    due: dues.get(place.job).copied(),
                    family: place.family.clone(),
                }
            })
            .collect();
        let posts = self
            .posts
            .iter()
            .map(|post| {
                Ok(SchedulePost {
                    code: post.code.clone(),
                    opening: post.opening.clone(),
                    family_setup_minutes: ticks.whole(post.family_setup)?,
                    mounted_family: post.mounted_family.clone(),
                })
            })
            .collect::<Result<_, CalculationError>>()?;
        Ok(Timed { problem: ScheduleProblem { operations, posts, origin: None }, ticks })
    }

    /// Family set-up between two operations that follow one another on a post.
    pub fn setup(&self, first: usize, second: usize, timed: &Timed) -> i64 {
        let pair = self.places.get(first).zip(self.places.get(second));
        let setup = pair.and_then(|(first, second)| {
            let post = timed.problem.posts.get(second.post)?;
            Some(post.setup_before(&first.family, &second.family))
        });
        setup.unwrap_or(0)
    }

    /// Codes of the orders as they pass on a post ("1, 0, 2").
    pub fn passage(&self, ranks: &[usize]) -> String {
        let codes = ranks.iter().filter_map(|rank| {
            let place = self.places.get(*rank)?;
            self.jobs.get(place.job).map(String::as_str)
        });
        codes.collect::<Vec<_>>().join(", ")
    }

    /// Ranks of the operations of a post in the order that a text says; the second time that an
    /// order is named is its second operation there.
    pub fn read_passage(&self, post: usize, text: &str) -> Result<Vec<usize>, CalculationError> {
        let mut left: Vec<(usize, usize)> =
            self.on_post(post).map(|(rank, place)| (rank, place.job)).collect();
        if left.is_empty() && text.trim().is_empty() {
            return Ok(Vec::new());
        }
        let code = self.posts.get(post).map_or("", |post| post.code.as_str());
        let jobs = read_sequence(text, &self.jobs).ok_or_else(|| {
            CalculationError::impossible(format!("le passage sur {code} cite un ordre inconnu"))
        })?;
        let mut ranks = Vec::with_capacity(left.len());
        for job in jobs {
            let found = left.iter().position(|(_, waiting)| *waiting == job);
            let Some(found) = found else { return Err(incomplete(code)) };
            ranks.push(left.remove(found).0);
        }
        if left.is_empty() { Ok(ranks) } else { Err(incomplete(code)) }
    }
}

fn incomplete(post: &str) -> CalculationError {
    CalculationError::impossible(format!(
        "le passage sur {post} doit citer chacun de ses ordres une fois"
    ))
}

impl Timed {
    /// A date or a time in the unit of the exercise.
    pub fn time(&self, whole: i64) -> Decimal {
        self.ticks.time(whole)
    }
}
