//! The language end to end: from a text to a value, a working or a refusal.

use std::collections::HashMap;

use proptest::prelude::*;
use rust_decimal::Decimal;

use super::*;
use crate::domain::planning::worksheet::{CellId, Formula, RowHead, Value, Worksheet};

/// Cells a = 12, b = 5, c = 0, état = « R », and x.1, x.2, x.3 = 10, 20, 40.
struct Cells {
    sheet: Worksheet,
    by_path: HashMap<String, CellId>,
}

impl Cells {
    fn new() -> Self {
        let mut sheet = Worksheet::new("essai");
        let column = sheet.column("valeur", "");
        let mut by_path = HashMap::new();
        let numbers = [("a", 12), ("b", 5), ("c", 0), ("x.1", 10), ("x.2", 20), ("x.3", 40)];
        let values = numbers.map(|(path, number)| (path, Value::Number(Decimal::from(number))));
        for (path, value) in values.into_iter().chain([("état", Value::from("R"))]) {
            let row = sheet.row(RowHead::new(path, path));
            by_path.insert(path.to_owned(), sheet.given(row, column, value));
        }
        Self { sheet, by_path }
    }
}

impl References for Cells {
    fn resolve(&mut self, path: &[Segment]) -> Result<Vec<Formula>, String> {
        let written = path.iter().map(ToString::to_string).collect::<Vec<_>>().join(".");
        let names = if written == "x.*" { vec!["x.1", "x.2", "x.3"] } else { vec![&*written] };
        let missing = |name: &str| spelling::unknown(name, self.by_path.keys().map(String::as_str));
        names
            .into_iter()
            .map(|name| {
                let id = self.by_path.get(name).ok_or_else(|| missing(name))?;
                Ok(Formula::Cell(*id))
            })
            .collect()
    }
}

fn computed(text: &str) -> Result<(Cells, CellId), String> {
    let mut cells = Cells::new();
    let read = parse(text).map_err(|error| error.to_string())?;
    let formula = read.formula(&mut cells).map_err(|error| error.to_string())?;
    let row = cells.sheet.row(RowHead::new("r", "r"));
    let id = cells.sheet.computed(row, 0, formula);
    Ok((cells, id))
}

fn value(text: &str) -> Result<String, String> {
    let (cells, id) = computed(text)?;
    let values = cells.sheet.evaluate().map_err(|error| error.error.to_string())?;
    Ok(values.value(id).to_string())
}

fn working(text: &str) -> String {
    let (cells, id) = computed(text).expect("a formula");
    let values = cells.sheet.evaluate().expect("values");
    cells.sheet.working(id, &values)
}

#[test]
fn arithmetic_follows_the_usual_order() {
    for (text, expected) in [
        ("1.5 + 1,5", "3"),
        ("2 + 3 * 4", "14"),
        ("(2 + 3) × 4", "20"),
        ("12 ÷ 4 / 3", "1"),
        ("10 − 4 - 3", "3"),
        ("-3 + 5", "2"),
        ("2 * -3", "−6"),
        ("--3", "3"),
        ("-a + +b", "−7"),
        ("= a / b", "2,4"),
        ("a*b", "60"),
        ("'a' + x.1", "22"),
        ("\"texte \"\"cité\"\"\"", "texte \"cité\""),
    ] {
        assert_eq!(value(text).as_deref(), Ok(expected), "{text}");
    }
}

#[test]
fn functions_have_french_names_in_any_capitals() {
    for (text, expected) in [
        ("MAX(a; b; 1,5)", "12"),
        ("min(a; b)", "5"),
        ("SOMME(x.*)", "70"),
        ("somme(x.*; a)", "82"),
        ("Moyenne(x.1; x.2)", "15"),
        ("NB(x.*; état)", "3"),
        ("ARRONDI(2,345; 2)", "2,35"),
        ("ARRONDI(1250; -2)", "1\u{202f}300"),
        ("ARRONDI(a / b)", "2"),
        ("ARRONDI.SUP(a / b; 0)", "3"),
        ("arrondi.inf(a/b; 0)", "2"),
        ("TRONQUE(-2,59; 1)", "−2,5"),
        ("MULTIPLE.SUP(65; 50)", "100"),
        ("MULTIPLE.SUP(100; 50)", "100"),
        ("MULTIPLE.SUP(0,3; 0,1)", "0,3"),
        ("MULTIPLE.SUP(-15; 10)", "−10"),
        ("MULTIPLE.SUP(-5; 10)", "0"),
        ("RACINE(a + 4)", "4"),
        ("ABS(b - a)", "7"),
        ("ENT(2,9)", "2"),
        ("POSITIF(b - a)", "0"),
        ("POSITIF (a - b)", "7"),
    ] {
        assert_eq!(value(text).as_deref(), Ok(expected), "{text}");
    }
}

