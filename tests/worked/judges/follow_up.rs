//! Judge of cost prices and their variances.

mod costs;

use casdecole::domain::planning::follow_up::cost::{CostInput, worksheet};

use self::costs::{of_all_pieces, read};
use super::effectiveness::figures::{
    Answer, Figure, Sheet, figures, name_slip, normalised, settle,
};
use crate::example::Example;
use crate::judgement::Judgement;

/// Judges the topic "Coût de revient et écarts".
pub fn judge(example: &Example) -> Option<Result<Judgement, String>> {
    let topic = normalised(&example.topic);
    let ours = ["cout_de_revient", "ecarts", "cost_variance", "standard_cost"];
    ours.iter().any(|word| topic.contains(word)).then(|| judged(example))
}

fn judged(example: &Example) -> Result<Judgement, String> {
    let input = read(&example.inputs)?;
    let sheet = Sheet::of(worksheet(&input))?;
    // Without standard, what is written may be what one piece costs.
    let no_standard = input.products.iter().all(|product| {
        let none = product.elements.iter().all(|element| element.standard_price.is_none());
        none && product.standard_unit_cost.is_none()
    });
    let whole = no_standard.then(|| Sheet::of(worksheet(&of_all_pieces(&input))));
    let whole = whole.and_then(Result::ok);
    let mut judgement = Judgement::default();
    let all = figures(example);
    for figure in &all {
        let mut answers = answers(&input, &sheet, figure);
        if let Some(whole) = &whole {
            answers.extend(self::answers(&input, whole, figure));
        }
        settle(&mut judgement, example, &all, figure, &answers);
    }
    name_slip(&mut judgement, example);
    Ok(judgement)
}

/// Answers of the product and of the element that the path names.
fn answers(input: &CostInput, sheet: &Sheet, figure: &Figure<'_>) -> Vec<Answer> {
    let named = input.products.iter().find(|product| {
        let code = normalised(&product.code);
        !code.is_empty() && figure.path.contains(&code)
    });
    let only = input.products.first().filter(|_| input.products.len() == 1);
    let product = named.or(only);
    let code = product.map_or("", |product| product.code.as_str());
    let prefix = if code.is_empty() { String::new() } else { format!("{code}.") };
    let rest: Vec<&str> =
        figure.path.iter().map(String::as_str).filter(|name| *name != normalised(code)).collect();
    let rank = rest.iter().rev().find_map(|name| name.parse::<usize>().ok());
    let mut name = asked(figure.leaf(), &rest.join("_"));
    let element = product.and_then(|product| {
        product.elements.iter().find(|element| speaks_of(&rest, &element.code))
    });
    if let Some(element) = element {
        let row = format!("{prefix}{}", element.code);
        let mut found = sheet.answer(&row, column_of(name));
        // "matieres: {prix: 399, quantite: 475}" are the two parts of a variance.
        match figure.leaf() {
            "prix" | "taux" => found.extend(sheet.answer(&row, "ecart_prix")),
            "quantite" | "temps" | "quantites" => {
                found.extend(sheet.answer(&row, "ecart_quantite"));
            }
            "global" | "globale" | "total" => found.extend(sheet.answer(&row, "ecart")),
            _ => {}
        }
        return found;
    }
    // A pair is the cost of one piece, then that of the production.
    if rank == Some(1) {
        name = match name {
            "cout_reel" => "cout_unitaire_reel",
            "cout_standard" => "cout_unitaire_standard",
            other => other,
        };
    }
    let mut found = sheet.answer(&format!("{prefix}{name}"), "valeur");
    found.extend(sheet.answer(&format!("{prefix}total"), column_of(name)));
    if figure.tree.number().is_none() {
        let words = sheet.words(&format!("{prefix}sens_ecart"), "valeur");
        found.extend(words.map(Answer::Words));
    }
    found
}

/// Whether a path speaks of an element: its code is one of its words.
fn speaks_of(path: &[&str], code: &str) -> bool {
    let code = normalised(code);
    let singular = code.trim_end_matches('s');
    let mut words = path.iter().flat_map(|name| name.split('_'));
    path.contains(&code.as_str()) || words.any(|word| word.trim_end_matches('s') == singular)
}

/// Row that a path asks for, by its words.
fn asked(leaf: &str, path: &str) -> &'static str {
    let has = |words: &[&str]| words.iter().any(|word| path.contains(word));
    match leaf {
        "eq" | "e_q" => return "ecart_quantite",
        "ep" | "e_p" => return "ecart_prix",
        "eb" | "e_b" => return "ecart_budget",
        "ea" | "e_a" => return "ecart_activite",
        "er" | "e_r" => return "ecart_rendement",
        "et" | "e_t" | "eg" | "e_g" => return "ecart",
        _ => {}
    }
    if has(&["ecart", "variance"]) {
        return variance(path);
    }
    match (has(&["unitaire", "unit"]), has(&["preetabli", "standard", "prevu", "budget"])) {
        (true, true) => "cout_unitaire_standard",
        (true, false) => "cout_unitaire_reel",
        (false, true) => "cout_standard",
        (false, false) => "cout_reel",
    }
}

fn variance(path: &str) -> &'static str {
    let has = |words: &[&str]| words.iter().any(|word| path.contains(word));
    if has(&["budget"]) {
        "ecart_budget"
    } else if has(&["activite", "imputation", "capacity"]) {
        "ecart_activite"
    } else if has(&["rendement", "yield"]) {
        "ecart_rendement"
    } else if has(&["volume"]) {
        "ecart_volume"
    } else if has(&["quantite", "temps", "usage", "efficiency"]) {
        "ecart_quantite"
    } else if has(&["prix", "taux", "price", "rate", "cout"]) {
        "ecart_prix"
    } else {
        "ecart"
    }
}

/// Column of an element for a row of the product.
fn column_of(name: &str) -> &str {
    match name {
        "cout_reel" => "montant_reel",
        "cout_standard" => "montant_standard",
        "cout_unitaire_reel" => "prix_reel",
        "cout_unitaire_standard" => "prix_standard",
        other => other,
    }
}
