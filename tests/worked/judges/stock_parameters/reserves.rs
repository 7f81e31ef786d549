//! Safety stocks under each way to read z, and depots.

use casdecole::domain::planning::stock_parameters::safety_stock::{
    LeadTimeSpread, PeriodDemand, SafetyStockInput, Service, YearlyOrders, worksheet,
};
use casdecole::domain::planning::stock_parameters::{ServiceFactor, depots};
use rust_decimal::Decimal;

use super::figures::{Inputs, Output, Sheet, in_percent};
use super::replenishment::{Time, consumption, lead_time};

/// What may be asked of a safety stock.
pub fn safety_outputs(inputs: &Inputs<'_>) -> Vec<Output> {
    let mut sheets = Vec::new();
    for (demand, unit) in demands(inputs) {
        for factor in factors(inputs) {
            sheets.extend(safety_sheets(inputs, &demand, unit, factor));
        }
    }
    let all = |rows: &[&str]| -> Vec<Decimal> {
        sheets.iter().flat_map(|sheet: &Sheet| sheet.singles(rows)).collect()
    };
    let mut levels = all(&["taux_service"]);
    let shares: Vec<Decimal> =
        levels.iter().filter_map(|level| level.checked_div(Decimal::ONE_HUNDRED)).collect();
    levels.extend(shares);
    [
        Output::new(
            &["ss", "stock_securite", "stock_de_securite", "safety_stock", "securite", "s"],
            all(&["stock_securite"]),
        ),
        Output::new(&["sigma", "ecart_type", "sigma_total"], all(&["sigma", "ecart_type"])),
        Output::new(
            &["sigma_hebdo", "sigma_periode", "sigma_demande", "ecart_type_demande"],
            all(&["ecart_type"]),
        ),
        Output::new(&["z", "k", "coefficient"], all(&["z"])),
        Output::new(
            &["moyenne", "x_barre", "x", "demande_moyenne", "consommation_moyenne"],
            all(&["moyenne"]),
        ),
        Output::new(&["somme_carres", "somme_des_carres"], all(&["somme_carres"])),
        Output::new(
            &["point_commande", "point_de_commande", "pc", "rop", "reorder_point", "r"],
            all(&["point_commande"]),
        ),
        Output::new(
            &["demande_delai", "consommation_delai", "demande_pendant_delai"],
            all(&["demande_delai"]),
        ),
        Output::new(&["taux_service", "service", "niveau_service"], levels),
        Output::new(
            &["nombre_commandes", "commandes", "commandes_an", "nb_commandes", "n_commandes", "n"],
            all(&["nombre_commandes"]),
        ),
        Output::new(&["demande_annuelle", "d", "demande"], all(&["demande_annuelle"])),
        Output::new(&["variance", "variance_demande"], all(&["variance_demande"])),
        Output::new(&["variance_delai"], all(&["variance_delai"])),
        Output::new(&["sigma_delai", "sigma_d", "ecart_type_delai"], all(&["ecart_type_retard"])),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Demand of one period with its unit: stated, or from a history by both standard deviations.
fn demands(inputs: &Inputs<'_>) -> Vec<(PeriodDemand, Option<Time>)> {
    let history = [
        "historique",
        "demande",
        "demandes",
        "consommations",
        "ventes",
        "demande_actuelle",
        "demande_hebdo",
        "demandes_hebdo",
        "consommation_hebdo",
        "consommations_hebdo",
        "sorties",
        "semaines",
        "releves",
        "pieces",
    ];
    if let Some(values) = inputs.list(&history) {
        let unit =
            inputs.starting(&["delai", "lead_time"]).and_then(|(unit, _)| Time::named(&unit));
        let of = |sample| (PeriodDemand::History { values: values.clone(), sample }, unit);
        return vec![of(true), of(false)];
    }
    let deviation = inputs.starting(&[
        "sigma_hebdo",
        "sigma_demande",
        "sigma_jour",
        "sigma_semaine",
        "sigma_mois",
        "sigma_conso",
        "sigma_x",
        "ecart_type_demande",
        "ecart_type_hebdo",
        "ecart_type_consommation",
    ]);
    let deviation = deviation.map(|(_, deviation)| deviation);
    let deviation =
        deviation.or_else(|| inputs.number(&["sigma", "ecart_type", "standard_deviation"]));
    let mean = consumption(inputs);
    if deviation.is_none() && mean.is_none() {
        return Vec::new();
    }
    let (mean, unit) = mean.map_or((None, None), |(mean, unit)| (Some(mean), unit));
    vec![(PeriodDemand::Stated { mean, deviation }, unit)]
}

/// Where z may come from: stated, a table, or computed.
fn factors(inputs: &Inputs<'_>) -> Vec<ServiceFactor> {
    match inputs.number(&["z", "k", "coefficient"]) {
        Some(z) => vec![ServiceFactor::Stated(z)],
        None => vec![
            ServiceFactor::Table,
            ServiceFactor::Computed(10),
            ServiceFactor::Computed(2),
            ServiceFactor::Computed(3),
        ],
    }
}

/// The sheets of a demand, one for each way to convert the lead time.
fn safety_sheets(
    inputs: &Inputs<'_>,
    demand: &PeriodDemand,
    unit: Option<Time>,
    factor: ServiceFactor,
) -> Vec<Sheet> {
    let Some(service) = service(inputs, factor) else { return Vec::new() };
    let (delay, delay_unit) = lead_time(inputs).unwrap_or((Decimal::ONE, unit));
    let late = ["sigma_delai", "ecart_type_delai", "sigma_d", "sigma_l", "sigma_lead_time"];
    let late = inputs.starting(&late);
    let mut found = Vec::new();
    for ratio in unit.map_or(vec![Decimal::ONE], |unit| unit.in_one(delay_unit, inputs)) {
        let Some(lead_time) = delay.checked_mul(ratio) else { continue };
        let spreads = match &late {
            None => vec![None],
            Some((late_unit, deviation)) => per_period(late_unit, unit, inputs)
                .into_iter()
                .map(|per_period| Some(LeadTimeSpread { deviation: *deviation, per_period }))
                .collect(),
        };
        for lead_time_spread in spreads {
            let input = SafetyStockInput {
                unit: String::new(),
                demand: demand.clone(),
                lead_time,
                lead_time_spread,
                service,
                factor,
                rounding: None,
            };
            found.extend(Sheet::of(worksheet(&input)).ok());
        }
    }
    found
}

/// Units of the spread of the lead time in one period of the demand.
fn per_period(late_unit: &str, unit: Option<Time>, inputs: &Inputs<'_>) -> Vec<Decimal> {
    let late = Time::named(late_unit).or(unit);
    late.map_or(vec![Decimal::ONE], |late| late.in_one(unit, inputs))
}

fn service(inputs: &Inputs<'_>, factor: ServiceFactor) -> Option<Service> {
    let level = inputs.starting(&["taux_service", "service", "niveau_service", "service_level"]);
    if let Some((_, level)) = level {
        return Some(Service::Percent(in_percent(level)));
    }
    if let Some((_, risk)) = inputs.starting(&["risque", "risque_rupture", "taux_rupture"]) {
        return Some(Service::Percent(Decimal::ONE_HUNDRED.checked_sub(in_percent(risk))?));
    }
    let late = [
        "retard_accepte",
        "retards_acceptes",
        "ruptures_acceptees",
        "commandes_en_retard",
        "retards",
        "retard",
        "ruptures",
        "commande_en_retard",
    ];
    if let Some((_, late)) = inputs.starting(&late) {
        let count = inputs.number(&["nombre_commandes", "commandes_an"]);
        let orders = match count {
            Some(count) => YearlyOrders::Count(count),
            None => YearlyOrders::Of {
                periods: inputs
                    .number(&["semaines_par_an", "semaines_an", "semaines", "periodes_par_an"])
                    .unwrap_or(Decimal::from(52)),
                quantity: inputs.number(&[
                    "Q",
                    "Qc",
                    "quantite",
                    "quantite_commande",
                    "quantite_de_commande",
                    "qte_commande",
                    "qte",
                    "lot",
                ])?,
            },
        };
        return Some(Service::LateOrders { late, orders });
    }
    let stated = matches!(factor, ServiceFactor::Stated(_));
    stated.then_some(Service::Percent(Decimal::ZERO))
}

/// What may be asked of a safety stock spread over depots.
pub fn depots_outputs(inputs: &Inputs<'_>) -> Vec<Output> {
    let read = || {
        let planned = ["depots_futurs", "nouveaux_depots", "depots_apres", "n2", "nombre_depots"];
        Some(depots::DepotsInput {
            unit: String::new(),
            reserve: inputs.number(&["stock_securite", "ss", "SS"])?,
            depots: inputs
                .number(&["depots", "depots_actuels", "n1", "depots_avant"])
                .unwrap_or(Decimal::ONE),
            planned: inputs.number(&planned)?,
        })
    };
    let Some(sheet) = read().and_then(|input| Sheet::of(depots::worksheet(&input)).ok()) else {
        return Vec::new();
    };
    [
        Output::new(
            &["stock_par_depot", "ss_par_depot", "ss_depot"],
            sheet.singles(&["stock_par_depot"]),
        ),
        Output::new(
            &["stock_unique", "ss_unique", "depot_unique"],
            sheet.singles(&["stock_unique"]),
        ),
        Output::new(&["stock_total", "ss_total", "nouveau_total"], sheet.singles(&["stock_total"])),
    ]
    .into_iter()
    .flatten()
    .collect()
}
