//! Cost prices as exercises write them: real and standard elements of each product, as pairs
//! [quantity, price] or named figures.

use casdecole::domain::planning::follow_up::cost::{
    CostElement, CostInput, FlexibleBudget, ProductCost,
};
use casdecole::domain::planning::tree::Tree;
use rust_decimal::Decimal;

use crate::judges::effectiveness::figures::normalised;

/// Reads the products of an exercise.
pub fn read(inputs: &Tree) -> Result<CostInput, String> {
    let real = group(inputs, "reel reels actual real reelle realise").unwrap_or(inputs);
    let standard = group(inputs, "preetabli standard standards previsionnel budget prevu");
    let units = group(
        inputs,
        "preetabli_unitaire standard_unitaire cout_standard_unitaire cout_unitaire_preetabli",
    );
    // A unit standard given element by element is a standard.
    let by_element = units.filter(|units| has_parts(units));
    let units = units.filter(|units| !has_parts(units));
    let standard = standard.or(by_element);
    if let (Some(real), Some(standard)) = (alone(real), standard.and_then(alone)) {
        return Ok(single(&real, &standard));
    }
    let Tree::Entries(entries) = real else { return Err("no real costs".to_owned()) };
    let several = entries.iter().all(|(_, tree)| production(tree).is_some());
    let groups: Vec<(String, &Tree)> = entries
        .iter()
        .filter(|(_, tree)| matches!(tree, Tree::Entries(_)) && part(tree).is_none())
        .map(|(code, tree)| (code.clone(), tree))
        .collect();
    let grouped = !groups.is_empty() && production(inputs).is_some() && standard.is_none();
    let listed: Vec<(String, &Tree)> = if several {
        entries.iter().map(|(code, tree)| (code.clone(), tree)).collect()
    } else if grouped {
        groups
    } else {
        vec![(String::new(), real)]
    };
    let mut products = Vec::new();
    for (code, tree) in listed {
        let own = |group: Option<&Tree>| -> Option<Tree> {
            let group = group?;
            if code.is_empty() { Some(group.clone()) } else { group.get(&code).cloned() }
        };
        let produced = production(tree).or_else(|| production(inputs));
        let produced = produced.ok_or_else(|| format!("no production of {code}"))?;
        let standard = own(standard);
        let planned = number(
            inputs,
            "production_prevue production_normale production_preetablie q_prevue planned_output",
        )
        .or_else(|| standard.as_ref().and_then(production));
        products.push(ProductCost {
            label: code.clone(),
            produced,
            planned: planned.filter(|planned| *planned != produced),
            standard_unit_cost: own(units).and_then(|unit| unit.number()),
            selling_price: None,
            elements: elements(tree, standard.as_ref(), produced, planned),
            code: code.clone(),
        });
    }
    Ok(CostInput { currency: "€".to_owned(), products, ..CostInput::default() })
}

/// The first entry with one of these normal names.
fn group<'a>(inputs: &'a Tree, names: &str) -> Option<&'a Tree> {
    let Tree::Entries(entries) = inputs else { return None };
    names.split_whitespace().find_map(|name| {
        entries.iter().find(|(key, _)| normalised(key) == name).map(|(_, tree)| tree)
    })
}

fn number(tree: &Tree, names: &str) -> Option<Decimal> {
    group(tree, names)?.number()
}

const PRODUCTION: &str = "q production quantite production_reelle quantite_produite output \
     quantite_fabriquee actual_output units";

fn production(tree: &Tree) -> Option<Decimal> {
    number(tree, PRODUCTION)
}

/// Elements of a product: those of the real costs, with the standard of the same name.
fn elements(
    real: &Tree,
    standard: Option<&Tree>,
    produced: Decimal,
    planned: Option<Decimal>,
) -> Vec<CostElement> {
    let Tree::Entries(entries) = real else { return Vec::new() };
    let is_element = |name: &str, tree: &Tree| {
        let apart = [PRODUCTION, "production_prevue production_normale planned_output"];
        let known = apart.iter().any(|names| names.split_whitespace().any(|n| n == name));
        !known && part(tree).is_some()
    };
    let found = entries.iter().filter(|(name, tree)| is_element(&normalised(name), tree));
    found
        .filter_map(|(code, tree)| {
            let real = part(tree)?;
            let of_same_name = standard.and_then(|standard| group(standard, &normalised(code)));
            let mut element = CostElement {
                code: code.clone(),
                label: code.clone(),
                real_quantity: real.quantity,
                real_price: real.price,
                real_amount: real.amount.filter(|_| real.quantity.zip(real.price).is_none()),
                ..CostElement::default()
            };
            if let Some(standard) = of_same_name.and_then(part) {
                put_standard(&mut element, &standard, produced, planned);
                element.budget = of_same_name.and_then(budget);
            }
            Some(element)
        })
        .collect()
}

