//! Rows of the table of one article: which quantities, in which order, with which words.
//!
//! A layout only changes what is shown, and from which shown cells the workings start: the numbers
//! are the same. The layouts met in French books are in `presets`.

use super::presets::{PRESETS, Preset, PresetRow, USUAL};

/// What a row of the table of an article holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Quantity {
    /// Independent requirement.
    Independent,
    /// Gross requirement, independent and dependent.
    Gross,
    /// Receipts of launched orders.
    Launched,
    /// Receipts of firm planned orders.
    Firm,
    /// Starts of firm planned orders.
    FirmStart,
    /// Target of stock: the safety stock.
    Safety,
    /// Stock at the start of the period.
    Start,
    /// Available: stock at the start and receipts expected.
    Available,
    /// Stock at the end, before any planned order of the period.
    BeforeOrder,
    /// Stock at the end, planned order included.
    Stock,
    /// Net requirement.
    Net,
    /// Planned order, at its end.
    OrderReceipt,
    /// Planned order, at its start.
    OrderStart,
    /// Stock at the end as if nothing were ever planned, soon negative.
    Cumulative,
}

impl Quantity {
    /// All quantities with their usual key and words.
    pub const ALL: [(Self, &'static str, &'static str); 14] = [
        (Self::Independent, "BI", "Besoins indépendants (BI)"),
        (Self::Gross, "BB", "Besoins bruts (BB)"),
        (Self::Launched, "OL", "Ordres lancés (OL)"),
        (Self::Firm, "OA", "Ordres affermis, fin (OA)"),
        (Self::FirmStart, "OAD", "Ordres affermis, début (OAD)"),
        (Self::Safety, "SS", "Stock de sécurité (SS)"),
        (Self::Start, "SI", "Stock initial (SI)"),
        (Self::Available, "AD", "Articles disponibles (AD)"),
        (Self::BeforeOrder, "SD", "Solde avant ordre (SD)"),
        (Self::Stock, "PS", "Stock projeté (PS)"),
        (Self::Net, "BN", "Besoins nets (BN)"),
        (Self::OrderReceipt, "OPF", "Ordres proposés, fin (OPF)"),
        (Self::OrderStart, "OPD", "Ordres proposés, début (OPD)"),
        (Self::Cumulative, "CUM", "Stock cumulé sans ordre proposé (CUM)"),
    ];

    /// Its usual key.
    pub fn key(self) -> &'static str {
        Self::ALL.iter().find(|(known, ..)| *known == self).map_or("", |(_, key, _)| key)
    }

    /// Its usual words.
    pub fn label(self) -> &'static str {
        Self::ALL.iter().find(|(known, ..)| *known == self).map_or("", |(.., label)| label)
    }
}

/// One row of a layout.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LayoutRow {
    /// What it holds.
    pub quantity: Quantity,
    /// End of its key ("BB" in "PI30.BB").
    pub key: String,
    /// Short name used in workings.
    pub short: String,
    /// Words shown.
    pub label: String,
}

impl LayoutRow {
    /// A row with the usual key and words of its quantity.
    pub fn usual(quantity: Quantity) -> Self {
        Self {
            quantity,
            key: quantity.key().to_owned(),
            short: quantity.key().to_owned(),
            label: quantity.label().to_owned(),
        }
    }

    fn preset((quantity, key, short, label): &PresetRow) -> Self {
        Self {
            quantity: *quantity,
            key: (*key).to_owned(),
            short: (*short).to_owned(),
            label: (*label).to_owned(),
        }
    }
}

/// Rows of the table of an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    /// Rows, in order.
    pub rows: Vec<LayoutRow>,
    /// Whether the head of each article recalls its stock, lot and lead time.
    pub head_recalls_data: bool,
}

impl Default for Layout {
    fn default() -> Self {
        Self::preset(&USUAL)
    }
}

impl Layout {
    /// The layout with this name.
    pub fn named(name: &str) -> Option<Self> {
        PRESETS.iter().find(|preset| preset.name == name).map(Self::preset)
    }

    /// Names of all layouts, the usual one first.
    pub fn names() -> Vec<&'static str> {
        PRESETS.iter().map(|preset| preset.name).collect()
    }

    /// A layout of one's own.
    pub fn of_rows(rows: Vec<LayoutRow>) -> Self {
        Self { rows, head_recalls_data: false }
    }

    /// Whether a quantity has a row.
    pub fn shows(&self, quantity: Quantity) -> bool {
        self.rows.iter().any(|row| row.quantity == quantity)
    }

    /// The rows of an article: those of the layout that it has and, around its requirements and
    /// receipts, the extra quantities of which the layout has no row.
    pub(super) fn rows_with(
        &self,
        has: &dyn Fn(Quantity) -> bool,
        extra: &dyn Fn(Quantity) -> bool,
    ) -> Vec<LayoutRow> {
        const BEFORE: [Quantity; 1] = [Quantity::Independent];
        const AFTER: [Quantity; 3] = [Quantity::Launched, Quantity::Firm, Quantity::Safety];
        let added = |quantities: &[Quantity]| -> Vec<LayoutRow> {
            let missing = quantities.iter().filter(|one| !self.shows(**one) && extra(**one));
            missing.map(|quantity| LayoutRow::usual(*quantity)).collect()
        };
        let mut rows: Vec<_> = self.rows.iter().filter(|row| has(row.quantity)).cloned().collect();
        let place = |wanted| rows.iter().position(|row: &LayoutRow| row.quantity == wanted);
        let before = place(Quantity::Gross).unwrap_or(0);
        let last = place(Quantity::Launched).or(place(Quantity::Gross));
        let after = last.map_or(0, |place| place + 1);
        rows.splice(after..after, added(&AFTER));
        rows.splice(before..before, added(&BEFORE));
        rows
    }

    fn preset(preset: &Preset) -> Self {
        Self {
            rows: preset.rows.iter().map(LayoutRow::preset).collect(),
            head_recalls_data: preset.head_recalls_data,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(rows: &[LayoutRow]) -> Vec<&str> {
        rows.iter().map(|row| row.key.as_str()).collect()
    }

    #[test]
    fn the_usual_layout_has_six_rows() {
        let layout = Layout::default();
        assert_eq!(keys(&layout.rows), ["BB", "OL", "PS", "BN", "OPF", "OPD"]);
        assert_eq!(Some(layout), Layout::named("bb_ol_ps_bn_opf_opd"));
        assert_eq!(Layout::named("inconnue"), None);
    }

    #[test]
    fn each_layout_has_gross_requirements_and_launches_and_no_key_twice() {
        for name in Layout::names() {
            let layout = Layout::named(name).expect("a layout");
            assert!(layout.shows(Quantity::Gross) && layout.shows(Quantity::OrderStart), "{name}");
            let mut keys = keys(&layout.rows);
            keys.sort_unstable();
            let count = keys.len();
            keys.dedup();
            assert_eq!(keys.len(), count, "{name}");
        }
    }

    #[test]
    fn what_an_article_has_more_comes_around_its_requirements() {
        let layout = Layout::named("licence_bb_ad_bn_op").expect("a layout");
        let all = |_: Quantity| true;
        let rows = layout.rows_with(&all, &|one| one != Quantity::Firm);
        assert_eq!(keys(&rows), ["BI", "BB", "OL", "SS", "AD", "BN", "OPD"]);
        let rows = layout.rows_with(&|one| one != Quantity::Available, &|_| false);
        assert_eq!(keys(&rows), ["BB", "BN", "OPD"]);
    }
}
