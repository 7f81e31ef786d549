//! From the words of an expression to its shape, with bounded length and depth.

use super::ast::{Expression, Operator, Part, PartKind, written_path};
use super::function::Function;
use super::lexer::{Placed, Token, tokens};
use super::{ExpressionError, MAX_CHARACTERS, MAX_NESTING, Segment};
use crate::domain::planning::worksheet::Comparison;

/// Most levels of formulas inside one another, so that a formula is always quick to follow.
const MAX_HEIGHT: usize = 100;

/// Reads an expression; a leading `=`, as in a spreadsheet, is accepted.
///
/// # Errors
/// The first thing that is not understood, with its place.
pub fn parse(text: &str) -> Result<Expression, ExpressionError> {
    let length = text.chars().count();
    if length > MAX_CHARACTERS {
        let reason = format!("la formule dépasse {MAX_CHARACTERS} caractères : découpez-la");
        return Err(ExpressionError::new(MAX_CHARACTERS + 1, reason));
    }
    let mut parser = Parser { tokens: tokens(text)?, at: 0, end: length + 1, nesting: 0 };
    if parser.peek() == Some(&Token::Comparison(Comparison::Equal)) {
        parser.at += 1;
    }
    if parser.peek().is_none() {
        return Err(parser.error_here("la formule est vide"));
    }
    let root = parser.comparison()?;
    if let Some(reason) = parser.peek().map(left_over) {
        return Err(parser.error_here(reason));
    }
    Ok(Expression { root: value(root)? })
}

struct Parser {
    tokens: Vec<Placed>,
    at: usize,
    end: usize,
    nesting: usize,
}

