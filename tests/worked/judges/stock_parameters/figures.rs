//! What the judges of stocks share: inputs found by their meaning, evaluated sheets, and figures
//! settled against those of the source.

use casdecole::domain::planning::tree::Tree;
use casdecole::domain::planning::worksheet::{CalculationError, Evaluation, Worksheet};
use rust_decimal::Decimal;

use crate::example::Example;
use crate::judgement::{Judgement, as_printed};

/// Lower case, without accents, other signs as single low lines: "Qec (600)" is `qec_600`.
pub fn normalised(name: &str) -> String {
    let mut plain = String::new();
    for letter in name.to_lowercase().chars() {
        match letter {
            'é' | 'è' | 'ê' | 'ë' => plain.push('e'),
            'à' | 'â' | 'ä' => plain.push('a'),
            'î' | 'ï' => plain.push('i'),
            'ô' | 'ö' => plain.push('o'),
            'û' | 'ù' | 'ü' => plain.push('u'),
            'ç' => plain.push('c'),
            letter if letter.is_ascii_alphanumeric() => plain.push(letter),
            _ => plain.push('_'),
        }
    }
    plain.split('_').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("_")
}

/// Names of the elements of a list.
pub const RANKS: [&str; 12] = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"];

/// Named inputs of an exercise, or of one of its parts with those of the whole.
#[derive(Debug, Clone, Default)]
pub struct Inputs<'a> {
    entries: Vec<(&'a str, &'a Tree)>,
}

impl<'a> Inputs<'a> {
    /// The entries of a tree.
    pub fn of(tree: &'a Tree) -> Self {
        match tree {
            Tree::Entries(entries) => {
                Self { entries: entries.iter().map(|(name, tree)| (name.as_str(), tree)).collect() }
            }
            _ => Self::default(),
        }
    }

    /// The entries of a part, then those of the whole that are no parts themselves.
    pub fn part(&self, tree: &'a Tree) -> Self {
        let mut part = Self::of(tree);
        let whole = self.entries.iter().filter(|(_, tree)| !matches!(tree, Tree::Entries(_)));
        part.entries.extend(whole.copied());
        part
    }

    /// Parts: entries that have entries of their own.
    pub fn parts(&self) -> impl Iterator<Item = (&'a str, &'a Tree)> + '_ {
        self.entries.iter().filter(|(_, tree)| matches!(tree, Tree::Entries(_))).copied()
    }

    /// Elements that have entries of their own, by their rank, of the lists whose name is kept.
    pub fn listed_parts(
        &self,
        kept: fn(&str) -> bool,
    ) -> impl Iterator<Item = (&'a str, &'a Tree)> + '_ {
        let lists = self.entries.iter().filter_map(move |(name, tree)| match tree {
            Tree::List(items) if kept(name) => Some(items),
            _ => None,
        });
        let parts = lists.flat_map(|items| RANKS.into_iter().zip(items));
        parts.filter(|(_, tree)| matches!(tree, Tree::Entries(_))).map(|(rank, tree)| {
            let rank: &'a str = rank;
            (rank, tree)
        })
    }

    /// The first entry with one of these names. Names of one or two letters are taken as written
    /// ("D" is not "d"), longer ones in their normal form.
    pub fn find(&self, names: &[&str]) -> Option<&'a Tree> {
        names.iter().find_map(|name| {
            let found = self.entries.iter().find(|(known, _)| {
                if name.len() < 3 { known == name } else { normalised(known) == *name }
            });
            found.map(|(_, tree)| *tree)
        })
    }

    /// The number of the first entry with one of these names.
    pub fn number(&self, names: &[&str]) -> Option<Decimal> {
        self.find(names)?.number()
    }

    /// The first number whose name starts with one of these words, and the rest of its name:
    /// `delai_semaines` is found by "delai" with "semaines".
    pub fn starting(&self, words: &[&str]) -> Option<(String, Decimal)> {
        words.iter().find_map(|word| {
            self.entries.iter().find_map(|(known, tree)| {
                let name = normalised(known);
                let rest = name.strip_prefix(word)?;
                let whole = rest.is_empty() || rest.starts_with('_');
                let number = tree.number().filter(|_| whole)?;
                Some((rest.trim_start_matches('_').to_owned(), number))
            })
        })
    }

    /// Numbers of a list under one of these names.
    pub fn list(&self, names: &[&str]) -> Option<Vec<Decimal>> {
        numbers(self.find(names)?)
    }

    /// Whether an entry has one of these names.
    pub fn has(&self, names: &[&str]) -> bool {
        self.find(names).is_some()
    }
}

/// Numbers of a list, or of the values of named entries.
pub fn numbers(tree: &Tree) -> Option<Vec<Decimal>> {
    match tree {
        Tree::List(items) => items.iter().map(Tree::number).collect(),
        Tree::Entries(entries) => entries.iter().map(|(_, tree)| tree.number()).collect(),
        _ => None,
    }
}

/// A rate in percent: below 1 it was written as a share.
pub fn in_percent(rate: Decimal) -> Decimal {
    if rate < Decimal::ONE { rate.saturating_mul(Decimal::ONE_HUNDRED) } else { rate }
}

