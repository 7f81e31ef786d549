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

/// Whether Windows keeps a name for itself: no file may bear it, whatever its ending.
pub(super) fn is_reserved(identifier: &str) -> bool {
    let name = identifier.to_uppercase();
    let numbered = |port: &str| {
        let mut number = name.strip_prefix(port).unwrap_or_default().chars();
        let is_port = |sign: char| ('1'..='9').contains(&sign) || "¹²³".contains(sign);
        number.next().is_some_and(is_port) && number.next().is_none()
    };
    ["CON", "PRN", "AUX", "NUL"].contains(&name.as_str()) || numbered("COM") || numbered("LPT")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_windows_keeps_are_known() {
        for name in ["CON", "nul", "Com1", "LPT9", "COM²"] {
            assert!(is_reserved(name), "{name}");
        }
        for name in ["C-01", "COM", "COM10", "CONTE", "COM0", "NUL-1"] {
            assert!(!is_reserved(name), "{name}");
        }
    }
}
