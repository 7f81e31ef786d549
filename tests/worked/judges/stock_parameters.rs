//! Parameters of stocks: economic quantities, reorder points, reserves, costs, rotation; follow-ups
//! and ABC classifications. Exercises of a course combine them, so a figure is looked up by its name
//! among everything that the inputs allow to compute.

mod abc;
mod abc_inputs;
pub mod figures;
mod follow_up;
mod money;
mod quantities;
mod quantity_inputs;
mod replenishment;
mod reserves;
mod season;

use casdecole::domain::planning::stock_parameters::single_period::SinglePeriodInput;
use casdecole::domain::planning::tree::Tree;
use rust_decimal::Decimal;

use self::figures::{Inputs, Output, RANKS, Section, normalised, sections, settle};
use self::quantities::Quantities;
use crate::example::Example;
use crate::judgement::Judgement;

/// Judges the topics "Stocks: …" and "ABC / Pareto".
pub fn judge(example: &Example) -> Option<Result<Judgement, String>> {
    let topic = normalised(&example.topic);
    let valued = topic.contains("valorisation") || topic.contains("inventaire");
    if topic.starts_with("abc") || topic.contains("pareto") {
        return Some(abc::judge(example));
    }
    if !topic.starts_with("stock") || valued {
        return None;
    }
    let inputs = Inputs::of(&example.inputs);
    if follow_up::is_one(&inputs) {
        return Some(follow_up::judge(example));
    }
    if let Some(followed) = inputs.parts().find(|(_, tree)| follow_up::is_one(&Inputs::of(tree))) {
        return Some(with_follow_up(example, &inputs, followed.1));
    }
    Some(judged(example, &inputs))
}

/// An exercise whose part is a follow-up: each group of figures goes to what knows it best.
fn with_follow_up(
    example: &Example,
    inputs: &Inputs<'_>,
    followed: &Tree,
) -> Result<Judgement, String> {
    let Tree::Entries(sections) = &example.expected else {
        return Err("the expected figures are not named".to_owned());
    };
    let mut judgement = Judgement::default();
    for (section, tree) in sections {
        let Tree::Entries(figures) = tree else { continue };
        for figure in figures {
            let alone = Tree::Entries(vec![figure.clone()]);
            let expected = Tree::Entries(vec![(section.clone(), alone)]);
            let trace =
                Example { expected: expected.clone(), inputs: followed.clone(), ..example.clone() };
            let of_trace = follow_up::judge(&trace)?;
            let of_parameters = judged(&Example { expected, ..example.clone() }, inputs)?;
            let errors = |one: &Judgement| one.differences.len() + one.unknown.len();
            let better = errors(&of_parameters) < errors(&of_trace);
            merge(&mut judgement, if better { of_parameters } else { of_trace });
        }
    }
    Ok(judgement)
}

/// Adds the figures of another judgement.
pub fn merge(all: &mut Judgement, one: Judgement) {
    all.compared += one.compared;
    all.differences.extend(one.differences);
    all.slips.extend(one.slips);
    all.unknown.extend(one.unknown);
}

fn judged(example: &Example, inputs: &Inputs<'_>) -> Result<Judgement, String> {
    let words = normalised(&example.conventions);
    let problem = Problem::new("", inputs, words.contains("increment"), 0);
    if problem.is_empty() {
        return Err("nothing can be computed from these inputs".to_owned());
    }
    let mut judgement = Judgement::default();
    for section in sections(example) {
        let visit = Visit { example, section };
        visit.figures(&mut judgement, &problem, &mut Vec::new(), section.tree);
    }
    Ok(judgement)
}

/// Everything that some inputs allow to compute, and the same of their parts.
struct Problem {
    name: String,
    quantities: Option<Quantities>,
    season: Option<SinglePeriodInput>,
    outputs: Vec<Output>,
    parts: Vec<Problem>,
}

/// Names of a yearly demand, which makes an exercise of its own of a part.
const DEMAND: [&str; 3] = ["D", "demande", "demande_annuelle"];

/// Whether a part only completes the exercise around it: its prices, the quantities to compare.
fn describes_whole(name: &str) -> bool {
    let words = ["remise", "tarif", "ristourne", "politique", "solution", "lots", "policies"];
    words.iter().any(|word| normalised(name).starts_with(word))
}

/// Parts of parts are followed so far.
const DEEPEST: usize = 3;

