//! Worked minutes by hand, at the edges of shifts, over nights, closures and the end of time.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Weekday};
use proptest::prelude::*;

use super::*;

fn at(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").expect("a moment")
}

fn day(text: &str) -> NaiveDate {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").expect("a day")
}

fn hour(hours: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hours, 0, 0).expect("an hour")
}

const WORKED: [Weekday; 5] = [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri];

fn week(hours: &[(u32, u32)], closures: &[&str]) -> WorkingTime {
    let shifts = WORKED
        .iter()
        .flat_map(|weekday| {
            hours.iter().map(move |(start, end)| Shift {
                weekday: *weekday,
                start: hour(*start),
                end: hour(*end),
            })
        })
        .collect();
    let closures = closures.iter().map(|text| day(text)).collect();
    WorkingTime::from_calendar(&Calendar { shifts, closures, ..Calendar::default() })
}

/// Monday 4 October 2027 is worked from 8 h to 12 h and from 13 h to 16 h, as the whole week.
fn days() -> WorkingTime {
    week(&[(8, 12), (13, 16)], &["2027-10-07"])
}

#[test]
fn work_pauses_at_noon_at_night_and_at_the_week_end() {
    let time = days();
    assert_eq!(time.add(at("2027-10-04 11:00"), 60), Ok(at("2027-10-04 12:00")));
    assert_eq!(time.add(at("2027-10-04 11:00"), 61), Ok(at("2027-10-04 13:01")));
    assert_eq!(time.add(at("2027-10-04 15:00"), 90), Ok(at("2027-10-05 08:30")));
    assert_eq!(time.add(at("2027-10-08 15:00"), 90), Ok(at("2027-10-11 08:30")));
    assert_eq!(time.add(at("2027-10-04 06:00"), 60), Ok(at("2027-10-04 09:00")));
    assert_eq!(time.subtract(at("2027-10-05 08:30"), 90), Ok(at("2027-10-04 15:00")));
    assert_eq!(time.subtract(at("2027-10-05 08:00"), 180), Ok(at("2027-10-04 13:00")));
    assert_eq!(time.subtract(at("2027-10-04 20:00"), 420), Ok(at("2027-10-04 08:00")));
    assert_eq!(time.add(at("2027-10-05 08:30"), -90), Ok(at("2027-10-04 15:00")));
}

#[test]
fn a_closed_day_is_skipped() {
    let time = days();
    assert_eq!(time.add(at("2027-10-06 15:00"), 61), Ok(at("2027-10-08 08:01")));
    assert_eq!(time.subtract(at("2027-10-08 08:01"), 61), Ok(at("2027-10-06 15:00")));
    assert_eq!(time.worked_minutes(at("2027-10-06 15:00"), at("2027-10-08 08:01")), Ok(61));
    assert_eq!(time.worked_minutes(at("2027-10-08 08:01"), at("2027-10-06 15:00")), Ok(-61));
    assert_eq!(time.worked_minutes(at("2027-10-04 00:00"), at("2027-10-11 00:00")), Ok(4 * 420));
}

#[test]
fn openings_and_closings_frame_a_moment() {
    let time = days();
    assert!(time.is_open(at("2027-10-04 08:00")));
    assert!(!time.is_open(at("2027-10-04 12:00")), "the end of a shift is closed");
    assert!(!time.is_open(at("2027-10-07 09:00")));
    assert_eq!(time.next_opening(at("2027-10-04 12:00")), Ok(at("2027-10-04 13:00")));
    assert_eq!(time.next_opening(at("2027-10-04 09:10")), Ok(at("2027-10-04 09:10")));
    assert_eq!(time.previous_closing(at("2027-10-04 13:00")), Ok(at("2027-10-04 12:00")));
    assert_eq!(time.previous_closing(at("2027-10-08 08:00")), Ok(at("2027-10-06 16:00")));
    assert_eq!(time.previous_closing(at("2027-10-04 09:10")), Ok(at("2027-10-04 09:10")));
}

