//! Options of `pdp`, read with every problem at once.

use super::reading_family::{self, PlanSource};
use super::{
    DemandRule, MasterScheduleInput, Presentation, Promise, Trigger, reading_items, worksheet,
};
use crate::domain::planning::calculator::{Request, refused};
use crate::domain::planning::tree::{Node, Problems};
use crate::domain::planning::worksheet::Worksheet;

/// Options read.
pub const OPTIONS: &[&str] = &[
    "articles",
    "article",
    "designation",
    "unite",
    "stock_initial",
    "previsions",
    "commandes",
    "commandes_fermes",
    "receptions_attendues",
    "pdp",
    "lot",
    "stock_securite",
    "delai",
    "pic",
    "famille",
    "parts",
    "base_pic",
    "periodes_pic",
    "arrondi",
    "decimales",
    "regle_demande",
    "zone_figee",
    "declenchement",
    "dav",
    "stock_initial_dans_dav",
    "report_manques",
    "dav_cumule",
    "presentation",
];

/// Reads a master schedule and builds its table.
pub fn calculate(request: &Request<'_>, problems: &mut Problems) -> Option<Worksheet> {
    let before = problems.found.len();
    let (input, source) = read(request, problems)?;
    if problems.found.len() > before {
        return None;
    }
    let sheet = worksheet(&input).map_err(|error| refused(request, &error, problems)).ok()?;
    Some(reading_family::linked(sheet, &input, source))
}

fn read(
    request: &Request<'_>,
    problems: &mut Problems,
) -> Option<(MasterScheduleInput, Option<PlanSource>)> {
    let options = &request.options;
    let periods = reading_items::periods(request, problems)?;
    let (family, source) = reading_family::read(request, &periods, problems)?;
    let items = reading_items::read(request, &periods, family.is_some(), problems)?;
    let rules = [
        ("maximum", DemandRule::Greatest),
        ("previsions", DemandRule::Forecast),
        ("commandes", DemandRule::Orders),
    ];
    let triggers = [("securite", Trigger::BelowSafety), ("zero", Trigger::BelowZero)];
    let presentations = [
        ("standard", Presentation::Standard),
        ("hec", Presentation::Hec),
        ("note", Presentation::Note),
        ("odoo", Presentation::Odoo),
    ];
    let fence = options.field("zone_figee").whole(problems).unwrap_or_default();
    let input = MasterScheduleInput {
        periods,
        items,
        family,
        demand: options.field("regle_demande").one_of(&rules, problems).unwrap_or_default(),
        fence: usize::try_from(fence).unwrap_or(usize::MAX),
        trigger: options.field("declenchement").one_of(&triggers, problems).unwrap_or_default(),
        promise: promise(options, problems),
        presentation: options
            .field("presentation")
            .one_of(&presentations, problems)
            .unwrap_or_default(),
    };
    Some((input, source))
}

fn promise(options: &Node<'_>, problems: &mut Problems) -> Promise {
    let mut flag = |name: &str| options.field(name).flag(problems);
    let opening_stock = flag("stock_initial_dans_dav").unwrap_or(true);
    let carry_back = flag("report_manques").unwrap_or_default();
    let running = flag("dav_cumule").unwrap_or_default();
    let words = [
        ("cumule", Promise::Cumulative),
        ("discret", Promise::Discrete { opening_stock, carry_back, running }),
        ("par_periode", Promise::ByPeriod { opening_stock }),
        ("aucun", Promise::None),
    ];
    options.field("dav").one_of(&words, problems).unwrap_or_default()
}
