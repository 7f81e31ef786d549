//! Lot sizing: the orders and costs of each rule on a series of requirements.

use casdecole::domain::planning::lot_sizing::{
    Balance, HoldingCost, Interval, LotSizingInput, SizingRule, Window, worksheet,
};
use casdecole::domain::planning::tree::Tree;
use casdecole::domain::planning::worksheet::{Rounding, RoundingMode};
use rust_decimal::Decimal;

use super::stock_parameters::figures::{
    Inputs, Section, Sheet, in_percent, normalised, sections, settle, settle_series,
};
use crate::example::Example;
use crate::judgement::Judgement;

/// Judges the topic "Lotissement".
pub fn judge(example: &Example) -> Option<Result<Judgement, String>> {
    let topic = normalised(&example.topic);
    let ours = topic.starts_with("lotissement") || topic.contains("lot_sizing");
    ours.then(|| judged(example))
}

/// One expected figure of a rule.
struct Figure<'a> {
    section: Section<'a>,
    path: Vec<&'a str>,
    /// Normal name of what is asked.
    name: String,
    tree: &'a Tree,
}

fn judged(example: &Example) -> Result<Judgement, String> {
    let inputs = Inputs::of(&example.inputs);
    let series = series(&inputs)?;
    let mut judgement = Judgement::default();
    let default = inputs
        .find(&["methode", "regle", "method"])
        .and_then(Tree::text)
        .and_then(|name| rule_named(&normalised(&name)))
        .unwrap_or("WW");
    let mut rules: Vec<(&'static str, Vec<Figure<'_>>)> = Vec::new();
    for section in sections(example) {
        for (rule, figure) in figures(section, default) {
            match rules.iter_mut().find(|(known, _)| *known == rule) {
                Some((_, figures)) => figures.push(figure),
                None => rules.push((rule, vec![figure])),
            }
        }
    }
    for (rule, figures) in &rules {
        merge(&mut judgement, best(example, &inputs, &series, rule, figures)?);
    }
    Ok(judgement)
}

fn merge(all: &mut Judgement, one: Judgement) {
    all.compared += one.compared;
    all.differences.extend(one.differences);
    all.slips.extend(one.slips);
    all.unknown.extend(one.unknown);
}

