//! Texts being typed, recorded a moment after the last keystroke.

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset, TimeDelta};

use crate::domain::identifier::{CandidateId, CompetenceId, CriterionId};

/// Quiet time after the last keystroke before a text is recorded.
pub const QUIET: TimeDelta = TimeDelta::milliseconds(600);

/// A text that a juror writes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TextField {
    /// Remark on a criterion.
    Remark(CriterionId),
    /// Points to raise at the interview.
    Interview(CompetenceId),
    /// Reason of the juror's own opinion.
    OpinionReason(CompetenceId),
    /// What settled a criterion on which jurors differed.
    AgreedReason(CriterionId),
    /// Reason of the jury's decision.
    DecisionReason(CompetenceId),
    /// Advice to the candidate.
    Advice,
}

/// Where a text goes: the candidate and the field.
pub type TextKey = (CandidateId, TextField);

#[derive(Debug, Clone, Default)]
struct Draft {
    text: String,
    typed_at: Option<DateTime<FixedOffset>>,
}

/// Texts on screen and those not recorded yet.
#[derive(Debug, Clone, Default)]
pub struct Drafts {
    texts: BTreeMap<TextKey, Draft>,
}

impl Drafts {
    /// The text to edit: what is being typed, or else what is recorded.
    pub fn text(&mut self, key: &TextKey, recorded: &str) -> &mut String {
        let draft = self.texts.entry(key.clone()).or_default();
        if draft.typed_at.is_none() && draft.text != recorded {
            recorded.clone_into(&mut draft.text);
        }
        &mut draft.text
    }

    /// Notes a keystroke.
    pub fn typed(&mut self, key: &TextKey, now: DateTime<FixedOffset>) {
        if let Some(draft) = self.texts.get_mut(key) {
            draft.typed_at = Some(now);
        }
    }

    /// Replaces a text as if it had been typed.
    pub fn set(&mut self, key: &TextKey, text: String, now: DateTime<FixedOffset>) {
        self.texts.insert(key.clone(), Draft { text, typed_at: Some(now) });
    }

    /// Whether a text waits to be recorded.
    pub fn is_pending(&self) -> bool {
        self.texts.values().any(|draft| draft.typed_at.is_some())
    }

    /// Takes the texts that have been quiet long enough.
    pub fn take_quiet(&mut self, now: DateTime<FixedOffset>) -> Vec<(TextKey, String)> {
        self.take(|typed_at| {
            let quiet = now.signed_duration_since(typed_at);
            // A clock put back must not hold a text for ever.
            quiet >= QUIET || quiet < TimeDelta::zero()
        })
    }

    /// Takes every text that waits.
    pub fn take_all(&mut self) -> Vec<(TextKey, String)> {
        self.take(|_| true)
    }

    fn take(&mut self, ready: impl Fn(DateTime<FixedOffset>) -> bool) -> Vec<(TextKey, String)> {
        let mut taken = Vec::new();
        for (key, draft) in &mut self.texts {
            if draft.typed_at.is_some_and(&ready) {
                draft.typed_at = None;
                taken.push((key.clone(), draft.text.clone()));
            }
        }
        taken
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(milliseconds: i64) -> DateTime<FixedOffset> {
        DateTime::UNIX_EPOCH.fixed_offset() + TimeDelta::milliseconds(milliseconds)
    }

    #[test]
    fn a_text_waits_for_a_quiet_moment_and_is_taken_once() {
        let mut drafts = Drafts::default();
        let key = (CandidateId::from("C-01"), TextField::Advice);
        drafts.text(&key, "").push_str("Relire");
        drafts.typed(&key, moment(0));
        assert!(drafts.take_quiet(moment(599)).is_empty());
        assert_eq!(drafts.text(&key, ""), "Relire", "what is typed is not replaced");
        assert_eq!(drafts.take_quiet(moment(600)), [(key.clone(), "Relire".to_owned())]);
        assert!(!drafts.is_pending());
        assert_eq!(drafts.text(&key, "Autre"), "Autre", "then the record is shown");
    }
}
