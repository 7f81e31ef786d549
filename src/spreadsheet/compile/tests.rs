//! Formulas checked and written for the engine.

use super::*;

const SIZE: TableSize = TableSize { rows: 15, columns: 10 };

fn engine(typed: &str) -> String {
    match compile(typed, SIZE) {
        Ok(compiled) => compiled.engine,
        Err(problem) => panic!("{typed}: {problem}"),
    }
}

fn problem(typed: &str) -> SheetProblem {
    match compile(typed, SIZE) {
        Ok(compiled) => panic!("{typed} became {}", compiled.engine),
        Err(problem) => problem,
    }
}

#[test]
fn a_right_formula_reaches_the_engine_in_its_own_writing() {
    for (typed, expected) in [
        ("=MAX(0;20-(F12+G11-G10))", "MAX(0;20-(F12+G11-G10))"),
        ("= somme( b2 : b4 ) × 2", "SOMME(B2:B4)*2"),
        ("=1 250,75 − ,5", "1250,75-0,5"),
        ("=$A$1÷5%", "A1/5%"),
        ("=ENT(A1)", "PLANCHER.MATH(A1)"),
        ("=si(A1≥10;\"oui\";\"non; A1\")", "SI(A1>=10;\"oui\";\"non; A1\")"),
        ("=SI(A1>0;;1)", "SI(A1>0;;1)"),
        ("=--A1^-2", "--A1^-2"),
        ("=vrai", "VRAI"),
        ("=2E3", "2E3"),
        ("=RANG(A1;A1:A1)", "RANK(A1;A1:A1)"),
    ] {
        assert_eq!(engine(typed), expected, "{typed}");
    }
}

#[test]
fn ranges_are_clipped_and_counted() {
    assert_eq!(engine("=SOMME(A1:A1048576)"), "SOMME(A1:A15)");
    assert_eq!(engine("=SOMME(B:XFD;14:99)"), "SOMME(B1:J15;A14:J15)");
    let compiled = compile("=SOMME(A:C)+D1", SIZE).unwrap();
    assert_eq!(compiled.work, 45 + 1 + 1);
    assert_eq!(compiled.reads.len(), 2);
    assert_eq!(problem("=K1"), SheetProblem::OutsideTable("K1".to_owned()));
    assert_eq!(problem("=SOMME(A16:A20)"), SheetProblem::OutsideTable("A16:A20".to_owned()));
}

#[test]
fn criteria_are_read_as_french_and_may_be_joined_to_a_cell() {
    assert_eq!(engine("=NB.SI(A1:A9;\">3,5\")"), "NB.SI(A1:A9;\">3.5\")");
    assert_eq!(engine("=NB.SI(A1:A9;\"1 250\")"), "NB.SI(A1:A9;\"1250\")");
    assert_eq!(engine("=NB.SI(A1:A9;\"<>oui\")"), "NB.SI(A1:A9;\"<>oui\")");
    assert_eq!(engine("=NB.SI(A1:A9;\">\"&B3)"), "NB.SI(A1:A9;\">\"&B3)");
    assert_eq!(engine("=SI(A1=\"3,5\";1;0)"), "SI(A1=\"3,5\";1;0)");
    assert_eq!(problem("=\"S\"&A1"), SheetProblem::JoinedTexts);
    assert_eq!(problem("=NB.SI(A1:A9&\"x\";1)"), SheetProblem::JoinedTexts);
}

