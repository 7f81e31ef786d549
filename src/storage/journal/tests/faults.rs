//! Places that fail while the candidate types, and come back.

use super::*;

fn started(places: &[PathBuf]) -> JournalWriter {
    let journal = create(places, &header("c-1"), &key()).unwrap();
    JournalWriter::start(journal, options()).unwrap()
}

fn append(writer: &JournalWriter, text: &str) -> u64 {
    writer.append(text.as_bytes(), NOW).unwrap()
}

/// Deletes a folder, even if the writer mends it meanwhile.
fn delete(folder: &Path) {
    let gone = (0..1_000).any(|_| std::fs::remove_dir_all(folder).is_ok());
    assert!(gone, "{} stays", folder.display());
}

fn is_whole(state: &JournalState) -> bool {
    state.copies_of(state.appended) == state.places.len()
}

#[test]
fn a_folder_deleted_while_writing_comes_back_by_itself_and_is_told() {
    let (folder, places) = rooms(&["pc", "cle"]);
    let writer = started(&places);
    append(&writer, "un");
    let state = wait_until(&writer, is_whole);
    assert!(state.remarks.is_empty(), "{:?}", state.remarks);
    let key = folder.path().join("cle");
    delete(&key);
    append(&writer, "deux");
    let state = wait_until(&writer, |state| is_whole(state) && places[1].exists());
    let told = state.remarks.iter().find(|told| told.path == key).expect("it is told");
    assert!(told.message.contains("le dossier avait disparu"), "{told}");
    append(&writer, "trois");
    wait_until(&writer, is_whole);
    drop(writer);
    assert_eq!(texts_of(&places[1]), ["un", "deux", "trois"]);
    assert_eq!(bytes_of(&places[0]), bytes_of(&places[1]));
}

#[test]
fn a_deleted_file_is_noticed_at_rest_written_again_and_told() {
    let (_folder, places) = rooms(&["pc"]);
    let writer = started(&places);
    append(&writer, "un");
    wait_until(&writer, is_whole);
    std::fs::remove_file(&places[0]).unwrap();
    let state = wait_until(&writer, |state| !state.remarks.is_empty());
    let told = state.remarks.first().expect("it is told");
    assert_eq!(told.path, places[0]);
    assert!(told.message.contains("le fichier du journal avait disparu"), "{told}");
    append(&writer, "deux");
    let state = wait_until(&writer, is_whole);
    assert_eq!(state.remarks.len(), 1, "told once: {:?}", state.remarks);
    drop(writer);
    assert_eq!(texts_of(&places[0]), ["un", "deux"]);
}

#[test]
fn a_pulled_key_is_told_the_other_copy_goes_on_and_the_key_catches_up() {
    let (folder, places) = rooms(&["pc", "volume/cle"]);
    let (plugged, pulled) = (folder.path().join("volume"), folder.path().join("ailleurs"));
    std::fs::create_dir(&plugged).unwrap();
    let writer = started(&places);
    append(&writer, "un");
    wait_until(&writer, is_whole);
    std::fs::rename(&plugged, &pulled).unwrap();
    append(&writer, "deux");
    let state = wait_until(&writer, |state| !state.is_behind() && state.copies() == 1);
    let trouble = state.places[1].trouble.clone().unwrap();
    assert!(trouble.message.contains("la clé USB a été retirée"), "{trouble}");
    assert!(state.places[0].trouble.is_none());
    append(&writer, "trois");
    wait_until(&writer, |state| !state.is_behind());
    assert_eq!(texts_of(&places[0]), ["un", "deux", "trois"]);
    std::fs::rename(&pulled, &plugged).unwrap();
    writer.retry_now();
    wait_until(&writer, is_whole);
    drop(writer);
    assert_eq!(bytes_of(&places[0]), bytes_of(&places[1]));
}

#[test]
fn a_place_that_cannot_be_written_is_told_and_tried_again() {
    let (folder, places) = rooms(&["pc", "cle"]);
    std::fs::write(folder.path().join("cle"), "un fichier à la place du dossier").unwrap();
    let writer = started(&places);
    append(&writer, "un");
    let state = wait_until(&writer, |state| !state.is_behind());
    assert_eq!((state.copies(), state.copies_of(1)), (1, 1));
    assert!(state.places[1].trouble.is_some());
    std::fs::remove_file(folder.path().join("cle")).unwrap();
    wait_until(&writer, is_whole);
    drop(writer);
    assert_eq!(texts_of(&places[1]), ["un"]);
}

