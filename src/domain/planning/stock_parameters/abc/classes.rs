//! How the sorted articles are cut into classes A, B and C, and the zones of the discrimination
//! ratio.

use rust_decimal::Decimal;

use crate::domain::planning::worksheet::{Rounding, RoundingMode};

/// How classes are cut.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ClassRule {
    /// By cumulated value.
    Value {
        /// Cumulated percentages at which the classes end, growing: 80 and 95.
        thresholds: Vec<Decimal>,
        /// Where a class ends when no article ends it exactly.
        cut: Cut,
    },
    /// By number of articles: share of each class in percent, such as 20, 20 and 60.
    Count(Vec<Decimal>),
    /// By number of articles, shares being those of the zone of the ratio.
    Zone,
}

/// Where a class ends when no article ends exactly at its threshold.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Cut {
    /// After the article whose cumulated percentage is nearest to the threshold.
    #[default]
    Nearest,
    /// After the last article that does not exceed it.
    NotAbove,
    /// After the article that reaches it.
    Reaching,
}

impl Default for ClassRule {
    /// 80 % and 95 % of the value, cut at the nearest article.
    fn default() -> Self {
        Self::Value { thresholds: vec![Decimal::from(80), Decimal::from(95)], cut: Cut::Nearest }
    }
}

/// Names of the classes, from the most important.
pub(super) const NAMES: [&str; 5] = ["A", "B", "C", "D", "E"];

/// Lowest ratio of each zone, and its shares of articles in percent.
const ZONES: [(i64, [u32; 3]); 4] =
    [(90, [10, 10, 80]), (85, [10, 20, 70]), (75, [20, 20, 60]), (65, [20, 30, 50])];

/// Zone of a ratio, from 1 to 5; in the fifth the classification cannot be interpreted.
pub(super) fn zone(ratio: Decimal) -> usize {
    let reached = ZONES.iter().position(|(lowest, _)| ratio >= Decimal::new(*lowest, 2));
    reached.map_or(ZONES.len() + 1, |index| index + 1)
}

/// Shares of articles of the classes of a zone; none in the fifth.
pub(super) fn zone_shares(zone: usize) -> Vec<Decimal> {
    let found = zone.checked_sub(1).and_then(|index| ZONES.get(index));
    found.map_or_else(Vec::new, |(_, shares)| shares.iter().map(|s| Decimal::from(*s)).collect())
}

/// Number of articles up to the end of each class but the last, from their cumulated percentages.
pub(super) fn ends_by_value(cumulated: &[Decimal], thresholds: &[Decimal], cut: Cut) -> Vec<usize> {
    thresholds.iter().map(|threshold| end_at(cumulated, *threshold, cut)).collect()
}

fn end_at(cumulated: &[Decimal], threshold: Decimal, cut: Cut) -> usize {
    let within = cumulated.iter().take_while(|share| **share <= threshold).count();
    let below = within.checked_sub(1).and_then(|last| cumulated.get(last)).copied();
    let Some(above) = cumulated.get(within).copied() else { return within };
    match cut {
        Cut::NotAbove => within,
        Cut::Reaching if below == Some(threshold) => within,
        Cut::Reaching => within + 1,
        Cut::Nearest => {
            let under = threshold - below.unwrap_or_default();
            if above - threshold < under { within + 1 } else { within }
        }
    }
}

/// Number of articles up to the end of each class, from the share of articles of each in percent.
pub(super) fn ends_by_count(count: usize, shares: &[Decimal]) -> Vec<usize> {
    let rounding = Rounding { mode: RoundingMode::Nearest, decimals: 0 };
    let mut total = Decimal::ZERO;
    let mut ends = Vec::with_capacity(shares.len());
    for share in shares {
        total = total.saturating_add(*share);
        let end = total.saturating_mul(Decimal::from(count)) / Decimal::ONE_HUNDRED;
        ends.push(usize::try_from(rounding.apply(end)).unwrap_or(count));
    }
    ends
}

/// Name of the class of the article of this rank, from 0.
pub(super) fn class(rank: usize, ends: &[usize]) -> &'static str {
    let index = ends.iter().position(|end| rank < *end).unwrap_or(ends.len());
    NAMES.get(index).copied().unwrap_or("E")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_class_ends_where_the_author_says() {
        let shares: Vec<Decimal> = [62, 78, 86, 92, 96, 100].map(Decimal::from).to_vec();
        let thresholds = [Decimal::from(80), Decimal::from(95)];
        assert_eq!(ends_by_value(&shares, &thresholds, Cut::Nearest), [2, 5]);
        assert_eq!(ends_by_value(&shares, &thresholds, Cut::NotAbove), [2, 4]);
        assert_eq!(ends_by_value(&shares, &thresholds, Cut::Reaching), [3, 5]);
        let exact = [Decimal::from(92), Decimal::ONE_HUNDRED];
        assert_eq!(ends_by_value(&shares, &exact, Cut::Reaching), [4, 6]);
    }

    #[test]
    fn classes_by_count_follow_the_zone() {
        assert_eq!(zone(Decimal::new(816, 3)), 3);
        assert_eq!(zone(Decimal::new(90, 2)), 1);
        assert_eq!(zone(Decimal::new(64, 2)), 5);
        assert_eq!(ends_by_count(10, &zone_shares(3)), [2, 4, 10]);
        assert_eq!(zone_shares(5), Vec::new());
        assert_eq!([class(1, &[2, 4]), class(2, &[2, 4]), class(4, &[2, 4])], ["A", "B", "C"]);
        assert_eq!(class(7, &[]), "A");
    }
}
