//! Expected figures of an example, leaf by leaf, and how an answer settles one.

use casdecole::domain::planning::tree::Tree;
use casdecole::domain::planning::worksheet::{Evaluation, Value, Worksheet};
use rust_decimal::Decimal;

use crate::example::Example;
use crate::judgement::{Judgement, as_printed};

/// Letters without accents, small, with single underscores for all the rest.
pub fn normalised(name: &str) -> String {
    let mut out = String::new();
    for letter in name.trim().to_lowercase().chars() {
        let plain = match letter {
            'à' | 'â' => 'a',
            'é' | 'è' | 'ê' | 'ë' => 'e',
            'î' | 'ï' => 'i',
            'ô' => 'o',
            'ù' | 'û' | 'ü' => 'u',
            'ç' => 'c',
            other => other,
        };
        if plain.is_alphanumeric() {
            out.push(plain);
        } else if !out.ends_with('_') {
            out.push('_');
        }
    }
    out.trim_matches('_').to_owned()
}

/// Where a figure stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// Printed by the source.
    Published,
    /// Recomputed by those who checked it.
    Recomputed,
}

/// One expected figure.
#[derive(Debug, Clone)]
pub struct Figure<'a> {
    /// Where it stands.
    pub origin: Origin,
    /// Names that lead to it, as written; ranks from 1 in lists.
    pub written: Vec<String>,
    /// The same names, normalised.
    pub path: Vec<String>,
    /// The figure.
    pub tree: &'a Tree,
}

impl Figure<'_> {
    /// The path as shown.
    pub fn name(&self) -> String {
        let origin = match self.origin {
            Origin::Published => "published",
            Origin::Recomputed => "recomputed",
        };
        format!("{origin}.{}", self.written.join("."))
    }

    /// The last name of the path that is no rank.
    pub fn leaf(&self) -> &str {
        let mut names = self.path.iter().rev().map(String::as_str);
        names.find(|name| name.parse::<usize>().is_err()).unwrap_or_default()
    }

    /// The names of the path.
    pub fn names(&self) -> Vec<&str> {
        self.path.iter().map(String::as_str).collect()
    }
}

/// All figures under `expected`.
pub fn figures(example: &Example) -> Vec<Figure<'_>> {
    let mut found = Vec::new();
    let Tree::Entries(entries) = &example.expected else {
        descend(Origin::Published, &mut Vec::new(), &example.expected, &mut found);
        return found;
    };
    for (name, tree) in entries {
        if name.starts_with("recomputed") {
            descend(Origin::Recomputed, &mut Vec::new(), tree, &mut found);
        } else if name.starts_with("published") {
            descend(Origin::Published, &mut Vec::new(), tree, &mut found);
        } else {
            descend(Origin::Published, &mut vec![name.clone()], tree, &mut found);
        }
    }
    found
}

fn descend<'a>(
    origin: Origin,
    path: &mut Vec<String>,
    tree: &'a Tree,
    found: &mut Vec<Figure<'a>>,
) {
    match tree {
        Tree::Entries(entries) => {
            for (name, child) in entries {
                path.push(name.clone());
                descend(origin, path, child, found);
                path.pop();
            }
        }
        Tree::List(items) => {
            for (rank, child) in items.iter().enumerate() {
                path.push((rank + 1).to_string());
                descend(origin, path, child, found);
                path.pop();
            }
        }
        Tree::Empty => {}
        leaf => found.push(Figure {
            origin,
            written: path.clone(),
            path: path.iter().map(|name| normalised(name)).collect(),
            tree: leaf,
        }),
    }
}

/// What the engine answers.
#[derive(Debug, Clone)]
pub enum Answer {
    /// A number.
    Number(Decimal),
    /// A rate in percent, which may be expected as a fraction.
    Rate(Decimal),
    /// A duration in minutes, which may be expected in hours or seconds.
    Minutes(Decimal),
    /// Words.
    Words(String),
}

