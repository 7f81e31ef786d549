//! The entrance as it goes to another thread: deriving the key takes about half a second.

use std::path::PathBuf;
use std::sync::Arc;

use crate::domain::answers::Origin;
use crate::environment::Environment;
use crate::sitting::{EntranceError, EntranceRequest, LiveSitting, enter};
use crate::storage::journal::Wake;
use crate::storage::sealing::OpeningCode;

/// A request that goes to another thread.
pub(super) struct OwnedRequest {
    pub(super) subject: PathBuf,
    pub(super) candidate: String,
    pub(super) code: Option<OpeningCode>,
    pub(super) room_code: Option<OpeningCode>,
    pub(super) work: PathBuf,
    pub(super) mirror: Option<PathBuf>,
    pub(super) seat: String,
    pub(super) origin: Origin,
    pub(super) extra: u32,
}

impl OwnedRequest {
    pub(super) fn enter(
        &self,
        environment: &Environment,
        wake: Wake,
    ) -> Result<LiveSitting, EntranceError> {
        let request = EntranceRequest {
            subject: &self.subject,
            candidate: &self.candidate,
            code: self.code.as_ref(),
            room_code: self.room_code.as_ref(),
            work: &self.work,
            mirror: self.mirror.as_deref(),
            seat: &self.seat,
            origin: self.origin,
            training_extra_minutes: self.extra,
            wake,
            on_durable: Arc::new(|_, _| {}),
        };
        enter(&request, environment)
    }
}
