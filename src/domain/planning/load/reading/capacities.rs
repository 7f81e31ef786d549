//! Capacity of a centre: hours as such, or factors of the opening time, from the options and from
//! the section `postes`.

use rust_decimal::Decimal;

use super::{Horizon, reductions};
use crate::domain::planning::calculator::Request;
use crate::domain::planning::data::WorkCentre;
use crate::domain::planning::load::{
    CapacityInput, Coefficient, Factor, FactorValues, Opening, Series,
};
use crate::domain::planning::tree::{Node, Problems, Tree};

/// Names of the opening hours of a period.
const HOURS: [&str; 3] = ["theorique", "capacite_theorique", "disponible"];

/// Factors: names accepted, key, label, unit.
const FACTORS: [(&[&str], &str, &str, &str); 6] = [
    (&["machines"], "machines", "Machines", ""),
    (&["operateurs"], "operateurs", "Opérateurs", ""),
    (&["equipes"], "equipes", "Équipes", ""),
    (&["semaines"], "semaines", "Semaines", ""),
    (&["jours", "jours_ouvres"], "jours", "Jours ouvrés", ""),
    (
        &["heures", "heures_par_jour", "heures_par_equipe", "heures_par_semaine"],
        "heures",
        "Heures d'ouverture",
        "h",
    ),
];

/// Every name of a detailed capacity.
const NAMES: [&str; 20] = [
    "theorique",
    "capacite_theorique",
    "disponible",
    "machines",
    "operateurs",
    "equipes",
    "semaines",
    "jours",
    "jours_ouvres",
    "heures",
    "heures_par_jour",
    "heures_par_equipe",
    "heures_par_semaine",
    "deductions",
    "coefficient",
    "utilisation",
    "disponibilite",
    "rendement",
    "presence",
    "coefficients",
];

/// Capacity of a centre; `None` when nothing says it.
pub(super) fn read(
    request: &Request<'_>,
    horizon: &Horizon<'_>,
    code: &str,
    node: &Node<'_>,
    problems: &mut Problems,
) -> Option<CapacityInput> {
    let known = request.data.work_centre(code);
    if !is_detailed(node) && !node.is_missing() {
        return horizon.series(node, problems).map(CapacityInput::hours);
    }
    node.only(&NAMES, problems);
    let stated = opening(horizon, node, problems);
    let from_data = stated.is_none();
    let opening = match stated {
        Some(opening) => Some(opening),
        None => known.and_then(|centre| opening_of(request, centre, problems)),
    };
    let mut coefficients = reductions::coefficients(horizon, node, problems);
    let written = request.tree.field("postes").field(code);
    let written = written.any_field(&["coefficient", "coefficient_utilisation"]);
    if let Some(centre) = known.filter(|_| from_data && !written.is_missing()) {
        let (key, label) = ("coefficient".to_owned(), "Coefficient d'utilisation".to_owned());
        let values = Series::Constant(centre.utilisation);
        coefficients.insert(0, Coefficient { key, label, values });
    }
    let deductions = reductions::deductions(horizon, &node.field("deductions"), problems);
    let deduction_rounding = reductions::rounding(&request.options, problems);
    let Some(opening) = opening else {
        if !node.is_missing() {
            problems.add(
                node.path(),
                format!("le temps d'ouverture du poste {code} n'est pas donné."),
                "Écrivez theorique, ou jours et heures_par_jour.",
            );
        }
        return None;
    };
    Some(CapacityInput { opening, deductions, deduction_rounding, coefficients })
}

/// Whether the entries are details rather than periods.
fn is_detailed(node: &Node<'_>) -> bool {
    let Some(Tree::Entries(entries)) = node.tree() else { return false };
    entries.iter().any(|(name, _)| NAMES.contains(&name.as_str()))
}

/// Opening time from the options.
fn opening(horizon: &Horizon<'_>, node: &Node<'_>, problems: &mut Problems) -> Option<Opening> {
    if let Some(series) = horizon.series(&node.any_field(&HOURS), problems) {
        return Some(Opening::Hours(series));
    }
    let mut factors = Vec::new();
    for (names, key, label, unit) in FACTORS {
        let written = node.any_field(names);
        if let Some(values) = factor_values(horizon, &written, problems) {
            factors.push(factor(key, label, unit, values));
        }
    }
    (!factors.is_empty()).then_some(Opening::Factors(factors))
}

