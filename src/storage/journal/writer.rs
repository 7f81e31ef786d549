//! The writer of a journal: takes events at once, and lets the threads of its places save them.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use super::flusher::Flusher;
use super::flushing::Flushing;
use super::keeper::Keeper;
use super::location::is_same_file;
use super::opening::{Journal, OpenPlace};
use super::options::WriterOptions;
use super::place::PlaceFile;
use super::shared::{Inner, Shared};
use super::state::{JournalState, PlaceState};
use crate::storage::{StorageError, StorageResult};

/// How long a writer that is dropped waits for its places.
const DROP_PATIENCE: Duration = Duration::from_secs(5);

/// Writes a journal in the background. Dropped, it waits some seconds for what is not saved yet;
/// [`JournalWriter::close`] says whether all was.
pub struct JournalWriter {
    shared: Arc<Shared>,
}

impl std::fmt::Debug for JournalWriter {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_tuple("JournalWriter").field(&self.state()).finish()
    }
}

impl JournalWriter {
    /// Starts the threads of a journal: at each place one writes, one flushes.
    ///
    /// # Errors
    /// When the system refuses a thread.
    pub fn start(journal: Journal, options: WriterOptions) -> StorageResult<Self> {
        let Journal { memory, places, remarks } = journal;
        let state = JournalState {
            appended: memory.records(),
            durable: memory.records(),
            places: places.iter().map(state_of).collect(),
            last_saved: None,
            waiting_since: None,
            remarks,
            bytes: memory.length(),
        };
        let inner = Inner {
            memory,
            state,
            flushing: places.iter().map(|_| Flushing::default()).collect(),
            waiting: VecDeque::new(),
            hurry: 0,
            retries: 0,
            closing: false,
            discarded: false,
            running: 0,
        };
        let writer = Self { shared: Arc::new(Shared::new(inner, options)) };
        for (rank, place) in places.into_iter().enumerate() {
            writer.spawn(rank, place)?;
        }
        Ok(writer)
    }

    /// Takes an event and gives its number; `written_at` is the running clock, in milliseconds. It
    /// is encrypted before this returns, and durable a moment later: see [`Self::state`].
    ///
    /// # Errors
    /// When the event or the journal would be too long to be read again: it was not taken.
    pub fn append(&self, payload: &[u8], written_at: u64) -> StorageResult<u64> {
        let mut guard = self.shared.lock();
        let inner = &mut *guard;
        let first = inner.state.places.first();
        let path = first.map_or(Path::new("journal"), |place| place.path.as_path());
        let sequence = inner.memory.append(path, payload)?;
        inner.state.appended = sequence;
        inner.state.bytes = inner.memory.length();
        inner.waiting.push_back(written_at);
        drop(guard);
        self.shared.notify();
        Ok(sequence)
    }

    /// How far the saving is.
    pub fn state(&self) -> JournalState {
        let inner = self.shared.lock();
        JournalState { waiting_since: inner.waiting.front().copied(), ..inner.state.clone() }
    }

    /// Writes the whole journal at one more place too, and goes on there.
    ///
    /// # Errors
    /// When it already is a place of this journal, or the system refuses a thread. What happens to
    /// the file itself is told by [`Self::state`].
    pub fn add_place(&self, path: &Path) -> StorageResult<()> {
        // Paths are compared on the disk, which may be slow: never under the lock.
        if self.state().places.iter().any(|place| is_same_file(&place.path, path)) {
            return Err(StorageError::new(
                path,
                "le journal est déjà enregistré ici.",
                "Choisissez un autre emplacement.",
            ));
        }
        let file = PlaceFile::unknown(path.to_owned());
        let place = OpenPlace { file, durable: 0, trouble: None };
        let mut inner = self.shared.lock();
        let rank = inner.state.places.len();
        inner.state.places.push(state_of(&place));
        inner.flushing.push(Flushing::default());
        drop(inner);
        self.spawn(rank, place).inspect_err(|_| self.forget(rank))
    }

    /// Tries again at once the places that failed, and looks at the others.
    pub fn retry_now(&self) {
        self.shared.lock().retries += 1;
        self.shared.notify();
    }

    /// Waits until every event given so far is durable in at least one place; says whether it is.
    pub fn flush(&self, timeout: Duration) -> bool {
        let mut inner = self.shared.lock();
        let wanted = inner.state.appended;
        if inner.state.durable >= wanted {
            return true;
        }
        inner.hurry = inner.hurry.max(wanted);
        inner.retries += 1;
        self.shared.notify();
        !self.shared.wait(inner, timeout, |inner| inner.state.durable >= wanted).1
    }

    /// Saves what is left and ends the threads, waiting no longer than `patience`. Gives the last
    /// state: what it says is behind was not saved.
    pub fn close(self, patience: Duration) -> JournalState {
        self.finish(patience);
        self.state()
    }

    /// As [`Self::close`], before the files are destroyed: a thread that its disk still holds makes
    /// no file again.
    pub fn discard(self, patience: Duration) -> JournalState {
        self.finish(patience);
        self.shared.lock().discarded = true;
        self.state()
    }

    fn finish(&self, patience: Duration) {
        let mut inner = self.shared.lock();
        if inner.closing {
            return;
        }
        inner.closing = true;
        self.shared.notify();
        drop(self.shared.wait(inner, patience, |inner| inner.running == 0));
    }

    /// A place that has no thread is not one: it can be added again.
    fn forget(&self, rank: usize) {
        let mut inner = self.shared.lock();
        if inner.state.places.len() == rank + 1 {
            inner.state.places.pop();
            inner.flushing.pop();
        }
    }

    fn spawn(&self, rank: usize, place: OpenPlace) -> StorageResult<()> {
        let OpenPlace { file, trouble, .. } = place;
        let path: PathBuf = file.path().to_owned();
        let flusher = Flusher::new(Arc::clone(&self.shared), rank, path.clone());
        let keeper = Keeper::new(Arc::clone(&self.shared), rank, file, trouble.is_some());
        self.shared.lock().running += 1;
        if started("casdecole-disque", || flusher.run())
            && started("casdecole-journal", || keeper.run())
        {
            return Ok(());
        }
        let error = StorageError::new(
            &path,
            "le système refuse de lancer l'enregistrement.",
            "Fermez d'autres programmes, puis recommencez.",
        );
        let mut inner = self.shared.lock();
        inner.running -= 1;
        if let Some(flushing) = inner.flushing_mut(rank) {
            flushing.ended = true;
        }
        if let Some(place) = inner.state.places.get_mut(rank) {
            place.trouble = Some(error.clone());
        }
        drop(inner);
        self.shared.notify();
        Err(error)
    }
}

impl Drop for JournalWriter {
    fn drop(&mut self) {
        self.finish(DROP_PATIENCE);
    }
}

/// Whether the system gave a thread to this.
fn started(name: &str, work: impl FnOnce() + Send + 'static) -> bool {
    std::thread::Builder::new().name(name.to_owned()).spawn(work).is_ok()
}

fn state_of(place: &OpenPlace) -> PlaceState {
    PlaceState {
        path: place.file.path().to_owned(),
        trouble: place.trouble.clone(),
        durable: place.durable,
    }
}
