//! Any bytes as the content of a sealed subject.
#![no_main]

#[path = "../readers/mod.rs"]
mod readers;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    readers::sealed::room_package(bytes);
});
