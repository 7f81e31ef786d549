//! From a copy to another: the order of the juror, what is left to do, why nothing moves.

use super::first;
use super::fixture::{judge_all, moment, new_bench};
use crate::desktop::jury::commands::{
    Command, apply, go_to_next_todo, notice_words, open_candidate, validate,
};
use crate::desktop::jury::model::{Bench, Mode, Notice, Page, Screen, View};
use crate::domain::grading::{Acquisition, Examined, Interest, Level};
use crate::domain::identifier::{CandidateId, CriterionId};

#[test]
fn the_next_copy_to_do_follows_the_order_of_the_juror() {
    let (_folder, _root, mut bench) = new_bench();
    bench.sit(&"J-1".into());
    assert_eq!(bench.order().len(), 3, "the absent candidate is not corrected");
    let order = bench.order().to_vec();
    let one = order.first().expect("première copie");
    let two = order.get(1).expect("deuxième copie");
    let page = Page::Question("Q1".into());
    let next = bench.next_to_do(Mode::ByQuestion, (one, &page));
    assert_eq!(next, Some((two.clone(), page.clone())), "same question, next copy");
    let next = bench.next_to_do(Mode::ByCopy, (one, &page));
    assert_eq!(next, Some((one.clone(), Page::Question("Q2".into()))), "same copy, next question");
    judge_all(&mut bench, two.as_str(), Level::Satisfied);
    let next = bench.next_to_do(Mode::ByQuestion, (one, &page));
    assert_eq!(next.map(|(copy, _)| copy).as_ref(), order.get(2), "corrected copies are passed");
    assert_eq!(bench.progress(&page), (1, 3));
}

#[test]
fn validating_stops_where_a_criterion_is_left() {
    let (_folder, _root, mut bench) = new_bench();
    bench.sit(&"J-1".into());
    let copy = bench.order().first().cloned().expect("copie");
    let page = Page::Question("Q1".into());
    let mut view = View::default();
    view.correct(copy.clone(), page.clone());
    apply(&mut bench, Command::State(copy.clone(), Interest::None), moment(1))
        .expect("déclaration");
    let level = Some(Level::Satisfied);
    apply(&mut bench, Command::Judge(copy.clone(), "CP1.1".into(), level), moment(2))
        .expect("jugement");
    validate(&bench, &mut view);
    assert_eq!(view.candidate, Some(copy.clone()), "stays");
    assert_eq!(view.criterion, 1, "on the criterion left");
    let said = notice_words(&bench, &view).expect("une raison");
    assert!(said.starts_with("Il reste 1 critère à juger."), "{said}");
    apply(&mut bench, Command::Judge(copy.clone(), "CP1.2".into(), level), moment(3))
        .expect("jugement");
    assert_eq!(notice_words(&bench, &view), None, "nothing is left: it is said no more");
    validate(&bench, &mut view);
    assert_eq!(view.candidate.as_ref(), bench.order().get(1), "then goes on");
    assert_eq!(view.page, Some(page));
}

#[test]
fn why_a_command_did_nothing_is_said_until_another_is_done() {
    let (_folder, _root, bench) = new_bench();
    let refused = Some(Notice::Words("Dites d'abord qui vous êtes.".to_owned()));
    let mut view = View { notice: refused, ..View::default() };
    assert_eq!(notice_words(&bench, &view).as_deref(), Some("Dites d'abord qui vous êtes."));
    view.forget_words();
    assert_eq!(notice_words(&bench, &view), None);
    view.notice = Some(Notice::LeftToJudge);
    view.forget_words();
    assert!(view.notice.is_some(), "it goes away by itself, once it is no longer true");
}

/// The juror judges the first question of a copy, then validates it.
fn validate_first_question(bench: &mut Bench, view: &mut View, copy: &CandidateId) {
    view.correct(copy.clone(), Page::Question("Q1".into()));
    apply(bench, Command::State(copy.clone(), Interest::None), moment(1)).expect("déclaration");
    for criterion in ["CP1.1", "CP1.2"] {
        let command = Command::Judge(copy.clone(), criterion.into(), Some(Level::Satisfied));
        apply(bench, command, moment(2)).expect("jugement");
    }
    validate(bench, view);
}

