//! Figures by period: a number for all, a list, the periods by name, or a row of another
//! calculation.

use rust_decimal::Decimal;

use crate::domain::planning::calculator::{OtherCalculations, Request};
use crate::domain::planning::load::{Columns, Figure, Series};
use crate::domain::planning::tree::{Node, Problems, Tree};

/// Name of the entry that gives the value of the periods not named.
const OTHERS: &str = "autres";

/// Periods of a calculation, and the calculations made before it.
pub(in crate::domain::planning::load) struct Horizon<'r> {
    /// Names of the periods; one without name when time is not divided.
    pub(in crate::domain::planning::load) periods: Vec<String>,
    others: &'r dyn OtherCalculations,
}

impl<'r> Horizon<'r> {
    /// The periods of the case, or a single one.
    pub(in crate::domain::planning::load) fn new(request: &Request<'r>, columns: Columns) -> Self {
        let named = &request.data.periods.names;
        let periods = match columns {
            Columns::Periods => named.clone(),
            Columns::Centres => vec![String::new()],
        };
        Self { periods, others: request.others }
    }

    /// Rank of a period; an unnamed one is the only one.
    pub(in crate::domain::planning::load) fn rank(
        &self,
        node: &Node<'_>,
        problems: &mut Problems,
    ) -> Option<usize> {
        let single = self.periods.len() == 1;
        if single && node.is_missing() {
            return Some(0);
        }
        let name = node.required_text(problems)?;
        self.rank_of(&name, node.path(), problems)
    }

    fn rank_of(&self, name: &str, path: &str, problems: &mut Problems) -> Option<usize> {
        let rank = self.periods.iter().position(|known| known == name);
        if rank.is_none() {
            problems.add(
                path,
                format!("la période {name} n'existe pas dans ce calcul."),
                "Citez une période de « periodes ».",
            );
        }
        rank
    }

    /// A series; `None` when missing or unreadable.
    pub(in crate::domain::planning::load) fn series(
        &self,
        node: &Node<'_>,
        problems: &mut Problems,
    ) -> Option<Series> {
        if node.tree()?.number().is_some() {
            return node.quantity(problems).map(Series::Constant);
        }
        self.figures(node, problems).map(Series::ByPeriod)
    }

    /// One figure a period; `None` when missing or unreadable.
    pub(in crate::domain::planning::load) fn figures(
        &self,
        node: &Node<'_>,
        problems: &mut Problems,
    ) -> Option<Vec<Figure>> {
        let tree = node.tree()?;
        match tree {
            Tree::List(_) => self.listed(node, problems),
            Tree::Entries(_) => Some(self.named(node, problems)),
            Tree::Text(text) if tree.number().is_none() => self.linked(node, text, problems),
            _ => Some(vec![Figure::from(node.quantity(problems)?); self.periods.len()]),
        }
    }

    fn listed(&self, node: &Node<'_>, problems: &mut Problems) -> Option<Vec<Figure>> {
        let mut figures = Vec::new();
        for item in node.items(problems) {
            figures.push(Figure::from(item.quantity_or(Decimal::ZERO, problems)));
        }
        if figures.len() != self.periods.len() {
            problems.add(
                node.path(),
                format!("{} valeurs pour {} périodes.", figures.len(), self.periods.len()),
                "Écrivez une valeur par période, ou nommez les périodes : {S40: 50}.",
            );
            return None;
        }
        Some(figures)
    }

    fn named(&self, node: &Node<'_>, problems: &mut Problems) -> Vec<Figure> {
        let default = node.field(OTHERS).quantity_or(Decimal::ZERO, problems);
        let mut figures = vec![Figure::from(default); self.periods.len()];
        for (name, entry) in node.entries(problems) {
            if name == OTHERS {
                continue;
            }
            let value = entry.quantity_or(Decimal::ZERO, problems);
            let rank = self.rank_of(&name, entry.path(), problems);
            if let Some(figure) = rank.and_then(|rank| figures.get_mut(rank)) {
                *figure = Figure::from(value);
            }
        }
        figures
    }

    /// A row of another calculation ("cbn.PI30.OPD"), period by period.
    fn linked(&self, node: &Node<'_>, text: &str, problems: &mut Problems) -> Option<Vec<Figure>> {
        let mut path = text.split('.').map(str::to_owned);
        let calculation = path.next().unwrap_or_default();
        let row: Vec<String> = path.collect();
        let mut found = 0_usize;
        let mut figures = Vec::with_capacity(self.periods.len());
        for period in &self.periods {
            let mut cell = row.clone();
            if !period.is_empty() {
                cell.push(period.clone());
            }
            figures.push(match self.others.find(&calculation, &cell) {
                Some((source, value)) => {
                    found += 1;
                    let value = value.number().unwrap_or_default();
                    Figure { value, source: Some(source) }
                }
                None => Figure::default(),
            });
        }
        if found == 0 {
            problems.add(
                node.path(),
                format!("« {text} » ne nomme aucune ligne d'un calcul fait avant celui-ci."),
                "Écrivez calcul.ligne, par exemple cbn.PI30.OPD, ou des nombres.",
            );
            return None;
        }
        Some(figures)
    }
}

/// A key without space made of a name.
pub(in crate::domain::planning::load) fn key_of(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join("_")
}

/// Words made of a key: "`heures_supplementaires`" reads "Heures supplementaires".
pub(in crate::domain::planning::load) fn words_of(key: &str) -> String {
    let spaced = key.replace('_', " ");
    let mut letters = spaced.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
