//! Cas d'école: exams of the French titres professionnels, on a desktop, offline.
//!
//! Map of the modules, arrows pointing one way (`tests/architecture.rs` holds them):
//! - [`domain`]: the rules of the field, pure.
//! - [`environment`]: the clock and new identifiers, passed in.
//! - [`storage`]: versioned documents, atomic save, session folders → domain.
//! - [`reports`]: domain → blocks → pages → PDF.
//! - [`spreadsheet`]: formulas that candidates type in tables → domain.
//! - [`sitting`]: one sitting, from the sealed subject to the sealed copy → storage, spreadsheet.
//! - [`spell_check`]: French words that are wrong, where a case allows it → nothing.
//! - [`jobs`]: named background work → nothing.
//! - [`publishing`]: a session or a case → PDF files → storage, reports.
//! - [`demonstration`]: a session of demonstration → storage.
//! - [`cli`]: one file a subcommand → all but desktop.
//! - [`desktop`]: the window → all but cli.

pub mod cli;
pub mod demonstration;
pub mod desktop;
pub mod domain;
pub mod environment;
pub mod jobs;
pub mod publishing;
pub mod reports;
pub mod sitting;
pub mod spell_check;
pub mod spreadsheet;
pub mod storage;
