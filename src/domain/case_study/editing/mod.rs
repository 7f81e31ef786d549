//! The one way a case changes: named edits that can be undone and redone.

mod change;
mod edit;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use super::CaseStudy;
use change::change;
pub use edit::{Edit, EditError};

/// Steps kept for undo.
const HISTORY_LIMIT: usize = 500;

#[derive(Debug, Clone)]
struct Step {
    edit: Edit,
    before: Arc<CaseStudy>,
}

/// A case under edition, with its history.
#[derive(Debug, Clone)]
pub struct CaseEditor {
    case: Arc<CaseStudy>,
    past: Vec<Step>,
    future: Vec<Step>,
    merging: bool,
    revision: u64,
}

impl CaseEditor {
    /// Begins the edition of a case.
    pub fn new(case: CaseStudy) -> Self {
        Self {
            case: Arc::new(case),
            past: Vec::new(),
            future: Vec::new(),
            merging: false,
            revision: 0,
        }
    }

    /// The case as it is now.
    pub fn case(&self) -> &CaseStudy {
        &self.case
    }

    /// The case as it is now, shared: cheap to hand to a background job.
    pub fn shared(&self) -> Arc<CaseStudy> {
        Arc::clone(&self.case)
    }

    /// A number that changes with every edit, undo and redo.
    pub const fn revision(&self) -> u64 {
        self.revision
    }

    /// What « Annuler » would take back.
    pub fn undo_label(&self) -> Option<String> {
        self.past.last().map(|step| step.edit.label())
    }

    /// What « Rétablir » would do again.
    pub fn redo_label(&self) -> Option<String> {
        self.future.last().map(|step| step.edit.label())
    }

    /// Ends the run of keystrokes that undo together.
    pub const fn finish_run(&mut self) {
        self.merging = false;
    }

    /// Applies an edit; an edit that changes nothing leaves no step.
    ///
    /// # Errors
    /// When the element edited is not there or an identifier is taken; nothing is changed then.
    pub fn apply(&mut self, edit: Edit) -> Result<(), EditError> {
        let mut case = CaseStudy::clone(&self.case);
        change(&mut case, &edit)?;
        if case == *self.case {
            return Ok(());
        }
        let merged =
            self.merging && self.past.last().is_some_and(|step| edit.merges_with(&step.edit));
        let before = std::mem::replace(&mut self.case, Arc::new(case));
        if !merged {
            self.past.push(Step { edit, before });
            if self.past.len() > HISTORY_LIMIT {
                self.past.remove(0);
            }
        }
        self.future.clear();
        self.merging = true;
        self.revision += 1;
        Ok(())
    }

    /// Takes the last edit back; says whether there was one.
    pub fn undo(&mut self) -> bool {
        let Some(step) = self.past.pop() else { return false };
        let after = std::mem::replace(&mut self.case, step.before);
        self.future.push(Step { edit: step.edit, before: after });
        self.merging = false;
        self.revision += 1;
        true
    }

    /// Does the last undone edit again; says whether there was one.
    pub fn redo(&mut self) -> bool {
        let Some(step) = self.future.pop() else { return false };
        let before = std::mem::replace(&mut self.case, step.before);
        self.past.push(Step { edit: step.edit, before });
        self.merging = false;
        self.revision += 1;
        true
    }
}
