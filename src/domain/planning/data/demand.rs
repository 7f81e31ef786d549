//! Demand, orders and movements of stock.

use rust_decimal::Decimal;

/// Demand of one article; each series has one quantity a period, or is empty when not stated.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Demand {
    /// Forecasts.
    pub forecast: Vec<Decimal>,
    /// Firm orders of customers.
    pub orders: Vec<Decimal>,
    /// Requirement imposed as it is (PDP of a finished article, spare parts): for the CBN.
    pub requirement: Vec<Decimal>,
}

/// State of an order of the workshop or of a supplier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum OrderState {
    /// Launched (OL): a receipt of its due period, its components already issued.
    Launched,
    /// Firm planned (affermi): fixed by the planner, its components not yet issued.
    Firm,
}

/// Order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    /// Number ("OF 5174"); may be empty.
    pub number: String,
    /// Code of the article.
    pub item: String,
    /// Quantity.
    pub quantity: Decimal,
    /// Rank of the period in which it ends, from 0.
    pub due: usize,
    /// State.
    pub state: OrderState,
}

/// What a movement does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MovementKind {
    /// Receipt, at a unit price.
    In,
    /// Issue.
    Out,
}

/// Movement of stock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Movement {
    /// Date or label as shown ("28/09").
    pub date: String,
    /// What it is ("Réception fournisseur"); may be empty.
    pub label: String,
    /// Receipt or issue.
    pub kind: MovementKind,
    /// Quantity.
    pub quantity: Decimal,
    /// Unit price of a receipt.
    pub price: Option<Decimal>,
}
