//! French words of counts, sentences and places.

use super::Spot;
use crate::domain::case_study::{CaseStudy, QuestionKind, WrittenKind};
use crate::domain::diagnostic::{Element, Place};
use crate::domain::framework::ExamScheme;

/// « 1 question », « 3 questions ».
pub fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count > 1 { many } else { one })
}

/// A text with its first letter in capital.
pub fn sentence(text: &str) -> String {
    let mut characters = text.chars();
    match characters.next() {
        Some(first) => first.to_uppercase().chain(characters).collect(),
        None => String::new(),
    }
}

/// Where a problem is, as the lists name it: « Question 4, énoncé ».
pub fn place_words(case: &CaseStudy, place: &Place) -> String {
    let element = match &place.element {
        Element::Document => "Étude de cas".to_owned(),
        Element::Header("contexte") => Spot::Context.label(case),
        Element::Header(field) => format!("{}, {field}", Spot::Identity.label(case)),
        Element::Coverage => "Couverture".to_owned(),
        other => Spot::of(other).map_or_else(|| place.to_string(), |spot| spot.label(case)),
    };
    match &place.detail {
        Some(detail) => format!("{element}, {detail}"),
        None => element,
    }
}

/// « titre » or « CCP 2 », as a scheme is offered.
pub fn scheme_words(scheme: &ExamScheme) -> String {
    sentence(&scheme.label())
}

/// Kind of a question and what marks it: « Tableau, corrigé par clé ».
pub const fn kind_words(kind: &QuestionKind) -> &'static str {
    match kind.written_kind() {
        WrittenKind::LongText => "Texte long, corrigé par le jury",
        WrittenKind::ShortText => "Texte court, corrigé par le jury",
        WrittenKind::Number => "Nombre, corrigé par clé",
        WrittenKind::Choice => "Choix, corrigé par clé",
        WrittenKind::Table => "Tableau, corrigé par clé",
        WrittenKind::Worksheet => "Tableau calculé, corrigé avec report des erreurs",
        WrittenKind::Schedule => "Planning, corrigé par contraintes",
        WrittenKind::Assignment => "Affectation, corrigée par contraintes",
    }
}

#[cfg(test)]
mod tests {
    use super::super::example::case;
    use super::*;

    #[test]
    fn counts_agree_in_french() {
        assert_eq!(counted(0, "question", "questions"), "0 question");
        assert_eq!(counted(1, "question", "questions"), "1 question");
        assert_eq!(counted(2, "question", "questions"), "2 questions");
    }

    #[test]
    fn places_are_named_by_rank_and_never_by_identifier() {
        let case = case();
        let words =
            |element: Element, detail: &str| place_words(&case, &Place::within(element, detail));
        assert_eq!(words(Element::Question("Q7".into()), "énoncé"), "Question 2, énoncé");
        assert_eq!(words(Element::Exhibit("A5".into()), "ligne 3"), "Annexe 1, ligne 3");
        assert_eq!(place_words(&case, &Element::Header("durée").into()), "Identité, durée");
        assert_eq!(place_words(&case, &Element::Header("contexte").into()), "Contexte");
    }

    #[test]
    fn a_sentence_begins_with_a_capital() {
        assert_eq!(sentence("énoncé vide."), "Énoncé vide.");
        assert_eq!(sentence(""), "");
    }
}
