//! Operations of an order: written in the calculation, or taken from the gamme of its article.

use super::{calendars, key_of, times};
use crate::domain::planning::calculator::Request;
use crate::domain::planning::lead_time_scheduling::{DurationUnit, Step, StepQuantity};
use crate::domain::planning::tree::{Node, Problems, Tree};
use crate::domain::planning::working_time::WorkingTime;

const NAMES: [&str; 18] = [
    "operation",
    "numero",
    "nom",
    "libelle",
    "designation",
    "poste",
    "machine",
    "duree",
    "duree_fixe",
    "duree_par_piece",
    "temps_serie",
    "ts",
    "temps_unitaire",
    "tu",
    "cadence",
    "attente",
    "lot_transfert",
    "apres",
];

/// Operations written under `operations`: a list, or entries by name.
pub(super) fn written(
    request: &Request<'_>,
    list: &Node<'_>,
    unit: DurationUnit,
    problems: &mut Problems,
) -> Vec<Step> {
    let named: Vec<(String, Node<'_>)> = if matches!(list.tree(), Some(Tree::Entries(_))) {
        list.entries(problems)
    } else {
        let items = list.items(problems).into_iter().enumerate();
        items
            .map(|(rank, node)| {
                let own = node.any_field(&["operation", "numero", "nom"]);
                let name = own.text(&mut Problems::default());
                (name.unwrap_or_else(|| ((rank + 1) * 10).to_string()), node)
            })
            .collect()
    };
    let mut steps: Vec<Step> = Vec::with_capacity(named.len());
    for (name, node) in &named {
        node.only(&NAMES, problems);
        let Some(duration) = times::written(node, problems) else { continue };
        let post = node.any_field(&["poste", "machine"]).text(problems).unwrap_or_default();
        let words = node.any_field(&["libelle", "designation"]).text(problems);
        let transfer = node.field("lot_transfert");
        let transfer = if transfer.is_missing() { None } else { transfer.positive(problems) };
        let after = followed(node, &steps, problems);
        steps.push(Step {
            key: key_of(name),
            label: words.map_or_else(|| name.clone(), |words| format!("{name} {words}")),
            calendar: calendars::of_post(request, &post, unit, problems),
            quantity: StepQuantity::Order,
            duration,
            after,
            wait: node.field("attente").quantity(problems),
            transfer_lot: transfer,
        });
    }
    steps
}

/// Ranks of the operations that one follows: those named in `apres`, else the one before it.
fn followed(node: &Node<'_>, before: &[Step], problems: &mut Problems) -> Vec<usize> {
    let written = node.field("apres");
    let names: Vec<String> = match written.tree() {
        None => return before.len().checked_sub(1).into_iter().collect(),
        Some(Tree::List(_)) => {
            let items = written.items(problems);
            items.iter().filter_map(|item| item.text(problems)).collect()
        }
        Some(_) => written.text(problems).into_iter().collect(),
    };
    let mut ranks = Vec::new();
    for name in names {
        match before.iter().position(|step| step.key == key_of(&name)) {
            Some(rank) => ranks.push(rank),
            None => problems.add(
                written.path(),
                format!("l'opération {name} n'est pas écrite avant celle-ci."),
                "Écrivez les opérations dans l'ordre, chacune après celles qu'elle suit.",
            ),
        }
    }
    ranks
}

/// Operations of the gamme of an article, one after the other.
pub(super) fn of_routing(
    request: &Request<'_>,
    article: &str,
    unit: DurationUnit,
    problems: &mut Problems,
) -> Option<Vec<Step>> {
    let Some(routing) = request.data.routing(article) else {
        problems.add(
            request.tree.field("gammes").path(),
            format!("l'article {article} n'a pas de gamme."),
            "Ajoutez-la à « gammes », ou écrivez « operations » dans le calcul.",
        );
        return None;
    };
    let mut steps: Vec<Step> = Vec::with_capacity(routing.operations.len());
    for operation in &routing.operations {
        let calendar = calendars::of_post(request, &operation.work_centre, unit, problems);
        steps.push(step(operation, steps.len(), calendar, unit));
    }
    Some(steps)
}

fn step(
    operation: &crate::domain::planning::data::Operation,
    rank: usize,
    calendar: WorkingTime,
    unit: DurationUnit,
) -> Step {
    let words = [&operation.label, &operation.work_centre];
    let words: Vec<&str> =
        words.iter().map(|words| words.as_str()).filter(|words| !words.is_empty()).collect();
    let wait = Some(operation.wait_hours).filter(|hours| !hours.is_zero());
    Step {
        key: key_of(&operation.number),
        label: format!("{} {}", operation.number, words.join(" – ")).trim_end().to_owned(),
        calendar,
        quantity: StepQuantity::Order,
        duration: times::of_operation(operation, unit),
        after: rank.checked_sub(1).into_iter().collect(),
        wait: wait.map(|hours| times::in_unit(hours, unit)),
        transfer_lot: operation.transfer_lot,
    }
}
