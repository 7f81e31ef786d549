//! Typed values read at a place of the tree: texts, numbers, dates, choices.

use chrono::{NaiveDate, NaiveDateTime};
use rust_decimal::Decimal;

use super::Node;
use crate::domain::planning::tree::{LARGEST_QUANTITY, Problems, Tree};

impl Node<'_> {
    /// Notes that something must be written here.
    pub fn require(&self, problems: &mut Problems) {
        if self.is_missing() {
            problems.add(&self.path, "la valeur manque.", "Écrivez-la.");
        }
    }

    /// A text; a number counts as the text typed.
    pub fn text(&self, problems: &mut Problems) -> Option<String> {
        let found = self.tree()?.text();
        if found.is_none() {
            problems.add(&self.path, "un texte est attendu.", "Écrivez un texte.");
        }
        found
    }

    /// A required text.
    pub fn required_text(&self, problems: &mut Problems) -> Option<String> {
        self.require(problems);
        self.text(problems)
    }

    /// A text, or this one when missing.
    pub fn text_or(&self, default: &str, problems: &mut Problems) -> String {
        self.text(problems).unwrap_or_else(|| default.to_owned())
    }

    /// A number of any sign, smaller than 10^12.
    pub fn number(&self, problems: &mut Problems) -> Option<Decimal> {
        let Some(number) = self.tree()?.number() else {
            problems.add(
                &self.path,
                "un nombre est attendu.",
                "Écrivez par exemple 12 ou 12.5, sans unité.",
            );
            return None;
        };
        if number.abs() > LARGEST_QUANTITY {
            problems.add(
                &self.path,
                "le nombre est trop grand.",
                "Restez sous 1 000 000 000 000, quitte à changer d'unité.",
            );
            return None;
        }
        Some(number)
    }

    /// A number that is not negative.
    pub fn quantity(&self, problems: &mut Problems) -> Option<Decimal> {
        let number = self.number(problems)?;
        if number.is_sign_negative() && !number.is_zero() {
            problems.add(
                &self.path,
                format!("la valeur {number} est négative."),
                "Écrivez une valeur nulle ou positive.",
            );
            return None;
        }
        Some(number)
    }

    /// A required number that is not negative.
    pub fn required_quantity(&self, problems: &mut Problems) -> Option<Decimal> {
        self.require(problems);
        self.quantity(problems)
    }

    /// A number that is not negative, or this one when missing.
    pub fn quantity_or(&self, default: Decimal, problems: &mut Problems) -> Decimal {
        self.quantity(problems).unwrap_or(default)
    }

    /// A required number above zero.
    pub fn positive(&self, problems: &mut Problems) -> Option<Decimal> {
        let number = self.required_quantity(problems)?;
        if number.is_zero() {
            problems.add(
                &self.path,
                "la valeur est nulle.",
                "Écrivez une valeur plus grande que zéro.",
            );
            return None;
        }
        Some(number)
    }

    /// A whole number that is not negative.
    pub fn whole(&self, problems: &mut Problems) -> Option<u32> {
        let number = self.quantity(problems)?;
        let whole = Some(number.normalize()).filter(|n| n.scale() == 0);
        let found = whole.and_then(|n| u32::try_from(n.mantissa()).ok());
        if found.is_none() {
            problems.add(
                &self.path,
                format!("un nombre entier est attendu, pas {number}."),
                "Écrivez un nombre entier.",
            );
        }
        found
    }

    /// `true` or `false`; also « oui » or « non ».
    pub fn flag(&self, problems: &mut Problems) -> Option<bool> {
        match self.tree()? {
            Tree::Flag(flag) => return Some(*flag),
            Tree::Text(text) if text == "oui" => return Some(true),
            Tree::Text(text) if text == "non" => return Some(false),
            _ => {}
        }
        problems.add(&self.path, "« oui » ou « non » est attendu.", "Écrivez oui ou non.");
        None
    }

    /// A date written 2027-03-11.
    pub fn date(&self, problems: &mut Problems) -> Option<NaiveDate> {
        let text = self.text(problems)?;
        let found = NaiveDate::parse_from_str(&text, "%Y-%m-%d").ok();
        if found.is_none() {
            problems.add(
                &self.path,
                format!("« {text} » n'est pas une date."),
                "Écrivez une date comme 2027-03-11.",
            );
        }
        found
    }

    /// A moment written 2027-03-11T08:30; a date alone is its midnight.
    pub fn moment(&self, problems: &mut Problems) -> Option<NaiveDateTime> {
        let text = self.text(problems)?;
        let found = ["%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M"]
            .iter()
            .find_map(|form| NaiveDateTime::parse_from_str(&text, form).ok())
            .or_else(|| NaiveDate::parse_from_str(&text, "%Y-%m-%d").ok()?.and_hms_opt(0, 0, 0));
        if found.is_none() {
            problems.add(
                &self.path,
                format!("« {text} » n'est pas un moment."),
                "Écrivez par exemple 2027-03-11T08:30.",
            );
        }
        found
    }

    /// One of a few words, each standing for a value.
    pub fn one_of<T: Copy>(&self, choices: &[(&str, T)], problems: &mut Problems) -> Option<T> {
        let text = self.text(problems)?;
        let found = choices.iter().find(|(word, _)| *word == text).map(|(_, value)| *value);
        if found.is_none() {
            let words: Vec<_> = choices.iter().map(|(word, _)| *word).collect();
            problems.add(
                &self.path,
                format!("« {text} » n'est pas reconnu."),
                format!("Choisissez parmi : {}.", words.join(", ")),
            );
        }
        found
    }
}
