//! A typed formula checked, and written for the engine: French names as the engine knows them,
//! ranges clipped to the table, Unicode signs and thousands made plain. The engine never sees a
//! formula that was not read here from end to end.

use super::functions::{self, Shape};
use super::reference::{Area, Pointed, TableSize};
use super::spelling::{criterion, french, number};
use super::{Operator, SheetProblem, Token, TokenKind, tokens};

/// Longest formula, in characters.
pub const MAX_FORMULA_CHARACTERS: usize = 1_000;
/// Most parentheses and functions inside one another.
const MAX_NESTING: usize = 64;
/// Greatest depth of the calculation, the stack of the engine being limited.
const MAX_DEPTH: usize = 150;
/// What a function adds to the depth: it uses more of the stack than an operator.
const FUNCTION_DEPTH: usize = 2;
/// Most cells that one formula reads.
const MAX_WORK: usize = 20_000;

/// A formula that the engine may compute.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Compiled {
    /// The formula for the engine, without "=".
    pub(super) engine: String,
    /// What it reads.
    pub(super) reads: Vec<Area>,
    /// What it costs, in cells read.
    pub(super) work: usize,
}

/// Checks a formula and writes it for the engine.
///
/// # Errors
/// When it cannot be computed, or must not be.
pub(super) fn compile(typed: &str, size: TableSize) -> Result<Compiled, SheetProblem> {
    if typed.chars().count() > MAX_FORMULA_CHARACTERS {
        return Err(SheetProblem::TooLong);
    }
    let tokens = tokens(typed);
    if tokens.is_empty() {
        return Err(SheetProblem::Empty);
    }
    let mut compiler = Compiler {
        typed,
        tokens: &tokens,
        next: 0,
        size,
        nesting: 0,
        criterion: false,
        compiled: Compiled::default(),
    };
    let whole = compiler.expression()?;
    if let Some(token) = compiler.peek() {
        return Err(compiler.out_of_place(token));
    }
    if whole.many {
        return Err(SheetProblem::SeveralValues);
    }
    if whole.depth > MAX_DEPTH {
        return Err(SheetProblem::TooDeep);
    }
    if compiler.compiled.work > MAX_WORK {
        return Err(SheetProblem::TooMuchWork);
    }
    Ok(compiler.compiled)
}

/// What is known of a part of a formula.
#[derive(Debug, Clone, Copy, Default)]
struct Part {
    /// Whether it may give several values.
    many: bool,
    /// Operations inside one another, at most.
    depth: usize,
}

impl Part {
    fn and(self, other: Self) -> Self {
        Self { many: self.many || other.many, depth: self.depth.max(other.depth) }
    }
}

struct Compiler<'a> {
    typed: &'a str,
    tokens: &'a [Token],
    next: usize,
    size: TableSize,
    nesting: usize,
    /// Whether a criterion such as `">3"` is being read.
    criterion: bool,
    compiled: Compiled,
}

