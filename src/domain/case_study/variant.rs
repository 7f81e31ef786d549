//! Seeded variants of a case: the author says which data may move and in which range or set; a
//! variant is kept only when its solution has the shape of the original.
//!
//! The generator is `ChaCha8` fed with the seed, and numbers are drawn by rejection: a same seed
//! gives a same variant, for ever and on every machine.

use std::collections::BTreeMap;

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{RngCore, SeedableRng};
use rust_decimal::Decimal;

use super::CaseStudy;
use crate::domain::diagnostic::{Diagnostic, Element, Place};
use crate::domain::identifier::CaseId;
use crate::domain::planning::tree::{Node, Problems, Tree};
use crate::domain::planning::workbook::Workbook;
use crate::domain::planning::worksheet::{CellContent, Value};

/// Draws tried before giving up.
const ATTEMPTS: u32 = 2_000;
/// Most values between the bounds of a range.
const MOST_STEPS: u64 = 1_000_000;
/// A value this many times the largest of its row in the original is absurd.
const ABSURD_FACTOR: i64 = 10;

/// A variant of a case.
#[derive(Debug, Clone)]
pub struct Variant {
    /// The case with other figures.
    pub case: CaseStudy,
    /// What moved.
    pub moved: Vec<Moved>,
    /// Draws needed.
    pub attempts: u32,
}

/// One figure that moved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// Its path in the data.
    pub path: String,
    /// Its value in the original.
    pub before: String,
    /// Its value in the variant.
    pub after: String,
}

/// Why there is no variant.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum VariantError {
    /// The case does not say what may vary.
    #[error("les données ne disent pas ce qui peut varier. Ajoutez une partie variantes.")]
    NothingVaries,
    /// What may vary, or the data, is wrong.
    #[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "))]
    Problems(Vec<crate::domain::planning::tree::Problem>),
    /// No draw kept the shape of the solution.
    #[error("aucun des {0} essais ne garde la forme de la solution. Resserrez les plages.")]
    NoneKept(u32),
}

/// A figure that may move.
struct Mover {
    path: String,
    before: Tree,
    choices: Choices,
}

enum Choices {
    Range { from: Decimal, step: Decimal, count: u64 },
    Set(Vec<Tree>),
}

/// The variant of a case for a seed.
///
/// # Errors
/// When nothing may vary, when the data are wrong, or when no draw keeps the shape.
pub fn variant(case: &CaseStudy, seed: u64) -> Result<Variant, VariantError> {
    let mut problems = Problems::default();
    let movers = read_movers(&case.data, &mut problems);
    let (_, original) = Workbook::read(&case.data, &mut problems);
    if !problems.is_empty() {
        return Err(VariantError::Problems(problems.found));
    }
    if movers.is_empty() {
        return Err(VariantError::NothingVaries);
    }
    let shape = Shape::of(&original);
    let mut bytes = [0_u8; 32];
    for (place, byte) in bytes.iter_mut().zip(seed.to_le_bytes()) {
        *place = byte;
    }
    let mut random = ChaCha8Rng::from_seed(bytes);
    for attempt in 1..=ATTEMPTS {
        let mut data = case.data.clone();
        for mover in &movers {
            let drawn = mover.draw(&mut random);
            let path: Vec<&str> = split(&mover.path);
            if let Some(place) = data.find_mut(&path) {
                *place = drawn;
            }
        }
        let mut problems = Problems::default();
        let (_, solved) = Workbook::read(&data, &mut problems);
        if problems.is_empty() && shape.keeps(&solved) {
            let moved = movers.iter().filter_map(|mover| mover.moved(&data)).collect();
            let id = CaseId(format!("{}-v{seed}", case.id));
            let case = CaseStudy { id, data, ..case.clone() };
            return Ok(Variant { case, moved, attempts: attempt });
        }
    }
    Err(VariantError::NoneKept(ATTEMPTS))
}

/// Notes what is wrong in what may vary.
pub(super) fn check(data: &Tree, problems: &mut Problems) {
    read_movers(data, problems);
}

