//! Scheduling: Johnson's rule, priority rules on one machine, job shops, finite capacity.

mod all_sequences;
mod backward;
mod dispatching;
mod flow_shop;
mod flow_shop_inputs;
mod job_shop;
pub mod marking;

use casdecole::domain::planning::tree::Tree;

use crate::example::Example;
use crate::judgement::Judgement;

/// Judges the topics "Ordonnancement …" by the shape of the inputs.
pub fn judge(example: &Example) -> Option<Result<Judgement, String>> {
    let topic = example.topic.to_lowercase();
    let ours = ["ordonnancement", "johnson", "job-shop", "flow-shop", "scheduling"]
        .iter()
        .any(|word| topic.contains(word));
    ours.then(|| judged(example, &topic))
}

fn judged(example: &Example, topic: &str) -> Result<Judgement, String> {
    let has = |names: &[&str]| names.iter().any(|name| example.inputs.get(name).is_some());
    if has(&["commandes", "orders"]) && has(&["ressource", "operation_j", "livraison_j"]) {
        return backward::judge(example);
    }
    if has(&["gammes", "jobs", "operations"]) {
        return job_shop::judge(example);
    }
    if topic.contains("johnson") || topic.contains("flow") || visits_several_machines(example) {
        return flow_shop::judge(example);
    }
    dispatching::judge(example)
}

/// Whether the first task has a list of several times.
fn visits_several_machines(example: &Example) -> bool {
    let first = match example.inputs.get("taches") {
        Some(Tree::Entries(tasks)) => tasks.first().map(|(_, task)| task),
        Some(Tree::List(tasks)) => tasks.first(),
        _ => None,
    };
    let several = |tree: &Tree| matches!(tree, Tree::List(times) if times.len() > 1);
    first.is_some_and(|task| several(task) || task.get("durees").is_some_and(several))
}