#[test]
fn what_is_wrong_is_named() {
    for (typed, expected) in [
        ("=", SheetProblem::Empty),
        ("=SOMME(A1:A3", SheetProblem::MissingParenthesis),
        ("=SOMME(A1;", SheetProblem::MissingParenthesis),
        ("=(1+2", SheetProblem::MissingParenthesis),
        ("=1+2)", SheetProblem::ExtraParenthesis),
        ("=1+", SheetProblem::MissingValue),
        ("=*3", SheetProblem::MissingValue),
        ("=()", SheetProblem::MissingValue),
        ("=MAX(A1,A2)", SheetProblem::Comma),
        ("=\"oui", SheetProblem::UnclosedText),
        ("=A1 B1", SheetProblem::MissingOperator("B1".to_owned())),
        ("=2(3)", SheetProblem::MissingOperator("(".to_owned())),
        ("=1;2", SheetProblem::Unexpected(";".to_owned())),
        ("={1;2}", SheetProblem::Unexpected("{".to_owned())),
        ("=@A1", SheetProblem::Unexpected("@".to_owned())),
        ("=Feuil2!A1", SheetProblem::UnknownName("Feuil2".to_owned())),
        ("=#REF!+1", SheetProblem::OutsideTable("#REF!".to_owned())),
        ("=1E999", SheetProblem::NumberTooLong),
    ] {
        assert_eq!(problem(typed), expected, "{typed}");
    }
    assert!(problem("=SOME(A1)").to_string().starts_with("fonction inconnue : SOME"));
    assert!(problem("=AUJOURDHUI()").to_string().contains("AUJOURDHUI"));
}

#[test]
fn an_english_point_is_refused_rather_than_misread() {
    let said = problem("=1.5*2").to_string();
    assert!(said.starts_with("écrivez 1,5 au lieu de 1.5"), "{said}");
    assert!(problem("=1.250,75").to_string().starts_with("écrivez 1250,75 au lieu"));
}

#[test]
fn several_values_never_reach_a_cell() {
    for typed in ["=A1:A3", "=A1:A3*2", "=ABS(A1:A3)", "=SI(A1:A3>1;1;0)", "=ENT(A1:A3)"] {
        assert_eq!(problem(typed), SheetProblem::SeveralValues, "{typed}");
    }
    assert_eq!(problem("=SOMME(ARRONDI(A1:A3;0))"), SheetProblem::SeveralValues);
    assert_eq!(problem("=SOMME.SI(A1:A3;A1:A3;B1:B3)"), SheetProblem::SeveralValues);
    assert_eq!(engine("=SOMME(SI(A1:A3>1;B1:B3;0))"), "SOMME(SI(A1:A3>1;B1:B3;0))");
    assert_eq!(engine("=SOMMEPROD(A1:A3*B1:B3)"), "SOMMEPROD(A1:A3*B1:B3)");
}

#[test]
fn depth_length_and_work_are_bounded() {
    let nested = |depth: usize| format!("={}1{}", "(".repeat(depth), ")".repeat(depth));
    assert!(compile(&nested(63), SIZE).is_ok());
    assert_eq!(problem(&nested(64)), SheetProblem::TooDeep);
    assert_eq!(problem(&nested(499)), SheetProblem::TooDeep);
    assert_eq!(problem(&format!("={}1", "-".repeat(300))), SheetProblem::TooDeep);
    assert_eq!(problem(&format!("=1{}", "+1".repeat(300))), SheetProblem::TooDeep);
    assert!(compile(&format!("=1{}", "+1".repeat(140)), SIZE).is_ok());
    assert_eq!(problem(&format!("=1{}", "+1".repeat(600))), SheetProblem::TooLong);
    let heavy = format!("=SOMME({}A:J)", "A:J;".repeat(200));
    assert_eq!(problem(&heavy), SheetProblem::TooMuchWork);
}

proptest::proptest! {
    #[test]
    fn no_text_makes_the_compiler_panic(typed in "=.{0,200}") {
        let _ = compile(&typed, SIZE);
    }

    #[test]
    fn what_is_written_for_the_engine_is_read_again_the_same(
        typed in "=(-?[1-9]|[A-C][1-9]|SOMME\\(A1:B[1-9]\\))([+*/-]([1-9]|B[1-9])){0,6}",
    ) {
        let first = engine(&typed);
        proptest::prop_assert_eq!(engine(&format!("={first}")), first);
    }
}
