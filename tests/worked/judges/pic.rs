//! Judge of plans of families: strategies compared by cost, constant production, stocks.

pub mod figures;
mod inputs;
mod rows;

use casdecole::domain::planning::sales_and_operations_plan::{
    MAX_OPTIMUM_PERIODS, PlanInput, Strategy, worksheet,
};
use casdecole::domain::planning::tree::Tree;
use rust_decimal::Decimal;

use crate::example::Example;
use crate::judgement::Judgement;
use figures::{Checks, Solved, best, entries, figures_of, folded, month, rank_in};
use inputs::Conventions;
use rows::{COST, Figure, PRODUCTION, Single, figure, row_told};

/// Judges a plan of families.
pub fn judge(example: &Example) -> Option<Result<Judgement, String>> {
    example.topic.to_lowercase().starts_with("pic").then(|| judged(example))
}

/// All conventions that the inputs leave open are tried; the one that gives most figures is kept.
fn judged(example: &Example) -> Result<Judgement, String> {
    let mut tried = Vec::new();
    for conventions in Conventions::ALL {
        let families = inputs::read(&example.inputs, conventions)?;
        let plans: Vec<Plan> =
            families.into_iter().map(|(name, input)| Plan::new(&name, &input)).collect();
        for default in [Strategy::Level, Strategy::Imposed, Strategy::Chase] {
            let mut walk = Walk { plans: &plans, default, checks: Checks::default() };
            let context = Context { family: 0, strategy: None, published: true };
            walk.tree(&example.expected, "", &context);
            tried.push(walk.checks.settle(example));
        }
    }
    best(tried).ok_or_else(|| "no convention to try".to_owned())
}

/// One family under each strategy.
struct Plan {
    name: String,
    periods: Vec<String>,
    solved: Vec<(Strategy, Solved)>,
}

impl Plan {
    fn new(name: &str, input: &PlanInput) -> Self {
        let periods = input.periods.names.clone();
        let mut solved = Vec::new();
        for strategy in [
            Strategy::Level,
            Strategy::Chase,
            Strategy::LevelWithoutShortage,
            Strategy::Imposed,
            Strategy::Optimum,
        ] {
            let fits = match strategy {
                Strategy::Optimum => periods.len() <= MAX_OPTIMUM_PERIODS,
                Strategy::Imposed => input.families.iter().all(|family| !family.imposed.is_empty()),
                Strategy::Level | Strategy::Chase | Strategy::LevelWithoutShortage => true,
            };
            let alone = PlanInput { strategies: vec![strategy], ..input.clone() };
            if let Some(values) = worksheet(&alone).ok().filter(|_| fits).and_then(Solved::new) {
                solved.push((strategy, values));
            }
        }
        Self { name: folded(name), periods, solved }
    }

    fn value(&self, strategy: Strategy, row: &str, column: &str) -> Option<Decimal> {
        let found = self.solved.iter().find(|(known, _)| *known == strategy);
        found.and_then(|(_, solved)| solved.number(row, column))
    }

    /// Rank of a period by its name, its number or its month, from 0.
    fn rank(&self, name: &str) -> Option<usize> {
        let by_name = self.periods.iter().position(|known| folded(known) == folded(name));
        let by_number = || rank_in(name).and_then(|rank| rank.checked_sub(1));
        let rank = by_name.or_else(by_number).or_else(|| month(name))?;
        (rank < self.periods.len()).then_some(rank)
    }
}

/// Where the walk is.
#[derive(Clone, Copy)]
struct Context {
    family: usize,
    strategy: Option<Strategy>,
    published: bool,
}

struct Walk<'a> {
    plans: &'a [Plan],
    /// Strategy of figures whose name speaks of none.
    default: Strategy,
    checks: Checks,
}

