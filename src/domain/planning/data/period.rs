//! Periods of a horizon.

/// Largest number of periods of a horizon.
pub const MAX_PERIODS: usize = 520;

/// Names of the periods in order ("S40", "S41"), after the name of the opening column ("S39").
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Periods {
    /// Name of the column that holds opening stocks; may be empty.
    pub opening: String,
    /// Names of the periods.
    pub names: Vec<String>,
}

impl Periods {
    /// Periods named "1", "2"… after an opening column "0".
    pub fn numbered(count: usize) -> Self {
        let names = (1..=count.min(MAX_PERIODS)).map(|rank| rank.to_string()).collect();
        Self { opening: "0".to_owned(), names }
    }

    /// Number of periods.
    pub fn len(&self) -> usize {
        self.names.len()
    }

    /// Whether there is no period.
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// Rank of a period by its name, from 0.
    pub fn rank(&self, name: &str) -> Option<usize> {
        self.names.iter().position(|known| known == name)
    }
}
