//! The worksheet of net requirements: its columns, the rows of each article, then its cells.
//!
//! Every quantity of every article is a cell. Those that the layout does not show, and all those of
//! articles left out of the table, are outside the table: their rank of row is that of no row.

use std::collections::BTreeMap;

use super::input::{NetRequirementsInput, PlannedItem};
use super::item_cells::Launches;
use super::layout::Quantity;
use super::low_level::{processing_order, uses};
use super::plan::{ItemPlan, plan};
use super::remarks::remarks;
use crate::domain::planning::data::SafetyStock;
use crate::domain::planning::lot_rule;
use crate::domain::planning::worksheet::{CalculationError, RowHead, Worksheet, shown_number};

/// Title of the worksheet.
pub const TITLE: &str = "Calcul des besoins nets";

/// Key of the column of late launches.
pub const LATE_COLUMN: &str = "retard";

/// Key of the opening column when the periods give it no name.
pub const OPENING_COLUMN: &str = "initial";

/// Largest number of articles times periods of a worksheet.
pub const MAX_TABLE: usize = 200_000;

/// Builds the table of net requirements.
///
/// # Errors
/// What `plan` refuses, or a table of more than `MAX_TABLE` articles × periods.
pub fn worksheet(input: &NetRequirementsInput) -> Result<Worksheet, CalculationError> {
    let plans = plan(input)?;
    if input.items.len().saturating_mul(input.periods.len()) > MAX_TABLE {
        return Err(CalculationError::impossible(
            "le tableau serait trop grand : planifiez moins d'articles ou de périodes",
        ));
    }
    let levels: Vec<u32> = plans.iter().map(|plan| plan.level).collect();
    let order = processing_order(&levels);
    let mut builder = Builder::new(input, &plans);
    let shown = if input.display.shown.is_empty() { &order } else { &input.display.shown };
    for rank in shown {
        builder.add_rows(*rank, true);
    }
    for rank in &order {
        builder.add_rows(*rank, false);
        builder.add_item(*rank);
    }
    let mut sheet = builder.sheet;
    sheet.remarks = remarks(input, &plans);
    Ok(sheet)
}

/// Key of a row: code of the article and key of the quantity ("PI30.BB").
pub fn row_key(code: &str, quantity: &str) -> String {
    let code: Vec<_> = code.split_whitespace().collect();
    if code.is_empty() { quantity.to_owned() } else { format!("{}.{quantity}", code.join("_")) }
}

/// A worksheet being built.
pub(super) struct Builder<'a> {
    /// What it is built from.
    pub(super) input: &'a NetRequirementsInput,
    /// The same as plain arrays: tells which launches are late.
    pub(super) plans: &'a [ItemPlan],
    /// Ranks of the lines that name each article as a component.
    pub(super) uses: Vec<Vec<usize>>,
    /// Launches of the articles already treated.
    pub(super) launches: Vec<Launches>,
    /// The worksheet.
    pub(super) sheet: Worksheet,
    /// Rank of the row of each quantity of each article.
    pub(super) rows: Vec<BTreeMap<Quantity, usize>>,
    /// Rank of the column of late launches, when it is shown.
    pub(super) late: Option<usize>,
    /// Rank of the opening column.
    pub(super) opening: usize,
    /// Ranks of the columns of the periods.
    pub(super) periods: Vec<usize>,
    /// Last rank given to a row outside the table.
    outside: usize,
}

impl<'a> Builder<'a> {
    fn new(input: &'a NetRequirementsInput, plans: &'a [ItemPlan]) -> Self {
        let mut sheet = Worksheet::new(TITLE);
        let some_late = plans.iter().any(|plan| !plan.late_starts.is_zero())
            || input.items.iter().any(PlannedItem::has_late_firm_order);
        let late = input.display.late_column.unwrap_or(some_late);
        let late = late.then(|| sheet.column(LATE_COLUMN, "Retard"));
        let opening = match input.periods.opening.as_str() {
            "" => sheet.column(OPENING_COLUMN, "Stock initial"),
            name => sheet.column(name, name),
        };
        let periods = input.periods.names.iter().map(|name| sheet.column(name, name)).collect();
        Self {
            input,
            plans,
            uses: uses(input),
            launches: vec![Launches::default(); input.items.len()],
            sheet,
            rows: vec![BTreeMap::new(); input.items.len()],
            late,
            opening,
            periods,
            outside: usize::MAX / 2,
        }
    }