#[test]
fn conditions_choose_without_calculating_the_other_value() {
    for (text, expected) in [
        ("SI(a > b; 1; 2)", "1"),
        ("SI(a <= b; 1; 2)", "2"),
        ("SI(a ≥ 12; \"retard\"; \"à l'heure\")", "retard"),
        ("SI(c = 0; 0; a / c)", "0"),
        ("SI(a <> b; 1; 2)", "1"),
        ("SI(état = \"R\"; 1; 2)", "1"),
        ("SI(état <> \"D\"; 1; 2)", "1"),
        ("SI(a = \"12\"; 1; 2)", "1"),
        ("SI(ET(a > b; b > c); 1; 2)", "1"),
        ("SI(ET(a > b; b < c); 1; 2)", "2"),
        ("SI(OU(a < b; ET(c = 0; état = \"R\")); 1; 2)", "1"),
        ("SI((a > b); 1; 2)", "1"),
        ("si(a > b; si(c > 0; 1; 2); 3)", "2"),
    ] {
        assert_eq!(value(text).as_deref(), Ok(expected), "{text}");
    }
}

#[test]
fn workings_read_like_a_hand_calculation() {
    for (text, expected) in [
        ("a + b - c", "r = 12 + 5 − 0 = 17"),
        ("POSITIF(b - a)", "r = 5 − 12 = −7, donc 0"),
        ("MOYENNE(x.*)", "r = (10 + 20 + 40) ÷ 3 ≈ 23,3333"),
        ("ARRONDI.SUP(a / b; 0)", "r = 12 ÷ 5 = 2,4, arrondi à 3"),
        ("MULTIPLE.SUP(a; b)", "r = 12 arrondi au multiple de 5 supérieur = 15"),
        ("ABS(b - a)", "r = valeur absolue de −7 = 7"),
        ("SI(a > b; a - b; 0)", "r = 12 − 5 = 7 (car 12 > 5)"),
        ("SI(état = \"D\"; 1; 2)", "r = 2 (car R ≠ D)"),
        ("SI(a = b; 1; 2)", "r = 2 (car 12 ≠ 5)"),
        ("SI(ET(a > b; état = \"R\"); a; b)", "r = 12 (car ET(12 > 5 ; R = R) = vrai)"),
        ("SI(OU(a < b; c > 0); a; b)", "r = 5 (car OU(12 < 5 ; 0 > 0) ≠ vrai)"),
        ("NB(x.*)", "r = 3 valeurs comptées = 3"),
    ] {
        assert_eq!(working(text), expected, "{text}");
    }
}

#[test]
fn what_cannot_be_read_is_refused_with_its_place() {
    for (text, expected) in [
        ("", "caractère 1 : la formule est vide"),
        ("  = ", "caractère 5 : la formule est vide"),
        ("(a + b", "caractère 7 : une parenthèse manque"),
        ("MAX(a; b", "caractère 9 : une parenthèse manque"),
        ("a + b)", "caractère 6 : cette parenthèse ne ferme rien"),
        ("a +", "caractère 4 : la formule s'arrête trop tôt : une valeur manque"),
        ("a + * b", "caractère 5 : une valeur manque ici"),
        ("MAX()", "caractère 1 : MAX prend au moins un argument"),
        ("RACINE(a; b)", "caractère 1 : RACINE prend un seul argument"),
        ("SI(a > b; 1)", "caractère 1 : SI prend 3 arguments, séparés par « ; »"),
        ("MAX(a, b)", "caractère 6 : les arguments se séparent par « ; »"),
        (
            "1 250",
            "caractère 3 : un signe manque avant ce nombre (les milliers s'écrivent sans \
                   espace)",
        ),
        ("5 %", "caractère 3 : « % » n'est pas compris : écrivez 0,05 pour 5 %"),
        ("a b", "caractère 3 : un signe ou une parenthèse manque ici"),
        ("a > b", "caractère 1 : une comparaison ne s'écrit que dans SI, ET ou OU"),
        ("SI(a; 1; 2)", "caractère 4 : une comparaison est attendue ici, comme a > b"),
        (
            "SOME(a)",
            "caractère 1 : la fonction « SOME » n'existe pas ; voulez-vous dire « \
                     SOMME » ?",
        ),
        ("\"abc", "caractère 1 : le guillemet ouvert ici n'est pas refermé"),
        ("a.", "caractère 3 : un nom est attendu après le point"),
        (".5", "caractère 1 : un nom est attendu avant le point"),
        (
            "2 + x.*",
            "caractère 5 : « x.* » donne plusieurs valeurs : « * » ne s'emploie que dans \
                     SOMME, MOYENNE, NB, MAX ou MIN",
        ),
        (
            "ARRONDI(a; b)",
            "caractère 12 : le nombre de décimales s'écrit en chiffres, de −12 à \
                           12",
        ),
        ("a + éta", "caractère 5 : « éta » est inconnu ; voulez-vous dire « état » ?"),
    ] {
        let refused = value(text).expect_err(text);
        assert_eq!(refused, expected, "{text}");
    }
    assert_eq!(value("a / c"), Err("division par zéro".to_owned()));
    assert!(value("MULTIPLE.SUP(a; c)").is_err());
    assert!(value("état + 1").is_err());
}

