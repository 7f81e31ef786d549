//! The worksheet: one row an order, in the order of loading.

use rust_decimal::Decimal;

use super::super::task_names::{key_part, numbers};
use super::place::{Bounds, latest_place};
use super::{BackwardInput, BackwardOrder};
use crate::domain::planning::worksheet::{
    CalculationError, CellId, Comparison, Formula, RowHead, Value, Worksheet, rule, shown_number,
};

/// Columns of the worksheet.
struct Columns {
    due: usize,
    delivery: usize,
    duration: usize,
    need: usize,
    unlimited: usize,
    start: usize,
    end: usize,
    delivered: usize,
    late: usize,
    value: usize,
}

impl Columns {
    fn new(sheet: &mut Worksheet) -> Self {
        Self {
            due: sheet.column("echeance", "Échéance"),
            delivery: sheet.column("livraison", "Délai de livraison"),
            duration: sheet.column("duree", "Durée"),
            need: sheet.column("besoin", "Besoin"),
            unlimited: sheet.column("debut_infini", "Début à capacité infinie"),
            start: sheet.column("debut", "Début"),
            end: sheet.column("fin", "Fin"),
            delivered: sheet.column("livree", "Livrée"),
            late: sheet.column("retard", "Retard"),
            value: sheet.column("valeur", ""),
        }
    }
}

/// Cells of the orders already loaded, and of the bounds.
#[derive(Default)]
struct Loaded {
    most_early: Option<CellId>,
    not_before: Option<CellId>,
    places: Vec<[CellId; 2]>,
    late: Vec<CellId>,
    delivered: Vec<CellId>,
}

/// The worksheet of one machine loaded backwards.
///
/// # Errors
/// When the input is out of bounds.
pub fn worksheet(input: &BackwardInput) -> Result<Worksheet, CalculationError> {
    input.check()?;
    let mut sheet = Worksheet::new("Ordonnancement au plus tard d'un poste à capacité finie");
    let columns = Columns::new(&mut sheet);
    let unit = input.unit.as_str();
    let mut bound = |key: &str, label: &str, number: Decimal| {
        let row = sheet.row(RowHead::new(key, label).unit(unit));
        sheet.given(row, columns.value, number)
    };
    let mut loaded = Loaded {
        most_early: input.most_early.map(|n| bound("avance_max", "Avance maximale", n)),
        not_before: input.not_before.map(|n| bound("aujourdhui", "Date du jour", n)),
        ..Loaded::default()
    };
    for order in &input.orders {
        add_order(&mut sheet, &columns, &mut loaded, order, unit);
    }
    let mut add = |key: &str, label: &str, unit: &str, formula: Formula| {
        let row = sheet.row(RowHead::new(key, label).unit(unit));
        sheet.computed(row, columns.value, formula);
    };
    let late = || loaded.late.iter().copied();
    add("retard_total", "Retard total", unit, Formula::sum(late()));
    let worst = Formula::Maximum(late().map(Formula::from).collect());
    add("retard_max", "Retard maximal", unit, worst);
    let each = late().map(|cell| Formula::choose(cell, Comparison::Greater, 0_u32, 1_u32, 0_u32));
    add("nombre_retards", "Nombre de commandes en retard", "", Formula::sum(each));
    let last = Formula::Maximum(loaded.delivered.into_iter().map(Formula::from).collect());
    add("derniere_livraison", "Dernière livraison", unit, last);
    Ok(sheet)
}

fn add_order(
    sheet: &mut Worksheet,
    columns: &Columns,
    loaded: &mut Loaded,
    order: &BackwardOrder,
    unit: &str,
) {
    let code = &order.code;
    let head = RowHead::new(format!("commande.{}", key_part(code)), format!("Commande {code}"));
    let row = sheet.row(head.short(code).unit(unit));
    let due = sheet.given(row, columns.due, order.due);
    let delivery = sheet.given(row, columns.delivery, order.delivery);
    let duration = sheet.given(row, columns.duration, order.duration);
    let need = sheet.computed(row, columns.need, due - delivery);
    sheet.computed(row, columns.unlimited, need - duration);
    let start = sheet.computed(row, columns.start, place(loaded, need, duration));
    let end = sheet.computed(row, columns.end, start + duration);
    let delivered = sheet.computed(row, columns.delivered, end + delivery);
    let late = sheet.computed(row, columns.late, (delivered - due).at_least_zero());
    loaded.places.push([start, end]);
    loaded.late.push(late);
    loaded.delivered.push(delivered);
}

