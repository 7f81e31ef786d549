//! Figures by period written in the options of a calculation, and the periods that they tell when
//! the case has none.

use rust_decimal::Decimal;

use crate::domain::planning::data::{MAX_PERIODS, Periods};
use crate::domain::planning::tree::{Node, Problems, Tree};

/// Name of the entry that gives the value of the periods not named.
const OTHERS: &str = "autres";

/// Periods of the case; without any, those that the first series written tells.
pub(in crate::domain::planning) fn periods(
    known: &Periods,
    series: &[Node<'_>],
    problems: &mut Problems,
) -> Option<Periods> {
    if !known.is_empty() {
        return Some(known.clone());
    }
    let written = series.iter().find_map(|node| match node.tree() {
        Some(Tree::List(items)) => Some((node, items.len())),
        Some(Tree::Entries(entries)) => Some((node, entries.len())),
        _ => None,
    });
    let Some((node, count)) = written else {
        problems.add(
            "periodes",
            "les périodes ne sont pas définies.",
            "Écrivez par exemple « periodes: 8 ».",
        );
        return None;
    };
    if count == 0 || count > MAX_PERIODS {
        problems.add(
            node.path(),
            format!("il y a {count} valeurs."),
            format!("Écrivez de 1 à {MAX_PERIODS} valeurs."),
        );
        return None;
    }
    let mut told = Periods::numbered(count);
    if let Some(Tree::Entries(entries)) = node.tree() {
        told.names = entries.iter().map(|(name, _)| name.clone()).collect();
        told.opening = String::new();
    }
    Some(told)
}

/// One quantity a period: a list, one number for all, or numbers by name of period. `None` when
/// nothing is written, or when a problem was noted.
pub(in crate::domain::planning) fn by_period(
    node: &Node<'_>,
    periods: &Periods,
    problems: &mut Problems,
) -> Option<Vec<Decimal>> {
    match node.tree()? {
        Tree::List(_) => {
            let values = listed(node, problems)?;
            if values.len() == periods.len() {
                return Some(values);
            }
            problems.add(
                node.path(),
                format!("{} valeurs pour {} périodes.", values.len(), periods.len()),
                "Écrivez une valeur par période.",
            );
            None
        }
        Tree::Entries(_) => named(node, periods, problems),
        _ => Some(vec![node.quantity(problems)?; periods.len()]),
    }
}

/// Quantities of a list, whatever their number.
pub(in crate::domain::planning) fn listed(
    node: &Node<'_>,
    problems: &mut Problems,
) -> Option<Vec<Decimal>> {
    let before = problems.found.len();
    let items = node.items(problems);
    let values = items.iter().map(|item| item.quantity_or(Decimal::ZERO, problems)).collect();
    (problems.found.len() == before).then_some(values)
}

fn named(node: &Node<'_>, periods: &Periods, problems: &mut Problems) -> Option<Vec<Decimal>> {
    let before = problems.found.len();
    let others_allowed = periods.rank(OTHERS).is_none();
    let others = if others_allowed { node.field(OTHERS).quantity(problems) } else { None };
    let default = others.unwrap_or(Decimal::ZERO);
    let mut values = vec![default; periods.len()];
    for (name, entry) in node.entries(problems) {
        if others_allowed && name == OTHERS {
            continue;
        }
        let Some(rank) = rank(&entry, &name, periods, problems) else { continue };
        let quantity = entry.quantity_or(Decimal::ZERO, problems);
        if let Some(value) = values.get_mut(rank) {
            *value = quantity;
        }
    }
    (problems.found.len() == before).then_some(values)
}

/// Rank of a period by its name, from 0; an unknown one is noted at this node.
pub(in crate::domain::planning) fn rank(
    node: &Node<'_>,
    name: &str,
    periods: &Periods,
    problems: &mut Problems,
) -> Option<usize> {
    let found = periods.rank(name);
    if found.is_none() {
        problems.add(
            node.path(),
            format!("la période {name} est hors de l'horizon."),
            format!("Périodes connues : {}.", shortened(&periods.names)),
        );
    }
    found
}

/// The first names of a long list.
fn shortened(names: &[String]) -> String {
    let first: Vec<&str> = names.iter().take(12).map(String::as_str).collect();
    let more = if names.len() > first.len() { "…" } else { "" };
    format!("{}{more}", first.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(yaml: &str, count: usize) -> (Option<Vec<i64>>, Vec<String>) {
        let tree: Tree = serde_yaml::from_str(yaml).expect("reads");
        let mut problems = Problems::default();
        let periods = Periods::numbered(count);
        let values = by_period(&Node::root("x", &tree), &periods, &mut problems);
        let whole = values.map(|values| {
            values.into_iter().map(|value| i64::try_from(value).expect("whole")).collect()
        });
        (whole, problems.found.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn a_series_is_listed_named_or_constant() {
        assert_eq!(read("[1, 2]", 2), (Some(vec![1, 2]), Vec::new()));
        assert_eq!(read("5", 2), (Some(vec![5, 5]), Vec::new()));
        assert_eq!(read("{2: 5}", 2), (Some(vec![0, 5]), Vec::new()));
        assert_eq!(read("{autres: 3, 2: 5}", 3), (Some(vec![3, 5, 3]), Vec::new()));
        assert_eq!(read("~", 2), (None, Vec::new()));
    }

    #[test]
    fn a_wrong_series_is_named() {
        let (values, problems) = read("[1, 2, 3]", 2);
        assert_eq!(values, None);
        assert_eq!(problems, ["x : 3 valeurs pour 2 périodes. Écrivez une valeur par période."]);
        assert_eq!(
            read("{9: 1}", 2).1,
            ["x.9 : la période 9 est hors de l'horizon. Périodes connues : 1, 2."]
        );
        assert_eq!(read("[-1, 2]", 2).0, None);
    }

    #[test]
    fn periods_come_from_the_case_or_from_the_series() {
        let tree: Tree = serde_yaml::from_str("{jan: 1, fév: 2}").expect("reads");
        let node = Node::root("ventes", &tree);
        let mut problems = Problems::default();
        let nodes = [node];
        let told = periods(&Periods::default(), &nodes, &mut problems).expect("told");
        assert_eq!(told.names, ["jan", "fév"]);
        let known = Periods::numbered(4);
        assert_eq!(periods(&known, &nodes, &mut problems), Some(known));
        assert!(problems.is_empty());
        assert_eq!(periods(&Periods::default(), &[], &mut problems), None);
        assert_eq!(problems.found.len(), 1);
    }
}
