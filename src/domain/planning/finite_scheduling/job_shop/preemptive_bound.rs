//! Jackson's preemptive schedule of one post: no schedule of the job shop can end before.

use std::collections::BinaryHeap;

/// An operation of one post: earliest start, length, and work of its order after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Piece {
    pub head: i64,
    pub length: i64,
    pub tail: i64,
}

/// Least end of the workshop that one post allows: at each moment, the operation there with the
/// longest tail, which a new one may interrupt.
pub(super) fn preemptive_bound(pieces: &mut [Piece]) -> i64 {
    pieces.sort_unstable_by_key(|piece| piece.head);
    let mut coming = pieces.iter().peekable();
    let mut there: BinaryHeap<(i64, i64)> = BinaryHeap::new();
    let (mut clock, mut bound) = (0_i64, 0_i64);
    loop {
        if there.is_empty() {
            let Some(next) = coming.peek() else { return bound };
            clock = clock.max(next.head);
        }
        while let Some(piece) = coming.next_if(|piece| piece.head <= clock) {
            there.push((piece.tail, piece.length));
        }
        let Some((tail, left)) = there.pop() else { return bound };
        match coming.peek() {
            Some(next) if next.head < clock + left => {
                there.push((tail, left - (next.head - clock)));
                clock = next.head;
            }
            _ => {
                clock += left;
                bound = bound.max(clock + tail);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bound(pieces: &[(i64, i64, i64)]) -> i64 {
        let mut pieces: Vec<_> = pieces
            .iter()
            .map(|(head, length, tail)| Piece { head: *head, length: *length, tail: *tail })
            .collect();
        preemptive_bound(&mut pieces)
    }

    #[test]
    fn the_bound_interrupts_for_a_longer_tail() {
        assert_eq!(bound(&[]), 0);
        assert_eq!(bound(&[(2, 3, 4)]), 9);
        assert_eq!(bound(&[(0, 4, 1), (1, 2, 9)]), 12);
        assert_eq!(bound(&[(0, 4, 10), (1, 2, 9)]), 15);
        assert_eq!(bound(&[(0, 2, 0), (10, 1, 0)]), 11);
    }
}
