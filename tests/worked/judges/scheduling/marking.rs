//! Sections of expected figures, and the marking of a figure: right, a published slip, or wrong.

use casdecole::domain::planning::tree::Tree;
use casdecole::domain::planning::worksheet::{Evaluation, Value, Worksheet};
use rust_decimal::Decimal;

use crate::example::Example;
use crate::judgement::{Judgement, as_printed};

/// Expected figures of one origin.
#[derive(Clone, Copy)]
pub struct Section<'a> {
    /// Whether the source prints them.
    pub published: bool,
    /// The figures.
    pub tree: &'a Tree,
}

/// Sections of an example: published first; all figures when none is named so.
pub fn sections(example: &Example) -> Vec<Section<'_>> {
    let Tree::Entries(entries) = &example.expected else { return Vec::new() };
    let mut found = Vec::new();
    for (words, published) in [("published", true), ("recomputed", false)] {
        let named = entries.iter().filter(|(name, _)| name.starts_with(words));
        found.extend(named.map(|(_, tree)| Section { published, tree }));
    }
    if found.is_empty() {
        found.push(Section { published: true, tree: &example.expected });
    }
    found
}

/// Named figures of a tree.
pub fn entries(tree: &Tree) -> &[(String, Tree)] {
    match tree {
        Tree::Entries(entries) => entries,
        _ => &[],
    }
}

/// Texts of a list, or one text.
pub fn texts(tree: &Tree) -> Vec<String> {
    match tree {
        Tree::List(items) => items.iter().filter_map(Tree::text).collect(),
        other => other.text().into_iter().collect(),
    }
}

/// A worksheet and its values.
pub struct Made {
    pub sheet: Worksheet,
    pub values: Evaluation,
}

impl Made {
    /// Evaluates a worksheet.
    pub fn of<E: ToString>(sheet: Result<Worksheet, E>) -> Result<Self, String> {
        let sheet = sheet.map_err(|error| error.to_string())?;
        let values = sheet.evaluate().map_err(|error| error.to_string())?;
        Ok(Self { sheet, values })
    }

    /// The value of a cell.
    pub fn value(&self, row: &str, column: &str) -> Option<&Value> {
        Some(self.values.value(self.sheet.find(row, column)?))
    }

    /// The number of a cell.
    pub fn number(&self, row: &str, column: &str) -> Option<Decimal> {
        self.value(row, column)?.number().ok()
    }

    /// The text of a cell.
    pub fn text(&self, row: &str, column: &str) -> Option<String> {
        self.value(row, column).map(ToString::to_string)
    }
}

/// A judgement that is being made.
pub struct Marking<'a> {
    example: &'a Example,
    pub judgement: Judgement,
}

impl<'a> Marking<'a> {
    /// A judgement of an example; figures under another name than published or recomputed are
    /// noted as not computed.
    pub fn new(example: &'a Example) -> Self {
        let mut judgement = Judgement::default();
        let known = |name: &str| name.starts_with("published") || name.starts_with("recomputed");
        let names: Vec<&str> =
            entries(&example.expected).iter().map(|(name, _)| name.as_str()).collect();
        if names.iter().any(|name| known(name)) {
            for name in names.into_iter().filter(|name| !known(name)) {
                judgement.unknown(name);
            }
        }
        Self { example, judgement }
    }

    /// The example that is judged.
    pub fn example(&self) -> &'a Example {
        self.example
    }

    /// Marks a number against what the calculator finds, or may find under several conventions.
    pub fn number(&mut self, published: bool, path: &[&str], expected: &Tree, found: &[Decimal]) {
        let name = path.join(".");
        let (Some(printed), Some(first)) = (expected.number(), found.first()) else {
            self.judgement.unknown(name);
            return;
        };
        let right = found.iter().find(|found| as_printed(printed, **found)).unwrap_or(first);
        if as_printed(printed, *right) || !(published && self.is_slip(path, *right)) {
            self.judgement.number(name, printed, *right);
        } else {
            self.judgement.compared += 1;
            let right = right.normalize();
            self.judgement.slip(format!("{name} publié {printed}, juste {right}"));
        }
    }

    /// Marks words; `alike` tells whether they mean the same.
    pub fn words(&mut self, published: bool, path: &[&str], words: [&str; 2], alike: bool) {
        let [expected, found] = words;
        let name = path.join(".");
        if alike {
            self.judgement.compared += 1;
        } else if published && !self.example.verified {
            self.judgement.compared += 1;
            self.judgement.slip(format!("{name} publié {expected}, juste {found}"));
        } else {
            self.judgement.compared += 1;
            self.judgement.differences.push((name, expected.to_owned(), found.to_owned()));
        }
    }

    /// Marks a number for each name of a table, or one for each element of a list.
    pub fn numbers(
        &mut self,
        published: bool,
        path: &[&str],
        expected: &Tree,
        found: &dyn Fn(&str) -> Option<Decimal>,
    ) {
        let mut mark = |name: &str, tree: &Tree| {
            let path: Vec<&str> = path.iter().copied().chain([name]).collect();
            let found: Vec<Decimal> = found(name).into_iter().collect();
            self.number(published, &path, tree, &found);
        };
        match expected {
            Tree::Entries(entries) => {
                for (name, tree) in entries {
                    mark(name, tree);
                }
            }
            Tree::List(items) => {
                for (rank, tree) in items.iter().enumerate() {
                    mark(&(rank + 1).to_string(), tree);
                }
            }
            _ => self.judgement.unknown(path.join(".")),
        }
    }

    /// Whether a published figure that is not this one is a slip: the recomputed figure of the same
    /// place is ours, or the note of the check names ours.
    fn is_slip(&self, path: &[&str], right: Decimal) -> bool {
        if self.example.verified {
            return false;
        }
        let recomputed = self.example.recomputed().and_then(|tree| tree.find(path));
        match recomputed.and_then(Tree::number) {
            Some(recomputed) => as_printed(recomputed, right),
            None => self.note_names(right),
        }
    }

    fn note_names(&self, right: Decimal) -> bool {
        let words = self.example.note.split(|c: char| !(c.is_ascii_digit() || ".,-".contains(c)));
        words
            .filter_map(|word| {
                let word = word.trim_matches(['.', ',', '-']).replace(',', ".");
                Decimal::from_str_exact(&word).ok()
            })
            .any(|number| as_printed(number, right))
    }
}