#[test]
fn a_question_is_judged_on_every_copy_before_the_next_question() {
    let (_folder, _root, mut bench) = new_bench();
    bench.sit(&"J-1".into());
    let order = bench.order().to_vec();
    let [one, two, three] = order.as_slice() else { panic!("three copies: {order:?}") };
    let (first, second) = (Page::Question("Q1".into()), Page::Question("Q2".into()));
    let mut view = View::default();
    validate_first_question(&mut bench, &mut view, three);
    assert_eq!((view.candidate.as_ref(), view.page.as_ref()), (Some(one), Some(&first)));
    validate_first_question(&mut bench, &mut view, two);
    assert_eq!((view.candidate.as_ref(), view.page.as_ref()), (Some(one), Some(&first)));
    validate_first_question(&mut bench, &mut view, one);
    assert_eq!((view.candidate.as_ref(), view.page.as_ref()), (Some(one), Some(&second)));
}

/// The juror judges every page of a copy, the synthesis too.
fn judge_every_page(bench: &mut Bench, copy: &CandidateId) {
    judge_all(bench, copy.as_str(), Level::Satisfied);
    for competence in ["CP1", "CP2"] {
        let command = Command::Opine(copy.clone(), competence.into(), Acquisition::Acquired);
        apply(bench, command, moment(102)).expect("avis");
    }
}

#[test]
fn the_end_is_said_truly_on_whatever_copy_it_is_reached() {
    let (_folder, _root, mut bench) = new_bench();
    bench.sit(&"J-1".into());
    let order = bench.order().to_vec();
    let last = bench.reference.pages.last().map(|entry| entry.page.clone()).expect("une page");
    let one = order.first().expect("première copie").clone();
    judge_every_page(&mut bench, &one);
    // The other copies are put off: the first one is left alone on the last page.
    let mut view = View { put_off: order.iter().skip(1).cloned().collect(), ..View::default() };
    view.correct(one.clone(), last.clone());
    validate(&bench, &mut view);
    assert_eq!((view.candidate.as_ref(), view.page.as_ref()), (Some(&one), Some(&last)));
    let said = notice_words(&bench, &view).expect("une raison");
    assert!(!said.contains("dernière copie"), "{said}");
    assert!(said.contains("Cette page est la dernière. Il vous reste d'autres pages"), "{said}");
    for copy in order.iter().skip(1) {
        judge_every_page(&mut bench, copy);
    }
    validate(&bench, &mut view);
    let said = notice_words(&bench, &view).expect("une raison");
    assert_eq!(said, "Cette page est la dernière. Il ne vous reste rien d'autre à juger.");
}

#[test]
fn a_copy_put_off_is_passed_by_validating() {
    let (_folder, _root, mut bench) = new_bench();
    bench.sit(&"J-1".into());
    let order = bench.order().to_vec();
    let [one, two, three] = order.as_slice() else { panic!("three copies: {order:?}") };
    let mut view = View::default();
    view.put_off.insert(one.clone());
    validate_first_question(&mut bench, &mut view, three);
    assert_eq!(view.candidate.as_ref(), Some(two), "not the one put off");
    validate_first_question(&mut bench, &mut view, two);
    let place = (view.candidate.as_ref(), view.page.clone());
    assert_eq!(place, (Some(two), Some(Page::Question("Q2".into()))), "then the next question");
}

#[test]
fn what_is_left_to_do_leads_to_the_copy_then_to_the_deliberation() {
    let (_folder, _root, mut bench) = new_bench();
    bench.sit(&"J-1".into());
    let mut view = View { screen: Screen::Session, ..View::default() };
    go_to_next_todo(&bench, &mut view);
    assert_eq!(view.candidate, Some(first()));
    open_candidate(&bench, &mut view, first());
    assert_eq!(view.screen, Screen::Correction);
    assert_eq!(view.page, Some(Page::Question("Q1".into())));
    judge_all(&mut bench, "C-01", Level::Satisfied);
    open_candidate(&bench, &mut view, first());
    assert_eq!(view.screen, Screen::Deliberation);
    apply(&mut bench, Command::Examine(first(), Examined::WrittenCase, true), moment(9))
        .expect("élément");
    let standing = bench.standing(&first()).expect("candidat");
    assert!(standing.settled.examined.contains(&Examined::WrittenCase));
}

#[test]
fn criteria_without_a_question_have_a_page_of_their_own() {
    let (_folder, _root, bench) = new_bench();
    let entry = bench.reference.entry(&Page::OffCase).expect("page");
    assert_eq!(entry.criteria, [CriterionId::from("CP2.2")]);
    let pages: Vec<&Page> = bench.reference.pages.iter().map(|entry| &entry.page).collect();
    assert_eq!(pages.last(), Some(&&Page::Synthesis));
}
