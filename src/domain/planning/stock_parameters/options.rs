//! How the calculators of this folder read their options.

use rust_decimal::Decimal;

use crate::domain::planning::calculator::{Request, refused};
use crate::domain::planning::tree::{Node, Problems};
use crate::domain::planning::worksheet::{CalculationError, Worksheet};

/// Reads an input and builds its sheet; `None` when problems were noted.
pub(super) fn calculated<I>(
    request: &Request<'_>,
    problems: &mut Problems,
    read: fn(&Request<'_>, &mut Problems) -> Option<I>,
    worksheet: fn(&I) -> Result<Worksheet, CalculationError>,
) -> Option<Worksheet> {
    let before = problems.found.len();
    let input = read(request, problems);
    if problems.found.len() > before {
        return None;
    }
    worksheet(&input?).map_err(|error| refused(request, &error, problems)).ok()
}

/// A rate in percent; or, under one of the other names, a share of 1 (`t: 0.25` is 25 %).
pub(super) fn percent(
    options: &Node<'_>,
    in_percent: &[&str],
    as_share: &[&str],
    problems: &mut Problems,
) -> Option<Decimal> {
    let share = options.any_field(as_share);
    if share.is_missing() {
        return options.any_field(in_percent).quantity(problems);
    }
    share.quantity(problems)?.checked_mul(Decimal::ONE_HUNDRED)
}

/// All values, when none is missing; each has been read, so that every problem is noted.
pub(super) fn complete<T>(read: Vec<Option<T>>) -> Option<Vec<T>> {
    read.into_iter().collect()
}
