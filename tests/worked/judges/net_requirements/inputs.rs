//! Inputs of an exercise: an article alone, or articles with their nomenclatures.

use casdecole::domain::planning::data::{Periods, SafetyStock, ScrapRule};
use casdecole::domain::planning::net_requirements::{
    BillLink, NetRequirementsInput, PlannedItem, Policy,
};
use casdecole::domain::planning::tree::{Node, Problems, Tree};
use casdecole::domain::planning::worksheet::Rounding;
use rust_decimal::Decimal;

use super::lots;

const DEMAND: &[&str] = &[
    "besoins_bruts",
    "besoins_independants",
    "besoins",
    "demande",
    "gross_requirements",
    "pdp",
    "mps",
    "demand",
    "demandes",
];
const RECEIPTS: &[&str] = &[
    "receptions_attendues",
    "receptions_programmees",
    "ordres_lances",
    "scheduled_receipts",
    "receptions",
    "en_cours",
];
const FIRM: &[&str] = &["ordres_affermis", "affermis", "ordres_fermes", "firm_planned_orders"];
const STOCK: &[&str] = &["stock_initial", "stock", "stock_disponible", "on_hand"];
const LEAD: &[&str] = &["delai_periodes", "delai", "lead_time", "delai_obtention"];
const SAFETY: &[&str] = &["stock_securite", "safety_stock", "ss", "stock_desire_fin"];
const LOT: &[&str] = &["regle_lot", "lot", "lot_rule", "lotissement"];
const SCRAP: &[&str] = &["perte", "taux_perte", "rebut", "taux_rebut", "scrap"];
const BILLS: &[&str] = &["nomenclature", "nomenclatures", "bom", "bill_of_materials"];
const ITEMS: &[&str] = &["articles", "items", "produits"];
const HORIZON: &[&str] = &["horizon", "periodes", "periods", "nombre_periodes", "semaines"];
const FROZEN: &[&str] = &[
    "periodes_figees",
    "semaines_figees",
    "periodes_gelees",
    "semaines_gelees",
    "gel",
    "frozen_periods",
];
const PERCENT: &[&str] = &[
    "pourcentage_besoin",
    "pourcentage",
    "pct_besoin",
    "pct_besoins",
    "pct_bb",
    "percent",
    "pct",
    "taux",
];

/// Reads the exercise.
pub fn read(inputs: &Node<'_>, problems: &mut Problems) -> Option<NetRequirementsInput> {
    let articles = articles(inputs, problems);
    let demand = inputs.any_field(DEMAND);
    if articles.is_empty() {
        demand.require(problems);
    }
    let periods = periods(inputs, &articles, problems);
    let mut items = Vec::new();
    for (code, node) in &articles {
        let of_item = demand.field(code);
        let of_item = if of_item.is_missing() { node.any_field(DEMAND) } else { of_item };
        items.push(item(code, node, &of_item, &periods, problems));
    }
    if articles.is_empty() {
        items.push(item("", inputs, &demand, &periods, problems));
    }
    let links = links(&inputs.any_field(BILLS), &items, problems);
    let frozen = inputs.any_field(FROZEN).whole(problems).unwrap_or(0);
    let consumable = inputs.field("stock_securite_consommable").flag(problems).unwrap_or(false);
    let policy = Policy {
        frozen_periods: usize::try_from(frozen).ok()?,
        safety_consumable: consumable,
        ..Policy::default()
    };
    let rest = NetRequirementsInput::default();
    Some(NetRequirementsInput { periods, items, links, policy, ..rest })
}

/// Articles by code: those of the section, or the entries that look like one.
fn articles<'a>(inputs: &Node<'a>, problems: &mut Problems) -> Vec<(String, Node<'a>)> {
    let section = inputs.any_field(ITEMS);
    if !section.is_missing() {
        return section.entries(problems);
    }
    let mut found = inputs.entries(problems);
    found.retain(|(_, node)| {
        let is_item = |names: &[&str]| !node.any_field(names).is_missing();
        matches!(node.tree(), Some(Tree::Entries(_))) && is_item(DEMAND) && is_item(STOCK)
    });
    found
}

fn item(
    code: &str,
    node: &Node<'_>,
    demand: &Node<'_>,
    periods: &Periods,
    problems: &mut Problems,
) -> PlannedItem {
    PlannedItem {
        code: code.to_owned(),
        opening: node.any_field(STOCK).number(problems).unwrap_or_default(),
        lead_time: node.any_field(LEAD).whole(problems).unwrap_or(0),
        safety: safety(&node.any_field(SAFETY), periods, problems),
        lot: lots::read(&node.any_field(LOT), problems),
        scrap: scrap(&node.any_field(SCRAP), problems),
        scrap_rounding: Some(Rounding::UP),
        independent: series(demand, periods, problems),
        launched: series(&node.any_field(RECEIPTS), periods, problems),
        firm: series(&node.any_field(FIRM), periods, problems),
        ..PlannedItem::default()
    }
}

