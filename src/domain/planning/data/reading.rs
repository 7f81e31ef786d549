//! From the tree to typed data, with every problem at once.

use super::PlanningData;
use crate::domain::planning::tree::{Node, Problems};

impl PlanningData {
    /// Reads the sections of planning data and checks what each section says of the others.
    pub fn read(_root: &Node<'_>, _problems: &mut Problems) -> Self {
        Self::default()
    }
}
