//! What jurors do, without a window: on a small session written in a temporary folder.

mod fixture;
mod unsealing;

use self::fixture::{judge_all, moment, new_bench, open};
use super::commands::{
    Command, apply, go_to_next_lack, go_to_next_todo, may_deliberate, may_judge, notice_words,
    open_candidate, pronounceable, validate,
};
use super::model::{
    Accord, Bench, CompetenceState, CopyState, FocusWish, Lack, Mode, Notice, Page, Screen,
    TextField, View, known_remarks, same_remark,
};
use crate::domain::grading::{Acquisition, Examined, Interest, Level};
use crate::domain::identifier::{CandidateId, CompetenceId, CriterionId};
use crate::storage::write_atomically;

fn first() -> CandidateId {
    CandidateId::from("C-01")
}

fn judge(criterion: &str, level: Level) -> Command {
    Command::Judge(first(), CriterionId::from(criterion), Some(level))
}

fn decide(competence: &str, decision: Acquisition) -> Command {
    Command::Decide(first(), CompetenceId::from(competence), decision)
}

#[test]
fn a_judgement_is_recorded_and_saved_at_once() {
    let (_folder, root, mut bench) = new_bench();
    bench.sit(&"J-1".into());
    apply(&mut bench, Command::State(first(), Interest::None), moment(1)).expect("déclaration");
    apply(&mut bench, judge("CP1.1", Level::Partial), moment(2)).expect("jugement");
    assert_eq!(bench.ledger.saved_at(), Some(moment(2)));
    assert_eq!(bench.ledger.unsaved_count(), 0);
    let mut again = open(&root);
    again.sit(&"J-1".into());
    let standing = again.standing(&first()).expect("candidat");
    assert_eq!(standing.own.levels.get(&"CP1.1".into()), Some(&Level::Partial));
    assert_eq!(again.copy_state(&first(), &Page::Question("Q1".into())), CopyState::InProgress);
    assert_eq!(standing.left.len(), 3);
}

#[test]
fn nothing_is_judged_before_the_statement_nor_by_a_juror_who_abstains() {
    let (_folder, _root, mut bench) = new_bench();
    assert!(may_judge(&bench, &first()).is_err(), "nobody sits");
    bench.sit(&"J-1".into());
    assert!(apply(&mut bench, judge("CP1.1", Level::Satisfied), moment(1)).is_err());
    let empty = Interest::Abstains(" ".into());
    assert!(apply(&mut bench, Command::State(first(), empty), moment(1)).is_err());
    let abstains = Interest::Abstains("même employeur".into());
    apply(&mut bench, Command::State(first(), abstains), moment(2)).expect("abstention");
    assert!(apply(&mut bench, judge("CP1.1", Level::Satisfied), moment(3)).is_err());
    assert!(may_deliberate(&bench, &first()).is_err(), "nor holds the pen");
    let standing = bench.standing(&first()).expect("candidat");
    assert!(standing.own.levels.is_empty());
    assert_eq!(bench.copy_state(&first(), &Page::OffCase), CopyState::Abstained);
}

#[test]
fn a_decision_needs_two_jurors_and_a_reason_before_it_is_pronounced() {
    let (_folder, root, mut bench) = new_bench();
    for juror in ["J-1", "J-2"] {
        bench.sit(&juror.into());
        judge_all(&mut bench, "C-01", Level::Partial);
        assert!(pronounceable(&bench, &first()).is_err());
    }
    apply(&mut bench, decide("CP1", Acquisition::Acquired), moment(200)).expect("décision");
    apply(&mut bench, decide("CP2", Acquisition::NotAcquired), moment(201)).expect("décision");
    let reason = pronounceable(&bench, &first()).expect_err("sans motif");
    assert!(reason.contains("CP2"), "{reason}");
    let mut view = View::default();
    view.deliberate(first());
    go_to_next_lack(&bench, &mut view);
    assert_eq!(view.competence, Some("CP2".into()));
    assert_eq!(view.focus, Some(FocusWish::Reason));
    let key = (first(), TextField::DecisionReason("CP2".into()));
    apply(&mut bench, Command::Write(key, "Réponse vide.".into()), moment(202)).expect("motif");
    apply(&mut bench, Command::Pronounce(first()), moment(203)).expect("prononcée");
    let (_, words) = bench.decision(&first()).expect("mots");
    assert!(words.starts_with("Réussite partielle"), "{words}");
    assert!(open(&root).standing(&first()).expect("candidat").is_complete(), "on disk too");
    let changed = apply(&mut bench, decide("CP1", Acquisition::NotAcquired), moment(204));
    assert!(changed.is_err(), "a pronounced decision is not changed in passing");
    assert!(apply(&mut bench, judge("CP1.1", Level::Satisfied), moment(204)).is_err());
    apply(&mut bench, Command::TakeBack(first()), moment(205)).expect("retour");
    assert!(may_deliberate(&bench, &first()).is_ok());
}

