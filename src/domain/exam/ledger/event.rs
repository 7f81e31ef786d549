//! What happens to the time of a sitting, as it is recorded.

use serde::{Deserialize, Serialize};

use super::super::Moment;

/// One line of the ledger; never changed once it is written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LedgerEntry {
    /// When it was recorded.
    pub at: Moment,
    /// What happened.
    pub event: TimeEvent,
}

/// Something that happened to the time of a sitting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum TimeEvent {
    /// The candidate begins.
    Started,
    /// Time given in the room.
    Extended {
        /// Seconds more. Negative to take back an earlier extension; all extensions together
        /// never take anything from the time of the paper.
        seconds: i64,
        /// Why.
        reason: String,
        /// Whether the whole room got it.
        for_all: bool,
    },
    /// The invigilator stops the time.
    Paused {
        /// Why.
        reason: String,
    },
    /// The time goes on.
    Resumed,
    /// The program was opened again, after a crash or on another PC: the running clock begins
    /// anew. The time since `last` does not count.
    Reopened {
        /// The last moment known of the opening before.
        last: Moment,
        /// Whether it is the same PC.
        same_computer: bool,
    },
    /// The PC was asleep or frozen since `since`; that time does not count.
    Asleep {
        /// The last moment at which the program ran.
        since: Moment,
    },
    /// The wall clock was set; without effect on the time.
    ClockChanged {
        /// By how much: positive when it was put forward.
        milliseconds: i64,
    },
    /// The candidate began later than the others. The last of several counts.
    Late {
        /// How much later.
        milliseconds: u64,
        /// Given back: the candidate keeps the whole time. Otherwise it is taken from it.
        given_back: bool,
    },
    /// Something to remember, without effect on the time.
    Incident {
        /// What happened.
        text: String,
    },
    /// The candidate left the window; without effect on the time.
    LeftWindow {
        /// For how long.
        milliseconds: u64,
    },
    /// The copy is closed: nothing after this changes the time.
    Closed {
        /// Who closed it.
        by: ClosedBy,
    },
}

/// Who closed a copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClosedBy {
    /// The candidate handed it in.
    Candidate,
    /// The time was over.
    Time,
    /// The invigilator closed it.
    Invigilator,
}

/// A late arrival.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lateness {
    /// How much later than the others, in milliseconds.
    pub milliseconds: u64,
    /// Whether the candidate keeps the whole time.
    pub given_back: bool,
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;

    #[test]
    fn every_event_is_read_as_it_was_written() {
        let wall = DateTime::parse_from_rfc3339("2027-03-11T09:02:10.250+01:00").expect("a time");
        let at = Moment::new(wall, 42);
        let text = || "alarme incendie".to_owned();
        let events = [
            TimeEvent::Started,
            TimeEvent::Extended { seconds: -300, reason: text(), for_all: true },
            TimeEvent::Paused { reason: text() },
            TimeEvent::Resumed,
            TimeEvent::Reopened { last: at, same_computer: false },
            TimeEvent::Asleep { since: at },
            TimeEvent::ClockChanged { milliseconds: -3_600_000 },
            TimeEvent::Late { milliseconds: 60_000, given_back: true },
            TimeEvent::Incident { text: text() },
            TimeEvent::LeftWindow { milliseconds: 4_000 },
            TimeEvent::Closed { by: ClosedBy::Time },
        ];
        for event in events {
            let entry = LedgerEntry { at, event };
            let json = serde_json::to_string(&entry).expect("it is written");
            assert_eq!(serde_json::from_str::<LedgerEntry>(&json).expect("it is read"), entry);
            let yaml = serde_yaml::to_string(&entry).expect("it is written");
            assert_eq!(serde_yaml::from_str::<LedgerEntry>(&yaml).expect("it is read"), entry);
        }
    }
}
