//! Lot rules as exercises write them.

use casdecole::domain::planning::data::LotRule;
use casdecole::domain::planning::tree::{Node, Problems, Tree};
use rust_decimal::Decimal;

const SIZE: &[&str] =
    &["q", "quantite", "lot", "taille", "size", "qty", "eoq", "multiple", "quantity"];
const MINIMUM: &[&str] = &["min", "minimum", "mini"];
const MAXIMUM: &[&str] = &["max", "maximum", "maxi"];
const MULTIPLE: &[&str] = &["multiple", "multiples", "conditionnement"];
const PERIODS: &[&str] = &[
    "periodes",
    "n",
    "periods",
    "nombre",
    "jours",
    "days",
    "group_days",
    "nb_periodes",
    "nombre_periodes",
    "intervalle",
    "p",
    "k",
    "t",
    "q",
];

/// Reads a lot rule; lot for lot when nothing is written.
pub fn read(node: &Node<'_>, problems: &mut Problems) -> LotRule {
    match node.tree() {
        None => LotRule::LotForLot,
        Some(Tree::Entries(_)) => detailed(node, problems),
        Some(tree) => match tree.number() {
            Some(lot) => LotRule::Multiple(lot),
            None if is_lot_for_lot(&tree.text().unwrap_or_default()) => LotRule::LotForLot,
            None => unknown(node, problems),
        },
    }
}

/// Reads the bounds that a node holds.
pub fn bounded(node: &Node<'_>, problems: &mut Problems) -> LotRule {
    let mut limit = |names: &[&str]| node.any_field(names).quantity(problems);
    LotRule::Bounded {
        minimum: limit(MINIMUM).unwrap_or_default(),
        maximum: limit(MAXIMUM).filter(|maximum| !maximum.is_zero()),
        multiple: limit(MULTIPLE).filter(|multiple| !multiple.is_zero()),
    }
}

/// Reads the grouping that a node holds.
pub fn grouped(node: &Node<'_>, problems: &mut Problems) -> LotRule {
    let periods = node.any_field(PERIODS);
    periods.require(problems);
    LotRule::Grouped {
        periods: periods.whole(problems).unwrap_or(1),
        multiple: node.any_field(MULTIPLE).quantity(problems).filter(|lot| !lot.is_zero()),
    }
}

fn detailed(node: &Node<'_>, problems: &mut Problems) -> LotRule {
    let kind = node.field("type").text_or("", problems).to_lowercase();
    let has = |names: &[&str]| !node.any_field(names).is_missing();
    match kind.as_str() {
        "single" | "unique" | "lot_unique" => LotRule::SingleLot(size(node, SIZE, problems)),
        "poq" | "periodes" | "periode" | "groupe" | "grouped" | "regroupement" | "fop" => {
            grouped(node, problems)
        }
        _ if has(MINIMUM) || has(MAXIMUM) => bounded(node, problems),
        "min" | "minimum" => {
            LotRule::Bounded { minimum: size(node, SIZE, problems), maximum: None, multiple: None }
        }
        "multiple" | "fixe" | "fixed" | "foq" | "lot_fixe" | "lot" | "eoq" | "qec" | "" => {
            LotRule::Multiple(size(node, SIZE, problems))
        }
        known if is_lot_for_lot(known) => LotRule::LotForLot,
        _ => unknown(node, problems),
    }
}

fn size(node: &Node<'_>, names: &[&str], problems: &mut Problems) -> Decimal {
    node.any_field(names).positive(problems).unwrap_or(Decimal::ONE)
}

fn is_lot_for_lot(word: &str) -> bool {
    ["l4l", "lfl", "lot_pour_lot", "lot pour lot", "lot for lot", "lot_for_lot", "llc"]
        .contains(&word.to_lowercase().as_str())
}

fn unknown(node: &Node<'_>, problems: &mut Problems) -> LotRule {
    problems.add(node.path(), "la règle de lot n'est pas reconnue.", "");
    LotRule::LotForLot
}
