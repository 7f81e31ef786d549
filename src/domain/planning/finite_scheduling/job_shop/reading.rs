//! How the options of a job shop are read.

use chrono::NaiveDateTime;
use rust_decimal::Decimal;

use super::super::task_reading::named_rows;
use super::{Job, JobOperation, JobShopInput, JobShopPost, Method, USUAL_NODES, WorkTime};
use crate::domain::planning::data::PlanningData;
use crate::domain::planning::schedule_check::{Opening, PriorityRule};
use crate::domain::planning::tree::{Node, Problems, Tree};
use crate::domain::planning::working_time::WorkingTime;

/// Names of the options.
pub const OPTIONS: &[&str] = &[
    "operations",
    "lots",
    "disponibles",
    "echeances",
    "methode",
    "noeuds_max",
    "debuts",
    "origine",
    "ouvertures",
    "changements_serie",
    "familles_montees",
    "unite",
];

/// Orders, posts and method; `None` when there is a problem. `data` gives the gammes of `lots` and
/// the calendars of posts.
pub fn read_input(
    options: &Node<'_>,
    data: &PlanningData,
    problems: &mut Problems,
) -> Option<JobShopInput> {
    let before = problems.found.len();
    let unit = options.field("unite").text_or("min", problems);
    let lots = options.field("lots");
    let mut jobs = if lots.is_missing() {
        let operations = options.field("operations");
        operations.require(problems);
        read_jobs(&operations, problems)
    } else {
        read_lots(&lots, data, unit == "h", problems)
    };
    for (option, is_due) in [("disponibles", false), ("echeances", true)] {
        let dates = options.field(option);
        let codes: Vec<&str> = jobs.iter().map(|job| job.code.as_str()).collect();
        dates.only(&codes, problems);
        for job in &mut jobs {
            let date = dates.field(&job.code).number(problems);
            let place = if is_due { &mut job.due } else { &mut job.release };
            *place = date.or(*place);
        }
    }
    let posts = read_posts(options, data, &jobs, problems);
    let method = read_method(options, &jobs, problems);
    (problems.found.len() == before).then_some(JobShopInput { jobs, posts, method, unit })
}

/// Orders written as lists of operations: `[poste, duree]` or named entries.
pub fn read_jobs(node: &Node<'_>, problems: &mut Problems) -> Vec<Job> {
    let rows: Vec<(String, Node<'_>)> = match node.tree() {
        // Orders without code are numbered from 0, as instances of the literature do.
        Some(Tree::List(items)) if items.iter().all(|item| matches!(item, Tree::List(_))) => {
            let items = node.items(problems).into_iter().enumerate();
            items.map(|(rank, item)| (rank.to_string(), item)).collect()
        }
        _ => named_rows(node, problems),
    };
    rows.into_iter()
        .map(|(code, row)| {
            let listed = if matches!(row.tree(), Some(Tree::List(_))) {
                row.clone()
            } else {
                row.any_field(&["operations", "gamme"])
            };
            listed.require(problems);
            let operations = listed.items(problems);
            let operations = operations.iter().enumerate();
            Job {
                code,
                release: row.field("disponible").number(problems),
                due: row.field("echeance").number(problems),
                operations: operations
                    .filter_map(|(rank, item)| read_operation(rank, item, problems))
                    .collect(),
            }
        })
        .collect()
}

/// Number of an operation that has none: 10, 20, 30…
fn usual_name(rank: usize) -> String {
    ((rank + 1) * 10).to_string()
}

fn read_operation(rank: usize, node: &Node<'_>, problems: &mut Problems) -> Option<JobOperation> {
    if matches!(node.tree(), Some(Tree::List(_))) {
        let items = node.items(problems);
        let [post, time] = items.as_slice() else {
            problems.add(
                node.path(),
                "une opération a un poste et une durée.",
                "Écrivez [P10, 30].",
            );
            return None;
        };
        return Some(JobOperation {
            name: usual_name(rank),
            post: post.required_text(problems)?,
            time: WorkTime::Stated(time.required_quantity(problems)?),
            family: String::new(),
        });
    }
    let post = node.any_field(&["poste", "machine"]).required_text(problems)?;
    let quantity = node.field("quantite");
    let time = if quantity.is_missing() {
        WorkTime::Stated(node.any_field(&["duree", "temps"]).required_quantity(problems)?)
    } else {
        WorkTime::Lot {
            setup: node.field("reglage").quantity_or(Decimal::ZERO, problems),
            quantity: quantity.required_quantity(problems)?,
            unit: node.field("unitaire").required_quantity(problems)?,
        }
    };
    Some(JobOperation {
        name: node.any_field(&["numero", "operation"]).text_or(&usual_name(rank), problems),
        post,
        time,
        family: node.field("famille").text_or("", problems),
    })
}

