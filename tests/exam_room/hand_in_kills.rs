//! `kill -9` while a copy is handed in: there is always a whole copy or a whole journal, and handing
//! in again finishes the work.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::process::{Running, run, say};
use crate::room::{self, Room, Sit, USUAL_TIME};
use crate::script::{Script, mixed};
use crate::search::paths_below;

/// A sitting whose answers are all typed.
struct Finished {
    _folder: tempfile::TempDir,
    script: Script,
    work: PathBuf,
    mirror: PathBuf,
}

impl Finished {
    fn new(room: &Room) -> Self {
        let folder = room::folder("remise");
        let script = Script::write(&folder.path().join("script.yaml"), mixed(12));
        let (work, mirror) =
            (room::place(folder.path(), "poste"), room::place(folder.path(), "secours"));
        let finished = Self { _folder: folder, script, work, mirror };
        let ended = run(&mut room.sit(&finished.sit(false)));
        assert_eq!(ended.code, Some(0), "{}", ended.all());
        finished
    }

    fn sit(&self, hand_in: bool) -> Sit<'_> {
        Sit {
            candidate: USUAL_TIME,
            work: &self.work,
            mirror: Some(&self.mirror),
            script: &self.script.path,
            pace: 0,
            hand_in,
        }
    }

    fn copies(&self) -> [PathBuf; 2] {
        [&self.work, &self.mirror].map(|folder| room::copy_in(folder, USUAL_TIME))
    }

    /// Every copy that has its name is whole; with none, the journal is.
    fn nothing_is_lost(&self, room: &Room) {
        let copies: Vec<PathBuf> = self.copies().into_iter().filter(|path| path.exists()).collect();
        for copy in &copies {
            assert_eq!(room.copy(copy).answers, self.script.answers(), "{}", copy.display());
        }
        if copies.is_empty() {
            let journal = room.journal(&self.work).expect("the journal or the copy is there");
            assert_eq!(journal.answers, self.script.answers());
        }
    }

    /// Hands in again; the first time may have been complete but for its last words.
    fn finishes(&self, room: &Room) {
        let ended = run(&mut room.sit(&self.sit(true)));
        assert!(!ended.all().contains("panicked"), "{}", ended.all());
        for copy in self.copies() {
            assert!(copy.exists(), "{} is missing:\n{}", copy.display(), ended.all());
            assert_eq!(room.copy(&copy).answers, self.script.answers());
        }
        for folder in [&self.work, &self.mirror] {
            no_journal_is_left(room, folder);
        }
    }
}

/// Waits until something is written beside the journal: the copy, under its own name or another.
fn wait_for_a_new_name(running: &mut Running, folder: &Path) {
    let names = || paths_below(folder).into_iter().collect::<BTreeSet<PathBuf>>();
    let before = names();
    while running.is_alive() && names().is_subset(&before) {
        std::thread::sleep(Duration::from_micros(100));
    }
}

fn no_journal_is_left(room: &Room, folder: &Path) {
    let journal = room.journal(folder);
    assert!(journal.is_err(), "after sealing, {} still opens", folder.display());
}

#[test]
fn a_copy_killed_while_it_is_handed_in_is_whole_and_can_be_handed_in_again() {
    let _quiet = room::alone();
    let room = Room::shared();
    let mut chance = room::chance();
    let calm = Finished::new(room);
    let ended = run(&mut room.sit(&calm.sit(true)));
    assert_eq!(ended.code, Some(0), "{}", ended.all());
    calm.finishes(room);
    let longest = u64::try_from(ended.took.as_millis()).expect("not that long");
    let rounds = (room::number("CASDECOLE_KILLS", 40) / 10).max(3);
    let mut without_copy = 0;
    for round in 0..rounds {
        let finished = Finished::new(room);
        let mut running = Running::start(&mut room.sit(&finished.sit(true)));
        if round % 2 == 0 {
            running.listen_for(Duration::from_millis(chance.u64(0..=longest)));
        } else {
            wait_for_a_new_name(&mut running, &finished.work);
            running.listen_for(Duration::from_micros(chance.u64(0..15_000)));
        }
        running.kill();
        without_copy += usize::from(!finished.copies()[0].exists());
        finished.nothing_is_lost(room);
        finished.finishes(room);
    }
    say(&format!(
        "{rounds} kills while handing in, {without_copy} of them before the copy was there"
    ));
}
