//! Statistics of samples: constants of control charts, tail of the normal law.

use rust_decimal::{Decimal, MathematicalOps};

/// Smallest and largest size of a subgroup in the table of constants.
pub(super) const SIZES: std::ops::RangeInclusive<u32> = 2..=25;

/// Constants of control charts for one size of subgroup.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct ChartConstants {
    /// Limits of means from the mean range.
    pub a2: Decimal,
    /// Lower limit of ranges.
    pub d3: Decimal,
    /// Upper limit of ranges.
    pub d4: Decimal,
    /// Mean range of a normal sample over its standard deviation.
    pub d2: Decimal,
    /// Limits of means from the mean standard deviation.
    pub a3: Decimal,
    /// Lower limit of standard deviations.
    pub b3: Decimal,
    /// Upper limit of standard deviations.
    pub b4: Decimal,
    /// Mean standard deviation of a normal sample over that of the population.
    pub c4: Decimal,
}

/// A2, D3, D4, d2, A3, B3, B4, c4 in thousandths, by size of subgroup.
///
/// Source: recomputed from the laws of the range and of the standard deviation of a normal sample;
/// equal within 0.001 to the usual tables (ISO 7870-2, formerly NF X 06-031).
const CONSTANTS: &[(u32, [u32; 8])] = &[
    (2, [1880, 0, 3267, 1128, 2659, 0, 3267, 798]),
    (3, [1023, 0, 2575, 1693, 1954, 0, 2568, 886]),
    (4, [729, 0, 2282, 2059, 1628, 0, 2266, 921]),
    (5, [577, 0, 2114, 2326, 1427, 0, 2089, 940]),
    (6, [483, 0, 2004, 2534, 1287, 30, 1970, 952]),
    (7, [419, 76, 1924, 2704, 1182, 118, 1882, 959]),
    (8, [373, 136, 1864, 2847, 1099, 185, 1815, 965]),
    (9, [337, 184, 1816, 2970, 1032, 239, 1761, 969]),
    (10, [308, 223, 1777, 3078, 975, 284, 1716, 973]),
    (11, [285, 256, 1744, 3173, 927, 321, 1679, 975]),
    (12, [266, 283, 1717, 3258, 886, 354, 1646, 978]),
    (13, [249, 307, 1693, 3336, 850, 382, 1618, 979]),
    (14, [235, 328, 1672, 3407, 817, 406, 1594, 981]),
    (15, [223, 347, 1653, 3472, 789, 428, 1572, 982]),
    (16, [212, 363, 1637, 3532, 763, 448, 1552, 983]),
    (17, [203, 378, 1622, 3588, 739, 466, 1534, 985]),
    (18, [194, 391, 1609, 3640, 718, 482, 1518, 985]),
    (19, [187, 403, 1597, 3689, 698, 497, 1503, 986]),
    (20, [180, 415, 1585, 3735, 680, 510, 1490, 987]),
    (21, [173, 425, 1575, 3778, 663, 523, 1477, 988]),
    (22, [167, 435, 1565, 3819, 647, 534, 1466, 988]),
    (23, [162, 443, 1557, 3858, 633, 545, 1455, 989]),
    (24, [157, 452, 1548, 3895, 619, 555, 1445, 989]),
    (25, [153, 459, 1541, 3931, 606, 565, 1435, 990]),
];

/// Constants for subgroups of this size, from 2 to 25.
pub(super) fn chart_constants(size: u32) -> Option<ChartConstants> {
    let (_, thousandths) = CONSTANTS.iter().find(|(known, _)| *known == size)?;
    let [a2, d3, d4, d2, a3, b3, b4, c4] =
        thousandths.map(|value| Decimal::new(i64::from(value), 3).normalize());
    Some(ChartConstants { a2, d3, d4, d2, a3, b3, b4, c4 })
}

/// Probability that a standard normal variable exceeds `z`; 0 beyond 8, 1 below −8.
///
/// Series of Φ: φ(z) × (z + z³ ÷ 3 + z⁵ ÷ 15 + …), at most 300 terms.
pub(super) fn upper_tail(z: Decimal) -> Option<Decimal> {
    let limit = Decimal::from(8);
    if z < Decimal::ZERO {
        return Decimal::ONE.checked_sub(upper_tail(-z)?);
    }
    if z > limit {
        return Some(Decimal::ZERO);
    }
    // Twelve decimals of z are more than any index has, and keep the products short.
    let z = z.round_dp(12);
    let square = z.checked_mul(z)?;
    let (mut term, mut sum) = (z, z);
    for odd in (3..600_u32).step_by(2) {
        term = term.checked_mul(square)?.checked_div(Decimal::from(odd))?;
        sum = sum.checked_add(term)?;
        if term < Decimal::new(1, 18) {
            break;
        }
    }
    let half = Decimal::new(5, 1);
    let below = z.checked_norm_pdf()?.checked_mul(sum)?;
    Some(half.checked_sub(below)?.max(Decimal::ZERO))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn constants_are_those_of_the_usual_tables() {
        let five = chart_constants(5).expect("constants");
        assert_eq!((five.a2, five.d4), (Decimal::new(577, 3), Decimal::new(2114, 3)));
        assert_eq!(SIZES.count(), CONSTANTS.len());
        assert!(SIZES.clone().all(|size| chart_constants(size).is_some()));
        assert_eq!(chart_constants(1), None);
    }

    #[test]
    fn tails_of_the_normal_law() {
        for (z, millionths) in
            [("0", "500000"), ("1", "158655.25"), ("3", "1349.90"), ("4.5", "3.40")]
        {
            let z = Decimal::from_str_exact(z).expect("a number");
            let tail = upper_tail(z).expect("a tail") * Decimal::from(1_000_000);
            let expected = Decimal::from_str_exact(millionths).expect("a number");
            assert_eq!(tail.round_dp(2), expected, "{z}");
            let other = upper_tail(-z).expect("a tail") * Decimal::from(1_000_000);
            assert_eq!((tail + other).round_dp(6), Decimal::from(1_000_000));
        }
        assert_eq!(upper_tail(Decimal::from(9)), Some(Decimal::ZERO));
    }
}
