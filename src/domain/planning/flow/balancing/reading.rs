//! How the options of `equilibrage` are read.

use super::{BalancingInput, CycleTime, Method, PriorityRule, Task, TieRule};
use crate::domain::planning::calculator::Request;
use crate::domain::planning::follow_up::named::named;
use crate::domain::planning::tree::{Node, Problems, Tree};

/// Names of the options.
pub const OPTIONS: &[&str] = &[
    "unite",
    "taches",
    "temps",
    "antecedents",
    "precedences",
    "cycle",
    "temps_disponible",
    "quantite_demandee",
    "methode",
    "egalite",
    "affectation",
];

const RULES: &[(&str, PriorityRule)] = &[
    ("rangs_positionnels", PriorityRule::PositionalWeight),
    ("plus_longue_tache", PriorityRule::LongestTime),
    ("plus_courte_tache", PriorityRule::ShortestTime),
    ("plus_de_successeurs", PriorityRule::MostFollowers),
    ("successeurs_immediats", PriorityRule::MostImmediateFollowers),
    ("colonnes", PriorityRule::Columns),
    ("ordre_ecrit", PriorityRule::AsWritten),
];

/// Reads the options; `None` when problems were noted.
pub(super) fn read(request: &Request<'_>, problems: &mut Problems) -> Option<BalancingInput> {
    let before = problems.found.len();
    let node = &request.options;
    let tasks = tasks(node, problems);
    let cycle_node = node.field("cycle");
    let cycle = if cycle_node.is_missing() {
        node.field("temps_disponible").require(problems);
        node.field("quantite_demandee").positive(problems).map(CycleTime::FromDemand)
    } else {
        cycle_node.positive(problems).map(CycleTime::Given)
    };
    let imposed = node.field("affectation");
    let method = if imposed.is_missing() {
        let rule = node.field("methode").one_of(RULES, problems);
        Method::Rule(rule.unwrap_or_default())
    } else {
        Method::Imposed(posts(&imposed, problems))
    };
    let ties = [("plus_longue_tache", TieRule::LongestTime), ("ordre_ecrit", TieRule::AsWritten)];
    let input = BalancingInput {
        unit: node.field("unite").text_or("s", problems),
        tasks,
        cycle: cycle?,
        available: node.field("temps_disponible").quantity(problems),
        method,
        tie: node.field("egalite").one_of(&ties, problems).unwrap_or_default(),
    };
    (problems.found.len() == before).then_some(input)
}

/// Tasks with their predecessors, written together (`taches`) or apart (`temps`, `antecedents`).
fn tasks(node: &Node<'_>, problems: &mut Problems) -> Vec<Task> {
    let listed = node.any_field(&["taches", "temps"]);
    listed.require(problems);
    let apart = node.any_field(&["antecedents", "precedences"]);
    named(&listed, problems)
        .into_iter()
        .filter_map(|task| {
            let inner = task.node.field("temps");
            let place = if inner.is_missing() { &task.node } else { &inner };
            let time = place.required_quantity(problems)?;
            let own = task.node.field("antecedents");
            let before = if own.is_missing() { apart.field(&task.code) } else { own };
            let predecessors = codes(&before, problems);
            Some(Task { code: task.code, label: task.label, time, predecessors })
        })
        .collect()
}

/// Codes as a list or as a text "B, C"; a dash stands for none.
fn codes(node: &Node<'_>, problems: &mut Problems) -> Vec<String> {
    if matches!(node.tree(), Some(Tree::List(_))) {
        return node.items(problems).iter().filter_map(|item| item.text(problems)).collect();
    }
    let text = node.text(problems).unwrap_or_default();
    text.split([',', ';', ' '])
        .map(str::trim)
        .filter(|code| !code.is_empty() && *code != "-" && *code != "–")
        .map(str::to_owned)
        .collect()
}

/// Posts as lists of codes.
fn posts(node: &Node<'_>, problems: &mut Problems) -> Vec<Vec<String>> {
    node.items(problems).iter().map(|post| codes(post, problems)).collect()
}
