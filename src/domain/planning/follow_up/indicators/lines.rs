//! Rows of the counts, of the indicators and of their targets.

use rust_decimal::Decimal;

use super::ratio::{COUNTS, Count, RATIOS};
use super::{IndicatorsInput, ReferenceCounts};
use crate::domain::planning::follow_up::table::{Content, Line, Table, TotalOf, cell_at};
use crate::domain::planning::worksheet::{CalculationError, Comparison, Formula, RowHead, Value};

/// Cells of the counts.
pub(super) struct CountLines(Vec<(Count, Line)>);

impl CountLines {
    fn get(&self, count: Count) -> Option<&Line> {
        self.0.iter().find(|(known, _)| *known == count).map(|(_, line)| line)
    }
}

/// Adds the counts: by reference, then in all.
pub(super) fn count_lines(table: &mut Table, input: &IndicatorsInput) -> CountLines {
    let mut shares = reference_lines(table, input);
    let mut lines = Vec::new();
    for words in COUNTS {
        let of_references = take(&mut shares, words.count);
        let contents = (0..input.series.len())
            .map(|rank| {
                let counts = &input.series.get(rank)?.counts;
                let given = counts.iter().find(|(count, _)| *count == words.count);
                let given = given.map(|(_, number)| Content::from(*number));
                given.or_else(|| added(&of_references, rank))
            })
            .collect::<Vec<_>>();
        let contents = completed(contents, words.count, &lines);
        let head = RowHead::new(words.key, words.label).unit(words.unit);
        lines.push((words.count, table.summed(head, contents, TotalOf::All)));
    }
    let within = take(&mut shares, Count::WithinProgramme);
    let counts = CountLines(lines);
    let contents = (0..input.series.len())
        .map(|rank| {
            added(&within, rank).or_else(|| {
                let planned = cell_at(counts.get(Count::Planned)?, rank)?;
                let good = cell_at(counts.get(Count::Good)?, rank)?;
                Some(Content::from(Formula::from(planned).min(good)))
            })
        })
        .collect();
    let head = RowHead::new("retenus", "Pièces bonnes dans le programme").unit("pièces");
    let within = table.summed(head, contents, TotalOf::All);
    let CountLines(mut lines) = counts;
    lines.push((Count::WithinProgramme, within));
    CountLines(lines)
}

/// Pieces made, from good and scrapped ones, when they are not given.
fn completed(
    contents: Vec<Option<Content>>,
    count: Count,
    lines: &[(Count, Line)],
) -> Vec<Option<Content>> {
    if count != Count::Made {
        return contents;
    }
    let cell = |count: Count, rank: usize| {
        lines.iter().find(|(known, _)| *known == count).and_then(|(_, line)| cell_at(line, rank))
    };
    contents
        .into_iter()
        .enumerate()
        .map(|(rank, content)| {
            content.or_else(|| {
                let sum = cell(Count::Good, rank)? + cell(Count::Scrapped, rank)?;
                Some(Content::from(sum))
            })
        })
        .collect()
}

/// Cells of each reference by count: one list of formulas a series.
type Shares = Vec<(Count, Vec<Vec<Formula>>)>;

fn take(shares: &mut Shares, count: Count) -> Vec<Vec<Formula>> {
    let place = shares.iter().position(|(known, _)| *known == count);
    place.map_or_else(Vec::new, |place| shares.swap_remove(place).1)
}

fn added(shares: &[Vec<Formula>], rank: usize) -> Option<Content> {
    let shares = shares.get(rank).filter(|shares| !shares.is_empty())?;
    Some(Content::from(Formula::Sum(shares.clone())))
}

/// Adds the counts of each reference.
fn reference_lines(table: &mut Table, input: &IndicatorsInput) -> Shares {
    let empty = vec![Vec::new(); input.series.len()];
    let kinds = [Count::Planned, Count::Good, Count::Scrapped, Count::Made, Count::WithinProgramme];
    let mut shares: Shares = kinds.into_iter().map(|kind| (kind, empty.clone())).collect();
    for (code, label) in references(input) {
        let of_series: Vec<Option<&ReferenceCounts>> = input
            .series
            .iter()
            .map(|series| series.references.iter().find(|reference| reference.code == code))
            .collect();
        let group = if label == code { label.to_owned() } else { format!("{code} – {label}") };
        let mut add = |key: &str, label: &str, contents: Vec<Option<Content>>| {
            let head = RowHead::new(format!("{code}.{key}"), label).group(group.as_str());
            table.summed(head.unit("pièces"), contents, TotalOf::Any)
        };
        let given = |pick: fn(&ReferenceCounts) -> Option<Decimal>| {
            let series = of_series.iter();
            series.map(|one| one.and_then(pick).map(Content::from)).collect::<Vec<_>>()
        };
        let planned = add("programme", "Programme", given(|one| one.planned));
        let good = add("bons", "Pièces bonnes", given(|one| one.good));
        let scrapped = add("rebuts", "Pièces rebutées", given(|one| one.scrapped));
        let made = given(|one| one.made).into_iter().enumerate().map(|(rank, made)| {
            made.or_else(|| Some((cell_at(&good, rank)? + cell_at(&scrapped, rank)?).into()))
        });
        let made = add("produits", "Total produit", made.collect());
        let within = (0..of_series.len())
            .map(|rank| {
                let planned = Formula::from(cell_at(&planned, rank)?);
                Some(Content::from(planned.min(cell_at(&good, rank)?)))
            })
            .collect();
        let within = add("retenus", "Pièces bonnes dans le programme", within);
        for ((_, shares), line) in shares.iter_mut().zip([planned, good, scrapped, made, within]) {
            for (share, cell) in shares.iter_mut().zip(line) {
                share.extend(cell.map(Formula::from));
            }
        }
    }
    shares
}

