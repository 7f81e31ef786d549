//! Sessions prepared for a room, their copies sealed to the jury, then opened.

mod room;

use chrono::DateTime;

use self::room::{
    FIRST, Room, SECOND, case, code, filled, first, loses_points, problem, read, session, sheet,
};
use super::SessionFolder;
use crate::domain::exam::{
    Allowance, Attendance, ExtraTime, Ledger, LedgerEntry, Moment, TimeEvent,
};
use crate::domain::identifier::{CandidateId, PaperId};
use crate::domain::planning::tree::Tree;
use crate::storage::sealing::{JuryKey, SealProblem};
use crate::storage::{
    Found, RoomWishes, collect_copies, copy_path, fingerprint, load_catalogue, open_package,
    prepare_session, read_case, read_jury_key, read_key_recipient, save_case, save_copy,
    write_atomically,
};

#[test]
fn a_sealed_copy_waits_for_the_key_and_opens_with_it() {
    let room = Room::prepare(1, RoomWishes::default());
    let mut folder = room.open();
    let sheet = filled(&folder.subject, &folder.solved, "C-01");
    let path = room.seal(FIRST, &sheet);
    folder = room.open();
    assert_eq!(folder.sealed, [path]);
    assert!(folder.problems.is_empty(), "{:?}", folder.problems);
    assert!(read(&folder, "C-01").is_none() && folder.has_sealed_copy(&first()));
    folder.unlock(&room.key).expect("the key is that of the session");
    assert_eq!(read(&folder, "C-01").as_ref(), Some(&sheet));
    assert_eq!((folder.sealed.len(), folder.problems.len()), (0, 0));
    assert!(!folder.has_sealed_copy(&first()));
    assert!(!loses_points(folder.solved_for(&first()), &sheet));
    let (catalogue, _) = load_catalogue(None);
    let at_once = SessionFolder::open_with(&room.root, &catalogue, Some(&room.key));
    assert_eq!(read(&at_once.expect("it opens"), "C-01"), Some(sheet));
}

#[test]
fn a_copy_that_came_since_is_opened_too() {
    let room = Room::prepare(1, RoomWishes::default());
    let mut folder = room.open();
    assert_eq!((folder.sealed.len(), folder.problems.len()), (0, 0));
    room.seal(FIRST, &sheet(&folder.subject, "C-02"));
    folder.unlock(&room.key).expect("the key is that of the session");
    assert!(read(&folder, "C-02").is_some());
    folder.unlock(&room.key).expect("twice does no harm");
    assert!(read(&folder, "C-02").is_some() && folder.problems.is_empty());
}

#[test]
fn the_subject_derived_for_the_jury_is_the_sealed_one() {
    let room = Room::prepare(2, RoomWishes::default());
    let folder = room.open();
    assert_eq!(folder.papers.len(), room.subjects.len());
    for (paper, sealed) in folder.papers.iter().zip(&room.subjects) {
        let opened = open_package(sealed, &code()).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(opened.package.subjects, [(*paper.subject()).clone()]);
        let known = fingerprint(&opened.package.subjects[0]).expect("a fingerprint");
        assert_eq!(known, folder.asked_in(paper, None).expect("no variant").1);
    }
    std::fs::remove_dir_all(room.root.join("salle")).expect("removed");
    assert!(SessionFolder::open(&room.root).is_ok(), "the jury needs nothing of the room");
}

#[test]
fn the_key_of_another_session_changes_nothing() {
    let room = Room::prepare(1, RoomWishes::default());
    let mut folder = room.open();
    room.seal(FIRST, &sheet(&folder.subject, "C-01"));
    folder = room.open();
    let other = JuryKey::generate();
    let error = folder.unlock(&other).expect_err("refused");
    assert!(error.to_string().contains("pas celle de cette session"), "{error}");
    assert_eq!((folder.sealed.len(), folder.problems.len()), (1, 0));
    let (catalogue, _) = load_catalogue(None);
    assert!(SessionFolder::open_with(&room.root, &catalogue, Some(&other)).is_err());
    let recipient = read_key_recipient(&folder.key_file()).expect("the key file is intact");
    assert_eq!(recipient, room.key.recipient());
    assert!(folder.refuse_other_key(&recipient).is_ok());
    assert!(read_jury_key(&folder.key_file(), "une autre phrase").is_err());
}

#[test]
fn a_copy_sealed_to_somebody_else_is_said() {
    let room = Room::prepare(1, RoomWishes::default());
    let other = JuryKey::generate().recipient();
    room.seal_to(&other, "S-1", FIRST, &sheet(&room.open().subject, "C-01"));
    let folder = room.unlocked();
    assert!(problem(&folder).contains("n'ouvre pas cette copie"), "{}", problem(&folder));
    assert!(read(&folder, "C-01").is_none());
}

