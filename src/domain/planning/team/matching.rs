//! Puts as many people as possible on places, then with the highest total level.
//!
//! Each step adds the place whose way of changes brings the most (successive best augmenting
//! paths, found as Bellman and Ford do), so that after each step no other choice of as many places
//! has a higher total.

use std::cmp::Reverse;

/// Levels of each person on each place; `None` where the person cannot be.
pub(super) type Levels = [Vec<Option<u32>>];

/// The person of each place, if any.
///
/// At most `places` steps of `places` passes over the levels: some 60 × 60 × 6 000 comparisons for
/// the largest problems accepted.
pub(super) fn best_matching(levels: &Levels, people: usize) -> Vec<Option<usize>> {
    let mut matching =
        Matching { levels, person_of: vec![None; levels.len()], place_of: vec![None; people] };
    while matching.grow() {}
    matching.person_of
}

struct Matching<'a> {
    levels: &'a Levels,
    person_of: Vec<Option<usize>>,
    place_of: Vec<Option<usize>>,
}

/// How a person can be reached from a free place: total gained, and the place that takes them.
#[derive(Debug, Clone, Copy)]
struct Way {
    gain: i64,
    from: usize,
}

impl Matching<'_> {
    /// Fills one more place; `false` when none can be.
    fn grow(&mut self) -> bool {
        let reached = self.reach();
        let free = reached.iter().enumerate().filter_map(|(person, way)| {
            let way = (*way)?;
            at(&self.place_of, person).is_none().then_some((way.gain, Reverse(person)))
        });
        let Some((_, Reverse(person))) = free.max() else { return false };
        self.follow(person, &reached);
        true
    }

    /// The best way to each person from the free places.
    fn reach(&self) -> Vec<Option<Way>> {
        let mut places: Vec<Option<i64>> =
            self.person_of.iter().map(|person| person.is_none().then_some(0)).collect();
        let mut people = vec![None; self.place_of.len()];
        // The best way passes by each place once at most.
        for _ in 0..=self.levels.len() {
            if !self.improve(&mut places, &mut people) {
                break;
            }
        }
        people
    }

    /// Lengthens the ways by one place; whether one became better.
    fn improve(&self, places: &mut [Option<i64>], people: &mut [Option<Way>]) -> bool {
        let mut is_better = false;
        for (place, row) in self.levels.iter().enumerate() {
            let Some(gain) = at(places, place) else { continue };
            for (person, level) in row.iter().enumerate() {
                let Some(level) = level else { continue };
                let way = Way { gain: gain + i64::from(*level), from: place };
                let is_there = at(&self.place_of, person) == Some(place);
                if !is_there && at(people, person).is_none_or(|known| known.gain < way.gain) {
                    put(people, person, way);
                    is_better = true;
                }
            }
        }
        for (person, place) in self.place_of.iter().enumerate() {
            let (Some(place), Some(way)) = (*place, at(people, person)) else { continue };
            let given_up = self.levels.get(place).and_then(|row| at(row, person));
            let gain = way.gain - i64::from(given_up.unwrap_or(0));
            if at(places, place).is_none_or(|known| known < gain) {
                put(places, place, gain);
                is_better = true;
            }
        }
        is_better
    }

    /// Puts a free person on the place that takes them, whoever was there on the place that takes
    /// them in turn, and so on to a free place.
    fn follow(&mut self, person: usize, reached: &[Option<Way>]) {
        let mut person = person;
        for _ in 0..=self.levels.len() {
            let Some(way) = at(reached, person) else { return };
            let before = at(&self.person_of, way.from);
            put(&mut self.person_of, way.from, person);
            put(&mut self.place_of, person, way.from);
            match before {
                Some(displaced) => person = displaced,
                None => return,
            }
        }
    }
}

fn at<T: Copy>(list: &[Option<T>], rank: usize) -> Option<T> {
    list.get(rank).copied().flatten()
}

fn put<T>(list: &mut [Option<T>], rank: usize, value: T) {
    if let Some(place) = list.get_mut(rank) {
        *place = Some(value);
    }
}

#[cfg(test)]
mod tests {
    use proptest::strategy::Strategy;

    use super::*;

    /// Places filled and total level of the best choice, by trying them all.
    fn brute_force(levels: &Levels, used: &mut Vec<usize>) -> (usize, u32) {
        let Some((first, rest)) = levels.split_first() else { return (0, 0) };
        let mut best = brute_force(rest, used);
        for (person, level) in first.iter().enumerate() {
            if let Some(level) = level
                && !used.contains(&person)
            {
                used.push(person);
                let (count, total) = brute_force(rest, used);
                used.pop();
                best = best.max((count + 1, total + level));
            }
        }
        best
    }

    fn measured(levels: &Levels, people: usize) -> (usize, u32) {
        let matching = best_matching(levels, people);
        let mut used: Vec<_> = matching.iter().flatten().collect();
        let count = used.len();
        used.sort_unstable();
        used.dedup();
        assert_eq!(used.len(), count, "nobody is on two places");
        let total = levels.iter().zip(&matching).filter_map(|(row, person)| {
            person.map(|person| at(row, person).expect("an able person"))
        });
        (count, total.sum())
    }

    #[test]
    fn people_move_to_let_another_place_be_filled() {
        let levels = [vec![Some(3), Some(1)], vec![Some(2), None]];
        assert_eq!(best_matching(&levels, 2), [Some(1), Some(0)]);
        assert!(best_matching(&[], 3).is_empty());
        assert_eq!(best_matching(&[vec![], vec![]], 0), [None, None]);
        assert_eq!(best_matching(&[vec![Some(2)], vec![Some(3)]], 1), [None, Some(0)]);
        assert_eq!(best_matching(&[vec![Some(2), Some(2)]], 2), [Some(0)], "the first of equals");
    }

    proptest::proptest! {
        #[test]
        fn nothing_better_exists(
            levels in (0usize..6).prop_flat_map(|people| {
                let level = proptest::option::of(0u32..5);
                let row = proptest::collection::vec(level, people);
                (proptest::collection::vec(row, 0..6), proptest::strategy::Just(people))
            })
        ) {
            let (levels, people) = levels;
            proptest::prop_assert_eq!(
                measured(&levels, people),
                brute_force(&levels, &mut Vec::new())
            );
        }
    }
}
