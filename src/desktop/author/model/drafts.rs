//! Texts being typed in fields whose value is read: kept as typed, even when they mean nothing yet.

use std::collections::HashMap;

use crate::domain::case_study::CellPosition;
use crate::domain::identifier::{ExhibitId, QuestionId};

/// A field whose text is read before it becomes a value of the case.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum FieldKey {
    /// Duration of the test.
    Duration,
    /// Reading time.
    Reading,
    /// Planning data, in YAML.
    Data,
    /// View of the data in a block of an exhibit, in YAML.
    View(ExhibitId, usize),
    /// Instructions, one a line.
    Instructions,
    /// Material allowed, one a line.
    Allowed,
    /// Material forbidden, one a line.
    Forbidden,
    /// Suggested minutes.
    Minutes(QuestionId),
    /// Internal marks.
    Points(QuestionId),
    /// Expected elements, one a line.
    Expected(QuestionId),
    /// Lines of a long text on paper.
    Lines(QuestionId),
    /// Key of a number.
    NumberKey(QuestionId),
    /// Margin of the tolerance of a number or of a table.
    Margin(QuestionId),
    /// Rows, columns or cells of a computed table, by the name of the list.
    Worksheet(QuestionId, &'static str),
    /// Problem of a schedule or an assignment, in YAML.
    Problem(QuestionId),
    /// Key of a cell.
    Cell(QuestionId, CellPosition),
    /// Accepted writings of a cell, one a line.
    Accepted(QuestionId, CellPosition),
    /// Margin of the tolerance of a cell.
    CellMargin(QuestionId, CellPosition),
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Draft {
    typed: String,
    /// What the case held for this field when it was typed: another value makes it void.
    basis: String,
    readable: bool,
}

/// What is being typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Drafts {
    known: HashMap<FieldKey, Draft>,
}

impl Drafts {
    /// The text to show for a field whose value is written `current`.
    pub fn text(&self, key: &FieldKey, current: &str) -> String {
        self.draft(key, current).map_or(current, |draft| draft.typed.as_str()).to_owned()
    }

    /// Whether what is typed in a field cannot be read.
    pub fn is_unreadable(&self, key: &FieldKey, current: &str) -> bool {
        self.draft(key, current).is_some_and(|draft| !draft.readable)
    }

    fn draft(&self, key: &FieldKey, current: &str) -> Option<&Draft> {
        self.known.get(key).filter(|draft| draft.basis == current)
    }

    /// Keeps a text that was read as the value written `basis`.
    pub fn keep_readable(&mut self, key: FieldKey, typed: String, basis: String) {
        self.known.insert(key, Draft { typed, basis, readable: true });
    }

    /// Keeps a text that cannot be read; the value, written `basis`, stays as it was.
    pub fn keep_unreadable(&mut self, key: FieldKey, typed: String, basis: String) {
        self.known.insert(key, Draft { typed, basis, readable: false });
    }

    /// Forgets what is typed in a field.
    pub fn forget(&mut self, key: &FieldKey) {
        self.known.remove(key);
    }

    /// The focus left a field: what could be read is shown again as it is written.
    pub fn settle(&mut self) {
        self.known.retain(|_, draft| !draft.readable);
    }

    /// The cells of a table moved: what was typed in them no longer has its place.
    pub fn forget_cells(&mut self, question: &QuestionId) {
        self.known.retain(|key, _| {
            !matches!(
                key,
                FieldKey::Cell(id, _) | FieldKey::Accepted(id, _) | FieldKey::CellMargin(id, _)
                    if id == question
            )
        });
    }

    /// Two blocks of an exhibit change places: what is typed in a view follows its block.
    pub fn swap_blocks(&mut self, exhibit: &ExhibitId, one: usize, other: usize) {
        self.move_blocks(exhibit, |at| {
            Some(if at == one {
                other
            } else if at == other {
                one
            } else {
                at
            })
        });
    }

    /// A block of an exhibit is removed, with what was typed in it; those after it move up.
    pub fn remove_block(&mut self, exhibit: &ExhibitId, removed: usize) {
        self.move_blocks(exhibit, |at| {
            (at != removed).then(|| if at > removed { at - 1 } else { at })
        });
    }

    fn move_blocks(&mut self, exhibit: &ExhibitId, place: impl Fn(usize) -> Option<usize>) {
        let known = std::mem::take(&mut self.known).into_iter();
        self.known = known
            .filter_map(|(key, draft)| match key {
                FieldKey::View(id, rank) if id == *exhibit => {
                    Some((FieldKey::View(id, place(rank)?), draft))
                }
                other => Some((other, draft)),
            })
            .collect();
    }

    /// Undo and redo show the case as it is.
    pub fn forget_all(&mut self) {
        self.known.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_read_stays_as_typed_and_what_can_is_rewritten_once_left() {
        let mut drafts = Drafts::default();
        drafts.keep_unreadable(FieldKey::Duration, "deux heures".into(), "120".into());
        drafts.keep_readable(FieldKey::Reading, "1 0".into(), "10".into());
        drafts.settle();
        assert_eq!(drafts.text(&FieldKey::Duration, "120"), "deux heures");
        assert!(drafts.is_unreadable(&FieldKey::Duration, "120"));
        assert_eq!(drafts.text(&FieldKey::Reading, "10"), "10");
    }

    #[test]
    fn a_value_changed_from_elsewhere_makes_a_draft_void() {
        let mut drafts = Drafts::default();
        drafts.keep_readable(FieldKey::Instructions, "Lisez.\n".into(), "Lisez.".into());
        assert_eq!(drafts.text(&FieldKey::Instructions, "Lisez."), "Lisez.\n");
        assert_eq!(drafts.text(&FieldKey::Instructions, "Écrivez."), "Écrivez.");
    }

    #[test]
    fn cells_that_moved_forget_what_was_typed() {
        let mut drafts = Drafts::default();
        let at = CellPosition { row: 1, column: 2 };
        let key = |id: &str| FieldKey::Cell(id.into(), at);
        drafts.keep_unreadable(key("Q1"), "douze".into(), String::new());
        drafts.keep_unreadable(key("Q2"), "douze".into(), String::new());
        drafts.forget_cells(&"Q1".into());
        assert!(!drafts.is_unreadable(&key("Q1"), ""));
        assert!(drafts.is_unreadable(&key("Q2"), ""));
    }

    #[test]
    fn a_view_being_typed_follows_its_block() {
        let mut drafts = Drafts::default();
        let key = |exhibit: &str, rank| FieldKey::View(exhibit.into(), rank);
        drafts.keep_unreadable(key("A1", 0), "vue: [".into(), "vue: articles\n".into());
        drafts.keep_unreadable(key("A1", 2), "vue: {".into(), "vue: pdp\n".into());
        drafts.keep_unreadable(key("A2", 0), "vue: (".into(), String::new());
        drafts.swap_blocks(&"A1".into(), 1, 0);
        assert!(!drafts.is_unreadable(&key("A1", 0), "vue: articles\n"));
        assert_eq!(drafts.text(&key("A1", 1), "vue: articles\n"), "vue: [");
        drafts.remove_block(&"A1".into(), 1);
        assert_eq!(drafts.text(&key("A1", 1), "vue: pdp\n"), "vue: {");
        assert!(drafts.is_unreadable(&key("A2", 0), ""), "another exhibit keeps its own");
    }
}
