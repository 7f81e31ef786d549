//! The plan of the family (PIC) that articles share: written, or taken from another calculation.

use super::frame::{bucket_key, is_one_row, opening_name};
use super::{Bucket, FamilyPlan, MasterScheduleInput};
use crate::domain::planning::calculator::Request;
use crate::domain::planning::data::Periods;
use crate::domain::planning::sales_and_operations_plan::{rounding, series};
use crate::domain::planning::tree::{Node, Problems, Tree};
use crate::domain::planning::worksheet::{Source, Value, Worksheet};

/// Cells of another calculation that the quantities of the plan come from.
pub(super) type PlanSource = Vec<Source>;

/// The plan and where it comes from; both `None` when no plan is written, nothing when it cannot be
/// read.
pub(super) fn read(
    request: &Request<'_>,
    periods: &Periods,
    problems: &mut Problems,
) -> Option<(Option<FamilyPlan>, Option<PlanSource>)> {
    let options = &request.options;
    let plan = options.field("pic");
    if plan.is_missing() {
        return Some((None, None));
    }
    let spread = spread(&options.field("periodes_pic"), periods, problems)?;
    let (buckets, source) = match plan.tree() {
        Some(Tree::Text(path)) => {
            let (buckets, source) = imported(request, &plan, path, spread, problems)?;
            (buckets, Some(source))
        }
        _ => (written(&plan, spread, problems)?, None),
    };
    let label = options.field("famille").text_or("", problems);
    let rounding = rounding::read(&options.field("arrondi"), &options.field("decimales"), problems);
    Some((Some(FamilyPlan { label, buckets, rounding }), source))
}

/// Names of the quantities and periods that each covers: one period each when nothing is written.
fn spread(
    node: &Node<'_>,
    periods: &Periods,
    problems: &mut Problems,
) -> Option<Vec<(String, usize)>> {
    let mut entries: Vec<(String, Node<'_>)> = Vec::new();
    match node.tree() {
        None => return Some(periods.names.iter().map(|name| (name.clone(), 1)).collect()),
        Some(Tree::List(_)) => {
            let items = node.items(problems).into_iter().enumerate();
            entries.extend(items.map(|(rank, item)| ((rank + 1).to_string(), item)));
        }
        Some(_) => entries = node.entries(problems),
    }
    let before = problems.found.len();
    let mut found = Vec::with_capacity(entries.len());
    for (name, entry) in entries {
        entry.require(problems);
        let count = entry.whole(problems).and_then(|count| usize::try_from(count).ok());
        found.push((name, count.unwrap_or_default()));
    }
    let covered = found.iter().fold(0usize, |total, (_, count)| total.saturating_add(*count));
    if problems.found.len() == before && covered != periods.len() {
        problems.add(
            node.path(),
            format!("ces périodes sont {covered} en tout, le PDP en a {}.", periods.len()),
            "Écrivez combien de périodes du PDP couvre chaque période du PIC.",
        );
    }
    (problems.found.len() == before).then_some(found)
}

/// Quantities written: a list, or by name.
fn written(
    node: &Node<'_>,
    spread: Vec<(String, usize)>,
    problems: &mut Problems,
) -> Option<Vec<Bucket>> {
    let (names, counts): (Vec<String>, Vec<usize>) = spread.into_iter().unzip();
    let known = Periods { opening: String::new(), names };
    let quantities = series::by_period(node, &known, problems)?;
    let parts = known.names.into_iter().zip(counts).zip(quantities);
    Some(parts.map(|((name, periods), quantity)| Bucket { name, quantity, periods }).collect())
}

/// Quantities of a row of another calculation, by the names of its columns.
fn imported(
    request: &Request<'_>,
    node: &Node<'_>,
    path: &str,
    spread: Vec<(String, usize)>,
    problems: &mut Problems,
) -> Option<(Vec<Bucket>, PlanSource)> {
    let mut parts = path.split('.').map(str::to_owned);
    let calculation = parts.next().unwrap_or_default();
    let row: Vec<String> = parts.collect();
    let mut buckets = Vec::with_capacity(spread.len());
    let mut sources = Vec::with_capacity(spread.len());
    for (name, periods) in spread {
        let mut place = row.clone();
        place.push(name.clone());
        let Some((source, value)) = request.others.find(&calculation, &place) else {
            problems.add(
                node.path(),
                format!("« {path} » ne donne pas de valeur pour {name}."),
                "Citez une ligne d'un calcul écrit plus haut, par exemple pic.SKI.PROD, et nommez \
                 ses périodes dans « periodes_pic ».",
            );
            return None;
        };
        let quantity = match value {
            Value::Number(number) => number,
            _ => rust_decimal::Decimal::ZERO,
        };
        buckets.push(Bucket { name, quantity, periods });
        sources.push(source);
    }
    Some((buckets, sources))
}

/// The worksheet whose cells of the plan take their values from another calculation.
pub(super) fn linked(
    mut sheet: Worksheet,
    input: &MasterScheduleInput,
    source: Option<PlanSource>,
) -> Worksheet {
    let Some((family, sources)) = input.family.as_ref().zip(source) else { return sheet };
    let one_row = is_one_row(family);
    let columns = input.periods.names.iter();
    let opening = opening_name(&input.periods);
    for ((bucket, source), column) in family.buckets.iter().zip(sources).zip(columns) {
        let found = if one_row {
            sheet.find("PIC", column)
        } else {
            sheet.find(&bucket_key(&bucket.name), opening)
        };
        if let Some(cell) = found {
            sheet.link(cell, source);
        }
    }
    sheet
}
