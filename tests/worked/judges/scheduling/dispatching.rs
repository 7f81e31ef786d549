//! Priority rules on one machine: the sequence of each rule, its flow times and lateness.

use casdecole::domain::planning::finite_scheduling::dispatching::{
    Sequencing, SingleMachineInput, read_input, worksheet,
};
use casdecole::domain::planning::finite_scheduling::task_names::{key_part, read_sequence};
use casdecole::domain::planning::schedule_check::PriorityRule;
use casdecole::domain::planning::tree::{Node, Problems, Tree};
use rust_decimal::Decimal;

use super::marking::{Made, Marking, Section, entries, sections, texts};
use crate::example::{Example, understood};
use crate::judgement::Judgement;

/// Judges one machine.
pub fn judge(example: &Example) -> Result<Judgement, String> {
    let input = read(example)?;
    let made = Made::of(worksheet(&input))?;
    let mut marking = Marking::new(example);
    for section in sections(example) {
        for (name, tree) in entries(section.tree) {
            let mut judge = Rules { marking: &mut marking, section, input: &input, made: &made };
            judge.figure(name, tree);
        }
    }
    Ok(marking.judgement)
}

/// Tasks of the inputs, with the rules that the figures name.
fn read(example: &Example) -> Result<SingleMachineInput, String> {
    let mut problems = Problems::default();
    // Rules are asked by the figures: the reading of tasks alone must succeed.
    let probe = Tree::Entries(vec![
        ("taches".to_owned(), task_tree(&example.inputs)),
        ("date".to_owned(), date_tree(&example.inputs)),
        ("regle".to_owned(), Tree::Text("FIFO".to_owned())),
    ]);
    let input = read_input(&Node::root("inputs", &probe), &mut problems);
    let mut input = understood(input, &problems)?;
    for section in sections(example) {
        for (name, _) in entries(section.tree) {
            let Some(rule) = rule_named(name) else { continue };
            let order = Sequencing::Rule(rule);
            if !input.orders.contains(&order) {
                input.orders.push(order);
            }
        }
    }
    for (names, rule) in [
        (["ratio_critique", "ratios_critiques", "ratios"], PriorityRule::CriticalRatio),
        (["marge", "marges", "slack"], PriorityRule::LeastSlack),
    ] {
        let asked = sections(example)
            .iter()
            .any(|section| names.iter().any(|name| section.tree.get(name).is_some()));
        if asked && !input.orders.contains(&Sequencing::Rule(rule)) {
            input.orders.push(Sequencing::Rule(rule));
        }
    }
    Ok(input)
}

/// A rule by the name of its figures (`FCFS`, `sequence_SPT`).
fn rule_named(name: &str) -> Option<PriorityRule> {
    let bare = ["sequence_", "ordre_", "regle_"].iter().find_map(|start| name.strip_prefix(start));
    PriorityRule::named(bare.unwrap_or(name))
}

fn task_tree(inputs: &Tree) -> Tree {
    let found = ["taches", "travaux", "jobs", "commandes", "ordres", "lots", "of"]
        .iter()
        .find_map(|name| inputs.get(name));
    match found {
        Some(Tree::Entries(tasks)) => {
            Tree::Entries(tasks.iter().map(|(code, task)| (code.clone(), renamed(task))).collect())
        }
        Some(Tree::List(tasks)) => Tree::List(tasks.iter().map(renamed).collect()),
        found => found.cloned().unwrap_or_default(),
    }
}

/// A task with the names of its fields that the calculator reads.
fn renamed(task: &Tree) -> Tree {
    const FIELDS: [(&str, &[&str]); 3] = [
        ("temps", &["reste", "restant", "duration", "time", "t", "p", "temps_restant", "charge"]),
        ("echeance", &["due", "due_date", "d", "date", "date_livraison", "besoin", "delivery"]),
        ("poids", &["weight", "w", "priorite_client"]),
    ];
    let Tree::Entries(fields) = task else { return task.clone() };
    let named = fields.iter().map(|(name, tree)| {
        let known = FIELDS.iter().find(|(_, others)| others.contains(&name.as_str()));
        (known.map_or(name.as_str(), |(known, _)| *known).to_owned(), tree.clone())
    });
    Tree::Entries(named.collect())
}

fn date_tree(inputs: &Tree) -> Tree {
    let found = ["aujourdhui", "date", "jour"].iter().find_map(|name| inputs.get(name));
    found.cloned().unwrap_or_default()
}

/// The judgement of one section.
struct Rules<'a, 'b> {
    marking: &'a mut Marking<'b>,
    section: Section<'a>,
    input: &'a SingleMachineInput,
    made: &'a Made,
}

