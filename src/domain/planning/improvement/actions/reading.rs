//! How the options of `amelioration` are read.

use rust_decimal::Decimal;

use super::{Action, ActionsInput, Gain, GainAmount};
use crate::domain::planning::calculator::Request;
use crate::domain::planning::follow_up::named::named;
use crate::domain::planning::tree::{Node, Problems, Tree};

/// Names of the options.
pub const OPTIONS: &[&str] = &[
    "monnaie",
    "annees",
    "actions",
    "couts",
    "depenses_annuelles",
    "gains",
    "temps_gagne",
    "temps_piece",
];

/// Reads the options; `None` when problems were noted.
pub(super) fn read(request: &Request<'_>, problems: &mut Problems) -> Option<ActionsInput> {
    let before = problems.found.len();
    let node = &request.options;
    let several = node.field("actions");
    let actions = if several.is_missing() {
        vec![action(node, String::new(), String::new(), problems)]
    } else {
        named(&several, problems)
            .into_iter()
            .map(|found| action(&found.node, found.code, found.label, problems))
            .collect()
    };
    let input = ActionsInput {
        currency: node.field("monnaie").text_or("€", problems),
        actions,
        years: node.field("annees").quantity(problems),
    };
    (problems.found.len() == before).then_some(input)
}

fn action(node: &Node<'_>, code: String, label: String, problems: &mut Problems) -> Action {
    let time = node.field("temps_gagne").quantity(problems);
    let piece = node.field("temps_piece").quantity(problems);
    let gains = node.field("gains");
    gains.require(problems);
    Action {
        code,
        label,
        costs: amounts(&node.field("couts"), "Coût", problems),
        yearly_costs: amounts(&node.field("depenses_annuelles"), "Dépense annuelle", problems),
        gains: gain_lines(&gains, problems),
        time_gained: time.zip(piece),
    }
}

/// One amount, or named ones.
fn amounts(node: &Node<'_>, label: &str, problems: &mut Problems) -> Vec<(String, Decimal)> {
    if !matches!(node.tree(), Some(Tree::List(_) | Tree::Entries(_))) {
        let only = node.quantity(problems);
        return only.map(|amount| (label.to_owned(), amount)).into_iter().collect();
    }
    named(node, problems)
        .into_iter()
        .filter_map(|found| {
            let inner = found.node.field("montant");
            let place = if inner.is_missing() { &found.node } else { &inner };
            let amount = place.required_quantity(problems)?;
            Some((found.label, amount))
        })
        .collect()
}

/// One yearly amount, or named gains: an amount, or `avant`, `apres`, `fois_par_an`, `valeur`.
fn gain_lines(node: &Node<'_>, problems: &mut Problems) -> Vec<Gain> {
    if !matches!(node.tree(), Some(Tree::List(_) | Tree::Entries(_))) {
        let only = node.quantity(problems).map(GainAmount::Yearly);
        let only = only.map(|amount| Gain { label: "Gain".to_owned(), amount });
        return only.into_iter().collect();
    }
    named(node, problems)
        .into_iter()
        .filter_map(|found| {
            let amount = gain_amount(&found.node, problems)?;
            Some(Gain { label: found.label, amount })
        })
        .collect()
}

fn gain_amount(node: &Node<'_>, problems: &mut Problems) -> Option<GainAmount> {
    if node.field("avant").is_missing() {
        let inner = node.field("montant");
        let place = if inner.is_missing() { node } else { &inner };
        return place.required_quantity(problems).map(GainAmount::Yearly);
    }
    let before = node.field("avant").required_quantity(problems);
    let after = node.field("apres").required_quantity(problems);
    let times = node.field("fois_par_an").quantity_or(Decimal::ONE, problems);
    let value = node.field("valeur").required_quantity(problems);
    Some(GainAmount::Difference { before: before?, after: after?, times, value: value? })
}
