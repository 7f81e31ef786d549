//! What the TRS is calculated from: state times, stops, counts of pieces; typed.

use rust_decimal::Decimal;

use super::TimeUnit;
use crate::domain::planning::worksheet::Rounding;

/// Input of a TRS calculation.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OeeInput {
    /// Unit of the state times.
    pub unit: TimeUnit,
    /// Unit in which stops and losses are written.
    pub stop_unit: TimeUnit,
    /// Unit of the cycle time of a piece.
    pub cycle_unit: TimeUnit,
    /// A production rate counts pieces per this unit.
    pub rate_unit: TimeUnit,
    /// Sessions (days, teams, lines, planned and real): one column each.
    pub sessions: Vec<Session>,
    /// Whether the times of all sessions are added in a last column.
    pub with_total: bool,
    /// Whether a column shows the last session less the first.
    pub with_gap: bool,
    /// Where changeovers go.
    pub changeovers: Placement,
    /// Where maintenance goes.
    pub maintenance: Placement,
    /// How rates are shown and rounded.
    pub rates: RateOptions,
    /// Targets, in the unit of the rates; compared with the total when there is one, else with the
    /// last session.
    pub targets: Vec<(RateKind, Decimal)>,
}

/// One session: whatever is known of it; what is missing is calculated from the rest.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Session {
    /// Key of its column; empty for the only session.
    pub code: String,
    /// Words above its column.
    pub label: String,
    /// TT, temps total: the whole calendar time.
    pub total_time: Option<Decimal>,
    /// TO, temps d'ouverture.
    pub opening: Option<Decimal>,
    /// Number of teams and presence of each, in the unit of the state times: TO = product.
    pub teams: Option<(Decimal, Decimal)>,
    /// TR, temps requis.
    pub required: Option<Decimal>,
    /// TF, temps de fonctionnement.
    pub running: Option<Decimal>,
    /// TN, temps net.
    pub net: Option<Decimal>,
    /// TU, temps utile.
    pub useful: Option<Decimal>,
    /// Stops and losses.
    pub stops: Vec<Stop>,
    /// References or lots made; one without code when pieces are not told apart.
    pub batches: Vec<Batch>,
    /// Rates given as such, in the unit of the rates.
    pub given_rates: Vec<(RateKind, Decimal)>,
}

/// A stop or a loss of time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stop {
    /// What it is ("Panne de la visseuse").
    pub label: String,
    /// Duration, in the unit of stops.
    pub duration: Decimal,
    /// Nature.
    pub kind: StopKind,
}

/// Nature of a stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum StopKind {
    /// The workshop is closed (TT → TO).
    Closure,
    /// Planned: break, cleaning, meeting (TO → TR).
    Planned,
    /// Undergone: breakdown, waiting, adjustment (TR → TF).
    Undergone,
    /// Change of series: placed by `OeeInput::changeovers`.
    Changeover,
    /// Maintenance: placed by `OeeInput::maintenance`.
    Maintenance,
    /// Micro-stops and slow running (TF → TN).
    SlowRunning,
    /// Time spent on scrap and rework (TN → TU).
    Quality,
}

/// Where changeovers or maintenance are counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Placement {
    /// Between TO and TR, with planned stops.
    Planned,
    /// Between TR and TF, with undergone stops.
    #[default]
    Undergone,
}

/// Between which two state times a stop is taken off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Stage {
    /// TT → TO.
    Closing,
    /// TO → TR.
    Planned,
    /// TR → TF.
    Undergone,
    /// TF → TN.
    Slow,
    /// TN → TU.
    Quality,
}

impl OeeInput {
    /// Between which two state times a stop is taken off.
    pub fn stage(&self, kind: StopKind) -> Stage {
        let placed = |placement: Placement| match placement {
            Placement::Planned => Stage::Planned,
            Placement::Undergone => Stage::Undergone,
        };
        match kind {
            StopKind::Closure => Stage::Closing,
            StopKind::Planned => Stage::Planned,
            StopKind::Undergone => Stage::Undergone,
            StopKind::Changeover => placed(self.changeovers),
            StopKind::Maintenance => placed(self.maintenance),
            StopKind::SlowRunning => Stage::Slow,
            StopKind::Quality => Stage::Quality,
        }
    }
}

/// Pieces of one reference or one lot.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Batch {
    /// Code ("GD25"); empty when pieces are not told apart.
    pub code: String,
    /// Words shown.
    pub label: String,
    /// Its share of TF, when stated.
    pub running: Option<Decimal>,
    /// Its share of TN, when stated.
    pub net: Option<Decimal>,
    /// Its share of TU, when stated.
    pub useful: Option<Decimal>,
    /// Pieces made, good or not.
    pub produced: Option<Decimal>,
    /// Good pieces.
    pub good: Option<Decimal>,
    /// Pieces scrapped.
    pub scrapped: Option<Decimal>,
    /// Pieces reworked: not good at first.
    pub reworked: Option<Decimal>,
    /// Time that a piece should take.
    pub pace: Option<Pace>,
}

/// Time that a piece should take.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pace {
    /// Cycle time of one piece.
    Cycle(Decimal),
    /// Pieces per unit of time.
    Rate(Decimal),
    /// Pieces per unit of time of each post of a line, which goes as fast as the slowest.
    Slowest(Vec<(String, Decimal)>),
}

/// A rate of the standard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RateKind {
    /// DO, disponibilité opérationnelle.
    Availability,
    /// TP, taux de performance.
    Performance,
    /// TQ, taux de qualité.
    Quality,
    /// TRS, taux de rendement synthétique.
    Oee,
    /// Taux de charge, TR ÷ TO.
    Load,
    /// TRG, taux de rendement global.
    Overall,
    /// Taux stratégique d'engagement, TO ÷ TT.
    Engagement,
    /// TRE, taux de rendement économique.
    Economic,
}

/// How rates are shown and rounded.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct RateOptions {
    /// Percentage or fraction.
    pub style: RateStyle,
    /// Rounding of each rate, in its own unit; none keeps all digits.
    pub rounding: Option<Rounding>,
    /// What the TRS is taken from.
    pub oee_from: OeeSource,
}

/// Percentage or fraction.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum RateStyle {
    /// 69.8 for 69.8 %.
    #[default]
    Percent,
    /// 0.698.
    Fraction,
}

/// What the TRS is taken from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum OeeSource {
    /// TU ÷ TR.
    #[default]
    Times,
    /// DO × TP × TQ, as rounded.
    Product,
}
