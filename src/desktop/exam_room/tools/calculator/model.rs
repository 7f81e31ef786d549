//! The calculator without its window.

use std::collections::VecDeque;

use rust_decimal::Decimal;

use super::pad_key::PadKey;
use super::problem::Problem;
use super::reading::evaluate;
use super::written::{plain, rounded};

/// Results kept.
const KEPT: usize = 10;
/// Characters of a calculation at most.
pub const LIMIT: usize = 160;
/// How the last result is written in a calculation.
const ANSWER: &str = "Rép";

/// A calculation that gave a result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done {
    /// The calculation, as typed.
    pub typed: String,
    /// Its result, with all its digits.
    pub value: Decimal,
}

/// The calculator.
#[derive(Debug, Clone, Default)]
pub struct Calculator {
    typed: String,
    /// What is typed is the last result: a digit begins another calculation, a sign goes on.
    is_result: bool,
    problem: Option<Problem>,
    memory: Option<Decimal>,
    results: VecDeque<Done>,
}

impl Calculator {
    /// The calculation, as typed.
    pub fn typed(&self) -> &str {
        &self.typed
    }

    /// Why there is no result.
    pub const fn problem(&self) -> Option<Problem> {
        self.problem
    }

    /// The memory, when it holds something.
    pub const fn memory(&self) -> Option<Decimal> {
        self.memory
    }

    /// The last results, the newest first.
    pub fn results(&self) -> impl ExactSizeIterator<Item = &Done> {
        self.results.iter()
    }

    /// The last result.
    pub fn last(&self) -> Option<Decimal> {
        self.results.front().map(|done| done.value)
    }

    /// Takes what the field holds after a change; a « = » typed in it gives the result.
    pub fn take_typed(&mut self, typed: &str) {
        let wants_result = typed.contains('=');
        let typed: String = typed.chars().filter(|sign| *sign != '=').map(as_written).collect();
        let added = typed.strip_prefix(self.typed.as_str()).filter(|_| self.is_result);
        let next = match added {
            Some("") | None => typed.clone(),
            Some(added) if begins_a_number(added) => added.to_owned(),
            Some(added) => format!("{}{added}", self.carried()),
        };
        if next != self.typed {
            self.type_anew(next);
        }
        if wants_result {
            self.equals();
        }
    }

    /// Does what a key asks, at a caret counted in characters; gives the caret afterwards.
    pub fn press(&mut self, key: PadKey, caret: usize) -> usize {
        match key {
            PadKey::Sign(sign) => return self.put(&sign.to_string(), caret),
            PadKey::Answer => return self.put(ANSWER, caret),
            PadKey::Equals => {
                self.equals();
            }
            PadKey::Clear => self.type_anew(String::new()),
            PadKey::Erase => return self.erase(caret),
            PadKey::MemoryAdd => self.memorise(Decimal::checked_add),
            PadKey::MemorySubtract => self.memorise(Decimal::checked_sub),
            PadKey::MemoryRecall => {
                if let Some(value) = self.memory {
                    return self.put_value(value, caret);
                }
            }
            PadKey::MemoryClear => self.memory = None,
        }
        self.length()
    }

    /// Writes a value at a caret, or alone when a result is shown; gives the caret afterwards.
    pub fn put_value(&mut self, value: Decimal, caret: usize) -> usize {
        if self.is_result {
            self.type_anew(String::new());
        }
        let text = plain(value).replace('-', "−");
        let text = if text.starts_with('−') { format!("({text})") } else { text };
        self.put(&text, caret)
    }

    /// Works out what is typed; gives the result.
    pub fn equals(&mut self) -> Option<Decimal> {
        if self.is_result {
            return self.last();
        }
        if self.typed.trim().is_empty() {
            self.problem = None;
            return None;
        }
        match evaluate(&self.typed, self.last()) {
            Ok(value) => {
                let result = plain(value).replace('-', "−");
                let typed = std::mem::replace(&mut self.typed, result);
                self.results.push_front(Done { typed, value });
                self.results.truncate(KEPT);
                self.is_result = true;
                self.problem = None;
                Some(value)
            }
            Err(problem) => {
                self.problem = Some(problem);
                None
            }
        }
    }

    /// The text to write in the answer: the result of what is typed, or the last one.
    pub fn for_the_answer(&mut self) -> Option<String> {
        let value = if self.typed.is_empty() { self.last() } else { self.equals() };
        value.map(plain)
    }

    /// Changes the memory by the result of what is typed.
    fn memorise(&mut self, change: fn(Decimal, Decimal) -> Option<Decimal>) {
        let Some(value) = self.equals() else { return };
        match change(self.memory.unwrap_or_default(), value) {
            Some(memory) => self.memory = Some(memory.normalize()),
            None => self.problem = Some(Problem::Overflow),
        }
    }

    /// What a calculation that goes on from the result begins with: its digits if they are all
    /// shown, « Rép » otherwise.
    fn carried(&self) -> &str {
        let has_more = self.last().is_some_and(|value| rounded(value).1);
        if has_more { ANSWER } else { &self.typed }
    }

    fn type_anew(&mut self, typed: String) {
        self.typed = typed;
        self.is_result = false;
        self.problem = None;
    }

    fn length(&self) -> usize {
        self.typed.chars().count()
    }

    fn put(&mut self, text: &str, caret: usize) -> usize {
        if self.is_result {
            let goes_on = !begins_a_number(text);
            let typed = if goes_on { format!("{}{text}", self.carried()) } else { text.to_owned() };
            self.type_anew(typed);
            return self.length();
        }
        let added = text.chars().count();
        if self.length() + added > LIMIT {
            return caret;
        }
        let before = self.typed.chars().take(caret);
        let typed = before.chain(text.chars()).chain(self.typed.chars().skip(caret)).collect();
        self.type_anew(typed);
        caret.saturating_add(added).min(self.length())
    }

    fn erase(&mut self, caret: usize) -> usize {
        let caret = caret.min(self.length());
        let Some(erased) = caret.checked_sub(1) else { return 0 };
        let kept = self.typed.chars().enumerate().filter(|(rank, _)| *rank != erased);
        let typed = kept.map(|(_, sign)| sign).collect();
        self.type_anew(typed);
        erased
    }
}

/// Whether these characters begin another calculation when they follow a result.
fn begins_a_number(text: &str) -> bool {
    text.starts_with(|sign: char| sign.is_ascii_digit() || matches!(sign, ',' | '(' | 'R' | 'r'))
}

/// The sign of print for a sign of the keyboard; the keypad's point is a comma.
const fn as_written(sign: char) -> char {
    match sign {
        '.' => ',',
        '*' | 'x' | 'X' => '×',
        '/' | ':' => '÷',
        '-' | '–' => '−',
        other => other,
    }
}

#[cfg(test)]
mod tests;
