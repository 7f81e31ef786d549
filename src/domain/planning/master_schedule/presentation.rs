//! Names of the rows, by the author that a case follows.

/// Names and order of the rows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Presentation {
    /// Prévisions, Commandes fermes, Demande, PDP, Stock projeté, DAV.
    #[default]
    Standard,
    /// Exercises of HEC: Prévisions, Stock prévisionnel, Réceptions planifiées; then Commandes
    /// fermes, Réceptions planifiées, Stock prévisionnel, DAV.
    Hec,
    /// French note: Prévisions, Commandes, Stock projeté, PDP, DAV (ATP).
    Note,
    /// French page of Odoo: demande prévue, demande réelle, réassort suggéré, disponible à
    /// promettre, stock prévu.
    Odoo,
}

/// A row of an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Row {
    Forecast,
    Orders,
    Demand,
    Safety,
    Receipts,
    Net,
    Plan,
    Stock,
    StockOnOrders,
    Starts,
    Promise,
}

impl Row {
    /// End of the key of the row.
    pub(super) const fn key(self) -> &'static str {
        match self {
            Self::Forecast => "PREV",
            Self::Orders => "CF",
            Self::Demand => "DEMANDE",
            Self::Safety => "SS",
            Self::Receipts => "RA",
            Self::Net => "BN",
            Self::Plan => "PDP",
            Self::Stock => "STOCK",
            Self::StockOnOrders => "STOCKCF",
            Self::Starts => "LANC",
            Self::Promise => "DAV",
        }
    }
}

impl Presentation {
    /// Label of a row, and its short name in workings.
    pub(super) const fn names(self, row: Row) -> (&'static str, &'static str) {
        match (row, self) {
            (Row::Forecast, Self::Odoo) => ("Demande prévue", "Demande prévue"),
            (Row::Forecast, _) => ("Prévisions", "Prévision"),
            (Row::Orders, Self::Odoo) => ("Demande réelle", "Demande réelle"),
            (Row::Orders, Self::Note) => ("Commandes", "Commandes"),
            (Row::Orders, _) => ("Commandes fermes", "Commandes"),
            (Row::Demand, _) => ("Demande", "Demande"),
            (Row::Safety, _) => ("Stock de sécurité", "SS"),
            (Row::Receipts, _) => ("Réceptions attendues", "Réceptions"),
            (Row::Net, _) => ("Besoin net", "BN"),
            (Row::Plan, Self::Hec) => ("Réceptions planifiées", "Réception planifiée"),
            (Row::Plan, Self::Odoo) => ("Réassort suggéré", "Réassort"),
            (Row::Plan, _) => ("PDP (réception)", "PDP"),
            (Row::Stock, Self::Hec) => ("Stock prévisionnel", "Stock prévisionnel"),
            (Row::Stock, Self::Odoo) => ("Stock prévu", "Stock prévu"),
            (Row::Stock, _) => ("Stock projeté", "Stock"),
            (Row::StockOnOrders, Self::Hec) => {
                ("Stock prévisionnel sur commandes fermes", "Stock sur commandes")
            }
            (Row::StockOnOrders, _) => {
                ("Stock projeté sur commandes fermes", "Stock sur commandes")
            }
            (Row::Starts, _) => ("PDP (lancement)", "Lancement"),
            (Row::Promise, Self::Odoo) => ("Disponible à promettre", "Disponible à promettre"),
            (Row::Promise, Self::Note) => ("DAV (ATP)", "DAV"),
            (Row::Promise, _) => ("Disponible à la vente (DAV)", "DAV"),
        }
    }

    /// Rows of the plan in the order shown, those of the available to promise left out.
    pub(super) const fn order(self) -> &'static [Row] {
        match self {
            Self::Standard => &[
                Row::Forecast,
                Row::Orders,
                Row::Demand,
                Row::Safety,
                Row::Receipts,
                Row::Net,
                Row::Plan,
                Row::Stock,
                Row::Starts,
            ],
            Self::Hec => &[
                Row::Forecast,
                Row::Demand,
                Row::Safety,
                Row::Receipts,
                Row::Stock,
                Row::Net,
                Row::Plan,
                Row::Starts,
                Row::Orders,
            ],
            Self::Note | Self::Odoo => &[
                Row::Forecast,
                Row::Orders,
                Row::Demand,
                Row::Safety,
                Row::Receipts,
                Row::Net,
                Row::Stock,
                Row::Plan,
                Row::Starts,
            ],
        }
    }
}
