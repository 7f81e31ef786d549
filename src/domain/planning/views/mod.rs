//! Exhibits rendered from planning data: tables and drawn trees, as texts already written the
//! French way. A number is typed once, in the data; an exhibit only shows it.
//!
//! What belongs here: one file a view, what an author may choose of it (`request`) and is offered
//! (`offer`), how columns are kept and renamed (`table`), how figures are written (`writing`), and
//! the places of the nodes of a drawn tree (`tree_layout`). Fonts, colours and pages belong to who
//! draws.

mod bills;
mod calendars;
mod content;
mod explosion;
mod figures;
mod items;
mod offer;
mod orders;
mod request;
mod routings;
mod series;
mod staff;
mod stock_card;
mod table;
mod tree_layout;
mod work_centres;
mod writing;

#[cfg(test)]
mod tests;

pub use content::{TreeNode, ViewColumn, ViewContent};
pub use offer::shortest_request;
pub use request::{MAX_LEVELS, VIEWS, View, ViewRequest};
pub use tree_layout::{PlacedNode, TreeLayout};

use super::data::PlanningData;
use super::tree::{Node, Problems};

/// Largest number of rows of a table, and of nodes of a tree.
pub const MAX_ROWS: usize = 1_000;

/// Renders a view of the data. `tree` is the root of the data as written.
///
/// # Errors
/// What the request names and the data do not hold, or an exhibit with nothing in it.
pub fn render(
    request: &ViewRequest,
    data: &PlanningData,
    tree: &Node<'_>,
) -> Result<ViewContent, Problems> {
    let mut problems = Problems::default();
    let content = match request.view {
        View::IndentedBill => explosion::indented(request, data, &mut problems),
        View::BillTree => explosion::drawn(request, data, &mut problems),
        View::Bill => bills::lines(request, data, &mut problems),
        View::BillMatrix => bills::matrix(request, data, &mut problems),
        View::Items => items::table(request, data, &mut problems),
        View::Routing => routings::table(request, data, tree, &mut problems),
        View::WorkCentres => work_centres::table(request, data, &mut problems),
        View::Calendar => calendars::table(request, data, &mut problems),
        View::StockCard => stock_card::table(request, data, tree, &mut problems),
        View::Demand => series::demand(request, data, &mut problems),
        View::MasterSchedule => series::master_schedule(request, data, &mut problems),
        View::Versatility => staff::table(request, data, &mut problems),
        View::Orders => orders::table(request, data, &mut problems),
        View::Figures => figures::table(request, tree, &mut problems),
    };
    problems.finish(content)
}
