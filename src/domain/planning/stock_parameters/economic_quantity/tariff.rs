//! Economic quantity with a price that falls with the quantity.
//!
//! Each price has its own economic quantity, brought back into the quantities to which the price
//! applies; the quantity of least yearly cost, purchases included, is kept. It gives what the
//! procedure of courses gives (lowest price first, then costs at thresholds), in one table.

use rust_decimal::Decimal;

use super::super::single_values::ValueSheet;
use super::costs::{CostCells, Level};
use super::sheet::at_least_one;
use super::{EconomicQuantityInput, Holding, MAX_ALTERNATIVES, Model, Tariff, TariffKind, Tier};
use crate::domain::planning::worksheet::{CalculationError, CellId, Formula, RowHead};

/// Cells of the article.
#[derive(Debug, Clone, Copy)]
pub(super) struct Base {
    /// Demand of a year.
    pub(super) demand: CellId,
    /// Cost of one order.
    pub(super) order_cost: CellId,
    /// Days of a year, when stated.
    pub(super) days: Option<CellId>,
}

/// What carrying depends on.
#[derive(Debug, Clone, Copy)]
pub(super) enum Carrying {
    /// The price: cell of the yearly rate in percent.
    Rate(CellId),
    /// Nothing: cell of the cost of one unit during a year.
    Cost(CellId),
}

/// Cells of one price.
#[derive(Debug, Clone, Copy)]
pub(super) struct TierCells {
    /// Smallest quantity.
    pub(super) from: CellId,
    /// Price of one unit.
    pub(super) price: CellId,
    /// Carrying of one unit during a year at this price.
    pub(super) holding: CellId,
    /// What the units below the threshold cost more in all, for a tariff by slices.
    extra: Option<CellId>,
}

/// A quantity tested and its yearly cost.
#[derive(Debug, Clone, Copy)]
pub(super) struct Candidate {
    /// Cell of the quantity.
    pub(super) quantity: CellId,
    /// Cell of the cost.
    pub(super) cost: CellId,
}

/// A tariff applied to an article.
pub(super) struct Pricing<'a> {
    /// The article.
    pub(super) input: &'a EconomicQuantityInput,
    /// Its cells.
    pub(super) base: Base,
    /// Its carrying.
    pub(super) carrying: Carrying,
    kind: TariffKind,
}

/// Adds the rows of every price, of the choice, and of the other quantities.
///
/// # Errors
/// Prices in disorder, or a model in which the price does not depend on the quantity.
pub(super) fn add(
    sheet: &mut ValueSheet,
    input: &EconomicQuantityInput,
    tariff: &Tariff,
    base: Base,
) -> Result<(), CalculationError> {
    check(input, tariff)?;
    sheet.group("Tarif");
    let carrying = match input.holding {
        Holding::Percent(rate) => {
            let head = RowHead::new("taux_possession", "Taux de possession annuel").unit("%");
            Carrying::Rate(sheet.given(head, rate))
        }
        Holding::PerUnit(cost) => {
            let head = RowHead::new("possession", "Possession d'une unité par an").unit("€");
            Carrying::Cost(sheet.given(head, cost))
        }
    };
    let pricing = Pricing { input, base, carrying, kind: tariff.kind };
    let mut tiers: Vec<TierCells> = Vec::with_capacity(tariff.tiers.len());
    for (index, tier) in tariff.tiers.iter().enumerate() {
        let cells = pricing.tier(sheet, index + 1, tier, tiers.last());
        tiers.push(cells);
    }
    let mut candidates = Vec::with_capacity(tiers.len());
    for (index, tier) in tiers.iter().enumerate() {
        let rank = index + 1;
        sheet.group(format!("T{rank} – prix {rank}"));
        let quantity = pricing.quantity(sheet, rank, tier, tiers.get(rank));
        let cost = pricing.yearly_cost(sheet, rank, tier, quantity);
        candidates.push(Candidate { quantity, cost });
    }
    pricing.choice(sheet, &candidates);
    pricing.policies(sheet, &tiers);
    Ok(())
}

fn check(input: &EconomicQuantityInput, tariff: &Tariff) -> Result<(), CalculationError> {
    let refused = |reason: &str| Err(CalculationError::impossible(reason));
    let count = tariff.tiers.len();
    if count == 0 || count > MAX_ALTERNATIVES {
        return refused("le tarif a de 1 à 50 prix");
    }
    if input.model != Model::Instantaneous {
        return refused("un tarif dégressif suppose une livraison en une fois et sans rupture");
    }
    if tariff.kind == TariffKind::Incremental && !input.policies.is_empty() {
        return refused("les quantités à comparer ne se chiffrent pas avec un tarif par tranches");
    }
    if tariff.tiers.iter().any(|tier| tier.price <= Decimal::ZERO || tier.from < Decimal::ZERO) {
        return refused("un prix du tarif est nul, ou un seuil négatif");
    }
    let later = tariff.tiers.iter().skip(1);
    if tariff.tiers.iter().zip(later).any(|(tier, next)| next.from <= tier.from) {
        return refused("les seuils du tarif ne sont pas croissants");
    }
    Ok(())
}

