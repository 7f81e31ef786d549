//! What is computed from a case once per revision, never at each frame.

use std::collections::{BTreeMap, BTreeSet};

use super::outline::{OutlineLine, ProblemCount, count_problems, outline};
use super::{BlockViews, Coverage, Spot};
use crate::domain::case_study::{
    CaseStudy, SolvedCase, Subject, WrittenKind, solve, validate_solved,
};
use crate::domain::diagnostic::Diagnostic;
use crate::domain::framework::Catalogue;

/// Minutes of a case by what candidates do.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Minutes {
    /// Reading.
    pub reading: u32,
    /// Tables and numbers.
    pub calculating: u32,
    /// Texts.
    pub writing: u32,
    /// Choices.
    pub choosing: u32,
}

impl Minutes {
    /// Shares out the suggested minutes of a case.
    pub fn of(case: &CaseStudy) -> Self {
        let mut minutes = Self { reading: case.reading_minutes, ..Self::default() };
        for question in case.questions() {
            let place = match question.answer.written_kind() {
                WrittenKind::Table
                | WrittenKind::Number
                | WrittenKind::Worksheet
                | WrittenKind::Schedule
                | WrittenKind::Assignment => &mut minutes.calculating,
                WrittenKind::LongText | WrittenKind::ShortText => &mut minutes.writing,
                WrittenKind::Choice => &mut minutes.choosing,
            };
            *place = place.saturating_add(question.minutes);
        }
        minutes
    }
}

/// What follows from a case.
#[derive(Debug, Clone, Default)]
pub struct Derived {
    /// Everything wrong, errors first.
    pub diagnostics: Vec<Diagnostic>,
    /// How many problems of each severity.
    pub problems: ProblemCount,
    /// Criteria and questions; `None` while the référentiel or the scheme is not known.
    pub coverage: Option<Coverage>,
    /// The list of the elements.
    pub outline: Vec<OutlineLine>,
    /// What candidates see, without pictures; `None` while the référentiel is not known.
    pub subject: Option<Subject>,
    /// Views of the data in exhibits.
    pub views: BlockViews,
    /// Suggested minutes.
    pub minutes: Minutes,
    /// The case with its keys computed; `None` before anything was derived.
    pub solved: Option<SolvedCase>,
}

impl Derived {
    /// Computes everything from a case.
    pub fn of(case: &CaseStudy, catalogue: &Catalogue, pictures: &BTreeSet<String>) -> Self {
        let (solved, mut diagnostics) = solve(case);
        diagnostics.extend(validate_solved(case, &solved, catalogue, pictures));
        diagnostics.sort_by_key(|diagnostic| diagnostic.severity);
        let counts = count_problems(&diagnostics);
        let qualification = catalogue.find(&case.qualification);
        let scheme = qualification.and_then(|known| known.scheme(&case.scheme));
        Self {
            problems: ProblemCount::of(&diagnostics),
            coverage: qualification.zip(scheme).map(|(q, s)| Coverage::of(case, q, s)),
            outline: outline(case, &counts),
            subject: qualification
                .map(|known| Subject::derive(&solved.case, known, BTreeMap::new())),
            views: BlockViews::of(case, &solved.case, &diagnostics),
            minutes: Minutes::of(case),
            diagnostics,
            solved: Some(solved),
        }
    }

    /// A text as candidates read it, with the figures of the data in the place of its
    /// `{{expressions}}`; as written while nothing is derived. `find` is where it is in a case.
    pub fn with_figures<'a>(
        &'a self,
        written: &'a str,
        find: impl FnOnce(&'a CaseStudy) -> Option<&'a str>,
    ) -> &'a str {
        self.solved.as_ref().and_then(|solved| find(&solved.case)).unwrap_or(written)
    }

    /// What is wrong in one element.
    pub fn problems_of<'a>(&'a self, spot: &'a Spot) -> impl Iterator<Item = &'a Diagnostic> {
        self.diagnostics
            .iter()
            .filter(move |diagnostic| Spot::of(&diagnostic.place.element).as_ref() == Some(spot))
    }
}

/// Which spots are in an order and not in another: what an undo brings back.
pub fn appeared(before: &[Spot], after: &[Spot]) -> Option<Spot> {
    after.iter().find(|spot| !before.contains(spot)).cloned()
}

#[cfg(test)]
mod tests {
    use super::super::example::{case, catalogue};
    use super::*;
    use crate::domain::diagnostic::Severity;

    #[test]
    fn errors_come_before_warnings_and_are_counted() {
        let derived = Derived::of(&case(), &catalogue(), &BTreeSet::new());
        let severities: Vec<_> = derived.diagnostics.iter().map(|d| d.severity).collect();
        let mut sorted = severities.clone();
        sorted.sort();
        assert_eq!(severities, sorted);
        let errors = severities.iter().filter(|s| **s == Severity::Error).count();
        assert_eq!(derived.problems.errors, errors);
        assert_eq!(derived.problems.total(), severities.len());
        assert!(derived.problems_of(&Spot::Question("Q3".into())).count() > 0);
    }

    #[test]
    fn minutes_are_shared_by_what_candidates_do() {
        let minutes = Minutes::of(&case());
        assert_eq!((minutes.writing, minutes.calculating, minutes.choosing), (10, 20, 0));
    }

    #[test]
    fn a_case_of_an_unknown_titre_is_still_listed() {
        let mut case = case();
        case.qualification = "ZZZ".to_owned();
        let derived = Derived::of(&case, &catalogue(), &BTreeSet::new());
        assert!(derived.subject.is_none() && derived.coverage.is_none());
        assert_eq!(derived.outline.len(), Spot::order(&case).len());
    }

    #[test]
    fn texts_are_read_with_the_figures_of_the_data() {
        let mut case = case();
        case.data = serde_yaml::from_str("articles: {A: {stock: 5}}").expect("reads");
        case.context = "Il reste {{articles.A.stock}} pièces.".to_owned();
        let derived = Derived::of(&case, &catalogue(), &BTreeSet::new());
        let shown = derived.with_figures(&case.context, |solved| Some(solved.context.as_str()));
        assert_eq!(shown, "Il reste 5 pièces.");
        let gone = derived.with_figures(&case.context, |_| None);
        assert_eq!(gone, case.context);
        let nothing = Derived::default();
        assert_eq!(nothing.with_figures("écrit", |solved| Some(solved.title.as_str())), "écrit");
    }

    #[test]
    fn what_comes_back_is_found() {
        let before = [Spot::Identity];
        let after = [Spot::Identity, Spot::Context];
        assert_eq!(appeared(&before, &after), Some(Spot::Context));
        assert_eq!(appeared(&after, &before), None);
    }
}
