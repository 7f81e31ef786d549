//! Columns of a lot sizing, and the requirements and costs that every rule reads.

use std::sync::Arc;

use super::{HoldingCost, LotSizingInput};
use crate::domain::planning::worksheet::{CellId, Formula, RowHead, Value, Worksheet};

/// The worksheet being filled, with its columns.
pub(super) struct Frame {
    /// The worksheet.
    pub(super) sheet: Worksheet,
    /// Column of single values.
    value: usize,
    /// Columns of the periods.
    pub(super) periods: Vec<usize>,
    /// Column of the totals.
    pub(super) total: usize,
    /// Names of the periods.
    pub(super) names: Arc<[String]>,
    /// Unit of the quantities.
    pub(super) unit: String,
}

/// Cells that every rule reads.
pub(super) struct Series {
    /// Requirement of each period.
    pub(super) needs: Vec<CellId>,
    /// Requirement in all.
    pub(super) total: CellId,
    /// Cost of one order.
    pub(super) setup: CellId,
    /// Carrying of one unit during one period.
    pub(super) holding: CellId,
    /// Purchase price of each period; none when purchases are not counted.
    pub(super) prices: Vec<CellId>,
}

impl Series {
    /// Adds the rows of requirements and costs.
    pub(super) fn add(frame: &mut Frame, input: &LotSizingInput) -> Self {
        let head = RowHead::new("BN", "Besoins nets").short("BN").unit(&*input.unit);
        let row = frame.sheet.row(head);
        let columns = frame.periods.clone();
        let needs: Vec<CellId> = columns
            .iter()
            .zip(&input.requirements)
            .map(|(column, need)| frame.sheet.given(row, *column, *need))
            .collect();
        let total = frame.sheet.computed(row, frame.total, Formula::sum(needs.iter().copied()));
        let head = RowHead::new("cout_lancement", "Coût d'un lancement").unit("€");
        let setup = frame.given(head, input.setup_cost);
        let head = RowHead::new("possession", "Possession d'une unité par période").unit("€");
        let holding = match input.holding {
            HoldingCost::PerUnit(cost) => frame.given(head, cost),
            HoldingCost::Rate { unit_cost, percent } => {
                let cost = RowHead::new("cout_unitaire", "Coût unitaire").unit("€");
                let cost = frame.given(cost, unit_cost);
                let rate = RowHead::new("taux_possession", "Taux de possession par période");
                let rate = frame.given(rate.unit("%"), percent);
                frame.computed(head, cost * rate / 100u32)
            }
        };
        let mut prices = Vec::with_capacity(input.prices.len());
        if !input.prices.is_empty() {
            let row = frame.sheet.row(RowHead::new("prix", "Prix d'achat").unit("€"));
            for (column, price) in columns.iter().zip(&input.prices) {
                prices.push(frame.sheet.given(row, *column, *price));
            }
        }
        Self { needs, total, setup, holding, prices }
    }
}

impl Frame {
    /// The columns of this input, without row.
    pub(super) fn new(input: &LotSizingInput) -> Self {
        let title = if input.item.is_empty() {
            "Lotissement".to_owned()
        } else {
            format!("Lotissement – {}", input.item)
        };
        let mut sheet = Worksheet::new(title);
        let value = sheet.column("valeur", "");
        let periods = input.periods.iter().map(|name| sheet.column(&**name, &**name)).collect();
        let total = sheet.column("total", "Total");
        let names = Arc::from(input.periods.as_slice());
        Self { sheet, value, periods, total, names, unit: input.unit.clone() }
    }

    /// A single value written by the author.
    pub(super) fn given(&mut self, head: RowHead, value: impl Into<Value>) -> CellId {
        let row = self.sheet.row(head);
        self.sheet.given(row, self.value, value)
    }

    /// A single value computed.
    pub(super) fn computed(&mut self, head: RowHead, formula: impl Into<Formula>) -> CellId {
        let row = self.sheet.row(head);
        self.sheet.computed(row, self.value, formula)
    }
}
