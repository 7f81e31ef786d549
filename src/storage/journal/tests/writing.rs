//! Writing in the background: order, announcements, the end.

use std::sync::Mutex;

use super::*;

#[test]
fn two_places_receive_the_same_bytes_in_order() {
    let (_folder, places) = rooms(&["pc", "cle"]);
    let texts: Vec<String> = (0..300).map(|number| format!("événement {number}")).collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    written(&places, &texts);
    assert_eq!(texts_of(&places[0]), texts);
    assert_eq!(bytes_of(&places[0]), bytes_of(&places[1]));
}

#[test]
fn each_event_is_announced_once_in_order_with_its_latency() {
    let (_folder, places) = rooms(&["pc", "cle"]);
    let told: Arc<Mutex<Vec<(u64, u64)>>> = Arc::default();
    let heard = Arc::clone(&told);
    let journal = create(&places, &header("c-1"), &key()).unwrap();
    let with_ear = WriterOptions {
        on_durable: Arc::new(move |sequence, latency| {
            heard.lock().unwrap().push((sequence, latency));
        }),
        ..options()
    };
    let writer = JournalWriter::start(journal, with_ear).unwrap();
    for number in 1..=50 {
        assert_eq!(writer.append(b"x", NOW - number), Ok(number));
    }
    let state = writer.close(PATIENCE);
    let wanted: Vec<(u64, u64)> = (1..=50).map(|number| (number, number)).collect();
    assert_eq!(*told.lock().unwrap(), wanted);
    let saved = state.last_saved.clone().unwrap();
    assert_eq!((saved.sequence, saved.latency, saved.moment.running), (50, 50, NOW));
    assert_eq!((state.appended, state.durable, state.copies_of(50)), (50, 50, 2));
}

#[test]
fn numbers_go_on_after_a_reopening_and_segments_never_share_their_random_bytes() {
    let (_folder, places) = rooms(&["pc"]);
    written(&places, &["un"]);
    let choice = looked(&places).unwrap().unwrap();
    let writer = JournalWriter::start(reopen(&choice).unwrap(), options()).unwrap();
    assert_eq!(writer.append(b"deux", NOW), Ok(2));
    drop(writer);
    assert_eq!(texts_of(&places[0]), ["un", "deux"]);
    let bytes = bytes_of(&places[0]);
    let mut segments = Vec::new();
    for (end, _) in ends(&bytes) {
        if let NextFrame::Whole { kind: RecordKind::Segment, body, .. } = next_frame(&bytes[end..])
        {
            segments.push(body[..16].to_vec());
        }
    }
    assert_eq!(segments.len(), 2);
    assert_ne!(segments[0], segments[1]);
}

#[test]
fn a_writer_that_is_dropped_has_saved_what_it_was_given() {
    let (_folder, places) = rooms(&["pc"]);
    let journal = create(&places, &header("c-1"), &key()).unwrap();
    let slow = WriterOptions { gathering: Duration::from_mins(1), ..options() };
    let writer = JournalWriter::start(journal, slow).unwrap();
    writer.append(b"un", NOW).unwrap();
    drop(writer);
    assert_eq!(texts_of(&places[0]), ["un"]);
}

#[test]
fn flushing_does_not_wait_for_the_gathering() {
    let (_folder, places) = rooms(&["pc"]);
    let journal = create(&places, &header("c-1"), &key()).unwrap();
    let slow = WriterOptions { gathering: Duration::from_hours(1), ..options() };
    let writer = JournalWriter::start(journal, slow).unwrap();
    assert!(writer.flush(Duration::ZERO));
    writer.append(b"un", NOW).unwrap();
    assert!(writer.flush(PATIENCE));
    assert_eq!(texts_of(&places[0]), ["un"]);
}

#[test]
fn what_could_not_be_read_again_is_not_taken() {
    let (_folder, places) = rooms(&["pc"]);
    let journal = create(&places, &header("c-1"), &key()).unwrap();
    let writer = JournalWriter::start(journal, options()).unwrap();
    assert_eq!(writer.append(&vec![1; LARGEST_PAYLOAD], NOW), Ok(1));
    let error = writer.append(&vec![1; LARGEST_PAYLOAD + 1], NOW).unwrap_err();
    assert!(error.message.contains("dépasse 1 Mo"), "{error}");
    assert_eq!(writer.append(b"deux", NOW), Ok(2));
    drop(writer);
    let content = read(&places[0], &key()).unwrap();
    assert_eq!((content.records.len(), content.cut), (2, None));
}

#[test]
fn an_existing_journal_is_never_created_over() {
    let (_folder, places) = rooms(&["pc", "cle"]);
    written(&places[1..], &["un"]);
    let error = create(&places, &header("c-1"), &key()).unwrap_err();
    assert!(error.message.contains("existe déjà"), "{error}");
    assert!(!places[0].exists());
    assert_eq!(texts_of(&places[1]), ["un"]);
    assert!(create(&[], &header("c-1"), &key()).is_err());
}

#[test]
fn the_header_is_read_in_the_clear() {
    let (_folder, places) = rooms(&["pc"]);
    written(&places, &["un"]);
    assert_eq!(read_header(&places[0]), Ok(header("c-1")));
    assert!(read_header(Path::new("/nulle/part.journal")).is_err());
}
