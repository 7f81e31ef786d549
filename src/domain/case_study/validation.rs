//! Every problem of a case at once: references, keys, coverage, durations.

use std::collections::{BTreeSet, HashSet};

use super::{
    AskedValue, CaseStudy, Cell, CellPosition, ExhibitBlock, MAX_COLUMNS, MAX_ROWS, Question,
    QuestionKind, SolvedCase, TableForm, Tolerance, solve,
};
use crate::domain::diagnostic::{Diagnostic, Element, Place};
use crate::domain::framework::{Catalogue, ExamScheme, Qualification};
use crate::domain::french::duration;

/// Checks a case against the installed référentiels. `pictures` names the files found beside it.
pub fn validate(
    case: &CaseStudy,
    catalogue: &Catalogue,
    pictures: &BTreeSet<String>,
) -> Vec<Diagnostic> {
    let (solved, mut found) = solve(case);
    found.extend(validate_solved(case, &solved, catalogue, pictures));
    found
}

/// Checks a case that was solved: all but what solving it has said.
pub fn validate_solved(
    case: &CaseStudy,
    solved: &SolvedCase,
    catalogue: &Catalogue,
    pictures: &BTreeSet<String>,
) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    check_header(case, &mut found);
    check_identifiers(case, &mut found);
    check_exhibits(&solved.case, pictures, &mut found);
    for question in solved.case.questions() {
        check_question(case, question, &mut found);
    }
    check_framework(case, catalogue, &mut found);
    found
}

fn check_header(case: &CaseStudy, found: &mut Vec<Diagnostic>) {
    if case.title.trim().is_empty() {
        found.push(Diagnostic::error(
            Element::Header("titre"),
            "le titre est vide.",
            "Donnez un titre à l'étude de cas.",
        ));
    }
    if case.context.trim().is_empty() {
        found.push(Diagnostic::error(
            Element::Header("contexte"),
            "le contexte de l'entreprise est vide.",
            "Présentez l'entreprise et la situation.",
        ));
    }
    if case.questions().next().is_none() {
        found.push(Diagnostic::error(
            Element::Document,
            "aucune question.",
            "Ajoutez au moins une question à un dossier.",
        ));
    }
    for dossier in case.dossiers.iter().filter(|dossier| dossier.questions.is_empty()) {
        found.push(Diagnostic::warning(
            Element::Dossier(dossier.id.clone()),
            "le dossier n'a aucune question.",
            "Ajoutez une question ou supprimez le dossier.",
        ));
    }
    let suggested = case.suggested_minutes();
    if suggested != case.duration_minutes && case.questions().next().is_some() {
        let message = format!(
            "la lecture et les questions font {}, l'épreuve dure {}.",
            duration(suggested),
            duration(case.duration_minutes)
        );
        let remedy = "Ajustez les minutes conseillées ou le temps de lecture.";
        let place = Element::Header("durée");
        found.push(if suggested > case.duration_minutes {
            Diagnostic::error(place, message, remedy)
        } else {
            Diagnostic::warning(place, message, remedy)
        });
    }
}

fn check_identifiers(case: &CaseStudy, found: &mut Vec<Diagnostic>) {
    let ids = (case.exhibits.iter().map(|e| (Element::Exhibit(e.id.clone()), e.id.as_str())))
        .chain(case.dossiers.iter().map(|d| (Element::Dossier(d.id.clone()), d.id.as_str())))
        .chain(case.questions().map(|q| (Element::Question(q.id.clone()), q.id.as_str())));
    let mut seen = HashSet::new();
    for (element, id) in ids {
        if id.trim().is_empty() {
            found.push(Diagnostic::error(
                element,
                "l'identifiant est vide.",
                "Donnez un identifiant, par exemple Q1.",
            ));
        } else if !seen.insert((std::mem::discriminant(&element), id)) {
            found.push(Diagnostic::error(
                element,
                format!("l'identifiant {id} est employé deux fois."),
                "Donnez un identifiant propre à chacun.",
            ));
        }
    }
}

fn check_exhibits(case: &CaseStudy, pictures: &BTreeSet<String>, found: &mut Vec<Diagnostic>) {
    for exhibit in &case.exhibits {
        let element = || Element::Exhibit(exhibit.id.clone());
        if exhibit.title.trim().is_empty() {
            found.push(Diagnostic::warning(
                element(),
                "l'annexe n'a pas de titre.",
                "Donnez-lui un titre.",
            ));
        }
        for block in &exhibit.content {
            match block {
                ExhibitBlock::Text { .. }
                | ExhibitBlock::Data { .. }
                | ExhibitBlock::DrawnTree { .. } => {}
                ExhibitBlock::Table { columns, rows, .. } => {
                    check_shape(&element(), columns.len(), rows.iter().map(Vec::len), found);
                }
                ExhibitBlock::Picture { file, description } => {
                    if !pictures.contains(file) {
                        found.push(Diagnostic::error(
                            element(),
                            format!("l'image « {file} » n'est pas à côté de l'étude de cas."),
                            "Placez le fichier PNG ou JPEG dans le même dossier.",
                        ));
                    }
                    if description.trim().is_empty() {
                        found.push(Diagnostic::warning(
                            element(),
                            format!("l'image « {file} » n'a pas de description."),
                            "Décrivez-la pour les candidats qui ne la voient pas.",
                        ));
                    }
                }
            }
        }
        let cited = case.questions().any(|question| question.exhibits.contains(&exhibit.id));
        if !cited {
            found.push(Diagnostic::warning(
                element(),
                "aucune question ne renvoie à cette annexe.",
                "Citez-la dans une question ou supprimez-la.",
            ));
        }
    }
}

