//! Times that pieces should have taken: counts of each reference, its cycle time or rate, and its
//! shares of TN and TU.

use rust_decimal::Decimal;

use super::{Batch, OeeInput, Pace};
use crate::domain::planning::follow_up::named::row_key;
use crate::domain::planning::follow_up::table::{Content, Line, Table, TotalOf, cell_at};
use crate::domain::planning::worksheet::{CellId, Formula, RowHead};

/// Shares of the net and useful times of each session, reference by reference.
pub(super) struct Shares {
    /// Shares of TN.
    pub net: Vec<Vec<Formula>>,
    /// Shares of TU.
    pub useful: Vec<Vec<Formula>>,
}

/// Adds the running times given reference by reference; gives those of each session.
pub(super) fn running_line(table: &mut Table, input: &OeeInput) -> Vec<Vec<Formula>> {
    let mut shares = vec![Vec::new(); input.sessions.len()];
    for reference in references(input) {
        let head = reference.head("TF", "Temps de fonctionnement").unit(input.unit.sign());
        let line = table.summed(head, reference.given(|batch| batch.running), TotalOf::Any);
        for ((shares, cell), session) in shares.iter_mut().zip(&line).zip(&input.sessions) {
            // The running time is their sum only when every reference has its own.
            if session.batches.iter().all(|batch| batch.running.is_some()) {
                shares.extend(cell.map(Formula::from));
            }
        }
    }
    shares
}

/// Adds counts, cycle times or rates, and the shares of TN and TU, reference by reference.
pub(super) fn count_lines(table: &mut Table, input: &OeeInput) -> Shares {
    let none = vec![Vec::new(); input.sessions.len()];
    let mut shares = Shares { net: none.clone(), useful: none };
    for reference in references(input) {
        let (produced, good) = pieces(table, &reference);
        let paces = pace_line(table, input, &reference);
        let net = reference.times(input, |batch| batch.net, &produced, &paces);
        let useful = reference.times(input, |batch| batch.useful, &good, &paces);
        reference.share(table, input, ("TN", "Temps net"), net, &mut shares.net);
        reference.share(table, input, ("TU", "Temps utile"), useful, &mut shares.useful);
    }
    shares
}

/// One reference and its batch in each session.
struct Reference<'a> {
    code: &'a str,
    label: &'a str,
    batches: Vec<Option<&'a Batch>>,
}

/// References of all sessions, in the order met.
fn references(input: &OeeInput) -> Vec<Reference<'_>> {
    let mut found: Vec<(&str, &str)> = Vec::new();
    let mut seen = std::collections::HashSet::new();
    for batch in input.sessions.iter().flat_map(|session| &session.batches) {
        if seen.insert(batch.code.as_str()) {
            found.push((batch.code.as_str(), batch.label.as_str()));
        }
    }
    let in_sessions = |code: &str| {
        let sessions = input.sessions.iter();
        sessions.map(|s| s.batches.iter().find(|batch| batch.code == code)).collect()
    };
    found
        .into_iter()
        .map(|(code, label)| Reference { code, label, batches: in_sessions(code) })
        .collect()
}

impl Reference<'_> {
    fn head(&self, key: &str, label: &str) -> RowHead {
        if self.code.is_empty() {
            return RowHead::new(key, label).short(key);
        }
        let group = match self.label {
            "" => self.code.to_owned(),
            label if label == self.code => label.to_owned(),
            label => format!("{} – {label}", self.code),
        };
        RowHead::new(format!("{}.{key}", self.code), label).short(key).group(group)
    }

    fn count_head(&self, key: &str, label: &str) -> RowHead {
        self.head(key, label).short(label)
    }

    fn given(&self, pick: impl Fn(&Batch) -> Option<Decimal>) -> Vec<Option<Content>> {
        let batches = self.batches.iter();
        batches.map(|batch| batch.and_then(&pick).map(Content::from)).collect()
    }

    /// The time given, else that of the pieces at their pace.
    fn times(
        &self,
        input: &OeeInput,
        stated: impl Fn(&Batch) -> Option<Decimal>,
        pieces: &[Option<CellId>],
        paces: &[Option<PaceCell>],
    ) -> Vec<Option<Content>> {
        let batches = self.batches.iter().enumerate();
        batches
            .map(|(rank, batch)| {
                if let Some(time) = batch.and_then(&stated) {
                    return Some(Content::from(time));
                }
                let pieces = cell_at(pieces, rank)?;
                let pace = paces.get(rank).copied().flatten()?;
                Some(Content::from(pace.time(pieces, input)))
            })
            .collect()
    }

    /// Adds the row of a share when references are told apart, and hands the share to its session.
    fn share(
        &self,
        table: &mut Table,
        input: &OeeInput,
        (key, label): (&str, &str),
        contents: Vec<Option<Content>>,
        shares: &mut [Vec<Formula>],
    ) {
        if self.code.is_empty() {
            for (shares, content) in shares.iter_mut().zip(contents) {
                shares.extend(content.map(|content| match content {
                    Content::Given(value) => Formula::Constant(value),
                    Content::Computed(formula) => formula,
                }));
            }
            return;
        }
        let head = self.head(key, label).unit(input.unit.sign());
        let line = table.summed(head, contents, TotalOf::Any);
        for (shares, cell) in shares.iter_mut().zip(&line) {
            shares.extend(cell.map(Formula::from));
        }
    }
}

