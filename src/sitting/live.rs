//! A sitting under way. Every change goes to the journal at once; the answers, the time and the
//! history are what the events make of them.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use chrono::NaiveDate;

use super::delivery::Delivery;
use super::history::Version;
use super::input::{Input, change_of};
use super::keeping::CarriedSubject;
use super::record::{Event, RecordCodec};
use super::state::SittingState;
use super::tables::TableFormulas;
use crate::domain::answers::{AnswerSheet, Origin, Splice, TypedBy, WriteError};
use crate::domain::case_study::Subject;
use crate::domain::exam::{Accommodation, ClosedBy, LedgerEntry, Moment, Notice, Phase, TimeEvent};
use crate::domain::identifier::{PaperId, QuestionId, SessionId};
use crate::environment::Environment;
use crate::storage::journal::{JournalLock, JournalWriter};
use crate::storage::sealing::{CodeVerifier, OpeningCode};
use crate::storage::{RoomRules, SealedCopy, StorageError};

/// The sitting says that it goes on so often, in milliseconds: a crash costs no more, and a longer
/// silence of the clock means that the PC slept.
const HEARTBEAT: u64 = 15_000;

/// What the subject says of the room.
#[derive(Clone)]
pub struct RoomFacts {
    /// Session.
    pub session: SessionId,
    /// Its title; empty for a subject of training.
    pub session_title: String,
    /// Room.
    pub room: String,
    /// Day of the session; none for a subject of training.
    pub date: Option<NaiveDate>,
    /// Paper.
    pub paper: PaperId,
    /// Its name.
    pub paper_label: String,
    /// What the administration granted to this candidate.
    pub accommodation: Option<Accommodation>,
    /// What recognises the code of the room; none for a subject of training.
    pub room_code: Option<CodeVerifier>,
    /// What the room allows.
    pub rules: RoomRules,
    /// For whom the copy is sealed.
    pub(super) seal: Seal,
}

/// For whom a copy is sealed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Seal {
    /// The jury's public key.
    ToJury(String),
    /// Training: the copy can be read by anyone.
    Plain,
}

/// A sitting under way, or just handed in.
pub struct LiveSitting {
    pub(super) subject: Arc<Subject>,
    pub(super) facts: RoomFacts,
    pub(super) state: SittingState,
    pub(super) tables: BTreeMap<QuestionId, TableFormulas>,
    pub(super) codec: RecordCodec,
    pub(super) journal: Option<JournalWriter>,
    pub(super) environment: Environment,
    pub(super) folders: Vec<PathBuf>,
    /// Held as long as this window writes.
    pub(super) locks: Vec<JournalLock>,
    pub(super) written_at: u64,
    pub(super) revision: u64,
    pub(super) delivery: Delivery,
    pub(super) sealed: Option<SealedCopy>,
    pub(super) leftover: Option<StorageError>,
    pub(super) refused: Option<StorageError>,
    pub(super) remarks: Vec<StorageError>,
    pub(super) remaining_before: u64,
    pub(super) carried: Option<CarriedSubject>,
}

impl LiveSitting {
    /// The subject.
    pub const fn subject(&self) -> &Arc<Subject> {
        &self.subject
    }

    /// What the subject says of the room.
    pub const fn facts(&self) -> &RoomFacts {
        &self.facts
    }

    /// The answers and the ledger.
    pub const fn sheet(&self) -> &AnswerSheet {
        &self.state.sheet
    }

    /// Everything that the events made.
    pub const fn state(&self) -> &SittingState {
        &self.state
    }

    /// Grows with every change of the answers.
    pub const fn revision(&self) -> u64 {
        self.revision
    }

    /// Where the copy stands between the candidate and the jury.
    pub const fn delivery(&self) -> &Delivery {
        &self.delivery
    }

    /// What happened to the files of the journal at the opening.
    pub fn remarks(&self) -> &[StorageError] {
        &self.remarks
    }

    /// Folders where the answers are kept.
    pub fn folders(&self) -> &[PathBuf] {
        &self.folders
    }

    /// The formulas of a table.
    pub fn table(&self, question: &QuestionId) -> Option<&TableFormulas> {
        self.tables.get(question)
    }

    /// The earlier states of an answer.
    pub fn versions(&self, question: &QuestionId) -> &[Version] {
        self.state.versions(question)
    }

    /// The time now.
    pub fn now(&self) -> Moment {
        Moment::new(self.environment.now(), self.environment.running())
    }

