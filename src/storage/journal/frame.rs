//! How a record lies in the file: length, complement of the length, kind, body.

/// Most bytes of a body, kind and tag included.
const LARGEST_BODY: usize = 1024 * 1024;

/// Bytes of the authentication tag.
const TAG: usize = 16;

/// Fewest bytes of a body: the kind, the tag, no payload.
const SHORTEST_BODY: usize = 1 + TAG;

/// Most bytes of a payload.
pub const LARGEST_PAYLOAD: usize = LARGEST_BODY - SHORTEST_BODY;

/// Bytes of a length and of its complement.
pub(super) const PREFIX: usize = 8;

/// What a record holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RecordKind {
    /// The beginning of a segment: 16 random bytes and their tag.
    Segment,
    /// A payload, encrypted.
    Data,
}

impl RecordKind {
    /// Its byte in the file.
    pub(super) const fn byte(self) -> u8 {
        match self {
            Self::Segment => 1,
            Self::Data => 2,
        }
    }

    const fn from_byte(byte: u8) -> Option<Self> {
        match byte {
            1 => Some(Self::Segment),
            2 => Some(Self::Data),
            _ => None,
        }
    }
}

/// A length followed by its complement. Zeros, which a power cut may leave, are no length.
pub(super) fn length_prefix(length: u32) -> [u8; PREFIX] {
    (u64::from(length) | (u64::from(!length) << 32)).to_le_bytes()
}

/// The length that a prefix states, if its complement agrees.
pub(super) fn checked_length(prefix: [u8; PREFIX]) -> Option<usize> {
    const LOW: u64 = 0xFFFF_FFFF;
    let both = u64::from_le_bytes(prefix);
    let length = both & LOW;
    let agrees = both >> 32 == !length & LOW;
    agrees.then_some(length).and_then(|length| usize::try_from(length).ok())
}

/// All the bytes of a record; none when the body would be too long.
pub(super) fn build(kind: RecordKind, front: &[u8], sealed: &[u8]) -> Option<Vec<u8>> {
    let length = 1 + front.len() + sealed.len();
    if length > LARGEST_BODY {
        return None;
    }
    let mut frame = Vec::with_capacity(PREFIX + length);
    frame.extend_from_slice(&length_prefix(u32::try_from(length).ok()?));
    frame.push(kind.byte());
    frame.extend_from_slice(front);
    frame.extend_from_slice(sealed);
    Some(frame)
}

/// Bytes that a payload takes in the file.
pub(super) const fn room_of(payload: usize) -> usize {
    PREFIX + SHORTEST_BODY + payload
}

/// What comes next in a file.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum NextFrame<'a> {
    /// Nothing: the file ends here.
    End,
    /// The beginning of a record: its writing was cut.
    Torn,
    /// Bytes that no writing of ours leaves.
    Broken,
    /// A whole record, not yet authenticated.
    Whole {
        /// Its kind.
        kind: RecordKind,
        /// What follows the kind.
        body: &'a [u8],
        /// All its bytes.
        frame: &'a [u8],
    },
}

/// Reads the next record from the rest of a file.
pub(super) fn next_frame(rest: &[u8]) -> NextFrame<'_> {
    let Some(prefix) = rest.first_chunk::<PREFIX>() else {
        return if rest.is_empty() { NextFrame::End } else { NextFrame::Torn };
    };
    let Some(length) = checked_length(*prefix) else {
        // A file may have grown before its bytes reached the disk: nothing but zeros.
        let zeros = rest.iter().all(|byte| *byte == 0);
        return if zeros { NextFrame::Torn } else { NextFrame::Broken };
    };
    if !(SHORTEST_BODY..=LARGEST_BODY).contains(&length) {
        return NextFrame::Broken;
    }
    let Some(frame) = rest.get(..PREFIX + length) else {
        return NextFrame::Torn;
    };
    let parts = frame.get(PREFIX..).and_then(<[u8]>::split_first);
    match parts.and_then(|(kind, body)| Some((RecordKind::from_byte(*kind)?, body))) {
        Some((kind, body)) => NextFrame::Whole { kind, body, frame },
        None => NextFrame::Broken,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_is_read_back_and_each_cut_of_it_is_torn() {
        let frame = build(RecordKind::Data, &[], &[7; 20]).unwrap();
        assert_eq!(frame.len(), room_of(4));
        assert_eq!(
            next_frame(&frame),
            NextFrame::Whole { kind: RecordKind::Data, body: &[7; 20], frame: &frame }
        );
        assert_eq!(next_frame(&[]), NextFrame::End);
        for length in 1..frame.len() {
            assert_eq!(next_frame(&frame[..length]), NextFrame::Torn, "{length} bytes");
        }
    }

    #[test]
    fn a_length_that_disagrees_with_its_complement_is_broken_and_zeros_are_torn() {
        let mut frame = build(RecordKind::Data, &[], &[7; 20]).unwrap();
        frame[0] ^= 1;
        assert_eq!(next_frame(&frame), NextFrame::Broken);
        assert_eq!(next_frame(&[0; 300]), NextFrame::Torn);
        assert_eq!(checked_length(length_prefix(0)), Some(0));
        assert_eq!(checked_length(length_prefix(u32::MAX)), usize::try_from(u32::MAX).ok());
        assert_eq!(checked_length([0; 8]), None);
    }

    #[test]
    fn a_length_out_of_bounds_is_broken_before_anything_is_read() {
        for length in [0, 16, 1024 * 1024 + 1, u32::MAX] {
            let mut bytes = length_prefix(length).to_vec();
            bytes.extend_from_slice(&[2; 64]);
            assert_eq!(next_frame(&bytes), NextFrame::Broken, "{length}");
        }
        assert_eq!(build(RecordKind::Data, &[], &vec![0; LARGEST_BODY]), None);
    }
}
