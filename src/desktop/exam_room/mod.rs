//! « Composer »: a candidate sits a subject, offline.
//!
//! View models, plain data tested without a window:
//! - `identification`: who sits, for how long, where the copy is kept;
//! - `open_copy`: the sitting (`crate::sitting`) as the window shows it;
//! - `sitting`: what the candidate looks at (`reading`, `exhibit_search`, `review`, `receipt`);
//! - `clock_words`, `question_state`: time, progress;
//! - `companions`: what stands beside the test: tools, notices, `invigilator`, documents;
//! - `tools`: calculator, scratch pad, editor of long texts, highlights, choices of appearance.
//!
//! `commands` holds what a person may ask and changes the models; `*_panel` files only draw and
//! ask; `keys` asks from the keyboard; `workspace` joins them.

mod appearance;
mod clock_words;
mod commands;
mod companions;
mod exhibit_search;
mod folder_words;
mod footer_panel;
mod help_panel;
mod history;
mod history_panel;
mod identification;
mod identification_panel;
mod invigilator;
mod keys;
mod layout;
mod notices_panel;
mod open_copy;
mod paper_entry;
mod pause_cover;
mod printed_copy;
mod question_list_panel;
mod question_panel;
mod question_state;
mod reading;
mod reading_panel;
mod receipt;
mod receipt_document;
mod receipt_panel;
mod review;
mod review_cards;
mod review_panel;
mod room_mode;
mod save_banner;
mod signs;
mod sitting;
mod sitting_panel;
mod time_notices;
mod tools;
mod top_bar_panel;
mod workspace;

#[cfg(test)]
mod example;

pub use workspace::ExamRoomWorkspace;
