//! Rows of the elements of cost: real, standard, variances by element and by cause.

use rust_decimal::Decimal;

use super::{CostElement, CostInput, ProductCost, VarianceSign, variance};
use crate::domain::planning::follow_up::grid::{Grid, Section};
use crate::domain::planning::follow_up::table::{Content, Line, cell_at};
use crate::domain::planning::worksheet::{CellId, Formula, RowHead};

/// Totals of a product, when its elements give them.
pub(super) struct Totals {
    /// Cells of the real amounts.
    pub real: Vec<CellId>,
    /// Cells of the standard amounts; empty unless every element has one.
    pub standard: Vec<CellId>,
    /// Cell of the production.
    pub production: CellId,
}

/// Key of a row of a product.
pub(super) fn row_key(product: &ProductCost, key: &str) -> String {
    if product.code.is_empty() { key.to_owned() } else { format!("{}.{key}", product.code) }
}

/// Head of a row of a product.
pub(super) fn row_head(product: &ProductCost, key: &str, label: &str) -> RowHead {
    let head = RowHead::new(row_key(product, key), label);
    let named = product.label.is_empty() || product.label == product.code;
    match (product.code.as_str(), named) {
        ("", _) => head,
        (code, true) => head.group(code),
        (code, false) => head.group(format!("{code} – {}", product.label)),
    }
}

/// Names of the column of single values.
pub(super) const VALUE: (&str, &str) = ("valeur", "Valeur");

/// Adds the production and the elements of a product.
pub(super) fn element_rows(grid: &mut Grid, input: &CostInput, product: &ProductCost) -> Totals {
    let head = row_head(product, "production", "Production réelle").short("Production");
    let row = grid.sheet.row(head);
    let column = grid.column_rank(VALUE.0, VALUE.1);
    let production = grid.sheet.given(row, column, product.produced);
    let rows = product
        .elements
        .iter()
        .map(|element| {
            let head = row_head(product, &element.code, &element.label).unit(element.unit.as_str());
            grid.sheet.row(head)
        })
        .collect();
    let total = grid.sheet.row(row_head(product, "total", "Total"));
    let section = Section { rows, total: Some(total) };
    let mut fill = Fill { grid, input, product, section };
    let real = fill.real();
    let standard = fill.standard(production);
    fill.variances(&real, &standard);
    let every = standard.amount.iter().all(Option::is_some);
    let standard = if every { standard.amount } else { Vec::new() };
    Totals {
        real: real.amount.into_iter().flatten().collect(),
        standard: standard.into_iter().flatten().collect(),
        production,
    }
}

/// Quantity, price and amount of each element.
struct Amounts {
    quantity: Line,
    price: Line,
    amount: Line,
}

struct Fill<'a> {
    grid: &'a mut Grid,
    input: &'a CostInput,
    product: &'a ProductCost,
    section: Section,
}

