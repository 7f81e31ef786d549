//! Options of `lotissement`, read with every problem at once.

use rust_decimal::Decimal;

use super::{
    Balance, HoldingCost, Interval, LotSizingInput, MAX_LOT_PERIODS, SizingRule, Window, worksheet,
};
use crate::domain::planning::calculator::{Request, refused};
use crate::domain::planning::data::Periods;
use crate::domain::planning::tree::{Node, Problems, Tree};
use crate::domain::planning::worksheet::{Rounding, RoundingMode, Worksheet};

/// Options read.
pub const OPTIONS: &[&str] = &[
    "article",
    "besoins",
    "besoins_nets",
    "unite",
    "cout_lancement",
    "cout_commande",
    "possession",
    "possession_par_unite_periode",
    "prix_achat",
    "cout_unitaire",
    "taux_possession",
    "periodes_par_an",
    "regles",
    "regle",
    "quantite_fixe",
    "intervalle",
    "fenetre",
    "equilibrage",
    "arrondi_intervalle",
    "decimales",
];

/// Reads a lot sizing and builds its table.
pub fn calculate(request: &Request<'_>, problems: &mut Problems) -> Option<Worksheet> {
    let before = problems.found.len();
    let input = read(request, problems)?;
    if problems.found.len() > before {
        return None;
    }
    worksheet(&input).map_err(|error| refused(request, &error, problems)).ok()
}

fn read(request: &Request<'_>, problems: &mut Problems) -> Option<LotSizingInput> {
    let options = &request.options;
    let article = options.field("article").text_or("", problems);
    let item = request.data.item(&article);
    let unit = options.field("unite").text(problems);
    let unit = unit.or_else(|| item.map(|item| item.unit.clone())).unwrap_or_default();
    let needs = requirements(request, &article, problems);
    let setup = options.any_field(&["cout_lancement", "cout_commande"]).required_quantity(problems);
    let holding = holding(options, item.and_then(|item| item.unit_cost), problems);
    let year = options.field("periodes_par_an");
    let periods_per_year = if year.is_missing() { None } else { year.positive(problems) };
    let rules = rules(options, problems);
    let bought = options.field("prix_achat").items(problems);
    let prices: Vec<Decimal> =
        bought.iter().filter_map(|price| price.required_quantity(problems)).collect();
    let (periods, requirements) = needs?;
    Some(LotSizingInput {
        item: article,
        unit,
        periods,
        requirements,
        setup_cost: setup?,
        holding: holding?,
        prices,
        periods_per_year,
        rules: rules?,
    })
}

/// Names of the periods and requirement of each.
fn requirements(
    request: &Request<'_>,
    article: &str,
    problems: &mut Problems,
) -> Option<(Vec<String>, Vec<Decimal>)> {
    let node = request.options.any_field(&["besoins", "besoins_nets"]);
    let stated = request.data.demand_of(article).map(|demand| {
        if demand.requirement.is_empty() { &demand.forecast } else { &demand.requirement }
    });
    let needs: Vec<Decimal> = match (node.tree(), stated) {
        (Some(Tree::Entries(_)), _) => return named_requirements(&node, problems),
        (None, Some(stated)) if !stated.is_empty() => stated.clone(),
        (None, _) => {
            node.require(problems);
            return None;
        }
        (Some(_), _) => {
            let items = node.items(problems);
            let read = items.iter().map(|item| item.required_quantity(problems)).collect();
            complete(read)?
        }
    };
    let known = &request.data.periods;
    let names = if known.len() == needs.len() {
        known.names.clone()
    } else {
        Periods::numbered(needs.len().min(MAX_LOT_PERIODS + 1)).names
    };
    Some((names, needs))
}

/// Requirements written "S1: 35".
fn named_requirements(
    node: &Node<'_>,
    problems: &mut Problems,
) -> Option<(Vec<String>, Vec<Decimal>)> {
    let entries = node.entries(problems);
    let read = entries
        .into_iter()
        .map(|(name, value)| Some((name, value.required_quantity(problems)?)))
        .collect();
    Some(complete(read)?.into_iter().unzip())
}

