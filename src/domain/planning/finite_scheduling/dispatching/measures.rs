//! What sums one order of the tasks up: flow times, utilisation, tasks present, lateness.

use super::sheet::{Columns, RankCells, TaskCells};
use super::{Sequencing, SingleMachineInput};
use crate::domain::planning::worksheet::{CellId, Comparison, Formula, RowHead, Worksheet};

/// Adds the measures of one order.
pub(super) fn add_measures(
    sheet: &mut Worksheet,
    columns: &Columns,
    tasks: &TaskCells,
    input: &SingleMachineInput,
    (order, cells): (&Sequencing, &RankCells),
) {
    let Some(last) = cells.ends.last().copied() else { return };
    let unit = input.unit.as_str();
    let mut add = |key: &str, label: &str, unit: &str, formula: Formula| {
        let key = format!("{}.{key}", order.key());
        let row = sheet.row(RowHead::new(key, label).group(order.label()).unit(unit));
        sheet.computed(row, columns.value, formula)
    };
    let sum = |cells: &[CellId]| Formula::sum(cells.iter().copied());
    let count = || Formula::number(input.tasks.len());
    let total = add("duree_totale", "Durée totale", unit, last - tasks.now);
    let work = add("travail", "Somme des durées", unit, sum(&cells.durations));
    let flow = add("flux_total", "Somme des temps de présence", unit, sum(&cells.flows));
    add("flux_moyen", "Temps moyen de présence", unit, flow / count());
    add("utilisation", "Taux d'utilisation", "%", work / flow * 100_u32);
    add("taches_moyennes", "Nombre moyen de tâches présentes", "", flow / total);
    if !cells.weights.is_empty() {
        let weighted = weighted_sum(&cells.weights, &cells.flows);
        add("flux_pondere", "Somme pondérée des temps de présence", unit, weighted);
    }
    if cells.late.is_empty() {
        return;
    }
    let late = add("retard_total", "Retard total", unit, sum(&cells.late));
    add("retard_moyen", "Retard moyen", unit, late / count());
    let worst = Formula::Maximum(cells.late.iter().copied().map(Formula::from).collect());
    add("retard_max", "Retard maximal", unit, worst);
    let each = cells
        .late
        .iter()
        .map(|cell| Formula::choose(*cell, Comparison::Greater, 0_u32, 1_u32, 0_u32));
    add("nombre_retards", "Nombre de tâches en retard", "", Formula::sum(each));
    let signed = add("ecart_total", "Somme des écarts à l'échéance", unit, sum(&cells.signed));
    add("ecart_moyen", "Écart moyen à l'échéance", unit, signed / count());
    if !cells.weights.is_empty() {
        let weighted = weighted_sum(&cells.weights, &cells.late);
        add("retard_pondere", "Retard total pondéré", unit, weighted);
    }
}

fn weighted_sum(weights: &[CellId], values: &[CellId]) -> Formula {
    Formula::sum(weights.iter().zip(values).map(|(weight, value)| *weight * *value))
}
