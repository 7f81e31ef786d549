//! How identifiers name files.

/// An identifier as it may stand in a file name; odd characters become dashes.
pub fn name_in_files(identifier: &str) -> String {
    let plain = |c: char| if c.is_alphanumeric() || c == '-' || c == '_' { c } else { '-' };
    identifier.trim().chars().map(plain).collect()
}

/// The same for all the identifiers that some disk takes for one name: those of Windows, and most
/// USB keys, make no difference between capitals and small letters.
pub(super) fn name_on_any_disk(identifier: &str) -> String {
    name_in_files(identifier).to_lowercase()
}
