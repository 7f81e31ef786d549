//! Answers about words from a thread of its own: the window asks, goes on, and is woken.

use std::collections::{HashMap, HashSet};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::french::French;
use super::vocabulary::Vocabulary;
use super::words::{Word, words};

/// What the thread is asked.
enum Asked {
    /// Whether these words are right.
    Words(Vec<String>),
    /// What could stand in place of one.
    Suggestions(String),
}

/// What is known so far.
#[derive(Debug, Default)]
struct Known {
    right: HashMap<String, bool>,
    suggestions: HashMap<String, Vec<String>>,
    /// Words already asked about, and not yet answered.
    awaited: HashSet<String>,
    /// Words that the writer left as they are.
    ignored: HashSet<String>,
}

/// The spell-check of one sitting. Its thread ends with it.
#[derive(Debug)]
pub struct Speller {
    asked: Sender<Asked>,
    known: Arc<Mutex<Known>>,
}

impl Speller {
    /// Starts it; `own` are the words of the subject, `wake` is called when something is answered.
    /// Should its thread not start, no word is ever said to be wrong.
    pub fn start(own: Vocabulary, wake: impl Fn() + Send + 'static) -> Self {
        let (asked, questions) = channel();
        let known = Arc::new(Mutex::new(Known::default()));
        let answered = Arc::clone(&known);
        std::thread::spawn(move || answer(own, &questions, &answered, wake));
        Self { asked, known }
    }

    /// The words of a text known to be wrong. Words not looked up yet are asked about; the one that
    /// ends at the caret is still being written.
    pub fn misspelled(&self, text: &str, caret: Option<usize>) -> Vec<Word> {
        let mut known = locked(&self.known);
        let mut wrong = Vec::new();
        let mut unknown = Vec::new();
        for word in words(text) {
            match known.right.get(&word.text) {
                _ if caret == Some(word.place.end) => {}
                Some(true) => {}
                Some(false) if known.ignored.contains(&word.text) => {}
                Some(false) => wrong.push(word),
                None if known.awaited.contains(&word.text) => {}
                None => {
                    known.awaited.insert(word.text.clone());
                    unknown.push(word.text);
                }
            }
        }
        if !unknown.is_empty() {
            // Without its thread nothing is marked: writing goes on.
            let _ = self.asked.send(Asked::Words(unknown));
        }
        wrong
    }

    /// Words that could stand in place of a wrong one; `None` while they are being looked for.
    pub fn suggestions(&self, word: &str) -> Option<Vec<String>> {
        let mut known = locked(&self.known);
        if let Some(found) = known.suggestions.get(word) {
            return Some(found.clone());
        }
        if known.awaited.insert(word.to_owned()) {
            let _ = self.asked.send(Asked::Suggestions(word.to_owned()));
        }
        None
    }

    /// Leaves a word as it is, wherever it stands, until the end of the sitting.
    pub fn ignore(&self, word: &str) {
        locked(&self.known).ignored.insert(word.to_owned());
    }
}

/// What is known, even after a panic elsewhere: it only ever grows.
fn locked(known: &Mutex<Known>) -> MutexGuard<'_, Known> {
    known.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Answers until nobody asks any more.
fn answer(own: Vocabulary, questions: &Receiver<Asked>, known: &Mutex<Known>, wake: impl Fn()) {
    let Ok(french) = French::load(own) else { return };
    for question in questions {
        match question {
            Asked::Words(asked) => {
                let judged: Vec<(String, bool)> = asked
                    .into_iter()
                    .map(|word| {
                        let right = french.knows(&word);
                        (word, right)
                    })
                    .collect();
                let mut known = locked(known);
                for (word, right) in judged {
                    known.awaited.remove(&word);
                    known.right.insert(word, right);
                }
            }
            Asked::Suggestions(word) => {
                let found = french.suggestions(&word);
                let mut known = locked(known);
                known.awaited.remove(&word);
                known.suggestions.insert(word, found);
            }
        }
        wake();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Asks again each time the thread woke us, until there is an answer.
    fn awaited<T>(woken: &Receiver<()>, mut ask: impl FnMut() -> Option<T>) -> T {
        loop {
            if let Some(found) = ask() {
                return found;
            }
            woken.recv().expect("the thread answers");
        }
    }

    fn started() -> (Speller, Receiver<()>) {
        let (wake, woken) = channel();
        let own = Vocabulary::of(&"Tréfilor");
        (
            Speller::start(own, move || {
                let _ = wake.send(());
            }),
            woken,
        )
    }

    #[test]
    fn wrong_words_are_told_once_the_thread_has_answered() {
        let (speller, woken) = started();
        let text = "Tréfilor vide son entrepot.";
        assert!(speller.misspelled(text, None).is_empty());
        let wrong = awaited(&woken, || speller.misspelled(text, None).into_iter().next());
        assert_eq!((wrong.text.as_str(), wrong.place), ("entrepot", 18..26));
        let proposed = awaited(&woken, || speller.suggestions("entrepot"));
        assert_eq!(proposed.first().map(String::as_str), Some("entrepôt"));
    }

    #[test]
    fn a_word_being_written_or_left_as_it_is_is_not_told() {
        let (speller, woken) = started();
        let text = "entrepot";
        awaited(&woken, || (!speller.misspelled(text, None).is_empty()).then_some(()));
        assert!(speller.misspelled(text, Some(8)).is_empty());
        assert_eq!(speller.misspelled(text, Some(3)).len(), 1);
        speller.ignore(text);
        assert!(speller.misspelled(text, None).is_empty());
    }
}
