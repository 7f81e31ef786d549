//! What sums a sequence up: total time, work and idle time of machines, waits, lateness; and the
//! condition of three machines.

use rust_decimal::Decimal;

use super::super::task_names::{key_part, numbers};
use super::FlowShopInput;
use super::sheet::{Columns, Ranks, TaskCells};
use crate::domain::planning::worksheet::{
    CalculationError, Comparison, Formula, RowHead, Value, Worksheet, rule, shown_number,
};

/// Adds the rows that sum the sequence up.
pub(super) fn add_summary(
    sheet: &mut Worksheet,
    columns: &Columns,
    ranks: &Ranks,
    input: &FlowShopInput,
) {
    let unit = input.unit.as_str();
    let mut add = |key: String, label: String, unit: &str, formula: Formula| {
        let row = sheet.row(RowHead::new(key, label).unit(unit));
        sheet.computed(row, columns.value, formula)
    };
    let Some(last) = ranks.ends.last() else { return };
    let total = add("duree_totale".into(), "Durée totale".into(), unit, (*last).into());
    for ((machine, durations), stops) in
        columns.machines.iter().zip(&ranks.durations).zip(&ranks.stops)
    {
        let (code, key) = (&machine.code, key_part(&machine.code));
        let work = add(
            format!("travail.{key}"),
            format!("Travail de {code}"),
            unit,
            Formula::sum(durations.iter().copied()),
        );
        let label = format!("Inactivité de {code} sur la durée totale");
        add(format!("inactivite.{key}"), label, unit, total - work);
        if machine.waits.is_some() {
            let idle = Formula::sum(stops.iter().copied());
            add(format!("arret.{key}"), format!("Arrêts de {code} avant une tâche"), unit, idle);
        }
    }
    let waits = Formula::sum(ranks.waits.iter().copied());
    add("attente_totale".into(), "Attente totale des tâches".into(), unit, waits);
    let flow = Formula::sum(ranks.ends.iter().copied());
    let flow = add("flux_total".into(), "Somme des fins".into(), unit, flow);
    let count = Formula::number(input.tasks.len());
    add("flux_moyen".into(), "Fin moyenne".into(), unit, flow / count);
    if columns.due.is_none() {
        return;
    }
    let late = || ranks.late.iter().copied();
    add("retard_total".into(), "Retard total".into(), unit, Formula::sum(late()));
    let worst = Formula::Maximum(late().map(Formula::from).collect());
    add("retard_max".into(), "Retard maximal".into(), unit, worst);
    let each = late().map(|cell| Formula::choose(cell, Comparison::Greater, 0_u32, 1_u32, 0_u32));
    add("nombre_retards".into(), "Nombre de tâches en retard".into(), "", Formula::sum(each));
}

/// Whether the condition under which Johnson's rule is optimal on three machines holds, and a
/// remark when it does not.
pub(super) fn add_condition(
    sheet: &mut Worksheet,
    columns: &Columns,
    tasks: &TaskCells,
    input: &FlowShopInput,
) {
    let names = input.machines.clone();
    let formula = rule(
        tasks.durations.iter().flatten().copied().map(Formula::from).collect(),
        move |values| {
            let [first, middle, last] = extremes(values)?;
            let holds = first >= middle || last >= middle;
            Ok(Value::from(if holds { "remplie" } else { "non remplie" }))
        },
        move |values, _| {
            let [first, middle, last] = extremes(values).unwrap_or_default();
            let shown = |number| shown_number(number).0;
            let name = |rank: usize| names.get(rank).map(String::as_str).unwrap_or_default();
            format!(
                "min {} = {} ; min {} = {} ; max {} = {}",
                name(0),
                shown(first),
                name(2),
                shown(last),
                name(1),
                shown(middle)
            )
        },
    );
    let label = "Condition (un minimum extrême au moins égal au maximum du milieu)";
    let row = sheet.row(RowHead::new("condition", label).short("Condition"));
    let cell = sheet.computed(row, columns.value, formula);
    let holds = sheet.evaluate().is_ok_and(|values| *values.value(cell) == Value::from("remplie"));
    if !holds {
        sheet.remarks.push(
            "La condition sur trois machines n'est pas remplie : la règle de Johnson donne ici \
             une bonne séquence, sans garantie qu'elle soit la plus courte."
                .to_owned(),
        );
    }
}

/// Smallest first time, greatest middle time, smallest last time of three machines.
fn extremes(values: &[Value]) -> Result<[Decimal; 3], CalculationError> {
    let times = numbers(values)?;
    let mut each = times.chunks((times.len() / 3).max(1));
    let mut next = || each.next().unwrap_or_default().iter().copied();
    let first = next().min().unwrap_or_default();
    let middle = next().max().unwrap_or_default();
    Ok([first, middle, next().min().unwrap_or_default()])
}
