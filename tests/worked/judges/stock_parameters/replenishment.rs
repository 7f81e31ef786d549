//! Reorder point and periodic review, with consumptions and lead times in days, weeks, months or
//! years.

use casdecole::domain::planning::stock_parameters::{
    Consumption, Reserve, periodic_review, reorder_point,
};
use rust_decimal::Decimal;

use super::figures::{Inputs, Output, Sheet};

/// A unit of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Time {
    /// Day.
    Day,
    /// Week.
    Week,
    /// Month.
    Month,
    /// Year.
    Year,
}

impl Time {
    /// The unit that the end of a name says: "semaines", "hebdo".
    pub fn named(name: &str) -> Option<Self> {
        let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
        if has(&["jour", "quotid", "day", "daily"]) {
            Some(Self::Day)
        } else if has(&["sem", "hebdo", "week"]) {
            Some(Self::Week)
        } else if has(&["mois", "mens", "month"]) {
            Some(Self::Month)
        } else if has(&["annu", "year"]) || name == "an" || name == "ans" {
            Some(Self::Year)
        } else {
            None
        }
    }

    /// How many there are in a year: as stated, else as courses count them.
    fn in_year(self, inputs: &Inputs<'_>) -> Vec<Decimal> {
        let (names, usual): (&[&str], &[i64]) = match self {
            Self::Day => (
                &["jours_par_an", "jours_ouvres", "jours", "working_days", "jours_ouvrables"],
                &[365, 360, 250, 240],
            ),
            Self::Week => (&["semaines_par_an", "semaines", "weeks"], &[52, 50]),
            Self::Month => (&["mois_par_an", "mois"], &[12]),
            Self::Year => (&["annees"], &[1]),
        };
        let stated = inputs.number(names).map(|count| vec![count]);
        stated.unwrap_or_else(|| usual.iter().map(|count| Decimal::from(*count)).collect())
    }

    /// How many of `self` there are in one `other`.
    pub fn in_one(self, other: Option<Self>, inputs: &Inputs<'_>) -> Vec<Decimal> {
        let Some(other) = other.filter(|other| *other != self) else { return vec![Decimal::ONE] };
        if (self, other) == (Self::Day, Self::Week) {
            let days = inputs.number(&["jours_par_semaine", "jours_semaine"]);
            return days.map_or_else(|| [5, 7, 6].map(Decimal::from).to_vec(), |days| vec![days]);
        }
        let mut found = Vec::new();
        for mine in self.in_year(inputs) {
            found.extend(
                other.in_year(inputs).iter().filter_map(|theirs| mine.checked_div(*theirs)),
            );
        }
        found
    }
}

/// A quantity of some unit of time.
pub type Rate = (Decimal, Option<Time>);

/// Consumption of one unit of time.
pub fn consumption(inputs: &Inputs<'_>) -> Option<Rate> {
    let words = [
        "consommation",
        "conso",
        "demande",
        "demande_moyenne",
        "ventes",
        "besoin",
        "moyenne",
        "daily_demand",
        "demand",
    ];
    if let Some((unit, quantity)) = inputs.starting(&words) {
        return Some((quantity, Time::named(&unit)));
    }
    if has_daily_letters(inputs) {
        return Some((inputs.number(&["d"])?, None));
    }
    if inputs.has(&["p"]) || !inputs.has(&["D"]) {
        return Some((inputs.number(&["c"])?, None));
    }
    Some((inputs.number(&["D"])?, Some(Time::Year)))
}

/// Whether D is the yearly demand, d that of a day, and L the lead time in days.
fn has_daily_letters(inputs: &Inputs<'_>) -> bool {
    ["D", "d", "L"].iter().all(|letter| inputs.has(&[letter]))
}

/// Lead time.
pub fn lead_time(inputs: &Inputs<'_>) -> Option<Rate> {
    let stated = inputs.starting(&["delai", "lead_time", "duree_livraison"]);
    match stated {
        Some((unit, time)) => Some((time, Time::named(&unit))),
        None if has_daily_letters(inputs) => Some((inputs.number(&["L"])?, None)),
        None => Some((inputs.number(&["d", "L"])?, None)),
    }
}

/// Safety stock, as a quantity or as a time of consumption; none when nothing is said.
fn reserve(inputs: &Inputs<'_>) -> Reserve {
    if let Some((unit, number)) =
        inputs.starting(&["stock_securite", "stock_de_securite", "securite", "safety_stock", "ss"])
    {
        return match Time::named(&unit) {
            Some(_) => Reserve::Periods(number),
            None => Reserve::Quantity(number),
        };
    }
    // Beside a cost of carrying, S is the cost of an order.
    let costs = inputs.has(&["D"]) && inputs.has(&["H", "h", "i", "I", "t"]);
    let letter = inputs.number(&["S"]).filter(|_| !costs);
    let quantity = inputs.number(&["SS", "stock_mini", "stock_minimum"]).or(letter);
    Reserve::Quantity(quantity.unwrap_or_default())
}

