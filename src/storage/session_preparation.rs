//! Makes a session folder from a case: the case and its pictures, the subject, the session.

use std::path::Path;

use super::new_folder::{refuse_file, refuse_wrong_session, write_new};
use super::{
    SessionFolder, StorageError, StorageResult, StoredCase, derive_subject, picture_bytes,
    save_case, save_subject,
};
use crate::domain::exam::Session;
use crate::domain::framework::Catalogue;

/// Name of the case in a session folder.
const CASE_FILE: &str = "etude-de-cas.cas.yaml";
/// Name of the subject in a session folder.
const SUBJECT_FILE: &str = "sujet.sujet";

/// Makes a session folder; gives the session as written, with its file names.
///
/// # Errors
/// When a session is already there, the folder cannot be written, or the case cannot give a
/// subject; nothing in place is overwritten.
pub fn prepare_session(
    root: &Path,
    mut session: Session,
    case: &StoredCase,
    catalogue: &Catalogue,
) -> StorageResult<Session> {
    CASE_FILE.clone_into(&mut session.case_file);
    SUBJECT_FILE.clone_into(&mut session.subject_file);
    refuse_wrong_session(root, &session)?;
    let subject = derive_subject(case, catalogue)?;
    let pictures = picture_bytes(&case.case, &case.path)?;
    SessionFolder::refuse_existing(root)?;
    std::fs::create_dir_all(root).map_err(|error| StorageError::writing(root, &error))?;
    for (name, bytes) in pictures {
        write_new(&root.join(name), &bytes)?;
    }
    let case_path = root.join(CASE_FILE);
    refuse_file(&case_path)?;
    save_case(&case_path, &case.case)?;
    let subject_path = root.join(SUBJECT_FILE);
    refuse_file(&subject_path)?;
    save_subject(&subject_path, &subject)?;
    // Written last: a folder without session.yaml is no session, and can be prepared again.
    SessionFolder::create(root, &session)?;
    Ok(session)
}