fn factor(key: &str, label: &str, unit: &str, values: FactorValues) -> Factor {
    Factor { key: key.to_owned(), label: label.to_owned(), unit: unit.to_owned(), values }
}

/// A series, or `{semaine: …, fermees: …}` for teams that differ from day to day.
fn factor_values(
    horizon: &Horizon<'_>,
    node: &Node<'_>,
    problems: &mut Problems,
) -> Option<FactorValues> {
    let week = node.field("semaine");
    if week.is_missing() {
        return horizon.series(node, problems).map(FactorValues::Given);
    }
    node.only(&["semaine", "fermees"], problems);
    let closed = horizon.series(&node.field("fermees"), problems);
    let days = week_days(&week, problems);
    if days.is_empty() {
        problems.add(
            week.path(),
            "la semaine n'a aucune équipe.",
            "Écrivez par exemple {lundi: 2, mardi: 2, vendredi: 1}.",
        );
        return None;
    }
    Some(FactorValues::Week { days, closed: closed.unwrap_or(Series::Constant(Decimal::ZERO)) })
}

/// Number of days for each number of teams, in the order met: `{lundi: 2, vendredi: 1}`, or
/// `[[4, 2], [1, 1]]`.
fn week_days(node: &Node<'_>, problems: &mut Problems) -> Vec<(Decimal, Decimal)> {
    let mut days: Vec<(Decimal, Decimal)> = Vec::new();
    if matches!(node.tree(), Some(Tree::List(_))) {
        for pair in node.items(problems) {
            let numbers: Vec<Decimal> =
                pair.items(problems).iter().filter_map(|item| item.quantity(problems)).collect();
            match numbers.as_slice() {
                [count, teams] => days.push((*count, *teams)),
                _ => problems.add(
                    pair.path(),
                    "un nombre de jours et un nombre d'équipes sont attendus.",
                    "Écrivez par exemple [4, 2].",
                ),
            }
        }
        return days;
    }
    for (_, entry) in node.entries(problems) {
        let Some(teams) = entry.quantity(problems) else { continue };
        match days.iter_mut().find(|(_, known)| *known == teams) {
            Some((count, _)) => *count = count.saturating_add(Decimal::ONE),
            None => days.push((Decimal::ONE, teams)),
        }
    }
    days
}

/// Opening time of a work centre described in the section `postes`.
fn opening_of(
    request: &Request<'_>,
    centre: &WorkCentre,
    problems: &mut Problems,
) -> Option<Opening> {
    let written = request.tree.field("postes").field(&centre.code);
    let mut factors = Vec::new();
    if !written.field("machines").is_missing() {
        let values = FactorValues::Given(Series::Constant(centre.machines));
        factors.push(factor("machines", "Machines", "", values));
    }
    if let Some(hours) = &centre.hours_by_period {
        let hours = Series::by_period(hours.iter().copied());
        if factors.is_empty() {
            return Some(Opening::Hours(hours));
        }
        let values = FactorValues::Given(hours);
        factors.push(factor("heures", "Heures d'ouverture", "h", values));
        return Some(Opening::Factors(factors));
    }
    let hours = centre.hours_per_day?;
    let calendar = match request.data.calendars.as_slice() {
        [only] if centre.calendar.is_empty() => Some(only),
        _ => request.data.calendar(&centre.calendar),
    };
    let Some(days) = calendar.and_then(|calendar| calendar.worked_days.as_ref()) else {
        problems.add(
            written.path(),
            format!("les jours ouvrés du poste {} ne sont pas donnés.", centre.code),
            "Donnez au poste un calendrier qui a des jours_ouvres.",
        );
        return None;
    };
    let days = FactorValues::Given(Series::by_period(days.iter().copied()));
    factors.push(factor("jours", "Jours ouvrés", "", days));
    let hours = FactorValues::Given(Series::Constant(hours));
    factors.push(factor("heures", "Heures par jour", "h", hours));
    Some(Opening::Factors(factors))
}
