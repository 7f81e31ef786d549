//! Making a file whole again, whatever happened to it, without touching what is another's.

use std::fs::{File, OpenOptions};
use std::io::{Error, ErrorKind, Read, Result, Seek, SeekFrom, Write};
use std::path::Path;

use super::super::location::{folder_of, set_aside};
use super::super::options::FlushFile;
use super::super::standing::{Standing, standing};
use super::super::telling::{told_aside, told_remade, told_rewritten};
use super::super::{fault, new_file};
use super::{PlaceFile, length_at};
use crate::storage::{StorageError, StorageResult};

impl PlaceFile {
    /// Makes the file whole again, whatever happened to it. Gives what is to be told, if anything.
    ///
    /// # Errors
    /// When the system refuses, or the file is not ours to write.
    pub(in super::super) fn restore(
        &mut self,
        whole: &[u8],
        head_length: usize,
        flush: &FlushFile,
    ) -> StorageResult<Option<StorageError>> {
        let failed = |error: Error| fault::writing(&self.path, &error);
        let most = (whole.len() as u64).max(self.attempted) + 1;
        let Some(found) = bytes_present(&self.path, most).map_err(failed)? else {
            // A first writing is no news; of a folder that vanished with its file it is enough to
            // tell the folder.
            let was_written = self.attempted > 0;
            self.write_anew(whole)?;
            let told = self.take_folder_remade();
            return Ok(told.or_else(|| was_written.then(|| told_rewritten(&self.path))));
        };
        match standing(&found, whole, head_length, self.good, self.attempted) {
            Standing::Ours { sure, ours } => {
                self.write_over((sure, ours, found.len() as u64), whole, flush)?;
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
    pub(in super::super) fn write_anew(&mut self, whole: &[u8]) -> StorageResult<()> {
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
        if length_at(&self.path) != Some(end) {
            return Err(fault::unstable(&self.path));
        }
        self.reached(end);
        Ok(())
    }

    /// That the folder vanished and was made again, once.
    fn take_folder_remade(&mut self) -> Option<StorageError> {
        std::mem::take(&mut self.folder_remade).then(|| told_remade(folder_of(&self.path)))
    }

    /// Writes again what is not sure, over the same bytes: the file never holds less of ours than
    /// before, so that a program killed here, or a full disk, takes nothing away.
    fn write_over(
        &mut self,
        (sure, ours, found): (u64, u64, u64),
        whole: &[u8],
        flush: &FlushFile,
    ) -> StorageResult<()> {
        let path = self.path.clone();
        let failed = |error: Error| fault::writing(&path, &error);
        let end = whole.len() as u64;
        let start = usize::try_from(sure).unwrap_or(usize::MAX).min(whole.len());
        self.good = sure;
        self.written = sure;
        self.attempted = self.attempted.max(end);
        let mut file = OpenOptions::new().write(true).open(&path).map_err(failed)?;
        if file.metadata().map_err(failed)?.len() != found {
            return Err(fault::unstable(&path));
        }
        if found > ours {
            file.set_len(ours).map_err(failed)?;
        }
        file.seek(SeekFrom::Start(sure)).map_err(failed)?;
        file.write_all(whole.get(start..).unwrap_or_default()).map_err(failed)?;
        flush(&file).map_err(failed)?;
        drop(file);
        if length_at(&path) != Some(end) {
            return Err(fault::unstable(&path));
        }
        self.reached(end);
        Ok(())
    }
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
