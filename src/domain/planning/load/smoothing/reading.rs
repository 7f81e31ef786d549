//! Options of `lissage`, read with every problem at once.

use rust_decimal::Decimal;

use super::{Means, MeansKind, NamedLoad, PeriodCapacity, SmoothingInput, UnitCost, worksheet};
use crate::domain::planning::calculator::{Request, refused};
use crate::domain::planning::load::Columns;
use crate::domain::planning::load::reading::{Horizon, key_of, words_of};
use crate::domain::planning::tree::{Node, Problems};
use crate::domain::planning::worksheet::Worksheet;

/// Options read.
pub const OPTIONS: &[&str] = &[
    "charge",
    "charges",
    "capacite",
    "jours",
    "jours_ouvres",
    "heures_par_jour",
    "cadence",
    "pieces_entieres",
    "conditionnement",
    "figees",
    "moyens",
];

/// Usual names of means.
const LABELS: [(&str, &str); 5] = [
    ("avance", "Avance"),
    ("heures_supplementaires", "Heures supplémentaires"),
    ("equipe_supplementaire", "Équipe supplémentaire"),
    ("trois_huit", "Travail en 3×8"),
    ("sous_traitance", "Sous-traitance"),
];

/// The calculator `lissage`.
pub fn calculate(request: &Request<'_>, problems: &mut Problems) -> Option<Worksheet> {
    let before = problems.found.len();
    let input = read(request, problems)?;
    if problems.found.len() > before {
        return None;
    }
    worksheet(&input).map_err(|error| refused(request, &error, problems)).ok()
}

fn read(request: &Request<'_>, problems: &mut Problems) -> Option<SmoothingInput> {
    let options = &request.options;
    if request.data.periods.is_empty() {
        problems.add(
            request.tree.field("periodes").path(),
            "les périodes ne sont pas définies.",
            "Écrivez par exemple « periodes: 8 ».",
        );
        return None;
    }
    let horizon = Horizon::new(request, Columns::Periods);
    let loads = loads(options, &horizon, problems);
    let capacity = capacity(options, &horizon, problems);
    let frozen = frozen(options, &horizon, problems);
    let written = options.field("cadence");
    let rate = if written.is_missing() { None } else { written.positive(problems) };
    let mut means = Vec::new();
    for (key, node) in options.field("moyens").entries(problems) {
        means.extend(one_means(&key, &node, problems));
    }
    Some(SmoothingInput {
        loads,
        capacity: capacity?,
        rate,
        whole_pieces: options.field("pieces_entieres").flag(problems).unwrap_or(false),
        packaging: packaging(&options.field("conditionnement"), problems),
        frozen,
        means,
        periods: horizon.periods,
    })
}

/// One load, or several by name.
fn loads(options: &Node<'_>, horizon: &Horizon<'_>, problems: &mut Problems) -> Vec<NamedLoad> {
    let mut found = Vec::new();
    let single = options.field("charge");
    if let Some(hours) = horizon.figures(&single, problems) {
        let (key, label) = ("charge".to_owned(), "Charge".to_owned());
        found.push(NamedLoad { key, label, hours });
    }
    for (name, node) in options.field("charges").entries(problems) {
        if let Some(hours) = horizon.figures(&node, problems) {
            found.push(NamedLoad { key: key_of(&name), label: words_of(&name), hours });
        }
    }
    if found.is_empty() {
        options.field("charges").require(problems);
    }
    found
}

fn capacity(
    options: &Node<'_>,
    horizon: &Horizon<'_>,
    problems: &mut Problems,
) -> Option<PeriodCapacity> {
    let days = options.any_field(&["jours", "jours_ouvres"]);
    if days.is_missing() {
        let hours = options.field("capacite");
        hours.require(problems);
        return horizon.figures(&hours, problems).map(PeriodCapacity::Hours);
    }
    let days = horizon.figures(&days, problems);
    let hours_per_day = options.field("heures_par_jour").required_quantity(problems);
    Some(PeriodCapacity::Days { days: days?, hours_per_day: hours_per_day? })
}

fn frozen(options: &Node<'_>, horizon: &Horizon<'_>, problems: &mut Problems) -> Vec<bool> {
    let mut frozen = vec![false; horizon.periods.len()];
    for item in options.field("figees").items(problems) {
        let rank = horizon.rank(&item, problems);
        if let Some(place) = rank.and_then(|rank| frozen.get_mut(rank)) {
            *place = true;
        }
    }
    frozen
}

fn packaging(node: &Node<'_>, problems: &mut Problems) -> Option<(String, Decimal)> {
    if node.is_missing() {
        return None;
    }
    node.only(&["nom", "quantite"], problems);
    let name = node.field("nom").text_or("unités", problems);
    Some((name, node.field("quantite").positive(problems)?))
}

fn one_means(key: &str, node: &Node<'_>, problems: &mut Problems) -> Option<Means> {
    let known = [
        "libelle",
        "periodes",
        "plafond",
        "cout_par_piece",
        "cout_par_heure",
        "operateurs",
        "taux_horaire",
        "majoration",
        "transport",
        "cout_fixe",
    ];
    node.only(&known, problems);
    let usual = LABELS.iter().find(|(name, _)| *name == key).map(|(_, label)| *label);
    let label = node.field("libelle").text(problems);
    let label = label.or_else(|| usual.map(str::to_owned)).unwrap_or_else(|| words_of(key));
    let periods = node.field("periodes").whole(problems);
    let kind = match periods {
        Some(periods) => MeansKind::Advance { periods },
        None if key.starts_with("avance") => MeansKind::Advance { periods: 1 },
        None => MeansKind::Hours { cap: node.field("plafond").quantity(problems) },
    };
    let cost = cost(node, problems)?;
    let fixed_cost = node.any_field(&["transport", "cout_fixe"]).quantity(problems);
    Some(Means { key: key_of(key), label, kind, cost, fixed_cost })
}

fn cost(node: &Node<'_>, problems: &mut Problems) -> Option<UnitCost> {
    let (piece, hour) = (node.field("cout_par_piece"), node.field("cout_par_heure"));
    if !piece.is_missing() {
        return piece.quantity(problems).map(UnitCost::PerPiece);
    }
    if !hour.is_missing() {
        return hour.quantity(problems).map(UnitCost::PerHour);
    }
    let hourly = node.field("taux_horaire");
    if hourly.is_missing() {
        problems.add(
            node.path(),
            "le coût de ce moyen n'est pas donné.",
            "Écrivez cout_par_piece, cout_par_heure ou taux_horaire.",
        );
        return None;
    }
    Some(UnitCost::Labour {
        people: node.field("operateurs").quantity_or(Decimal::ONE, problems),
        hourly: hourly.quantity(problems)?,
        premium_percent: node.field("majoration").quantity_or(Decimal::ZERO, problems),
    })
}