fn check_shape(
    element: &Element,
    columns: usize,
    rows: impl Iterator<Item = usize>,
    found: &mut Vec<Diagnostic>,
) {
    let mut count = 0;
    for (index, cells) in rows.enumerate() {
        count += 1;
        if cells != columns {
            found.push(Diagnostic::error(
                Place::within(element.clone(), format!("ligne {}", index + 1)),
                format!("{} pour {}.", counted(cells, "cellule"), counted(columns, "colonne")),
                "Complétez ou raccourcissez la ligne.",
            ));
        }
    }
    if columns == 0 || columns > MAX_COLUMNS || count > MAX_ROWS {
        found.push(Diagnostic::error(
            element.clone(),
            format!("le tableau a {} et {}.", counted(count, "ligne"), counted(columns, "colonne")),
            format!("Restez entre 1 et {MAX_COLUMNS} colonnes, {MAX_ROWS} lignes au plus."),
        ));
    }
}

/// "1 cellule", "3 cellules".
fn counted(count: usize, noun: &str) -> String {
    let plural = if count > 1 { "s" } else { "" };
    format!("{count} {noun}{plural}")
}

fn check_question(case: &CaseStudy, question: &Question, found: &mut Vec<Diagnostic>) {
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
    options: &[super::ChoiceOption],
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

fn check_framework(case: &CaseStudy, catalogue: &Catalogue, found: &mut Vec<Diagnostic>) {
    let Some(qualification) = catalogue.find(&case.qualification) else {
        found.push(Diagnostic::error(
            Element::Header("titre professionnel"),
            format!("le référentiel « {} » n'est pas installé.", case.qualification),
            "Placez son référentiel dans le dossier des modèles ou corrigez le sigle.",
        ));
        return;
    };
    let Some(scheme) = qualification.scheme(&case.scheme) else {
        found.push(Diagnostic::error(
            Element::Header("dispositif"),
            format!("{} n'a pas de dispositif « {} ».", qualification.sigle, case.scheme),
            "Choisissez le titre ou l'un de ses CCP.",
        ));
        return;
    };
    check_scheme(case, scheme, found);
    check_criteria(case, qualification, scheme, found);
}

fn check_scheme(case: &CaseStudy, scheme: &ExamScheme, found: &mut Vec<Diagnostic>) {
    match scheme.written_case() {
        None => found.push(Diagnostic::error(
            Element::Header("dispositif"),
            format!("le dispositif {} n'a pas de mise en situation écrite.", scheme.label()),
            "Choisissez un dispositif qui en a une.",
        )),
        Some(written) if written.minutes != case.duration_minutes => {
            found.push(Diagnostic::warning(
                Element::Header("durée"),
                format!(
                    "l'épreuve dure {}, le référentiel prévoit {}.",
                    duration(case.duration_minutes),
                    duration(written.minutes)
                ),
                "Reprenez la durée du référentiel, sauf raison propre à cet usage.",
            ));
        }
        Some(_) => {}
    }
}

fn check_criteria(
    case: &CaseStudy,
    qualification: &Qualification,
    scheme: &ExamScheme,
    found: &mut Vec<Diagnostic>,
) {
    let evaluated = scheme.written_case().map(|m| m.competences.as_slice()).unwrap_or_default();
    let mut covered = HashSet::new();
    for question in case.questions() {
        let element = || Element::Question(question.id.clone());
        if question.criteria.is_empty() {
            found.push(Diagnostic::error(
                element(),
                "la réponse n'éclaire aucun critère.",
                "Rattachez la question à un critère au moins.",
            ));
        }
        for id in &question.criteria {
            match qualification.criterion(id) {
                None => found.push(Diagnostic::error(
                    element(),
                    format!("le critère {id} n'existe pas dans le référentiel."),
                    "Corrigez l'identifiant du critère.",
                )),
                Some((competence, _)) if !evaluated.contains(&competence.id) => {
                    found.push(Diagnostic::error(
                        element(),
                        format!(
                            "le critère {id} n'est pas évalué par l'écrit du dispositif {}.",
                            scheme.label()
                        ),
                        "Choisissez un critère d'une compétence évaluée à l'écrit.",
                    ));
                }
                Some((competence, _)) => {
                    covered.insert(&competence.id);
                }
            }
        }
    }
    for id in evaluated.iter().filter(|id| !covered.contains(id)) {
        found.push(Diagnostic::warning(
            Element::Coverage,
            format!("la compétence {id} n'a aucune question."),
            "Ajoutez une question ou laissez-la à l'entretien en connaissance de cause.",
        ));
    }
}
