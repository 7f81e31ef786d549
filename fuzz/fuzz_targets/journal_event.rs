//! Any bytes as the events of a journal.
#![no_main]

#[path = "../readers/mod.rs"]
mod readers;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    readers::sealed::journal_event(bytes);
});
