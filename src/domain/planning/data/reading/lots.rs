//! Lot rule of an article: a word, a size, or `{type: …}` with its figures.

use rust_decimal::Decimal;

use super::entries::{self, Choices};
use super::quantities;
use crate::domain::french::format_decimal;
use crate::domain::planning::data::LotRule;
use crate::domain::planning::tree::{Node, Problems, Tree};

#[derive(Debug, Clone, Copy)]
enum LotKind {
    LotForLot,
    Multiple,
    SingleLot,
    Minimum,
    Bounded,
    Grouped,
}

const KINDS: Choices<'static, LotKind> = &[
    (&["lot_pour_lot", "l4l", "lfl", "lot_par_lot"], LotKind::LotForLot),
    (&["multiple", "fixe", "lot_fixe", "quantite_fixe"], LotKind::Multiple),
    (&["unique", "lot_unique", "un_lot"], LotKind::SingleLot),
    (&["min", "minimum"], LotKind::Minimum),
    (&["bornes", "min_max"], LotKind::Bounded),
    (&["periodes", "poq", "regroupement"], LotKind::Grouped),
];

/// Names of the size of a lot.
const SIZE: [&str; 4] = ["q", "quantite", "taille", "multiple"];

/// Reads the rule; lot for lot when missing or unreadable.
pub(super) fn read(node: &Node<'_>, problems: &mut Problems) -> LotRule {
    let rule = match node.tree() {
        None => None,
        Some(Tree::Entries(_)) => detailed(node, problems),
        Some(tree) if tree.number().is_some() => node.positive(problems).map(LotRule::Multiple),
        Some(_) => word(node, problems),
    };
    rule.unwrap_or_default()
}

fn word(node: &Node<'_>, problems: &mut Problems) -> Option<LotRule> {
    match entries::choice(node, KINDS, problems)? {
        LotKind::LotForLot => {}
        LotKind::Grouped => lacks_figure(node, "{type: periodes, periodes: 2}", problems),
        LotKind::Minimum | LotKind::Bounded => {
            lacks_figure(node, "{type: bornes, min: 50, max: 200}", problems);
        }
        LotKind::Multiple | LotKind::SingleLot => {
            lacks_figure(node, "{type: multiple, q: 50}", problems);
        }
    }
    None
}

fn lacks_figure(node: &Node<'_>, example: &str, problems: &mut Problems) {
    problems.add(
        node.path(),
        "la règle de lot n'a pas de valeur.",
        format!("Écrivez par exemple {example}."),
    );
}

fn detailed(node: &Node<'_>, problems: &mut Problems) -> Option<LotRule> {
    let type_of = node.field("type");
    let kind = if let (true, Some(kind)) = (type_of.is_missing(), guessed(node)) {
        kind
    } else {
        type_of.require(problems);
        entries::choice(&type_of, KINDS, problems)?
    };
    let figures: &[&str] = match kind {
        LotKind::LotForLot => &["type"],
        LotKind::Multiple | LotKind::SingleLot => &["type", "q", "quantite", "taille", "multiple"],
        LotKind::Minimum | LotKind::Bounded => &["type", "min", "q", "max", "multiple"],
        LotKind::Grouped => &["type", "periodes", "multiple"],
    };
    entries::check_names(node, figures, problems);
    match kind {
        LotKind::LotForLot => Some(LotRule::LotForLot),
        LotKind::Multiple => size(node, problems).map(LotRule::Multiple),
        LotKind::SingleLot => size(node, problems).map(LotRule::SingleLot),
        LotKind::Minimum => {
            let minimum = entries::single(node, &["min", "q"], problems).positive(problems)?;
            bounded(node, minimum, problems)
        }
        LotKind::Bounded => {
            let smallest = entries::single(node, &["min", "q"], problems);
            let minimum = smallest.quantity_or(Decimal::ZERO, problems);
            bounded(node, minimum, problems)
        }
        LotKind::Grouped => grouped(node, problems),
    }
}

/// The kind that the figures tell when no type is written.
fn guessed(node: &Node<'_>) -> Option<LotKind> {
    let written = |name: &str| !node.field(name).is_missing();
    if written("periodes") {
        Some(LotKind::Grouped)
    } else if written("min") || written("max") {
        Some(LotKind::Bounded)
    } else if SIZE.iter().any(|name| written(name)) {
        Some(LotKind::Multiple)
    } else {
        None
    }
}

fn size(node: &Node<'_>, problems: &mut Problems) -> Option<Decimal> {
    entries::single(node, &SIZE, problems).positive(problems)
}

