//! How the options of `cout_revient` are read.

use super::{CostElement, CostInput, FlexibleBudget, ProductCost, VarianceSign};
use crate::domain::planning::calculator::Request;
use crate::domain::planning::follow_up::named::{Named, named};
use crate::domain::planning::tree::{Node, Problems};

/// Names of the options.
pub const OPTIONS: &[&str] = &[
    "produits",
    "production",
    "production_prevue",
    "cout_unitaire_standard",
    "prix_vente",
    "elements",
    "monnaie",
    "signe",
];

/// Names inside an element of cost.
const FIELDS: &[&str] = &[
    "code",
    "nom",
    "libelle",
    "unite",
    "quantite_reelle",
    "prix_reel",
    "montant_reel",
    "quantite_unitaire",
    "quantite_standard",
    "prix_standard",
    "charges_fixes",
    "cout_variable",
    "activite_normale",
];

/// Reads the options; `None` when problems were noted.
pub(super) fn read(request: &Request<'_>, problems: &mut Problems) -> Option<CostInput> {
    let before = problems.found.len();
    let node = &request.options;
    let signs = [
        ("reel_moins_standard", VarianceSign::RealLessStandard),
        ("standard_moins_reel", VarianceSign::StandardLessReal),
    ];
    let several = node.field("produits");
    let products = if several.is_missing() {
        product(node, String::new(), String::new(), problems).into_iter().collect()
    } else {
        named(&several, problems)
            .into_iter()
            .filter_map(|found| product(&found.node, found.code, found.label, problems))
            .collect()
    };
    let input = CostInput {
        currency: node.field("monnaie").text_or("€", problems),
        products,
        sign: node.field("signe").one_of(&signs, problems).unwrap_or_default(),
    };
    (problems.found.len() == before).then_some(input)
}

fn product(
    node: &Node<'_>,
    code: String,
    label: String,
    problems: &mut Problems,
) -> Option<ProductCost> {
    let listed = node.field("elements");
    listed.require(problems);
    let found = named(&listed, problems);
    let elements = found.into_iter().map(|found| element(found, problems)).collect();
    Some(ProductCost {
        code,
        label,
        planned: node.field("production_prevue").quantity(problems),
        standard_unit_cost: node.field("cout_unitaire_standard").quantity(problems),
        selling_price: node.field("prix_vente").quantity(problems),
        elements,
        produced: node.field("production").positive(problems)?,
    })
}

fn element(found: Named<'_>, problems: &mut Problems) -> CostElement {
    let place = &found.node;
    place.only(FIELDS, problems);
    let quantity = |name: &str, problems: &mut Problems| place.field(name).quantity(problems);
    CostElement {
        unit: place.field("unite").text_or("", problems),
        real_quantity: quantity("quantite_reelle", problems),
        real_price: quantity("prix_reel", problems),
        real_amount: quantity("montant_reel", problems),
        unit_quantity: quantity("quantite_unitaire", problems),
        standard_quantity: quantity("quantite_standard", problems),
        standard_price: quantity("prix_standard", problems),
        budget: budget(place, problems),
        code: found.code,
        label: found.label,
    }
}

/// A flexible budget, when its fixed charges are stated.
fn budget(node: &Node<'_>, problems: &mut Problems) -> Option<FlexibleBudget> {
    let fixed = node.field("charges_fixes").quantity(problems)?;
    let variable = node.field("cout_variable").quantity(problems);
    let normal_activity = node.field("activite_normale").quantity(problems);
    if variable.is_none() && normal_activity.is_none() {
        problems.add(
            node.path(),
            "le budget flexible est incomplet.",
            "Donnez cout_variable ou activite_normale.",
        );
    }
    Some(FlexibleBudget { fixed, variable, normal_activity })
}
