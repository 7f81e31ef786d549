//! What the journal of a sitting holds, one payload an event, written short: at five keys a second,
//! three hours make fifty thousand of them.

use chrono::{DateTime, FixedOffset, TimeZone};
use serde::{Deserialize, Serialize};

use crate::domain::answers::{Change, Origin, Splice, TypedBy};
use crate::domain::exam::{Moment, TimeEvent};
use crate::domain::identifier::CopyId;

/// A wall clock that strays less than this from the running one is not written again.
const STRAY_MILLISECONDS: u64 = 20;

/// An event of a sitting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// The program was opened on this sitting.
    Opened(Opening),
    /// An answer was changed.
    Answer(Change),
    /// Something about time.
    Time(TimeEvent),
    /// The sitting goes on: written when nothing else is, so that a crash costs no time.
    Seen,
    /// The scratch pad was changed.
    Scratch(Splice),
    /// The candidate's own settings and highlights, whole.
    Desk(serde_json::Value),
    /// Who types a paper copy in was told.
    TypedBy(TypedBy),
}

/// The opening of a sitting on a PC.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Opening {
    /// The copy.
    pub copy: CopyId,
    /// Room and PC, as typed.
    #[serde(default)]
    pub seat: String,
    /// How the answers are written.
    #[serde(default)]
    pub origin: Origin,
}

/// An event as written: each kind in a field of its own.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    /// Milliseconds since the event before; since the start of the running clock beside `w`.
    r: u64,
    /// Wall clock: milliseconds since 1970, and seconds east of Greenwich.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    w: Option<(i64, i32)>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    o: Option<Opening>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    a: Option<Change>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    t: Option<TimeEvent>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    b: Option<Splice>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    d: Option<serde_json::Value>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    p: Option<TypedBy>,
}

/// Turns events into payloads and back; both ends remember the moment before.
#[derive(Debug, Clone, Default)]
pub struct RecordCodec {
    before: Option<Moment>,
}

impl RecordCodec {
    /// The payload of an event.
    pub fn encode(&mut self, at: Moment, event: Event) -> Vec<u8> {
        let follows = self.before.is_some_and(|before| is_expected(before, at));
        let (r, w) = match self.before.filter(|_| follows) {
            Some(before) => (at.running - before.running, None),
            None => (at.running, Some((at.wall.timestamp_millis(), offset_of(at.wall)))),
        };
        // Small strays do not add up: the next event is measured from what a reader will compute.
        self.before = Some(match self.before.filter(|_| follows) {
            Some(before) => later(before, r),
            None => at,
        });
        let mut line = Line { r, w, o: None, a: None, t: None, b: None, d: None, p: None };
        match event {
            Event::Opened(opening) => line.o = Some(opening),
            Event::Answer(change) => line.a = Some(change),
            Event::Time(event) => line.t = Some(event),
            Event::Scratch(splice) => line.b = Some(splice),
            Event::Desk(desk) => line.d = Some(desk),
            Event::TypedBy(names) => line.p = Some(names),
            Event::Seen => {}
        }
        // Plain data with text keys: serde_json cannot refuse it.
        serde_json::to_vec(&line).unwrap_or_default()
    }

    /// The event of a payload, in the order in which they were written; `None` for anything else.
    pub fn decode(&mut self, payload: &[u8]) -> Option<(Moment, Event)> {
        let line: Line = serde_json::from_slice(payload).ok()?;
        let at = match line.w {
            Some((wall, offset)) => {
                let offset = FixedOffset::east_opt(offset)?;
                Moment { wall: offset.timestamp_millis_opt(wall).single()?, running: line.r }
            }
            None => later(self.before?, line.r),
        };
        self.before = Some(at);
        let event = match line {
            Line { o: Some(opening), .. } => Event::Opened(opening),
            Line { a: Some(change), .. } => Event::Answer(change),
            Line { t: Some(event), .. } => Event::Time(event),
            Line { b: Some(splice), .. } => Event::Scratch(splice),
            Line { d: Some(desk), .. } => Event::Desk(desk),
            Line { p: Some(names), .. } => Event::TypedBy(names),
            Line { .. } => Event::Seen,
        };
        Some((at, event))
    }
}

fn offset_of(wall: DateTime<FixedOffset>) -> i32 {
    wall.offset().local_minus_utc()
}

/// The moment after some milliseconds of undisturbed clocks.
fn later(before: Moment, milliseconds: u64) -> Moment {
    let step = i64::try_from(milliseconds).unwrap_or(i64::MAX);
    let wall = chrono::TimeDelta::try_milliseconds(step)
        .and_then(|step| before.wall.checked_add_signed(step))
        .unwrap_or(before.wall);
    Moment { wall, running: before.running.saturating_add(milliseconds) }
}

/// Whether both clocks went on together from one moment to the other.
fn is_expected(before: Moment, at: Moment) -> bool {
    let Some(step) = at.running.checked_sub(before.running) else { return false };
    let predicted = later(before, step).wall;
    let stray = at.wall.signed_duration_since(predicted).num_milliseconds().unsigned_abs();
    stray <= STRAY_MILLISECONDS && offset_of(at.wall) == offset_of(before.wall)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(running: u64, wall: i64) -> Moment {
        let offset = FixedOffset::east_opt(3600).expect("an offset");
        let wall = offset.timestamp_millis_opt(1_800_000_000_000 + wall).single().expect("a time");
        Moment { wall, running }
    }

    fn key(at: usize) -> Event {
        let splice = Splice { at, cut: 0, put: "é".to_owned() };
        Event::Answer(Change::Text { q: "Q4".into(), s: splice })
    }

    #[test]
    fn events_are_read_back_with_their_moments() {
        let events = [
            (moment(5_000, 0), Event::Opened(Opening { copy: "c".into(), ..Opening::default() })),
            (moment(5_200, 200), key(0)),
            (moment(5_400, 3_600_400), key(1)),
            (moment(10, 3_700_000), Event::Seen),
            (moment(300, 3_700_290), Event::Scratch(Splice::between("", "reste"))),
            (moment(500, 3_700_490), Event::TypedBy(TypedBy::new("Mme Roche", "M. Petit"))),
        ];
        let (mut writer, mut reader) = (RecordCodec::default(), RecordCodec::default());
        for (at, event) in events {
            let payload = writer.encode(at, event.clone());
            assert_eq!(reader.decode(&payload), Some((at, event)));
        }
    }

    #[test]
    fn a_key_is_written_short_and_small_strays_do_not_add_up() {
        let (mut writer, mut reader) = (RecordCodec::default(), RecordCodec::default());
        let first = writer.encode(moment(0, 0), Event::Seen);
        reader.decode(&first).expect("it is read");
        for step in 1..2_000_u64 {
            // The wall runs 1 ms faster at each key.
            let at = moment(step * 200, i64::try_from(step * 201).expect("small"));
            let payload = writer.encode(at, key(1_000));
            let (read, _) = reader.decode(&payload).expect("it is read");
            assert_eq!(read.running, at.running);
            let stray = (at.wall - read.wall).num_milliseconds();
            assert!(stray.abs() <= 20, "{step}: {stray}");
            if step % 30 == 5 {
                assert!(payload.len() < 60, "{}", String::from_utf8_lossy(&payload));
            }
        }
    }

    proptest::proptest! {
        #[test]
        fn any_bytes_are_refused_without_a_panic(bytes in proptest::collection::vec(0..=255_u8, 0..60)) {
            let _ = RecordCodec::default().decode(&bytes);
        }
    }
}
