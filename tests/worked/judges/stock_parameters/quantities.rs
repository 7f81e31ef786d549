//! Economic quantities: Wilson, discounts, planned backorders, progressive production, and the cost
//! of other quantities.

use casdecole::domain::planning::stock_parameters::economic_quantity::{
    EconomicQuantityInput, worksheet,
};
use rust_decimal::Decimal;

use super::figures::{Inputs, Output, Sheet, normalised};
use super::quantity_inputs::input;

const QUANTITY: &[&str] = &[
    "q",
    "qe",
    "qec",
    "qee",
    "eoq",
    "epq",
    "eoqb",
    "wilson",
    "choix",
    "lot",
    "quantite",
    "q_star",
    "q_optimal",
    "q_optimale",
    "q_economique",
    "quantite_economique",
    "lot_economique",
    "serie_economique",
    "quantite_optimale",
    "lot_optimal",
    "quantite_retenue",
    "order_quantity",
];
const COST: &[&str] = &[
    "cout",
    "cout_total",
    "total",
    "cost",
    "total_cost",
    "cout_gestion",
    "cout_annuel",
    "cta",
    "ct",
    "tc",
    "kt",
    "cout_total_annuel",
    "cout_minimal",
    "cout_optimal",
    "cout_a",
    "g",
];
const ORDERS: &[&str] = &[
    "commandes",
    "nombre_commandes",
    "nombre_de_commandes",
    "nb_commandes",
    "n",
    "orders",
    "number_of_orders",
    "commandes_an",
    "commandes_par_an",
];
const INTERVAL: &[&str] = &[
    "intervalle",
    "periodicite",
    "periode",
    "periode_economique",
    "duree_cycle",
    "cycle",
    "t",
    "temps_entre_commandes",
    "delai_entre_commandes",
    "time_between_orders",
];
const ORDERING: &[&str] = &[
    "preparation",
    "passation",
    "cout_passation",
    "cout_commande",
    "cout_commandes",
    "cout_lancement",
    "cout_lancements",
    "cout_preparation",
    "ordering",
    "ordering_cost",
    "setup_cost",
];
const CARRYING: &[&str] = &[
    "possession",
    "cout_possession",
    "cout_stockage",
    "stockage",
    "holding",
    "holding_cost",
    "carrying",
    "carrying_cost",
];

/// An article with its costs, and its sheets without and with the prices of a tariff.
pub struct Quantities {
    input: EconomicQuantityInput,
    plain: Option<Sheet>,
    priced: Option<Sheet>,
}

impl Quantities {
    /// Reads an article that has a demand, a cost of order and a cost of carrying.
    pub fn read(inputs: &Inputs<'_>, incremental: bool) -> Option<Self> {
        let input = input(inputs, incremental)?;
        let plain = EconomicQuantityInput { tariff: None, ..input.clone() };
        let plain = Sheet::of(worksheet(&plain)).ok();
        let priced = input.tariff.as_ref().and_then(|_| Sheet::of(worksheet(&input)).ok());
        (plain.is_some() || priced.is_some()).then_some(Self { input, plain, priced })
    }

    /// What may be asked of the article.
    pub fn outputs(&self) -> Vec<Output> {
        let mut found = Vec::new();
        if let Some(sheet) = &self.priced {
            let rank = sheet.singles(&["tranche"]);
            // Ranks are counted from 0 or from 1.
            let from_zero = rank.iter().filter_map(|rank| rank.checked_sub(Decimal::ONE));
            let ranks = from_zero.chain(rank.iter().copied()).collect();
            found.extend([
                Output::new(QUANTITY, sheet.singles(&["QE"])),
                Output::new(COST, sheet.singles(&["cout_annuel"])),
                Output::new(&["tranche", "region", "rang", "rang_prix"], ranks),
                Output::new(ORDERS, sheet.singles(&["nombre_commandes"])),
            ]);
        }
        if let Some(sheet) = &self.plain {
            found.extend([
                Output::new(QUANTITY, sheet.singles(&["QE_exacte", "QE"])),
                Output::new(COST, sheet.singles(&["cout_total", "cout_annuel"])),
                Output::new(ORDERS, sheet.singles(&["nombre_commandes"])),
                Output::new(ORDERING, sheet.singles(&["cout_passation"])),
                Output::new(CARRYING, sheet.singles(&["cout_possession"])),
                Output::new(INTERVAL, self.intervals()),
                Output::new(
                    &["stock_moyen", "average_stock", "average_inventory"],
                    sheet.singles(&["stock_moyen"]),
                ),
                Output::new(
                    &["cout_achat", "cout_acquisition", "achat"],
                    sheet.singles(&["cout_achat"]),
                ),
                Output::new(
                    &["x", "part_rupture", "fraction_rupture", "stockout_fraction"],
                    sheet.singles(&["part_rupture"]),
                ),
                Output::new(
                    &["rupture_maximale", "rupture_max", "penurie", "backorders", "b"],
                    sheet.singles(&["rupture_maximale"]),
                ),
                Output::new(
                    &["stock_maximal", "stock_max", "smax", "imax", "max_stock", "m"],
                    sheet.singles(&["stock_maximal"]),
                ),
                Output::new(&["cout_rupture"], sheet.singles(&["cout_rupture"])),
            ]);
        }
        found.into_iter().flatten().collect()
    }

