//! A whole journal written where no file is: through a neighbour that then takes the name, so that
//! no journal is ever seen without its head.

use std::io::{ErrorKind, Result, Write};
use std::path::Path;

use super::location::{folder_of, sync_folder};

/// Makes a folder when it alone is missing; says whether it was.
///
/// # Errors
/// When the system refuses.
pub(super) fn make_folder(folder: &Path) -> Result<bool> {
    if folder.exists() {
        return Ok(false);
    }
    std::fs::create_dir(folder)?;
    sync_folder(folder_of(folder));
    Ok(true)
}

/// Writes a file that must not exist, in a folder that does.
///
/// # Errors
/// When the system refuses or a file is already there.
pub(super) fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    let folder = folder_of(path);
    let prefix = neighbour_prefix(path);
    let mut builder = tempfile::Builder::new();
    builder.prefix(&prefix).suffix(NEIGHBOUR_SUFFIX);
    share_like_other_files(&mut builder);
    let mut neighbour = builder.tempfile_in(folder)?;
    neighbour.write_all(bytes)?;
    neighbour.as_file().sync_all()?;
    match neighbour.persist_noclobber(path) {
        Ok(_) => {}
        // Some file systems of keys can only rename plainly.
        Err(refused) if is_absent(path) => {
            refused.file.persist(path).map_err(|error| error.error)?;
        }
        Err(refused) => return Err(refused.error),
    }
    sync_folder(folder);
    Ok(())
}

fn is_absent(path: &Path) -> bool {
    path.symlink_metadata().is_err_and(|error| error.kind() == ErrorKind::NotFound)
}

/// How the neighbours of a journal end.
pub(super) const NEIGHBOUR_SUFFIX: &str = ".tmp";

/// How the neighbours of a journal begin: a killed program may leave one behind.
pub(super) fn neighbour_prefix(path: &Path) -> String {
    format!(".{}-", path.file_name().unwrap_or_default().to_string_lossy())
}

/// Temporary files are private by default; a key carries this one to another PC.
#[cfg(unix)]
fn share_like_other_files(builder: &mut tempfile::Builder<'_, '_>) {
    use std::os::unix::fs::PermissionsExt;
    builder.permissions(std::fs::Permissions::from_mode(0o666));
}

#[cfg(not(unix))]
fn share_like_other_files(_builder: &mut tempfile::Builder<'_, '_>) {}
