//! Every reader of the program, as a function of bytes: `cargo fuzz` calls them one by one, and
//! `tests/readers.rs` calls them all for a bounded time. What is read is then used as the program
//! uses it, for a reader that lets nonsense through only moves the panic.
//!
//! Each gives whether the bytes were accepted, so that a test can tell a reader that works from one
//! that refuses everything.

#![allow(dead_code, reason = "each target of cargo fuzz calls one of them")]

pub mod documents;
pub mod example;
pub mod mutation;
pub mod sealed;
pub mod seeds;
pub mod vocabulary;
pub mod words;

use vocabulary::{FORMULA, FRENCH, JSON, LIST, MARKDOWN, SEALED, YAML};

/// A reader and what it begins with.
#[derive(Clone, Copy)]
pub struct Reader {
    /// Its name, and that of its target in `fuzz_targets`.
    pub name: &'static str,
    /// Reads bytes; whether they were accepted.
    pub read: fn(&[u8]) -> bool,
    /// Inputs that it accepts, for others to be made of them.
    pub seeds: fn() -> Vec<Vec<u8>>,
    /// Words of its format.
    pub words: &'static [&'static str],
}

const fn reader(
    name: &'static str,
    read: fn(&[u8]) -> bool,
    seeds: fn() -> Vec<Vec<u8>>,
    words: &'static [&'static str],
) -> Reader {
    Reader { name, read, seeds, words }
}

/// All readers.
pub const ALL: [Reader; 20] = [
    reader("answer_sheet", documents::answer_sheet, seeds::answer_sheets, JSON),
    reader("author_formula", words::author_formula, seeds::author_formulas, FORMULA),
    reader("candidate_list", words::candidate_list, seeds::candidate_lists, LIST),
    reader("case", documents::case, seeds::cases, YAML),
    reader("evaluation", documents::evaluation, seeds::evaluations, YAML),
    reader("events_script", words::events_script, seeds::scripts, YAML),
    reader("french", words::french, seeds::french, FRENCH),
    reader("journal", sealed::journal, seeds::journals, JSON),
    reader("journal_event", sealed::journal_event, seeds::journal_events, JSON),
    reader("jury_key", sealed::jury_key, seeds::jury_keys, SEALED),
    reader("planning_data", documents::planning_data, seeds::planning_data, YAML),
    reader("preferences", documents::preferences, seeds::preferences, YAML),
    reader("rich_text", words::rich_text, seeds::rich_texts, MARKDOWN),
    reader("room_package", sealed::room_package, seeds::room_packages, JSON),
    reader("sealed_copy", sealed::sealed_copy, seeds::sealed_copies, SEALED),
    reader("sealed_subject", sealed::sealed_subject, seeds::sealed_subjects, SEALED),
    reader("session", documents::session, seeds::sessions, YAML),
    reader("spreadsheet", words::spreadsheet, seeds::spreadsheets, FORMULA),
    reader("subject", documents::subject, seeds::subjects, JSON),
    reader("template", documents::template, seeds::templates, YAML),
];