#[test]
fn an_altered_copy_is_said_with_and_without_the_key() {
    let room = Room::prepare(1, RoomWishes::default());
    let path = room.seal(FIRST, &sheet(&room.open().subject, "C-01"));
    let mut bytes = std::fs::read(&path).expect("it reads");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    write_atomically(&path, &bytes).expect("written");
    for folder in [room.open(), room.unlocked()] {
        assert!(problem(&folder).contains("altéré"), "{}", problem(&folder));
        assert!(folder.sealed.is_empty() && read(&folder, "C-01").is_none());
        let known = folder.problem_of_copy(&first()).expect("it is that of the candidate");
        assert_eq!(known.message, SealProblem::Altered.message());
        assert!(folder.problem_of_copy(&CandidateId::from("C-02")).is_none());
    }
}

#[test]
fn a_folder_that_cannot_be_read_does_not_stop_the_collection() {
    let room = Room::prepare(1, RoomWishes::default());
    let sealed = room.seal(FIRST, &sheet(&room.open().subject, "C-01"));
    let outside = tempfile::tempdir().expect("a folder");
    let (gone, key) = (outside.path().join("partie"), outside.path().join("cle"));
    std::fs::create_dir(&key).expect("a folder");
    std::fs::copy(&sealed, key.join("C-01.copie")).expect("copied");
    std::fs::remove_file(&sealed).expect("removed");
    let collection = collect_copies(&room.root, &[gone.clone(), key]).expect("collected");
    assert_eq!(collection.unread.len(), 1, "{:?}", collection.unread);
    assert_eq!(collection.unread[0].path, gone);
    assert!(collection.unread[0].message.contains("introuvable"), "{}", collection.unread[0]);
    assert!(matches!(collection.found[0].outcome, Found::Filed(_)), "{:?}", collection.found);
    assert!(sealed.is_file());
    assert_eq!(collection.missing.len(), 1, "C-02 alone");
}

#[test]
fn a_copy_of_another_subject_session_paper_or_person_does_not_count() {
    let room = Room::prepare(1, RoomWishes::default());
    let subject = room.open().subject;
    let recipient = room.key.recipient();
    let mut foreign = sheet(&subject, "C-01");
    foreign.subject_fingerprint = "0000 0000".to_owned();
    for (sheet, session, paper, words) in [
        (&foreign, "S-1", FIRST, "répond à un autre sujet"),
        (&sheet(&subject, "C-01"), "S-2", FIRST, "d'une autre session"),
        (&sheet(&subject, "C-01"), "S-1", SECOND, "n'est pas de cette session"),
        (&sheet(&subject, "X-99"), "S-1", FIRST, "n'est pas celui d'un candidat inscrit"),
    ] {
        let path = room.seal_to(&recipient, session, paper, sheet);
        let folder = room.unlocked();
        assert!(problem(&folder).contains(words), "{}", problem(&folder));
        assert!(folder.candidates.values().all(|known| known.sheet.is_none()));
        std::fs::remove_file(path).expect("removed");
    }
}

#[test]
fn a_copy_made_with_another_time_than_granted_is_evaluated_and_said() {
    let room = Room::prepare(1, RoomWishes::default());
    let subject = room.open().subject;
    let mut longer = sheet(&subject, "C-01");
    let extra = ExtraTime::Fraction { part: 1, whole: 3 };
    longer.ledger = Ledger::new(Allowance { minutes: 120, extra });
    room.seal(FIRST, &longer);
    let mut extended = sheet(&subject, "C-02");
    let at = Moment::new(DateTime::UNIX_EPOCH.fixed_offset(), 0);
    let reason = "bruit".to_owned();
    let event = TimeEvent::Extended { seconds: 600, reason, for_all: false };
    extended.ledger.append(LedgerEntry { at, event });
    room.seal(FIRST, &extended);
    assert!(room.open().warnings.is_empty(), "nobody has read the sealed copies");
    let mut folder = room.unlocked();
    folder.unlock(&room.key).expect("twice does no harm");
    let warnings: Vec<String> = folder.warnings.iter().map(ToString::to_string).collect();
    assert_eq!(warnings.len(), 1, "time given in the room is no difference: {warnings:#?}");
    assert!(warnings[0].contains("C-01.copie, temps accordé : "), "{warnings:?}");
    assert!(warnings[0].contains("« tiers temps », mais session.yaml accorde"), "{warnings:?}");
    assert!(folder.problems.is_empty() && folder.problem_of_copy(&first()).is_none());
    assert_eq!(read(&folder, "C-01"), Some(longer), "it is evaluated all the same");
}

#[test]
fn a_copy_of_a_candidate_said_to_be_absent_is_told() {
    let room = Room::prepare(1, RoomWishes::default());
    room.seal(FIRST, &sheet(&room.open().subject, "C-01"));
    let id = CandidateId::from("C-01");
    SessionFolder::set_attendance(&room.root, &id, Attendance::Absent).expect("written");
    let warnings: Vec<String> = room.unlocked().warnings.iter().map(ToString::to_string).collect();
    assert_eq!(warnings.len(), 1, "{warnings:?}");
    assert!(warnings[0].contains("session.yaml dit C-01 absent"), "{warnings:?}");
}

