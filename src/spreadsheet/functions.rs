//! What a function takes and gives, and how a typed name leads to it.

use super::SheetProblem;
use super::function_list::{ENGLISH, FUNCTIONS, REFUSED};
use crate::domain::french::letters_changed;

/// Any number of arguments.
pub(super) const MANY: usize = usize::MAX;

/// What a function does with ranges.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// Takes ranges and gives one value.
    Gathers,
    /// Gives as many values as its arguments have.
    Each,
    /// Takes single values only.
    Single,
}

/// Which arguments are criteria, such as `">3,5"`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Criteria {
    /// None of them.
    None,
    /// The second.
    Second,
    /// The second, the fourth…
    Even,
    /// The third, the fifth…
    OddFromThird,
}

/// A function.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Function {
    /// Its French name.
    pub(super) name: &'static str,
    /// The name by which the engine knows it, in French too.
    pub(super) engine: &'static str,
    least: usize,
    most: usize,
    /// What it does with ranges.
    pub(super) shape: Shape,
    criteria: Criteria,
    /// What it costs besides the cells it reads, in cells.
    pub(super) work: usize,
}

impl Function {
    pub(super) const fn new(name: &'static str, least: usize, most: usize, shape: Shape) -> Self {
        Self { name, engine: name, least, most, shape, criteria: Criteria::None, work: 1 }
    }

    pub(super) const fn called(self, engine: &'static str) -> Self {
        Self { engine, ..self }
    }

    pub(super) const fn with_criteria(self, criteria: Criteria) -> Self {
        Self { criteria, ..self }
    }

    pub(super) const fn costing(self, work: usize) -> Self {
        Self { work, ..self }
    }

    /// Whether an argument, counted from 0, is a criterion.
    pub(super) const fn is_criterion(&self, index: usize) -> bool {
        match self.criteria {
            Criteria::None => false,
            Criteria::Second => index == 1,
            Criteria::Even => index % 2 == 1,
            Criteria::OddFromThird => index >= 2 && index % 2 != 1,
        }
    }

    /// Checks a number of arguments.
    pub(super) fn check(&self, count: usize) -> Result<(), SheetProblem> {
        if (self.least..=self.most).contains(&count) {
            return Ok(());
        }
        let several = match (self.least, self.most) {
            (0, 0) => return self.refuse("aucune valeur entre ses parenthèses".to_owned()),
            (1, 1) => return self.refuse("une seule valeur".to_owned()),
            (least, MANY) if least > 1 => format!("au moins {least} valeurs"),
            (_, MANY) => "une ou plusieurs valeurs".to_owned(),
            (least, most) if least == most => format!("{least} valeurs"),
            (least, most) if most == least + 1 => format!("{least} ou {most} valeurs"),
            (least, most) => format!("de {least} à {most} valeurs"),
        };
        self.refuse(format!("{several}, séparées par un point-virgule"))
    }

    fn refuse(&self, expected: String) -> Result<(), SheetProblem> {
        Err(SheetProblem::WrongCount { name: self.name.to_owned(), expected })
    }
}

/// The names of the functions that may be written, for a list or for completion.
pub fn function_names() -> impl Iterator<Item = &'static str> {
    FUNCTIONS.iter().map(|function| function.name)
}

/// The function of a name, in any case, with or without accents.
pub(super) fn find(typed: &str) -> Result<&'static Function, SheetProblem> {
    let name = folded(typed);
    if let Some(function) = FUNCTIONS.iter().find(|function| function.name == name) {
        return Ok(function);
    }
    if REFUSED.contains(&name.as_str()) {
        return Err(SheetProblem::RefusedFunction(name));
    }
    let hint = english(&name).or_else(|| nearest(&name)).map(str::to_owned);
    Err(SheetProblem::UnknownFunction { name: typed.to_owned(), hint })
}

