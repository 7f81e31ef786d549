//! Units of the layout: points everywhere; millimetres only where a measure is written down.

/// Slack in points when comparing lengths, against rounding.
pub const TOLERANCE: f32 = 0.05;

/// Points in a length given in millimetres.
pub const fn millimetres(value: f32) -> f32 {
    value * 72.0 / 25.4
}

/// A count of things on a page, for arithmetic on lengths.
#[allow(clippy::cast_precision_loss, reason = "things on a page are counted in thousands at most")]
pub const fn count(value: usize) -> f32 {
    value as f32
}

/// A whole number of the document (minutes, marks), for arithmetic on lengths.
#[allow(clippy::cast_precision_loss, reason = "only the share of a bar depends on it")]
pub const fn number(value: u32) -> f32 {
    value as f32
}

/// A length given by an author, in points: nothing when it is negative or no number.
pub fn length(value: f32) -> f32 {
    if value.is_finite() { value.max(0.0) } else { 0.0 }
}

/// Shares given by an author, as fractions whose sum is one; a share that is no number counts as
/// one part.
pub fn fractions(shares: impl Iterator<Item = f32>) -> Vec<f32> {
    let parts: Vec<f32> =
        shares.map(|share| if share.is_finite() && share > 0.0 { share } else { 1.0 }).collect();
    let total: f32 = parts.iter().sum();
    parts.into_iter().map(|part| part / total).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_a4_sheet_is_595_points_wide() {
        assert!((millimetres(210.0) - 595.28).abs() < 0.01);
    }

    #[test]
    fn odd_lengths_and_shares_do_no_harm() {
        assert!(length(f32::NAN).abs() < f32::EPSILON);
        assert!(length(-4.0).abs() < f32::EPSILON);
        let shares = fractions([f32::NAN, 2.0, -1.0].into_iter());
        assert!((shares.iter().sum::<f32>() - 1.0).abs() < 0.001);
        assert!(fractions(std::iter::empty()).is_empty());
    }
}
