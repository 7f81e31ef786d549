//! Section `calendriers`: worked days of each period, or shifts of the week with closures.

use chrono::{Days, NaiveDate};
use rust_decimal::Decimal;

use super::periods::Horizon;
use super::{entries, series, shifts};
use crate::domain::planning::data::{Calendar, Shift, WEEKDAYS};
use crate::domain::planning::tree::{Node, Problems, Tree};

/// Largest number of days of one closure.
const LONGEST_CLOSURE: u64 = 366;

/// Calendars in the order written.
pub(super) fn read(
    section: &Node<'_>,
    horizon: &Horizon,
    problems: &mut Problems,
) -> Vec<Calendar> {
    let mut calendars = Vec::new();
    for (name, node) in entries::named(section, problems) {
        calendars.push(calendar(name, &node, horizon, problems));
    }
    calendars
}

fn calendar(name: String, node: &Node<'_>, horizon: &Horizon, problems: &mut Problems) -> Calendar {
    entries::check_names(node, &["jours_ouvres", "semaine", "fermetures"], problems);
    let days = node.field("jours_ouvres");
    let worked_days = series::read(&days, horizon, problems);
    if worked_days.as_ref().is_some_and(|days| days.iter().all(Decimal::is_zero)) {
        problems.add(
            days.path(),
            format!("le calendrier {name} n'a aucun jour ouvré."),
            "Écrivez les jours ouvrés d'une période au moins.",
        );
    }
    let week = node.field("semaine");
    let shifts = shifts_of(&week, problems);
    if days.is_missing() && week.is_missing() && is_described(node) {
        problems.add(
            node.path(),
            format!("le calendrier {name} ne dit pas quand on travaille."),
            "Écrivez jours_ouvres ou semaine.",
        );
    }
    let closures = closures(&node.field("fermetures"), problems);
    Calendar { name, worked_days, shifts, closures }
}

/// Whether named entries, or nothing, are written: anything else has its own problem.
fn is_described(node: &Node<'_>) -> bool {
    matches!(node.tree(), None | Some(Tree::Entries(_)))
}

/// Shifts of the week from Monday, each day by its start.
fn shifts_of(week: &Node<'_>, problems: &mut Problems) -> Vec<Shift> {
    let names: Vec<&str> = WEEKDAYS.iter().map(|(name, _)| *name).collect();
    entries::check_names(week, &names, problems);
    let mut shifts = Vec::new();
    for (name, weekday) in WEEKDAYS {
        shifts.extend(shifts::read(&week.field(name), weekday, problems));
    }
    shifts.sort_by_key(|shift| (shift.weekday.num_days_from_monday(), shift.start));
    for (first, second) in shifts::overlaps(&shifts) {
        problems.add(
            week.path(),
            format!("les horaires {} et {} se recouvrent.", words(first), words(second)),
            "Corrigez l'un des deux.",
        );
    }
    shifts
}

fn words(shift: &Shift) -> String {
    let found = WEEKDAYS.into_iter().find(|(_, weekday)| *weekday == shift.weekday);
    let day = found.map_or("", |(name, _)| name);
    format!("{day} {}-{}", shift.start.format("%H:%M"), shift.end.format("%H:%M"))
}

/// Days closed: dates, or `{du: 2027-08-02, au: 2027-08-20}`; a day may be named twice.
fn closures(node: &Node<'_>, problems: &mut Problems) -> Vec<NaiveDate> {
    let mut days = Vec::new();
    for item in node.items(problems) {
        if matches!(item.tree(), Some(Tree::Entries(_))) {
            days.extend(closure(&item, problems));
        } else {
            item.require(problems);
            days.extend(item.date(problems));
        }
    }
    days.sort_unstable();
    days.dedup();
    days
}

fn closure(node: &Node<'_>, problems: &mut Problems) -> Vec<NaiveDate> {
    entries::check_names(node, &["du", "au"], problems);
    let mut bound = |name: &str| {
        let place = node.field(name);
        place.require(problems);
        place.date(problems)
    };
    let (Some(first), Some(last)) = (bound("du"), bound("au")) else { return Vec::new() };
    let longest = first.checked_add_days(Days::new(LONGEST_CLOSURE));
    if last < first || longest.is_none_or(|longest| last > longest) {
        problems.add(
            node.path(),
            "la fermeture ne va pas d'un jour à un autre, moins d'un an après.",
            "Corrigez « du » et « au ».",
        );
        return Vec::new();
    }
    first.iter_days().take_while(|day| *day <= last).collect()
}
