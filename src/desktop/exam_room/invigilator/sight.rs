//! What the panel sees of the sitting.

use std::path::PathBuf;

use crate::domain::exam::{Ledger, Moment};
use crate::domain::identifier::CandidateId;
use crate::sitting::{Delivery, LiveSitting};
use crate::storage::sealing::CodeVerifier;

/// What the panel sees of the sitting.
#[derive(Clone, Copy)]
pub struct Sight<'a> {
    /// The candidate.
    pub candidate: &'a CandidateId,
    /// The time.
    pub ledger: &'a Ledger,
    /// The time now.
    pub now: Moment,
    /// What recognises the room code; none for a subject of training.
    pub room_code: Option<&'a CodeVerifier>,
    /// Folders where the answers are kept.
    pub folders: &'a [PathBuf],
    /// Whether the copy is written and verified.
    pub is_delivered: bool,
    /// Whether the window is in room mode: full screen, in front.
    pub full_screen: bool,
}

impl<'a> Sight<'a> {
    /// What is seen of a sitting.
    pub fn of(sitting: &'a LiveSitting, full_screen: bool) -> Self {
        let sheet = sitting.sheet();
        Self {
            candidate: &sheet.candidate,
            ledger: &sheet.ledger,
            now: sitting.now(),
            room_code: sitting.facts().room_code.as_ref(),
            folders: sitting.folders(),
            is_delivered: matches!(sitting.delivery(), Delivery::Delivered(_)),
            full_screen,
        }
    }
}
