//! The calculator as a candidate uses it, key by key.

use super::*;

fn value(text: &str) -> Decimal {
    Decimal::from_str_exact(text).expect("a number")
}

/// A calculator in which these characters were typed one after the other.
fn typed(text: &str) -> Calculator {
    let mut calculator = Calculator::default();
    type_in(&mut calculator, text);
    calculator
}

/// Types at the end, as in the field.
fn type_in(calculator: &mut Calculator, text: &str) {
    for sign in text.chars() {
        let next = format!("{}{sign}", calculator.typed());
        calculator.take_typed(&next);
    }
}

#[test]
fn the_point_and_the_signs_of_a_keyboard_become_those_of_print() {
    let calculator = typed("12.5*4/(2-1)");
    assert_eq!(calculator.typed(), "12,5×4÷(2−1)");
}

#[test]
fn a_digit_after_a_result_begins_again_and_a_sign_goes_on() {
    let mut calculator = typed("6*7=");
    assert_eq!((calculator.typed(), calculator.last()), ("42", Some(value("42"))));
    type_in(&mut calculator, "8");
    assert_eq!(calculator.typed(), "8");
    let mut calculator = typed("6*7=");
    type_in(&mut calculator, "+1=");
    assert_eq!(calculator.typed(), "43");
    let mut calculator = typed("1/3=");
    type_in(&mut calculator, "*3");
    assert_eq!(calculator.typed(), "Rép×3");
    assert!(calculator.equals().is_some_and(|one| rounded(one).0 == value("1")));
}

#[test]
fn the_keys_write_at_the_caret_and_erase_before_it() {
    let mut calculator = Calculator::default();
    let mut caret = 0;
    for sign in "24".chars() {
        caret = calculator.press(PadKey::Sign(sign), caret);
    }
    caret = calculator.press(PadKey::Sign('3'), caret - 1);
    assert_eq!((calculator.typed(), caret), ("234", 2));
    caret = calculator.press(PadKey::Erase, caret);
    assert_eq!((calculator.typed(), caret), ("24", 1));
    assert_eq!(calculator.press(PadKey::Erase, 0), 0);
    assert_eq!(calculator.typed(), "24");
    assert_eq!(calculator.press(PadKey::Clear, 1), 0);
    assert_eq!(calculator.typed(), "");
}

#[test]
fn the_memory_adds_subtracts_recalls_and_empties() {
    let mut calculator = typed("3*4");
    calculator.press(PadKey::MemoryAdd, 3);
    assert_eq!((calculator.memory(), calculator.typed()), (Some(value("12")), "12"));
    type_in(&mut calculator, "20");
    calculator.press(PadKey::MemorySubtract, 2);
    assert_eq!(calculator.memory(), Some(value("-8")));
    calculator.press(PadKey::MemoryRecall, 2);
    assert_eq!(calculator.typed(), "(−8)");
    calculator.press(PadKey::MemoryClear, 4);
    assert_eq!(calculator.memory(), None);
    let mut calculator = typed("1/0");
    calculator.press(PadKey::MemoryAdd, 3);
    assert_eq!(calculator.memory(), None);
    assert_eq!(calculator.problem(), Some(Problem::DivisionByZero));
}

#[test]
fn ten_results_are_kept_the_newest_first() {
    let mut calculator = Calculator::default();
    for number in 0..12 {
        calculator.press(PadKey::Clear, 0);
        type_in(&mut calculator, &format!("{number}+1="));
    }
    assert_eq!(calculator.results().len(), 10);
    let first = calculator.results().next().expect("a result");
    assert_eq!((first.typed.as_str(), first.value), ("11+1", value("12")));
}

#[test]
fn a_problem_stays_until_the_next_change() {
    let mut calculator = typed("5/0=");
    assert_eq!(calculator.problem(), Some(Problem::DivisionByZero));
    assert_eq!(calculator.typed(), "5÷0");
    assert_eq!(calculator.results().len(), 0);
    type_in(&mut calculator, "5");
    assert_eq!(calculator.problem(), None);
    assert_eq!(calculator.equals(), Some(value("1")));
}

#[test]
fn the_answer_takes_the_result_with_a_comma() {
    let mut calculator = typed("-2500/2");
    assert_eq!(calculator.for_the_answer().as_deref(), Some("-1250"));
    assert_eq!(typed("1,5+1").for_the_answer().as_deref(), Some("2,5"));
    assert_eq!(typed("").for_the_answer(), None);
    assert_eq!(typed("5+").for_the_answer(), None);
}

#[test]
fn a_calculation_too_long_takes_no_more_keys() {
    let mut calculator = Calculator::default();
    let mut caret = 0;
    for _ in 0..LIMIT + 20 {
        caret = calculator.press(PadKey::Sign('1'), caret);
    }
    assert_eq!((calculator.typed().len(), caret), (LIMIT, LIMIT));
}
