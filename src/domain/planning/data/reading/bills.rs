//! Section `nomenclatures`: components of each composé, named or listed.

use super::entries;
use super::known::Known;
use super::quantities;
use crate::domain::planning::data::{BillLine, BillOfMaterials, same_unit};
use crate::domain::planning::tree::{Node, Problems, Tree};

/// Nomenclatures in the order written.
pub(super) fn read(
    section: &Node<'_>,
    known: &Known,
    problems: &mut Problems,
) -> Vec<BillOfMaterials> {
    let mut bills = Vec::new();
    for (parent, node) in entries::named(section, problems) {
        known.check_item(node.path(), &parent, problems);
        let components = components(&node, problems);
        if components.is_empty() && is_blank(&node) {
            problems.add(
                node.path(),
                "la nomenclature n'a aucun composant.",
                "Ajoutez un composant, ou retirez l'entrée.",
            );
        }
        let lines = components
            .into_iter()
            .filter_map(|(component, place)| line(component, &place, known, problems))
            .collect();
        bills.push(BillOfMaterials { parent, lines });
    }
    bills
}

/// Nothing written, or an empty collection: other lacks have their own problem.
fn is_blank(node: &Node<'_>) -> bool {
    match node.tree() {
        None => true,
        Some(Tree::List(items)) => items.is_empty(),
        Some(Tree::Entries(entries)) => entries.is_empty(),
        Some(_) => false,
    }
}

/// Codes of the components with the place of each: `{PI30: 3}` or `[{composant: PI30, …}]`.
fn components<'a>(node: &Node<'a>, problems: &mut Problems) -> Vec<(String, Node<'a>)> {
    if !matches!(node.tree(), Some(Tree::List(_))) {
        return entries::named(node, problems);
    }
    let mut found: Vec<(String, Node<'a>)> = Vec::new();
    for item in node.items(problems) {
        let Some(code) = item.field("composant").required_text(problems) else { continue };
        if found.iter().any(|(known, _)| *known == code) {
            problems.add(
                item.path(),
                format!("le composant {code} est écrit deux fois."),
                "Ajoutez ses quantités dans une seule ligne.",
            );
        } else {
            found.push((code, item));
        }
    }
    found
}

/// One component: a quantity, or `{quantite, perte, unite}`.
fn line(
    component: String,
    node: &Node<'_>,
    known: &Known,
    problems: &mut Problems,
) -> Option<BillLine> {
    known.check_item(node.path(), &component, problems);
    if !matches!(node.tree(), Some(Tree::Entries(_))) {
        let quantity = node.positive(problems)?;
        return Some(BillLine { component, quantity, scrap: None });
    }
    entries::check_names(node, &["composant", "quantite", "perte", "unite"], problems);
    check_unit(&node.field("unite"), &component, known, problems);
    let scrap = quantities::scrap(&node.field("perte"), problems);
    let quantity = node.field("quantite").positive(problems)?;
    Some(BillLine { component, quantity, scrap })
}

fn check_unit(node: &Node<'_>, component: &str, known: &Known, problems: &mut Problems) {
    let Some(unit) = node.text(problems) else { return };
    let expected = known.unit(component);
    if !expected.is_empty() && !same_unit(&unit, expected) {
        problems.add(
            node.path(),
            format!("l'unité « {unit} » n'est pas celle de l'article {component} ({expected})."),
            format!("Exprimez la quantité en {expected}."),
        );
    }
}
