//! Any bytes as a journal and its head.
#![no_main]

#[path = "../readers/mod.rs"]
mod readers;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    readers::sealed::journal(bytes);
});
