//! Why a cell or a calculation has no value.

/// Why a formula has no value.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CalculationError {
    /// More digits than exact arithmetic holds.
    #[error("le résultat a trop de chiffres pour un calcul exact")]
    Overflow,
    /// Division by zero.
    #[error("division par zéro")]
    DivisionByZero,
    /// Square root of a negative number.
    #[error("racine carrée d'un nombre négatif")]
    NegativeRoot,
    /// A text where a number is needed.
    #[error("« {0} » n'est pas un nombre")]
    NotANumber(String),
    /// Inputs that no result fits, with the reason in French.
    #[error("{0}")]
    Impossible(String),
}

impl CalculationError {
    /// Inputs that no result fits.
    pub fn impossible(reason: impl Into<String>) -> Self {
        Self::Impossible(reason.into())
    }
}

/// A cell without value: which, and why.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{cell} : {error}")]
pub struct CellError {
    /// Name of the cell.
    pub cell: String,
    /// Why it has no value.
    pub error: CalculationError,
}
