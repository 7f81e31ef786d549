//! Rates of NF E60-182 and losses between state times.

use rust_decimal::Decimal;

use super::cascade::StateTimes;
use super::{OeeInput, OeeSource, RateKind, RateStyle};
use crate::domain::planning::follow_up::table::{Content, Line, Table, TotalOf, cell_at};
use crate::domain::planning::worksheet::{CalculationError, CellId, Formula, RowHead};

/// Adds the rates of each session and of the total.
///
/// # Errors
/// When nothing gives any of DO, TP, TQ or TRS for a session.
pub(super) fn rate_lines(
    table: &mut Table,
    input: &OeeInput,
    times: &StateTimes,
) -> Result<(), CalculationError> {
    let mut rates = Rates { table, input };
    let available = rates.line(RateKind::Availability, &times.running, &times.required, None);
    let performing = rates.line(RateKind::Performance, &times.net, &times.running, None);
    let good = rates.line(RateKind::Quality, &times.useful, &times.net, None);
    let components = [available, performing, good];
    let product = rates.products(&components);
    let oee = rates.line(RateKind::Oee, &times.useful, &times.required, Some(product));
    rates.line(RateKind::Load, &times.required, &times.opening, None);
    rates.line(RateKind::Overall, &times.useful, &times.opening, None);
    rates.line(RateKind::Engagement, &times.opening, &times.total_time, None);
    rates.line(RateKind::Economic, &times.useful, &times.total_time, None);
    let without_rate = input.sessions.iter().enumerate().find(|(rank, _)| {
        let [available, performing, good] = &components;
        [available, performing, good, &oee].iter().all(|line| cell_at(line, *rank).is_none())
    });
    without_rate.map_or(Ok(()), |(_, session)| Err(no_rate(&session.label)))
}

fn no_rate(session: &str) -> CalculationError {
    let of = if session.is_empty() { String::new() } else { format!(" de « {session} »") };
    CalculationError::impossible(format!(
        "aucun taux{of} ne peut être calculé : donnez le temps requis et le temps utile, ou les \
         pièces bonnes et leur temps de cycle ou leur cadence"
    ))
}

/// Adds what is lost between TR and TU, in time.
pub(super) fn loss_lines(table: &mut Table, input: &OeeInput, times: &StateTimes) {
    let losses = [
        ("perte.disponibilite", "Perte de disponibilité", &times.required, &times.running),
        ("perte.cadence", "Perte de cadence", &times.running, &times.net),
        ("perte.qualite", "Perte de qualité", &times.net, &times.useful),
        ("perte.totale", "Perte totale", &times.required, &times.useful),
    ];
    for (key, label, before, after) in losses {
        let contents = (0..input.sessions.len())
            .map(|rank| Some(Content::from(cell_at(before, rank)? - cell_at(after, rank)?)))
            .collect();
        table.summed(RowHead::new(key, label).unit(input.unit.sign()), contents, TotalOf::All);
    }
}

struct Rates<'a> {
    table: &'a mut Table,
    input: &'a OeeInput,
}

impl Rates<'_> {
    /// One rate: given, else the quotient of two times, else another formula; the product first when
    /// the TRS is to be taken from it.
    fn line(
        &mut self,
        kind: RateKind,
        over: &[Option<CellId>],
        under: &[Option<CellId>],
        product: Option<Vec<Option<Formula>>>,
    ) -> Line {
        let from_product = self.input.rates.oee_from == OeeSource::Product;
        let product = product.unwrap_or_default();
        let contents = (0..self.table.width())
            .map(|rank| {
                if let Some(rate) = self.given(kind, rank) {
                    return Some(Content::from(rate));
                }
                let quotient = || self.quotient(over, under, rank);
                let product = || product.get(rank).cloned().flatten();
                let formula = if from_product {
                    product().or_else(quotient)
                } else {
                    quotient().or_else(product)
                };
                Some(Content::from(self.rounded(formula?)))
            })
            .collect();
        let (key, label) = words(kind);
        let unit = match self.input.rates.style {
            RateStyle::Percent => "%",
            RateStyle::Fraction => "",
        };
        let line = self.table.line(RowHead::new(key, label).short(key).unit(unit), contents);
        self.compare(kind, &line);
        line
    }

    fn given(&self, kind: RateKind, rank: usize) -> Option<Decimal> {
        let rates = &self.input.sessions.get(rank)?.given_rates;
        rates.iter().find(|(given, _)| *given == kind).map(|(_, rate)| *rate)
    }

    fn quotient(
        &self,
        over: &[Option<CellId>],
        under: &[Option<CellId>],
        rank: usize,
    ) -> Option<Formula> {
        let quotient = cell_at(over, rank)? / cell_at(under, rank)?;
        Some(match self.input.rates.style {
            RateStyle::Percent => quotient * 100_u32,
            RateStyle::Fraction => quotient,
        })
    }

    fn rounded(&self, formula: Formula) -> Formula {
        match self.input.rates.rounding {
            Some(rounding) => formula.rounded(rounding),
            None => formula,
        }
    }

    /// DO × TP × TQ of each column that has the three.
    fn products(&self, rates: &[Line; 3]) -> Vec<Option<Formula>> {
        (0..self.table.width())
            .map(|rank| {
                let [available, performing, good] = rates;
                let product = cell_at(available, rank)? * cell_at(performing, rank)?;
                let product = product * cell_at(good, rank)?;
                Some(match self.input.rates.style {
                    RateStyle::Percent => product / 10_000_u32,
                    RateStyle::Fraction => product,
                })
            })
            .collect()
    }

    /// Compares the last column of the line with its target.
    fn compare(&mut self, kind: RateKind, line: &[Option<CellId>]) {
        let target = self.input.targets.iter().find(|(target, _)| *target == kind);
        if let (Some((_, target)), Some(cell)) = (target, line.last().copied().flatten()) {
            self.table.target(cell, *target);
        }
    }
}

/// Key and words of a rate.
const fn words(kind: RateKind) -> (&'static str, &'static str) {
    match kind {
        RateKind::Availability => ("DO", "Disponibilité opérationnelle DO"),
        RateKind::Performance => ("TP", "Taux de performance TP"),
        RateKind::Quality => ("TQ", "Taux de qualité TQ"),
        RateKind::Oee => ("TRS", "Taux de rendement synthétique TRS"),
        RateKind::Load => ("TC", "Taux de charge (TR ÷ TO)"),
        RateKind::Overall => ("TRG", "Taux de rendement global TRG"),
        RateKind::Engagement => ("TS", "Taux stratégique d'engagement (TO ÷ TT)"),
        RateKind::Economic => ("TRE", "Taux de rendement économique TRE"),
    }
}
