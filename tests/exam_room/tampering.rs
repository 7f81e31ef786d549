//! Altered files: every changed byte of a copy, a subject or a journal is seen, and called by its
//! name: an altered subject is not a wrong code.

use std::path::Path;
use std::time::Duration;

use crate::process::{Running, run, say};
use crate::room::{self, ALTERED, CUT, Held, OTHER_CODE, Room, Saved, Sit, USUAL_TIME};
use crate::script::{Script, mixed};

/// Files given to one `copy verify`.
const BATCH: usize = 250;
/// The head of a file, every byte of which is tried.
const HEAD: usize = 120;

/// A sealed copy, its bytes.
fn sealed_copy(folder: &Path) -> Vec<u8> {
    let work = room::place(folder, "poste");
    let script = Script::write(&folder.join("script.yaml"), mixed(60));
    let ended = Room::shared().play(&Sit { hand_in: true, ..Sit::usual(&work, &script.path) });
    assert_eq!(ended.code, Some(0), "{}", ended.all());
    std::fs::read(room::copy_in(&work, USUAL_TIME)).expect("a copy")
}

/// Places to change: all when they are few enough, else the head, the end, and others at random.
fn places(length: usize, wanted: usize, chance: &mut fastrand::Rng) -> Vec<usize> {
    if length <= wanted {
        return (0..length).collect();
    }
    let head = HEAD.min(wanted / 3);
    let mut places: Vec<usize> = (0..head).chain(length - head / 2..length).collect();
    while places.len() < wanted {
        places.push(chance.usize(head..length));
    }
    places
}

fn flipped(bytes: &[u8], at: usize, chance: &mut fastrand::Rng) -> Vec<u8> {
    let mut changed = bytes.to_vec();
    changed[at] ^= 1 << chance.u8(..8);
    changed
}

/// Writes one file for each content, has them verified beside an intact one, and gives those that
/// are called intact all the same.
fn called_intact(folder: &Path, intact: &[u8], contents: &[(String, Vec<u8>)]) -> Vec<String> {
    let witness = folder.join("temoin.copie");
    std::fs::write(&witness, intact).expect("written");
    let mut files = vec![witness.clone()];
    for (name, bytes) in contents {
        let path = folder.join(format!("{name}.copie"));
        std::fs::write(&path, bytes).expect("written");
        files.push(path);
    }
    let verified = Room::shared().verify(&files);
    let said = verified.all();
    assert_eq!(verified.code, Some(1), "{said}");
    assert!(!said.contains("panicked"), "{said}");
    assert!(room::is_called_intact(&said, &witness), "{said}");
    let wrong = files.iter().skip(1).filter(|file| room::is_called_intact(&said, file));
    let wrong = wrong.map(|file| file.display().to_string()).collect();
    for file in &files {
        std::fs::remove_file(file).expect("removed");
    }
    wrong
}

#[test]
fn every_flipped_byte_of_a_copy_is_seen() {
    let _others = room::among_others();
    let folder = room::folder("copies");
    let intact = sealed_copy(folder.path());
    let mut chance = room::chance();
    let places = places(intact.len(), room::number("CASDECOLE_FLIPS", 300), &mut chance);
    for batch in places.chunks(BATCH) {
        let contents = batch.iter().enumerate().map(|(rank, at)| {
            (format!("essai-{rank}-octet-{at}"), flipped(&intact, *at, &mut chance))
        });
        let contents: Vec<_> = contents.collect();
        let wrong = called_intact(folder.path(), &intact, &contents);
        assert!(wrong.is_empty(), "called intact: {wrong:?}");
    }
    say(&format!("{} bytes of a copy of {} bytes flipped, all seen", places.len(), intact.len()));
}

#[test]
fn a_copy_cut_lengthened_or_mixed_is_seen() {
    let _others = room::among_others();
    let folder = room::folder("copies");
    let intact = sealed_copy(folder.path());
    let mut chance = room::chance();
    let mut contents: Vec<(String, Vec<u8>)> = Vec::new();
    for _ in 0..60 {
        let length = chance.usize(0..intact.len());
        contents.push((format!("coupe-{length}-{}", contents.len()), intact[..length].to_vec()));
    }
    contents.push(("vide".to_owned(), Vec::new()));
    contents.push(("un-octet-de-plus".to_owned(), [intact.as_slice(), b"\n"].concat()));
    contents.push(("deux-fois".to_owned(), [intact.as_slice(), intact.as_slice()].concat()));
    contents.push(("sans-debut".to_owned(), intact[1..].to_vec()));
    let middle = intact.len() / 2;
    let swapped = [&intact[middle..], &intact[..middle]].concat();
    contents.push(("retourne".to_owned(), swapped));
    let zeroed = [intact[..middle].to_vec(), vec![0; intact.len() - middle]].concat();
    contents.push(("fin-a-zero".to_owned(), zeroed));
    let wrong = called_intact(folder.path(), &intact, &contents);
    assert!(wrong.is_empty(), "called intact: {wrong:?}");
}