/// Names of a reorder point.
const REORDER_POINT: &[&str] = &[
    "point_commande",
    "point_de_commande",
    "pc",
    "rop",
    "reorder_point",
    "r",
    "s",
    "seuil",
    "seuil_commande",
    "seuil_reapprovisionnement",
    "stock_alerte",
    "pdc",
];

/// What may be asked of a reorder point.
pub fn reorder_outputs(inputs: &Inputs<'_>) -> Vec<Output> {
    let (Some((quantity, unit)), Some((time, time_unit))) =
        (consumption(inputs), lead_time(inputs))
    else {
        return Vec::new();
    };
    let order_quantity = inputs.number(&["Q", "quantite", "quantite_commande", "lot"]);
    let (mut points, mut demands) = (Vec::new(), Vec::new());
    let (mut orders, mut averages, mut highest) = (Vec::new(), Vec::new(), Vec::new());
    let mut ratios = unit.map_or(vec![Decimal::ONE], |unit| unit.in_one(time_unit, inputs));
    // A bare lead time beside a number of days a year is in days.
    let days = inputs.number(&["jours_par_an", "jours_ouvres", "jours", "working_days"]);
    if let (Some(Time::Year), None, Some(days)) = (unit, time_unit, days) {
        ratios = Decimal::ONE.checked_div(days).into_iter().chain(ratios).collect();
    }
    for ratio in ratios {
        let Some(lead_time) = time.checked_mul(ratio) else { continue };
        let input = reorder_point::ReorderPointInput {
            unit: String::new(),
            consumption: Consumption::PerPeriod(quantity),
            lead_time,
            reserve: reserve(inputs),
            order_quantity,
        };
        let Ok(sheet) = Sheet::of(reorder_point::worksheet(&input)) else { continue };
        points.extend(sheet.singles(&["point_commande"]));
        demands.extend(sheet.singles(&["demande_delai"]));
        orders.extend(sheet.singles(&["nombre_commandes"]));
        averages.extend(sheet.singles(&["stock_moyen"]));
        highest.extend(sheet.singles(&["stock_maximal"]));
    }
    let yearly = unit.is_none_or(|unit| unit == Time::Year);
    [
        Output::new(REORDER_POINT, points),
        Output::new(
            &[
                "demande_delai",
                "consommation_delai",
                "demande_pendant_delai",
                "lead_time_demand",
                "consommation_pendant_delai",
            ],
            demands,
        ),
        Output::new(
            &["nombre_commandes", "commandes", "commandes_an", "nb_commandes", "n"],
            if yearly { orders } else { Vec::new() },
        ),
        Output::new(&["stock_moyen"], averages),
        Output::new(&["stock_maximal", "stock_max", "stock_maxi"], highest),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// What may be asked of a periodic review.
pub fn review_outputs(inputs: &Inputs<'_>) -> Vec<Output> {
    let review = inputs
        .starting(&["periode", "periode_revue", "cycle", "cycle_revision", "revision"])
        .map(|(unit, time)| (time, Time::named(&unit)))
        .or_else(|| Some((inputs.number(&["p", "T"])?, None)));
    let (Some((quantity, unit)), Some((delay, delay_unit)), Some((review, review_unit))) =
        (consumption(inputs), lead_time(inputs), review)
    else {
        return Vec::new();
    };
    let ratio = |time_unit: Option<Time>| {
        let ratios = unit.map_or(vec![Decimal::ONE], |unit| unit.in_one(time_unit, inputs));
        ratios.first().copied().unwrap_or(Decimal::ONE)
    };
    let input = periodic_review::PeriodicReviewInput {
        unit: String::new(),
        consumption: Consumption::PerPeriod(quantity),
        lead_time: delay.saturating_mul(ratio(delay_unit)),
        review: review.saturating_mul(ratio(review_unit)),
        reserve: reserve(inputs),
        available: inputs.number(&["disponible", "stock_disponible", "stock", "stock_actuel", "D"]),
    };
    let Ok(sheet) = Sheet::of(periodic_review::worksheet(&input)) else { return Vec::new() };
    [
        Output::new(
            &[
                "r",
                "niveau",
                "niveau_recompletement",
                "seuil_recompletement",
                "seuil",
                "recompletement",
                "s",
                "n",
                "order_up_to_level",
            ],
            sheet.singles(&["niveau"]),
        ),
        Output::new(
            &["q", "quantite", "commande", "quantite_a_commander", "quantite_commandee"],
            sheet.singles(&["quantite"]),
        ),
    ]
    .into_iter()
    .flatten()
    .collect()
}