/// Pieces made and good pieces: given, or one from the other with what was scrapped and reworked.
fn pieces(table: &mut Table, reference: &Reference<'_>) -> (Line, Line) {
    let head = reference.count_head("rebuts", "Pièces rebutées");
    let scrapped = table.summed(head, reference.given(|batch| batch.scrapped), TotalOf::Any);
    let head = reference.count_head("retouches", "Pièces retouchées");
    let reworked = table.summed(head, reference.given(|batch| batch.reworked), TotalOf::Any);
    let faulty = |rank: usize| -> Vec<Formula> {
        let cells = [cell_at(&scrapped, rank), cell_at(&reworked, rank)];
        cells.into_iter().flatten().map(Formula::from).collect()
    };
    let made_head = reference.count_head("produits", "Pièces fabriquées");
    let good_head = reference.count_head("bons", "Pièces bonnes");
    let counted = reference.batches.iter().flatten();
    if counted.clone().count() > 0 && counted.clone().all(|batch| batch.produced.is_some()) {
        let made = reference.given(|batch| batch.produced);
        let made = table.summed(made_head, made, TotalOf::Any);
        let good = reference.given(|batch| batch.good);
        let good = completed(good, |rank| {
            let faulty = faulty(rank);
            let made = cell_at(&made, rank)?;
            (!faulty.is_empty())
                .then(|| faulty.into_iter().fold(Formula::from(made), |left, f| left - f))
        });
        let good = table.summed(good_head, good, TotalOf::Any);
        return (made, good);
    }
    let good = table.summed(good_head, reference.given(|batch| batch.good), TotalOf::Any);
    let made = completed(reference.given(|batch| batch.produced), |rank| {
        let faulty = faulty(rank);
        let good = cell_at(&good, rank)?;
        (!faulty.is_empty()).then(|| faulty.into_iter().fold(Formula::from(good), |sum, f| sum + f))
    });
    let made = table.summed(made_head, made, TotalOf::Any);
    (made, good)
}

/// What is given, else what can be computed.
fn completed(
    given: Vec<Option<Content>>,
    computed: impl Fn(usize) -> Option<Formula>,
) -> Vec<Option<Content>> {
    let contents = given.into_iter().enumerate();
    contents.map(|(rank, given)| given.or_else(|| Some(computed(rank)?.into()))).collect()
}

/// Cell of a cycle time or of a rate.
#[derive(Clone, Copy)]
enum PaceCell {
    Cycle(CellId),
    Rate(CellId),
}

impl PaceCell {
    fn time(self, pieces: CellId, input: &OeeInput) -> Formula {
        match self {
            Self::Cycle(cycle) => input.cycle_unit.convert(pieces * cycle, input.unit),
            Self::Rate(rate) => input.rate_unit.convert(pieces / rate, input.unit),
        }
    }
}

fn pace_line(
    table: &mut Table,
    input: &OeeInput,
    reference: &Reference<'_>,
) -> Vec<Option<PaceCell>> {
    let cycles = reference.given(|batch| match batch.pace {
        Some(Pace::Cycle(cycle)) => Some(cycle),
        _ => None,
    });
    let head = reference.count_head("cycle", "Temps de cycle").unit(input.cycle_unit.sign());
    let cycles = table.line(head, cycles);
    let slowest = slowest_posts(table, input, reference);
    let rates: Vec<_> = reference
        .given(|batch| match batch.pace {
            Some(Pace::Rate(rate)) => Some(rate),
            _ => None,
        })
        .into_iter()
        .zip(slowest)
        .map(|(rate, slowest)| rate.or_else(|| slowest.map(Content::from)))
        .collect();
    let unit = rate_sign(input);
    let rates = table.line(reference.count_head("cadence", "Cadence").unit(unit), rates);
    let cycles = cycles.into_iter().map(|cell| cell.map(PaceCell::Cycle));
    let rates = rates.into_iter().map(|cell| cell.map(PaceCell::Rate));
    cycles.zip(rates).map(|(cycle, rate)| cycle.or(rate)).collect()
}

fn rate_sign(input: &OeeInput) -> String {
    format!("pièces/{}", input.rate_unit.sign())
}

/// Adds the rates of each post; gives the smallest of each session.
fn slowest_posts(
    table: &mut Table,
    input: &OeeInput,
    reference: &Reference<'_>,
) -> Vec<Option<Formula>> {
    let posts = |batch: &Batch| match &batch.pace {
        Some(Pace::Slowest(posts)) => posts.clone(),
        _ => Vec::new(),
    };
    let mut names: Vec<String> = Vec::new();
    for (name, _) in reference.batches.iter().flatten().flat_map(|batch| posts(batch)) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let mut found: Vec<Vec<Formula>> = vec![Vec::new(); reference.batches.len()];
    for name in names {
        let contents = reference.given(|batch| {
            posts(batch).into_iter().find(|(post, _)| *post == name).map(|(_, rate)| rate)
        });
        let key = format!("cadence.{}", row_key(&name));
        let head = reference.count_head(&key, &format!("Cadence {name}"));
        let line = table.line(head.unit(rate_sign(input)), contents);
        for (found, cell) in found.iter_mut().zip(&line) {
            found.extend(cell.map(Formula::from));
        }
    }
    let smallest = |rates: Vec<Formula>| (!rates.is_empty()).then_some(Formula::Minimum(rates));
    found.into_iter().map(smallest).collect()
}
