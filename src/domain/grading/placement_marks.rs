//! Marks of schedules and assignments: every answer that holds the constraints counts.

use rust_decimal::Decimal;

use super::automatic::folded;
use super::{ConstraintCheck, QuestionMark};
use crate::domain::answers::{AnswerValue, CellAnswer};
use crate::domain::case_study::{
    AssignmentPlacement, CellPosition, Measure, Placement, Question, QuestionKind,
    SchedulePlacement, Target,
};
use crate::domain::french::format_decimal;
use crate::domain::planning::schedule_check::{
    self, Constraint, ScheduleMeasures, ScheduleProblem,
};
use crate::domain::planning::team;

/// Result of a question checked by constraint.
pub(super) fn mark_placement(
    question: &Question,
    answer: Option<&AnswerValue>,
    placement: &Placement,
) -> QuestionMark {
    match placement {
        Placement::Schedule(schedule) => mark_schedule(question, answer, schedule),
        Placement::Assignment(assignment) => mark_assignment(question, answer, assignment),
    }
}

/// Marks of the checks held, in proportion to what was placed: an empty answer breaks no constraint
/// and earns nothing.
fn earned(
    question: &Question,
    checks: Vec<ConstraintCheck>,
    measures: Vec<(String, String)>,
    (placed, wanted): (usize, usize),
) -> QuestionMark {
    let weight = |check: &ConstraintCheck| usize::try_from(check.weight).unwrap_or(usize::MAX);
    let whole: usize = checks.iter().map(weight).fold(0, usize::saturating_add);
    let held = checks.iter().filter(|check| check.held).map(weight).fold(0, usize::saturating_add);
    let points = question
        .points
        .share(held.saturating_mul(placed.min(wanted)), whole.saturating_mul(wanted));
    QuestionMark::Placement { answered: placed > 0, checks, measures, points }
}

fn mark_schedule(
    question: &Question,
    answer: Option<&AnswerValue>,
    schedule: &SchedulePlacement,
) -> QuestionMark {
    let problem = &schedule.problem;
    let placements = read_placements(question, answer, schedule);
    let report = schedule_check::check(problem, &placements);
    let mut checks: Vec<ConstraintCheck> = report
        .checks
        .iter()
        .filter(|check| check.tested > 0 || check.constraint == Constraint::Placed)
        .map(|check| ConstraintCheck {
            label: check.constraint.label().to_owned(),
            held: check.violations.is_empty(),
            breaches: check.violations.iter().map(|found| found.sentence.clone()).collect(),
            weight: weight(schedule, constraint_name(check.constraint)),
        })
        .collect();
    let complete = report.respects(Constraint::Placed);
    checks.extend(
        schedule
            .targets
            .iter()
            .map(|target| check_target(target, schedule, &report.measures, complete)),
    );
    let measures = measures(problem, &report.measures);
    earned(question, checks, measures, (placements.len(), problem.operations.len()))
}

fn weight(schedule: &SchedulePlacement, name: &str) -> u32 {
    schedule.weights.get(name).copied().unwrap_or(1)
}

/// The name of a constraint in the weights of a question.
const fn constraint_name(constraint: Constraint) -> &'static str {
    match constraint {
        Constraint::Placed => "placees",
        Constraint::AllowedPost => "postes",
        Constraint::Precedence => "anteriorites",
        Constraint::OneAtATime => "une_a_la_fois",
        Constraint::FamilySetup => "reglages",
        Constraint::Calendar => "calendrier",
        Constraint::Availability => "matiere",
        Constraint::DueDate => "echeances",
    }
}

/// What the candidate placed; rows without a readable start are left out.
fn read_placements(
    question: &Question,
    answer: Option<&AnswerValue>,
    schedule: &SchedulePlacement,
) -> Vec<schedule_check::Placement> {
    let QuestionKind::Table(table) = &question.answer else { return Vec::new() };
    let mut found = Vec::new();
    for (row, operation) in schedule.rows.iter().enumerate() {
        let typed = |column| answer.and_then(|answer| answer.cell(CellPosition { row, column }));
        let Some(start) = typed(2).and_then(|cell| cell.number).and_then(in_minutes) else {
            continue;
        };
        let given = table.cell(CellPosition { row, column: 1 });
        let post = match given {
            Some(crate::domain::case_study::Cell::Given(post)) => post.clone(),
            _ => post_meant(schedule, typed(1).map_or("", CellAnswer::shown)),
        };
        found.push(schedule_check::Placement { operation: operation.clone(), post, start });
    }
    found
}

