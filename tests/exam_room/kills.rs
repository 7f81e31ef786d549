//! `kill -9` at random moments of a replayed sitting: nothing that was saved is lost, nothing older
//! than 250 ms is lost, and what is left is always readable, on the PC and on the key alike.

use std::path::PathBuf;
use std::time::Duration;

use crate::process::{Ended, Running, run, say};
use crate::room::{self, DURABLE_WITHIN, Room, Saved, Sit, USUAL_TIME};
use crate::script::{Script, mixed};

/// Events of one sitting.
const EVENTS: usize = 2_500;
/// Milliseconds between two of them.
const PACE: u64 = 3;
/// A sitting with fewer events left is handed in: a kill needs something to interrupt.
const LEFT_AT_LEAST: usize = 500;
/// What the clocks of two processes and a busy machine add to a measure.
const SLACK: Duration = Duration::from_millis(150);

/// A shared disk sometimes stalls, and all that was typed meanwhile is saved late: so many times in so
/// many kills, and never by more. It is not lost: see above.
const STALLS: usize = 2;
const KILLS_A_STALL: usize = 100;
const STALLED: Duration = Duration::from_secs(1);

/// A folder that a sitting writes in.
struct Place {
    folder: PathBuf,
    /// Events that it must hold by itself, whatever comes.
    owed: usize,
}

/// A sitting that is killed and resumed again and again.
struct KilledSitting {
    _folder: tempfile::TempDir,
    script: Script,
    places: [Place; 2],
    kills: usize,
    /// The last event that was said to be saved.
    saved: usize,
    /// Events held when it was looked at last.
    held: usize,
}

#[derive(Default)]
struct Tally {
    kills: usize,
    during_opening: usize,
    saves: usize,
    /// Late saves, one for each time the disk stalled: the longest.
    stalls: Vec<Duration>,
    slowest: Duration,
    unsaved_for: Duration,
    sittings: usize,
}

#[test]
fn a_sitting_killed_at_random_moments_loses_nothing() {
    let _quiet = room::alone();
    let room = Room::shared();
    let mut chance = room::chance();
    let mut tally = Tally::default();
    let mut sitting = KilledSitting::new();
    for _ in 0..room::number("CASDECOLE_KILLS", 40) {
        if sitting.held + LEFT_AT_LEAST > EVENTS {
            sitting.hand_in(room, &mut tally);
            sitting = KilledSitting::new();
        }
        sitting.kill_once(room, &mut chance, &mut tally);
    }
    sitting.hand_in(room, &mut tally);
    say(&format!(
        "{} kills ({} before the first save), {} saves, {} stalls of the disk, slowest {:?}; oldest event not yet saved at a \
         kill {:?}; {} copies whole",
        tally.kills,
        tally.during_opening,
        tally.saves,
        tally.stalls.len(),
        tally.slowest,
        tally.unsaved_for,
        tally.sittings
    ));
    let most = STALLS.max(tally.kills / KILLS_A_STALL);
    assert!(tally.stalls.len() <= most, "the disk stalled: {:?}", tally.stalls);
    assert!(tally.slowest <= STALLED, "a save took {:?}", tally.slowest);
}

impl KilledSitting {
    fn new() -> Self {
        let folder = room::folder("kills");
        let script = Script::write(&folder.path().join("script.yaml"), mixed(EVENTS));
        let place = |name| Place { folder: room::place(folder.path(), name), owed: 0 };
        let places = [place("poste"), place("secours")];
        Self { _folder: folder, script, places, kills: 0, saved: 0, held: 0 }
    }

    /// Resumes, kills, and looks at the folder that comes next. Two kills work on one folder with the
    /// other as second copy, then two the other way round: each is looked at in both roles.
    fn kill_once(&mut self, room: &Room, chance: &mut fastrand::Rng, tally: &mut Tally) {
        let work = self.kills / 2 % 2;
        self.kills += 1;
        let next = self.kills / 2 % 2;
        let killed = self.resume_and_kill(room, work, chance);
        let saved = room::saved(&killed);
        tally.add(&saved);
        // An event is said to be saved when one folder holds it; the other has it soon after.
        self.saved = saved.iter().map(|save| save.rank).fold(self.saved, usize::max);
        let old = saved.iter().filter(|save| save.age_at(killed.at) > DURABLE_WITHIN + SLACK);
        let old = old.map(|save| save.rank).max().unwrap_or_default();
        for place in &mut self.places {
            place.owed = place.owed.max(old);
        }

        let mut held = self.look_at(room, next);
        self.places[next].owed = held;
        if held < self.saved {
            held = held.max(self.look_at(room, 1 - next));
        }
        assert!(held >= self.saved, "kill {}: {held} events of {} saved", self.kills, self.saved);
        self.held = held;
        let lost_for = age_of_the_next(&saved, held, &killed);
        tally.unsaved_for = tally.unsaved_for.max(lost_for);
        let limit = DURABLE_WITHIN + SLACK;
        assert!(lost_for <= limit, "event {} was {lost_for:?} old: lost", held + 1);
    }

