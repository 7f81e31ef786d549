//! The rules of the field, pure: no file, clock, thread, window or PDF in here.
//!
//! What belongs here: the référentiel (`framework`), the case study and the subject derived from
//! it (`case_study`), the session (`exam`), what candidates write (`answers`), automatic results,
//! evidence, judgements and deliberation (`grading`), calculators and their worksheets (`planning`),
//! French numbers and typography (`french`),
//! and the one shape of every message about a document (`diagnostic`).

pub mod answers;
pub mod case_study;
pub mod diagnostic;
pub mod exam;
pub mod framework;
pub mod french;
pub mod grading;
pub mod identifier;
pub mod planning;
pub mod rich_text;
