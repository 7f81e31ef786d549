//! Small disks to fill, to lock and to search, mounted for one test where that is permitted.

use std::path::{Path, PathBuf};
use std::process::Command;

/// A disk that is unmounted when the test ends.
pub struct Mounted {
    at: PathBuf,
    /// The file that holds it, when it is not in memory.
    image: Option<PathBuf>,
}

impl Mounted {
    /// A disk in memory, of a size such as "64k".
    ///
    /// # Errors
    /// Why the system refuses.
    pub fn in_memory(at: &Path, size: &str) -> Result<Self, String> {
        let options = format!("size={size},mode=755");
        system("mount", &["-t", "tmpfs", "-o", &options, "tmpfs", &text(at)])?;
        Ok(Self { at: at.to_owned(), image: None })
    }

    /// A disk whose every byte is in a file.
    ///
    /// # Errors
    /// Why the system refuses.
    pub fn image(image: &Path, at: &Path, bytes: u64) -> Result<Self, String> {
        let file = std::fs::File::create(image).map_err(|error| error.to_string())?;
        file.set_len(bytes).map_err(|error| error.to_string())?;
        system("mkfs.ext4", &["-q", "-F", &text(image)])?;
        let disk = Self { at: at.to_owned(), image: Some(image.to_owned()) };
        disk.put_back()?;
        Ok(disk)
    }

    /// Takes the disk away with no warning, as a pulled key.
    pub fn pull(&self) {
        system("umount", &["-l", &text(&self.at)]).expect("it is pulled");
    }

    /// Puts a pulled disk back, with what was on it.
    ///
    /// # Errors
    /// Why the system refuses.
    pub fn put_back(&self) -> Result<(), String> {
        let image = self.image.as_ref().ok_or("a disk in memory does not come back")?;
        system("mount", &["-o", "loop", &text(image), &text(&self.at)])
    }

    /// Changes the options of the disk while it is used: "size=8m", "ro".
    ///
    /// # Errors
    /// Why the system refuses.
    pub fn change(&self, options: &str) -> Result<(), String> {
        system("mount", &["-o", &format!("remount,{options}"), &text(&self.at)])
    }

    /// Writes everything to the disk and lets it go.
    pub fn unmount(self) {
        system("umount", &[&text(&self.at)]).expect("nobody uses it any more");
        system("sync", &[]).expect("written");
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        // Lazily: a process that still runs must not keep the disk after the test. Nothing is there
        // to unmount after `unmount`.
        let _ = system("umount", &["-l", &text(&self.at)]);
    }
}

fn text(path: &Path) -> String {
    path.to_str().expect("a path in UTF-8").to_owned()
}

/// Runs a program of the system, found where only administrators look as well.
fn system(program: &str, arguments: &[&str]) -> Result<(), String> {
    let mut command = Command::new("sh");
    command.args(["-c", "PATH=\"$PATH:/usr/sbin:/sbin\"; exec \"$@\"", "sh", program]);
    let output = command.args(arguments).output().map_err(|error| error.to_string())?;
    if output.status.success() {
        return Ok(());
    }
    Err(format!("{program}: {}", String::from_utf8_lossy(&output.stderr).trim()))
}
