//! The figures that the author lets move, in a range or a set, and how they are drawn.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::RngCore;
use rust_decimal::Decimal;

use super::Moved;
use crate::domain::planning::tree::{Node, Problems, Tree};

/// Most values between the bounds of a range.
const MOST_STEPS: u64 = 1_000_000;

/// A figure that may move.
pub(super) struct Mover {
    path: String,
    before: Tree,
    choices: Choices,
}

enum Choices {
    Range { from: Decimal, step: Decimal, count: u64 },
    Set(Vec<Tree>),
}

/// Reads `variantes: [{chemin: articles.PI30.stock, de: 400, a: 520, pas: 20}, {chemin, parmi}]`.
pub(super) fn read_movers(data: &Tree, problems: &mut Problems) -> Vec<Mover> {
    let root = Node::root("", data);
    let mut movers = Vec::new();
    for node in root.field("variantes").items(problems) {
        node.only(&["chemin", "de", "a", "pas", "parmi"], problems);
        let Some(path) = node.field("chemin").required_text(problems) else { continue };
        let Some(before) = data.find(&split(&path)) else {
            problems.add(
                node.path(),
                format!("« {path} » ne nomme aucune donnée."),
                "Corrigez le chemin.",
            );
            continue;
        };
        let set = node.field("parmi").items(problems);
        let choices = if set.is_empty() {
            read_range(&node, problems)
        } else {
            Some(Choices::Set(set.iter().filter_map(|item| item.tree().cloned()).collect()))
        };
        if let Some(choices) = choices {
            movers.push(Mover { path, before: before.clone(), choices });
        }
    }
    movers
}

fn read_range(node: &Node<'_>, problems: &mut Problems) -> Option<Choices> {
    node.field("de").require(problems);
    node.field("a").require(problems);
    let from = node.field("de").number(problems)?;
    let to = node.field("a").number(problems)?;
    let step = if node.field("pas").is_missing() {
        Decimal::ONE
    } else {
        node.field("pas").positive(problems)?
    };
    let steps = to.checked_sub(from).and_then(|span| span.checked_div(step)).map(|n| n.floor());
    let count = steps.and_then(|steps| u64::try_from(steps).ok()).filter(|n| *n < MOST_STEPS);
    if count.is_none() {
        problems.add(
            node.path(),
            format!("la plage de {from} à {to} par pas de {step} ne convient pas."),
            "Écrivez une fin plus grande que le début et un pas qui donne moins d'un million de valeurs.",
        );
    }
    Some(Choices::Range { from, step, count: count? + 1 })
}

impl Mover {
    /// Writes in the data a value drawn among those allowed.
    pub(super) fn move_in(&self, data: &mut Tree, random: &mut ChaCha8Rng) {
        let drawn = self.draw(random);
        if let Some(place) = data.find_mut(&split(&self.path)) {
            *place = drawn;
        }
    }

    /// What moved, from the original to these data.
    pub(super) fn moved(&self, data: &Tree) -> Option<Moved> {
        let after = data.find(&split(&self.path))?;
        let words = |tree: &Tree| tree.text().unwrap_or_default();
        (*after != self.before).then(|| Moved {
            path: self.path.clone(),
            before: words(&self.before),
            after: words(after),
        })
    }

    fn draw(&self, random: &mut ChaCha8Rng) -> Tree {
        match &self.choices {
            Choices::Range { from, step, count } => {
                let rank = Decimal::from(below(*count, random));
                let drawn = step.checked_mul(rank).and_then(|span| from.checked_add(span));
                drawn.map_or_else(|| self.before.clone(), |value| Tree::Number(value.normalize()))
            }
            Choices::Set(choices) => {
                let rank = below(choices.len() as u64, random);
                let rank = usize::try_from(rank).unwrap_or_default();
                choices.get(rank).cloned().unwrap_or_else(|| self.before.clone())
            }
        }
    }
}

/// A number below a bound, every one as likely: draws that would favour some are rejected.
fn below(bound: u64, random: &mut ChaCha8Rng) -> u64 {
    let bound = bound.max(1);
    let fair = u64::MAX - u64::MAX % bound;
    loop {
        let drawn = random.next_u64();
        if drawn < fair {
            return drawn % bound;
        }
    }
}

fn split(path: &str) -> Vec<&str> {
    path.split('.').collect()
}
