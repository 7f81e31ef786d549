//! Centres with their capacities: products of figures, deductions, efficiencies.

use casdecole::domain::planning::load::{
    CapacityInput, Coefficient, Deduction, DeductionAmount, Factor, FactorValues, LoadCentre,
    Opening, Series, Times,
};
use casdecole::domain::planning::tree::Tree;
use rust_decimal::Decimal;

use super::words::{by_period, entries, figures, find, is_period, key, plain, product, value};

const HOURS: [&str; 9] = [
    "capacite_theorique",
    "capacite",
    "capacites",
    "disponible",
    "heures_disponibles",
    "capacite_reelle",
    "ouverture",
    "temps_ouverture",
    "available",
];
const FACTORS: [&str; 15] = [
    "machines",
    "nb_machines",
    "postes",
    "nb_postes",
    "operateurs",
    "effectif",
    "equipes",
    "nb_equipes",
    "jours",
    "jours_par_semaine",
    "semaines",
    "semaines_par_an",
    "heures",
    "heures_par_equipe",
    "heures_par_jour",
];
const SHARES: [&str; 8] = [
    "rendement",
    "efficacite",
    "efficience",
    "utilisation",
    "coefficient",
    "disponibilite",
    "presence",
    "coefficient_utilisation",
];

/// The centres that capacities, deductions or operations name.
pub fn centres(inputs: &Tree, named: &[String], periods: &[String]) -> Vec<LoadCentre> {
    let mut codes: Vec<String> = Vec::new();
    let mut add = |code: String| {
        if !codes.contains(&code) {
            codes.push(code);
        }
    };
    let capacity = value(inputs, &HOURS);
    let shops = value(inputs, &["ateliers", "postes", "centres", "machines"]);
    for tree in [value(inputs, &["deductions"]), capacity, shops].into_iter().flatten() {
        for (name, inner) in entries(tree) {
            if !is_detail(name)
                && !is_period(name)
                && !matches!(inner, Tree::Text(text) if figures(text).is_empty())
            {
                add(key(name));
            }
        }
    }
    for code in named {
        add(code.clone());
    }
    if codes.is_empty() && (capacity.is_some() || !factors(inputs).is_empty()) {
        codes.push("poste".to_owned());
    }
    codes
        .into_iter()
        .map(|code| LoadCentre {
            capacity: capacity_of(inputs, &code, periods),
            code,
            ..LoadCentre::default()
        })
        .collect()
}

fn is_detail(name: &str) -> bool {
    let plain = plain(name);
    FACTORS.contains(&plain.as_str()) || SHARES.contains(&plain.as_str())
}

fn capacity_of(inputs: &Tree, code: &str, periods: &[String]) -> Option<CapacityInput> {
    let of_code = |tree: &Tree| -> Option<Tree> {
        entries(tree).iter().find(|(name, _)| key(name) == *code).map(|(_, own)| own.clone())
    };
    let shops = value(inputs, &["ateliers", "postes", "centres", "machines"]).and_then(of_code);
    let shops = shops.map(|shop| with_hours(shop, inputs));
    let stated = value(inputs, &HOURS);
    let own = stated.and_then(of_code);
    let whole = stated
        .filter(|tree| entries(tree).iter().all(|(name, _)| is_detail(name) || is_period(name)));
    let sources = [own, shops.clone(), whole.cloned(), Some(inputs.clone())];
    let opening = sources.iter().flatten().find_map(|tree| opening(tree, periods))?;
    let of_centre = value(inputs, &["deductions"]).and_then(of_code);
    let in_shop = shops.as_ref().and_then(|shop| value(shop, &["deductions", "arrets"])).cloned();
    let deductions = of_centre.or(in_shop).map(|tree| deductions(&tree)).unwrap_or_default();
    let mut coefficients = Vec::new();
    for source in [shops.as_ref(), Some(inputs)].into_iter().flatten() {
        for name in SHARES {
            let Some(share) = share(source, name, code) else { continue };
            if coefficients.iter().all(|known: &Coefficient| known.key != name) {
                coefficients.push(Coefficient {
                    key: name.to_owned(),
                    label: name.to_owned(),
                    values: Series::Constant(share),
                });
            }
        }
    }
    let absent = share(inputs, "absenteisme", code);
    if let Some(present) = absent.and_then(|absent| Decimal::ONE.checked_sub(absent)) {
        coefficients.push(Coefficient {
            key: "presence_reelle".to_owned(),
            label: "présence".to_owned(),
            values: Series::Constant(present),
        });
    }
    Some(CapacityInput { opening, deductions, deduction_rounding: None, coefficients })
}

