//! Figures by period: a list as long as the horizon, or the periods by name; one number alone
//! holds for every period.

use rust_decimal::Decimal;

use super::entries;
use super::periods::Horizon;
use crate::domain::planning::tree::{Node, Problems, Tree};

/// Name of the entry that gives the value of the periods not named.
const OTHERS: &str = "autres";

/// One quantity a period; `None` when nothing is written, or nothing readable.
pub(super) fn read(
    node: &Node<'_>,
    horizon: &Horizon,
    problems: &mut Problems,
) -> Option<Vec<Decimal>> {
    let tree = node.tree()?;
    if matches!(tree, Tree::Entries(entries) if entries.is_empty()) {
        return None;
    }
    if horizon.periods.is_empty() {
        horizon.require(problems);
        return None;
    }
    let count = horizon.periods.len();
    match tree {
        Tree::List(_) => listed(node, count, problems),
        Tree::Entries(_) => Some(named(node, horizon, problems)),
        _ => Some(vec![node.quantity(problems)?; count]),
    }
}

fn listed(node: &Node<'_>, count: usize, problems: &mut Problems) -> Option<Vec<Decimal>> {
    let items = node.items(problems);
    let values: Vec<Decimal> =
        items.iter().map(|item| item.quantity_or(Decimal::ZERO, problems)).collect();
    if values.len() != count {
        problems.add(
            node.path(),
            format!("{} pour {}.", number_of(values.len(), "valeur"), number_of(count, "période")),
            "Écrivez une valeur par période, ou nommez les périodes : {S40: 50}.",
        );
        return None;
    }
    Some(values)
}

fn number_of(count: usize, word: &str) -> String {
    let plural = if count > 1 { "s" } else { "" };
    format!("{count} {word}{plural}")
}

fn named(node: &Node<'_>, horizon: &Horizon, problems: &mut Problems) -> Vec<Decimal> {
    let others_allowed = horizon.periods.rank(OTHERS).is_none();
    let default = if others_allowed {
        node.field(OTHERS).quantity_or(Decimal::ZERO, problems)
    } else {
        Decimal::ZERO
    };
    let mut values = vec![default; horizon.periods.len()];
    for (name, entry) in entries::named(node, problems) {
        if others_allowed && name == OTHERS {
            continue;
        }
        let quantity = entry.quantity_or(Decimal::ZERO, problems);
        match horizon.periods.rank(&name).and_then(|rank| values.get_mut(rank)) {
            Some(value) => *value = quantity,
            None => horizon.outside(entry.path(), &name, problems),
        }
    }
    values
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_in(periods: &str, yaml: &str) -> (Option<Vec<i64>>, Vec<String>) {
        let tree: Tree = serde_yaml::from_str(&format!("{periods}\nx: {yaml}\n")).expect("reads");
        let root = Node::root("", &tree);
        let mut problems = Problems::default();
        let horizon = Horizon::read(&root, &mut problems);
        let values = read(&root.field("x"), &horizon, &mut problems);
        let whole = values.map(|values| {
            values.iter().map(|value| i64::try_from(*value).expect("whole")).collect()
        });
        (whole, problems.found.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn a_series_is_listed_named_or_constant() {
        let periods = "periodes: [S40, S41, S42]";
        for (yaml, expected) in [
            ("[1, 2, 3]", vec![1, 2, 3]),
            ("[1, ~, 3]", vec![1, 0, 3]),
            ("{S41: 5}", vec![0, 5, 0]),
            ("{autres: 5, S42: 4}", vec![5, 5, 4]),
            ("7", vec![7, 7, 7]),
        ] {
            assert_eq!(read_in(periods, yaml), (Some(expected), Vec::new()), "{yaml}");
        }
        assert_eq!(read_in(periods, "{}"), (None, Vec::new()));
        assert_eq!(read_in("y: 1", "{}").1, Vec::<String>::new());
        assert_eq!(read_in("periodes: 2", "{2: 30}"), (Some(vec![0, 30]), Vec::new()));
    }

    #[test]
    fn what_is_outside_the_horizon_or_too_short_is_named() {
        let periods = "periodes: {premiere: S40, nombre: 8}";
        assert_eq!(
            read_in(periods, "{S52: 1}").1,
            ["x.S52 : la période S52 est hors de l'horizon (S40 à S47). Citez une période de \
                 l'horizon, ou allongez « periodes »."]
        );
        assert_eq!(
            read_in(periods, "[1]").1,
            ["x : 1 valeur pour 8 périodes. Écrivez une valeur par période, ou nommez les \
                 périodes : {S40: 50}."]
        );
        assert_eq!(
            read_in(periods, "{S41: -5, S42: beaucoup}").1,
            [
                "x.S41 : la valeur -5 est négative. Écrivez une valeur nulle ou positive.",
                "x.S42 : un nombre est attendu. Écrivez par exemple 12 ou 12.5, sans unité.",
            ]
        );
    }

    #[test]
    fn without_periods_the_lack_is_said_once() {
        let lack = "periodes : les périodes ne sont pas définies. Écrivez par exemple « periodes: \
                    8 ».";
        assert_eq!(read_in("y: 1", "{S40: 1}"), (None, vec![lack.to_owned()]));
        let wrong = "periodes : l'horizon n'a aucune période. Écrivez au moins une période.";
        assert_eq!(read_in("periodes: 0", "{S40: 1}"), (None, vec![wrong.to_owned()]));
    }
}
