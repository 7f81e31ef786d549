//! The problem of a schedule question, as authors write it.

use chrono::{Datelike, Days, NaiveDateTime};
use rust_decimal::Decimal;

use super::{Measure, Target};
use crate::domain::planning::data::{Calendar, PlanningData};
use crate::domain::planning::schedule_check::{
    Opening, SchedulePost, ScheduleProblem, ScheduledOperation,
};
use crate::domain::planning::tree::{Node, Problems};

/// Days of a calendar that a schedule may use.
const DAYS: u64 = 92;

/// Reads `{origine, ordres: [...], postes: {...}, objectifs: {...}}`; times in hours.
pub(super) fn read(
    node: &Node<'_>,
    data: &PlanningData,
    problems: &mut Problems,
) -> Option<(ScheduleProblem, Vec<Target>)> {
    node.only(&["origine", "ordres", "postes", "objectifs"], problems);
    let origin = node.field("origine").moment(problems);
    let mut operations = Vec::new();
    for order in node.field("ordres").items(problems) {
        read_order(&order, data, &mut operations, problems);
    }
    if operations.is_empty() {
        let orders = node.field("ordres");
        problems.add(orders.path(), "aucun ordre à placer.", "Écrivez au moins un ordre.");
        return None;
    }
    let mut posts: Vec<SchedulePost> = Vec::new();
    for code in operations.iter().flat_map(|operation| &operation.posts) {
        if !posts.iter().any(|post| &post.code == code) {
            posts.push(read_post(code, &node.field("postes").field(code), data, origin, problems));
        }
    }
    let names: Vec<&str> = Measure::ALL.iter().map(|(_, name, _)| *name).collect();
    node.field("objectifs").entries(problems);
    node.field("objectifs").only(&names, problems);
    node.field("postes").entries(problems);
    let codes: Vec<&str> = posts.iter().map(|post| post.code.as_str()).collect();
    node.field("postes").only(&codes, problems);
    let targets = Measure::ALL
        .into_iter()
        .filter_map(|(measure, name, _)| {
            let most = node.field("objectifs").field(name).quantity(problems)?;
            Some(Target { measure, most })
        })
        .collect();
    Some((ScheduleProblem { operations, posts, origin }, targets))
}

/// The operations of an order: written, or those of the gamme of its article.
fn read_order(
    order: &Node<'_>,
    data: &PlanningData,
    operations: &mut Vec<ScheduledOperation>,
    problems: &mut Problems,
) {
    let known = ["ordre", "article", "quantite", "disponible", "echeance", "famille", "operations"];
    order.only(&known, problems);
    let Some(name) = order.field("ordre").required_text(problems) else { return };
    let available = minutes(&order.field("disponible"), problems).unwrap_or_default();
    let due = minutes(&order.field("echeance"), problems);
    let family = order.field("famille").text_or("", problems);
    let mut steps: Vec<(String, Vec<String>, i64)> = Vec::new();
    for (rank, step) in order.field("operations").items(problems).iter().enumerate() {
        step.only(&["operation", "poste", "postes", "duree"], problems);
        let number = step.field("operation").text_or(&(10 * (rank + 1)).to_string(), problems);
        let mut posts: Vec<String> = step.field("poste").text(problems).into_iter().collect();
        posts.extend(step.field("postes").items(problems).iter().filter_map(|p| p.text(problems)));
        step.field("duree").require(problems);
        let length = minutes(&step.field("duree"), problems).unwrap_or_default();
        steps.push((number, posts, length));
    }
    if let Some(article) = order.field("article").text(problems).filter(|_| steps.is_empty()) {
        let quantity = order.field("quantite").required_quantity(problems).unwrap_or_default();
        let Some(routing) = data.routing(&article) else {
            problems.add(
                order.path(),
                format!("l'article « {article} » n'a pas de gamme."),
                "Écrivez sa gamme dans les données, ou les opérations de l'ordre.",
            );
            return;
        };
        for operation in &routing.operations {
            let hours = quantity
                .checked_mul(operation.unit_hours)
                .and_then(|hours| hours.checked_add(operation.setup_hours));
            let length = hours.and_then(in_minutes).unwrap_or_default();
            steps.push((operation.number.clone(), vec![operation.work_centre.clone()], length));
        }
    }
    let last = steps.len().saturating_sub(1);
    let single = steps.len() == 1;
    let mut before: Option<String> = None;
    for (rank, (number, posts, length)) in steps.into_iter().enumerate() {
        let id = if single { name.clone() } else { format!("{name} / {number}") };
        operations.push(ScheduledOperation {
            id: id.clone(),
            order: name.clone(),
            predecessors: before.replace(id).into_iter().collect(),
            posts,
            minutes: length,
            earliest_start: if rank == 0 { available } else { 0 },
            due: due.filter(|_| rank == last),
            family: family.clone(),
        });
    }
}

fn read_post(
    code: &str,
    node: &Node<'_>,
    data: &PlanningData,
    origin: Option<NaiveDateTime>,
    problems: &mut Problems,
) -> SchedulePost {
    node.only(&["reglage_famille", "famille_montee", "calendrier"], problems);
    let setup = minutes(&node.field("reglage_famille"), problems).unwrap_or_default();
    let known = data.work_centre(code).map_or("", |centre| centre.calendar.as_str());
    let name = node.field("calendrier").text_or(known, problems);
    let calendar = data.calendar(&name).filter(|calendar| !calendar.shifts.is_empty());
    let opening = match (calendar, origin) {
        (Some(calendar), Some(origin)) => opening(calendar, origin),
        _ => Opening::always(),
    };
    SchedulePost {
        code: code.to_owned(),
        opening,
        family_setup_minutes: setup,
        mounted_family: node.field("famille_montee").text_or("", problems),
    }
}

/// Open spans of a calendar from an origin, in minutes.
fn opening(calendar: &Calendar, origin: NaiveDateTime) -> Opening {
    let mut spans = Vec::new();
    for offset in 0..DAYS {
        let Some(day) = origin.date().checked_add_days(Days::new(offset)) else { break };
        if calendar.closures.contains(&day) {
            continue;
        }
        for shift in calendar.shifts.iter().filter(|shift| shift.weekday == day.weekday()) {
            let start = day.and_time(shift.start);
            let end_day = if shift.end > shift.start { Some(day) } else { day.succ_opt() };
            let Some(end) = end_day.map(|day| day.and_time(shift.end)) else { continue };
            let from = start.signed_duration_since(origin).num_minutes().max(0);
            spans.push((from, end.signed_duration_since(origin).num_minutes()));
        }
    }
    Opening::from_spans(spans)
}

/// Hours as whole minutes.
fn minutes(node: &Node<'_>, problems: &mut Problems) -> Option<i64> {
    let hours = node.quantity(problems)?;
    let found = in_minutes(hours);
    if found.is_none() {
        problems.add(node.path(), "la durée est trop longue.", "Écrivez-la en heures.");
    }
    found
}

fn in_minutes(hours: Decimal) -> Option<i64> {
    let minutes = hours.checked_mul(Decimal::from(60))?.round();
    i64::try_from(minutes).ok().filter(|minutes| *minutes < 100_000_000)
}
