//! Values of all cells of a worksheet, as it is or from someone's own cells.

use std::collections::HashMap;

use rust_decimal::Decimal;

use super::{CalculationError, CellContent, CellError, CellId, Value, Worksheet};

/// A value for each cell of a worksheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evaluation {
    values: Vec<Value>,
}

impl Evaluation {
    /// Values of the cells, in the order of their ranks.
    pub const fn from_values(values: Vec<Value>) -> Self {
        Self { values }
    }

    /// The value of a cell; empty for a cell of another worksheet.
    pub fn value(&self, id: CellId) -> &Value {
        self.values.get(id.0).unwrap_or(&Value::Empty)
    }

    /// The number of a cell; `None` for a text or a date.
    pub fn number(&self, id: CellId) -> Option<Decimal> {
        self.value(id).number().ok()
    }
}

impl Worksheet {
    /// Values of all cells as the author gives them.
    ///
    /// # Errors
    /// The first cell without value, and why.
    pub fn evaluate(&self) -> Result<Evaluation, CellError> {
        self.evaluate_with(&HashMap::new())
    }

    /// Values of all cells, some being replaced.
    ///
    /// # Errors
    /// The first cell without value, and why.
    pub fn evaluate_with(
        &self,
        replaced: &HashMap<CellId, Value>,
    ) -> Result<Evaluation, CellError> {
        let mut values: Vec<Value> = Vec::with_capacity(self.len());
        for (id, _) in self.cells() {
            let value = match replaced.get(&id) {
                Some(value) => value.clone(),
                None => self
                    .compute(id, &|cell| Ok(values.get(cell.0).cloned().unwrap_or_default()))
                    .map_err(|error| CellError { cell: self.full_name(id), error })?,
            };
            values.push(value);
        }
        Ok(Evaluation { values })
    }

    /// Value of one cell from the values of the cells that it is computed from.
    ///
    /// # Errors
    /// What its formula or the lookup says.
    pub fn compute(
        &self,
        id: CellId,
        lookup: &dyn Fn(CellId) -> Result<Value, CalculationError>,
    ) -> Result<Value, CalculationError> {
        match self.cell(id).map(|cell| &cell.content) {
            Some(CellContent::Given(value)) => Ok(value.clone()),
            Some(CellContent::Computed(formula)) => formula.evaluate(lookup),
            None => Ok(Value::Empty),
        }
    }
}
