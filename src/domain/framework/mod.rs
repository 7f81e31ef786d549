//! The référentiel of a titre professionnel: activities, competences, criteria, exam schemes.
//!
//! Every fact comes from a template file; nothing here names a titre.

mod catalogue;
mod equipment;
mod qualification;
mod scheme;
mod source;
mod validation;

pub use catalogue::Catalogue;
pub use equipment::{Equipment, Resource, Room};
pub use qualification::{
    Activity, Competence, Criterion, Decree, Qualification, TransversalCompetence,
};
pub use scheme::{ExamScheme, Modality, ModalityKind};
pub use source::{SourceMark, SourceNote};
