//! Pareto of causes: values sorted, shares, cumulated shares, classes.

mod reading;
mod sorting;

#[cfg(test)]
mod tests;

pub use reading::OPTIONS;

use rust_decimal::Decimal;

use crate::domain::planning::calculator::{Request, refused};
use crate::domain::planning::follow_up::named::duplicate;
use crate::domain::planning::follow_up::table::{Series, VALUE_COLUMN};
use crate::domain::planning::tree::Problems;
use crate::domain::planning::worksheet::{
    CalculationError, CellId, Formula, RowHead, Worksheet, rule,
};

/// Largest number of causes.
pub const MAX_CAUSES: usize = 200;

/// Input of a Pareto.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParetoInput {
    /// What is measured ("Rebuts").
    pub measure: String,
    /// Unit of the values ("flacons").
    pub unit: String,
    /// Columns from which the value of a cause is made; empty when it is given.
    pub details: Vec<Series>,
    /// How they make it.
    pub combined: Combination,
    /// Causes.
    pub causes: Vec<Cause>,
    /// Classes in order, each with the cumulated percentage up to which it goes; what lies beyond
    /// the last limit belongs to the last class.
    pub classes: Vec<(String, Decimal)>,
    /// Class of the cause that crosses a limit.
    pub crossing: Crossing,
}

/// One cause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cause {
    /// Key of its row.
    pub code: String,
    /// Words shown, by which it is sorted into the second table.
    pub label: String,
    /// One number a detail column, or its value alone.
    pub numbers: Vec<Decimal>,
}

/// How the numbers of a cause make its value.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Combination {
    /// Added: scrap of each product.
    #[default]
    Sum,
    /// Multiplied: number of stops × duration of one.
    Product,
}

/// Class of the cause whose cumulated share crosses a limit.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Crossing {
    /// In the next class: a class stays below its limit. The first cause is always in the first.
    #[default]
    Excluded,
    /// In the class: a class goes at least up to its limit.
    Included,
}

/// The calculator `pareto`.
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

/// The causes as given, then sorted (rows `rang1`, `rang2`…).
///
/// # Errors
/// When there is no cause, too many, two of the same name, or no class.
pub fn worksheet(input: &ParetoInput) -> Result<Worksheet, CalculationError> {
    check(input)?;
    let mut sheet = Worksheet::new(format!("Pareto – {}", input.measure));
    let values = given_table(&mut sheet, input);
    let total = sheet.row(RowHead::new("total", "Total").unit(&input.unit));
    let value_column = column(&sheet, VALUE_COLUMN);
    let total = sheet.computed(total, value_column, Formula::sum(values.iter().copied()));
    sorting::sorted_table(&mut sheet, input, &values, total);
    Ok(sheet)
}

fn check(input: &ParetoInput) -> Result<(), CalculationError> {
    let refuse = |reason: String| Err(CalculationError::impossible(reason));
    if input.causes.is_empty() {
        return refuse("aucune cause n'est donnée".to_owned());
    }
    if input.causes.len() > MAX_CAUSES {
        return refuse(format!("il y a plus de {MAX_CAUSES} causes : regroupez-les"));
    }
    if input.classes.is_empty() {
        return refuse("aucune classe n'est donnée".to_owned());
    }
    if let Some(label) = duplicate(input.causes.iter().map(|cause| cause.label.as_str())) {
        return refuse(format!("la cause « {label} » est écrite deux fois"));
    }
    if let Some(code) = duplicate(input.causes.iter().map(|cause| cause.code.as_str())) {
        return refuse(format!("le code « {code} » est écrit deux fois"));
    }
    Ok(())
}

/// One row a cause: its details and its value.
fn given_table(sheet: &mut Worksheet, input: &ParetoInput) -> Vec<CellId> {
    let details: Vec<_> = input
        .details
        .iter()
        .map(|detail| sheet.column(detail.key.as_str(), detail.label.as_str()))
        .collect();
    let value_column = sheet.column(VALUE_COLUMN, input.measure.as_str());
    input
        .causes
        .iter()
        .map(|cause| {
            let head = RowHead::new(cause.code.as_str(), cause.label.as_str());
            let row = sheet.row(head.unit(&input.unit));
            if details.is_empty() {
                let value = cause.numbers.first().copied().unwrap_or_default();
                return sheet.given(row, value_column, value);
            }
            let cells: Vec<Formula> = details
                .iter()
                .zip(&cause.numbers)
                .map(|(column, number)| sheet.given(row, *column, *number).into())
                .collect();
            let formula = match input.combined {
                Combination::Sum => Formula::Sum(cells),
                Combination::Product => Formula::Product(cells),
            };
            sheet.computed(row, value_column, formula)
        })
        .collect()
}

/// Rank of a column known to exist; the first otherwise.
fn column(sheet: &Worksheet, key: &str) -> usize {
    sheet.column_rank(key).unwrap_or_default()
}

/// The class of a rank, from its cumulated percentage and that of the rank before.
fn class_formula(input: &ParetoInput, before: Option<CellId>, share: CellId) -> Formula {
    let (classes, crossing) = (input.classes.clone(), input.crossing);
    let shown = classes.clone();
    let compared = match crossing {
        Crossing::Excluded => before.map(|_| share),
        Crossing::Included => before,
    };
    let first = classes.first().map(|(name, _)| name.clone()).unwrap_or_default();
    let Some(compared) = compared else {
        return rule(
            vec![share.into()],
            move |_| Ok(first.as_str().into()),
            |_, _| "première cause".to_owned(),
        );
    };
    rule(
        vec![compared.into()],
        move |values| sorting::class_of(&classes, crossing, values).map(Into::into),
        move |values, result| sorting::class_words(&shown, crossing, values, result),
    )
}
