//! What each printed document says: domain → blocks. No measure, font or colour in here.

mod answer_tables;
mod answers;
mod attendance;
mod evaluation;
mod exhibits;
mod frame;
mod model_answers;
mod receipt;
mod receipt_course;
mod receipt_events;
mod receipt_lines;
mod receipt_time;
mod room_codes;
mod room_paper;
mod session_summary;
mod sheet;
mod subject;
mod workings;

pub use answers::copy_document;
pub use attendance::{AttendanceLine, attendance_document};
pub use evaluation::{CandidateFile, evaluation_document};
pub use frame::PrintedOn;
pub use model_answers::model_answers_document;
pub use receipt::{ReceiptFacts, receipt_document};
pub use receipt_events::noted_lines;
pub use receipt_lines::{TimeLine, course_lines, entitlement_lines};
pub use room_codes::{PaperCode, RoomCodes, room_codes_document};
pub use room_paper::{RoomPaper, SESSION_NOTICE};
pub use session_summary::{SummaryLine, session_summary_document};
pub use sheet::answer_sheet_document;
pub use subject::subject_document;

/// The line that stands on every jury document.
pub const JURY_NOTICE: &str = "Document d'aide au jury – ne remplace pas les documents officiels";
