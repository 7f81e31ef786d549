//! Documents that people write and that the program writes: read, then used.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use casdecole::domain::case_study::validate;
use casdecole::domain::exam::Session;
use casdecole::domain::planning::tree::Problems;
use casdecole::domain::planning::workbook::Workbook;
use casdecole::storage::{
    Preferences, SessionFolder, derive_subject, fingerprint, kind_of, parse_planning_text,
    prepare_session, read_case, read_copy, read_subject, read_template,
};
use tempfile::TempDir;

use super::example::{catalogue, folder, in_file, stored_case, write};

/// A case study: read, solved, checked, and made a subject.
pub fn case(bytes: &[u8]) -> bool {
    in_file("essai.cas.yaml", bytes, |path| {
        let _ = kind_of(path);
        let Ok(stored) = read_case(path) else { return false };
        let _ = validate(&stored.case, catalogue(), &BTreeSet::new());
        let _ = derive_subject(&stored, catalogue());
        true
    })
}

/// Planning data outside a case: read, and calculated.
pub fn planning_data(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else { return false };
    let Ok(tree) = parse_planning_text(text) else { return false };
    let mut problems = Problems::default();
    let _ = Workbook::of_file(&tree, &mut problems);
    true
}

/// A competence template.
pub fn template(bytes: &[u8]) -> bool {
    in_file("referentiel.yaml", bytes, |path| read_template(path).is_ok())
}

/// A subject that is not sealed.
pub fn subject(bytes: &[u8]) -> bool {
    in_file("essai.sujet", bytes, |path| {
        read_subject(path).is_ok_and(|subject| fingerprint(&subject).is_ok())
    })
}

/// An answer sheet that is not sealed, and the times of its ledger.
pub fn answer_sheet(bytes: &[u8]) -> bool {
    in_file("essai.copie", bytes, |path| {
        let Ok(sheet) = read_copy(path) else { return false };
        let ledger = &sheet.ledger;
        let _ = (ledger.granted(), ledger.interruptions(), ledger.phase());
        if let Some(latest) = ledger.latest() {
            let _ = (ledger.used(latest), ledger.remaining(latest), ledger.ends_at(latest));
            let _ = (ledger.course(latest), ledger.is_over(latest));
        }
        true
    })
}

/// Preferences: any bytes give some.
pub fn preferences(bytes: &[u8]) -> bool {
    in_file("preferences.yaml", bytes, |path| {
        let known = Preferences::load(path);
        (100..=250).contains(&known.text_percent)
    })
}

/// A session folder with files that are right, but for those that are read.
struct SessionFiles {
    _folder: TempDir,
    root: PathBuf,
}

thread_local! {
    static WITH_ANY_SESSION: SessionFiles = SessionFiles::new();
    static WITH_ANY_EVALUATION: SessionFiles = SessionFiles::new();
}

impl SessionFiles {
    fn new() -> Self {
        let folder = folder();
        let root = folder.path().join("session");
        prepare_session(&root, example_session(), stored_case(), catalogue()).expect("prepared");
        for place in ["evaluations/J-1", "deliberations"] {
            std::fs::create_dir_all(root.join(place)).expect("a folder");
        }
        Self { _folder: folder, root }
    }
}

/// A session of two candidates and two jurors.
pub fn example_session() -> Session {
    let text = "id: S-1\ntitle: Session d'essai\ndate: 2027-03-11\njury_date: 2027-03-18\n\
                case_file: ''\nsubject_file: ''\n\
                candidates: [{id: C-01, name: Nadia Belkacem}, {id: C-02, name: Ivan Petrov}]\n\
                jurors: [{id: J-1, name: M. Salvetti}, {id: J-2, name: Mme Okafor}]\n";
    serde_yaml::from_str(text).expect("a session")
}

/// A session folder whose files are right, for seeds to be taken from it.
pub fn with_example_session<T>(use_it: impl FnOnce(&Path) -> T) -> T {
    let files = SessionFiles::new();
    use_it(&files.root)
}

/// The file of a session, in a folder whose other files are right.
pub fn session(bytes: &[u8]) -> bool {
    WITH_ANY_SESSION.with(|files| {
        write(&files.root.join(SessionFolder::SESSION_FILE), bytes);
        let opened = SessionFolder::open(&files.root);
        opened.is_ok_and(|folder| !folder.session.candidates.is_empty())
    })
}

/// The file of a juror or of a deliberation, in a session that is right.
pub fn evaluation(bytes: &[u8]) -> bool {
    WITH_ANY_EVALUATION.with(|files| {
        write(&files.root.join("evaluations/J-1/C-01.yaml"), bytes);
        write(&files.root.join("deliberations/C-01.yaml"), bytes);
        let Ok(folder) = SessionFolder::open(&files.root) else { return false };
        let mut found = false;
        for known in folder.candidates.values() {
            for evaluation in known.evaluations.values() {
                let _ = evaluation.grid();
                found = true;
            }
            if let Some(deliberation) = &known.deliberation {
                let _ = deliberation.settled();
                found = true;
            }
        }
        found
    })
}
