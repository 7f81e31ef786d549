//! View model of the jury: plain data, tested without a window.

mod asked;
mod bench;
mod copy_facts;
mod drafts;
mod history;
mod lacks;
mod ledger;
mod order;
mod progress;
mod reference;
mod remarks;
mod standing;
mod states;
mod todo;
mod view;
mod words;

pub use asked::OtherCopy;
pub use bench::Bench;
pub use drafts::{QUIET, TextField, TextKey};
pub use history::{HistoryLine, history_of};
pub use lacks::{Lack, in_words};
pub use ledger::OwnFile;
pub use order::Mode;
pub use reference::{Page, Section};
pub use remarks::{gathered_remarks, known_remarks, same_remark};
pub use standing::Standing;
pub use states::{Accord, CompetenceState, CopyState};
pub use todo::{DecisionTone, Target, next_lack};
pub use view::{CopyFilter, FileMessages, FocusWish, InterestForm, Notice, Screen, View};
pub use words::{certificate_words, counted, listed, outcome_words};
