//! Orders to place, with the operations that make their components when asked.

use rust_decimal::Decimal;

use super::{key_of, point, steps};
use crate::domain::planning::calculator::Request;
use crate::domain::planning::lead_time_scheduling::{
    DurationUnit, MOST_STEPS, ScheduledOrder, Step, StepQuantity, TimePoint,
};
use crate::domain::planning::tree::{Node, Problems};

/// Deepest nomenclature followed.
const DEEPEST: usize = 20;

/// The orders of `lancements`, or the single one of the options.
pub(super) fn read(
    request: &Request<'_>,
    unit: DurationUnit,
    problems: &mut Problems,
) -> Vec<ScheduledOrder> {
    let list = request.options.any_field(&["lancements", "ordres"]);
    if list.is_missing() {
        return order(request, &request.options, String::new(), unit, problems)
            .into_iter()
            .collect();
    }
    let mut orders = Vec::new();
    for (rank, node) in list.items(problems).iter().enumerate() {
        let name = node.any_field(&["ordre", "numero", "nom"]).text(problems);
        let name = name.unwrap_or_else(|| format!("ordre {}", rank + 1));
        orders.extend(order(request, node, name, unit, problems));
    }
    orders
}

fn order(
    request: &Request<'_>,
    node: &Node<'_>,
    name: String,
    unit: DurationUnit,
    problems: &mut Problems,
) -> Option<ScheduledOrder> {
    let own = node.field("article");
    let own = if own.is_missing() { request.options.field("article") } else { own };
    let article = own.text(problems);
    let quantity = node.field("quantite").quantity_or(Decimal::ONE, problems);
    let release = point(&node.any_field(&["lancement", "date_debut"]), problems);
    let due = point(&node.any_field(&["echeance", "date_fin"]), problems);
    let list = node.field("operations");
    let list = if list.is_missing() { request.options.field("operations") } else { list };
    let steps = match &article {
        _ if !list.is_missing() => steps::written(request, &list, unit, problems),
        Some(article) => of_article(request, article, unit, problems)?,
        None => {
            list.require(problems);
            return None;
        }
    };
    let release = release.or_else(|| due.is_none().then_some(TimePoint::Number(Decimal::ZERO)));
    Some(ScheduledOrder { code: key_of(&name), label: name, quantity, release, due, steps })
}

/// Operations of an article, those of its components before them when `composants` is asked.
fn of_article(
    request: &Request<'_>,
    article: &str,
    unit: DurationUnit,
    problems: &mut Problems,
) -> Option<Vec<Step>> {
    let own = steps::of_routing(request, article, unit, problems)?;
    if request.options.field("composants").flag(problems) != Some(true) {
        return Some(own);
    }
    let mut explosion = Explosion { request, unit, steps: Vec::new(), visited: 0 };
    explosion.add(article, own, DEEPEST, problems);
    if explosion.steps.len() > MOST_STEPS || explosion.visited > MOST_STEPS {
        problems.add(
            request.options.field("composants").path(),
            format!("la nomenclature de {article} donne plus de {MOST_STEPS} opérations."),
            "Jalonnez les composants à part.",
        );
        return None;
    }
    Some(explosion.steps)
}

/// Operations of an article and of its components, those of components first.
struct Explosion<'r, 'a> {
    request: &'r Request<'a>,
    unit: DurationUnit,
    steps: Vec<Step>,
    /// Articles met, to bound the work.
    visited: usize,
}

impl Explosion<'_, '_> {
    /// Adds the operations of the components of an article, then its own; gives the ranks of these.
    fn add(
        &mut self,
        article: &str,
        own: Vec<Step>,
        depth: usize,
        problems: &mut Problems,
    ) -> Vec<usize> {
        self.visited += 1;
        let request = self.request;
        let bill = request.data.bill(article);
        let lines = bill.map(|bill| bill.lines.as_slice()).unwrap_or_default();
        let mut made = Vec::new();
        for line in lines {
            let is_made = request.data.routing(&line.component).is_some();
            if !is_made || depth == 0 || self.visited > MOST_STEPS {
                continue;
            }
            let steps = steps::of_routing(request, &line.component, self.unit, problems);
            let ranks = self.add(&line.component, steps.unwrap_or_default(), depth - 1, problems);
            made.push((ranks, line));
        }
        let before: Vec<usize> =
            made.iter().filter_map(|(ranks, _)| ranks.last().copied()).collect();
        let first = self.steps.len();
        let ranks: Vec<usize> = (first..first + own.len()).collect();
        for (place, mut step) in own.into_iter().enumerate() {
            step.key = format!("{}.{}", key_of(article), step.key);
            step.label = format!("{article} {}", step.label);
            step.after = match place.checked_sub(1) {
                Some(previous) => vec![first + previous],
                None => before.clone(),
            };
            self.steps.push(step);
        }
        for (ranks, line) in made {
            let last = ranks.last().copied().unwrap_or_default();
            for rank in ranks {
                let Some(step) = self.steps.get_mut(rank) else { continue };
                step.quantity = if rank == last {
                    StepQuantity::Net {
                        user: first,
                        component: line.component.clone(),
                        per_piece: line.quantity,
                    }
                } else {
                    StepQuantity::Same { step: last }
                };
            }
        }
        ranks
    }
}

/// Stocks written in the options, else those of the articles.
pub(super) fn stocks(request: &Request<'_>, problems: &mut Problems) -> Vec<(String, Decimal)> {
    let written = request.options.field("stock");
    if !written.is_missing() {
        let mut stocks = Vec::new();
        for (component, node) in written.entries(problems) {
            let stock = node.quantity_or(Decimal::ZERO, problems);
            stocks.push((component, stock));
        }
        return stocks;
    }
    let items = request.data.items.iter();
    items.filter_map(|item| Some((item.code.clone(), item.stock?))).collect()
}
