//! The calculators that authors may name.

use super::calculator::Entry;
use super::{free_sheet, net_requirements, team};

/// All calculators, in the order of their names.
pub const CALCULATORS: &[Entry] = &[
    Entry {
        name: "cbn",
        options: net_requirements::OPTIONS,
        calculate: net_requirements::calculate,
    },
    Entry { name: "polyvalence", options: team::OPTIONS, calculate: team::calculate },
    Entry { name: "formules", options: free_sheet::OPTIONS, calculate: free_sheet::calculate },
];

/// The calculator with this name.
pub fn find(name: &str) -> Option<&'static Entry> {
    CALCULATORS.iter().find(|entry| entry.name == name)
}

/// Names of all calculators.
pub fn names() -> Vec<&'static str> {
    CALCULATORS.iter().map(|entry| entry.name).collect()
}
