//! A disk that is slow to flush, or refuses to: what is typed meanwhile is written all the same.

use std::fs::File;
use std::io::{Error, ErrorKind, Result};
use std::sync::{Condvar, Mutex};

use super::*;

/// A disk that flushes only when it is let.
#[derive(Default)]
struct Gate {
    open: Mutex<bool>,
    moved: Condvar,
}

impl Gate {
    fn set(&self, open: bool) {
        *self.open.lock().unwrap() = open;
        self.moved.notify_all();
    }

    fn flush(&self, file: &File) -> Result<()> {
        let waited = self.moved.wait_while(self.open.lock().unwrap(), |open| !*open).unwrap();
        drop(waited);
        file.sync_data()
    }
}

fn started(
    places: &[PathBuf],
    flush: impl Fn(&File) -> Result<()> + Send + Sync + 'static,
) -> JournalWriter {
    let journal = create(places, &header("c-1"), &key()).unwrap();
    let options = WriterOptions { flush: Arc::new(flush), ..options() };
    JournalWriter::start(journal, options).unwrap()
}

/// A writer whose disk stalls, with one event durable before.
fn stalled(places: &[PathBuf]) -> (JournalWriter, Arc<Gate>) {
    let gate = Arc::new(Gate::default());
    let disk = Arc::clone(&gate);
    gate.set(true);
    let writer = started(places, move |file| disk.flush(file));
    writer.append(b"un", NOW).unwrap();
    assert!(writer.flush(PATIENCE));
    gate.set(false);
    (writer, gate)
}

/// Waits until a file holds these texts, whether or not they are durable.
fn wait_for_texts(path: &Path, texts: &[&str]) {
    for _ in 0..5_000 {
        let held = parse(path, bytes_of(path), &key()).unwrap().records;
        if held == payloads(texts) {
            return;
        }
        std::thread::sleep(Duration::from_millis(2));
    }
    panic!("{} never held {texts:?}", path.display());
}

#[test]
fn what_is_typed_while_a_flush_stalls_is_in_the_file_and_not_said_to_be_saved() {
    let (_folder, places) = rooms(&["pc"]);
    let (writer, gate) = stalled(&places);
    writer.append(b"deux", NOW).unwrap();
    wait_for_texts(&places[0], &["un", "deux"]);
    writer.append(b"trois", NOW).unwrap();
    wait_for_texts(&places[0], &["un", "deux", "trois"]);
    assert!(!writer.flush(Duration::from_millis(50)));
    assert_eq!(writer.state().durable, 1);
    gate.set(true);
    let state = wait_until(&writer, |state| !state.is_behind());
    assert_eq!((state.durable, state.places[0].durable), (3, 3));
    drop(writer);
    assert_eq!(texts_of(&places[0]), ["un", "deux", "trois"]);
}

#[test]
fn the_end_waits_for_what_is_being_flushed() {
    let (_folder, places) = rooms(&["pc"]);
    let (writer, gate) = stalled(&places);
    writer.append(b"deux", NOW).unwrap();
    wait_for_texts(&places[0], &["un", "deux"]);
    let opener = std::thread::spawn(move || {
        std::thread::sleep(Duration::from_millis(50));
        gate.set(true);
    });
    let state = writer.close(PATIENCE);
    opener.join().unwrap();
    assert!(!state.is_behind(), "{state:?}");
}

#[test]
fn the_end_has_its_patience_and_says_what_was_not_saved() {
    let (_folder, places) = rooms(&["pc"]);
    let (writer, gate) = stalled(&places);
    writer.append(b"deux", NOW).unwrap();
    let state = writer.close(Duration::from_millis(50));
    assert_eq!((state.durable, state.appended), (1, 2));
    gate.set(true);
    wait_for_texts(&places[0], &["un", "deux"]);
}

#[test]
fn a_folder_that_vanishes_during_a_flush_is_written_again() {
    let (folder, places) = rooms(&["pc", "cle"]);
    let (writer, gate) = stalled(&places);
    writer.append(b"deux", NOW).unwrap();
    wait_for_texts(&places[1], &["un", "deux"]);
    std::fs::remove_dir_all(folder.path().join("cle")).unwrap();
    gate.set(true);
    wait_until(&writer, |state| state.copies_of(2) == 2 && places[1].exists());
    writer.append(b"trois", NOW).unwrap();
    wait_until(&writer, |state| state.copies_of(3) == 2);
    drop(writer);
    assert_eq!(texts_of(&places[1]), ["un", "deux", "trois"]);
    assert_eq!(bytes_of(&places[0]), bytes_of(&places[1]));
}

