//! How the options of `carte_controle` are read.

use rust_decimal::Decimal;

use super::{Chart, ChartInput, CountKind, Sample, Spread};
use crate::domain::planning::calculator::Request;
use crate::domain::planning::follow_up::named::named;
use crate::domain::planning::tree::{Node, Problems, Tree};

/// Names of the options.
pub const OPTIONS: &[&str] = &[
    "type",
    "mesure",
    "unite",
    "echantillons",
    "taille",
    "moyenne_generale",
    "etendue_moyenne",
    "ecart_type_moyen",
    "sigma",
    "z",
    "constantes",
];

/// Constants that an author may replace.
const CONSTANTS: [&str; 8] = ["A2", "D3", "D4", "d2", "A3", "B3", "B4", "c4"];

/// Kinds of chart, as written.
#[derive(Clone, Copy)]
enum Kind {
    Variables(Spread),
    Known,
    Individuals,
    Counts(CountKind),
}

const KINDS: &[(&str, Kind)] = &[
    ("X-R", Kind::Variables(Spread::Range)),
    ("X-S", Kind::Variables(Spread::Deviation)),
    ("sigma_connu", Kind::Known),
    ("individuelles", Kind::Individuals),
    ("p", Kind::Counts(CountKind::FaultyShare)),
    ("np", Kind::Counts(CountKind::FaultyNumber)),
    ("c", Kind::Counts(CountKind::Faults)),
    ("u", Kind::Counts(CountKind::FaultsByUnit)),
];

/// Reads the options; `None` when problems were noted.
pub(super) fn read(request: &Request<'_>, problems: &mut Problems) -> Option<ChartInput> {
    let before = problems.found.len();
    let node = &request.options;
    let kind = node.field("type").one_of(KINDS, problems);
    let kind = kind.unwrap_or(Kind::Variables(Spread::Range));
    let chart = match kind {
        Kind::Variables(spread) => variables(node, spread, problems),
        Kind::Known => known(node, problems),
        Kind::Individuals => Some(Chart::Individuals(samples(node, problems))),
        Kind::Counts(kind) => Some(counts(node, kind, problems)),
    };
    let constants = node.field("constantes");
    constants.only(&CONSTANTS, problems);
    let three = Decimal::from(3);
    let input = ChartInput {
        measure: node.field("mesure").text_or("Mesure", problems),
        unit: node.field("unite").text_or("", problems),
        chart: chart?,
        constants: constants
            .entries(problems)
            .into_iter()
            .filter_map(|(name, value)| Some((name, value.required_quantity(problems)?)))
            .collect(),
        width: node.field("z").quantity_or(three, problems),
    };
    (problems.found.len() == before).then_some(input)
}

/// Measures, means and spreads of samples, or their averages alone.
fn variables(node: &Node<'_>, spread: Spread, problems: &mut Problems) -> Option<Chart> {
    let listed = node.field("echantillons");
    if listed.is_missing() {
        let of_spread = match spread {
            Spread::Range => node.field("etendue_moyenne"),
            Spread::Deviation => node.field("ecart_type_moyen"),
        };
        let size = size(node, problems);
        let mean = required_number(&node.field("moyenne_generale"), problems);
        let mean_spread = of_spread.required_quantity(problems);
        let (size, mean, mean_spread) = (size?, mean?, mean_spread?);
        return Some(Chart::Averages { spread, size, mean, mean_spread });
    }
    let found = named(&listed, problems);
    let summarised = found.iter().any(|sample| !sample.node.field("moyenne").is_missing());
    if !summarised {
        return Some(Chart::Samples { spread, samples: samples(node, problems) });
    }
    let size = size(node, problems);
    let samples = found
        .into_iter()
        .filter_map(|sample| {
            let mean = required_number(&sample.node.field("moyenne"), problems);
            let spread = sample.node.any_field(&["etendue", "ecart_type"]);
            let spread = spread.required_quantity(problems);
            Some((sample.label, mean?, spread?))
        })
        .collect();
    Some(Chart::Summaries { spread, size: size?, samples })
}

fn known(node: &Node<'_>, problems: &mut Problems) -> Option<Chart> {
    let size = size(node, problems);
    let mean = required_number(&node.field("moyenne_generale"), problems);
    let deviation = node.field("sigma").required_quantity(problems);
    Some(Chart::KnownDeviation { size: size?, mean: mean?, deviation: deviation? })
}

fn counts(node: &Node<'_>, kind: CountKind, problems: &mut Problems) -> Chart {
    let listed = node.field("echantillons");
    listed.require(problems);
    let samples = named(&listed, problems)
        .into_iter()
        .filter_map(|sample| {
            let inner = sample.node.field("nombre");
            let own = positive_when_written(&sample.node.field("taille"), problems);
            let place = if inner.is_missing() { &sample.node } else { &inner };
            Some((sample.label.clone(), place.required_quantity(problems)?, own))
        })
        .collect();
    let size = positive_when_written(&node.field("taille"), problems);
    Chart::Counts { kind, samples, size }
}

/// Samples as lists of measures; a bare number is a sample of one.
fn samples(node: &Node<'_>, problems: &mut Problems) -> Vec<Sample> {
    let listed = node.field("echantillons");
    listed.require(problems);
    named(&listed, problems)
        .into_iter()
        .map(|sample| {
            let inner = sample.node.field("mesures");
            let place = if inner.is_missing() { sample.node } else { inner };
            Sample { label: sample.label, values: measures(&place, problems) }
        })
        .collect()
}

fn measures(node: &Node<'_>, problems: &mut Problems) -> Vec<Decimal> {
    if matches!(node.tree(), Some(Tree::List(_))) {
        let items = node.items(problems);
        return items.iter().filter_map(|item| required_number(item, problems)).collect();
    }
    required_number(node, problems).into_iter().collect()
}

fn required_number(node: &Node<'_>, problems: &mut Problems) -> Option<Decimal> {
    node.require(problems);
    node.number(problems)
}

fn size(node: &Node<'_>, problems: &mut Problems) -> Option<u32> {
    let size = node.field("taille");
    size.require(problems);
    size.whole(problems)
}

/// A number above zero, when something is written.
fn positive_when_written(node: &Node<'_>, problems: &mut Problems) -> Option<Decimal> {
    if node.is_missing() { None } else { node.positive(problems) }
}
