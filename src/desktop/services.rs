//! What the window lends to its workspaces.

use std::sync::Arc;

use super::file_picker::FilePicker;
use crate::domain::framework::Catalogue;
use crate::environment::Environment;
use crate::storage::Preferences;

/// Lent to a workspace for one frame.
pub struct Services<'a> {
    /// Clock and identifiers.
    pub environment: &'a Environment,
    /// Installed référentiels.
    pub catalogue: &'a Arc<Catalogue>,
    /// File dialogs.
    pub picker: &'a mut FilePicker,
    /// Preferences of the person.
    pub preferences: &'a mut Preferences,
}

/// What a workspace asks of the window at the end of a frame.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Departure {
    /// Back to the home screen.
    Home,
    /// Opens a file or a session folder in the workspace that suits it.
    Open(std::path::PathBuf),
    /// Opens a session folder in the view of the room.
    Watch(std::path::PathBuf),
}
