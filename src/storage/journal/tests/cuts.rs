//! A journal cut anywhere reads up to its last whole record, and is gone on with from there.

use super::*;

#[test]
fn every_prefix_reads_up_to_its_last_whole_record_and_says_what_was_cut() {
    let path = Path::new("essai.journal");
    let (bytes, written) = two_segments();
    let ends = ends(&bytes);
    let head = ends[0].0;
    for length in 0..=bytes.len() {
        let prefix = bytes[..length].to_vec();
        let outcome = parse(path, prefix, &key());
        if length < head {
            let error = outcome.unwrap_err();
            assert!(error.message.contains("coupé"), "{length}: {error}");
            continue;
        }
        let content = outcome.unwrap();
        let (end, count) = *ends.iter().rfind(|(end, _)| *end <= length).unwrap();
        assert_eq!(content.records, written[..count], "{length}");
        assert_eq!(content.whole_length, end as u64, "{length}");
        assert_eq!(content.dropped(), &bytes[end..length]);
        let torn = Cut {
            cause: CutCause::Torn,
            after_records: count as u64,
            bytes_dropped: (length - end) as u64,
        };
        assert_eq!(content.cut, (end < length).then_some(torn), "{length}");
    }
}

#[test]
fn a_cut_journal_is_gone_on_with_from_its_last_whole_record() {
    let (bytes, written) = two_segments();
    let ends = ends(&bytes);
    // One byte in five is enough: every byte is read above, and each of these flushes a disk.
    for length in (ends[0].0..=bytes.len()).step_by(5) {
        let (_folder, places) = rooms(&["."]);
        std::fs::write(&places[0], &bytes[..length]).unwrap();
        gone_on(&places, &["suite"]);
        let (_, count) = *ends.iter().rfind(|(end, _)| *end <= length).unwrap();
        let mut wanted = written[..count].to_vec();
        wanted.push(b"suite".to_vec());
        let content = read(&places[0], &key()).unwrap();
        assert_eq!((content.records, content.cut), (wanted, None), "{length}");
    }
}

#[test]
fn a_tail_of_zeros_is_a_power_cut_and_no_alteration() {
    let (_folder, places) = rooms(&["."]);
    let (mut bytes, _) = two_segments();
    let length = bytes.len();
    bytes.resize(length + 4096, 0);
    std::fs::write(&places[0], &bytes).unwrap();
    let cut = read(&places[0], &key()).unwrap().cut.unwrap();
    let wanted = Cut { cause: CutCause::Torn, after_records: 5, bytes_dropped: 4096 };
    assert_eq!(cut, wanted);
    assert!(cut.remark(&places[0]).to_string().contains("après l'événement 5"));
    gone_on(&places, &["suite"]);
    assert_eq!(texts_of(&places[0]).len(), 6);
    assert!(bytes_of(&places[0]).starts_with(&bytes[..length]));
}

#[test]
fn a_file_cut_before_any_event_is_set_aside_and_the_journal_created() {
    let (bytes, _) = two_segments();
    for content in [&bytes[..0], &bytes[..30], &[0; 200][..]] {
        let (folder, places) = rooms(&["."]);
        std::fs::write(&places[0], content).unwrap();
        assert!(looked(&places).unwrap().is_none());
        let journal = create(&places, &header("c-2"), &key()).unwrap();
        assert_eq!(journal.remarks().len(), 1);
        write_all(journal, &["un"]);
        assert_eq!(texts_of(&places[0]), ["un"]);
        assert_eq!(bytes_of(&folder.path().join("C-01.journal.ecarte-1")), content);
    }
}
