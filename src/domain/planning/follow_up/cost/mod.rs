//! Cost price, real against standard, and its variances.
//!
//! Écart = réel − préétabli adapté à la production réelle: positive, it is unfavourable (the sign may
//! be turned). Material and labour: on quantity (or time), (Qr − Qs) × Ps; on price (or rate),
//! (Pr − Ps) × Qr. Indirect charges with a flexible budget: budget, réel − budget de l'activité
//! réelle; activity, that budget − Qr × Ps; yield, (Qr − Qs) × Ps. The parts add up to the variance.

mod elements;
mod input;
mod products;
mod reading;

#[cfg(test)]
mod tests;

pub use input::{CostElement, CostInput, FlexibleBudget, ProductCost, VarianceSign};
pub use reading::OPTIONS;

use super::grid::Grid;
use super::named::{MAX_NAMED, duplicate};
use crate::domain::planning::calculator::{Request, refused};
use crate::domain::planning::tree::Problems;
use crate::domain::planning::worksheet::{CalculationError, CellId, Formula, Worksheet};

/// The calculator `cout_revient`.
pub fn calculate(request: &Request<'_>, problems: &mut Problems) -> Option<Worksheet> {
    let input = reading::read(request, problems)?;
    match worksheet(&input) {
        Ok(sheet) => Some(sheet),
        Err(error) => {
            refused(request, &error, problems);
            None
        }
    }
}

/// One row an element of cost, then the figures of the product; the same for each product, and the
/// totals of several.
///
/// # Errors
/// When there is no product, one without element, too many of them, or two of the same code.
pub fn worksheet(input: &CostInput) -> Result<Worksheet, CalculationError> {
    check(input)?;
    let mut grid = Grid::new("Coût de revient");
    let mut summaries = Vec::new();
    for product in &input.products {
        let totals = elements::element_rows(&mut grid, input, product);
        summaries.push(products::product_rows(&mut grid, input, product, &totals));
    }
    if summaries.len() > 1 {
        products::total_rows(&mut grid, input, &summaries);
    }
    Ok(grid.sheet)
}

fn check(input: &CostInput) -> Result<(), CalculationError> {
    let refuse = |reason: String| Err(CalculationError::impossible(reason));
    if input.products.is_empty() || input.products.len() > MAX_NAMED {
        return refuse(format!("il faut de 1 à {MAX_NAMED} produits"));
    }
    if let Some(code) = duplicate(input.products.iter().map(|product| product.code.as_str())) {
        return refuse(format!("le produit « {code} » est écrit deux fois"));
    }
    for product in &input.products {
        if product.elements.is_empty() || product.elements.len() > MAX_NAMED {
            return refuse(format!("il faut de 1 à {MAX_NAMED} éléments de coût par produit"));
        }
        let codes = product.elements.iter().map(|element| element.code.as_str());
        if let Some(code) = duplicate(codes.chain(["production", "total"])) {
            return refuse(format!("le nom « {code} » est déjà pris : changez celui de l'élément"));
        }
    }
    Ok(())
}

/// A variance with the sign asked for.
fn variance(input: &CostInput, real: CellId, standard: CellId) -> Formula {
    match input.sign {
        VarianceSign::RealLessStandard => real - standard,
        VarianceSign::StandardLessReal => standard - real,
    }
}
