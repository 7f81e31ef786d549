//! The envelope of every document: its format, its version, then its content.

mod kind;

pub use self::kind::Kind;

use std::io::Read;
use std::path::Path;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::depth::is_too_deep;
use super::message::{json_error, yaml_error};
use super::{StorageError, StorageResult, write_atomically};

/// Version written by this program, the same for all kinds so far.
const VERSION: u32 = 1;

#[derive(Deserialize)]
struct Header {
    format: String,
    version: u32,
    #[serde(default)]
    end_mark: bool,
}

/// A truncated YAML file is often valid YAML: what the program writes says that it ends with this
/// line, so that a cut is seen. Files written by hand may do without.
const END_MARK: &str = "\n...";

#[derive(Serialize)]
struct Writing<'a, T> {
    format: &'static str,
    version: u32,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    end_mark: bool,
    document: &'a T,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Reading<T> {
    #[allow(dead_code, reason = "checked before, kept so that no field is unknown")]
    format: String,
    #[allow(dead_code, reason = "checked before, kept so that no field is unknown")]
    version: u32,
    #[allow(dead_code, reason = "checked before, kept so that no field is unknown")]
    #[serde(default)]
    end_mark: bool,
    document: T,
}

/// The kind of document that a file holds, from its header alone.
///
/// # Errors
/// When the file cannot be read or is no document of this program.
pub fn kind_of(path: &Path) -> StorageResult<Kind> {
    let text = read_text(path, 64 * 1024 * 1024)?;
    let header: Result<Header, _> = serde_yaml::from_str(&text);
    let header = header.map_err(|error| not_a_document(path, &error))?;
    Kind::ALL
        .into_iter()
        .find(|kind| kind.tag() == header.format)
        .ok_or_else(|| unknown_format(path, &header.format))
}

/// Reads a document of a kind.
///
/// # Errors
/// When the file cannot be read, is of another kind or version, or its content is malformed.
pub(super) fn read<T: DeserializeOwned>(path: &Path, kind: Kind) -> StorageResult<T> {
    let text = read_text(path, kind.size_limit())?;
    parse(path, &text, kind)
}

/// Reads a document of a kind from its text; `path` only serves messages.
///
/// # Errors
/// When the text is of another kind or version, or malformed.
pub(super) fn parse<T: DeserializeOwned>(path: &Path, text: &str, kind: Kind) -> StorageResult<T> {
    if kind.is_yaml() {
        let header = serde_yaml::from_str::<Header>(text);
        let header = header.map_err(|error| not_a_document(path, &error))?;
        let cut = header.end_mark && !text.trim_end().ends_with(END_MARK);
        check_header(path, &header, kind)?;
        if cut {
            return Err(StorageError::new(
                path,
                "le fichier est coupé avant sa fin.",
                "Reprenez une sauvegarde ou la copie de la clé USB.",
            ));
        }
        let reading = serde_yaml::from_str::<Reading<T>>(text);
        reading.map(|reading| reading.document).map_err(|error| yaml_error(path, &error))
    } else {
        let header = serde_json::from_str::<Header>(text);
        check_header(path, &header.map_err(|error| json_error(path, &error))?, kind)?;
        let reading = serde_json::from_str::<Reading<T>>(text);
        reading.map(|reading| reading.document).map_err(|error| json_error(path, &error))
    }
}

/// Writes a document of a kind, atomically.
///
/// # Errors
/// When the file cannot be written; the file in place is untouched then.
pub(super) fn write<T: Serialize>(path: &Path, kind: Kind, document: &T) -> StorageResult<()> {
    write_atomically(path, render(path, kind, document)?.as_bytes())
}

