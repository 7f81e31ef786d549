//! What the judges of the PIC, of the PDP and of forecasts share: inputs found by meaning, expected
//! figures gathered one by one, published slips told from differences.

use casdecole::domain::planning::tree::Tree;
use casdecole::domain::planning::worksheet::{Evaluation, Rounding, RoundingMode, Worksheet};
use rust_decimal::Decimal;

use crate::example::Example;
use crate::judgement::{Judgement, as_printed};

/// French names of the months.
const MONTHS: [&str; 12] = [
    "janvier",
    "fevrier",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "aout",
    "septembre",
    "octobre",
    "novembre",
    "decembre",
];

/// A name without accents, case nor blanks.
pub fn folded(name: &str) -> String {
    let plain = |character: char| match character {
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'à' | 'â' => 'a',
        'î' | 'ï' => 'i',
        'ô' => 'o',
        'û' | 'ù' => 'u',
        'ç' => 'c',
        ' ' | '-' | '\'' | '’' | '.' | '\u{a0}' => '_',
        other => other,
    };
    name.trim().to_lowercase().chars().map(plain).collect()
}

/// Rank of a month of the year from 0, by its name or its first letters.
pub fn month(name: &str) -> Option<usize> {
    let name = folded(name);
    let letters = name.trim_end_matches('_');
    if letters.len() < 3 {
        return None;
    }
    MONTHS.iter().position(|known| known.starts_with(letters) || letters.starts_with(known))
}

/// The number that ends a name ("mois9", "`periode_4`", "S12"), or that it is.
pub fn rank_in(name: &str) -> Option<usize> {
    let name = folded(name);
    let digits = name.trim_start_matches(|character: char| !character.is_ascii_digit());
    let end = digits.find(|character: char| !character.is_ascii_digit());
    digits.get(..end.unwrap_or(digits.len())).and_then(|digits| digits.parse().ok())
}

/// Entries of a tree, none for another tree.
pub fn entries(tree: &Tree) -> &[(String, Tree)] {
    match tree {
        Tree::Entries(entries) => entries,
        _ => &[],
    }
}

/// The entry with one of these names; else, for long names, one that starts so.
pub fn named<'t>(tree: &'t Tree, names: &[&str]) -> Option<&'t Tree> {
    let written = |test: &dyn Fn(&str) -> bool| {
        let mut found = entries(tree).iter().filter(|(_, value)| !value.is_empty());
        found.find(|(key, _)| test(&folded(key))).map(|(_, value)| value)
    };
    let exact = names.iter().find_map(|name| written(&|key| key == *name));
    let longer = || {
        let long = names.iter().filter(|name| name.len() > 4);
        long.copied().find_map(|name| written(&|key| key.starts_with(name)))
    };
    exact.or_else(longer)
}

/// Numbers of a list or of named entries, in order.
pub fn numbers(tree: &Tree) -> Option<Vec<Decimal>> {
    let number = |tree: &Tree| match tree {
        Tree::Empty => Some(Decimal::ZERO),
        other => other.number(),
    };
    match tree {
        Tree::List(items) => items.iter().map(number).collect(),
        Tree::Entries(entries) => entries.iter().map(|(_, value)| number(value)).collect(),
        _ => None,
    }
}

/// One number a period: a list, one number for all, or numbers by rank from 1.
pub fn by_rank(tree: &Tree, count: usize) -> Option<Vec<Decimal>> {
    match tree {
        Tree::List(_) => numbers(tree).map(|mut values| {
            values.resize(count, Decimal::ZERO);
            values
        }),
        Tree::Entries(entries) => {
            let mut values = vec![Decimal::ZERO; count];
            for (key, value) in entries {
                let rank = rank_in(key)?.checked_sub(1)?;
                *values.get_mut(rank)? = value.number()?;
            }
            Some(values)
        }
        _ => tree.number().map(|number| vec![number; count]),
    }
}

/// A worksheet and its values.
pub struct Solved {
    sheet: Worksheet,
    values: Evaluation,
}

impl Solved {
    /// Evaluates a worksheet; `None` when a cell has no value.
    pub fn new(sheet: Worksheet) -> Option<Self> {
        let values = sheet.evaluate().ok()?;
        Some(Self { sheet, values })
    }

    /// The worksheet.
    pub fn sheet(&self) -> &Worksheet {
        &self.sheet
    }

    /// The number of a cell; `None` for a text, a blank is zero.
    pub fn number(&self, row: &str, column: &str) -> Option<Decimal> {
        self.values.number(self.sheet.find(row, column)?)
    }
}

/// One expected figure and what was computed.
struct Check {
    path: String,
    /// The same thing told twice has the same name.
    cell: String,
    published: bool,
    expected: Tree,
    found: Option<Decimal>,
}

/// Expected figures gathered.
#[derive(Default)]
pub struct Checks {
    list: Vec<Check>,
}

impl Checks {
    /// Adds an expected figure; `found` is `None` when it cannot be computed.
    pub fn add(
        &mut self,
        path: &str,
        published: bool,
        expected: &Tree,
        cell: &str,
        found: Option<Decimal>,
    ) {
        let (path, cell) = (path.to_owned(), cell.to_owned());
        self.list.push(Check { path, cell, published, expected: expected.clone(), found });
    }

    /// Compares all figures: a published one that differs is a slip when the example says that its
    /// figures are wrong, and a recomputed figure or the note bears ours out.
    pub fn settle(&self, example: &Example) -> Judgement {
        let mut judgement = Judgement::default();
        for check in &self.list {
            let (Some(expected), Some(found)) = (check.expected.number(), check.found) else {
                judgement.unknown(check.path.as_str());
                continue;
            };
            let differs = !as_printed(expected, found);
            if differs && check.published && !example.verified && self.borne_out(check, example) {
                judgement.compared += 1;
                let right = found.round_dp(4).normalize();
                judgement.slip(format!("{} publié {expected}, juste {right}", check.path));
            } else {
                judgement.number(check.path.as_str(), expected, found);
            }
        }
        judgement
    }

    fn borne_out(&self, check: &Check, example: &Example) -> bool {
        let recomputed = self.list.iter().any(|other| {
            let matches = other.expected.number().zip(other.found);
            !other.published
                && other.cell == check.cell
                && matches.is_some_and(|(expected, found)| as_printed(expected, found))
        });
        recomputed || is_noted(&example.note, check.expected.number(), check.found)
    }
}

/// Whether a note speaks of a published figure and of the right one.
pub fn is_noted(note: &str, published: Option<Decimal>, right: Option<Decimal>) -> bool {
    let (Some(published), Some(right)) = (published, right) else { return false };
    let told = figures_of(note);
    let printings = (0..=3).flat_map(|decimals| {
        let cut = Rounding { mode: RoundingMode::Truncated, decimals };
        [Rounding::nearest(decimals).apply(right), cut.apply(right)]
    });
    let mut printings = printings.filter(|printing| *printing != published);
    told.contains(&published) && printings.any(|printing| told.contains(&printing))
}

/// Numbers written in a text.
pub fn figures_of(text: &str) -> Vec<Decimal> {
    text.split(|character: char| !character.is_ascii_digit() && character != '.')
        .filter_map(|word| Decimal::from_str_exact(word.trim_matches('.')).ok())
        .collect()
}

/// The judgement with the fewest figures missed, the first of those alike.
pub fn best(judgements: Vec<Judgement>) -> Option<Judgement> {
    judgements.into_iter().min_by_key(|judgement| {
        (judgement.unknown.len() + judgement.differences.len(), judgement.slips.len())
    })
}
