//! Exhibits: titles, tables, pictures, and the questions that cite them.

use std::collections::BTreeSet;

use super::shape::check_shape;
use crate::domain::case_study::{CaseStudy, ExhibitBlock};
use crate::domain::diagnostic::{Diagnostic, Element};

/// Checks every exhibit; `pictures` names the files found beside the case.
pub(super) fn check_exhibits(
    case: &CaseStudy,
    pictures: &BTreeSet<String>,
    found: &mut Vec<Diagnostic>,
) {
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
