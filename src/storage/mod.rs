//! Documents on disk: versioned formats, atomic save, templates, session folders.
//!
//! Every reader limits sizes, never panics, and says in French where, what and what to do.

mod atomic;
mod bundled;
mod cases;
mod collection;
mod copies;
mod depth;
mod document;
mod error;
pub mod journal;
mod kept_comments;
mod lists;
mod message;
mod new_folder;
mod planning_files;
mod preferences;
mod room_package;
mod room_preparation;
mod scripts;
mod sealed_copies;
pub mod sealing;
mod session_folder;
mod session_preparation;
mod subjects;
mod templates;

pub use atomic::write_atomically;
pub use bundled::{BundledCase, bundled_cases, unpack_case};
pub use cases::{StoredCase, picture_bytes, pictures_beside, read_case, save_case};
pub use collection::{Collection, Found, FoundCopy, collect_copies, verify_copy_file};
pub use copies::{copy_path, name_in_files, paper_copy_path, read_copy, save_copy, save_new_copy};
pub use document::{Kind, kind_of};
pub use error::{StorageError, StorageResult};
pub use kept_comments::keep_comments;
pub use lists::{read_list, read_passphrase};
pub use planning_files::{parse_planning_text, read_planning_file};
pub use preferences::{Preferences, RecentFile, Theme, copies_folder};
pub use room_package::{
    OpenedPackage, PackageError, RoomPackage, RoomRules, Seat, open_package, read_package_header,
    save_package,
};
pub use room_preparation::{
    KEY_FILE, OpeningWork, PreparedPaper, PreparedRoom, ROOM_FOLDER, RoomSecrets, RoomWishes,
    TwinCodes, prepare_room, refuse_twin_codes, variant_case, variant_subject,
};
pub use scripts::{ScriptDeed, ScriptEvent, parse_script, read_script};
pub use sealed_copies::{
    SealedCopy, fingerprint_of_copy, read_jury_key, read_key_recipient, read_sealed_copy,
    sealed_kind_of,
};
pub use session_folder::{CandidateFolder, SessionFolder, read_session};
pub use session_preparation::prepare_session;
pub use subjects::{derive_subject, fingerprint, read_subject, save_subject, subject_of};
pub use templates::{load_catalogue, read_template};
