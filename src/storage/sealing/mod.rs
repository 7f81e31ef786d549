//! Sealing: subjects opened by a code, keys and copies opened by the jury alone. Works on bytes:
//! the functions of `storage` above read and write the files.
//!
//! The threat, in three lines:
//! - whoever finds a USB key reads no subject without the opening code (argon2id, then
//!   `XChaCha20-Poly1305`), and no copy without the jury's key (age, X25519) and its passphrase;
//! - any byte changed by accident or by hand is seen: every file ends with its hash, and what is
//!   encrypted is authenticated together with its clear header;
//! - not stopped here: a code that is given away, a PC that is spied upon, and a copy made anew for
//!   the jury's public key; the fingerprint on the candidate's receipt shows the last.
//!
//! Map, each file using only those above it:
//! - `kind`: the three kinds of file, their sizes;
//! - `problem`: why something does not open, in French; the one way to `StorageError`;
//! - `random`, `alphabet`, `encoding`: random bytes, symbols that people read, bytes in JSON;
//! - `code`, `passphrase`: what people type;
//! - `derivation`: from a code to a key, bounded; `code_verifier`: is this the room code;
//! - `cipher`, `key_wrapping`: authenticated encryption of bytes, of a key by another;
//! - `container`: the envelope of every sealed file;
//! - `age_file`, `recipient`: age under bounds; the jury's public key;
//! - `subject_package`, `jury_key`, `sealed_copy`: the three kinds of file;
//! - `fingerprint`: groups of digits that two people compare aloud.

mod age_file;
mod alphabet;
mod cipher;
mod code;
mod code_verifier;
mod container;
mod derivation;
mod encoding;
mod fingerprint;
mod jury_key;
mod key_wrapping;
mod kind;
mod passphrase;
mod problem;
mod random;
mod recipient;
mod sealed_copy;
mod subject_package;

pub use code::OpeningCode;
pub use code_verifier::CodeVerifier;
pub use container::sealed_kind;
pub use derivation::{DerivationParameters, DerivedKey};
pub use fingerprint::{fingerprint_groups, fingerprint_text};
pub use jury_key::{JuryKey, PassphraseWork, recipient_of};
pub use key_wrapping::{WRAPPED_KEY_LENGTH, new_data_key, unwrap_key, wrap_key};
pub use kind::SealedKind;
pub use passphrase::{generate_passphrase, is_weak_passphrase};
pub use problem::{SealProblem, SealResult};
pub use sealed_copy::{CopyHeader, open_copy, seal_copy, verify_copy};
pub use subject_package::{
    OpenedSubject, SubjectFacts, SubjectHeader, open_subject, read_subject_header, seal_subject,
};

#[cfg(test)]
mod tests;
