//! The sheet of the safety stock.

use rust_decimal::Decimal;

use super::super::ServiceFactor;
use super::super::normal_law::{deviations, table_deviations};
use super::super::single_values::ValueSheet;
use super::{LeadTimeSpread, MAX_HISTORY, PeriodDemand, SafetyStockInput, Service, YearlyOrders};
use crate::domain::planning::worksheet::{
    CalculationError, CellId, Formula, Rounding, RowHead, Value, Worksheet, rule, shown_number,
};

/// The sheet of the safety stock; of the reorder point too when the mean demand is known.
///
/// # Errors
/// A history of less than two values or too long, no spread at all, or a spread of the lead time
/// without mean demand.
pub fn worksheet(input: &SafetyStockInput) -> Result<Worksheet, CalculationError> {
    let unit = input.unit.as_str();
    let mut sheet = ValueSheet::new("Stock de sécurité");
    let (mean, deviation) = demand(&mut sheet, input)?;
    let head = RowHead::new("delai", "Délai d'obtention").unit("périodes");
    let lead_time = sheet.given(head, input.lead_time);
    let late = match (input.lead_time_spread, mean) {
        (Some(spread), Some(mean)) => Some(lead_time_deviation(&mut sheet, spread, mean, unit)),
        (Some(_), None) => {
            return Err(CalculationError::impossible(
                "un écart type du délai demande la consommation moyenne",
            ));
        }
        (None, _) => None,
    };
    let spread = total_deviation(&mut sheet, lead_time, deviation, late, unit)?;
    let factor = factor(&mut sheet, input, mean)?;
    let head = RowHead::new("stock_securite", "Stock de sécurité").unit(unit);
    let reserve = sheet.computed(head, rounded(factor * spread, input.rounding));
    if let Some(mean) = mean {
        let head = RowHead::new("demande_delai", "Demande pendant le délai").unit(unit);
        let demand = sheet.computed(head, mean * lead_time);
        let head = RowHead::new("point_commande", "Point de commande").unit(unit);
        sheet.computed(head, demand + reserve);
    }
    Ok(sheet.finish())
}

fn rounded(formula: Formula, rounding: Option<Rounding>) -> Formula {
    match rounding {
        Some(rounding) => formula.rounded(rounding),
        None => formula,
    }
}

/// Rows of the mean and of the standard deviation of the demand of one period.
fn demand(
    sheet: &mut ValueSheet,
    input: &SafetyStockInput,
) -> Result<(Option<CellId>, Option<CellId>), CalculationError> {
    let unit = input.unit.as_str();
    let mean_head = RowHead::new("moyenne", "Consommation moyenne par période").unit(unit);
    let spread_head = RowHead::new("ecart_type", "Écart type de la consommation").unit(unit);
    match &input.demand {
        PeriodDemand::Stated { mean, deviation } => Ok((
            mean.map(|mean| sheet.given(mean_head, mean)),
            deviation.map(|deviation| sheet.given(spread_head, deviation)),
        )),
        PeriodDemand::History { values, sample } => {
            if values.len() < 2 || values.len() > MAX_HISTORY {
                return Err(CalculationError::impossible(format!(
                    "l'historique compte de 2 à {MAX_HISTORY} valeurs"
                )));
            }
            sheet.group("Historique");
            let mut cells = Vec::with_capacity(values.len());
            for (index, value) in values.iter().enumerate() {
                let rank = index + 1;
                let head = RowHead::new(format!("h{rank}"), format!("Période {rank}")).unit(unit);
                cells.push(sheet.given(head, *value));
            }
            sheet.group("");
            let count = values.len();
            let total = Formula::sum(cells.iter().copied());
            let mean = sheet.computed(mean_head, total / Formula::number(count));
            let squares = cells.iter().map(|cell| (*cell - mean) * (*cell - mean));
            let squares = Formula::Sum(squares.collect());
            let head = RowHead::new("somme_carres", "Somme des carrés des écarts");
            let squares = sheet.computed(head, squares);
            let divisor = if *sample { count - 1 } else { count };
            let spread = (squares / Formula::number(divisor)).square_root();
            Ok((Some(mean), Some(sheet.computed(spread_head, spread))))
        }
    }
}

