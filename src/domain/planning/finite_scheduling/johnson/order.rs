//! Johnson's rule itself.

use rust_decimal::Decimal;

/// Which of two tasks of equal time goes first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Ties {
    /// The first entered.
    #[default]
    Entry,
    /// The last entered.
    LastEntered,
    /// The first in the order of their codes.
    Code,
}

/// Group of a task that takes as long on both machines.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum EqualTimes {
    /// With those that go first.
    #[default]
    First,
    /// With those that go last.
    Last,
}

impl Ties {
    /// Rank of each task among those of equal time.
    pub fn ranks(self, codes: &[String]) -> Vec<usize> {
        let count = codes.len();
        match self {
            Self::Entry => (0..count).collect(),
            Self::LastEntered => (0..count).rev().collect(),
            Self::Code => codes
                .iter()
                .map(|code| codes.iter().filter(|other| *other < code).count())
                .collect(),
        }
    }
}

/// Whether a task with these times is of the group that goes first.
pub fn goes_first(first: Decimal, second: Decimal, equal: EqualTimes) -> bool {
    first < second || (first == second && equal == EqualTimes::First)
}

/// Johnson's sequence (1954), as ranks: tasks shorter on the first machine go first, by increasing
/// time there; the others last, by decreasing time on the second machine. `tie_ranks` settles ties.
pub fn johnson_order(
    times: &[(Decimal, Decimal)],
    tie_ranks: &[usize],
    equal: EqualTimes,
) -> Vec<usize> {
    let mut tasks: Vec<_> = times
        .iter()
        .enumerate()
        .map(|(rank, (first, second))| {
            let tie = tie_ranks.get(rank).copied().unwrap_or(rank);
            let key =
                if goes_first(*first, *second, equal) { (false, *first) } else { (true, -*second) };
            (key, tie, rank)
        })
        .collect();
    tasks.sort_unstable();
    tasks.into_iter().map(|(_, _, rank)| rank).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn times(numbers: &[(u32, u32)]) -> Vec<(Decimal, Decimal)> {
        numbers.iter().map(|(a, b)| (Decimal::from(*a), Decimal::from(*b))).collect()
    }

    fn order(numbers: &[(u32, u32)], ties: Ties, equal: EqualTimes) -> Vec<usize> {
        let codes: Vec<String> = (0..numbers.len()).map(|rank| format!("T{rank}")).collect();
        johnson_order(&times(numbers), &ties.ranks(&codes), equal)
    }

    #[test]
    fn the_shortest_first_time_goes_first_and_the_shortest_second_time_last() {
        let six = [(3, 6), (5, 2), (1, 2), (6, 6), (7, 5), (3, 8)];
        assert_eq!(order(&six, Ties::Entry, EqualTimes::First), [2, 0, 5, 3, 4, 1]);
        assert_eq!(order(&six, Ties::LastEntered, EqualTimes::First), [2, 5, 0, 3, 4, 1]);
        assert_eq!(order(&[(4, 4), (5, 3)], Ties::Entry, EqualTimes::First), [0, 1]);
        assert_eq!(order(&[(3, 3), (9, 5), (2, 4)], Ties::Code, EqualTimes::Last), [2, 1, 0]);
    }

    #[test]
    fn codes_settle_ties_when_asked() {
        let codes = ["b".to_owned(), "a".to_owned()];
        let equal = times(&[(2, 5), (2, 6)]);
        assert_eq!(johnson_order(&equal, &Ties::Code.ranks(&codes), EqualTimes::First), [1, 0]);
        assert_eq!(johnson_order(&equal, &Ties::Entry.ranks(&codes), EqualTimes::First), [0, 1]);
    }

    /// End of a sequence on the second machine.
    fn end(times: &[(Decimal, Decimal)], sequence: &[usize]) -> Decimal {
        let (mut first, mut second) = (Decimal::ZERO, Decimal::ZERO);
        for rank in sequence {
            first += times[*rank].0;
            second = second.max(first) + times[*rank].1;
        }
        second
    }

    /// Shortest end of all sequences that begin with these tasks.
    fn best(times: &[(Decimal, Decimal)], begun: &mut Vec<usize>) -> Decimal {
        if begun.len() == times.len() {
            return end(times, begun);
        }
        let mut shortest = Decimal::MAX;
        for rank in 0..times.len() {
            if !begun.contains(&rank) {
                begun.push(rank);
                shortest = shortest.min(best(times, begun));
                begun.pop();
            }
        }
        shortest
    }

    proptest::proptest! {
        #![proptest_config(proptest::test_runner::Config::with_cases(40))]
        #[test]
        fn no_sequence_is_shorter(numbers in proptest::collection::vec((0_u32..20, 0_u32..20), 1..8)) {
            let shortest = best(&times(&numbers), &mut Vec::new());
            for ties in [Ties::Entry, Ties::LastEntered, Ties::Code] {
                for equal in [EqualTimes::First, EqualTimes::Last] {
                    let found = order(&numbers, ties, equal);
                    proptest::prop_assert_eq!(end(&times(&numbers), &found), shortest);
                }
            }
        }
    }
}
