//! What a candidate writes: values kept as typed beside what they mean, and the answer sheet.

mod change;
mod counts;
mod model;
#[cfg(test)]
pub(crate) mod samples;
mod sheet;
mod status;
mod typed_by;
mod value;

pub use change::{Change, Splice, WrittenCell};
pub use counts::{AnswerCounts, Counted};
pub use model::{key_text, model_answer, model_cell};
pub use sheet::{Answer, AnswerSheet, Origin, Sitting, WriteError};
pub use status::{QuestionStatus, status_of, word_count};
pub use typed_by::TypedBy;
pub use value::{AnswerValue, CellAnswer, TypedNumber};
