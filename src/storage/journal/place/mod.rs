//! The file of one place. It is opened by its path for each write, so that a deleted folder or a
//! pulled key is noticed, and a key that comes back is found again.

mod mending;

use std::fs::{File, OpenOptions};
use std::io::{ErrorKind, Read, Result, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use super::location::folder_of;
use super::options::FlushFile;
use super::volume::Surroundings;

/// A file that grows with the journal.
pub(super) struct PlaceFile {
    path: PathBuf,
    /// Bytes durable in it.
    good: u64,
    /// Bytes written in it: those and the ones that are not flushed yet.
    written: u64,
    /// The furthest byte that was ever tried: a failed write leaves a tail up to there.
    attempted: u64,
    surroundings: Option<Surroundings>,
    /// Its folder vanished and was made again: it is told once the file is whole.
    folder_remade: bool,
}

impl PlaceFile {
    /// A place where nothing is known to be.
    pub(super) const fn unknown(path: PathBuf) -> Self {
        Self::known(path, 0, 0)
    }

    /// A place whose file was read: whole up to `good`, torn up to `attempted`.
    pub(super) const fn known(path: PathBuf, good: u64, attempted: u64) -> Self {
        Self { path, good, written: good, attempted, surroundings: None, folder_remade: false }
    }

    /// Where it is.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Bytes written in it, flushed or not.
    pub(super) const fn written(&self) -> u64 {
        self.written
    }

    /// Whether the file still has its length, seen by its path.
    pub(super) fn is_intact(&self) -> bool {
        length_at(&self.path) == Some(self.written)
    }

    /// Bytes up to here were flushed.
    pub(super) const fn flushed(&mut self, end: u64) {
        self.good = end;
    }

    /// What was written after the good bytes may be lost: the file is looked at as a whole next.
    pub(super) const fn doubt(&mut self) {
        self.written = self.good;
    }

    /// Writes after what was written, which ends with `witness`, and gives the file to flush:
    /// nothing when it is not as it was left, see [`PlaceFile::restore`].
    ///
    /// # Errors
    /// When the system refuses. The good bytes stay good.
    pub(super) fn extend(&mut self, witness: &[u8], tail: &[u8]) -> Result<Option<File>> {
        let mut file = match OpenOptions::new().read(true).write(true).open(&self.path) {
            Ok(file) => file,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error),
        };
        let start = self.written;
        if file.metadata()?.len() != start || !ends_with(&mut file, start, witness)? {
            return Ok(None);
        }
        let end = start + tail.len() as u64;
        self.attempted = self.attempted.max(end);
        file.seek(SeekFrom::Start(start))?;
        file.write_all(tail)?;
        // Writing to a file whose folder is gone succeeds: only its path tells.
        if length_at(&self.path) != Some(end) {
            return Ok(None);
        }
        self.written = end;
        self.know_surroundings();
        Ok(Some(file))
    }

    /// The same, flushed to the disk before this returns; says whether the file was as it was left.
    ///
    /// # Errors
    /// When the system refuses. The good bytes stay good.
    pub(super) fn extend_durably(
        &mut self,
        witness: &[u8],
        tail: &[u8],
        flush: &FlushFile,
    ) -> Result<bool> {
        let Some(file) = self.extend(witness, tail)? else {
            return Ok(false);
        };
        if let Err(error) = flush(&file) {
            self.doubt();
            return Err(error);
        }
        drop(file);
        if !holds(&self.path, self.written) {
            return Ok(false);
        }
        self.reached(self.written);
        Ok(true)
    }

    fn reached(&mut self, end: u64) {
        self.good = end;
        self.written = end;
        self.attempted = end;
        self.know_surroundings();
    }

    fn know_surroundings(&mut self) {
        let folder = folder_of(&self.path);
        self.surroundings.get_or_insert_with(|| Surroundings::of(folder));
    }
}

/// Whether a file stands at a path and has at least this length.
pub(super) fn holds(path: &Path, length: u64) -> bool {
    length_at(path).is_some_and(|found| found >= length)
}

fn length_at(path: &Path) -> Option<u64> {
    std::fs::metadata(path).ok().filter(std::fs::Metadata::is_file).map(|file| file.len())
}

fn ends_with(file: &mut File, length: u64, witness: &[u8]) -> Result<bool> {
    let Some(start) = length.checked_sub(witness.len() as u64) else {
        return Ok(false);
    };
    let mut found = vec![0; witness.len()];
    file.seek(SeekFrom::Start(start))?;
    file.read_exact(&mut found)?;
    Ok(found == witness)
}
