//! Figures of the whole team: people needed, critical posts, people without post, skill rate.

use rust_decimal::Decimal;

use super::able::counted;
use super::assignment::AssignmentProblem;
use super::heads::Heads;
use crate::domain::planning::worksheet::{CellId, Formula, RowHead, Worksheet};

/// Cells that the summary counts.
pub(super) struct Summary<'a> {
    /// People needed on each post.
    pub(super) needed: &'a [CellId],
    /// Posts held by each person.
    pub(super) held: &'a [CellId],
    /// People who can hold each post.
    pub(super) possible: &'a [CellId],
}

/// Adds one row a figure, in the column of the whole team.
pub(super) fn add_summary(
    sheet: &mut Worksheet,
    heads: &Heads,
    problem: &AssignmentProblem,
    summary: &Summary<'_>,
) {
    let codes: Vec<_> = problem.posts.iter().map(|post| post.code.clone()).collect();
    let names: Vec<_> = problem.people.iter().map(|person| person.name.clone()).collect();
    let with = |cells: &[CellId], limit: u32| {
        let pairs = cells.iter().map(|cell| (Formula::from(*cell), Formula::number(limit)));
        pairs.collect::<Vec<_>>()
    };
    let at_most = |count: Decimal, limit: Decimal| count <= limit;
    let mut add = |head: RowHead, formula: Formula| {
        let row = sheet.row(head);
        sheet.computed(row, heads.total, formula);
    };
    add(
        RowHead::new("personnes_requises", "Personnes requises").unit("personnes"),
        Formula::sum(summary.needed.iter().copied()),
    );
    add(
        RowHead::new("postes_critiques", "Postes critiques (0 ou 1 opérateur)").unit("postes"),
        counted(with(summary.possible, 1), codes, at_most),
    );
    add(
        RowHead::new("personnes_sans_poste", "Personnes sans poste").unit("personnes"),
        counted(with(summary.held, 0), names, at_most),
    );
    let places = u32::try_from(problem.posts.len().saturating_mul(problem.people.len()));
    let rate = Formula::sum(summary.held.iter().copied())
        / Formula::number(places.unwrap_or(u32::MAX))
        * Formula::number(100);
    add(RowHead::new("taux_polyvalence", "Taux de polyvalence").unit("%"), rate);
}