    /// Keeps what the candidate has just done in a question; gives the number of the event in the
    /// journal.
    ///
    /// # Errors
    /// When the copy is closed or the time stands still, or what was done does not fit the question.
    pub fn write(
        &mut self,
        question: &QuestionId,
        input: Input,
    ) -> Result<Option<u64>, WriteError> {
        if self.is_closed() || self.phase() != Phase::Running {
            return Err(WriteError::HandedIn);
        }
        let subject = Arc::clone(&self.subject);
        let sheet = &self.state.sheet;
        let change = change_of(&subject, sheet, &mut self.tables, question, input)?;
        let at = self.look_at_clocks();
        let event = Event::Answer(change);
        if let Err(refused) = self.state.apply(&subject, at, &event) {
            // The formulas of the table may be ahead of the answer: they are read from it again.
            self.tables.remove(question);
            return Err(refused);
        }
        self.revision += 1;
        Ok(self.append(at, event))
    }

    /// Keeps the scratch pad.
    pub fn write_scratch(&mut self, after: &str) {
        let splice = Splice::between(&self.state.scratch, after);
        self.keep_aside(Event::Scratch(splice));
    }

    /// Keeps the candidate's settings and highlights.
    pub fn keep_desk(&mut self, desk: serde_json::Value) {
        if self.state.desk != desk {
            self.keep_aside(Event::Desk(desk));
        }
    }

    /// Keeps in a paper copy who types it in and who reads it again.
    pub fn sign_paper_copy(&mut self, names: TypedBy) {
        let sheet = &self.state.sheet;
        if sheet.origin == Origin::Paper && sheet.typed_by.as_ref() != Some(&names) {
            self.keep_aside(Event::TypedBy(names));
        }
    }

    fn keep_aside(&mut self, event: Event) {
        if self.is_closed() {
            return;
        }
        let at = self.look_at_clocks();
        let subject = Arc::clone(&self.subject);
        // A splice made from the present text always fits it.
        if self.state.apply(&subject, at, &event).is_ok() {
            self.append(at, event);
        }
    }

    /// Whether the copy is closed.
    pub const fn is_closed(&self) -> bool {
        self.state.sheet.is_handed_in()
    }

    /// Whether the time runs.
    pub fn phase(&self) -> Phase {
        self.state.sheet.ledger.phase()
    }

    /// Milliseconds left.
    pub fn remaining(&self) -> u64 {
        self.state.sheet.ledger.remaining(self.now())
    }

    /// The clock, about once a second: what it notices is recorded, and the copy is handed in by
    /// itself at the end of the time. Gives the notices to show.
    pub fn tick(&mut self) -> Vec<Notice> {
        if self.is_closed() || self.state.sheet.origin == Origin::Paper {
            return Vec::new();
        }
        self.carry_subject();
        self.keep_locks();
        let at = self.look_at_clocks();
        let ledger = &self.state.sheet.ledger;
        let remaining = ledger.remaining(at);
        let notices = ledger.notices_due(self.remaining_before, remaining);
        self.remaining_before = remaining;
        if ledger.is_over(at) {
            self.hand_in(ClosedBy::Time);
        } else if at.running.saturating_sub(self.written_at) >= HEARTBEAT {
            self.append(at, Event::Seen);
        }
        notices
    }

    /// Records something about the time, decided by the invigilator.
    pub fn record_time(&mut self, event: TimeEvent) {
        if self.is_closed() {
            return;
        }
        let now = self.now();
        let entries = self.state.sheet.ledger.record(now, event);
        self.journal_entries(entries);
        self.revision += 1;
    }

    /// Whether a code opens the panel of the invigilator. Takes about half a second.
    pub fn accepts_room_code(&self, typed: &str) -> bool {
        let code = OpeningCode::read(typed);
        match (&self.facts.room_code, code) {
            (Some(verifier), Some(code)) => verifier.accepts(&code),
            (None, _) => true,
            (Some(_), None) => false,
        }
    }

    /// Looks at the clocks before an event; what is noticed goes to the journal first.
    fn look_at_clocks(&mut self) -> Moment {
        let now = self.now();
        // A paper copy was written elsewhere, in its own time: nothing is measured here.
        if self.state.sheet.origin == Origin::Paper {
            self.state.sheet.ledger.seen(now);
        } else {
            let noticed = self.state.sheet.ledger.observe(now);
            self.journal_entries(noticed);
        }
        now
    }

    /// Journals entries that the ledger holds already.
    pub(super) fn journal_entries(&mut self, entries: Vec<LedgerEntry>) {
        for LedgerEntry { at, event } in entries {
            self.append(at, Event::Time(event));
        }
    }

    /// Gives an event to the journal; its number there, unless it was refused.
    pub(super) fn append(&mut self, at: Moment, event: Event) -> Option<u64> {
        let journal = self.journal.as_ref()?;
        let payload = self.codec.encode(at, event);
        self.written_at = at.running;
        match journal.append(&payload, at.running) {
            Ok(number) => Some(number),
            Err(problem) => {
                self.refused = Some(problem);
                None
            }
        }
    }

    /// The clocks stand at this time from now on.
    #[cfg(test)]
    pub(crate) fn set_clock(&mut self, now: chrono::DateTime<chrono::FixedOffset>) {
        self.environment = Environment::chosen(move || now, || "essai".to_owned());
    }
}