/// Rows of measures by the names of figures.
static MEASURES: [(&str, &[&str]); 10] = [
    ("flux_total", &["total_flux", "flux_total", "somme_flux", "total_fins"]),
    ("flux_moyen", &["flux_moyen", "temps_moyen", "fin_moyenne", "temps_flux_moyen"]),
    ("utilisation", &["utilisation_pct", "utilisation", "taux_utilisation"]),
    ("taches_moyennes", &["taches_moyennes", "nombre_moyen", "nombre_moyen_taches"]),
    ("retard_total", &["retard_total", "total_retard", "somme_retards"]),
    ("retard_moyen", &["retard_moyen"]),
    ("retard_max", &["retard_max", "retard_maximal", "plus_grand_retard", "tmax", "lmax"]),
    (
        "nombre_retards",
        &["nombre_retards", "taches_en_retard", "nb_retards", "nombre_en_retard", "en_retard"],
    ),
    ("duree_totale", &["duree_totale", "makespan", "cmax"]),
    ("flux_pondere", &["flux_pondere", "somme_ponderee"]),
];

impl Rules<'_, '_> {
    fn figure(&mut self, name: &str, tree: &Tree) {
        let published = self.section.published;
        let column = match name {
            "ratio_critique" | "ratios_critiques" | "ratios" => "ratio_critique",
            "marge" | "marges" | "slack" => "marge",
            _ => return self.rule(name, tree),
        };
        let made = self.made;
        let found = |task: &str| made.number(&format!("tache.{}", key_part(task)), column);
        self.marking.numbers(published, &[name], tree, &found);
    }

    fn rule(&mut self, name: &str, tree: &Tree) {
        let alone = matches!(name, "ordre" | "sequence" | "ordre_passage");
        let asked = if alone { self.rule_of(tree) } else { rule_named(name) };
        let Some(rule) = asked else {
            self.marking.judgement.unknown(name);
            return;
        };
        if matches!(tree, Tree::Entries(_)) {
            for (measure, tree) in entries(tree) {
                self.measure(name, rule, measure, tree);
            }
        } else {
            self.sequence(&[name], rule, tree);
        }
    }

    /// The rule of a sequence without name: one that gives it, else the last that was asked.
    fn rule_of(&self, tree: &Tree) -> Option<PriorityRule> {
        let rules: Vec<PriorityRule> = self
            .input
            .orders
            .iter()
            .filter_map(|order| match order {
                Sequencing::Rule(rule) => Some(*rule),
                Sequencing::Given(_) => None,
            })
            .collect();
        let stated = texts(tree);
        let fits = rules.iter().rev().find(|rule| self.order(**rule) == stated);
        fits.or(rules.last()).copied()
    }

    fn measure(&mut self, name: &str, rule: PriorityRule, measure: &str, tree: &Tree) {
        let path = [name, measure];
        let published = self.section.published;
        let known = MEASURES.iter().find(|(_, names)| names.contains(&measure));
        if let Some((row, _)) = known {
            let found = self.made.number(&format!("{}.{row}", rule.key()), "valeur");
            // A rate may be printed as a share of one.
            let share =
                found.filter(|_| *row == "utilisation").map(|rate| rate / Decimal::ONE_HUNDRED);
            let found: Vec<Decimal> = found.into_iter().chain(share).collect();
            self.marking.number(published, &path, tree, &found);
            return;
        }
        match measure {
            "sequence" | "ordre" | "ordre_passage" => self.sequence(&path, rule, tree),
            "fins" | "debuts" | "retards" | "flux" => {
                let column =
                    if measure == "flux" { measure } else { measure.trim_end_matches('s') };
                let by_rank = matches!(tree, Tree::List(_));
                let (made, order) = (self.made, self.order(rule));
                let found = |task: &str| {
                    let rank = if by_rank {
                        task.parse::<usize>().ok()?
                    } else {
                        order.iter().position(|code| code == task)? + 1
                    };
                    made.number(&format!("{}.{rank}", rule.key()), column)
                };
                self.marking.numbers(published, &path, tree, &found);
            }
            _ => {
                // A rule may also give the index of each task.
                let row = format!("tache.{}", key_part(measure));
                let column =
                    if rule == PriorityRule::LeastSlack { "marge" } else { "ratio_critique" };
                let found: Vec<Decimal> = self.made.number(&row, column).into_iter().collect();
                self.marking.number(published, &path, tree, &found);
            }
        }
    }

    /// Codes of the tasks in the order of a rule.
    fn order(&self, rule: PriorityRule) -> Vec<String> {
        (1..=self.input.tasks.len())
            .filter_map(|rank| self.made.text(&format!("{}.{rank}", rule.key()), "ordre"))
            .collect()
    }

    fn sequence(&mut self, path: &[&str], rule: PriorityRule, tree: &Tree) {
        let codes: Vec<String> = self.input.tasks.iter().map(|task| task.code.clone()).collect();
        let expected = texts(tree).join(", ");
        let Some(ranks) = read_sequence(&expected, &codes) else {
            self.marking.judgement.unknown(path.join("."));
            return;
        };
        let named: Vec<&String> = ranks.iter().filter_map(|rank| codes.get(*rank)).collect();
        let ours = self.order(rule);
        let alike = named.into_iter().eq(&ours);
        let ours = ours.join(", ");
        self.marking.words(self.section.published, path, [expected.as_str(), ours.as_str()], alike);
    }
}
