//! The calculators by the name that authors write, from data and options to a worksheet.

use super::data::PlanningData;
use super::tree::{Node, Problems};
use super::worksheet::{CalculationError, Source, Value, Worksheet};

/// Everything a calculator may read.
pub struct Request<'a> {
    /// Options of the calculation, as written; for a file of `calc`, the file itself.
    pub options: Node<'a>,
    /// Planning data, typed.
    pub data: &'a PlanningData,
    /// Planning data, as written: the root of all sections.
    pub tree: Node<'a>,
    /// Calculations made before this one.
    pub others: &'a dyn OtherCalculations,
}

/// Calculations made before, by name.
pub trait OtherCalculations {
    /// Whether there is a calculation with this identifier.
    fn exists(&self, calculation: &str) -> bool;

    /// The cell that a path names inside a calculation ("PI30.BN", "S40"), its own value included.
    fn find(&self, calculation: &str, path: &[String]) -> Option<(Source, Value)>;
}

/// No other calculation.
pub struct Alone;

impl OtherCalculations for Alone {
    fn exists(&self, _calculation: &str) -> bool {
        false
    }

    fn find(&self, _calculation: &str, _path: &[String]) -> Option<(Source, Value)> {
        None
    }
}

/// Notes why a calculation is impossible, at the place of its options.
pub fn refused(request: &Request<'_>, error: &CalculationError, problems: &mut Problems) {
    problems.add(
        request.options.path(),
        format!("calcul impossible : {error}."),
        "Corrigez les données de ce calcul.",
    );
}

/// A calculator: reads its typed input and builds its worksheet; `None` when problems were noted.
pub type Calculator = fn(&Request<'_>, &mut Problems) -> Option<Worksheet>;

/// Name written by authors, names of its options, and the calculator.
pub struct Entry {
    /// Name written after `calculateur:`.
    pub name: &'static str,
    /// Names of its options.
    pub options: &'static [&'static str],
    /// The calculator.
    pub calculate: Calculator,
}
