//! A whole sitting typed without rest: the memory stays flat, the journal small, reopening short.

use std::time::Instant;

use crate::process::{Line, Running, say};
use crate::room::{self, Room, Saved, Sit};
use crate::script::{Script, typing};
use crate::search::paths_below;

/// Keys of three hours at five keys a second, and the largest journal allowed for them.
const THREE_HOURS: usize = 54_000;
const LARGEST_JOURNAL: u64 = 5_000_000;
/// What a journal may hold besides its events, in bytes: a head, the subject carried with it.
const BESIDES: u64 = 200_000;
/// How much the memory may grow after a fifth of the sitting.
const GROWTH_KILOBYTES: u64 = 30 * 1024;
/// Measures of the memory.
const MEASURES: usize = 50;

#[test]
fn a_long_sitting_keeps_its_memory_flat_and_its_journal_small() {
    let _quiet = room::alone();
    let room = Room::shared();
    let events = room::number("CASDECOLE_SOAK_EVENTS", 6_000);
    let folder = room::folder("endurance");
    let work = room::place(folder.path(), "poste");
    let script = Script::write(&folder.path().join("script.yaml"), typing(events));
    let mut running = Running::start(&mut room.sit(&Sit::usual(&work, &script.path)));
    let measures = memory_along(&mut running, events);
    let ended = running.finish();
    assert_eq!(ended.code, Some(0), "{}", room::messages(&ended));
    assert!(measures.len() >= 5, "too few measures: {measures:?}");

    let journal: u64 = paths_below(&work)
        .iter()
        .filter_map(|path| path.metadata().ok().filter(std::fs::Metadata::is_file))
        .map(|file| file.len())
        .sum();
    let reopening = Instant::now();
    let held = room.journal(&work).expect("it reopens");
    let reopening = reopening.elapsed();
    assert_eq!(held.answers, script.answers());

    let base = measures.first().copied().unwrap_or_default();
    let most = measures.iter().copied().max().unwrap_or_default();
    say(&format!(
        "{events} events in {:?}; memory {base} KB after a fifth, {most} KB at most; journal {journal} \
         bytes; shown again in {reopening:?}, derivation of the key included",
        ended.took
    ));
    assert!(most - base <= GROWTH_KILOBYTES, "the memory grew: {measures:?}");
    let share = u64::try_from(events).expect("a count") * LARGEST_JOURNAL;
    let limit = share / u64::try_from(THREE_HOURS).expect("a count") + BESIDES;
    assert!(journal <= limit, "{journal} bytes for {events} events, {limit} at most");
}

/// Memory in kilobytes, from a fifth of the events to the end.
fn memory_along(running: &mut Running, events: usize) -> Vec<u64> {
    let step = (events / MEASURES).max(1);
    let mut measures = Vec::new();
    let mut next = events / 5;
    while next <= events {
        let reached = |line: &Line| Saved::read(line).is_some_and(|save| save.rank >= next);
        if running.wait_for(reached).is_none() {
            break;
        }
        measures.extend(memory_of(running.id()));
        next += step;
    }
    measures
}

/// Resident memory of a process in kilobytes; `None` once it has ended.
fn memory_of(process: u32) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    line.split_whitespace().next()?.parse().ok()
}