/// Rows of the spread of the lead time as a quantity.
fn lead_time_deviation(
    sheet: &mut ValueSheet,
    spread: LeadTimeSpread,
    mean: CellId,
    unit: &str,
) -> CellId {
    let head = RowHead::new("ecart_type_delai", "Écart type du délai");
    let deviation = sheet.given(head, spread.deviation);
    let head = RowHead::new("ecart_type_retard", "Écart type dû au délai").unit(unit);
    if spread.per_period == Decimal::ONE {
        return sheet.computed(head, mean * deviation);
    }
    let count = RowHead::new("jours_par_periode", "Jours par période");
    let count = sheet.given(count, spread.per_period);
    let daily = RowHead::new("consommation_jour", "Consommation par jour").unit(unit);
    let daily = sheet.computed(daily, mean / count);
    sheet.computed(head, daily * deviation)
}

/// Rows of the variances, and of the standard deviation of the demand during the lead time.
fn total_deviation(
    sheet: &mut ValueSheet,
    lead_time: CellId,
    deviation: Option<CellId>,
    late: Option<CellId>,
    unit: &str,
) -> Result<CellId, CalculationError> {
    let head = RowHead::new("sigma", "Écart type pendant le délai").short("σ").unit(unit);
    match (deviation, late) {
        (None, None) => Err(CalculationError::impossible("aucun écart type n'est donné")),
        (Some(deviation), None) => {
            let root = Formula::from(lead_time).square_root();
            Ok(sheet.computed(head, deviation * root))
        }
        (None, Some(late)) => Ok(sheet.computed(head, late)),
        (Some(deviation), Some(late)) => {
            let row = RowHead::new("variance_demande", "Variance due à la consommation");
            let demand = sheet.computed(row, lead_time * deviation * deviation);
            let row = RowHead::new("variance_delai", "Variance due au délai");
            let delay = sheet.computed(row, late * late);
            Ok(sheet.computed(head, (delay + demand).square_root()))
        }
    }
}

/// Rows of the service level and of z.
fn factor(
    sheet: &mut ValueSheet,
    input: &SafetyStockInput,
    mean: Option<CellId>,
) -> Result<CellId, CalculationError> {
    let head = RowHead::new("z", "Nombre d'écarts types").short("z");
    if let ServiceFactor::Stated(z) = input.factor {
        return Ok(sheet.given(head, z));
    }
    let level = RowHead::new("taux_service", "Taux de service").unit("%");
    let level = match input.service {
        Service::Percent(percent) => sheet.given(level, percent),
        Service::LateOrders { late, orders } => {
            let orders = yearly_orders(sheet, orders, mean, &input.unit)?;
            let row = RowHead::new("retards_acceptes", "Commandes en retard acceptées par an");
            let late = sheet.given(row, late);
            sheet.computed(level, (orders - late) / orders * 100u32)
        }
    };
    let source = input.factor;
    let z = rule(
        vec![level.into()],
        move |values| {
            let percent = values.first().map_or(Ok(Decimal::ZERO), Value::number)?;
            let share = percent / Decimal::ONE_HUNDRED;
            Ok(match source {
                ServiceFactor::Table => table_deviations(share)?,
                ServiceFactor::Computed(decimals) => {
                    Rounding::nearest(decimals).apply(deviations(share)?)
                }
                ServiceFactor::Stated(z) => z,
            }
            .into())
        },
        |values, _| {
            let percent = values.first().and_then(|value| value.number().ok());
            format!("loi normale pour {} %", shown_number(percent.unwrap_or_default()).0)
        },
    );
    Ok(sheet.computed(head, z))
}

/// Rows of the number of orders of a year.
fn yearly_orders(
    sheet: &mut ValueSheet,
    orders: YearlyOrders,
    mean: Option<CellId>,
    unit: &str,
) -> Result<CellId, CalculationError> {
    let head = RowHead::new("nombre_commandes", "Nombre de commandes par an");
    let (periods, quantity) = match orders {
        YearlyOrders::Count(count) => return Ok(sheet.given(head, count)),
        YearlyOrders::Of { periods, quantity } => (periods, quantity),
    };
    let Some(mean) = mean else {
        return Err(CalculationError::impossible(
            "le nombre de commandes demande la consommation moyenne",
        ));
    };
    let row = RowHead::new("periodes_par_an", "Périodes par an");
    let periods = sheet.given(row, periods);
    let row = RowHead::new("demande_annuelle", "Demande annuelle").unit(unit);
    let demand = sheet.computed(row, mean * periods);
    let row = RowHead::new("quantite_commande", "Quantité d'une commande").unit(unit);
    let quantity = sheet.given(row, quantity);
    Ok(sheet.computed(head, demand / quantity))
}
