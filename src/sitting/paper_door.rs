//! The door of the entry of a paper copy. No clock runs there: for a sealed subject it opens with
//! the code of the room, which the invigilator alone knows.

use super::entrance::{EntranceError, EntranceRequest};
use super::resuming::Doorstep;
use crate::domain::answers::{AnswerSheet, Origin};
use crate::storage::StorageError;
use crate::storage::sealing::CodeVerifier;

/// Whether the code of the room was given, when a paper copy is to be typed in. Derives a key, as
/// the opening does.
pub(super) fn check_room_code(
    request: &EntranceRequest<'_>,
    verifier: &CodeVerifier,
) -> Result<(), EntranceError> {
    let (message, remedy) = match (request.origin, request.room_code) {
        (Origin::Screen, _) => return Ok(()),
        (Origin::Paper, Some(code)) if verifier.accepts(code) => return Ok(()),
        (Origin::Paper, Some(_)) => (
            "le code de la salle n'est pas le bon.",
            "Vérifiez-le sur la feuille des codes, puis recommencez : rien n'a changé.",
        ),
        (Origin::Paper, None) => (
            "une copie papier se saisit avec le code de la salle.",
            "Écrivez le code de la salle, que garde le surveillant.",
        ),
    };
    Err(EntranceError::WrongRoomCode(StorageError::new(request.subject, message, remedy)))
}

/// Refuses to go on with a paper copy as with a test, without the code of the room. One that is
/// closed may still be sealed: nothing can be typed in it.
pub(super) fn refuse_unwatched_entry(
    doorstep: &Doorstep<'_>,
    sheet: &AnswerSheet,
) -> Result<(), EntranceError> {
    let goes_on = sheet.origin == Origin::Paper && sheet.ledger.closed().is_none();
    let watched = doorstep.request.origin == Origin::Paper;
    if !goes_on || watched || doorstep.facts.room_code.is_none() {
        return Ok(());
    }
    Err(EntranceError::WrongRoomCode(StorageError::new(
        doorstep.request.subject,
        format!("la copie papier de {} est en cours de saisie.", doorstep.candidate),
        "Cochez « Saisir une copie papier », puis écrivez le code de la salle.",
    )))
}
