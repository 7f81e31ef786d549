//! Short French wordings shared by the screens of the jury.

use crate::domain::framework::{ExamScheme, Qualification};
use crate::domain::grading::{CertificateResult, Outcome, Verdict};

/// "CCP 1, CCP 2 et CCP 3".
pub fn listed(words: &[String]) -> String {
    match words {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} et {last}", first.join(", ")),
    }
}

/// "1 critère", "3 critères"; none is singular in French.
pub fn counted(count: usize, one: &str, several: &str) -> String {
    format!("{count} {}", if count < 2 { one } else { several })
}

/// The text with a capital at its start.
pub fn sentence(text: &str) -> String {
    let mut characters = text.chars();
    characters
        .next()
        .map(|first| first.to_uppercase().chain(characters).collect())
        .unwrap_or_default()
}

/// The outcome in words: "Réussite partielle : CCP 1 et CCP 3 obtenus".
pub fn outcome_words(
    qualification: &Qualification,
    scheme: &ExamScheme,
    outcome: &Outcome,
) -> String {
    let verdict = outcome.verdict(scheme);
    match verdict {
        Verdict::Partial => {
            let held = held(qualification, outcome);
            let plural = if held.len() < 2 { "obtenu" } else { "obtenus" };
            format!("{} : {} {plural}", verdict.label(), listed(&held))
        }
        Verdict::CertificateObtained | Verdict::CertificateNotObtained => {
            let lines: Vec<String> = outcome
                .certificates
                .iter()
                .map(|(id, result)| {
                    format!("{} {}", qualification.certificate_label(id), result.label())
                })
                .collect();
            listed(&lines)
        }
        Verdict::QualificationObtained | Verdict::Deferred | Verdict::Absent => {
            verdict.label().to_owned()
        }
    }
}

fn held(qualification: &Qualification, outcome: &Outcome) -> Vec<String> {
    outcome
        .certificates
        .iter()
        .filter(|(_, result)| result.is_held())
        .map(|(id, _)| qualification.certificate_label(id))
        .collect()
}

/// Where a CCP stands: "obtenu", "à décider".
pub const fn certificate_words(result: Option<CertificateResult>) -> &'static str {
    match result {
        Some(result) => result.label(),
        None => "à décider",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_and_counts_follow_french_grammar() {
        let words = |texts: &[&str]| texts.iter().map(|&text| text.to_owned()).collect::<Vec<_>>();
        assert_eq!(listed(&words(&["a"])), "a");
        assert_eq!(listed(&words(&["a", "b", "c"])), "a, b et c");
        assert_eq!(counted(0, "critère", "critères"), "0 critère");
        assert_eq!(counted(2, "critère", "critères"), "2 critères");
        assert_eq!(sentence("à juger"), "À juger");
    }
}
