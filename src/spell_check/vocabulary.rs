//! Words that are right because the subject uses them: names of firms and of parts, terms of the
//! trade.

use std::collections::HashSet;

use serde::Serialize;
use serde_json::Value;

use super::words::words;

/// Fields whose texts are no words to read: bytes in letters.
const NOT_READ: [&str; 1] = ["pictures"];

/// Words known beside the dictionary.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Vocabulary {
    words: HashSet<String>,
}

impl Vocabulary {
    /// The words of all texts of a document, such as a subject.
    pub fn of(document: &impl Serialize) -> Self {
        let mut vocabulary = Self::default();
        // A document that cannot be walked teaches no word: nothing else depends on it.
        if let Ok(value) = serde_json::to_value(document) {
            vocabulary.learn(&value);
        }
        vocabulary
    }

    /// Whether the word is among them, whatever its capitals.
    pub fn knows(&self, word: &str) -> bool {
        self.words.contains(&folded(word))
    }

    fn learn(&mut self, value: &Value) {
        match value {
            Value::String(text) => {
                for word in words(text) {
                    let folded = folded(&word.text);
                    // « l'Atelier-Nord » teaches « atelier-nord » as well.
                    if let Some((_, rest)) = folded.split_once('\'') {
                        self.words.insert(rest.to_owned());
                    }
                    self.words.insert(folded);
                }
            }
            Value::Array(items) => items.iter().for_each(|item| self.learn(item)),
            Value::Object(fields) => {
                let read = fields.iter().filter(|(name, _)| !NOT_READ.contains(&name.as_str()));
                read.for_each(|(_, value)| self.learn(value));
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }
}

/// A word without capitals, with the straight apostrophe and the plain hyphen.
pub(super) fn folded(word: &str) -> String {
    plain(word).to_lowercase()
}

/// A word with the straight apostrophe and the plain hyphen.
pub(super) fn plain(word: &str) -> String {
    word.replace('’', "'").replace(['\u{2010}', '\u{2011}'], "-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_subject_teaches_its_own_words_and_not_its_pictures() {
        let document = serde_json::json!({
            "context": "Les **Savonneries** de l’Estérel",
            "rows": [["Presse Zétak", 3]],
            "pictures": {"plan.png": "iVBORw"},
        });
        let vocabulary = Vocabulary::of(&document);
        for word in ["savonneries", "Estérel", "l'estérel", "ZÉTAK"] {
            assert!(vocabulary.knows(word), "{word}");
        }
        assert!(!vocabulary.knows("iVBORw") && !vocabulary.knows("autre"));
    }
}
