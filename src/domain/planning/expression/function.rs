//! The functions of the language: their names, and how many arguments they take.

use super::spelling::{fold, nearest};

/// A function.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Function {
    /// The greatest.
    Maximum,
    /// The smallest.
    Minimum,
    /// The sum.
    Sum,
    /// The mean.
    Mean,
    /// How many numbers.
    Count,
    /// To the nearest.
    Round,
    /// Up.
    RoundUp,
    /// Down.
    RoundDown,
    /// Digits dropped.
    Truncate,
    /// Up to a multiple.
    MultipleUp,
    /// Square root.
    SquareRoot,
    /// Without its sign.
    Absolute,
    /// Whole number below.
    Floor,
    /// Zero when negative.
    Positive,
    /// One value or another.
    If,
    /// All conditions.
    And,
    /// At least one condition.
    Or,
}

/// Any number of arguments.
const MANY: usize = usize::MAX;

/// Name, function, and fewest and most arguments.
const FUNCTIONS: [(&str, Function, usize, usize); 17] = [
    ("MAX", Function::Maximum, 1, MANY),
    ("MIN", Function::Minimum, 1, MANY),
    ("SOMME", Function::Sum, 1, MANY),
    ("MOYENNE", Function::Mean, 1, MANY),
    ("NB", Function::Count, 1, MANY),
    ("ARRONDI", Function::Round, 1, 2),
    ("ARRONDI.SUP", Function::RoundUp, 1, 2),
    ("ARRONDI.INF", Function::RoundDown, 1, 2),
    ("TRONQUE", Function::Truncate, 1, 2),
    ("MULTIPLE.SUP", Function::MultipleUp, 2, 2),
    ("RACINE", Function::SquareRoot, 1, 1),
    ("ABS", Function::Absolute, 1, 1),
    ("ENT", Function::Floor, 1, 1),
    ("POSITIF", Function::Positive, 1, 1),
    ("SI", Function::If, 3, 3),
    ("ET", Function::And, 1, MANY),
    ("OU", Function::Or, 1, MANY),
];

impl Function {
    /// The function that a name names, whatever its capitals and accents.
    pub(super) fn named(name: &str) -> Result<Self, String> {
        let folded = fold(name);
        let found = FUNCTIONS.iter().find(|entry| fold(entry.0) == folded);
        found.map(|entry| entry.1).ok_or_else(|| {
            let names = FUNCTIONS.iter().map(|entry| entry.0);
            match nearest(name, names) {
                Some(near) => {
                    format!("la fonction « {name} » n'existe pas ; voulez-vous dire « {near} » ?")
                }
                None => format!("la fonction « {name} » n'existe pas"),
            }
        })
    }

    /// Says what is wrong with a number of arguments.
    pub(super) fn check_count(self, count: usize) -> Result<(), String> {
        let Some((name, _, fewest, most)) = FUNCTIONS.iter().find(|entry| entry.1 == self) else {
            return Ok(());
        };
        if (*fewest..=*most).contains(&count) {
            return Ok(());
        }
        Err(match (*fewest, *most) {
            (1, 1) => format!("{name} prend un seul argument"),
            (1, 2) => format!("{name} prend un ou deux arguments, séparés par « ; »"),
            (_, MANY) => format!("{name} prend au moins un argument"),
            (_, most) => format!("{name} prend {most} arguments, séparés par « ; »"),
        })
    }
}
