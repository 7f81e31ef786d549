//! The earlier states of an answer, so that a candidate can look at them and take one back.

use chrono::{DateTime, FixedOffset};

use crate::domain::answers::{AnswerValue, Splice};
use crate::domain::exam::Moment;

/// After so long without a key, the answer begins a new state, in milliseconds.
const PAUSE: u64 = 45_000;
/// After so much taken away since it began, the answer begins a new state, in characters.
const MOST_LOST: usize = 12;
/// Most states kept for a question; the oldest ones are thinned out beyond.
const LIMIT: usize = 120;

/// A state of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// When it was last changed.
    pub at: DateTime<FixedOffset>,
    /// The answer.
    pub value: AnswerValue,
    began: u64,
    running: u64,
    /// Characters taken away since the state began.
    lost: usize,
}

/// The states of an answer, oldest first; the last one is the present.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct History {
    versions: Vec<Version>,
}

impl History {
    /// Notes what an answer became.
    pub fn note(&mut self, at: Moment, value: &AnswerValue) {
        let version = |began, lost| Version {
            at: at.wall,
            value: value.clone(),
            began,
            running: at.running,
            lost,
        };
        let goes_on = self.versions.last().and_then(|last| {
            let lost = last.lost.saturating_add(removed(&last.value, value));
            (last.goes_on(at) && lost <= MOST_LOST).then_some((last.began, lost))
        });
        match (goes_on, self.versions.last_mut()) {
            (Some((began, lost)), Some(last)) => *last = version(began, lost),
            _ => self.versions.push(version(at.running, 0)),
        }
        if self.versions.len() > LIMIT {
            // The first and the last states stay; every second one of the older half goes.
            let half = LIMIT / 2;
            let mut rank = 0;
            self.versions.retain(|_| {
                rank += 1;
                rank > half || rank % 2 == 1
            });
        }
    }

    /// The states, oldest first.
    pub fn versions(&self) -> &[Version] {
        &self.versions
    }
}

impl Version {
    /// Whether a change comes soon enough to belong to this state.
    fn goes_on(&self, at: Moment) -> bool {
        let silence = at.running.checked_sub(self.running);
        let whole = at.running.saturating_sub(self.began);
        silence.is_some_and(|silence| silence < PAUSE) && whole < 4 * PAUSE
    }
}

/// Characters of the first answer that the second one no longer has.
fn removed(before: &AnswerValue, after: &AnswerValue) -> usize {
    match (before, after) {
        (AnswerValue::Text { text: before }, AnswerValue::Text { text: after }) => {
            Splice::between(before, after).cut
        }
        (AnswerValue::Number(before), AnswerValue::Number(after)) => {
            Splice::between(&before.typed, &after.typed).cut
        }
        // A tick or a cell replaced is worth seeing again.
        (AnswerValue::Choice { selected: before }, AnswerValue::Choice { selected: after }) => {
            before.difference(after).count() * (MOST_LOST + 1)
        }
        (AnswerValue::Table { cells: before }, AnswerValue::Table { cells: after }) => {
            let replaced = before.iter().filter(|(at, known)| {
                let now = after.get(*at).map_or("", |cell| cell.typed.as_str());
                !now.starts_with(&known.typed)
            });
            replaced.count() * (MOST_LOST + 1)
        }
        _ => MOST_LOST + 1,
    }
}

#[cfg(test)]
mod tests {
    use chrono::{FixedOffset, TimeZone};

    use super::*;

    fn note(history: &mut History, seconds: u64, text: &str) {
        let zone = FixedOffset::east_opt(0).expect("an offset");
        let wall = zone.timestamp_opt(i64::try_from(seconds).expect("small"), 0);
        let at = Moment { wall: wall.single().expect("a time"), running: seconds * 1000 };
        history.note(at, &AnswerValue::Text { text: text.to_owned() });
    }

    fn texts(history: &History) -> Vec<&str> {
        let texts = history.versions().iter().map(|version| match &version.value {
            AnswerValue::Text { text } => text.as_str(),
            _ => "",
        });
        texts.collect()
    }

    #[test]
    fn keys_in_a_row_make_one_state_and_what_is_taken_away_stays() {
        let mut history = History::default();
        note(&mut history, 0, "La");
        note(&mut history, 1, "La cadence est de 12 pièces");
        note(&mut history, 2, "");
        note(&mut history, 3, "Le");
        note(&mut history, 90, "Le taux");
        assert_eq!(texts(&history), ["La cadence est de 12 pièces", "Le", "Le taux"]);
    }

    #[test]
    fn what_replaces_an_answer_never_hides_it() {
        let mut history = History::default();
        note(&mut history, 0, "Une réponse assez longue.");
        note(&mut history, 1, "Une autre, aussi longue..");
        assert_eq!(texts(&history).len(), 2);
        let mut whole = "x".repeat(60);
        for second in 2..60 {
            whole.pop();
            note(&mut history, second, &whole);
        }
        assert!(texts(&history).len() > 4, "a long deletion leaves states behind it");
    }

    #[test]
    fn memory_is_bounded() {
        let mut history = History::default();
        for step in 0..5_000 {
            note(&mut history, step * 60, &step.to_string());
        }
        assert!(history.versions().len() <= LIMIT);
        assert_eq!(texts(&history).first(), Some(&"0"));
        assert_eq!(texts(&history).last(), Some(&"4999"));
    }
}