/// Orders of a quantity of an article, by its gamme; hours of the gamme become minutes unless the
/// exercise is in hours.
fn read_lots(
    node: &Node<'_>,
    data: &PlanningData,
    in_hours: bool,
    problems: &mut Problems,
) -> Vec<Job> {
    let factor = if in_hours { Decimal::ONE } else { Decimal::from(60) };
    let mut jobs = Vec::new();
    for (code, row) in named_rows(node, problems) {
        let item_place = row.field("article");
        let Some(item) = item_place.required_text(problems) else { continue };
        let Some(quantity) = row.field("quantite").required_quantity(problems) else { continue };
        let Some(routing) = data.routing(&item) else {
            problems.add(
                item_place.path(),
                format!("l'article « {item} » n'a pas de gamme."),
                "Écrivez sa gamme dans « gammes ».",
            );
            continue;
        };
        let scaled = |hours: Decimal| hours.checked_mul(factor).unwrap_or(hours);
        let operations = routing.operations.iter().map(|operation| JobOperation {
            name: operation.number.clone(),
            post: operation.work_centre.clone(),
            time: WorkTime::Lot {
                setup: scaled(operation.setup_hours),
                quantity,
                unit: scaled(operation.unit_hours),
            },
            family: operation.family.clone(),
        });
        jobs.push(Job {
            code,
            release: row.field("disponible").number(problems),
            due: row.field("echeance").number(problems),
            operations: operations.collect(),
        });
    }
    jobs
}

/// Posts with open hours or family set-ups.
fn read_posts(
    options: &Node<'_>,
    data: &PlanningData,
    jobs: &[Job],
    problems: &mut Problems,
) -> Vec<JobShopPost> {
    let mut codes: Vec<String> = Vec::new();
    for operation in jobs.iter().flat_map(|job| &job.operations) {
        if !codes.contains(&operation.post) {
            codes.push(operation.post.clone());
        }
    }
    let known: Vec<&str> = codes.iter().map(String::as_str).collect();
    for option in ["ouvertures", "changements_serie", "familles_montees"] {
        options.field(option).only(&known, problems);
    }
    let origin = options.field("origine").moment(problems);
    codes
        .iter()
        .map(|code| {
            let setup = options.field("changements_serie").field(code);
            let mounted = options.field("familles_montees").field(code);
            JobShopPost {
                code: code.clone(),
                opening: read_opening(&options.field("ouvertures").field(code), problems)
                    .or_else(|| calendar_of(data, code, origin?))
                    .unwrap_or_default(),
                family_setup: setup.quantity_or(Decimal::ZERO, problems),
                mounted_family: mounted.text_or("", problems),
            }
        })
        .collect()
}

/// Open spans written as pairs of minutes: `[[0, 240], [300, 480]]`.
fn read_opening(node: &Node<'_>, problems: &mut Problems) -> Option<Opening> {
    node.tree()?;
    let mut spans = Vec::new();
    for span in node.items(problems) {
        let bounds = span.items(problems);
        let [start, end] = bounds.as_slice() else {
            problems.add(
                span.path(),
                "une plage ouverte a un début et une fin.",
                "Écrivez par exemple [0, 240].",
            );
            continue;
        };
        if let (Some(start), Some(end)) = (start.whole(problems), end.whole(problems)) {
            spans.push((i64::from(start), i64::from(end)));
        }
    }
    Some(Opening::from_spans(spans))
}

/// Open time of a post by its calendar, minute 0 being the origin.
fn calendar_of(data: &PlanningData, code: &str, origin: NaiveDateTime) -> Option<Opening> {
    let calendar = data.calendar(&data.work_centre(code)?.calendar)?;
    Some(Opening::from_working_time(WorkingTime::from_calendar(calendar), origin))
}

fn read_method(options: &Node<'_>, jobs: &[Job], problems: &mut Problems) -> Method {
    let starts = options.field("debuts");
    if !starts.is_missing() {
        let read = |job: &Job, problems: &mut Problems| {
            let list = starts.field(&job.code);
            list.require(problems);
            let items = list.items(problems);
            items.iter().map(|item| item.number(problems).unwrap_or_default()).collect()
        };
        return Method::Starts(jobs.iter().map(|job| read(job, problems)).collect());
    }
    let node = options.field("methode");
    let Some(name) = node.text(problems) else { return Method::default() };
    if name == "optimum" {
        let nodes = options.field("noeuds_max").whole(problems).unwrap_or(USUAL_NODES);
        return Method::Shortest(nodes);
    }
    PriorityRule::named(&name).map_or_else(
        || {
            problems.add(
                node.path(),
                format!("la méthode « {name} » n'est pas connue."),
                format!("Écrivez optimum, ou une règle : {}.", PriorityRule::names().join(", ")),
            );
            Method::default()
        },
        Method::Rule,
    )
}

#[cfg(test)]
mod tests;
