//! A random data key wrapped by the key derived from a code: of a subject, of a journal.

use zeroize::Zeroizing;

use super::cipher::{OVERHEAD, decrypt, encrypt};
use super::derivation::KEY_LENGTH;
use super::random::random_bytes;
use super::{DerivedKey, SealResult};

/// Bytes of a wrapped key.
pub const WRAPPED_KEY_LENGTH: usize = KEY_LENGTH + OVERHEAD;

/// Draws a data key.
///
/// # Errors
/// When the system gives no random bytes.
pub fn new_data_key() -> SealResult<Zeroizing<[u8; 32]>> {
    random_bytes()
}

/// Wraps a key; `context` says what it serves, and must be the same to unwrap it.
///
/// # Errors
/// When the system gives no random bytes.
pub fn wrap_key(derived: &DerivedKey, key: &[u8; 32], context: &[u8]) -> SealResult<Vec<u8>> {
    encrypt(derived.as_bytes(), context, key)
}

/// Unwraps a key; none when the code was another one, the context differs or a byte was changed.
pub fn unwrap_key(
    derived: &DerivedKey,
    wrapped: &[u8],
    context: &[u8],
) -> Option<Zeroizing<[u8; 32]>> {
    let plain = decrypt(derived.as_bytes(), context, wrapped)?;
    <[u8; KEY_LENGTH]>::try_from(plain.as_slice()).ok().map(Zeroizing::new)
}

#[cfg(test)]
mod tests {
    use super::super::{DerivationParameters, OpeningCode};
    use super::*;

    #[test]
    fn a_key_is_unwrapped_by_the_same_code_for_the_same_use_only() {
        let parameters = DerivationParameters::light_for_tests().unwrap();
        let derived = |typed| parameters.derive(&OpeningCode::read(typed).unwrap()).unwrap();
        let key = new_data_key().unwrap();
        let wrapped = wrap_key(&derived("4821"), &key, b"journal").unwrap();
        assert_eq!(wrapped.len(), WRAPPED_KEY_LENGTH);
        assert_eq!(*unwrap_key(&derived("4821"), &wrapped, b"journal").unwrap(), *key);
        assert!(unwrap_key(&derived("4822"), &wrapped, b"journal").is_none());
        assert!(unwrap_key(&derived("4821"), &wrapped, b"sujet").is_none());
        assert!(unwrap_key(&derived("4821"), &wrapped[1..], b"journal").is_none());
        assert!(unwrap_key(&derived("4821"), b"", b"journal").is_none());
    }

    #[test]
    fn what_is_no_key_is_not_unwrapped() {
        let parameters = DerivationParameters::light_for_tests().unwrap();
        let derived = parameters.derive(&OpeningCode::read("4821").unwrap()).unwrap();
        let short = encrypt(derived.as_bytes(), b"journal", &[1; 31]).unwrap();
        assert!(unwrap_key(&derived, &short, b"journal").is_none());
    }
}
