//! How a file found at a place stands to the journal in memory. Pure.

/// What to do with the file of a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// It is ours: on the disk for sure up to `sure`, our very bytes up to `ours`. What follows
    /// `ours` is cut; what follows `sure` is written again over the same bytes.
    Ours {
        /// Bytes that are durable.
        sure: u64,
        /// Bytes that are those of the journal.
        ours: u64,
    },
    /// It is ours, and what was good in it no longer is: it is set aside and written anew.
    Damaged,
    /// Another program goes on in it.
    Continued,
    /// It is the journal of another sitting, or no journal.
    Another,
}

/// Judges the bytes of a file, `known` being what was durable there and `attempted` the furthest
/// byte that was ever tried there.
pub(super) fn standing(
    found: &[u8],
    ours: &[u8],
    head_length: usize,
    known: u64,
    attempted: u64,
) -> Standing {
    let common = common_length(found, ours);
    let shared = common as u64;
    if common == found.len() {
        // After a failed flush only what was durable before it is sure to be on the disk.
        return Standing::Ours { sure: shared.min(known), ours: shared };
    }
    if common < head_length {
        return Standing::Another;
    }
    if shared < known {
        return Standing::Damaged;
    }
    // A tail that is not ours: a write of ours that was cut, or someone else's record.
    if found.len() as u64 <= attempted {
        Standing::Ours { sure: known, ours: shared }
    } else {
        Standing::Continued
    }
}

fn common_length(one: &[u8], other: &[u8]) -> usize {
    one.iter().zip(other).take_while(|(one, other)| one == other).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    const OURS: &[u8] = b"head|one|two|three|";
    const HEAD: usize = 5;

    fn judge(found: &[u8], known: u64, attempted: u64) -> Standing {
        standing(found, OURS, HEAD, known, attempted)
    }

    #[test]
    fn a_beginning_of_ours_is_gone_on_from_what_is_sure() {
        let is_ours = |found: &[u8], known, attempted, sure, ours| {
            assert_eq!(judge(found, known, attempted), Standing::Ours { sure, ours }, "{found:?}");
        };
        is_ours(b"head|one|", 0, 0, 0, 9);
        is_ours(b"head|one|", 9, 9, 9, 9);
        is_ours(b"head|one|tw", 9, 13, 9, 11);
        is_ours(b"head|", 9, 9, 5, 5);
        is_ours(b"", 9, 9, 0, 0);
        is_ours(OURS, 0, 0, 0, OURS.len() as u64);
    }

    #[test]
    fn a_tail_of_rubbish_is_cut_only_where_we_tried_to_write() {
        assert_eq!(judge(b"head|one|\0\0\0", 9, 13), Standing::Ours { sure: 9, ours: 9 });
        assert_eq!(judge(b"head|one|\0\0\0", 9, 11), Standing::Continued);
    }

    #[test]
    fn what_another_program_wrote_is_never_cut() {
        assert_eq!(judge(b"head|one|other", 9, 9), Standing::Continued);
        assert_eq!(judge(b"head|one|two|three|four|", 19, 19), Standing::Continued);
        assert_eq!(judge(b"head|other", 0, 0), Standing::Continued);
    }

    #[test]
    fn damage_and_strangers_are_told_apart() {
        assert_eq!(judge(b"head|onX|two|", 13, 13), Standing::Damaged);
        assert_eq!(judge(b"heXd|one|two|", 13, 13), Standing::Another);
        assert_eq!(judge(b"anything", 0, 0), Standing::Another);
    }
}
