//! « Composer »: a candidate sits a subject, offline.
//!
//! View models, plain data tested without a window:
//! - `identification`: who sits, for how long, where the copy is kept;
//! - `open_copy`: the subject, the answers, and their way to the disk (`copy_keeper`,
//!   `save_schedule`; `copy_file` alone writes);
//! - `sitting`: what the candidate looks at (`reading`, `exhibit_search`, `review`, `receipt`);
//! - `clock_words`, `question_state`, `subject_lookup`: time, progress, which subject.
//!
//! `commands` holds what a person may ask and changes the models; `*_panel` files only draw and
//! ask; `keys` asks from the keyboard; `workspace` joins them.

mod appearance;
mod clock_words;
mod commands;
mod copy_file;
mod copy_keeper;
mod exhibit_search;
mod footer_panel;
mod help_panel;
mod identification;
mod identification_panel;
mod keys;
mod layout;
mod open_copy;
mod question_list_panel;
mod question_panel;
mod question_state;
mod reading;
mod reading_panel;
mod receipt;
mod receipt_panel;
mod review;
mod review_cards;
mod review_panel;
mod save_banner;
mod save_schedule;
mod signs;
mod sitting;
mod sitting_panel;
mod subject_lookup;
mod top_bar_panel;
mod workspace;

#[cfg(test)]
mod example;

pub use workspace::ExamRoomWorkspace;
