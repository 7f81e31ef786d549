//! What is kept of a table to fill from a frame to the next: its sheet, brought up to date only
//! when the texts change, what can be undone, and what is worth telling.

use std::collections::BTreeMap;
use std::sync::Arc;

use egui::mutex::Mutex;
use egui::{Context, Id};

use super::facts::{Facts, longest_values};
use super::rows::{RowKind, longest_given, row_kind};
use crate::domain::answers::AnswerValue;
use crate::domain::case_study::{CellPosition, SubjectTable};
use crate::spreadsheet::{CellWrite, History, Sheet};

/// Cells to write and their texts.
pub(super) type Writes = Vec<(CellPosition, String)>;

/// What is kept of a table.
pub(super) struct Memory {
    form: SubjectTable,
    /// Texts as the answer held them last, by reference.
    typed: BTreeMap<String, String>,
    sheet: Sheet,
    history: History,
    /// What this table wrote last: any other change comes from elsewhere.
    expected: BTreeMap<CellPosition, String>,
    /// The cell being typed in.
    typing: Option<CellPosition>,
    rows: Vec<RowKind>,
    given: Vec<usize>,
    values: Vec<usize>,
    facts: Facts,
}

/// The memory of a table, made when it is first shown.
pub(super) fn remembered(ctx: &Context, id: Id, form: &SubjectTable) -> Arc<Mutex<Memory>> {
    let known = ctx.data(|data| data.get_temp::<Arc<Mutex<Memory>>>(id));
    known.unwrap_or_else(|| {
        let memory = Arc::new(Mutex::new(Memory::new(form)));
        ctx.data_mut(|data| data.insert_temp(id, Arc::clone(&memory)));
        memory
    })
}

impl Memory {
    /// A table where nothing is written.
    pub(super) fn new(form: &SubjectTable) -> Self {
        let sheet = Sheet::new(form);
        let mut memory = Self {
            form: form.clone(),
            typed: BTreeMap::new(),
            sheet,
            history: History::default(),
            expected: BTreeMap::new(),
            typing: None,
            rows: form.rows.iter().map(|row| row_kind(row)).collect(),
            given: longest_given(form),
            values: Vec::new(),
            facts: Facts::default(),
        };
        memory.look();
        memory
    }

    /// Takes in the form and the answer of this frame. What was changed from elsewhere can no
    /// longer be undone here.
    pub(super) fn take_in(&mut self, form: &SubjectTable, value: Option<&AnswerValue>) {
        if self.form != *form {
            *self = Self::new(form);
        }
        if self.holds(value) {
            return;
        }
        let fresh = texts(value);
        let writes = self.differences(&fresh);
        if !writes.iter().all(|(at, text)| self.expected.get(at) == Some(text)) {
            self.history = History::default();
        }
        self.expected.clear();
        self.sheet.set_many(&writes);
        self.typed = fresh;
        self.look();
    }

    /// Remembers what this table writes in this frame.
    pub(super) fn expect(&mut self, writes: &[(CellPosition, String)]) {
        self.expected.extend(writes.iter().cloned());
    }

    /// Remembers the cell being typed in.
    pub(super) fn set_typing(&mut self, typing: Option<CellPosition>) {
        if self.typing != typing {
            self.typing = typing;
            self.values = longest_values(&self.form, &self.sheet, typing);
        }
    }

    /// Remembers a group of writes as one step to undo.
    pub(super) fn record(&mut self, group: Vec<CellWrite>) {
        self.history.record(group);
    }

    /// What to write to undo the last step, or to do it again.
    pub(super) fn step(&mut self, back: bool) -> Writes {
        let writes = if back { self.history.undo() } else { self.history.redo() };
        writes.unwrap_or_default()
    }

    /// Whether something can be undone, and done again.
    pub(super) fn steps(&self) -> (bool, bool) {
        (self.history.can_undo(), self.history.can_redo())
    }

    /// The form.
    pub(super) const fn form(&self) -> &SubjectTable {
        &self.form
    }

    /// The sheet.
    pub(super) const fn sheet(&self) -> &Sheet {
        &self.sheet
    }

    /// What is worth telling.
    pub(super) const fn facts(&self) -> &Facts {
        &self.facts
    }

    /// The cell being typed in.
    pub(super) const fn typing(&self) -> Option<CellPosition> {
        self.typing
    }

    /// What a row is.
    pub(super) fn row(&self, row: usize) -> RowKind {
        self.rows.get(row).copied().unwrap_or_default()
    }

    /// Whether the rows that are all given show a lock.
    pub(super) fn has_locks(&self) -> bool {
        self.rows.contains(&RowKind::Locked)
    }

