//! Formulas as text, cut into tokens: names, numbers with a comma, texts, references, operators.
//! Nothing is refused here: what means nothing is a token too.

use super::reference::{Axis, CellReference, Pointed};
use super::token::{OPERATORS, Token, TokenKind};

/// Whether a typed text is a formula: it begins with "=".
pub fn is_formula(typed: &str) -> bool {
    typed.trim_start().starts_with('=')
}

/// The tokens of a formula, blanks and the first "=" left out; none when it is no formula.
pub fn tokens(typed: &str) -> Vec<Token> {
    let mut found: Vec<Token> = Vec::new();
    let Some(equals) = typed.find('=').filter(|_| is_formula(typed)) else { return found };
    let mut start = equals + 1;
    loop {
        start += blanks(after(typed, start));
        let rest = after(typed, start);
        let Some(first) = rest.chars().next() else { return found };
        let value_before = found.last().is_some_and(|token| token.kind.ends_value());
        let (kind, length) = scan(rest, first, value_before);
        let end = start + length.max(first.len_utf8());
        found.push(Token { kind, at: start..end });
        start = end;
    }
}

/// The first token of a text and its length in bytes.
fn scan(rest: &str, first: char, value_before: bool) -> (TokenKind, usize) {
    if let Some((pointed, length)) = pointed(rest) {
        return (TokenKind::Pointed(pointed), length);
    }
    let next_is_digit = after(rest, first.len_utf8()).starts_with(|c: char| c.is_ascii_digit());
    match first {
        '"' => text(rest),
        '0'..='9' => number(rest),
        ',' | '.' if next_is_digit && !value_before => number(rest),
        ',' => (TokenKind::Comma, 1),
        '(' => (TokenKind::Open, 1),
        ')' => (TokenKind::Close, 1),
        ';' => (TokenKind::Separator, 1),
        '%' => (TokenKind::Percent, 1),
        '#' if rest.starts_with("#REF!") => (TokenKind::BrokenReference, 5),
        _ if first.is_alphabetic() || first == '_' => (TokenKind::Name, word(rest)),
        _ => OPERATORS
            .iter()
            .find(|(written, _)| rest.starts_with(*written))
            .map_or((TokenKind::Unknown, first.len_utf8()), |(written, operator)| {
                (TokenKind::Operator(*operator), written.len())
            }),
    }
}

/// A text between quotation marks; two of them inside stand for one.
fn text(rest: &str) -> (TokenKind, usize) {
    let mut characters = rest.char_indices().skip(1).peekable();
    while let Some((at, character)) = characters.next() {
        if character != '"' {
            continue;
        }
        if characters.next_if(|(_, next)| *next == '"').is_none() {
            return (TokenKind::Text, at + 1);
        }
    }
    (TokenKind::UnclosedText, rest.len())
}

/// A number, its thousands perhaps apart; with a point anywhere it is an English one.
fn number(rest: &str) -> (TokenKind, usize) {
    let mut length = digits(rest);
    if (1..=3).contains(&length) {
        while let Some(group) = thousands(after(rest, length)) {
            length += group;
        }
    }
    if after(rest, length).starts_with(',') {
        length += 1;
        length += digits(after(rest, length));
    }
    let tail = after(rest, length);
    if tail.strip_prefix('.').is_some_and(|decimals| digits(decimals) > 0) {
        let is_part = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
        let end = tail.find(|c: char| !is_part(c)).unwrap_or(tail.len());
        return (TokenKind::EnglishNumber, length + end);
    }
    (TokenKind::Number, length + exponent(tail))
}

/// A blank and three digits, as in "1 250".
fn thousands(rest: &str) -> Option<usize> {
    let blank = rest.chars().next().filter(|first| is_blank(*first))?;
    (digits(after(rest, blank.len_utf8())) == 3).then_some(blank.len_utf8() + 3)
}

/// Length of "E5" or "e-3"; 0 when there is none.
fn exponent(rest: &str) -> usize {
    let Some(power) = rest.strip_prefix(['e', 'E']) else { return 0 };
    let sign = usize::from(power.starts_with(['+', '-']));
    let figures = digits(after(power, sign));
    let end = 1 + sign + figures;
    if figures > 0 && ends_word(after(rest, end)) { end } else { 0 }
}

