//! How the options of the calculator `pert` are read.

use rust_decimal::Decimal;

use super::{ProjectInput, ProjectTask, TaskDuration, worksheet};
use crate::domain::planning::calculator::{Request, refused};
use crate::domain::planning::finite_scheduling::task_names::{find_task, read_sequence};
use crate::domain::planning::tree::{Node, Problems, Tree};
use crate::domain::planning::worksheet::Worksheet;

/// Names of the options.
pub const OPTIONS: &[&str] = &["taches", "date_visee", "unite"];

/// Names of the tasks before a task.
const BEFORE: [&str; 6] =
    ["anterieurs", "predecesseurs", "antecedents", "anteriorites", "apres", "precedents"];

/// Names of the other fields of a task.
const OTHER_FIELDS: [&str; 15] = [
    "duree",
    "temps",
    "d",
    "optimiste",
    "a",
    "probable",
    "m",
    "pessimiste",
    "b",
    "designation",
    "libelle",
    "code",
    "tache",
    "nom",
    "id",
];

/// Texts that say that nothing precedes a task.
const NOTHING: [&str; 7] = ["", "-", "–", "—", "aucune", "aucun", "néant"];

/// The calculator `pert`.
pub fn calculate(request: &Request<'_>, problems: &mut Problems) -> Option<Worksheet> {
    let input = read_input(&request.options, problems)?;
    match worksheet(&input) {
        Ok(sheet) => Some(sheet),
        Err(error) => {
            refused(request, &error, problems);
            None
        }
    }
}

/// Tasks and target; `None` when there is a problem.
pub fn read_input(options: &Node<'_>, problems: &mut Problems) -> Option<ProjectInput> {
    let noted = problems.found.len();
    let node = options.any_field(&["taches", "activites"]);
    node.require(problems);
    let rows = task_rows(&node, problems);
    let codes: Vec<_> = rows.iter().map(|(code, _)| code.clone()).collect();
    let tasks = rows.iter().map(|(code, row)| read_task(code, row, &codes, problems)).collect();
    let target = options.any_field(&["date_visee", "objectif"]).quantity(problems);
    let unit = options.field("unite").text_or("", problems);
    (problems.found.len() == noted).then_some(ProjectInput { tasks, target, unit })
}

/// Codes and places of the tasks, written as named entries or as a list.
fn task_rows<'a>(node: &Node<'a>, problems: &mut Problems) -> Vec<(String, Node<'a>)> {
    if !matches!(node.tree(), Some(Tree::List(_))) {
        return node.entries(problems);
    }
    let code = |item: &Node<'a>| item.any_field(&["code", "tache", "nom", "id"]);
    node.items(problems)
        .into_iter()
        .filter_map(|item| Some((code(&item).required_text(problems)?, item)))
        .collect()
}

fn read_task(code: &str, row: &Node<'_>, codes: &[String], problems: &mut Problems) -> ProjectTask {
    // [duration, [predecessors]] or [a, m, b, [predecessors]].
    let (times, before) = if let Some(Tree::List(_)) = row.tree() {
        let mut items = row.items(problems);
        let last = items.pop();
        let times = items.iter().map(|item| item.required_quantity(problems).unwrap_or_default());
        (times.collect(), last)
    } else {
        // A name that is not known would leave a task without its predecessors, in silence.
        let known: Vec<&str> = OTHER_FIELDS.iter().chain(&BEFORE).copied().collect();
        row.only(&known, problems);
        (named_times(row, problems), Some(row.any_field(&BEFORE)))
    };
    let duration = match times.as_slice() {
        [time] => TaskDuration::Known(*time),
        [optimistic, likely, pessimistic] => TaskDuration::ThreePoint {
            optimistic: *optimistic,
            likely: *likely,
            pessimistic: *pessimistic,
        },
        _ => {
            problems.add(
                row.path(),
                "une durée, ou trois estimations, sont attendues.",
                "Écrivez par exemple {duree: 3, anterieurs: [A]}.",
            );
            TaskDuration::Known(Decimal::ZERO)
        }
    };
    let label = match row.tree() {
        Some(Tree::Entries(_)) => row.any_field(&["designation", "libelle"]).text_or("", problems),
        _ => String::new(),
    };
    let predecessors = before.map(|node| predecessors(&node, codes, problems)).unwrap_or_default();
    ProjectTask { code: code.to_owned(), label, duration, predecessors }
}

