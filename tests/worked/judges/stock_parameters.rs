//! Parameters of stocks: economic quantities, reorder points, reserves, costs, rotation; follow-ups
//! and ABC classifications. Exercises of a course combine them, so a figure is looked up by its name
//! among everything that the inputs allow to compute.

mod abc;
pub mod figures;
mod follow_up;
mod money;
mod quantities;
mod quantity_inputs;
mod replenishment;
mod reserves;

use casdecole::domain::planning::tree::Tree;
use rust_decimal::Decimal;

use self::figures::{Inputs, Output, Section, normalised, sections, settle};
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
    Some(judged(example, &inputs))
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
        outputs.extend(reserves::newsvendor_outputs(inputs));
        outputs.extend(replenishment::review_outputs(inputs));
        outputs.extend(reserves::safety_outputs(inputs));
        outputs.extend(replenishment::reorder_outputs(inputs));
        outputs.extend(reserves::depots_outputs(inputs));
        outputs.extend(money::expenses_outputs(inputs));
        outputs.extend(money::turnover_outputs(inputs));
        let parts = inputs.parts().filter(|(name, tree)| {
            depth < DEEPEST && (!describes_whole(name) || Inputs::of(tree).has(&DEMAND))
        });
        let parts = parts
            .map(|(name, tree)| Self::new(name, &inputs.part(tree), incremental, depth + 1))
            .filter(|part| !part.is_empty())
            .collect();
        Self { name: normalised(name), quantities, outputs, parts }
    }

    fn is_empty(&self) -> bool {
        self.outputs.is_empty() && self.parts.is_empty()
    }

    /// The part that a group of figures speaks of: "remise" for "remises".
    fn part(&self, group: &str) -> Option<&Self> {
        let stem = |name: &str| name.trim_end_matches('s').to_owned();
        self.parts.iter().find(|part| stem(&part.name) == stem(group))
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
        let mut parts = self.parts.iter().map(|part| part.answers(name));
        parts.find(|found| !found.is_empty()).unwrap_or_default()
    }
}

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
        let name = normalised(path.last().copied().unwrap_or_default());
        let group = path.len().checked_sub(2).and_then(|group| path.get(group));
        let group = normalised(group.copied().unwrap_or_default());
        let mut answers = Vec::new();
        if let Some(quantities) = problem.quantities.as_ref().filter(|_| !group.is_empty()) {
            answers = quantities.policy(&group, &name);
        }
        if answers.is_empty() {
            answers = problem.answers(&name);
        }
        settle(judgement, self.example, self.section, path, tree, &answers);
    }
}
