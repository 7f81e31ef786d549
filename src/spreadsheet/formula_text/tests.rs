//! Formulas cut into tokens.

use super::*;

/// Kinds and texts, for short assertions.
fn cut(typed: &str) -> Vec<(TokenKind, &str)> {
    tokens(typed).into_iter().map(|token| (token.kind, &typed[token.at])).collect()
}

fn texts(typed: &str) -> Vec<&str> {
    cut(typed).into_iter().map(|(_, text)| text).collect()
}

#[test]
fn a_formula_is_cut_into_its_parts() {
    assert_eq!(
        texts("=MAX(0;20-(F12+G11−$G$10))"),
        ["MAX", "(", "0", ";", "20", "-", "(", "F12", "+", "G11", "−", "$G$10", ")", ")"]
    );
    assert_eq!(texts("=NB.SI(A1:A9; \">3\")"), ["NB.SI", "(", "A1:A9", ";", "\">3\"", ")"]);
    assert!(tokens("12").is_empty() && tokens("A=1").is_empty() && tokens("").is_empty());
}

#[test]
fn numbers_have_a_comma_and_their_thousands_may_stand_apart() {
    for typed in ["=1 250,75", "=1\u{a0}250,75", "=1\u{202f}250,75", "=12345", "=,5", "=5,"] {
        let found = cut(typed);
        assert_eq!(found.len(), 1, "{typed}");
        assert_eq!(found[0].0, TokenKind::Number, "{typed}");
    }
    assert_eq!(texts("=1 25"), ["1", "25"]);
    assert_eq!(texts("=1234 567"), ["1234", "567"]);
    assert_eq!(texts("=2E3+1"), ["2E3", "+", "1"]);
    assert_eq!(cut("=1.5*2")[0], (TokenKind::EnglishNumber, "1.5"));
    assert_eq!(cut("=1.250,75")[0], (TokenKind::EnglishNumber, "1.250,75"));
    assert_eq!(cut("=.5")[0], (TokenKind::EnglishNumber, ".5"));
}

#[test]
fn a_comma_after_a_value_separates_nothing() {
    assert_eq!(cut("=A1,5")[1], (TokenKind::Comma, ","));
    assert_eq!(cut("=MAX(A1,A2)")[3], (TokenKind::Comma, ","));
    assert_eq!(cut("=2*,5")[2], (TokenKind::Number, ",5"));
}

#[test]
fn references_of_every_kind_are_seen() {
    for typed in ["=b3", "=$B$3", "=B$3", "=A1:B9", "=A1 : B9", "=A:C", "=$3:5", "=XFD1048576"] {
        let found = cut(typed);
        assert_eq!(found.len(), 1, "{typed}: {found:?}");
        assert!(matches!(found[0].0, TokenKind::Pointed(_)), "{typed}");
    }
    for typed in ["=A0", "=LOG10(2)", "=SI (1)", "=A1B", "=ABCD1", "=NB.SI", "=A1.B"] {
        assert_eq!(cut(typed)[0].0, TokenKind::Name, "{typed}");
    }
    assert_eq!(cut("=#REF!+1")[0].0, TokenKind::BrokenReference);
}

#[test]
fn a_written_reference_is_the_one_that_was_read() {
    for written in ["B3", "$A$1", "AN60", "A1:$C$9", "B:$D", "$2:7"] {
        let typed = format!("={written}");
        let TokenKind::Pointed(pointed) = tokens(&typed)[0].kind else { panic!("{written}") };
        assert_eq!(pointed.to_string(), written);
    }
}

#[test]
fn texts_hold_anything_and_double_their_quotation_marks() {
    assert_eq!(cut("=\"a\"\"b;=\"&1")[0], (TokenKind::Text, "\"a\"\"b;=\""));
    assert_eq!(cut("=\"oui")[0], (TokenKind::UnclosedText, "\"oui"));
    assert_eq!(cut("=1 @ 2")[1].0, TokenKind::Unknown);
}

proptest::proptest! {
    #[test]
    fn tokens_follow_one_another_and_cover_all_but_blanks(typed in "=.{0,60}") {
        let mut end = 1;
        for token in tokens(&typed) {
            proptest::prop_assert!(typed[end..token.at.start].chars().all(is_blank));
            proptest::prop_assert!(token.at.start < token.at.end);
            end = token.at.end;
        }
        proptest::prop_assert!(typed[end..].chars().all(is_blank));
    }
}
