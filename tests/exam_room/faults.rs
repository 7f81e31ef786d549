//! Disks that fail: full, locked, or no folder at all. The program says so in words, keeps the
//! answers, and goes on when the cause is gone.

use std::path::{Path, PathBuf};

use crate::mounts::Mounted;
use crate::process::{Ended, Running, run, say};
use crate::room::{self, FULL, Room, Sit, USUAL_TIME};
use crate::script::{Event, Script, bulky, mixed};

/// Events and letters of each: three times what the small disk holds.
const BULKY_EVENTS: usize = 300;
const BULKY_LETTERS: usize = 600;

struct Scene {
    _folder: tempfile::TempDir,
    work: PathBuf,
    mirror: PathBuf,
    script: Script,
}

impl Scene {
    fn new(events: Vec<Event>) -> Self {
        let folder = room::folder("pannes");
        let (work, mirror) =
            (room::place(folder.path(), "poste"), room::place(folder.path(), "secours"));
        let script = Script::write(&folder.path().join("script.yaml"), events);
        Self { _folder: folder, work, mirror, script }
    }

    fn sit(&self, pace: u64) -> Sit<'_> {
        Sit {
            candidate: USUAL_TIME,
            work: &self.work,
            mirror: Some(&self.mirror),
            script: &self.script.path,
            pace,
            hand_in: false,
        }
    }

    fn holds_everything(&self, folder: &Path, ended: &Ended) {
        let journal = Room::shared().journal(folder);
        let answers = journal.map(|journal| journal.answers);
        let messages = room::messages(ended);
        assert_eq!(
            answers.as_ref(),
            Ok(&self.script.answers()),
            "{}: {messages}",
            folder.display()
        );
    }
}

/// It ends with words, not with a panic.
fn says_something(ended: &Ended) {
    let messages = room::messages(ended);
    assert!(!messages.trim().is_empty(), "it says nothing");
    assert!(!messages.contains("panicked"), "{messages}");
}

#[test]
fn a_full_disk_is_said_and_all_is_saved_when_there_is_room_again() {
    let _others = room::among_others();
    let room = Room::shared();
    let scene = Scene::new(bulky(BULKY_EVENTS, BULKY_LETTERS, &mut room::chance()));
    let disk = match Mounted::in_memory(&scene.work, "64k") {
        Ok(disk) => disk,
        Err(reason) => {
            say(&format!(
                "NOT DONE: no small disk to fill here ({reason}); a file is tried instead"
            ));
            return a_file_is_no_folder(&scene, &scene.work);
        }
    };
    let mut running = Running::start(&mut room.sit(&scene.sit(15)));
    let told = running.wait_for(|line| line.text.contains(FULL));
    assert!(told.is_some(), "nothing says that the disk is full: {}", running.finish().all());
    disk.change("size=8m").expect("there is room again");
    let ended = running.finish();
    assert_eq!(ended.code, Some(0), "{}", ended.all());
    says_something(&ended);
    scene.holds_everything(&scene.work, &ended);
    scene.holds_everything(&scene.mirror, &ended);
}

#[test]
fn a_full_key_is_said_and_does_not_hinder_the_work() {
    let _others = room::among_others();
    let room = Room::shared();
    let scene = Scene::new(bulky(BULKY_EVENTS, BULKY_LETTERS, &mut room::chance()));
    let _disk = match Mounted::in_memory(&scene.mirror, "64k") {
        Ok(disk) => disk,
        Err(reason) => {
            say(&format!(
                "NOT DONE: no small disk to fill here ({reason}); a file is tried instead"
            ));
            return a_file_is_no_folder(&scene, &scene.mirror);
        }
    };
    let ended = run(&mut room.sit(&scene.sit(10)));
    let messages = room::messages(&ended);
    assert!(messages.contains(FULL), "nothing says that the key is full: {messages}");
    says_something(&ended);
    scene.holds_everything(&scene.work, &ended);
}

#[test]
fn a_file_in_place_of_a_folder_is_said() {
    let _others = room::among_others();
    let scene = Scene::new(mixed(30));
    a_file_is_no_folder(&scene, &scene.work);
}

/// A file stands where a folder is wanted: words, and the file untouched. Where the sitting can go on
/// with the other folder, it does.
fn a_file_is_no_folder(scene: &Scene, place: &Path) {
    std::fs::remove_dir_all(place).expect("removed");
    std::fs::write(place, b"un fichier").expect("written");
    let ended = run(&mut Room::shared().sit(&scene.sit(5)));
    says_something(&ended);
    assert_eq!(std::fs::read(place).expect("still there"), b"un fichier");
    if ended.code == Some(0) {
        let other = [&scene.work, &scene.mirror].into_iter().find(|folder| *folder != place);
        scene.holds_everything(other.expect("two folders"), &ended);
    }
}

#[test]
fn a_read_only_folder_is_said_and_serves_once_it_is_unlocked() {
    let _others = room::among_others();
    let room = Room::shared();
    let scene = Scene::new(mixed(60));
    let locked = match Lock::put(&scene.work) {
        Ok(locked) => locked,
        Err(reason) => return say(&format!("NOT DONE: no folder can be locked here ({reason})")),
    };
    let refused = run(&mut room.sit(&scene.sit(2)));
    says_something(&refused);
    if refused.code == Some(0) {
        scene.holds_everything(&scene.mirror, &refused);
    }
    locked.lift();
    let ended = run(&mut room.sit(&scene.sit(0)));
    assert_eq!(ended.code, Some(0), "{}", ended.all());
    scene.holds_everything(&scene.work, &ended);
}

/// A folder that cannot be written. Rights do not stop an administrator: a read-only disk does.
struct Lock {
    folder: PathBuf,
    disk: Option<Mounted>,
}

impl Lock {
    fn put(folder: &Path) -> Result<Self, String> {
        let lock = Self { folder: folder.to_owned(), disk: None };
        lock.set_mode(0o555);
        let probe = folder.join("essai");
        if std::fs::write(&probe, b"").is_err() {
            return Ok(lock);
        }
        std::fs::remove_file(&probe).map_err(|error| error.to_string())?;
        lock.set_mode(0o755);
        let disk = Mounted::in_memory(folder, "1m")?;
        disk.change("ro")?;
        Ok(Self { disk: Some(disk), ..lock })
    }

    fn lift(&self) {
        match &self.disk {
            Some(disk) => disk.change("rw").expect("unlocked"),
            None => self.set_mode(0o755),
        }
    }

    fn set_mode(&self, mode: u32) {
        use std::os::unix::fs::PermissionsExt;
        let rights = std::fs::Permissions::from_mode(mode);
        std::fs::set_permissions(&self.folder, rights).expect("rights are set");
    }
}
