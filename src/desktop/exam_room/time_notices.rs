//! The quiet notices: the time left, and what the ledger noticed. They never take the focus, and
//! leave by themselves or by a press.

use std::time::Duration;

use super::invigilator::{Loss, loss_of, person_reason};
use crate::domain::exam::{Ledger, LedgerEntry, Moment, Notice, TimeEvent, short_duration};
use crate::domain::french::clock_minutes;

/// How long a notice stays, in milliseconds.
const STAY: u64 = 20_000;
/// Most notices on screen; the oldest ones leave first.
const MOST: usize = 3;
const SECOND: u64 = 1_000;

/// How much a notice matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NoticeKind {
    /// Good to know.
    Info,
    /// The end is near.
    Warning,
}

/// A notice on screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ShownNotice {
    /// What it says first.
    pub(super) title: String,
    /// What it adds; may be empty.
    pub(super) text: String,
    /// How much it matters.
    pub(super) kind: NoticeKind,
    /// When it leaves, on the running clock.
    until: u64,
    /// Unlike any other of this sitting.
    pub(super) number: u64,
}

/// The notices on screen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct TimeNotices {
    shown: Vec<ShownNotice>,
    /// Entries of the ledger that were looked at.
    seen: usize,
    count: u64,
}

impl TimeNotices {
    /// The notices of a sitting that has just been opened: only its resuming is told.
    pub(super) fn at_opening(ledger: &Ledger, now: Moment) -> Self {
        let reopened = |entry: &&LedgerEntry| matches!(entry.event, TimeEvent::Reopened { .. });
        let told = ledger.entries().iter().rev().take_while(reopened).take(1).count();
        let mut notices = Self { seen: ledger.entries().len() - told, ..Self::default() };
        notices.observe(ledger, now);
        notices
    }

    /// The notices on screen, oldest first.
    pub(super) fn shown(&self) -> &[ShownNotice] {
        &self.shown
    }

    /// Tells what was written in the ledger since the last look, and lets old notices leave.
    pub(super) fn observe(&mut self, ledger: &Ledger, now: Moment) {
        self.shown.retain(|notice| notice.until > now.running);
        let fresh = ledger.entries().get(self.seen..).unwrap_or_default();
        for entry in fresh {
            if let Some((title, text)) = entry_words(entry) {
                self.push(title, text, NoticeKind::Info, now);
            }
        }
        self.seen = ledger.entries().len();
    }

    /// Tells the time left.
    pub(super) fn announce(&mut self, notice: Notice, ledger: &Ledger, now: Moment) {
        let end = clock_minutes(ledger.ends_at(now));
        let (title, kind) = match notice {
            Notice::Half => ("Il vous reste la moitié du temps.", NoticeKind::Info),
            Notice::FifteenMinutes => ("Il vous reste 15 minutes.", NoticeKind::Warning),
            Notice::FiveMinutes => ("Il vous reste 5 minutes.", NoticeKind::Warning),
        };
        let text = match notice {
            Notice::Half | Notice::FifteenMinutes => format!("L'épreuve finit à {end}."),
            Notice::FiveMinutes => {
                format!("À {end}, ce qui est écrit est remis sans geste de votre part.")
            }
        };
        self.push(title.to_owned(), text, kind, now);
    }

    /// A notice leaves by a press.
    pub(super) fn dismiss(&mut self, number: u64) {
        self.shown.retain(|notice| notice.number != number);
    }

    /// Time before the next notice leaves.
    pub(super) fn until_next(&self, now: Moment) -> Option<Duration> {
        let first = self.shown.iter().map(|notice| notice.until).min()?;
        Some(Duration::from_millis(first.saturating_sub(now.running).saturating_add(1)))
    }

    fn push(&mut self, title: String, text: String, kind: NoticeKind, now: Moment) {
        self.count += 1;
        let until = now.running.saturating_add(STAY);
        self.shown.push(ShownNotice { title, text, kind, until, number: self.count });
        let excess = self.shown.len().saturating_sub(MOST);
        self.shown.drain(..excess);
    }
}

/// What a candidate is told of an entry; `None` when it is no news to them.
fn entry_words(entry: &LedgerEntry) -> Option<(String, String)> {
    if let Some((loss, length)) = loss_of(entry) {
        return Some((loss_title(loss, length), "Ce temps est rendu.".to_owned()));
    }
    match &entry.event {
        TimeEvent::ClockChanged { .. } => Some((
            "L'horloge du poste a été changée.".to_owned(),
            "Le temps restant n'a pas changé.".to_owned(),
        )),
        TimeEvent::Extended { seconds, reason, .. } => {
            let length = short_duration(seconds.unsigned_abs().saturating_mul(SECOND));
            let reason = person_reason(reason.trim().trim_end_matches('.'));
            let what = if *seconds < 0 { "a repris" } else { "a ajouté" };
            Some((format!("Le surveillant {what} {length}{reason}."), String::new()))
        }
        TimeEvent::Resumed => {
            Some(("L'épreuve reprend.".to_owned(), "L'interruption vous est rendue.".to_owned()))
        }
        _ => None,
    }
}

