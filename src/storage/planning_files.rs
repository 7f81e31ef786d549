//! Planning data alone, for a calculation outside a case: plain YAML without envelope.

use std::path::Path;

use super::depth::is_too_deep;
use super::document::read_text;
use super::message::yaml_error;
use super::{StorageError, StorageResult};
use crate::domain::planning::tree::Tree;

/// Largest file read, in bytes.
const LIMIT: u64 = 4 * 1024 * 1024;

/// Reads planning data written by hand.
///
/// # Errors
/// When the file is missing, too large, nested too deeply, or no YAML.
pub fn read_planning_file(path: &Path) -> StorageResult<Tree> {
    let text = read_text(path, LIMIT)?;
    serde_yaml::from_str(&text).map_err(|error| yaml_error(path, &error))
}

/// Reads planning data typed in a window.
///
/// # Errors
/// When the text is too long, nested too deeply, or no YAML.
pub fn parse_planning_text(text: &str) -> StorageResult<Tree> {
    let path = Path::new("données");
    if text.len() as u64 > LIMIT || is_too_deep(text) {
        return Err(StorageError::new(
            path,
            "les données sont trop longues ou trop imbriquées.",
            "Raccourcissez-les.",
        ));
    }
    serde_yaml::from_str(text).map_err(|error| yaml_error(path, &error))
}
