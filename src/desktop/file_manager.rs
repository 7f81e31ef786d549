//! Shows a folder in the file manager of the system.

use std::io::Result;
use std::path::Path;
use std::process::{Command, Stdio};

/// The program of the system that shows a folder.
const PROGRAM: &str = if cfg!(target_os = "windows") {
    "explorer"
} else if cfg!(target_os = "macos") {
    "open"
} else {
    "xdg-open"
};

/// Shows a folder, without waiting for its window.
///
/// # Errors
/// When the system has no such program.
pub fn show_folder(folder: &Path) -> Result<()> {
    let mut child = Command::new(PROGRAM)
        .arg(folder)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()?;
    // Somebody must take note of its end, or it stays in the list of processes.
    std::thread::spawn(move || child.wait());
    Ok(())
}
