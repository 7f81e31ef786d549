//! From an expression to a formula over cells, references being resolved by the caller.

use super::ast::{Expression, Operator, Part, PartKind, Segment, written_path};
use super::conditions::Test;
use super::function::Function;
use super::rounding::rounded;
use super::{ExpressionError, MAX_CHILDREN, rules};
use crate::domain::planning::worksheet::{Formula, Rounding, RoundingMode, Value};

/// What the references of an expression stand for.
pub trait References {
    /// The values that a reference names, in order: one, or several for a `*`.
    ///
    /// # Errors
    /// Why nothing has this name, in French, without capital nor full stop.
    fn resolve(&mut self, path: &[Segment]) -> Result<Vec<Formula>, String>;

    /// What stands for a part at fault, for who looks for every fault at once. An expression at
    /// fault has no formula otherwise.
    ///
    /// # Errors
    /// The fault, unless the rest of the expression is to be looked at.
    fn stand_in(&mut self, fault: ExpressionError) -> Result<Formula, ExpressionError> {
        Err(fault)
    }
}

impl Expression {
    /// The formula of the expression.
    ///
    /// # Errors
    /// The first reference that names nothing, or a misuse of `*` or of a function, with its place.
    pub fn formula(&self, references: &mut dyn References) -> Result<Formula, ExpressionError> {
        Meaning { references }.value(&self.root)
    }
}

struct Meaning<'a> {
    references: &'a mut dyn References,
}

