//! The quantity kept among those tested at each price, and what other quantities cost.

use rust_decimal::Decimal;

use super::super::single_values::ValueSheet;
use super::tariff::{Candidate, Carrying, Pricing, TierCells};
use crate::domain::planning::worksheet::{
    CalculationError, CellId, Formula, RowHead, Value, rule, shown_number,
};

impl Pricing<'_> {
    /// Rows of the least cost, of its price and of its quantity.
    pub(super) fn choice(&self, sheet: &mut ValueSheet, candidates: &[Candidate]) {
        sheet.group("Choix");
        let costs: Vec<Formula> = candidates.iter().map(|tested| tested.cost.into()).collect();
        let head = RowHead::new("cout_annuel", "Coût annuel le plus bas").unit("€");
        let least = sheet.computed(head, Formula::Minimum(costs.clone()));
        let mut arguments = vec![Formula::from(least)];
        arguments.extend(costs);
        let chosen = rule(
            arguments,
            |values| {
                let Some((least, costs)) = values.split_first() else { return Ok(Value::Empty) };
                let rank = costs.iter().position(|cost| cost == least);
                let rank = rank.and_then(|rank| rank.checked_add(1)).ok_or_else(|| {
                    CalculationError::impossible("aucun prix n'a le coût le plus bas")
                })?;
                Ok(Decimal::from(rank).into())
            },
            |values, _| {
                let least = values.first().and_then(|value| value.number().ok());
                format!("rang du coût {}", shown_number(least.unwrap_or_default()).0)
            },
        );
        let chosen = sheet.computed(RowHead::new("tranche", "Rang du prix retenu"), chosen);
        let mut arguments = vec![Formula::from(chosen)];
        arguments.extend(candidates.iter().map(|tested| Formula::from(tested.quantity)));
        let quantity = rule(
            arguments,
            |values| Ok(ranked(values).cloned().unwrap_or_default()),
            |values, _| format!("quantité du prix {}", values.first().unwrap_or(&Value::Empty)),
        );
        let head = RowHead::new("QE", "Quantité économique").short("QE");
        let quantity = sheet.computed(head.unit(&*self.input.unit), quantity);
        let head = RowHead::new("nombre_commandes", "Nombre de commandes par an");
        let orders = sheet.computed(head, self.base.demand / quantity);
        if let Some(days) = self.base.days {
            let head = RowHead::new("intervalle", "Durée d'une commande").unit("jours");
            sheet.computed(head, days / orders);
        }
    }

    /// Rows of the other quantities, each at the price that it obtains.
    pub(super) fn policies(&self, sheet: &mut ValueSheet, tiers: &[TierCells]) {
        for (name, quantity) in &self.input.policies {
            sheet.group(name.as_str());
            let head = RowHead::new(format!("{name}.quantite"), "Quantité commandée");
            let quantity = sheet.given(head.unit(&*self.input.unit), *quantity);
            let head = RowHead::new(format!("{name}.prix"), "Prix obtenu").unit("€");
            let price = sheet.computed(head, price_of(quantity, tiers));
            let holding = match self.carrying {
                Carrying::Cost(cost) => cost,
                Carrying::Rate(rate) => {
                    let key = format!("{name}.possession");
                    let head = RowHead::new(key, "Possession d'une unité par an").unit("€");
                    sheet.computed(head, price * rate / 100u32)
                }
            };
            self.costs_at(price, holding).add(sheet, &format!("{name}."), quantity);
        }
    }
}

/// The value whose rank, from 1, is the first value.
fn ranked(values: &[Value]) -> Option<&Value> {
    let rank = usize::try_from(values.first()?.number().ok()?).ok()?;
    values.get(1..)?.get(rank.checked_sub(1)?)
}

/// The price of the last threshold that a quantity reaches; the first price below all thresholds.
fn price_of(quantity: CellId, tiers: &[TierCells]) -> Formula {
    let mut arguments = vec![Formula::from(quantity)];
    arguments.extend(
        tiers.iter().flat_map(|tier| [Formula::from(tier.from), Formula::from(tier.price)]),
    );
    rule(
        arguments,
        |values| {
            let numbers: Vec<Decimal> =
                values.iter().map(Value::number).collect::<Result<_, _>>()?;
            let Some((quantity, prices)) = numbers.split_first() else { return Ok(Value::Empty) };
            let reached =
                prices.chunks(2).rfind(|pair| pair.first().is_some_and(|from| from <= quantity));
            let pair = reached.or(prices.chunks(2).next());
            let price = pair.and_then(|pair| pair.get(1)).copied();
            Ok(price.map_or(Value::Empty, Value::from))
        },
        |values, _| {
            let quantity = values.first().and_then(|value| value.number().ok());
            format!("prix pour {}", shown_number(quantity.unwrap_or_default()).0)
        },
    )
}
