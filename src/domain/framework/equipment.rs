//! Plateau technique: rooms and resources of the exam.

use serde::{Deserialize, Serialize};

use super::{ModalityKind, SourceNote};

/// Plateau technique d'évaluation.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Equipment {
    /// Rooms, by modality.
    #[serde(default)]
    pub rooms: Vec<Room>,
    /// Resources for one candidate.
    #[serde(default)]
    pub resources: Vec<Resource>,
    /// Remarks on the source.
    #[serde(default)]
    pub notes: Vec<SourceNote>,
}

/// Room for one modality.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Room {
    /// Modality that takes place there.
    pub modality: ModalityKind,
    /// Description.
    pub description: String,
    /// Observations.
    pub observations: String,
}

/// Resource for one candidate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Resource {
    /// Kind of resource.
    pub designation: String,
    /// Number, where the source states it.
    pub count: Option<u32>,
    /// Description.
    pub description: String,
    /// How many candidates may share it at once, where stated.
    pub shared_by: Option<u32>,
    /// Observations.
    pub observations: String,
}