impl Answer {
    /// The number as the figure writes it.
    fn number(&self, expected: Decimal) -> Option<Decimal> {
        let factors: &[(u32, u32)] = match self {
            Self::Number(_) => &[(1, 1)],
            Self::Rate(_) => &[(1, 1), (1, 100)],
            Self::Minutes(_) => &[(1, 1), (1, 60), (60, 1)],
            Self::Words(_) => return None,
        };
        let (Self::Number(value) | Self::Rate(value) | Self::Minutes(value)) = self else {
            return None;
        };
        let written = factors.iter().filter_map(|(over, under)| {
            value.checked_mul(Decimal::from(*over))?.checked_div(Decimal::from(*under))
        });
        written.min_by_key(|number| (*number - expected).abs())
    }
}

/// Settles a figure with the answers of the engine, one a convention, the first being the plain one.
pub fn settle(
    judgement: &mut Judgement,
    example: &Example,
    all: &[Figure<'_>],
    figure: &Figure<'_>,
    answers: &[Answer],
) {
    let name = figure.name();
    let numbers: Vec<Decimal> = match figure.tree.number() {
        Some(expected) => answers.iter().filter_map(|answer| answer.number(expected)).collect(),
        None => Vec::new(),
    };
    if let (Some(expected), Some(first)) = (figure.tree.number(), numbers.first()) {
        if let Some(found) = numbers.iter().find(|found| as_printed(expected, **found)) {
            judgement.number(name, expected, *found);
        } else if is_slip(example, all, figure, *first) {
            judgement.compared += 1;
            judgement.slip(format!("{name} publié {expected}, juste {}", first.round_dp(4)));
        } else {
            judgement.number(name, expected, *first);
        }
        return;
    }
    let words: Vec<&str> = answers
        .iter()
        .filter_map(|answer| match answer {
            Answer::Words(words) => Some(words.as_str()),
            _ => None,
        })
        .collect();
    let written = figure.tree.text().unwrap_or_default();
    match (words.iter().find(|words| normalised(words) == normalised(&written)), words.first()) {
        (Some(_), _) => judgement.words(name, &written, &written),
        (None, Some(first)) => judgement.words(name, &written, first),
        (None, None) => judgement.unknown(name),
    }
}

/// Whether a published figure that differs is known to be wrong: another value was recomputed for the
/// same thing and is ours, or the note speaks of ours.
fn is_slip(example: &Example, all: &[Figure<'_>], figure: &Figure<'_>, ours: Decimal) -> bool {
    if example.verified || figure.origin == Origin::Recomputed {
        return false;
    }
    let recomputed = all.iter().filter(|other| other.origin == Origin::Recomputed);
    let mut same = recomputed.filter(|other| other.path == figure.path);
    if let Some(other) = same.next() {
        return other.tree.number().is_some_and(|number| as_printed(number, ours));
    }
    let spoken = ours.round_dp(2).normalize().to_string();
    example.note.contains(&spoken)
}

/// Names what the note says, when the source is wrong and no figure shows where.
pub fn name_slip(judgement: &mut Judgement, example: &Example) {
    if !example.verified && judgement.slips.is_empty() && !example.note.is_empty() {
        judgement.slip(example.note.clone());
    }
}

/// A worksheet and its values.
pub struct Sheet {
    /// The worksheet.
    pub worksheet: Worksheet,
    /// Its values.
    pub values: Evaluation,
}

impl Sheet {
    /// Evaluates a worksheet.
    pub fn of<E: std::fmt::Display>(worksheet: Result<Worksheet, E>) -> Result<Self, String> {
        let worksheet = worksheet.map_err(|error| error.to_string())?;
        let values = worksheet.evaluate().map_err(|error| error.to_string())?;
        Ok(Self { worksheet, values })
    }

    /// The number of a cell.
    pub fn number(&self, row: &str, column: &str) -> Option<Decimal> {
        match self.values.value(self.worksheet.find(row, column)?) {
            Value::Number(number) => Some(*number),
            _ => None,
        }
    }

    /// The words of a cell.
    pub fn words(&self, row: &str, column: &str) -> Option<String> {
        Some(self.values.value(self.worksheet.find(row, column)?).to_string())
    }

    /// Answers with the number of a cell.
    pub fn answer(&self, row: &str, column: &str) -> Vec<Answer> {
        self.number(row, column).map(Answer::Number).into_iter().collect()
    }

    /// Answers with a rate in percent.
    pub fn rate(&self, row: &str, column: &str) -> Vec<Answer> {
        self.number(row, column).map(Answer::Rate).into_iter().collect()
    }
}
