//! Judgements of one juror: recorded, refused, remembered, saved.

use super::fixture::{judge_all, moment, new_bench, open};
use super::{first, judge};
use crate::desktop::jury::commands::{Command, apply, may_deliberate, may_judge};
use crate::desktop::jury::model::{CopyState, Page, TextField, known_remarks, same_remark};
use crate::domain::grading::{Interest, Level};
use crate::domain::identifier::{CandidateId, CriterionId};
use crate::storage::write_atomically;

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
