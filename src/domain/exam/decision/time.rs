//! Extra time in the words of a decision: its amount, and the bounds outside which it is refused.

use super::tokens::{Token, tokens};
use super::words::{Grant, LINKS};
use super::{DecisionProblem, KEEP_ONE_TIME, WRITE_A_TIME};
use crate::domain::exam::ExtraTime;

/// Most extra time, in percent of the paper.
const MOST_PERCENT: u32 = 100;
/// Most extra time, in minutes.
const MOST_MINUTES: u32 = 600;

/// Words that say that time is added.
const MORE: [&str; 10] = [
    "majore",
    "majoree",
    "majores",
    "majoration",
    "plus",
    "supplementaire",
    "supplementaires",
    "supp",
    "additionnel",
    "additionnelles",
];
const MINUTES: [&str; 5] = ["min", "mins", "mn", "minute", "minutes"];
const HOURS: [&str; 3] = ["h", "heure", "heures"];
const TIME: [&str; 2] = ["temps", "tps"];

/// What is said of extra time, before its bounds are looked at.
#[derive(Debug, Default)]
struct SaidTime {
    amounts: Vec<ExtraTime>,
    /// Numbers without a unit.
    bare: usize,
    /// Numbers that are not whole.
    inexact: usize,
    /// « temps » is said.
    names_time: bool,
    /// « + », « majoré », « en plus » is said.
    is_more: bool,
    /// Hours are said: without « + » they may be the whole time.
    in_hours: bool,
}

/// Extra time: « tiers temps », « temps majoré de 25 % », « + 30 min »; `None` when the words are
/// about something else.
pub(super) fn extra_time(part: &str, tokens: &[Token]) -> Result<Option<Grant>, DecisionProblem> {
    let Some(said) = SaidTime::of(tokens) else { return Ok(None) };
    let refused =
        |what: &str, remedy: &str| Err(DecisionProblem::new(format!("« {part} » {what}"), remedy));
    let is_said = said.is_more || said.names_time;
    match (said.amounts.as_slice(), said.bare) {
        _ if said.inexact > 0 => refused(
            "n'est pas un nombre entier.",
            "Écrivez une fraction, « 1/3 », ou un nombre entier, « 25 % », « 30 min ».",
        ),
        ([], 0) if is_said => refused("ne dit pas combien.", WRITE_A_TIME),
        ([], 1..) if is_said || tokens.len() == 1 => {
            refused("ne dit pas si ce sont des minutes ou des pourcents.", WRITE_A_TIME)
        }
        ([], _) => Ok(None),
        ([amount], 0) => said.bounded(part, *amount),
        _ => refused("donne plusieurs temps.", KEEP_ONE_TIME),
    }
}

impl SaidTime {
    /// `None` when some words are about something else.
    fn of(tokens: &[Token]) -> Option<Self> {
        let mut said = Self::default();
        let mut rest = tokens;
        while let Some((first, after)) = rest.split_first() {
            let is_first = rest.len() == tokens.len();
            rest = match first {
                Token::Fraction(part, whole) => {
                    said.add(ExtraTime::Fraction { part: *part, whole: *whole });
                    after
                }
                Token::Number(count) => said.number(*count, after),
                Token::Inexact => {
                    said.inexact += 1;
                    said.number(0, after)
                }
                Token::Word(word) => {
                    said.word(word)?;
                    after
                }
                Token::Plus if is_first => {
                    said.is_more = true;
                    after
                }
                Token::Plus | Token::Percent | Token::Other => return None,
            };
        }
        Some(said)
    }

    /// Takes a number with its unit; gives what follows.
    fn number<'a>(&mut self, count: u32, after: &'a [Token]) -> &'a [Token] {
        let Some((unit, rest)) = after.split_first() else {
            self.bare += 1;
            return after;
        };
        let word = unit.word().unwrap_or_default();
        if *unit == Token::Percent {
            self.add(ExtraTime::Fraction { part: count, whole: 100 });
        } else if MINUTES.contains(&word) {
            self.add(ExtraTime::Minutes(count));
        } else if HOURS.contains(&word) {
            return self.hours(count, rest);
        } else if let Some(whole) = share(word) {
            self.add(ExtraTime::Fraction { part: count, whole });
        } else {
            self.bare += 1;
            return after;
        }
        rest
    }

    /// Takes hours, and the minutes that may follow; gives what follows.
    fn hours<'a>(&mut self, hours: u32, after: &'a [Token]) -> &'a [Token] {
        self.in_hours = true;
        let (minutes, rest) = match after {
            [Token::Number(minutes), Token::Word(unit), rest @ ..]
                if MINUTES.contains(&unit.as_str()) =>
            {
                (*minutes, rest)
            }
            [Token::Number(minutes), rest @ ..] => (*minutes, rest),
            rest => (0, rest),
        };
        self.add(ExtraTime::Minutes(hours.saturating_mul(60).saturating_add(minutes)));
        rest
    }

    /// Takes a word; `None` when it is about something else.
    fn word(&mut self, word: &str) -> Option<()> {
        if let Some(whole) = share(word) {
            self.add(ExtraTime::Fraction { part: 1, whole });
        } else if TIME.contains(&word) {
            self.names_time = true;
        } else if MORE.contains(&word) {
            self.is_more = true;
        } else if !LINKS.contains(&word) {
            return None;
        }
        Some(())
    }

    /// « tiers temps (1/3) » says one amount twice.
    fn add(&mut self, amount: ExtraTime) {
        if !self.amounts.contains(&amount) {
            self.amounts.push(amount);
        }
    }

    /// The one amount that is said, when it can be given.
    fn bounded(&self, part: &str, amount: ExtraTime) -> Result<Option<Grant>, DecisionProblem> {
        let is_said = self.is_more || self.names_time;
        let refused = |what: String, remedy: &str| Err(DecisionProblem::new(what, remedy));
        match amount {
            ExtraTime::None | ExtraTime::Minutes(0) => Ok(Some(Grant::Nothing)),
            ExtraTime::Fraction { part: 0, whole } if whole > 0 => Ok(Some(Grant::Nothing)),
            ExtraTime::Fraction { part: percent, whole: 100 }
                if percent > MOST_PERCENT && !is_said =>
            {
                refused(
                    format!("« {part} » ne dit pas s'il s'agit du temps ou du texte."),
                    "Écrivez « texte 175 % » ou « temps majoré 25 % ».",
                )
            }
            ExtraTime::Minutes(_) if self.in_hours && !self.is_more => refused(
                format!("« {part} » peut être le temps en plus ou le temps entier."),
                "Écrivez le temps en plus, par exemple « + 40 min ».",
            ),
            ExtraTime::Minutes(minutes) if minutes <= MOST_MINUTES => Ok(Some(Grant::Time(amount))),
            ExtraTime::Fraction { part: more, whole } if whole > 0 && more <= whole => {
                Ok(Some(Grant::Time(amount)))
            }
            ExtraTime::Fraction { .. } | ExtraTime::Minutes(_) => refused(
                format!(
                    "« {part} » n'est pas un temps possible : {MOST_PERCENT} % du temps de \
                     l'épreuve, ou {MOST_MINUTES} min, au plus."
                ),
                "Vérifiez la décision.",
            ),
        }
    }
}

