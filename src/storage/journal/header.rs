//! The head of a journal, in the clear: whose it is, how its key is wrapped.

use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::frame::{PREFIX, checked_length, length_prefix};
use crate::storage::{StorageError, StorageResult};

/// First bytes of every journal.
const MAGIC: &[u8] = b"casdecole/journal\n";

/// Version written, and newest version read.
const VERSION: u32 = 1;

/// Most bytes of the JSON.
const LARGEST_JSON: usize = 64 * 1024;

/// Bytes of the hash that ends the head.
const HASH: usize = 32;

/// Most bytes of a head.
pub(super) const LARGEST_HEAD: usize = MAGIC.len() + PREFIX + LARGEST_JSON + HASH;

/// Whose journal it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct JournalIdentity {
    /// Session.
    pub session: String,
    /// Paper of the session.
    pub paper: String,
    /// Anonymous identifier of the candidate.
    pub candidate: String,
    /// Identifier of the copy.
    pub copy: String,
}

/// What a journal says in the clear.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct JournalHeader {
    /// Whose it is.
    pub identity: JournalIdentity,
    /// How the wrapping key is derived from the opening code: the caller's, kept as it is.
    pub derivation: serde_json::Value,
    /// The data key, wrapped by the caller.
    #[serde(with = "base64_text")]
    pub wrapped_key: Vec<u8>,
}

#[derive(Serialize)]
struct Writing<'a> {
    version: u32,
    header: &'a JournalHeader,
}

#[derive(Deserialize)]
struct VersionAlone {
    version: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Reading {
    #[allow(dead_code, reason = "checked before, kept so that no field is unknown")]
    version: u32,
    header: JournalHeader,
}

/// Why a head cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum HeadFault {
    /// The file ends within it: no event was ever written.
    Torn,
    /// Another kind of file.
    NotAJournal,
    /// Its hash or its length disagrees.
    Altered,
    /// Written by a newer program.
    Newer(u32),
    /// Its hash is right, and it is no header of ours.
    Malformed,
}

impl HeadFault {
    /// The error to show.
    pub(super) fn error(self, path: &Path) -> StorageError {
        const OTHER_COPY: &str = "Reprenez avec l'autre copie du journal, s'il y en a une.";
        let (message, remedy) = match self {
            Self::Torn => (
                "le journal est coupé avant la fin de son en-tête : il ne contient aucun \
                 événement."
                    .to_owned(),
                OTHER_COPY,
            ),
            Self::NotAJournal => (
                "ce n'est pas un journal de Cas d'école.".to_owned(),
                "Vérifiez que c'est le bon fichier.",
            ),
            Self::Altered => ("l'en-tête du journal est altéré.".to_owned(), OTHER_COPY),
            Self::Newer(version) => (
                format!(
                    "ce journal est de version {version}, ce programme lit jusqu'à la version \
                     {VERSION}."
                ),
                "Mettez Cas d'école à jour sur ce poste.",
            ),
            Self::Malformed => ("l'en-tête du journal n'est pas compris.".to_owned(), OTHER_COPY),
        };
        StorageError::new(path, message, remedy)
    }
}

/// A head that was read.
#[derive(Debug)]
pub(super) struct Head {
    /// Its content.
    pub(super) header: JournalHeader,
    /// Its bytes in the file, hash included.
    pub(super) length: usize,
    /// SHA-256 of its bytes.
    pub(super) hash: [u8; 32],
}

/// The bytes of a head, and their hash.
///
/// # Errors
/// When the header is too long; `path` only serves the message.
pub(super) fn encode(path: &Path, header: &JournalHeader) -> StorageResult<(Vec<u8>, [u8; 32])> {
    let refused =
        |message: &str| StorageError::new(path, message, "Préparez la session à nouveau.");
    let json = serde_json::to_vec(&Writing { version: VERSION, header })
        .map_err(|_| refused("l'en-tête du journal ne peut pas être écrit."))?;
    let length = u32::try_from(json.len()).ok().filter(|_| json.len() <= LARGEST_JSON);
    let length = length.ok_or_else(|| refused("l'en-tête du journal est trop long."))?;
    let mut bytes = [MAGIC, length_prefix(length).as_slice(), json.as_slice()].concat();
    let hash: [u8; 32] = Sha256::digest(&bytes).into();
    bytes.extend_from_slice(&hash);
    Ok((bytes, hash))
}

/// Reads the head that begins some bytes.
pub(super) fn decode(bytes: &[u8]) -> Result<Head, HeadFault> {
    let only_zeros = |bytes: &[u8]| bytes.iter().all(|byte| *byte == 0);
    if only_zeros(bytes) {
        return Err(HeadFault::Torn);
    }
    let Some(rest) = bytes.strip_prefix(MAGIC) else {
        let begun = MAGIC.starts_with(bytes);
        return Err(if begun { HeadFault::Torn } else { HeadFault::NotAJournal });
    };
    let (prefix, after) = rest.split_first_chunk::<PREFIX>().ok_or(HeadFault::Torn)?;
    let Some(length) = checked_length(*prefix).filter(|length| *length <= LARGEST_JSON) else {
        return Err(if only_zeros(rest) { HeadFault::Torn } else { HeadFault::Altered });
    };
    let json = after.get(..length).ok_or(HeadFault::Torn)?;
    let written = after.get(length..length + HASH).ok_or(HeadFault::Torn)?;
    let hashed = MAGIC.len() + PREFIX + length;
    let hash: [u8; 32] = Sha256::digest(bytes.get(..hashed).unwrap_or_default()).into();
    if hash.as_slice() != written {
        return Err(HeadFault::Altered);
    }
    let header = decode_json(json)?;
    Ok(Head { header, length: hashed + HASH, hash })
}

fn decode_json(json: &[u8]) -> Result<JournalHeader, HeadFault> {
    let known = serde_json::from_slice::<VersionAlone>(json).map_err(|_| HeadFault::Malformed)?;
    if known.version > VERSION {
        return Err(HeadFault::Newer(known.version));
    }
    let reading = serde_json::from_slice::<Reading>(json).map_err(|_| HeadFault::Malformed)?;
    Ok(reading.header)
}

/// Bytes as base64 in JSON.
mod base64_text {
    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serializer};

    use super::{Engine, STANDARD};

    pub(super) fn serialize<S: Serializer>(bytes: &[u8], to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&STANDARD.encode(bytes))
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<u8>, D::Error> {
        let text = String::deserialize(from)?;
        STANDARD.decode(text).map_err(|_| D::Error::custom("not base64"))
    }
}
