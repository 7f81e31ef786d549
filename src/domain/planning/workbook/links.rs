//! Rows that take their values from another calculation of the case.

use super::Workbook;
use crate::domain::planning::calculator::OtherCalculations;
use crate::domain::planning::tree::{Node, Problems};
use crate::domain::planning::worksheet::Worksheet;

/// A row of given cells that takes its values from a row of another calculation.
pub(super) struct Link {
    path: String,
    row: String,
    calculation: String,
    source_row: String,
}

/// Reads `liens: {BZ60.BI: pdp.BZ60.PDP}`.
pub(super) fn read_links(node: &Node<'_>, problems: &mut Problems) -> Vec<Link> {
    let mut links = Vec::new();
    for (row, source) in node.entries(problems) {
        let Some(text) = source.required_text(problems) else { continue };
        match text.split_once('.') {
            Some((calculation, source_row)) => links.push(Link {
                path: source.path().to_owned(),
                row,
                calculation: calculation.to_owned(),
                source_row: source_row.to_owned(),
            }),
            None => problems.add(
                source.path(),
                format!("« {text} » ne nomme pas une ligne d'un calcul."),
                "Écrivez calcul.ligne, par exemple pdp.BZ60.PDP.",
            ),
        }
    }
    links
}

impl Workbook {
    /// Gives the cells of a row the values of a row of another calculation.
    pub(super) fn link(&self, worksheet: &mut Worksheet, link: &Link, problems: &mut Problems) {
        let Some(row) = worksheet.row_rank(&link.row) else {
            problems.add(
                &link.path,
                format!("la ligne « {} » n'existe pas.", link.row),
                "Corrigez le lien.",
            );
            return;
        };
        let mut linked = 0;
        for column in 0..worksheet.columns.len() {
            let key =
                worksheet.columns.get(column).map(|head| head.key.clone()).unwrap_or_default();
            let path = [link.source_row.clone(), key];
            let Some(id) = worksheet.at(row, column).filter(|id| worksheet.is_given(*id)) else {
                continue;
            };
            if let Some((source, _)) = self.find(&link.calculation, &path) {
                worksheet.link(id, source);
                linked += 1;
            }
        }
        if linked == 0 {
            problems.add(
                &link.path,
                format!("« {}.{} » ne donne aucune cellule.", link.calculation, link.source_row),
                "Citez une ligne d'un calcul écrit plus haut, aux mêmes colonnes.",
            );
        }
    }
}
