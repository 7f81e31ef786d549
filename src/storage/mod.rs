//! Documents on disk: versioned formats, atomic save, templates, session folders.
//!
//! Every reader limits sizes, never panics, and says in French where, what and what to do.

mod atomic;
mod bundled;
mod cases;
mod copies;
mod depth;
mod document;
mod error;
mod message;
mod planning_files;
mod preferences;
mod session_folder;
mod session_preparation;
mod subjects;
mod templates;

pub use atomic::write_atomically;
pub use bundled::{BundledCase, bundled_cases, unpack_case};
pub use cases::{StoredCase, picture_bytes, pictures_beside, read_case, save_case};
pub use copies::{copy_path, read_copy, save_copy, save_new_copy};
pub use document::{Kind, kind_of};
pub use error::{StorageError, StorageResult};
pub use planning_files::{parse_planning_text, read_planning_file};
pub use preferences::{Preferences, RecentFile, Theme};
pub use session_folder::{CandidateFolder, SessionFolder};
pub use session_preparation::prepare_session;
pub use subjects::{derive_subject, fingerprint, read_subject, save_subject, subject_of};
pub use templates::{load_catalogue, read_template};