/// The start of an order, from its need, its time, the bounds and what is loaded before it.
fn place(loaded: &Loaded, need: CellId, duration: CellId) -> Formula {
    let bounds = [loaded.most_early, loaded.not_before];
    let written = bounds.map(|bound| bound.is_some());
    let arguments = [need, duration]
        .into_iter()
        .chain(bounds.into_iter().flatten())
        .chain(loaded.places.iter().flatten().copied());
    rule(
        arguments.map(Formula::from).collect(),
        move |values| {
            let (need, duration, bounds) = read(values, written)?;
            Ok(Value::Number(latest_place(need, duration, &bounds)?))
        },
        move |values, result| {
            let Ok((need, duration, bounds)) = read(values, written) else { return String::new() };
            let shown = |number| shown_number(number).0;
            let end = result.number().ok().and_then(|start| start.checked_add(duration));
            let before = end.and_then(|end| bounds.busy.iter().find(|(start, _)| *start == end));
            match (end, before) {
                (Some(end), _) if end == need => {
                    format!("au plus tard, {} − {}", shown(need), shown(duration))
                }
                (Some(end), Some((from, to))) if end < need => format!(
                    "au plus tard avant la place prise de {} à {}",
                    shown(*from),
                    shown(*to)
                ),
                _ => "plus de place avant le besoin, première place libre ensuite".to_owned(),
            }
        },
    )
}

/// Need, duration and bounds from the arguments of the rule.
fn read(
    values: &[Value],
    [has_early, has_today]: [bool; 2],
) -> Result<(Decimal, Decimal, Bounds), CalculationError> {
    let mut left = numbers(values)?.into_iter();
    let need = left.next().unwrap_or_default();
    let duration = left.next().unwrap_or_default();
    let most_early = if has_early { left.next() } else { None };
    let not_before = if has_today { left.next() } else { None };
    let mut busy = Vec::new();
    while let (Some(start), Some(end)) = (left.next(), left.next()) {
        busy.push((start, end));
    }
    Ok((need, duration, Bounds { busy, most_early, not_before }))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Five orders of one day, delivered one day later (test `constraints_resource_1` of frePPLe,
    /// days of January).
    fn five() -> BackwardInput {
        let orders = [("1", 200), ("2", 200), ("3", 175), ("4", 200), ("5", 200)]
            .iter()
            .map(|(code, due)| BackwardOrder {
                code: (*code).to_owned(),
                due: Decimal::new(*due, 1),
                duration: Decimal::ONE,
                delivery: Decimal::ONE,
            })
            .collect();
        BackwardInput {
            orders,
            most_early: Some(Decimal::from(4)),
            not_before: Some(Decimal::ONE),
            unit: "jour".to_owned(),
        }
    }

    fn shown(sheet: &Worksheet, row: &str, column: &str) -> String {
        let values = sheet.evaluate().expect("evaluates");
        values.value(sheet.find(row, column).expect("a cell")).to_string()
    }

    #[test]
    fn orders_are_loaded_as_late_as_they_fit() {
        let sheet = worksheet(&five()).expect("a worksheet");
        let starts: Vec<_> =
            (1..=5).map(|rank| shown(&sheet, &format!("commande.{rank}"), "debut")).collect();
        assert_eq!(starts, ["18", "17", "15,5", "14,5", "19"]);
        assert_eq!(shown(&sheet, "commande.5", "retard"), "1");
        assert_eq!(shown(&sheet, "retard_total", "valeur"), "1");
        assert_eq!(shown(&sheet, "derniere_livraison", "valeur"), "21");
        assert_eq!(shown(&sheet, "commande.4", "debut_infini"), "18");
    }

    #[test]
    fn workings_say_why_an_order_is_there() {
        let sheet = worksheet(&five()).expect("a worksheet");
        let values = sheet.evaluate().expect("evaluates");
        let working = |rank: u32| {
            let cell = sheet.find(&format!("commande.{rank}"), "debut").expect("a cell");
            sheet.working(cell, &values)
        };
        assert_eq!(working(1), "1 Début = au plus tard, 19 − 1 = 18");
        assert_eq!(working(4), "4 Début = au plus tard avant la place prise de 15,5 à 16,5 = 14,5");
        assert_eq!(
            working(5),
            "5 Début = plus de place avant le besoin, première place libre ensuite = 19"
        );
    }

    #[test]
    fn bad_input_is_refused() {
        let mut input = five();
        input.orders[1].code = "1".to_owned();
        let error = worksheet(&input).expect_err("refused");
        assert_eq!(error.to_string(), "la commande « 1 » est écrite deux fois");
        assert!(worksheet(&BackwardInput::default()).is_err());
    }
}