/// One duration, or three estimates.
fn named_times(row: &Node<'_>, problems: &mut Problems) -> Vec<Decimal> {
    let optimistic = row.any_field(&["optimiste", "a"]);
    if optimistic.is_missing() {
        let time = row.any_field(&["duree", "temps", "d"]);
        return vec![time.required_quantity(problems).unwrap_or_default()];
    }
    let likely = row.any_field(&["probable", "m"]);
    let pessimistic = row.any_field(&["pessimiste", "b"]);
    [optimistic, likely, pessimistic]
        .iter()
        .map(|time| time.required_quantity(problems).unwrap_or_default())
        .collect()
}

/// Codes of the tasks before a task, written as a list or as a text ("A, B").
fn predecessors(node: &Node<'_>, codes: &[String], problems: &mut Problems) -> Vec<String> {
    let named: Vec<Option<usize>> = match node.tree() {
        None => return Vec::new(),
        Some(Tree::List(items)) => {
            items.iter().map(|item| find_task(&item.text()?, codes)).collect()
        }
        Some(other) => {
            let text = other.text().unwrap_or_default();
            if NOTHING.contains(&text.trim().to_lowercase().as_str()) {
                return Vec::new();
            }
            match read_sequence(&text, codes) {
                Some(ranks) => ranks.into_iter().map(Some).collect(),
                None => vec![None],
            }
        }
    };
    if named.contains(&None) {
        problems.add(
            node.path(),
            "une tâche antérieure n'existe pas.",
            format!("Citez les tâches parmi : {}.", codes.join(", ")),
        );
    }
    named.into_iter().flatten().filter_map(|rank| codes.get(rank).cloned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::planning::trial::read_options;

    fn read(yaml: &str) -> Result<ProjectInput, String> {
        read_options(yaml, read_input)
    }

    #[test]
    fn tasks_are_read_in_several_shapes() {
        let short = read("taches: {A: [3, []], B: [2, [A]], C: [1, 'A, B']}").expect("read");
        for yaml in [
            "taches: {A: {duree: 3}, B: {duree: 2, anterieurs: A}, C: {duree: 1, apres: [A, B]}}",
            "taches:\n- {code: A, duree: 3, anterieurs: '-'}\n- {code: B, duree: 2, antecedents: \
             [A]}\n- {code: C, d: 1, predecesseurs: A-B}\n",
        ] {
            assert_eq!(read(yaml).expect("read"), short, "{yaml}");
        }
        assert_eq!(short.tasks[2].predecessors, ["A", "B"]);
    }

    #[test]
    fn three_estimates_are_read_in_two_shapes() {
        let short = read("taches: {A: [1, 2, 6, []]}\ndate_visee: 3").expect("read");
        let long = read("taches: {A: {optimiste: 1, probable: 2, pessimiste: 6}}\ndate_visee: 3\n");
        assert_eq!(long.expect("read"), short);
        assert!(short.has_estimates());
    }

    #[test]
    fn problems_are_named_at_their_place() {
        let message = read("taches: {A: {duree: 3, anterieurs: Z}}").expect_err("refused");
        assert!(message.contains("calcul.taches.A.anterieurs : une tâche antérieure"), "{message}");
        let message = read("taches: {A: [1, 2, []]}").expect_err("refused");
        assert!(message.contains("une durée, ou trois estimations"), "{message}");
        let message = read("taches: {A: {anterieurs: []}}").expect_err("refused");
        assert!(message.contains("calcul.taches.A.duree : la valeur manque"), "{message}");
    }
}
