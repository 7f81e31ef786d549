//! Widths of columns: never more together than the table may take.

use crate::reports::document::{CellAlign, ColumnWidth, Table, TableColumn, TableRow};

use super::super::measure::millimetres;
use super::super::wrapping::{Extent, extent};
use super::Metrics;
use super::contents::cell_extent;

/// What a column wants, in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Need {
    kind: Kind,
    extent: Extent,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Kind {
    Auto,
    Fixed(f32),
    Share(f32),
}

/// Beside columns with shares, a column of its own width takes at most this part of the table.
const MOST_OF_AUTO: f32 = 0.4;
/// A fixed column grows by this much at most for a word that it cannot hold.
const FIXED_GROWTH: f32 = 1.5;

/// Fewer columns of numbers than this are not made alike, nor those that differ more than this.
const LEAST_ALIKE: usize = 4;
const MOST_UNLIKE: f32 = 2.2;

/// What every column wants, for its head and all its cells.
pub fn needs(table: &Table, columns: &[TableColumn], metrics: &Metrics) -> Vec<Need> {
    let mut extents: Vec<Extent> = columns
        .iter()
        .map(|column| {
            let head = if table.headless { "" } else { column.head.as_str() };
            padded(extent(&metrics.head.text(head)), metrics.pad(column.align))
        })
        .collect();
    for row in &table.rows {
        let (cells, strong) = match row {
            TableRow::Cells(cells) => (cells, false),
            TableRow::Total(cells) => (cells, true),
            TableRow::Group(_) => continue,
        };
        for ((cell, column), whole) in cells.iter().zip(columns).zip(&mut extents) {
            let own = cell_extent(cell, column.align, metrics, strong);
            whole.minimum = whole.minimum.max(own.minimum);
            whole.natural = whole.natural.max(own.natural);
        }
    }
    columns.iter().zip(extents).map(|(column, extent)| Need::new(column.width, extent)).collect()
}

fn padded(extent: Extent, pad: f32) -> Extent {
    Extent { minimum: extent.minimum + 2.0 * pad, natural: extent.natural + 2.0 * pad }
}

impl Need {
    fn new(width: ColumnWidth, extent: Extent) -> Self {
        let positive = |value: f32| value.is_finite() && value > 0.0;
        let kind = match width {
            ColumnWidth::Fixed(asked) if positive(asked) => {
                let asked = millimetres(asked);
                Kind::Fixed(asked.max(extent.minimum.min(asked * FIXED_GROWTH)))
            }
            ColumnWidth::Share(share) if positive(share) => Kind::Share(share),
            ColumnWidth::Fixed(_) | ColumnWidth::Share(_) | ColumnWidth::Auto => Kind::Auto,
        };
        Self { kind, extent }
    }

    /// The least width at which no word is cut.
    fn least(&self) -> f32 {
        match self.kind {
            Kind::Fixed(width) => width.max(self.extent.minimum),
            Kind::Auto | Kind::Share(_) => self.extent.minimum,
        }
    }
}

/// In a grid, columns of numbers of about the same need (the weeks of a plan) get the same width.
pub fn alike(needs: Vec<Need>, columns: &[TableColumn], available: f32) -> Vec<Need> {
    let numbers = |need: &Need, column: &TableColumn| {
        matches!((need.kind, column.align), (Kind::Auto, CellAlign::Right))
    };
    let extents: Vec<Extent> = needs
        .iter()
        .zip(columns)
        .filter(|(need, column)| numbers(need, column))
        .map(|(need, _)| need.extent)
        .collect();
    let minimum = extents.iter().map(|extent| extent.minimum).fold(0.0, f32::max);
    let natural = extents.iter().map(|extent| extent.natural).fold(0.0, f32::max);
    let narrowest = extents.iter().map(|extent| extent.natural).fold(f32::MAX, f32::min);
    if extents.len() < LEAST_ALIKE || natural > MOST_UNLIKE * narrowest {
        return needs;
    }
    let extent = Extent { minimum, natural };
    let same: Vec<Need> = needs
        .iter()
        .zip(columns)
        .map(|(need, column)| if numbers(need, column) { Need { extent, ..*need } } else { *need })
        .collect();
    if required(&same) <= available { same } else { needs }
}

/// The least width at which no word of any column is cut.
pub fn required(needs: &[Need]) -> f32 {
    needs.iter().map(Need::least).sum()
}

