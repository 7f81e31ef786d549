//! Arcs with capacities and costs, and the cheapest flow from a source to a sink.

use rust_decimal::Decimal;

use super::sum;
use crate::domain::planning::worksheet::CalculationError;

/// Largest number of paths: each one uses up a capacity, so real plans need a few per period.
const MAX_PATHS: usize = 2_000;

/// An arc and what it can still carry; the arc of the same pair carries back.
struct Arc {
    from: usize,
    to: usize,
    left: Decimal,
    cost: Decimal,
}

/// Arcs in pairs: an even rank, then the arc that carries back.
pub(super) struct Network {
    nodes: usize,
    arcs: Vec<Arc>,
}

impl Network {
    /// Nodes without arc.
    pub(super) fn new(nodes: usize) -> Self {
        Self { nodes, arcs: Vec::new() }
    }

    /// Adds an arc that can carry `left` at this cost of one unit; gives its rank.
    pub(super) fn add(&mut self, from: usize, to: usize, left: Decimal, cost: Decimal) -> usize {
        let rank = self.arcs.len();
        self.arcs.push(Arc { from, to, left, cost });
        self.arcs.push(Arc { from: to, to: from, left: Decimal::ZERO, cost: -cost });
        rank
    }

    /// What an arc carries.
    pub(super) fn flow(&self, rank: usize) -> Decimal {
        self.arcs.get(rank ^ 1).map_or(Decimal::ZERO, |back| back.left)
    }

    /// Sends as much as possible as cheaply as possible; gives the quantity sent.
    ///
    /// # Errors
    /// Overflow, or more than `MAX_PATHS` paths.
    pub(super) fn send(&mut self, source: usize, sink: usize) -> Result<Decimal, CalculationError> {
        let mut sent = Decimal::ZERO;
        for _ in 0..MAX_PATHS {
            let path = self.cheapest_path(source, sink)?;
            let lefts = path.iter().filter_map(|rank| self.arcs.get(*rank)).map(|arc| arc.left);
            let Some(quantity) = lefts.min() else { return Ok(sent) };
            for rank in path {
                if let Some(arc) = self.arcs.get_mut(rank) {
                    arc.left = sum(arc.left, -quantity)?;
                }
                if let Some(back) = self.arcs.get_mut(rank ^ 1) {
                    back.left = sum(back.left, quantity)?;
                }
            }
            sent = sum(sent, quantity)?;
        }
        Err(CalculationError::impossible(format!(
            "le plan optimal demande plus de {MAX_PATHS} étapes"
        )))
    }

    /// Ranks of the arcs of the cheapest path, from its end; none when the sink is out of reach
    /// (Bellman-Ford, as many rounds as nodes).
    fn cheapest_path(&self, source: usize, sink: usize) -> Result<Vec<usize>, CalculationError> {
        let mut reached: Vec<Option<(Decimal, usize)>> = vec![None; self.nodes];
        if let Some(start) = reached.get_mut(source) {
            *start = Some((Decimal::ZERO, usize::MAX));
        }
        for _ in 0..self.nodes {
            if !self.relax(&mut reached)? {
                break;
            }
        }
        let mut path = Vec::new();
        let mut node = sink;
        while node != source && path.len() < self.nodes {
            let Some((_, rank)) = reached.get(node).copied().flatten() else {
                return Ok(Vec::new());
            };
            let Some(arc) = self.arcs.get(rank) else { return Ok(Vec::new()) };
            path.push(rank);
            node = arc.from;
        }
        Ok(path)
    }

    /// One round over all arcs; says whether a node became cheaper.
    fn relax(&self, reached: &mut [Option<(Decimal, usize)>]) -> Result<bool, CalculationError> {
        let mut changed = false;
        for (rank, arc) in self.arcs.iter().enumerate().filter(|(_, arc)| !arc.left.is_zero()) {
            let Some((before, _)) = reached.get(arc.from).copied().flatten() else { continue };
            let cost = sum(before, arc.cost)?;
            if let Some(known) = reached.get_mut(arc.to)
                && known.is_none_or(|(known, _)| cost < known)
            {
                *known = Some((cost, rank));
                changed = true;
            }
        }
        Ok(changed)
    }
}
