//! Preferences of the person at this PC: theme, text size, recent files. They never fail to load.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::{StorageResult, write_atomically};

/// Recent files kept.
const RECENT_LIMIT: usize = 8;

/// Theme of the window.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// Light.
    #[default]
    Light,
    /// Dark.
    Dark,
    /// High contrast.
    HighContrast,
}

/// A file or session opened lately.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecentFile {
    /// Where it is.
    pub path: PathBuf,
    /// Its title.
    pub title: String,
    /// What it is, in words.
    pub what: String,
}

/// Preferences; every field has a default, and an unreadable file is the same as none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Preferences {
    /// Theme.
    pub theme: Theme,
    /// Text size in percent, from 100 to 250.
    pub text_percent: u32,
    /// Recent files, newest first.
    pub recent: Vec<RecentFile>,
    /// Folder of the templates added by the centre.
    pub templates_folder: Option<PathBuf>,
}

impl Default for Preferences {
    fn default() -> Self {
        Self {
            theme: Theme::default(),
            text_percent: 100,
            recent: Vec::new(),
            templates_folder: None,
        }
    }
}

/// Folder of the program for this person on this system.
fn usual_folder() -> Option<PathBuf> {
    let folder = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
    folder("CASDECOLE_CONFIG_DIR")
        .map(PathBuf::from)
        .or_else(|| folder("XDG_CONFIG_HOME").map(|path| PathBuf::from(path).join("casdecole")))
        .or_else(|| folder("APPDATA").map(|path| PathBuf::from(path).join("casdecole")))
        .or_else(|| folder("HOME").map(|path| PathBuf::from(path).join(".config/casdecole")))
}

/// Folder of this PC where the copies of a session are kept until they are handed in.
pub fn copies_folder(session: &str) -> PathBuf {
    let name: String =
        session.chars().map(|c| if c.is_alphanumeric() || c == '-' { c } else { '-' }).collect();
    usual_folder().unwrap_or_else(std::env::temp_dir).join("copies").join(name)
}

impl Preferences {
    /// Usual place of the file on this system, if there is one.
    pub fn usual_path() -> Option<PathBuf> {
        Some(usual_folder()?.join("preferences.yaml"))
    }

    /// Reads the preferences; the defaults when there are none or they cannot be read.
    pub fn load(path: &Path) -> Self {
        let text = std::fs::read_to_string(path).unwrap_or_default();
        let mut known: Self = serde_yaml::from_str(&text).unwrap_or_default();
        known.text_percent = known.text_percent.clamp(100, 250);
        known.recent.truncate(RECENT_LIMIT);
        known
    }

    /// Writes the preferences.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn save(&self, path: &Path) -> StorageResult<()> {
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)
                .map_err(|error| super::StorageError::writing(folder, &error))?;
        }
        write_atomically(path, serde_yaml::to_string(self).unwrap_or_default().as_bytes())
    }

    /// Puts a file first among the recent ones.
    pub fn remember(&mut self, file: RecentFile) {
        self.recent.retain(|known| known.path != file.path);
        self.recent.insert(0, file);
        self.recent.truncate(RECENT_LIMIT);
    }
}
