//! Kanban: number of cards of a loop, and planning of the cards in three zones.
//!
//! Number of cards: N = (D × L × (1 + s) + lot) ÷ C, rounded up, with the consumption D per unit of
//! time, the lead time L in the same unit, the safety s and the container C. Three zones: green
//! (lot of launch ÷ C), orange (consumption during the supply ÷ C), red (consumption during the
//! reaction ÷ C), each rounded up.

mod reading;

#[cfg(test)]
mod tests;

pub use reading::OPTIONS;

use rust_decimal::Decimal;

use crate::domain::planning::calculator::{Request, refused};
use crate::domain::planning::follow_up::named::MAX_NAMED;
use crate::domain::planning::follow_up::table::Table;
use crate::domain::planning::tree::Problems;
use crate::domain::planning::worksheet::{
    CalculationError, CellId, Formula, Rounding, RowHead, Worksheet,
};

/// Input of a kanban calculation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KanbanInput {
    /// Unit of time of the consumption and of the lead times ("h", "j").
    pub unit: String,
    /// Pieces consumed in one unit of time.
    pub consumption: Decimal,
    /// Pieces in a container, that is, for one card.
    pub container: Decimal,
    /// What is asked.
    pub method: KanbanMethod,
}

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KanbanMethod {
    /// Number of cards of the loop.
    Cards {
        /// Parts of the lead time: waiting, production, transport…
        lead_times: Vec<(String, Decimal)>,
        /// Safety.
        safety: KanbanSafety,
        /// Pieces that must wait before a launch is worth it, if any.
        lot: Option<Decimal>,
        /// How the number of cards is made whole.
        rounding: Rounding,
    },
    /// Planning of the cards in three zones.
    Zones {
        /// Lot of launch, in pieces.
        lot: Decimal,
        /// Time of the middle zone.
        supply_time: Decimal,
        /// Time of the last zone.
        reaction_time: Decimal,
    },
}

/// Safety of a kanban loop.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum KanbanSafety {
    /// None.
    #[default]
    None,
    /// Percentage added to the consumption during the lead time.
    Percent(Decimal),
    /// Pieces.
    Pieces(Decimal),
    /// Time of consumption held in reserve.
    Time(Decimal),
}

/// The calculator `kanban`.
pub fn calculate(request: &Request<'_>, problems: &mut Problems) -> Option<Worksheet> {
    let input = reading::read(request, problems)?;
    match worksheet(&input) {
        Ok(sheet) => Some(sheet),
        Err(error) => {
            refused(request, &error, problems);
            None
        }
    }
}

/// Number of cards, or cards of each zone.
///
/// # Errors
/// When there are no lead times or too many.
pub fn worksheet(input: &KanbanInput) -> Result<Worksheet, CalculationError> {
    let mut fill = Fill { table: Table::of_values("Kanban", "Valeur"), unit: &input.unit };
    let head = RowHead::new("consommation", "Consommation");
    let head = head.unit(format!("pièces/{}", input.unit));
    let consumption = fill.table.given(head, input.consumption);
    let head = RowHead::new("conteneur", "Pièces par conteneur").short("Conteneur").unit("pièces");
    let container = fill.table.given(head, input.container);
    match &input.method {
        KanbanMethod::Cards { lead_times, safety, lot, rounding } => {
            if lead_times.is_empty() || lead_times.len() > MAX_NAMED {
                return Err(CalculationError::impossible("donnez le délai de la boucle"));
            }
            let lead_time = fill.lead_time(lead_times);
            let need =
                fill.pieces("besoin", "Consommation pendant le délai", consumption * lead_time);
            let mut total = Formula::from(need);
            if let Some(safety) = fill.safety(*safety, need, consumption) {
                total = total + safety;
            }
            if let Some(lot) = *lot {
                let head = RowHead::new("lot", "Lot de lancement").unit("pièces");
                total = total + fill.table.given(head, lot);
            }
            fill.cards(total, container, *rounding);
        }
        KanbanMethod::Zones { lot, supply_time, reaction_time } => {
            fill.zones(consumption, container, *lot, [*supply_time, *reaction_time]);
        }
    }
    Ok(fill.table.finish())
}

