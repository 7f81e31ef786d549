//! Figures published and recomputed against those of the calculator.

use std::collections::BTreeMap;

use casdecole::domain::planning::tree::Tree;
use rust_decimal::Decimal;

use super::leaves::{Leaf, Leaves};
use super::rows::Row;
use super::solved::{Place, Solved};
use crate::example::Example;
use crate::judgement::{Judgement, as_printed};

type Recomputed = BTreeMap<(usize, Row, Place), Decimal>;

/// Judges every figure under `expected`.
pub fn judge(example: &Example, solved: &Solved) -> Judgement {
    let mut judgement = Judgement::default();
    let Tree::Entries(entries) = &example.expected else {
        judgement.unknown("expected");
        return judgement;
    };
    let (recomputed, published): (Vec<_>, Vec<_>) =
        entries.iter().partition(|(name, _)| name.starts_with("recomputed"));
    let mut right = Recomputed::new();
    for (name, tree) in recomputed {
        let leaves = Leaves::of(name, tree, solved);
        for leaf in &leaves.found {
            right.insert((leaf.item, leaf.row, leaf.place), leaf.number);
            compare(&mut judgement, leaf, solved);
        }
        unwritten_are_zero(&mut judgement, name, &leaves, solved);
        judgement.unknown.extend(leaves.unknown);
    }
    for (name, tree) in published {
        let leaves = reading(name, tree, solved);
        let other = other_stock_rows(&leaves, solved);
        for leaf in &leaves.found {
            let place = (leaf.item, leaf.row);
            match other.get(&place).filter(|_| leaf.row == Row::Stock) {
                Some(row) => {
                    let leaf = Leaf { row: *row, ..leaf.clone() };
                    compare(&mut judgement, &leaf, solved);
                }
                None => judge_published(&mut judgement, example, leaf, &right, solved),
            }
        }
        for ((item, _), row) in other {
            let code = solved.code(item);
            judgement.slip(format!("{code} stock publié : c'est la ligne {}", row.key()));
        }
        judgement.unknown.extend(leaves.unknown);
    }
    judgement
}

/// Letters that sources do not use alike, and what they may mean instead of the usual row.
const OTHER_LETTERS: [(&str, &str); 2] =
    [("OL", "ordres_proposes_debut"), ("OP", "ordres_proposes_fin")];

/// The figures of a section, its letters read as the figures themselves tell.
fn reading(name: &str, tree: &Tree, solved: &Solved) -> Leaves {
    let misses = |leaves: &Leaves| {
        let wrong = leaves.found.iter().filter(|leaf| {
            let value = solved.value(leaf.item, leaf.row, leaf.place);
            value.is_none_or(|value| !as_printed(leaf.number, value))
        });
        wrong.count() + leaves.unknown.len()
    };
    let usual = Leaves::of(name, tree, solved);
    let other = Leaves::of(name, &with_other_letters(tree), solved);
    if misses(&other) < misses(&usual) { other } else { usual }
}

fn with_other_letters(tree: &Tree) -> Tree {
    let Tree::Entries(entries) = tree else { return tree.clone() };
    let renamed = entries.iter().map(|(name, inner)| {
        let other = OTHER_LETTERS.iter().find(|(letters, _)| name.eq_ignore_ascii_case(letters));
        let name = other.map_or(name.as_str(), |(_, row)| *row).to_owned();
        (name, with_other_letters(inner))
    });
    Tree::Entries(renamed.collect())
}

fn compare(judgement: &mut Judgement, leaf: &Leaf, solved: &Solved) {
    match solved.value(leaf.item, leaf.row, leaf.place) {
        Some(value) => judgement.number(&leaf.path, leaf.number, value),
        None => judgement.unknown(&leaf.path),
    }
}

