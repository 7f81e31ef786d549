//! Judge of jalonnements: orders placed forward, backward or constrained by today, and days filled
//! by a daily rate.

mod calendars;
mod dates;
mod days;
mod scene;
mod steps;
mod walk;

use casdecole::domain::planning::lead_time_scheduling::{Direction, worksheet};
use casdecole::domain::planning::worksheet::{Evaluation, Worksheet};

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
    let tables = tables(&scene)?;
    let mut judgement = Judgement::default();
    walk::Walk { example, scene: &scene, tables: &tables }.all(&mut judgement);
    Ok(judgement)
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
