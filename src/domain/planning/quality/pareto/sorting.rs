//! The sorted table of a Pareto: ranks, shares, cumulated shares, classes.

use rust_decimal::Decimal;

use super::{Crossing, ParetoInput, class_formula, column};
use crate::domain::planning::follow_up::table::VALUE_COLUMN;
use crate::domain::planning::worksheet::{
    CalculationError, CellId, Formula, RowHead, Value, Worksheet, rule, shown_number,
};

/// Adds the ranks: cause, value, share, cumulated value, cumulated share, class.
pub(super) fn sorted_table(
    sheet: &mut Worksheet,
    input: &ParetoInput,
    values: &[CellId],
    total: CellId,
) {
    let value_column = column(sheet, VALUE_COLUMN);
    let cause_column = sheet.column("cause", "Cause");
    let share_column = sheet.column("part", "Part (%)");
    let running_column = sheet.column("cumul", "Cumul");
    let running_share_column = sheet.column("part_cumulee", "Part cumulée (%)");
    let class_column = sheet.column("classe", "Classe");
    let labels: Vec<String> = input.causes.iter().map(|cause| cause.label.clone()).collect();
    let (mut running, mut running_share): (Option<CellId>, Option<CellId>) = (None, None);
    for rank in 0..values.len() {
        let head = RowHead::new(format!("rang{}", rank + 1), format!("Rang {}", rank + 1));
        let row = sheet.row(head.group("Classement"));
        let cause = sheet.computed(row, cause_column, cause_at(rank, &labels, values));
        let value = sheet.computed(row, value_column, value_of(cause, &labels, values));
        sheet.computed(row, share_column, value / total * 100_u32);
        let sum = match running {
            Some(before) => before + value,
            None => Formula::from(value),
        };
        let cumulated = sheet.computed(row, running_column, sum);
        let share = sheet.computed(row, running_share_column, cumulated / total * 100_u32);
        sheet.computed(row, class_column, class_formula(input, running_share, share));
        (running, running_share) = (Some(cumulated), Some(share));
    }
}

/// Ranks of the values, greatest first; equal values stay in the order written.
pub(super) fn descending(values: &[Value]) -> Result<Vec<usize>, CalculationError> {
    let numbers: Vec<Decimal> = values.iter().map(Value::number).collect::<Result<_, _>>()?;
    let mut order: Vec<(usize, Decimal)> = numbers.into_iter().enumerate().collect();
    order.sort_by_key(|(_, number)| std::cmp::Reverse(*number));
    Ok(order.into_iter().map(|(rank, _)| rank).collect())
}

fn cause_at(rank: usize, labels: &[String], values: &[CellId]) -> Formula {
    let labels = labels.to_vec();
    rule(
        values.iter().copied().map(Formula::from).collect(),
        move |values| {
            let order = descending(values)?;
            let found = order.get(rank).and_then(|cause| labels.get(*cause));
            Ok(found.map_or(Value::Empty, |label| label.as_str().into()))
        },
        move |_, _| match rank {
            0 => "la plus grande valeur".to_owned(),
            _ => format!("la {}e plus grande valeur", rank + 1),
        },
    )
}

/// The value of the cause that a cell names, so that a wrong order is followed through.
fn value_of(cause: CellId, labels: &[String], values: &[CellId]) -> Formula {
    let labels = labels.to_vec();
    let mut arguments = vec![Formula::from(cause)];
    arguments.extend(values.iter().copied().map(Formula::from));
    rule(
        arguments,
        move |values| {
            let named = values.first().map(ToString::to_string).unwrap_or_default();
            let folded = named.trim().to_lowercase();
            let place = labels.iter().position(|label| label.to_lowercase() == folded);
            let found = place.and_then(|place| values.get(place + 1)).cloned();
            found.ok_or_else(|| {
                CalculationError::impossible(format!("« {named} » n'est pas une des causes"))
            })
        },
        |values, _| {
            format!("valeur de « {} »", values.first().map(ToString::to_string).unwrap_or_default())
        },
    )
}

/// The class of a cumulated percentage.
pub(super) fn class_of(
    classes: &[(String, Decimal)],
    crossing: Crossing,
    values: &[Value],
) -> Result<String, CalculationError> {
    let share = values.first().map_or(Ok(Decimal::ZERO), Value::number)?;
    let within = |limit: Decimal| match crossing {
        Crossing::Excluded => share <= limit,
        Crossing::Included => share < limit,
    };
    let found = classes.iter().find(|(_, limit)| within(*limit)).or(classes.last());
    Ok(found.map(|(name, _)| name.clone()).unwrap_or_default())
}

/// "82,5 % de cumul, au-dessus de 80 %".
pub(super) fn class_words(
    classes: &[(String, Decimal)],
    crossing: Crossing,
    values: &[Value],
    result: &Value,
) -> String {
    let share = values.first().and_then(|value| value.number().ok()).unwrap_or_default();
    let share = shown_number(share).0;
    let before = match crossing {
        Crossing::Excluded => "cumul",
        Crossing::Included => "cumul du rang précédent",
    };
    let class = result.to_string();
    let place = classes.iter().position(|(name, _)| *name == class).unwrap_or_default();
    let above = place.checked_sub(1).and_then(|place| classes.get(place));
    match (above, classes.get(place)) {
        (Some((_, limit)), _) => {
            format!("{before} de {share} %, au-dessus de {} %", shown_number(*limit).0)
        }
        (None, Some((_, limit))) => {
            format!("{before} de {share} %, dans la limite de {} %", shown_number(*limit).0)
        }
        (None, None) => format!("{before} de {share} %"),
    }
}