impl Walk<'_> {
    fn tree(&mut self, tree: &Tree, path: &str, context: &Context) {
        for (key, value) in entries(tree) {
            let name = folded(key);
            let here = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
            let mut context = *context;
            if name.starts_with("published") || name.starts_with("recomputed") {
                context.published = name.starts_with("published");
                self.tree(value, &here, &context);
                continue;
            }
            if let Some(family) = self.plans.iter().position(|plan| plan.name == name) {
                context.family = family;
            }
            context.strategy = strategy(&name).or(context.strategy);
            match (value, figure(&name)) {
                (Tree::Text(text), _) if value.number().is_none() => {
                    self.words(text, &here, &context);
                }
                (_, Some(figure)) => self.figure(&figure, value, &here, &context),
                (Tree::Entries(_), None) => self.tree(value, &here, &context),
                (Tree::List(_), None) if strategy(&name).is_some() => {
                    self.figure(&PRODUCTION, value, &here, &context);
                }
                (_, None) if strategy(&name).is_some() => {
                    self.figure(&COST, value, &here, &context);
                }
                (_, None) => self.checks.add(&here, context.published, value, "", None),
            }
        }
    }

    fn figure(&mut self, figure: &Figure, value: &Tree, path: &str, context: &Context) {
        let Some(plan) = self.plans.get(context.family) else { return };
        match value {
            Tree::List(items) => {
                for (rank, item) in items.iter().enumerate() {
                    self.period(figure, plan, rank, item, path, context);
                }
                if items.len() > plan.periods.len() {
                    self.checks.add(path, context.published, value, "", None);
                }
            }
            Tree::Entries(items) if items.iter().all(|(key, _)| plan.rank(key).is_some()) => {
                for (key, item) in items {
                    let rank = plan.rank(key).unwrap_or_default();
                    self.period(figure, plan, rank, item, path, context);
                }
            }
            Tree::Entries(_) => self.tree(value, path, context),
            _ => self.single(figure, plan, value, path, context),
        }
    }

    fn period(
        &mut self,
        figure: &Figure,
        plan: &Plan,
        rank: usize,
        expected: &Tree,
        path: &str,
        context: &Context,
    ) {
        let strategy = context.strategy.unwrap_or(self.default);
        let column = plan.periods.get(rank).map_or("", String::as_str);
        let found = plan.value(strategy, figure.row, column);
        let cell = format!("{} {} {} {column}", plan.name, strategy.key(), figure.row);
        let path = format!("{path} {column}");
        self.checks.add(&path, context.published, expected, &cell, found);
    }

    fn single(
        &mut self,
        figure: &Figure,
        plan: &Plan,
        expected: &Tree,
        path: &str,
        context: &Context,
    ) {
        let strategy = context.strategy.unwrap_or(self.default);
        let last = plan.periods.last().map_or("", String::as_str);
        let (row, column) = match figure.single {
            Single::At(column) => (figure.row, column),
            Single::LastPeriod => (figure.row, last),
            Single::Of(row) => (row, "valeur"),
        };
        let found = plan.value(strategy, row, column);
        let cell = format!("{} {} {row} {column}", plan.name, strategy.key());
        self.checks.add(path, context.published, expected, &cell, found);
    }

    /// Figures told in words: "20 units stocked in period 2, 40 overtime units in period 4".
    fn words(&mut self, text: &str, path: &str, context: &Context) {
        let Some(plan) = self.plans.get(context.family) else { return };
        let strategy = context.strategy.unwrap_or(self.default);
        for clause in text.split([',', ';']) {
            let row = row_told(&folded(clause));
            let told = figures_of(clause);
            let (Some(row), [quantity, .., period]) = (row, told.as_slice()) else {
                self.checks.add(path, context.published, &Tree::Text(clause.to_owned()), "", None);
                continue;
            };
            let rank = usize::try_from(*period).ok().and_then(|period| period.checked_sub(1));
            let column = rank.and_then(|rank| plan.periods.get(rank));
            let found = column.and_then(|column| plan.value(strategy, row, column));
            let expected = Tree::Number(*quantity);
            let path = format!("{path} « {} »", clause.trim());
            self.checks.add(&path, context.published, &expected, &path, found);
        }
    }
}

/// The strategy that a name speaks of.
fn strategy(name: &str) -> Option<Strategy> {
    let says = |words: &[&str]| words.iter().any(|word| name.contains(word));
    if says(&["sans_rupture"]) && says(&["constant", "cadence"]) {
        Some(Strategy::LevelWithoutShortage)
    } else if says(&["poursuite", "chase", "synchron"]) {
        Some(Strategy::Chase)
    } else if says(&["lissage", "lisse", "level", "constant", "nivel"]) {
        Some(Strategy::Level)
    } else if says(&["optim", "minimum_cost", "cout_minim", "least_cost"]) {
        Some(Strategy::Optimum)
    } else {
        None
    }
}
