//! Rows of the tasks: time, predecessors, priority, rank, post.

use rust_decimal::Decimal;

use super::assignment::Choice;
use super::precedence::Precedence;
use super::{Line, Method, PriorityRule};
use crate::domain::planning::worksheet::{CalculationError, CellId, Formula, RowHead, Value, rule};

/// Adds one row a task.
///
/// # Errors
/// When no assignment fits, or an imposed one leaves a task out or names an unknown one.
pub(super) fn task_rows(
    line: &mut Line<'_>,
    precedence: &Precedence,
) -> Result<(), CalculationError> {
    let input = line.input;
    let time_column = line.sheet.column("temps", "Temps");
    let before_column = line.sheet.column("antecedents", "Antécédents");
    let mut rows = Vec::new();
    for task in &input.tasks {
        let label = if task.label.is_empty() { task.code.clone() } else { task.label.clone() };
        let head = RowHead::new(task.code.as_str(), label).short(task.code.as_str());
        let row = line.sheet.row(head.unit(input.unit.as_str()));
        rows.push(row);
        line.times.push(line.sheet.given(row, time_column, task.time));
        if !task.predecessors.is_empty() {
            line.sheet.given(row, before_column, task.predecessors.join(", "));
        }
    }
    match &input.method {
        Method::Rule(rule) => by_rule(line, precedence, *rule, &rows),
        Method::Imposed(posts) => imposed(line, posts, &rows),
    }
}

/// Posts by a priority rule.
fn by_rule(
    line: &mut Line<'_>,
    precedence: &Precedence,
    rule: PriorityRule,
    rows: &[usize],
) -> Result<(), CalculationError> {
    let priorities = priority_cells(line, precedence, rule, rows);
    if !priorities.is_empty() {
        let column = line.sheet.column("rang", "Rang");
        for (rank, row) in rows.iter().enumerate() {
            let formula = rank_formula(rank, rule.is_ascending(), &priorities);
            line.sheet.computed(*row, column, formula);
        }
    }
    let choice = Choice {
        ascending: rule.is_ascending(),
        tie: line.input.tie,
        before: precedence.before.clone(),
    };
    let mut arguments: Vec<Formula> = line.cycle.into_iter().map(Formula::from).collect();
    arguments.extend(line.times.iter().copied().map(Formula::from));
    arguments.extend(priorities.into_iter().map(Formula::from));
    let column = line.sheet.column("poste", "Poste");
    for (rank, row) in rows.iter().enumerate() {
        let formula = station_formula(choice.clone(), rule, rows.len(), rank, arguments.clone());
        line.stations.push(line.sheet.computed(*row, column, formula));
    }
    // The number of rows of the posts is that of the author's own data.
    let values = line.sheet.evaluate().map_err(|error| error.error)?;
    let numbers = line.stations.iter().filter_map(|cell| values.number(*cell));
    let greatest = numbers.max().unwrap_or_default();
    line.post_count = usize::try_from(greatest.mantissa()).unwrap_or_default();
    Ok(())
}

/// Priorities, when they are neither the times nor the order written.
fn priority_cells(
    line: &mut Line<'_>,
    precedence: &Precedence,
    rule: PriorityRule,
    rows: &[usize],
) -> Vec<CellId> {
    let Some((key, label)) = rule.column() else { return Vec::new() };
    let column = line.sheet.column(key, label);
    let mut cells = Vec::new();
    for (rank, row) in rows.iter().enumerate() {
        let formula = match rule {
            PriorityRule::PositionalWeight => {
                let own = line.times.get(rank).copied();
                let after = precedence.after.get(rank).into_iter().flatten();
                let after = after.filter_map(|one| line.times.get(*one).copied());
                Formula::sum(own.into_iter().chain(after))
            }
            PriorityRule::MostFollowers => {
                let after = precedence.after.get(rank).into_iter().flatten().copied();
                counted(line, &after.collect::<Vec<_>>())
            }
            PriorityRule::MostImmediateFollowers => {
                counted(line, precedence.next.get(rank).map_or(&[], Vec::as_slice))
            }
            PriorityRule::Columns
            | PriorityRule::LongestTime
            | PriorityRule::ShortestTime
            | PriorityRule::AsWritten => {
                let depth = precedence.columns.get(rank).copied().unwrap_or(1);
                graph_column(depth)
            }
        };
        cells.push(line.sheet.computed(*row, column, formula));
    }
    cells
}

