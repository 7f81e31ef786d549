//! Johnson's rule: sequences, total times, starts and ends, waits of machines.

use casdecole::domain::planning::finite_scheduling::johnson::{
    EqualTimes, FlowShopInput, SequenceChoice, Ties, worksheet,
};
use casdecole::domain::planning::finite_scheduling::task_names::{key_part, read_sequence};
use casdecole::domain::planning::tree::Tree;
use rust_decimal::Decimal;

use super::all_sequences::tried;
use super::flow_shop_inputs::flow_shop;
use super::marking::{Made, Marking, Section, entries, sections, texts};
use crate::example::Example;
use crate::judgement::Judgement;

/// Largest number of tasks whose sequences are all tried.
const MOST_TRIED: usize = 8;

const SEQUENCES: [&str; 7] = [
    "sequence",
    "sequence_johnson",
    "sequence_optimale",
    "ordre",
    "ordre_passage",
    "ordonnancement",
    "johnson",
];

/// One sequence with its worksheet.
struct Followed {
    order: Vec<String>,
    made: Made,
}

impl Followed {
    fn of(input: &FlowShopInput) -> Result<Self, String> {
        let made = Made::of(worksheet(input))?;
        let ranks = 1..=input.tasks.len();
        let order = ranks.filter_map(|rank| made.text(&format!("rang.{rank}"), "ordre")).collect();
        Ok(Self { order, made })
    }

    fn given(input: &FlowShopInput, ranks: Vec<usize>) -> Result<Self, String> {
        Self::of(&FlowShopInput { choice: SequenceChoice::Given(ranks), ..input.clone() })
    }

    fn summary(&self, row: &str) -> Vec<Decimal> {
        self.made.number(row, "valeur").into_iter().collect()
    }

    /// A number of the rank of a task.
    fn of_task(&self, task: &str, column: &str) -> Option<Decimal> {
        let rank = self.order.iter().position(|code| code == task)?;
        self.made.number(&format!("rang.{}", rank + 1), column)
    }
}

/// Judges a flow shop.
pub fn judge(example: &Example) -> Result<Judgement, String> {
    let input = flow_shop(example)?;
    let codes: Vec<String> = input.tasks.iter().map(|task| task.code.clone()).collect();
    let usual = Followed::of(&input)?;
    let mut marking = Marking::new(example);
    for section in sections(example) {
        let stated = SEQUENCES.iter().find_map(|name| section.tree.get(name));
        let ranks = stated.and_then(|tree| read_sequence(&texts(tree).join(", "), &codes));
        let followed = match ranks {
            Some(ranks) => Followed::given(&input, ranks)?,
            None => Followed::of(&input)?,
        };
        let mut judge =
            SectionJudge { marking: &mut marking, section, input: &input, followed, usual: &usual };
        for (name, tree) in entries(section.tree) {
            judge.figure(name, tree)?;
        }
    }
    Ok(marking.judgement)
}

/// The judgement of one section.
struct SectionJudge<'a, 'b> {
    marking: &'a mut Marking<'b>,
    section: Section<'a>,
    input: &'a FlowShopInput,
    /// The sequence that the section states, else that of Johnson's rule.
    followed: Followed,
    /// The sequence of Johnson's rule, or given by the inputs.
    usual: &'a Followed,
}

impl SectionJudge<'_, '_> {
    fn figure(&mut self, name: &str, tree: &Tree) -> Result<(), String> {
        if SEQUENCES.contains(&name) {
            return self.sequence(name, tree);
        }
        let published = self.section.published;
        let found = match name {
            "duree_totale" | "duree" | "makespan" | "cmax" | "temps_total" | "fin" => {
                self.followed.summary("duree_totale")
            }
            "duree_sequence_publiee" | "duree_sequence" => self.published_sequence()?,
            "duree_johnson" => self.usual.summary("duree_totale"),
            "optimum" | "duree_optimale" | "duree_minimale" | "meilleure" => {
                self.extremes().map(|(best, _)| best).into_iter().collect()
            }
            "pire" | "duree_maximale" | "pire_duree" => {
                self.extremes().map(|(_, worst)| worst).into_iter().collect()
            }
            "duree_ordre_entree" | "duree_ordre_alphabetique" | "duree_alphabetique" | "fifo" => {
                self.in_order(name.contains("alphabetique"))?
            }
            "attente_totale" | "retard_total" | "retard_max" | "nombre_retards" | "flux_moyen"
            | "flux_total" => self.followed.summary(name),
            _ => {
                self.table(name, tree);
                return Ok(());
            }
        };
        self.marking.number(published, &[name], tree, &found);
        Ok(())
    }

    /// A sequence is right when it is that of the rule under some convention of ties, or as short.
    fn sequence(&mut self, name: &str, tree: &Tree) -> Result<(), String> {
        let expected = texts(tree).join(", ");
        let ours = self.usual.order.join(", ");
        let total = self.followed.summary("duree_totale");
        let alike = self.followed.order == self.usual.order
            || self.variants().contains(&self.followed.order)
            || total == self.usual.summary("duree_totale");
        let codes: Vec<String> = self.input.tasks.iter().map(|task| task.code.clone()).collect();
        if read_sequence(&expected, &codes).is_none() {
            return Err(format!("{name}: sequence « {expected} » not understood"));
        }
        self.marking.words(
            self.section.published,
            &[name],
            [expected.as_str(), ours.as_str()],
            alike,
        );
        Ok(())
    }

