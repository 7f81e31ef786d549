//! Rows of a plan of families by the names of figures.

/// A figure of a plan: row of its periods, and where its single value is.
#[derive(Clone, Copy)]
pub struct Figure {
    /// Row of its periods.
    pub row: &'static str,
    /// Where its single value is.
    pub single: Single,
}

/// Where a single value is.
#[derive(Clone, Copy)]
pub enum Single {
    /// In this column of the row.
    At(&'static str),
    /// In the last period.
    LastPeriod,
    /// In another row of single values.
    Of(&'static str),
}

/// The row that words speak of.
pub fn row_told(clause: &str) -> Option<&'static str> {
    let says = |words: &[&str]| words.iter().any(|word| clause.contains(word));
    if says(&["overtime", "heures_sup", "supplementaire"]) {
        Some("HS")
    } else if says(&["subcontract", "sous_trait"]) {
        Some("ST")
    } else if says(&["late", "backlog", "backorder", "retard"]) {
        Some("RETARD")
    } else if says(&["stock", "inventory"]) {
        Some("STOCK")
    } else if says(&["produ"]) {
        Some("PROD")
    } else {
        None
    }
}

/// Production.
pub const PRODUCTION: Figure = Figure { row: "PROD", single: Single::Of("CADENCE") };
/// Cost.
pub const COST: Figure = Figure { row: "COUT", single: Single::At("total") };

/// The figure that a name speaks of; the first words that match win.
pub fn figure(name: &str) -> Option<Figure> {
    const TOTAL: Single = Single::At("total");
    let known: &[(&[&str], Figure)] = &[
        (&["stock_initial", "opening"], Figure { row: "", single: Single::Of("STOCK_INI_MIN") }),
        (
            &["cout_stock", "cout_du_stock", "holding", "stock_cost", "inventory_cost"],
            Figure { row: "COUT_STOCK", single: TOTAL },
        ),
        (
            &["cout_retard", "cout_rupture", "backlog_cost", "backorder"],
            Figure { row: "COUT_RETARD", single: TOTAL },
        ),
        (
            &["cout_hs", "cout_heures_sup", "overtime_cost"],
            Figure { row: "COUT_HS", single: TOTAL },
        ),
        (
            &["cout_normal", "cout_production", "regular_cost"],
            Figure { row: "COUT_NORMAL", single: TOTAL },
        ),
        (&["cout_sous", "cout_st", "subcontract_cost"], Figure { row: "COUT_ST", single: TOTAL }),
        (&["hausse", "embauche", "hiring"], Figure { row: "COUT_HAUSSE", single: TOTAL }),
        (&["baisse", "licenciement", "layoff"], Figure { row: "COUT_BAISSE", single: TOTAL }),
        (&["cout", "cost"], COST),
        (
            &["cumul_demande", "demande_cumul", "demandes_cumul", "ventes_cumul", "cumul_ventes"],
            Figure { row: "DEM_CUM", single: Single::LastPeriod },
        ),
        (
            &["cumul_prod", "production_cumul", "productions_cumul"],
            Figure { row: "PROD_CUM", single: Single::LastPeriod },
        ),
        (
            &["total_demande", "demande_tot", "ventes_tot", "total_ventes", "demande", "ventes"],
            Figure { row: "DEM", single: TOTAL },
        ),
        (
            &["jours", "periodes_travaillees", "mois_travailles"],
            Figure { row: "JOURS", single: TOTAL },
        ),
        (
            &["stock_total", "total_stock", "stocks_total", "somme_stock", "total_inventory"],
            Figure { row: "STOCK", single: TOTAL },
        ),
        (&["stock", "inventory"], Figure { row: "STOCK", single: Single::LastPeriod }),
        (&["retard", "backlog"], Figure { row: "RETARD", single: TOTAL }),
        (&["heures_sup", "overtime"], Figure { row: "HS", single: TOTAL }),
        (&["sous_trait", "subcontract"], Figure { row: "ST", single: TOTAL }),
        (&["production_tot", "total_prod"], Figure { row: "PROD", single: TOTAL }),
        (&["cadence", "production"], PRODUCTION),
    ];
    let found = known.iter().find(|(words, _)| words.iter().any(|word| name.contains(word)));
    found.map(|(_, figure)| *figure)
}
