//! How the options of one machine are read.

use rust_decimal::Decimal;

use super::super::task_reading::{given_sequence, named_rows};
use super::{MachineTask, Sequencing, SingleMachineInput};
use crate::domain::planning::schedule_check::PriorityRule;
use crate::domain::planning::tree::{Node, Problems, Tree};

/// Names of the options.
pub const OPTIONS: &[&str] = &["taches", "regle", "regles", "sequence", "date", "unite"];

/// Tasks, rules and date; `None` when there is a problem.
pub fn read_input(options: &Node<'_>, problems: &mut Problems) -> Option<SingleMachineInput> {
    let before = problems.found.len();
    let node = options.any_field(&["taches", "travaux", "jobs"]);
    node.require(problems);
    let rows = named_rows(&node, problems);
    let tasks: Vec<_> = rows.iter().map(|(code, row)| read_task(code, row, problems)).collect();
    let codes: Vec<_> = tasks.iter().map(|task| task.code.clone()).collect();
    let mut orders = read_rules(options, problems);
    let sequence = options.field("sequence");
    if let Some(ranks) = given_sequence(&sequence, &codes, problems) {
        orders.push(Sequencing::Given(ranks));
    }
    if orders.is_empty() && sequence.is_missing() {
        problems.add(
            options.field("regles").path(),
            "aucune règle de priorité n'est citée.",
            "Écrivez par exemple regles: [FIFO, SPT, EDD].",
        );
    }
    let now = options.any_field(&["date", "aujourdhui", "jour"]);
    let now = now.number(problems).unwrap_or_default();
    let unit = options.field("unite").text_or("", problems);
    (problems.found.len() == before).then_some(SingleMachineInput { tasks, orders, now, unit })
}

fn read_task(code: &str, row: &Node<'_>, problems: &mut Problems) -> MachineTask {
    let code = code.to_owned();
    match row.tree() {
        Some(Tree::Entries(_)) => MachineTask {
            code,
            duration: row
                .any_field(&["temps", "duree", "travail", "jours", "travail_restant"])
                .required_quantity(problems)
                .unwrap_or_default(),
            arrival: row.any_field(&["arrivee", "disponible"]).number(problems),
            due: row.any_field(&["echeance", "livraison", "date_due", "delai"]).number(problems),
            weight: weight(&row.any_field(&["poids", "penalite"]), problems),
        },
        Some(Tree::List(_)) => {
            let items = row.items(problems);
            let number = |rank: usize, problems: &mut Problems| items.get(rank)?.number(problems);
            let duration = items.first().and_then(|time| time.required_quantity(problems));
            MachineTask {
                code,
                duration: duration.unwrap_or_default(),
                due: number(1, problems),
                ..MachineTask::default()
            }
        }
        _ => MachineTask {
            code,
            duration: row.required_quantity(problems).unwrap_or_default(),
            ..MachineTask::default()
        },
    }
}

/// A weight, when it is written.
fn weight(node: &Node<'_>, problems: &mut Problems) -> Option<Decimal> {
    node.tree()?;
    node.positive(problems)
}

fn read_rules(options: &Node<'_>, problems: &mut Problems) -> Vec<Sequencing> {
    let list = options.field("regles");
    let nodes = match list.tree() {
        Some(Tree::List(_)) => list.items(problems),
        Some(_) => vec![list],
        None => vec![options.field("regle")],
    };
    let mut orders = Vec::new();
    for node in nodes {
        let Some(name) = node.text(problems) else { continue };
        if let Some(rule) = PriorityRule::named(&name) {
            orders.push(Sequencing::Rule(rule));
        } else {
            problems.add(
                node.path(),
                format!("la règle « {name} » n'est pas connue."),
                format!("Choisissez parmi : {}.", PriorityRule::names().join(", ")),
            );
        }
    }
    orders
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::planning::trial::read_options;

    fn read(yaml: &str) -> Result<SingleMachineInput, String> {
        read_options(yaml, read_input)
    }

    #[test]
    fn tasks_are_read_in_several_shapes() {
        let entries = "taches: {A: {temps: 6, echeance: 8}, B: {temps: 2, echeance: 6}}\n";
        let named = read(&format!("{entries}regles: [FCFS, SPT]")).expect("read");
        let listed = read("taches: {A: [6, 8], B: [2, 6]}\nregles: [PEPS, TOM]").expect("read");
        assert_eq!(named, listed);
        let bare = read("taches: {A: 6}\nsequence: A\ndate: 3").expect("read");
        assert_eq!(bare.orders, [Sequencing::Given(vec![0])]);
        assert_eq!((bare.now, bare.tasks[0].due), (Decimal::from(3), None));
    }

    #[test]
    fn unknown_rules_and_weights_of_zero_are_problems() {
        let message =
            read("taches: {A: {temps: 6, poids: 0}}\nregle: HASARD").expect_err("refused");
        assert!(message.contains("la règle « HASARD » n'est pas connue"), "{message}");
        assert!(message.contains("calcul.taches.A.poids : la valeur est nulle"), "{message}");
        let message = read("taches: {A: 6}").expect_err("refused");
        assert!(message.contains("aucune règle de priorité n'est citée"), "{message}");
    }
}