/// Codes and words of the references of all series, in the order met.
fn references(input: &IndicatorsInput) -> Vec<(&str, &str)> {
    let mut seen = std::collections::HashSet::new();
    let all = input.series.iter().flat_map(|series| &series.references);
    all.filter(|reference| seen.insert(reference.code.as_str()))
        .map(|reference| (reference.code.as_str(), reference.label.as_str()))
        .collect()
}

/// Cells of an indicator.
pub(super) struct Indicator {
    key: &'static str,
    label: &'static str,
    line: Line,
}

/// Adds the indicators that the counts allow.
pub(super) fn indicator_lines(table: &mut Table, counts: &CountLines) -> Vec<Indicator> {
    let mut found = Vec::new();
    for ratio in RATIOS {
        let contents = (0..table.width())
            .map(|rank| {
                let over = cell_at(counts.get(ratio.over)?, rank)?;
                let quotient = over / cell_at(counts.get(ratio.under)?, rank)?;
                Some(Content::from(match ratio.factor {
                    1 => quotient,
                    factor => quotient * factor,
                }))
            })
            .collect::<Vec<_>>();
        if contents.iter().any(Option::is_some) {
            let head = RowHead::new(ratio.key, ratio.label).unit(ratio.unit);
            let line = table.line(head, contents);
            found.push(Indicator { key: ratio.key, label: ratio.label, line });
        }
    }
    found.extend(availability(table, &found));
    found
}

/// Availability by breakdowns: MTBF ÷ (MTBF + MTTR).
fn availability(table: &mut Table, found: &[Indicator]) -> Option<Indicator> {
    let line = |key: &str| found.iter().find(|known| known.key == key).map(|known| &known.line);
    let (between, repair) = (line("MTBF")?, line("MTTR")?);
    let contents = (0..table.width())
        .map(|rank| {
            let (between, repair) = (cell_at(between, rank)?, cell_at(repair, rank)?);
            Some(Content::from(between / (between + repair) * 100_u32))
        })
        .collect();
    let (key, label) = ("disponibilite", "Disponibilité par les pannes");
    let line = table.line(RowHead::new(key, label).unit("%"), contents);
    Some(Indicator { key, label, line })
}

/// Adds targets, gaps to them and whether they are held.
///
/// # Errors
/// When a target names an indicator that is not calculated.
pub(super) fn target_lines(
    table: &mut Table,
    input: &IndicatorsInput,
    indicators: &[Indicator],
) -> Result<(), CalculationError> {
    for target in &input.targets {
        let found = indicators.iter().find_map(|known| {
            let cell = known.line.last().copied().flatten()?;
            (known.key == target.indicator).then_some((known, cell))
        });
        let Some((indicator, cell)) = found else {
            return Err(CalculationError::impossible(format!(
                "l'objectif « {} » ne correspond à aucun indicateur calculé",
                target.indicator
            )));
        };
        let Some(aim) = table.target(cell, target.value) else { continue };
        let comparison = if target.at_most { Comparison::AtMost } else { Comparison::AtLeast };
        let word = |text: &str| Formula::Constant(Value::from(text));
        let held = Formula::choose(cell, comparison, aim, word("tenu"), word("non tenu"));
        let words = in_a_sentence(indicator.label);
        let key = format!("{}.objectif", target.indicator);
        let head = RowHead::new(key, format!("Objectif tenu : {words}"));
        table.words(head.short(format!("Objectif {words}")), vec![Some(Content::from(held))]);
    }
    Ok(())
}

/// The words of an indicator after others: without its capital ("taux de service").
fn in_a_sentence(label: &str) -> String {
    let mut characters = label.chars();
    let first = characters.next().map(char::to_lowercase);
    first.into_iter().flatten().chain(characters).collect()
}