impl Fill<'_> {
    fn column(
        &mut self,
        names: (&str, &str),
        content: impl Fn(usize, &CostElement) -> Option<Content>,
    ) -> Line {
        let contents = self.contents(content);
        self.grid.column(&self.section, names, contents)
    }

    fn summed(
        &mut self,
        names: (&str, &str),
        content: impl Fn(usize, &CostElement) -> Option<Content>,
    ) -> Line {
        let contents = self.contents(content);
        self.grid.summed(&self.section, names, contents).0
    }

    fn contents(
        &self,
        content: impl Fn(usize, &CostElement) -> Option<Content>,
    ) -> Vec<Option<Content>> {
        let elements = self.product.elements.iter().enumerate();
        elements.map(|(rank, element)| content(rank, element)).collect()
    }

    fn real(&mut self) -> Amounts {
        let quantity = self.column(("quantite_reelle", "Quantité réelle"), |_, element| {
            given(element.real_quantity)
        });
        let price =
            self.column(("prix_reel", "Prix réel"), |_, element| given(element.real_price));
        let amount = self.summed(("montant_reel", "Montant réel"), |rank, element| {
            given(element.real_amount).or_else(|| product_of(&quantity, &price, rank))
        });
        Amounts { quantity, price, amount }
    }

    fn standard(&mut self, production: CellId) -> Amounts {
        let unit =
            self.column(("quantite_unitaire", "Quantité standard par pièce"), |_, element| {
                given(element.unit_quantity.filter(|_| element.standard_quantity.is_none()))
            });
        let names = ("quantite_standard", "Quantité standard");
        let quantity = self.column(names, |rank, element| {
            given(element.standard_quantity)
                .or_else(|| Some(Content::from(cell_at(&unit, rank)? * production)))
        });
        let price = self
            .column(("prix_standard", "Prix standard"), |_, element| given(element.standard_price));
        let amount = self.summed(("montant_standard", "Montant standard"), |rank, _| {
            product_of(&quantity, &price, rank)
        });
        Amounts { quantity, price, amount }
    }

    /// Variances of each element, by cause, and their sum.
    fn variances(&mut self, real: &Amounts, standard: &Amounts) {
        let input = self.input;
        let budgets = self.budgets(standard);
        let has_budget = |rank: usize| cell_at(&budgets, rank).is_some();
        let quantity = |rank: usize| {
            let difference =
                variance(input, cell_at(&real.quantity, rank)?, cell_at(&standard.quantity, rank)?);
            Some(Content::from(difference * cell_at(&standard.price, rank)?))
        };
        let on_quantity = self.summed(("ecart_quantite", "Écart sur quantité"), |rank, _| {
            quantity(rank).filter(|_| !has_budget(rank))
        });
        let on_price = self.summed(("ecart_prix", "Écart sur prix"), |rank, _| {
            let difference =
                variance(input, cell_at(&real.price, rank)?, cell_at(&standard.price, rank)?);
            let difference = difference * cell_at(&real.quantity, rank)?;
            Some(Content::from(difference)).filter(|_| !has_budget(rank))
        });
        let flexible = self.flexible(&budgets, real);
        let on_budget = self.summed(("ecart_budget", "Écart sur budget"), |rank, _| {
            let real = cell_at(&real.amount, rank)?;
            Some(Content::from(variance(input, real, cell_at(&flexible, rank)?)))
        });
        let on_activity = self.summed(("ecart_activite", "Écart sur activité"), |rank, _| {
            let absorbed = cell_at(&real.quantity, rank)? * cell_at(&standard.price, rank)?;
            let flexible = cell_at(&flexible, rank)?;
            Some(Content::from(match input.sign {
                VarianceSign::RealLessStandard => flexible - absorbed,
                VarianceSign::StandardLessReal => absorbed - flexible,
            }))
        });
        let on_yield = self.summed(("ecart_rendement", "Écart sur rendement"), |rank, _| {
            quantity(rank).filter(|_| has_budget(rank))
        });
        self.summed(("ecart", "Écart total"), |rank, _| {
            let (real, standard) = (cell_at(&real.amount, rank)?, cell_at(&standard.amount, rank)?);
            Some(Content::from(variance(input, real, standard)))
        });
        let parts = [on_quantity, on_price, on_budget, on_activity, on_yield];
        self.summed(("somme_ecarts", "Somme des écarts"), |rank, _| {
            let parts: Vec<_> = parts.iter().filter_map(|line| cell_at(line, rank)).collect();
            (!parts.is_empty()).then(|| Content::from(Formula::sum(parts)))
        });
    }

    /// Variable cost of one unit of work, for the elements with a flexible budget.
    fn budgets(&mut self, standard: &Amounts) -> Line {
        let normal = self.column(("activite_normale", "Activité normale"), |_, element| {
            let budget = element.budget.filter(|budget| budget.variable.is_none())?;
            given(budget.normal_activity)
        });
        let fixed = self.column(("charges_fixes", "Charges fixes"), |_, element| {
            given(element.budget.map(|budget| budget.fixed))
        });
        self.column(("cout_variable", "Coût variable unitaire"), |rank, element| {
            if let Some(variable) = element.budget?.variable {
                return Some(Content::from(variable));
            }
            let fixed_unit = cell_at(&fixed, rank)? / cell_at(&normal, rank)?;
            Some(Content::from(cell_at(&standard.price, rank)? - fixed_unit))
        })
    }

    /// Budget of the real activity.
    fn flexible(&mut self, variable: &[Option<CellId>], real: &Amounts) -> Line {
        let (sheet, rows) = (&self.grid.sheet, &self.section.rows);
        let fixed_column = sheet.column_rank("charges_fixes");
        let fixed_of = |row: &usize| fixed_column.and_then(|column| sheet.at(*row, column));
        let fixed: Line = rows.iter().map(fixed_of).collect();
        self.column(("budget_flexible", "Budget de l'activité réelle"), |rank, _| {
            let variable = cell_at(variable, rank)? * cell_at(&real.quantity, rank)?;
            Some(Content::from(cell_at(&fixed, rank)? + variable))
        })
    }
}

fn given(number: Option<Decimal>) -> Option<Content> {
    number.map(Content::from)
}

/// Quantity × price.
fn product_of(
    quantity: &[Option<CellId>],
    price: &[Option<CellId>],
    rank: usize,
) -> Option<Content> {
    Some(Content::from(cell_at(quantity, rank)? * cell_at(price, rank)?))
}
