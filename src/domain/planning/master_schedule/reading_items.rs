//! Articles of a schedule: those of the case that have a demand or a share, or one written flat.

use rust_decimal::Decimal;

use super::{Plan, Quantities, ScheduledItem};
use crate::domain::planning::calculator::Request;
use crate::domain::planning::data::{Demand, LotRule, Periods, PlanningData, SafetyStock};
use crate::domain::planning::sales_and_operations_plan::series;
use crate::domain::planning::tree::{Node, Problems, Tree};

/// Periods of the case, or those that the series of a flat article tell.
pub(super) fn periods(request: &Request<'_>, problems: &mut Problems) -> Option<Periods> {
    let options = &request.options;
    let written = [
        options.field("previsions"),
        options.any_field(&["commandes_fermes", "commandes"]),
        options.field("pic"),
    ];
    series::periods(&request.data.periods, &written, problems)
}

/// The articles; `None` when none can be read.
pub(super) fn read(
    request: &Request<'_>,
    periods: &Periods,
    has_family: bool,
    problems: &mut Problems,
) -> Option<Vec<ScheduledItem>> {
    let options = &request.options;
    let orders = options.any_field(&["commandes_fermes", "commandes"]);
    if !options.field("previsions").is_missing() || !orders.is_missing() {
        return Some(vec![flat(options, periods, problems)?]);
    }
    let parts = read_parts(&options.field("parts"), has_family, problems);
    let codes = codes(request, &parts, problems)?;
    let on_plan = on_plan(options, problems);
    let plans = fixed_plans(options, periods, &codes, problems);
    let mut items = Vec::with_capacity(codes.len());
    for code in codes {
        let share = parts.iter().find(|(known, _)| *known == code).map(|(_, share)| *share);
        let mut item = of_case(request.data, &code, periods);
        item.share = share;
        if share.is_some() && on_plan {
            item.plan = Plan::ShareOfFamily;
        } else if share.is_some() {
            item.forecast = Quantities::ShareOfFamily;
        }
        if let Some((_, fixed)) = plans.iter().find(|(known, _)| *known == code) {
            item.plan = Plan::Computed { fixed: fixed.clone() };
        }
        items.push(item);
    }
    Some(items)
}

/// Shares by article, in percent.
fn read_parts(
    node: &Node<'_>,
    has_family: bool,
    problems: &mut Problems,
) -> Vec<(String, Decimal)> {
    let mut parts = Vec::new();
    for (code, entry) in node.entries(problems) {
        let Some(share) = entry.required_quantity(problems) else { continue };
        parts.push((code, share));
    }
    let total = parts.iter().try_fold(Decimal::ZERO, |total, (_, share)| total.checked_add(*share));
    if total.is_none_or(|total| total > Decimal::ONE_HUNDRED) {
        problems.add(
            node.path(),
            "la somme des parts dépasse 100 %.",
            "Écrivez la part de chaque article dans la famille, en pourcentage.",
        );
    }
    if !parts.is_empty() && !has_family {
        problems.add(
            node.path(),
            "des parts sont écrites sans PIC à partager.",
            "Écrivez « pic: [1000, 1200] », ou retirez les parts.",
        );
    }
    parts
}

/// Whether the plan of the family gives the receipts themselves instead of forecasts.
fn on_plan(options: &Node<'_>, problems: &mut Problems) -> bool {
    let words = [("previsions", false), ("pdp", true)];
    options.field("base_pic").one_of(&words, problems).unwrap_or_default()
}

/// Codes asked; else those that have a share, else those that have a demand.
fn codes(
    request: &Request<'_>,
    parts: &[(String, Decimal)],
    problems: &mut Problems,
) -> Option<Vec<String>> {
    let node = request.options.any_field(&["article", "articles"]);
    let nodes = match node.tree() {
        // In a file of one calculation, `articles` is the section of the planning data.
        None | Some(Tree::Entries(_)) => Vec::new(),
        Some(Tree::List(_)) => node.items(problems),
        Some(_) => vec![node],
    };
    let asked: Vec<String> = nodes.iter().filter_map(|node| node.required_text(problems)).collect();
    if !asked.is_empty() {
        return Some(asked);
    }
    let mut found: Vec<String> = parts.iter().map(|(code, _)| code.clone()).collect();
    if found.is_empty() {
        let demanded = request.data.demand.iter();
        let demanded =
            demanded.filter(|(_, demand)| !demand.forecast.is_empty() || !demand.orders.is_empty());
        found.extend(demanded.map(|(code, _)| code.clone()));
    }
    if found.is_empty() {
        problems.add(
            request.options.path(),
            "aucun article n'a de prévisions ni de commandes.",
            "Écrivez-les dans « demande », ou écrivez « previsions: [30, 30] ».",
        );
        return None;
    }
    Some(found)
}

