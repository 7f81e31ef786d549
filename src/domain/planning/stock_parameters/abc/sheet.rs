//! The table of an ABC classification: the articles, then the same by rank.

use std::collections::HashSet;

use rust_decimal::Decimal;

use super::classes::{self, ClassRule};
use super::{AbcInput, AbcItem, ItemValue, MAX_ITEMS, ranking};
use crate::domain::planning::worksheet::{
    CalculationError, CellId, Formula, Rounding, RowHead, Value, Worksheet, rule, shown_number,
};

/// The table of values, ranks, cumulated shares and classes.
///
/// # Errors
/// No article, too many, two of one code, a negative value, or thresholds in disorder.
pub fn worksheet(input: &AbcInput) -> Result<Worksheet, CalculationError> {
    check(input)?;
    let mut table = Table::new();
    let values: Vec<CellId> = input.items.iter().map(|item| table.item(item)).collect();
    let row = table.sheet.row(RowHead::new("total", "Total"));
    let total = Formula::sum(values.iter().copied());
    let total = table.sheet.computed(row, table.columns.value, total);
    let ranked = table.ranks(input, &values, total);
    let zone = table.ratio(&ranked.shares, input.sum_rounding);
    let classes = table.classes(input, &ranked, zone);
    table.places(&values, &classes);
    Ok(table.sheet)
}

fn check(input: &AbcInput) -> Result<(), CalculationError> {
    let refused = |reason: String| Err(CalculationError::impossible(reason));
    let count = input.items.len();
    if count == 0 || count > MAX_ITEMS {
        return refused(format!("il faut de 1 à {MAX_ITEMS} articles, pas {count}"));
    }
    let mut codes = HashSet::new();
    if let Some(twice) = input.items.iter().find(|item| !codes.insert(item.code.as_str())) {
        return refused(format!("l'article « {} » est écrit deux fois", twice.code));
    }
    let negative = input.items.iter().any(|item| match item.value {
        ItemValue::Stated(value) => value < Decimal::ZERO,
        ItemValue::Consumption { quantity, unit_cost } => {
            quantity < Decimal::ZERO || unit_cost < Decimal::ZERO
        }
    });
    if negative {
        return refused("la valeur d'un article est négative".to_owned());
    }
    let stated = match &input.classes {
        ClassRule::Value { thresholds, .. } => thresholds.as_slice(),
        ClassRule::Count(shares) => shares.as_slice(),
        ClassRule::Zone => &[],
    };
    let range = Decimal::ZERO..=Decimal::ONE_HUNDRED;
    if stated.len() > classes::NAMES.len() || stated.iter().any(|share| !range.contains(share)) {
        return refused("les classes ont de 1 à 5 pourcentages, de 0 à 100".to_owned());
    }
    let growing = stated.iter().zip(stated.iter().skip(1)).all(|(first, next)| first < next);
    if matches!(input.classes, ClassRule::Value { .. }) && !growing {
        return refused("les seuils des classes ne sont pas croissants".to_owned());
    }
    Ok(())
}

/// Columns of the table.
struct Columns {
    article: usize,
    quantity: usize,
    cost: usize,
    value: usize,
    cumulated: usize,
    share: usize,
    articles: usize,
    rank: usize,
    class: usize,
}

/// The table being filled.
struct Table {
    sheet: Worksheet,
    columns: Columns,
}

/// Rows and cumulated shares of the sorted articles.
struct Ranked {
    rows: Vec<usize>,
    shares: Vec<CellId>,
}

impl Table {
    fn new() -> Self {
        let mut sheet = Worksheet::new("Classification ABC");
        let columns = Columns {
            article: sheet.column("article", "Article"),
            quantity: sheet.column("consommation", "Consommation"),
            cost: sheet.column("cout", "Coût unitaire"),
            value: sheet.column("valeur", "Valeur"),
            cumulated: sheet.column("cumul", "Valeur cumulée"),
            share: sheet.column("cumul_pct", "Valeur cumulée (%)"),
            articles: sheet.column("articles_pct", "Articles cumulés (%)"),
            rank: sheet.column("rang", "Rang"),
            class: sheet.column("classe", "Classe"),
        };
        Self { sheet, columns }
    }

    /// Row of an article; gives the cell of its value.
    fn item(&mut self, item: &AbcItem) -> CellId {
        let head = RowHead::new(item.code.replace(' ', "_"), item.code.as_str());
        let row = self.sheet.row(head.group("Articles"));
        match item.value {
            ItemValue::Stated(value) => self.sheet.given(row, self.columns.value, value),
            ItemValue::Consumption { quantity, unit_cost } => {
                let quantity = self.sheet.given(row, self.columns.quantity, quantity);
                let cost = self.sheet.given(row, self.columns.cost, unit_cost);
                self.sheet.computed(row, self.columns.value, quantity * cost)
            }
        }
    }