fn post_meant(schedule: &SchedulePlacement, typed: &str) -> String {
    let known = schedule.problem.posts.iter().find(|post| folded(&post.code) == folded(typed));
    known.map_or_else(|| typed.trim().to_owned(), |post| post.code.clone())
}

fn in_minutes(hours: Decimal) -> Option<i64> {
    i64::try_from(hours.checked_mul(Decimal::from(60))?.round()).ok()
}

fn check_target(
    target: &Target,
    schedule: &SchedulePlacement,
    measures: &ScheduleMeasures,
    complete: bool,
) -> ConstraintCheck {
    let found = measured(target.measure, measures);
    let known = Measure::ALL.iter().find(|(measure, _, _)| *measure == target.measure);
    let (name, words) = known.map_or(("", ""), |(_, name, words)| (*name, *words));
    let unit = if target.measure.is_in_hours() { " h" } else { "" };
    let shown = |value: Decimal| format!("{}{unit}", format_decimal(value.round_dp(2).normalize()));
    // A schedule that leaves operations out is short for the wrong reason.
    let held = complete && found <= target.most;
    let breach = if complete {
        format!("{} au lieu de {} au plus", shown(found), shown(target.most))
    } else {
        "toutes les opérations ne sont pas placées".to_owned()
    };
    ConstraintCheck {
        label: format!("{words} : {} au plus", shown(target.most)),
        held,
        breaches: if held { Vec::new() } else { vec![breach] },
        weight: weight(schedule, name),
    }
}

fn measured(measure: Measure, measures: &ScheduleMeasures) -> Decimal {
    let hours = |minutes: i64| Decimal::from(minutes) / Decimal::from(60);
    let count = |count: usize| Decimal::from(u64::try_from(count).unwrap_or(u64::MAX));
    match measure {
        Measure::Makespan => hours(measures.makespan),
        Measure::TotalLateness => hours(measures.total_lateness),
        Measure::MaximalLateness => hours(measures.maximal_lateness),
        Measure::LateOrders => count(measures.late_orders),
        Measure::Setups => count(measures.setups),
    }
}

fn measures(problem: &ScheduleProblem, measures: &ScheduleMeasures) -> Vec<(String, String)> {
    let mut shown: Vec<(String, String)> = Measure::ALL
        .into_iter()
        .filter(|(measure, _, _)| {
            *measure != Measure::Setups
                || problem.posts.iter().any(|post| post.family_setup_minutes > 0)
        })
        .map(|(measure, _, words)| {
            let unit = if measure.is_in_hours() { " h" } else { "" };
            let value = measured(measure, measures).round_dp(2).normalize();
            (words.to_owned(), format!("{}{unit}", format_decimal(value)))
        })
        .collect();
    for load in &measures.loads {
        let busy = (Decimal::from(load.busy_minutes) / Decimal::from(60)).round_dp(2).normalize();
        shown.push((format!("Charge de {}", load.post), format!("{} h", format_decimal(busy))));
    }
    shown
}

fn mark_assignment(
    question: &Question,
    answer: Option<&AnswerValue>,
    assignment: &AssignmentPlacement,
) -> QuestionMark {
    let pairs: Vec<(String, String)> = assignment
        .rows
        .iter()
        .enumerate()
        .filter_map(|(row, post)| {
            let cell = answer?.cell(CellPosition { row, column: 1 })?;
            let typed = cell.shown().trim();
            (!typed.is_empty()).then(|| (post.clone(), typed.to_owned()))
        })
        .collect();
    let report = team::check(&assignment.problem, &pairs);
    let checks: Vec<ConstraintCheck> = team::Constraint::ALL
        .iter()
        .map(|constraint| {
            let breaches: Vec<String> = report
                .violations
                .iter()
                .filter(|found| found.constraint == *constraint)
                .map(|found| found.sentence.clone())
                .collect();
            ConstraintCheck {
                label: constraint.label().to_owned(),
                held: breaches.is_empty(),
                breaches,
                weight: assignment.weights.get(constraint.name()).copied().unwrap_or(1),
            }
        })
        .collect();
    let measures = vec![(
        "Postes pourvus".to_owned(),
        format!("{} sur {}", report.filled, assignment.rows.len()),
    )];
    earned(question, checks, measures, (pairs.len(), assignment.rows.len()))
}
