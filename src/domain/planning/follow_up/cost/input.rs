//! What cost prices are calculated from, typed.

use rust_decimal::Decimal;

/// Input of a calculation of cost prices.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CostInput {
    /// Sign of the money ("€").
    pub currency: String,
    /// Products.
    pub products: Vec<ProductCost>,
    /// Sign of the variances.
    pub sign: VarianceSign,
}

/// Sign of the variances.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum VarianceSign {
    /// Réel − préétabli: positive is unfavourable.
    #[default]
    RealLessStandard,
    /// Préétabli − réel: positive is favourable.
    StandardLessReal,
}

/// One product.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ProductCost {
    /// Code; empty for the only product.
    pub code: String,
    /// Words shown; may be empty.
    pub label: String,
    /// Pieces really made.
    pub produced: Decimal,
    /// Pieces that were planned, when the variance on volume is asked.
    pub planned: Option<Decimal>,
    /// Standard cost of one piece, when stated as one number.
    pub standard_unit_cost: Option<Decimal>,
    /// Selling price of one piece, when the margin is asked.
    pub selling_price: Option<Decimal>,
    /// Elements of cost.
    pub elements: Vec<CostElement>,
}

/// One element of cost: a material, labour, a workshop.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CostElement {
    /// Code ("MOD").
    pub code: String,
    /// Words shown.
    pub label: String,
    /// Unit of its quantities ("kg", "h").
    pub unit: String,
    /// Real quantity for the whole production (Qr).
    pub real_quantity: Option<Decimal>,
    /// Real price of one unit (Pr).
    pub real_price: Option<Decimal>,
    /// Real amount, when stated as such.
    pub real_amount: Option<Decimal>,
    /// Standard quantity for one piece.
    pub unit_quantity: Option<Decimal>,
    /// Standard quantity for the real production (Qs), when stated as such.
    pub standard_quantity: Option<Decimal>,
    /// Standard price of one unit (Ps).
    pub standard_price: Option<Decimal>,
    /// Flexible budget of indirect charges.
    pub budget: Option<FlexibleBudget>,
}

/// Flexible budget: fixed charges + variable cost × activity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FlexibleBudget {
    /// Fixed charges.
    pub fixed: Decimal,
    /// Variable cost of one unit of work; none when the normal activity gives it.
    pub variable: Option<Decimal>,
    /// Normal activity, in units of work: variable cost = Ps − fixed ÷ normal activity.
    pub normal_activity: Option<Decimal>,
}