    /// Number of periods.
    pub(super) fn horizon(&self) -> usize {
        self.periods.len()
    }

    /// Whether an article has cells of a quantity.
    pub(super) fn has(&self, rank: usize, item: &PlannedItem, quantity: Quantity) -> bool {
        match quantity {
            Quantity::Gross
            | Quantity::Stock
            | Quantity::Net
            | Quantity::OrderReceipt
            | Quantity::OrderStart => true,
            Quantity::Independent | Quantity::Launched => {
                self.shows(quantity) || self.is_extra(rank, item, quantity)
            }
            Quantity::Firm | Quantity::FirmStart => {
                let shown = self.shows(Quantity::Firm) || self.shows(Quantity::FirmStart);
                shown || !item.firm.is_empty()
            }
            Quantity::Safety => {
                let none = item.safety == SafetyStock::default();
                self.shows(quantity) || !(none || self.input.policy.safety_consumable)
            }
            Quantity::Start
            | Quantity::Available
            | Quantity::BeforeOrder
            | Quantity::Cumulative => self.shows(quantity),
        }
    }

    /// Whether a quantity must be shown even when the layout has no row of it.
    fn is_extra(&self, rank: usize, item: &PlannedItem, quantity: Quantity) -> bool {
        match quantity {
            Quantity::Independent => {
                let used = self.uses.get(rank).is_some_and(|uses| !uses.is_empty());
                item.independent_row || (used && !item.independent.is_empty())
            }
            Quantity::Launched => !item.launched.is_empty(),
            Quantity::Firm => !item.firm.is_empty(),
            Quantity::Safety => {
                let fixed = matches!(item.safety, SafetyStock::Fixed(_));
                !(fixed || self.input.policy.safety_consumable)
            }
            _ => false,
        }
    }

    /// Whether the layout has a row of a quantity.
    pub(super) fn shows(&self, quantity: Quantity) -> bool {
        self.input.display.layout.shows(quantity)
    }

    /// Gives their rows to an article, in the table or outside; nothing when it has them already.
    fn add_rows(&mut self, rank: usize, shown: bool) {
        let Some(item) = self.input.items.get(rank) else { return };
        if self.rows.get(rank).is_none_or(|rows| !rows.is_empty()) {
            return;
        }
        let mut rows = BTreeMap::new();
        if shown {
            let group = self.group(item);
            let layout = &self.input.display.layout;
            let has = |quantity| self.has(rank, item, quantity);
            let extra = |quantity| self.is_extra(rank, item, quantity);
            let heads = layout.rows_with(&has, &extra);
            for row in heads {
                let head = RowHead::new(row_key(&item.code, &row.key), row.label)
                    .short(row.short)
                    .group(group.as_str())
                    .unit(item.unit.as_str());
                rows.entry(row.quantity).or_insert(self.sheet.rows.len());
                self.sheet.row(head);
            }
        }
        for (quantity, ..) in Quantity::ALL {
            rows.entry(quantity).or_insert_with(|| {
                self.outside += 1;
                self.outside
            });
        }
        if let Some(place) = self.rows.get_mut(rank) {
            *place = rows;
        }
    }

    /// "PI30 – Pied cintré", with its data when the layout recalls them.
    fn group(&self, item: &PlannedItem) -> String {
        let name = match (item.code.is_empty(), item.label.is_empty()) {
            (false, false) => format!("{} – {}", item.code, item.label),
            (false, true) => item.code.clone(),
            (true, _) => item.label.clone(),
        };
        if !self.input.display.layout.head_recalls_data {
            return name;
        }
        let stock = shown_number(item.opening).0;
        let lot = lot_rule::describe(&item.lot);
        format!("{name} (SI = {stock} ; L = {lot} ; D = {})", item.lead_time).trim().to_owned()
    }
}
