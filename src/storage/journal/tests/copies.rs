//! Two copies of one journal: which is gone on with, and what becomes of the other.

use super::*;

#[test]
fn a_copy_that_is_behind_is_completed() {
    let (folder, places) = rooms(&["pc", "cle"]);
    written(&places, &["un", "deux"]);
    let first = &places[..1];
    gone_on(first, &["trois"]);
    // The key is named first: the copy with more events wins all the same.
    let both = [places[1].clone(), places[0].clone()];
    let choice = looked(&both).unwrap().unwrap();
    assert_eq!((choice.content.records.len(), &choice.place), (3, &places[0]));
    assert!(choice.remarks[0].to_string().contains("il manquait 1 événement"));
    gone_on(&both, &["quatre"]);
    assert_eq!(texts_of(&places[0]), ["un", "deux", "trois", "quatre"]);
    assert_eq!(bytes_of(&places[0]), bytes_of(&places[1]));
    assert_eq!(std::fs::read_dir(folder.path().join("cle")).unwrap().count(), 1);
}

#[test]
fn of_two_ways_the_one_with_more_events_wins_and_the_other_is_kept_aside() {
    let (folder, places) = rooms(&["pc", "cle"]);
    written(&places, &["un"]);
    gone_on(&places[..1], &["deux sur le poste"]);
    gone_on(&places[1..], &["deux sur l'autre poste", "trois"]);
    let before = bytes_of(&places[0]);
    let choice = looked(&places).unwrap().unwrap();
    assert_eq!(choice.content.records.len(), 3);
    assert!(choice.remarks[0].to_string().contains("une autre suite (2 événements)"));
    let journal = reopen(&choice).unwrap();
    assert!(journal.remarks()[1].to_string().contains("C-01.journal.ecarte-1"));
    write_all(journal, &["quatre"]);
    assert_eq!(texts_of(&places[0]), ["un", "deux sur l'autre poste", "trois", "quatre"]);
    assert_eq!(bytes_of(&places[0]), bytes_of(&places[1]));
    assert_eq!(bytes_of(&folder.path().join("pc/C-01.journal.ecarte-1")), before);
}

#[test]
fn of_equal_copies_the_first_named_is_gone_on_with() {
    let (_folder, places) = rooms(&["pc", "cle"]);
    written(&places, &["un"]);
    assert_eq!(looked(&places).unwrap().unwrap().place, places[0]);
    let other_way = [places[1].clone(), places[0].clone()];
    assert_eq!(looked(&other_way).unwrap().unwrap().place, places[1]);
}

#[test]
fn the_other_copy_saves_the_journal_of_a_damaged_one() {
    let (folder, places) = rooms(&["pc", "cle"]);
    written(&places, &["un", "deux"]);
    let mut damaged = bytes_of(&places[0]);
    damaged[25] ^= 1;
    std::fs::write(&places[0], &damaged).unwrap();
    gone_on(&places, &["trois"]);
    assert_eq!(texts_of(&places[0]), ["un", "deux", "trois"]);
    assert_eq!(bytes_of(&places[0]), bytes_of(&places[1]));
    assert_eq!(bytes_of(&folder.path().join("pc/C-01.journal.ecarte-1")), damaged);
}

#[test]
fn a_journal_that_is_not_the_one_awaited_is_left_as_it_is() {
    let (_folder, places) = rooms(&["pc", "cle"]);
    written(&places[..1], &["un"]);
    let stranger = create(&places[1..], &header("c-2"), &key()).unwrap();
    write_all(stranger, &["une autre copie"]);
    let before = bytes_of(&places[1]);
    let choice = look(&places, |path, header| {
        if header.identity.copy == "c-1" {
            return Ok(key());
        }
        Err(crate::storage::StorageError::new(path, "une autre copie.", "Retirez-la."))
    });
    let choice = choice.unwrap().unwrap();
    assert!(choice.remarks[0].message.contains("une autre copie"));
    write_all(reopen(&choice).unwrap(), &["deux"]);
    assert_eq!(texts_of(&places[0]), ["un", "deux"]);
    assert_eq!(bytes_of(&places[1]), before);
}

#[test]
fn nothing_at_any_place_is_no_journal() {
    let (_folder, places) = rooms(&["pc", "cle"]);
    assert!(looked(&places).unwrap().is_none());
    assert!(looked(&[]).unwrap().is_none());
}
