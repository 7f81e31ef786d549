//! Heads of the rows and columns.

/// Head of a row.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RowHead {
    /// Key that names the row: unique, without space ("PI30.BB").
    pub key: String,
    /// Short name used in workings ("BN").
    pub short: String,
    /// Words shown ("Besoins nets (BN)").
    pub label: String,
    /// What the row belongs to ("PI30 – Pied cintré"); empty when the sheet has one group.
    pub group: String,
    /// Unit of its numbers; may be empty.
    pub unit: String,
}

impl RowHead {
    /// A row whose short name is its label.
    pub fn new(key: impl Into<String>, label: impl Into<String>) -> Self {
        let label = label.into();
        Self { key: key.into(), short: label.clone(), label, ..Self::default() }
    }

    /// Gives the short name used in workings.
    #[must_use]
    pub fn short(mut self, short: impl Into<String>) -> Self {
        self.short = short.into();
        self
    }

    /// Puts the row in a group.
    #[must_use]
    pub fn group(mut self, group: impl Into<String>) -> Self {
        self.group = group.into();
        self
    }

    /// Gives the unit.
    #[must_use]
    pub fn unit(mut self, unit: impl Into<String>) -> Self {
        self.unit = unit.into();
        self
    }
}

/// Head of a column.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ColumnHead {
    /// Key that names the column, without space ("S40").
    pub key: String,
    /// Words shown.
    pub label: String,
}
