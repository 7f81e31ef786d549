//! PERT and MPM: dates, slacks, critical path, events, three estimates.

mod wording;

use casdecole::domain::planning::finite_scheduling::task_names::{key_part, read_sequence};
use casdecole::domain::planning::project_network::{
    ProjectInput, ProjectTask, TaskDuration, read_input, worksheet,
};
use casdecole::domain::planning::tree::{Node, Problems, Tree};
use rust_decimal::Decimal;

use super::scheduling::marking::{Made, Marking, Section, entries, sections, texts};
use crate::example::{Example, understood};
use crate::judgement::Judgement;

/// Judges the topic "PERT / chemin critique".
pub fn judge(example: &Example) -> Option<Result<Judgement, String>> {
    let topic = example.topic.to_lowercase();
    let words = ["pert", "mpm", "chemin critique", "critical path"];
    words.iter().any(|word| topic.contains(word)).then(|| judged(example))
}

/// Columns of the worksheet by the names of figures; several when two conventions have the name.
static COLUMNS: [(&[&str], &[&str]); 9] = [
    (
        &["debut_tot", "debut_au_plus_tot", "au_plus_tot", "date_au_plus_tot", "tot", "es"],
        &["debut_tot"],
    ),
    (&["fin_tot", "fin_au_plus_tot", "ef"], &["fin_tot"]),
    (&["debut_tard", "debut_au_plus_tard", "ls"], &["debut_tard"]),
    (&["au_plus_tard", "date_au_plus_tard", "tard"], &["debut_tard", "fin_tard"]),
    (&["fin_tard", "fin_au_plus_tard", "lf"], &["fin_tard"]),
    (&["marge", "marge_totale", "mt", "flottement", "slack"], &["marge_totale"]),
    (&["marge_libre", "ml", "flottement_libre"], &["marge_libre"]),
    (&["duree", "te", "duree_moyenne", "temps_espere", "duree_esperee"], &["duree"]),
    (&["variance"], &["variance"]),
];

/// Rows of the project by the names of figures.
static PROJECT: [(&[&str], &str); 5] = [
    (&["duree", "duree_projet", "duree_totale", "fin_projet", "fin"], "projet.duree"),
    (&["variance", "variance_projet", "variance_chemin"], "projet.variance"),
    (&["ecart_type", "ecart_type_projet", "sigma"], "projet.ecart_type"),
    (&["z"], "projet.z"),
    (&["probabilite", "proba", "probabilite_pct"], "projet.probabilite"),
];

/// The name of a figure in the singular (`debuts_au_plus_tot`, `marges_libres`).
fn singular(name: &str) -> String {
    let name = name.to_lowercase();
    let words = name.split('_').map(|word| match word {
        "es" | "ls" | "plus" => word,
        other => other.strip_suffix('s').unwrap_or(other),
    });
    words.collect::<Vec<_>>().join("_")
}

fn columns_of(name: &str) -> Option<&'static [&'static str]> {
    let name = singular(name);
    COLUMNS.iter().find(|(names, _)| names.contains(&name.as_str())).map(|(_, columns)| *columns)
}

/// Arcs between two events, when the network is written so: task, first event, last event.
type Arcs = Vec<(String, String, String)>;

fn judged(example: &Example) -> Result<Judgement, String> {
    let (input, arcs) = read(example)?;
    let network = Network { made: Made::of(worksheet(&input))?, input, arcs };
    let mut marking = Marking::new(example);
    for section in sections(example) {
        for (name, tree) in entries(section.tree) {
            network.figure(&mut marking, section, name, tree);
        }
    }
    Ok(marking.judgement)
}

fn read(example: &Example) -> Result<(ProjectInput, Arcs), String> {
    let inputs = wording::with_known_names(&example.inputs);
    let (table, listed) = match inputs.get("arcs") {
        Some(arcs) => (Some(arcs), true),
        None => (inputs.get("taches"), false),
    };
    let rows = table.map(entries).unwrap_or_default();
    let arcs: Option<Vec<TimedArc>> =
        rows.iter().map(|(code, tree)| arc(code, tree, listed)).collect();
    if let Some(arcs) = arcs.filter(|arcs| !arcs.is_empty()) {
        return Ok(from_arcs(&arcs));
    }
    let mut problems = Problems::default();
    let input = read_input(&Node::root("inputs", &inputs), &mut problems);
    Ok((understood(input, &problems)?, Vec::new()))
}

