//! The envelope of every sealed file: one line that says what it is, a clear header in JSON, the
//! sealed body, and the SHA-256 of all that.
//!
//! The hash has no key: it tells an accident from a wrong code before anything is decrypted. What
//! was changed on purpose is seen by the encryption of the body, which covers the header too.

use serde::Serialize;
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};

use super::{SealProblem, SealResult, SealedKind};

/// What the first line begins with, followed by a kind, a version and a line feed. Every version
/// to come keeps that line and the hash at the end.
const PREFIX: &str = "casdecole-scelle ";

/// Version written by this program, the same for all kinds so far.
const VERSION: u32 = 1;

const HASH_LENGTH: usize = 32;

/// Most bytes of the first line after [`PREFIX`].
const LONGEST_LINE: usize = 64;

/// Most bytes changed in words that are still recognised.
const MOST_CHANGED: usize = 2;

/// Most bytes of a header.
const LARGEST_HEADER: usize = 64 * 1024;

/// The kind of file that the first line states, nothing else being checked. A line of which a byte or
/// two were changed still tells what it was: the file is then said to be altered, not another one.
pub fn sealed_kind(bytes: &[u8]) -> Option<SealedKind> {
    let (prefix, rest) = bytes.split_at_checked(PREFIX.len())?;
    if !is_near(prefix, PREFIX.as_bytes()) {
        return None;
    }
    let stated = split_line(rest).map(|(tag, _, _)| tag);
    let exact = SealedKind::ALL.into_iter().find(|kind| stated == Some(kind.tag()));
    exact.or_else(|| {
        SealedKind::ALL.into_iter().find(|kind| {
            let start = rest.get(..kind.tag().len());
            start.is_some_and(|start| is_near(start, kind.tag().as_bytes()))
        })
    })
}

/// Whether bytes are those wanted, but for a few that were changed.
fn is_near(bytes: &[u8], wanted: &[u8]) -> bool {
    let changed = bytes.iter().zip(wanted).filter(|(byte, wanted)| byte != wanted).count();
    bytes.len() == wanted.len() && changed <= MOST_CHANGED
}

/// The parts of a sealed file whose hash is right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Contents<'a> {
    /// The clear header, as it was written.
    pub(super) header: &'a [u8],
    /// The sealed body.
    pub(super) body: &'a [u8],
}

impl Contents<'_> {
    /// The header as a value.
    ///
    /// # Errors
    /// When it is malformed.
    pub(super) fn parsed_header<T: DeserializeOwned>(&self) -> SealResult<T> {
        serde_json::from_slice(self.header).map_err(|_| SealProblem::Inner)
    }
}

/// The bytes of a header.
///
/// # Errors
/// When it cannot be represented.
pub(super) fn header_bytes<T: Serialize>(header: &T) -> SealResult<Vec<u8>> {
    serde_json::to_vec(header).map_err(|_| SealProblem::Inner)
}

/// Puts a header and a body in the envelope.
///
/// # Errors
/// When one of them is too large.
pub(super) fn write(kind: SealedKind, header: &[u8], body: &[u8]) -> SealResult<Vec<u8>> {
    let header_length = u32::try_from(header.len()).map_err(|_| SealProblem::TooLarge(kind))?;
    let line = format!("{PREFIX}{} {VERSION}\n", kind.tag());
    let length = line.len() + 4 + header.len() + body.len() + HASH_LENGTH;
    if header.len() > LARGEST_HEADER || length > kind.largest_file() {
        return Err(SealProblem::TooLarge(kind));
    }
    let mut bytes = Vec::with_capacity(length);
    bytes.extend_from_slice(line.as_bytes());
    bytes.extend_from_slice(&header_length.to_le_bytes());
    bytes.extend_from_slice(header);
    bytes.extend_from_slice(body);
    let hash = Sha256::digest(&bytes);
    bytes.extend_from_slice(&hash);
    Ok(bytes)
}

/// Opens the envelope of a file that should be of a kind. The hash is checked before all else but
/// the first words.
///
/// # Errors
/// When the file is cut, altered, of another kind or version, too large or no sealed file.
pub(super) fn read(wanted: SealedKind, bytes: &[u8]) -> SealResult<Contents<'_>> {
    let content = hashed_content(bytes)?;
    let (tag, version, rest) = split_line(content).ok_or(SealProblem::Inner)?;
    if version == 0 {
        return Err(SealProblem::Inner);
    }
    let found = SealedKind::ALL.into_iter().find(|kind| kind.tag() == tag);
    match found {
        Some(found) if found != wanted => return Err(SealProblem::OtherKind { found, wanted }),
        Some(_) if version == VERSION => {}
        // A higher version, or a kind that this program does not know yet.
        Some(_) | None => return Err(SealProblem::Newer),
    }
    if bytes.len() > wanted.largest_file() {
        return Err(SealProblem::TooLarge(wanted));
    }
    split_header(rest).ok_or(SealProblem::Inner)
}

/// What lies between the prefix and the hash, if the hash is right.
fn hashed_content(bytes: &[u8]) -> SealResult<&[u8]> {
    let prefix = PREFIX.as_bytes();
    if !bytes.starts_with(prefix) {
        let is_cut = prefix.starts_with(bytes);
        let is_changed = bytes.get(..prefix.len()).is_some_and(|start| is_near(start, prefix));
        let is_ours = is_cut || is_changed;
        return Err(if is_ours { SealProblem::Altered } else { SealProblem::NotSealed });
    }
    let (hashed, hash) = bytes.split_last_chunk::<HASH_LENGTH>().ok_or(SealProblem::Altered)?;
    if Sha256::digest(hashed).as_slice() != hash.as_slice() {
        return Err(SealProblem::Altered);
    }
    hashed.strip_prefix(prefix).ok_or(SealProblem::Altered)
}

