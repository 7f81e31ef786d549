//! Conventions of master schedules that a source may leave unsaid.

use casdecole::domain::planning::master_schedule::{DemandRule, Promise, Trigger};

use super::inputs::Exercise;

/// Most periods of a demand fence that is tried without being stated.
const LONGEST_FENCE: usize = 4;

/// Conventions that a source may leave unsaid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Conventions {
    /// Which demand a period has.
    pub demand: DemandRule,
    /// Periods of the demand fence.
    pub fence: usize,
    /// When a receipt is planned.
    pub trigger: Trigger,
    /// How the available to promise is counted.
    pub promise: Promise,
    /// Whether "stock" is the projected stock on firm orders, when it is another row.
    pub stock_on_orders: bool,
}

/// All conventions that the exercises leave open, the usual ones first.
pub fn all_conventions(exercises: &[Exercise]) -> Vec<Conventions> {
    let stated = exercises.iter().find_map(|exercise| exercise.fence);
    let fences: Vec<usize> = match stated {
        Some(fence) => vec![fence],
        None => (0..=LONGEST_FENCE).collect(),
    };
    let mut found = Vec::new();
    for stock_on_orders in [false, true] {
        for fence in &fences {
            for demand in [DemandRule::Greatest, DemandRule::Forecast, DemandRule::Orders] {
                for trigger in [Trigger::BelowSafety, Trigger::BelowZero] {
                    for promise in promises() {
                        let fence = *fence;
                        found.push(Conventions {
                            demand,
                            fence,
                            trigger,
                            promise,
                            stock_on_orders,
                        });
                    }
                }
            }
        }
    }
    found
}

fn promises() -> Vec<Promise> {
    let mut found = vec![Promise::Cumulative];
    for opening_stock in [true, false] {
        for carry_back in [false, true] {
            found.push(Promise::Discrete { opening_stock, carry_back, running: true });
        }
    }
    found.extend([true, false].map(|opening_stock| Promise::ByPeriod { opening_stock }));
    found
}