/// A cell, a range, columns or rows at the beginning of a text, and its length.
fn pointed(rest: &str) -> Option<(Pointed, usize)> {
    if let Some((one, length)) = cell(rest) {
        let second = colon(after(rest, length)).and_then(|gap| {
            let (other, more) = cell(after(rest, length + gap))?;
            Some((other, length + gap + more))
        });
        return match second {
            Some((other, whole)) => is_apart(rest, whole, Pointed::Range(one, other)),
            None => is_apart(rest, length, Pointed::Cell(one)),
        };
    }
    let pair = |axis: fn(&str) -> Option<(Axis, usize)>| {
        let (one, length) = axis(rest)?;
        let gap = colon(after(rest, length))?;
        let (other, more) = axis(after(rest, length + gap))?;
        Some((one, other, length + gap + more))
    };
    if let Some((one, other, length)) = pair(column) {
        return is_apart(rest, length, Pointed::Columns(one, other));
    }
    let (one, other, length) = pair(row)?;
    is_apart(rest, length, Pointed::Rows(one, other))
}

/// A reference is none when it is a part of a word ("A1B") or a function ("LOG10(").
fn is_apart(rest: &str, length: usize, pointed: Pointed) -> Option<(Pointed, usize)> {
    let tail = after(rest, length);
    let called = after(tail, blanks(tail)).starts_with('(');
    (ends_word(tail) && !called).then_some((pointed, length))
}

fn cell(rest: &str) -> Option<(CellReference, usize)> {
    let (column, length) = column(rest)?;
    let (row, more) = row(after(rest, length))?;
    Some((CellReference { column, row }, length + more))
}

/// "B" or "$B": one to three letters.
fn column(rest: &str) -> Option<(Axis, usize)> {
    let name = rest.strip_prefix('$').unwrap_or(rest);
    let absolute = name.len() < rest.len();
    let count = name.bytes().take_while(u8::is_ascii_alphabetic).count();
    if !(1..=3).contains(&count) {
        return None;
    }
    let rank = name
        .bytes()
        .take(count)
        .fold(0, |rank, letter| rank * 26 + usize::from(letter.to_ascii_uppercase() - b'A') + 1);
    Some((Axis { index: rank - 1, absolute }, count + usize::from(absolute)))
}

/// "3" or "$3": one to seven digits.
fn row(rest: &str) -> Option<(Axis, usize)> {
    let name = rest.strip_prefix('$').unwrap_or(rest);
    let absolute = name.len() < rest.len();
    let count = digits(name);
    if count > 7 {
        return None;
    }
    let rank: usize = name.get(..count)?.parse().ok()?;
    Some((Axis { index: rank.checked_sub(1)?, absolute }, count + usize::from(absolute)))
}

/// Length of a colon with the blanks around it.
fn colon(rest: &str) -> Option<usize> {
    let before = blanks(rest);
    let tail = after(rest, before).strip_prefix(':')?;
    Some(before + 1 + blanks(tail))
}

fn word(rest: &str) -> usize {
    rest.find(|c: char| !is_word(c)).unwrap_or(rest.len())
}

fn is_word(character: char) -> bool {
    character.is_alphanumeric() || matches!(character, '_' | '.')
}

fn ends_word(rest: &str) -> bool {
    !rest.starts_with(is_word)
}

fn digits(rest: &str) -> usize {
    rest.bytes().take_while(u8::is_ascii_digit).count()
}

fn blanks(rest: &str) -> usize {
    rest.find(|c: char| !is_blank(c)).unwrap_or(rest.len())
}

/// Blanks of every width, those without width included.
pub(super) fn is_blank(character: char) -> bool {
    character.is_whitespace() || matches!(character, '\u{200b}' | '\u{2060}' | '\u{feff}')
}

fn after(text: &str, start: usize) -> &str {
    text.get(start..).unwrap_or("")
}

#[cfg(test)]
mod tests;