    /// How many events a folder holds: at least those that it owes, and no torn answers.
    fn look_at(&self, room: &Room, place: usize) -> usize {
        let Place { folder, owed } = &self.places[place];
        let held = match room.journal(folder) {
            Ok(journal) => {
                assert_eq!(journal.candidate, USUAL_TIME);
                self.script.events_behind(&journal.answers).unwrap_or_else(|difference| {
                    panic!("after kill {}, torn answers: {difference}", self.kills)
                })
            }
            // Killed before there was anything to keep.
            Err(_) if *owed == 0 => 0,
            Err(error) => panic!("after kill {}, unreadable: {error}", self.kills),
        };
        let folder = folder.display();
        assert!(held >= *owed, "kill {}: {folder} holds {held} events of {owed}", self.kills);
        held
    }

    fn resume_and_kill(&self, room: &Room, work: usize, chance: &mut fastrand::Rng) -> Ended {
        let mut running = Running::start(&mut room.sit(&Sit {
            candidate: USUAL_TIME,
            work: &self.places[work].folder,
            mirror: Some(&self.places[1 - work].folder),
            script: &self.script.path,
            pace: PACE,
            hand_in: false,
        }));
        let milliseconds =
            |most: u64, chance: &mut fastrand::Rng| Duration::from_millis(chance.u64(0..most));
        if chance.u8(..5) == 0 {
            // While it opens, derives its key, mends what the kill before left.
            running.listen_for(milliseconds(1_200, chance));
        } else {
            let first = running.wait_for(|line| Saved::read(line).is_some());
            assert!(first.is_some(), "it ended with no event saved: {}", running.finish().all());
            running.listen_for(milliseconds(400, chance));
        }
        let killed = running.kill();
        assert_eq!(killed.code, None, "it ended by itself: {}", killed.all());
        killed
    }

    /// Types the rest, hands in, and compares both copies with the whole script.
    fn hand_in(&self, room: &Room, tally: &mut Tally) {
        let work = self.kills / 2 % 2;
        let folders = [&self.places[work].folder, &self.places[1 - work].folder];
        let ended = run(&mut room.sit(&Sit {
            candidate: USUAL_TIME,
            work: folders[0],
            mirror: Some(folders[1]),
            script: &self.script.path,
            pace: 0,
            hand_in: true,
        }));
        assert_eq!(ended.code, Some(0), "{}", ended.all());
        for folder in folders {
            let copy = room.copy(&room::copy_in(folder, USUAL_TIME));
            assert_eq!(copy.answers, self.script.answers());
        }
        tally.sittings += 1;
    }
}

impl Tally {
    fn add(&mut self, saved: &[Saved]) {
        self.kills += 1;
        self.during_opening += usize::from(saved.is_empty());
        self.saves += saved.len();
        let mut was_late = false;
        for save in saved {
            self.slowest = self.slowest.max(save.delay);
            let is_late = save.delay > DURABLE_WITHIN;
            if is_late && !was_late {
                self.stalls.push(save.delay);
            }
            was_late = is_late;
        }
    }
}

/// How old the first event that is not held was at the kill, at most: at least one pace younger than
/// the one before it, and so on back to the last one held that was heard of. Nothing is known of it
/// when none was.
fn age_of_the_next(saved: &[Saved], held: usize, killed: &Ended) -> Duration {
    let heard = saved.iter().filter(|save| save.rank <= held).max_by_key(|save| save.rank);
    let Some(last) = heard else { return Duration::ZERO };
    let paces = u64::try_from(held + 1 - last.rank).unwrap_or(u64::MAX);
    last.age_at(killed.at).saturating_sub(Duration::from_millis(paces.saturating_mul(PACE)))
}