impl Meaning<'_> {
    fn value(&mut self, part: &Part) -> Result<Formula, ExpressionError> {
        self.meant(part).or_else(|fault| self.references.stand_in(fault))
    }

    fn meant(&mut self, part: &Part) -> Result<Formula, ExpressionError> {
        match &part.kind {
            PartKind::Number(number) => Ok(Formula::from(*number)),
            PartKind::Text(text) => Ok(Formula::Constant(Value::Text(text.clone()))),
            PartKind::Reference(path) => self.single(part, path),
            PartKind::Opposite(inner) => Ok(match self.value(inner)? {
                Formula::Constant(Value::Number(number)) => Formula::from(-number),
                other => Formula::number(0) - other,
            }),
            PartKind::Chain { first, others } => {
                let mut formula = self.value(first)?;
                for (operator, operand) in others {
                    let operand = self.value(operand)?;
                    formula = match operator {
                        Operator::Plus => formula + operand,
                        Operator::Minus => formula - operand,
                        Operator::Times => formula * operand,
                        Operator::Divided => formula / operand,
                    };
                }
                Ok(formula)
            }
            PartKind::Call { function, arguments } => self.call(part, *function, arguments),
            PartKind::Comparison { .. } => Err(ExpressionError::new(
                part.position,
                "une comparaison ne s'écrit que dans SI, ET ou OU",
            )),
        }
    }

    fn single(&mut self, part: &Part, path: &[Segment]) -> Result<Formula, ExpressionError> {
        let misuse = || {
            let path = written_path(path);
            let reason = format!(
                "« {path} » donne plusieurs valeurs : « * » ne s'emploie que dans SOMME, MOYENNE, \
                 NB, MAX ou MIN"
            );
            ExpressionError::new(part.position, reason)
        };
        if path.contains(&Segment::All) {
            return Err(misuse());
        }
        let mut found = self.resolved(part, path)?.into_iter();
        match (found.next(), found.next()) {
            (Some(only), None) => Ok(only),
            _ => Err(misuse()),
        }
    }

    fn resolved(&mut self, part: &Part, path: &[Segment]) -> Result<Vec<Formula>, ExpressionError> {
        let at_part = |reason: String| ExpressionError::new(part.position, reason);
        let found = self.references.resolve(path).map_err(at_part)?;
        if found.len() > MAX_CHILDREN {
            return Err(at_part(format!("« * » donne ici plus de {MAX_CHILDREN} valeurs")));
        }
        Ok(found)
    }

    /// Values of the arguments of a function of many values, each `*` giving its children.
    fn values(&mut self, call: &Part, arguments: &[Part]) -> Result<Vec<Formula>, ExpressionError> {
        let mut values = Vec::with_capacity(arguments.len());
        for argument in arguments {
            match &argument.kind {
                PartKind::Reference(path) => match self.resolved(argument, path) {
                    Ok(found) => values.extend(found),
                    Err(fault) => values.push(self.references.stand_in(fault)?),
                },
                _ => values.push(self.value(argument)?),
            }
        }
        if values.is_empty() {
            let reason = "« * » ne donne ici aucune valeur";
            return Err(ExpressionError::new(call.position, reason));
        }
        Ok(values)
    }

    fn call(
        &mut self,
        part: &Part,
        function: Function,
        arguments: &[Part],
    ) -> Result<Formula, ExpressionError> {
        match (function, arguments) {
            (Function::Maximum, _) => Ok(Formula::Maximum(self.values(part, arguments)?)),
            (Function::Minimum, _) => Ok(Formula::Minimum(self.values(part, arguments)?)),
            (Function::Sum, _) => Ok(Formula::Sum(self.values(part, arguments)?)),
            (Function::Count, _) => Ok(rules::count(self.values(part, arguments)?)),
            (Function::Mean, _) => {
                let values = self.values(part, arguments)?;
                let count = u32::try_from(values.len()).unwrap_or(u32::MAX);
                Ok(Formula::Sum(values) / Formula::number(count))
            }
            (Function::If, [condition, then, otherwise]) => {
                let test = match self.test(condition) {
                    Ok(test) => Some(test),
                    Err(fault) => {
                        self.references.stand_in(fault)?;
                        None
                    }
                };
                let (then, otherwise) = (self.value(then)?, self.value(otherwise)?);
                Ok(match test {
                    Some(test) => test.choose(then, otherwise),
                    None => then,
                })
            }
            (Function::MultipleUp, [quantity, lot]) => {
                Ok(rules::multiple_up(self.value(quantity)?, self.value(lot)?))
            }
            (Function::Round, [inner, rest @ ..]) => {
                rounded(self.value(inner)?, RoundingMode::Nearest, rest.first())
            }
            (Function::RoundUp, [inner, rest @ ..]) => {
                rounded(self.value(inner)?, RoundingMode::Up, rest.first())
            }
            (Function::RoundDown, [inner, rest @ ..]) => {
                rounded(self.value(inner)?, RoundingMode::Down, rest.first())
            }
            (Function::Truncate, [inner, rest @ ..]) => {
                rounded(self.value(inner)?, RoundingMode::Truncated, rest.first())
            }
            (Function::Floor, [inner]) => Ok(self.value(inner)?.rounded(Rounding::DOWN)),
            (Function::SquareRoot, [inner]) => Ok(self.value(inner)?.square_root()),
            (Function::Absolute, [inner]) => Ok(rules::absolute(self.value(inner)?)),
            (Function::Positive, [inner]) => Ok(self.value(inner)?.at_least_zero()),
            _ => Err(ExpressionError::new(
                part.position,
                "cette fonction ne s'emploie pas ainsi : vérifiez ses arguments",
            )),
        }
    }

    fn test(&mut self, part: &Part) -> Result<Test, ExpressionError> {
        match &part.kind {
            PartKind::Comparison { left, comparison, right } => Ok(Test::Compare {
                left: self.value(left)?,
                comparison: *comparison,
                right: self.value(right)?,
            }),
            PartKind::Call { function: Function::And, arguments } => {
                Ok(Test::All(self.tests(arguments)?))
            }
            PartKind::Call { function: Function::Or, arguments } => {
                Ok(Test::Any(self.tests(arguments)?))
            }
            _ => Err(ExpressionError::new(
                part.position,
                "une comparaison est attendue ici, comme a > b",
            )),
        }
    }

    fn tests(&mut self, parts: &[Part]) -> Result<Vec<Test>, ExpressionError> {
        parts.iter().map(|part| self.test(part)).collect()
    }
}
