//! The age format, under bounds: nothing is kept of a file that would cost much to read.

use std::io::{Read, Write};
use std::iter;

use age::{DecryptError, Decryptor, Encryptor, Identity, Recipient};
use zeroize::Zeroizing;

use super::{SealProblem, SealResult};

/// What every file of the format begins with.
const FIRST_LINE: &[u8] = b"age-encryption.org/v1\n";

/// What the last line of the header begins with.
const LAST_LINE: &[u8] = b"\n--- ";

/// Most bytes before that last line. With one recipient it is some 400; the time that age needs
/// grows as the square of the lines of a hostile header.
const LONGEST_HEADER: usize = 2048;

/// Whether bytes look like a file of the format, with a header of a reasonable length.
pub(super) fn is_age_file(bytes: &[u8]) -> bool {
    let header = bytes.get(..LONGEST_HEADER).unwrap_or(bytes);
    header.starts_with(FIRST_LINE) && header.windows(LAST_LINE.len()).any(|part| part == LAST_LINE)
}

/// Encrypts the parts, one after the other, to one recipient.
///
/// # Errors
/// When the recipient cannot be used.
pub(super) fn encrypt(recipient: &dyn Recipient, parts: &[&[u8]]) -> SealResult<Vec<u8>> {
    let encryptor =
        Encryptor::with_recipients(iter::once(recipient)).map_err(|_| SealProblem::BadRecipient)?;
    let mut encrypted = Vec::new();
    let mut writer = encryptor.wrap_output(&mut encrypted).map_err(|_| SealProblem::Inner)?;
    for part in parts {
        writer.write_all(part).map_err(|_| SealProblem::Inner)?;
    }
    writer.finish().map_err(|_| SealProblem::Inner)?;
    Ok(encrypted)
}

/// Decrypts a file; `locked` is the problem when the identity is not one of its recipients.
///
/// # Errors
/// When the file is malformed, altered, asks for too much work or is for another identity.
pub(super) fn decrypt(
    identity: &dyn Identity,
    encrypted: &[u8],
    locked: SealProblem,
) -> SealResult<Zeroizing<Vec<u8>>> {
    if !is_age_file(encrypted) {
        return Err(SealProblem::Inner);
    }
    let problem = |error: DecryptError| match error {
        DecryptError::NoMatchingKeys | DecryptError::DecryptionFailed => locked,
        DecryptError::ExcessiveWork { .. } => SealProblem::Inner,
        _ => SealProblem::Altered,
    };
    let decryptor = Decryptor::new_buffered(encrypted).map_err(problem)?;
    let mut reader = decryptor.decrypt(iter::once(identity)).map_err(problem)?;
    // What is decrypted is shorter: room from the start, so that no copy stays behind.
    let mut plain = Zeroizing::new(Vec::<u8>::with_capacity(encrypted.len()));
    reader.read_to_end(&mut plain).map_err(|_| SealProblem::Altered)?;
    Ok(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_encrypted_to_a_key_is_decrypted_by_it_alone() {
        let key = age::x25519::Identity::generate();
        let long = vec![7_u8; 200_000];
        let encrypted = encrypt(&key.to_public(), &[b"un, ", b"", b"deux", &long]).unwrap();
        let plain = decrypt(&key, &encrypted, SealProblem::WrongKey).unwrap();
        assert_eq!(plain.as_slice(), [b"un, deux".as_slice(), long.as_slice()].concat());
        let other = age::x25519::Identity::generate();
        let problem = decrypt(&other, &encrypted, SealProblem::WrongKey).unwrap_err();
        assert_eq!(problem, SealProblem::WrongKey);
    }

    #[test]
    fn a_header_that_costs_much_to_read_is_not_read() {
        let key = age::x25519::Identity::generate();
        let mut hostile = FIRST_LINE.to_vec();
        hostile.extend_from_slice(&b"-> a\n\n".repeat(1_000_000));
        hostile.extend_from_slice(b"--- ");
        let problem = decrypt(&key, &hostile, SealProblem::WrongKey).unwrap_err();
        assert_eq!(problem, SealProblem::Inner);
    }

    #[test]
    fn every_cut_is_seen() {
        let key = age::x25519::Identity::generate();
        let encrypted = encrypt(&key.to_public(), &[b"abc"]).unwrap();
        for place in 0..encrypted.len() {
            let cut = &encrypted[..place];
            assert!(decrypt(&key, cut, SealProblem::WrongKey).is_err(), "cut at {place}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_bytes_after_a_header_make_the_reader_panic(
            stanzas in "(-> [!-~]{0,9}( [!-~]{0,9}){0,2}\n[A-Za-z0-9+/]{0,64}\n){0,4}",
            mac in "[A-Za-z0-9+/]{0,50}\n?",
            payload in proptest::collection::vec(proptest::num::u8::ANY, 0..80),
        ) {
            let key = age::x25519::Identity::generate();
            let mut bytes = FIRST_LINE.to_vec();
            bytes.extend_from_slice(stanzas.as_bytes());
            bytes.extend_from_slice(b"--- ");
            bytes.extend_from_slice(mac.as_bytes());
            bytes.extend_from_slice(&payload);
            proptest::prop_assert!(decrypt(&key, &bytes, SealProblem::WrongKey).is_err());
        }
    }
}