fn holding(
    options: &Node<'_>,
    known_cost: Option<Decimal>,
    problems: &mut Problems,
) -> Option<HoldingCost> {
    let direct = options.any_field(&["possession", "possession_par_unite_periode"]);
    let rate = options.field("taux_possession");
    if rate.is_missing() {
        return direct.required_quantity(problems).map(HoldingCost::PerUnit);
    }
    let percent = rate.required_quantity(problems)?;
    let cost = options.field("cout_unitaire");
    let unit_cost = match known_cost {
        Some(known) if cost.is_missing() => known,
        _ => cost.required_quantity(problems)?,
    };
    Some(HoldingCost::Rate { unit_cost, percent })
}

fn rules(options: &Node<'_>, problems: &mut Problems) -> Option<Vec<SizingRule>> {
    let node = options.any_field(&["regles", "regle"]);
    node.require(problems);
    let single = matches!(node.tree(), Some(Tree::Text(_)));
    let nodes = if single { vec![node] } else { node.items(problems) };
    complete(nodes.iter().map(|node| one_rule(node, options, problems)).collect())
}

/// All values, when none is missing; each has been read, so that every problem is noted.
fn complete<T>(read: Vec<Option<T>>) -> Option<Vec<T>> {
    read.into_iter().collect()
}

/// One rule by its name, with the flat options that belong to it.
fn one_rule(node: &Node<'_>, options: &Node<'_>, problems: &mut Problems) -> Option<SizingRule> {
    let names = [
        ("lot_pour_lot", SizingRule::LotForLot),
        ("quantite_fixe", SizingRule::FixedQuantity(Decimal::ZERO)),
        ("quantite_economique", SizingRule::EconomicQuantity(Rounding::nearest(0))),
        ("periode_economique", period_quantity(Interval::Economic(RoundingMode::Nearest))),
        ("cout_unitaire_minimal", SizingRule::LeastUnitCost),
        ("cout_total_minimal", SizingRule::LeastTotalCost(Balance::Nearest)),
        ("silver_meal", SizingRule::SilverMeal),
        ("wagner_whitin", SizingRule::WagnerWhitin),
    ];
    Some(match node.one_of(&names, problems)? {
        SizingRule::FixedQuantity(_) => {
            SizingRule::FixedQuantity(options.field("quantite_fixe").positive(problems)?)
        }
        SizingRule::EconomicQuantity(_) => {
            let decimals = options.field("decimales").whole(problems).unwrap_or(0);
            SizingRule::EconomicQuantity(Rounding::nearest(decimals.min(6)))
        }
        SizingRule::PeriodQuantity { .. } => SizingRule::PeriodQuantity {
            interval: interval(options, problems)?,
            window: window(options, problems),
        },
        SizingRule::LeastTotalCost(_) => {
            let choices = [("plus_proche", Balance::Nearest), ("sans_depasser", Balance::NotAbove)];
            let balance = options.field("equilibrage").one_of(&choices, problems);
            SizingRule::LeastTotalCost(balance.unwrap_or_default())
        }
        other => other,
    })
}

const fn period_quantity(interval: Interval) -> SizingRule {
    SizingRule::PeriodQuantity { interval, window: Window::Calendar }
}

fn interval(options: &Node<'_>, problems: &mut Problems) -> Option<Interval> {
    let stated = options.field("intervalle");
    if !stated.is_missing() {
        stated.positive(problems)?;
        return stated.whole(problems).map(Interval::Periods);
    }
    let choices = [
        ("plus_proche", RoundingMode::Nearest),
        ("superieur", RoundingMode::Up),
        ("inferieur", RoundingMode::Down),
    ];
    let mode = options.field("arrondi_intervalle").one_of(&choices, problems);
    Some(Interval::Economic(mode.unwrap_or_default()))
}

fn window(options: &Node<'_>, problems: &mut Problems) -> Window {
    let choices = [("calendrier", Window::Calendar), ("premier_besoin", Window::FirstNeed)];
    options.field("fenetre").one_of(&choices, problems).unwrap_or_default()
}
