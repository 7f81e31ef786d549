//! Figures of a product: unit cost, standard cost adapted to the real production, variances, margin;
//! and the totals of several products.

use rust_decimal::Decimal;

use super::elements::{Totals, VALUE, row_head};
use super::{CostInput, ProductCost, VarianceSign, variance};
use crate::domain::planning::follow_up::grid::Grid;
use crate::domain::planning::worksheet::{CellId, Comparison, Formula, RowHead, Value};

/// Real and standard costs of a product.
pub(super) struct Summary {
    real: CellId,
    standard: Option<CellId>,
}

/// Adds the figures of a product.
pub(super) fn product_rows(
    grid: &mut Grid,
    input: &CostInput,
    product: &ProductCost,
    totals: &Totals,
) -> Summary {
    let mut fill = Fill { grid, input, product };
    let production = totals.production;
    let real = fill.money("cout_reel", "Coût réel", Formula::sum(totals.real.iter().copied()));
    let unit = fill.money("cout_unitaire_reel", "Coût de revient unitaire réel", real / production);
    if let Some(price) = product.selling_price {
        fill.margin(price, unit);
    }
    let standard = match product.standard_unit_cost {
        Some(cost) => {
            let label = "Coût unitaire préétabli";
            let cost = fill.given("cout_unitaire_standard", label, cost);
            Some((cost, fill.money("cout_standard", "Coût préétabli adapté", production * cost)))
        }
        None if totals.standard.is_empty() => None,
        None => {
            let sum = Formula::sum(totals.standard.iter().copied());
            let standard = fill.money("cout_standard", "Coût préétabli adapté", sum);
            let label = "Coût unitaire préétabli";
            let unit = fill.money("cout_unitaire_standard", label, standard / production);
            Some((unit, standard))
        }
    };
    let Some((unit, standard)) = standard else { return Summary { real, standard: None } };
    let gap = fill.money("ecart", "Écart total", variance(input, real, standard));
    fill.verdict(gap);
    if let Some(planned) = product.planned {
        fill.volume(planned, unit, real, standard);
    }
    Summary { real, standard: Some(standard) }
}

/// Adds the totals of several products.
pub(super) fn total_rows(grid: &mut Grid, input: &CostInput, summaries: &[Summary]) {
    let mut add = |key: &str, label: &str, formula: Formula| {
        let head = RowHead::new(key, label).unit(input.currency.as_str());
        grid.value(head.group("Ensemble"), VALUE, formula)
    };
    let real = Formula::sum(summaries.iter().map(|summary| summary.real));
    let real = add("cout_reel", "Coût réel", real);
    let standards: Option<Vec<CellId>> = summaries.iter().map(|summary| summary.standard).collect();
    if let Some(standards) = standards {
        let standard = add("cout_standard", "Coût préétabli adapté", Formula::sum(standards));
        add("ecart", "Écart total", variance(input, real, standard));
    }
}

struct Fill<'a> {
    grid: &'a mut Grid,
    input: &'a CostInput,
    product: &'a ProductCost,
}

impl Fill<'_> {
    fn head(&self, key: &str, label: &str) -> RowHead {
        row_head(self.product, key, label)
    }

    fn money(&mut self, key: &str, label: &str, formula: Formula) -> CellId {
        let head = self.head(key, label).unit(self.input.currency.as_str());
        self.grid.value(head, VALUE, formula)
    }

    fn given(&mut self, key: &str, label: &str, value: Decimal) -> CellId {
        let head = self.head(key, label).unit(self.input.currency.as_str());
        let row = self.grid.sheet.row(head);
        let column = self.grid.column_rank(VALUE.0, VALUE.1);
        self.grid.sheet.given(row, column, value)
    }

    /// Margin on one piece, and its rate on the selling price.
    fn margin(&mut self, price: Decimal, unit: CellId) {
        let price = self.given("prix_vente", "Prix de vente unitaire", price);
        let margin = self.money("marge", "Marge unitaire", price - unit);
        let head = self.head("taux_marque", "Taux de marque").unit("%");
        self.grid.value(head, VALUE, margin / price * 100_u32);
    }

    /// "favorable" or "défavorable".
    fn verdict(&mut self, gap: CellId) {
        let word = |text: &str| Formula::Constant(Value::from(text));
        let (positive, negative) = match self.input.sign {
            VarianceSign::RealLessStandard => ("défavorable", "favorable"),
            VarianceSign::StandardLessReal => ("favorable", "défavorable"),
        };
        let zero = || Formula::number(0);
        let signed = Formula::choose(gap, Comparison::Less, zero(), word(negative), word("nul"));
        let verdict = Formula::choose(gap, Comparison::Greater, zero(), word(positive), signed);
        let head = self.head("sens_ecart", "Sens de l'écart");
        self.grid.value(head, VALUE, verdict);
    }

    /// Variance on volume, from the planned production, and the variance with the initial budget.
    fn volume(&mut self, planned: Decimal, unit: CellId, real: CellId, standard: CellId) {
        let row = self.grid.sheet.row(self.head("production_prevue", "Production prévue"));
        let column = self.grid.column_rank(VALUE.0, VALUE.1);
        let planned = self.grid.sheet.given(row, column, planned);
        let budget = self.money("cout_prevu", "Coût prévu", planned * unit);
        let input = self.input;
        self.money("ecart_volume", "Écart sur volume", variance(input, standard, budget));
        self.money("ecart_budget_initial", "Écart avec le prévu", variance(input, real, budget));
    }
}
