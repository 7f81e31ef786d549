//! A paper of a new session as it is filled in: its name, its file, its code.

use std::path::Path;

use super::secrets::CodeDraft;
use crate::storage::read_case;

/// A file of a case, and what it says once its path is whole.
#[derive(Default)]
pub(super) struct CaseFile {
    /// Path as typed.
    pub(super) path: String,
    seen: String,
    glance: Option<Glance>,
}

/// What a case says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Glance {
    /// Its title.
    pub(super) title: String,
    /// Its duration in minutes.
    pub(super) minutes: u32,
}

impl CaseFile {
    /// Looks at the file when its path was changed. An unreadable file is said when the session is
    /// made, not while its path is typed.
    pub(super) fn look(&mut self) {
        if self.path == self.seen {
            return;
        }
        self.seen.clone_from(&self.path);
        let path = Path::new(self.path.trim());
        let is_whole = path.extension().is_some_and(|end| end == "yaml" || end == "yml");
        let stored = is_whole.then(|| read_case(path).ok()).flatten();
        self.glance = stored.map(|stored| Glance {
            title: stored.case.title,
            minutes: stored.case.duration_minutes,
        });
    }

    /// What the case says, when it reads.
    pub(super) const fn glance(&self) -> Option<&Glance> {
        self.glance.as_ref()
    }
}

/// A paper after the first one.
pub(super) struct PaperDraft {
    /// Name shown to people.
    pub(super) label: String,
    /// Its case.
    pub(super) case: CaseFile,
    /// Its opening code.
    pub(super) code: CodeDraft,
    /// Never that of another paper of this form: the identity of its fields.
    pub(super) number: u32,
}

impl PaperDraft {
    /// A paper without file, with a drawn code.
    pub(super) fn new(number: u32) -> Self {
        Self { label: String::new(), case: CaseFile::default(), code: CodeDraft::drawn(), number }
    }
}
