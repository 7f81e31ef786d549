//! How the window looks and moves for one candidate, kept for the sitting.

use serde::{Deserialize, Serialize};

use crate::domain::exam::Accommodation;
use crate::storage::Theme;

/// Sizes of the text offered, in percent.
pub const TEXT_SIZES: [u32; 7] = [100, 125, 150, 175, 200, 225, 250];

/// Choices of appearance of a sitting: granted by the administration, then as the candidate likes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct AccessChoices {
    /// Size of the text, in percent.
    pub text_percent: u32,
    /// Colours.
    pub theme: Theme,
    /// « Lecture espacée »: letters and lines further apart.
    pub spaced_reading: bool,
    /// « Guide de lecture »: a band leaves a few lines in full light.
    pub reading_guide: bool,
    /// Nothing glides: the wheel moves the page at once.
    pub reduced_motion: bool,
}

impl Default for AccessChoices {
    fn default() -> Self {
        Self {
            text_percent: 100,
            theme: Theme::Light,
            spaced_reading: false,
            reading_guide: false,
            reduced_motion: false,
        }
    }
}

impl AccessChoices {
    /// What an accommodation sets at the beginning; the rest stays as it is.
    #[must_use]
    pub fn with_accommodation(mut self, granted: &Accommodation) -> Self {
        if let Some(percent) = granted.text_percent {
            self.text_percent = percent;
        }
        if granted.high_contrast {
            self.theme = Theme::HighContrast;
        }
        self.spaced_reading |= granted.spaced_reading;
        self.sound()
    }

    /// The same choices with a size of text that is offered: the nearest one that is not smaller.
    #[must_use]
    pub fn sound(mut self) -> Self {
        let offered = TEXT_SIZES.into_iter().find(|size| *size >= self.text_percent);
        self.text_percent = offered.unwrap_or(250);
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_accommodation_sets_what_it_grants_and_nothing_else() {
        let granted = Accommodation::read("tiers temps, texte 160 %, lecture espacée");
        let granted = granted.expect("understood").expect("something is granted");
        let before = AccessChoices { reading_guide: true, ..AccessChoices::default() };
        let choices = before.with_accommodation(&granted);
        let expected = AccessChoices { text_percent: 175, spaced_reading: true, ..before };
        assert_eq!(choices, expected);
        let contrast = Accommodation { high_contrast: true, ..Accommodation::default() };
        assert_eq!(choices.with_accommodation(&contrast).theme, Theme::HighContrast);
    }

    #[test]
    fn a_size_is_one_of_those_offered_and_never_smaller_than_granted() {
        for (asked, offered) in [(0, 100), (100, 100), (101, 125), (250, 250), (4_000, 250)] {
            let choices = AccessChoices { text_percent: asked, ..AccessChoices::default() };
            assert_eq!(choices.sound().text_percent, offered, "{asked}");
        }
    }
}
