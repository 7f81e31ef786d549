//! Order of the copies, proper to each juror, and the way through them.

use super::reference::{Page, PageEntry};
use crate::domain::identifier::{CandidateId, JurorId};

/// How a juror goes through the copies.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Mode {
    /// One question, all copies.
    #[default]
    ByQuestion,
    /// One copy, all questions.
    ByCopy,
}

/// The copies in an order that depends on the juror alone: the same every day, and not the same
/// for two jurors, so that no copy is always read last.
pub fn shuffled(mut copies: Vec<CandidateId>, juror: &JurorId) -> Vec<CandidateId> {
    copies.sort_by_key(|copy| scattered(&[juror.as_str(), copy.as_str()]));
    copies
}

/// A number that looks random, the same on every PC and in every version.
fn scattered(words: &[&str]) -> u64 {
    let mut number = 0xcbf2_9ce4_8422_2325_u64;
    for byte in words.iter().flat_map(|word| word.bytes().chain([0])) {
        number = (number ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    number ^ (number >> 31)
}

/// All copies and pages in the order of a mode.
pub fn path<'a>(
    mode: Mode,
    copies: &'a [CandidateId],
    pages: &'a [PageEntry],
) -> Vec<(&'a CandidateId, &'a Page)> {
    match mode {
        Mode::ByQuestion => pages
            .iter()
            .flat_map(|entry| copies.iter().map(move |copy| (copy, &entry.page)))
            .collect(),
        Mode::ByCopy => copies
            .iter()
            .flat_map(|copy| pages.iter().map(move |entry| (copy, &entry.page)))
            .collect(),
    }
}

/// The first place after `from`, coming round to the start, that `wanted` accepts.
pub fn next_on<'a>(
    path: &[(&'a CandidateId, &'a Page)],
    from: (&CandidateId, &Page),
    wanted: impl Fn(&CandidateId, &Page) -> bool,
) -> Option<(&'a CandidateId, &'a Page)> {
    let here = path.iter().position(|(copy, page)| (*copy, *page) == from);
    let start = here.map_or(0, |index| index + 1);
    let (before, after) = path.split_at(start.min(path.len()));
    after.iter().chain(before).find(|(copy, page)| wanted(copy, page)).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_juror_has_an_order_of_their_own_and_keeps_it() {
        let copies: Vec<CandidateId> =
            (1..=12).map(|rank| CandidateId(format!("C-{rank:02}"))).collect();
        let first = shuffled(copies.clone(), &"J-1".into());
        assert_eq!(first, shuffled(copies.clone(), &"J-1".into()));
        assert_ne!(first, shuffled(copies.clone(), &"J-2".into()));
        assert_ne!(first, copies);
        let mut sorted = first;
        sorted.sort();
        assert_eq!(sorted, copies, "no copy is lost");
    }
}
