//! The key that encrypts one journal: random, wrapped elsewhere by the key of the opening code.

use std::path::Path;

use chacha20poly1305::aead::OsRng;
use chacha20poly1305::aead::rand_core::RngCore;
use zeroize::Zeroizing;

use crate::storage::{StorageError, StorageResult};

/// The key of a journal, erased from memory after use.
#[derive(Clone)]
pub struct DataKey(Zeroizing<[u8; 32]>);

impl DataKey {
    /// A new random key.
    ///
    /// # Errors
    /// When the system gives no random bytes.
    pub fn random() -> StorageResult<Self> {
        let mut bytes = Zeroizing::new([0; 32]);
        fill_with_chance(Path::new("journal"), bytes.as_mut_slice())?;
        Ok(Self(bytes))
    }

    /// A key that was unwrapped.
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(Zeroizing::new(bytes))
    }

    /// Its bytes, to be wrapped.
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl std::fmt::Debug for DataKey {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("DataKey")
    }
}

/// Fills bytes from the generator of the system; `path` only serves the message.
///
/// # Errors
/// When the system gives none.
pub(super) fn fill_with_chance(path: &Path, bytes: &mut [u8]) -> StorageResult<()> {
    OsRng.try_fill_bytes(bytes).map_err(|_| {
        StorageError::new(
            path,
            "le système n'a pas fourni de nombres aléatoires.",
            "Redémarrez le poste, puis réessayez.",
        )
    })
}
