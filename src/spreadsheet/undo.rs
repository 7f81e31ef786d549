//! Undoing and redoing what was written in a table, group by group: one key press, one paste, one
//! fill.

use std::collections::VecDeque;

use crate::domain::case_study::CellPosition;

/// Most groups kept.
const MAX_GROUPS: usize = 500;
/// Most writes kept in all groups.
const MAX_WRITES: usize = 20_000;

/// One cell written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellWrite {
    /// The cell.
    pub at: CellPosition,
    /// Its text before.
    pub before: String,
    /// Its text after.
    pub after: String,
}

/// What was written in a table, and can be undone or done again.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct History {
    done: VecDeque<Vec<CellWrite>>,
    undone: Vec<Vec<CellWrite>>,
}

impl History {
    /// Remembers a group of writes; what was undone can no longer be done again. Writes that change
    /// nothing are left out.
    pub fn record(&mut self, mut group: Vec<CellWrite>) {
        group.retain(|write| write.before != write.after);
        if group.is_empty() {
            return;
        }
        self.undone.clear();
        self.done.push_back(group);
        while self.done.len() > 1 && self.is_full() {
            self.done.pop_front();
        }
    }

    /// What to write to undo the last group; `None` when there is nothing to undo.
    pub fn undo(&mut self) -> Option<Vec<(CellPosition, String)>> {
        let group = self.done.pop_back()?;
        let writes = group.iter().rev().map(|write| (write.at, write.before.clone())).collect();
        self.undone.push(group);
        Some(writes)
    }

    /// What to write to do again what was undone last; `None` when there is nothing.
    pub fn redo(&mut self) -> Option<Vec<(CellPosition, String)>> {
        let group = self.undone.pop()?;
        let writes = group.iter().map(|write| (write.at, write.after.clone())).collect();
        self.done.push_back(group);
        Some(writes)
    }

    /// Whether there is something to undo.
    pub fn can_undo(&self) -> bool {
        !self.done.is_empty()
    }

    /// Whether there is something to do again.
    pub fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }

    fn is_full(&self) -> bool {
        let writes: usize = self.done.iter().map(Vec::len).sum();
        self.done.len() > MAX_GROUPS || writes > MAX_WRITES
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn write(row: usize, before: &str, after: &str) -> CellWrite {
        let at = CellPosition { row, column: 0 };
        CellWrite { at, before: before.to_owned(), after: after.to_owned() }
    }

    fn texts(writes: Option<Vec<(CellPosition, String)>>) -> Vec<(usize, String)> {
        writes.unwrap().into_iter().map(|(at, text)| (at.row, text)).collect()
    }

    #[test]
    fn a_group_is_undone_and_done_again_as_one() {
        let mut history = History::default();
        history.record(vec![write(0, "", "1"), write(1, "2", "=A1")]);
        history.record(vec![write(0, "1", "3")]);
        assert_eq!(texts(history.undo()), [(0, "1".to_owned())]);
        assert_eq!(texts(history.undo()), [(1, "2".to_owned()), (0, String::new())]);
        assert!(history.undo().is_none() && !history.can_undo());
        assert_eq!(texts(history.redo()), [(0, "1".to_owned()), (1, "=A1".to_owned())]);
        assert!(history.can_redo());
        history.record(vec![write(5, "", "x")]);
        assert!(history.redo().is_none());
    }

    #[test]
    fn a_cell_written_twice_in_a_group_goes_back_to_its_first_text() {
        let mut history = History::default();
        history.record(vec![write(0, "a", "b"), write(0, "b", "c")]);
        assert_eq!(texts(history.undo()).last(), Some(&(0, "a".to_owned())));
    }

    #[test]
    fn what_changes_nothing_is_not_remembered() {
        let mut history = History::default();
        history.record(vec![write(0, "1", "1")]);
        assert!(!history.can_undo());
    }

    #[test]
    fn the_oldest_groups_are_forgotten() {
        let mut history = History::default();
        for row in 0..MAX_GROUPS + 10 {
            history.record(vec![write(row, "", "1")]);
        }
        assert_eq!(std::iter::from_fn(|| history.undo()).count(), MAX_GROUPS);
        let large: Vec<CellWrite> = (0..MAX_WRITES).map(|row| write(row, "", "1")).collect();
        history.record(large);
        history.record(vec![write(0, "1", "2")]);
        assert_eq!(std::iter::from_fn(|| history.undo()).count(), 1);
    }
}
