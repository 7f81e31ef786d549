//! From the text of an expression to its words: numbers, texts, references and signs.

use rust_decimal::Decimal;

use super::{ExpressionError, Segment};
use crate::domain::planning::worksheet::Comparison;

/// One word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    /// A number.
    Number(Decimal),
    /// A text between double quotes.
    Text(String),
    /// A reference, or the name of a function.
    Reference(Vec<Segment>),
    /// `+`.
    Plus,
    /// `-`.
    Minus,
    /// `*`.
    Times,
    /// `/`.
    Divided,
    /// `(`.
    Open,
    /// `)`.
    Close,
    /// `;`.
    Separator,
    /// `<`, `<=`, `>`, `>=`, `=` or `<>`.
    Comparison(Comparison),
}

/// A word and its place: rank of its first character, from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Placed {
    /// The word.
    pub(super) token: Token,
    /// Its place.
    pub(super) position: usize,
}

/// The words of a text, in order.
pub(super) fn tokens(text: &str) -> Result<Vec<Placed>, ExpressionError> {
    let mut lexer = Lexer { characters: text.chars().collect(), at: 0 };
    let mut found = Vec::new();
    while let Some(character) = lexer.peek(0) {
        if character.is_whitespace() || character == '\u{200b}' {
            lexer.at += 1;
            continue;
        }
        let position = lexer.at + 1;
        let token = lexer.token(character)?;
        found.push(Placed { token, position });
    }
    Ok(found)
}

struct Lexer {
    characters: Vec<char>,
    at: usize,
}

impl Lexer {
    fn peek(&self, distance: usize) -> Option<char> {
        self.characters.get(self.at + distance).copied()
    }

    fn error_here(&self, reason: impl Into<String>) -> ExpressionError {
        ExpressionError::new(self.at + 1, reason)
    }

    fn take_while(&mut self, wanted: impl Fn(char) -> bool) -> String {
        let rest = self.characters.iter().skip(self.at);
        let taken: String = rest.copied().take_while(|character| wanted(*character)).collect();
        self.at += taken.chars().count();
        taken
    }

    fn token(&mut self, first: char) -> Result<Token, ExpressionError> {
        match first {
            '"' => self.quoted('"').map(Token::Text),
            '\'' | '@' => self.reference().map(Token::Reference),
            digit if digit.is_ascii_digit() => self.number_or_reference(),
            letter if is_word(letter) => self.reference().map(Token::Reference),
            sign => self.sign(sign),
        }
    }

    fn sign(&mut self, first: char) -> Result<Token, ExpressionError> {
        let second = self.peek(1);
        let (token, length) = match (first, second) {
            ('+', _) => (Token::Plus, 1),
            ('-' | '−' | '–', _) => (Token::Minus, 1),
            ('*' | '×', _) => (Token::Times, 1),
            ('/' | '÷', _) => (Token::Divided, 1),
            ('(', _) => (Token::Open, 1),
            (')', _) => (Token::Close, 1),
            (';', _) => (Token::Separator, 1),
            ('<', Some('=')) => (Token::Comparison(Comparison::AtMost), 2),
            ('>', Some('=')) => (Token::Comparison(Comparison::AtLeast), 2),
            ('<', Some('>')) => (Token::Comparison(Comparison::Different), 2),
            ('≤', _) => (Token::Comparison(Comparison::AtMost), 1),
            ('≥', _) => (Token::Comparison(Comparison::AtLeast), 1),
            ('≠', _) => (Token::Comparison(Comparison::Different), 1),
            ('<', _) => (Token::Comparison(Comparison::Less), 1),
            ('>', _) => (Token::Comparison(Comparison::Greater), 1),
            ('=', _) => (Token::Comparison(Comparison::Equal), 1),
            (other, _) => return Err(self.error_here(misunderstood(other))),
        };
        self.at += length;
        Ok(token)
    }

