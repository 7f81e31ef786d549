//! From the data of a case to the input: the articles that a requirement reaches, directly or
//! through the nomenclatures.

use std::collections::{HashMap, HashSet};

use rust_decimal::Decimal;

use super::input::{BillLink, NetRequirementsInput, PlannedItem};
use super::options::{self, ScrapRounding};
use super::worksheet::row_key;
use crate::domain::planning::calculator::Request;
use crate::domain::planning::data::{Item, OrderState, PlanningData, is_counted};
use crate::domain::planning::tree::{Node, Problems};
use crate::domain::planning::worksheet::Rounding;

/// Reads the input; `None` when something is wrong or missing, all of it being noted.
pub(super) fn read(request: &Request<'_>, problems: &mut Problems) -> Option<NetRequirementsInput> {
    let data = request.data;
    let noted = problems.found.len();
    if data.periods.is_empty() {
        problems.add(
            request.tree.field("periodes").path(),
            "les périodes ne sont pas définies.",
            "Écrivez par exemple « periodes: 8 ».",
        );
        return None;
    }
    let linked = linked_rows(&request.options, problems);
    let used = used_items(request, &linked, problems)?;
    let rounding = options::scrap_rounding(&request.options, problems);
    let items: Vec<Option<PlannedItem>> =
        used.iter().map(|item| planned(request, item, &linked, rounding, problems)).collect();
    let codes: Vec<&str> = used.iter().map(|item| item.code.as_str()).collect();
    let policy = options::policy(&request.options, problems);
    let display = options::display(&request.options, &codes, problems);
    let input = NetRequirementsInput {
        periods: data.periods.clone(),
        items: items.into_iter().collect::<Option<_>>()?,
        links: links(data, &codes),
        policy,
        display,
    };
    (problems.found.len() == noted).then_some(input)
}

/// Rows that take their values from another calculation (`liens: {BZ60.BI: pdp.BZ60.PDP}`).
fn linked_rows(options: &Node<'_>, problems: &mut Problems) -> HashSet<String> {
    options.field("liens").entries(problems).into_iter().map(|(row, _)| row).collect()
}

/// Articles with a requirement, and their components at any level, in the order written.
fn used_items<'a>(
    request: &Request<'a>,
    linked: &HashSet<String>,
    problems: &mut Problems,
) -> Option<Vec<&'a Item>> {
    let data = request.data;
    let wanted = |code: &str| {
        let written = data.demand_of(code).is_some_and(|demand| !demand.requirement.is_empty());
        written || ["BB", "BI"].iter().any(|row| linked.contains(&row_key(code, row)))
    };
    let written = data.demand.iter().map(|(code, _)| code.as_str());
    let all = written.chain(data.items.iter().map(|item| item.code.as_str()));
    let mut waiting: Vec<&str> = all.filter(|code| wanted(code)).collect();
    if waiting.is_empty() {
        problems.add(
            request.tree.field("demande").path(),
            "aucun article n'a de besoins.",
            "Écrivez par exemple demande: {BZ60: {besoins: {S40: 50}}}.",
        );
        return None;
    }
    let bills: HashMap<&str, _> =
        data.bills.iter().map(|bill| (bill.parent.as_str(), &bill.lines)).collect();
    let known: HashSet<&str> = data.items.iter().map(|item| item.code.as_str()).collect();
    let mut reached: HashSet<&str> = HashSet::new();
    let mut complete = true;
    while let Some(code) = waiting.pop() {
        if !reached.insert(code) {
            continue;
        }
        if !known.contains(code) {
            complete = false;
            problems.add(
                request.tree.field("articles").field(code).path(),
                format!("l'article {code} n'est pas décrit."),
                "Ajoutez-le à « articles » avec son stock et son délai.",
            );
        }
        let lines = bills.get(code).into_iter().copied().flatten();
        waiting.extend(lines.map(|line| line.component.as_str()));
    }
    let used = data.items.iter().filter(|item| reached.contains(item.code.as_str())).collect();
    complete.then_some(used)
}

fn planned(
    request: &Request<'_>,
    item: &Item,
    linked: &HashSet<String>,
    rounding: ScrapRounding,
    problems: &mut Problems,
) -> Option<PlannedItem> {
    let data = request.data;
    let written = request.tree.field("articles").field(&item.code);
    if item.stock.is_none() {
        problems.add(
            written.any_field(&["stock", "stock_initial"]).path(),
            "le stock manque.",
            "Écrivez le stock au début de la première période, 0 s'il n'y en a pas.",
        );
    }
    if item.lead_time.is_none() {
        problems.add(
            written.any_field(&["delai", "delai_periodes"]).path(),
            "le délai manque.",
            "Écrivez-le en périodes, par exemple delai: 1.",
        );
    }
    let own_row = linked.contains(&row_key(&item.code, "BI"));
    let is_linked = own_row || linked.contains(&row_key(&item.code, "BB"));
    let demand = data.demand_of(&item.code).filter(|demand| !demand.requirement.is_empty());
    let independent = match demand {
        Some(demand) => demand.requirement.clone(),
        None if is_linked => vec![Decimal::ZERO; data.periods.len()],
        None => Vec::new(),
    };
    let counted = item.unit.is_empty() || is_counted(&item.unit);
    let rounded = match rounding {
        ScrapRounding::Counted => counted,
        ScrapRounding::All => true,
        ScrapRounding::None => false,
    };
    Some(PlannedItem {
        code: item.code.clone(),
        label: item.label.clone(),
        unit: item.unit.clone(),
        opening: item.stock?,
        lead_time: item.lead_time?,
        safety: item.safety.clone(),
        lot: item.lot.clone(),
        scrap: item.scrap,
        scrap_rounding: rounded.then_some(Rounding::UP),
        independent,
        independent_row: own_row,
        launched: receipts(data, &item.code, OrderState::Launched),
        firm: receipts(data, &item.code, OrderState::Firm),
    })
}

/// Quantities due in each period by the orders of a state; nothing when there is no order.
fn receipts(data: &PlanningData, code: &str, state: OrderState) -> Vec<Decimal> {
    let mut orders =
        data.orders.iter().filter(|order| order.item == code && order.state == state).peekable();
    if orders.peek().is_none() {
        return Vec::new();
    }
    let mut receipts = vec![Decimal::ZERO; data.periods.len()];
    for order in orders {
        if let Some(receipt) = receipts.get_mut(order.due) {
            *receipt = receipt.saturating_add(order.quantity);
        }
    }
    receipts
}

/// Lines of the nomenclatures of the articles used.
fn links(data: &PlanningData, codes: &[&str]) -> Vec<BillLink> {
    let ranks: HashMap<&str, usize> =
        codes.iter().enumerate().map(|(rank, code)| (*code, rank)).collect();
    let mut links = Vec::new();
    for bill in &data.bills {
        let Some(parent) = ranks.get(bill.parent.as_str()) else { continue };
        for line in &bill.lines {
            if let Some(component) = ranks.get(line.component.as_str()) {
                links.push(BillLink {
                    parent: *parent,
                    component: *component,
                    quantity: line.quantity,
                    scrap: line.scrap,
                });
            }
        }
    }
    links
}
