//! Folders that vanish in the middle of a sitting, as a pulled key does, and come back: words, no
//! answer lost, and both copies whole again.

use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::mounts::Mounted;
use crate::process::{Running, say};
use crate::room::{self, Room, Saved, Sit, USUAL_TIME};
use crate::script::{Script, mixed};
use crate::search::paths_below;

/// Five seconds of typing.
const EVENTS: usize = 500;
const PACE: u64 = 10;
/// How long the folders are away.
const AWAY: Duration = Duration::from_millis(700);

/// Which folders vanish.
#[derive(Clone, Copy)]
enum Vanishing {
    Work,
    Mirror,
    Both,
}

fn folders_vanish_and_come_back(which: Vanishing) {
    let _others = room::among_others();
    let room = Room::shared();
    let folder = room::folder("disparus");
    let (work, mirror) =
        (room::place(folder.path(), "poste"), room::place(folder.path(), "secours"));
    let script = Script::write(&folder.path().join("script.yaml"), mixed(EVENTS));
    let mut running = Running::start(&mut room.sit(&Sit {
        candidate: USUAL_TIME,
        work: &work,
        mirror: Some(&mirror),
        script: &script.path,
        pace: PACE,
        hand_in: false,
    }));
    let saved = running.wait_for(|line| Saved::read(line).is_some_and(|save| save.rank >= 50));
    assert!(saved.is_some(), "{}", running.finish().all());

    let gone: Vec<&PathBuf> = match which {
        Vanishing::Work => vec![&work],
        Vanishing::Mirror => vec![&mirror],
        Vanishing::Both => vec![&work, &mirror],
    };
    let heard = running.heard().len();
    for folder in &gone {
        remove(folder);
    }
    running.listen_for(AWAY);
    assert!(running.is_alive(), "it gave up: {}", running.finish().all());
    // Words even for a folder that is made again at once: it may not be the key any more.
    let said = running.heard().iter().skip(heard).any(|line| Saved::read(line).is_none());
    for folder in &gone {
        std::fs::create_dir_all(folder).expect("it is back");
    }
    let ended = running.finish();
    let messages = room::messages(&ended);
    assert_eq!(ended.code, Some(0), "{messages}");
    assert!(said, "nothing was said while a folder was away; later: {messages}");
    assert!(!messages.contains("panicked"), "{messages}");
    both_hold_everything(&[&work, &mirror], &script, &messages);
}

/// A key with a disk of its own: while it is away nothing is written in the empty folder where it was.
#[test]
fn a_mounted_key_that_is_pulled_and_put_back_is_whole_again() {
    let _others = room::among_others();
    let room = Room::shared();
    let folder = room::folder("cle");
    let (work, key) = (room::place(folder.path(), "poste"), room::place(folder.path(), "cle"));
    let disk = match Mounted::image(&folder.path().join("cle.img"), &key, 8 * 1024 * 1024) {
        Ok(disk) => disk,
        Err(reason) => return say(&format!("NOT DONE: no key can be mounted here ({reason})")),
    };
    let mirror = room::place(&key, "secours");
    let script = Script::write(&folder.path().join("script.yaml"), mixed(EVENTS));
    let mut running = Running::start(&mut room.sit(&Sit {
        candidate: USUAL_TIME,
        work: &work,
        mirror: Some(&mirror),
        script: &script.path,
        pace: PACE,
        hand_in: false,
    }));
    let saved = running.wait_for(|line| Saved::read(line).is_some_and(|save| save.rank >= 50));
    assert!(saved.is_some(), "{}", running.finish().all());
    let heard = running.heard().len();
    disk.pull();
    running.listen_for(AWAY);
    let said = running.heard().iter().skip(heard).any(|line| Saved::read(line).is_none());
    let strays = paths_below(&key);
    disk.put_back().expect("it is mounted again");
    let ended = running.finish();
    let messages = room::messages(&ended);
    assert_eq!(ended.code, Some(0), "{messages}");
    assert!(said, "nothing was said while the key was away; later: {messages}");
    assert!(strays.is_empty(), "written where the key was: {strays:?}");
    both_hold_everything(&[&work, &mirror], &script, &messages);
}

fn both_hold_everything(folders: &[&Path; 2], script: &Script, messages: &str) {
    for folder in folders {
        let journal = Room::shared().journal(folder).unwrap_or_else(|error| {
            panic!("{} is unreadable: {error}\n{messages}", folder.display())
        });
        assert_eq!(journal.answers, script.answers(), "{}: {messages}", folder.display());
    }
}

/// Removes a folder in which another process writes.
fn remove(folder: &Path) {
    for _ in 0..100 {
        if std::fs::remove_dir_all(folder).is_ok() {
            return;
        }
    }
    panic!("{} cannot be removed", folder.display());
}

#[test]
fn a_work_folder_that_vanishes_and_comes_back_is_whole_again() {
    folders_vanish_and_come_back(Vanishing::Work);
}

#[test]
fn a_key_that_is_pulled_and_put_back_is_whole_again() {
    folders_vanish_and_come_back(Vanishing::Mirror);
}

#[test]
fn answers_are_kept_in_memory_while_no_folder_is_there() {
    folders_vanish_and_come_back(Vanishing::Both);
}
