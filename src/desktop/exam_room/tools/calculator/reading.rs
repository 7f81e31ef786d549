//! Reads a calculation and works it out in exact decimals: + − × ÷, parentheses, %, « Rép ».

use rust_decimal::Decimal;

use super::problem::Problem;

/// Most parentheses inside one another.
const DEEPEST: usize = 40;

/// A word of a calculation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Token {
    Number(Decimal),
    Plus,
    Minus,
    Times,
    Divide,
    Percent,
    Open,
    Close,
}

/// Works out a calculation; « Rép » is worth `last`.
///
/// A percentage after + or − is taken of what is before it: `200 + 10 %` is 220.
///
/// # Errors
/// When the calculation cannot be read, divides by zero or overflows.
pub fn evaluate(typed: &str, last: Option<Decimal>) -> Result<Decimal, Problem> {
    let tokens = tokens(typed, last)?;
    let mut worker = Worker { tokens: &tokens, at: 0, depth: 0 };
    let value = worker.sum()?;
    match worker.peek() {
        None => Ok(value.normalize()),
        Some(Token::Close) => Err(Problem::Parentheses),
        Some(_) => Err(Problem::MissingSign),
    }
}

fn tokens(typed: &str, last: Option<Decimal>) -> Result<Vec<Token>, Problem> {
    // The spaces of « 1 250,75 », whatever their width, mean nothing.
    let signs: Vec<char> = typed.chars().filter(|sign| !sign.is_whitespace()).collect();
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(sign) = signs.get(at) {
        let rest = signs.get(at..).unwrap_or_default();
        let (token, taken) = match sign {
            '0'..='9' | ',' | '.' => number(rest)?,
            'R' | 'r' => (Token::Number(answer(rest, last)?), ANSWER.len()),
            '+' => (Token::Plus, 1),
            '-' | '−' | '–' => (Token::Minus, 1),
            '*' | '×' | 'x' | 'X' => (Token::Times, 1),
            '/' | '÷' | ':' => (Token::Divide, 1),
            '%' => (Token::Percent, 1),
            '(' => (Token::Open, 1),
            ')' => (Token::Close, 1),
            other => return Err(Problem::UnknownSign(*other)),
        };
        tokens.push(token);
        at += taken;
    }
    Ok(tokens)
}

/// « Rép », the last result.
const ANSWER: [char; 3] = ['r', 'é', 'p'];

fn answer(rest: &[char], last: Option<Decimal>) -> Result<Decimal, Problem> {
    let known = rest.len() >= ANSWER.len()
        && rest.iter().zip(ANSWER).all(|(sign, wanted)| {
            let lower = sign.to_lowercase().next();
            lower == Some(wanted) || (wanted == 'é' && lower == Some('e'))
        });
    if known { last.ok_or(Problem::NoResult) } else { Err(Problem::UnknownSign('R')) }
}

/// The number at the start, and how many characters it takes.
fn number(rest: &[char]) -> Result<(Token, usize), Problem> {
    let is_part = |sign: &&char| sign.is_ascii_digit() || matches!(sign, ',' | '.');
    let text: String = rest.iter().take_while(is_part).collect();
    let taken = text.chars().count();
    let point = text.replace(',', ".");
    let digits = point.bytes().filter(u8::is_ascii_digit).count();
    if digits == 0 || point.matches('.').count() > 1 {
        return Err(Problem::Number);
    }
    let whole = if point.starts_with('.') { format!("0{point}") } else { point };
    let plain = whole.strip_suffix('.').unwrap_or(&whole);
    let value = Decimal::from_str_exact(plain).map_err(|_| Problem::Number)?;
    Ok((Token::Number(value), taken))
}

struct Worker<'a> {
    tokens: &'a [Token],
    at: usize,
    depth: usize,
}

impl Worker<'_> {
    fn peek(&self) -> Option<Token> {
        self.tokens.get(self.at).copied()
    }

    fn sum(&mut self) -> Result<Decimal, Problem> {
        let (mut left, _) = self.product()?;
        while let Some(sign @ (Token::Plus | Token::Minus)) = self.peek() {
            self.at += 1;
            let (right, is_percentage) = self.product()?;
            let right = if is_percentage {
                left.checked_mul(right).ok_or(Problem::Overflow)?
            } else {
                right
            };
            let sum =
                if sign == Token::Plus { left.checked_add(right) } else { left.checked_sub(right) };
            left = sum.ok_or(Problem::Overflow)?;
        }
        Ok(left)
    }

    /// A product, and whether it is a percentage alone.
    fn product(&mut self) -> Result<(Decimal, bool), Problem> {
        let (mut left, mut is_percentage) = self.signed()?;
        while let Some(sign @ (Token::Times | Token::Divide)) = self.peek() {
            self.at += 1;
            let (right, _) = self.signed()?;
            left = if sign == Token::Times {
                left.checked_mul(right).ok_or(Problem::Overflow)?
            } else {
                divide(left, right)?
            };
            is_percentage = false;
        }
        Ok((left, is_percentage))
    }

    /// A value with its signs before it and its % after it.
    fn signed(&mut self) -> Result<(Decimal, bool), Problem> {
        let mut negative = false;
        while let Some(sign @ (Token::Plus | Token::Minus)) = self.peek() {
            negative ^= sign == Token::Minus;
            self.at += 1;
        }
        let mut value = self.value()?;
        let mut is_percentage = false;
        while self.peek() == Some(Token::Percent) {
            value = divide(value, Decimal::ONE_HUNDRED)?;
            is_percentage = true;
            self.at += 1;
        }
        Ok((if negative { -value } else { value }, is_percentage))
    }

    fn value(&mut self) -> Result<Decimal, Problem> {
        let token = self.peek().ok_or(Problem::Unfinished)?;
        self.at += 1;
        match token {
            Token::Number(value) => Ok(value),
            Token::Open => self.parenthesis(),
            Token::Plus
            | Token::Minus
            | Token::Times
            | Token::Divide
            | Token::Percent
            | Token::Close => Err(Problem::MissingNumber),
        }
    }

    fn parenthesis(&mut self) -> Result<Decimal, Problem> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(Problem::TooDeep);
        }
        let value = self.sum()?;
        self.depth -= 1;
        match self.peek() {
            Some(Token::Close) => {
                self.at += 1;
                Ok(value)
            }
            None => Err(Problem::Parentheses),
            Some(_) => Err(Problem::MissingSign),
        }
    }
}

