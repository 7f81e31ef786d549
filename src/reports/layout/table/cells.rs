//! Cells once laid out: pieces, and what the row must know to draw around them.

use crate::reports::document::{TableCell, TableColumn, Tone};

use super::super::page::{Mark, append_shifted};
use super::contents::{Piece, Place, has_tile, padding, pieces};
use super::{Metrics, align};

/// A cell laid out in its column; lengths in points.
#[derive(Default)]
pub struct LaidCell {
    /// From top to bottom.
    pub pieces: Vec<Piece>,
    /// White on each side.
    pub pad: f32,
    /// Given cell.
    pub given: bool,
    /// Crossed by one line.
    pub blocked: bool,
    /// Tint of a state.
    pub tone: Option<Tone>,
    /// Shows a tile.
    pub tile: bool,
}

impl LaidCell {
    /// Lays a cell in a column of some width in points.
    pub fn new(
        cell: &TableCell,
        (column, width): (&TableColumn, f32),
        strong: bool,
        metrics: &Metrics,
    ) -> Self {
        let pad = padding(cell, column.align, metrics);
        let width = (width - 2.0 * pad).max(1.0);
        let place = Place { width, align: align(column), strong };
        Self {
            pieces: cell
                .content
                .iter()
                .flat_map(|content| pieces(content, metrics, place))
                .collect(),
            pad,
            given: cell.given,
            blocked: cell.blocked,
            tone: cell.tone,
            tile: has_tile(cell),
        }
    }

    /// Height of all pieces.
    pub fn height(&self) -> f32 {
        self.pieces.iter().map(|piece| piece.height).sum()
    }

    /// Middle of the first piece.
    pub fn first_middle(&self) -> f32 {
        self.pieces.first().map_or(0.0, |piece| piece.height / 2.0)
    }

    /// Draws the pieces under one another from a corner.
    pub fn draw(self, marks: &mut Vec<Mark>, x: f32, top: f32) {
        let mut y = top;
        for piece in self.pieces {
            append_shifted(marks, piece.marks, x, y);
            y += piece.height;
        }
    }

    /// Takes the pieces that fit in a height, at least one; what stays is for the next page.
    pub fn take(&mut self, height: f32) -> Self {
        let mut used = 0.0;
        let fitting = self
            .pieces
            .iter()
            .take_while(|piece| {
                used += piece.height;
                used <= height
            })
            .count();
        let rest = self.pieces.split_off(fitting.max(1).min(self.pieces.len()));
        let taken = std::mem::replace(&mut self.pieces, rest);
        Self { pieces: taken, ..self.without_pieces() }
    }

    const fn without_pieces(&self) -> Self {
        Self {
            pieces: Vec::new(),
            pad: self.pad,
            given: self.given,
            blocked: self.blocked,
            tone: self.tone,
            tile: self.tile,
        }
    }
}
