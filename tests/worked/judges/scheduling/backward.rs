//! One machine loaded backwards at finite capacity: places of production, deliveries, overload.

use casdecole::domain::planning::finite_scheduling::backward_loading::{
    BackwardInput, BackwardOrder, worksheet,
};
use casdecole::domain::planning::finite_scheduling::task_names::key_part;
use casdecole::domain::planning::tree::{Node, Problems, Tree};
use chrono::{NaiveDate, NaiveDateTime};
use rust_decimal::Decimal;

use super::marking::{Made, Marking, entries, sections, texts};
use crate::example::{Example, understood};
use crate::judgement::Judgement;

const MINUTES_A_DAY: u32 = 1_440;

/// Judges one machine loaded backwards.
pub fn judge(example: &Example) -> Result<Judgement, String> {
    let mut problems = Problems::default();
    let input = read(&example.input(), &mut problems);
    let input = understood(input, &problems)?;
    let loading = Loading { made: Made::of(worksheet(&input))?, input };
    let mut marking = Marking::new(example);
    for section in sections(example) {
        for (name, tree) in entries(section.tree) {
            match name.as_str() {
                "production" => loading.production(&mut marking, tree),
                "retard" | "retards" => loading.late(&mut marking, name, tree),
                "livraisons" | "livraison" => {
                    for (order, date) in entries(tree) {
                        loading.delivered(&mut marking, &format!("{name}.{order}"), order, date);
                    }
                }
                "capacite_infinie" => loading.overload(&mut marking, name, tree),
                _ => marking.judgement.unknown(name),
            }
        }
    }
    Ok(marking.judgement)
}

/// Orders and bounds of the inputs; times in minutes since 1970.
fn read(inputs: &Node<'_>, problems: &mut Problems) -> Option<BackwardInput> {
    let day = Decimal::from(MINUTES_A_DAY);
    let resource = inputs.field("ressource");
    let capacity = resource.field("capacite");
    if capacity.quantity_or(Decimal::ONE, problems) != Decimal::ONE {
        problems.add(capacity.path(), "more than one machine.", "Not computed.");
    }
    let duration = inputs.any_field(&["operation_j", "duree_j"]).required_quantity(problems)? * day;
    let delivery = inputs.field("livraison_j").quantity_or(Decimal::ZERO, problems) * day;
    let mut orders: Vec<(Decimal, BackwardOrder)> = Vec::new();
    for order in inputs.any_field(&["commandes", "orders"]).items(problems) {
        let code = order.any_field(&["nom", "name"]).required_text(problems)?;
        let due = minutes(order.any_field(&["echeance", "due"]).moment(problems)?);
        let own = order.any_field(&["operation_j", "duree_j"]).quantity(problems);
        let duration = own.map_or(duration, |days| days * day);
        let priority = order.any_field(&["priorite", "priority"]).number(problems);
        orders
            .push((priority.unwrap_or_default(), BackwardOrder { code, due, duration, delivery }));
    }
    orders.sort_by_key(|(priority, _)| *priority);
    Some(BackwardInput {
        orders: orders.into_iter().map(|(_, order)| order).collect(),
        most_early: resource.field("avance_max_j").quantity(problems).map(|days| days * day),
        not_before: inputs.field("aujourdhui").moment(problems).map(minutes),
        unit: "min".to_owned(),
    })
}

fn minutes(moment: NaiveDateTime) -> Decimal {
    Decimal::from(moment.and_utc().timestamp().div_euclid(60))
}

/// The date, perhaps with its hour, that a word of a text gives.
fn date_in(text: &str) -> Option<Decimal> {
    text.split_whitespace().find_map(|word| {
        let word = word.trim_matches([',', '.', '(', ')']);
        let moment = NaiveDateTime::parse_from_str(word, "%Y-%m-%dT%H:%M").ok();
        let day = || NaiveDate::parse_from_str(word, "%Y-%m-%d").ok()?.and_hms_opt(0, 0, 0);
        moment.or_else(day).map(minutes)
    })
}

