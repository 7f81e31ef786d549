//! The file of one place. It is opened by its path for each write, so that a deleted folder or a
//! pulled key is noticed, and a key that comes back is found again.

use std::fs::{File, OpenOptions};
use std::io::{Error, ErrorKind, Read, Result, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use super::location::{folder_of, set_aside};
use super::standing::{Standing, standing};
use super::volume::Surroundings;
use super::{fault, new_file};
use crate::storage::{StorageError, StorageResult};

/// A file that grows with the journal.
pub(super) struct PlaceFile {
    path: PathBuf,
    /// Bytes durable in it.
    good: u64,
    /// The furthest byte that was ever tried: a failed write leaves a tail up to there.
    attempted: u64,
    surroundings: Option<Surroundings>,
    /// Its folder vanished and was made again: it is told once the file is whole.
    folder_remade: bool,
}

/// What came of writing at the end of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Extended {
    /// It is durable.
    Done,
    /// The file is not as it was left: see [`PlaceFile::restore`].
    Unexpected,
}

impl PlaceFile {
    /// A place where nothing is known to be.
    pub(super) const fn unknown(path: PathBuf) -> Self {
        Self::known(path, 0, 0)
    }

    /// A place whose file was read: whole up to `good`, torn up to `attempted`.
    pub(super) const fn known(path: PathBuf, good: u64, attempted: u64) -> Self {
        Self { path, good, attempted, surroundings: None, folder_remade: false }
    }

    /// Where it is.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Bytes durable in it.
    pub(super) const fn good(&self) -> u64 {
        self.good
    }

    /// Whether the file still has its length, seen by its path.
    pub(super) fn is_intact(&self) -> bool {
        self.has_length(self.good)
    }

    fn has_length(&self, length: u64) -> bool {
        std::fs::metadata(&self.path).is_ok_and(|file| file.is_file() && file.len() == length)
    }

    /// Writes after the good bytes, which end with `witness`, and flushes to the disk.
    ///
    /// # Errors
    /// When the system refuses. The good bytes stay good.
    pub(super) fn extend(&mut self, witness: &[u8], tail: &[u8]) -> Result<Extended> {
        let mut file = match OpenOptions::new().read(true).write(true).open(&self.path) {
            Ok(file) => file,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Extended::Unexpected),
            Err(error) => return Err(error),
        };
        if file.metadata()?.len() != self.good || !ends_with(&mut file, self.good, witness)? {
            return Ok(Extended::Unexpected);
        }
        let end = self.good + tail.len() as u64;
        self.attempted = self.attempted.max(end);
        file.seek(SeekFrom::Start(self.good))?;
        file.write_all(tail)?;
        file.sync_data()?;
        drop(file);
        // Flushing a file whose folder is gone succeeds: only its path tells.
        if !self.has_length(end) {
            return Ok(Extended::Unexpected);
        }
        self.reached(end);
        Ok(Extended::Done)
    }

    /// Makes the file whole again, whatever happened to it. Gives what is to be told, if anything.
    ///
    /// # Errors
    /// When the system refuses, or the file is not ours to write.
    pub(super) fn restore(
        &mut self,
        whole: &[u8],
        head_length: usize,
    ) -> StorageResult<Option<StorageError>> {
        let failed = |error: Error| fault::writing(&self.path, &error);
        let most = (whole.len() as u64).max(self.attempted) + 1;
        let Some(found) = bytes_present(&self.path, most).map_err(failed)? else {
            self.write_anew(whole)?;
            return Ok(self.take_folder_remade());
        };
        match standing(&found, whole, head_length, self.good, self.attempted) {
            Standing::Ours(kept) => {
                self.go_on_from(kept, whole)?;
                Ok(self.take_folder_remade())
            }
            Standing::Damaged => {
                let aside = set_aside(&self.path).map_err(failed)?;
                self.write_anew(whole)?;
                Ok(Some(told_aside(&self.path, &aside)))
            }
            Standing::Continued => Err(fault::continued_elsewhere(&self.path)),
            Standing::Another => Err(fault::another_journal(&self.path)),
        }
    }

    /// Writes the whole journal where no file is, and makes its folder when it alone is missing.
    ///
    /// # Errors
    /// When the system refuses, a file is there, or the key that was there is not.
    pub(super) fn write_anew(&mut self, whole: &[u8]) -> StorageResult<()> {
        let failed = |error: Error| fault::writing(&self.path, &error);
        let folder = folder_of(&self.path);
        if self.surroundings.is_some_and(|known| known.are_bare_at(folder)) {
            return Err(fault::unplugged(&self.path));
        }
        // Nothing was ever there at the first writing: nothing has vanished.
        let was_written = self.attempted > 0;
        if new_file::make_folder(folder).map_err(failed)? && was_written {
            self.folder_remade = true;
        }
        new_file::write(&self.path, whole).map_err(failed)?;
        let end = whole.len() as u64;
        if !self.has_length(end) {
            return Err(fault::unstable(&self.path));
        }
        self.reached(end);
        Ok(())
    }

    /// That the folder vanished and was made again, once.
    fn take_folder_remade(&mut self) -> Option<StorageError> {
        std::mem::take(&mut self.folder_remade).then(|| told_remade(folder_of(&self.path)))
    }

    fn go_on_from(&mut self, kept: u64, whole: &[u8]) -> StorageResult<()> {
        let failed = |error: Error| fault::writing(&self.path, &error);
        let file = OpenOptions::new().write(true).open(&self.path).map_err(failed)?;
        file.set_len(kept).map_err(failed)?;
        drop(file);
        self.good = kept;
        let length = usize::try_from(kept).unwrap_or(usize::MAX).min(whole.len());
        let tail = whole.get(length..).unwrap_or_default();
        match self.extend(&[], tail) {
            Ok(Extended::Done) => Ok(()),
            Ok(Extended::Unexpected) => Err(fault::unstable(&self.path)),
            Err(error) => Err(fault::writing(&self.path, &error)),
        }
    }

    fn reached(&mut self, end: u64) {
        self.good = end;
        self.attempted = end;
        let folder = folder_of(&self.path);
        self.surroundings.get_or_insert_with(|| Surroundings::of(folder));
    }
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

/// The bytes of a file, at most so many; none when no file is there.
fn bytes_present(path: &Path, most: u64) -> Result<Option<Vec<u8>>> {
    let file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    let mut bytes = Vec::new();
    file.take(most).read_to_end(&mut bytes)?;
    Ok(Some(bytes))
}

/// What is told of a file that was set aside.
pub(super) fn told_aside(path: &Path, aside: &Path) -> StorageError {
    let name = aside.file_name().unwrap_or_default().to_string_lossy();
    StorageError::new(
        path,
        format!("le fichier en place ne convenait plus : il est gardé sous le nom « {name} »."),
        "Rien n'est à faire : le journal y est écrit à nouveau en entier.",
    )
}

/// What is told of a folder that vanished while its journal was written: a folder of this PC may
/// stand now where a key was.
fn told_remade(folder: &Path) -> StorageError {
    StorageError::new(
        folder,
        "le dossier avait disparu ; il a été fait à nouveau et le journal y est écrit en entier.",
        "Rien n'est perdu. Si c'est la deuxième copie, vérifiez que c'est bien la clé USB, et non \
         un dossier de ce PC.",
    )
}
