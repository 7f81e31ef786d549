//! What French knows: the dictionary, with the elisions, compounds and acronyms that it lacks.

use std::collections::HashSet;

use spellbook::{Dictionary, ParseDictionaryError};

use super::vocabulary::{Vocabulary, folded, plain};

const AFFIXES: &str = include_str!("../../dictionaries/fr.aff");
const WORDS: &str = include_str!("../../dictionaries/fr.dic");

/// Letters of the longest acronym: « DREETS »; longer words in capitals are looked up.
const ACRONYM: usize = 6;
/// Most words proposed in place of one.
const PROPOSED: usize = 5;
/// What stands before an apostrophe.
const ELISIONS: [&str; 13] =
    ["l", "d", "n", "s", "j", "m", "t", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu"];

/// French, and the words of one subject.
#[derive(Debug)]
pub(super) struct French {
    dictionary: Dictionary,
    own: Vocabulary,
}

impl French {
    /// Reads the dictionary: some tens of milliseconds.
    ///
    /// # Errors
    /// When the dictionary of the program cannot be read; a test holds that it can.
    pub(super) fn load(own: Vocabulary) -> Result<Self, ParseDictionaryError> {
        Ok(Self { dictionary: Dictionary::new(AFFIXES, WORDS)?, own })
    }

    /// Whether a word is written as French writes it.
    pub(super) fn knows(&self, word: &str) -> bool {
        let word = plain(word);
        self.is_word(&word)
            || is_mixed(&word)
            || word.split_once('\'').is_some_and(|(before, rest)| {
                // The dictionary knows the elisions of its own words.
                ELISIONS.contains(&before.to_lowercase().as_str())
                    && (self.own.knows(rest) || is_acronym(rest) || is_mixed(rest))
            })
            || (word.contains('-') && word.split('-').all(|part| self.is_word(part)))
    }

    fn is_word(&self, word: &str) -> bool {
        is_acronym(word) || self.own.knows(word) || self.dictionary.check(word)
    }

    /// Words that may have been meant, the nearest first, with the apostrophe of the writer.
    ///
    /// It takes a tenth of a second, more on an old PC.
    pub(super) fn suggestions(&self, word: &str) -> Vec<String> {
        let mut found = Vec::new();
        self.dictionary.suggest(&plain(word), &mut found);
        let mut seen = HashSet::new();
        // « l'Entrepôt », a place, says no more than « l'entrepôt ».
        found.retain(|word| !has_lone_letter(word) && seen.insert(folded(word)));
        found.truncate(PROPOSED);
        let is_curved = word.contains('’');
        found
            .into_iter()
            .map(|word| if is_curved { word.replace('\'', "’") } else { word.replace('’', "'") })
            .collect()
    }
}

/// « p revoir »: a word cut after a letter that is no word.
fn has_lone_letter(word: &str) -> bool {
    word.split([' ', '-']).any(|part| part.chars().count() == 1 && !["a", "à", "y"].contains(&part))
}

/// « TRS », « OF », « DREETS ».
fn is_acronym(word: &str) -> bool {
    word.chars().count() <= ACRONYM && word.chars().all(char::is_uppercase)
}

/// « kWh », « OFs », « eFrame »: capitals elsewhere than at the beginning, and small letters.
fn is_mixed(word: &str) -> bool {
    let is_straight = word.chars().all(char::is_alphabetic);
    is_straight
        && word.chars().skip(1).any(char::is_uppercase)
        && word.chars().any(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn french() -> French {
        let subject = serde_json::json!(["L'entreprise Tréfilor produit des Zamak-B"]);
        French::load(Vocabulary::of(&subject)).expect("the dictionary reads")
    }

    #[test]
    fn the_words_of_a_production_manager_are_known() {
        let french = french();
        let text = "L'ordonnancement de l'atelier n'est pas équilibré : le goulot sature, \
            les en-cours s'accumulent et les approvisionnements arrivent en retard. J'ai recalé \
            les OF et l'OF 12 sur le jalonnement au plus tôt. Aujourd’hui, le kanban évite la \
            surproduction ; peut-être faudrait-il sous-traiter ? Événement, évènement, coût, cout.";
        for word in super::super::words::words(text) {
            assert!(french.knows(&word.text), "{}", word.text);
        }
    }

    #[test]
    fn misspelt_words_are_seen_and_better_ones_proposed() {
        let french = french();
        for (wrong, meant) in [
            ("entrepot", "entrepôt"),
            ("approvisionnemant", "approvisionnement"),
            ("l'entrepot", "l'entrepôt"),
            ("l’entrepot", "l’entrepôt"),
        ] {
            assert!(!french.knows(wrong), "{wrong}");
            let proposed = french.suggestions(wrong);
            assert_eq!(proposed.first().map(String::as_str), Some(meant), "{proposed:?}");
            assert!(proposed.len() <= PROPOSED);
        }
        assert!(french.suggestions("prevoir").iter().all(|word| !word.starts_with("p ")));
        for wrong in ["ataliers", "PRODUCTIVITÉE", "l'x'y", "plan-nning"] {
            assert!(!french.knows(wrong), "{wrong}");
        }
    }

    #[test]
    fn no_word_stops_the_thread_that_answers() {
        let french = french();
        let odd = ["İİİ", "ﬁﬂ", "ß-ß", "a\u{301}e\u{308}", "日本語", "ÆŒ’Ǆ", "''", "l'", "-"];
        for word in odd {
            french.knows(word);
            french.suggestions(word);
        }
        proptest::proptest!(|(word in "\\PC{1,50}")| {
            french.knows(&word);
        });
    }

    #[test]
    fn words_of_the_subject_acronyms_and_units_are_right() {
        let french = french();
        for word in ["Tréfilor", "tréfilor", "d'Tréfilor", "TRS", "l'OF", "kWh", "OFs", "Zamak-B"]
        {
            assert!(french.knows(word), "{word}");
        }
    }
}
