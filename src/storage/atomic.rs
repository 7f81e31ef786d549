//! Atomic writes: the old content or the new one, never a mixture, never nothing.

use std::io::Write;
use std::path::Path;

use super::{StorageError, StorageResult};

/// Writes a file through a neighbour that then takes its name; both are flushed to the disk.
///
/// # Errors
/// When the folder cannot be written; the file in place is untouched then.
pub fn write_atomically(path: &Path, bytes: &[u8]) -> StorageResult<()> {
    let failed = |error: &std::io::Error| StorageError::writing(path, error);
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or_else(|| Path::new("."));
    if std::fs::metadata(path).is_ok_and(|known| known.permissions().readonly()) {
        return Err(StorageError::new(
            path,
            "le fichier est en lecture seule.",
            "Enregistrez sous un autre nom. Le fichier en place n'a pas été changé.",
        ));
    }
    let mut temporary = tempfile::Builder::new()
        .prefix(".casdecole-")
        .suffix(".tmp")
        .tempfile_in(folder)
        .map_err(|error| failed(&error))?;
    temporary.write_all(bytes).map_err(|error| failed(&error))?;
    temporary.as_file().sync_all().map_err(|error| failed(&error))?;
    share_like_other_files(temporary.as_file());
    temporary.persist(path).map_err(|error| failed(&error.error))?;
    // The new name itself must survive a power cut; some file systems cannot sync a folder.
    if let Ok(folder) = std::fs::File::open(folder) {
        let _ = folder.sync_all();
    }
    Ok(())
}

/// Temporary files are private by default; documents of a session are shared by the jury.
#[cfg(unix)]
fn share_like_other_files(file: &std::fs::File) {
    use std::os::unix::fs::PermissionsExt;
    let _ = file.set_permissions(std::fs::Permissions::from_mode(0o644));
}

#[cfg(not(unix))]
fn share_like_other_files(_file: &std::fs::File) {}