/// Task, first event, last event, duration.
type TimedArc = (String, String, String, Decimal);

/// One arc: `[1, 2, 5]`, or `{de: 1, vers: 2, duree: 5}`.
fn arc(code: &str, tree: &Tree, listed: bool) -> Option<TimedArc> {
    let field = |names: &[&str]| names.iter().find_map(|name| tree.get(name));
    let (first, last, time) = match tree {
        Tree::List(items) => match items.as_slice() {
            [first, last, time] if listed => (first, last, time),
            _ => return None,
        },
        _ => (field(&["de", "origine", "i"])?, field(&["vers", "a", "j"])?, field(&["duree"])?),
    };
    Some((code.to_owned(), first.text()?, last.text()?, time.number()?))
}

/// A task follows those that end at its first event.
fn from_arcs(arcs: &[TimedArc]) -> (ProjectInput, Arcs) {
    let ending = |event: &str| -> Vec<String> {
        let ending = arcs.iter().filter(|(_, _, last, _)| last == event);
        ending.map(|(code, ..)| code.clone()).collect()
    };
    let tasks = arcs
        .iter()
        .map(|(code, first, _, time)| ProjectTask {
            code: code.clone(),
            label: String::new(),
            duration: TaskDuration::Known(*time),
            predecessors: ending(first),
        })
        .collect();
    let events = arcs.iter();
    let events = events.map(|(code, first, last, _)| (code.clone(), first.clone(), last.clone()));
    (ProjectInput { tasks, ..ProjectInput::default() }, events.collect())
}

/// A network with its worksheet.
struct Network {
    made: Made,
    input: ProjectInput,
    arcs: Arcs,
}

impl Network {
    fn of(&self, task: &str, columns: &[&str]) -> Vec<Decimal> {
        let row = key_part(task);
        columns.iter().filter_map(|column| self.made.number(&row, column)).collect()
    }

    fn figure(&self, marking: &mut Marking<'_>, section: Section<'_>, name: &str, tree: &Tree) {
        let published = section.published;
        let project = PROJECT.iter().find(|(names, _)| names.contains(&name));
        if let (Some(_), Some((_, row))) = (tree.number(), project) {
            let found = self.made.number(row, "valeur");
            // A chance may be printed as a share of one.
            let share =
                found.filter(|_| name.starts_with("proba")).map(|p| p / Decimal::ONE_HUNDRED);
            let found: Vec<Decimal> = found.into_iter().chain(share).collect();
            marking.number(published, &[name], tree, &found);
            return;
        }
        match name {
            "critique" | "chemin_critique" | "chemin" | "taches_critiques"
            | "chemins_critiques" => {
                self.critical(marking, published, name, tree);
            }
            "niveaux" | "niveau" | "rangs" | "rang" => {
                for (task, level) in entries(tree) {
                    let one = self.of(task, &["niveau"]);
                    let zero = one.iter().map(|level| level - Decimal::ONE);
                    let found: Vec<Decimal> = one.iter().copied().chain(zero).collect();
                    marking.number(published, &[name, task.as_str()], level, &found);
                }
            }
            "etapes" | "evenements" | "sommets" => self.events(marking, published, name, tree),
            "dates" | "tableau" | "taches" | "resultats" => {
                for (task, row) in entries(tree) {
                    self.row(marking, published, &[name, task.as_str()], row);
                }
            }
            _ => match columns_of(name) {
                Some(columns) => {
                    for (task, value) in entries(tree) {
                        let path = [name, task.as_str()];
                        if value.number().is_some() {
                            marking.number(published, &path, value, &self.of(task, columns));
                        } else {
                            self.row(marking, published, &path, value);
                        }
                    }
                    if entries(tree).is_empty() {
                        marking.judgement.unknown(name);
                    }
                }
                None if self.input.tasks.iter().any(|task| task.code == name) => {
                    self.row(marking, published, &[name], tree);
                }
                None => marking.judgement.unknown(name),
            },
        }
    }

