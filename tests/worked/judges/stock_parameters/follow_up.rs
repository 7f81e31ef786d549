//! Follow-ups of a stock: the trace of the stock, of the orders and of the available stock.

use casdecole::domain::planning::stock_parameters::follow_up::{
    Delivery, FollowUpInput, Replenishment, StockMovement, Trigger, worksheet,
};
use casdecole::domain::planning::tree::Tree;
use rust_decimal::Decimal;

use super::figures::{Inputs, Section, Sheet, normalised, sections, settle, settle_series};
use crate::example::Example;
use crate::judgement::Judgement;

/// Whether the inputs are those of a follow-up.
pub fn is_one(inputs: &Inputs<'_>) -> bool {
    inputs.has(&["sorties", "mouvements", "issues"]) && opening(inputs).is_some()
}

/// Judges a follow-up under the trigger that fits best.
pub fn judge(example: &Example) -> Result<Judgement, String> {
    let inputs = Inputs::of(&example.inputs);
    let mut found: Option<Judgement> = None;
    let mut refused = "no rule of replenishment".to_owned();
    for trigger in [Trigger::Below, Trigger::AtOrBelow] {
        let input = input(&inputs, trigger, &ordering_dates(example))?;
        match Sheet::of(worksheet(&input)) {
            Ok(sheet) => {
                let trace = Trace { example, input: &input, sheet };
                let judgement = trace.judged();
                let fewer =
                    |known: &Judgement| judgement.differences.len() < known.differences.len();
                if found.as_ref().is_none_or(fewer) {
                    found = Some(judgement);
                }
            }
            Err(reason) => refused = reason,
        }
    }
    found.ok_or(refused)
}

fn opening(inputs: &Inputs<'_>) -> Option<Decimal> {
    inputs.number(&["stock_initial", "stock", "stock_depart", "initial_stock", "SI"])
}

/// Dates of the orders that the source shows: a periodic review gives quantities, its dates are part
/// of the exercise.
fn ordering_dates(example: &Example) -> Vec<String> {
    let trees = sections(example).into_iter().filter_map(|section| match section.tree {
        Tree::Entries(entries) => Some(entries),
        _ => None,
    });
    let orders = trees
        .flatten()
        .filter(|(name, _)| normalised(name).starts_with("commande"))
        .filter_map(|(_, tree)| match tree {
            Tree::Entries(entries) => Some(entries),
            _ => None,
        });
    orders.flatten().map(|(date, _)| date.clone()).collect()
}

fn input(
    inputs: &Inputs<'_>,
    trigger: Trigger,
    ordering_dates: &[String],
) -> Result<FollowUpInput, String> {
    let policy = policy(inputs, trigger).ok_or("no rule of replenishment")?;
    let mut movements = movements(inputs).ok_or("movements not read")?;
    if matches!(policy, Replenishment::Review { .. }) {
        let stated = inputs.find(&["revisions", "revues", "dates_revision", "dates_commande"]);
        let stated: Vec<String> = match stated {
            Some(Tree::List(dates)) => dates.iter().filter_map(Tree::text).collect(),
            _ => ordering_dates.to_vec(),
        };
        for movement in &mut movements {
            movement.review = stated.contains(&movement.date);
        }
    }
    Ok(FollowUpInput {
        item: String::new(),
        unit: String::new(),
        opening: opening(inputs).ok_or("no opening stock")?,
        on_order: inputs.number(&["en_commande", "encours", "en_cours"]).unwrap_or_default(),
        policy,
        movements,
    })
}

fn policy(inputs: &Inputs<'_>, trigger: Trigger) -> Option<Replenishment> {
    let point = ["point_commande", "point_de_commande", "pc", "rop", "PC", "seuil", "r"];
    let level = ["niveau", "niveau_recompletement", "seuil_recompletement", "recompletement", "R"];
    if let Some(level) = inputs.number(&level) {
        return Some(Replenishment::Review { level });
    }
    let pair = (
        inputs.number(&["minimum", "mini", "stock_mini", "stock_minimum"]),
        inputs.number(&["maximum", "maxi", "stock_maxi", "stock_maximum"]),
    );
    if let (Some(minimum), Some(maximum)) = pair {
        return Some(Replenishment::MinimumMaximum { minimum, maximum, trigger });
    }
    let quantity = inputs.number(&["quantite", "quantite_commande", "lot", "Q", "q"])?;
    Some(Replenishment::Point { point: inputs.number(&point)?, quantity, trigger })
}

/// Movements in order of time, from every list of pairs "[date, quantity]".
fn movements(inputs: &Inputs<'_>) -> Option<Vec<StockMovement>> {
    let mut found: Vec<StockMovement> = Vec::new();
    for (names, issue) in [
        (&["sorties", "sortie", "issues"][..], true),
        (&["sortie_finale", "derniere_sortie", "sorties_finales"][..], true),
        (&["livraisons", "livraison", "entrees", "entree", "receptions", "reception"][..], false),
    ] {
        let Some(written) = inputs.find(names) else { continue };
        for (date, quantity) in pairs(written)? {
            let received = if issue { Delivery::Nothing } else { Delivery::Quantity(quantity) };
            let issued = if issue { quantity } else { Decimal::ZERO };
            found.push(StockMovement { date, received, issued, review: false });
        }
    }
    if let Some(Tree::List(items)) = inputs.find(&["mouvements", "movements"]) {
        for item in items {
            found.push(movement(item)?);
        }
    }
    found.sort_by_key(|movement| day(&movement.date));
    Some(found)
}

