//! The accepted distance between an answer and its key.

use egui::Ui;
use rust_decimal::Decimal;

use super::desk::Desk;
use super::value_field::ValueField;
use crate::desktop::author::model::FieldKey;
use crate::desktop::author::model::readings::MARGIN;
use crate::desktop::paper::fr;
use crate::desktop::ui_kit::{field_name, segmented};
use crate::domain::case_study::{Edit, Tolerance};

/// Tolerances, in the order offered; the first one is for cells alone.
const NAMES: [&str; 4] = ["Du tableau", "Exacte", "Absolue", "Relative (%)"];

/// A tolerance to choose; `None` is that of the table, for a cell.
pub struct ToleranceField<'a> {
    /// Field of the margin.
    pub key: FieldKey,
    /// Name of the choice.
    pub label: &'a str,
    /// Whether the tolerance of the table may be taken.
    pub may_inherit: bool,
    /// What is chosen now.
    pub current: Option<Tolerance>,
}

impl ToleranceField<'_> {
    /// Shows the choice; a change asks for the edit made of it.
    pub fn show(self, ui: &mut Ui, desk: &mut Desk<'_>, edit: impl Fn(Option<Tolerance>) -> Edit) {
        let skipped = usize::from(!self.may_inherit);
        let mut rank = self.current.map_or(0, rank_of).saturating_sub(skipped);
        let offered = NAMES.get(skipped..).unwrap_or_default();
        field_name(ui, fr(self.label));
        if segmented(ui, self.label, &mut rank, offered).changed() {
            let margin = self.current.map_or(Decimal::ONE, margin_of);
            desk.view.drafts.forget(&self.key);
            desk.apply(edit(of_rank(rank + skipped, margin)));
        }
        let (label, wrap): (&str, fn(Decimal) -> Tolerance) = match self.current {
            Some(Tolerance::Absolute(_)) => {
                ("Écart accepté, dans l'unité de la clé", Tolerance::Absolute)
            }
            Some(Tolerance::RelativePercent(_)) => {
                ("Écart accepté, en % de la clé", Tolerance::RelativePercent)
            }
            Some(Tolerance::Exact) | None => return,
        };
        let value = self.current.map_or(Decimal::ONE, margin_of);
        let field = ValueField::new(self.key, label).width(120.0);
        field.show(ui, desk, (&MARGIN, &value), |margin| edit(Some(wrap(margin))));
    }
}

/// Rank of a tolerance after « Du tableau ».
const fn rank_of(tolerance: Tolerance) -> usize {
    match tolerance {
        Tolerance::Exact => 1,
        Tolerance::Absolute(_) => 2,
        Tolerance::RelativePercent(_) => 3,
    }
}

const fn margin_of(tolerance: Tolerance) -> Decimal {
    match tolerance {
        Tolerance::Exact => Decimal::ONE,
        Tolerance::Absolute(margin) | Tolerance::RelativePercent(margin) => margin,
    }
}

const fn of_rank(rank: usize, margin: Decimal) -> Option<Tolerance> {
    match rank {
        1 => Some(Tolerance::Exact),
        2 => Some(Tolerance::Absolute(margin)),
        3 => Some(Tolerance::RelativePercent(margin)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_tolerance_has_its_rank_and_keeps_its_margin() {
        let half = Decimal::new(5, 1);
        let all = [Tolerance::Exact, Tolerance::Absolute(half), Tolerance::RelativePercent(half)];
        for tolerance in all {
            assert_eq!(of_rank(rank_of(tolerance), half), Some(tolerance));
        }
        assert_eq!(of_rank(0, half), None);
        assert_eq!(margin_of(Tolerance::Exact), Decimal::ONE);
    }
}
