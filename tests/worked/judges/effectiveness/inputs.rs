//! Figures of a session by their many names, all durations in minutes.

use casdecole::domain::planning::effectiveness::{Batch, Pace, RateKind, Session, Stop, StopKind};
use casdecole::domain::planning::tree::Tree;
use rust_decimal::Decimal;

use super::figures::normalised;
use super::words::field_by_words;

/// What an input names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// TT.
    Total,
    /// TO.
    Opening,
    /// TR.
    Required,
    /// TF.
    Running,
    /// TN.
    Net,
    /// TU.
    Useful,
    /// A stop or a loss.
    Stop(StopKind),
    /// Pieces made.
    Produced,
    /// Good pieces.
    Good,
    /// Pieces scrapped.
    Scrapped,
    /// Pieces reworked.
    Reworked,
    /// Cycle time of a piece.
    Cycle,
    /// Pieces per unit of time.
    Rate,
    /// A rate given as such.
    GivenRate(RateKind),
    /// References or lots, each with its own figures.
    Batches,
}

const NAMES: &[(Field, &str)] = &[
    (Field::Total, "tt temps_total total_time calendar_time all_time"),
    (
        Field::Opening,
        "to temps_ouverture temps_d_ouverture ouverture shift shift_length shift_time \
         duree_poste temps_travail temps_de_travail horaire opening plant_operating_time",
    ),
    (
        Field::Required,
        "tr temps_requis planned planned_production_time planned_availability planned_time \
         loading_time available available_time scheduled scheduled_time duree temps_disponible",
    ),
    (
        Field::Running,
        "tf run run_time uptime operating_time temps_fonctionnement temps_de_fonctionnement \
         marche temps_marche temps_de_marche actual_run_time",
    ),
    (Field::Net, "tn temps_net net_operating_time net_run_time"),
    (Field::Useful, "tu temps_utile fully_productive_time effective_time"),
    (Field::Stop(StopKind::Closure), "fermeture fermetures closed"),
    (
        Field::Stop(StopKind::Planned),
        "arrets_planifies arrets_programmes planned_stops planned_downtime breaks break pauses \
         pause short_breaks meal_break lunch lunch_break repas nettoyage cleaning reunion \
         reunions meeting meetings",
    ),
    (
        Field::Stop(StopKind::Planned),
        "maintenance maintenance_preventive planned_maintenance preventive_maintenance",
    ),
    (
        Field::Stop(StopKind::Undergone),
        "arrets_non_planifies arrets_subis arrets arret unplanned unplanned_downtime downtime \
         down_time stop_time unplanned_stops stops panne pannes breakdown breakdowns attente \
         attentes reglage reglages failures manque manques arrets_machine",
    ),
    (
        Field::Stop(StopKind::Changeover),
        "changeover changeovers changement changements changement_serie changement_de_serie \
         changements_serie changements_de_serie setup setups changement_outil",
    ),
    (
        Field::Stop(StopKind::SlowRunning),
        "micro_arrets microarrets ralentissement ralentissements pertes_cadence perte_cadence \
         minor_stops speed_loss ecart_cadence",
    ),
    (Field::Stop(StopKind::Quality), "pertes_qualite perte_qualite non_qualite quality_loss"),
    (
        Field::Produced,
        "produits total pieces total_count total_pieces total_produit quantite production \
         quantite_produite cycles pieces_produites pieces_fabriquees output produced units \
         total_units total_produced nb_pieces parts total_parts fabriquees",
    ),
    (
        Field::Good,
        "conformes bons bonnes good good_count good_pieces good_units good_parts pieces_bonnes \
         pieces_conformes",
    ),
    (
        Field::Scrapped,
        "rebut rebuts reject rejects rejected reject_pieces rejected_parts scrap defects \
         defective defectueux defectueuses non_conformes mauvaises pieces_rebutees",
    ),
    (Field::Reworked, "retouches retouche rework reworked"),
    (
        Field::Cycle,
        "ideal ideal_cycle ideal_cycle_time cycle temps_cycle temps_de_cycle cycle_time \
         standard_cycle standard_cycle_time temps_gamme cycle_ideal tc temps_unitaire",
    ),
    (
        Field::Rate,
        "cadence rate ideal_rate ideal_run_rate run_rate cadence_theorique cadence_nominale \
         vitesse ppm",
    ),
    (Field::GivenRate(RateKind::Availability), "do a availability disponibilite td"),
    (Field::GivenRate(RateKind::Performance), "tp p performance"),
    (Field::GivenRate(RateKind::Quality), "tq q quality qualite"),
    (Field::Batches, "lots references products batches"),
];

/// A unit that a name may end with: minutes in one unit.
const UNITS: &[(&str, (u32, u32))] = &[
    ("_heures", (60, 1)),
    ("_hours", (60, 1)),
    ("_heure", (60, 1)),
    ("_hour", (60, 1)),
    ("_h", (60, 1)),
    ("_minutes", (1, 1)),
    ("_minute", (1, 1)),
    ("_min", (1, 1)),
    ("_mn", (1, 1)),
    ("_secondes", (1, 60)),
    ("_seconds", (1, 60)),
    ("_sec", (1, 60)),
    ("_s", (1, 60)),
];

/// A name without its unit, and how many minutes the unit has; minutes when none is named.
pub fn without_unit(name: &str) -> (&str, (u32, u32)) {
    UNITS
        .iter()
        .find_map(|(ending, minutes)| {
            let start = ending.strip_prefix('_').and_then(|unit| name.strip_prefix(unit));
            let start = start.and_then(|rest| rest.strip_prefix('_')).filter(|_| ending.len() > 4);
            Some((name.strip_suffix(ending).or(start)?, *minutes))
        })
        .map_or((name, (1, 1)), |(base, minutes)| {
            (base.trim_end_matches("_par").trim_end_matches("_per"), minutes)
        })
}

