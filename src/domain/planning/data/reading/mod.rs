//! From the tree to typed data, with every problem at once: one file a section, and the checks of
//! what each section says of the others.

mod bills;
mod calendars;
mod demand;
mod entries;
mod figures;
mod items;
mod known;
mod loops;
mod lots;
mod movements;
mod orders;
mod periods;
mod quantities;
mod routings;
mod series;
mod shifts;
mod staff;
mod work_centres;

#[cfg(test)]
mod tests;

pub(in crate::domain::planning) use movements::is_opening;
pub(in crate::domain::planning) use routings::time_unit;

use super::PlanningData;
use crate::domain::planning::tree::{Node, Problems, Tree};
use known::Known;
use periods::Horizon;

impl PlanningData {
    /// Reads the sections of planning data and checks what each section says of the others. What
    /// cannot be read is noted and left out.
    pub fn read(root: &Node<'_>, problems: &mut Problems) -> Self {
        if !matches!(root.tree(), None | Some(Tree::Entries(_))) {
            root.entries(problems);
            return Self::default();
        }
        let horizon = Horizon::read(root, problems);
        let item_section = root.field("articles");
        let (items, mut orders) = items::read(&item_section, &horizon, problems);
        let calendars = calendars::read(&root.field("calendriers"), &horizon, problems);
        let post_section = root.field("postes");
        let work_centres = work_centres::read(&post_section, &horizon, &calendars, problems);
        let mut known = Known::new(&items, !item_section.is_missing());
        known.add_work_centres(&work_centres, !post_section.is_missing());
        let bill_section = entries::single(root, &["nomenclatures", "nomenclature"], problems);
        let bills = bills::read(&bill_section, &known, problems);
        loops::check(&bills, &bill_section, problems);
        let routings = routings::read(&root.field("gammes"), &known, problems);
        let movements = movements::read(&root.field("mouvements"), &known, problems);
        let demand = demand::read(root, &horizon, &known, problems);
        orders.extend(orders::read(&root.field("ordres"), &horizon, &known, problems));
        let staff = staff::read(&root.field("personnel"), &known, problems);
        for free in ["stocks", "suivi", "valeurs"] {
            figures::check(&root.field(free), problems);
        }
        Self {
            periods: horizon.periods,
            items,
            bills,
            work_centres,
            routings,
            calendars,
            movements,
            demand,
            orders,
            staff,
        }
    }
}
