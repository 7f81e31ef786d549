//! What each printed document says: domain → blocks. No measure, font or colour in here.

mod answer_tables;
mod answers;
mod evaluation;
mod exhibits;
mod frame;
mod model_answers;
mod session_summary;
mod sheet;
mod subject;
mod workings;

pub use answers::copy_document;
pub use evaluation::{CandidateFile, evaluation_document};
pub use frame::PrintedOn;
pub use model_answers::model_answers_document;
pub use session_summary::{SummaryLine, session_summary_document};
pub use sheet::answer_sheet_document;
pub use subject::subject_document;

/// The line that stands on every jury document.
pub const JURY_NOTICE: &str = "Document d'aide au jury – ne remplace pas les documents officiels";
