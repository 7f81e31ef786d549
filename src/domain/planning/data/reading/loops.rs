//! Loops of the nomenclatures: an article that enters its own making, at any level.

use std::collections::{HashMap, HashSet};
use std::slice::Iter;

use crate::domain::planning::data::{BillLine, BillOfMaterials};
use crate::domain::planning::tree::{Node, Problems};

/// Largest number of loops reported: the others show once these are mended.
const MOST_REPORTED: usize = 20;
/// Largest number of codes written for one loop.
const MOST_CODES: usize = 12;

/// Articles being followed, from the first composé down, each with its components still to see.
type Descent<'b> = Vec<(&'b str, Iter<'b, BillLine>)>;

/// Notes each loop once. Every link of the nomenclatures is followed once.
pub(super) fn check(bills: &[BillOfMaterials], section: &Node<'_>, problems: &mut Problems) {
    let lines: HashMap<&str, &[BillLine]> =
        bills.iter().map(|bill| (bill.parent.as_str(), bill.lines.as_slice())).collect();
    let mut seen: HashSet<&str> = HashSet::new();
    let mut reported = 0;
    for bill in bills {
        let parent = bill.parent.as_str();
        if !seen.insert(parent) {
            continue;
        }
        let mut descent: Descent<'_> = vec![(parent, bill.lines.iter())];
        let mut above: HashSet<&str> = HashSet::from([parent]);
        while let Some((code, rest)) = descent.last_mut() {
            let code = *code;
            let Some(line) = rest.next() else {
                above.remove(code);
                descent.pop();
                continue;
            };
            let component = line.component.as_str();
            if above.contains(component) {
                report(&descent, component, section, problems);
                reported += 1;
                if reported == MOST_REPORTED {
                    return;
                }
            } else if seen.insert(component) {
                let below = lines.get(component).copied().unwrap_or_default();
                above.insert(component);
                descent.push((component, below.iter()));
            }
        }
    }
}

fn report(descent: &Descent<'_>, component: &str, section: &Node<'_>, problems: &mut Problems) {
    let codes: Vec<&str> =
        descent.iter().map(|(code, _)| *code).skip_while(|code| *code != component).collect();
    let last = codes.last().copied().unwrap_or(component);
    let place = section.field(last).field(component);
    if codes.len() <= 1 {
        problems.add(
            place.path(),
            format!("l'article {component} est composant de lui-même."),
            "Retirez cette ligne de la nomenclature.",
        );
        return;
    }
    let mut words = codes.iter().take(MOST_CODES).copied().collect::<Vec<_>>().join(" → ");
    if codes.len() > MOST_CODES {
        words.push_str(" → …");
    }
    problems.add(
        place.path(),
        format!("la nomenclature tourne en boucle : {words} → {component}."),
        "Retirez l'un de ces liens : un article n'entre pas dans sa propre fabrication.",
    );
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::planning::tree::Tree;
    use rust_decimal::Decimal;

    fn loops(links: &[(&str, &[&str])]) -> Vec<String> {
        let bills: Vec<BillOfMaterials> = links
            .iter()
            .map(|(parent, components)| BillOfMaterials {
                parent: (*parent).to_owned(),
                lines: components
                    .iter()
                    .map(|component| BillLine {
                        component: (*component).to_owned(),
                        quantity: Decimal::ONE,
                        scrap: None,
                    })
                    .collect(),
            })
            .collect();
        let mut problems = Problems::default();
        check(&bills, &Node::root("nomenclatures", &Tree::Empty), &mut problems);
        problems.found.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_loop_is_named_from_its_first_article() {
        assert_eq!(
            loops(&[("A", &["B", "X"]), ("B", &["C"]), ("C", &["B"])]),
            ["nomenclatures.C.B : la nomenclature tourne en boucle : B → C → B. Retirez l'un \
                 de ces liens : un article n'entre pas dans sa propre fabrication."]
        );
        assert_eq!(
            loops(&[("A", &["A"])]),
            ["nomenclatures.A.A : l'article A est composant de lui-même. Retirez cette ligne \
                 de la nomenclature."]
        );
    }

    #[test]
    fn a_common_component_is_no_loop() {
        let none: [&str; 0] = [];
        assert_eq!(loops(&[("A", &["B", "C"]), ("B", &["D"]), ("C", &["D", "B"])]), none);
        assert_eq!(loops(&[]), none);
    }

    #[test]
    fn a_long_chain_and_many_loops_end_quickly() {
        let codes: Vec<String> = (0..20_000).map(|rank| rank.to_string()).collect();
        let next: Vec<[&str; 2]> =
            codes.iter().zip(codes.iter().skip(1)).map(|(_, next)| [next.as_str(), "0"]).collect();
        let links: Vec<(&str, &[&str])> =
            codes.iter().zip(&next).map(|(code, next)| (code.as_str(), next.as_slice())).collect();
        assert_eq!(loops(&links).len(), MOST_REPORTED);
    }
}