/// A movement "{date, sortie, entree}".
fn movement(item: &Tree) -> Option<StockMovement> {
    let inputs = Inputs::of(item);
    let received = inputs.number(&["entree", "entrees", "reception"]);
    Some(StockMovement {
        date: inputs.find(&["date", "jour"])?.text()?,
        received: received.map_or(Delivery::Nothing, Delivery::Quantity),
        issued: inputs.number(&["sortie", "sorties"]).unwrap_or_default(),
        review: false,
    })
}

/// Pairs of a date and a quantity: a list of pairs, one pair, or named entries.
fn pairs(tree: &Tree) -> Option<Vec<(String, Decimal)>> {
    let pair = |tree: &Tree| match tree {
        Tree::List(pair) => match pair.as_slice() {
            [date, quantity] => Some((date.text()?, quantity.number()?)),
            _ => None,
        },
        _ => None,
    };
    match tree {
        Tree::List(items) if items.iter().all(|item| matches!(item, Tree::List(_))) => {
            items.iter().map(pair).collect()
        }
        Tree::List(_) => Some(vec![pair(tree)?]),
        Tree::Entries(entries) => entries
            .iter()
            .map(|(date, quantity)| Some((date.clone(), quantity.number()?)))
            .collect(),
        _ => None,
    }
}

/// Month and day of a date written "9/3"; dates of another form keep their order.
fn day(date: &str) -> (u32, u32) {
    let parts = date.split_once('/');
    let numbers = parts.map(|(day, month)| (month.parse::<u32>(), day.parse::<u32>()));
    match numbers {
        Some((Ok(month), Ok(day))) => (month, day),
        _ => (0, 0),
    }
}

/// An evaluated follow-up.
struct Trace<'a> {
    example: &'a Example,
    input: &'a FollowUpInput,
    sheet: Sheet,
}

impl Trace<'_> {
    fn judged(&self) -> Judgement {
        let mut judgement = Judgement::default();
        for section in sections(self.example) {
            if let Tree::Entries(entries) = section.tree {
                for (name, tree) in entries {
                    self.figure(&mut judgement, section, name, tree);
                }
            }
        }
        judgement
    }

    fn figure(&self, judgement: &mut Judgement, section: Section<'_>, name: &str, tree: &Tree) {
        let column = match normalised(name).as_str() {
            "stock" | "stocks" | "stock_physique" => "stock",
            "commande" | "commandes" | "orders" => "commande",
            "disponible" | "stock_disponible" | "available" => "disponible",
            "entrees" | "livraisons" => "entree",
            _ => {
                judgement.unknown(name);
                return;
            }
        };
        match tree {
            Tree::List(figures) => {
                let mut answers: Vec<Decimal> = (1..=self.input.movements.len())
                    .filter_map(|rank| self.sheet.number(&format!("M{rank}"), column))
                    .collect();
                if figures.len() == answers.len() + 1 {
                    let first = self.sheet.number("initial", column);
                    answers = first.into_iter().chain(answers).collect();
                }
                if column == "commande" && figures.len() < answers.len() {
                    answers.retain(|order| !order.is_zero());
                }
                settle_series(judgement, self.example, section, &[name], figures, &answers);
            }
            Tree::Entries(entries) => {
                for (date, figure) in entries {
                    let answer = self.at(date, column);
                    settle(judgement, self.example, section, &[name, date], figure, &answer);
                }
                if column == "commande" {
                    self.count_orders(judgement, name, entries.len());
                }
            }
            _ => settle(judgement, self.example, section, &[name], tree, &self.at_last(column)),
        }
    }

    /// Values of a column on a date, the last movement of the date first.
    fn at(&self, date: &str, column: &str) -> Vec<Decimal> {
        let ranks = (1..).zip(&self.input.movements).filter(|(_, movement)| movement.date == date);
        let ranks: Vec<usize> = ranks.map(|(rank, _)| rank).collect();
        let number = |rank: &usize| self.sheet.number(&format!("M{rank}"), column);
        ranks.iter().rev().filter_map(number).collect()
    }

    fn at_last(&self, column: &str) -> Vec<Decimal> {
        let last = self.input.movements.len();
        self.sheet.number(&format!("M{last}"), column).into_iter().collect()
    }

    /// Orders placed on other dates than those of the source are a difference.
    fn count_orders(&self, judgement: &mut Judgement, name: &str, expected: usize) {
        let placed = (1..=self.input.movements.len())
            .filter_map(|rank| self.sheet.number(&format!("M{rank}"), "commande"))
            .filter(|order| !order.is_zero())
            .count();
        judgement.number(
            format!("{name}, number of orders"),
            Decimal::from(expected),
            Decimal::from(placed),
        );
    }
}
