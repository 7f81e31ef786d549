//! What the candidate highlights in the annexes: plain data, kept in the journal of the sitting.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::domain::identifier::ExhibitId;

/// Passages highlighted at most: a journal stays small whatever is pressed.
const MOST: usize = 2_000;

/// A place that one can highlight.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Passage {
    /// The annexe.
    pub exhibit: ExhibitId,
    /// Rank of the block in the annexe, from 0.
    pub block: usize,
    /// Rank of the paragraph, of the item or of the row in the block, from 0.
    pub part: usize,
}

/// The passages highlighted by a candidate.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Highlights {
    passages: BTreeSet<Passage>,
}

impl Highlights {
    /// Highlights a passage, or takes its highlight off.
    pub fn toggle(&mut self, passage: Passage) {
        if !self.passages.remove(&passage) && self.passages.len() < MOST {
            self.passages.insert(passage);
        }
    }

    /// Blocks and parts highlighted in an annexe.
    pub fn within(&self, exhibit: &ExhibitId) -> BTreeSet<(usize, usize)> {
        let here = self.passages.iter().filter(|passage| passage.exhibit == *exhibit);
        here.map(|passage| (passage.block, passage.part)).collect()
    }

    /// Takes every highlight of an annexe off.
    pub fn erase(&mut self, exhibit: &ExhibitId) {
        self.passages.retain(|passage| passage.exhibit != *exhibit);
    }
}

/// « 2 passages surlignés par vous ».
pub fn counted(passages: usize) -> String {
    match passages {
        0 => "Aucun passage surligné".to_owned(),
        1 => "1 passage surligné par vous".to_owned(),
        many => format!("{many} passages surlignés par vous"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn passage(exhibit: &str, block: usize, part: usize) -> Passage {
        Passage { exhibit: exhibit.into(), block, part }
    }

    #[test]
    fn a_second_press_takes_a_highlight_off() {
        let mut highlights = Highlights::default();
        highlights.toggle(passage("A1", 0, 2));
        highlights.toggle(passage("A1", 1, 0));
        highlights.toggle(passage("A2", 0, 2));
        assert_eq!(highlights.within(&"A1".into()), BTreeSet::from([(0, 2), (1, 0)]));
        highlights.toggle(passage("A1", 0, 2));
        assert_eq!(highlights.within(&"A1".into()), BTreeSet::from([(1, 0)]));
    }

    #[test]
    fn one_annexe_is_erased_without_the_others() {
        let mut highlights = Highlights::default();
        highlights.toggle(passage("A1", 0, 0));
        highlights.toggle(passage("A2", 0, 0));
        highlights.erase(&"A1".into());
        assert!(highlights.within(&"A1".into()).is_empty());
        assert_eq!(highlights.within(&"A2".into()).len(), 1);
    }

    #[test]
    fn highlights_are_read_back_from_their_data() {
        let mut highlights = Highlights::default();
        highlights.toggle(passage("A3", 2, 7));
        let data = serde_json::to_string(&highlights).expect("it is written");
        assert_eq!(data, r#"[{"exhibit":"A3","block":2,"part":7}]"#);
        assert_eq!(serde_json::from_str::<Highlights>(&data).expect("it is read"), highlights);
    }

    #[test]
    fn their_number_is_bounded_and_said_in_french() {
        let mut highlights = Highlights::default();
        for part in 0..MOST + 10 {
            highlights.toggle(passage("A1", 0, part));
        }
        assert_eq!(highlights.within(&"A1".into()).len(), MOST);
        assert_eq!(counted(0), "Aucun passage surligné");
        assert_eq!(counted(1), "1 passage surligné par vous");
        assert_eq!(counted(2), "2 passages surlignés par vous");
    }
}
