//! The panel that opens the sealed copies, without a window: the key, its passphrase, the work.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use egui::Context;
use zeroize::Zeroizing;

use super::fixture::{catalogue, copy, moment, open, session, stored_case};
use crate::desktop::jury::documents::{Documents, Written};
use crate::desktop::jury::model::{Bench, OtherCopy};
use crate::desktop::jury::unsealing::Unsealing;
use crate::desktop::writing::Ending;
use crate::domain::identifier::{CandidateId, PaperId};
use crate::storage::sealing::{CopyHeader, JuryKey, OpeningCode, PassphraseWork};
use crate::storage::{
    OpeningWork, PreparedPaper, RoomSecrets, RoomWishes, SealedCopy, SessionFolder, derive_subject,
    paper_copy_path, prepare_room, write_atomically,
};

const PASSPHRASE: &str = "abricot lanterne ruisseau cobalt";

/// A session of two papers prepared for a room; three copies are sealed.
fn sealed_session() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("dossier");
    let root = folder.path().join("session");
    let case = stored_case(folder.path());
    let paper = |label: &str| PreparedPaper { label: label.to_owned(), case: case.clone() };
    let papers = [paper("Étude de cas"), paper("Questionnaire professionnel")];
    let code = OpeningCode::read("K7QM-4TRX-9DPH").expect("code");
    let secrets = RoomSecrets {
        opening: vec![code.clone(), code.clone()],
        room: code,
        passphrase: Zeroizing::new(PASSPHRASE.to_owned()),
    };
    let wishes = RoomWishes { work: OpeningWork::Least, ..RoomWishes::default() };
    let made = prepare_room(&root, session(), &papers, &secrets, wishes, &catalogue());
    let made = made.expect("session préparée");
    let subject = derive_subject(&case, &catalogue()).expect("sujet");
    let recipient = made.session.jury_recipient.expect("clé publique");
    for (candidate, paper) in [("C-01", "E1"), ("C-02", "E1"), ("C-01", "E2")] {
        let sheet = copy(&subject, &CandidateId::from(candidate));
        let header = CopyHeader {
            session: made.session.id.clone(),
            paper: paper.to_owned(),
            candidate: sheet.candidate.clone(),
            copy: sheet.copy.clone(),
            subject_fingerprint: sheet.subject_fingerprint.clone(),
            sealed_at: String::new(),
        };
        let path = paper_copy_path(&root.join("copies"), &sheet.candidate, &PaperId::from(paper));
        let sealed = SealedCopy::seal(&path, header, &sheet, &recipient).expect("scellée");
        sealed.deliver(&path).expect("écrite");
    }
    (folder, root)
}

/// Types a passphrase, starts, and waits for the end.
fn try_to_open(
    unsealing: &mut Unsealing,
    bench: &Bench,
    passphrase: &str,
) -> Option<SessionFolder> {
    unsealing.form.passphrase = Zeroizing::new(passphrase.to_owned());
    assert_eq!(unsealing.form.missing(), None);
    unsealing.start(&Context::default(), &bench.folder);
    loop {
        let opened = unsealing.poll();
        if opened.is_some() || !unsealing.is_running() {
            return opened;
        }
        std::thread::sleep(Duration::from_millis(2));
    }
}

fn panel(root: &Path) -> (Bench, Unsealing) {
    let bench = open(root);
    let unsealing = Unsealing::of(&bench.folder);
    (bench, unsealing)
}

#[test]
fn sealed_copies_are_asked_for_first_and_open_with_the_passphrase() {
    let (_folder, root) = sealed_session();
    let (mut bench, mut unsealing) = panel(&root);
    let (first, second) = (CandidateId::from("C-01"), CandidateId::from("C-02"));
    assert!(unsealing.is_shown() && unsealing.form.missing().is_some());
    assert_eq!(unsealing.form.key.as_deref(), Some(root.join("jury.cle").as_path()));
    assert_eq!((bench.counts().copies, bench.folder.sealed.len()), (0, 3));
    assert_eq!(bench.missing_copy(&first), "copie scellée");
    assert_eq!(bench.missing_copy(&"C-03".into()), "sans copie");
    assert_eq!(bench.other_copy(&first, &"E2".into()), OtherCopy::Sealed);
    bench.sit(&"J-1".into());
    let opened = try_to_open(&mut unsealing, &bench, PASSPHRASE).expect("ouvertes");
    bench.adopt(opened);
    assert!(!unsealing.is_shown() && unsealing.form.passphrase.is_empty());
    assert!(bench.juror().is_some(), "the juror stays");
    assert_eq!((bench.counts().copies, bench.folder.sealed.len()), (2, 0));
    assert!(bench.facts(&first).is_some() && bench.facts(&second).is_some());
    assert!(matches!(bench.other_copy(&first, &"E2".into()), OtherCopy::Open(..)));
    assert_eq!(bench.other_copy(&second, &"E2".into()), OtherCopy::Absent);
    bench.reload(&catalogue(), unsealing.key()).expect("relue");
    assert_eq!(bench.counts().copies, 2, "the key opens them again");
    bench.reload(&catalogue(), None).expect("relue");
    assert_eq!(bench.folder.sealed.len(), 3, "nothing was written in clear");
}

