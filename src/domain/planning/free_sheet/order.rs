//! In which order cells can be computed, each after those that it names.

/// Whether a cell has its place in the order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// Not met yet.
    New,
    /// Met; what it names is being placed.
    Open,
    /// Placed.
    Placed,
}

/// Ranks of all cells, each after those it names, otherwise in their own order.
///
/// # Errors
/// Cells that name one another in a loop, the first one repeated at the end.
pub(super) fn in_order(names: &[Vec<usize>]) -> Result<Vec<usize>, Vec<usize>> {
    let mut states = vec![State::New; names.len()];
    let mut order = Vec::with_capacity(names.len());
    for start in 0..names.len() {
        if states.get(start) != Some(&State::New) {
            continue;
        }
        mark(&mut states, start, State::Open);
        // Cells being placed, each with the number of names already followed.
        let mut open: Vec<(usize, usize)> = vec![(start, 0)];
        while let Some(top) = open.last_mut() {
            let (cell, followed) = *top;
            top.1 += 1;
            let Some(named) = names.get(cell).and_then(|named| named.get(followed)).copied() else {
                mark(&mut states, cell, State::Placed);
                order.push(cell);
                open.pop();
                continue;
            };
            match states.get(named) {
                Some(State::New) => {
                    mark(&mut states, named, State::Open);
                    open.push((named, 0));
                }
                Some(State::Open) => return Err(closed_loop(&open, named)),
                Some(State::Placed) | None => {}
            }
        }
    }
    Ok(order)
}

fn mark(states: &mut [State], cell: usize, state: State) {
    if let Some(known) = states.get_mut(cell) {
        *known = state;
    }
}

fn closed_loop(open: &[(usize, usize)], back_to: usize) -> Vec<usize> {
    let cells = open.iter().map(|(cell, _)| *cell);
    cells.skip_while(|cell| *cell != back_to).chain([back_to]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_come_after_those_they_name() {
        assert_eq!(in_order(&[vec![], vec![0], vec![0, 1]]), Ok(vec![0, 1, 2]));
        assert_eq!(in_order(&[vec![2], vec![], vec![1]]), Ok(vec![1, 2, 0]));
        assert_eq!(in_order(&[]), Ok(vec![]));
        let long: Vec<_> = (0..20_000).map(|rank| vec![rank + 1]).collect();
        let order = in_order(&long).expect("an order");
        assert_eq!(order.first(), Some(&19_999), "deep chains need no deep stack");
    }

    #[test]
    fn loops_are_told() {
        assert_eq!(in_order(&[vec![1], vec![2], vec![1]]), Err(vec![1, 2, 1]));
        assert_eq!(in_order(&[vec![], vec![1]]), Err(vec![1, 1]));
    }
}