fn divide(left: Decimal, right: Decimal) -> Result<Decimal, Problem> {
    if right.is_zero() {
        return Err(Problem::DivisionByZero);
    }
    left.checked_div(right).ok_or(Problem::Overflow)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(text: &str) -> Decimal {
        Decimal::from_str_exact(text).expect("a number")
    }

    fn problem(typed: &str) -> Problem {
        evaluate(typed, None).expect_err(typed)
    }

    #[test]
    fn calculations_are_worked_out_in_the_order_of_arithmetic() {
        for (typed, expected) in [
            ("1 250,75 + 0,25", "1251"),
            ("2 + 3 × 4", "14"),
            ("(2 + 3) × 4", "20"),
            ("2 − 3 − 4", "-5"),
            ("100 ÷ 8 ÷ 2", "6.25"),
            ("−3 × −2", "6"),
            ("0,1 + 0,2", "0.3"),
            ("1.5*4/3-2", "0"),
            (",5 + 5,", "5.5"),
            ("((7))", "7"),
            ("12:5", "2.4"),
        ] {
            assert_eq!(evaluate(typed, None), Ok(value(expected)), "{typed}");
        }
    }

    #[test]
    fn a_percentage_after_a_plus_or_a_minus_is_taken_of_what_is_before() {
        for (typed, expected) in [
            ("200 + 10 %", "220"),
            ("200 − 10 %", "180"),
            ("200 × 10 %", "20"),
            ("200 + 3 × 10 %", "200.3"),
            ("10 %", "0.1"),
            ("(150 + 50) − 25 %", "150"),
            ("50 % %", "0.005"),
        ] {
            assert_eq!(evaluate(typed, None), Ok(value(expected)), "{typed}");
        }
    }

    #[test]
    fn the_last_result_keeps_all_its_digits() {
        let third = evaluate("1 ÷ 3", None).expect("a third");
        let whole = evaluate("Rép × 3", Some(third)).expect("nearly one");
        assert!(value("1") - whole < value("0.000000000000000000000001"));
        assert_eq!(evaluate("rep + 1", Some(value("2"))), Ok(value("3")));
        assert_eq!(evaluate("Rép", None), Err(Problem::NoResult));
        assert_eq!(evaluate("Rx", Some(third)), Err(Problem::UnknownSign('R')));
    }

    #[test]
    fn what_cannot_be_worked_out_is_said() {
        assert_eq!(problem("5 ÷ (3 − 3)"), Problem::DivisionByZero);
        let large = "9".repeat(28);
        assert_eq!(problem(&format!("{large} × {large}")), Problem::Overflow);
        assert_eq!(problem("5 +"), Problem::Unfinished);
        assert_eq!(problem(""), Problem::Unfinished);
        assert_eq!(problem("(5 + 2"), Problem::Parentheses);
        assert_eq!(problem("5 + 2)"), Problem::Parentheses);
        assert_eq!(problem("5 × ÷ 2"), Problem::MissingNumber);
        assert_eq!(problem("2 (3 + 4)"), Problem::MissingSign);
        assert_eq!(problem("(2) 3"), Problem::MissingSign);
        assert_eq!(problem("1,2,3"), Problem::Number);
        assert_eq!(problem(","), Problem::Number);
        assert_eq!(problem(&"9".repeat(40)), Problem::Number);
        assert_eq!(problem("5 kg"), Problem::UnknownSign('k'));
        assert_eq!(problem(&"(".repeat(100)), Problem::TooDeep);
    }

    proptest::proptest! {
        #[test]
        fn no_calculation_makes_the_reader_panic(typed in "[-0-9+×÷*/:%(),. Rép−a]{0,60}") {
            let _ = evaluate(&typed, Some(Decimal::MAX));
        }

        #[test]
        fn sums_are_exact(left in -10i64.pow(12)..10i64.pow(12), right in -10i64.pow(12)..10i64.pow(12)) {
            let (left, right) = (Decimal::new(left, 4), Decimal::new(right, 4));
            let typed = format!("({left}) + ({right})");
            proptest::prop_assert_eq!(evaluate(&typed, None), Ok((left + right).normalize()));
        }
    }
}
