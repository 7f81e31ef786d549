//! Options of `charge` and `capacite`, read with every problem at once.

mod capacities;
mod centres;
mod figures;
mod items;
mod operations;
mod reductions;

use super::{Columns, Extra, LoadInput, RateOptions, RateStyle, Reference, TimeUnit};
use crate::domain::planning::calculator::Request;
use crate::domain::planning::tree::{Node, Problems};
use crate::domain::planning::worksheet::Rounding;

pub(super) use figures::{Horizon, key_of, words_of};

/// Options of `charge`.
pub const OPTIONS: &[&str] = &[
    "poste",
    "postes",
    "colonnes",
    "capacite",
    "capacites",
    "deductions_arrondies",
    "deductions_tronquees",
    "quantites",
    "lancements",
    "ordres",
    "lots",
    "series_entieres",
    "reprises",
    "reference",
    "unite_temps",
    "temps",
    "heures_par_unite",
    "cadences",
    "temps_changement",
    "autres_charges",
    "reglages",
    "taux",
    "arrondi_taux",
    "cumul",
    "total",
    "debits",
    "machines_necessaires",
];

/// Options of `capacite`.
pub const CAPACITY_OPTIONS: &[&str] = &[
    "poste",
    "postes",
    "colonnes",
    "capacite",
    "capacites",
    "deductions_arrondies",
    "deductions_tronquees",
    "taux",
    "arrondi_taux",
    "total",
];

/// Reads a load; `None` when something is wrong.
pub(super) fn load(request: &Request<'_>, problems: &mut Problems) -> Option<LoadInput> {
    let before = problems.found.len();
    let columns = columns(request, problems);
    let horizon = Horizon::new(request, columns);
    let options = &request.options;
    let mut input = LoadInput {
        periods: horizon.periods.clone(),
        columns,
        time_unit: time_unit(request, problems),
        reference: reference(options, problems),
        items: Vec::new(),
        centres: centres::read(request, &horizon, problems),
        rates: rates(options, problems),
        extras: extras(options, problems),
    };
    let loaded = items::read(request, &horizon, problems);
    for centre in &mut input.centres {
        centre.other_loads = centres::other_loads(request, &horizon, centre, problems);
    }
    let only_one = input.centres.len() == 1;
    let reader = operations::Reader { request, unit: input.time_unit, only_one };
    reader.read(&mut input.centres, &loaded, problems);
    input.items = loaded.into_iter().map(|loaded| loaded.item).collect();
    note_no_load(&input, request, problems);
    Some(input).filter(|_| problems.found.len() == before)
}

/// Reads capacities; `None` when something is wrong.
pub(super) fn capacity(request: &Request<'_>, problems: &mut Problems) -> Option<LoadInput> {
    let before = problems.found.len();
    let columns = columns(request, problems);
    let horizon = Horizon::new(request, columns);
    let options = &request.options;
    let input = LoadInput {
        periods: horizon.periods.clone(),
        columns,
        centres: centres::read(request, &horizon, problems),
        rates: rates(options, problems),
        extras: extras(options, problems),
        ..LoadInput::default()
    };
    if problems.found.len() == before
        && input.centres.iter().all(|centre| centre.capacity.is_none())
    {
        problems.add(
            options.field("capacites").path(),
            "aucune capacité n'est donnée.",
            "Écrivez par exemple {P20: {jours: 5, heures_par_jour: 7, coefficient: 0.8}}.",
        );
    }
    Some(input).filter(|_| problems.found.len() == before)
}

fn note_no_load(input: &LoadInput, request: &Request<'_>, problems: &mut Problems) {
    let none = input
        .centres
        .iter()
        .all(|centre| centre.operations.is_empty() && centre.other_loads.is_empty());
    if none && input.items.is_empty() {
        problems.add(
            request.options.field("quantites").path(),
            "aucune charge n'est donnée.",
            "Écrivez quantites, lancements ou autres_charges.",
        );
    }
}

/// One column a period as soon as the case has periods, unless the author says otherwise.
fn columns(request: &Request<'_>, problems: &mut Problems) -> Columns {
    let choices = [("periodes", Columns::Periods), ("postes", Columns::Centres)];
    let written = request.options.field("colonnes").one_of(&choices, problems);
    let usual = if request.data.periods.is_empty() { Columns::Centres } else { Columns::Periods };
    written.unwrap_or(usual)
}

/// Unit of times: that of the calculation, else that written for all gammes, else the hour.
fn time_unit(request: &Request<'_>, problems: &mut Problems) -> TimeUnit {
    let choices = [
        ("h", TimeUnit::Hours),
        ("heure", TimeUnit::Hours),
        ("heures", TimeUnit::Hours),
        ("min", TimeUnit::Minutes),
        ("minute", TimeUnit::Minutes),
        ("minutes", TimeUnit::Minutes),
        ("ch", TimeUnit::Hundredths),
        ("centiheure", TimeUnit::Hundredths),
        ("centiheures", TimeUnit::Hundredths),
    ];
    let written = request.options.field("unite_temps");
    if written.is_missing() {
        // The section has been read, and its own problems noted.
        let section = request.tree.field("gammes").field("unite");
        return section.one_of(&choices, &mut Problems::default()).unwrap_or_default();
    }
    written.one_of(&choices, problems).unwrap_or_default()
}

fn reference(options: &Node<'_>, problems: &mut Problems) -> Reference {
    let choices = [("debut", Reference::Start), ("fin", Reference::End)];
    options.field("reference").one_of(&choices, problems).unwrap_or_default()
}

fn rates(options: &Node<'_>, problems: &mut Problems) -> RateOptions {
    let choices = [("pourcentage", RateStyle::Percent), ("rapport", RateStyle::Ratio)];
    RateOptions {
        style: options.field("taux").one_of(&choices, problems).unwrap_or_default(),
        rounding: decimals(&options.field("arrondi_taux"), problems).map(Rounding::nearest),
    }
}

/// A number of decimals.
fn decimals(node: &Node<'_>, problems: &mut Problems) -> Option<u32> {
    let count = node.whole(problems)?;
    if count > 10 {
        problems.add(node.path(), "il y a trop de décimales.", "Écrivez 10 au plus.");
        return None;
    }
    Some(count)
}

fn extras(options: &Node<'_>, problems: &mut Problems) -> Vec<Extra> {
    let mut extras = Vec::new();
    let setups = [("inclus", false), ("separes", true)];
    if options.field("reglages").one_of(&setups, problems) == Some(true) {
        extras.push(Extra::SeparateSetups);
    }
    for (name, extra) in [
        ("cumul", Extra::Cumulated),
        ("total", Extra::Totals),
        ("debits", Extra::Flows),
        ("machines_necessaires", Extra::MachinesNeeded),
    ] {
        if options.field(name).flag(problems) == Some(true) {
            extras.push(extra);
        }
    }
    extras
}