/// An evaluated worksheet.
pub struct Sheet {
    /// Its cells.
    pub worksheet: Worksheet,
    /// Their values.
    pub values: Evaluation,
}

impl Sheet {
    /// Evaluates a worksheet.
    pub fn of(built: Result<Worksheet, CalculationError>) -> Result<Self, String> {
        let worksheet = built.map_err(|error| error.to_string())?;
        let values = worksheet.evaluate().map_err(|error| error.to_string())?;
        Ok(Self { worksheet, values })
    }

    /// The number of a cell.
    pub fn number(&self, row: &str, column: &str) -> Option<Decimal> {
        self.values.number(self.worksheet.find(row, column)?)
    }

    /// The words of a cell.
    pub fn words(&self, row: &str, column: &str) -> Option<String> {
        Some(self.values.value(self.worksheet.find(row, column)?).to_string())
    }

    /// Numbers of rows of single values, for those that exist.
    pub fn singles(&self, rows: &[&str]) -> Vec<Decimal> {
        rows.iter().filter_map(|row| self.number(row, "valeur")).collect()
    }
}

/// Answers that a figure of these names may ask for, the usual one first.
#[derive(Debug, Clone)]
pub struct Output {
    /// Normal forms of the names.
    pub names: &'static [&'static str],
    /// Answers: several when conventions or units differ.
    pub values: Vec<Decimal>,
}

impl Output {
    /// Answers under names; `None` without answer.
    pub fn new(names: &'static [&'static str], values: Vec<Decimal>) -> Option<Self> {
        (!values.is_empty()).then_some(Self { names, values })
    }

    /// Whether a figure of this normal name asks for it, a unit at the end set aside.
    pub fn answers(&self, name: &str) -> bool {
        const UNITS: [&str; 17] = [
            "m", "meur", "keur", "sem", "pct", "an", "jours", "jour", "eur", "euros", "pieces",
            "unites", "mois", "semaines", "annuel", "par_an", "arrondi",
        ];
        let mut bare = UNITS.iter().filter_map(|unit| name.strip_suffix(unit)?.strip_suffix('_'));
        self.names.contains(&name) || bare.any(|bare| self.names.contains(&bare))
    }
}

/// A section of the expected figures.
#[derive(Debug, Clone, Copy)]
pub struct Section<'a> {
    /// Whether it is what the source prints.
    pub published: bool,
    /// Its figures.
    pub tree: &'a Tree,
}

/// The sections of the expected figures; the whole as published when there is none.
pub fn sections(example: &Example) -> Vec<Section<'_>> {
    let Tree::Entries(entries) = &example.expected else { return Vec::new() };
    let named = |name: &str| name.starts_with("published") || name.starts_with("recomputed");
    if !entries.iter().any(|(name, _)| named(name)) {
        return vec![Section { published: true, tree: &example.expected }];
    }
    entries
        .iter()
        .map(|(name, tree)| Section { published: name.starts_with("published"), tree })
        .collect()
}

/// Compares a figure of a section with the answers; a published figure that the recomputed one, or
/// the note of a wrong source, sets right is named as a slip.
pub fn settle(
    judgement: &mut Judgement,
    example: &Example,
    section: Section<'_>,
    path: &[&str],
    expected: &Tree,
    answers: &[Decimal],
) {
    let name = path.join(".");
    let (Some(figure), Some(ours)) = (expected.number(), answers.first().copied()) else {
        judgement.unknown(name);
        return;
    };
    if let Some(answer) = answers.iter().find(|answer| as_printed(figure, **answer)) {
        judgement.number(name, figure, *answer);
    } else if section.published && set_right(example, path, figure, answers) {
        judgement.slip(format!("{name} publié {figure}, juste {}", ours.round_dp(6).normalize()));
    } else {
        judgement.number(name, figure, ours);
    }
}

/// Whether a published figure is known to be wrong: the recomputed one is ours, or the source is
/// marked as wrong and the note speaks of this figure.
fn set_right(example: &Example, path: &[&str], figure: Decimal, answers: &[Decimal]) -> bool {
    let recomputed = sections(example)
        .iter()
        .filter(|section| !section.published)
        .find_map(|section| section.tree.find(path)?.number());
    if let Some(right) = recomputed {
        answers.iter().any(|answer| as_printed(right, *answer))
    } else {
        let figure = figure.to_string();
        let mut words = example.note.split(|c: char| !c.is_ascii_alphanumeric() && c != '.');
        !example.verified && words.any(|word| word.trim_end_matches('.') == figure)
    }
}

/// Compares a list of figures with a series, rank by rank; `settle` for each.
pub fn settle_series(
    judgement: &mut Judgement,
    example: &Example,
    section: Section<'_>,
    path: &[&str],
    expected: &[Tree],
    answers: &[Decimal],
) {
    if expected.len() != answers.len() {
        judgement.differences.push((
            format!("{}, number of values", path.join(".")),
            expected.len().to_string(),
            answers.len().to_string(),
        ));
    }
    for (index, (figure, answer)) in expected.iter().zip(answers).enumerate() {
        let rank = (index + 1).to_string();
        let mut path = path.to_vec();
        path.push(&rank);
        settle(judgement, example, section, &path, figure, &[*answer]);
    }
}
