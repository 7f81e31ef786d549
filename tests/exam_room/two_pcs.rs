//! Two PCs and a USB key, simulated by folders: the first PC dies, the second goes on from the second
//! copy and hands in; the jury opens the copy, nobody else does.

use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::process::{Ended, Line, Running, run};
use crate::room::{self, EXTRA_TIME, MISSING, OTHER_CODE, OTHER_PASSPHRASE, Room, Saved, Sit};
use crate::script::{Script, mixed};

/// Events of the sitting, and how many are saved when the first PC dies.
const EVENTS: usize = 300;
const BEFORE_THE_DEATH: usize = 80;

/// A key that carries the subject, and a sitting whose first PC is dead and gone.
struct DeadPc {
    folder: tempfile::TempDir,
    key: PathBuf,
    subject: PathBuf,
    mirror: PathBuf,
    script: Script,
    saved: usize,
}

impl DeadPc {
    fn new(room: &Room) -> Self {
        let folder = room::folder("deux-postes");
        let key = room::place(folder.path(), "cle-usb");
        let subject = key.join(room.subject.file_name().expect("a name"));
        std::fs::copy(&room.subject, &subject).expect("copied");
        let mirror = room::place(&key, "secours");
        let script = Script::write(&folder.path().join("script.yaml"), mixed(EVENTS));
        let pc = room::place(folder.path(), "poste-1");
        let sit = Sit {
            candidate: EXTRA_TIME,
            work: &pc,
            mirror: Some(&mirror),
            script: &script.path,
            pace: 5,
            hand_in: false,
        };
        let mut running = Running::start(&mut room.sit_on(&subject, &room.code, &sit));
        let reached =
            |line: &Line| Saved::read(line).is_some_and(|save| save.rank >= BEFORE_THE_DEATH);
        assert!(running.wait_for(reached).is_some(), "{}", running.finish().all());
        running.listen_for(Duration::from_millis(400));
        let killed = running.kill();
        assert_eq!(killed.code, None, "the first PC had the time to end: {}", killed.all());
        std::fs::remove_dir_all(&pc).expect("the first PC is gone");
        Self { folder, key, subject, mirror, script, saved: BEFORE_THE_DEATH }
    }

    /// Goes on in a work folder, with or without the key's folder as second copy, and hands in.
    fn go_on(&self, room: &Room, work: &Path, mirror: Option<&Path>) {
        let sit = Sit {
            candidate: EXTRA_TIME,
            work,
            mirror,
            script: &self.script.path,
            pace: 0,
            hand_in: true,
        };
        let ended = run(&mut room.sit_on(&self.subject, &room.code, &sit));
        assert_eq!(ended.code, Some(0), "{}", ended.all());
        let typed_again = room::saved(&ended).iter().any(|save| save.rank <= self.saved);
        assert!(!typed_again, "it began anew instead of going on:\n{}", ended.all());
    }
}

#[test]
fn the_second_pc_goes_on_from_the_key_and_the_jury_opens_what_it_hands_in() {
    let _others = room::among_others();
    let root = room::folder("session");
    let room = Room::prepare(root.path(), OTHER_CODE, OTHER_PASSPHRASE);
    let dead = DeadPc::new(&room);
    let journal = room.journal(&dead.mirror).expect("the key holds the sitting");
    assert_eq!(journal.candidate, EXTRA_TIME);
    let held = dead.script.events_behind(&journal.answers).expect("whole answers");
    assert!(held >= dead.saved, "{held} of {}", dead.saved);
    let wrong = room.journal_show(&dead.mirror, room::CODE);
    assert_ne!(wrong.code, Some(0), "another code opens the journal: {}", wrong.all());
    tells_nothing(&wrong, &dead.script);

    let pc = room::place(dead.folder.path(), "poste-2");
    dead.go_on(&room, &pc, Some(&dead.mirror));
    for folder in [&pc, &dead.mirror] {
        let copy = room.copy(&room::copy_in(folder, EXTRA_TIME));
        assert_eq!(copy.candidate, EXTRA_TIME);
        assert_eq!(copy.answers, dead.script.answers());
    }
    let copy = room::copy_in(&dead.mirror, EXTRA_TIME);
    nobody_else_opens(&copy, &room, &dead.script);
    for folder in [&pc, &dead.mirror] {
        tells_nothing(&room.journal_show(folder, &room.code), &dead.script);
    }
    the_centre_collects(&dead.key, &room, &dead.script);
}

#[test]
fn the_second_copy_is_enough_by_itself() {
    let _others = room::among_others();
    let room = Room::shared();
    let dead = DeadPc::new(room);
    dead.go_on(room, &dead.mirror, None);
    let copy = room.copy(&room::copy_in(&dead.mirror, EXTRA_TIME));
    assert_eq!(copy.answers, dead.script.answers());
}

/// Another jury's key, another passphrase, the opening code in place of the passphrase.
fn nobody_else_opens(copy: &Path, room: &Room, script: &Script) {
    let other = Room::shared();
    let folder = tempfile::tempdir().expect("a folder");
    let code = folder.path().join("code.txt");
    std::fs::write(&code, &room.code).expect("written");
    let foreign = [
        (&other.key, &other.passphrase),
        (&other.key, &room.passphrase),
        (&room.key, &other.passphrase),
        (&room.key, &code),
        (&room.subject, &room.passphrase),
    ];
    for (key, passphrase) in foreign {
        let refused = room.copy_show(copy, key, passphrase);
        assert_eq!(refused.code, Some(1), "{} opens: {}", key.display(), refused.all());
        assert!(!room::messages(&refused).trim().is_empty(), "it says nothing");
        tells_nothing(&refused, script);
    }
}

/// No text that the candidate typed is printed; numbers alone could be there by chance.
fn tells_nothing(ended: &Ended, script: &Script) {
    let printed = ended.all();
    for answer in ["l'équipe « P", "œuvre, 100 %", "=B1+"] {
        assert!(script.answers().values().any(|value| value.contains(answer)), "mend this test");
        assert!(!printed.contains(answer), "{printed}");
    }
}

fn the_centre_collects(key: &Path, room: &Room, script: &Script) {
    let collected = room.collect(&[key]);
    let said = collected.all();
    let filed = room.collected(EXTRA_TIME);
    assert!(filed.is_file(), "the copy is not filed: {said}");
    assert_eq!(room.copy(&filed).answers, script.answers());
    assert!(said.contains(MISSING), "the missing candidate is not named: {said}");
}
