//! Around the tests: how much they do, who runs with whom, where they write.

use std::path::{Path, PathBuf};
use std::sync::{PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use tempfile::TempDir;

/// A whole number from the environment.
pub fn number(name: &str, default: usize) -> usize {
    let Ok(text) = std::env::var(name) else { return default };
    text.trim().parse().unwrap_or_else(|_| panic!("{name}={text} is no whole number"))
}

/// The random choices of one test, the same at each run unless `CASDECOLE_SEED` says otherwise.
pub fn chance() -> fastrand::Rng {
    let seed = number("CASDECOLE_SEED", 20_270_311);
    fastrand::Rng::with_seed(u64::try_from(seed).expect("a seed"))
}

static QUIET: RwLock<()> = RwLock::new(());

/// For tests that measure time: no other test of this file runs meanwhile.
pub fn alone() -> RwLockWriteGuard<'static, ()> {
    QUIET.write().unwrap_or_else(PoisonError::into_inner)
}

/// For all other tests.
pub fn among_others() -> RwLockReadGuard<'static, ()> {
    QUIET.read().unwrap_or_else(PoisonError::into_inner)
}

/// A folder beside the build, where the disk is a real one (`/tmp` may be memory).
pub fn folder(name: &str) -> TempDir {
    let base = Path::new(env!("CARGO_TARGET_TMPDIR"));
    std::fs::create_dir_all(base).expect("the folder of the build");
    tempfile::Builder::new().prefix(&format!("{name}-")).tempdir_in(base).expect("a folder")
}

/// A new folder in another.
pub fn place(parent: &Path, name: &str) -> PathBuf {
    let path = parent.join(name);
    std::fs::create_dir_all(&path).expect("a folder");
    path
}