    /// Lengths of the longest given text and of the longest value of a column.
    pub(super) fn longest(&self, column: usize) -> (usize, usize) {
        let of = |lengths: &[usize]| lengths.get(column).copied().unwrap_or_default();
        (of(&self.given), of(&self.values))
    }

    /// Whether the answer is the one already taken in.
    fn holds(&self, value: Option<&AnswerValue>) -> bool {
        let Some(AnswerValue::Table { cells }) = value else { return self.typed.is_empty() };
        cells.len() == self.typed.len()
            && cells
                .iter()
                .zip(&self.typed)
                .all(|((reference, cell), (known, text))| reference == known && cell.typed == *text)
    }

    /// What differs from the texts taken in last.
    fn differences(&self, fresh: &BTreeMap<String, String>) -> Writes {
        let gone = self.typed.keys().filter(|reference| !fresh.contains_key(*reference));
        let gone = gone.map(|reference| (reference, ""));
        let is_new =
            |(reference, text): &(&String, &String)| self.typed.get(*reference) != Some(*text);
        let new = fresh.iter().filter(is_new).map(|(reference, text)| (reference, text.as_str()));
        gone.chain(new)
            .filter_map(|(reference, text)| {
                Some((CellPosition::from_reference(reference)?, text.to_owned()))
            })
            .collect()
    }

    fn look(&mut self) {
        self.facts = Facts::read(&self.form, &self.sheet);
        self.values = longest_values(&self.form, &self.sheet, self.typing);
    }
}

fn texts(value: Option<&AnswerValue>) -> BTreeMap<String, String> {
    match value {
        Some(AnswerValue::Table { cells }) => {
            cells.iter().map(|(at, cell)| (at.clone(), cell.typed.clone())).collect()
        }
        _ => BTreeMap::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::example::{at, table};
    use super::*;
    use crate::domain::answers::CellAnswer;

    fn answer(cells: &[(&str, &str)]) -> AnswerValue {
        let cell = |text: &str| CellAnswer { typed: text.to_owned(), ..CellAnswer::default() };
        let cells = cells.iter().map(|(at, text)| ((*at).to_owned(), cell(text)));
        AnswerValue::Table { cells: cells.collect() }
    }

    fn write(memory: &mut Memory, before: &str, cells: &[(&str, &str)]) {
        let writes: Writes =
            cells.iter().map(|(reference, text)| (at(reference), (*text).to_owned())).collect();
        memory.record(
            writes
                .iter()
                .map(|(at, after)| CellWrite {
                    at: *at,
                    before: before.to_owned(),
                    after: after.clone(),
                })
                .collect(),
        );
        memory.expect(&writes);
    }

    #[test]
    fn the_memory_may_be_kept_by_the_window() {
        fn kept<T: Clone + Send + Sync + 'static>() {}
        kept::<Arc<Mutex<Memory>>>();
    }

    #[test]
    fn the_sheet_follows_the_answer() {
        let form = table();
        let mut memory = Memory::new(&form);
        memory.take_in(&form, Some(&answer(&[("B2", "=B1+C1")])));
        assert_eq!(memory.sheet().shown(at("B2")), "55");
        memory.take_in(&form, Some(&answer(&[("B2", "7"), ("C2", "=B2*2")])));
        assert_eq!(memory.sheet().shown(at("C2")), "14");
        assert_eq!(memory.facts().filled, 2);
        memory.take_in(&form, None);
        assert_eq!(memory.sheet().typed(at("C2")), "");
        assert_eq!(memory.facts().left(), 5);
    }

    #[test]
    fn what_was_written_here_can_be_undone() {
        let form = table();
        let mut memory = Memory::new(&form);
        write(&mut memory, "", &[("B2", "1")]);
        memory.take_in(&form, Some(&answer(&[("B2", "1")])));
        assert_eq!(memory.steps(), (true, false));
    }

    #[test]
    fn what_changed_from_elsewhere_forgets_the_steps() {
        let form = table();
        let mut memory = Memory::new(&form);
        write(&mut memory, "", &[("B2", "1")]);
        memory.take_in(&form, Some(&answer(&[("B2", "1")])));
        memory.take_in(&form, Some(&answer(&[("B2", "2")])));
        assert_eq!(memory.steps(), (false, false), "another copy, or a former state");
    }

    #[test]
    fn another_form_makes_another_sheet() {
        let mut form = table();
        let mut memory = Memory::new(&form);
        memory.take_in(&form, Some(&answer(&[("B2", "=B1")])));
        if let Some(row) = form.rows.first_mut() {
            row.truncate(1);
        }
        memory.take_in(&form, Some(&answer(&[("B2", "=B1")])));
        assert_eq!(memory.sheet().typed(at("B1")), "", "no longer given");
        assert_eq!(memory.sheet().typed(at("B2")), "=B1");
    }
}
