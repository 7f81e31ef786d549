//! The calculators that authors may name.

use super::calculator::Entry;
use super::{
    effectiveness, finite_scheduling, flow, follow_up, forecasting, free_sheet, improvement,
    lead_time_scheduling, load, lot_sizing, master_schedule, net_requirements, project_network,
    quality, sales_and_operations_plan, stock_parameters, stock_valuation, team,
};

/// All calculators, in the order of their names.
pub const CALCULATORS: &[Entry] = &[
    Entry {
        name: "cbn",
        options: net_requirements::OPTIONS,
        calculate: net_requirements::calculate,
    },
    Entry {
        name: "pic",
        options: sales_and_operations_plan::OPTIONS,
        calculate: sales_and_operations_plan::calculate,
    },
    Entry { name: "pdp", options: master_schedule::OPTIONS, calculate: master_schedule::calculate },
    Entry { name: "previsions", options: forecasting::OPTIONS, calculate: forecasting::calculate },
    Entry {
        name: "jalonnement",
        options: lead_time_scheduling::OPTIONS,
        calculate: lead_time_scheduling::calculate,
    },
    Entry { name: "lotissement", options: lot_sizing::OPTIONS, calculate: lot_sizing::calculate },
    Entry {
        name: "quantite_economique",
        options: stock_parameters::economic_quantity::OPTIONS,
        calculate: stock_parameters::economic_quantity::calculate,
    },
    Entry {
        name: "point_de_commande",
        options: stock_parameters::reorder_point::OPTIONS,
        calculate: stock_parameters::reorder_point::calculate,
    },
    Entry {
        name: "suivi_stock",
        options: stock_parameters::follow_up::OPTIONS,
        calculate: stock_parameters::follow_up::calculate,
    },
    Entry {
        name: "stock_securite",
        options: stock_parameters::safety_stock::OPTIONS,
        calculate: stock_parameters::safety_stock::calculate,
    },
    Entry {
        name: "recompletement",
        options: stock_parameters::periodic_review::OPTIONS,
        calculate: stock_parameters::periodic_review::calculate,
    },
    Entry {
        name: "rotation",
        options: stock_parameters::turnover::OPTIONS,
        calculate: stock_parameters::turnover::calculate,
    },
    Entry {
        name: "abc",
        options: stock_parameters::abc::OPTIONS,
        calculate: stock_parameters::abc::calculate,
    },
    Entry {
        name: "depreciation",
        options: stock_parameters::depreciation::OPTIONS,
        calculate: stock_parameters::depreciation::calculate,
    },
    Entry {
        name: "couts_stock",
        options: stock_parameters::expenses::OPTIONS,
        calculate: stock_parameters::expenses::calculate,
    },
    Entry {
        name: "vendeur_journaux",
        options: stock_parameters::single_period::OPTIONS,
        calculate: stock_parameters::single_period::calculate,
    },
    Entry {
        name: "depots",
        options: stock_parameters::depots::OPTIONS,
        calculate: stock_parameters::depots::calculate,
    },
    Entry {
        name: "valorisation",
        options: stock_valuation::OPTIONS,
        calculate: stock_valuation::calculate,
    },
    Entry {
        name: "inventaire",
        options: stock_valuation::inventory::OPTIONS,
        calculate: stock_valuation::inventory::calculate,
    },
    Entry { name: "charge", options: load::OPTIONS, calculate: load::calculate },
    Entry {
        name: "capacite",
        options: load::CAPACITY_OPTIONS,
        calculate: load::calculate_capacity,
    },
    Entry {
        name: "lissage",
        options: load::smoothing::OPTIONS,
        calculate: load::smoothing::calculate,
    },
    Entry {
        name: "johnson",
        options: finite_scheduling::johnson::OPTIONS,
        calculate: finite_scheduling::johnson::calculate,
    },
    Entry {
        name: "ordonnancement",
        options: finite_scheduling::ordonnancement::OPTIONS,
        calculate: finite_scheduling::ordonnancement::calculate,
    },
    Entry {
        name: "pert",
        options: project_network::OPTIONS,
        calculate: project_network::calculate,
    },
    Entry {
        name: "suivi_ordre",
        options: follow_up::orders::OPTIONS,
        calculate: follow_up::orders::calculate,
    },
    Entry {
        name: "cout_revient",
        options: follow_up::cost::OPTIONS,
        calculate: follow_up::cost::calculate,
    },
    Entry {
        name: "indicateurs",
        options: follow_up::indicators::OPTIONS,
        calculate: follow_up::indicators::calculate,
    },
    Entry { name: "trs", options: effectiveness::OPTIONS, calculate: effectiveness::calculate },
    Entry {
        name: "pareto",
        options: quality::pareto::OPTIONS,
        calculate: quality::pareto::calculate,
    },
    Entry {
        name: "carte_controle",
        options: quality::control_chart::OPTIONS,
        calculate: quality::control_chart::calculate,
    },
    Entry {
        name: "capabilite",
        options: quality::capability::OPTIONS,
        calculate: quality::capability::calculate,
    },
    Entry {
        name: "amdec",
        options: quality::failure_modes::OPTIONS,
        calculate: quality::failure_modes::calculate,
    },
    Entry { name: "takt", options: flow::takt::OPTIONS, calculate: flow::takt::calculate },
    Entry {
        name: "equilibrage",
        options: flow::balancing::OPTIONS,
        calculate: flow::balancing::calculate,
    },
    Entry { name: "kanban", options: flow::kanban::OPTIONS, calculate: flow::kanban::calculate },
    Entry {
        name: "amelioration",
        options: improvement::actions::OPTIONS,
        calculate: improvement::actions::calculate,
    },
    Entry {
        name: "smed",
        options: improvement::changeover::OPTIONS,
        calculate: improvement::changeover::calculate,
    },
    Entry { name: "polyvalence", options: team::OPTIONS, calculate: team::calculate },
    Entry { name: "formules", options: free_sheet::OPTIONS, calculate: free_sheet::calculate },
];

/// The calculator with this name.
pub fn find(name: &str) -> Option<&'static Entry> {
    CALCULATORS.iter().find(|entry| entry.name == name)
}

/// Names of all calculators.
pub fn names() -> Vec<&'static str> {
    CALCULATORS.iter().map(|entry| entry.name).collect()
}
