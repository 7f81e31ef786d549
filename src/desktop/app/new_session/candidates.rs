//! The list of candidates: as typed or read from a file, and as it is understood.

use std::collections::HashSet;

use crate::domain::diagnostic::Diagnostic;
use crate::domain::exam::{Accommodation, Allowance, Candidate, parse_candidates, short_duration};

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
    /// Identifier, name, route, accommodation, time allowed.
    pub(super) rows: Vec<[String; 5]>,
    /// What is wrong, by line.
    pub(super) problems: Vec<String>,
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
        let mut problems: Vec<String> = found.iter().map(of_line).collect();
        let mut seen = HashSet::new();
        for candidate in candidates.iter().filter(|one| !seen.insert(&one.id)) {
            problems.push(format!(
                "Deux candidats portent l'identifiant {}. Donnez un identifiant propre à chacun.",
                candidate.id
            ));
        }
        let rows = candidates.iter().map(|candidate| row(candidate, durations)).collect();
        Self { candidates, rows, problems }
    }
}

/// « Ligne 3 : … »: what is wrong in a list, with its line when it has one.
pub(super) fn of_line(problem: &Diagnostic) -> String {
    let words = format!("{} {}", problem.message, problem.remedy);
    let line = problem.place.detail.as_deref().and_then(|place| place.strip_prefix("ligne "));
    match line {
        Some(number) => format!("Ligne {number} : {words}"),
        None => words,
    }
}

fn row(candidate: &Candidate, durations: &[Option<u32>]) -> [String; 5] {
    let or_dash = |words: String| if words.is_empty() { "–".to_owned() } else { words };
    let granted = candidate.accommodation.as_ref();
    let extra = granted.map(Accommodation::extra).unwrap_or_default();
    let times = durations.iter().map(|minutes| match minutes {
        Some(minutes) => short_duration(Allowance { minutes: *minutes, extra }.milliseconds()),
        None => "–".to_owned(),
    });
    [
        candidate.id.to_string(),
        or_dash(candidate.name.clone()),
        candidate.route.label().to_owned(),
        or_dash(granted.map(Accommodation::label).unwrap_or_default()),
        times.collect::<Vec<_>>().join(" ; "),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: &str = "C-01 ; Nadia Belkacem ; formation ; tiers temps\n\
                        C-02 ; Inès Caradec ; VAE\n\
                        C-02 ; Ivan Petrov\n\
                        C/04 ; Luc\n";

    #[test]
    fn the_list_is_shown_as_it_is_understood_with_the_time_of_each() {
        let mut list = CandidateList { typed: LIST.to_owned(), ..CandidateList::default() };
        list.refresh(&[Some(100), None]);
        let understood = list.understood();
        let plain = |cell: &String| cell.replace('\u{a0}', " ");
        let first: Vec<String> =
            understood.rows.first().expect("a candidate").iter().map(plain).collect();
        assert_eq!(
            first,
            ["C-01", "Nadia Belkacem", "Formation", "tiers temps", "2 h 13 min 20 s ; –"]
        );
        assert_eq!(understood.candidates.len(), 3);
        assert!(understood.problems.iter().any(|words| words.starts_with("Ligne 4 : « C/04 »")));
        assert!(understood.problems.iter().any(|words| words.contains("identifiant C-02")));
        list.refresh(&[Some(60)]);
        let last = list.understood().rows.first().and_then(|row| row.last()).map(plain);
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
