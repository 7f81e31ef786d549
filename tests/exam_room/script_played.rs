//! Scripts played without a window: what is said of an event that the journal refuses, and of
//! another script in the same folder.

use crate::room::{self, OTHER_CODE, OTHER_PASSPHRASE, Room, Sit};
use crate::script::{Event, Script};

fn event(place: &str, value: String) -> Event {
    Event { place: place.to_owned(), value }
}

#[test]
fn an_event_that_is_not_saved_is_never_said_to_be_and_is_played_again() {
    let _others = room::among_others();
    let root = room::folder("script");
    let room = Room::prepare(root.path(), OTHER_CODE, OTHER_PASSPHRASE);
    let work = room::place(root.path(), "poste");
    let script = root.path().join("script.yaml");
    let play = |events: Vec<Event>| {
        let script = Script::write(&script, events);
        room.play(&Sit::usual(&work, &script.path))
    };
    let small = || event("Q3", "5".to_owned());
    let refused = play(vec![small(), event("Q1", "a".repeat(1_100_000))]);
    assert_eq!(refused.code, Some(1), "{}", refused.all());
    assert!(refused.all().contains("événement 2"), "{}", refused.all());
    assert!(refused.out().contains("saved 1 ") && !refused.out().contains("saved 2"));
    // Another script in the same folder, as long as the journal: each of its events is played.
    let played = play(vec![event("Q1", "Court.".to_owned()), event("Q3", "6".to_owned())]);
    assert_eq!(played.code, Some(0), "{}", played.all());
    assert!(played.out().contains("saved 1 ") && played.out().contains("saved 2 "));
}