/// Widths whose sum is the available width, or less when all columns are fixed; in points.
pub fn column_widths(needs: &[Need], available: f32) -> Vec<f32> {
    let fixed = total(needs, |need| if let Kind::Fixed(width) = need.kind { width } else { 0.0 });
    let shares = total(needs, |need| if let Kind::Share(share) = need.kind { share } else { 0.0 });
    let shared = |need: &Need| matches!(need.kind, Kind::Share(_));
    let kept = total(needs, |need| if shared(need) { need.extent.minimum } else { 0.0 });
    let most = if shares > 0.0 { MOST_OF_AUTO * available } else { f32::MAX };
    let wanted = |need: &Need| need.extent.natural.min(most).max(need.extent.minimum);
    let auto = |need: &Need| matches!(need.kind, Kind::Auto);
    let least = total(needs, |need| if auto(need) { need.extent.minimum } else { 0.0 });
    let natural = total(needs, |need| if auto(need) { wanted(need) } else { 0.0 });
    let room = (available - fixed - kept).max(least);
    let part =
        if natural > least { ((room - least) / (natural - least)).clamp(0.0, 1.0) } else { 0.0 };
    let taken = least + (natural - least) * part;
    // Without shares, columns of their own width fill the table in proportion to their content.
    let more = if shares > 0.0 { 0.0 } else { (available - fixed - taken).max(0.0) };
    let left = (available - fixed - taken).max(0.0);
    let widths: Vec<f32> = needs
        .iter()
        .map(|need| match need.kind {
            Kind::Fixed(width) => width,
            Kind::Auto => {
                let own = need.extent.minimum + (wanted(need) - need.extent.minimum) * part;
                own + if natural > 0.0 { more * wanted(need) / natural } else { more }
            }
            Kind::Share(share) => (left * share / shares).max(need.extent.minimum),
        })
        .collect();
    bounded(widths, needs, available)
}

fn total(needs: &[Need], of: impl Fn(&Need) -> f32) -> f32 {
    needs.iter().map(of).sum()
}

/// Cuts widths down to the available one: first what is above the words' needs, then in proportion.
fn bounded(widths: Vec<f32>, needs: &[Need], available: f32) -> Vec<f32> {
    let sum: f32 = widths.iter().sum();
    if sum <= available {
        return widths;
    }
    let spare: Vec<f32> = widths
        .iter()
        .zip(needs)
        .map(|(width, need)| (width - need.extent.minimum).max(0.0))
        .collect();
    let spared: f32 = spare.iter().sum();
    let excess = sum - available;
    if spared >= excess {
        let part = excess / spared;
        return widths.iter().zip(spare).map(|(width, spare)| width - spare * part).collect();
    }
    widths.iter().map(|width| width * available / sum).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn need(width: ColumnWidth, minimum: f32, natural: f32) -> Need {
        Need::new(width, Extent { minimum, natural })
    }

    fn sum(needs: &[Need]) -> f32 {
        column_widths(needs, 480.0).iter().sum()
    }

    #[test]
    fn widths_never_exceed_the_table() {
        let fixed = ColumnWidth::Fixed(20.0);
        let all = [
            vec![],
            vec![need(ColumnWidth::Auto, 10.0, 40.0); 4],
            vec![need(ColumnWidth::Auto, 300.0, 900.0); 4],
            vec![need(fixed, 10.0, 900.0); 30],
            vec![need(ColumnWidth::Share(2.0), 30.0, 40.0), need(ColumnWidth::Auto, 20.0, 9000.0)],
            vec![
                need(ColumnWidth::Share(0.1), 90.0, 90.0),
                need(ColumnWidth::Share(9.0), 20.0, 50.0),
            ],
            vec![need(ColumnWidth::Auto, 0.0, 0.0), need(fixed, 0.0, 0.0)],
        ];
        for needs in all {
            assert!(sum(&needs) <= 480.0 + 0.1, "{needs:?}");
        }
    }

    #[test]
    fn weeks_of_a_plan_are_alike() {
        let week = TableColumn::right("S14", ColumnWidth::Auto);
        let columns = vec![week; 4];
        let needs = vec![
            need(ColumnWidth::Auto, 20.0, 30.0),
            need(ColumnWidth::Auto, 30.0, 50.0),
            need(ColumnWidth::Auto, 20.0, 30.0),
            need(ColumnWidth::Auto, 20.0, 30.0),
        ];
        let widths = column_widths(&alike(needs, &columns, 480.0), 480.0);
        assert!(widths.iter().all(|width| (width - 120.0).abs() < 0.1), "{widths:?}");
    }

    #[test]
    fn the_table_is_filled_and_words_have_their_place() {
        let needs = [need(ColumnWidth::Auto, 30.0, 30.0), need(ColumnWidth::Auto, 60.0, 2000.0)];
        let widths = column_widths(&needs, 480.0);
        assert!((sum(&needs) - 480.0).abs() < 0.1);
        assert!(widths.iter().zip([30.0, 60.0]).all(|(width, least)| *width >= least - 0.01));
    }
}