/// The text of a document of a kind.
///
/// # Errors
/// When the document cannot be represented.
pub(super) fn render<T: Serialize>(path: &Path, kind: Kind, document: &T) -> StorageResult<String> {
    let writing =
        Writing { format: kind.tag(), version: VERSION, end_mark: kind.is_yaml(), document };
    let failed = |error: String| {
        StorageError::new(path, format!("le document ne peut pas être écrit ({error})."), "")
    };
    if kind.is_yaml() {
        serde_yaml::to_string(&writing)
            .map(|text| format!("{}{END_MARK}\n", text.trim_end()))
            .map_err(|error| failed(error.to_string()))
    } else {
        serde_json::to_string_pretty(&writing).map_err(|error| failed(error.to_string()))
    }
}

fn check_header(path: &Path, header: &Header, kind: Kind) -> StorageResult<()> {
    if header.format != kind.tag() {
        let known = Kind::ALL.into_iter().find(|known| known.tag() == header.format);
        return Err(match known {
            Some(known) => StorageError::new(
                path,
                format!("ce fichier est {}, pas {}.", known.label(), kind.label()),
                "Choisissez un autre fichier.",
            ),
            None => unknown_format(path, &header.format),
        });
    }
    if header.version == 0 || header.version > VERSION {
        return Err(StorageError::new(
            path,
            format!(
                "ce fichier est de version {}, ce programme lit jusqu'à la version {VERSION}.",
                header.version
            ),
            "Mettez Cas d'école à jour sur ce poste.",
        )
        .at(Some("champ version".to_owned())));
    }
    Ok(())
}

fn unknown_format(path: &Path, format: &str) -> StorageError {
    let short: String = format.chars().take(60).collect();
    let message = match short.trim() {
        "" => "le format est vide.".to_owned(),
        _ => format!("le format « {short} » n'est pas connu."),
    };
    StorageError::new(path, message, "Vérifiez que le fichier vient de Cas d'école.")
        .at(Some("champ format".to_owned()))
}

fn not_a_document(path: &Path, error: &serde_yaml::Error) -> StorageError {
    let details = yaml_error(path, error);
    StorageError {
        remedy: format!("{} Un document commence par « format: » et « version: ».", details.remedy),
        ..details
    }
}

/// Bytes of a file that is not empty.
///
/// # Errors
/// When it cannot be read, is empty, or larger than `limit` bytes.
pub(super) fn read_bytes(path: &Path, limit: u64) -> StorageResult<Vec<u8>> {
    let failed = |error: &std::io::Error| StorageError::reading(path, error);
    let file = std::fs::File::open(path).map_err(|error| failed(&error))?;
    let metadata = file.metadata().map_err(|error| failed(&error))?;
    if metadata.is_dir() {
        return Err(failed(&std::io::ErrorKind::IsADirectory.into()));
    }
    let mut bytes = Vec::new();
    file.take(limit + 1).read_to_end(&mut bytes).map_err(|error| failed(&error))?;
    if bytes.len() as u64 > limit {
        return Err(StorageError::new(
            path,
            format!("le fichier dépasse {} Mo.", limit / 1024 / 1024),
            "Vérifiez que c'est le bon fichier.",
        ));
    }
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(if metadata.is_file() {
            StorageError::new(
                path,
                "le fichier est vide.",
                "Reprenez une sauvegarde ou un autre fichier.",
            )
        } else {
            // A pipe that holds something is read; /dev/null and the like say what they are.
            StorageError::new(
                path,
                "ce n'est pas un fichier ordinaire, et rien n'y est écrit.",
                "Donnez un fichier enregistré sur le disque ou sur une clé.",
            )
        });
    }
    Ok(bytes)
}

pub(super) fn read_text(path: &Path, limit: u64) -> StorageResult<String> {
    let bytes = read_bytes(path, limit)?;
    let text = String::from_utf8(bytes).map_err(|_| {
        StorageError::new(
            path,
            "ce n'est pas un fichier de texte (UTF-8).",
            "Vérifiez que c'est le bon fichier, et qu'il n'est pas abîmé.",
        )
    })?;
    if is_too_deep(&text) {
        return Err(StorageError::new(
            path,
            "le document est imbriqué trop profondément.",
            "Vérifiez que le fichier vient de Cas d'école.",
        ));
    }
    Ok(text)
}
