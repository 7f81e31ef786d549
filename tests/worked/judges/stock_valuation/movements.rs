//! Movements of a stock, as exercises write them.

use casdecole::domain::planning::stock_valuation::{
    Flow, Lot, Method, ValuationInput, ValuedMovement,
};
use casdecole::domain::planning::tree::Tree;
use rust_decimal::Decimal;

use super::super::stock_parameters::figures::{Inputs, normalised};

/// Kind of a movement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Receipt.
    In,
    /// Issue.
    Out,
}

impl Kind {
    /// The kind that a word says: "in", "entrée", "achat", "out", "sortie", "vente".
    fn said(word: &str) -> Option<Self> {
        let word = normalised(word);
        match word.as_str() {
            "e" | "r" => return Some(Self::In),
            "s" | "o" => return Some(Self::Out),
            _ => {}
        }
        let starts = |words: &[&str]| words.iter().any(|known| word.starts_with(known));
        if starts(&["out", "sort", "vente", "conso", "issue"]) {
            Some(Self::Out)
        } else if starts(&["in", "entr", "achat", "recep", "receipt", "appro"]) {
            Some(Self::In)
        } else {
            None
        }
    }

    /// Whether a movement is of this kind.
    pub fn is_of(self, movement: &ValuedMovement) -> bool {
        match movement.flow {
            Flow::In(_) => self == Self::In,
            Flow::Out(_) => self == Self::Out,
        }
    }
}

/// Reads the opening stock and the movements.
pub fn read(inputs: &Inputs<'_>) -> Result<ValuationInput, String> {
    let (mut opening, first) = (opening(inputs), first_of_list(inputs));
    let movements = listed(inputs, first.is_some()).or_else(|| separate(inputs));
    let movements = movements.ok_or("movements not read")?;
    opening.extend(first);
    Ok(ValuationInput {
        item: String::new(),
        unit: String::new(),
        opening,
        movements,
        method: Method::MovingAverage,
        rounding: None,
    })
}

/// Opening lots: "[100, 10]", a list of such pairs, "{quantite, prix}", or two numbers.
fn opening(inputs: &Inputs<'_>) -> Vec<Lot> {
    let names = ["stock_initial", "stock_depart", "stock_debut", "SI", "initial", "lots_initiaux"];
    let prices = ["prix_initial", "cout_initial", "pu_initial", "stock_initial_prix"];
    let Some(written) = inputs.find(&names) else { return Vec::new() };
    if let (Some(quantity), Some(price)) = (written.number(), inputs.number(&prices)) {
        return vec![Lot { quantity, price }];
    }
    match written {
        Tree::List(items) if items.iter().all(|item| matches!(item, Tree::List(_))) => {
            items.iter().filter_map(lot).collect()
        }
        single => lot(single).into_iter().collect(),
    }
}

/// A quantity at a price: a pair, or named figures; a value instead of a price is shared out.
fn lot(tree: &Tree) -> Option<Lot> {
    if let Tree::List(figures) = tree {
        let [quantity, price] = figures.as_slice() else { return None };
        return Some(Lot { quantity: quantity.number()?, price: price.number()? });
    }
    let inputs = Inputs::of(tree);
    let quantity = inputs.number(&["quantite", "qte", "q", "Q", "entree", "quantity"])?;
    let price = ["prix", "pu", "prix_unitaire", "cout", "cout_unitaire", "cu", "u", "price"];
    let price = inputs
        .number(&price)
        .or_else(|| inputs.number(&["valeur", "montant"])?.checked_div(quantity))?;
    Some(Lot { quantity, price })
}

/// Names of the list of movements.
const MOVEMENTS: [&str; 3] = ["mouvements", "movements", "operations"];

/// The opening stock written as the first movement: "[SI, 200, 30]".
fn first_of_list(inputs: &Inputs<'_>) -> Option<Lot> {
    let Tree::List(items) = inputs.find(&MOVEMENTS)? else { return None };
    let Tree::List(parts) = items.first()? else { return None };
    let word = parts.iter().find_map(|part| match part {
        Tree::Text(text) => Some(normalised(text)),
        _ => None,
    });
    let words = ["si", "stock_initial", "stock", "initial", "report", "opening"];
    word.filter(|word| words.contains(&word.as_str()))?;
    let figures: Vec<Decimal> = parts.iter().filter_map(Tree::number).collect();
    let [quantity, price] = figures.as_slice() else { return None };
    Some(Lot { quantity: *quantity, price: *price })
}

