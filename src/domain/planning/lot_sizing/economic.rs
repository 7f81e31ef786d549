//! The economic quantity of the series and the number of periods that it lasts.

use super::LotSizingInput;
use super::frame::{Frame, Series};
use super::rules::{Interval, SizingRule};
use crate::domain::planning::worksheet::{CellId, Formula, Rounding, RowHead};

/// Cells that rules built on the economic quantity read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Economic {
    /// The quantity, rounded.
    pub(super) quantity: CellId,
    /// Whole number of periods that it lasts, when a rule asks for it.
    pub(super) interval: Option<CellId>,
}

impl Economic {
    /// Adds the rows of the economic quantity when a rule is built on it.
    pub(super) fn add(frame: &mut Frame, series: &Series, input: &LotSizingInput) -> Option<Self> {
        let mode = input.rules.iter().find_map(|rule| match rule {
            SizingRule::PeriodQuantity { interval: Interval::Economic(mode), .. } => Some(*mode),
            _ => None,
        });
        let rounding = input.rules.iter().find_map(|rule| match rule {
            SizingRule::EconomicQuantity(rounding) => Some(*rounding),
            _ => None,
        });
        if mode.is_none() && rounding.is_none() {
            return None;
        }
        let span = Span::add(frame, series, input);
        let quantity = span.quantity(frame, series, rounding.unwrap_or_default());
        let interval = mode.map(|mode| {
            let orders = frame.computed(
                group(RowHead::new("nombre_commandes", "Nombre de commandes")),
                span.demand / quantity,
            );
            let exact = frame.computed(
                group(RowHead::new("intervalle_exact", "Intervalle exact").unit("périodes")),
                span.periods / orders,
            );
            frame.computed(
                group(RowHead::new("intervalle", "Intervalle").unit("périodes")),
                Formula::from(exact).rounded(Rounding { mode, decimals: 0 }).max(1u32),
            )
        });
        Some(Self { quantity, interval })
    }
}

/// A year, or the horizon: its periods, its demand and the carrying of one unit over it.
struct Span {
    periods: Formula,
    demand: CellId,
    holding: CellId,
}

impl Span {
    fn add(frame: &mut Frame, series: &Series, input: &LotSizingInput) -> Self {
        let count = Formula::number(input.periods.len());
        let Some(year) = input.periods_per_year else {
            let head = RowHead::new("possession_horizon", "Possession sur l'horizon").unit("€");
            let holding = frame.computed(group(head), series.holding * count.clone());
            return Self { periods: count, demand: series.total, holding };
        };
        let head = RowHead::new("periodes_par_an", "Périodes par an");
        let year = frame.given(group(head), year);
        let head = RowHead::new("demande_annuelle", "Demande annualisée").unit(&*input.unit);
        let demand = frame.computed(group(head), series.total * year / count);
        let head = RowHead::new("possession_annuelle", "Possession annuelle").unit("€");
        let holding = frame.computed(group(head), series.holding * year);
        Self { periods: year.into(), demand, holding }
    }

    /// Wilson: √(2 × demand × cost of an order ÷ carrying).
    fn quantity(&self, frame: &mut Frame, series: &Series, rounding: Rounding) -> CellId {
        let exact = (Formula::number(2) * self.demand * series.setup / self.holding).square_root();
        let head = RowHead::new("QE_exacte", "Quantité économique exacte").short("QE exacte");
        let exact = frame.computed(group(head), exact);
        let head = RowHead::new("QE", "Quantité économique").short("QE");
        frame.computed(group(head), Formula::from(exact).rounded(rounding))
    }
}

fn group(head: RowHead) -> RowHead {
    head.group("Quantité économique")
}
