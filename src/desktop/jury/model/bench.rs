//! The open session, the juror who sits, and what is derived from the files.

use std::collections::BTreeMap;
use std::path::Path;

use super::copy_facts::CopyFacts;
use super::drafts::TextField;
use super::ledger::Ledger;
use super::order::shuffled;
use super::reference::{Reference, model_answers};
use super::standing::Standing;
use super::todo::{DecisionTone, TodoEntry, decision_words, todo_entry};
use crate::domain::answers::AnswerValue;
use crate::domain::exam::{Attendance, Candidate, Juror};
use crate::domain::framework::Catalogue;
use crate::domain::grading::{Acquisition, Deliberation, Evaluation};
use crate::domain::identifier::{CandidateId, JurorId, QuestionId};
use crate::publishing::session_framework;
use crate::storage::sealing::JuryKey;
use crate::storage::{SessionFolder, StorageResult};

/// Counts at the top of the session.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Candidates inscribed.
    pub candidates: usize,
    /// Copies that can be read.
    pub copies: usize,
    /// Candidates who did not come.
    pub absent: usize,
    /// Decisions pronounced.
    pub decided: usize,
}

/// The session as one juror works on it.
#[derive(Debug)]
pub struct Bench {
    /// Files of the session.
    pub folder: SessionFolder,
    /// Référentiel of the session.
    pub reference: Reference,
    /// What is saved and what waits.
    pub ledger: Ledger,
    juror: Option<JurorId>,
    facts: BTreeMap<CandidateId, CopyFacts>,
    /// Right answers of the candidates who have a variant.
    own_answers: BTreeMap<CandidateId, BTreeMap<QuestionId, AnswerValue>>,
    standings: BTreeMap<CandidateId, Standing>,
    decisions: BTreeMap<CandidateId, (DecisionTone, String)>,
    todo: Vec<TodoEntry>,
    order: Vec<CandidateId>,
}

impl Bench {
    /// Opens a session folder; its sealed copies stay so.
    ///
    /// # Errors
    /// When the session, its case, its subject or its référentiel cannot be read.
    pub fn open(path: &Path, catalogue: &Catalogue) -> StorageResult<Self> {
        Self::of(SessionFolder::open_with(path, catalogue, None)?, catalogue)
    }

    fn of(folder: SessionFolder, catalogue: &Catalogue) -> StorageResult<Self> {
        let (qualification, scheme) = session_framework(&folder, catalogue)?;
        let reference = Reference::new(qualification.clone(), scheme.clone(), &folder.solved.case);
        let varied = folder.candidates.iter().filter_map(|(id, known)| {
            Some((id.clone(), model_answers(&known.solved.as_ref()?.case)))
        });
        let own_answers = varied.collect();
        let facts = facts_of(&folder, &reference);
        let mut bench = Self {
            folder,
            reference,
            ledger: Ledger::default(),
            juror: None,
            facts,
            own_answers,
            standings: BTreeMap::new(),
            decisions: BTreeMap::new(),
            todo: Vec::new(),
            order: Vec::new(),
        };
        bench.refresh_all();
        Ok(bench)
    }

    /// Reads the folder again, the same juror sitting, its sealed copies open if the key is given;
    /// changes not saved are given up.
    ///
    /// # Errors
    /// When the folder cannot be read any more; nothing changes then.
    pub fn reload(&mut self, catalogue: &Catalogue, key: Option<&JuryKey>) -> StorageResult<()> {
        let folder = SessionFolder::open_with(&self.folder.root, catalogue, key)?;
        let mut fresh = Self::of(folder, catalogue)?;
        fresh.ledger.keep_time_of(&self.ledger);
        if let Some(juror) = self.juror.take() {
            fresh.sit(&juror);
        }
        *self = fresh;
        Ok(())
    }

    /// Takes the same session with its sealed copies open; nothing else of it has changed.
    pub fn adopt(&mut self, folder: SessionFolder) {
        self.folder = folder;
        self.facts = facts_of(&self.folder, &self.reference);
        self.refresh_all();
    }

    /// A juror sits down at this PC.
    pub fn sit(&mut self, juror: &JurorId) {
        if self.folder.session.juror(juror).is_none() {
            return;
        }
        self.juror = Some(juror.clone());
        let present = self.candidates().iter();
        let present = present.filter(|candidate| candidate.attendance == Attendance::Present);
        self.order = shuffled(present.map(|candidate| candidate.id.clone()).collect(), juror);
        self.refresh_all();
    }

    /// The juror leaves: another may say who they are.
    pub fn leave(&mut self) {
        self.juror = None;
        self.refresh_all();
    }

    /// The juror who sits.
    pub fn juror(&self) -> Option<&Juror> {
        self.juror.as_ref().and_then(|id| self.folder.session.juror(id))
    }

    /// Candidates, in the order of the session.
    pub fn candidates(&self) -> &[Candidate] {
        &self.folder.session.candidates
    }

