//! How the options of `indicateurs` are read.

use super::ratio::COUNTS;
use super::{IndicatorSeries, IndicatorsInput, ReferenceCounts, Target};
use crate::domain::planning::calculator::Request;
use crate::domain::planning::follow_up::named::named;
use crate::domain::planning::tree::{Node, Problems};

/// Names of the options.
pub const OPTIONS: &[&str] = &[
    "series",
    "references",
    "programme",
    "bons",
    "rebuts",
    "produits",
    "ordres_a_l_heure",
    "ordres_total",
    "heures_allouees",
    "heures_passees",
    "heures_absence",
    "heures_theoriques",
    "heures_marche",
    "heures_panne",
    "pannes",
    "accidents",
    "jours_perdus",
    "heures_travaillees",
    "objectifs",
    "avec_total",
    "avec_ecart",
];

/// Names of series that authors write, and the words shown for them.
const SERIES_WORDS: [(&str, &str); 10] = [
    ("prevu", "Prévu"),
    ("prevus", "Prévus"),
    ("prevision", "Prévision"),
    ("realise", "Réalisé"),
    ("realises", "Réalisés"),
    ("reel", "Réel"),
    ("budget", "Budget"),
    ("standard", "Standard"),
    ("precedent", "Précédent"),
    ("annee_precedente", "Année précédente"),
];

/// Reads the options; `None` when problems were noted.
pub(super) fn read(request: &Request<'_>, problems: &mut Problems) -> Option<IndicatorsInput> {
    let before = problems.found.len();
    let node = &request.options;
    let several = node.field("series");
    let series = if several.is_missing() {
        vec![series(node, String::new(), String::new(), problems)]
    } else {
        let known: Vec<_> = OPTIONS.iter().copied().chain(["code", "nom", "libelle"]).collect();
        named(&several, problems)
            .into_iter()
            .map(|found| {
                found.node.only(&known, problems);
                let label = series_words(&found.code, found.label);
                series(&found.node, found.code, label, problems)
            })
            .collect()
    };
    let input = IndicatorsInput {
        series,
        with_total: node.field("avec_total").flag(problems).unwrap_or(false),
        with_gap: node.field("avec_ecart").flag(problems).unwrap_or(false),
        targets: targets(&node.field("objectifs"), problems),
    };
    (problems.found.len() == before).then_some(input)
}

/// Words above a series: those of the author, else those of a name that is no French word as it is
/// written.
fn series_words(code: &str, label: String) -> String {
    let found = SERIES_WORDS.iter().find(|(name, _)| *name == code && label == code);
    found.map_or(label, |(_, words)| (*words).to_owned())
}

fn series(
    node: &Node<'_>,
    code: String,
    label: String,
    problems: &mut Problems,
) -> IndicatorSeries {
    let references = named(&node.field("references"), problems)
        .into_iter()
        .map(|found| {
            let place = &found.node;
            ReferenceCounts {
                planned: place.field("programme").quantity(problems),
                good: place.field("bons").quantity(problems),
                scrapped: place.field("rebuts").quantity(problems),
                made: place.field("produits").quantity(problems),
                code: found.code,
                label: found.label,
            }
        })
        .collect();
    let counts = COUNTS
        .iter()
        .filter_map(|words| Some((words.count, node.field(words.key).quantity(problems)?)))
        .collect();
    IndicatorSeries { code, label, references, counts }
}

/// Targets: `taux_rebut: {au_plus: 1.5}`, `respect_programme: {au_moins: 97}`.
fn targets(node: &Node<'_>, problems: &mut Problems) -> Vec<Target> {
    node.entries(problems)
        .into_iter()
        .filter_map(|(indicator, place)| {
            let most = place.field("au_plus");
            let at_most = !most.is_missing();
            let value = if at_most { most } else { place.field("au_moins") };
            let value = value.required_quantity(problems)?;
            Some(Target { indicator, value, at_most })
        })
        .collect()
}
