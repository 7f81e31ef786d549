//! The receipt: what the candidate takes away, without any answer in it.

use super::folder_words::folder_words;
use super::open_copy::OpenCopy;
use crate::domain::answers::AnswerCounts;
use crate::domain::exam::{ClosedBy, Ledger};
use crate::domain::french::{clock_seconds, long_date};
use crate::reports::content::{TimeLine, course_lines, entitlement_lines, noted_lines};
use crate::sitting::{Delivered, Delivery};

/// A name and a value.
pub(super) type Fact = (String, String);

/// The receipt of a copy that was handed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Receipt {
    /// « Copie remise à 12 h 27 min 18 s ».
    pub(super) title: String,
    /// How the file was verified.
    pub(super) verification: String,
    /// Who closed the copy.
    pub(super) closed_by: ClosedBy,
    /// Who, what, where.
    pub(super) copy_facts: Vec<Fact>,
    /// When, and for how long: the same lines as on the printed receipt.
    pub(super) time_facts: Vec<Fact>,
    /// Fingerprint of the copy, in groups.
    pub(super) fingerprint: Vec<String>,
    /// What could not be done, and what to do about it.
    pub(super) remarks: Vec<String>,
}

impl Receipt {
    /// The receipt of a copy; `None` before its file is verified.
    pub(super) fn of(copy: &OpenCopy) -> Option<Self> {
        let Delivery::Delivered(delivered) = copy.delivery() else { return None };
        let handed_in = copy.sheet().handed_in_at?;
        let files = match delivered.files.len() {
            1 => "Le fichier écrit a été rouvert et comparé : il est identique.".to_owned(),
            count => {
                format!("{count} fichiers écrits, rouverts et comparés : ils sont identiques.")
            }
        };
        let leftover = copy.sitting().leftover();
        let remarks = delivered.missing.iter().chain(leftover).map(ToString::to_string).collect();
        Some(Self {
            title: format!("Copie remise à {}", clock_seconds(handed_in)),
            verification: files,
            closed_by: copy.sheet().ledger.closed().map_or(ClosedBy::Candidate, |(_, by)| by),
            copy_facts: copy_facts(copy, delivered),
            time_facts: time_facts(&copy.sheet().ledger),
            fingerprint: delivered.fingerprint.clone(),
            remarks,
        })
    }
}

fn copy_facts(copy: &OpenCopy, delivered: &Delivered) -> Vec<Fact> {
    let sheet = copy.sheet();
    let first = delivered.files.first();
    let file = first.and_then(|path| path.file_name());
    let folders: Vec<String> = delivered
        .files
        .iter()
        .filter_map(|path| {
            Some(folder_words(path.parent()?, copy.sitting().facts().session.as_str()))
        })
        .collect();
    let seat = if sheet.seat.is_empty() { "non précisés".to_owned() } else { sheet.seat.clone() };
    let day = sheet.started_at().map(|start| long_date(start.date_naive()));
    [
        ("Candidat", sheet.candidate.to_string()),
        ("Composée le", day.unwrap_or_default()),
        ("Salle et poste", seat),
        ("Sujet", copy.subject().title.clone()),
        ("Réponses", AnswerCounts::of(copy.subject(), sheet).words()),
        ("Fichier", file.map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()),
        (if folders.len() > 1 { "Dossiers" } else { "Dossier" }, folders.join(" ; ")),
    ]
    .map(|(name, value)| (name.to_owned(), value))
    .to_vec()
}

fn time_facts(ledger: &Ledger) -> Vec<Fact> {
    let lines = entitlement_lines(ledger).into_iter().chain(course_lines(ledger));
    let noted = noted_lines(ledger).into_iter().map(|(when, what)| {
        let name = when.map_or_else(|| "Noté".to_owned(), |when| format!("Noté à {when}"));
        (name, what)
    });
    lines.map(time_fact).chain(noted).collect()
}

/// « 0 h 07 min 00 s (10 h 15 min 30 s – 10 h 22 min 30 s) », or one of the two alone.
fn time_fact(line: TimeLine) -> Fact {
    let TimeLine { label, detail, length, .. } = line;
    let value = if length.is_empty() {
        detail
    } else if detail.is_empty() {
        length
    } else {
        format!("{length} ({detail})")
    };
    (label, value)
}

#[cfg(test)]
mod tests {
    use super::super::example::{at, begun, folder_with_subject, minute};
    use super::*;
    use crate::desktop::paper::AnswerInput;
    use crate::domain::exam::{Allowance, ExtraTime, LedgerEntry, Moment, TimeEvent};

    /// A value by its name, with plain spaces; empty when there is none.
    fn fact(facts: &[Fact], name: &str) -> String {
        let plain = |text: &str| text.replace('\u{a0}', " ");
        let found = facts.iter().find(|(known, _)| plain(known) == name);
        found.map(|(_, value)| plain(value)).unwrap_or_default()
    }

