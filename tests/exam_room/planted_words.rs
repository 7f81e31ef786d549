//! Words planted in answers, codes, passphrases and keys of the case are in no byte and no name of
//! what stays on the PC, on the key or in the room, before and after sealing.

use std::path::Path;
use std::time::Duration;

use crate::mounts::Mounted;
use crate::process::{Running, run, say};
use crate::room::{self, Room, SECRET_KEY_START, Saved, Sit, USUAL_TIME};
use crate::script::{Event, Script};
use crate::search::{Search, paths_below};

const PLANTED_CODE: &str = "QPXW-7C3T-HYJN";
const PLANTED_PASSPHRASE: &str = "calembredaine billevesée coquecigrue turlupinade galimatias";
/// Written at the beginning, in the middle, and taken away again before the end.
const PLANTED_ANSWERS: [&str; 6] = [
    "brindezingue-un",
    "brindezingue-deux",
    "brindezingue-efface",
    "735912846",
    "648215973",
    "527391684",
];
/// What `tests/fixtures/salle.cas.yaml` holds and candidates must not see.
const PLANTED_KEYS: [&str; 5] =
    ["zylophage-attendu", "zylophage-modele", "918273645", "817263541", "716253417"];

/// A sitting in which every answer is a planted word.
struct Planted {
    folder: tempfile::TempDir,
    room: Room,
    script: Script,
}

impl Planted {
    fn new() -> Self {
        let folder = room::folder("mots");
        let room = Room::prepare(folder.path(), PLANTED_CODE, PLANTED_PASSPHRASE);
        let [first, second, removed, number, cell, formula] = PLANTED_ANSWERS;
        let mut events = Vec::new();
        let mut add = |place: &str, value: String| {
            events.push(Event { place: place.to_owned(), value });
        };
        add("Q1", format!("Le {removed} disparaît."));
        add("Q3", number.to_owned());
        add("Q4/B1", cell.to_owned());
        add("Q4/C1", format!("=B1+{formula}"));
        for rank in 0..300 {
            add("Q2", format!("Le {second} vient {rank} fois."));
        }
        add("Q1", format!("Le {first} reste."));
        let script = Script::write(&folder.path().join("script.yaml"), events);
        Self { folder, room, script }
    }

    fn sit<'a>(&'a self, work: &'a Path, mirror: &'a Path, hand_in: bool) -> Sit<'a> {
        let pace = if hand_in { 0 } else { 5 };
        let script = &self.script.path;
        Sit { candidate: USUAL_TIME, work, mirror: Some(mirror), script, pace, hand_in }
    }

    /// Begins, dies when half is typed, then goes on and hands in.
    fn die_and_hand_in(&self, work: &Path, mirror: &Path, when_dead: impl FnOnce()) {
        let mut running = Running::start(&mut self.room.sit(&self.sit(work, mirror, false)));
        let half = self.script.len() / 2;
        let saved = running.wait_for(|line| Saved::read(line).is_some_and(|save| save.rank > half));
        assert!(saved.is_some(), "{}", running.finish().all());
        running.listen_for(Duration::from_millis(200));
        running.kill();
        when_dead();
        let ended = run(&mut self.room.sit(&self.sit(work, mirror, true)));
        assert_eq!(ended.code, Some(0), "{}", ended.all());
    }
}

fn candidates_words() -> Search {
    Search::of(PLANTED_ANSWERS.into_iter().chain([PLANTED_CODE, PLANTED_PASSPHRASE]))
}

fn nothing(found: &[String], when: &str) {
    assert!(found.is_empty(), "{when}:\n{}", found.join("\n"));
}

#[test]
fn no_planted_word_is_on_the_pc_nor_on_the_key() {
    let _others = room::among_others();
    let planted = Planted::new();
    let work = room::place(planted.folder.path(), "poste");
    let mirror = room::place(planted.folder.path(), "secours");
    let places: [&Path; 3] = [&work, &mirror, &planted.room.home];
    planted.die_and_hand_in(&work, &mirror, || {
        assert!(paths_below(&work).iter().any(|path| path.is_file()), "there is a journal");
        nothing(&candidates_words().in_folders(&places), "in the middle of the sitting");
    });
    nothing(&candidates_words().in_folders(&places), "after sealing");
    let copy = planted.room.copy(&room::copy_in(&work, USUAL_TIME));
    assert_eq!(
        copy.answers,
        planted.script.answers(),
        "the words were typed, and the jury reads them"
    );
}

#[test]
fn nothing_of_the_keys_goes_to_the_room() {
    let _others = room::among_others();
    let fixture = std::fs::read_to_string(room::case()).expect("read");
    for word in PLANTED_KEYS {
        assert!(fixture.contains(word), "{word} is no more in the case: mend this test");
    }
    let planted = Planted::new();
    let room_folder = planted.room.room_folder();
    assert!(planted.room.subject.starts_with(&room_folder), "the subject is in the room's folder");
    assert!(!planted.room.key.starts_with(&room_folder), "the jury's key is not");
    let secrets = [PLANTED_CODE, PLANTED_PASSPHRASE, SECRET_KEY_START];
    let search = Search::of(PLANTED_KEYS.into_iter().chain(secrets));
    nothing(&search.in_folders(&[&room_folder]), "in the room's folder");
    // The centre keeps its case and its sheet of codes, but never the key in the clear.
    let search = Search::of([PLANTED_PASSPHRASE, SECRET_KEY_START]);
    nothing(&search.in_folders(&[&planted.room.session]), "in the session's folder");
}

/// The whole disk is read, byte after byte: what was written and freed, and names that are no more.
#[test]
fn no_planted_word_is_in_what_the_disk_has_freed() {
    let _others = room::among_others();
    let mut planted = Planted::new();
    let disk = planted.folder.path().join("disque.img");
    let at = room::place(planted.folder.path(), "disque");
    let mounted = match Mounted::image(&disk, &at, 16 * 1024 * 1024) {
        Ok(mounted) => mounted,
        Err(reason) => return say(&format!("NOT DONE: no disk can be mounted here ({reason})")),
    };
    leave_a_deleted_file(&at, "decoy-parapluie");
    let (work, mirror) = (room::place(&at, "poste"), room::place(&at, "secours"));
    planted.room.home = room::place(&at, "maison");
    planted.die_and_hand_in(&work, &mirror, || {});
    let copy = planted.room.copy(&room::copy_in(&work, USUAL_TIME));
    assert_eq!(copy.answers, planted.script.answers());
    mounted.unmount();
    let bytes = written_pages(&disk);
    let decoy = Search::of(["decoy-parapluie"]).in_bytes(&bytes);
    assert!(!decoy.is_empty(), "a freed block would not be seen: mend this test");
    nothing(&candidates_words().in_bytes(&bytes), "on the disk");
}

fn leave_a_deleted_file(folder: &Path, word: &str) {
    let path = folder.join("leurre");
    std::fs::write(&path, word.repeat(100)).expect("written");
    std::fs::File::open(&path).and_then(|file| file.sync_all()).expect("on the disk");
    std::fs::remove_file(&path).expect("deleted");
}

/// The pages of a disk that hold something.
fn written_pages(disk: &Path) -> Vec<u8> {
    let bytes = std::fs::read(disk).expect("it reads");
    let pages = bytes.chunks(4096).filter(|page| page.iter().any(|byte| *byte != 0));
    pages.flatten().copied().collect()
}