/// Movements of one list: "[in, 100, 10]", "[13/02, in, 150, 12]" or named figures; dates may come
/// in a list of their own. The first element may be the opening stock.
fn listed(inputs: &Inputs<'_>, opening_first: bool) -> Option<Vec<ValuedMovement>> {
    let Tree::List(items) = inputs.find(&MOVEMENTS)? else { return None };
    let dates = match inputs.find(&["dates", "jours"]) {
        Some(Tree::List(dates)) => {
            dates.iter().map(|date| date.text().unwrap_or_default()).collect()
        }
        _ => Vec::new(),
    };
    let written = items.iter().enumerate().skip(usize::from(opening_first));
    let movements = written.map(|(index, item)| {
        let mut movement = movement(item)?;
        if movement.date.is_empty() {
            movement.date = dates.get(index).cloned().unwrap_or_default();
        }
        Some(movement)
    });
    movements.collect()
}

fn movement(item: &Tree) -> Option<ValuedMovement> {
    let Tree::List(parts) = item else { return named(item) };
    let at = parts.iter().position(|part| {
        matches!(part, Tree::Text(_)) && part.text().is_some_and(|text| Kind::said(&text).is_some())
    })?;
    let kind = Kind::said(&parts.get(at)?.text()?)?;
    let date = at.checked_sub(1).and_then(|before| parts.get(before)).and_then(Tree::text);
    let figures: Vec<Decimal> = parts.iter().skip(at + 1).filter_map(Tree::number).collect();
    let flow = match (kind, figures.as_slice()) {
        (Kind::In, [quantity, price]) => Flow::In(Lot { quantity: *quantity, price: *price }),
        (Kind::Out, [quantity, ..]) => Flow::Out(*quantity),
        _ => return None,
    };
    Some(ValuedMovement { date: date.unwrap_or_default(), label: String::new(), flow })
}

/// "{date, entree, prix}", "{date, sortie}" or "{date, type, quantite, prix}".
fn named(item: &Tree) -> Option<ValuedMovement> {
    let inputs = Inputs::of(item);
    let date = inputs.find(&["date", "jour"]).and_then(Tree::text).unwrap_or_default();
    let said = inputs.find(&["type", "sens", "nature", "mouvement"]).and_then(Tree::text);
    let issued = inputs.number(&["sortie", "sorties", "out"]);
    let flow = match (said.and_then(|word| Kind::said(&word)), issued) {
        (Some(Kind::Out), _) => Flow::Out(inputs.number(&["quantite", "qte", "q"])?),
        (_, Some(quantity)) => Flow::Out(quantity),
        _ => Flow::In(lot(item)?),
    };
    Some(ValuedMovement { date, label: String::new(), flow })
}

/// Receipts and issues in two lists, with their order: "[in 1/9, out 15/9]".
fn separate(inputs: &Inputs<'_>) -> Option<Vec<ValuedMovement>> {
    let Some(Tree::List(receipts)) = inputs.find(&["entrees", "achats", "receptions"]) else {
        return None;
    };
    let Some(Tree::List(issues)) = inputs.find(&["sorties", "ventes", "consommations"]) else {
        return None;
    };
    let (mut receipts, mut issues) = (receipts.iter(), issues.iter());
    let Some(Tree::List(order)) = inputs.find(&["ordre", "order", "chronologie"]) else {
        // Without order, receipts come first, which an average of the period does not see.
        let receipts = receipts.map(|receipt| lot(receipt).map(Flow::In));
        let issues = issues.map(|issue| issue.number().map(Flow::Out));
        return receipts.chain(issues).map(|flow| Some(undated(flow?))).collect();
    };
    let movements = order.iter().map(|step| {
        let text = step.text()?;
        let (word, date) = text.split_once(' ').unwrap_or((&text, ""));
        let flow = match Kind::said(word)? {
            Kind::In => Flow::In(lot(receipts.next()?)?),
            Kind::Out => Flow::Out(issues.next()?.number()?),
        };
        Some(ValuedMovement { date: date.to_owned(), label: String::new(), flow })
    });
    movements.collect()
}

fn undated(flow: Flow) -> ValuedMovement {
    ValuedMovement { date: String::new(), label: String::new(), flow }
}

/// The method that the inputs ask for.
pub fn stated_method(inputs: &Inputs<'_>) -> Option<Method> {
    let name = inputs.find(&["methode", "method"])?.text()?;
    method_named(&normalised(&name), inputs)
}

/// The method that a name speaks of: `CMUP_fin_periode`, "FIFO", `stock_final_peps`.
pub fn method_named(name: &str, inputs: &Inputs<'_>) -> Option<Method> {
    let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
    if has(&["fifo", "peps", "premier_entre"]) {
        Some(Method::FirstInFirstOut)
    } else if has(&["lifo", "deps", "dernier_entre"]) {
        Some(Method::LastInFirstOut)
    } else if has(&["standard"]) {
        let cost = ["cout_standard", "standard", "prix_standard"];
        inputs.number(&cost).map(Method::Standard)
    } else if has(&["fin_periode", "fin_de_periode", "periodique", "unique", "mensuel", "fin_mois"])
    {
        Some(Method::PeriodAverage)
    } else if has(&["cmup", "cump", "pmp", "moyen_pondere", "average"]) {
        Some(Method::MovingAverage)
    } else {
        None
    }
}
