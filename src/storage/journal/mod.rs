//! The journal of one sitting: opaque payloads, kept in order, encrypted, chained, durable.
//!
//! Here belongs what concerns the file and its copies; what a payload means is the sitting's.
//!
//! The file, numbers in little-endian:
//! - a magic line; the length of the header (u32) and its complement (u32); the header in JSON, in
//!   the clear; SHA-256 of all that;
//! - records: the length of the body (u32) and its complement, so that a torn or changed length is
//!   seen as such; the body: one byte of kind, then what the kind says.
//!
//! A *segment* record begins each opening for writing: 16 random bytes in the clear, and the tag
//! that authenticates them. A *data* record is the payload under XChaCha20-Poly1305. The nonce is
//! the 16 bytes of the segment and a counter of 8 bytes (0 for the segment itself), so that none
//! ever serves twice: what is written again after a fault is the very same bytes. The associated
//! data of a record are the running SHA-256 of all that comes before it, from the header's hash on,
//! and its kind: a record removed, moved, replaced or brought from another journal is refused. What
//! the chain cannot tell is a file cut exactly between two records; the other copy can.
//!
//! Every place (the PC's folder, a USB key) receives exactly the same bytes, from two threads of its
//! own: one writes each event as it comes, one flushes. A slow key delays nobody, and a flush that
//! stalls keeps nothing from being written, as long as the file is as it was left: one that is being
//! mended is written and flushed in one go.

mod chain;
mod choice;
mod cipher;
mod content;
mod destroy;
mod fault;
mod flusher;
mod flushing;
mod frame;
mod header;
mod keeper;
mod key;
mod location;
mod lock;
mod memory;
mod new_file;
mod opening;
mod options;
mod place;
mod reading;
mod shared;
mod standing;
mod state;
mod telling;
mod volume;
mod writer;

pub use choice::{Choice, look};
pub use content::{Cut, CutCause, JournalContent};
pub use destroy::destroy;
pub use frame::LARGEST_PAYLOAD;
pub use header::{JournalHeader, JournalIdentity};
pub use key::DataKey;
pub use location::journal_path;
pub use lock::JournalLock;
pub use memory::LARGEST_JOURNAL;
pub use opening::{Journal, create, reopen};
pub use options::{FlushFile, JournalClock, OnDurable, Wake, WriterOptions};
pub use reading::{parse, read, read_header};
pub use state::{JournalState, PlaceState, Saved};
pub use writer::JournalWriter;

#[cfg(test)]
mod tests;
