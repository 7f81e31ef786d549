//! Any bytes as the file of a juror and of a deliberation.
#![no_main]

#[path = "../readers/mod.rs"]
mod readers;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    readers::documents::evaluation(bytes);
});
