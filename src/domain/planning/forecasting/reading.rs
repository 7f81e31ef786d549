//! Options of `previsions`, read with every problem at once.

use rust_decimal::Decimal;

use super::reading_methods::methods;
use super::{ErrorSign, ForecastInput, SeriesForecast, reading_seasons, worksheet};
use crate::domain::planning::calculator::{Request, refused};
use crate::domain::planning::data::Periods;
use crate::domain::planning::sales_and_operations_plan::{rounding, series};
use crate::domain::planning::tree::{Node, Problems, Tree};
use crate::domain::planning::worksheet::Worksheet;

/// Options read.
pub const OPTIONS: &[&str] = &[
    "historique",
    "demandes",
    "ventes",
    "unite",
    "periodes_a_prevoir",
    "methode",
    "methodes",
    "previsions",
    "ordre",
    "poids",
    "ordre_poids",
    "saison",
    "alpha",
    "beta",
    "prevision_initiale",
    "initialisation",
    "initialisation_periodes",
    "niveau_initial",
    "tendance_initiale",
    "x",
    "arrondi",
    "decimales",
    "arrondi_coefficients",
    "decimales_coefficients",
    "dernier_complete",
    "erreurs",
    "sens_ecart",
    "saisons",
    "prevision_annuelle",
];

/// Names of the history.
const HISTORY: [&str; 3] = ["historique", "demandes", "ventes"];
/// Largest number of periods forecast after a history.
const MOST_AHEAD: u32 = 104;

/// Reads a forecast and builds its table.
pub fn calculate(request: &Request<'_>, problems: &mut Problems) -> Option<Worksheet> {
    let before = problems.found.len();
    let history = request.options.any_field(&HISTORY);
    let input = if is_of_years(&history) {
        reading_seasons::read(&request.options, &history, problems).map(ForecastInput::Seasons)
    } else {
        read(request, &history, problems).map(ForecastInput::Series)
    };
    let input = input?;
    if problems.found.len() > before {
        return None;
    }
    worksheet(&input).map_err(|error| refused(request, &error, problems)).ok()
}

/// Whether a history is made of years, each a list of seasons.
fn is_of_years(history: &Node<'_>) -> bool {
    match history.tree() {
        Some(Tree::List(items)) => matches!(items.first(), Some(Tree::List(_))),
        Some(Tree::Entries(entries)) => matches!(entries.first(), Some((_, Tree::List(_)))),
        _ => false,
    }
}

fn read(
    request: &Request<'_>,
    history: &Node<'_>,
    problems: &mut Problems,
) -> Option<SeriesForecast> {
    let options = &request.options;
    history.require(problems);
    let history = read_history(history, &request.data.periods, problems)?;
    let ahead =
        ahead(&options.field("periodes_a_prevoir"), &request.data.periods, &history, problems);
    let methods = methods(options, problems);
    let signs = [
        ("demande_moins_prevision", ErrorSign::DemandLessForecast),
        ("prevision_moins_demande", ErrorSign::ForecastLessDemand),
    ];
    let sign = options.field("sens_ecart").one_of(&signs, problems).unwrap_or_default();
    let shown = options.field("erreurs").flag(problems).unwrap_or_default();
    let of = |mode: &str, decimals: &str, problems: &mut Problems| {
        rounding::read(&options.field(mode), &options.field(decimals), problems)
    };
    Some(SeriesForecast {
        unit: options.field("unite").text_or("", problems),
        abscissas: abscissas(&options.field("x"), history.len() + ahead.len(), problems)?,
        rounding: of("arrondi", "decimales", problems),
        line_rounding: of("arrondi_coefficients", "decimales_coefficients", problems),
        errors: shown.then_some(sign),
        methods: methods?,
        history,
        ahead,
    })
}

/// Demand by name of period: written so, or a list in the order of the periods of the case.
fn read_history(
    node: &Node<'_>,
    known: &Periods,
    problems: &mut Problems,
) -> Option<Vec<(String, Decimal)>> {
    if matches!(node.tree(), Some(Tree::Entries(_))) {
        let entries = node.entries(problems).into_iter();
        let read: Vec<Option<(String, Decimal)>> =
            entries.map(|(name, entry)| Some((name, entry.required_quantity(problems)?))).collect();
        return read.into_iter().collect();
    }
    let values = series::listed(node, problems)?;
    let names = if known.len() >= values.len() {
        known.names.clone()
    } else {
        Periods::numbered(values.len()).names
    };
    if names.len() < values.len() {
        problems.add(node.path(), "l'historique est trop long.", "Raccourcissez-le.");
        return None;
    }
    Some(names.into_iter().zip(values).collect())
}

/// Names of the periods to forecast: written, or counted; those of the case after the history
/// first, else numbers that go on, else "+1".
fn ahead(
    node: &Node<'_>,
    known: &Periods,
    history: &[(String, Decimal)],
    problems: &mut Problems,
) -> Vec<String> {
    if matches!(node.tree(), Some(Tree::List(_))) {
        let items = node.items(problems);
        return items.iter().filter_map(|item| item.required_text(problems)).collect();
    }
    let count = node.whole(problems).unwrap_or(1);
    if count > MOST_AHEAD {
        problems.add(
            node.path(),
            format!("{count} périodes sont trop nombreuses."),
            format!("Prévoyez {MOST_AHEAD} périodes au plus."),
        );
        return Vec::new();
    }
    let written = history.last().and_then(|(last, _)| known.rank(last));
    let after = written.and_then(|last| known.names.get(last + 1..));
    let mut after = after.unwrap_or_default();
    let mut names = Vec::new();
    let last = history.last().and_then(|(last, _)| last.parse::<u32>().ok());
    for rank in 1..=count {
        if let Some((name, rest)) = after.split_first() {
            names.push(name.clone());
            after = rest;
            continue;
        }
        names.push(match last {
            Some(last) => last.saturating_add(rank).to_string(),
            None => format!("+{rank}"),
        });
    }
    names
}

/// Abscissas written, completed by the last step up to this count; none when none is written.
fn abscissas(node: &Node<'_>, count: usize, problems: &mut Problems) -> Option<Vec<Decimal>> {
    if node.is_missing() {
        return Some(Vec::new());
    }
    let before = problems.found.len();
    let items = node.items(problems);
    let mut values: Vec<Decimal> =
        items.iter().map(|item| item.number(problems).unwrap_or_default()).collect();
    let step = match values.as_slice() {
        [.., one, next] => next.checked_sub(*one).unwrap_or(Decimal::ONE),
        _ => Decimal::ONE,
    };
    while values.len() < count {
        let last = values.last().copied().unwrap_or_default();
        values.push(last.checked_add(step).unwrap_or(last));
    }
    (problems.found.len() == before).then_some(values)
}
