//! Any bytes as a formula of an author.
#![no_main]

#[path = "../readers/mod.rs"]
mod readers;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    readers::words::author_formula(bytes);
});
