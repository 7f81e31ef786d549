//! How the options of `capabilite` are read.

use super::{CapabilityInput, ProcessSpread};
use crate::domain::planning::calculator::Request;
use crate::domain::planning::tree::{Node, Problems};

/// Names of the options.
pub const OPTIONS: &[&str] = &[
    "mesure",
    "unite",
    "tolerance_inferieure",
    "TI",
    "LSL",
    "tolerance_superieure",
    "TS",
    "USL",
    "cible",
    "moyenne",
    "m",
    "ecart_type",
    "sigma",
    "s",
    "etendue_moyenne",
    "taille",
    "mesures",
    "diviseur",
    "cpk_minimal",
    "avec_ppm",
];

/// Reads the options; `None` when problems were noted.
pub(super) fn read(request: &Request<'_>, problems: &mut Problems) -> Option<CapabilityInput> {
    let before = problems.found.len();
    let node = &request.options;
    let spread = spread(node, problems);
    let input = CapabilityInput {
        measure: node.field("mesure").text_or("Mesure", problems),
        unit: node.field("unite").text_or("", problems),
        lower: node.any_field(&["tolerance_inferieure", "TI", "LSL"]).number(problems),
        upper: node.any_field(&["tolerance_superieure", "TS", "USL"]).number(problems),
        target: node.field("cible").number(problems),
        spread: spread?,
        threshold: node.field("cpk_minimal").quantity(problems),
        with_ppm: node.field("avec_ppm").flag(problems).unwrap_or(false),
    };
    (problems.found.len() == before).then_some(input)
}

fn spread(node: &Node<'_>, problems: &mut Problems) -> Option<ProcessSpread> {
    let measures = node.field("mesures");
    if !measures.is_missing() {
        let items = measures.items(problems);
        let values = items.iter().filter_map(|item| item.number(problems)).collect();
        let divisors = [("n-1", false), ("n", true)];
        let whole_population = node.field("diviseur").one_of(&divisors, problems).unwrap_or(false);
        return Some(ProcessSpread::Measures { values, whole_population });
    }
    let mean = node.any_field(&["moyenne", "m"]).number(problems);
    let range = node.field("etendue_moyenne");
    if !range.is_missing() {
        let size = node.field("taille");
        size.require(problems);
        let (range, size) = (range.positive(problems), size.whole(problems));
        return Some(ProcessSpread::MeanRange { mean, range: range?, size: size? });
    }
    let deviation = node.any_field(&["ecart_type", "sigma", "s"]).positive(problems)?;
    Some(ProcessSpread::Known { mean, deviation })
}
