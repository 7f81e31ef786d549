//! Rows and columns of a jalonnement: one row an order and one an operation; a column only when
//! something stands in it.

use super::clock::Clock;
use super::{
    Direction, PieceTime, ScheduledOrder, SchedulingInput, Step, StepDuration, StepQuantity,
};
use crate::domain::planning::worksheet::{CellId, Formula, RowHead, Value, Worksheet};

/// A column of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Column {
    Quantity,
    Needed,
    Taken,
    Left,
    PerPiece,
    Release,
    Due,
    Setup,
    UnitTime,
    Rate,
    Fixed,
    Duration,
    Wait,
    Transfer,
    FirstLot,
    EarlyStart,
    EarlyEnd,
    LateStart,
    LateEnd,
    Lots,
    LotSize,
    LotDuration,
    Start,
    End,
    Slack,
    Late,
}

/// All columns in the order shown, with key and label.
const COLUMNS: [(Column, &str, &str); 26] = [
    (Column::PerPiece, "par_piece", "Quantité par pièce"),
    (Column::Needed, "besoin", "Besoin"),
    (Column::Taken, "preleve", "Pris au stock"),
    (Column::Left, "stock_restant", "Stock restant"),
    (Column::Quantity, "quantite", "Quantité"),
    (Column::Release, "lancement", "Lancement"),
    (Column::Due, "echeance", "Échéance"),
    (Column::Setup, "temps_serie", "Temps de série"),
    (Column::UnitTime, "temps_unitaire", "Temps unitaire"),
    (Column::Rate, "cadence", "Cadence"),
    (Column::Fixed, "temps_fixe", "Temps fixe"),
    (Column::Duration, "duree", "Durée"),
    (Column::Wait, "attente", "Attente"),
    (Column::Transfer, "lot_transfert", "Lot de transfert"),
    (Column::FirstLot, "premier_lot", "Premier lot prêt après"),
    (Column::EarlyStart, "debut_tot", "Début au plus tôt"),
    (Column::EarlyEnd, "fin_tot", "Fin au plus tôt"),
    (Column::LateStart, "debut_tard", "Début au plus tard"),
    (Column::LateEnd, "fin_tard", "Fin au plus tard"),
    (Column::Lots, "lots", "Lots parallèles"),
    (Column::LotSize, "quantite_lot", "Quantité d'un lot"),
    (Column::LotDuration, "duree_lot", "Durée d'un lot"),
    (Column::Start, "debut", "Début"),
    (Column::End, "fin", "Fin"),
    (Column::Slack, "marge", "Marge"),
    (Column::Late, "retard", "Retard"),
];

/// A table of jalonnement being filled.
pub(super) struct Board<'a> {
    sheet: Worksheet,
    pub(super) input: &'a SchedulingInput,
    pub(super) clock: Clock,
    columns: Vec<(Column, usize)>,
    /// Row of each order, then of its operations.
    rows: Vec<(usize, Vec<usize>)>,
    /// Cell of today, in constrained direction.
    pub(super) today: Option<CellId>,
}

impl<'a> Board<'a> {
    /// All rows and columns, without cells but today.
    pub(super) fn new(input: &'a SchedulingInput, clock: Clock) -> Self {
        let mut sheet = Worksheet::new(match input.direction {
            Direction::Forward => "Jalonnement au plus tôt",
            Direction::Backward => "Jalonnement au plus tard",
            Direction::Both => "Jalonnement au plus tôt et au plus tard",
            Direction::Constrained => "Jalonnement au plus tard, contraint par la date du jour",
        });
        let columns = COLUMNS
            .iter()
            .filter(|(column, _, _)| is_used(*column, input))
            .map(|(column, key, label)| (*column, sheet.column(*key, *label)))
            .collect();
        let mut board = Self { sheet, input, clock, columns, rows: Vec::new(), today: None };
        let today = input.today.filter(|_| input.direction == Direction::Constrained);
        if let Some(today) = today {
            let row = board.sheet.row(RowHead::new("aujourdhui", "Aujourd'hui"));
            board.today = board.given(row, Column::Release, today);
        }
        board.rows = input.orders.iter().map(|order| board.order_rows(order)).collect();
        board
    }

    fn order_rows(&mut self, order: &ScheduledOrder) -> (usize, Vec<usize>) {
        let group = group_of(order);
        let key = if order.code.is_empty() { "ordre" } else { order.code.as_str() };
        let words = if order.label.is_empty() { "Ordre" } else { order.label.as_str() };
        let own = self.sheet.row(RowHead::new(key, words).group(&*group));
        let steps = order
            .steps
            .iter()
            .map(|step| {
                let key = if order.code.is_empty() {
                    step.key.clone()
                } else {
                    format!("{}.{}", order.code, step.key)
                };
                self.sheet.row(RowHead::new(key, &*step.label).group(&*group))
            })
            .collect();
        (own, steps)
    }