    /// Rows by rank: article, value, cumulated value and shares.
    fn ranks(&mut self, input: &AbcInput, values: &[CellId], total: CellId) -> Ranked {
        let arguments: Vec<Formula> = values.iter().map(|id| Formula::from(*id)).collect();
        let codes: Vec<String> = input.items.iter().map(|item| item.code.clone()).collect();
        let count = values.len();
        let mut before: Option<CellId> = None;
        let mut ranked = Ranked { rows: Vec::new(), shares: Vec::new() };
        for index in 0..count {
            let rank = index + 1;
            let head = RowHead::new(format!("rang{rank}"), format!("Rang {rank}"));
            let row = self.sheet.row(head.group("Classement"));
            let article = ranking::article_at(arguments.clone(), codes.clone(), index);
            self.sheet.computed(row, self.columns.article, article);
            let value = ranking::value_at(arguments.clone(), index);
            let value = self.sheet.computed(row, self.columns.value, value);
            let cumulated = match before {
                Some(before) => before + value,
                None => value.into(),
            };
            let cumulated = self.sheet.computed(row, self.columns.cumulated, cumulated);
            before = Some(cumulated);
            let share = cumulated / total * 100u32;
            ranked.shares.push(self.sheet.computed(row, self.columns.share, share));
            let articles = Formula::number(rank) / Formula::number(count) * 100u32;
            self.sheet.computed(row, self.columns.articles, articles);
            ranked.rows.push(row);
        }
        ranked
    }

    /// Rows of the discrimination ratio and of its zone; gives the cell of the zone.
    fn ratio(&mut self, shares: &[CellId], rounding: Option<Rounding>) -> CellId {
        let (column, share_column) = (self.columns.value, self.columns.share);
        let row = self.sheet.row(RowHead::new("somme_pct", "Somme des pourcentages cumulés"));
        let sum = Formula::sum(shares.iter().copied());
        let sum = match rounding {
            Some(rounding) => sum.rounded(rounding),
            None => sum,
        };
        let sum = self.sheet.computed(row, share_column, sum);
        let one = Formula::number(100) / Formula::number(shares.len());
        let ratio = (sum * one - 5_000u32) / 5_000u32;
        let row = self.sheet.row(RowHead::new("RD", "Ratio de discrimination").short("RD"));
        let ratio = self.sheet.computed(row, column, ratio);
        let zone = rule(
            vec![ratio.into()],
            |values| {
                let ratio = values.first().map_or(Ok(Decimal::ZERO), Value::number)?;
                Ok(Decimal::from(classes::zone(ratio)).into())
            },
            |values, _| {
                let ratio = values.first().and_then(|value| value.number().ok());
                format!("zone de RD = {}", shown_number(ratio.unwrap_or_default()).0)
            },
        );
        let row = self.sheet.row(RowHead::new("zone", "Zone"));
        self.sheet.computed(row, column, zone)
    }

    /// Class of each rank.
    fn classes(&mut self, input: &AbcInput, ranked: &Ranked, zone: CellId) -> Vec<CellId> {
        let arguments: Vec<Formula> = match input.classes {
            ClassRule::Zone => vec![zone.into()],
            ClassRule::Value { .. } | ClassRule::Count(_) => {
                ranked.shares.iter().map(|id| Formula::from(*id)).collect()
            }
        };
        let count = ranked.rows.len();
        let mut cells = Vec::with_capacity(count);
        for (index, row) in ranked.rows.iter().enumerate() {
            let classing = input.classes.clone();
            let formula = rule(
                arguments.clone(),
                move |values| class_of(&classing, values, count, index),
                move |values, _| {
                    let share = values.get(index).and_then(|value| value.number().ok());
                    share.map_or_else(
                        || "classe de la zone".to_owned(),
                        |share| format!("cumul de {} %", shown_number(share).0),
                    )
                },
            );
            cells.push(self.sheet.computed(*row, self.columns.class, formula));
        }
        cells
    }

    /// Rank and class of each article.
    fn places(&mut self, values: &[CellId], classes: &[CellId]) {
        let arguments: Vec<Formula> = values.iter().map(|id| Formula::from(*id)).collect();
        for (index, value) in values.iter().enumerate() {
            let Some(row) = self.sheet.cell(*value).map(|cell| cell.row) else { continue };
            let rank = ranking::rank_of(arguments.clone(), index);
            let rank = self.sheet.computed(row, self.columns.rank, rank);
            let mut arguments = vec![Formula::from(rank)];
            arguments.extend(classes.iter().map(|id| Formula::from(*id)));
            let formula = rule(
                arguments,
                |values| {
                    let rank = values.first().map_or(Ok(Decimal::ZERO), Value::number)?;
                    let rank = usize::try_from(rank).unwrap_or_default();
                    let class = Some(rank).filter(|rank| *rank > 0).and_then(|r| values.get(r));
                    Ok(class.cloned().unwrap_or_default())
                },
                |values, _| format!("classe du rang {}", values.first().unwrap_or(&Value::Empty)),
            );
            self.sheet.computed(row, self.columns.class, formula);
        }
    }
}

/// Class of the rank of this index; `values` are the cumulated shares, or the zone alone.
fn class_of(
    classing: &ClassRule,
    values: &[Value],
    count: usize,
    index: usize,
) -> Result<Value, CalculationError> {
    let numbers: Vec<Decimal> = values.iter().map(Value::number).collect::<Result<_, _>>()?;
    let ends = match classing {
        ClassRule::Value { thresholds, cut } => classes::ends_by_value(&numbers, thresholds, *cut),
        ClassRule::Count(shares) => classes::ends_by_count(count, shares),
        ClassRule::Zone => {
            let zone = numbers.first().and_then(|zone| usize::try_from(*zone).ok());
            let shares = classes::zone_shares(zone.unwrap_or_default());
            if shares.is_empty() {
                return Ok("non interprétable".into());
            }
            classes::ends_by_count(count, &shares)
        }
    };
    Ok(classes::class(index, &ends).into())
}