    /// A text between two marks, a doubled mark standing for itself.
    fn quoted(&mut self, mark: char) -> Result<String, ExpressionError> {
        let start = self.at + 1;
        self.at += 1;
        let mut text = String::new();
        while let Some(character) = self.peek(0) {
            self.at += 1;
            if character != mark {
                text.push(character);
            } else if self.peek(0) == Some(mark) {
                self.at += 1;
                text.push(mark);
            } else {
                return Ok(text);
            }
        }
        let what = if mark == '"' { "le guillemet" } else { "l'apostrophe" };
        Err(ExpressionError::new(start, format!("{what} ouvert ici n'est pas refermé")))
    }

    fn reference(&mut self) -> Result<Vec<Segment>, ExpressionError> {
        let mut path = vec![self.segment()?];
        while self.peek(0) == Some('.') {
            self.at += 1;
            path.push(self.segment()?);
        }
        Ok(path)
    }

    fn segment(&mut self) -> Result<Segment, ExpressionError> {
        match self.peek(0) {
            Some('\'') => self.quoted('\'').map(Segment::Name),
            Some('@') => self.column(),
            Some('*') => {
                self.at += 1;
                Ok(Segment::All)
            }
            Some(character) if is_word(character) => Ok(Segment::Name(self.take_while(is_word))),
            _ => Err(self.error_here("un nom est attendu après le point")),
        }
    }

    /// `@`, `@-1` or `@+1`; a sign that no digit follows at once is an operation.
    fn column(&mut self) -> Result<Segment, ExpressionError> {
        self.at += 1;
        let backwards = match self.peek(0) {
            Some('-' | '−' | '–') => true,
            Some('+') => false,
            _ => return Ok(Segment::Column(0)),
        };
        if !self.peek(1).is_some_and(|character| character.is_ascii_digit()) {
            return Ok(Segment::Column(0));
        }
        self.at += 1;
        let start = self.at + 1;
        let digits = self.take_while(|character| character.is_ascii_digit());
        let shift: i32 = digits
            .parse()
            .map_err(|_| ExpressionError::new(start, "ce décalage de colonnes est trop grand"))?;
        Ok(Segment::Column(if backwards { -shift } else { shift }))
    }

    /// "1.5" and "1,5" are numbers, "40" too; "40A", "2.S40" and "1.5.2" are references.
    fn number_or_reference(&mut self) -> Result<Token, ExpressionError> {
        let start = self.at;
        let whole = self.take_while(|character| character.is_ascii_digit());
        let mut number = whole;
        let mut separator = None;
        if matches!(self.peek(0), Some('.' | ','))
            && self.peek(1).is_some_and(|character| character.is_ascii_digit())
        {
            separator = self.peek(0);
            self.at += 1;
            number.push('.');
            number.push_str(&self.take_while(|character| character.is_ascii_digit()));
        }
        let goes_on = match self.peek(0) {
            Some('.') => self.peek(1).is_some_and(starts_segment),
            Some(character) => is_word(character),
            None => false,
        };
        if goes_on && separator != Some(',') {
            self.at = start;
            return self.reference().map(Token::Reference);
        }
        Decimal::from_str_exact(&number)
            .map(Token::Number)
            .map_err(|_| ExpressionError::new(start + 1, "le nombre a trop de chiffres"))
    }
}

/// Characters of a bare name.
fn is_word(character: char) -> bool {
    character.is_alphanumeric() || character == '_' || ('\u{300}'..='\u{36f}').contains(&character)
}

fn starts_segment(character: char) -> bool {
    is_word(character) || matches!(character, '\'' | '@' | '*')
}

fn misunderstood(character: char) -> String {
    match character {
        ',' => "les arguments se séparent par « ; »".to_owned(),
        '%' => "« % » n'est pas compris : écrivez 0,05 pour 5 %".to_owned(),
        '.' => "un nom est attendu avant le point".to_owned(),
        '«' | '»' | '“' | '”' | '’' => {
            "écrivez les textes entre guillemets droits \"…\" et les noms entre '…'".to_owned()
        }
        other => format!("« {other} » n'est pas compris"),
    }
}
