//! Aménagements d'épreuve: what the administration granted to one candidate.

use serde::{Deserialize, Serialize};

use super::ExtraTime;

/// Largest text that may be asked for, in percent.
const LARGEST_TEXT: u32 = 250;

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
    /// Everything else, in words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub other: String,
}

impl Accommodation {
    /// Reads a decision: « tiers temps, texte 175 %, contraste », « temps majoré 25 % », « + 30 min ».
    /// What is not understood is kept as it is, in `other`. `None` when nothing is granted.
    pub fn read(text: &str) -> Option<Self> {
        let mut granted = Self::default();
        let mut others = Vec::new();
        let parts = text.split(',').map(|part| part.trim().trim_start_matches('+').trim());
        for part in parts.filter(|part| !part.is_empty()) {
            if !granted.take(part) {
                others.push(part);
            }
        }
        granted.other = others.join(", ");
        (granted != Self::default()).then_some(granted)
    }

    /// Takes one grant; `false` when its words are not known.
    fn take(&mut self, part: &str) -> bool {
        let words = part.to_lowercase().replace(['-', '\u{a0}', '\u{202f}'], " ");
        let words = words.trim();
        if matches!(words, "tiers temps" | "1/3" | "un tiers" | "temps majoré d'un tiers") {
            self.extra_time = Some((1, 3));
            return true;
        }
        if let Some(whole) = words.strip_prefix("1/").and_then(|whole| whole.parse().ok()) {
            self.extra_time = Some((1, whole)).filter(|_| whole > 0);
            return whole > 0;
        }
        let Some(number) = first_number(words) else {
            let contrast = matches!(words, "contraste" | "contraste élevé" | "fort contraste");
            let spaced = matches!(words, "lecture espacée" | "dyslexie" | "police adaptée");
            self.high_contrast |= contrast;
            self.spaced_reading |= spaced;
            return contrast || spaced;
        };
        if words.starts_with("texte") || words.starts_with("caractères") {
            self.text_percent = Some(number.clamp(100, LARGEST_TEXT));
            return true;
        }
        let is_time = words.starts_with("temps") || words.starts_with(|c: char| c.is_ascii_digit());
        if is_time && words.ends_with('%') && number <= 100 {
            self.extra_time = Some((number, 100));
            return true;
        }
        if is_time && (words.ends_with("min") || words.ends_with("minutes")) && number <= 600 {
            self.extra_minutes = Some(number);
            return true;
        }
        false
    }

    /// The extra time granted.
    pub fn extra(&self) -> ExtraTime {
        match (self.extra_time, self.extra_minutes) {
            (Some((part, whole)), _) => ExtraTime::Fraction { part, whole },
            (None, Some(minutes)) => ExtraTime::Minutes(minutes),
            (None, None) => ExtraTime::None,
        }
    }

    /// « tiers temps, texte 175 % », or what the decision says.
    pub fn label(&self) -> String {
        let time = match (self.extra_time, self.extra_minutes) {
            (Some((1, 3)), _) => Some("tiers temps".to_owned()),
            (Some((part, 100)), _) => Some(format!("temps majoré de {part} %")),
            (Some((part, whole)), _) => Some(format!("temps majoré de {part}/{whole}")),
            (None, Some(minutes)) => Some(format!("{minutes} min de plus")),
            (None, None) => None,
        };
        let text = self.text_percent.map(|percent| format!("texte {percent} %"));
        let contrast = self.high_contrast.then(|| "contraste élevé".to_owned());
        let spaced = self.spaced_reading.then(|| "lecture espacée".to_owned());
        let other = Some(self.other.clone()).filter(|text| !text.is_empty());
        let all = [time, text, contrast, spaced, other];
        all.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }
}

/// The first whole number of a text.
fn first_number(text: &str) -> Option<u32> {
    let start = text.find(|c: char| c.is_ascii_digit())?;
    let digits: String = text.get(start..)?.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Accommodation {
        Accommodation::read(text).expect("something is granted")
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
        assert_eq!(several.label(), "tiers temps, texte 175 %, contraste élevé, lecteur");
    }

    #[test]
    fn what_is_not_understood_is_kept_in_words() {
        assert_eq!(read("secrétaire lecteur").other, "secrétaire lecteur");
        assert_eq!(read("secrétaire").extra(), ExtraTime::None);
        assert_eq!(Accommodation::read("  "), None);
    }
}
