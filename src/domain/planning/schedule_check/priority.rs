//! Priority rules: which of the waiting operations goes first.

use std::cmp::Ordering;

/// Priority rule of dispatching. Ties go to the first entered.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum PriorityRule {
    /// FIFO, FCFS, PEPS: first arrived.
    #[default]
    FirstArrived,
    /// SPT, TOM: shortest operation.
    Shortest,
    /// LPT: longest operation.
    Longest,
    /// EDD: earliest due date.
    EarliestDue,
    /// CR: smallest (due date − now) ÷ remaining work.
    CriticalRatio,
    /// Smallest slack: due date − now − remaining work.
    LeastSlack,
    /// WSPT, Smith: smallest time ÷ weight.
    WeightedShortest,
    /// MWKR: most work remaining.
    MostWork,
    /// LWKR: least work remaining.
    LeastWork,
}

/// Names that authors write, with the rule.
const NAMES: [(&str, PriorityRule); 26] = [
    ("FIFO", PriorityRule::FirstArrived),
    ("FCFS", PriorityRule::FirstArrived),
    ("PEPS", PriorityRule::FirstArrived),
    ("PAPS", PriorityRule::FirstArrived),
    ("SPT", PriorityRule::Shortest),
    ("TOM", PriorityRule::Shortest),
    ("TOC", PriorityRule::Shortest),
    ("SOT", PriorityRule::Shortest),
    ("LPT", PriorityRule::Longest),
    ("TOL", PriorityRule::Longest),
    ("LOT", PriorityRule::Longest),
    ("EDD", PriorityRule::EarliestDue),
    ("ECHEANCE", PriorityRule::EarliestDue),
    ("DATE_DE_LIVRAISON", PriorityRule::EarliestDue),
    ("CR", PriorityRule::CriticalRatio),
    ("RATIO_CRITIQUE", PriorityRule::CriticalRatio),
    ("MARGE", PriorityRule::LeastSlack),
    ("SLACK", PriorityRule::LeastSlack),
    ("MST", PriorityRule::LeastSlack),
    ("WSPT", PriorityRule::WeightedShortest),
    ("SPT_PONDERE", PriorityRule::WeightedShortest),
    ("SMITH", PriorityRule::WeightedShortest),
    ("MWKR", PriorityRule::MostWork),
    ("MWR", PriorityRule::MostWork),
    ("LWKR", PriorityRule::LeastWork),
    ("LWR", PriorityRule::LeastWork),
];

impl PriorityRule {
    /// The rule that a name tells, whatever its case ("SPT", "ratio critique").
    pub fn named(name: &str) -> Option<Self> {
        let wanted: String = name
            .trim()
            .chars()
            .map(|c| if c == ' ' || c == '-' { '_' } else { c.to_ascii_uppercase() })
            .collect();
        NAMES.iter().find(|(known, _)| *known == wanted).map(|(_, rule)| *rule)
    }

    /// All names that are understood.
    pub fn names() -> Vec<&'static str> {
        NAMES.iter().map(|(name, _)| *name).collect()
    }

    /// Short name, without space, used in keys of rows.
    pub const fn key(self) -> &'static str {
        match self {
            Self::FirstArrived => "FIFO",
            Self::Shortest => "SPT",
            Self::Longest => "LPT",
            Self::EarliestDue => "EDD",
            Self::CriticalRatio => "CR",
            Self::LeastSlack => "MARGE",
            Self::WeightedShortest => "WSPT",
            Self::MostWork => "MWKR",
            Self::LeastWork => "LWKR",
        }
    }

    /// Words shown: what goes first.
    pub const fn label(self) -> &'static str {
        match self {
            Self::FirstArrived => "premier arrivé, premier servi",
            Self::Shortest => "temps opératoire le plus court d'abord",
            Self::Longest => "temps opératoire le plus long d'abord",
            Self::EarliestDue => "échéance la plus proche d'abord",
            Self::CriticalRatio => "ratio critique le plus petit d'abord",
            Self::LeastSlack => "marge la plus petite d'abord",
            Self::WeightedShortest => "rapport temps ÷ poids le plus petit d'abord",
            Self::MostWork => "plus grand travail restant d'abord",
            Self::LeastWork => "plus petit travail restant d'abord",
        }
    }

    /// Whether the rule needs due dates.
    pub const fn needs_due_dates(self) -> bool {
        matches!(self, Self::EarliestDue | Self::CriticalRatio | Self::LeastSlack)
    }
}

