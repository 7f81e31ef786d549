//! The same copy opened twice on one PC: the second is sent back, the first loses nothing.

use std::time::Duration;

use crate::process::{Line, Running, run};
use crate::room::{self, Room, Saved, Sit, USUAL_TIME};
use crate::script::{Script, mixed};

/// Events of the first window, and how many are saved when the second comes.
const EVENTS: usize = 120;
const BEFORE_THE_SECOND: usize = 30;

#[test]
fn a_second_window_on_the_same_copy_is_sent_back() {
    let _others = room::among_others();
    let room = Room::shared();
    let folder = room::folder("deux-fenetres");
    let work = room::place(folder.path(), "poste");
    let script = Script::write(&folder.path().join("script.yaml"), mixed(EVENTS));
    let sit = Sit { pace: 20, hand_in: true, ..Sit::usual(&work, &script.path) };
    let mut first = Running::start(&mut room.sit(&sit));
    let reached =
        |line: &Line| Saved::read(line).is_some_and(|save| save.rank >= BEFORE_THE_SECOND);
    assert!(first.wait_for(reached).is_some(), "{}", first.finish().all());
    let second = run(&mut room.sit(&sit));
    assert_eq!(second.code, Some(1), "{}", second.all());
    assert!(second.all().contains("déjà ouverte dans une autre fenêtre"), "{}", second.all());
    first.listen_for(Duration::from_secs(5));
    let ended = first.finish();
    assert_eq!(ended.code, Some(0), "{}", ended.all());
    assert_eq!(room.copy(&room::copy_in(&work, USUAL_TIME)).answers, script.answers());
    let left = std::fs::read_dir(&work).expect("the folder").flatten();
    let locks = left.filter(|entry| entry.file_name().to_string_lossy().contains("verrou"));
    assert_eq!(locks.count(), 0, "a lock is left behind");
}
