//! Checks of an input before its table is made, and what its horizon leaves out.

use std::collections::HashSet;

use super::{
    CapacityInput, Columns, DeductionAmount, FactorValues, LoadCentre, LoadInput, MAX_CELLS,
    Opening, Reference, Series, Times,
};
use crate::domain::planning::data::MAX_PERIODS;
use crate::domain::planning::worksheet::CalculationError;

/// Refuses what has no meaning or no bound.
pub(super) fn check(input: &LoadInput) -> Result<(), CalculationError> {
    let periods = input.periods.len();
    if periods == 0 || periods > MAX_PERIODS {
        return refuse(format!("il faut de 1 à {MAX_PERIODS} périodes"));
    }
    if input.columns == Columns::Centres && periods > 1 {
        return refuse("une colonne par poste ne montre qu'une seule période");
    }
    if input.centres.is_empty() {
        return refuse("aucun poste n'est donné");
    }
    let reserved = ["valeur", "total", "ensemble", "TOTAL", "goulet"];
    unique(input.periods.iter().map(String::as_str).chain(["valeur", "total"]))?;
    unique(input.centres.iter().map(|centre| centre.code.as_str()).chain(reserved))?;
    unique(input.items.iter().map(|item| item.code.as_str()))?;
    let rows: usize = input.centres.iter().map(rows_of).sum();
    if (rows + input.items.len() * 4).saturating_mul(periods) > MAX_CELLS {
        return refuse("le tableau serait trop grand : prenez moins de périodes ou de postes");
    }
    if input.items.iter().any(|item| item.quantities.len() != periods) {
        return refuse("un article n'a pas une quantité par période");
    }
    input.centres.iter().try_for_each(|centre| check_centre(input, centre))
}

/// Rows of a centre, at most.
fn rows_of(centre: &LoadCentre) -> usize {
    let capacity = centre.capacity.as_ref().map_or(0, |capacity| {
        let factors = match &capacity.opening {
            Opening::Hours(_) => 0,
            Opening::Factors(factors) => factors.len() * 4,
        };
        factors + capacity.deductions.len() * 3 + capacity.coefficients.len()
    });
    20 + capacity + centre.operations.len() * 4 + centre.other_loads.len()
}

fn check_centre(input: &LoadInput, centre: &LoadCentre) -> Result<(), CalculationError> {
    let periods = input.periods.len();
    if centre.operations.iter().any(|operation| operation.item >= input.items.len()) {
        return refuse("une opération cite un article qui n'est pas chargé");
    }
    let loads = centre.operations.iter().map(|operation| {
        let code = input.items.get(operation.item).map_or("", |item| item.code.as_str());
        format!("{code}.{}", operation.name)
    });
    unique_owned(loads)?;
    let keys = capacity_keys(centre.capacity.as_ref());
    unique_owned(keys.into_iter().chain(centre.other_loads.iter().map(|load| load.key.clone())))?;
    let covered = |series: &Series| series.covers(periods);
    let loads_covered = centre.other_loads.iter().all(|load| covered(&load.hours));
    let capacity = centre.capacity.as_ref();
    let capacity_covered = capacity.is_none_or(|input| capacity_covers(input, &covered));
    if loads_covered && capacity_covered {
        return Ok(());
    }
    refuse(format!("une ligne du poste {} n'a pas une valeur par période", centre.code))
}

/// Keys of the rows of a capacity, with those that the table makes itself.
fn capacity_keys(capacity: Option<&CapacityInput>) -> Vec<String> {
    let own = [
        "capacite",
        "capacite_theorique",
        "temps_requis",
        "charge",
        "reglages",
        "ecart",
        "surcharge",
        "taux_charge",
        "taux_utilisation",
        "taux_disponibilite",
        "taux_cumule",
    ];
    let mut keys: Vec<String> = own.iter().map(|key| (*key).to_owned()).collect();
    let Some(capacity) = capacity else { return keys };
    if let Opening::Factors(factors) = &capacity.opening {
        keys.extend(factors.iter().map(|factor| factor.key.clone()));
    }
    keys.extend(capacity.deductions.iter().map(|deduction| deduction.key.clone()));
    keys.extend(capacity.coefficients.iter().map(|coefficient| coefficient.key.clone()));
    keys
}

fn capacity_covers(input: &CapacityInput, covered: &dyn Fn(&Series) -> bool) -> bool {
    let opening = match &input.opening {
        Opening::Hours(series) => covered(series),
        Opening::Factors(factors) => {
            !factors.is_empty()
                && factors.iter().all(|factor| match &factor.values {
                    FactorValues::Given(series) => covered(series),
                    FactorValues::Week { closed, days } => covered(closed) && !days.is_empty(),
                })
        }
    };
    let deductions = input.deductions.iter().all(|deduction| match &deduction.amount {
        DeductionAmount::Hours(series)
        | DeductionAmount::Minutes { times: Times::Given(series), .. } => covered(series),
        DeductionAmount::Minutes { times: Times::Factor(_), .. } | DeductionAmount::Share(_) => {
            true
        }
    });
    opening && deductions && input.coefficients.iter().all(|share| covered(&share.values))
}

fn unique<'a>(names: impl Iterator<Item = &'a str>) -> Result<(), CalculationError> {
    unique_owned(names.map(str::to_owned))
}

fn unique_owned(names: impl Iterator<Item = String>) -> Result<(), CalculationError> {
    let mut seen = HashSet::new();
    for name in names {
        if seen.contains(&name) {
            return refuse(format!("le nom « {name} » est déjà pris : donnez-en un autre"));
        }
        seen.insert(name);
    }
    Ok(())
}

fn refuse<T>(reason: impl Into<String>) -> Result<T, CalculationError> {
    Err(CalculationError::impossible(reason))
}

/// Remarks on the loads that an offset puts outside the horizon.
pub(super) fn loads_lost(input: &LoadInput) -> Vec<String> {
    let mut remarks = Vec::new();
    let count = input.periods.len();
    for centre in &input.centres {
        for operation in centre.operations.iter().filter(|operation| operation.offset > 0) {
            let Some(item) = input.items.get(operation.item) else { continue };
            let offset = usize::try_from(operation.offset).unwrap_or(usize::MAX);
            for (period, (quantity, name)) in item.quantities.iter().zip(&input.periods).enumerate()
            {
                let lost = match input.reference {
                    Reference::Start => period.saturating_add(offset) >= count,
                    Reference::End => period < offset,
                };
                let some = quantity.as_ref().is_some_and(|figure| !figure.value.is_zero());
                if lost && some {
                    remarks.push(format!(
                        "La charge du poste {} pour {} en {name} tombe hors de l'horizon.",
                        centre.code, item.label
                    ));
                }
            }
        }
    }
    remarks
}
