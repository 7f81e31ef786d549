//! Tells a pulled key from a deleted folder: its bare mount point belongs to the volume around it,
//! and a copy written there would be on the PC's own disk.

use std::path::Path;

/// The volume around the one that holds a folder, where the system tells volumes apart.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Surroundings(Option<u64>);

impl Surroundings {
    /// Looked at while the folder is there.
    pub(super) fn of(folder: &Path) -> Self {
        let Ok(folder) = folder.canonicalize() else {
            return Self(None);
        };
        let own = volume_of(&folder);
        Self(folder.ancestors().map(volume_of).find(|volume| *volume != own).flatten())
    }

    /// Whether the volume was unplugged: what stands at its place is on the volume around it.
    pub(super) fn are_bare_at(self, folder: &Path) -> bool {
        let standing = folder.ancestors().find(|ancestor| ancestor.is_dir());
        self.0.is_some() && standing.and_then(volume_of) == self.0
    }
}

#[cfg(unix)]
fn volume_of(folder: &Path) -> Option<u64> {
    use std::os::unix::fs::MetadataExt;
    std::fs::metadata(folder).ok().map(|known| known.dev())
}

/// Elsewhere a pulled key takes its letter with it.
#[cfg(not(unix))]
fn volume_of(_folder: &Path) -> Option<u64> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_deleted_folder_is_no_unplugged_volume() {
        let outside = tempfile::tempdir().unwrap();
        let folder = outside.path().join("copie");
        std::fs::create_dir(&folder).unwrap();
        let surroundings = Surroundings::of(&folder);
        std::fs::remove_dir(&folder).unwrap();
        assert!(!surroundings.are_bare_at(&folder));
    }

    #[cfg(unix)]
    #[test]
    fn a_folder_that_fell_back_on_the_volume_around_is_seen() {
        let folder = tempfile::tempdir().unwrap();
        // As if the folder had been a mount point when it was looked at.
        let surroundings = Surroundings(volume_of(folder.path()));
        assert!(surroundings.are_bare_at(folder.path()));
        assert!(surroundings.are_bare_at(&folder.path().join("copie")));
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn the_volume_around_a_mount_point_is_found() {
        let surroundings = Surroundings::of(Path::new("/proc"));
        assert_eq!(surroundings.0, volume_of(Path::new("/")));
        assert_eq!(Surroundings::of(Path::new("/")).0, None);
    }
}