/// Kind, version and what follows the first line.
fn split_line(content: &[u8]) -> Option<(&str, u32, &[u8])> {
    let end = content.iter().take(LONGEST_LINE).position(|byte| *byte == b'\n')?;
    let (line, rest) = content.split_at_checked(end)?;
    let (tag, version) = std::str::from_utf8(line).ok()?.split_once(' ')?;
    Some((tag, version.parse().ok()?, rest.get(1..)?))
}

fn split_header(rest: &[u8]) -> Option<Contents<'_>> {
    let (length, rest) = rest.split_first_chunk::<4>()?;
    let length = usize::try_from(u32::from_le_bytes(*length)).ok()?;
    if length > LARGEST_HEADER {
        return None;
    }
    let (header, body) = rest.split_at_checked(length)?;
    Some(Contents { header, body })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with_hash(mut bytes: Vec<u8>) -> Vec<u8> {
        let hash = Sha256::digest(&bytes);
        bytes.extend_from_slice(&hash);
        bytes
    }

    fn sample() -> Vec<u8> {
        write(SealedKind::Copy, b"{}", b"corps").unwrap()
    }

    #[test]
    fn what_is_written_is_read_back() {
        let bytes = sample();
        let contents = read(SealedKind::Copy, &bytes).unwrap();
        assert_eq!(contents, Contents { header: b"{}", body: b"corps" });
        assert_eq!(sealed_kind(&bytes), Some(SealedKind::Copy));
        assert!(bytes.starts_with(b"casdecole-scelle copie 1\n"));
    }

    #[test]
    fn every_changed_byte_and_every_cut_is_seen() {
        let bytes = sample();
        for place in 0..bytes.len() {
            for mask in [0x01_u8, 0x20, 0x80, 0xff] {
                let mut changed = bytes.clone();
                changed[place] ^= mask;
                let problem = read(SealedKind::Copy, &changed).unwrap_err();
                assert_eq!(problem, SealProblem::Altered, "byte {place}");
                assert_eq!(sealed_kind(&changed), Some(SealedKind::Copy), "byte {place}");
            }
            let problem = read(SealedKind::Copy, &bytes[..place]).unwrap_err();
            assert_eq!(problem, SealProblem::Altered, "cut at {place}");
        }
        let mut longer = bytes;
        longer.push(0);
        assert_eq!(read(SealedKind::Copy, &longer).unwrap_err(), SealProblem::Altered);
    }

    #[test]
    fn another_file_another_kind_and_another_version_have_their_own_words() {
        assert_eq!(read(SealedKind::Copy, b"%PDF-1.7").unwrap_err(), SealProblem::NotSealed);
        assert_eq!(
            read(SealedKind::Subject, &sample()).unwrap_err(),
            SealProblem::OtherKind { found: SealedKind::Copy, wanted: SealedKind::Subject }
        );
        for newer in ["casdecole-scelle copie 2\n", "casdecole-scelle autre 1\n"] {
            let bytes = with_hash(newer.as_bytes().to_vec());
            assert_eq!(read(SealedKind::Copy, &bytes).unwrap_err(), SealProblem::Newer);
        }
    }

    #[test]
    fn another_file_has_no_sealed_kind() {
        assert_eq!(sealed_kind(b"casdecole-scelle autre 1\n"), None);
        assert_eq!(sealed_kind(b"casdecole: 1, sujet et autres choses"), None);
        assert_eq!(sealed_kind(b"%PDF-1.7"), None);
    }

    #[test]
    fn a_malformed_envelope_with_a_right_hash_is_refused() {
        let mut length_too_long = b"casdecole-scelle copie 1\n".to_vec();
        length_too_long.extend_from_slice(&u32::MAX.to_le_bytes());
        for bytes in [
            b"casdecole-scelle ".to_vec(),
            b"casdecole-scelle copie\n".to_vec(),
            b"casdecole-scelle copie 0\n".to_vec(),
            b"casdecole-scelle copie 1".to_vec(),
            b"casdecole-scelle copie 1\n".to_vec(),
            b"casdecole-scelle copie 1\n\x05\0\0\0{}".to_vec(),
            b"casdecole-scelle \xff\xff 1\n\0\0\0\0".to_vec(),
            length_too_long,
        ] {
            let problem = read(SealedKind::Copy, &with_hash(bytes.clone())).unwrap_err();
            assert_eq!(problem, SealProblem::Inner, "{bytes:?}");
        }
    }

    #[test]
    fn what_is_too_large_is_neither_written_nor_read() {
        let kind = SealedKind::JuryKey;
        let header = vec![b' '; LARGEST_HEADER + 1];
        assert_eq!(write(kind, &header, b"").unwrap_err(), SealProblem::TooLarge(kind));
        let body = vec![0; kind.largest_file()];
        assert_eq!(write(kind, b"{}", &body).unwrap_err(), SealProblem::TooLarge(kind));
        let mut bytes = b"casdecole-scelle cle-du-jury 1\n\0\0\0\0".to_vec();
        bytes.extend_from_slice(&body);
        assert_eq!(read(kind, &with_hash(bytes)).unwrap_err(), SealProblem::TooLarge(kind));
    }
}