impl Parser {
    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.at).map(|placed| &placed.token)
    }

    fn position(&self) -> usize {
        self.tokens.get(self.at).map_or(self.end, |placed| placed.position)
    }

    fn error_here(&self, reason: impl Into<String>) -> ExpressionError {
        ExpressionError::new(self.position(), reason)
    }

    /// A sum, or two sums compared.
    fn comparison(&mut self) -> Result<Part, ExpressionError> {
        let position = self.position();
        let left = self.sum()?;
        let Some(Token::Comparison(comparison)) = self.peek() else { return Ok(left) };
        let comparison = *comparison;
        self.at += 1;
        let right = self.sum()?;
        let (left, right) = (Box::new(value(left)?), Box::new(value(right)?));
        low_enough(Part::new(position, PartKind::Comparison { left, comparison, right }))
    }

    fn sum(&mut self) -> Result<Part, ExpressionError> {
        self.chain(Self::product, |token| match token {
            Token::Plus => Some(Operator::Plus),
            Token::Minus => Some(Operator::Minus),
            _ => None,
        })
    }

    fn product(&mut self) -> Result<Part, ExpressionError> {
        self.chain(Self::signed, |token| match token {
            Token::Times => Some(Operator::Times),
            Token::Divided => Some(Operator::Divided),
            _ => None,
        })
    }

    fn chain(
        &mut self,
        operand: fn(&mut Self) -> Result<Part, ExpressionError>,
        operator_of: fn(&Token) -> Option<Operator>,
    ) -> Result<Part, ExpressionError> {
        let position = self.position();
        let first = operand(self)?;
        let mut others = Vec::new();
        while let Some(operator) = self.peek().and_then(operator_of) {
            self.at += 1;
            others.push((operator, value(operand(self)?)?));
        }
        if others.is_empty() {
            return Ok(first);
        }
        let first = Box::new(value(first)?);
        low_enough(Part::new(position, PartKind::Chain { first, others }))
    }

    /// A value after any number of signs.
    fn signed(&mut self) -> Result<Part, ExpressionError> {
        let position = self.position();
        let mut signs = 0_usize;
        let mut negative = false;
        while let Some(Token::Plus | Token::Minus) = self.peek() {
            negative ^= self.peek() == Some(&Token::Minus);
            self.at += 1;
            signs += 1;
        }
        let inner = self.primary()?;
        if signs == 0 {
            return Ok(inner);
        }
        let inner = value(inner)?;
        if !negative {
            return Ok(inner);
        }
        low_enough(Part::new(position, PartKind::Opposite(Box::new(inner))))
    }

    fn primary(&mut self) -> Result<Part, ExpressionError> {
        let position = self.position();
        let Some(token) = self.peek().cloned() else {
            return Err(self.error_here("la formule s'arrête trop tôt : une valeur manque"));
        };
        self.at += 1;
        match token {
            Token::Number(number) => Ok(Part::new(position, PartKind::Number(number))),
            Token::Text(text) => Ok(Part::new(position, PartKind::Text(text))),
            Token::Reference(path) if self.peek() == Some(&Token::Open) => {
                self.call(position, &path)
            }
            Token::Reference(path) => Ok(Part::new(position, PartKind::Reference(path))),
            Token::Open => {
                self.enter(position)?;
                let inner = self.comparison()?;
                self.close()?;
                Ok(inner)
            }
            _ => Err(ExpressionError::new(position, "une valeur manque ici")),
        }
    }

    fn call(&mut self, position: usize, path: &[Segment]) -> Result<Part, ExpressionError> {
        let at_name = |reason: String| ExpressionError::new(position, reason);
        let function = Function::named(&written_path(path)).map_err(at_name)?;
        self.enter(self.position())?;
        self.at += 1;
        let mut arguments = Vec::new();
        if self.peek() != Some(&Token::Close) {
            arguments.push(self.comparison()?);
            while self.peek() == Some(&Token::Separator) {
                self.at += 1;
                arguments.push(self.comparison()?);
            }
        }
        self.close()?;
        function.check_count(arguments.len()).map_err(at_name)?;
        let arguments: Vec<Part> = arguments
            .into_iter()
            .enumerate()
            .map(|(rank, argument)| {
                if takes_condition(function, rank) { condition(argument) } else { value(argument) }
            })
            .collect::<Result<_, _>>()?;
        low_enough(Part::new(position, PartKind::Call { function, arguments }))
    }

    fn enter(&mut self, position: usize) -> Result<(), ExpressionError> {
        self.nesting += 1;
        if self.nesting > MAX_NESTING { Err(too_deep(position)) } else { Ok(()) }
    }

    fn close(&mut self) -> Result<(), ExpressionError> {
        match self.peek() {
            Some(Token::Close) => {
                self.at += 1;
                self.nesting -= 1;
                Ok(())
            }
            None | Some(Token::Separator) => Err(self.error_here("une parenthèse manque")),
            Some(other) => {
                let reason = left_over(other);
                Err(self.error_here(reason))
            }
        }
    }
}

const fn takes_condition(function: Function, rank: usize) -> bool {
    match function {
        Function::If => rank == 0,
        Function::And | Function::Or => true,
        _ => false,
    }
}

/// The part, when it gives a value.
fn value(part: Part) -> Result<Part, ExpressionError> {
    if part.is_condition() {
        let reason = "une comparaison ne s'écrit que dans SI, ET ou OU";
        return Err(ExpressionError::new(part.position, reason));
    }
    Ok(part)
}

/// The part, when it says yes or no.
fn condition(part: Part) -> Result<Part, ExpressionError> {
    if part.is_condition() {
        return Ok(part);
    }
    Err(ExpressionError::new(part.position, "une comparaison est attendue ici, comme a > b"))
}

fn low_enough(part: Part) -> Result<Part, ExpressionError> {
    if part.height > MAX_HEIGHT { Err(too_deep(part.position)) } else { Ok(part) }
}

fn too_deep(position: usize) -> ExpressionError {
    ExpressionError::new(position, "la formule est trop imbriquée : découpez-la")
}

/// Why a word cannot follow a value that is complete.
fn left_over(token: &Token) -> &'static str {
    match token {
        Token::Close => "cette parenthèse ne ferme rien",
        Token::Separator => "« ; » ne s'écrit qu'entre les arguments d'une fonction",
        Token::Comparison(_) => "une seule comparaison à la fois : combinez-les avec ET ou OU",
        Token::Number(_) => "un signe manque avant ce nombre (les milliers s'écrivent sans espace)",
        _ => "un signe ou une parenthèse manque ici",
    }
}