#[test]
fn a_flush_that_is_refused_is_told_and_what_it_covered_is_written_again() {
    let (_folder, places) = rooms(&["pc"]);
    let refusing = Arc::new(Mutex::new(false));
    let disk = Arc::clone(&refusing);
    let writer = started(&places, move |file| {
        if *disk.lock().unwrap() {
            Err(Error::from(ErrorKind::StorageFull))
        } else {
            file.sync_data()
        }
    });
    writer.append(b"un", NOW).unwrap();
    assert!(writer.flush(PATIENCE));
    *refusing.lock().unwrap() = true;
    writer.append(b"deux", NOW).unwrap();
    let state = wait_until(&writer, |state| state.places[0].trouble.is_some());
    let trouble = state.places[0].trouble.clone().unwrap();
    assert!(trouble.message.contains("le disque est plein"), "{trouble}");
    assert_eq!((state.durable, state.copies()), (1, 0));
    *refusing.lock().unwrap() = false;
    writer.append(b"trois", NOW).unwrap();
    let state = wait_until(&writer, |state| !state.is_behind());
    assert!(state.places[0].trouble.is_none(), "{state:?}");
    drop(writer);
    assert_eq!(texts_of(&places[0]), ["un", "deux", "trois"]);
}

#[test]
fn a_journal_reopened_and_left_with_nothing_new_ends_at_once() {
    let (_folder, places) = rooms(&["pc"]);
    written(&places, &["un"]);
    let choice = looked(&places).unwrap().unwrap();
    let slow = WriterOptions { gathering: Duration::from_hours(1), ..options() };
    let writer = JournalWriter::start(reopen(&choice).unwrap(), slow).unwrap();
    std::fs::remove_file(&places[0]).unwrap();
    wait_until(&writer, |_| places[0].exists());
    assert!(!writer.close(PATIENCE).is_behind());
    assert_eq!(texts_of(&places[0]), ["un"]);
}

/// A disk that stalls, then refuses every flush for good.
#[test]
fn what_was_written_during_a_stall_stays_in_the_file_while_each_flush_is_refused() {
    let (_folder, places) = rooms(&["pc"]);
    let (gate, refused) = (Arc::new(Gate::default()), Arc::new(Mutex::new(0)));
    let (disk, count) = (Arc::clone(&gate), Arc::clone(&refused));
    gate.set(true);
    let writer = started(&places, move |file| {
        disk.flush(file)?;
        let mut count = count.lock().unwrap();
        *count += 1;
        if *count > 1 { Err(Error::from(ErrorKind::StorageFull)) } else { Ok(()) }
    });
    writer.append(b"un", NOW).unwrap();
    assert!(writer.flush(PATIENCE));
    gate.set(false);
    for text in ["deux", "trois"] {
        writer.append(text.as_bytes(), NOW).unwrap();
    }
    wait_for_texts(&places[0], &["un", "deux", "trois"]);
    gate.set(true);
    while *refused.lock().unwrap() < 6 {
        let held = parse(&places[0], bytes_of(&places[0]), &key()).unwrap();
        assert_eq!((held.records, held.cut), (payloads(&["un", "deux", "trois"]), None));
    }
    let state = writer.state();
    assert!(state.places[0].trouble.is_some() && state.durable == 1, "{state:?}");
}

#[test]
fn a_journal_that_is_discarded_is_not_made_again_by_a_thread_that_its_disk_held() {
    let (_folder, places) = rooms(&["pc"]);
    let (writer, gate) = stalled(&places);
    writer.append(b"deux", NOW).unwrap();
    wait_for_texts(&places[0], &["un", "deux"]);
    assert!(writer.discard(Duration::from_millis(20)).is_behind());
    destroy(&places).unwrap();
    gate.set(true);
    std::thread::sleep(Duration::from_millis(200));
    assert!(!places[0].exists());
}

#[test]
fn how_long_an_event_waits_for_the_disk_is_known() {
    let (_folder, places) = rooms(&["pc"]);
    let (writer, gate) = stalled(&places);
    assert_eq!(writer.state().waiting_since, None);
    writer.append(b"deux", NOW - 300).unwrap();
    writer.append(b"trois", NOW).unwrap();
    assert_eq!(writer.state().waiting_since, Some(NOW - 300));
    gate.set(true);
    wait_until(&writer, |state| state.waiting_since.is_none());
}
