//! Authenticated encryption of bytes under a key of 32 bytes: `XChaCha20-Poly1305` with a random
//! nonce, which is long enough never to come twice.

use chacha20poly1305::XChaCha20Poly1305;
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use zeroize::Zeroizing;

use super::derivation::KEY_LENGTH;
use super::random::random_bytes;
use super::{SealProblem, SealResult};

/// Bytes of the nonce, written first.
const NONCE_LENGTH: usize = 24;

/// What encryption adds to the bytes: the nonce and the tag.
pub(super) const OVERHEAD: usize = NONCE_LENGTH + 16;

/// Encrypts bytes; `associated` is not written but must be the same to decrypt.
///
/// # Errors
/// When the system gives no random bytes.
pub(super) fn encrypt(
    key: &[u8; KEY_LENGTH],
    associated: &[u8],
    plain: &[u8],
) -> SealResult<Vec<u8>> {
    let nonce = random_bytes::<NONCE_LENGTH>()?;
    let encrypted = XChaCha20Poly1305::new(key.into())
        .encrypt((&*nonce).into(), Payload { msg: plain, aad: associated })
        .map_err(|_| SealProblem::Inner)?;
    let mut written = Vec::with_capacity(NONCE_LENGTH + encrypted.len());
    written.extend_from_slice(nonce.as_slice());
    written.extend_from_slice(&encrypted);
    Ok(written)
}

/// Decrypts what [`encrypt`] wrote; none under another key, with other associated bytes, or when
/// any byte was changed.
pub(super) fn decrypt(
    key: &[u8; KEY_LENGTH],
    associated: &[u8],
    written: &[u8],
) -> Option<Zeroizing<Vec<u8>>> {
    let (nonce, encrypted) = written.split_first_chunk::<NONCE_LENGTH>()?;
    XChaCha20Poly1305::new(key.into())
        .decrypt(nonce.into(), Payload { msg: encrypted, aad: associated })
        .ok()
        .map(Zeroizing::new)
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: [u8; 32] = [7; 32];

    #[test]
    fn what_is_encrypted_is_decrypted_under_the_same_key_and_context_only() {
        let written = encrypt(&KEY, b"contexte", "réponse".as_bytes()).unwrap();
        assert_eq!(written.len(), "réponse".len() + OVERHEAD);
        let read = decrypt(&KEY, b"contexte", &written).unwrap();
        assert_eq!(read.as_slice(), "réponse".as_bytes());
        assert!(decrypt(&[8; 32], b"contexte", &written).is_none());
        assert!(decrypt(&KEY, b"autre", &written).is_none());
    }

    #[test]
    fn every_changed_byte_and_every_cut_is_seen() {
        let written = encrypt(&KEY, b"", b"123").unwrap();
        for place in 0..written.len() {
            let mut changed = written.clone();
            changed[place] ^= 1;
            assert!(decrypt(&KEY, b"", &changed).is_none(), "byte {place}");
            assert!(decrypt(&KEY, b"", &written[..place]).is_none(), "cut at {place}");
        }
    }

    #[test]
    fn the_same_bytes_are_never_written_the_same() {
        assert_ne!(encrypt(&KEY, b"", b"123").unwrap(), encrypt(&KEY, b"", b"123").unwrap());
    }
}
