//! Parameters of stocks: how much to order (`quantite_economique`), when (`point_de_commande`,
//! `recompletement`, `suivi_stock`), how much to keep in reserve (`stock_securite`, `depots`,
//! `vendeur_journaux`), which articles matter (`abc`), and what stocks cost (`couts_stock`,
//! `rotation`, `depreciation`).
//!
//! What belongs here: one calculator a file or a folder, and the shape of a sheet of single values
//! that most of them share.

pub mod abc;
mod consumption;
pub mod depots;
pub mod depreciation;
pub mod economic_quantity;
pub mod expenses;
pub mod follow_up;
mod normal_law;
mod options;
pub mod periodic_review;
pub mod reorder_point;
pub mod safety_stock;
pub mod single_period;
mod single_values;
pub mod turnover;

pub use consumption::{Consumption, Reserve};
pub use normal_law::ServiceFactor;
