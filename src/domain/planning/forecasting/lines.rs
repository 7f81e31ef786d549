//! Straight lines through a history: y = a × x + b.

use rust_decimal::Decimal;

use super::frame::{Forecasts, Frame, mean};
use super::{LineMethod, SeriesForecast};
use crate::domain::planning::worksheet::{CellId, Formula, Rounding, RowHead};

impl LineMethod {
    /// Key of the row of forecasts.
    pub(super) const fn key(self) -> &'static str {
        match self {
            Self::Extremes => "PE",
            Self::Mayer => "MAYER",
            Self::LeastSquares => "MC",
        }
    }

    /// Name in French.
    const fn name(self) -> &'static str {
        match self {
            Self::Extremes => "Droite des points extrêmes",
            Self::Mayer => "Droite de Mayer",
            Self::LeastSquares => "Droite des moindres carrés",
        }
    }
}

/// The points of a history: abscissas of all periods, demands of the past ones.
struct Points {
    all: Vec<CellId>,
    past: Vec<CellId>,
    demand: Vec<CellId>,
}

impl Frame {
    /// Row of the abscissas, shared by all lines.
    pub(super) fn abscissas(&mut self, input: &SeriesForecast) -> Vec<CellId> {
        let row = self.sheet.row(RowHead::new("X", "x"));
        let columns = self.periods.clone();
        let mut cells = Vec::with_capacity(columns.len());
        for (rank, column) in columns.into_iter().enumerate() {
            let stated = input.abscissas.get(rank).copied();
            let value = stated.unwrap_or_else(|| Decimal::from(rank + 1));
            cells.push(self.sheet.given(row, column, value));
        }
        cells
    }

    /// Row of a line: fitted over the history, extended to the periods ahead.
    pub(super) fn line(
        &mut self,
        method: LineMethod,
        abscissas: &[CellId],
        rounding: Option<Rounding>,
    ) -> Forecasts {
        let demand = self.demand.clone();
        let past = abscissas.get(..demand.len()).unwrap_or_default().to_vec();
        let points = Points { all: abscissas.to_vec(), past, demand };
        let (slope, intercept) = match method {
            LineMethod::Extremes => self.extremes(&points, rounding),
            LineMethod::Mayer => self.mayer(&points, rounding),
            LineMethod::LeastSquares => self.least_squares(&points, rounding),
        };
        let head = self.head(method.key(), method.name()).short("y");
        let row = self.sheet.row(head);
        let mut cells = Vec::with_capacity(points.all.len());
        for (rank, x) in points.all.iter().enumerate() {
            cells.push(Some(self.forecast(row, rank, slope * *x + intercept)));
        }
        Forecasts { key: method.key().to_owned(), label: method.name().to_owned(), cells }
    }

    fn coefficient(
        &mut self,
        method: LineMethod,
        name: &str,
        rounding: Option<Rounding>,
        formula: Formula,
    ) -> CellId {
        let label = match name {
            "A" => "Coefficient directeur a",
            _ => "Ordonnée à l'origine b",
        };
        let head = RowHead::new(format!("{}.{name}", method.key()), label);
        let formula = match rounding {
            Some(rounding) => formula.rounded(rounding),
            None => formula,
        };
        self.computed(head.short(name.to_lowercase()), formula)
    }

    /// a = (last y − first y) ÷ (last x − first x), b = first y − a × first x.
    fn extremes(&mut self, points: &Points, rounding: Option<Rounding>) -> (CellId, CellId) {
        let zero = Formula::number(0);
        let end = |cells: &[CellId], last: bool| {
            let cell = if last { cells.last() } else { cells.first() };
            cell.map_or(zero.clone(), |cell| (*cell).into())
        };
        let (x, y) = (end(&points.past, false), end(&points.demand, false));
        let rise = end(&points.demand, true) - y.clone();
        let slope = rise / (end(&points.past, true) - x.clone());
        let method = LineMethod::Extremes;
        let slope = self.coefficient(method, "A", rounding, slope);
        (slope, self.coefficient(method, "B", rounding, y - slope * x))
    }

    /// The line through the mean points of two halves.
    fn mayer(&mut self, points: &Points, rounding: Option<Rounding>) -> (CellId, CellId) {
        let (x1, x2) = points.past.split_at(points.past.len() / 2);
        let (y1, y2) = points.demand.split_at(points.demand.len() / 2);
        let mut point = |name: &str, label: &str, cells: &[CellId]| {
            let head = RowHead::new(format!("MAYER.{name}"), label).short(name.to_lowercase());
            self.computed(head, mean(cells))
        };
        let x1 = point("X1", "Moyenne des x, première moitié", x1);
        let y1 = point("Y1", "Moyenne des y, première moitié", y1);
        let x2 = point("X2", "Moyenne des x, seconde moitié", x2);
        let y2 = point("Y2", "Moyenne des y, seconde moitié", y2);
        let method = LineMethod::Mayer;
        let slope = self.coefficient(method, "A", rounding, (y2 - y1) / (x2 - x1));
        (slope, self.coefficient(method, "B", rounding, y1 - slope * x1))
    }

    /// a = (n Σxy − Σx Σy) ÷ (n Σx² − (Σx)²), b = mean of y − a × mean of x.
    fn least_squares(&mut self, points: &Points, rounding: Option<Rounding>) -> (CellId, CellId) {
        let mut products = |key: &str, label: &str, right: &[CellId]| {
            let row = self.sheet.row(RowHead::new(key, label));
            let mut cells = Vec::with_capacity(points.past.len());
            for (rank, (x, other)) in points.past.iter().zip(right).enumerate() {
                cells.push(self.at(row, rank, *x * *other));
            }
            self.total(row, &cells)
        };
        let xy = products("MC.XY", "x × y", &points.demand);
        let xx = products("MC.X2", "x²", &points.past);
        let mut sum = |key: &str, label: &str, cells: &[CellId]| {
            self.computed(RowHead::new(key, label), Formula::sum(cells.iter().copied()))
        };
        let x = sum("MC.SX", "Somme des x", &points.past);
        let y = sum("MC.SY", "Somme des y", &points.demand);
        let method = LineMethod::LeastSquares;
        let count = Formula::number(points.past.len());
        let mut average = |key: &str, label: &str, total: CellId| {
            self.computed(RowHead::new(key, label), total / count.clone())
        };
        let mean_x = average("MC.MX", "Moyenne des x", x);
        let mean_y = average("MC.MY", "Moyenne des y", y);
        let slope = (count.clone() * xy - x * y) / (count * xx - x * x);
        let slope = self.coefficient(method, "A", rounding, slope);
        (slope, self.coefficient(method, "B", rounding, mean_y - slope * mean_x))
    }
}
