//! What formulas give.

use rust_decimal::Decimal;

use super::*;

#[test]
fn french_functions_give_french_numbers() {
    for (formula, expected) in [
        ("=SOMME(A1:A3)", "60"),
        ("=somme(a1;a2)", "30"),
        ("=MOYENNE(A1:A3)", "20"),
        ("=MAX(A1:A3)-MIN(A1:A3)", "20"),
        ("=MEDIANE(A1:A3)", "20"),
        ("=SI(A1>=10;A2;A3)", "20"),
        ("=SI(A1>10;\"oui\";\"non\")", "non"),
        ("=SI(ET(A1=10;OU(A2=1;NON(A3=1)));1;0)", "1"),
        ("=ARRONDI(2,345;2)", "2,35"),
        ("=ARRONDI.SUP(A1/3;0)", "4"),
        ("=ARRONDI.INF(A1/3;1)", "3,3"),
        ("=ENT(-2,5)", "−3"),
        ("=MOD(A3;7)", "2"),
        ("=QUOTIENT(A3;7)", "4"),
        ("=PLAFOND(A1+1;5)", "15"),
        ("=TRONQUE(2,99)", "2"),
        ("=ABS(-A1)", "10"),
        ("=RACINE(16)+PUISSANCE(2;3)", "12"),
        ("=NB(A1:B3)", "5"),
        ("=NBVAL(A1:B3)", "6"),
        ("=NB.VIDE(C1:C3)", "3"),
        ("=NB.SI(A1:A3;\">15\")", "2"),
        ("=NB.SI(B1:B2;\">0,15\")", "1"),
        ("=NB.SI(A1:A3;\">\"&A1)", "2"),
        ("=SOMME.SI(A1:A3;\">=20\";A1:A3)", "50"),
        ("=SOMME.SI.ENS(A1:A3;A1:A3;\">10\";A1:A3;\"<30\")", "20"),
        ("=MAX.SI.ENS(A1:A3;A1:A3;\"<30\")", "20"),
        ("=SOMMEPROD(A1:A2;B1:B2)", "5"),
        ("=SOMMEPROD((A1:A3>15)*A1:A3)", "50"),
        ("=SIERREUR(A1/0;7)", "7"),
        ("=RANG(A2;A1:A3)", "2"),
        ("=GRANDE.VALEUR(A1:A3;2)", "20"),
        ("=INDEX(A1:A3;EQUIV(30;A1:A3;0))", "30"),
        ("=RECHERCHEV(20;A1:B3;2;FAUX)", "0,2"),
        ("=CHOISIR(2;A1;A2)", "20"),
        ("=ECARTYPEP(A1;A3)", "10"),
        ("=ARRONDI(LOI.NORMALE.STANDARD.INVERSE(0,95);3)", "1,645"),
        ("=A1=10", "VRAI"),
        ("=VRAI", "VRAI"),
        ("=5%*A2", "1"),
        ("=-A1^2", "100"),
    ] {
        assert_eq!(shown(formula), expected, "{formula}");
    }
}

#[test]
fn every_function_that_may_be_written_is_known_to_the_engine() {
    for name in function_names() {
        let one = |arguments: &str| said(&format!("={name}({arguments})"));
        let calls = ["", "1", "1;1", "A1:A2;1", "1;1;1", "A1:A2;A1:A2", "A1:A2;A1:A2;1"];
        let answers: Vec<String> = calls.into_iter().map(one).collect();
        let accepted = answers.iter().any(|answer| !answer.contains("attend"));
        assert!(accepted, "{name}: {answers:?}");
        let unknown = |answer: &String| answer == &SheetProblem::Unavailable.to_string();
        assert!(!answers.iter().any(unknown), "{name}: {answers:?}");
    }
}

#[test]
fn floats_leave_no_trace() {
    for (formula, expected) in [
        ("=B1+B2", "0,3"),
        ("=0,3-0,1-0,2", "0"),
        ("=1/3", "0,333333333333"),
        ("=ENT((0,1+0,7)*10)", "8"),
        ("=SI(B1+B2=0,3;1;0)", "1"),
        ("=1 250,75*2", "2\u{202f}501,5"),
        ("=0,07*100", "7"),
    ] {
        assert_eq!(shown(formula), expected, "{formula}");
    }
}

#[test]
fn unicode_signs_and_wide_spaces_are_understood_and_the_typed_text_is_kept() {
    let mut sheet = blank();
    sheet.set(at("A1"), "−3");
    let typed = "=A1\u{a0}×\u{202f}4 − 6 ÷ 2";
    sheet.set(at("B1"), typed);
    assert_eq!(sheet.shown(at("B1")), "−15");
    assert_eq!(sheet.typed(at("B1")), typed);
    assert_eq!(sheet.result(at("B1")).as_deref(), Some("−15"));
    assert_eq!((sheet.shown(at("A1")).as_str(), sheet.result(at("A1"))), ("−3", None));
}

#[test]
fn the_net_requirement_of_the_picture_is_computed() {
    let mut rows: Vec<Vec<&str>> = vec![vec!["?"; 10]; 15];
    rows[9][6] = "80";
    rows[10][6] = "0";
    let lines: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
    let mut sheet = Sheet::new(&table(&lines));
    sheet.set(at("F12"), "44");
    sheet.set(at("G13"), "=MAX(0;20-(F12+G11-G10))");
    assert_eq!(sheet.value(at("G13")), SheetValue::Number(Decimal::from(56)));
    sheet.set(at("F12"), "");
    assert_eq!(sheet.shown(at("G13")), "100");
}

#[test]
fn given_cells_are_locked_and_never_formulas() {
    let mut sheet = Sheet::new(&table(&[&["1\u{202f}250,75", "=A1*2", "12 kg", "/", "?"]]));
    assert!(!sheet.set(at("A1"), "5") && !sheet.set(at("D1"), "5") && !sheet.set(at("Z9"), "5"));
    assert_eq!(sheet.shown(at("B1")), "=A1*2");
    assert!(sheet.result(at("B1")).is_none());
    assert!(sheet.set(at("E1"), "=A1*2+C1"));
    assert_eq!(sheet.shown(at("E1")), "2\u{202f}513,5");
    sheet.set(at("E1"), "=B1*2");
    let problem = sheet.problem(at("E1")).map(ToString::to_string);
    assert_eq!(problem.as_deref(), Some("la cellule B1 ne contient pas un nombre"));
}

#[test]
fn dates_are_computed_in_date_cells() {
    let mut sheet = Sheet::new(&table(&[&["11/03/2027", "D", "D", "?"]]));
    sheet.set(at("B1"), "=A1+7");
    sheet.set(at("C1"), "=SERIE.JOUR.OUVRE(B1;2)");
    sheet.set(at("D1"), "=JOURS(C1;A1)");
    assert_eq!(sheet.shown(at("B1")), "18/03/2027");
    assert_eq!(sheet.shown(at("C1")), "22/03/2027");
    assert_eq!(sheet.shown(at("D1")), "11");
}

#[test]
fn a_formula_replaced_by_a_number_is_no_formula_any_more() {
    let mut sheet = blank();
    sheet.set(at("A1"), "=1+1");
    sheet.set(at("A1"), "12,5 %");
    assert_eq!((sheet.result(at("A1")), sheet.shown(at("A1"))), (None, "12,5 %".to_owned()));
    sheet.set(at("A2"), "=A1");
    assert_eq!(sheet.shown(at("A2")), "12,5");
    sheet.set(at("A1"), "");
    assert_eq!((sheet.value(at("A1")), sheet.shown(at("A2"))), (SheetValue::Empty, "0".to_owned()));
}
