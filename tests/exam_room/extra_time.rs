//! The time that a copy proves: extra time to the second, interruptions counted.

use std::time::Duration;

use crate::process::{Running, run};
use crate::room::{self, EXTRA_TIME, Held, PAPER_SECONDS, Room, Saved, Sit, USUAL_TIME};
use crate::script::{Script, mixed};

/// Sits and hands in, after as many kills, and reads the copy as the jury does.
fn handed_in(candidate: &str, kills: usize) -> Held {
    let room = Room::shared();
    let folder = room::folder("temps");
    let work = room::place(folder.path(), "poste");
    let script = Script::write(&folder.path().join("script.yaml"), mixed(400));
    let sit = |pace, hand_in| {
        room.sit(&Sit { candidate, work: &work, mirror: None, script: &script.path, pace, hand_in })
    };
    for _ in 0..kills {
        let mut running = Running::start(&mut sit(10, false));
        let saved = running.wait_for(|line| Saved::read(line).is_some());
        assert!(saved.is_some(), "{}", running.finish().all());
        running.listen_for(Duration::from_millis(300));
        running.kill();
    }
    let ended = run(&mut sit(0, true));
    assert_eq!(ended.code, Some(0), "{}", ended.all());
    room.copy(&room::copy_in(&work, candidate))
}

#[test]
fn a_third_more_of_100_minutes_is_133_minutes_and_20_seconds() {
    let _others = room::among_others();
    let extended = handed_in(EXTRA_TIME, 0);
    assert_eq!(extended.granted_seconds(), Some(8_000));
    assert_eq!(extended.interruptions(), 0);
    let usual = handed_in(USUAL_TIME, 0);
    assert_eq!(usual.granted_seconds(), Some(PAPER_SECONDS));
}

#[test]
fn a_pc_that_stopped_twice_is_in_the_ledger_twice() {
    let _others = room::among_others();
    let copy = handed_in(USUAL_TIME, 2);
    assert_eq!(copy.interruptions(), 2);
}