struct Fill<'a> {
    table: Table,
    unit: &'a str,
}

impl Fill<'_> {
    fn pieces(&mut self, key: &str, label: &str, formula: impl Into<Formula>) -> CellId {
        self.table.computed(RowHead::new(key, label).unit("pièces"), formula)
    }

    fn lead_time(&mut self, parts: &[(String, Decimal)]) -> CellId {
        let head = RowHead::new("delai", "Délai de la boucle").short("Délai").unit(self.unit);
        if let [(_, only)] = parts {
            return self.table.given(head, *only);
        }
        let mut cells = Vec::new();
        for (rank, (label, time)) in parts.iter().enumerate() {
            let part = RowHead::new(format!("delai{}", rank + 1), label.as_str()).unit(self.unit);
            cells.push(self.table.given(part, *time));
        }
        self.table.computed(head, Formula::sum(cells))
    }

    /// Pieces held in reserve.
    fn safety(
        &mut self,
        safety: KanbanSafety,
        need: CellId,
        consumption: CellId,
    ) -> Option<CellId> {
        let key = "securite";
        let label = "Stock de sécurité";
        match safety {
            KanbanSafety::None => None,
            KanbanSafety::Percent(rate) => {
                let head = RowHead::new("taux_securite", "Taux de sécurité").unit("%");
                let rate = self.table.given(head, rate);
                Some(self.pieces(key, label, need * rate / 100_u32))
            }
            KanbanSafety::Pieces(pieces) => {
                Some(self.table.given(RowHead::new(key, label).unit("pièces"), pieces))
            }
            KanbanSafety::Time(time) => {
                let head = RowHead::new("temps_securite", "Sécurité en temps").unit(self.unit);
                let time = self.table.given(head, time);
                Some(self.pieces(key, label, consumption * time))
            }
        }
    }

    /// Number of cards, and the stock that they hold at most.
    fn cards(&mut self, total: Formula, container: CellId, rounding: Rounding) {
        let total = self.pieces("total", "Pièces à couvrir", total);
        let head = RowHead::new("cartes_exactes", "Nombre de cartes avant arrondi");
        let exact = self.table.computed(head.short("Cartes exactes"), total / container);
        let head = RowHead::new("cartes", "Nombre de cartes").short("Cartes");
        let cards = self.table.computed(head, Formula::from(exact).rounded(rounding));
        self.pieces("stock_maximal", "Stock maximal de la boucle", cards * container);
    }

    /// Cards of the three zones.
    fn zones(&mut self, consumption: CellId, container: CellId, lot: Decimal, times: [Decimal; 2]) {
        let [supply, reaction] = times;
        let head = RowHead::new("lot", "Lot de lancement").unit("pièces");
        let lot = self.table.given(head, lot);
        let head = RowHead::new("temps_zone", "Temps de la zone médiane").unit(self.unit);
        let supply = self.table.given(head, supply);
        let head = RowHead::new("delai", "Délai de réaction").unit(self.unit);
        let reaction = self.table.given(head, reaction);
        let zones = [
            ("zone_A", "Zone A", lot / container),
            ("zone_B", "Zone B", supply * consumption / container),
            ("zone_C", "Zone C", consumption * reaction / container),
        ];
        let cards: Vec<CellId> = zones
            .into_iter()
            .map(|(key, label, formula)| {
                let head = RowHead::new(key, label).unit("cartes");
                self.table.computed(head, formula.rounded(Rounding::UP))
            })
            .collect();
        let head = RowHead::new("cartes", "Nombre de cartes").short("Cartes").unit("cartes");
        self.table.computed(head, Formula::sum(cards));
    }
}