/// Capitals without accents.
pub(super) fn folded(typed: &str) -> String {
    let plain = |character: char| match character {
        'À' | 'Â' | 'Ä' => 'A',
        'É' | 'È' | 'Ê' | 'Ë' => 'E',
        'Î' | 'Ï' => 'I',
        'Ô' | 'Ö' => 'O',
        'Ù' | 'Û' | 'Ü' => 'U',
        'Ç' => 'C',
        other => other,
    };
    typed.chars().flat_map(char::to_uppercase).map(plain).collect()
}

fn english(name: &str) -> Option<&'static str> {
    ENGLISH.iter().find(|(known, _)| *known == name).map(|(_, french)| *french)
}

/// The allowed name that differs least, when it differs little.
fn nearest(name: &str) -> Option<&'static str> {
    let letters: Vec<char> = name.chars().collect();
    let length = letters.len();
    let most = if length <= 4 { 1 } else { 2 };
    function_names()
        .filter(|known| length >= 3 && known.len().abs_diff(length) <= most)
        .map(|known| (letters_changed(&letters, &known.chars().collect::<Vec<_>>()), known))
        .filter(|(distance, _)| *distance <= most)
        .min()
        .map(|(_, known)| known)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn functions_are_found_in_any_case_and_without_accents() {
        for typed in ["somme", "Médiane", "ARRONDI.SUP", "équiv", "nb.si"] {
            assert!(find(typed).is_ok(), "{typed}");
        }
        assert_eq!(find("ent").unwrap().engine, "PLANCHER.MATH");
    }

    #[test]
    fn unknown_names_are_followed_by_the_one_that_was_meant() {
        for (typed, meant) in [
            ("SOME", Some("SOMME")),
            ("sum", Some("SOMME")),
            ("ROUNDUP", Some("ARRONDI.SUP")),
            ("ARRONDISUP", Some("ARRONDI.SUP")),
            ("NBSI", Some("NB.SI")),
            ("TOTAL", None),
            ("X", None),
        ] {
            let hint = meant.map(str::to_owned);
            let problem = SheetProblem::UnknownFunction { name: typed.to_owned(), hint };
            assert_eq!(find(typed), Err(problem));
        }
    }

    #[test]
    fn what_changes_with_time_or_never_ends_is_refused() {
        for typed in ["AUJOURDHUI", "alea", "INDIRECT", "FACT", "DATE", "REPT"] {
            assert!(matches!(find(typed), Err(SheetProblem::RefusedFunction(_))), "{typed}");
        }
    }

    #[test]
    fn no_name_is_both_allowed_and_refused_or_given_twice() {
        for (rank, name) in function_names().enumerate() {
            assert!(!REFUSED.contains(&name), "{name}");
            assert_eq!(name, folded(name));
            assert!(!function_names().skip(rank + 1).any(|other| other == name), "{name} twice");
        }
    }

    #[test]
    fn the_number_of_arguments_is_said_in_french() {
        let said = |name: &str, count: usize| find(name).unwrap().check(count).unwrap_err();
        assert_eq!(
            said("ARRONDI", 1).to_string(),
            "ARRONDI attend 2 valeurs, séparées par un point-virgule"
        );
        assert!(said("SI", 1).to_string().contains("2 ou 3 valeurs"));
        assert!(said("SOMME", 0).to_string().contains("une ou plusieurs valeurs"));
        assert_eq!(said("ABS", 2).to_string(), "ABS attend une seule valeur");
        assert!(said("RECHERCHEX", 2).to_string().contains("de 3 à 5 valeurs"));
        assert!(find("SOMME").unwrap().check(200).is_ok());
    }

    #[test]
    fn criteria_are_known_by_their_rank() {
        let ranks = |name: &str| -> Vec<usize> {
            let function = find(name).unwrap();
            (0..6).filter(|index| function.is_criterion(*index)).collect()
        };
        assert_eq!(ranks("NB.SI"), [1]);
        assert_eq!(ranks("NB.SI.ENS"), [1, 3, 5]);
        assert_eq!(ranks("SOMME.SI.ENS"), [2, 4]);
        assert!(ranks("SOMME").is_empty());
    }
}
