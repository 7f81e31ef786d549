//! What a place does with the file that it finds.

use super::super::place::PlaceFile;
use super::*;
use crate::storage::StorageError;

/// A file with a whole journal, then what was added to memory but not to the file.
fn half_written(path: &Path) -> (Memory, usize) {
    let mut memory = Memory::begin(path, &header("c-1"), &key()).unwrap();
    memory.append(path, b"un").unwrap();
    std::fs::write(path, memory.bytes()).unwrap();
    let good = memory.bytes().len();
    memory.append(path, b"deux").unwrap();
    (memory, good)
}

fn restored(file: &mut PlaceFile, memory: &Memory) -> StorageResult<Option<StorageError>> {
    file.restore(memory.bytes(), memory.head_length(), &options().flush)
}

fn place(path: &Path, good: usize, attempted: usize) -> PlaceFile {
    PlaceFile::known(path.to_owned(), good as u64, attempted as u64)
}

#[test]
fn the_torn_tail_of_a_failed_write_is_cut_then_written_again_with_the_same_bytes() {
    let (_folder, places) = rooms(&["."]);
    let path = &places[0];
    let (memory, good) = half_written(path);
    for tail in [&b""[..], &b"rubbish"[..], &memory.bytes()[good..good + 5]] {
        let torn = [&memory.bytes()[..good], tail].concat();
        std::fs::write(path, &torn).unwrap();
        let mut file = place(path, good, memory.bytes().len());
        let (witness, rest) = memory.tail(good as u64);
        if !tail.is_empty() {
            assert!(file.extend(&witness, &rest).unwrap().is_none());
            assert_eq!(bytes_of(path), torn);
        }
        assert_eq!(restored(&mut file, &memory), Ok(None));
        assert_eq!(bytes_of(path), memory.bytes());
        assert!(file.is_intact());
    }
}

#[test]
fn a_missing_or_shortened_file_is_made_whole() {
    let (folder, places) = rooms(&["pc"]);
    let path = &places[0];
    std::fs::create_dir(folder.path().join("pc")).unwrap();
    let (memory, good) = half_written(path);
    for length in [0, 3, 200, good - 1] {
        std::fs::write(path, &memory.bytes()[..length]).unwrap();
        let mut file = place(path, good, good);
        assert_eq!(restored(&mut file, &memory), Ok(None));
        assert_eq!(bytes_of(path), memory.bytes(), "{length}");
    }
    std::fs::remove_file(path).unwrap();
    let mut file = place(path, good, good);
    let (witness, rest) = memory.tail(good as u64);
    assert!(file.extend(&witness, &rest).unwrap().is_none());
    let told = restored(&mut file, &memory).unwrap().expect("it is told");
    assert_eq!(&told.path, path);
    assert!(told.message.contains("le fichier du journal avait disparu"), "{told}");
    assert!(told.remedy.contains("vérifiez qui l'a retiré"), "{told}");
    assert_eq!(bytes_of(path), memory.bytes());
    assert_eq!(restored(&mut file, &memory), Ok(None), "told once");
}

#[test]
fn a_folder_that_vanished_is_made_again_and_told_once() {
    let (folder, places) = rooms(&["pc"]);
    let (path, room) = (&places[0], folder.path().join("pc"));
    std::fs::create_dir(&room).unwrap();
    let (memory, good) = half_written(path);
    std::fs::remove_dir_all(&room).unwrap();
    let mut file = place(path, good, good);
    let (witness, rest) = memory.tail(good as u64);
    assert!(file.extend(&witness, &rest).unwrap().is_none());
    let told = restored(&mut file, &memory).unwrap();
    let told = told.expect("it is told");
    assert_eq!(told.path, room);
    assert!(told.message.contains("fait à nouveau et le journal y est écrit en entier"), "{told}");
    assert!(told.remedy.contains("que c'est bien la clé USB"), "{told}");
    assert_eq!(bytes_of(path), memory.bytes());
    assert_eq!(restored(&mut file, &memory), Ok(None), "nor its file a second time");
}

#[test]
fn a_folder_is_made_in_silence_the_first_time() {
    let (_folder, places) = rooms(&["pc"]);
    let mut memory = Memory::begin(&places[0], &header("c-1"), &key()).unwrap();
    memory.append(&places[0], b"un").unwrap();
    let mut file = PlaceFile::unknown(places[0].clone());
    assert_eq!(restored(&mut file, &memory), Ok(None));
    assert_eq!(bytes_of(&places[0]), memory.bytes());
}

#[test]
fn a_file_of_the_right_length_and_other_bytes_is_set_aside() {
    let (folder, places) = rooms(&["."]);
    let path = &places[0];
    let (memory, good) = half_written(path);
    let mut changed = bytes_of(path);
    changed[good - 1] ^= 1;
    std::fs::write(path, &changed).unwrap();
    let mut file = place(path, good, good);
    let (witness, rest) = memory.tail(good as u64);
    assert!(file.extend(&witness, &rest).unwrap().is_none());
    let remark = restored(&mut file, &memory).unwrap();
    assert!(remark.unwrap().message.contains("C-01.journal.ecarte-1"));
    assert_eq!(bytes_of(path), memory.bytes());
    assert_eq!(bytes_of(&folder.path().join("C-01.journal.ecarte-1")), changed);
}

#[test]
fn what_another_program_added_and_the_journal_of_another_are_not_touched() {
    let (_folder, places) = rooms(&["."]);
    let path = &places[0];
    let (memory, good) = half_written(path);
    let content = read(path, &key()).unwrap();
    let elsewhere = Memory::resume(path, &content, &key()).unwrap().bytes().to_vec();
    let mut stranger = Memory::begin(path, &header("c-2"), &key()).unwrap();
    stranger.append(path, b"autre").unwrap();
    let cases = [(elsewhere, "un autre programme"), (stranger.bytes().to_vec(), "n'est pas le")];
    for (found, words) in cases {
        std::fs::write(path, &found).unwrap();
        let mut file = place(path, good, good);
        let error = restored(&mut file, &memory).unwrap_err();
        assert!(error.message.contains(words), "{error}");
        assert_eq!(bytes_of(path), found);
    }
}

#[test]
fn destroying_removes_the_journal_and_what_a_killed_program_left_and_nothing_else() {
    let (folder, places) = rooms(&["pc", "cle"]);
    written(&places, &["un"]);
    let room = folder.path().join("pc");
    std::fs::write(room.join(".C-01.journal-a1b2c3.tmp"), "reste").unwrap();
    std::fs::write(room.join(".C-02.journal-a1b2c3.tmp"), "d'un autre").unwrap();
    std::fs::write(room.join("C-01.journal.ecarte-1"), "gardé").unwrap();
    destroy(&places).unwrap();
    destroy(&places).unwrap();
    let left = std::fs::read_dir(&room).unwrap().map(|entry| entry.unwrap().file_name());
    let mut left: Vec<_> = left.map(|name| name.into_string().unwrap()).collect();
    left.sort();
    assert_eq!(left, [".C-02.journal-a1b2c3.tmp", "C-01.journal.ecarte-1"]);
    assert!(!places[1].exists());
}
