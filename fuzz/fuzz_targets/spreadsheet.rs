//! Any bytes as formulas of a candidate.
#![no_main]

#[path = "../readers/mod.rs"]
mod readers;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    readers::words::spreadsheet(bytes);
});
