//! Aménagements d'épreuve: what the administration granted to one candidate.

use serde::{Deserialize, Serialize};

use super::ExtraTime;
use super::decision::{Decision, DecisionColumn, DecisionProblem};

/// Aménagement d'épreuve, decided by the administration.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Accommodation {
    /// Extra time as a fraction: numerator over denominator ("1/3").
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extra_time: Option<(u32, u32)>,
    /// Extra time in minutes, when it is no fraction.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extra_minutes: Option<u32>,
    /// Size of the text at the beginning, in percent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text_percent: Option<u32>,
    /// High contrast from the beginning.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub high_contrast: bool,
    /// Wide spacing of letters and lines from the beginning.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub spaced_reading: bool,
    /// The spell-check of the program, even where the case does not allow it to everybody.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub spell_check: bool,
    /// Everything else, in words: printed, without effect on the sitting.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub other: String,
}

impl Accommodation {
    /// Reads a decision: « tiers temps, texte 175 %, contraste », « temps majoré 25 % »,
    /// « + 30 min ». What is not understood is kept as it is, in `other`. `None` when nothing is
    /// granted.
    ///
    /// # Errors
    /// When the words grant something that cannot be given for sure: two times, time taken away, a
    /// size out of bounds.
    pub fn read(text: &str) -> Result<Option<Self>, DecisionProblem> {
        let mut decision = Decision::default();
        decision.take(DecisionColumn::Words, text)?;
        Ok(decision.granted())
    }

    /// The extra time granted.
    pub fn extra(&self) -> ExtraTime {
        match (self.extra_time, self.extra_minutes) {
            (Some((part, whole)), _) => ExtraTime::Fraction { part, whole },
            (None, Some(minutes)) => ExtraTime::Minutes(minutes),
            (None, None) => ExtraTime::None,
        }
    }

    /// Whether anything of it changes the sitting.
    pub fn has_effect(&self) -> bool {
        *self != Self { other: self.other.clone(), ..Self::default() }
    }

    /// What is kept in words, without effect on the sitting; empty when there is nothing.
    pub fn noted(&self) -> &str {
        &self.other
    }

    /// « tiers temps – à assurer par le centre : lecteur »: what has an effect, then what is only
    /// noted, of which nothing happens by itself.
    pub fn label(&self) -> String {
        let (acting, noted) = (self.understood(), self.other.trim());
        match (acting.is_empty(), noted.is_empty()) {
            (_, true) => acting,
            (true, false) => format!("à assurer par le centre : {noted}"),
            (false, false) => format!("{acting} – à assurer par le centre : {noted}"),
        }
    }

    /// « tiers temps, texte 175 % »: what has an effect on the sitting; empty when nothing has.
    pub fn understood(&self) -> String {
        joined([self.time_label(), self.on_screen()])
    }

    /// « tiers temps »; empty when there is no extra time.
    pub fn time_label(&self) -> String {
        match (self.extra_time, self.extra_minutes) {
            (Some((1, 3)), _) => "tiers temps".to_owned(),
            (Some((part, 100)), _) => format!("temps majoré de {part} %"),
            (Some((part, whole)), _) => format!("temps majoré de {part}/{whole}"),
            (None, Some(minutes)) => format!("{minutes} min de plus"),
            (None, None) => String::new(),
        }
    }

    /// « texte 175 %, contraste élevé »: what changes in the window; empty when it is as usual.
    pub fn on_screen(&self) -> String {
        let text = self.text_percent.map(|percent| format!("texte {percent} %"));
        let contrast = self.high_contrast.then(|| "contraste élevé".to_owned());
        let spaced = self.spaced_reading.then(|| "lecture espacée".to_owned());
        let spelling = self.spell_check.then(|| "correcteur orthographique".to_owned());
        joined([text, contrast, spaced, spelling].map(Option::unwrap_or_default))
    }
}

/// The words that say something, between commas.
fn joined<const COUNT: usize>(words: [String; COUNT]) -> String {
    let said: Vec<String> = words.into_iter().filter(|words| !words.is_empty()).collect();
    said.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Accommodation {
        let granted = Accommodation::read(text);
        granted.unwrap_or_else(|problem| panic!("{problem}")).expect("something is granted")
    }

    #[test]
    fn grants_are_read_in_the_words_of_decisions() {
        assert_eq!(read("Tiers-temps").extra(), ExtraTime::Fraction { part: 1, whole: 3 });
        assert_eq!(read("1/4").extra(), ExtraTime::Fraction { part: 1, whole: 4 });
        let majored = read("temps majoré 25 %");
        assert_eq!(majored.extra(), ExtraTime::Fraction { part: 25, whole: 100 });
        assert_eq!(read("+ 30 min").extra(), ExtraTime::Minutes(30));
        let several = read("tiers temps, texte 175 %, contraste, lecteur");
        assert_eq!(several.text_percent, Some(175));
        assert!(several.high_contrast);
        assert_eq!(
            several.label(),
            "tiers temps, texte 175 %, contraste élevé – à assurer par le centre : lecteur"
        );
        assert_eq!(several.understood(), "tiers temps, texte 175 %, contraste élevé");
        assert_eq!(several.on_screen(), "texte 175 %, contraste élevé");
    }

    #[test]
    fn what_is_not_understood_is_kept_in_words() {
        let noted = read("secrétaire lecteur");
        assert_eq!(noted.other, "secrétaire lecteur");
        assert_eq!(noted.label(), "à assurer par le centre : secrétaire lecteur");
        assert!(!noted.has_effect() && noted.understood().is_empty());
        assert_eq!(read("secrétaire").extra(), ExtraTime::None);
        assert!(read("contraste").has_effect());
        assert_eq!(Accommodation::read("  "), Ok(None));
    }
}