    /// A candidate.
    pub fn candidate(&self, id: &CandidateId) -> Option<&Candidate> {
        self.folder.session.candidate(id)
    }

    /// Candidates to correct, in the order of the juror who sits.
    pub fn order(&self) -> &[CandidateId] {
        &self.order
    }

    /// Where a candidate stands.
    pub fn standing(&self, id: &CandidateId) -> Option<&Standing> {
        self.standings.get(id)
    }

    /// What a copy shows by itself; `None` without a copy.
    pub fn facts(&self, id: &CandidateId) -> Option<&CopyFacts> {
        self.facts.get(id)
    }

    /// The right answer of a question of the variant of a candidate, or of the case.
    pub fn model_answer(
        &self,
        candidate: &CandidateId,
        question: &QuestionId,
    ) -> Option<&AnswerValue> {
        let own = self.own_answers.get(candidate);
        own.unwrap_or(&self.reference.model_answers).get(question)
    }

    /// Decision of a candidate in a few words.
    pub fn decision(&self, id: &CandidateId) -> Option<&(DecisionTone, String)> {
        self.decisions.get(id)
    }

    /// What each candidate still needs, in the order of the session.
    pub fn todo(&self) -> &[TodoEntry] {
        &self.todo
    }

    /// Counts of the session.
    pub fn counts(&self) -> Counts {
        let candidates = self.candidates();
        Counts {
            candidates: candidates.len(),
            copies: self.facts.len(),
            absent: candidates.iter().filter(|c| c.attendance == Attendance::Absent).count(),
            decided: self.standings.values().filter(|known| known.is_complete()).count(),
        }
    }

    /// What is recorded for a text.
    pub fn recorded_text(&self, candidate: &CandidateId, field: &TextField) -> &str {
        let Some(standing) = self.standing(candidate) else { return "" };
        let (own, settled) = (&standing.own, &standing.settled);
        let text = match field {
            TextField::Remark(criterion) => own.remarks.get(criterion),
            TextField::Interview(competence) => own.interview.get(competence),
            TextField::OpinionReason(competence) => reason_of(own.competences.get(competence)),
            TextField::AgreedReason(criterion) => {
                settled.agreed.get(criterion).map(|(_, reason)| reason)
            }
            TextField::DecisionReason(competence) => reason_of(settled.decisions.get(competence)),
            TextField::Advice => Some(&settled.advice),
        };
        text.map(String::as_str).unwrap_or_default()
    }

    /// File of the juror who sits on a candidate, new when there is none.
    pub fn own_evaluation(&self, candidate: &CandidateId) -> Option<Evaluation> {
        let juror = self.juror.as_ref()?;
        let known = self.folder.candidates.get(candidate)?.evaluations.get(juror);
        Some(known.cloned().unwrap_or_else(|| {
            Evaluation::new(self.folder.session.id.clone(), candidate.clone(), juror.clone())
        }))
    }

    /// File of the jury on a candidate, new when there is none.
    pub fn deliberation(&self, candidate: &CandidateId) -> Option<Deliberation> {
        let known = self.folder.candidates.get(candidate)?;
        Some(known.deliberation.clone().unwrap_or_else(|| {
            Deliberation::new(self.folder.session.id.clone(), candidate.clone())
        }))
    }

    /// Derives again what rests on the files of a candidate.
    pub fn refresh(&mut self, id: &CandidateId) {
        self.derive(id);
        self.todo = self
            .candidates()
            .iter()
            .filter_map(|candidate| todo_entry(candidate, self.standings.get(&candidate.id)?))
            .collect();
    }

    fn refresh_all(&mut self) {
        let ids: Vec<CandidateId> =
            self.candidates().iter().map(|candidate| candidate.id.clone()).collect();
        for id in &ids {
            self.derive(id);
        }
        if let Some(last) = ids.last() {
            self.refresh(last);
        }
    }

    fn derive(&mut self, id: &CandidateId) {
        let Some(candidate) = self.candidate(id) else { return };
        let evaluations = self.folder.evaluations(id);
        let known = self.folder.candidates.get(id);
        let settled =
            known.and_then(|known| known.deliberation.as_ref()).map(Deliberation::settled);
        let standing = Standing::of(
            &self.reference,
            candidate,
            &evaluations,
            settled.unwrap_or_default(),
            self.juror.as_ref(),
        );
        let words = decision_words(&self.reference, candidate, &standing);
        self.decisions.insert(id.clone(), words);
        self.standings.insert(id.clone(), standing);
    }
}

/// What the copies of a session show, each compared with the keys of its candidate.
fn facts_of(folder: &SessionFolder, reference: &Reference) -> BTreeMap<CandidateId, CopyFacts> {
    folder
        .candidates
        .iter()
        .filter_map(|(id, known)| {
            let sheet = known.sheet.as_ref()?;
            Some((id.clone(), CopyFacts::of(folder.solved_for(id), reference, sheet)))
        })
        .collect()
}

fn reason_of(known: Option<&(Acquisition, String)>) -> Option<&String> {
    known.map(|(_, reason)| reason)
}
