//! Every sequence of a small flow shop, tried.

use rust_decimal::Decimal;

/// Shortest and longest end of all sequences that follow what is begun; `free` is when each machine
/// is free.
pub fn tried(tasks: &[&[Decimal]], begun: &mut [bool], free: &[Decimal]) -> (Decimal, Decimal) {
    let mut found: Option<(Decimal, Decimal)> = None;
    for rank in 0..tasks.len() {
        if begun.get(rank) != Some(&false) {
            continue;
        }
        let mut end = Decimal::ZERO;
        let after: Vec<Decimal> = free
            .iter()
            .zip(tasks.get(rank).copied().unwrap_or_default())
            .map(|(free, time)| {
                end = end.max(*free) + *time;
                end
            })
            .collect();
        set(begun, rank, true);
        let (best, worst) = tried(tasks, begun, &after);
        set(begun, rank, false);
        found = Some(match found {
            Some((known_best, known_worst)) => (known_best.min(best), known_worst.max(worst)),
            None => (best, worst),
        });
    }
    let last = free.last().copied().unwrap_or_default();
    found.unwrap_or((last, last))
}

fn set(begun: &mut [bool], rank: usize, value: bool) {
    if let Some(place) = begun.get_mut(rank) {
        *place = value;
    }
}
