//! Every problem of a case at once: references, keys, coverage, durations.
//!
//! What belongs here: one file a part of the case. What solving a case says of its data and its
//! expressions belongs to `solving`.

mod exhibits;
mod framework;
mod header;
mod questions;
mod shape;

use std::collections::BTreeSet;

use super::{CaseStudy, SolvedCase, solve};
use crate::domain::diagnostic::Diagnostic;
use crate::domain::framework::Catalogue;
use exhibits::check_exhibits;
use framework::check_framework;
use header::{check_header, check_identifiers};
use questions::check_question;

/// Checks a case against the installed référentiels. `pictures` names the files found beside it.
pub fn validate(
    case: &CaseStudy,
    catalogue: &Catalogue,
    pictures: &BTreeSet<String>,
) -> Vec<Diagnostic> {
    let (solved, mut found) = solve(case);
    found.extend(validate_solved(case, &solved, catalogue, pictures));
    found
}

/// Checks a case that was solved: all but what solving it has said.
pub fn validate_solved(
    case: &CaseStudy,
    solved: &SolvedCase,
    catalogue: &Catalogue,
    pictures: &BTreeSet<String>,
) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    check_header(case, &mut found);
    check_identifiers(case, &mut found);
    check_exhibits(&solved.case, pictures, &mut found);
    for question in solved.case.questions() {
        check_question(case, question, &mut found);
    }
    check_framework(case, catalogue, &mut found);
    found
}
