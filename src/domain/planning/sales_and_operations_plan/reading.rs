//! Options of `pic`, read with every problem at once.

use rust_decimal::Decimal;

use super::series::{by_period, rank};
use super::{
    Capacity, Costs, Extra, PlanInput, Resources, Strategy, WorkedTime, reading_families, rounding,
    worksheet,
};
use crate::domain::planning::calculator::{Request, refused};
use crate::domain::planning::data::Periods;
use crate::domain::planning::tree::{Node, Problems, Tree};
use crate::domain::planning::worksheet::Worksheet;

/// Options read.
pub const OPTIONS: &[&str] = &[
    "familles",
    "famille",
    "articles",
    "designation",
    "unite",
    "ventes",
    "ventes_prevues",
    "previsions",
    "stock_initial",
    "stock_final",
    "stock_vise",
    "stocks_vises",
    "production",
    "strategie",
    "strategies",
    "jours_ouvres",
    "calendrier",
    "fermetures",
    "capacite_normale",
    "capacite_journaliere",
    "heures_sup_max",
    "sous_traitance_max",
    "cout_normal",
    "cout_heures_sup",
    "cout_sous_traitance",
    "cout_stock",
    "cout_retard",
    "cout_hausse",
    "cout_baisse",
    "production_precedente",
    "arrondi",
    "decimales",
    "cumuls",
];

/// Reads a plan and builds its table.
pub fn calculate(request: &Request<'_>, problems: &mut Problems) -> Option<Worksheet> {
    let before = problems.found.len();
    let input = read(request, problems)?;
    if problems.found.len() > before {
        return None;
    }
    worksheet(&input).map_err(|error| refused(request, &error, problems)).ok()
}

fn read(request: &Request<'_>, problems: &mut Problems) -> Option<PlanInput> {
    let options = &request.options;
    let (periods, families) = reading_families::read(request, problems)?;
    let worked = worked_time(request, &periods, problems);
    let costs = costs(options, problems);
    let resources = resources(options, &periods, &costs, problems);
    let imposed = families.iter().all(|family| !family.imposed.is_empty());
    let strategies = strategies(options, imposed, problems);
    Some(PlanInput {
        strategies,
        worked,
        resources,
        costs,
        rounding: rounding::read(&options.field("arrondi"), &options.field("decimales"), problems),
        cumulated: options.field("cumuls").flag(problems).unwrap_or_default(),
        periods,
        families,
    })
}

/// The strategies asked; without any, the production written, else a constant one.
fn strategies(options: &Node<'_>, imposed: bool, problems: &mut Problems) -> Vec<Strategy> {
    let words = [
        ("constante", Strategy::Level),
        ("nivelee", Strategy::Level),
        ("lissage", Strategy::Level),
        ("constante_sans_rupture", Strategy::LevelWithoutShortage),
        ("synchrone", Strategy::Chase),
        ("poursuite", Strategy::Chase),
        ("imposee", Strategy::Imposed),
        ("optimum", Strategy::Optimum),
        ("optimale", Strategy::Optimum),
    ];
    let node = options.any_field(&["strategies", "strategie"]);
    let nodes = match node.tree() {
        None => Vec::new(),
        Some(Tree::List(_)) => node.items(problems),
        Some(_) => vec![node],
    };
    let found: Vec<Strategy> =
        nodes.iter().filter_map(|node| node.one_of(&words, problems)).collect();
    match (found.is_empty(), imposed) {
        (false, _) => found,
        (true, true) => vec![Strategy::Imposed],
        (true, false) => vec![Strategy::Level],
    }
}

fn worked_time(request: &Request<'_>, periods: &Periods, problems: &mut Problems) -> WorkedTime {
    let options = &request.options;
    let days = options.field("jours_ouvres");
    if !days.is_missing() {
        return by_period(&days, periods, problems)
            .map_or(WorkedTime::EveryPeriod, WorkedTime::Days);
    }
    let named = options.field("calendrier");
    if let Some(name) = named.text(problems) {
        let calendar = request.data.calendar(&name);
        if let Some(days) = calendar.and_then(|calendar| calendar.worked_days.clone()) {
            return WorkedTime::Days(days);
        }
        problems.add(
            named.path(),
            format!("le calendrier « {name} » ne donne pas de jours ouvrés par période."),
            "Écrivez « jours_ouvres » dans ce calendrier, ou corrigez le nom.",
        );
    }
    closures(&options.field("fermetures"), periods, problems)
}

/// Periods closed: names, or one name.
fn closures(node: &Node<'_>, periods: &Periods, problems: &mut Problems) -> WorkedTime {
    let nodes = match node.tree() {
        None => return WorkedTime::EveryPeriod,
        Some(Tree::List(_)) => node.items(problems),
        Some(_) => vec![node.clone()],
    };
    let mut open = vec![true; periods.len()];
    for node in nodes {
        let Some(name) = node.required_text(problems) else { continue };
        let found = rank(&node, &name, periods, problems);
        if let Some(open) = found.and_then(|rank| open.get_mut(rank)) {
            *open = false;
        }
    }
    WorkedTime::Openings(open)
}

fn costs(options: &Node<'_>, problems: &mut Problems) -> Costs {
    let mut cost = |name: &str| options.field(name).quantity(problems);
    Costs {
        normal: cost("cout_normal"),
        overtime: cost("cout_heures_sup"),
        subcontracting: cost("cout_sous_traitance"),
        stock: cost("cout_stock"),
        backlog: cost("cout_retard"),
        rise: cost("cout_hausse"),
        fall: cost("cout_baisse"),
        previous_production: cost("production_precedente"),
    }
}

/// What may be produced; a way that has a cost and no maximum is unlimited.
fn resources(
    options: &Node<'_>,
    periods: &Periods,
    costs: &Costs,
    problems: &mut Problems,
) -> Resources {
    let mut series = |name: &str| by_period(&options.field(name), periods, problems);
    let normal = series("capacite_normale").map(Capacity::ByPeriod);
    let mut extra = |name: &str, cost: Option<Decimal>| {
        series(name).map(Extra::ByPeriod).or(cost.map(|_| Extra::Unlimited))
    };
    let overtime = extra("heures_sup_max", costs.overtime);
    let subcontracting = extra("sous_traitance_max", costs.subcontracting);
    let per_day = options.field("capacite_journaliere").quantity(problems).map(Capacity::PerDay);
    Resources { normal: normal.or(per_day), overtime, subcontracting }
}