/// Receipts fixed by the author, by article; those of one article may be written alone.
fn fixed_plans(
    options: &Node<'_>,
    periods: &Periods,
    codes: &[String],
    problems: &mut Problems,
) -> Vec<(String, Vec<Decimal>)> {
    let node = options.field("pdp");
    let of_articles = by_code(&node, codes);
    if !of_articles.is_empty() {
        let known: Vec<&str> = codes.iter().map(String::as_str).collect();
        node.only(&known, problems);
        return of_articles
            .into_iter()
            .filter_map(|(code, entry)| Some((code, fixed(&entry, periods, problems)?)))
            .collect();
    }
    match (codes, fixed(&node, periods, problems)) {
        ([only], Some(values)) => vec![(only.clone(), values)],
        (_, Some(_)) => {
            problems.add(
                node.path(),
                "on ne sait pas de quel article est ce PDP.",
                "Écrivez une série par article : {A: [80, 0], B: [40, 40]}.",
            );
            Vec::new()
        }
        (_, None) => Vec::new(),
    }
}

/// Entries whose names are codes of articles.
fn by_code<'a>(node: &Node<'a>, codes: &[String]) -> Vec<(String, Node<'a>)> {
    let named = codes.iter().map(|code| (code.clone(), node.field(code)));
    named.filter(|(_, entry)| !entry.is_missing()).collect()
}

/// Receipts of the first periods: a list, shorter than the horizon or not, or by period.
fn fixed(node: &Node<'_>, periods: &Periods, problems: &mut Problems) -> Option<Vec<Decimal>> {
    match node.tree()? {
        Tree::List(_) => series::listed(node, problems),
        _ => series::by_period(node, periods, problems),
    }
}

/// An article of the case, with the receipts of its launched and firm orders.
fn of_case(data: &PlanningData, code: &str, periods: &Periods) -> ScheduledItem {
    let item = data.item(code);
    let none = Demand::default();
    let demand = data.demand_of(code).unwrap_or(&none);
    let mut receipts = Vec::new();
    for order in data.orders.iter().filter(|order| order.item == code) {
        receipts.resize(periods.len(), Decimal::ZERO);
        if let Some(receipt) = receipts.get_mut(order.due) {
            *receipt = receipt.checked_add(order.quantity).unwrap_or(*receipt);
        }
    }
    ScheduledItem {
        code: code.to_owned(),
        label: item.map(|item| item.label.clone()).unwrap_or_default(),
        unit: item.map(|item| item.unit.clone()).unwrap_or_default(),
        opening_stock: item.and_then(|item| item.stock).unwrap_or_default(),
        forecast: written_or_none(demand.forecast.clone()),
        orders: demand.orders.clone(),
        receipts,
        safety: item.map(|item| item.safety.clone()).unwrap_or_default(),
        lot: item.map(|item| item.lot.clone()).unwrap_or_default(),
        lead_time: item.and_then(|item| item.lead_time),
        ..ScheduledItem::default()
    }
}

fn written_or_none(values: Vec<Decimal>) -> Quantities {
    if values.is_empty() { Quantities::None } else { Quantities::ByPeriod(values) }
}

/// One article whose figures are options of the calculation.
fn flat(options: &Node<'_>, periods: &Periods, problems: &mut Problems) -> Option<ScheduledItem> {
    let before = problems.found.len();
    let mut quantities =
        |node: &Node<'_>| series::by_period(node, periods, problems).unwrap_or_default();
    let forecast = written_or_none(quantities(&options.field("previsions")));
    let orders = quantities(&options.any_field(&["commandes_fermes", "commandes"]));
    let receipts = quantities(&options.field("receptions_attendues"));
    let safety_node = options.field("stock_securite");
    let safety = match safety_node.tree() {
        Some(Tree::List(_) | Tree::Entries(_)) => SafetyStock::ByPeriod(quantities(&safety_node)),
        _ => SafetyStock::Fixed(safety_node.quantity_or(Decimal::ZERO, problems)),
    };
    let fixed = fixed(&options.field("pdp"), periods, problems).unwrap_or_default();
    let item = ScheduledItem {
        code: options.field("article").text_or("", problems),
        label: options.field("designation").text_or("", problems),
        unit: options.field("unite").text_or("", problems),
        opening_stock: options.field("stock_initial").quantity_or(Decimal::ZERO, problems),
        forecast,
        orders,
        receipts,
        plan: Plan::Computed { fixed },
        safety,
        lot: lot(&options.field("lot"), problems),
        lead_time: options.field("delai").whole(problems),
        share: None,
    };
    (problems.found.len() == before).then_some(item)
}

/// A size, or lot for lot; other rules are written with the article.
fn lot(node: &Node<'_>, problems: &mut Problems) -> LotRule {
    match node.tree() {
        None => LotRule::LotForLot,
        Some(Tree::Text(word)) if word == "lot_pour_lot" => LotRule::LotForLot,
        Some(Tree::Entries(_)) => {
            problems.add(
                node.path(),
                "une règle détaillée ne s'écrit pas ici.",
                "Décrivez l'article et son lot dans « articles », sa demande dans « demande ».",
            );
            LotRule::LotForLot
        }
        Some(_) => node.positive(problems).map_or(LotRule::LotForLot, LotRule::Multiple),
    }
}
