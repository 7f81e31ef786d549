//! What is filled in for a new session.

use std::hash::{DefaultHasher, Hash, Hasher};

use chrono::NaiveDate;

use super::candidates::CandidateList;
use super::paper::{CaseFile, PaperDraft};
use super::secrets::{CodeDraft, PassphraseDraft};
use crate::domain::french::{parse_date, short_date};
use crate::storage::RoomWishes;

/// Most papers of a session.
const MOST_PAPERS: usize = 6;

/// What is filled in for a new session.
#[derive(Default)]
pub(super) struct Form {
    /// Case of the first paper.
    pub(super) case: CaseFile,
    /// Opening code of the first paper.
    pub(super) code: CodeDraft,
    /// Other papers.
    pub(super) others: Vec<PaperDraft>,
    /// Code of the invigilator's panel.
    pub(super) room_code: CodeDraft,
    /// Passphrase of the jury's key.
    pub(super) passphrase: PassphraseDraft,
    /// Folder of the session.
    pub(super) folder: String,
    /// Title of the session.
    pub(super) title: String,
    /// Day of the test.
    pub(super) date: String,
    /// Day of the jury.
    pub(super) jury_date: String,
    /// Room.
    pub(super) room: String,
    /// Candidates.
    pub(super) candidates: CandidateList,
    /// Jurors, as typed.
    pub(super) jurors: String,
    /// A session of training: no seal, no code.
    pub(super) is_training: bool,
    /// How the sealed subjects are made.
    pub(super) wishes: RoomWishes,
    /// Number of the last paper added.
    last_number: u32,
}

impl Form {
    /// An empty form, its codes drawn.
    pub(super) fn new(today: NaiveDate) -> Self {
        Self {
            code: CodeDraft::drawn(),
            room_code: CodeDraft::drawn(),
            date: short_date(today),
            jury_date: short_date(today),
            ..Self::default()
        }
    }

    /// Whether one more paper may be added.
    pub(super) const fn may_add_paper(&self) -> bool {
        self.others.len() + 1 < MOST_PAPERS
    }

    /// Adds a paper.
    pub(super) fn add_paper(&mut self) {
        if self.may_add_paper() {
            self.last_number += 1;
            self.others.push(PaperDraft::new(self.last_number));
        }
    }

    /// Takes away the paper of this rank among the other ones.
    pub(super) fn remove_paper(&mut self, rank: usize) {
        if rank < self.others.len() {
            self.others.remove(rank);
        }
    }

    /// The other papers, unless the session is of training: then it has one alone.
    pub(super) fn sealed_others(&self) -> &[PaperDraft] {
        if self.is_training { &[] } else { &self.others }
    }

    /// Brings what is derived from the fields up to date.
    pub(super) fn refresh(&mut self) {
        self.case.look();
        for paper in &mut self.others {
            paper.case.look();
        }
        let minutes = |file: &CaseFile| file.glance().map(|glance| glance.minutes);
        let others = self.sealed_others().iter().map(|paper| minutes(&paper.case));
        let durations: Vec<Option<u32>> = [minutes(&self.case)].into_iter().chain(others).collect();
        self.candidates.refresh(&durations);
    }

    /// What is to be said of the two dates, if anything.
    pub(super) fn dates_remark(&self) -> Option<&'static str> {
        let (date, jury_date) = (parse_date(&self.date)?, parse_date(&self.jury_date)?);
        (jury_date < date).then_some("Le jury est daté d'avant l'écrit. Vérifiez les deux dates.")
    }

    /// A mark of all that is filled in, which another one follows as soon as a field changes.
    pub(super) fn mark(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        let fields = [
            &self.case.path,
            &self.folder,
            &self.title,
            &self.date,
            &self.jury_date,
            &self.room,
            &self.candidates.typed,
            &self.jurors,
        ];
        fields.hash(&mut hasher);
        let secrets = [
            &self.code.typed,
            &self.room_code.typed,
            &self.passphrase.first,
            &self.passphrase.second,
        ];
        secrets.map(|secret| secret.as_str()).hash(&mut hasher);
        for paper in &self.others {
            (&paper.label, &paper.case.path, paper.code.typed.as_str()).hash(&mut hasher);
        }
        let wishes = (self.wishes.one_for_each, self.wishes.variants);
        (self.is_training, self.passphrase.is_chosen, wishes).hash(&mut hasher);
        hasher.finish()
    }

    /// Forgets every code and the passphrase.
    pub(super) fn erase_secrets(&mut self) {
        self.code.erase();
        self.room_code.erase();
        self.passphrase.erase();
        for paper in &mut self.others {
            paper.code.erase();
        }
    }
}
