//! What is on the desk: chosen, walked to, undone, tried.

use crate::desktop::author::model::{OpenCase, SideTab, Spot, View, appeared};

/// An element that is gone leaves the desk to its neighbour.
pub(super) fn repair(open: &OpenCase, view: &mut View, former: &[Spot]) {
    view.spot = std::mem::take(&mut view.spot).repaired(former, open.case());
}

/// Puts an element of the case on the desk.
pub(super) fn put_on_desk(open: &mut OpenCase, view: &mut View, spot: Spot) {
    open.finish_run();
    if spot.exists_in(open.case()) {
        view.select(spot);
    }
}

/// Puts the next element on the desk, or the one before.
pub(super) fn walk(open: &mut OpenCase, view: &mut View, forward: bool) {
    let order = Spot::order(open.case());
    let here = order.iter().position(|spot| *spot == view.spot).unwrap_or(0);
    let there = if forward { here + 1 } else { here.saturating_sub(1) };
    if let Some(spot) = order.into_iter().nth(there) {
        put_on_desk(open, view, spot);
    }
}

/// Undo and redo: fields show the case as it is, and what comes back is put on the desk.
pub(super) fn travel(open: &mut OpenCase, view: &mut View, step: fn(&mut OpenCase) -> bool) {
    let former = Spot::order(open.case());
    if !step(open) {
        return;
    }
    view.drafts.forget_all();
    view.tables_changed = true;
    view.notice = None;
    match appeared(&former, &Spot::order(open.case())) {
        Some(back) => view.select(back),
        None => repair(open, view, &former),
    }
}

/// The preview of the question on the desk, or of the first one.
pub(super) fn try_out(open: &mut OpenCase, view: &mut View) {
    let first = open.case().questions().next().map(|question| question.id.clone());
    if let Some(first) = first.filter(|_| !matches!(view.spot, Spot::Question(_))) {
        put_on_desk(open, view, Spot::Question(first));
    }
    view.show_tab(SideTab::Preview);
}

#[cfg(test)]
mod tests {
    use super::super::example::{ask, question};
    use super::super::{Addition, Command};
    use super::*;
    use crate::desktop::author::model::FocusWish;
    use crate::desktop::author::model::example::{case, opened};
    use crate::domain::case_study::WrittenKind;

    #[test]
    fn undoing_an_addition_shows_a_neighbour() {
        let (_folder, mut open) = opened(&case());
        let mut view = View { spot: question("Q9"), ..View::default() };
        ask(&mut open, &mut view, Command::Add(Addition::Question(WrittenKind::Choice)));
        assert_eq!(view.spot, question("Q10"));
        ask(&mut open, &mut view, Command::Undo);
        assert_eq!(view.spot, question("Q9"));
    }

    #[test]
    fn a_diagnostic_leads_to_its_element_and_to_the_coverage_without_one() {
        let (_folder, mut open) = opened(&case());
        let mut view = View::default();
        view.show_tab(SideTab::Diagnostics);
        ask(&mut open, &mut view, Command::Go(Some(question("Q9"))));
        assert_eq!((&view.spot, view.tab_in_front), (&question("Q9"), false));
        assert_eq!(view.focus, Some(FocusWish::FirstField));
        ask(&mut open, &mut view, Command::Go(None));
        assert_eq!((view.tab, view.tab_in_front), (SideTab::Coverage, true));
        ask(&mut open, &mut view, Command::Go(Some(question("absente"))));
        assert_eq!(view.spot, question("Q9"));
    }

    #[test]
    fn the_list_is_walked_to_its_ends() {
        let (_folder, mut open) = opened(&case());
        let mut view = View::default();
        ask(&mut open, &mut view, Command::Walk(false));
        assert_eq!(view.spot, Spot::Identity);
        for _ in 0..40 {
            ask(&mut open, &mut view, Command::Walk(true));
        }
        assert_eq!(view.spot, Spot::Framework);
    }

    #[test]
    fn trying_shows_the_first_question_when_none_is_on_the_desk() {
        let (_folder, mut open) = opened(&case());
        let mut view = View::default();
        ask(&mut open, &mut view, Command::Try);
        assert_eq!((&view.spot, view.tab_in_front), (&question("Q3"), true));
    }
}