    /// Sequences of Johnson's rule under every convention of ties.
    fn variants(&self) -> Vec<Vec<String>> {
        let mut found = Vec::new();
        for ties in [Ties::Entry, Ties::LastEntered, Ties::Code] {
            for equal in [EqualTimes::First, EqualTimes::Last] {
                let choice = SequenceChoice::Johnson(ties, equal);
                let input = FlowShopInput { choice, ..self.input.clone() };
                found.extend(Followed::of(&input).map(|followed| followed.order));
            }
        }
        found
    }

    /// Total time of the sequence that the source prints.
    fn published_sequence(&self) -> Result<Vec<Decimal>, String> {
        let codes: Vec<String> = self.input.tasks.iter().map(|task| task.code.clone()).collect();
        let example = self.marking.example();
        let stated = SEQUENCES.iter().find_map(|name| example.published()?.get(name));
        let ranks = stated.and_then(|tree| read_sequence(&texts(tree).join(", "), &codes));
        let Some(ranks) = ranks else { return Ok(Vec::new()) };
        Ok(Followed::given(self.input, ranks)?.summary("duree_totale"))
    }

    /// Total time in the order of entry, or of the codes.
    fn in_order(&self, by_code: bool) -> Result<Vec<Decimal>, String> {
        let mut ranks: Vec<usize> = (0..self.input.tasks.len()).collect();
        if by_code {
            ranks.sort_by_key(|rank| self.input.tasks.get(*rank).map(|task| task.code.clone()));
        }
        Ok(Followed::given(self.input, ranks)?.summary("duree_totale"))
    }

    /// Shortest and longest total time of all sequences of few tasks.
    fn extremes(&self) -> Option<(Decimal, Decimal)> {
        let tasks: Vec<&[Decimal]> =
            self.input.tasks.iter().map(|task| task.durations.as_slice()).collect();
        if tasks.len() > MOST_TRIED {
            return None;
        }
        let machines = vec![Decimal::ZERO; self.input.machines.len()];
        let mut begun = vec![false; tasks.len()];
        Some(tried(&tasks, &mut begun, &machines))
    }

    /// Tables by task or by machine.
    fn table(&mut self, name: &str, tree: &Tree) {
        let published = self.section.published;
        let idle = ["temps_mort_", "inactivite_", "oisivete_", "arret_"];
        if idle.iter().any(|start| name.starts_with(start)) {
            self.idle(name, tree);
            return;
        }
        match name {
            "fins" | "debuts" => {
                let kind = if name == "fins" { "fin" } else { "debut" };
                self.times(name, kind, tree);
            }
            "marges" | "retards" | "marge" | "retard" => {
                let column = name.trim_end_matches('s');
                let found = |task: &str| self.followed.of_task(task, column);
                self.marking.numbers(published, &[name], tree, &found);
            }
            "temps_mort" | "temps_morts" | "oisivete" | "inactivite" | "attente" | "attentes"
            | "arrets" => self.idle(name, tree),
            "machines_fictives" | "fictives" => {
                for (task, pair) in entries(tree) {
                    let row = format!("tache.{}", key_part(task));
                    let found =
                        |rank: &str| self.usual.made.number(&row, &format!("fictive_{rank}"));
                    self.marking.numbers(published, &[name, task.as_str()], pair, &found);
                }
            }
            _ => self.marking.judgement.unknown(name),
        }
    }

    /// Starts or ends of each task: a list with one time a machine, or the last one alone.
    fn times(&mut self, name: &str, kind: &str, tree: &Tree) {
        let published = self.section.published;
        let machines: Vec<String> = self.input.machines.iter().map(|code| key_part(code)).collect();
        for (task, times) in entries(tree) {
            let column = |machine: &str| {
                let by_rank = machine.parse::<usize>().ok().and_then(|rank| rank.checked_sub(1));
                let by_rank = by_rank.and_then(|rank| machines.get(rank)).cloned();
                format!("{kind}_{}", by_rank.unwrap_or_else(|| key_part(machine)))
            };
            if times.number().is_some() {
                let last = machines.len().to_string();
                let found: Vec<Decimal> =
                    self.followed.of_task(task, &column(&last)).into_iter().collect();
                self.marking.number(published, &[name, task.as_str()], times, &found);
            } else {
                let found = |machine: &str| self.followed.of_task(task, &column(machine));
                self.marking.numbers(published, &[name, task.as_str()], times, &found);
            }
        }
        if entries(tree).is_empty() {
            self.marking.judgement.unknown(name);
        }
    }

    /// Idle time of machines: over the total time, or before each task only; or waits of tasks.
    fn idle(&mut self, name: &str, tree: &Tree) {
        let published = self.section.published;
        let of = |machine: &str| -> Vec<Decimal> {
            let rows = [format!("inactivite.{machine}"), format!("arret.{machine}")];
            rows.iter().flat_map(|row| self.followed.summary(row)).collect()
        };
        let machines: Vec<String> = self.input.machines.iter().map(|code| key_part(code)).collect();
        let last = machines.last().cloned().unwrap_or_default();
        let mut marks: Vec<(Vec<&str>, &Tree, Vec<Decimal>)> = Vec::new();
        if tree.number().is_some() {
            // "temps_mort_M1" names its machine; the last one is meant otherwise.
            let named = machines.iter().find(|machine| name.ends_with(&format!("_{machine}")));
            let mut found = of(named.unwrap_or(&last));
            found.extend(self.followed.summary("attente_totale"));
            marks.push((vec![name], tree, found));
        }
        for (key, value) in entries(tree) {
            let mut found = of(&key_part(key));
            found.extend(self.followed.of_task(key, &format!("attente_{last}")));
            marks.push((vec![name, key.as_str()], value, found));
        }
        if marks.is_empty() {
            self.marking.judgement.unknown(name);
        }
        for (path, value, found) in marks {
            self.marking.number(published, &path, value, &found);
        }
    }
}