/// The denominator that a word says.
fn share(word: &str) -> Option<u32> {
    match word {
        "tiers" => Some(3),
        "quart" => Some(4),
        _ => None,
    }
}

/// Whether words that are not understood speak of time: those must be looked at first.
pub(in crate::domain::exam) fn speaks_of_time(text: &str) -> bool {
    tokens(text).iter().any(|token| match token {
        Token::Percent | Token::Fraction(..) => true,
        Token::Word(word) => {
            let known: [&[&str]; 4] = [&TIME, &MINUTES, &HOURS, &["tiers", "quart"]];
            word.starts_with("major") || known.iter().any(|words| words.contains(&word.as_str()))
        }
        Token::Number(_) | Token::Inexact | Token::Plus | Token::Other => false,
    })
}

#[cfg(test)]
mod tests {
    use super::super::words::grant;
    use super::*;

    const THIRD: ExtraTime = ExtraTime::Fraction { part: 1, whole: 3 };

    fn time(part: &str) -> Option<ExtraTime> {
        match grant(part) {
            Ok(Some(Grant::Time(extra))) => Some(extra),
            _ => None,
        }
    }

    fn refusal(part: &str) -> String {
        grant(part).expect_err(part).to_string()
    }

    #[test]
    fn a_third_is_understood_in_all_its_usual_words() {
        for part in [
            "tiers temps",
            "Tiers-temps",
            "TIERS TEMPS",
            "tiers tps",
            "1/3",
            "1/3 temps",
            "1/3 de temps en plus",
            "⅓ temps",
            "un tiers",
            "un tiers temps",
            "1 tiers",
            "temps majoré d'un tiers",
            "Temps majoré (1/3)",
            "tiers temps (1/3)",
            "majoration d’un tiers",
            "tiers\u{a0}temps",
            "- tiers temps",
        ] {
            assert_eq!(time(part), Some(THIRD), "{part}");
        }
    }

    #[test]
    fn other_times_are_understood_with_their_unit() {
        let percent = |part| Some(ExtraTime::Fraction { part, whole: 100 });
        for (part, extra) in [
            ("25 %", percent(25)),
            ("temps majoré de 25%", percent(25)),
            ("majoration 100 %", percent(100)),
            ("1/4 de temps", Some(ExtraTime::Fraction { part: 1, whole: 4 })),
            ("+30min", Some(ExtraTime::Minutes(30))),
            ("30 minutes de plus", Some(ExtraTime::Minutes(30))),
            ("+ 1 h", Some(ExtraTime::Minutes(60))),
            ("+ 1 h 30 min", Some(ExtraTime::Minutes(90))),
            ("temps majoré 600 mn", Some(ExtraTime::Minutes(600))),
        ] {
            assert_eq!(time(part), extra, "{part}");
        }
    }

    #[test]
    fn what_could_give_a_wrong_time_is_refused_with_its_reason() {
        for (part, reason) in [
            ("-30 min", "retire"),
            ("− 30 min", "retire"),
            ("temps majoré – 25 %", "retire"),
            ("temps majoré 900 %", "100 % du temps de l'épreuve, ou 600 min, au plus"),
            ("+ 900 min", "600 min"),
            ("1/0", "n'est pas un temps possible"),
            ("4/3", "n'est pas un temps possible"),
            ("temps majoré", "ne dit pas combien"),
            ("temps majoré 25", "minutes ou des pourcents"),
            ("+ 30", "minutes ou des pourcents"),
            ("30", "minutes ou des pourcents"),
            ("temps majoré 33,33 %", "nombre entier"),
            ("2 h 40", "temps entier"),
            ("175 %", "temps ou du texte"),
            ("tiers temps 30 min", "plusieurs temps"),
        ] {
            let words = refusal(part);
            assert!(words.contains(reason), "{part}: {words}");
            assert!(words.contains(part), "{part}: {words}");
        }
    }
}
