//! What the jury agrees on, decides and pronounces.

use super::fixture::{judge_all, moment, new_bench, open};
use super::{decide, first, judge};
use crate::desktop::jury::commands::{
    Command, apply, go_to_next_lack, may_deliberate, may_judge, pronounceable,
};
use crate::desktop::jury::model::{Accord, CompetenceState, FocusWish, Lack, TextField, View};
use crate::domain::grading::{Acquisition, Level};
use crate::domain::identifier::CandidateId;

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
