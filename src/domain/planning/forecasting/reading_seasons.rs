//! Years made of seasons, read from the options of `previsions`.

use rust_decimal::Decimal;

use super::{SeasonalForecast, SeasonalMethod};
use crate::domain::planning::sales_and_operations_plan::{rounding, series};
use crate::domain::planning::tree::{Node, Problems, Tree};

/// Reads the years and what is asked of them.
pub(super) fn read(
    options: &Node<'_>,
    history: &Node<'_>,
    problems: &mut Problems,
) -> Option<SeasonalForecast> {
    let years = years(history, problems)?;
    let count = years.first().map_or(0, |(_, quantities)| quantities.len());
    let annual = options.field("prevision_annuelle");
    let mode = options.field("arrondi_coefficients");
    let decimals = options.field("decimales_coefficients");
    Some(SeasonalForecast {
        unit: options.field("unite").text_or("", problems),
        seasons: seasons(&options.field("saisons"), count, problems),
        methods: methods(options, problems),
        rounding: rounding::read(&mode, &decimals, problems),
        last_completes: options.field("dernier_complete").flag(problems).unwrap_or_default(),
        annual: annual.quantity(problems),
        years,
    })
}

/// Years by name, or numbered.
fn years(history: &Node<'_>, problems: &mut Problems) -> Option<Vec<(String, Vec<Decimal>)>> {
    let written: Vec<(String, Node<'_>)> = match history.tree() {
        Some(Tree::List(_)) => {
            let items = history.items(problems).into_iter().enumerate();
            items.map(|(rank, item)| (format!("A{}", rank + 1), item)).collect()
        }
        _ => history.entries(problems),
    };
    let read: Vec<Option<(String, Vec<Decimal>)>> = written
        .into_iter()
        .map(|(name, entry)| Some((name, series::listed(&entry, problems)?)))
        .collect();
    read.into_iter().collect()
}

/// Names written, else "T1" for quarters, "M1" for months, "P1" for others.
fn seasons(node: &Node<'_>, count: usize, problems: &mut Problems) -> Vec<String> {
    if node.is_missing() {
        let letter = match count {
            4 => "T",
            12 => "M",
            _ => "P",
        };
        return (1..=count).map(|rank| format!("{letter}{rank}")).collect();
    }
    let items = node.items(problems);
    let names: Vec<String> = items.iter().filter_map(|item| item.required_text(problems)).collect();
    if names.len() != count {
        problems.add(
            node.path(),
            format!("{} noms pour {count} valeurs par an.", names.len()),
            "Écrivez un nom par saison.",
        );
    }
    names
}

fn methods(options: &Node<'_>, problems: &mut Problems) -> Vec<SeasonalMethod> {
    let words = [
        ("coefficients_simples", SeasonalMethod::Simple),
        ("coefficients_moyens", SeasonalMethod::Mean),
    ];
    let node = options.any_field(&["methodes", "methode"]);
    let nodes = match node.tree() {
        Some(Tree::List(_)) => node.items(problems),
        Some(_) => vec![node],
        None => {
            node.require(problems);
            Vec::new()
        }
    };
    nodes.iter().filter_map(|node| node.one_of(&words, problems)).collect()
}