#[test]
fn a_wrong_passphrase_is_said_and_can_be_typed_again() {
    let (_folder, root) = sealed_session();
    let (bench, mut unsealing) = panel(&root);
    assert!(try_to_open(&mut unsealing, &bench, "une autre phrase").is_none());
    let problem = unsealing.problem().expect("un problème").to_string();
    assert!(problem.contains("ce n'est pas la phrase secrète"), "{problem}");
    assert!(unsealing.is_shown() && unsealing.key().is_none());
    assert!(try_to_open(&mut unsealing, &bench, PASSPHRASE).is_some());
    assert!(unsealing.problem().is_none() && unsealing.key().is_some());
}

#[test]
fn the_key_of_another_session_is_said_before_its_passphrase_is_tried() {
    let (folder, root) = sealed_session();
    let (bench, mut unsealing) = panel(&root);
    let other = folder.path().join("autre.cle");
    let protected = JuryKey::generate().protect_with("autre", PassphraseWork::LightForTests);
    write_atomically(&other, &protected.expect("protégée")).expect("écrite");
    unsealing.choose(other);
    assert!(try_to_open(&mut unsealing, &bench, PASSPHRASE).is_none());
    let problem = unsealing.problem().expect("un problème").to_string();
    assert!(problem.contains("n'est pas celle de cette session"), "{problem}");
    unsealing.choose(root.join("session.yaml"));
    assert!(unsealing.problem().is_none(), "another file was chosen");
    assert!(try_to_open(&mut unsealing, &bench, PASSPHRASE).is_none(), "no key at all");
    assert!(unsealing.problem().is_some());
}

#[test]
fn the_panel_can_be_left_and_found_again() {
    let (_folder, root) = sealed_session();
    std::fs::remove_file(root.join("jury.cle")).expect("clé ailleurs");
    let (bench, mut unsealing) = panel(&root);
    assert!(unsealing.form.key.is_none() && unsealing.form.missing().is_some());
    unsealing.start(&Context::default(), &bench.folder);
    assert!(!unsealing.is_running(), "there is no key to open with");
    unsealing.form.passphrase = Zeroizing::new("à moitié".to_owned());
    unsealing.hide();
    assert!(!unsealing.is_shown() && unsealing.form.passphrase.is_empty());
    unsealing.show(&bench.folder);
    assert!(unsealing.is_shown());
}

#[test]
fn what_was_given_up_changes_nothing() {
    let (_folder, root) = sealed_session();
    let (bench, mut unsealing) = panel(&root);
    unsealing.form.passphrase = Zeroizing::new(PASSPHRASE.to_owned());
    unsealing.start(&Context::default(), &bench.folder);
    unsealing.cancel();
    assert!(!unsealing.is_running() && unsealing.is_shown());
    assert!(unsealing.poll().is_none() && unsealing.key().is_none());
}

/// Waits for the documents and says how they ended.
fn ended(mut documents: Documents) -> Ending<Written> {
    while documents.is_running() {
        std::thread::sleep(Duration::from_millis(2));
        documents.poll();
    }
    documents.ending().cloned().expect("une fin")
}

#[test]
fn no_document_is_written_while_copies_are_sealed() {
    let (_folder, root) = sealed_session();
    let (bench, mut unsealing) = panel(&root);
    let (ctx, catalogue) = (Context::default(), Arc::new(catalogue()));
    let kept = bench.folder.documents_folder().expect("dossier").join("evaluation-C-01.pdf");
    write_atomically(&kept, b"bonne").expect("écrite");
    let mut whole = Documents::default();
    whole.print_session(&ctx, &bench.folder, &catalogue, moment(70));
    let mut report = Documents::default();
    report.print_report(&ctx, &bench.folder, &catalogue, "C-01".into(), moment(70));
    for documents in [whole, report] {
        let Ending::Failed(problem) = ended(documents) else { panic!("it is written") };
        assert!(problem.message.starts_with("3 copies sont scellées (C-01"), "{problem}");
    }
    assert_eq!(std::fs::read(&kept).expect("lue"), b"bonne");
    let files = std::fs::read_dir(root.join("documents")).expect("dossier").count();
    assert_eq!(files, 1, "nothing else is written");
    let opened = try_to_open(&mut unsealing, &bench, PASSPHRASE).expect("ouvertes");
    let mut whole = Documents::default();
    whole.print_session(&ctx, &opened, &catalogue, moment(70));
    let ending = ended(whole);
    assert!(matches!(ending, Ending::Done(_)), "{ending:?}");
    assert!(std::fs::read(&kept).expect("lue").starts_with(b"%PDF"));
}

#[test]
fn a_session_without_sealed_copies_asks_for_nothing() {
    let (_folder, root) = sealed_session();
    for name in ["C-01.copie", "C-02.copie", "C-01-E2.copie"] {
        std::fs::remove_file(root.join("copies").join(name)).expect("retirée");
    }
    assert!(!panel(&root).1.is_shown());
}
