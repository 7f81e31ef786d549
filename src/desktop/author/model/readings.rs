//! How typed texts become values, and how values are written in fields.

use rust_decimal::Decimal;

use crate::domain::case_study::Points;
use crate::domain::french::{NumberError, format_decimal, parse_number, parse_with_unit};
use crate::domain::planning::tree::Tree;
use crate::storage::parse_planning_text;

/// Longest duration taken, in minutes.
const LONGEST: u32 = 1_440;
/// Most lines ruled on paper.
const MOST_LINES: u32 = 60;

/// The two ways between a value and its text. The refusal says what to do.
#[derive(Debug)]
pub struct Reading<T> {
    /// From the value to the text.
    pub write: fn(&T) -> String,
    /// From the text to the value.
    pub read: fn(&str) -> Result<T, String>,
    /// What the case keeps while the text means nothing; none keeps the last value that did.
    pub unreadable: Option<fn() -> T>,
}

/// A number of minutes; « 1 h 30 » is read too.
pub const MINUTES: Reading<u32> =
    Reading { write: u32::to_string, read: read_minutes, unreadable: None };
/// Lines ruled on paper.
pub const LINE_COUNT: Reading<u32> =
    Reading { write: u32::to_string, read: read_line_count, unreadable: None };
/// Internal marks.
pub const POINTS: Reading<Points> =
    Reading { write: |points| format_decimal(points.value()), read: read_points, unreadable: None };
/// Key of a number; empty while the author does not know it.
pub const KEY: Reading<Option<Decimal>> = Reading {
    write: |key| key.map(format_decimal).unwrap_or_default(),
    read: read_key,
    unreadable: Some(|| None),
};
/// Margin of a tolerance.
pub const MARGIN: Reading<Decimal> =
    Reading { write: |margin| format_decimal(*margin), read: read_margin, unreadable: None };
/// A list, one element a line; blank lines are left out.
pub const LINES: Reading<Vec<String>> =
    Reading { write: |lines| lines.join("\n"), read: |typed| Ok(lines(typed)), unreadable: None };

/// Planning data in YAML.
pub const DATA: Reading<Tree> = Reading { write: write_tree, read: read_tree, unreadable: None };

fn write_tree(tree: &Tree) -> String {
    if tree.is_empty() { String::new() } else { serde_yaml::to_string(tree).unwrap_or_default() }
}

fn read_tree(typed: &str) -> Result<Tree, String> {
    if typed.trim().is_empty() {
        return Ok(Tree::Empty);
    }
    parse_planning_text(typed).map_err(|error| {
        let place = error.place.map(|place| format!("{place} : ")).unwrap_or_default();
        format!("{place}{} {}", error.message, error.remedy)
    })
}

fn lines(typed: &str) -> Vec<String> {
    let filled = typed.lines().map(str::trim).filter(|line| !line.is_empty());
    filled.map(str::to_owned).collect()
}

fn whole(typed: &str, unit: &str, most: u32, what: &str) -> Result<u32, String> {
    let refusal = || format!("Écrivez {what} de 0 à {most}, sans virgule.");
    let value = parse_with_unit(typed, unit).map_err(|_| refusal())?.normalize();
    if value.scale() > 0 {
        return Err(refusal());
    }
    u32::try_from(value).ok().filter(|value| *value <= most).ok_or_else(refusal)
}

fn read_minutes(typed: &str) -> Result<u32, String> {
    whole(typed, "min", LONGEST, "un nombre de minutes")
}

fn read_line_count(typed: &str) -> Result<u32, String> {
    whole(typed, "lignes", MOST_LINES, "un nombre de lignes")
}

fn read_points(typed: &str) -> Result<Points, String> {
    parse_number(typed).ok().and_then(Points::from_value).ok_or_else(|| {
        "Les points se comptent par quarts, sans signe moins : écrivez par exemple 1,25.".to_owned()
    })
}

fn read_key(typed: &str) -> Result<Option<Decimal>, String> {
    match parse_number(typed) {
        Ok(value) => Ok(Some(value)),
        Err(NumberError::Empty) => Ok(None),
        Err(NumberError::NotANumber) => {
            Err("Ce n'est pas un nombre : écrivez par exemple 1 250,75.".to_owned())
        }
        Err(NumberError::TooLong) => {
            Err("Le nombre a trop de chiffres : arrondissez-le.".to_owned())
        }
    }
}

fn read_margin(typed: &str) -> Result<Decimal, String> {
    let refusal = || "Écrivez un nombre nul ou positif, par exemple 0,5.".to_owned();
    let value = parse_number(typed).map_err(|_| refusal())?;
    if value.is_sign_negative() && !value.is_zero() { Err(refusal()) } else { Ok(value) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minutes_are_whole_and_may_be_hours() {
        assert_eq!((MINUTES.read)("90"), Ok(90));
        assert_eq!((MINUTES.read)("90 min"), Ok(90));
        assert_eq!((MINUTES.read)("1 h 30"), Ok(90));
        for bad in ["", "1,5", "-3", "9999", "dix"] {
            assert!((MINUTES.read)(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn points_are_quarters_and_written_in_french() {
        let points = (POINTS.read)("1,25").expect("it is read");
        assert_eq!((POINTS.write)(&points), "1,25");
        assert!((POINTS.read)("0,3").is_err());
    }

    #[test]
    fn a_key_may_be_missing_but_never_a_word() {
        assert_eq!((KEY.read)("  "), Ok(None));
        assert_eq!((KEY.read)("1 250,50"), Ok(Some(Decimal::new(125_050, 2))));
        assert_eq!((KEY.write)(&Some(Decimal::new(125_050, 2))), "1\u{202f}250,50");
        assert!((KEY.read)("beaucoup").is_err());
        assert!((MARGIN.read)("-1").is_err());
    }

    #[test]
    fn blank_lines_of_a_list_are_left_out() {
        let read = (LINES.read)("Un\n\n  deux \n").expect("always read");
        assert_eq!(read, ["Un", "deux"]);
        assert_eq!((LINES.write)(&read), "Un\ndeux");
    }
}