#[test]
fn with_no_place_left_events_stay_in_memory_until_one_comes_back() {
    let (folder, places) = rooms(&["volume/pc"]);
    let volume = folder.path().join("volume");
    std::fs::create_dir(&volume).unwrap();
    let writer = started(&places);
    append(&writer, "un");
    wait_until(&writer, is_whole);
    delete(&volume);
    append(&writer, "deux");
    assert!(!writer.flush(Duration::from_millis(100)));
    let state = writer.state();
    assert!(state.is_behind() && state.copies() == 0, "{state:?}");
    std::fs::create_dir(&volume).unwrap();
    assert!(writer.flush(PATIENCE));
    append(&writer, "trois");
    drop(writer);
    assert_eq!(texts_of(&places[0]), ["un", "deux", "trois"]);
}

#[test]
fn another_place_can_be_added_and_receives_everything() {
    let (folder, places) = rooms(&["pc", "cle"]);
    let writer = started(&places[..1]);
    append(&writer, "un");
    writer.add_place(&places[1]).unwrap();
    assert!(writer.add_place(&places[1]).is_err());
    append(&writer, "deux");
    let state = wait_until(&writer, |state| state.copies_of(2) == 2);
    assert_eq!(state.places.len(), 2);
    drop(writer);
    assert_eq!(bytes_of(&places[0]), bytes_of(&places[1]));
    assert_eq!(std::fs::read_dir(folder.path().join("cle")).unwrap().count(), 1);
}

#[test]
fn a_folder_at_the_place_of_the_file_is_told() {
    let (_folder, places) = rooms(&["pc", "cle"]);
    std::fs::create_dir_all(&places[1]).unwrap();
    let writer = started(&places[..1]);
    writer.add_place(&places[1]).unwrap();
    append(&writer, "un");
    let state = wait_until(&writer, |state| state.places[1].trouble.is_some());
    let trouble = state.places[1].trouble.clone().unwrap();
    assert!(trouble.message.contains("un dossier occupe"), "{trouble}");
    std::fs::remove_dir(&places[1]).unwrap();
    wait_until(&writer, |state| state.copies_of(1) == 2);
}

#[test]
fn a_second_window_on_the_same_journal_is_told_and_overwrites_nothing() {
    let (_folder, places) = rooms(&["pc"]);
    let first = started(&places);
    append(&first, "un");
    wait_until(&first, is_whole);
    let choice = looked(&places).unwrap().unwrap();
    let second = JournalWriter::start(reopen(&choice).unwrap(), options()).unwrap();
    append(&second, "deux");
    wait_until(&second, is_whole);
    append(&first, "de la première fenêtre");
    let state = wait_until(&first, |state| state.copies() == 0);
    let trouble = state.places[0].trouble.clone().unwrap();
    assert!(trouble.message.contains("un autre programme"), "{trouble}");
    append(&second, "trois");
    wait_until(&second, is_whole);
    drop(first);
    drop(second);
    assert_eq!(texts_of(&places[0]), ["un", "deux", "trois"]);
}

#[test]
fn a_file_that_another_program_went_on_with_is_known_as_not_ours() {
    let (_folder, places) = rooms(&["pc", "cle"]);
    let writer = started(&places);
    append(&writer, "un");
    let state = wait_until(&writer, is_whole);
    assert!(state.places.iter().all(|place| !place.is_of_another()));
    let mut whole = bytes_of(&places[1]);
    whole.extend_from_slice(b"une suite venue d'ailleurs");
    let file = std::fs::OpenOptions::new().write(true).open(&places[1]).unwrap();
    std::io::Write::write_all(&mut &file, &whole).unwrap();
    append(&writer, "deux");
    let state = wait_until(&writer, |state| state.places.iter().any(|one| one.trouble.is_some()));
    assert_eq!(state.places.iter().filter(|one| one.is_of_another()).count(), 1, "{state:?}");
}