#[test]
fn coming_back_to_not_acquired_finds_the_reason_again() {
    let (_folder, _root, mut bench) = new_bench();
    bench.sit(&"J-1".into());
    apply(&mut bench, decide("CP1", Acquisition::NotAcquired), moment(1)).expect("décision");
    let field = TextField::DecisionReason("CP1".into());
    let write = Command::Write((first(), field.clone()), "Calcul absent.".into());
    apply(&mut bench, write, moment(2)).expect("motif");
    apply(&mut bench, decide("CP1", Acquisition::Acquired), moment(3)).expect("décision");
    assert_eq!(bench.recorded_text(&first(), &field), "");
    apply(&mut bench, decide("CP1", Acquisition::NotAcquired), moment(4)).expect("décision");
    assert_eq!(bench.recorded_text(&first(), &field), "Calcul absent.");
}

#[test]
fn jurors_who_differ_agree_on_a_level_with_what_settled_it() {
    let (_folder, _root, mut bench) = new_bench();
    bench.sit(&"J-1".into());
    judge_all(&mut bench, "C-01", Level::Satisfied);
    bench.sit(&"J-2".into());
    judge_all(&mut bench, "C-01", Level::Satisfied);
    apply(&mut bench, judge("CP1.2", Level::NotSatisfied), moment(150)).expect("jugement");
    let standing = bench.standing(&first()).expect("candidat");
    assert_eq!(standing.accord, Accord::Gaps(1));
    let known = standing.competences.get(&"CP1".into()).expect("compétence");
    assert_eq!(known.state, CompetenceState::Disagreement);
    assert!(standing.lacks.contains(&Lack::Disagreement("CP1".into(), "CP1.2".into())));
    let agree = Command::Agree(first(), "CP1.2".into(), Level::Partial);
    apply(&mut bench, agree, moment(160)).expect("accord");
    let key = (first(), TextField::AgreedReason("CP1.2".into()));
    apply(&mut bench, Command::Write(key, "Relu ensemble.".into()), moment(161)).expect("raison");
    let standing = bench.standing(&first()).expect("candidat");
    assert_eq!(standing.accord, Accord::Agreed);
    let agreed = standing.settled.agreed.get(&"CP1.2".into());
    assert_eq!(agreed, Some(&(Level::Partial, "Relu ensemble.".to_owned())));
}

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
fn a_remark_written_once_is_offered_on_the_other_copies() {
    let (_folder, _root, mut bench) = new_bench();
    bench.sit(&"J-1".into());
    let criterion = CriterionId::from("CP1.1");
    for id in ["C-02", "C-03"] {
        judge_all(&mut bench, id, Level::Partial);
        let key = (CandidateId::from(id), TextField::Remark(criterion.clone()));
        let write = Command::Write(key, "Unité oubliée.".into());
        apply(&mut bench, write, moment(110)).expect("remarque");
    }
    let known = known_remarks(&bench, &first(), &criterion);
    let texts: Vec<_> = known.iter().map(|remark| remark.text.as_str()).collect();
    assert_eq!(texts, ["Unité oubliée."]);
    let copies: Vec<CandidateId> = vec!["C-02".into(), "C-03".into()];
    assert_eq!(known.first().map(|remark| remark.copies.clone()), Some(copies));
    let same = same_remark(&bench, &"C-02".into(), &criterion, "Unité oubliée.");
    assert_eq!(same, [CandidateId::from("C-03")]);
    bench.sit(&"J-2".into());
    assert!(known_remarks(&bench, &first(), &criterion).is_empty(), "each juror has their own");
}

#[test]
fn a_change_that_cannot_be_saved_is_kept_and_saved_later() {
    let (_folder, root, mut bench) = new_bench();
    let obstacle = root.join("evaluations").join("J-1");
    write_atomically(&obstacle, b"obstacle").expect("obstacle");
    bench.sit(&"J-1".into());
    apply(&mut bench, Command::State(first(), Interest::None), moment(1)).expect("déclaration");
    apply(&mut bench, judge("CP1.1", Level::Satisfied), moment(2)).expect("jugement");
    assert!(bench.ledger.failure().is_some());
    assert_eq!(bench.ledger.unsaved_count(), 1);
    let standing = bench.standing(&first()).expect("candidat");
    assert!(standing.own.levels.contains_key(&"CP1.1".into()), "kept in memory");
    std::fs::remove_file(&obstacle).expect("obstacle retiré");
    bench.ledger.save(&mut bench.folder, moment(3));
    assert!(bench.ledger.failure().is_none());
    assert_eq!(bench.ledger.saved_at(), Some(moment(3)));
    let mut again = open(&root);
    again.sit(&"J-1".into());
    assert!(again.standing(&first()).is_some_and(|known| !known.own.levels.is_empty()));
}

#[test]
fn an_absent_candidate_is_pronounced_without_judgement() {
    let (_folder, _root, mut bench) = new_bench();
    bench.sit(&"J-1".into());
    let absent = CandidateId::from("C-04");
    assert!(may_judge(&bench, &absent).is_err());
    assert_eq!(pronounceable(&bench, &absent), Ok(()));
    apply(&mut bench, Command::Pronounce(absent.clone()), moment(1)).expect("prononcée");
    assert_eq!(bench.decision(&absent).map(|(_, words)| words.as_str()), Some("Absent"));
    assert_eq!(bench.counts().decided, 1);
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