impl Pricing<'_> {
    /// Rows of a price, of the carrying and of the supplement that come with it.
    fn tier(
        &self,
        sheet: &mut ValueSheet,
        rank: usize,
        tier: &Tier,
        before: Option<&TierCells>,
    ) -> TierCells {
        let head = |key: &str, label: &str| {
            RowHead::new(format!("T{rank}.{key}"), format!("{label} {rank}"))
        };
        let from = sheet.given(head("seuil", "Seuil").unit(&*self.input.unit), tier.from);
        let price = sheet.given(head("prix", "Prix").unit("€"), tier.price);
        let holding = match self.carrying {
            Carrying::Cost(cost) => cost,
            Carrying::Rate(rate) => {
                let head = head("possession", "Possession au prix").unit("€");
                sheet.computed(head, price * rate / 100u32)
            }
        };
        let extra = before.filter(|_| self.kind == TariffKind::Incremental).map(|before| {
            let spared = Formula::from(from) * (before.price - price);
            let total = match before.extra {
                Some(extra) => extra + spared,
                None => spared,
            };
            sheet.computed(head("supplement", "Supplément").unit("€"), total)
        });
        TierCells { from, price, holding, extra }
    }

    /// Rows of the economic quantity at a price, and of that quantity brought into its range.
    fn quantity(
        &self,
        sheet: &mut ValueSheet,
        rank: usize,
        tier: &TierCells,
        next: Option<&TierCells>,
    ) -> CellId {
        let unit = self.input.unit.as_str();
        let ordering = match tier.extra {
            Some(extra) => self.base.order_cost + extra,
            None => self.base.order_cost.into(),
        };
        let exact = (Formula::number(2) * self.base.demand * ordering / tier.holding).square_root();
        let head = RowHead::new(format!("T{rank}.QE"), format!("QE au prix {rank}")).unit(unit);
        let economic = sheet.computed(head, exact);
        let mut tested = match self.input.rounding {
            Some(rounding) => at_least_one(economic, rounding),
            None => economic.into(),
        };
        if let Some(next) = next {
            let last: Formula = match self.kind {
                TariffKind::AllUnits => next.from - 1u32,
                TariffKind::Incremental => next.from.into(),
            };
            tested = tested.min(last);
        }
        let label = format!("Quantité à tester au prix {rank}");
        let head = RowHead::new(format!("T{rank}.Q"), label).unit(unit);
        sheet.computed(head, tested.max(tier.from))
    }

    /// Rows of the costs of the quantity tested; gives the cell of the yearly cost.
    fn yearly_cost(
        &self,
        sheet: &mut ValueSheet,
        rank: usize,
        tier: &TierCells,
        quantity: CellId,
    ) -> CellId {
        let prefix = format!("T{rank}.");
        let Some(extra) = tier.extra else {
            return self.costs_at(tier.price, tier.holding).add(sheet, &prefix, quantity);
        };
        let euros =
            |key: &str, label: &str| RowHead::new(format!("{prefix}{key}"), label).unit("€");
        let head = RowHead::new(format!("{prefix}nombre_commandes"), "Nombre de commandes par an");
        let orders = sheet.computed(head, self.base.demand / quantity);
        let ordering = sheet
            .computed(euros("cout_passation", "Coût de passation"), orders * self.base.order_cost);
        let carrying = match self.carrying {
            Carrying::Cost(cost) => quantity / 2u32 * cost,
            Carrying::Rate(rate) => (quantity * tier.price + extra) / 2u32 * rate / 100u32,
        };
        let carrying = sheet.computed(euros("cout_possession", "Coût de possession"), carrying);
        let purchase = sheet.computed(
            euros("cout_achat", "Coût d'acquisition"),
            self.base.demand * tier.price + orders * extra,
        );
        sheet.computed(euros("cout_annuel", "Coût total annuel"), purchase + ordering + carrying)
    }

    /// Cells of the costs at a price.
    pub(super) fn costs_at(&self, price: CellId, holding: CellId) -> CostCells {
        CostCells {
            demand: self.base.demand,
            order_cost: self.base.order_cost,
            holding,
            price: Some(price),
            days: None,
            level: Level::Full,
        }
    }
}
