//! The case study as its author writes it, with keys; and the `Subject` derived from it, without.

pub mod board;
mod case;
mod choice;
mod computed;
mod editing;
mod exhibit;
mod materials;
mod points;
mod question;
#[cfg(test)]
pub(crate) mod samples;
mod scaffold;
mod solving;
mod subject;
mod table;
mod table_writing;
mod tolerance;
mod unstated;
mod validation;
mod variant;
mod written_kind;

pub use board::{AssignmentBoard, Board, ScheduleBoard};
pub use case::{CaseStudy, Dossier, Usage};
pub use choice::{ChoiceOption, Scoring};
pub use computed::{CellMarks, PlacementForm, WorksheetForm};
pub use editing::{CaseEditor, Edit, EditError};
pub use exhibit::{Exhibit, ExhibitBlock, ReadCell};
pub use materials::Materials;
pub use points::Points;
pub use question::{Question, QuestionKind};
pub use scaffold::{
    blank_answer, blank_case, blank_exhibit, blank_question, next_dossier_id, next_exhibit_id,
    next_question_id,
};
pub use solving::{
    AskedCell, AssignmentPlacement, ComputedQuestion, Measure, Placement, SchedulePlacement,
    SolvedCase, Target, asked_value, canonical_text, solve, with_decimals,
};
pub use subject::{
    AnswerForm, Subject, SubjectCell, SubjectDossier, SubjectOption, SubjectQuestion, SubjectTable,
};
pub use table::{
    Align, AskedValue, Cell, CellPosition, Column, MAX_COLUMNS, MAX_ROWS, TableEdit, TableForm,
};
pub use tolerance::Tolerance;
pub use validation::{validate, validate_solved};
pub use variant::{Moved, Variant, VariantError, variant};
pub use written_kind::WrittenKind;
