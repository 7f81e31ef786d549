//! What a juror changed on a page, in words, newest first.

use chrono::NaiveDate;

use super::reference::{Page, Reference};
use crate::domain::french::{clock_minutes, short_date};
use crate::domain::grading::{Acquisition, Evaluation, Interest, Judgement, Level, Record};
use crate::domain::identifier::{CompetenceId, CriterionId};

/// One change of a judgement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HistoryLine {
    /// "14 h 02", with the day when it is another.
    pub when: String,
    /// What was changed: "CP3.1".
    pub what: String,
    /// From what to what.
    pub change: String,
    /// The reason, if given.
    pub reason: String,
}

/// Changes of an evaluation that concern a page.
pub fn history_of(
    reference: &Reference,
    evaluation: &Evaluation,
    page: &Page,
    today: NaiveDate,
) -> Vec<HistoryLine> {
    let criteria = reference.entry(page).map(|entry| entry.criteria.as_slice()).unwrap_or_default();
    let competences = reference.competences_of_page(page);
    evaluation
        .records
        .iter()
        .rev()
        .filter(|record| concerns(&record.change, page, criteria, &competences))
        .map(|record| line(record, today))
        .collect()
}

fn concerns(
    change: &Judgement,
    page: &Page,
    criteria: &[CriterionId],
    competences: &[CompetenceId],
) -> bool {
    match change {
        Judgement::Criterion { criterion, .. } | Judgement::Remark { criterion, .. } => {
            criteria.contains(criterion)
        }
        Judgement::Expected { question, .. } | Judgement::SecondLook { question, .. } => {
            *page == Page::Question(question.clone())
        }
        Judgement::Interview { competence, .. } => competences.contains(competence),
        Judgement::Competence { competence, .. } => {
            *page == Page::Synthesis && competences.contains(competence)
        }
        Judgement::Interest { .. } => true,
    }
}

fn line(record: &Record<Judgement>, today: NaiveDate) -> HistoryLine {
    let day = record.at.date_naive();
    let clock = clock_minutes(record.at);
    let when = if day == today { clock } else { format!("{}, {clock}", short_date(day)) };
    let (what, change, reason) = words(&record.change);
    HistoryLine { when, what, change, reason: reason.to_owned() }
}

fn words(change: &Judgement) -> (String, String, &str) {
    match change {
        Judgement::Criterion { criterion, before, after, reason } => {
            let levels = from_to(before.map(Level::label), after.map(Level::label));
            (criterion.to_string(), levels, reason.as_str())
        }
        Judgement::Remark { criterion, before, after } => {
            (format!("{criterion}, remarque"), text_change(before, after), "")
        }
        Judgement::Expected { element, after, .. } => {
            let found = if *after { "coché" } else { "décoché" };
            (format!("Élément attendu {}", element + 1), found.to_owned(), "")
        }
        Judgement::Interview { competence, before, after } => {
            (format!("{competence}, entretien"), text_change(before, after), "")
        }
        Judgement::Competence { competence, before, after, reason } => (
            competence.to_string(),
            from_to(before.map(Acquisition::label), after.map(Acquisition::label)),
            reason.as_str(),
        ),
        Judgement::SecondLook { after, .. } => {
            let wanted = if *after { "demandé" } else { "retiré" };
            ("Second regard".to_owned(), wanted.to_owned(), "")
        }
        Judgement::Interest { after, .. } => {
            let (stated, reason) = match after {
                Some(Interest::Abstains(reason)) => ("abstention", reason.as_str()),
                Some(Interest::None) => ("aucun", ""),
                None => ("retiré", ""),
            };
            ("Conflit d'intérêts".to_owned(), stated.to_owned(), reason)
        }
    }
}

fn from_to(before: Option<&str>, after: Option<&str>) -> String {
    match (before, after) {
        (None, Some(after)) => after.to_owned(),
        (Some(before), Some(after)) => format!("{before}, puis {after}"),
        (Some(before), None) => format!("{before}, puis retiré"),
        (None, None) => String::new(),
    }
}

fn text_change(before: &str, after: &str) -> String {
    match (before.is_empty(), after.is_empty()) {
        (_, true) => format!("« {before} » effacé"),
        (true, false) => format!("« {after} »"),
        (false, false) => format!("« {before} », puis « {after} »"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_of_level_says_both_levels() {
        assert_eq!(from_to(None, Some("Partiel")), "Partiel");
        assert_eq!(from_to(Some("Partiel"), Some("Satisfait")), "Partiel, puis Satisfait");
        assert_eq!(text_change("a", ""), "« a » effacé");
    }
}