/// The judgement of a rule under the convention that fits its figures best.
fn best(
    example: &Example,
    inputs: &Inputs<'_>,
    series: &LotSizingInput,
    rule: &str,
    figures: &[Figure<'_>],
) -> Result<Judgement, String> {
    let mut found: Option<Judgement> = None;
    let mut refused = format!("rule {rule} unknown");
    for variant in variants(inputs, rule) {
        let sheet = match Sheet::of(worksheet(&LotSizingInput {
            rules: vec![variant],
            ..series.clone()
        })) {
            Ok(sheet) => sheet,
            Err(reason) => {
                refused = reason;
                continue;
            }
        };
        let mut judgement = Judgement::default();
        for figure in figures {
            compare(&mut judgement, example, series, variant.key(), &sheet, figure);
        }
        let errors = |judgement: &Judgement| judgement.differences.len() + judgement.slips.len();
        if found.as_ref().is_none_or(|known| errors(&judgement) < errors(known)) {
            found = Some(judgement);
        }
    }
    found.ok_or(refused)
}

/// The series of requirements and its costs.
fn series(inputs: &Inputs<'_>) -> Result<LotSizingInput, String> {
    let needs = inputs
        .find(&[
            "besoins_nets",
            "besoins",
            "demande",
            "demandes",
            "besoins_bruts",
            "net_requirements",
            "requirements",
            "demand",
            "d",
        ])
        .ok_or("no series of requirements")?;
    let (periods, requirements) = named_series(inputs, needs).ok_or("requirements not read")?;
    let setup = inputs
        .number(&[
            "cout_lancement",
            "cout_commande",
            "cout_passation",
            "cout_de_lancement",
            "cout_de_commande",
            "cout_fixe",
            "setup_cost",
            "ordering_cost",
            "fixed_cost",
            "K",
            "S",
            "A",
            "Cl",
            "c",
        ])
        .ok_or("no cost of an order")?;
    let count = Decimal::from(requirements.len());
    let total: Decimal = requirements.iter().sum();
    let periods_per_year = inputs
        .number(&["besoin_annualise", "demande_annuelle", "besoin_annuel", "annual_demand"])
        .and_then(|annual| annual.checked_mul(count)?.checked_div(total))
        .or_else(|| inputs.number(&["periodes_par_an", "periods_per_year"]));
    Ok(LotSizingInput {
        item: String::new(),
        unit: String::new(),
        periods,
        requirements,
        setup_cost: setup,
        holding: holding(inputs, periods_per_year).ok_or("no cost of carrying")?,
        periods_per_year,
        rules: Vec::new(),
    })
}

/// Names of periods and requirements: a list, named entries, or one number repeated.
fn named_series(inputs: &Inputs<'_>, needs: &Tree) -> Option<(Vec<String>, Vec<Decimal>)> {
    let numbered = |count: usize| (1..=count).map(|rank| rank.to_string()).collect();
    match needs {
        Tree::Entries(entries) => {
            let names = entries.iter().map(|(name, _)| name.clone()).collect();
            let numbers: Option<Vec<Decimal>> =
                entries.iter().map(|(_, need)| need.number()).collect();
            Some((names, numbers?))
        }
        Tree::List(items) => {
            let numbers: Option<Vec<Decimal>> = items
                .iter()
                .map(|need| if *need == Tree::Empty { Some(Decimal::ZERO) } else { need.number() })
                .collect();
            Some((numbered(items.len()), numbers?))
        }
        single => {
            let periods = inputs.number(&["periodes", "nombre_periodes", "num_periods", "T"])?;
            let count = usize::try_from(periods).ok().filter(|count| *count <= 104)?;
            Some((numbered(count), vec![single.number()?; count]))
        }
    }
}

fn holding(inputs: &Inputs<'_>, periods_per_year: Option<Decimal>) -> Option<HoldingCost> {
    let direct = inputs.number(&[
        "possession_par_unite_periode",
        "possession",
        "cout_possession",
        "cout_de_possession",
        "cout_stockage",
        "holding_cost",
        "holding",
        "carrying_cost",
        "h",
        "H",
    ]);
    if let Some(cost) = direct {
        return Some(HoldingCost::PerUnit(cost));
    }
    let unit_cost = inputs.number(&["cout_unitaire", "prix", "prix_unitaire", "unit_cost", "u"])?;
    let by_period = ["taux_possession_par_periode", "taux_par_periode", "taux_possession_mensuel"];
    if let Some(rate) = inputs.number(&by_period) {
        return Some(HoldingCost::Rate { unit_cost, percent: in_percent(rate) });
    }
    let yearly = inputs.number(&["taux_possession_annuel", "taux_possession", "taux", "i", "t"])?;
    let percent = in_percent(yearly).checked_div(periods_per_year.unwrap_or(Decimal::ONE))?;
    Some(HoldingCost::Rate { unit_cost, percent })
}

/// Code of the rule of a normal name.
fn rule_named(name: &str) -> Option<&'static str> {
    Some(match name {
        "eoq" | "qe" | "qec" | "wilson" | "quantite_economique" | "lot_economique" => "QE",
        "poq" | "pe" | "periode_economique" | "period_order_quantity" => "POQ",
        "luc" | "cout_unitaire_minimal" | "least_unit_cost" | "cum" => "LUC",
        "ltc"
        | "ppb"
        | "cout_total_minimal"
        | "least_total_cost"
        | "part_period_balancing"
        | "equilibrage" => "LTC",
        "sm" | "silver_meal" => "SM",
        "ww" | "wagner_whitin" | "optimal" | "optimum" => "WW",
        "lpl" | "lfl" | "l4l" | "lot_pour_lot" | "lot_for_lot" => "LPL",
        "qf" | "foq" | "quantite_fixe" | "fixed_order_quantity" => "QF",
        _ => return None,
    })
}

/// The conventions under which a rule may have been applied, the usual one first.
fn variants(inputs: &Inputs<'_>, rule: &str) -> Vec<SizingRule> {
    let windows = [Window::Calendar, Window::FirstNeed];
    match rule {
        "QE" => vec![SizingRule::EconomicQuantity(Rounding::nearest(0))],
        "POQ" => {
            let stated = inputs.number(&["poq_periodes", "intervalle", "fenetre", "window"]);
            let stated = stated.and_then(|periods| u32::try_from(periods).ok());
            let intervals = match stated {
                Some(periods) => vec![Interval::Periods(periods)],
                None => [RoundingMode::Nearest, RoundingMode::Up, RoundingMode::Down]
                    .map(Interval::Economic)
                    .to_vec(),
            };
            let pairs = intervals.into_iter().flat_map(|interval| {
                windows.map(|window| SizingRule::PeriodQuantity { interval, window })
            });
            pairs.collect()
        }
        "LUC" => vec![SizingRule::LeastUnitCost],
        "LTC" => [Balance::Nearest, Balance::NotAbove].map(SizingRule::LeastTotalCost).to_vec(),
        "SM" => vec![SizingRule::SilverMeal],
        "WW" => vec![SizingRule::WagnerWhitin],
        "LPL" => vec![SizingRule::LotForLot],
        "QF" => {
            let names = ["quantite_fixe", "quantite", "lot", "taille_lot", "foq", "Q"];
            inputs.number(&names).map(SizingRule::FixedQuantity).into_iter().collect()
        }
        _ => Vec::new(),
    }
}

