//! Lot sizing: the orders and costs of each rule on a series of requirements.

mod series;

use casdecole::domain::planning::lot_sizing::{LotSizingInput, worksheet};
use casdecole::domain::planning::tree::Tree;
use rust_decimal::Decimal;

use self::series::{rule_named, series, variants};
use super::stock_parameters::figures::{
    Inputs, Section, Sheet, normalised, sections, settle, settle_series,
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

/// Figures of a section with the rule of each: `WW: {total: 395}`, `WW_orders: {…}`, or figures
/// without rule, which are those of the default one.
fn figures<'a>(section: Section<'a>, default: &'static str) -> Vec<(&'static str, Figure<'a>)> {
    let Tree::Entries(entries) = section.tree else { return Vec::new() };
    let mut found = Vec::new();
    for (key, tree) in entries {
        let name = normalised(key);
        let figure = |path, name, tree| Figure { section, path, name, tree };
        if let (Some(rule), Tree::Entries(parts)) = (rule_named(&name), tree) {
            for (part, tree) in parts {
                found.push((
                    rule,
                    figure(vec![key.as_str(), part.as_str()], normalised(part), tree),
                ));
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
        "cout_achat" | "achat" | "purchase_cost" => total("cout_achat"),
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
