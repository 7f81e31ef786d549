//! Rules that are no arithmetic: lot sizes, sequences, classes, sorted tables.

use std::fmt;
use std::sync::Arc;

use super::{CalculationError, Formula, Value};

type Evaluate = dyn Fn(&[Value]) -> Result<Value, CalculationError> + Send + Sync;
type Explain = dyn Fn(&[Value], &Value) -> String + Send + Sync;

/// A rule from values to a value, with the words that explain it.
#[derive(Clone)]
pub struct Rule {
    evaluate: Arc<Evaluate>,
    explain: Arc<Explain>,
}

impl fmt::Debug for Rule {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Rule")
    }
}

impl Rule {
    /// A rule and the French words of its working, without the name of the cell nor the final
    /// "= result": "65 arrondi au multiple de 50 supérieur".
    pub fn new(
        evaluate: impl Fn(&[Value]) -> Result<Value, CalculationError> + Send + Sync + 'static,
        explain: impl Fn(&[Value], &Value) -> String + Send + Sync + 'static,
    ) -> Self {
        Self { evaluate: Arc::new(evaluate), explain: Arc::new(explain) }
    }

    /// The value.
    ///
    /// # Errors
    /// When no result fits the values.
    pub fn evaluate(&self, values: &[Value]) -> Result<Value, CalculationError> {
        (self.evaluate)(values)
    }

    /// The words of the working.
    pub fn explain(&self, values: &[Value], result: &Value) -> String {
        (self.explain)(values, result)
    }
}

/// A formula made of one rule over these arguments.
pub fn rule(
    arguments: Vec<Formula>,
    evaluate: impl Fn(&[Value]) -> Result<Value, CalculationError> + Send + Sync + 'static,
    explain: impl Fn(&[Value], &Value) -> String + Send + Sync + 'static,
) -> Formula {
    Formula::Rule(Rule::new(evaluate, explain), arguments)
}
