//! What the calculation of net requirements starts from, articles being named by their rank.

use rust_decimal::Decimal;

use super::layout::Layout;
use crate::domain::planning::data::{LotRule, MAX_PERIODS, Periods, SafetyStock, ScrapRule};
use crate::domain::planning::lot_rule;
use crate::domain::planning::worksheet::{CalculationError, Rounding};

/// Largest number of articles.
pub const MAX_ITEMS: usize = 20_000;

/// Input of the calculation.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NetRequirementsInput {
    /// Periods of the horizon.
    pub periods: Periods,
    /// Articles.
    pub items: Vec<PlannedItem>,
    /// Lines of all nomenclatures.
    pub links: Vec<BillLink>,
    /// Conventions that change the numbers.
    pub policy: Policy,
    /// What is shown.
    pub display: Display,
}

/// An article as the calculation needs it.
///
/// A series has one quantity a period, or is empty when there is none of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PlannedItem {
    /// Code; may be empty when there is one article.
    pub code: String,
    /// Designation; may be empty.
    pub label: String,
    /// Unit of its quantities; may be empty.
    pub unit: String,
    /// Stock at the end of the opening period.
    pub opening: Decimal,
    /// Lead time, in periods.
    pub lead_time: u32,
    /// Stock kept in reserve.
    pub safety: SafetyStock,
    /// How its orders are sized.
    pub lot: LotRule,
    /// Scrap of its orders: more is launched than is received.
    pub scrap: Option<ScrapRule>,
    /// Rounding of its quantities that scrap increases.
    pub scrap_rounding: Option<Rounding>,
    /// Requirement that comes from no other article (besoin indépendant).
    pub independent: Vec<Decimal>,
    /// Whether the independent requirement has its own row even when no other one adds to it.
    pub independent_row: bool,
    /// Quantities due by launched orders (ordres lancés), their components already issued.
    pub launched: Vec<Decimal>,
    /// Quantities due by firm planned orders (affermis), their components still to be issued.
    pub firm: Vec<Decimal>,
}

/// One line of a nomenclature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BillLink {
    /// Rank of the composé.
    pub parent: usize,
    /// Rank of the component.
    pub component: usize,
    /// Quantity for one composé.
    pub quantity: Decimal,
    /// Loss at the assembly.
    pub scrap: Option<ScrapRule>,
}

/// Conventions that change the numbers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Policy {
    /// Whether requirements may consume the safety stock: it then triggers no order.
    pub safety_consumable: bool,
    /// First periods without net requirement: their plan is frozen.
    pub frozen_periods: usize,
    /// What becomes of the components of orders that should have started before the horizon.
    pub late_needs: LateNeeds,
}

/// What becomes of the components of orders that should have started before the horizon.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum LateNeeds {
    /// They are needed in the first period: the order starts at once.
    #[default]
    FirstPeriod,
    /// They are left out.
    LeftOut,
}

/// What the worksheet shows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Display {
    /// Rows of each article.
    pub layout: Layout,
    /// Ranks of the articles shown, in order; all, by low-level code, when empty.
    pub shown: Vec<usize>,
    /// Whether a column shows late launches; only when there are some, if not stated.
    pub late_column: Option<bool>,
}

impl NetRequirementsInput {
    /// Checks all that the calculation relies on.
    ///
    /// # Errors
    /// What is wrong, in French, with the code of the article.
    pub fn check(&self) -> Result<(), CalculationError> {
        if self.periods.is_empty() {
            return Err(CalculationError::impossible("l'horizon n'a aucune période"));
        }
        if self.periods.len() > MAX_PERIODS {
            return Err(CalculationError::impossible(format!(
                "l'horizon dépasse {MAX_PERIODS} périodes"
            )));
        }
        if self.items.is_empty() {
            return Err(CalculationError::impossible("il n'y a aucun article à planifier"));
        }
        if self.items.len() > MAX_ITEMS {
            return Err(CalculationError::impossible(format!(
                "il y a plus de {MAX_ITEMS} articles"
            )));
        }
        for item in &self.items {
            item.check(self.periods.len()).map_err(|error| error_of(&item.code, &error))?;
        }
        for link in &self.links {
            let parent = self.items.get(link.parent);
            if parent.is_none() || self.items.get(link.component).is_none() {
                return Err(CalculationError::impossible(
                    "une nomenclature cite un article inconnu",
                ));
            }
            check_scrap(link.scrap)
                .map_err(|error| error_of(parent.map_or("", |item| item.code.as_str()), &error))?;
        }
        Ok(())
    }
}

impl PlannedItem {
    /// Whether a firm order should have started before the horizon.
    pub(super) fn has_late_firm_order(&self) -> bool {
        self.firm.iter().take(self.lead()).any(|quantity| !quantity.is_zero())
    }

    /// Lead time as a number of places in a series.
    pub(super) fn lead(&self) -> usize {
        usize::try_from(self.lead_time).unwrap_or(usize::MAX)
    }

    /// Rounding of its launches: only scrap makes them fractional.
    pub(super) fn launch_rounding(&self) -> Option<Rounding> {
        self.scrap_rounding.filter(|_| self.scrap.is_some())
    }

    fn check(&self, horizon: usize) -> Result<(), CalculationError> {
        lot_rule::check(&self.lot)?;
        check_scrap(self.scrap)?;
        let mut series = vec![&self.independent, &self.launched, &self.firm];
        if let SafetyStock::ByPeriod(targets) = &self.safety {
            series.push(targets);
        }
        if series.iter().any(|quantities| quantities.len() > horizon) {
            return Err(CalculationError::impossible(format!(
                "une série a plus de valeurs que l'horizon n'a de périodes ({horizon})"
            )));
        }
        Ok(())
    }
}

fn check_scrap(scrap: Option<ScrapRule>) -> Result<(), CalculationError> {
    let (ScrapRule::OfLaunched(rate) | ScrapRule::OfGood(rate)) =
        scrap.unwrap_or(ScrapRule::OfGood(Decimal::ZERO));
    let too_high = matches!(scrap, Some(ScrapRule::OfLaunched(_))) && rate >= Decimal::ONE_HUNDRED;
    if too_high || rate < Decimal::ZERO {
        return Err(CalculationError::impossible("la perte doit être de 0 % à moins de 100 %"));
    }
    Ok(())
}

fn error_of(code: &str, error: &CalculationError) -> CalculationError {
    if code.is_empty() {
        return error.clone();
    }
    CalculationError::impossible(format!("{code} : {error}"))
}

/// The quantity of a period, zero when the series has none.
pub(super) fn at(series: &[Decimal], period: usize) -> Decimal {
    series.get(period).copied().unwrap_or_default()
}
