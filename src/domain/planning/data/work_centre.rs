//! Work centres and gammes.

use rust_decimal::Decimal;

/// Poste de charge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkCentre {
    /// Code ("P20").
    pub code: String,
    /// Designation; may be empty.
    pub label: String,
    /// Machines or people that work at the same time.
    pub machines: Decimal,
    /// Opening hours of one worked day, when stated.
    pub hours_per_day: Option<Decimal>,
    /// Share of the opening hours really available, 1 when not stated.
    pub utilisation: Decimal,
    /// Name of its calendar; may be empty.
    pub calendar: String,
    /// Opening hours of each period when stated as such, instead of days × hours.
    pub hours_by_period: Option<Vec<Decimal>>,
}

/// Gamme: the operations of an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Routing {
    /// Code of the article.
    pub item: String,
    /// Operations in order.
    pub operations: Vec<Operation>,
}

/// One operation of a gamme; times in hours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Operation {
    /// Number ("10").
    pub number: String,
    /// What is done; may be empty.
    pub label: String,
    /// Code of the work centre.
    pub work_centre: String,
    /// Set-up time of one order, in hours.
    pub setup_hours: Decimal,
    /// Time of one piece, in hours.
    pub unit_hours: Decimal,
    /// Periods between the start of the order and the load of this operation.
    pub offset: u32,
    /// Family for set-ups that follow one another; may be empty.
    pub family: String,
    /// Waiting before the next operation (transport, drying), in hours.
    pub wait_hours: Decimal,
    /// Size of a transfer lot to the next operation: pieces handed on before the order is complete.
    pub transfer_lot: Option<Decimal>,
}
