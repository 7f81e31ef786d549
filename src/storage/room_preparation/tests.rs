//! What is refused before anything is written, and what is taken back after.

use std::path::Path;

use zeroize::Zeroizing;

use super::{OpeningWork, PreparedPaper, RoomSecrets, RoomWishes, prepare_room};
use crate::domain::exam::samples::session_of;
use crate::storage::sealing::OpeningCode;
use crate::storage::{
    StorageError, bundled_cases, load_catalogue, read_case, unpack_case, write_atomically,
};

/// Why a session of two papers cannot be prepared in a folder.
fn refusal(outside: &Path, root: &Path, candidates: &str) -> StorageError {
    let bundled = bundled_cases().expect("they read").swap_remove(0);
    let folder = outside.join("cas");
    std::fs::create_dir_all(&folder).expect("a folder");
    let case = read_case(&unpack_case(&bundled, &folder).expect("unpacked")).expect("it reads");
    let paper = |label: &str| PreparedPaper { label: label.to_owned(), case: case.clone() };
    let code = |typed| OpeningCode::read(typed).expect("a code");
    let secrets = RoomSecrets {
        opening: vec![code("K7QM-4TRX"), code("9DPH-4TRX")],
        room: code("SALLE-2027"),
        passphrase: Zeroizing::new("abricot lanterne ruisseau".to_owned()),
    };
    let wishes = RoomWishes { work: OpeningWork::Least, ..RoomWishes::default() };
    let papers = [paper("Étude de cas"), paper("Questionnaire")];
    let (catalogue, _) = load_catalogue(None);
    let made = prepare_room(root, session_of(candidates), &papers, &secrets, wishes, &catalogue);
    made.err().expect("refused")
}

#[test]
fn what_was_begun_is_taken_back_and_what_was_there_stays() {
    let outside = tempfile::tempdir().expect("a folder");
    let root = outside.path().join("session");
    std::fs::create_dir(&root).expect("a folder");
    write_atomically(&root.join("jury.cle"), b"autre").expect("written");
    let problem = refusal(outside.path(), &root, "C-01;A\n").to_string();
    assert!(problem.contains("un fichier de ce nom est déjà là"), "{problem}");
    assert!(problem.contains("Ce qui était commencé est retiré."), "{problem}");
    let left: Vec<_> = std::fs::read_dir(&root).expect("it is there").flatten().collect();
    assert_eq!(left.len(), 1, "{left:?}");
    assert_eq!(std::fs::read(root.join("jury.cle")).expect("kept"), b"autre");
}

#[test]
fn two_copies_of_one_name_are_refused_before_anything_is_written() {
    let outside = tempfile::tempdir().expect("a folder");
    let root = outside.path().join("session");
    for (candidates, reason) in [
        ("C-01;A\nc-01;B\n", "que par les majuscules"),
        ("C-01;A\nC-01-E2;B\n", "le même nom que celle de C-01 pour « Questionnaire »"),
    ] {
        let problem = refusal(outside.path(), &root, candidates).to_string();
        assert!(problem.contains(reason), "{problem}");
        assert!(!root.exists(), "{problem}");
    }
}
