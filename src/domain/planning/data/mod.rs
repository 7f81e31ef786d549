//! Planning data of a case, typed: articles, nomenclatures, gammes, postes, calendriers, stocks,
//! mouvements, demande, ordres, personnel. Read from the tree with every problem at once.
//!
//! What belongs here: the types, how they are read, and the checks between sections. The tree keeps
//! what authors wrote; these types are what calculators read.

mod calendar;
mod demand;
mod item;
mod period;
mod reading;
mod staff;
mod time_unit;
mod unit;
mod work_centre;

pub use calendar::{Calendar, Shift, WEEKDAYS};
pub use demand::{Demand, Movement, MovementKind, Order, OrderState};
pub use item::{BillLine, BillOfMaterials, Item, LotRule, Origin, SafetyStock, ScrapRule};
pub use period::{MAX_PERIODS, Periods};
pub(super) use reading::{is_opening, time_unit as read_time_unit};
pub use staff::{Credential, Person};
pub use time_unit::TimeUnit;
pub use unit::{is_counted, same_unit};
pub use work_centre::{Operation, Routing, WorkCentre};

/// Names of the sections, as written in a case.
pub const SECTIONS: [&str; 13] = [
    "periodes",
    "articles",
    "nomenclatures",
    "postes",
    "gammes",
    "calendriers",
    "stocks",
    "mouvements",
    "demande",
    "ordres",
    "personnel",
    "suivi",
    "valeurs",
];

/// Typed planning data.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PlanningData {
    /// Periods of the horizon.
    pub periods: Periods,
    /// Articles, in the order written.
    pub items: Vec<Item>,
    /// Nomenclatures of one level, in the order written.
    pub bills: Vec<BillOfMaterials>,
    /// Work centres.
    pub work_centres: Vec<WorkCentre>,
    /// Gammes.
    pub routings: Vec<Routing>,
    /// Calendars.
    pub calendars: Vec<Calendar>,
    /// Movements of stock by article, in order of time.
    pub movements: Vec<(String, Vec<Movement>)>,
    /// Demand by article.
    pub demand: Vec<(String, Demand)>,
    /// Orders: launched, firm.
    pub orders: Vec<Order>,
    /// People and what they can do.
    pub staff: Vec<Person>,
}

impl PlanningData {
    /// The article with this code.
    pub fn item(&self, code: &str) -> Option<&Item> {
        self.items.iter().find(|item| item.code == code)
    }

    /// The nomenclature of this article.
    pub fn bill(&self, code: &str) -> Option<&BillOfMaterials> {
        self.bills.iter().find(|bill| bill.parent == code)
    }

    /// The work centre with this code.
    pub fn work_centre(&self, code: &str) -> Option<&WorkCentre> {
        self.work_centres.iter().find(|centre| centre.code == code)
    }

    /// The gamme of this article.
    pub fn routing(&self, code: &str) -> Option<&Routing> {
        self.routings.iter().find(|routing| routing.item == code)
    }

    /// The calendar with this name.
    pub fn calendar(&self, name: &str) -> Option<&Calendar> {
        self.calendars.iter().find(|calendar| calendar.name == name)
    }

    /// The demand of this article.
    pub fn demand_of(&self, code: &str) -> Option<&Demand> {
        self.demand.iter().find(|(item, _)| item == code).map(|(_, demand)| demand)
    }

    /// The movements of this article.
    pub fn movements_of(&self, code: &str) -> &[Movement] {
        let found = self.movements.iter().find(|(item, _)| item == code);
        found.map_or(&[], |(_, movements)| movements)
    }
}