/// An operation that waits, as a rule sees it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Waiting {
    /// Rank among the operations: settles ties.
    pub rank: usize,
    /// Since when its predecessors are done and its material is there.
    pub ready: i64,
    /// Its length.
    pub minutes: i64,
    /// Due date of its order; operations without one come last.
    pub due: Option<i64>,
    /// Its own length and that of the longest chain after it.
    pub remaining: i64,
}

/// Which of two waiting operations goes first at this time.
pub(super) fn compare(rule: PriorityRule, now: i64, a: &Waiting, b: &Waiting) -> Ordering {
    let due = |waiting: &Waiting| i128::from(waiting.due.unwrap_or(i64::MAX));
    let left = |waiting: &Waiting| due(waiting) - i128::from(now);
    let work = |waiting: &Waiting| i128::from(waiting.remaining);
    let first = match rule {
        PriorityRule::FirstArrived => a.ready.cmp(&b.ready),
        PriorityRule::Shortest | PriorityRule::WeightedShortest => a.minutes.cmp(&b.minutes),
        PriorityRule::Longest => b.minutes.cmp(&a.minutes),
        PriorityRule::EarliestDue => due(a).cmp(&due(b)),
        PriorityRule::CriticalRatio => {
            // left ÷ work, compared without dividing.
            (left(a).saturating_mul(work(b).max(1))).cmp(&left(b).saturating_mul(work(a).max(1)))
        }
        PriorityRule::LeastSlack => (left(a) - work(a)).cmp(&(left(b) - work(b))),
        PriorityRule::MostWork => b.remaining.cmp(&a.remaining),
        PriorityRule::LeastWork => a.remaining.cmp(&b.remaining),
    };
    first.then(a.rank.cmp(&b.rank))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_named_in_several_ways() {
        assert_eq!(PriorityRule::named("fcfs"), Some(PriorityRule::FirstArrived));
        assert_eq!(PriorityRule::named("ratio critique"), Some(PriorityRule::CriticalRatio));
        assert_eq!(PriorityRule::named("au hasard"), None);
        for name in PriorityRule::names() {
            let rule = PriorityRule::named(name).expect("a known name");
            assert_eq!(PriorityRule::named(rule.key()), Some(rule), "{name}");
        }
    }

    #[test]
    fn each_rule_has_its_own_first() {
        let early = Waiting { rank: 0, ready: 0, minutes: 6, due: Some(20), remaining: 6 };
        let short = Waiting { rank: 1, ready: 1, minutes: 2, due: Some(11), remaining: 9 };
        for (rule, first) in [
            (PriorityRule::FirstArrived, Ordering::Less),
            (PriorityRule::Shortest, Ordering::Greater),
            (PriorityRule::Longest, Ordering::Less),
            (PriorityRule::EarliestDue, Ordering::Greater),
            (PriorityRule::CriticalRatio, Ordering::Greater),
            (PriorityRule::LeastSlack, Ordering::Greater),
            (PriorityRule::MostWork, Ordering::Greater),
            (PriorityRule::LeastWork, Ordering::Less),
        ] {
            assert_eq!(compare(rule, 2, &early, &short), first, "{rule:?}");
        }
        let twin = Waiting { rank: 2, ..early };
        assert_eq!(compare(PriorityRule::Shortest, 0, &early, &twin), Ordering::Less);
    }

    #[test]
    fn absurd_dates_are_compared_without_panic() {
        let far = Waiting { rank: 0, ready: 0, minutes: 1, due: None, remaining: i64::MAX };
        let old = Waiting { rank: 1, ready: 0, minutes: 1, due: Some(i64::MIN), remaining: 1 };
        assert_eq!(compare(PriorityRule::CriticalRatio, 5, &far, &old), Ordering::Greater);
        assert_eq!(compare(PriorityRule::LeastSlack, i64::MIN, &far, &old), Ordering::Greater);
    }
}
