//! Columns of a schedule, names of its rows, and the rows of the family.

use super::presentation::{Presentation, Row};
use super::{FamilyPlan, MasterScheduleInput, ScheduledItem};
use crate::domain::planning::data::Periods;
use crate::domain::planning::worksheet::{CellId, Formula, RowHead, Worksheet};

/// Name of the opening column when the case gives none.
const OPENING: &str = "départ";

/// The worksheet being filled, with its columns.
pub(super) struct Frame {
    /// The worksheet.
    pub(super) sheet: Worksheet,
    /// Column of opening stocks and single values.
    pub(super) opening: usize,
    /// Columns of the periods.
    pub(super) periods: Vec<usize>,
}

impl Frame {
    /// The columns of these periods, without row.
    pub(super) fn new(periods: &Periods) -> Self {
        let mut sheet = Worksheet::new("Programme directeur de production (PDP)");
        let opening = sheet.column(opening_name(periods), opening_name(periods));
        let periods =
            periods.names.iter().map(|name| sheet.column(name.as_str(), name.as_str())).collect();
        Self { sheet, opening, periods }
    }
}

/// Name of the opening column.
pub(super) fn opening_name(periods: &Periods) -> &str {
    if periods.opening.is_empty() { OPENING } else { &periods.opening }
}

/// Heads of the rows of an article.
pub(super) struct Names {
    code: String,
    group: String,
    unit: String,
    presentation: Presentation,
}

impl Names {
    /// Heads of the rows of this article.
    pub(super) fn new(item: &ScheduledItem, presentation: Presentation) -> Self {
        let group = match (item.code.as_str(), item.label.as_str()) {
            (code, "") => code.to_owned(),
            ("", label) => label.to_owned(),
            (code, label) => format!("{code} – {label}"),
        };
        Self { code: item.code.clone(), group, unit: item.unit.clone(), presentation }
    }

    /// Head of a row of the presentation.
    pub(super) fn row(&self, row: Row) -> RowHead {
        let (label, short) = self.presentation.names(row);
        self.head(row.key(), label).short(short)
    }

    /// Head of another row.
    pub(super) fn head(&self, key: &str, label: &str) -> RowHead {
        let key = match self.code.as_str() {
            "" => key.to_owned(),
            code => format!("{code}.{key}"),
        };
        RowHead::new(key, label).group(self.group.as_str()).unit(self.unit.as_str())
    }
}

/// Cell of the plan of the family in each period, and the number of periods that share it.
pub(super) struct FamilyCells {
    by_period: Vec<(CellId, usize)>,
}

impl FamilyCells {
    /// Adds the rows of the family, when there is one: one row when each quantity is of one period,
    /// else one row a quantity.
    pub(super) fn add(frame: &mut Frame, input: &MasterScheduleInput) -> Option<Self> {
        let family = input.family.as_ref()?;
        let one_row = is_one_row(family);
        let mut by_period = Vec::with_capacity(input.periods.len());
        let head = |key: String, label: String| {
            RowHead::new(key, label).group(if family.label.is_empty() {
                "Famille"
            } else {
                family.label.as_str()
            })
        };
        let shared = one_row.then(|| frame.sheet.row(head("PIC".to_owned(), "PIC".to_owned())));
        for bucket in &family.buckets {
            let (row, column) = if let Some(row) = shared {
                (row, frame.periods.get(by_period.len()).copied())
            } else {
                let head = head(bucket_key(&bucket.name), format!("PIC {}", bucket.name));
                (frame.sheet.row(head), Some(frame.opening))
            };
            let column = column.unwrap_or(frame.opening);
            let cell = frame.sheet.given(row, column, bucket.quantity);
            by_period.extend(std::iter::repeat_n((cell, bucket.periods), bucket.periods));
        }
        Some(Self { by_period })
    }

    /// Share of an article in a period: quantity × percent ÷ 100, spread evenly.
    pub(super) fn share(&self, rank: usize, percent: CellId) -> Formula {
        match self.by_period.get(rank) {
            Some((cell, 1)) => *cell * percent / 100u32,
            Some((cell, periods)) => *cell * percent / 100u32 / Formula::number(*periods),
            None => Formula::number(0),
        }
    }
}

/// Whether each quantity of the family is of one period.
pub(super) fn is_one_row(family: &FamilyPlan) -> bool {
    family.buckets.iter().all(|bucket| bucket.periods == 1)
}

/// Key of the row of a quantity that covers several periods.
pub(super) fn bucket_key(name: &str) -> String {
    format!("PIC.{}", name.replace([' ', '\u{a0}'], "_"))
}