    #[test]
    fn a_receipt_exists_only_once_the_file_is_verified() {
        let (folder, _) = folder_with_subject();
        let mut copy = begun(&folder, "40");
        copy.write(0, AnswerInput::Text("Oui".to_owned())).expect("it is written");
        assert_eq!(Receipt::of(&copy), None);
        copy.set_clock(at(18_000));
        copy.hand_in("B-07").expect("it is handed in");
        let receipt = Receipt::of(&copy).expect("a receipt");
        assert_eq!(receipt.title, "Copie remise à 8\u{a0}h\u{a0}32\u{a0}min\u{a0}18\u{a0}s");
        assert_eq!(receipt.closed_by, ClosedBy::Candidate);
        assert_eq!(fact(&receipt.copy_facts, "Candidat"), "B-07");
        assert_eq!(fact(&receipt.copy_facts, "Composée le"), "jeudi 11 juin 2026");
        assert_eq!(fact(&receipt.copy_facts, "Réponses"), "1 question répondue sur 4, 3 vides");
        assert_eq!(fact(&receipt.copy_facts, "Fichier"), "B-07.copie");
        let time = |name| fact(&receipt.time_facts, name);
        assert_eq!(time("Durée de l'épreuve"), "2 h 00 min 00 s");
        assert_eq!(time("Temps supplémentaire, 40 min de plus"), "0 h 40 min 00 s (40 min)");
        assert_eq!(time("Temps accordé"), "2 h 40 min 00 s");
        assert_eq!(time("Temps utilisé"), "0 h 00 min 18 s");
        assert_eq!(receipt.fingerprint.len(), 8);
    }

    #[test]
    fn everything_that_happened_to_the_time_is_on_the_receipt() {
        let (folder, _) = folder_with_subject();
        let mut copy = begun(&folder, "");
        let reason = |words: &str| words.to_owned();
        let (alarm, noise) = (reason("alarme incendie"), reason("bruit dans le couloir"));
        for (milliseconds, event) in [
            (1_000, TimeEvent::Late { milliseconds: 300_000, given_back: false }),
            (2_000, TimeEvent::Paused { reason: alarm }),
            (9_000, TimeEvent::Resumed),
            (10_000, TimeEvent::Extended { seconds: 2_400, reason: noise, for_all: true }),
            (11_000, TimeEvent::Incident { text: reason("malaise en salle") }),
            (12_000, TimeEvent::LeftWindow { milliseconds: 4_000 }),
        ] {
            copy.set_clock(at(milliseconds));
            copy.sitting_mut().record_time(event);
        }
        copy.hand_in("B-07").expect("it is handed in");
        let receipt = Receipt::of(&copy).expect("a receipt");
        for (name, value) in [
            ("Prolongation à 8 h 32, pour tous : bruit dans le couloir", "0 h 40 min 00 s"),
            ("Retard à l'arrivée, non rendu", "− 0 h 05 min 00 s"),
            ("Temps accordé", "2 h 35 min 00 s"),
            (
                "Interruption : alarme incendie",
                "0 h 00 min 07 s (8 h 32 min 02 s – 8 h 32 min 09 s)",
            ),
            ("Fin au plus tard", "11 h 07 min 07 s"),
            ("Remise par le candidat", "8 h 32 min 12 s"),
            ("Temps utilisé", "0 h 00 min 05 s"),
            ("Noté à 8 h 32 min 11 s", "Incident : malaise en salle"),
            ("Noté", "Fenêtre de l'épreuve quittée une fois, 4 s"),
        ] {
            assert_eq!(fact(&receipt.time_facts, name), value, "{name}");
        }
    }

    #[test]
    fn a_copy_reopened_during_an_interruption_says_so() {
        let moment = |milliseconds: i64| {
            Moment::new(at(milliseconds), u64::try_from(milliseconds).expect("after the start"))
        };
        let mut ledger = Ledger::new(Allowance { minutes: 120, extra: ExtraTime::None });
        let reopened = TimeEvent::Reopened { last: moment(3_000), same_computer: true };
        for (milliseconds, event) in [
            (0, TimeEvent::Started),
            (2_000, TimeEvent::Paused { reason: "alarme".to_owned() }),
            (5_000, reopened),
            (9_000, TimeEvent::Resumed),
            (12_000, TimeEvent::Closed { by: ClosedBy::Candidate }),
        ] {
            ledger.append(LedgerEntry { at: moment(milliseconds), event });
        }
        let facts = time_facts(&ledger);
        let noted = "Copie reprise après un arrêt, pendant une interruption";
        assert_eq!(fact(&facts, "Noté à 8 h 32 min 05 s"), noted);
        let pause = "0 h 00 min 07 s (8 h 32 min 02 s – 8 h 32 min 09 s)";
        assert_eq!(fact(&facts, "Interruption : alarme"), pause);
        assert_eq!(fact(&facts, "Temps utilisé"), "0 h 00 min 05 s");
    }

    #[test]
    fn a_copy_ended_by_the_clock_says_so() {
        let (folder, _) = folder_with_subject();
        let mut copy = begun(&folder, "");
        copy.run_until(minute(121));
        let receipt = Receipt::of(&copy).expect("a receipt");
        assert_eq!(receipt.closed_by, ClosedBy::Time);
        assert_eq!(fact(&receipt.time_facts, "Temps utilisé"), "2 h 00 min 00 s");
    }
}
