//! Yearly costs of a quantity: number of orders, average stock, ordering, carrying, shortage,
//! purchase.

use super::super::single_values::ValueSheet;
use crate::domain::planning::worksheet::{CellId, Formula, RowHead};

/// Cells that the cost of a quantity is computed from.
#[derive(Debug, Clone, Copy)]
pub(super) struct CostCells {
    /// Demand of a year.
    pub(super) demand: CellId,
    /// Cost of one order.
    pub(super) order_cost: CellId,
    /// Carrying of one unit during a year.
    pub(super) holding: CellId,
    /// Cost of one unit, when known.
    pub(super) price: Option<CellId>,
    /// Days of a year, when stated.
    pub(super) days: Option<CellId>,
    /// What changes the level of the stock.
    pub(super) level: Level,
}

/// What changes the level of the stock, apart from the quantity.
#[derive(Debug, Clone, Copy)]
pub(super) enum Level {
    /// Nothing: the stock goes from the quantity to zero.
    Full,
    /// A share of the quantity is delivered late.
    Backorders {
        /// Cell of that share.
        fraction: CellId,
        /// Cell of the cost of one unit short during a year.
        shortage: CellId,
    },
    /// The order is consumed while it is produced.
    Production {
        /// Cell of the share of the production that is put in stock.
        stocked: CellId,
    },
}

impl CostCells {
    /// Adds the rows of the costs of a quantity, their keys after this prefix ("mensuel."); gives
    /// the cell of the cost to compare.
    pub(super) fn add(&self, sheet: &mut ValueSheet, prefix: &str, quantity: CellId) -> CellId {
        let euros =
            |key: &str, label: &str| RowHead::new(format!("{prefix}{key}"), label).unit("€");
        let head = RowHead::new(format!("{prefix}nombre_commandes"), "Nombre de commandes par an");
        let orders = sheet.computed(head, self.demand / quantity);
        if let Some(days) = self.days {
            let head = RowHead::new(format!("{prefix}intervalle"), "Durée d'une commande");
            sheet.computed(head.unit("jours"), days / orders);
        }
        let stock = self.average_stock(sheet, prefix, quantity);
        let ordering =
            sheet.computed(euros("cout_passation", "Coût de passation"), orders * self.order_cost);
        let carrying =
            sheet.computed(euros("cout_possession", "Coût de possession"), stock * self.holding);
        let mut parts = vec![Formula::from(ordering), carrying.into()];
        if let Level::Backorders { fraction, shortage } = self.level {
            let late = quantity * fraction * fraction / 2u32 * shortage;
            let cost = sheet.computed(euros("cout_rupture", "Coût de rupture"), late);
            parts.push(cost.into());
        }
        let total = sheet.computed(euros("cout_total", "Coût total"), Formula::Sum(parts));
        let Some(price) = self.price else { return total };
        let purchase =
            sheet.computed(euros("cout_achat", "Coût d'acquisition"), self.demand * price);
        sheet.computed(euros("cout_annuel", "Coût total annuel"), purchase + total)
    }

    /// Row of the average stock, after that of the highest stock when it is not the quantity.
    fn average_stock(&self, sheet: &mut ValueSheet, prefix: &str, quantity: CellId) -> CellId {
        let head = RowHead::new(format!("{prefix}stock_moyen"), "Stock moyen");
        let highest = RowHead::new(format!("{prefix}stock_maximal"), "Stock maximal");
        match self.level {
            Level::Full => sheet.computed(head, quantity / 2u32),
            Level::Production { stocked } => {
                let highest = sheet.computed(highest, quantity * stocked);
                sheet.computed(head, highest / 2u32)
            }
            Level::Backorders { fraction, .. } => {
                let late = RowHead::new(format!("{prefix}rupture_maximale"), "Rupture maximale");
                let late = sheet.computed(late, quantity * fraction);
                let highest = sheet.computed(highest, quantity - late);
                sheet.computed(head, highest * highest / (Formula::number(2) * quantity))
            }
        }
    }
}