#[test]
fn a_plain_and_a_sealed_copy_of_one_candidate_do_not_count() {
    let room = Room::prepare(1, RoomWishes::default());
    let sheet = sheet(&room.open().subject, "C-01");
    room.seal(FIRST, &sheet);
    save_copy(&room.root.join("copies/retrouvee.copie"), &sheet).expect("written");
    assert!(read(&room.open(), "C-01").is_some(), "without the key one is seen");
    let folder = room.unlocked();
    assert!(problem(&folder).contains("2 copies portent"), "{}", problem(&folder));
    assert!(read(&folder, "C-01").is_none());
}

#[test]
fn each_candidate_is_marked_with_the_keys_of_their_variant() {
    let wishes = RoomWishes { variants: true, one_for_each: true, ..RoomWishes::default() };
    let room = Room::prepare(1, wishes);
    let folder = room.open();
    let second = CandidateId::from("C-02");
    for id in [&first(), &second] {
        let (subject, solved) = (folder.subject_for(id), folder.solved_for(id));
        room.seal(FIRST, &filled(subject, solved, id.as_str()));
    }
    let folder = room.unlocked();
    assert!(folder.problems.is_empty(), "{:?}", folder.problems);
    assert_ne!(folder.solved_for(&first()).case, folder.solved_for(&second).case);
    for id in [&first(), &second] {
        let sheet = read(&folder, id.as_str()).expect("it is read");
        assert!(!loses_points(folder.solved_for(id), &sheet), "{id}");
    }
    let of_first = read(&folder, "C-01").expect("it is read");
    assert!(loses_points(folder.solved_for(&second), &of_first), "keys of somebody else");
    let base = sheet(&folder.subject, "C-01");
    std::fs::remove_file(folder.copy_file(&first())).expect("removed");
    room.seal(FIRST, &base);
    assert!(problem(&room.unlocked()).contains("autre sujet"), "not the variant of C-01");
}

#[test]
fn copies_of_the_other_papers_stand_beside_the_first() {
    let room = Room::prepare(2, RoomWishes::default());
    let papers = room.open().papers;
    let (one, two) = (papers[0].subject(), papers[1].subject());
    room.seal(FIRST, &sheet(&one, "C-01"));
    room.seal(SECOND, &sheet(&two, "C-01"));
    let wrong = room.seal(SECOND, &sheet(&one, "C-02"));
    let folder = room.unlocked();
    assert!(problem(&folder).contains("autre sujet"), "{}", problem(&folder));
    let known = folder.candidates.get(&first()).expect("inscribed");
    assert!(known.sheet.is_some());
    let paper = PaperId::from(SECOND);
    assert_eq!(known.other_sheets.get(&paper), Some(&sheet(&two, "C-01")));
    assert_eq!(known.other_subjects.get(&paper), Some(&two));
    std::fs::remove_file(wrong).expect("removed");
    let other = room.root.join(&room.session.other_papers[0].case_file);
    write_atomically(&other, b"rien").expect("written");
    let folder = room.unlocked();
    assert_eq!(folder.problems.len(), 2, "the case, then the copy: {:?}", folder.problems);
    assert!(read(&folder, "C-01").is_some(), "the first paper is evaluated all the same");
}

#[test]
fn a_variant_that_cannot_be_made_is_said_and_its_copy_does_not_count() {
    let room = Room::prepare(1, RoomWishes::default());
    let mut session = room.session.clone();
    let path = room.root.join(&session.case_file);
    let mut stored = read_case(&path).expect("it reads");
    let Tree::Entries(entries) = &mut stored.case.data else { panic!("a case with data") };
    entries.retain(|(name, _)| name != "variantes");
    save_case(&path, &stored.case).expect("saved");
    session.candidates[0].variant = Some(7);
    std::fs::remove_file(room.root.join(SessionFolder::SESSION_FILE)).expect("removed");
    SessionFolder::create(&room.root, &session).expect("written");
    room.seal(FIRST, &sheet(&room.open().subject, "C-01"));
    let folder = room.unlocked();
    let problems: Vec<String> = folder.problems.iter().map(ToString::to_string).collect();
    assert_eq!(problems.len(), 2, "{problems:#?}");
    assert!(problems[0].contains("candidat C-01") && problems[1].contains("C-01.copie"));
    assert!(read(&folder, "C-01").is_none());
}

#[test]
fn a_session_of_training_opens_as_it_always_did() {
    let folder = tempfile::tempdir().expect("a folder");
    let root = folder.path().join("session");
    let (catalogue, _) = load_catalogue(None);
    let stored = case(folder.path(), 0);
    prepare_session(&root, session(), &stored, &catalogue).expect("prepared");
    let opened = SessionFolder::open(&root).expect("it opens");
    let sheet = sheet(opened.subject_for(&first()), "C-01");
    save_copy(&copy_path(&root.join("copies"), &first()), &sheet).expect("written");
    let opened = SessionFolder::open(&root).expect("it opens");
    assert_eq!(read(&opened, "C-01"), Some(sheet));
    assert!(opened.sealed.is_empty() && opened.problems.is_empty());
}
