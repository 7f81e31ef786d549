//! Edges, lines and the veil of an appearance.

use egui::{Color32, Stroke};

use super::Palette;

impl Palette {
    /// Line between two regions.
    #[must_use]
    pub fn divider(&self) -> Stroke {
        Stroke::new(self.edge, self.line)
    }

    /// Edge of a control.
    #[must_use]
    pub fn control_edge(&self) -> Stroke {
        Stroke::new(self.edge, self.line_strong)
    }

    /// Focus ring.
    #[must_use]
    pub fn focus_ring(&self) -> Stroke {
        Stroke::new(self.focus_edge, self.focus)
    }

    /// Veil over the window behind a dialog.
    #[must_use]
    pub fn veil(&self) -> Color32 {
        Color32::from_black_alpha(if self.is_contrast() { 200 } else { 120 })
    }
}