/// Number of these tasks, read on the graph.
fn counted(line: &Line<'_>, ranks: &[usize]) -> Formula {
    let tasks = &line.input.tasks;
    let codes: Vec<_> = ranks.iter().filter_map(|rank| tasks.get(*rank)).collect();
    let words = codes.iter().map(|task| task.code.as_str()).collect::<Vec<_>>().join(", ");
    let count = u32::try_from(ranks.len()).unwrap_or(u32::MAX);
    rule(
        Vec::new(),
        move |_| Ok(count.into()),
        move |_, _| {
            if words.is_empty() { "aucune tâche après".to_owned() } else { words.clone() }
        },
    )
}

fn graph_column(depth: u32) -> Formula {
    rule(
        Vec::new(),
        move |_| Ok(depth.into()),
        |_, _| "colonne lue sur le graphe des antériorités".to_owned(),
    )
}

/// Rank of a task by priority; equal priorities have the same rank.
fn rank_formula(rank: usize, ascending: bool, priorities: &[CellId]) -> Formula {
    rule(
        priorities.iter().copied().map(Formula::from).collect(),
        move |values| {
            let numbers = numbers(values)?;
            let own = numbers.get(rank).copied().unwrap_or_default();
            let first = |other: &Decimal| if ascending { *other < own } else { *other > own };
            let before = numbers.iter().filter(|other| first(other)).count();
            Ok(u32::try_from(before + 1).unwrap_or(u32::MAX).into())
        },
        move |_, _| {
            let way = if ascending { "croissante" } else { "décroissante" };
            format!("rang par priorité {way}")
        },
    )
}

/// Post of one task: the cycle, the times and the priorities being the arguments.
fn station_formula(
    choice: Choice,
    priority: PriorityRule,
    count: usize,
    rank: usize,
    arguments: Vec<Formula>,
) -> Formula {
    rule(
        arguments,
        move |values| {
            let numbers = numbers(values)?;
            let (cycle, rest) = numbers
                .split_first()
                .ok_or_else(|| CalculationError::impossible("le temps de cycle manque"))?;
            let (times, priorities) = rest.split_at(count.min(rest.len()));
            let posts = match priority {
                PriorityRule::LongestTime | PriorityRule::ShortestTime => {
                    choice.assign(*cycle, times, times)?
                }
                PriorityRule::AsWritten => {
                    let equal = vec![Decimal::ZERO; count];
                    choice.assign(*cycle, times, &equal)?
                }
                _ => choice.assign(*cycle, times, priorities)?,
            };
            Ok(posts.get(rank).copied().unwrap_or_default().into())
        },
        |_, _| "poste rempli par priorité, sans dépasser le cycle".to_owned(),
    )
}

/// Posts as imposed: given cells.
fn imposed(
    line: &mut Line<'_>,
    posts: &[Vec<String>],
    rows: &[usize],
) -> Result<(), CalculationError> {
    let tasks = &line.input.tasks;
    let named: Vec<&String> = posts.iter().flatten().collect();
    if let Some(code) = named.iter().find(|code| tasks.iter().all(|task| task.code != ***code)) {
        return Err(CalculationError::impossible(format!(
            "l'affectation nomme « {code} », qui n'est pas une tâche"
        )));
    }
    let column = line.sheet.column("poste", "Poste");
    for (task, row) in tasks.iter().zip(rows) {
        let mut holding = posts.iter().enumerate().filter(|(_, post)| post.contains(&task.code));
        let (Some((post, _)), None) = (holding.next(), holding.next()) else {
            return Err(CalculationError::impossible(format!(
                "la tâche « {} » doit être dans un poste et un seul",
                task.code
            )));
        };
        let number = u32::try_from(post + 1).unwrap_or(u32::MAX);
        line.stations.push(line.sheet.given(*row, column, number));
    }
    line.post_count = posts.len();
    Ok(())
}

/// All values as numbers.
pub(super) fn numbers(values: &[Value]) -> Result<Vec<Decimal>, CalculationError> {
    values.iter().map(Value::number).collect()
}
