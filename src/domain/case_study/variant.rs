//! Seeded variants of a case: the author says which data may move and in which range or set; a
//! variant is kept only when its solution has the shape of the original.
//!
//! The generator is `ChaCha8` fed with the seed, and numbers are drawn by rejection: a same seed
//! gives a same variant, for ever and on every machine.
//!
//! - `movers`: the figures that move, and how they are drawn; `shape`: what a variant keeps.

mod movers;
mod shape;

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;

use self::movers::read_movers;
use self::shape::Shape;
use super::CaseStudy;
use crate::domain::diagnostic::{Diagnostic, Element, Place};
use crate::domain::identifier::CaseId;
use crate::domain::planning::tree::{Problem, Problems, Tree};
use crate::domain::planning::workbook::Workbook;

/// Draws tried before giving up.
const ATTEMPTS: u32 = 2_000;

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
    Problems(Vec<Problem>),
    /// No draw kept the shape of the solution.
    #[error("aucun des {0} essais ne garde la forme de la solution. Resserrez les plages.")]
    NoneKept(u32),
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
            mover.move_in(&mut data, &mut random);
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
