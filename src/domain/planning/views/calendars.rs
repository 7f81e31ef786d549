//! Calendars: worked days by period, or hours of the week and days closed.

use chrono::{NaiveTime, Timelike, Weekday};

use super::content::ViewContent;
use super::request::ViewRequest;
use super::series::{Row, by_period};
use super::table::{Column, finished, selected};
use super::writing::{DASH, capital};
use crate::domain::french::{NO_BREAK_SPACE, short_date};
use crate::domain::planning::data::{Calendar, PlanningData, WEEKDAYS};
use crate::domain::planning::tree::Problems;

/// Worked days of the calendars that state them; the week when none does.
pub(super) fn table(
    request: &ViewRequest,
    data: &PlanningData,
    problems: &mut Problems,
) -> Option<ViewContent> {
    let calendars = selected(request, &data.calendars, |calendar| calendar.name.as_str(), problems);
    let mut rows = Vec::new();
    for calendar in &calendars {
        if let Some(days) = &calendar.worked_days {
            let title = if calendars.len() == 1 { "Jours ouvrés" } else { &calendar.name };
            rows.push(Row {
                key: calendar.name.clone(),
                title: title.to_owned(),
                values: days.clone(),
            });
        }
    }
    if rows.is_empty() {
        return week(&calendars, request, problems);
    }
    by_period("", &rows, request, data, problems)
}

/// A row a day that someone works, a column a calendar, then the days closed.
fn week(
    calendars: &[&Calendar],
    request: &ViewRequest,
    problems: &mut Problems,
) -> Option<ViewContent> {
    let works = |weekday: Weekday| {
        calendars.iter().any(|calendar| calendar.shifts.iter().any(|one| one.weekday == weekday))
    };
    let days: Vec<(&str, Weekday)> =
        WEEKDAYS.into_iter().filter(|(_, weekday)| works(*weekday)).collect();
    let closed = calendars.iter().any(|calendar| !calendar.closures.is_empty());
    let mut keys: Vec<String> = days.iter().map(|(name, _)| (*name).to_owned()).collect();
    if closed && !keys.is_empty() {
        keys.push("fermetures".to_owned());
    }
    let head = |key: &String| request.title(key).map_or_else(|| capital(key), str::to_owned);
    let heads = keys.iter().map(head).collect();
    let mut columns = vec![Column::text("jour", "Jour", heads).always()];
    for calendar in calendars {
        let mut cells: Vec<String> =
            days.iter().map(|(_, weekday)| hours(calendar, *weekday)).collect();
        if cells.len() < keys.len() {
            cells.push(closures(calendar));
        }
        let title = if calendars.len() == 1 { "Horaires" } else { &calendar.name };
        columns.push(Column::text(calendar.name.as_str(), title, cells));
    }
    finished(columns, &keys, request, problems)
}

/// "8 h à 12 h, 13 h à 17 h".
fn hours(calendar: &Calendar, weekday: Weekday) -> String {
    let shifts = calendar.shifts.iter().filter(|shift| shift.weekday == weekday);
    let written: Vec<String> =
        shifts.map(|shift| format!("{} à {}", clock(shift.start), clock(shift.end))).collect();
    if written.is_empty() { DASH.to_owned() } else { written.join(", ") }
}

/// "8 h", "8 h 30".
fn clock(time: NaiveTime) -> String {
    let hours = format!("{}{NO_BREAK_SPACE}h", time.hour());
    if time.minute() == 0 { hours } else { format!("{hours}{NO_BREAK_SPACE}{:02}", time.minute()) }
}

fn closures(calendar: &Calendar) -> String {
    let days: Vec<String> = calendar.closures.iter().map(|day| short_date(*day)).collect();
    if days.is_empty() { DASH.to_owned() } else { days.join(", ") }
}
