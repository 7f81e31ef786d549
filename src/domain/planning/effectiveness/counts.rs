//! Times that pieces should have taken: counts of each reference, its cycle time or rate, and its
//! shares of TN and TU.

use rust_decimal::Decimal;

use super::pace::{PaceCell, pace_line};
use super::{Batch, OeeInput};
use crate::domain::planning::follow_up::table::{Content, Line, Table, TotalOf, cell_at};
use crate::domain::planning::worksheet::{CellId, Formula, RowHead};

/// Shares of the net and useful times of each session, reference by reference.
pub(super) struct Shares {
    /// Shares of TN.
    pub net: Vec<Vec<Formula>>,
    /// Shares of TU.
    pub useful: Vec<Vec<Formula>>,
    /// Pace of each session that makes a single reference.
    pub paces: Vec<Option<PaceCell>>,
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
    let paces = vec![None; input.sessions.len()];
    let mut shares = Shares { net: none.clone(), useful: none, paces };
    for reference in references(input) {
        let (produced, good) = pieces(table, &reference);
        let paces = pace_line(table, input, &reference);
        let net = reference.times(input, |batch| batch.net, &produced, &paces);
        let useful = reference.times(input, |batch| batch.useful, &good, &paces);
        reference.share(table, input, ("TN", "Temps net"), net, &mut shares.net);
        reference.share(table, input, ("TU", "Temps utile"), useful, &mut shares.useful);
        for ((place, pace), session) in shares.paces.iter_mut().zip(paces).zip(&input.sessions) {
            *place = place.or(pace).filter(|_| session.batches.len() == 1);
        }
    }
    shares
}

/// One reference and its batch in each session.
pub(super) struct Reference<'a> {
    code: &'a str,
    label: &'a str,
    /// Its batch in each session.
    pub batches: Vec<Option<&'a Batch>>,
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

    /// Head of a row of pieces or of a pace.
    pub fn count_head(&self, key: &str, label: &str) -> RowHead {
        self.head(key, label).short(label)
    }

    /// A number of its batch in each session.
    pub fn given(&self, pick: impl Fn(&Batch) -> Option<Decimal>) -> Vec<Option<Content>> {
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
