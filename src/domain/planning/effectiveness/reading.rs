//! How the options of `trs` are read.

use rust_decimal::Decimal;

use super::{
    Batch, OeeInput, OeeSource, Pace, Placement, RateKind, RateOptions, RateStyle, Session, Stop,
    StopKind, TimeUnit,
};
use crate::domain::planning::calculator::Request;
use crate::domain::planning::follow_up::named::{named, row_key};
use crate::domain::planning::tree::{Node, Problems, Tree};
use crate::domain::planning::worksheet::{Rounding, RoundingMode};

/// Names of the options.
pub const OPTIONS: &[&str] = &[
    "unite",
    "unite_arrets",
    "unite_cycle",
    "unite_cadence",
    "temps_total",
    "TT",
    "temps_ouverture",
    "TO",
    "equipes",
    "duree_equipe",
    "temps_requis",
    "TR",
    "planned_availability",
    "planned",
    "temps_fonctionnement",
    "TF",
    "run",
    "temps_net",
    "TN",
    "temps_utile",
    "TU",
    "DO",
    "TP",
    "TQ",
    "fermetures",
    "arrets_planifies",
    "arrets_subis",
    "arrets_non_planifies",
    "unplanned",
    "changements",
    "changeovers",
    "maintenance",
    "ralentissements",
    "pertes_cadence",
    "pertes_qualite",
    "produits",
    "pieces",
    "total",
    "cycles",
    "bons",
    "conformes",
    "good",
    "rebuts",
    "retouches",
    "temps_cycle",
    "standard_cycle",
    "ideal",
    "cadence",
    "cadences_postes",
    "references",
    "lots",
    "sessions",
    "changements_dans",
    "maintenance_dans",
    "taux",
    "arrondi_taux",
    "mode_arrondi",
    "trs_par",
    "objectifs",
    "avec_total",
    "avec_ecart",
];

const STOPS: &[(&[&str], StopKind, &str)] = &[
    (&["fermetures"], StopKind::Closure, "Fermeture"),
    (&["arrets_planifies"], StopKind::Planned, "Arrêts planifiés"),
    (
        &["arrets_subis", "arrets_non_planifies", "unplanned"],
        StopKind::Undergone,
        "Arrêts non planifiés",
    ),
    (&["changements", "changeovers"], StopKind::Changeover, "Changements de série"),
    (&["maintenance"], StopKind::Maintenance, "Maintenance"),
    (
        &["ralentissements", "pertes_cadence"],
        StopKind::SlowRunning,
        "Micro-arrêts et ralentissements",
    ),
    (&["pertes_qualite"], StopKind::Quality, "Rebuts et retouches"),
];

const RATES: &[(&str, RateKind)] = &[
    ("DO", RateKind::Availability),
    ("TP", RateKind::Performance),
    ("TQ", RateKind::Quality),
    ("TRS", RateKind::Oee),
    ("TRG", RateKind::Overall),
    ("TRE", RateKind::Economic),
];

/// Reads the options; `None` when problems were noted.
pub(super) fn read(request: &Request<'_>, problems: &mut Problems) -> Option<OeeInput> {
    let before = problems.found.len();
    let node = &request.options;
    let unit = TimeUnit::read(&node.field("unite"), TimeUnit::Minute, problems);
    let in_unit =
        |name: &str, problems: &mut Problems| TimeUnit::read(&node.field(name), unit, problems);
    let placement = |name: &str, problems: &mut Problems| {
        let words =
            [("arrets_planifies", Placement::Planned), ("arrets_subis", Placement::Undergone)];
        node.field(name).one_of(&words, problems).unwrap_or_default()
    };
    let input = OeeInput {
        unit,
        stop_unit: in_unit("unite_arrets", problems),
        cycle_unit: in_unit("unite_cycle", problems),
        rate_unit: in_unit("unite_cadence", problems),
        sessions: sessions(node, problems),
        with_total: node.field("avec_total").flag(problems).unwrap_or(true),
        with_gap: node.field("avec_ecart").flag(problems).unwrap_or(false),
        changeovers: placement("changements_dans", problems),
        maintenance: placement("maintenance_dans", problems),
        rates: rates(node, problems),
        targets: targets(&node.field("objectifs"), problems),
    };
    (problems.found.len() == before).then_some(input)
}

fn rates(node: &Node<'_>, problems: &mut Problems) -> RateOptions {
    let styles = [("pourcent", RateStyle::Percent), ("fraction", RateStyle::Fraction)];
    let sources = [("temps", OeeSource::Times), ("produit", OeeSource::Product)];
    let modes = [
        ("proche", RoundingMode::Nearest),
        ("superieur", RoundingMode::Up),
        ("inferieur", RoundingMode::Down),
        ("tronque", RoundingMode::Truncated),
    ];
    let mode = node.field("mode_arrondi").one_of(&modes, problems).unwrap_or_default();
    let decimals = node.field("arrondi_taux").whole(problems);
    RateOptions {
        style: node.field("taux").one_of(&styles, problems).unwrap_or_default(),
        rounding: decimals.map(|decimals| Rounding { mode, decimals: decimals.min(10) }),
        oee_from: node.field("trs_par").one_of(&sources, problems).unwrap_or_default(),
    }
}

