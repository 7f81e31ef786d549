//! Any bytes as a sealed copy.
#![no_main]

#[path = "../readers/mod.rs"]
mod readers;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    readers::sealed::sealed_copy(bytes);
});