    /// Row of a component in stock.
    pub(super) fn stock_row(&mut self, component: &str) -> usize {
        let key = format!("stock.{}", component.split_whitespace().collect::<Vec<_>>().join("_"));
        self.sheet.row(RowHead::new(key, format!("Stock {component}")))
    }

    /// Row of an order.
    pub(super) fn order_row(&self, order: usize) -> usize {
        self.rows.get(order).map_or(usize::MAX, |(row, _)| *row)
    }

    /// Row of an operation of an order.
    pub(super) fn step_row(&self, order: usize, step: usize) -> usize {
        let steps = self.rows.get(order).map(|(_, steps)| steps.as_slice()).unwrap_or_default();
        steps.get(step).copied().unwrap_or(usize::MAX)
    }

    /// Adds a given cell, if its column is shown.
    pub(super) fn given(
        &mut self,
        row: usize,
        column: Column,
        value: impl Into<Value>,
    ) -> Option<CellId> {
        let column = self.rank(column)?;
        Some(self.sheet.given(row, column, value))
    }

    /// Adds a computed cell, if its column is shown.
    pub(super) fn computed(
        &mut self,
        row: usize,
        column: Column,
        formula: impl Into<Formula>,
    ) -> Option<CellId> {
        let column = self.rank(column)?;
        Some(self.sheet.computed(row, column, formula))
    }

    fn rank(&self, column: Column) -> Option<usize> {
        self.columns.iter().find(|(known, _)| *known == column).map(|(_, rank)| *rank)
    }

    /// The table.
    pub(super) fn finish(self) -> Worksheet {
        self.sheet
    }
}

/// "OF1 – Pieds cintrés"; empty when there is one order without code.
fn group_of(order: &ScheduledOrder) -> String {
    if order.code.is_empty() || order.label.is_empty() || order.label == order.code {
        order.code.clone()
    } else {
        format!("{} – {}", order.code, order.label)
    }
}

/// Whether something stands in a column.
fn is_used(column: Column, input: &SchedulingInput) -> bool {
    let direction = input.direction;
    let any = |used: &dyn Fn(&Step) -> bool| {
        input.orders.iter().any(|order| order.steps.iter().any(used))
    };
    let is_net = |step: &Step| matches!(step.quantity, StepQuantity::Net { .. });
    let pieces = |step: &Step| match &step.duration {
        StepDuration::Times { pieces, .. } => Some(*pieces),
        StepDuration::Fixed(_) => None,
    };
    match column {
        Column::Quantity | Column::Duration => true,
        Column::PerPiece | Column::Needed | Column::Taken | Column::Left => any(&is_net),
        Column::Release => {
            input.today.is_some() || input.orders.iter().any(|order| order.release.is_some())
        }
        Column::Due => input.orders.iter().any(|order| order.due.is_some()),
        Column::Setup => {
            any(&|step: &Step| matches!(step.duration, StepDuration::Times { setup: Some(_), .. }))
        }
        Column::UnitTime => any(&|step: &Step| matches!(pieces(step), Some(PieceTime::Each(_)))),
        Column::Rate => any(&|step: &Step| matches!(pieces(step), Some(PieceTime::Rate(_)))),
        Column::Fixed => any(&|step: &Step| {
            step.quantity != StepQuantity::Order && matches!(step.duration, StepDuration::Fixed(_))
        }),
        Column::Wait => any(&|step: &Step| step.wait.is_some()),
        Column::Transfer | Column::FirstLot => any(&|step: &Step| step.transfer_lot.is_some()),
        Column::EarlyStart | Column::EarlyEnd => direction == Direction::Both,
        Column::LateStart | Column::LateEnd => {
            matches!(direction, Direction::Both | Direction::Constrained)
        }
        Column::Lots | Column::LotSize | Column::LotDuration => {
            input.parallel_lots && direction == Direction::Constrained
        }
        Column::Start | Column::End => direction != Direction::Both,
        Column::Slack if direction == Direction::Both => true,
        Column::Slack if direction == Direction::Backward => {
            input.orders.iter().any(|order| order.release.is_some())
        }
        Column::Slack => input.orders.iter().any(|order| order.due.is_some()),
        Column::Late => {
            direction != Direction::Backward && input.orders.iter().any(|order| order.due.is_some())
        }
    }
}
