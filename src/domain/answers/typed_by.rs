//! A copy written on paper and typed in afterwards: by whom, read again by whom, and how that is
//! said.

use serde::{Deserialize, Serialize};

use super::{AnswerSheet, Origin};
use crate::domain::exam::TimeEvent;
use crate::domain::french::short_date;

/// How the ledger of a copy begins to say who typed it in.
const RECORD: &str = "copie papier saisie";

/// Who typed a paper copy in, and who read it again.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TypedBy {
    /// Who typed it in.
    pub typist: String,
    /// Who read it again; empty when it is the same person.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reader: String,
}

impl TypedBy {
    /// Two names as typed; the second one is empty when the same person did both.
    pub fn new(typist: &str, reader: &str) -> Self {
        let (typist, reader) = (typist.trim(), reader.trim());
        let reader = if reader == typist { "" } else { reader };
        Self { typist: typist.to_owned(), reader: reader.to_owned() }
    }

    /// « par Mme Roche, relue par M. Petit », « et relue par Mme Roche »; none when nobody signed.
    fn words(&self) -> Option<String> {
        match (self.typist.as_str(), self.reader.as_str()) {
            ("", _) => None,
            (typist, "") => Some(format!("et relue par {typist}")),
            (typist, reader) => Some(format!("par {typist}, relue par {reader}")),
        }
    }

    /// What the ledger of the copy keeps of it.
    pub fn record(&self) -> String {
        match self.words() {
            Some(words) => format!("{RECORD} {words}"),
            None => RECORD.to_owned(),
        }
    }
}

impl AnswerSheet {
    /// How a copy written on paper came in: « Copie papier, saisie le 11/03/2027 par Mme Roche,
    /// relue par M. Petit »; `None` for a copy written on screen.
    pub fn paper_words(&self) -> Option<String> {
        if self.origin != Origin::Paper {
            return None;
        }
        let at = self.handed_in_at.or_else(|| self.started_at());
        let day = at.map(|at| format!("le {}", short_date(at.date_naive())));
        let signed = self.typed_by.as_ref().and_then(TypedBy::words);
        let names = signed.or_else(|| self.recorded_names());
        let parts = std::iter::once("Copie papier, saisie".to_owned()).chain(day).chain(names);
        Some(parts.collect::<Vec<_>>().join(" "))
    }

    /// The names that an older copy keeps in its ledger alone.
    fn recorded_names(&self) -> Option<String> {
        let names = self.ledger.entries().iter().rev().find_map(|entry| match &entry.event {
            TimeEvent::Incident { text } => text.strip_prefix(RECORD),
            _ => None,
        });
        names.map(str::trim).filter(|names| !names.is_empty()).map(str::to_owned)
    }
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;
    use crate::domain::answers::samples;
    use crate::domain::exam::{ClosedBy, LedgerEntry, Moment};

    fn moment() -> Moment {
        let wall = DateTime::parse_from_rfc3339("2027-03-11T15:02:10+01:00").expect("a time");
        Moment::new(wall, 0)
    }

    fn sheet(origin: Origin, typed_by: Option<TypedBy>) -> AnswerSheet {
        let mut sheet = AnswerSheet { origin, typed_by, ..samples::sheet() };
        sheet.close(moment(), ClosedBy::Invigilator).expect("it closes");
        sheet
    }

    #[test]
    fn a_paper_copy_says_who_typed_it_who_read_it_again_and_when() {
        let words = |typed_by| sheet(Origin::Paper, typed_by).paper_words().unwrap_or_default();
        assert_eq!(
            words(Some(TypedBy::new(" Mme Roche ", "M. Petit"))),
            "Copie papier, saisie le 11/03/2027 par Mme Roche, relue par M. Petit"
        );
        for reader in ["", "Mme Roche "] {
            assert_eq!(
                words(Some(TypedBy::new("Mme Roche", reader))),
                "Copie papier, saisie le 11/03/2027 et relue par Mme Roche"
            );
        }
        assert_eq!(words(None), "Copie papier, saisie le 11/03/2027");
        let on_screen = sheet(Origin::Screen, Some(TypedBy::new("Mme Roche", "")));
        assert_eq!(on_screen.paper_words(), None);
    }

    #[test]
    fn an_older_copy_says_what_its_ledger_kept() {
        let mut old = sheet(Origin::Paper, None);
        let text = TypedBy::new("Mme Roche", "M. Petit").record();
        assert_eq!(text, "copie papier saisie par Mme Roche, relue par M. Petit");
        for text in ["bruit dans le couloir".to_owned(), text] {
            old.ledger.append(LedgerEntry { at: moment(), event: TimeEvent::Incident { text } });
        }
        assert_eq!(
            old.paper_words().as_deref(),
            Some("Copie papier, saisie le 11/03/2027 par Mme Roche, relue par M. Petit")
        );
    }

    #[test]
    fn the_names_are_read_as_they_were_written_and_older_copies_still_are() {
        for names in [TypedBy::new("Mme Roche", "M. Petit"), TypedBy::new("Mme Roche", "")] {
            let copy = sheet(Origin::Paper, Some(names));
            let yaml = serde_yaml::to_string(&copy).expect("it is written");
            assert_eq!(serde_yaml::from_str::<AnswerSheet>(&yaml).expect("it is read"), copy);
            let json = serde_json::to_string(&copy).expect("it is written");
            assert_eq!(serde_json::from_str::<AnswerSheet>(&json).expect("it is read"), copy);
        }
        let old = sheet(Origin::Paper, None);
        let yaml = serde_yaml::to_string(&old).expect("it is written");
        assert!(!yaml.contains("typed_by"), "{yaml}");
        assert_eq!(serde_yaml::from_str::<AnswerSheet>(&yaml).expect("it is read"), old);
    }
}
