//! Why a formula has no value, in French, and the short sign shown in its cell.

use crate::domain::case_study::CellPosition;

/// Why a formula has no value.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SheetProblem {
    /// Nothing after "=".
    #[error("formule vide : écrivez un calcul après le signe =")]
    Empty,
    /// More characters than allowed.
    #[error("formule trop longue : répartissez le calcul dans plusieurs cellules")]
    TooLong,
    /// Too many parentheses or operations inside one another.
    #[error(
        "formule trop imbriquée : répartissez le calcul dans plusieurs cellules, ou utilisez SOMME"
    )]
    TooDeep,
    /// More cells to read than allowed.
    #[error("calcul trop lourd : réduisez les plages de cellules")]
    TooMuchWork,
    /// "(" without ")".
    #[error("parenthèse manquante : chaque ( se ferme par une )")]
    MissingParenthesis,
    /// ")" without "(".
    #[error("parenthèse en trop : chaque ) ferme une (")]
    ExtraParenthesis,
    /// A text without its second quotation mark.
    #[error("guillemet manquant à la fin d'un texte")]
    UnclosedText,
    /// A function that does not exist.
    #[error("fonction inconnue : {name}{}", hint_text(.hint.as_deref()))]
    UnknownFunction {
        /// The name as typed.
        name: String,
        /// The name that was probably meant.
        hint: Option<String>,
    },
    /// A function that exists elsewhere, refused here.
    #[error("fonction non disponible dans une épreuve : {0}")]
    RefusedFunction(String),
    /// A word that is neither a function nor a cell.
    #[error("nom inconnu : {0}")]
    UnknownName(String),
    /// Too many or too few arguments.
    #[error("{name} attend {expected}")]
    WrongCount {
        /// The function.
        name: String,
        /// "2 valeurs, séparées par un point-virgule", "une seule valeur".
        expected: String,
    },
    /// A decimal point.
    #[error("écrivez {french} au lieu de {written} : la décimale suit une virgule")]
    EnglishPoint {
        /// As typed: "1.5".
        written: String,
        /// As it should be: "1,5".
        french: String,
    },
    /// A comma where a semicolon is needed.
    #[error("séparez les valeurs par un point-virgule, et non par une virgule")]
    Comma,
    /// A sign that means nothing there.
    #[error("signe inattendu : {0}")]
    Unexpected(String),
    /// An operator without a value, or a formula that stops short.
    #[error("il manque une valeur après un opérateur, une parenthèse ou le signe =")]
    MissingValue,
    /// Two values side by side.
    #[error("il manque un opérateur avant {0}")]
    MissingOperator(String),
    /// A cell or a range outside the table.
    #[error("{0} n'est pas dans le tableau")]
    OutsideTable(String),
    /// A range where one value is needed.
    #[error("une plage donne plusieurs valeurs : utilisez par exemple SOMME, MAX ou SOMMEPROD")]
    SeveralValues,
    /// Texts joined by "&".
    #[error("les textes ne se réunissent pas par & : écrivez le texte dans la cellule")]
    JoinedTexts,
    /// A number with too many digits.
    #[error("nombre trop long")]
    NumberTooLong,
    /// Division by zero.
    #[error("division par zéro")]
    DivisionByZero,
    /// The formula depends on its own cell.
    #[error("référence circulaire : la formule dépend de sa propre cellule")]
    Circular,
    /// A cell that should hold a number.
    #[error("la cellule {} ne contient pas un nombre", .0.reference())]
    NotANumber(CellPosition),
    /// Some value that should be a number.
    #[error("une des valeurs n'est pas un nombre")]
    WrongKind,
    /// A search without result.
    #[error("valeur introuvable")]
    NotFound,
    /// A rank or a position outside a range.
    #[error("position hors de la plage")]
    BeyondRange,
    /// A result that no number can be.
    #[error("calcul impossible : nombre négatif, trop grand ou hors des limites de la fonction")]
    Impossible,
    /// The values given do not suit the function.
    #[error("calcul impossible : vérifiez les valeurs données à la fonction")]
    Unsuited,
    /// Another cell has a problem.
    #[error("la cellule {} est en erreur : {problem}", .cell.reference())]
    Inherited {
        /// The cell where it begins.
        cell: CellPosition,
        /// What is wrong there.
        problem: Box<SheetProblem>,
    },
    /// The engine failed.
    #[error("calcul indisponible : écrivez la valeur vous-même")]
    Unavailable,
}

fn hint_text(hint: Option<&str>) -> String {
    hint.map(|name| format!(" (vouliez-vous écrire {name} ?)")).unwrap_or_default()
}

impl SheetProblem {
    /// What the cell shows: "#DIV/0!".
    pub fn code(&self) -> &'static str {
        match self {
            Self::DivisionByZero => "#DIV/0!",
            Self::Circular => "#CIRC!",
            Self::NotANumber(_) | Self::WrongKind | Self::SeveralValues | Self::JoinedTexts => {
                "#VALEUR!"
            }
            Self::NotFound => "#N/A",
            Self::BeyondRange | Self::OutsideTable(_) => "#REF!",
            Self::Impossible | Self::NumberTooLong => "#NOMBRE!",
            Self::UnknownFunction { .. } | Self::RefusedFunction(_) | Self::UnknownName(_) => {
                "#NOM?"
            }
            Self::Inherited { problem, .. } => problem.code(),
            _ => "#ERREUR!",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_is_said_in_french_with_its_cell() {
        let at = CellPosition { row: 2, column: 1 };
        assert_eq!(
            SheetProblem::NotANumber(at).to_string(),
            "la cellule B3 ne contient pas un nombre"
        );
        let problem = Box::new(SheetProblem::DivisionByZero);
        let inherited = SheetProblem::Inherited { cell: at, problem };
        assert_eq!(inherited.to_string(), "la cellule B3 est en erreur : division par zéro");
        assert_eq!(inherited.code(), "#DIV/0!");
    }

    #[test]
    fn a_hint_is_added_when_there_is_one() {
        let unknown = |hint: Option<&str>| SheetProblem::UnknownFunction {
            name: "SOME".to_owned(),
            hint: hint.map(str::to_owned),
        };
        assert_eq!(unknown(None).to_string(), "fonction inconnue : SOME");
        assert_eq!(
            unknown(Some("SOMME")).to_string(),
            "fonction inconnue : SOME (vouliez-vous écrire SOMME ?)"
        );
    }
}
