//! Begins a copy with a new journal, or resumes it at the last event of the one that was found.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use super::delivery::{Delivery, journal_file};
use super::entrance::{EntranceError, EntranceRequest};
use super::keeping::CarriedSubject;
use super::live::{LiveSitting, RoomFacts};
use super::paper_door::refuse_unwatched_entry;
use super::record::{Event, Opening, RecordCodec};
use super::state::SittingState;
use super::tables::TableFormulas;
use crate::domain::answers::{AnswerSheet, Origin, Sitting};
use crate::domain::case_study::{AnswerForm, Subject};
use crate::domain::exam::{Allowance, Moment, Phase, TimeEvent};
use crate::domain::identifier::{CandidateId, CopyId};
use crate::environment::Environment;
use crate::storage::journal::{
    Choice, DataKey, Journal, JournalHeader, JournalIdentity, JournalLock, JournalWriter,
    WriterOptions, create, look, reopen,
};
use crate::storage::sealing::{
    DerivationParameters, DerivedKey, SealProblem, unwrap_key, wrap_key,
};
use crate::storage::{StorageError, StorageResult, paper_copy_path};

/// What the wrapped key of a journal serves.
pub(super) const JOURNAL_KEY: &[u8] = b"casdecole cle d'un journal 1";
/// How long the first events may take to reach a disk before the test is not begun.
const FIRST_SAVE: Duration = Duration::from_secs(10);

/// A candidate at the door: the subject is open, the seat is known.
pub(super) struct Doorstep<'a> {
    pub(super) subject: Arc<Subject>,
    pub(super) fingerprint: String,
    pub(super) facts: RoomFacts,
    pub(super) candidate: CandidateId,
    pub(super) allowance: Allowance,
    pub(super) key: DerivedKey,
    pub(super) parameters: DerivationParameters,
    pub(super) folders: Vec<PathBuf>,
    pub(super) locks: Vec<JournalLock>,
    pub(super) carried: Option<CarriedSubject>,
    pub(super) request: &'a EntranceRequest<'a>,
    pub(super) environment: &'a Environment,
}

