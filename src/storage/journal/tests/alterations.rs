//! A changed byte, a record moved, removed or brought from elsewhere: seen, and what precedes kept.

use super::*;

#[test]
fn every_flipped_byte_is_detected_and_the_records_before_it_are_kept() {
    let path = Path::new("essai.journal");
    let (bytes, written) = two_segments();
    let ends = ends(&bytes);
    for place in 0..bytes.len() {
        for change in [0x01, 0x03, 0x80, 0xFF] {
            let mut altered = bytes.clone();
            altered[place] ^= change;
            let outcome = parse(path, altered, &key());
            let Some((end, count)) = ends.iter().rfind(|(end, _)| *end <= place).copied() else {
                assert!(outcome.is_err(), "byte {place} of the head");
                continue;
            };
            let content = outcome.unwrap();
            assert_eq!(content.records, written[..count], "byte {place}");
            assert_eq!(content.whole_length, end as u64, "byte {place}");
            let cut = content.cut.expect("an alteration is told");
            assert_eq!((cut.cause, cut.after_records), (CutCause::Altered, count as u64));
        }
    }
}

#[test]
fn an_alteration_is_told_with_the_last_intact_event() {
    let cut = |after_records| Cut { cause: CutCause::Altered, after_records, bytes_dropped: 9 };
    let told = cut(12).remark(Path::new("C-01.journal")).to_string();
    assert!(told.contains("altéré après l'événement 12"), "{told}");
    let told = cut(0).remark(Path::new("C-01.journal")).to_string();
    assert!(told.contains("altéré avant le premier événement"), "{told}");
}

/// The bytes of each record, and the head first.
fn parts(bytes: &[u8]) -> Vec<Vec<u8>> {
    let mut begin = 0;
    let cut = |(end, _): (usize, usize)| {
        let part = bytes[begin..end].to_vec();
        begin = end;
        part
    };
    ends(bytes).into_iter().map(cut).collect()
}

fn read_parts(parts: &[Vec<u8>]) -> JournalContent {
    parse(Path::new("essai.journal"), parts.concat(), &key()).unwrap()
}

#[test]
fn a_record_removed_moved_doubled_or_replaced_is_refused() {
    let (bytes, written) = two_segments();
    // Head, segment, un, "", trois, segment, quatre, cinq.
    let intact = parts(&bytes);
    assert_eq!(intact.len(), 8);
    let mut removed = intact.clone();
    removed.remove(3);
    let mut moved = intact.clone();
    moved.swap(2, 4);
    let mut doubled = intact.clone();
    doubled.insert(3, intact[2].clone());
    let mut without_segment = intact.clone();
    without_segment.remove(5);
    let (other, _) = two_segments();
    let mut replaced = intact.clone();
    replaced[4] = parts(&other)[4].clone();
    let cases = [(removed, 1), (moved, 0), (doubled, 1), (without_segment, 3), (replaced, 2)];
    for (rank, (changed, kept)) in cases.into_iter().enumerate() {
        let content = read_parts(&changed);
        assert_eq!(content.records, written[..kept], "case {rank}");
        assert_eq!(content.cut.map(|cut| cut.cause), Some(CutCause::Altered), "case {rank}");
    }
    assert_eq!(read_parts(&intact).cut, None);
}

#[test]
fn records_under_the_head_of_another_sitting_are_refused() {
    let (bytes, _) = two_segments();
    let mut moved = parts(&bytes);
    moved[0] = header::encode(Path::new("x"), &header("c-2")).unwrap().0;
    let content = read_parts(&moved);
    assert_eq!(content.header.identity.copy, "c-2");
    assert!(content.records.is_empty());
    assert_eq!(content.cut.map(|cut| cut.cause), Some(CutCause::Altered));
}

#[test]
fn another_key_reads_nothing() {
    let (bytes, _) = two_segments();
    let other = DataKey::random().unwrap();
    let content = parse(Path::new("essai.journal"), bytes, &other).unwrap();
    assert!(content.records.is_empty());
    assert_eq!(content.cut.map(|cut| cut.cause), Some(CutCause::Altered));
}

#[test]
fn no_payload_lies_in_the_clear() {
    let (bytes, written) = two_segments();
    for payload in written.iter().filter(|payload| payload.len() > 4) {
        assert!(!bytes.windows(payload.len()).any(|window| window == payload.as_slice()));
    }
}

#[test]
fn an_altered_journal_is_set_aside_whole_when_it_is_gone_on_with() {
    let (folder, places) = rooms(&["."]);
    let (mut bytes, _) = two_segments();
    let third = ends(&bytes)[3].0;
    bytes[third + 12] ^= 1;
    std::fs::write(&places[0], &bytes).unwrap();
    let choice = looked(&places).unwrap().unwrap();
    assert!(choice.remarks[0].to_string().contains("altéré après l'événement 2"));
    gone_on(&places, &["suite"]);
    assert_eq!(texts_of(&places[0]), ["un", "", "suite"]);
    assert_eq!(bytes_of(&folder.path().join("C-01.journal.ecarte-1")), bytes);
}

#[test]
fn what_is_no_journal_is_said_and_left() {
    let (_folder, places) = rooms(&["."]);
    std::fs::write(&places[0], "format: casdecole/session").unwrap();
    assert!(read(&places[0], &key()).unwrap_err().message.contains("pas un journal"));
    assert!(looked(&places).is_err());
    assert!(create(&places, &header("c-1"), &key()).is_err());
    assert_eq!(bytes_of(&places[0]), b"format: casdecole/session");
}
