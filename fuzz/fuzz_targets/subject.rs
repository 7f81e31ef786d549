//! Any bytes as a subject that is not sealed.
#![no_main]

#[path = "../readers/mod.rs"]
mod readers;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    readers::documents::subject(bytes);
});