/// Figures of a section with the rule of each: "WW: {total: 395}", "WW_orders: {…}", or figures
/// without rule, which are those of the default one.
fn figures<'a>(section: Section<'a>, default: &'static str) -> Vec<(&'static str, Figure<'a>)> {
    let Tree::Entries(entries) = section.tree else { return Vec::new() };
    let mut found = Vec::new();
    for (key, tree) in entries {
        let name = normalised(key);
        let figure = |path, name, tree| Figure { section, path, name, tree };
        if let (Some(rule), Tree::Entries(parts)) = (rule_named(&name), tree) {
            for (part, tree) in parts {
                found.push((rule, figure(vec![key.as_str(), part], normalised(part), tree)));
            }
            continue;
        }
        let split = name.char_indices().filter(|(_, letter)| *letter == '_').find_map(|(at, _)| {
            Some((rule_named(name.get(..at)?)?, name.get(at + 1..)?.to_owned()))
        });
        let (rule, asked) = match (rule_named(&name), split) {
            (Some(rule), _) => (rule, "total".to_owned()),
            (None, Some(split)) => split,
            (None, None) => (default, name),
        };
        found.push((rule, figure(vec![key.as_str()], asked, tree)));
    }
    found
}

/// Compares one figure of a rule.
fn compare(
    judgement: &mut Judgement,
    example: &Example,
    series: &LotSizingInput,
    key: &str,
    sheet: &Sheet,
    figure: &Figure<'_>,
) {
    let row = |name: &str| -> Vec<Decimal> {
        let row = format!("{key}.{name}");
        series.periods.iter().filter_map(|period| sheet.number(&row, period)).collect()
    };
    let total = |name: &str| -> Vec<Decimal> {
        sheet.number(&format!("{key}.{name}"), "total").into_iter().collect()
    };
    let answers = match figure.name.as_str() {
        "q" | "quantite" | "lot" | "quantite_economique" | "eoq" => {
            sheet.singles(&["QE_exacte", "QE"])
        }
        "intervalle" | "periodes" | "periode" | "fenetre" | "poq" => {
            sheet.singles(&["intervalle", "intervalle_exact"])
        }
        "total" | "cout" | "cout_total" | "total_cost" | "cost" => total("cout_total"),
        "carrying" | "possession" | "cout_possession" | "holding" | "holding_cost" => {
            total("cout_possession")
        }
        "setups" | "lancements" | "nombre_lancements" | "nombre_commandes" | "nb_commandes" => {
            total("lancements")
        }
        "cout_lancements" | "cout_lancement" | "cout_commandes" | "setup_cost"
        | "ordering_cost" | "cout_passation" => total("cout_lancements"),
        "stock" | "stocks" | "stock_final" | "stocks_finals" | "inventory" => row("stock"),
        "cost_to_go" | "couts_minimaux" | "cout_minimal" => row("cout_minimal"),
        "orders" | "commandes" | "ordres" | "lots" | "quantites" | "order_quantities" => {
            return orders(judgement, example, figure, &series.periods, &row("ordres"));
        }
        _ => Vec::new(),
    };
    match figure.tree {
        Tree::List(items) if !answers.is_empty() => {
            settle_series(judgement, example, figure.section, &figure.path, items, &answers);
        }
        tree => settle(judgement, example, figure.section, &figure.path, tree, &answers),
    }
}

/// Compares orders: one a period, those placed only, or by period; a number counts them.
fn orders(
    judgement: &mut Judgement,
    example: &Example,
    figure: &Figure<'_>,
    periods: &[String],
    placed: &[Decimal],
) {
    let (section, path) = (figure.section, figure.path.as_slice());
    let some: Vec<Decimal> = placed.iter().copied().filter(|order| !order.is_zero()).collect();
    match figure.tree {
        Tree::List(items) if items.len() == placed.len() => {
            settle_series(judgement, example, section, path, items, placed);
        }
        Tree::List(items) => settle_series(judgement, example, section, path, items, &some),
        Tree::Entries(entries) => {
            for (period, tree) in entries {
                let rank = periods.iter().position(|known| known == period);
                let digits: String = period.chars().filter(char::is_ascii_digit).collect();
                let rank = rank.or_else(|| digits.parse::<usize>().ok()?.checked_sub(1));
                let answers: Vec<Decimal> =
                    rank.and_then(|rank| placed.get(rank)).copied().into_iter().collect();
                let mut path = path.to_vec();
                path.push(period);
                settle(judgement, example, section, &path, tree, &answers);
            }
            let count = Decimal::from(some.len());
            let written = entries.iter().filter(|(_, tree)| tree.number() != Some(Decimal::ZERO));
            judgement.number(
                format!("{}, number of orders", path.join(".")),
                Decimal::from(written.count()),
                count,
            );
        }
        tree => {
            settle(judgement, example, section, path, tree, &[Decimal::from(some.len())]);
        }
    }
}