/// What a normal name names.
pub fn field_of(name: &str) -> Option<Field> {
    let find = |name: &str| {
        let named = |(_, names): &&(Field, &str)| names.split_whitespace().any(|one| one == name);
        NAMES.iter().find(named).map(|(field, _)| *field)
    };
    find(name).or_else(|| find(without_unit(name).0)).or_else(|| field_by_words(name))
}

/// Reads a session.
pub fn session(tree: &Tree, code: String) -> Result<Session, String> {
    let Tree::Entries(entries) = tree else {
        return Err(format!("session « {code} » is not made of named figures"));
    };
    let mut session = Session { label: code.clone(), code, ..Session::default() };
    let mut alone = Batch::default();
    for (written, tree) in entries {
        let name = normalised(written);
        let Some(field) = field_of(&name) else { continue };
        match field {
            Field::Stop(kind) => stops(written, &name, tree, kind, &mut session.stops),
            Field::Batches => batches(tree, &mut session.batches)?,
            field => {
                let Some(number) = tree.number() else { continue };
                put(&mut session, &mut alone, field, &name, number)?;
            }
        }
    }
    let counts = [alone.produced, alone.good, alone.scrapped, alone.reworked];
    if counts.iter().any(Option::is_some) {
        session.batches.push(alone);
    } else if alone.pace.is_some() {
        for batch in session.batches.iter_mut().filter(|batch| batch.pace.is_none()) {
            batch.pace.clone_from(&alone.pace);
        }
    }
    // A running time with its stops gives the required time when nothing else does.
    if session.required.is_none() && session.opening.is_none() && session.total_time.is_none() {
        let stopped: Decimal = session.stops.iter().map(|stop| stop.duration).sum();
        session.required = session.running.filter(|_| !stopped.is_zero()).map(|run| run + stopped);
    }
    Ok(session)
}

fn put(
    session: &mut Session,
    batch: &mut Batch,
    field: Field,
    name: &str,
    number: Decimal,
) -> Result<(), String> {
    let minutes = in_minutes(name, number)?;
    match field {
        Field::Total => session.total_time = Some(minutes),
        Field::Opening => session.opening = Some(minutes),
        Field::Required => session.required = Some(minutes),
        Field::Running => session.running = Some(minutes),
        Field::Net => session.net = Some(minutes),
        Field::Useful => session.useful = Some(minutes),
        Field::Produced => batch.produced = Some(number),
        Field::Good => batch.good = Some(number),
        Field::Scrapped => batch.scrapped = Some(number),
        Field::Reworked => batch.reworked = Some(number),
        Field::Cycle => batch.pace = Some(Pace::Cycle(minutes)),
        Field::Rate => batch.pace = Some(Pace::Rate(per_minute(name, number)?)),
        Field::GivenRate(kind) => {
            let small = number <= Decimal::new(15, 1);
            let percent = if small { number * Decimal::ONE_HUNDRED } else { number };
            session.given_rates.push((kind, percent));
        }
        Field::Stop(_) | Field::Batches => {}
    }
    Ok(())
}

fn in_minutes(name: &str, number: Decimal) -> Result<Decimal, String> {
    let (over, under) = without_unit(name).1;
    let scaled = number.checked_mul(Decimal::from(over));
    scaled
        .and_then(|scaled| scaled.checked_div(Decimal::from(under)))
        .ok_or_else(|| format!("« {name} » is too large"))
}

/// Pieces per minute from pieces per the unit that the name ends with.
fn per_minute(name: &str, number: Decimal) -> Result<Decimal, String> {
    let (over, under) = without_unit(name).1;
    let scaled = number.checked_mul(Decimal::from(under));
    scaled
        .and_then(|scaled| scaled.checked_div(Decimal::from(over)))
        .ok_or_else(|| format!("« {name} » is too large"))
}

/// A duration, several, or named ones.
fn stops(label: &str, name: &str, tree: &Tree, kind: StopKind, found: &mut Vec<Stop>) {
    if let Some(number) = tree.number() {
        if let Ok(duration) = in_minutes(name, number) {
            found.push(Stop { label: label.to_owned(), duration, kind });
        }
        return;
    }
    match tree {
        Tree::List(items) => {
            for item in items {
                stops(label, name, item, kind, found);
            }
        }
        Tree::Entries(entries) => {
            for (inner, item) in entries {
                let unit = normalised(inner);
                let named = without_unit(&unit).0 != unit;
                let own = match field_of(&unit) {
                    Some(Field::Stop(own)) => own,
                    _ => kind,
                };
                stops(inner, if named { &unit } else { name }, item, own, found);
            }
        }
        _ => {}
    }
}

/// Lots or references, listed or named.
fn batches(tree: &Tree, found: &mut Vec<Batch>) -> Result<(), String> {
    let listed: Vec<(String, &Tree)> = match tree {
        Tree::List(items) => {
            items.iter().enumerate().map(|(rank, item)| (format!("l{}", rank + 1), item)).collect()
        }
        Tree::Entries(entries) => entries.iter().map(|(code, item)| (code.clone(), item)).collect(),
        _ => return Ok(()),
    };
    for (code, tree) in listed {
        let own = session(tree, code.clone())?;
        let counted = own.batches.into_iter().next().unwrap_or_default();
        found.push(Batch {
            label: code.clone(),
            code,
            running: own.running,
            net: own.net,
            useful: own.useful,
            ..counted
        });
    }
    Ok(())
}
