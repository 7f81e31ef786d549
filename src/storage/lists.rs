//! Lists and passphrases written by people, in plain text.

use std::path::Path;

use super::document::read_bytes;
use super::{StorageError, StorageResult};

/// Largest list read, in bytes.
const LIMIT: u64 = 1024 * 1024;

/// Reads a list of people. Spreadsheets on Windows still write their own alphabet instead of UTF-8:
/// accents are then read as it means them.
///
/// # Errors
/// When the file cannot be read, is empty or too large.
pub fn read_list(path: &Path) -> StorageResult<String> {
    let bytes = read_bytes(path, LIMIT)?;
    Ok(match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => error.as_bytes().iter().copied().map(windows_letter).collect(),
    })
}

/// Reads a passphrase: the first line of a file, without the spaces around it.
///
/// # Errors
/// When the file cannot be read or its first line is empty.
pub fn read_passphrase(path: &Path) -> StorageResult<String> {
    let text = read_list(path)?;
    let line = text.strip_prefix('\u{feff}').unwrap_or(&text).lines().next().unwrap_or_default();
    let line = line.trim();
    if line.is_empty() {
        return Err(StorageError::new(
            path,
            "la première ligne, qui doit être la phrase secrète, est vide.",
            "Écrivez la phrase secrète sur la première ligne.",
        ));
    }
    Ok(line.to_owned())
}

/// A letter of Windows-1252; the few places where it differs from Latin-1 hold signs that names use.
const fn windows_letter(byte: u8) -> char {
    match byte {
        0x8C => 'Œ',
        0x91 | 0x92 => '’',
        0x96 | 0x97 => '–',
        0x9C => 'œ',
        0x9F => 'Ÿ',
        other => other as char,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::write_atomically;

    #[test]
    fn a_list_from_windows_keeps_its_accents() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("liste.csv");
        write_atomically(&path, b"C-01;In\xe8s Caradec\r\n").expect("it is written");
        assert_eq!(read_list(&path).expect("it reads"), "C-01;Inès Caradec\r\n");
        assert_eq!(read_passphrase(&path).expect("it reads"), "C-01;Inès Caradec");
        write_atomically(&path, b"\nsecret").expect("it is written");
        assert!(read_passphrase(&path).is_err());
    }
}
