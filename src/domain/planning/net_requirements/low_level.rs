//! Low-level codes (codes de plus bas niveau): the deepest level at which an article is used.

use super::input::NetRequirementsInput;
use crate::domain::planning::worksheet::CalculationError;

/// Low-level code of each article: 0 for one that is used in no other.
///
/// # Errors
/// A loop, named ("A → B → A"), or a line that names an unknown article.
pub fn low_level_codes(input: &NetRequirementsInput) -> Result<Vec<u32>, CalculationError> {
    let count = input.items.len();
    let mut components: Vec<Vec<usize>> = vec![Vec::new(); count];
    let mut waiting: Vec<usize> = vec![0; count];
    for link in &input.links {
        match (components.get_mut(link.parent), waiting.get_mut(link.component)) {
            (Some(components), Some(waiting)) => {
                components.push(link.component);
                *waiting += 1;
            }
            _ => {
                return Err(CalculationError::impossible(
                    "une nomenclature cite un article inconnu",
                ));
            }
        }
    }
    let mut codes = vec![0_u32; count];
    let mut ready: Vec<usize> =
        waiting.iter().enumerate().filter(|(_, left)| **left == 0).map(|(rank, _)| rank).collect();
    let mut treated = 0;
    while let Some(parent) = ready.get(treated).copied() {
        treated += 1;
        let below = codes.get(parent).map_or(1, |code| code + 1);
        for component in components.get(parent).into_iter().flatten() {
            let places = (codes.get_mut(*component), waiting.get_mut(*component));
            if let (Some(code), Some(left)) = places {
                *code = below.max(*code);
                *left = left.saturating_sub(1);
                if *left == 0 {
                    ready.push(*component);
                }
            }
        }
    }
    if treated < count {
        let names = loop_of(input, &waiting).join(" → ");
        return Err(CalculationError::impossible(format!("la nomenclature boucle : {names}")));
    }
    Ok(codes)
}

/// Ranks of articles, each after those in which it is used; in the order written within a level.
pub(super) fn processing_order(codes: &[u32]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..codes.len()).collect();
    order.sort_by_key(|rank| codes.get(*rank).copied().unwrap_or_default());
    order
}

/// Ranks of the lines that name each article as a component, in the order written.
pub(super) fn uses(input: &NetRequirementsInput) -> Vec<Vec<usize>> {
    let mut uses: Vec<Vec<usize>> = vec![Vec::new(); input.items.len()];
    for (rank, link) in input.links.iter().enumerate() {
        if let Some(uses) = uses.get_mut(link.component) {
            uses.push(rank);
        }
    }
    uses
}

/// Codes of the articles of a loop, the first again at the end. Each article still waiting has a
/// parent still waiting, so going up from parent to parent ends in a loop.
fn loop_of(input: &NetRequirementsInput, waiting: &[usize]) -> Vec<String> {
    let is_waiting = |rank: usize| waiting.get(rank).is_some_and(|left| *left > 0);
    let mut parents: Vec<Option<usize>> = vec![None; input.items.len()];
    for link in input.links.iter().filter(|link| is_waiting(link.parent)) {
        if let Some(parent) = parents.get_mut(link.component) {
            parent.get_or_insert(link.parent);
        }
    }
    let mut climbed: Vec<usize> = Vec::new();
    let mut current = (0..input.items.len()).find(|rank| is_waiting(*rank));
    while let Some(rank) = current {
        if let Some(start) = climbed.iter().position(|known| *known == rank) {
            let mut around: Vec<usize> = climbed.split_off(start);
            around.reverse();
            let first = around.iter().enumerate().min_by_key(|(_, rank)| **rank);
            let first = first.map_or(0, |(place, _)| place);
            around.rotate_left(first);
            around.extend(around.first().copied());
            let code = |rank: usize| input.items.get(rank).map(|item| item.code.clone());
            return around.into_iter().filter_map(code).collect();
        }
        climbed.push(rank);
        current = parents.get(rank).copied().flatten();
    }
    Vec::new()
}

#[cfg(test)]
mod tests {
    use super::super::input::{BillLink, PlannedItem};
    use super::*;
    use rust_decimal::Decimal;

    fn input(codes: &[&str], links: &[(usize, usize)]) -> NetRequirementsInput {
        let item = |code: &&str| PlannedItem { code: (*code).to_owned(), ..PlannedItem::default() };
        let link = |(parent, component): &(usize, usize)| BillLink {
            parent: *parent,
            component: *component,
            quantity: Decimal::ONE,
            scrap: None,
        };
        NetRequirementsInput {
            items: codes.iter().map(item).collect(),
            links: links.iter().map(link).collect(),
            ..NetRequirementsInput::default()
        }
    }

    #[test]
    fn the_deepest_level_counts() {
        let input = input(&["C", "B", "A"], &[(2, 1), (2, 0), (1, 0)]);
        let codes = low_level_codes(&input).expect("no loop");
        assert_eq!(codes, [2, 1, 0]);
        assert_eq!(processing_order(&codes), [2, 1, 0]);
        assert_eq!(uses(&input), [vec![1, 2], vec![0], vec![]]);
    }

    #[test]
    fn a_loop_is_named() {
        let words = |codes: &[&str], links: &[(usize, usize)]| {
            low_level_codes(&input(codes, links)).expect_err("a loop").to_string()
        };
        assert_eq!(words(&["A", "B"], &[(0, 1), (1, 0)]), "la nomenclature boucle : A → B → A");
        assert_eq!(words(&["A"], &[(0, 0)]), "la nomenclature boucle : A → A");
        let long = [(0, 1), (1, 2), (2, 3), (3, 1), (3, 4)];
        assert_eq!(
            words(&["X", "A", "B", "C", "Z"], &long),
            "la nomenclature boucle : A → B → C → A"
        );
        assert_eq!(words(&["A"], &[(0, 7)]), "une nomenclature cite un article inconnu");
    }
}
