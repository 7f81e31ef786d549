//! Questions: what they ask, what they cite, and their keys.

use std::collections::HashSet;

use super::shape::{check_shape, counted};
use crate::domain::case_study::{
    AskedValue, CaseStudy, Cell, CellPosition, ChoiceOption, Question, QuestionKind, TableForm,
    Tolerance,
};
use crate::domain::diagnostic::{Diagnostic, Element, Place};

/// Checks a question of a solved case, what it cites being in the case as written.
pub(super) fn check_question(case: &CaseStudy, question: &Question, found: &mut Vec<Diagnostic>) {
    let element = Element::Question(question.id.clone());
    for (text, what) in [(&question.title, "titre"), (&question.statement, "énoncé")] {
        if text.trim().is_empty() {
            found.push(Diagnostic::error(
                Place::within(element.clone(), what),
                format!("{what} vide."),
                "Rédigez-le.",
            ));
        }
    }
    if question.minutes == 0 {
        found.push(Diagnostic::warning(
            element.clone(),
            "aucune minute conseillée.",
            "Indiquez le temps à y passer.",
        ));
    }
    for id in question.exhibits.iter().filter(|id| case.exhibit(id).is_none()) {
        found.push(Diagnostic::error(
            element.clone(),
            format!("l'annexe {id} n'existe pas."),
            "Corrigez le renvoi ou ajoutez l'annexe.",
        ));
    }
    if question.expected.iter().all(|line| line.trim().is_empty()) {
        found.push(Diagnostic::warning(
            Place::within(element.clone(), "éléments attendus"),
            "rien ne dit au correcteur ce qu'il cherche.",
            "Listez deux à cinq éléments attendus.",
        ));
    }
    check_key(&element, &question.answer, found);
}

fn check_key(element: &Element, kind: &QuestionKind, found: &mut Vec<Diagnostic>) {
    match kind {
        // What is still computed could not be solved: that has been said.
        QuestionKind::LongText { .. }
        | QuestionKind::ShortText {}
        | QuestionKind::Worksheet(_)
        | QuestionKind::Schedule(_)
        | QuestionKind::Assignment(_) => {}
        QuestionKind::Number { key, tolerance, .. } => {
            if key.is_none() {
                found.push(missing_key(element.clone().into()));
            }
            check_tolerance(&element.clone().into(), *tolerance, found);
        }
        QuestionKind::Choice { multiple, options, .. } => {
            check_choice(element, *multiple, options, found);
        }
        QuestionKind::Table(table) => check_table(element, table, found),
    }
}

fn missing_key(place: Place) -> Diagnostic {
    Diagnostic::error(place, "la clé manque.", "Saisissez la réponse juste.")
}

fn check_tolerance(place: &Place, tolerance: Tolerance, found: &mut Vec<Diagnostic>) {
    if let Tolerance::Absolute(margin) | Tolerance::RelativePercent(margin) = tolerance
        && margin.is_sign_negative()
        && !margin.is_zero()
    {
        found.push(Diagnostic::error(
            place.clone(),
            "la tolérance est négative.",
            "Donnez une tolérance nulle ou positive.",
        ));
    }
}

fn check_choice(
    element: &Element,
    multiple: bool,
    options: &[ChoiceOption],
    found: &mut Vec<Diagnostic>,
) {
    let correct = options.iter().filter(|option| option.correct).count();
    let mut push = |message: String, remedy: &str| {
        found.push(Diagnostic::error(element.clone(), message, remedy));
    };
    if options.len() < 2 {
        push(
            format!("{}.", counted(options.len(), "proposition")),
            "Donnez au moins deux propositions.",
        );
    }
    if correct == 0 {
        push("aucune proposition juste : la clé manque.".to_owned(), "Cochez la bonne réponse.");
    }
    if !multiple && correct > 1 {
        push(
            format!("{correct} propositions justes pour un choix unique."),
            "Gardez-en une ou permettez plusieurs réponses.",
        );
    }
    let mut seen = HashSet::new();
    for option in options {
        if !seen.insert(&option.id) {
            push(
                format!("la proposition {} est en double.", option.id),
                "Donnez une lettre propre à chacune.",
            );
        }
        if option.text.trim().is_empty() {
            push(format!("la proposition {} est vide.", option.id), "Rédigez-la ou supprimez-la.");
        }
    }
}

fn check_table(element: &Element, table: &TableForm, found: &mut Vec<Diagnostic>) {
    check_shape(element, table.columns.len(), table.rows.iter().map(Vec::len), found);
    check_tolerance(&element.clone().into(), table.tolerance, found);
    if table.asked().next().is_none() {
        found.push(Diagnostic::error(
            element.clone(),
            "aucune cellule à remplir.",
            "Marquez au moins une cellule comme demandée.",
        ));
    }
    for (row, cells) in table.rows.iter().enumerate() {
        for (column, cell) in cells.iter().enumerate() {
            let Cell::Asked(asked) = cell else { continue };
            let at = CellPosition { row, column };
            let place = || Place::within(element.clone(), at.label());
            if column >= table.columns.len() {
                found.push(Diagnostic::error(
                    place(),
                    "la cellule demandée est hors du tableau.",
                    "Ajoutez la colonne ou déplacez la cellule.",
                ));
            }
            if !asked.has_key() {
                found.push(missing_key(place()));
            }
            if let AskedValue::Number { tolerance: Some(tolerance), .. } = asked {
                check_tolerance(&place(), *tolerance, found);
            }
        }
    }
}
