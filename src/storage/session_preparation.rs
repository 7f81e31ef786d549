//! Makes a session folder from a case: the case and its pictures, the subject, the session.

use std::collections::BTreeMap;
use std::path::Path;

use super::new_folder::{NewFiles, refuse_wrong_session};
use super::{
    SessionFolder, StorageResult, StoredCase, derive_subject, picture_bytes, save_case,
    save_subject,
};
use crate::domain::case_study::Subject;
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
/// subject; nothing in place is overwritten, and what was begun is taken back.
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
    let new = NewFiles::default();
    match write(root, &session, case, (&subject, &pictures), &new) {
        Ok(()) => Ok(session),
        Err(problem) => Err(new.take_back(problem)),
    }
}

fn write(
    root: &Path,
    session: &Session,
    case: &StoredCase,
    (subject, pictures): (&Subject, &BTreeMap<String, Vec<u8>>),
    new: &NewFiles,
) -> StorageResult<()> {
    new.create_folder(root)?;
    for (name, bytes) in pictures {
        new.write(&root.join(name), bytes)?;
    }
    new.create(&root.join(CASE_FILE), |path| save_case(path, &case.case))?;
    new.create(&root.join(SUBJECT_FILE), |path| save_subject(path, subject))?;
    // Written last: a folder without session.yaml is no session, and can be prepared again.
    new.create_session(root, session)
}
