//! A session, its clock and a ledger, for the tests of whatever reads one.

use chrono::{DateTime, NaiveDate, TimeDelta};

use super::{
    Allowance, ExtraTime, Ledger, LedgerEntry, Moment, Session, TimeEvent, parse_candidates,
    parse_jurors,
};

/// A session on 11 March 2027, before two jurors; nobody sits.
pub(crate) fn session() -> Session {
    let day = NaiveDate::from_ymd_opt(2027, 3, 11).expect("a day");
    Session {
        jurors: parse_jurors("J-1 ; Nom de J-1\nJ-2 ; Nom de J-2\n").0,
        ..Session::new("S-1".into(), "Session d'essai".to_owned(), day)
    }
}

/// The same with candidates, listed as a centre lists them.
pub(crate) fn session_of(candidates: &str) -> Session {
    Session { candidates: parse_candidates(candidates).0, ..session() }
}

/// So many seconds after 9 h 00 on the day of the session, on both clocks.
pub(crate) fn moment(seconds: i64) -> Moment {
    let start = DateTime::parse_from_rfc3339("2027-03-11T09:00:00+01:00").expect("a time");
    let running = u64::try_from(seconds * 1_000).expect("after the start");
    Moment::new(start + TimeDelta::seconds(seconds), running)
}

/// The ledger of a paper of one hour, with events at so many seconds.
pub(crate) fn ledger(events: &[(i64, TimeEvent)]) -> Ledger {
    let mut ledger = Ledger::new(Allowance { minutes: 60, extra: ExtraTime::None });
    for (seconds, event) in events {
        ledger.append(LedgerEntry { at: moment(*seconds), event: event.clone() });
    }
    ledger
}
