//! Charts of counts: p, np, c, u, with limits at a number of standard deviations.

use rust_decimal::Decimal;

use super::{ChartInput, CountKind, outside_count, outside_names, verdict};
use crate::domain::planning::follow_up::table::VALUE_COLUMN;
use crate::domain::planning::worksheet::{CalculationError, CellId, Formula, RowHead, Worksheet};

/// Fills the sheet of a chart of counts.
///
/// # Errors
/// When the size of a sample is needed and missing.
pub(super) fn chart(
    sheet: &mut Worksheet,
    input: &ChartInput,
    kind: CountKind,
    samples: &[(String, Decimal, Option<Decimal>)],
    size: Option<Decimal>,
) -> Result<(), CalculationError> {
    let count_column = sheet.column("nombre", "Nombre");
    let sizes = sizes(kind, samples, size)?;
    let size_column = sizes.is_some().then(|| sheet.column("taille", "Taille"));
    let by_size = matches!(kind, CountKind::FaultyShare | CountKind::FaultsByUnit);
    let share_column = by_size.then(|| sheet.column("part", share_label(kind)));
    let value_column = sheet.column(VALUE_COLUMN, "Valeur");
    let (mut counts, mut size_cells, mut points) = (Vec::new(), Vec::new(), Vec::new());
    for (rank, (name, count, _)) in samples.iter().enumerate() {
        let row = sheet.row(RowHead::new(format!("e{}", rank + 1), name.as_str()));
        let count = sheet.given(row, count_column, *count);
        counts.push(count);
        let size = sizes.as_ref().and_then(|sizes| sizes.get(rank)).zip(size_column);
        let size = size.map(|(size, column)| sheet.given(row, column, *size));
        size_cells.extend(size);
        points.push(match share_column.zip(size) {
            Some((column, size)) => (row, sheet.computed(row, column, count / size)),
            None => (row, count),
        });
    }
    let mut summary = Summary { sheet, column: value_column };
    let [lower, upper] = summary.limits(input, kind, &counts, &size_cells);
    let column = summary.sheet.column("verdict", "Verdict");
    let verdicts: Vec<_> = points
        .iter()
        .map(|(row, point)| {
            summary.sheet.computed(*row, column, verdict(&[[*point, lower, upper]]))
        })
        .collect();
    let names = samples.iter().map(|(name, _, _)| name.clone()).collect();
    let label = "Nombre de points hors limites";
    summary.computed("nombre_hors_limites", label, outside_count(&verdicts));
    summary.computed("hors_limites", "Échantillons hors limites", outside_names(&verdicts, names));
    Ok(())
}

/// Sizes of the samples; none for faults by sample.
fn sizes(
    kind: CountKind,
    samples: &[(String, Decimal, Option<Decimal>)],
    size: Option<Decimal>,
) -> Result<Option<Vec<Decimal>>, CalculationError> {
    if kind == CountKind::Faults {
        return Ok(None);
    }
    let sizes: Option<Vec<_>> = samples.iter().map(|(_, _, own)| own.or(size)).collect();
    sizes.map(Some).ok_or_else(|| {
        CalculationError::impossible("donnez la taille des échantillons (taille: 100)")
    })
}

const fn share_label(kind: CountKind) -> &'static str {
    match kind {
        CountKind::FaultsByUnit => "Défauts par unité",
        _ => "Proportion",
    }
}

struct Summary<'a> {
    sheet: &'a mut Worksheet,
    column: usize,
}

impl Summary<'_> {
    fn computed(&mut self, key: &str, label: &str, formula: impl Into<Formula>) -> CellId {
        let row = self.sheet.row(RowHead::new(key, label));
        self.sheet.computed(row, self.column, formula)
    }

    /// Centre line, standard deviation, lower and upper limits; the lower one is never negative.
    fn limits(
        &mut self,
        input: &ChartInput,
        kind: CountKind,
        counts: &[CellId],
        sizes: &[CellId],
    ) -> [CellId; 2] {
        let number = u32::try_from(counts.len()).unwrap_or(u32::MAX);
        let total = self.computed("total", "Total", Formula::sum(counts.iter().copied()));
        let (centre, deviation) = if kind == CountKind::Faults {
            let centre = self.computed("c", "Nombre moyen de défauts", total / number);
            (centre, Formula::from(centre).square_root())
        } else {
            let inspected = Formula::sum(sizes.iter().copied());
            let inspected = self.computed("controles", "Pièces contrôlées", inspected);
            let size = self.computed("n", "Taille moyenne", inspected / number);
            self.centre(kind, total, inspected, size)
        };
        let deviation = self.computed("sigma", "Écart-type", deviation);
        let row = self.sheet.row(RowHead::new("z", "Largeur en écarts-types").short("z"));
        let width = self.sheet.given(row, self.column, input.width);
        let upper =
            self.computed("LSC", "Limite supérieure de contrôle", centre + width * deviation);
        let lower = (centre - width * deviation).at_least_zero();
        let lower = self.computed("LIC", "Limite inférieure de contrôle", lower);
        [lower, upper]
    }

    /// Centre line and standard deviation of a chart with sizes.
    fn centre(
        &mut self,
        kind: CountKind,
        total: CellId,
        inspected: CellId,
        size: CellId,
    ) -> (CellId, Formula) {
        if kind == CountKind::FaultsByUnit {
            let centre = self.computed("u", "Nombre moyen de défauts par unité", total / inspected);
            return (centre, (centre / size).square_root());
        }
        let share = self.computed("p", "Proportion moyenne", total / inspected);
        let spread = share * (Formula::number(1) - share);
        if kind == CountKind::FaultyShare {
            return (share, (spread / size).square_root());
        }
        let centre = self.computed("np", "Nombre moyen de défectueux", size * share);
        (centre, (centre * (Formula::number(1) - share)).square_root())
    }
}