#[test]
fn numbers_and_references_are_told_apart() {
    let path = |text: &str| {
        let read = parse(text).expect("an expression");
        read.reference().map(<[Segment]>::to_vec)
    };
    let name = |text: &str| Segment::Name(text.to_owned());
    for number in ["1.5", "1,5", "40", "007"] {
        assert_eq!(path(number), None, "{number}");
    }
    assert_eq!(path("S40"), Some(vec![name("S40")]));
    assert_eq!(path("40A"), Some(vec![name("40A")]));
    assert_eq!(path("2.S40"), Some(vec![name("2"), name("S40")]));
    assert_eq!(path("suivi.p15.1"), Some(vec![name("suivi"), name("p15"), name("1")]));
    assert_eq!(path("x.'Jeu. 08/04'"), Some(vec![name("x"), name("Jeu. 08/04")]));
    assert_eq!(path("x.@-1"), Some(vec![name("x"), Segment::Column(-1)]));
    assert_eq!(path("x.@+12.y"), Some(vec![name("x"), Segment::Column(12), name("y")]));
    assert_eq!(path("x.@ - 1"), None);
    assert_eq!(path("x.*.y"), Some(vec![name("x"), Segment::All, name("y")]));
    assert!(parse("x.@-99999999999").is_err());
}

#[test]
fn length_and_depth_are_bounded() {
    let nested = |depth: usize| format!("{}1{}", "(".repeat(depth), ")".repeat(depth));
    assert!(parse(&nested(MAX_NESTING)).is_ok());
    let refused = parse(&nested(MAX_NESTING + 1)).expect_err("too deep");
    assert_eq!(refused.to_string(), "caractère 51 : la formule est trop imbriquée : découpez-la");
    assert!(parse(&format!("1{}", " - 1".repeat(200))).is_err());
    assert!(parse(&format!("1{}", " + 1".repeat(400))).is_ok());
    assert!(parse(&"-".repeat(1_999)).is_err());
    assert!(parse(&"1".repeat(2_001)).is_err());
    assert!(parse(&"9".repeat(40)).is_err());
}

proptest! {
    #[test]
    fn no_text_makes_the_language_panic(text in "[a-cx0-9@.;,()+*/<>=\"'é %-]{0,80}") {
        let _ = value(&text);
    }

    #[test]
    fn no_words_make_the_language_panic(
        words in proptest::collection::vec(
            proptest::sample::select(vec![
                "SI(", "ET(", "OU(", "MAX(", "SOMME(", "ARRONDI(", "MULTIPLE.SUP(", "NB(", ")",
                ";", "a", "b", "c", "état", "x.*", "x.1", "1,5", "0", "-", "+", "*", "/", ">", "=",
                "\"t\"", "@", "9999999999999999999999999999",
            ]),
            0..40,
        )
    ) {
        let _ = value(&words.join(" "));
    }

    #[test]
    fn sums_are_exact(left in -1_000_000i64..1_000_000, right in 1i64..1_000_000) {
        let text = format!("{left},5 + {right} * 2");
        let half = if text.starts_with('-') { Decimal::new(-5, 1) } else { Decimal::new(5, 1) };
        let expected = Decimal::from(left) + half + Decimal::from(right) * Decimal::TWO;
        prop_assert_eq!(value(&text), Ok(Value::Number(expected).to_string()));
    }
}