    /// How long an order lasts: in days, weeks, months, years.
    fn intervals(&self) -> Vec<Decimal> {
        let stated = self.input.days_per_year;
        let usual = [365, 360, 250, 240, 300, 52, 50, 12, 1].map(|days| Some(Decimal::from(days)));
        let lengths = stated.map_or(usual.to_vec(), |days| {
            vec![Some(days), Some(Decimal::ONE), Some(Decimal::from(12))]
        });
        lengths
            .into_iter()
            .filter_map(|days_per_year| {
                let input =
                    EconomicQuantityInput { days_per_year, tariff: None, ..self.input.clone() };
                Sheet::of(worksheet(&input)).ok()?.number("intervalle", "valeur")
            })
            .collect()
    }

    /// Answers to a figure named after a price or a quantity: "qec" 600, "cta" 120.
    pub fn at(&self, base: &str, number: Decimal) -> Vec<Decimal> {
        if COST.contains(&base) {
            return self.costs_of(number, &["cout_annuel", "cout_total"]);
        }
        if ORDERING.contains(&base) {
            return self.costs_of(number, &["cout_passation"]);
        }
        if CARRYING.contains(&base) {
            return self.costs_of(number, &["cout_possession"]);
        }
        let tiers = self.input.tariff.iter().flat_map(|tariff| &tariff.tiers);
        let tier = tiers.zip(1..).find(|(tier, _)| tier.price == number);
        match (&self.priced, tier) {
            (Some(sheet), Some((_, rank))) if QUANTITY.contains(&base) => {
                sheet.singles(&[&format!("T{rank}.QE")])
            }
            _ => Vec::new(),
        }
    }

    /// Costs of another quantity, by the names of their rows.
    fn costs_of(&self, quantity: Decimal, rows: &[&str]) -> Vec<Decimal> {
        let policies = vec![("autre".to_owned(), quantity)];
        let other = EconomicQuantityInput { policies, ..self.input.clone() };
        let Ok(sheet) = Sheet::of(worksheet(&other)) else { return Vec::new() };
        let rows: Vec<String> = rows.iter().map(|row| format!("autre.{row}")).collect();
        rows.iter().filter_map(|row| sheet.number(row, "valeur")).collect()
    }

    /// Answers to a figure of a policy of the exercise: `lots_mensuels` and "possession".
    pub fn policy(&self, group: &str, asked: &str) -> Vec<Decimal> {
        let named = self.input.policies.iter().find(|(name, _)| {
            let stem = normalised(name);
            let stem = stem.get(..stem.len().min(5)).unwrap_or(&stem);
            group.contains(stem)
        });
        let Some((_, quantity)) = named else { return Vec::new() };
        let outputs: [(&[&str], &[&str]); 5] = [
            (ORDERING, &["cout_passation"]),
            (CARRYING, &["cout_possession"]),
            (COST, &["cout_total", "cout_annuel"]),
            (ORDERS, &["nombre_commandes"]),
            (&["stock_moyen"], &["stock_moyen"]),
        ];
        let rows = outputs.iter().find(|(names, _)| names.contains(&asked));
        rows.map_or_else(Vec::new, |(_, rows)| self.costs_of(*quantity, rows))
    }
}
