//! What a candidate writes: values kept as typed beside what they mean, and the answer sheet.

mod sheet;
mod status;
mod value;

pub use sheet::{Answer, AnswerSheet, Origin, Sitting, WriteError};
pub use status::{QuestionStatus, status_of, word_count};
pub use value::{AnswerValue, CellAnswer, TypedNumber};
