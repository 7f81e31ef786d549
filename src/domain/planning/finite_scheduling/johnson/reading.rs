//! How the options of the calculator `johnson` are read.

use rust_decimal::Decimal;

use super::super::task_reading::{CODE_FIELDS, given_sequence, named_rows};
use super::{EqualTimes, FlowShopInput, FlowShopTask, SequenceChoice, Ties, worksheet};
use crate::domain::planning::calculator::{Request, refused};
use crate::domain::planning::tree::{Node, Problems, Tree};
use crate::domain::planning::worksheet::Worksheet;

/// Names of the options.
pub const OPTIONS: &[&str] =
    &["taches", "machines", "echeances", "sequence", "egalites", "temps_egaux", "unite"];

/// Names of a list of times inside a task.
const TIMES: [&str; 4] = ["durees", "temps", "duree", "machines"];

/// Names of the due date inside a task.
const DUE: [&str; 4] = ["echeance", "livraison", "delai", "date_due"];

/// What a task may say beside its times on named machines.
const OTHERS: [&str; 3] = ["designation", "article", "libelle"];

/// The calculator `johnson`.
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

/// Tasks, machines and choices; `None` when there is a problem.
pub fn read_input(options: &Node<'_>, problems: &mut Problems) -> Option<FlowShopInput> {
    let before = problems.found.len();
    let node = options.any_field(&["taches", "travaux", "jobs", "of"]);
    node.require(problems);
    let rows = named_rows(&node, problems);
    let machines = machine_codes(options, &rows, problems);
    let dates = options.field("echeances");
    let tasks: Vec<_> = rows
        .iter()
        .map(|(code, row)| {
            let own = row.any_field(&DUE);
            let due = if own.is_missing() { dates.field(code) } else { own };
            FlowShopTask {
                code: code.clone(),
                durations: times(row, &machines, problems),
                due: due.number(problems),
            }
        })
        .collect();
    let codes: Vec<_> = tasks.iter().map(|task| task.code.clone()).collect();
    let sequence = options.field("sequence");
    let choice = if sequence.is_missing() {
        read_rule(options, problems)
    } else {
        SequenceChoice::Given(given_sequence(&sequence, &codes, problems).unwrap_or_default())
    };
    let unit = options.field("unite").text_or("", problems);
    (problems.found.len() == before).then_some(FlowShopInput { machines, tasks, choice, unit })
}

fn read_rule(options: &Node<'_>, problems: &mut Problems) -> SequenceChoice {
    let ties = [("entree", Ties::Entry), ("inverse", Ties::LastEntered), ("code", Ties::Code)];
    let ties = options.field("egalites").one_of(&ties, problems).unwrap_or_default();
    let equal = [("debut", EqualTimes::First), ("fin", EqualTimes::Last)];
    let equal = options.field("temps_egaux").one_of(&equal, problems).unwrap_or_default();
    SequenceChoice::Johnson(ties, equal)
}

/// Codes of the machines: as stated, else the names used by the first task, else M1, M2…
fn machine_codes(
    options: &Node<'_>,
    rows: &[(String, Node<'_>)],
    problems: &mut Problems,
) -> Vec<String> {
    let stated = options.field("machines");
    if !stated.is_missing() {
        return stated
            .items(problems)
            .iter()
            .filter_map(|machine| machine.required_text(problems))
            .collect();
    }
    let first = rows.first().and_then(|(_, row)| row.tree());
    let count = match first {
        Some(Tree::List(times)) => times.len(),
        Some(Tree::Entries(entries)) => {
            let named = TIMES.iter().find_map(|name| first?.get(name));
            match named {
                Some(Tree::List(times)) => times.len(),
                _ => {
                    return entries
                        .iter()
                        .map(|(name, _)| name)
                        .filter(|name| is_machine(name))
                        .cloned()
                        .collect();
                }
            }
        }
        _ => 0,
    };
    (1..=count).map(|rank| format!("M{rank}")).collect()
}

/// Whether the name of an entry of a task is that of a machine.
fn is_machine(name: &str) -> bool {
    let mut others = CODE_FIELDS.iter().chain(&TIMES).chain(&DUE).chain(&OTHERS);
    !others.any(|known| *known == name)
}

/// Times of a task: a list, or one entry a machine.
fn times(row: &Node<'_>, machines: &[String], problems: &mut Problems) -> Vec<Decimal> {
    let listed =
        if matches!(row.tree(), Some(Tree::List(_))) { row.clone() } else { row.any_field(&TIMES) };
    if matches!(listed.tree(), Some(Tree::List(_))) {
        return listed
            .items(problems)
            .iter()
            .map(|time| time.required_quantity(problems).unwrap_or_default())
            .collect();
    }
    machines
        .iter()
        .map(|machine| row.field(machine).required_quantity(problems).unwrap_or_default())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::planning::trial::read_options;

    fn read(yaml: &str) -> Result<FlowShopInput, String> {
        read_options(yaml, read_input)
    }

    #[test]
    fn tasks_are_read_in_several_shapes() {
        let listed = read("taches: {A: [1.5, 2], B: [3, 4]}").expect("read");
        assert_eq!(listed.machines, ["M1", "M2"]);
        let named = read("taches: {A: {P10: 1.5, P15: 2}, B: {P10: 3, P15: 4}}").expect("read");
        assert_eq!(named.machines, ["P10", "P15"]);
        assert_eq!(named.tasks, listed.tasks);
        let rows = read(
            "machines: [P10, P15]\nunite: h\negalites: inverse\ntaches:\n- {ordre: 5201, durees: [1, 2], echeance: 9}\n",
        )
        .expect("read");
        assert_eq!(rows.tasks[0].code, "5201");
        assert_eq!(rows.tasks[0].due, Some(Decimal::from(9)));
        assert_eq!(rows.choice, SequenceChoice::Johnson(Ties::LastEntered, EqualTimes::First));
    }

    #[test]
    fn a_sequence_is_read_as_a_list_or_a_text() {
        for sequence in ["[B, A]", "B-A", "BA"] {
            let input = read(&format!("taches: {{A: [1, 2], B: [3, 4]}}\nsequence: {sequence}"));
            assert_eq!(input.expect("read").choice, SequenceChoice::Given(vec![1, 0]));
        }
    }

    #[test]
    fn problems_are_named_at_their_place() {
        assert_eq!(
            read("taches: {A: [1, deux]}"),
            Err("calcul.taches.A.2 : un nombre est attendu. Écrivez par exemple 12 ou 12.5, sans \
                 unité."
                .to_owned())
        );
        assert_eq!(read(""), Err("calcul.taches : la valeur manque. Écrivez-la.".to_owned()));
        assert_eq!(
            read("taches: {A: [1, 2]}\nsequence: Z"),
            Err("calcul.sequence : la séquence cite une tâche inconnue. Citez les tâches parmi : \
                 A."
            .to_owned())
        );
    }
}
