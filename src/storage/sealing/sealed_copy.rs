//! A sealed copy: a clear header that says whose it is, and the answers encrypted to the jury's
//! public key. The header is repeated inside, so that it cannot be given to another copy.

use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::container::Contents;
use super::recipient::read_recipient;
use super::{JuryKey, SealProblem, SealResult, SealedKind, age_file, container};
use crate::domain::identifier::{CandidateId, CopyId, SessionId};

/// What can be read on a sealed copy without the jury's key. Sure once the copy is open, a mere
/// claim before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CopyHeader {
    /// The session.
    pub session: SessionId,
    /// The paper of the session.
    pub paper: String,
    /// The candidate, by the identifier alone.
    pub candidate: CandidateId,
    /// The sitting that made this copy.
    pub copy: CopyId,
    /// Fingerprint of the subject that was answered.
    pub subject_fingerprint: String,
    /// When the copy was sealed, as text.
    pub sealed_at: String,
}

/// Seals a copy to the jury's public key ("age1…").
///
/// # Errors
/// When the content is too large or the key is no key.
pub fn seal_copy(header: &CopyHeader, payload: &[u8], recipient: &str) -> SealResult<Vec<u8>> {
    let kind = SealedKind::Copy;
    if payload.len() > kind.largest_payload() {
        return Err(SealProblem::TooLarge(kind));
    }
    let recipient = read_recipient(recipient)?;
    let header = container::header_bytes(header)?;
    let length = u32::try_from(header.len()).map_err(|_| SealProblem::TooLarge(kind))?;
    let body = age_file::encrypt(&recipient, &[&length.to_le_bytes(), &header, payload])?;
    container::write(kind, &header, &body)
}

/// Checks that a sealed copy is whole, without any key. An accident is seen here; what was changed
/// on purpose is seen by the jury's key, and by the fingerprint on the candidate's receipt.
///
/// # Errors
/// When the file is altered, of another kind or version, or malformed.
pub fn verify_copy(bytes: &[u8]) -> SealResult<CopyHeader> {
    checked(bytes).map(|(header, _)| header)
}

/// Opens a sealed copy with the jury's key.
///
/// # Errors
/// When the key is another one, or what is wrong with the file.
pub fn open_copy(bytes: &[u8], key: &JuryKey) -> SealResult<(CopyHeader, Zeroizing<Vec<u8>>)> {
    let (header, contents) = checked(bytes)?;
    let plain = age_file::decrypt(key.identity(), contents.body, SealProblem::WrongKey)?;
    let (inner, payload) = split_inner_header(&plain).ok_or(SealProblem::Inner)?;
    if inner != contents.header {
        return Err(SealProblem::Altered);
    }
    Ok((header, Zeroizing::new(payload.to_vec())))
}

/// All that can be checked without a key.
fn checked(bytes: &[u8]) -> SealResult<(CopyHeader, Contents<'_>)> {
    let contents = container::read(SealedKind::Copy, bytes)?;
    if age_file::is_age_file(contents.body) {
        Ok((contents.parsed_header()?, contents))
    } else {
        Err(SealProblem::Inner)
    }
}

fn split_inner_header(plain: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = plain.split_first_chunk::<4>()?;
    rest.split_at_checked(usize::try_from(u32::from_le_bytes(*length)).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn header(candidate: &str) -> CopyHeader {
        CopyHeader {
            session: SessionId::from("S-1"),
            paper: "E1".to_owned(),
            candidate: CandidateId::from(candidate),
            copy: CopyId::from("7f3a"),
            subject_fingerprint: "12345 67890".to_owned(),
            sealed_at: "12 mai 2026, 12 h 04".to_owned(),
        }
    }

    fn sealed(candidate: &str, key: &JuryKey) -> Vec<u8> {
        seal_copy(&header(candidate), "réponse".as_bytes(), &key.recipient()).unwrap()
    }

    #[test]
    fn a_sealed_copy_is_opened_by_the_jury() {
        let key = JuryKey::generate();
        let bytes = sealed("C-01", &key);
        assert_eq!(verify_copy(&bytes).unwrap(), header("C-01"));
        let (opened, payload) = open_copy(&bytes, &key).unwrap();
        assert_eq!(opened, header("C-01"));
        assert_eq!(payload.as_slice(), "réponse".as_bytes());
    }

    #[test]
    fn an_empty_and_a_long_copy_are_sealed_alike() {
        let key = JuryKey::generate();
        for payload in [Vec::new(), vec![b'a'; 300_000]] {
            let bytes = seal_copy(&header("C-01"), &payload, &key.recipient()).unwrap();
            assert_eq!(*open_copy(&bytes, &key).unwrap().1, payload);
        }
    }

    #[test]
    fn nobody_else_opens_it() {
        let bytes = sealed("C-01", &JuryKey::generate());
        assert_eq!(open_copy(&bytes, &JuryKey::generate()).unwrap_err(), SealProblem::WrongKey);
        assert!(!String::from_utf8_lossy(&bytes).contains("réponse"));
    }

    #[test]
    fn a_header_moved_to_another_copy_is_altered() {
        let key = JuryKey::generate();
        let (first, second) = (sealed("C-01", &key), sealed("C-02", &key));
        let header = container::read(SealedKind::Copy, &first).unwrap().header;
        let body = container::read(SealedKind::Copy, &second).unwrap().body;
        let forged = container::write(SealedKind::Copy, header, body).unwrap();
        assert!(verify_copy(&forged).is_ok(), "the hash is right");
        assert_eq!(open_copy(&forged, &key).unwrap_err(), SealProblem::Altered);
    }

    #[test]
    fn a_body_without_its_header_is_malformed() {
        let key = JuryKey::generate();
        let recipient = read_recipient(&key.recipient()).unwrap();
        let header = container::header_bytes(&header("C-01")).unwrap();
        let inners: [&[u8]; 4] = [b"", b"abc", b"\xff\xff\xff\xff", b"\x09\0\0\0{}"];
        for inner in inners {
            let body = age_file::encrypt(&recipient, &[inner]).unwrap();
            let forged = container::write(SealedKind::Copy, &header, &body).unwrap();
            assert_eq!(open_copy(&forged, &key).unwrap_err(), SealProblem::Inner);
        }
    }

    #[test]
    fn a_body_that_is_not_encrypted_is_malformed() {
        let header = container::header_bytes(&header("C-01")).unwrap();
        let forged = container::write(SealedKind::Copy, &header, b"en clair").unwrap();
        assert_eq!(verify_copy(&forged).unwrap_err(), SealProblem::Inner);
    }

    #[test]
    fn too_large_a_copy_and_a_key_that_is_none_are_refused() {
        let payload = vec![0; SealedKind::Copy.largest_payload() + 1];
        let key = JuryKey::generate().recipient();
        let problem = seal_copy(&header("C-01"), &payload, &key).unwrap_err();
        assert_eq!(problem, SealProblem::TooLarge(SealedKind::Copy));
        let problem = seal_copy(&header("C-01"), b"", "age1jury").unwrap_err();
        assert_eq!(problem, SealProblem::BadRecipient);
    }
}
