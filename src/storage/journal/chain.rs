//! The running hash that ties a record to everything before it.

use sha2::{Digest, Sha256};

/// SHA-256 over all that comes before a record, from the header's hash on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Chain([u8; 32]);

impl Chain {
    /// The chain before the first record.
    pub(super) const fn start(header_hash: [u8; 32]) -> Self {
        Self(header_hash)
    }

    /// The chain after a record, given all its bytes.
    pub(super) fn after(self, frame: &[u8]) -> Self {
        Self(Sha256::new().chain_update(self.0).chain_update(frame).finalize().into())
    }

    /// The value that the next record authenticates.
    pub(super) const fn value(&self) -> &[u8; 32] {
        &self.0
    }
}
