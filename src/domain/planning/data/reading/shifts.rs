//! Hours of a day written `08:00-12:00` or `8h-12h30`, and those that overlap in the week.

use chrono::{NaiveTime, Timelike, Weekday};

use crate::domain::planning::data::Shift;
use crate::domain::planning::tree::{Node, Problems, Tree};

const MINUTES_A_DAY: u32 = 24 * 60;
const MINUTES_A_WEEK: u32 = 7 * MINUTES_A_DAY;

/// Shifts of one day: a list of hours, or one alone.
pub(super) fn read(node: &Node<'_>, weekday: Weekday, problems: &mut Problems) -> Vec<Shift> {
    let places = match node.tree() {
        Some(Tree::Text(_)) => vec![node.clone()],
        _ => node.items(problems),
    };
    places.iter().filter_map(|place| shift(place, weekday, problems)).collect()
}

fn shift(node: &Node<'_>, weekday: Weekday, problems: &mut Problems) -> Option<Shift> {
    let text = node.required_text(problems)?;
    let found = hours(&text);
    if found.is_none() {
        problems.add(
            node.path(),
            format!("« {text} » n'est pas un horaire."),
            "Écrivez par exemple \"08:00-12:00\".",
        );
    }
    found.map(|(start, end)| Shift { weekday, start, end })
}

fn hours(text: &str) -> Option<(NaiveTime, NaiveTime)> {
    let plain = text.replace('–', "-").replace(" à ", "-");
    let (start, end) = plain.split_once('-')?;
    Some((time(start)?, time(end)?))
}

/// "08:00", "8h30" or "8"; "24:00" is midnight.
fn time(text: &str) -> Option<NaiveTime> {
    let compact: String = text.chars().filter(|character| !character.is_whitespace()).collect();
    let (hours, minutes) = compact.split_once([':', 'h']).unwrap_or((compact.as_str(), ""));
    let hours: u32 = hours.parse().ok()?;
    let minutes: u32 = if minutes.is_empty() { 0 } else { minutes.parse().ok()? };
    let hours = if hours == 24 && minutes == 0 { 0 } else { hours };
    NaiveTime::from_hms_opt(hours, minutes, 0)
}

/// Pairs of shifts that share a minute of the week; the end of Sunday touches Monday. The shifts
/// come by weekday and start.
pub(super) fn overlaps(shifts: &[Shift]) -> Vec<(&Shift, &Shift)> {
    let spans: Vec<(u32, u32)> = shifts.iter().map(span).collect();
    let mut pairs = Vec::new();
    let following = spans.iter().zip(shifts).skip(1);
    for (((_, end), first), ((start, _), second)) in spans.iter().zip(shifts).zip(following) {
        if start < end {
            pairs.push((first, second));
        }
    }
    if let (Some((start, _)), Some((_, end)), [first, .., last]) =
        (spans.first(), spans.last(), shifts)
        && start + MINUTES_A_WEEK < *end
    {
        pairs.push((last, first));
    }
    pairs
}

/// Start and end in minutes from Monday at midnight.
fn span(shift: &Shift) -> (u32, u32) {
    let minute = |time: NaiveTime| time.hour() * 60 + time.minute();
    let day = shift.weekday.num_days_from_monday() * MINUTES_A_DAY;
    let ends_next_day = shift.end <= shift.start;
    let end = minute(shift.end) + if ends_next_day { MINUTES_A_DAY } else { 0 };
    (day + minute(shift.start), day + end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shift_of(weekday: Weekday, text: &str) -> Shift {
        let (start, end) = hours(text).expect("hours");
        Shift { weekday, start, end }
    }

    #[test]
    fn hours_are_read_as_people_write_them() {
        let morning = hours("08:00-12:30");
        assert!(morning.is_some());
        for text in ["8h-12h30", "8:00 – 12:30", "8 h à 12 h 30", "08:00-12h30"] {
            assert_eq!(hours(text), morning, "{text}");
        }
        assert_eq!(hours("21:00-24:00"), hours("21:00-00:00"));
        for text in ["", "8h", "8-25", "8:00-12:60", "matin", "-8-12", "8-12-13"] {
            assert_eq!(hours(text), None, "{text}");
        }
    }

    #[test]
    fn shifts_overlap_across_midnight_and_across_the_week() {
        let night = shift_of(Weekday::Mon, "21:00-05:00");
        let early = shift_of(Weekday::Tue, "04:00-12:00");
        let morning = shift_of(Weekday::Tue, "05:00-13:00");
        assert!(overlaps(&[night.clone(), morning.clone()]).is_empty(), "touching is no overlap");
        assert_eq!(overlaps(&[night.clone(), early.clone()]), [(&night, &early)]);
        let monday = shift_of(Weekday::Mon, "00:00-08:00");
        let sunday = shift_of(Weekday::Sun, "22:00-02:00");
        assert_eq!(overlaps(&[monday.clone(), sunday.clone()]), [(&sunday, &monday)]);
        assert!(overlaps(&[shift_of(Weekday::Mon, "00:00-24:00")]).is_empty());
        assert!(overlaps(&[]).is_empty());
    }
}
