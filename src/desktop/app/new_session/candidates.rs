//! The list of candidates: as typed or read from a file, and as it is understood.

use crate::domain::diagnostic::{Diagnostic, Severity};
use crate::domain::exam::{Accommodation, Candidate, parse_candidates, short_duration};

/// The list as typed, and what is understood of it.
#[derive(Default)]
pub(super) struct CandidateList {
    /// As typed.
    pub(super) typed: String,
    /// What was typed before a file took its place.
    replaced: Option<String>,
    understood: Understood,
    /// What the understanding was derived from.
    seen: Option<(String, Vec<Option<u32>>)>,
}

/// What is understood of a list.
#[derive(Default)]
pub(super) struct Understood {
    /// The candidates.
    pub(super) candidates: Vec<Candidate>,
    /// The same for people.
    pub(super) rows: Vec<Row>,
    /// What is wrong, by line.
    pub(super) problems: Vec<String>,
    /// What is not read or has no effect, by line: the session may be made all the same.
    pub(super) remarks: Vec<String>,
}

/// A candidate as understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Row {
    /// Identifier.
    pub(super) id: String,
    /// Name.
    pub(super) name: String,
    /// Route to certification.
    pub(super) route: String,
    /// What is granted and has an effect; empty when nothing is.
    pub(super) understood: String,
    /// What is granted in words alone; empty when nothing is.
    pub(super) noted: String,
    /// The time for each paper.
    pub(super) times: String,
}

impl CandidateList {
    /// Reads the list again when it, or a duration in minutes of a paper, was changed.
    pub(super) fn refresh(&mut self, durations: &[Option<u32>]) {
        let known = self.seen.as_ref();
        if known.is_some_and(|(typed, known)| *typed == self.typed && known == durations) {
            return;
        }
        self.understood = Understood::of(&self.typed, durations);
        self.seen = Some((self.typed.clone(), durations.to_vec()));
    }

    /// What is understood, as of the last refresh.
    pub(super) const fn understood(&self) -> &Understood {
        &self.understood
    }

    /// Puts the text of a file in the place of what was typed.
    pub(super) fn replace(&mut self, text: String) {
        let before = std::mem::replace(&mut self.typed, text);
        self.replaced = Some(before).filter(|before| !before.trim().is_empty());
    }

    /// Whether a list was replaced and may come back.
    pub(super) const fn may_restore(&self) -> bool {
        self.replaced.is_some()
    }

    /// Puts back the list that a file replaced.
    pub(super) fn restore(&mut self) {
        if let Some(before) = self.replaced.take() {
            self.typed = before;
        }
    }
}

impl Understood {
    /// Reads a list; durations in minutes of the papers whose file reads.
    fn of(typed: &str, durations: &[Option<u32>]) -> Self {
        if typed.trim().is_empty() {
            return Self::default();
        }
        let (candidates, found) = parse_candidates(typed);
        let of = |severity: Severity| -> Vec<String> {
            found.iter().filter(|one| one.severity == severity).map(of_line).collect()
        };
        let (problems, remarks) = (of(Severity::Error), of(Severity::Warning));
        let rows = candidates.iter().map(|candidate| row(candidate, durations)).collect();
        Self { candidates, rows, problems, remarks }
    }
}

/// « Ligne 3 : … »: what is wrong in a list, with its line when it has one; a sentence otherwise.
pub(super) fn of_line(problem: &Diagnostic) -> String {
    let words = format!("{} {}", problem.message, problem.remedy);
    let line = problem.place.detail.as_deref().and_then(|place| place.strip_prefix("ligne "));
    if let Some(number) = line {
        return format!("Ligne {number} : {words}");
    }
    let mut rest = words.chars();
    let first = rest.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(rest).collect()
}

fn row(candidate: &Candidate, durations: &[Option<u32>]) -> Row {
    let or_dash = |words: &str| if words.is_empty() { "–".to_owned() } else { words.to_owned() };
    let granted = candidate.accommodation.as_ref();
    let times = durations.iter().map(|minutes| match minutes {
        Some(minutes) => short_duration(candidate.allowance(*minutes).milliseconds()),
        None => "–".to_owned(),
    });
    Row {
        id: candidate.id.to_string(),
        name: or_dash(&candidate.name),
        route: candidate.route.label().to_owned(),
        understood: granted.map(Accommodation::understood).unwrap_or_default(),
        noted: granted.map(Accommodation::noted).unwrap_or_default().to_owned(),
        times: times.collect::<Vec<_>>().join(" ; "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: &str = "C-01 ; Nadia Belkacem ; formation ; tiers temps, lecteur\n\
                        C-02 ; Inès Caradec ; VAE\n\
                        C-02 ; Ivan Petrov\n\
                        C/04 ; Luc\n";

    #[test]
    fn the_list_is_shown_as_it_is_understood_with_the_time_of_each() {
        let mut list = CandidateList { typed: LIST.to_owned(), ..CandidateList::default() };
        list.refresh(&[Some(100), None]);
        let understood = list.understood();
        let first = understood.rows.first().expect("a candidate");
        assert_eq!((first.id.as_str(), first.name.as_str()), ("C-01", "Nadia Belkacem"));
        assert_eq!((first.route.as_str(), first.understood.as_str()), ("Formation", "tiers temps"));
        assert_eq!(first.noted, "lecteur");
        assert_eq!(first.times.replace('\u{a0}', " "), "2 h 13 min 20 s ; –");
        assert_eq!(understood.candidates.len(), 3);
        let said = |words: &[String], start: &str, part: &str| {
            words.iter().any(|one| one.starts_with(start) && one.contains(part))
        };
        assert!(said(&understood.problems, "Ligne 4 : « C/04 »", "identifiant"));
        assert!(said(&understood.problems, "Ligne 3 : ", "« C-02 » est déjà celui de la ligne 2"));
        assert!(said(&understood.remarks, "Ligne 1 : C-01, « lecteur »", "sans effet"));
        list.refresh(&[Some(60)]);
        let last = list.understood().rows.first().map(|row| row.times.replace('\u{a0}', " "));
        assert_eq!(last.as_deref(), Some("1 h 20"));
    }

    #[test]
    fn a_list_replaced_by_a_file_comes_back() {
        let mut list = CandidateList::default();
        list.replace("C-01 ; Nadia".to_owned());
        assert!(!list.may_restore());
        list.replace("C-09 ; Ivan".to_owned());
        assert!(list.may_restore());
        list.restore();
        assert_eq!(list.typed, "C-01 ; Nadia");
        assert!(!list.may_restore());
    }

    #[test]
    fn an_empty_list_is_no_problem_yet() {
        let mut list = CandidateList::default();
        list.refresh(&[]);
        assert!(list.understood().problems.is_empty());
    }
}