/// What the program says of a subject and a code; nothing must begin.
fn refusal(folder: &Path, subject: &Path, code: &str, script: &Script) -> (String, Duration) {
    let work = room::place(folder, "poste");
    let sit = Sit::usual(&work, &script.path);
    let ended = run(&mut Room::shared().sit_on(subject, code, &sit));
    let said = ended.all();
    assert_eq!(ended.code, Some(1), "{}: {said}", subject.display());
    assert!(!said.contains("panicked"), "{said}");
    assert!(room::saved(&ended).is_empty(), "the sitting began: {said}");
    (said.replace(&subject.display().to_string(), "…"), ended.took)
}

#[test]
fn a_flipped_byte_of_a_subject_is_not_called_a_wrong_code() {
    let _others = room::among_others();
    let room = Room::shared();
    let folder = room::folder("sujets");
    let script = Script::write(&folder.path().join("script.yaml"), mixed(3));
    let intact = std::fs::read(&room.subject).expect("read");
    let (wrong_code, took) = refusal(folder.path(), &room.subject, OTHER_CODE, &script);
    assert!(wrong_code.contains("code") && !wrong_code.contains(ALTERED), "{wrong_code}");
    say(&format!("a wrong code is said after {took:?}"));
    let mut chance = room::chance();
    let places = places(intact.len(), room::number("CASDECOLE_SUBJECT_FLIPS", 50), &mut chance);
    let mut slowest = Duration::ZERO;
    for at in &places {
        let altered = folder.path().join(format!("octet-{at}.sujet"));
        std::fs::write(&altered, flipped(&intact, *at, &mut chance)).expect("written");
        let (said, took) = refusal(folder.path(), &altered, &room.code, &script);
        assert_ne!(said, wrong_code, "byte {at} makes the code wrong");
        assert!(said.contains(ALTERED), "byte {at}: {said}");
        slowest = slowest.max(took);
    }
    say(&format!("{} bytes of a subject flipped, all seen in {slowest:?} at most", places.len()));
}

#[test]
fn a_journal_cut_anywhere_opens_at_its_last_whole_event() {
    let _others = room::among_others();
    let room = Room::shared();
    let folder = room::folder("journal");
    let work = room::place(folder.path(), "poste");
    let script = Script::write(&folder.path().join("script.yaml"), mixed(200));
    let sit = Sit { pace: 4, ..Sit::usual(&work, &script.path) };
    let mut running = Running::start(&mut room.sit(&sit));
    let saved = running.wait_for(|line| Saved::read(line).is_some_and(|save| save.rank >= 100));
    assert!(saved.is_some(), "{}", running.finish().all());
    running.kill();
    let journal = room::journal_in(&work, USUAL_TIME);
    let whole = std::fs::read(&journal).expect("read");
    let mut chance = room::chance();
    let mut lengths: Vec<usize> = (0..14).map(|_| chance.usize(0..whole.len())).collect();
    lengths.sort_unstable();
    let (mut before, mut told) = (0, 0);
    for length in &lengths {
        std::fs::write(&journal, &whole[..*length]).expect("cut");
        let shown = room.journal_show(&work, &room.code);
        assert!(!shown.all().contains("panicked"), "{}", shown.all());
        let said = shown.all().to_lowercase();
        told += usize::from(CUT.iter().any(|word| said.contains(word)));
        // Cut in its head, a journal holds nothing and says so.
        let Ok(held) = Held::shown(&shown) else {
            assert_eq!(before, 0, "{length} bytes hold less than fewer bytes: {}", shown.all());
            assert!(!room::messages(&shown).trim().is_empty());
            continue;
        };
        let held = script.events_behind(&held.answers).expect("whole events");
        assert!(held >= before, "{length} bytes hold {held} events, fewer bytes {before}");
        before = held;
    }
    assert!(before > 0, "no cut was late enough to hold an event");
    // A cut between two events cannot be told from the end: it is rare.
    assert!(told * 2 > lengths.len(), "a cut was told {told} times of {}", lengths.len());
    std::fs::write(&journal, &whole).expect("mended");
    let held = room.journal(&work).expect("whole again");
    assert!(script.events_behind(&held.answers).is_ok_and(|count| count >= 100));
}
