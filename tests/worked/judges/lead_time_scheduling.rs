//! Judge of jalonnements: orders placed forward, backward or constrained by today, and days filled
//! by a daily rate.

mod calendars;
mod dates;
mod days;
mod scene;
mod steps;
mod walk;

use casdecole::domain::planning::lead_time_scheduling::{Direction, TimePoint, worksheet};
use casdecole::domain::planning::worksheet::{Evaluation, Value, Worksheet};

use crate::example::Example;
use crate::judgement::Judgement;
use crate::judges::load::words::{plain, value};
use scene::Scene;

/// Judges an exercise of jalonnement.
pub fn judge(example: &Example) -> Option<Result<Judgement, String>> {
    if !plain(&example.topic).contains("jalonnement") {
        return None;
    }
    let daily =
        value(&example.inputs, &["cadence_jour", "cadence_par_jour", "cadence_journaliere"]);
    Some(if daily.is_some() { days::judged(example) } else { judged(example) })
}

/// A table of one direction, with its values.
pub struct Table {
    /// Its direction.
    pub direction: Direction,
    /// The table.
    pub sheet: Worksheet,
    /// Its values.
    pub values: Evaluation,
}

fn judged(example: &Example) -> Result<Judgement, String> {
    let scene = scene::read(&example.inputs, &example.conventions)?;
    let mut tables = tables(&scene)?;
    let judgement = walked(example, &scene, &tables);
    if judgement.differences.is_empty() || !as_late_as_it_ends(&scene, &mut tables)? {
        return Ok(judgement);
    }
    let other = walked(example, &scene, &tables);
    let better = other.differences.len() < judgement.differences.len();
    Ok(if better { other } else { judgement })
}

fn walked(example: &Example, scene: &Scene, tables: &[Table]) -> Judgement {
    let mut judgement = Judgement::default();
    walk::Walk { example, scene, tables }.all(&mut judgement);
    judgement
}

/// In a constrained table, the operations that do not decide the end of their order may be placed as
/// late as that end allows. Gives whether there is such a table.
fn as_late_as_it_ends(scene: &Scene, tables: &mut [Table]) -> Result<bool, String> {
    let constrained = tables.iter_mut().find(|table| table.direction == Direction::Constrained);
    let Some(table) = constrained else { return Ok(false) };
    let mut input = scene.input.clone();
    input.direction = Direction::Backward;
    for order in &mut input.orders {
        let row = if order.code.is_empty() { "ordre" } else { order.code.as_str() };
        let end = table.sheet.find(row, "fin").map(|cell| table.values.value(cell));
        match end {
            Some(Value::Moment(end)) => order.due = Some(TimePoint::Moment(*end)),
            Some(Value::Number(end)) => order.due = Some(TimePoint::Number(*end)),
            _ => return Ok(false),
        }
    }
    let sheet = worksheet(&input).map_err(|error| error.to_string())?;
    table.values = sheet.evaluate().map_err(|error| error.to_string())?;
    table.sheet = sheet;
    Ok(true)
}

/// The tables that the dates given allow.
fn tables(scene: &Scene) -> Result<Vec<Table>, String> {
    let orders = &scene.input.orders;
    let released = orders.iter().all(|order| order.release.is_some());
    let due = orders.iter().all(|order| order.due.is_some());
    let mut directions = Vec::new();
    if released {
        directions.extend([Direction::Forward, Direction::Both]);
    }
    if due {
        directions.push(Direction::Backward);
    }
    if due && scene.input.today.is_some() {
        directions.push(Direction::Constrained);
    }
    directions
        .into_iter()
        .map(|direction| {
            let mut input = scene.input.clone();
            input.direction = direction;
            let sheet = worksheet(&input).map_err(|error| error.to_string())?;
            let values = sheet.evaluate().map_err(|error| error.to_string())?;
            Ok(Table { direction, sheet, values })
        })
        .collect()
}
