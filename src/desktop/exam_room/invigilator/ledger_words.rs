//! The entries of the ledger in words.

use crate::domain::exam::{ClosedBy, LedgerEntry, TimeEvent, short_duration};

/// A time lost between two openings is told up to this, in milliseconds (12 hours).
const LONGEST_LOSS: u64 = 12 * 3_600_000;
const SECOND: u64 = 1_000;

/// A time during which the program did not run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Loss {
    /// The PC was asleep or frozen.
    Asleep,
    /// The program or the PC stopped.
    Stopped,
    /// The sitting went on on another PC.
    OtherComputer,
}

/// The loss that an entry tells, and how long it was in milliseconds, when a clock can tell.
pub fn loss_of(entry: &LedgerEntry) -> Option<(Loss, Option<u64>)> {
    match &entry.event {
        TimeEvent::Asleep { since } => Some((Loss::Asleep, Some(entry.at.running_since(*since)))),
        TimeEvent::Reopened { last, same_computer } => {
            let loss = if *same_computer { Loss::Stopped } else { Loss::OtherComputer };
            let length = u64::try_from(entry.at.wall_since(*last)).ok();
            Some((loss, length.filter(|length| *length <= LONGEST_LOSS)))
        }
        _ => None,
    }
}

/// « : alarme incendie »; nothing when no reason was given.
pub fn person_reason(reason: &str) -> String {
    match reason.trim() {
        "" => String::new(),
        reason => format!(" : {reason}"),
    }
}

/// An entry in words.
pub fn words(entry: &LedgerEntry) -> String {
    if let Some((loss, length)) = loss_of(entry) {
        return loss_words(loss, length);
    }
    match &entry.event {
        TimeEvent::Started => "Début de l'épreuve".to_owned(),
        TimeEvent::Extended { seconds, reason, for_all } => {
            let length = short_duration(seconds.unsigned_abs().saturating_mul(SECOND));
            let name = if *seconds < 0 { "Prolongation reprise" } else { "Prolongation" };
            let whom = if *for_all { ", toute la salle" } else { "" };
            format!("{name} de {length}{whom}{}", person_reason(reason))
        }
        TimeEvent::Paused { reason } => format!("Épreuve suspendue{}", person_reason(reason)),
        TimeEvent::Resumed => "Reprise de l'épreuve".to_owned(),
        TimeEvent::ClockChanged { milliseconds } => {
            let way = if *milliseconds < 0 { "reculée" } else { "avancée" };
            let length = short_duration(milliseconds.unsigned_abs());
            format!("Horloge du poste {way} de {length}, sans effet sur le temps")
        }
        TimeEvent::Late { milliseconds, given_back } => {
            let back = if *given_back { "rendu" } else { "non rendu" };
            format!("Retard de {}, {back}", short_duration(*milliseconds))
        }
        TimeEvent::Incident { text } => format!("Incident{}", person_reason(text)),
        TimeEvent::LeftWindow { milliseconds } => {
            format!("Fenêtre de l'épreuve quittée {}", short_duration(*milliseconds))
        }
        TimeEvent::Closed { by: ClosedBy::Candidate } => "Remise par le candidat".to_owned(),
        TimeEvent::Closed { by: ClosedBy::Time } => "Remise d'office à la fin du temps".to_owned(),
        TimeEvent::Closed { by: ClosedBy::Invigilator } => {
            "Copie fermée par le surveillant".to_owned()
        }
        // Told above.
        TimeEvent::Asleep { .. } | TimeEvent::Reopened { .. } => String::new(),
    }
}

fn loss_words(loss: Loss, length: Option<u64>) -> String {
    let name = match loss {
        Loss::Asleep => "Poste en veille ou figé",
        Loss::Stopped => "Copie reprise après un arrêt",
        Loss::OtherComputer => "Copie reprise sur un autre poste",
    };
    match length {
        Some(length) => format!("{name}, {} rendues", short_duration(length)),
        None => format!("{name}, durée inconnue, rendue"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::exam::Moment;
    use crate::domain::exam::samples::moment;

    fn told(event: TimeEvent) -> String {
        words(&LedgerEntry { at: moment(600), event }).replace('\u{a0}', " ")
    }

    #[test]
    fn every_entry_is_told() {
        let text = || "bruit".to_owned();
        let extended = |seconds, for_all| TimeEvent::Extended { seconds, reason: text(), for_all };
        for (event, words) in [
            (TimeEvent::Started, "Début de l'épreuve"),
            (extended(600, true), "Prolongation de 10 min, toute la salle : bruit"),
            (extended(-300, false), "Prolongation reprise de 5 min : bruit"),
            (TimeEvent::Paused { reason: String::new() }, "Épreuve suspendue"),
            (TimeEvent::Resumed, "Reprise de l'épreuve"),
            (TimeEvent::Asleep { since: moment(180) }, "Poste en veille ou figé, 7 min rendues"),
            (
                TimeEvent::ClockChanged { milliseconds: -3_600_000 },
                "Horloge du poste reculée de 1 h 00, sans effet sur le temps",
            ),
            (
                TimeEvent::Late { milliseconds: 300_000, given_back: false },
                "Retard de 5 min, non rendu",
            ),
            (TimeEvent::Incident { text: text() }, "Incident : bruit"),
            (TimeEvent::LeftWindow { milliseconds: 4_000 }, "Fenêtre de l'épreuve quittée 4 s"),
            (TimeEvent::Closed { by: ClosedBy::Invigilator }, "Copie fermée par le surveillant"),
        ] {
            assert_eq!(told(event), words);
        }
    }

    #[test]
    fn a_loss_that_no_clock_can_tell_has_no_length() {
        let reopened = |last, same_computer| TimeEvent::Reopened { last, same_computer };
        let other = told(reopened(moment(420), false));
        assert_eq!(other, "Copie reprise sur un autre poste, 3 min rendues");
        let set_back = Moment { wall: moment(900).wall, running: 3 };
        assert_eq!(
            told(reopened(set_back, true)),
            "Copie reprise après un arrêt, durée inconnue, rendue"
        );
    }
}