fn loss_title(loss: Loss, length: Option<u64>) -> String {
    let length = length.map(short_duration);
    match (loss, length) {
        (Loss::Asleep, Some(length)) => format!("Le poste a été mis en veille {length}."),
        (Loss::Asleep, None) => "Le poste a été mis en veille.".to_owned(),
        (Loss::Stopped, Some(length)) => format!("Copie reprise après un arrêt de {length}."),
        (Loss::Stopped, None) => "Copie reprise après un arrêt.".to_owned(),
        (Loss::OtherComputer, Some(length)) => {
            format!("Copie reprise sur ce poste après un arrêt de {length}.")
        }
        (Loss::OtherComputer, None) => "Copie reprise sur ce poste.".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::exam::samples::{ledger, moment};

    fn words(notices: &TimeNotices) -> Vec<String> {
        let words = notices.shown().iter().map(|notice| {
            format!("{} {}", notice.title, notice.text).replace('\u{a0}', " ").trim().to_owned()
        });
        words.collect()
    }

    #[test]
    fn what_the_ledger_noticed_is_told_once_and_leaves_after_20_seconds() {
        let begun = ledger(&[(0, TimeEvent::Started)]);
        let mut notices = TimeNotices::at_opening(&begun, moment(0));
        assert!(words(&notices).is_empty());
        let slept = ledger(&[
            (0, TimeEvent::Started),
            (600, TimeEvent::Asleep { since: moment(180) }),
            (600, TimeEvent::ClockChanged { milliseconds: 5_000 }),
        ]);
        notices.observe(&slept, moment(600));
        assert_eq!(
            words(&notices),
            [
                "Le poste a été mis en veille 7 min. Ce temps est rendu.",
                "L'horloge du poste a été changée. Le temps restant n'a pas changé.",
            ]
        );
        assert_eq!(notices.until_next(moment(605)), Some(Duration::from_millis(15_001)));
        notices.observe(&slept, moment(619));
        assert_eq!(notices.shown().len(), 2);
        notices.observe(&slept, moment(620));
        assert!(notices.shown().is_empty());
        assert_eq!(notices.until_next(moment(620)), None);
    }

    #[test]
    fn a_resumed_copy_tells_its_stop_and_nothing_older() {
        let resumed = ledger(&[
            (0, TimeEvent::Started),
            (60, TimeEvent::Asleep { since: moment(10) }),
            (480, TimeEvent::Reopened { last: moment(300), same_computer: true }),
        ]);
        let notices = TimeNotices::at_opening(&resumed, moment(480));
        assert_eq!(words(&notices), ["Copie reprise après un arrêt de 3 min. Ce temps est rendu."]);
    }

    #[test]
    fn the_time_left_is_announced_with_the_end() {
        let begun = ledger(&[(0, TimeEvent::Started)]);
        let mut notices = TimeNotices::at_opening(&begun, moment(0));
        notices.announce(Notice::FifteenMinutes, &begun, moment(10));
        let [notice] = notices.shown() else { panic!("one notice") };
        assert_eq!(notice.kind, NoticeKind::Warning);
        assert_eq!(words(&notices), ["Il vous reste 15 minutes. L'épreuve finit à 10 h 00."]);
    }

    #[test]
    fn a_press_dismisses_one_and_too_many_push_the_oldest_out() {
        let begun = ledger(&[(0, TimeEvent::Started)]);
        let mut notices = TimeNotices::at_opening(&begun, moment(0));
        for _ in 0..5 {
            notices.announce(Notice::Half, &begun, moment(10));
        }
        let numbers: Vec<u64> = notices.shown().iter().map(|notice| notice.number).collect();
        assert_eq!(numbers, [3, 4, 5]);
        notices.dismiss(4);
        assert_eq!(notices.shown().len(), 2);
    }

    #[test]
    fn an_extension_is_told_with_its_reason() {
        let begun = ledger(&[(0, TimeEvent::Started)]);
        let mut notices = TimeNotices::at_opening(&begun, moment(0));
        let reason = "bruit.".to_owned();
        let extended = ledger(&[
            (0, TimeEvent::Started),
            (5, TimeEvent::Extended { seconds: 600, reason, for_all: true }),
        ]);
        notices.observe(&extended, moment(5));
        assert_eq!(words(&notices), ["Le surveillant a ajouté 10 min : bruit."]);
    }
}
