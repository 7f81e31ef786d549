//! Filling of whole days by a daily rate: the day nearest the date is filled first, then the others,
//! back from a due date or forward from a launch.

use chrono::{Days, NaiveDate, NaiveTime};
use rust_decimal::Decimal;

use crate::domain::planning::working_time::WorkingTime;
use crate::domain::planning::worksheet::{
    CalculationError, CellId, Formula, RowHead, Value, Worksheet,
};

/// Largest number of days filled.
pub const MOST_DAYS: u32 = 366;

/// Input of a filling of days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayFillingInput {
    /// Quantity to make.
    pub quantity: Decimal,
    /// Pieces of a full day.
    pub daily_rate: Decimal,
    /// Due day, or first day.
    pub date: NaiveDate,
    /// Whether days are filled back from the date.
    pub backward: bool,
    /// Days open: a day with some open time is a full day.
    pub calendar: WorkingTime,
}

/// The table of the days, in the order in which they are filled, with the share of the rate of each.
///
/// # Errors
/// When the rate is zero, when the quantity takes more than `MOST_DAYS` days, or when the calendar
/// is closed for too long.
pub fn worksheet(input: &DayFillingInput) -> Result<Worksheet, CalculationError> {
    let days = days(input)?;
    let title = if input.backward { "au plus tard" } else { "au plus tôt" };
    let mut sheet = Worksheet::new(format!("Jalonnement par jour, {title}"));
    let pieces = sheet.column("quantite", "Quantité");
    let share = sheet.column("taux", "Part de la cadence (%)");
    let left = sheet.column("reste", "Reste à placer");
    let row = sheet.row(RowHead::new("cadence", "Cadence par jour").short("Cadence"));
    let rate = sheet.given(row, pieces, input.daily_rate);
    let row = sheet.row(RowHead::new("total", "Quantité à faire").short("Total"));
    let mut rest: CellId = sheet.given(row, pieces, input.quantity);
    for day in days {
        let label = Value::from(day).to_string();
        let row = sheet.row(RowHead::new(day.to_string(), label));
        let made = sheet.computed(row, pieces, Formula::from(rate).min(rest));
        sheet.computed(row, share, made / rate * 100u32);
        rest = sheet.computed(row, left, rest - made);
    }
    Ok(sheet)
}

/// Open days filled, the first filled first.
fn days(input: &DayFillingInput) -> Result<Vec<NaiveDate>, CalculationError> {
    if input.daily_rate <= Decimal::ZERO || input.quantity <= Decimal::ZERO {
        return Err(CalculationError::impossible(
            "la cadence et la quantité doivent être plus grandes que zéro",
        ));
    }
    let count = input.quantity.checked_div(input.daily_rate).ok_or(CalculationError::Overflow)?;
    let count = u32::try_from(count.ceil()).unwrap_or(u32::MAX);
    if count > MOST_DAYS {
        return Err(CalculationError::impossible(format!(
            "la quantité occupe plus de {MOST_DAYS} jours"
        )));
    }
    let mut day = input.date;
    let mut found = Vec::new();
    while found.len() < usize::try_from(count).unwrap_or(usize::MAX) {
        day = open_day(input, day)?;
        found.push(day);
        day = moved(day, input.backward)?;
    }
    Ok(found)
}

/// The first open day, at this one or beyond.
fn open_day(input: &DayFillingInput, day: NaiveDate) -> Result<NaiveDate, CalculationError> {
    let midnight = day.and_time(NaiveTime::MIN);
    if !input.backward {
        return Ok(input.calendar.next_opening(midnight)?.date());
    }
    let end = moved(day, false)?.and_time(NaiveTime::MIN);
    let closing = input.calendar.previous_closing(end)?;
    // What closes at midnight closes at the end of the day before.
    Ok(closing.date().min(input.calendar.subtract(closing, 1)?.date()))
}

fn moved(day: NaiveDate, back: bool) -> Result<NaiveDate, CalculationError> {
    let one = Days::new(1);
    let found = if back { day.checked_sub_days(one) } else { day.checked_add_days(one) };
    found.ok_or(CalculationError::Overflow)
}
