//! What the centre and the jury are told of copies: a key that is not there, copies still sealed,
//! an altered one. Documents written before are never replaced by poorer ones.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::room::{self, EXTRA_TIME, MISSING, OTHER_CODE, OTHER_PASSPHRASE, Room, Sit, USUAL_TIME};
use crate::script::{Script, mixed};

/// A session of its own, and a key with the copies of two candidates.
fn handed_in(root: &Path) -> (Room, PathBuf) {
    let room = Room::prepare(root, OTHER_CODE, OTHER_PASSPHRASE);
    let key = room::place(root, "cle-usb");
    let script = Script::write(&root.join("script.yaml"), mixed(12));
    for candidate in [EXTRA_TIME, USUAL_TIME] {
        let usual = Sit::usual(&key, &script.path);
        let ended = room.play(&Sit { candidate, hand_in: true, ..usual });
        assert_eq!(ended.code, Some(0), "{}", ended.all());
    }
    (room, key)
}

/// Every file of a folder, by name.
fn contents(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let entries = std::fs::read_dir(folder).expect("the folder").flatten();
    entries.map(|entry| (entry.path(), std::fs::read(entry.path()).expect("read"))).collect()
}

/// Changes a byte in the middle of a file.
fn alter(file: &Path) {
    let mut bytes = std::fs::read(file).expect("read");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(file, bytes).expect("written");
}

#[test]
fn the_jury_is_told_of_each_copy_as_it_is_and_loses_no_document() {
    let _others = room::among_others();
    let root = room::folder("jury");
    let (room, key) = handed_in(root.path());

    let gone = root.path().join("cle-partie");
    let collected = room.collect(&[&gone, &key]);
    assert_eq!(collected.code, Some(1), "{}", collected.all());
    assert!(collected.out().contains("cle-partie"), "{}", collected.all());
    assert!(room.collected(EXTRA_TIME).is_file() && room.collected(USUAL_TIME).is_file());

    let documents = room.session.join("documents");
    let before = contents(&documents);
    let refused = room.report_without_key();
    assert_eq!(refused.code, Some(1), "{}", refused.all());
    assert!(contents(&documents) == before, "something is written: {}", refused.all());
    for words in ["2 copies sont scellées", "C-01.copie", "C-02.copie", "--passphrase-file"] {
        assert!(refused.all().contains(words), "« {words} » is not said: {}", refused.all());
    }

    let written = room.report();
    assert_eq!(written.code, Some(0), "{}", written.all());
    let good = contents(&documents);
    assert!(good.len() > before.len(), "{}", written.all());
    let refused = room.report_without_key();
    assert_eq!(refused.code, Some(1), "{}", refused.all());
    assert!(contents(&documents) == good, "a good document is replaced: {}", refused.all());

    alter(&room.collected(USUAL_TIME));
    let marked = room.mark();
    assert_eq!(marked.code, Some(1), "{}", marked.all());
    for words in [
        format!("{EXTRA_TIME} : copie scellée, non ouverte"),
        format!("{USUAL_TIME} : copie altérée, non lue"),
        format!("{MISSING} : aucune copie"),
    ] {
        assert!(marked.out().contains(&words), "« {words} » is not said: {}", marked.all());
    }
}
