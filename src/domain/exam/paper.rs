//! The papers of a session: the written case, and others such as the questionnaire professionnel.

use serde::{Deserialize, Serialize};

use crate::domain::identifier::PaperId;

/// A written paper of a session, with its own subject, code and time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Paper {
    /// Identifier ("E1").
    pub id: PaperId,
    /// Name shown to people ("Étude de cas").
    pub label: String,
    /// File of its case, in the session's folder.
    pub case_file: String,
    /// File of its subject, in the session's folder.
    pub subject_file: String,
}

/// Identifier of the first paper of a session.
pub const FIRST_PAPER: &str = "E1";