    /// All figures of one task: named, or a list of dates, or of the two slacks.
    fn row(&self, marking: &mut Marking<'_>, published: bool, path: &[&str], tree: &Tree) {
        let task = path.last().copied().unwrap_or_default();
        let slacks = path.first().is_some_and(|name| name.starts_with("marge"));
        let listed: &[&str] = match tree {
            Tree::List(items) if items.len() == 2 && slacks => &["marge_totale", "marge_libre"],
            Tree::List(items) if items.len() == 2 => &["debut_tot", "debut_tard"],
            Tree::List(items) if items.len() == 4 => {
                &["debut_tot", "fin_tot", "debut_tard", "fin_tard"]
            }
            _ => &[],
        };
        if let (Tree::List(items), false) = (tree, listed.is_empty()) {
            for (item, column) in items.iter().zip(listed) {
                let path: Vec<&str> = path.iter().copied().chain([*column]).collect();
                marking.number(published, &path, item, &self.of(task, &[column]));
            }
            return;
        }
        if entries(tree).is_empty() {
            marking.judgement.unknown(path.join("."));
        }
        for (name, value) in entries(tree) {
            let path: Vec<&str> = path.iter().copied().chain([name.as_str()]).collect();
            match columns_of(name) {
                Some(columns) => {
                    marking.number(published, &path, value, &self.of(task, columns));
                }
                None => marking.judgement.unknown(path.join(".")),
            }
        }
    }

    /// A critical path, or the list of critical tasks.
    fn critical(&self, marking: &mut Marking<'_>, published: bool, name: &str, tree: &Tree) {
        let codes: Vec<String> = self.input.tasks.iter().map(|task| task.code.clone()).collect();
        let found = self.made.text("projet.chemin_critique", "valeur").unwrap_or_default();
        let paths: Vec<_> =
            found.split(" ; ").filter_map(|path| read_sequence(path, &codes)).collect();
        let several = matches!(tree, Tree::List(items)
            if items.iter().any(|item| !codes.contains(&item.text().unwrap_or_default())));
        let stated: Vec<String> = match tree {
            Tree::List(items) if several => {
                items.iter().map(|item| texts(item).join(", ")).collect()
            }
            _ => vec![texts(tree).join(", ")],
        };
        for expected in stated {
            let ranks = read_sequence(&expected, &codes);
            let set = |task: &str| self.made.text(&key_part(task), "critique");
            let critical: Vec<usize> = codes
                .iter()
                .enumerate()
                .filter(|(_, code)| set(code).as_deref() == Some("oui"))
                .map(|(rank, _)| rank)
                .collect();
            let mut sorted = ranks.clone().unwrap_or_default();
            sorted.sort_unstable();
            let alike = ranks.is_some_and(|ranks| paths.contains(&ranks)) || sorted == critical;
            marking.words(published, &[name], [expected.as_str(), found.as_str()], alike);
        }
    }

    /// Early and late date of each event.
    fn events(&self, marking: &mut Marking<'_>, published: bool, name: &str, tree: &Tree) {
        let duration = self.made.number("projet.duree", "valeur").unwrap_or_default();
        for (event, dates) in entries(tree) {
            let known = self.arcs.iter().any(|(_, first, last)| first == event || last == event);
            let ends = self.arcs.iter().filter(|(_, _, last)| last == event);
            let early = ends.flat_map(|(task, ..)| self.of(task, &["fin_tot"])).max();
            let starts = self.arcs.iter().filter(|(_, first, _)| first == event);
            let late = starts.flat_map(|(task, ..)| self.of(task, &["debut_tard"])).min();
            let pair = [early.unwrap_or_default(), late.unwrap_or(duration)];
            let found = |rank: &str| {
                let rank = match rank {
                    "1" | "tot" | "au_plus_tot" => 0,
                    "2" | "tard" | "au_plus_tard" => 1,
                    _ => return None,
                };
                pair.get(rank).copied().filter(|_| known)
            };
            marking.numbers(published, &[name, event.as_str()], dates, &found);
        }
        if entries(tree).is_empty() {
            marking.judgement.unknown(name);
        }
    }
}
