//! The window.

/// Opens the window.
///
/// # Errors
/// When no window can be opened.
pub fn open(
    _environment: crate::environment::Environment,
    _templates: Option<std::path::PathBuf>,
    _path: Option<std::path::PathBuf>,
) -> anyhow::Result<()> {
    anyhow::bail!("en construction")
}