impl<'a> Compiler<'a> {
    fn peek(&self) -> Option<&'a Token> {
        self.tokens.get(self.next)
    }

    fn kind(&self) -> Option<TokenKind> {
        self.peek().map(|token| token.kind)
    }

    fn slice(&self, token: &Token) -> &'a str {
        self.typed.get(token.at.clone()).unwrap_or("")
    }

    fn write(&mut self, text: &str) {
        self.compiled.engine.push_str(text);
    }

    /// Values and the operators between them; their order of priority is the engine's.
    fn expression(&mut self) -> Result<Part, SheetProblem> {
        self.nesting += 1;
        if self.nesting > MAX_NESTING {
            return Err(SheetProblem::TooDeep);
        }
        let mut whole = self.operand()?;
        while let Some(TokenKind::Operator(operator)) = self.kind() {
            if operator == Operator::Join && !self.criterion {
                return Err(SheetProblem::JoinedTexts);
            }
            self.next += 1;
            self.write(operator.symbol());
            whole = whole.and(self.operand()?);
            whole.depth += 1;
        }
        self.nesting -= 1;
        Ok(whole)
    }

    /// A value with the signs before it and the percent signs after it.
    fn operand(&mut self) -> Result<Part, SheetProblem> {
        let mut signs = 0;
        while let Some(TokenKind::Operator(sign @ (Operator::Add | Operator::Subtract))) =
            self.kind()
        {
            self.next += 1;
            self.write(sign.symbol());
            signs += 1;
        }
        let mut part = self.value()?;
        while self.kind() == Some(TokenKind::Percent) {
            self.next += 1;
            self.write("%");
            signs += 1;
        }
        part.depth += signs;
        Ok(part)
    }

    fn value(&mut self) -> Result<Part, SheetProblem> {
        let token = self.peek().ok_or(SheetProblem::MissingValue)?;
        let text = self.slice(token);
        match token.kind {
            TokenKind::Number => self.write(&number(text)?),
            TokenKind::Text if self.criterion => self.write(&criterion(text)),
            TokenKind::Text => self.write(text),
            TokenKind::Pointed(pointed) => return self.pointed(pointed, text),
            TokenKind::Name => return self.name(text),
            TokenKind::Open => return self.group(),
            TokenKind::Operator(_)
            | TokenKind::Percent
            | TokenKind::Close
            | TokenKind::Separator => return Err(SheetProblem::MissingValue),
            TokenKind::EnglishNumber
            | TokenKind::UnclosedText
            | TokenKind::BrokenReference
            | TokenKind::Comma
            | TokenKind::Unknown => return Err(self.out_of_place(token)),
        }
        self.next += 1;
        Ok(Part { many: false, depth: 1 })
    }

    fn pointed(&mut self, pointed: Pointed, text: &str) -> Result<Part, SheetProblem> {
        self.next += 1;
        let Some(area) = pointed.area(self.size) else {
            return Err(SheetProblem::OutsideTable(text.to_owned()));
        };
        self.write(&area.first().reference());
        if !matches!(pointed, Pointed::Cell(_)) {
            self.write(":");
            self.write(&area.last().reference());
        }
        self.compiled.reads.push(area);
        self.compiled.work = self.compiled.work.saturating_add(area.count());
        Ok(Part { many: !area.is_single(), depth: 1 })
    }

    fn group(&mut self) -> Result<Part, SheetProblem> {
        self.next += 1;
        self.write("(");
        let inside = self.expression()?;
        self.close()?;
        Ok(inside)
    }

    fn close(&mut self) -> Result<(), SheetProblem> {
        let token = self.peek().ok_or(SheetProblem::MissingParenthesis)?;
        if token.kind != TokenKind::Close {
            return Err(self.out_of_place(token));
        }
        self.next += 1;
        self.write(")");
        Ok(())
    }

    /// A function, or VRAI, or FAUX.
    fn name(&mut self, name: &str) -> Result<Part, SheetProblem> {
        self.next += 1;
        if self.kind() == Some(TokenKind::Open) {
            return self.function(name);
        }
        let folded = functions::folded(name);
        if !matches!(folded.as_str(), "VRAI" | "FAUX") {
            return Err(SheetProblem::UnknownName(name.to_owned()));
        }
        self.write(&folded);
        Ok(Part { many: false, depth: 1 })
    }

    fn function(&mut self, name: &str) -> Result<Part, SheetProblem> {
        let function = functions::find(name)?;
        self.next += 1;
        self.write(function.engine);
        self.write("(");
        let mut whole = Part::default();
        let mut count = 0;
        if self.kind() != Some(TokenKind::Close) {
            loop {
                whole = whole.and(self.argument(function, count)?);
                count += 1;
                if self.kind() != Some(TokenKind::Separator) {
                    break;
                }
                self.next += 1;
                self.write(";");
            }
        }
        self.close()?;
        function.check(count)?;
        self.compiled.work = self.compiled.work.saturating_add(function.work);
        let many = whole.many && function.shape == Shape::Each;
        Ok(Part { many, depth: whole.depth + FUNCTION_DEPTH })
    }

    /// One argument; it may be left out, as in `SI(A1>0;;1)`.
    fn argument(
        &mut self,
        function: &functions::Function,
        index: usize,
    ) -> Result<Part, SheetProblem> {
        match self.kind() {
            None => return Err(SheetProblem::MissingParenthesis),
            Some(TokenKind::Separator | TokenKind::Close) => return Ok(Part::default()),
            Some(_) => {}
        }
        let is_criterion = function.is_criterion(index);
        let around = self.criterion;
        self.criterion = around || is_criterion;
        let part = self.expression()?;
        self.criterion = around;
        if part.many && (is_criterion || function.shape == Shape::Single) {
            return Err(SheetProblem::SeveralValues);
        }
        Ok(part)
    }

    /// What is wrong with a token that cannot stand where it is.
    fn out_of_place(&self, token: &Token) -> SheetProblem {
        let text = self.slice(token);
        match token.kind {
            TokenKind::Close => SheetProblem::ExtraParenthesis,
            TokenKind::Comma => SheetProblem::Comma,
            TokenKind::UnclosedText => SheetProblem::UnclosedText,
            TokenKind::BrokenReference => SheetProblem::OutsideTable(text.to_owned()),
            TokenKind::EnglishNumber => {
                SheetProblem::EnglishPoint { written: text.to_owned(), french: french(text) }
            }
            TokenKind::Separator | TokenKind::Unknown => SheetProblem::Unexpected(text.to_owned()),
            _ => SheetProblem::MissingOperator(text.to_owned()),
        }
    }
}

#[cfg(test)]
mod tests;