/// Says that the solution no longer has the shape that the author recorded under `forme`: the words
/// of the model answers were written for that shape.
pub(super) fn changed_shape(data: &Tree, workbook: &Workbook) -> Option<Diagnostic> {
    let recorded = data.get("forme")?.text()?;
    let found = Shape::of(workbook).fingerprint();
    (recorded != found).then(|| {
        Diagnostic::warning(
            Place::within(Element::Data, "forme"),
            "la solution a changé de forme : des ordres, des surcharges ou des valeurs nulles sont apparus ou ont disparu.",
            format!("Relisez les textes du corrigé, puis écrivez « forme: {found} »."),
        )
    })
}

fn split(path: &str) -> Vec<&str> {
    path.split('.').collect()
}

/// Reads `variantes: [{chemin: articles.PI30.stock, de: 400, a: 520, pas: 20}, {chemin, parmi}]`.
fn read_movers(data: &Tree, problems: &mut Problems) -> Vec<Mover> {
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

    fn moved(&self, data: &Tree) -> Option<Moved> {
        let after = data.find(&split(&self.path))?;
        let words = |tree: &Tree| tree.text().unwrap_or_default();
        (*after != self.before).then(|| Moved {
            path: self.path.clone(),
            before: words(&self.before),
            after: words(after),
        })
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

/// What a variant must keep, row by row: how many cells are not zero, how many are negative, how
/// many decimals, which order of magnitude.
struct Shape {
    rows: BTreeMap<(String, String), RowShape>,
}

#[derive(Default)]
struct RowShape {
    cells: usize,
    not_zero: usize,
    negative: usize,
    decimals: u32,
    largest: Decimal,
    texts: usize,
}

impl Shape {
    fn of(workbook: &Workbook) -> Self {
        let mut rows: BTreeMap<(String, String), RowShape> = BTreeMap::new();
        for calculation in &workbook.calculations {
            let sheet = &calculation.worksheet;
            for (id, cell) in sheet.cells() {
                let Some(row) = sheet.rows.get(cell.row) else { continue };
                if matches!(cell.content, CellContent::Given(_)) {
                    continue;
                }
                let key = (calculation.id.clone(), row.key.clone());
                rows.entry(key).or_default().add(calculation.values.value(id));
            }
        }
        Self { rows }
    }

    /// Counts of all rows folded into eight letters (FNV-1a): the same shape gives the same ones.
    fn fingerprint(&self) -> String {
        let mut folded: u64 = 0xcbf2_9ce4_8422_2325;
        for ((calculation, row), shape) in &self.rows {
            let counts = [shape.cells, shape.not_zero, shape.negative, shape.texts];
            let line = format!("{calculation}|{row}|{counts:?}\n");
            for byte in line.bytes() {
                folded = (folded ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
            }
        }
        let short = (folded ^ (folded >> 32)) & 0xffff_ffff;
        format!("f{short:08x}")
    }

    fn keeps(&self, workbook: &Workbook) -> bool {
        let other = Self::of(workbook);
        self.rows.len() == other.rows.len()
            && self
                .rows
                .iter()
                .all(|(key, row)| other.rows.get(key).is_some_and(|other| row.keeps(other)))
    }
}

impl RowShape {
    fn add(&mut self, value: &Value) {
        self.cells += 1;
        match value {
            Value::Number(number) => {
                self.not_zero += usize::from(!number.is_zero());
                self.negative += usize::from(number.is_sign_negative() && !number.is_zero());
                self.decimals = self.decimals.max(number.normalize().scale());
                self.largest = self.largest.max(number.abs());
            }
            Value::Empty => {}
            _ => self.texts += 1,
        }
    }

    fn keeps(&self, other: &Self) -> bool {
        let bound = self.largest.checked_mul(Decimal::from(ABSURD_FACTOR));
        self.cells == other.cells
            && self.not_zero == other.not_zero
            && self.negative == other.negative
            && self.texts == other.texts
            && other.decimals <= self.decimals
            && bound.is_some_and(|bound| other.largest <= bound || self.largest.is_zero())
    }
}