#[test]
fn a_night_shift_belongs_to_the_day_on_which_it_starts() {
    let nights = week(&[(21, 5)], &["2027-10-05"]);
    assert!(nights.is_open(at("2027-10-05 04:00")), "begun on Monday");
    assert!(!nights.is_open(at("2027-10-05 22:00")), "Tuesday is closed");
    assert!(!nights.is_open(at("2027-10-06 04:00")));
    assert!(nights.is_open(at("2027-10-09 04:00")), "the night of Friday ends on Saturday");
    assert_eq!(nights.add(at("2027-10-05 04:00"), 61), Ok(at("2027-10-06 21:01")));
    assert_eq!(nights.subtract(at("2027-10-06 21:01"), 61), Ok(at("2027-10-05 04:00")));
}

#[test]
fn without_shifts_only_closures_stop_the_work() {
    let always = WorkingTime::always();
    assert!(always.never_closes());
    assert_eq!(always.add(at("2027-10-04 11:00"), 1_440), Ok(at("2027-10-05 11:00")));
    assert_eq!(always.next_opening(at("2027-10-04 11:00")), Ok(at("2027-10-04 11:00")));
    assert!(always.is_open(at("2027-10-04 00:00")));
    let calendar = Calendar { closures: vec![day("2027-10-05")], ..Calendar::default() };
    let time = WorkingTime::from_calendar(&calendar);
    assert_eq!(time.add(at("2027-10-04 12:00"), 1_440), Ok(at("2027-10-06 12:00")));
    assert_eq!(time.subtract(at("2027-10-06 12:00"), 1_440), Ok(at("2027-10-04 12:00")));
}

#[test]
fn no_minute_leaves_a_closed_moment_as_it_is() {
    assert_eq!(days().add(at("2027-10-03 10:00"), 0), Ok(at("2027-10-03 10:00")));
    assert_eq!(days().subtract(at("2027-10-03 10:00"), 0), Ok(at("2027-10-03 10:00")));
}

#[test]
fn closed_for_ever_and_absurd_durations_are_errors() {
    let first = day("2017-01-01");
    let closures = first.iter_days().take(9_000).collect();
    let shut = WorkingTime::from_calendar(&Calendar { closures, ..Calendar::default() });
    let moment = at("2027-10-04 08:00");
    for result in [
        shut.next_opening(moment),
        shut.previous_closing(moment),
        shut.add(moment, 1),
        days().add(moment, 10_000_000),
        days().subtract(moment, 10_000_000),
    ] {
        assert_eq!(
            result.map_err(|error| error.to_string()),
            Err("le calendrier n'est pas assez ouvert dans les dix ans autour du 04/10/2027 08:00"
                .to_owned())
        );
    }
    assert!(!shut.is_open(moment));
    assert_eq!(shut.worked_minutes(moment, at("2027-12-04 08:00")), Ok(0));
    assert!(days().add(moment, i64::MAX).is_err());
    assert!(days().add(moment, i64::MIN).is_err());
    assert!(WorkingTime::always().subtract(moment, i64::MAX).is_err());
    assert!(days().worked_minutes(at("2000-01-01 00:00"), moment).is_err());
    let last = NaiveDateTime::MAX;
    assert!(days().next_opening(last).is_err());
    assert!(WorkingTime::always().add(last, 1).is_err());
}

proptest! {
    #[test]
    fn adding_then_counting_gives_the_minutes_back(start in 0_i64..200_000, minutes in 0_i64..50_000) {
        let time = days();
        let origin = at("2027-01-01 00:00") + TimeDelta::minutes(start);
        let end = time.add(origin, minutes).expect("open");
        prop_assert_eq!(time.worked_minutes(origin, end), Ok(minutes));
        if minutes > 0 {
            prop_assert!(!time.is_open(end) || time.previous_closing(end) == Ok(end));
            let back = time.subtract(end, minutes).expect("open");
            prop_assert_eq!(time.next_opening(back), time.next_opening(origin));
        }
    }
}
