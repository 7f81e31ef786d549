//! Times of a flow shop as written: by task, or by machine.

use casdecole::domain::planning::finite_scheduling::johnson::{
    FlowShopInput, FlowShopTask, SequenceChoice, read_input,
};
use casdecole::domain::planning::tree::{Problems, Tree};
use rust_decimal::Decimal;

use super::marking::{entries, texts};
use crate::example::{Example, understood};

/// The flow shop of an example.
pub fn flow_shop(example: &Example) -> Result<FlowShopInput, String> {
    if let Some(input) = by_machines(&example.inputs) {
        return Ok(input);
    }
    let mut problems = Problems::default();
    let input = read_input(&example.input(), &mut problems);
    understood(input, &problems)
}

/// Machines with the times of all tasks: `M1: [3, 5]`, `M2: {A: 6, B: 2}`.
fn by_machines(inputs: &Tree) -> Option<FlowShopInput> {
    let by_task = match inputs.get("taches") {
        None => false,
        Some(Tree::List(items)) => items.iter().any(|item| item.text().is_none()),
        Some(_) => true,
    };
    if by_task {
        return None;
    }
    let table = ["durees", "temps"].iter().find_map(|name| inputs.get(name)).unwrap_or(inputs);
    let rows: Vec<(&String, &Tree)> = entries(table)
        .iter()
        .filter(|(name, tree)| name != "taches" && !times_of(tree).is_empty())
        .map(|(name, tree)| (name, tree))
        .collect();
    let (_, first) = rows.first()?;
    let count = times_of(first).len();
    if rows.len() < 2 || rows.iter().any(|(_, tree)| times_of(tree).len() != count) {
        return None;
    }
    let stated = inputs.get("taches").map(texts).unwrap_or_default();
    let codes: Vec<String> = match first {
        Tree::Entries(entries) => entries.iter().map(|(code, _)| code.clone()).collect(),
        _ if stated.len() == count => stated,
        _ => (1..=count).map(|rank| rank.to_string()).collect(),
    };
    let tasks = codes
        .into_iter()
        .enumerate()
        .map(|(rank, code)| FlowShopTask {
            code,
            durations: rows
                .iter()
                .filter_map(|(_, tree)| times_of(tree).get(rank).copied())
                .collect(),
            due: None,
        })
        .collect();
    Some(FlowShopInput {
        machines: rows.iter().map(|(name, _)| (*name).clone()).collect(),
        tasks,
        choice: SequenceChoice::default(),
        unit: String::new(),
    })
}

/// Numbers of a list or of named entries, when all are numbers.
fn times_of(tree: &Tree) -> Vec<Decimal> {
    let numbers: Option<Vec<Decimal>> = match tree {
        Tree::List(items) => items.iter().map(Tree::number).collect(),
        Tree::Entries(entries) => entries.iter().map(|(_, tree)| tree.number()).collect(),
        _ => None,
    };
    numbers.unwrap_or_default()
}