/// `maximum` and `multiple` of zero mean none.
fn bounded(node: &Node<'_>, minimum: Decimal, problems: &mut Problems) -> Option<LotRule> {
    let some = |name: &str, problems: &mut Problems| {
        node.field(name).quantity(problems).filter(|quantity| !quantity.is_zero())
    };
    let maximum = some("max", problems);
    let multiple = some("multiple", problems);
    if let Some(maximum) = maximum {
        for (word, size) in [("minimum", Some(minimum)), ("multiple", multiple)] {
            if let Some(size) = size.filter(|size| *size > maximum) {
                problems.add(
                    node.path(),
                    format!(
                        "le {word} {} dépasse le maximum {}.",
                        format_decimal(size),
                        format_decimal(maximum)
                    ),
                    "Corrigez l'un des deux.",
                );
                return None;
            }
        }
    }
    Some(LotRule::Bounded { minimum, maximum, multiple })
}

fn grouped(node: &Node<'_>, problems: &mut Problems) -> Option<LotRule> {
    let number = node.field("periodes");
    let multiple = node.field("multiple").quantity(problems).filter(|size| !size.is_zero());
    number.require(problems);
    let periods = quantities::number_of_periods(&number, problems)?;
    if periods == 0 {
        problems.add(number.path(), "la valeur est nulle.", "Regroupez au moins une période.");
        return None;
    }
    Some(LotRule::Grouped { periods, multiple })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule(yaml: &str) -> (LotRule, Vec<String>) {
        let tree: Tree = serde_yaml::from_str(yaml).expect("reads");
        let mut problems = Problems::default();
        let rule = read(&Node::root("lot", &tree), &mut problems);
        (rule, problems.found.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn every_writing_of_a_rule_is_read() {
        let fifty = Decimal::from(50);
        let bounded =
            |minimum: u32, maximum: Option<u32>, multiple: Option<u32>| LotRule::Bounded {
                minimum: Decimal::from(minimum),
                maximum: maximum.map(Decimal::from),
                multiple: multiple.map(Decimal::from),
            };
        for (yaml, expected) in [
            ("lot_pour_lot", LotRule::LotForLot),
            ("Lot pour lot", LotRule::LotForLot),
            ("{type: l4l}", LotRule::LotForLot),
            ("50", LotRule::Multiple(fifty)),
            ("{type: multiple, q: 50}", LotRule::Multiple(fifty)),
            ("{multiple: 50}", LotRule::Multiple(fifty)),
            ("{type: unique, q: 50}", LotRule::SingleLot(fifty)),
            ("{type: min, min: 50}", bounded(50, None, None)),
            ("{min: 50, max: 500, multiple: 25}", bounded(50, Some(500), Some(25))),
            ("{type: bornes, min: 50, max: 0}", bounded(50, None, None)),
            ("{type: periodes, periodes: 3}", LotRule::Grouped { periods: 3, multiple: None }),
            ("{periodes: 2, multiple: 50}", LotRule::Grouped { periods: 2, multiple: Some(fifty) }),
        ] {
            assert_eq!(rule(yaml), (expected, Vec::new()), "{yaml}");
        }
    }

    #[test]
    fn a_rule_that_fits_no_order_is_refused() {
        for (yaml, expected) in [
            (
                "au_mieux",
                "lot : « au_mieux » n'est pas reconnu. Choisissez parmi : lot_pour_lot, multiple, \
                 unique, min, bornes, periodes.",
            ),
            (
                "multiple",
                "lot : la règle de lot n'a pas de valeur. Écrivez par exemple {type: multiple, q: \
                 50}.",
            ),
            (
                "{type: multiple, q: 0}",
                "lot.q : la valeur est nulle. Écrivez une valeur plus grande que zéro.",
            ),
            ("{type: multiple}", "lot.q : la valeur manque. Écrivez-la."),
            ("{type: l4l, q: 50}", "lot.q : « q » est inconnu ici. Noms connus : type."),
            (
                "{min: 50, max: 40}",
                "lot : le minimum 50 dépasse le maximum 40. Corrigez l'un des deux.",
            ),
            (
                "{type: periodes, periodes: 0}",
                "lot.periodes : la valeur est nulle. Regroupez au moins une période.",
            ),
            ("{}", "lot.type : la valeur manque. Écrivez-la."),
            ("-50", "lot : la valeur -50 est négative. Écrivez une valeur nulle ou positive."),
        ] {
            assert_eq!(rule(yaml).1, [expected], "{yaml}");
        }
    }
}
