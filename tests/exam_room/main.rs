//! Tests that pull the plug on a sitting: killed processes, lost PCs, full disks, planted words.
//!
//! They know the program through its command line and its files alone. What they take for granted
//! of both stands in `room`; the rest speaks of events, answers and places.
//!
//! How much they do is chosen by the environment, so that the whole suite stays short by default:
//! `CASDECOLE_KILLS` (40), `CASDECOLE_FLIPS` (300 bytes of a copy), `CASDECOLE_SUBJECT_FLIPS` (50),
//! `CASDECOLE_SOAK_EVENTS` (6000) and `CASDECOLE_SEED`. The figures of the issue are 1000 kills, every
//! byte or 10000 flips, and 54000 events. What was measured, and what could not be tried here, is said
//! on the standard error, whether the tests pass or not.

#![cfg(target_os = "linux")]
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "tests fail by panicking, write the files that they need, and watch the real clock"
)]

mod extra_time;
mod faults;
mod hand_in_kills;
mod jury_side;
mod kills;
mod mounts;
mod planted_words;
mod process;
mod room;
mod script;
mod script_played;
mod search;
mod second_window;
mod soak;
mod sockets;
mod tampering;
mod two_pcs;
mod vanishing;
