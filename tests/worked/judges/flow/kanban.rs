//! Kanban: number of cards of a loop, planning in three zones.

use casdecole::domain::planning::flow::kanban::{
    KanbanInput, KanbanMethod, KanbanSafety, worksheet,
};
use casdecole::domain::planning::tree::Tree;
use casdecole::domain::planning::worksheet::Rounding;
use rust_decimal::Decimal;

use super::line_inputs::number;
use super::settled;
use crate::example::Example;
use crate::judgement::Judgement;
use crate::judges::effectiveness::figures::{Answer, Sheet};

/// Judges a kanban exercise.
pub fn judged(example: &Example) -> Result<Judgement, String> {
    let sheet = Sheet::of(worksheet(&read(&example.inputs)?))?;
    Ok(settled(example, |figure| answers(&sheet, figure.leaf())))
}

const CONSUMPTION: &str = "cmh d demande demand consommation consommation_horaire demande_horaire \
     demande_jour demande_journaliere daily_demand daily_usage usage demande_h demande_heure \
     consommation_jour consommation_moyenne taux_demande c_h cmj u";
const CONTAINER: &str = "k conteneur container container_size taille_conteneur capacite capacity q \
     contenance pieces_par_carte bac taille_bac lot_conteneur capacite_conteneur capacite_bac c";
const LEAD_TIME: &str = "l delai lead_time lt t delai_h delai_j delai_jours lead_time_days \
     lead_time_h temps_cycle replenishment_time delai_approvisionnement temps_boucle \
     delai_reapprovisionnement delai_min temps_reponse temps_reponse_jours temps_reponse_h \
     temps_cycle_jours temps_cycle_h delai_cycle";
const PARTS: [(&str, &str); 4] = [
    ("Attente", "w tw attente wait waiting waiting_time temps_attente"),
    ("Production", "p tp production processing processing_time temps_production"),
    ("Transport", "transport move temps_transport"),
    ("Mise en route", "setup reglage changement"),
];
const LOT: &str = "qec lot lot_lancement taille_lot lot_size quantite_economique";

fn read(inputs: &Tree) -> Result<KanbanInput, String> {
    let find = |names: &str| number(inputs, names);
    let (_, consumption) = find(CONSUMPTION).ok_or("no consumption")?;
    let (_, container) = find(CONTAINER).ok_or("no container")?;
    let lot = find(LOT).map(|(_, lot)| lot);
    let supply = find("zt zt_h zt_j temps_zone");
    let method = if let Some((_, supply_time)) = supply {
        let (_, reaction_time) =
            find("d_h d_j delai_h delai delai_reaction").ok_or("no reaction time")?;
        KanbanMethod::Zones { lot: lot.ok_or("no lot")?, supply_time, reaction_time }
    } else {
        KanbanMethod::Cards {
            lead_times: lead_times(inputs)?,
            safety: safety(inputs),
            lot,
            rounding: Rounding::UP,
        }
    };
    Ok(KanbanInput { unit: "h".to_owned(), consumption, container, method })
}

/// The lead time, or its parts; in days of the demand when hours of a day are given.
fn lead_times(inputs: &Tree) -> Result<Vec<(String, Decimal)>, String> {
    if let Some((name, time)) = number(inputs, LEAD_TIME) {
        let daily =
            number(inputs, "demande_jour demande_journaliere daily_demand consommation_jour");
        let hours = number(inputs, "heures_jour heures_par_jour hours_per_day");
        let in_hours = name.ends_with("_h");
        let converted = daily.and(hours).filter(|_| in_hours).map(|(_, hours)| hours);
        let time = match converted {
            Some(hours) => time.checked_div(hours).ok_or("a day without hours")?,
            None => time,
        };
        return Ok(vec![(name, time)]);
    }
    let parts: Vec<_> = PARTS
        .iter()
        .filter_map(|(label, names)| Some(((*label).to_owned(), number(inputs, names)?.1)))
        .collect();
    if parts.is_empty() { Err("no lead time".to_owned()) } else { Ok(parts) }
}

/// Safety: a rate (0.1 or 10), pieces, or a time.
fn safety(inputs: &Tree) -> KanbanSafety {
    let pieces = "ss stock_securite stock_de_securite safety_stock securite_pieces";
    if let Some((_, pieces)) = number(inputs, pieces) {
        return KanbanSafety::Pieces(pieces);
    }
    let time = "securite_jours securite_h securite_j safety_days safety_time temps_securite";
    if let Some((_, time)) = number(inputs, time) {
        return KanbanSafety::Time(time);
    }
    let rate = "s alpha x a securite safety safety_factor coefficient_securite taux_securite marge \
                facteur securite_pct securite_pourcent";
    match number(inputs, rate) {
        Some((_, rate)) if rate <= Decimal::ONE => {
            KanbanSafety::Percent(rate * Decimal::ONE_HUNDRED)
        }
        // A factor of 1.2 adds 20 %.
        Some((_, rate)) if rate < Decimal::TWO => {
            KanbanSafety::Percent((rate - Decimal::ONE) * Decimal::ONE_HUNDRED)
        }
        Some((_, rate)) => KanbanSafety::Percent(rate),
        None => KanbanSafety::None,
    }
}

fn answers(sheet: &Sheet, asked: &str) -> Vec<Answer> {
    let rows: &[&str] = match asked {
        "zone_a" | "a" | "verte" | "zone_verte" | "vert" => &["zone_A"],
        "zone_b" | "b" | "orange" | "zone_orange" => &["zone_B"],
        "zone_c" | "c" | "rouge" | "zone_rouge" => &["zone_C"],
        "cartes_exactes" | "exact" | "calcul" => &["cartes_exactes"],
        "besoin" | "demande_delai" | "demand_during_lead_time" => &["besoin"],
        "securite" | "stock_securite" | "safety_stock" => &["securite"],
        "stock_max" | "stock_maximal" | "max_inventory" | "encours_max" => &["stock_maximal"],
        "" | "cartes" | "total" | "n" | "k" | "nombre" | "nb_kanbans" | "kanbans" | "cards"
        | "nombre_kanbans" | "nombre_cartes" | "number" | "nb_cartes" | "kanban" => {
            &["cartes", "cartes_exactes"]
        }
        _ => &[],
    };
    rows.iter().flat_map(|row| sheet.answer(row, "valeur")).collect()
}
