//! What reduces a capacity: deductions in hours, minutes or shares, and coefficients.

use rust_decimal::Decimal;

use super::{Horizon, decimals, key_of, words_of};
use crate::domain::planning::load::{Coefficient, Deduction, DeductionAmount, Series, Times};
use crate::domain::planning::tree::{Node, Problems};
use crate::domain::planning::worksheet::{Rounding, RoundingMode};

/// Shares: names accepted, label.
const COEFFICIENTS: [(&str, &str); 5] = [
    ("coefficient", "Coefficient d'utilisation"),
    ("utilisation", "Coefficient d'utilisation"),
    ("disponibilite", "Disponibilité"),
    ("rendement", "Rendement"),
    ("presence", "Taux de présence"),
];

/// Rounding of the hours taken off.
pub(super) fn rounding(options: &Node<'_>, problems: &mut Problems) -> Option<Rounding> {
    let cut = decimals(&options.field("deductions_tronquees"), problems);
    if let Some(decimals) = cut {
        return Some(Rounding { mode: RoundingMode::Truncated, decimals });
    }
    decimals(&options.field("deductions_arrondies"), problems).map(Rounding::nearest)
}

/// Coefficients written by their usual name, or under `coefficients`.
pub(super) fn coefficients(
    horizon: &Horizon<'_>,
    node: &Node<'_>,
    problems: &mut Problems,
) -> Vec<Coefficient> {
    let mut found = Vec::new();
    for (key, label) in COEFFICIENTS {
        if let Some(values) = horizon.series(&node.field(key), problems) {
            found.push(Coefficient { key: key.to_owned(), label: label.to_owned(), values });
        }
    }
    for (name, entry) in node.field("coefficients").entries(problems) {
        if let Some(values) = horizon.series(&entry, problems) {
            found.push(Coefficient { key: key_of(&name), label: words_of(&name), values });
        }
    }
    found
}

/// Deductions by name.
pub(super) fn deductions(
    horizon: &Horizon<'_>,
    node: &Node<'_>,
    problems: &mut Problems,
) -> Vec<Deduction> {
    let mut found = Vec::new();
    for (name, entry) in node.entries(problems) {
        let Some(amount) = amount(horizon, &entry, problems) else { continue };
        let label = entry.field("libelle").text_or(&words_of(&name), problems);
        found.push(Deduction { key: key_of(&name), label, amount });
    }
    found
}

/// Hours, or `{minutes: 15, fois: 5}`, `{minutes: 15, par: equipes}`, `{part: 0.25}`.
fn amount(
    horizon: &Horizon<'_>,
    node: &Node<'_>,
    problems: &mut Problems,
) -> Option<DeductionAmount> {
    let (minutes, share) = (node.field("minutes"), node.field("part"));
    if !share.is_missing() {
        return share.quantity(problems).map(DeductionAmount::Share);
    }
    if minutes.is_missing() {
        let hours = node.field("heures");
        let hours = if hours.is_missing() { node } else { &hours };
        return horizon.series(hours, problems).map(DeductionAmount::Hours);
    }
    let each = minutes.quantity(problems)?;
    let factor = node.field("par").text(problems);
    let times = if let Some(factor) = factor {
        Times::Factor(if factor == "equipe" || factor == "jour" {
            format!("{factor}s")
        } else {
            factor
        })
    } else {
        let times = node.any_field(&["fois", "jours", "equipes"]);
        Times::Given(horizon.series(&times, problems).unwrap_or(Series::Constant(Decimal::ONE)))
    };
    Some(DeductionAmount::Minutes { each, times })
}
