//! Fields of quality exercises by their many names, and the typed inputs that they make.

use casdecole::domain::planning::quality::capability::{CapabilityInput, ProcessSpread};
use casdecole::domain::planning::quality::control_chart::{
    Chart, ChartInput, CountKind, Sample, Spread,
};
use casdecole::domain::planning::tree::Tree;
use rust_decimal::Decimal;

use super::super::effectiveness::figures::{Sheet, normalised};

/// Named inputs.
pub struct Fields<'a> {
    entries: Vec<(String, &'a Tree)>,
}

impl<'a> Fields<'a> {
    /// The fields of a case; the constants of an inner group count as fields.
    pub fn of(tree: &'a Tree) -> Self {
        let mut entries = Vec::new();
        if let Tree::Entries(found) = tree {
            for (name, tree) in found {
                let name = normalised(name);
                if let ("constantes" | "constants", Tree::Entries(inner)) = (name.as_str(), tree) {
                    entries.extend(inner.iter().map(|(name, tree)| (normalised(name), tree)));
                }
                entries.push((name, tree));
            }
        }
        Self { entries }
    }

    fn tree(&self, names: &str) -> Option<&'a Tree> {
        let mut all = names.split_whitespace();
        all.find_map(|name| self.entries.iter().find(|(known, _)| known == name))
            .map(|(_, tree)| *tree)
    }

    fn number(&self, names: &str) -> Option<Decimal> {
        self.tree(names)?.number()
    }

    /// A list of numbers, or named numbers.
    fn numbers(&self, names: &str) -> Option<Vec<Decimal>> {
        numbers(self.tree(names)?)
    }

    fn size(&self) -> Option<u32> {
        let size = self.number("n taille sample_size subgroup_size taille_echantillon size")?;
        u32::try_from(size.normalize().mantissa()).ok().filter(|_| size.fract().is_zero())
    }

    fn mean(&self) -> Option<Decimal> {
        self.number(
            "m moyenne mean mu xbar x_bar x_barre xbarbar x_barbar x_double_bar moyenne_generale \
             moyenne_des_moyennes grand_mean average x",
        )
    }

    fn mean_range(&self) -> Option<Decimal> {
        self.number(
            "r r_bar r_barre r_moyen rbar etendue_moyenne moyenne_des_etendues mean_range \
             average_range etendue",
        )
    }

    fn deviation(&self) -> Option<Decimal> {
        self.number("s sigma ecart_type std sd stdev deviation standard_deviation")
    }
}

fn numbers(tree: &Tree) -> Option<Vec<Decimal>> {
    match tree {
        Tree::List(items) => items.iter().map(Tree::number).collect(),
        Tree::Entries(entries) => entries.iter().map(|(_, item)| item.number()).collect(),
        _ => None,
    }
}

/// Tolerances: both, one, or a nominal value and a half-interval.
fn tolerances(fields: &Fields<'_>) -> (Option<Decimal>, Option<Decimal>) {
    let lower = fields.number("lsl ti tolerance_inferieure li lti borne_inferieure tol_inf lower");
    let upper = fields.number("usl ts tolerance_superieure ls lts borne_superieure tol_sup upper");
    if lower.is_some() || upper.is_some() {
        return (lower, upper);
    }
    let pair = fields.numbers("tolerance tolerances specifications specs spec");
    if let Some([lower, upper]) = pair.as_deref() {
        return (Some(*lower), Some(*upper));
    }
    let half = fields
        .number("tolerance tol plus_ou_moins demi_tolerance")
        .or_else(|| fields.number("it intervalle_tolerance intervalle")?.checked_div(Decimal::TWO));
    match fields.number("nominal cible target nominale").zip(half) {
        Some((nominal, half)) => (Some(nominal - half), Some(nominal + half)),
        None => (None, None),
    }
}

/// The capability studies that the fields allow, one a convention of the standard deviation.
pub fn capability_inputs(fields: &Fields<'_>, chart: Option<&Sheet>) -> Vec<CapabilityInput> {
    let (lower, upper) = tolerances(fields);
    if lower.is_none() && upper.is_none() {
        return Vec::new();
    }
    let charted = |row: &str| chart.and_then(|chart| chart.number(row, "valeur"));
    let mean = fields.mean().or_else(|| charted("moyenne_generale"));
    let mut spreads = Vec::new();
    if let Some(deviation) = fields.deviation() {
        spreads.push(ProcessSpread::Known { mean, deviation });
    } else if let Some((range, size)) = fields.mean_range().zip(fields.size()) {
        spreads.push(ProcessSpread::MeanRange { mean, range, size });
    } else if let Some(deviation) = charted("sigma") {
        spreads.push(ProcessSpread::Known { mean, deviation });
    }
    if let Some(values) = fields.numbers("mesures data valeurs values x measurements donnees") {
        for whole_population in [false, true] {
            spreads.push(ProcessSpread::Measures { values: values.clone(), whole_population });
        }
    }
    spreads
        .into_iter()
        .map(|spread| CapabilityInput {
            measure: "mesure".to_owned(),
            unit: String::new(),
            lower,
            upper,
            target: fields.number("target cible nominal t"),
            spread,
            threshold: Some(
                fields.number("seuil cpk_min threshold").unwrap_or(Decimal::new(133, 2)),
            ),
            with_ppm: mean.is_some(),
        })
        .collect()
}