fn safety(node: &Node<'_>, periods: &Periods, problems: &mut Problems) -> SafetyStock {
    let percent = node.any_field(PERCENT);
    match node.tree() {
        Some(Tree::Text(words)) if words.contains('%') => {
            let share = words.split('%').next().unwrap_or_default().trim().replace(',', ".");
            let share = Decimal::from_str_exact(&share).ok();
            if share.is_none() {
                problems.add(node.path(), "le pourcentage n'est pas lu.", "");
            }
            SafetyStock::PercentOfRequirement(share.unwrap_or_default())
        }
        Some(Tree::Entries(_)) if !percent.is_missing() => {
            SafetyStock::PercentOfRequirement(rate(&percent, problems).unwrap_or_default())
        }
        Some(Tree::Entries(_) | Tree::List(_)) => {
            SafetyStock::ByPeriod(series(node, periods, problems))
        }
        _ => SafetyStock::Fixed(node.quantity(problems).unwrap_or_default()),
    }
}

/// A rate in percent, also written as a share of one.
fn rate(node: &Node<'_>, problems: &mut Problems) -> Option<Decimal> {
    let rate = node.quantity(problems)?;
    Some(if rate < Decimal::ONE { rate * Decimal::ONE_HUNDRED } else { rate })
}

fn scrap(node: &Node<'_>, problems: &mut Problems) -> Option<ScrapRule> {
    let rate = rate(node, problems).filter(|rate| !rate.is_zero());
    rate.map(ScrapRule::OfLaunched)
}

/// One quantity a period from a list, or from the periods named.
fn series(node: &Node<'_>, periods: &Periods, problems: &mut Problems) -> Vec<Decimal> {
    let mut series = vec![Decimal::ZERO; periods.len()];
    match node.tree() {
        None => return Vec::new(),
        Some(Tree::List(_)) => {
            for (place, value) in series.iter_mut().zip(node.items(problems)) {
                *place = value.number(problems).unwrap_or_default();
            }
        }
        Some(_) => {
            for (name, value) in node.entries(problems) {
                match periods.rank(&name).and_then(|rank| series.get_mut(rank)) {
                    Some(place) => *place = value.number(problems).unwrap_or_default(),
                    None => problems.add(value.path(), "hors de l'horizon.", ""),
                }
            }
        }
    }
    series
}

fn links(node: &Node<'_>, items: &[PlannedItem], problems: &mut Problems) -> Vec<BillLink> {
    let rank = |code: &str| items.iter().position(|item| item.code == code);
    let mut links = Vec::new();
    for (code, bill) in node.entries(problems) {
        let mut lines = Vec::new();
        if matches!(bill.tree(), Some(Tree::List(_))) {
            for line in bill.items(problems) {
                let component = line.any_field(&["composant", "component", "article", "code"]);
                lines.extend(component.required_text(problems).map(|code| (code, line.clone())));
            }
        } else {
            lines = bill.entries(problems);
        }
        for (component, line) in lines {
            let detailed = matches!(line.tree(), Some(Tree::Entries(_)));
            let quantity = if detailed {
                line.any_field(&["quantite", "coefficient", "quantity", "qty"])
            } else {
                line.clone()
            };
            let scrap = if detailed { scrap(&line.any_field(SCRAP), problems) } else { None };
            let (Some(parent), Some(component)) = (rank(&code), rank(&component)) else {
                problems.add(line.path(), "l'article n'est pas décrit.", "");
                continue;
            };
            let quantity = quantity.positive(problems).unwrap_or_default();
            links.push(BillLink { parent, component, quantity, scrap });
        }
    }
    links
}

/// Periods by name, or by number up to the greatest that is named.
fn periods(inputs: &Node<'_>, articles: &[(String, Node<'_>)], problems: &mut Problems) -> Periods {
    let horizon = inputs.any_field(HORIZON);
    if matches!(horizon.tree(), Some(Tree::List(_))) {
        let names = horizon.items(problems).iter().filter_map(|name| name.text(problems)).collect();
        return Periods { opening: String::new(), names };
    }
    let mut names = Vec::new();
    let mut all = vec![inputs.clone()];
    all.extend(articles.iter().map(|(_, node)| node.clone()));
    for node in &all {
        for kind in [DEMAND, RECEIPTS, FIRM] {
            period_names(node.any_field(kind).tree(), &mut names);
        }
    }
    let stated = horizon.whole(problems).unwrap_or(0);
    let numbers: Option<Vec<u32>> = names.iter().map(|name| name.parse().ok()).collect();
    match numbers {
        Some(numbers) => {
            let first = numbers.iter().copied().min().unwrap_or(1).min(1);
            let last = numbers.iter().copied().max().unwrap_or(0).max(stated);
            let opening = if first == 0 { String::new() } else { "0".to_owned() };
            Periods { opening, names: (first..=last).map(|rank| rank.to_string()).collect() }
        }
        None => Periods { opening: String::new(), names },
    }
}

/// Names of the periods of a series, or of several by article; a list counts its ranks.
fn period_names(tree: Option<&Tree>, names: &mut Vec<String>) {
    match tree {
        Some(Tree::Entries(entries)) => {
            for (name, inner) in entries {
                if matches!(inner, Tree::Entries(_) | Tree::List(_)) {
                    period_names(Some(inner), names);
                } else if !names.contains(name) {
                    names.push(name.clone());
                }
            }
        }
        Some(Tree::List(items)) => {
            for rank in 1..=items.len() {
                let name = rank.to_string();
                if !names.contains(&name) {
                    names.push(name);
                }
            }
        }
        _ => {}
    }
}