impl Problem {
    fn new(name: &str, inputs: &Inputs<'_>, incremental: bool, depth: usize) -> Self {
        let incremental = incremental || normalised(name).contains("increment");
        let quantities = Quantities::read(inputs, incremental);
        let mut outputs = quantities.as_ref().map(Quantities::outputs).unwrap_or_default();
        outputs.extend(season::season_outputs(inputs));
        outputs.extend(replenishment::review_outputs(inputs));
        outputs.extend(reserves::safety_outputs(inputs));
        outputs.extend(replenishment::reorder_outputs(inputs));
        outputs.extend(reserves::depots_outputs(inputs));
        outputs.extend(money::expenses_outputs(inputs));
        outputs.extend(money::turnover_outputs(inputs));
        let named = inputs.parts().filter(|(name, tree)| {
            depth < DEEPEST && (!describes_whole(name) || Inputs::of(tree).has(&DEMAND))
        });
        let kept = |name: &str| !describes_whole(name);
        let listed = inputs.listed_parts(kept).filter(|_| depth == 0);
        let parts = named
            .chain(listed)
            .map(|(name, tree)| Self::new(name, &inputs.part(tree), incremental, depth + 1))
            .filter(|part| !part.is_empty())
            .collect();
        let season = season::season(inputs);
        Self { name: normalised(name), quantities, season, outputs, parts }
    }

    fn is_empty(&self) -> bool {
        self.outputs.is_empty() && self.parts.is_empty()
    }

    /// The part that a group of figures speaks of: "remise" for "remises".
    fn part(&self, group: &str) -> Option<&Self> {
        let stem = |name: &str| name.trim_end_matches('s').to_owned();
        self.parts.iter().find(|part| stem(&part.name) == stem(group))
    }

    /// Answers to a figure that has no other name than its exercise.
    fn main_answers(&self, topic: &str) -> Vec<Decimal> {
        let asked = MAIN.iter().filter(|(word, _)| topic.contains(word));
        asked.flat_map(|(_, name)| self.answers(name)).collect()
    }

    /// Answers to a figure: by its name, by a name and a number (`qec_600`), then by the parts.
    fn answers(&self, name: &str) -> Vec<Decimal> {
        let named = self.outputs.iter().filter(|output| output.answers(name));
        let named: Vec<Decimal> = named.flat_map(|output| output.values.clone()).collect();
        if !named.is_empty() {
            return named;
        }
        let numbered = name
            .rsplit_once('_')
            .and_then(|(base, number)| Some((base, Decimal::from_str_exact(number).ok()?)));
        if let (Some(quantities), Some((base, number))) = (&self.quantities, numbered) {
            let found = quantities.at(base, number);
            if !found.is_empty() {
                return found;
            }
        }
        if let (Some(season), Some(("cout_a" | "cout" | "g", number))) = (&self.season, numbered) {
            return season::cost_of(season, number);
        }
        let mut parts = self.parts.iter().map(|part| part.answers(name));
        parts.find(|found| !found.is_empty()).unwrap_or_default()
    }
}

/// What a figure without name is in an exercise of these topics.
const MAIN: [(&str, &str); 6] = [
    ("couverture", "couverture"),
    ("rotation", "rotation"),
    ("securite", "ss"),
    ("economique", "q"),
    ("point", "point_commande"),
    ("recompletement", "niveau"),
];

/// A walk through the figures of a section.
struct Visit<'a> {
    example: &'a Example,
    section: Section<'a>,
}

impl<'a> Visit<'a> {
    fn figures(
        &self,
        judgement: &mut Judgement,
        problem: &Problem,
        path: &mut Vec<&'a str>,
        tree: &'a Tree,
    ) {
        if let Tree::List(items) = tree {
            for (rank, item) in RANKS.into_iter().zip(items) {
                path.push(rank);
                let problem = problem.part(rank).unwrap_or(problem);
                self.figures(judgement, problem, path, item);
                path.pop();
            }
            return;
        }
        let Tree::Entries(entries) = tree else {
            self.figure(judgement, problem, path, tree);
            return;
        };
        for (name, tree) in entries {
            path.push(name);
            let problem = problem.part(&normalised(name)).unwrap_or(problem);
            self.figures(judgement, problem, path, tree);
            path.pop();
        }
    }

    fn figure(&self, judgement: &mut Judgement, problem: &Problem, path: &[&str], tree: &Tree) {
        let mut names = path.iter().rev().filter(|name| !RANKS.contains(name));
        let name = normalised(names.next().copied().unwrap_or_default());
        let group = normalised(names.next().copied().unwrap_or_default());
        let mut answers = Vec::new();
        if let Some(quantities) = problem.quantities.as_ref().filter(|_| !group.is_empty()) {
            answers = quantities.policy(&group, &name);
        }
        if answers.is_empty() {
            answers = problem.answers(&name);
        }
        if answers.is_empty() && (name.is_empty() || name == problem.name) {
            answers = problem.main_answers(&normalised(&self.example.topic));
        }
        settle(judgement, self.example, self.section, path, tree, &answers);
    }
}
