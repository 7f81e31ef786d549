//! Figures that indicators are made of, and the indicators as ratios of them.

/// A figure counted over a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Count {
    /// Pieces of the programme.
    Planned,
    /// Good pieces.
    Good,
    /// Pieces scrapped.
    Scrapped,
    /// All pieces made.
    Made,
    /// Good pieces, up to the programme of each reference.
    WithinProgramme,
    /// Orders finished on time.
    OnTime,
    /// Orders due.
    Orders,
    /// Hours allocated by the gammes.
    AllocatedHours,
    /// Hours spent.
    SpentHours,
    /// Hours of absence.
    AbsenceHours,
    /// Hours that should have been worked.
    DueHours,
    /// Running time between breakdowns, in hours.
    RunningHours,
    /// Time stopped by breakdowns, in hours.
    RepairHours,
    /// Number of breakdowns.
    Breakdowns,
    /// Accidents with days off.
    Accidents,
    /// Days off.
    LostDays,
    /// Hours worked by all.
    WorkedHours,
}

/// A count as written and shown.
pub(super) struct CountWords {
    /// The count.
    pub count: Count,
    /// Name written, and key of its row.
    pub key: &'static str,
    /// Words shown.
    pub label: &'static str,
    /// Unit.
    pub unit: &'static str,
}

const fn counted(
    count: Count,
    key: &'static str,
    label: &'static str,
    unit: &'static str,
) -> CountWords {
    CountWords { count, key, label, unit }
}

/// All counts that may be given, in the order shown.
pub(super) const COUNTS: &[CountWords] = &[
    counted(Count::Planned, "programme", "Programme", "pièces"),
    counted(Count::Good, "bons", "Pièces bonnes", "pièces"),
    counted(Count::Scrapped, "rebuts", "Pièces rebutées", "pièces"),
    counted(Count::Made, "produits", "Total produit", "pièces"),
    counted(Count::OnTime, "ordres_a_l_heure", "Ordres à l'heure", "ordres"),
    counted(Count::Orders, "ordres_total", "Ordres à livrer", "ordres"),
    counted(Count::AllocatedHours, "heures_allouees", "Heures allouées", "h"),
    counted(Count::SpentHours, "heures_passees", "Heures passées", "h"),
    counted(Count::AbsenceHours, "heures_absence", "Heures d'absence", "h"),
    counted(Count::DueHours, "heures_theoriques", "Heures théoriques", "h"),
    counted(Count::RunningHours, "heures_marche", "Heures de marche", "h"),
    counted(Count::RepairHours, "heures_panne", "Heures de panne", "h"),
    counted(Count::Breakdowns, "pannes", "Nombre de pannes", ""),
    counted(Count::Accidents, "accidents", "Accidents avec arrêt", ""),
    counted(Count::LostDays, "jours_perdus", "Jours perdus", "jours"),
    counted(Count::WorkedHours, "heures_travaillees", "Heures travaillées", "h"),
];

/// An indicator: one count over another, times a factor.
pub(super) struct Ratio {
    /// Key of its row.
    pub key: &'static str,
    /// Words shown.
    pub label: &'static str,
    /// Unit.
    pub unit: &'static str,
    /// Count above the bar.
    pub over: Count,
    /// Count below the bar.
    pub under: Count,
    /// Factor: 100 for a percentage.
    pub factor: u32,
}

const fn percent(key: &'static str, label: &'static str, over: Count, under: Count) -> Ratio {
    Ratio { key, label, unit: "%", over, under, factor: 100 }
}

/// All indicators, in the order shown.
pub(super) const RATIOS: &[Ratio] = &[
    percent("taux_rebut", "Taux de rebut", Count::Scrapped, Count::Made),
    percent("taux_qualite", "Taux de qualité", Count::Good, Count::Made),
    percent("realisation", "Taux de réalisation", Count::Good, Count::Planned),
    percent("respect_programme", "Respect du programme", Count::WithinProgramme, Count::Planned),
    percent("taux_service", "Taux de service", Count::OnTime, Count::Orders),
    percent("productivite", "Productivité", Count::AllocatedHours, Count::SpentHours),
    Ratio {
        key: "productivite_horaire",
        label: "Productivité horaire",
        unit: "pièces/h",
        over: Count::Good,
        under: Count::SpentHours,
        factor: 1,
    },
    percent("taux_absence", "Taux d'absentéisme", Count::AbsenceHours, Count::DueHours),
    Ratio {
        key: "MTBF",
        label: "Temps moyen entre pannes MTBF",
        unit: "h",
        over: Count::RunningHours,
        under: Count::Breakdowns,
        factor: 1,
    },
    Ratio {
        key: "MTTR",
        label: "Temps moyen de réparation MTTR",
        unit: "h",
        over: Count::RepairHours,
        under: Count::Breakdowns,
        factor: 1,
    },
    Ratio {
        key: "taux_frequence",
        label: "Taux de fréquence des accidents",
        unit: "",
        over: Count::Accidents,
        under: Count::WorkedHours,
        factor: 1_000_000,
    },
    Ratio {
        key: "taux_gravite",
        label: "Taux de gravité des accidents",
        unit: "",
        over: Count::LostDays,
        under: Count::WorkedHours,
        factor: 1_000,
    },
];
