//! The receipt: what the candidate takes away, without any answer in it.

use super::clock_words::used_words;
use super::open_copy::{Delivery, OpenCopy};
use crate::domain::french::{clock_minutes, clock_seconds, duration, long_date};

/// The receipt of a copy that was handed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Receipt {
    /// « Copie remise à 12 h 27 min 18 s ».
    pub(super) title: String,
    /// How the file was verified.
    pub(super) verification: &'static str,
    /// Whether the copy was handed in by the end of the time.
    pub(super) ended_by_time: bool,
    /// Who, what, where.
    pub(super) copy_facts: Vec<(&'static str, String)>,
    /// When, and for how long.
    pub(super) time_facts: Vec<(&'static str, String)>,
    /// Fingerprint of the subject, in groups.
    pub(super) fingerprint: Vec<String>,
}

impl Receipt {
    /// The receipt of a copy; `None` before its file is verified.
    pub(super) fn of(copy: &OpenCopy) -> Option<Self> {
        let verification = match copy.delivery() {
            Delivery::Verified => "Le fichier écrit a été rouvert et comparé : il est identique.",
            Delivery::Reopened => "Cette copie a été remise auparavant ; elle ne change plus.",
            Delivery::Writing | Delivery::Unwritten { .. } => return None,
        };
        let sheet = copy.sheet();
        let handed_in = sheet.handed_in_at?;
        Some(Self {
            title: format!("Copie remise à {}", clock_seconds(handed_in)),
            verification,
            ended_by_time: copy.ended_by_time(),
            copy_facts: copy_facts(copy),
            time_facts: time_facts(copy),
            fingerprint: sheet.subject_fingerprint.split(' ').map(str::to_owned).collect(),
        })
    }
}

fn copy_facts(copy: &OpenCopy) -> Vec<(&'static str, String)> {
    let sheet = copy.sheet();
    let answered = sheet.answers.values().filter(|answer| !answer.value.is_blank()).count();
    let file = copy.path().file_name().map(|name| name.to_string_lossy().into_owned());
    let folder = copy.path().parent().map(|folder| folder.display().to_string());
    let seat = if sheet.seat.is_empty() { "non précisés".to_owned() } else { sheet.seat.clone() };
    vec![
        ("Candidat", sheet.candidate.to_string()),
        ("Salle et poste", seat),
        ("Sujet", copy.subject().title.clone()),
        ("Réponses", format!("{answered} sur {}", copy.states().len())),
        ("Fichier", file.unwrap_or_default()),
        ("Dossier", folder.unwrap_or_default()),
    ]
}

fn time_facts(copy: &OpenCopy) -> Vec<(&'static str, String)> {
    let sheet = copy.sheet();
    let start = sheet.started_at;
    let subject_minutes = sheet.allowed_minutes.saturating_sub(sheet.extra_minutes);
    let extra = match sheet.extra_minutes {
        0 => "aucun".to_owned(),
        minutes => format!("+ {}", duration(minutes)),
    };
    vec![
        ("Début", format!("{}, {}", long_date(start.date_naive()), clock_minutes(start))),
        ("Durée du sujet", duration(subject_minutes)),
        ("Temps supplémentaire", extra),
        ("Fin prévue", clock_minutes(sheet.ends_at())),
        ("Remise", sheet.handed_in_at.map(clock_seconds).unwrap_or_default()),
        ("Temps employé", used_words(sheet)),
    ]
}

#[cfg(test)]
mod tests {
    use super::super::example::{at, begun, folder_with_subject, minute, nobody};
    use super::*;
    use crate::desktop::paper::AnswerInput;

    fn fact<'a>(facts: &'a [(&'static str, String)], name: &str) -> &'a str {
        facts.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value.as_str())
    }

    #[test]
    fn a_receipt_exists_only_once_the_file_is_verified() {
        let (folder, _) = folder_with_subject();
        let mut copy = begun(&folder, "40");
        copy.write(0, AnswerInput::Text("Oui".to_owned()), at(0)).expect("it is written");
        assert_eq!(Receipt::of(&copy), None);
        copy.hand_in("B-07", at(78_000)).expect("it is handed in");
        let receipt = Receipt::of(&copy).expect("a receipt");
        assert_eq!(receipt.title, "Copie remise à 8\u{a0}h\u{a0}33\u{a0}min\u{a0}18\u{a0}s");
        assert!(!receipt.ended_by_time);
        assert_eq!(fact(&receipt.copy_facts, "Candidat"), "B-07");
        assert_eq!(fact(&receipt.copy_facts, "Réponses"), "1 sur 4");
        assert_eq!(fact(&receipt.copy_facts, "Fichier"), "B-07.copie");
        assert_eq!(fact(&receipt.time_facts, "Durée du sujet"), "2\u{a0}h\u{a0}00");
        assert_eq!(fact(&receipt.time_facts, "Temps supplémentaire"), "+ 0\u{a0}h\u{a0}40");
        assert_eq!(fact(&receipt.time_facts, "Temps employé"), "1 min 18 s");
        assert_eq!(receipt.fingerprint.len(), 8);
    }

    #[test]
    fn a_copy_ended_by_the_clock_says_so() {
        let (folder, _) = folder_with_subject();
        let mut copy = begun(&folder, "");
        copy.tick(minute(121), &nobody());
        let receipt = Receipt::of(&copy).expect("a receipt");
        assert!(receipt.ended_by_time);
        assert_eq!(fact(&receipt.time_facts, "Temps employé"), "2 h 00 min 00 s");
    }
}
