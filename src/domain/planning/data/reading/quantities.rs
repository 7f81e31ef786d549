//! Figures that several sections read alike: numbers of periods, factors of a capacity, losses.

use rust_decimal::Decimal;

use super::entries::{self, Choices};
use crate::domain::french::format_decimal;
use crate::domain::planning::data::{MAX_PERIODS, ScrapRule};
use crate::domain::planning::tree::{Node, Problems, Tree};

/// A whole number of periods, no longer than the longest horizon.
pub(super) fn number_of_periods(node: &Node<'_>, problems: &mut Problems) -> Option<u32> {
    let count = node.whole(problems)?;
    if usize::try_from(count).is_ok_and(|count| count <= MAX_PERIODS) {
        return Some(count);
    }
    problems.add(
        node.path(),
        format!("{count} périodes dépassent le plus long horizon."),
        format!("Restez à {MAX_PERIODS} périodes au plus."),
    );
    None
}

#[derive(Debug, Clone, Copy)]
enum ShareOf {
    Launched,
    Good,
}

const SHARES: Choices<'static, ShareOf> =
    &[(&["lance", "lancee"], ShareOf::Launched), (&["bon", "bonne"], ShareOf::Good)];

/// A loss in percent: `{type: lance|bon, taux: 2}`; a number alone is a share of what is launched.
pub(super) fn scrap(node: &Node<'_>, problems: &mut Problems) -> Option<ScrapRule> {
    let (share, rate) = match node.tree()? {
        Tree::Entries(_) => {
            entries::check_names(node, &["type", "taux"], problems);
            let share = entries::choice(&node.field("type"), SHARES, problems);
            (share.unwrap_or(ShareOf::Launched), node.field("taux"))
        }
        _ => (ShareOf::Launched, node.clone()),
    };
    let percent = rate.required_quantity(problems)?;
    match share {
        ShareOf::Launched if percent >= Decimal::ONE_HUNDRED => {
            problems.add(
                rate.path(),
                format!("une perte de {} % ne laisse rien de bon.", format_decimal(percent)),
                "Écrivez un taux plus petit que 100.",
            );
            None
        }
        ShareOf::Good if percent > Decimal::ONE_HUNDRED => {
            problems.add(
                rate.path(),
                format!("une perte de {} % est trop grande.", format_decimal(percent)),
                "Écrivez un taux de 100 au plus.",
            );
            None
        }
        _ if percent.is_zero() => None,
        ShareOf::Launched => Some(ScrapRule::OfLaunched(percent)),
        ShareOf::Good => Some(ScrapRule::OfGood(percent)),
    }
}

/// A factor of a capacity: above zero when written.
pub(super) fn capacity_factor(
    node: &Node<'_>,
    post: &str,
    problems: &mut Problems,
) -> Option<Decimal> {
    let factor = node.quantity(problems)?;
    if factor.is_zero() {
        note_no_capacity(node, post, problems);
        return None;
    }
    Some(factor)
}

/// Notes a poste that can never work.
pub(super) fn note_no_capacity(node: &Node<'_>, post: &str, problems: &mut Problems) {
    problems.add(
        node.path(),
        format!("la capacité du poste {post} est nulle."),
        "Écrivez une valeur plus grande que zéro, ou retirez le poste.",
    );
}
