//! The receipt: what the candidate takes away, without any answer in it.

use super::clock_words::{granted_words, used_words};
use super::folder_words::folder_words;
use super::open_copy::OpenCopy;
use crate::domain::exam::{ClosedBy, InterruptionCause, short_duration};
use crate::domain::french::{clock_minutes, clock_seconds, duration, long_date};
use crate::sitting::{Delivered, Delivery};

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
    pub(super) copy_facts: Vec<(&'static str, String)>,
    /// When, and for how long.
    pub(super) time_facts: Vec<(&'static str, String)>,
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
            time_facts: time_facts(copy),
            fingerprint: delivered.fingerprint.clone(),
            remarks,
        })
    }
}

fn copy_facts(copy: &OpenCopy, delivered: &Delivered) -> Vec<(&'static str, String)> {
    let sheet = copy.sheet();
    let answered = sheet.answers.values().filter(|answer| !answer.value.is_blank()).count();
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
    vec![
        ("Candidat", sheet.candidate.to_string()),
        ("Salle et poste", seat),
        ("Sujet", copy.subject().title.clone()),
        ("Réponses", format!("{answered} sur {}", copy.states().len())),
        ("Fichier", file.map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()),
        (if folders.len() > 1 { "Dossiers" } else { "Dossier" }, folders.join(" ; ")),
    ]
}

fn time_facts(copy: &OpenCopy) -> Vec<(&'static str, String)> {
    let sheet = copy.sheet();
    let ledger = &sheet.ledger;
    let allowance = ledger.allowance();
    let extra = match allowance.extra_seconds() {
        0 => "aucun".to_owned(),
        seconds => format!("+ {}", short_duration(seconds * 1000)),
    };
    let start = sheet.started_at();
    let mut facts = vec![
        (
            "Début",
            start
                .map(|start| format!("{}, {}", long_date(start.date_naive()), clock_minutes(start)))
                .unwrap_or_default(),
        ),
        ("Durée du sujet", duration(allowance.minutes)),
        ("Temps supplémentaire", extra),
        ("Temps accordé", granted_words(copy)),
    ];
    for interruption in ledger.interruptions() {
        let name = match interruption.cause {
            InterruptionCause::Late => "Retard",
            _ => "Interruption",
        };
        let length = interruption.milliseconds.map_or("durée inconnue".to_owned(), short_duration);
        let back = if interruption.given_back { "rendues" } else { "non rendues" };
        facts.push((name, format!("{length}, {back}")));
    }
    let latest = ledger.latest().map(|latest| clock_seconds(ledger.ends_at(latest)));
    facts.push(("Fin au plus tard", latest.unwrap_or_default()));
    facts.push(("Remise", sheet.handed_in_at.map(clock_seconds).unwrap_or_default()));
    facts.push(("Temps employé", used_words(copy)));
    facts
}

#[cfg(test)]
mod tests {
    use super::super::example::{at, begun, folder_with_subject, minute};
    use super::*;
    use crate::desktop::paper::AnswerInput;

    fn fact<'a>(facts: &'a [(&'static str, String)], name: &str) -> &'a str {
        facts.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value.as_str())
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
        assert_eq!(fact(&receipt.copy_facts, "Réponses"), "1 sur 4");
        assert_eq!(fact(&receipt.copy_facts, "Fichier"), "B-07.copie");
        assert_eq!(fact(&receipt.time_facts, "Durée du sujet"), "2\u{a0}h\u{a0}00");
        assert_eq!(fact(&receipt.time_facts, "Temps supplémentaire"), "+ 40\u{a0}min");
        assert!(fact(&receipt.time_facts, "Temps employé").ends_with("18\u{a0}s"));
        assert_eq!(receipt.fingerprint.len(), 8);
    }

    #[test]
    fn a_copy_ended_by_the_clock_says_so() {
        let (folder, _) = folder_with_subject();
        let mut copy = begun(&folder, "");
        copy.run_until(minute(121));
        let receipt = Receipt::of(&copy).expect("a receipt");
        assert_eq!(receipt.closed_by, ClosedBy::Time);
        let used = fact(&receipt.time_facts, "Temps employé");
        assert_eq!(used, "2\u{a0}h\u{a0}00\u{a0}min\u{a0}00\u{a0}s");
    }
}
