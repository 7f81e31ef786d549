//! Widths of the table of the deliberation, in points.

use crate::desktop::paper::fr;
use crate::desktop::ui_kit::GridColumn;
use crate::domain::identifier::JurorId;

/// Least widths of the columns.
pub struct Widths {
    competence: f32,
    counts: f32,
    juror: f32,
    decision: f32,
    /// Whether the two buttons of a decision stand one under the other.
    pub stacked: bool,
}

impl Widths {
    const WIDE: Self =
        Self { competence: 240.0, counts: 108.0, juror: 104.0, decision: 220.0, stacked: false };
    const TIGHT: Self =
        Self { competence: 160.0, counts: 80.0, juror: 104.0, decision: 144.0, stacked: true };

    /// Those of a table in this room: the decision is seen without moving the table aside.
    pub fn within(room: f32, jurors: usize) -> Self {
        let each = f32::from(u16::try_from(jurors).unwrap_or(u16::MAX));
        let Self { competence, counts, juror, decision, .. } = Self::WIDE;
        let needed = competence + 2.0 * counts + each * juror + decision;
        if needed > room { Self::TIGHT } else { Self::WIDE }
    }

    /// The columns: competence, written case, off case, jurors, decision.
    pub fn columns(&self, jurors: &[&JurorId]) -> Vec<GridColumn> {
        let mut columns = vec![
            GridColumn::text(fr("Compétence"), self.competence),
            GridColumn::text(fr("Écrit"), self.counts).narrow(),
            GridColumn::text("Hors cas", self.counts).narrow(),
        ];
        let titles = jurors.iter().map(|id| fr(&format!("Juré {id}")));
        columns.extend(titles.map(|title| GridColumn::text(title, self.juror).narrow()));
        columns.push(GridColumn::text(fr("Décision du jury"), self.decision).narrow());
        columns
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_buttons_of_a_decision_are_stacked_where_the_table_is_not_wide_enough() {
        // 1366 × 768 with two jurors: beside the panel at 100 %, alone at 175 %.
        assert!(!Widths::within(930.0, 2).stacked);
        assert!(Widths::within(930.0, 3).stacked);
        assert!(Widths::within(740.0, 2).stacked);
        let Widths { competence, counts, juror, decision, .. } = Widths::TIGHT;
        assert!(competence + 2.0 * counts + 2.0 * juror + decision <= 740.0);
    }
}
