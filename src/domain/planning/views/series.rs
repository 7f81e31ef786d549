//! Demand and PDP: a row a series, a column a period.

use rust_decimal::Decimal;

use super::bills::label;
use super::content::ViewContent;
use super::request::ViewRequest;
use super::table::{Column, finished, selected};
use super::writing::{aligned, name};
use crate::domain::planning::data::{Demand, PlanningData};
use crate::domain::planning::tree::Problems;

/// A row: the name by which authors rename it, its head, its figures.
pub(super) struct Row {
    /// Name of the row ("BZ60.previsions").
    pub(super) key: String,
    /// Head of the row.
    pub(super) title: String,
    /// One figure a period.
    pub(super) values: Vec<Decimal>,
}

/// A row by period, with the head that the author chose. The columns of the periods bear the names
/// of the periods, so that an author may show some of them.
pub(super) fn by_period(
    title: &str,
    rows: &[Row],
    request: &ViewRequest,
    data: &PlanningData,
    problems: &mut Problems,
) -> Option<ViewContent> {
    let keys: Vec<String> = rows.iter().map(|row| row.key.clone()).collect();
    let heads =
        rows.iter().map(|row| request.title(&row.key).unwrap_or(&row.title).to_owned()).collect();
    let written: Vec<Vec<String>> = rows
        .iter()
        .map(|row| {
            let values: Vec<_> = row.values.iter().copied().map(Some).collect();
            aligned(&values, 0)
        })
        .collect();
    let mut columns = vec![Column::text("libelle", title, heads).always()];
    for (rank, name) in data.periods.names.iter().enumerate() {
        let cells = written.iter().map(|row| row.get(rank).cloned().unwrap_or_default()).collect();
        columns.push(Column::number(name, name, cells));
    }
    finished(columns, &keys, request, problems)
}

/// A series of an article: the end of its key, its words, its figures.
type Series<'d> = (&'static str, &'static str, &'d [Decimal]);

/// Forecasts, firm orders and requirements.
pub(super) fn demand(
    request: &ViewRequest,
    data: &PlanningData,
    problems: &mut Problems,
) -> Option<ViewContent> {
    table(request, data, all_series, problems)
}

/// Requirements alone: the PDP of finished articles.
pub(super) fn master_schedule(
    request: &ViewRequest,
    data: &PlanningData,
    problems: &mut Problems,
) -> Option<ViewContent> {
    table(request, data, requirement, problems)
}

fn all_series(demand: &Demand) -> Vec<Series<'_>> {
    vec![
        ("previsions", "prévisions", demand.forecast.as_slice()),
        ("commandes", "commandes fermes", demand.orders.as_slice()),
        ("besoins", "besoins", demand.requirement.as_slice()),
    ]
}

fn requirement(demand: &Demand) -> Vec<Series<'_>> {
    vec![("besoins", "PDP", demand.requirement.as_slice())]
}

/// One row a series that is stated; a single series of an article bears the code of the article.
fn table(
    request: &ViewRequest,
    data: &PlanningData,
    series_of: fn(&Demand) -> Vec<Series<'_>>,
    problems: &mut Problems,
) -> Option<ViewContent> {
    let chosen = selected(request, &data.demand, |(code, _)| code.as_str(), problems);
    let mut rows = Vec::new();
    for (code, demand) in chosen {
        let article = name(code, label(data, code));
        let stated: Vec<_> =
            series_of(demand).into_iter().filter(|(_, _, values)| !values.is_empty()).collect();
        let alone = stated.len() == 1;
        for (suffix, words, values) in stated {
            rows.push(Row {
                key: if alone { code.clone() } else { format!("{code}.{suffix}") },
                title: if alone { article.clone() } else { format!("{article}, {words}") },
                values: values.to_vec(),
            });
        }
    }
    by_period("Article", &rows, request, data, problems)
}
