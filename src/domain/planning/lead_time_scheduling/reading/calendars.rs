//! Calendars of the posts: that of the post, else that of the calculation, else always open.

use chrono::{NaiveTime, Weekday};

use crate::domain::planning::calculator::Request;
use crate::domain::planning::data::{Calendar, Shift};
use crate::domain::planning::lead_time_scheduling::DurationUnit;
use crate::domain::planning::tree::Problems;
use crate::domain::planning::working_time::WorkingTime;

/// Open time of a post; an empty code is no post.
pub(super) fn of_post(
    request: &Request<'_>,
    post: &str,
    unit: DurationUnit,
    problems: &mut Problems,
) -> WorkingTime {
    let of_post = request.data.work_centre(post).map(|centre| centre.calendar.as_str());
    let written = request.options.field("calendrier");
    let of_calculation = written.text(problems).unwrap_or_default();
    let name = of_post.filter(|name| !name.is_empty()).unwrap_or(&of_calculation);
    if name.is_empty() {
        return WorkingTime::always();
    }
    let Some(calendar) = request.data.calendar(name) else {
        problems.add(
            written.path(),
            format!("le calendrier {name} n'existe pas."),
            "Ajoutez-le à « calendriers », ou corrigez le nom.",
        );
        return WorkingTime::always();
    };
    if unit == DurationUnit::Days {
        return WorkingTime::from_calendar(&whole_days(calendar));
    }
    WorkingTime::from_calendar(calendar)
}

/// The calendar with its open days open all day.
fn whole_days(calendar: &Calendar) -> Calendar {
    let mut weekdays: Vec<Weekday> = calendar.shifts.iter().map(|shift| shift.weekday).collect();
    weekdays.sort_by_key(Weekday::num_days_from_monday);
    weekdays.dedup();
    let shifts = weekdays
        .into_iter()
        .map(|weekday| Shift { weekday, start: NaiveTime::MIN, end: NaiveTime::MIN })
        .collect();
    Calendar { shifts, ..calendar.clone() }
}