impl Doorstep<'_> {
    /// The journals of this candidate in the folders, and beside the subject.
    pub(super) fn journals(&self) -> StorageResult<Option<Choice>> {
        look(&self.journal_paths(), |path, header| {
            self.check_identity(path, &header.identity)?;
            let derivation =
                serde_json::from_value::<DerivationParameters>(header.derivation.clone())
                    .map_err(|_| SealProblem::Inner.at(path))?;
            let key = if derivation == self.parameters {
                unwrap_key(&self.key, &header.wrapped_key, JOURNAL_KEY)
            } else {
                // Begun with another exemplar of the subject, sealed with a salt of its own.
                let training = super::entrance::training_code();
                let code = self.request.code.cloned().or(training).ok_or(SealProblem::WrongCode);
                let derived = code.and_then(|code| derivation.derive(&code));
                let derived = derived.map_err(|problem| problem.at(path))?;
                unwrap_key(&derived, &header.wrapped_key, JOURNAL_KEY)
            };
            let key = key.ok_or_else(|| SealProblem::WrongCode.at(path))?;
            Ok(DataKey::from_bytes(*key))
        })
    }

    fn journal_paths(&self) -> Vec<PathBuf> {
        let (candidate, paper) = (self.candidate.as_str(), self.facts.paper.as_str());
        self.folders.iter().map(|folder| journal_file(folder, candidate, paper)).collect()
    }

    /// The refusal of a copy that is in one of the folders already.
    pub(super) fn handed_in(&self) -> Option<EntranceError> {
        let paths = self.folders.iter();
        let mut paths = paths.map(|one| paper_copy_path(one, &self.candidate, &self.facts.paper));
        let path = paths.find(|path| path.exists())?;
        Some(EntranceError::HandedIn(StorageError::new(
            &path,
            format!("la copie de {} est déjà remise ici.", self.candidate),
            "Une copie remise ne change plus. Appelez le surveillant.",
        )))
    }

    fn check_identity(&self, path: &Path, found: &JournalIdentity) -> StorageResult<()> {
        let ours = found.session == self.facts.session.as_str()
            && found.paper == self.facts.paper.as_str()
            && found.candidate == self.candidate.as_str();
        if ours {
            return Ok(());
        }
        Err(StorageError::new(
            path,
            "ce journal est celui d'une autre épreuve ou d'un autre candidat.",
            "Choisissez un autre dossier. Rien n'a été écrasé.",
        ))
    }

    fn now(&self) -> Moment {
        Moment::new(self.environment.now(), self.environment.running())
    }

    fn sheet(&self, copy: CopyId) -> AnswerSheet {
        let sitting = Sitting {
            copy,
            candidate: self.candidate.clone(),
            seat: self.request.seat.trim().to_owned(),
            allowance: self.allowance,
            subject_fingerprint: self.fingerprint.clone(),
        };
        AnswerSheet::begin(&self.subject, sitting)
    }

    fn start(&self, journal: Journal) -> StorageResult<JournalWriter> {
        let environment = self.environment.clone();
        let clock = move || Moment::new(environment.now(), environment.running());
        let mut options = WriterOptions::new(Arc::new(clock));
        options.wake = Arc::clone(&self.request.wake);
        options.on_durable = Arc::clone(&self.request.on_durable);
        JournalWriter::start(journal, options)
    }

    fn into_sitting(
        self,
        state: SittingState,
        codec: RecordCodec,
        journal: JournalWriter,
        remarks: Vec<StorageError>,
    ) -> LiveSitting {
        let tables = formulas_of(&self.subject, &state.sheet);
        let remaining_before = state.sheet.ledger.remaining(self.now());
        LiveSitting {
            written_at: self.environment.running(),
            subject: self.subject,
            facts: self.facts,
            state,
            tables,
            codec,
            journal: Some(journal),
            environment: self.environment.clone(),
            folders: self.folders,
            locks: self.locks,
            revision: 0,
            delivery: Delivery::Writing,
            sealed: None,
            leftover: None,
            refused: None,
            remarks,
            remaining_before,
            carried: self.carried,
        }
    }
}

/// Begins a copy: its journal is on the disk before the first question is shown.
pub(super) fn begin(doorstep: Doorstep<'_>) -> Result<LiveSitting, EntranceError> {
    let copy = CopyId(doorstep.environment.new_identifier());
    let key = DataKey::random()?;
    let first = doorstep.journal_paths().into_iter().next().unwrap_or_default();
    let wrapped = wrap_key(&doorstep.key, key.as_bytes(), JOURNAL_KEY);
    let header = JournalHeader {
        identity: JournalIdentity {
            session: doorstep.facts.session.to_string(),
            paper: doorstep.facts.paper.to_string(),
            candidate: doorstep.candidate.to_string(),
            copy: copy.to_string(),
        },
        derivation: serde_json::to_value(doorstep.parameters)
            .map_err(|_| SealProblem::Inner.at(&first))?,
        wrapped_key: wrapped.map_err(|problem| problem.at(&first))?,
    };
    let origin = doorstep.request.origin;
    let journal = create(&doorstep.journal_paths(), &header, &key)?;
    let remarks = journal.remarks().to_vec();
    let state = SittingState::new(doorstep.sheet(copy.clone()));
    let writer = doorstep.start(journal)?;
    let mut sitting = doorstep.into_sitting(state, RecordCodec::default(), writer, remarks);
    let seat = sitting.state.sheet.seat.clone();
    sitting.open(Opening { copy, seat, origin });
    sitting.record_time(TimeEvent::Started);
    sitting.remaining_before = sitting.remaining();
    sitting.refuse_unsaved()?;
    sitting.carry_subject();
    Ok(sitting)
}

