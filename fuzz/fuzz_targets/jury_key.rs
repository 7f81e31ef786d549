//! Any bytes as the jury's key.
#![no_main]

#[path = "../readers/mod.rs"]
mod readers;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    readers::sealed::jury_key(bytes);
});
