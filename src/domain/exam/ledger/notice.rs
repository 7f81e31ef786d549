//! The quiet notices of the time left: at half of it, at 15 minutes, at 5 minutes.

use super::Ledger;

const MINUTE: u64 = 60_000;

/// A notice of the time left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notice {
    /// Half of the time is left.
    Half,
    /// Fifteen minutes are left.
    FifteenMinutes,
    /// Five minutes are left.
    FiveMinutes,
}

impl Ledger {
    /// The notices due when the time left went from one value to another, both in milliseconds,
    /// in the order of the clock. Half of a paper of half an hour or less is not announced.
    pub fn notices_due(&self, previous_remaining: u64, remaining: u64) -> Vec<Notice> {
        let half = self.granted() / 2;
        let all = [
            (Notice::Half, half, half > 15 * MINUTE),
            (Notice::FifteenMinutes, 15 * MINUTE, true),
            (Notice::FiveMinutes, 5 * MINUTE, true),
        ];
        all.into_iter()
            .filter(|(_, at, wanted)| *wanted && previous_remaining > *at && remaining <= *at)
            .map(|(notice, ..)| notice)
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::{Allowance, ExtraTime};
    use super::*;

    fn ledger(minutes: u32) -> Ledger {
        Ledger::new(Allowance { minutes, extra: ExtraTime::None })
    }

    #[test]
    fn each_notice_is_given_once_on_its_way_down() {
        let long = ledger(120);
        assert!(long.notices_due(120 * MINUTE, 60 * MINUTE + 1).is_empty());
        assert_eq!(long.notices_due(60 * MINUTE + 1, 60 * MINUTE), [Notice::Half]);
        assert!(long.notices_due(60 * MINUTE, 59 * MINUTE).is_empty());
        assert_eq!(long.notices_due(16 * MINUTE, 0), [Notice::FifteenMinutes, Notice::FiveMinutes]);
    }

    #[test]
    fn a_notice_comes_again_after_an_extension() {
        let long = ledger(120);
        assert!(long.notices_due(4 * MINUTE, 14 * MINUTE).is_empty());
        assert_eq!(long.notices_due(6 * MINUTE, 5 * MINUTE), [Notice::FiveMinutes]);
    }

    #[test]
    fn half_of_a_short_paper_is_not_announced_twice() {
        assert_eq!(ledger(30).notices_due(16 * MINUTE, 15 * MINUTE), [Notice::FifteenMinutes]);
        assert_eq!(ledger(10).notices_due(10 * MINUTE, 5 * MINUTE), [Notice::FiveMinutes]);
    }
}
