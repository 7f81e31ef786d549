//! Any bytes as numbers, dates and sentences in French.
#![no_main]

#[path = "../readers/mod.rs"]
mod readers;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    readers::words::french(bytes);
});