/// Whether a group holds elements that have a quantity and a price.
fn has_parts(tree: &Tree) -> bool {
    let Tree::Entries(entries) = tree else { return false };
    entries.iter().any(|(_, inner)| alone(inner).is_some())
}

/// A group that is one element by itself: "{qte: 1995, prix: 5.2}".
fn alone(tree: &Tree) -> Option<Part> {
    let part = part(tree).filter(|_| tree.number().is_none())?;
    (part.quantity.is_some() && part.price.is_some()).then_some(part)
}

/// One element without production: its quantities are compared as they are.
fn single(real: &Part, standard: &Part) -> CostInput {
    let element = CostElement {
        code: "element".to_owned(),
        label: "Élément".to_owned(),
        real_quantity: real.quantity,
        real_price: real.price,
        standard_quantity: standard.quantity,
        standard_price: standard.price,
        ..CostElement::default()
    };
    let product = ProductCost {
        code: String::new(),
        label: String::new(),
        produced: Decimal::ONE,
        planned: None,
        standard_unit_cost: None,
        selling_price: None,
        elements: vec![element],
    };
    CostInput { currency: "€".to_owned(), products: vec![product], ..CostInput::default() }
}

/// The same costs when the quantities written are those of one piece.
pub fn of_all_pieces(input: &CostInput) -> CostInput {
    let mut whole = input.clone();
    for product in &mut whole.products {
        for element in &mut product.elements {
            let all = |one: Option<Decimal>| one.map(|one| one.saturating_mul(product.produced));
            element.real_quantity = all(element.real_quantity);
            element.real_amount = all(element.real_amount);
        }
    }
    whole
}

/// Quantity, price and amount of one element.
struct Part {
    quantity: Option<Decimal>,
    price: Option<Decimal>,
    amount: Option<Decimal>,
}

fn part(tree: &Tree) -> Option<Part> {
    match tree {
        Tree::List(items) => {
            let numbers: Vec<Decimal> = items.iter().map(Tree::number).collect::<Option<_>>()?;
            let mut numbers = numbers.into_iter();
            let (quantity, price) = (numbers.next(), numbers.next());
            Some(Part { quantity, price, amount: numbers.next() })
        }
        Tree::Entries(_) => {
            let quantity = number(tree, "quantite qte q heures h activite quantity temps");
            let price = number(tree, "prix p cout taux price rate cout_unitaire cu");
            let amount = number(tree, "montant total amount cout_total");
            let known = [quantity, price, amount].iter().any(Option::is_some);
            known.then_some(Part { quantity, price, amount })
        }
        other => {
            let amount = Some(other.number()?);
            Some(Part { quantity: None, price: None, amount })
        }
    }
}

/// A standard quantity is that of one piece when it is nearer to the real quantity of one piece than
/// to that of the whole production; a whole one is brought to the real production.
fn put_standard(
    element: &mut CostElement,
    standard: &Part,
    produced: Decimal,
    planned: Option<Decimal>,
) {
    element.standard_price = standard.price;
    let Some(quantity) = standard.quantity else { return };
    let real = element.real_quantity.unwrap_or_default();
    let of_one = real.checked_div(produced).unwrap_or_default();
    if (quantity - of_one).abs() < (quantity - real).abs() {
        element.unit_quantity = Some(quantity);
        return;
    }
    let planned = planned.unwrap_or(produced);
    element.standard_quantity =
        quantity.checked_mul(produced).and_then(|whole| whole.checked_div(planned));
}

fn budget(tree: &Tree) -> Option<FlexibleBudget> {
    let fixed = number(tree, "fixe fixes charges_fixes cout_fixe fixed")?;
    let variable = number(tree, "variable cout_variable variable_unitaire");
    let normal_activity = number(tree, "activite_normale activite_prevue normal_activity");
    Some(FlexibleBudget { fixed, variable, normal_activity })
}