/// The chart that the fields allow, if any.
pub fn chart_input(fields: &Fields<'_>) -> Option<ChartInput> {
    let chart = measured(fields)
        .or_else(|| summarised(fields))
        .or_else(|| counted(fields))
        .or_else(|| averaged(fields))?;
    let constants = ["A2", "D3", "D4", "d2", "A3", "B3", "B4", "c4"];
    Some(ChartInput {
        measure: "mesure".to_owned(),
        unit: String::new(),
        chart,
        constants: constants
            .into_iter()
            .filter_map(|name| Some((name.to_owned(), fields.number(&name.to_lowercase())?)))
            .collect(),
        width: fields.number("z k largeur nb_sigma").unwrap_or(Decimal::from(3)),
    })
}

/// Samples of measures, or individual values.
fn measured(fields: &Fields<'_>) -> Option<Chart> {
    let tree = fields.tree("echantillons samples sous_groupes subgroups observations")?;
    let listed: Vec<(String, &Tree)> = match tree {
        Tree::List(items) => {
            items.iter().enumerate().map(|(rank, item)| ((rank + 1).to_string(), item)).collect()
        }
        Tree::Entries(entries) => entries.iter().map(|(name, item)| (name.clone(), item)).collect(),
        _ => return None,
    };
    let samples: Option<Vec<Sample>> = listed
        .into_iter()
        .map(|(label, item)| {
            let values = item.number().map(|only| vec![only]).or_else(|| numbers(item))?;
            Some(Sample { label, values })
        })
        .collect();
    let samples = samples?;
    if samples.iter().all(|sample| sample.values.len() == 1) {
        return Some(Chart::Individuals(samples));
    }
    let by_deviation = fields.number("a3 b3 b4 c4").is_some();
    let spread = if by_deviation { Spread::Deviation } else { Spread::Range };
    Some(Chart::Samples { spread, samples })
}

/// Means and ranges of samples.
fn summarised(fields: &Fields<'_>) -> Option<Chart> {
    let means = fields.numbers("moyennes means xbars x_bars")?;
    let ranges = fields.numbers("etendues ranges r");
    let deviations = fields.numbers("ecarts_types stdevs s");
    let (spread, values) = match (ranges, deviations) {
        (Some(ranges), _) => (Spread::Range, ranges),
        (None, Some(deviations)) => (Spread::Deviation, deviations),
        (None, None) => return None,
    };
    let samples = means.into_iter().zip(values).enumerate();
    let samples =
        samples.map(|(rank, (mean, value))| ((rank + 1).to_string(), mean, value)).collect();
    Some(Chart::Summaries { spread, size: fields.size()?, samples })
}

/// Counts of faulty pieces or of faults.
fn counted(fields: &Fields<'_>) -> Option<Chart> {
    let faulty = fields.numbers("defectueux defectives nb_defectueux non_conformes rejets np");
    let faults = fields.numbers("defauts defects nb_defauts faults c");
    let size = fields.number("n taille sample_size taille_echantillon");
    let (kind, counts) = match (faulty, faults) {
        (Some(faulty), _) => (CountKind::FaultyShare, faulty),
        (None, Some(faults)) if size.is_some() => (CountKind::FaultsByUnit, faults),
        (None, Some(faults)) => (CountKind::Faults, faults),
        (None, None) => return None,
    };
    let samples = counts.into_iter().enumerate();
    let samples = samples.map(|(rank, count)| ((rank + 1).to_string(), count, None)).collect();
    Some(Chart::Counts { kind, samples, size })
}

/// Averages only, or a known standard deviation.
fn averaged(fields: &Fields<'_>) -> Option<Chart> {
    let (mean, size) = (fields.mean()?, fields.size()?);
    if let Some(mean_spread) = fields.mean_range() {
        return Some(Chart::Averages { spread: Spread::Range, size, mean, mean_spread });
    }
    if let Some(mean_spread) = fields.number("s_bar s_barre sbar ecart_type_moyen") {
        return Some(Chart::Averages { spread: Spread::Deviation, size, mean, mean_spread });
    }
    Some(Chart::KnownDeviation { size, mean, deviation: fields.deviation()? })
}
