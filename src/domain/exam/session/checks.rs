//! What is wrong with a session: twins, copies of one name, jury too small or too early.

use std::collections::BTreeMap;

use super::{Candidate, Session};
use crate::domain::diagnostic::{Diagnostic, Element};
use crate::domain::exam::Paper;
use crate::domain::exam::file_names::name_on_any_disk;
use crate::domain::french::short_date;

impl Session {
    /// All problems of the session at once.
    pub fn diagnostics(&self) -> Vec<Diagnostic> {
        let candidates = self.candidates.iter().map(|one| one.id.as_str());
        let mut found = twins(candidates, "candidats", |id| Element::Candidate(id.into()));
        found.extend(self.shared_copies());
        let jurors = self.jurors.iter().map(|one| one.id.as_str());
        found.extend(twins(jurors, "jurés", |id| Element::Juror(id.into())));
        if self.jurors.len() < 2 {
            found.push(Diagnostic::warning(
                Element::Document,
                format!("{} juré : le jury en compte deux au moins.", self.jurors.len()),
                "Ajoutez un juré à la session.",
            ));
        }
        if self.jury_date < self.date {
            found.push(Diagnostic::warning(
                Element::Document,
                format!(
                    "le jury est daté du {}, avant l'écrit du {}.",
                    short_date(self.jury_date),
                    short_date(self.date)
                ),
                "Vérifiez les deux dates.",
            ));
        }
        found
    }

    /// Candidates whose copy of the first paper would bear the name of another one's copy of a
    /// later paper: "C-01-E2" beside the second paper of "C-01".
    fn shared_copies(&self) -> Vec<Diagnostic> {
        let papers = self.other_papers.iter();
        let papers: BTreeMap<String, &Paper> =
            papers.map(|paper| (name_on_any_disk(paper.id.as_str()), paper)).collect();
        let known = self.candidates.iter();
        let known: BTreeMap<String, &Candidate> =
            known.map(|one| (name_on_any_disk(one.id.as_str()), one)).collect();
        let shared = known.iter().filter_map(|(name, other)| {
            let (stem, paper) = name.rsplit_once('-')?;
            Some((*other, *known.get(stem)?, *papers.get(paper)?))
        });
        let problem = |(other, one, paper): (&Candidate, &Candidate, &Paper)| {
            Diagnostic::error(
                Element::Candidate(other.id.clone()),
                format!(
                    "sa copie porterait le même nom que celle de {} pour « {} ».",
                    one.id, paper.label
                ),
                "Donnez-lui un autre identifiant.",
            )
        };
        shared.map(problem).collect()
    }
}

/// People of one kind whose files would bear one name.
fn twins<'a>(
    people: impl Iterator<Item = &'a str>,
    kind: &str,
    element: impl Fn(&str) -> Element,
) -> Vec<Diagnostic> {
    let mut known: BTreeMap<String, &str> = BTreeMap::new();
    let mut found = Vec::new();
    for id in people {
        let Some(first) = known.insert(name_on_any_disk(id), id) else { continue };
        let what = if first == id {
            format!("deux {kind} portent cet identifiant.")
        } else {
            format!("deux {kind} ne diffèrent que par les majuscules, {first} et {id}.")
        };
        found.push(Diagnostic::error(
            element(id),
            what,
            "Donnez un identifiant propre à chacun dans la session.",
        ));
    }
    found
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::domain::exam::samples::session_of;

    fn said(session: &Session) -> String {
        session.diagnostics().iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn identifiers_that_name_one_file_are_said() {
        assert_eq!(said(&session_of("C-01;A\nC-02;B\n")), "");
        assert!(said(&session_of("C-01;A\nC-01;B\n")).contains("portent cet identifiant"));
        let alike = said(&session_of("C-01;A\nc-01;B\n"));
        assert!(alike.contains("que par les majuscules, C-01 et c-01"), "{alike}");
        let mut two_papers = session_of("C-01;A\nC-01-E2;B\n");
        assert_eq!(said(&two_papers), "", "one paper: each has a name of its own");
        two_papers.other_papers.push(Paper {
            id: "E2".into(),
            label: "Questionnaire".to_owned(),
            case_file: String::new(),
            subject_file: String::new(),
        });
        let shared = said(&two_papers);
        assert!(shared.contains("candidat C-01-E2 : sa copie"), "{shared}");
        assert!(shared.contains("celle de C-01 pour « Questionnaire »"), "{shared}");
    }

    #[test]
    fn a_jury_before_the_test_is_said_and_forbids_nothing() {
        let mut early = session_of("C-01;A\n");
        early.jury_date = NaiveDate::from_ymd_opt(2027, 3, 10).expect("a day");
        let found = early.diagnostics();
        let words = said(&early);
        assert!(words.contains("daté du 10/03/2027, avant l'écrit du 11/03/2027"), "{words}");
        assert!(!crate::domain::diagnostic::has_errors(&found));
    }
}
