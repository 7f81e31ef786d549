//! Names under which exercises give the rows of a table of net requirements.

/// A row of figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Row {
    /// Gross requirements.
    Gross,
    /// Scheduled receipts.
    Launched,
    /// Target of stock.
    Safety,
    /// Stock at the end, planned order included.
    Stock,
    /// Stock at the end before the planned order.
    BeforeOrder,
    /// Stock as if nothing were planned.
    Cumulative,
    /// Stock at the start and receipts.
    Available,
    /// Net requirements.
    Net,
    /// Planned orders at their end.
    Receipts,
    /// Planned orders at their start.
    Starts,
    /// Launches before the horizon.
    Late,
    /// Low-level code.
    Level,
}

/// Exact names of each row.
const NAMES: &[(Row, &[&str])] = &[
    (Row::Gross, &["besoins_bruts", "besoin_brut", "bb", "gross_requirements", "gross", "bbi"]),
    (
        Row::Launched,
        &[
            "receptions_attendues",
            "ordres_lances",
            "ol",
            "ra",
            "scheduled_receipts",
            "receptions_programmees",
        ],
    ),
    (Row::Safety, &["stock_desire_fin", "stock_desire", "stock_securite", "ss", "safety_stock"]),
    (
        Row::Stock,
        &[
            "stock_previsionnel_fin",
            "stock_previsionnel",
            "stock_projete",
            "stock_fin",
            "ps",
            "stock_prevu_fin",
            "stock_final",
            "projected_on_hand",
            "projected_stock",
            "sp",
            "projected_available",
            "disponible_previsionnel",
            "stock_disponible",
        ],
    ),
    (
        Row::BeforeOrder,
        &[
            "stock_avant_ordre",
            "solde_avant_ordre",
            "disponible_avant_ordre",
            "position",
            "position_de_stock",
            "stock_before_order",
            "sd",
        ],
    ),
    (Row::Cumulative, &["stock_cumule", "stock_sans_ordre", "cumul", "cumulative"]),
    (Row::Available, &["articles_disponibles", "ad"]),
    (Row::Net, &["besoins_nets", "besoin_net", "bn", "net_requirements", "net"]),
    (
        Row::Receipts,
        &[
            "ordres_proposes_fin",
            "opf",
            "receptions_planifiees",
            "planned_receipts",
            "planned_order_receipts",
            "to_procure",
            "ordres_fin",
            "ordre_fin",
            "of",
            "os_reception",
            "receptions",
        ],
    ),
    (
        Row::Starts,
        &[
            "ordres_proposes_debut",
            "opd",
            "lancements_planifies",
            "lancements",
            "op",
            "od",
            "planned_releases",
            "planned_order_releases",
            "releases",
            "ordre_debut",
            "ordres_debut",
            "lancements_programmes_debut",
            "ordres_previsionnels",
            "ordre_previsionnel_debut",
            "os_lancement",
        ],
    ),
    (
        Row::Late,
        &[
            "retard",
            "retards",
            "past_due",
            "lancements_en_retard",
            "ordres_en_retard",
            "past_due_releases",
            "lancements_retard",
        ],
    ),
    (
        Row::Level,
        &[
            "low_level_codes",
            "low_level_code",
            "llc",
            "codes_plus_bas_niveau",
            "niveaux",
            "code_plus_bas_niveau",
            "niveau",
        ],
    ),
];

/// Parts of names that tell a row, the most telling first.
const PARTS: &[(&str, Row)] = &[
    ("besoin_brut", Row::Gross),
    ("besoins_brut", Row::Gross),
    ("gross", Row::Gross),
    ("besoin_net", Row::Net),
    ("besoins_net", Row::Net),
    ("retard", Row::Late),
    ("past_due", Row::Late),
    ("debut", Row::Starts),
    ("lancement", Row::Starts),
    ("release", Row::Starts),
    ("avant_ordre", Row::BeforeOrder),
    ("stock", Row::Stock),
    ("reception", Row::Receipts),
    ("receipt", Row::Receipts),
    ("fin", Row::Receipts),
];

impl Row {
    /// The row with exactly this name.
    pub fn named(name: &str) -> Option<Self> {
        let name = name.to_lowercase();
        let known = NAMES.iter().find(|(_, names)| names.contains(&name.as_str()));
        known.map(|(row, _)| *row)
    }

    /// The row that a longer name speaks of ("`besoin_brut_semaine_4`").
    pub fn spoken_of(name: &str) -> Option<Self> {
        let name = name.to_lowercase();
        PARTS.iter().find(|(part, _)| name.contains(part)).map(|(_, row)| *row)
    }

    /// End of the key of its row in the worksheet.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Gross => "BB",
            Self::Launched => "OL",
            Self::Safety => "SS",
            Self::Stock => "PS",
            Self::BeforeOrder => "SD",
            Self::Cumulative => "CUM",
            Self::Available => "AD",
            Self::Net => "BN",
            Self::Receipts => "OPF",
            Self::Starts | Self::Late => "OPD",
            Self::Level => "niveau",
        }
    }

    /// Whether the worksheet has a cell for every period.
    pub const fn is_always_there(self) -> bool {
        !matches!(self, Self::Launched | Self::Safety | Self::Starts)
    }

    /// Whether a period that a list of figures leaves out is zero, and not just left out.
    pub const fn is_flow(self) -> bool {
        matches!(self, Self::Gross | Self::Net | Self::Receipts | Self::Starts)
    }
}