/// The machine loaded.
struct Loading {
    made: Made,
    input: BackwardInput,
}

impl Loading {
    /// A number of an order.
    fn of(&self, order: &str, column: &str) -> Option<Decimal> {
        self.made.number(&format!("commande.{}", key_part(order)), column)
    }

    /// Starts and ends, in the order of time or by order.
    fn production(&self, marking: &mut Marking<'_>, tree: &Tree) {
        let place = |order: &str| Some([self.of(order, "debut")?, self.of(order, "fin")?]);
        let mut ours: Vec<[Decimal; 2]> =
            self.input.orders.iter().filter_map(|order| place(&order.code)).collect();
        ours.sort_unstable();
        let pairs: Vec<(String, &Tree, Option<[Decimal; 2]>)> = match tree {
            Tree::List(items) => items
                .iter()
                .enumerate()
                .map(|(rank, item)| ((rank + 1).to_string(), item, ours.get(rank).copied()))
                .collect(),
            other => entries(other)
                .iter()
                .map(|(order, item)| (order.clone(), item, place(order)))
                .collect(),
        };
        if pairs.len() != ours.len() {
            let (expected, found) = (pairs.len().to_string(), ours.len().to_string());
            marking.judgement.differences.push(("production".to_owned(), expected, found));
        }
        for (name, item, found) in pairs {
            let dates: Option<Vec<Decimal>> =
                texts(item).iter().map(|text| date_in(text)).collect();
            let (Some(dates), Some(found)) = (dates, found) else {
                marking.judgement.unknown(format!("production.{name}"));
                continue;
            };
            for (date, found) in dates.into_iter().zip(found) {
                marking.judgement.number(format!("production.{name}"), date, found);
            }
        }
    }

    /// Late orders: their delivery, or their lateness in days; the others are not late.
    fn late(&self, marking: &mut Marking<'_>, name: &str, tree: &Tree) {
        for (order, late) in entries(tree) {
            let path = format!("{name}.{order}");
            match (late.number(), self.of(order, "retard")) {
                (Some(days), Some(found)) => {
                    marking.judgement.number(path, days, found / Decimal::from(MINUTES_A_DAY));
                }
                _ => self.delivered(marking, &path, order, late),
            }
        }
        let count = self.made.number("nombre_retards", "valeur").unwrap_or_default();
        let expected = Decimal::from(entries(tree).len());
        marking.judgement.number(format!("{name}, number of orders"), expected, count);
    }

    fn delivered(&self, marking: &mut Marking<'_>, path: &str, order: &str, tree: &Tree) {
        let date = tree.text().and_then(|text| date_in(&text));
        match (date, self.of(order, "livree")) {
            (Some(date), Some(found)) => marking.judgement.number(path, date, found),
            _ => marking.judgement.unknown(path),
        }
    }

    /// "40 pieces on 2009-01-18 (4 orders), overload": the number of orders that infinite capacity
    /// puts on that day. Quantities are no part of the inputs.
    fn overload(&self, marking: &mut Marking<'_>, name: &str, tree: &Tree) {
        let text = tree.text().unwrap_or_default();
        let words: Vec<&str> = text.split([' ', '(', ')', ',']).filter(|w| !w.is_empty()).collect();
        let count = words.windows(2).find_map(|pair| match pair {
            [count, "orders" | "commandes" | "ordres"] => Decimal::from_str_exact(count).ok(),
            _ => None,
        });
        let (Some(count), Some(day)) = (count, date_in(&text)) else {
            marking.judgement.unknown(name);
            return;
        };
        let on_day = self.input.orders.iter().filter(|order| {
            let start = self.of(&order.code, "debut_infini");
            start.is_some_and(|start| start == day)
        });
        marking.judgement.number(name, count, Decimal::from(on_day.count()));
    }
}