fn targets(node: &Node<'_>, problems: &mut Problems) -> Vec<(RateKind, Decimal)> {
    let known: Vec<_> = RATES.iter().map(|(name, _)| *name).collect();
    node.only(&known, problems);
    RATES
        .iter()
        .filter_map(|(name, kind)| Some((*kind, node.field(name).quantity(problems)?)))
        .collect()
}

/// The sessions written, or the only one when figures stand at the top.
fn sessions(node: &Node<'_>, problems: &mut Problems) -> Vec<Session> {
    let several = node.field("sessions");
    let pace = read_pace(node, problems);
    if several.is_missing() {
        return vec![session(node, String::new(), String::new(), pace.as_ref(), problems)];
    }
    named(&several, problems)
        .into_iter()
        .map(|found| {
            let known: Vec<_> = OPTIONS.iter().copied().chain(["code", "nom", "libelle"]).collect();
            found.node.only(&known, problems);
            session(&found.node, found.code, found.label, pace.as_ref(), problems)
        })
        .collect()
}

fn session(
    node: &Node<'_>,
    code: String,
    label: String,
    pace: Option<&Pace>,
    problems: &mut Problems,
) -> Session {
    let quantity =
        |names: &[&str], problems: &mut Problems| node.any_field(names).quantity(problems);
    let teams = quantity(&["equipes"], problems).zip(quantity(&["duree_equipe"], problems));
    Session {
        code,
        label,
        total_time: quantity(&["temps_total", "TT"], problems),
        opening: quantity(&["temps_ouverture", "TO"], problems),
        teams,
        required: quantity(&["temps_requis", "TR", "planned_availability", "planned"], problems),
        running: quantity(&["temps_fonctionnement", "TF", "run"], problems),
        net: quantity(&["temps_net", "TN"], problems),
        useful: quantity(&["temps_utile", "TU"], problems),
        stops: STOPS
            .iter()
            .flat_map(|(names, kind, label)| stops(&node.any_field(names), *kind, label, problems))
            .collect(),
        batches: batches(node, pace, problems),
        given_rates: RATES
            .iter()
            .take(3)
            .filter_map(|(name, kind)| Some((*kind, node.field(name).quantity(problems)?)))
            .collect(),
    }
}

/// A duration alone, named durations, or a list of stops with `nom` and `duree`.
fn stops(node: &Node<'_>, kind: StopKind, label: &str, problems: &mut Problems) -> Vec<Stop> {
    match node.tree() {
        None => Vec::new(),
        Some(Tree::List(_) | Tree::Entries(_)) => named(node, problems)
            .into_iter()
            .filter_map(|found| {
                let inner = found.node.field("duree");
                let place = if inner.is_missing() { &found.node } else { &inner };
                let duration = place.required_quantity(problems)?;
                let rank_only = found.label.bytes().all(|byte| byte.is_ascii_digit());
                let label = if rank_only { label.to_owned() } else { found.label };
                Some(Stop { label, duration, kind })
            })
            .collect(),
        Some(_) => node
            .quantity(problems)
            .map(|duration| Stop { label: label.to_owned(), duration, kind })
            .into_iter()
            .collect(),
    }
}

fn batches(node: &Node<'_>, pace: Option<&Pace>, problems: &mut Problems) -> Vec<Batch> {
    let several = node.any_field(&["references", "lots"]);
    if !several.is_missing() {
        return named(&several, problems)
            .into_iter()
            .map(|found| Batch {
                running: found.node.field("TF").quantity(problems),
                net: found.node.field("TN").quantity(problems),
                useful: found.node.field("TU").quantity(problems),
                ..batch(&found.node, found.code, found.label, pace, problems)
            })
            .collect();
    }
    let only = batch(node, String::new(), String::new(), pace, problems);
    let counted = [only.produced, only.good, only.scrapped, only.reworked];
    if counted.iter().all(Option::is_none) { Vec::new() } else { vec![only] }
}

fn batch(
    node: &Node<'_>,
    code: String,
    label: String,
    pace: Option<&Pace>,
    problems: &mut Problems,
) -> Batch {
    let count = |names: &[&str], problems: &mut Problems| node.any_field(names).quantity(problems);
    Batch {
        code,
        label,
        produced: count(&["produits", "pieces", "cycles", "total"], problems),
        good: count(&["bons", "conformes", "good"], problems),
        scrapped: count(&["rebuts"], problems),
        reworked: count(&["retouches"], problems),
        pace: read_pace(node, problems).or_else(|| pace.cloned()),
        ..Batch::default()
    }
}

/// Time that a piece should take, from `temps_cycle`, `cadence` or `cadences_postes`.
pub fn read_pace(node: &Node<'_>, problems: &mut Problems) -> Option<Pace> {
    let cycle = node.any_field(&["temps_cycle", "standard_cycle", "ideal"]);
    if !cycle.is_missing() {
        return cycle.positive(problems).map(Pace::Cycle);
    }
    let rate = node.field("cadence");
    if !rate.is_missing() {
        return rate.positive(problems).map(Pace::Rate);
    }
    let posts: Vec<_> = named(&node.field("cadences_postes"), problems)
        .into_iter()
        .filter_map(|post| Some((row_key(&post.label), post.node.positive(problems)?)))
        .collect();
    (!posts.is_empty()).then_some(Pace::Slowest(posts))
}
