//! Compares the time that a copy was made with and the one that the session grants its candidate.

use std::path::Path;

use crate::domain::exam::{Allowance, Attendance, Candidate, ExtraTime};
use crate::storage::StorageError;

/// Says that a copy was made with another extra time than the session grants now. What the
/// invigilator gives during the test is an event of the ledger: it is no part of the allowance.
pub(super) fn other_time(
    path: &Path,
    candidate: &Candidate,
    made: Allowance,
) -> Option<StorageError> {
    let granted = candidate.allowance(made.minutes);
    // « 1/3 » of two hours and « + 40 min » are one and the same time.
    if made.extra_seconds() == granted.extra_seconds() {
        return None;
    }
    let problem = StorageError::new(
        path,
        format!(
            "la copie {} a été faite avec « {} », mais session.yaml accorde « {} ».",
            candidate.id,
            words(made.extra),
            words(granted.extra)
        ),
        "Vérifiez la décision d'aménagement : corrigez session.yaml, ou dites au jury quel temps a \
         été donné. La copie est évaluée.",
    );
    Some(problem.at(Some("temps accordé".to_owned())))
}

/// That a candidate said to be absent has a copy.
pub(super) fn said_absent(path: &Path, candidate: &Candidate) -> Option<StorageError> {
    (candidate.attendance == Attendance::Absent).then(|| {
        StorageError::new(
            path,
            format!("session.yaml dit {} absent, mais sa copie est ici.", candidate.id),
            "Décochez « absent » dans la vue de la salle ; d'ici là elle n'est pas jugée.",
        )
    })
}

fn words(extra: ExtraTime) -> String {
    extra.label().unwrap_or_else(|| "aucun temps supplémentaire".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::exam::parse_candidates;

    const THIRD: ExtraTime = ExtraTime::Fraction { part: 1, whole: 3 };

    /// What is said of a copy of two hours made with this time, the session granting these words.
    fn said(extra: ExtraTime, granted: &str) -> String {
        let (candidates, _) = parse_candidates(&format!("C-03;A;;{granted}\n"));
        let candidate = candidates.first().expect("a candidate");
        let made = Allowance { minutes: 120, extra };
        let problem = other_time(Path::new("copies/C-03.copie"), candidate, made);
        problem.map(|problem| problem.to_string().replace('\u{a0}', " ")).unwrap_or_default()
    }

    #[test]
    fn another_time_is_said_with_both_and_what_to_do() {
        let words = said(THIRD, "");
        for part in [
            "copies/C-03.copie, temps accordé : la copie C-03 a été faite avec « tiers temps »",
            "mais session.yaml accorde « aucun temps supplémentaire ».",
            "Vérifiez la décision d'aménagement",
        ] {
            assert!(words.contains(part), "{part} in {words}");
        }
        let words = said(ExtraTime::None, "temps majoré 25 %");
        assert!(words.contains("avec « aucun temps supplémentaire »"), "{words}");
        assert!(words.contains("accorde « temps majoré de 25 % »"), "{words}");
        assert!(said(ExtraTime::Minutes(30), "tiers temps").contains("« 30 min de plus »"));
    }

    #[test]
    fn the_same_time_is_not_said_however_it_is_written() {
        assert_eq!(said(ExtraTime::None, ""), "");
        assert_eq!(said(ExtraTime::None, "texte 175 %"), "");
        assert_eq!(said(THIRD, "tiers temps"), "");
        assert_eq!(said(ExtraTime::Minutes(40), "tiers temps"), "");
        assert_eq!(said(ExtraTime::Fraction { part: 1, whole: 0 }, ""), "");
    }
}
