//! Jalonnements by hand: chains, overlap, calendars, components, days filled.

mod from_options;
mod typed;

use chrono::NaiveDateTime;
use rust_decimal::Decimal;

use super::*;
use crate::domain::planning::working_time::WorkingTime;
use crate::domain::planning::worksheet::Evaluation;

/// A worksheet with its values.
struct Solved {
    sheet: Worksheet,
    values: Evaluation,
}

impl Solved {
    fn new(sheet: Worksheet) -> Self {
        let values = sheet.evaluate().expect("evaluates");
        Self { sheet, values }
    }

    fn text(&self, row: &str, column: &str) -> String {
        self.values.value(self.sheet.find(row, column).expect("the cell exists")).to_string()
    }

    fn row(&self, row: &str, columns: &[&str]) -> Vec<String> {
        columns.iter().map(|column| self.text(row, column)).collect()
    }

    fn working(&self, row: &str, column: &str) -> String {
        self.sheet.working(self.sheet.find(row, column).expect("a cell"), &self.values)
    }
}

fn decimal(text: &str) -> Decimal {
    Decimal::from_str_exact(text).expect("a number")
}

fn number(text: &str) -> TimePoint {
    TimePoint::Number(decimal(text))
}

fn at(text: &str) -> TimePoint {
    TimePoint::Moment(NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").expect("a moment"))
}

/// An operation that follows the one of the rank before, made of a set-up and pieces.
fn step(rank: usize, setup: &str, each: &str) -> Step {
    Step {
        key: ((rank + 1) * 10).to_string(),
        label: format!("opération {}", (rank + 1) * 10),
        calendar: WorkingTime::always(),
        quantity: StepQuantity::Order,
        duration: StepDuration::Times {
            setup: Some(decimal(setup)),
            pieces: PieceTime::Each(decimal(each)),
        },
        after: rank.checked_sub(1).into_iter().collect(),
        wait: None,
        transfer_lot: None,
    }
}

fn fixed(rank: usize, time: &str) -> Step {
    Step { duration: StepDuration::Fixed(decimal(time)), ..step(rank, "0", "0") }
}

fn one_order(direction: Direction, quantity: &str, steps: Vec<Step>) -> SchedulingInput {
    SchedulingInput {
        direction,
        orders: vec![ScheduledOrder { quantity: decimal(quantity), steps, ..Default::default() }],
        ..SchedulingInput::default()
    }
}

fn made(input: &SchedulingInput) -> Solved {
    Solved::new(worksheet(input).expect("made"))
}