/// A published figure: right, or a slip that the recomputed figures or the note tell.
fn judge_published(
    judgement: &mut Judgement,
    example: &Example,
    leaf: &Leaf,
    right: &Recomputed,
    solved: &Solved,
) {
    let Some(ours) = solved.value(leaf.item, leaf.row, leaf.place) else {
        judgement.unknown(&leaf.path);
        return;
    };
    let recomputed = right.get(&(leaf.item, leaf.row, leaf.place));
    let agreed = recomputed.is_some_and(|number| as_printed(*number, ours));
    let told = recomputed.is_none() && note_tells(example, leaf.number, ours);
    if !as_printed(leaf.number, ours) && !example.verified && (agreed || told) {
        judgement.slip(format!(
            "{} publié {}, juste {}",
            words(leaf, solved),
            leaf.number.normalize(),
            ours.normalize()
        ));
        return;
    }
    judgement.number(&leaf.path, leaf.number, ours);
}

/// Whether the note names both the published figure and the right one.
fn note_tells(example: &Example, published: Decimal, ours: Decimal) -> bool {
    let numbers: Vec<Decimal> = example
        .note
        .split(|letter: char| !letter.is_ascii_digit() && letter != '.')
        .filter_map(|word| Decimal::from_str_exact(word.trim_matches('.')).ok())
        .collect();
    numbers.contains(&published) && numbers.contains(&ours)
}

/// In a row recomputed in full, the periods not written are zero.
fn unwritten_are_zero(judgement: &mut Judgement, name: &str, leaves: &Leaves, solved: &Solved) {
    let mut rows: Vec<(usize, Row)> = leaves
        .found
        .iter()
        .filter(|leaf| leaf.row.is_flow() && matches!(leaf.place, Place::Period(_)))
        .map(|leaf| (leaf.item, leaf.row))
        .collect();
    rows.sort_unstable();
    rows.dedup();
    for (item, row) in rows {
        let written = |place: Place| {
            leaves.found.iter().any(|leaf| (leaf.item, leaf.row, leaf.place) == (item, row, place))
        };
        for (period, value) in solved.series(item, row).into_iter().enumerate() {
            if !written(Place::Period(period)) {
                let cell = format!("{name}.{}.{}.{}", solved.code(item), row.key(), period + 1);
                judgement.number(cell, Decimal::ZERO, value);
            }
        }
    }
}

/// Stock rows published under another convention: before the order, or as if nothing were planned.
fn other_stock_rows(leaves: &Leaves, solved: &Solved) -> BTreeMap<(usize, Row), Row> {
    let mut rows: BTreeMap<(usize, Row), Vec<&Leaf>> = BTreeMap::new();
    let of_stock =
        |leaf: &&Leaf| leaf.row == Row::Stock && !leaf.wrong && leaf.place != Place::Opening;
    for leaf in leaves.found.iter().filter(of_stock) {
        rows.entry((leaf.item, leaf.row)).or_default().push(leaf);
    }
    let holds = |figures: &[&Leaf], row: Row| {
        figures.iter().all(|leaf| {
            let value = solved.value(leaf.item, row, leaf.place);
            value.is_some_and(|value| as_printed(leaf.number, value))
        })
    };
    rows.into_iter()
        .filter(|(_, figures)| !holds(figures, Row::Stock))
        .filter_map(|(place, figures)| {
            let others = [Row::BeforeOrder, Row::Cumulative, Row::Available];
            Some((place, others.into_iter().find(|row| holds(&figures, *row))?))
        })
        .collect()
}

/// "F BB période 4".
fn words(leaf: &Leaf, solved: &Solved) -> String {
    let period = match leaf.place {
        Place::Opening => "à l'ouverture".to_owned(),
        Place::Period(rank) => {
            let name = solved.input.periods.names.get(rank).map_or("", String::as_str);
            format!("période {name}")
        }
        Place::Before(early) => format!("{} période(s) avant", early + 1),
        Place::Whole => String::new(),
    };
    format!("{} {} {period}", solved.code(leaf.item), leaf.row.key())
}
