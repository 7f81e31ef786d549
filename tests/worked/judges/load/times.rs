//! Set-up and unit times, or rates, of operations.

use casdecole::domain::planning::load::{TimeUnit, Work};
use casdecole::domain::planning::tree::Tree;
use rust_decimal::Decimal;

use super::words::{entries, find, hours, key, number, plain, value};

const SETUP: [&str; 10] = [
    "ts",
    "temps_serie",
    "temps_de_serie",
    "temps_de_reglage",
    "reglage",
    "temps_reglage",
    "setup",
    "preparation",
    "changement",
    "temps_lancement",
];
const UNIT: [&str; 11] = [
    "tu",
    "temps_unitaire",
    "unitaire",
    "temps_unite",
    "temps_par_piece",
    "traitement",
    "run",
    "execution",
    "heures_par_unite",
    "heures_par_piece",
    "h",
];
const RATE: [&str; 6] =
    ["cadence", "debit", "pieces_par_heure", "rendement_horaire", "rate", "vitesse"];

/// Times of an operation, in hours.
#[derive(Debug, Clone)]
pub struct Times {
    /// Set-up.
    pub setup: Option<Decimal>,
    /// Time of the pieces.
    pub work: Work,
    /// Periods between the order and its load.
    pub offset: u32,
}

impl Times {
    /// So many hours a piece.
    pub fn each(hours: Decimal) -> Self {
        Self { setup: None, work: Work::UnitTime(hours), offset: 0 }
    }
}

/// Unit in which bare times are written: from the names of what holds them, and from notes.
pub fn unit(inputs: &Tree) -> TimeUnit {
    let mut words = String::new();
    for (name, tree) in entries(inputs) {
        let name = plain(name);
        let is_about_times =
            ["gamme", "temps", "unite", "note"].iter().any(|about| name.starts_with(about));
        match tree {
            Tree::Text(text) if is_about_times => {
                words.extend([name.as_str(), " ", &plain(text), " "]);
            }
            Tree::Entries(_) | Tree::List(_) if is_about_times => {
                words.extend([name.as_str(), " "]);
            }
            _ => {}
        }
    }
    if words.contains("centi") {
        TimeUnit::Hundredths
    } else if words.contains("minute") || words.contains("_min ") || words.contains("unite min") {
        TimeUnit::Minutes
    } else {
        TimeUnit::Hours
    }
}

/// Times written as `[set-up, unit]`, a number, or by name.
pub fn of(tree: &Tree) -> Option<Times> {
    match tree {
        Tree::List(items) => {
            let numbers: Vec<Decimal> = items.iter().filter_map(Tree::number).collect();
            match numbers.as_slice() {
                [unit] => Some(Times::each(*unit)),
                [setup, unit] => Some(Times { setup: Some(*setup), ..Times::each(*unit) }),
                _ => None,
            }
        }
        Tree::Entries(_) => named(tree),
        _ => tree.number().map(Times::each),
    }
}

fn named(tree: &Tree) -> Option<Times> {
    let time = |names: &[&str]| {
        let (name, value) = find(tree, names)?;
        Some(hours(name, value.number()?))
    };
    let setup = time(&SETUP);
    let offset =
        number(tree, &["decalage", "offset"]).and_then(|offset| u32::try_from(offset).ok());
    let work = match (time(&UNIT), value(tree, &RATE)) {
        (Some(each), _) => Work::UnitTime(each),
        (None, Some(rate)) => rate_of(rate)?,
        (None, None) => return None,
    };
    Some(Times { setup, work, offset: offset.unwrap_or(0) })
}

/// A number, or the rate of each post of a line.
fn rate_of(tree: &Tree) -> Option<Work> {
    if let Some(rate) = super::words::product(tree) {
        return Some(Work::Rate(rate));
    }
    let posts: Option<Vec<(String, Decimal)>> =
        entries(tree).iter().map(|(post, rate)| Some((key(post), rate.number()?))).collect();
    posts.filter(|posts| !posts.is_empty()).map(Work::Slowest)
}

/// Operations of an order or of a gamme: number, centre, times.
pub fn operations(tree: &Tree, centre_names: &[&str]) -> Vec<(String, String, Times)> {
    let list = value(tree, &["operations", "gamme", "postes", "temps"]).unwrap_or(tree);
    let mut found = Vec::new();
    match list {
        Tree::List(items) => {
            for (rank, item) in items.iter().enumerate() {
                let name = value(item, &["operation", "numero", "op"]).and_then(Tree::text);
                let name = name.unwrap_or_else(|| ((rank + 1) * 10).to_string());
                if let (Some(times), Some(centre)) = (named(item), centre_of(item, centre_names)) {
                    found.push((name, centre, times));
                }
            }
        }
        Tree::Entries(written) => {
            if let Some(times) = named(list) {
                let centre = centre_of(list, centre_names).unwrap_or_else(|| "poste".to_owned());
                return vec![(String::new(), centre, times)];
            }
            for (name, inner) in written {
                let is_list = matches!(inner, Tree::List(_));
                let is_times = is_list || matches!(inner, Tree::Entries(_));
                let Some(times) = of(inner).filter(|_| is_times) else { continue };
                match centre_of(inner, centre_names) {
                    Some(centre) => found.push((name.clone(), centre, times)),
                    None => found.push((String::new(), key(name), times)),
                }
            }
        }
        _ => {}
    }
    found
}

fn centre_of(tree: &Tree, names: &[&str]) -> Option<String> {
    value(tree, names).and_then(Tree::text).map(|name| key(&name))
}
