//! Cas d'école: exams of the French titres professionnels, on a desktop, offline.
//!
//! Map of the modules, arrows pointing one way (a test holds them):
//! - [`domain`]: the rules of the field, pure.
//! - `storage`: versioned documents, atomic save, session folders → domain.
//! - `reports`: domain → blocks → pages → PDF.
//! - `jobs`: named background work → nothing.
//! - `cli`: one file a subcommand → all but desktop.
//! - `desktop`: the window → all but cli.

pub mod domain;
pub mod environment;
pub mod storage;
