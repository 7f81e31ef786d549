//! What the other sections may cite: articles with their units, and postes.

use std::collections::{HashMap, HashSet};

use rust_decimal::Decimal;

use crate::domain::french::format_decimal;
use crate::domain::planning::data::{Item, WorkCentre, is_counted};
use crate::domain::planning::tree::{Node, Problems};

/// Codes that may be cited. A section that is not written at all checks nothing: a small
/// calculation may cite an article without describing any.
pub(super) struct Known {
    units: Option<HashMap<String, String>>,
    work_centres: Option<HashSet<String>>,
}

impl Known {
    /// Codes of the sections read.
    pub(super) fn new(items: &[Item], items_written: bool) -> Self {
        let units = || items.iter().map(|item| (item.code.clone(), item.unit.clone())).collect();
        Self { units: items_written.then(units), work_centres: None }
    }

    /// Adds the codes of the postes, when the section is written.
    pub(super) fn add_work_centres(&mut self, centres: &[WorkCentre], written: bool) {
        let codes = || centres.iter().map(|centre| centre.code.clone()).collect();
        self.work_centres = written.then(codes);
    }

    /// Notes an article that does not exist.
    pub(super) fn check_item(&self, path: &str, code: &str, problems: &mut Problems) {
        if self.units.as_ref().is_some_and(|units| !units.contains_key(code)) {
            problems.add(
                path,
                format!("l'article {code} n'existe pas."),
                "Ajoutez-le à « articles », ou corrigez le code.",
            );
        }
    }

    /// Notes a poste that does not exist.
    pub(super) fn check_work_centre(&self, path: &str, code: &str, problems: &mut Problems) {
        if self.work_centres.as_ref().is_some_and(|centres| !centres.contains(code)) {
            problems.add(
                path,
                format!("le poste {code} n'existe pas."),
                "Ajoutez-le à « postes », ou corrigez le code.",
            );
        }
    }

    /// Unit of an article; empty when unknown.
    pub(super) fn unit(&self, code: &str) -> &str {
        self.units.as_ref().and_then(|units| units.get(code)).map_or("", String::as_str)
    }

    /// Notes a part of a piece where the article is counted.
    pub(super) fn check_whole(
        &self,
        node: &Node<'_>,
        code: &str,
        quantity: Decimal,
        problems: &mut Problems,
    ) {
        check_whole(node, self.unit(code), quantity, problems);
    }
}

/// Notes a part of a piece where the unit counts pieces.
pub(super) fn check_whole(node: &Node<'_>, unit: &str, quantity: Decimal, problems: &mut Problems) {
    if is_counted(unit) && !quantity.fract().is_zero() {
        problems.add(
            node.path(),
            format!(
                "la quantité {} n'est pas entière, alors que l'article se compte en {unit}.",
                format_decimal(quantity)
            ),
            "Écrivez un nombre entier, ou corrigez l'unité de l'article.",
        );
    }
}