/// A workshop that counts its posts alone opens as long as the whole does.
fn with_hours(shop: Tree, inputs: &Tree) -> Tree {
    let counts = entries(&shop).iter().any(|(name, _)| FACTORS.contains(&plain(name).as_str()));
    let is_hours = |name: &str| plain(name).starts_with("heures");
    if !counts || entries(&shop).iter().any(|(name, _)| is_hours(name)) {
        return shop;
    }
    let hours = entries(inputs).iter().filter(|(name, tree)| {
        tree.number().is_some() && (is_hours(name) || plain(name).starts_with("jours"))
    });
    Tree::Entries(entries(&shop).iter().chain(hours).cloned().collect())
}

/// A share of 1, of the centre when shares are written by centre.
fn share(source: &Tree, name: &str, code: &str) -> Option<Decimal> {
    let (_, tree) = find(source, &[name])?;
    let number = tree.number().or_else(|| {
        entries(tree).iter().find(|(own, _)| key(own) == *code).and_then(|(_, own)| own.number())
    })?;
    if number > Decimal::TWO { number.checked_div(Decimal::ONE_HUNDRED) } else { Some(number) }
}

/// Hours as such, one a period or a product written in words, or named factors.
fn opening(tree: &Tree, periods: &[String]) -> Option<Opening> {
    let stated = if matches!(tree, Tree::Entries(_)) { value(tree, &HOURS) } else { Some(tree) };
    match stated {
        Some(list @ (Tree::List(_) | Tree::Entries(_))) => {
            let hours = by_period(list, periods)?;
            Some(Opening::Hours(Series::by_period(hours)))
        }
        Some(Tree::Text(text)) if figures(text).len() > 1 => {
            let factors = figures(text)
                .into_iter()
                .enumerate()
                .map(|(rank, figure)| factor(&format!("facteur_{}", rank + 1), figure));
            Some(Opening::Factors(factors.collect()))
        }
        Some(other) if product(other).is_some() => {
            product(other).map(|hours| Opening::Hours(Series::Constant(hours)))
        }
        _ => {
            let factors = factors(tree);
            (!factors.is_empty()).then_some(Opening::Factors(factors))
        }
    }
}

fn factors(tree: &Tree) -> Vec<Factor> {
    let is_hours = |name: &str| plain(name).starts_with("heures") && !plain(name).contains("unite");
    let has_hours = entries(tree).iter().any(|(name, _)| is_hours(name));
    let found = entries(tree)
        .iter()
        .filter(|(name, _)| FACTORS.contains(&plain(name).as_str()) || is_hours(name));
    if !has_hours {
        return Vec::new();
    }
    found.filter_map(|(name, figure)| Some(factor(&plain(name), figure.number()?))).collect()
}

fn factor(name: &str, figure: Decimal) -> Factor {
    Factor {
        key: name.to_owned(),
        label: name.to_owned(),
        unit: String::new(),
        values: FactorValues::Given(Series::Constant(figure)),
    }
}

fn deductions(tree: &Tree) -> Vec<Deduction> {
    entries(tree)
        .iter()
        .filter_map(|(name, amount)| {
            let amount = amount_of(&plain(name), amount)?;
            Some(Deduction { key: key(name), label: name.clone(), amount })
        })
        .collect()
}

/// "15 min x 5 j", hours, or a share of the opening time.
fn amount_of(name: &str, tree: &Tree) -> Option<DeductionAmount> {
    if let Tree::Text(text) = tree {
        let figures = figures(text);
        let first = figures.first().copied()?;
        if text.contains('%') {
            return first.checked_div(Decimal::ONE_HUNDRED).map(DeductionAmount::Share);
        }
        if text.contains("min") {
            let times = figures
                .iter()
                .skip(1)
                .try_fold(Decimal::ONE, |product, figure| product.checked_mul(*figure))?;
            let times = Times::Given(Series::Constant(times));
            return Some(DeductionAmount::Minutes { each: first, times });
        }
        return product(tree).map(|hours| DeductionAmount::Hours(Series::Constant(hours)));
    }
    let number = tree.number()?;
    let in_hours = ["arret", "nettoyage", "pause", "maintenance", "reunion", "entretien", "panne"];
    let is_hours = in_hours.iter().any(|word| name.contains(word));
    Some(if number < Decimal::ONE && !is_hours {
        DeductionAmount::Share(number)
    } else {
        DeductionAmount::Hours(Series::Constant(number))
    })
}
