//! Why a calculation gives no result, in words for the candidate.

/// Why a calculation gives no result.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// A divisor is zero.
    #[error("Division par zéro : changez le diviseur.")]
    DivisionByZero,
    /// The result is larger than exact arithmetic holds.
    #[error(
        "Dépassement : le résultat a plus de 28 chiffres. Calculez sur des nombres plus petits."
    )]
    Overflow,
    /// The calculation ends on a sign.
    #[error("Le calcul s'arrête trop tôt : ajoutez un nombre à la fin.")]
    Unfinished,
    /// As many parentheses are not closed as opened.
    #[error("Parenthèses : écrivez autant de « ) » que de « ( ».")]
    Parentheses,
    /// A sign stands where a number was expected.
    #[error("Il manque un nombre avant un signe : complétez le calcul.")]
    MissingNumber,
    /// Two numbers follow one another.
    #[error("Il manque un signe entre deux nombres : écrivez +, −, × ou ÷.")]
    MissingSign,
    /// A number has two commas or too many digits.
    #[error("Un nombre est illisible : une seule virgule, 28 chiffres au plus.")]
    Number,
    /// A character that means nothing here.
    #[error("« {0} » ne se calcule pas : écrivez des chiffres, +, −, ×, ÷, % et des parenthèses.")]
    UnknownSign(char),
    /// « Rép » before any result.
    #[error("« Rép » n'a pas encore de valeur : faites d'abord un calcul.")]
    NoResult,
    /// Too many parentheses inside one another.
    #[error("Trop de parenthèses les unes dans les autres : faites le calcul en deux fois.")]
    TooDeep,
}