/// Resumes a copy at the last event of its journal.
pub(super) fn resume(
    doorstep: Doorstep<'_>,
    choice: &Choice,
    handed_in: Option<EntranceError>,
) -> Result<LiveSitting, EntranceError> {
    let mut state = SittingState::new(doorstep.sheet(CopyId::default()));
    let mut codec = RecordCodec::default();
    for (rank, payload) in choice.content.records.iter().enumerate() {
        let done = codec
            .decode(payload)
            .is_some_and(|(at, event)| state.apply(&doorstep.subject, at, &event).is_ok());
        if !done {
            return Err(EntranceError::Unusable(unfit(&choice.place, rank + 1)));
        }
    }
    // A copy beside a journal that is not closed is no work of this sitting.
    if let Some(handed_in) = handed_in.filter(|_| state.sheet.ledger.closed().is_none()) {
        return Err(handed_in);
    }
    refuse_unwatched_entry(&doorstep, &state.sheet)?;
    let same_computer = choice.place.parent() == Some(doorstep.request.work);
    let journal = reopen(choice)?;
    let remarks = journal.remarks().to_vec();
    let seat = doorstep.request.seat.trim().to_owned();
    let writer = doorstep.start(journal)?;
    let mut sitting = doorstep.into_sitting(state, RecordCodec::default(), writer, remarks);
    let now = sitting.now();
    let origin = sitting.state.sheet.origin;
    let reopened = match origin {
        Origin::Screen => sitting.state.sheet.ledger.reopen(now, same_computer),
        Origin::Paper => Vec::new(),
    };
    let copy = sitting.state.sheet.copy.clone();
    sitting.open(Opening { copy, seat, origin });
    sitting.journal_entries(reopened);
    if sitting.phase() == Phase::NotStarted {
        sitting.record_time(TimeEvent::Started);
    }
    sitting.remaining_before = sitting.remaining();
    sitting.refuse_unsaved()?;
    sitting.carry_subject();
    // The program stopped between the closing and the sealing: what was closed stays closed.
    if let Some((at, _)) = sitting.state.sheet.ledger.closed() {
        let _ = sitting.state.sheet.hand_in(at.wall);
        sitting.deliver();
    }
    Ok(sitting)
}

impl LiveSitting {
    fn open(&mut self, opening: Opening) {
        let at = self.now();
        let event = Event::Opened(opening);
        let subject = Arc::clone(&self.subject);
        // An opening fits every subject.
        let _ = self.state.apply(&subject, at, &event);
        self.append(at, event);
    }

    /// Refuses to begin when no disk takes the first events.
    fn refuse_unsaved(&self) -> Result<(), EntranceError> {
        if self.flush(FIRST_SAVE) {
            return Ok(());
        }
        let journal = self.journal.as_ref().map(JournalWriter::state);
        let trouble =
            journal.and_then(|state| state.places.into_iter().find_map(|one| one.trouble));
        Err(EntranceError::Unusable(trouble.unwrap_or_else(|| {
            StorageError::new(
                self.folders.first().map_or(Path::new("."), PathBuf::as_path),
                "le disque n'enregistre pas.",
                "Choisissez un autre dossier.",
            )
        })))
    }
}

/// The formulas of the tables answered so far.
fn formulas_of(
    subject: &Subject,
    sheet: &AnswerSheet,
) -> BTreeMap<crate::domain::identifier::QuestionId, TableFormulas> {
    let tables = subject.questions().filter_map(|question| {
        let AnswerForm::Table(form) = &question.form else { return None };
        let value = sheet.value(&question.id)?;
        Some((question.id.clone(), TableFormulas::of(form, value)))
    });
    tables.collect()
}

pub(super) fn unfit(path: &Path, number: usize) -> StorageError {
    StorageError::new(
        path,
        format!("l'événement {number} du journal ne convient pas à ce sujet."),
        "Vérifiez que le sujet est celui qui a été commencé, puis recommencez.",
    )
}
