//! Methods over a history, read from the options of `previsions`.

use super::{LineMethod, Method, SmoothingStart};
use crate::domain::planning::sales_and_operations_plan::series;
use crate::domain::planning::tree::{Node, Problems, Tree};

/// The methods asked, a moving average of each order written; `None` when none is asked.
pub(super) fn methods(options: &Node<'_>, problems: &mut Problems) -> Option<Vec<Method>> {
    let node = options.any_field(&["methodes", "methode"]);
    node.require(problems);
    let nodes = match node.tree() {
        Some(Tree::List(_)) => node.items(problems),
        Some(_) => vec![node],
        None => return None,
    };
    let mut found = Vec::new();
    for node in nodes {
        let Some(word) = node.one_of(&WORDS, problems) else { continue };
        match word {
            Word::MovingAverage => {
                let orders = orders(&options.field("ordre"), problems);
                found.extend(orders.into_iter().map(|periods| Method::MovingAverage { periods }));
            }
            word => found.extend(method(word, options, problems)),
        }
    }
    Some(found)
}

#[derive(Debug, Clone, Copy)]
enum Word {
    Naive,
    SeasonalNaive,
    Mean,
    MovingAverage,
    WeightedAverage,
    Smoothing,
    Holt,
    Line(LineMethod),
    Stated,
}

const WORDS: [(&str, Word); 11] = [
    ("naive", Word::Naive),
    ("naive_saisonniere", Word::SeasonalNaive),
    ("moyenne", Word::Mean),
    ("moyenne_mobile", Word::MovingAverage),
    ("moyenne_mobile_ponderee", Word::WeightedAverage),
    ("lissage", Word::Smoothing),
    ("holt", Word::Holt),
    ("points_extremes", Word::Line(LineMethod::Extremes)),
    ("mayer", Word::Line(LineMethod::Mayer)),
    ("moindres_carres", Word::Line(LineMethod::LeastSquares)),
    ("donnees", Word::Stated),
];

/// Orders of moving averages: a number, or a list of numbers.
fn orders(node: &Node<'_>, problems: &mut Problems) -> Vec<usize> {
    node.require(problems);
    let nodes = match node.tree() {
        Some(Tree::List(_)) => node.items(problems),
        Some(_) => vec![node.clone()],
        None => Vec::new(),
    };
    let counts = nodes.iter().filter_map(|node| node.whole(problems));
    counts.filter_map(|count| usize::try_from(count).ok()).collect()
}

fn method(word: Word, options: &Node<'_>, problems: &mut Problems) -> Option<Method> {
    let required =
        |name: &str, problems: &mut Problems| options.field(name).required_quantity(problems);
    Some(match word {
        Word::Naive => Method::Naive { lag: 1 },
        Word::SeasonalNaive => {
            let season = options.field("saison");
            season.require(problems);
            Method::Naive { lag: usize::try_from(season.whole(problems)?).ok()? }
        }
        Word::Mean => Method::Mean,
        Word::MovingAverage => return None,
        Word::WeightedAverage => {
            let node = options.field("poids");
            node.require(problems);
            let words = [("recent_dabord", true), ("ancien_dabord", false)];
            let order = options.field("ordre_poids").one_of(&words, problems);
            let weights = series::listed(&node, problems)?;
            Method::WeightedAverage { weights, recent_first: order.unwrap_or(true) }
        }
        Word::Smoothing => {
            let alpha = required("alpha", problems);
            let start = smoothing_start(options, problems)?;
            Method::Smoothing { alpha: alpha?, start }
        }
        Word::Holt => {
            let (alpha, beta) = (required("alpha", problems), required("beta", problems));
            let level = options.field("niveau_initial").number(problems);
            let trend = options.field("tendance_initiale").number(problems);
            Method::Holt { alpha: alpha?, beta: beta?, start: level.zip(trend) }
        }
        Word::Line(line) => Method::Line(line),
        Word::Stated => {
            let node = options.field("previsions");
            node.require(problems);
            Method::Stated(series::listed(&node, problems)?)
        }
    })
}

fn smoothing_start(options: &Node<'_>, problems: &mut Problems) -> Option<SmoothingStart> {
    let stated = options.field("prevision_initiale");
    if !stated.is_missing() {
        return stated.quantity(problems).map(SmoothingStart::Stated);
    }
    let words = [("premiere_demande", false), ("moyenne", true)];
    let of_mean = options.field("initialisation").one_of(&words, problems).unwrap_or_default();
    if !of_mean {
        return Some(SmoothingStart::FirstDemand);
    }
    let count = options.field("initialisation_periodes").whole(problems).unwrap_or(3);
    Some(SmoothingStart::MeanOfFirst(usize::try_from(count).ok()?))
}
