//! The worksheet: one row an operation, one an order, one a post, then what sums it up.

use rust_decimal::Decimal;

use super::super::task_names::key_part;
use super::rules::{Arguments, Rules, end_on_open_time};
use super::summary::{add_orders, add_posts, add_summary, given_start_remarks, remark_proof};
use super::{JobShopInput, Method, WorkTime};
use crate::domain::planning::worksheet::{CalculationError, CellId, RowHead, Worksheet};

/// Columns of the worksheet; those of data not given are left out.
pub(super) struct Columns {
    pub post: usize,
    /// Set-up, quantity and time of one piece.
    lot: Option<[usize; 3]>,
    pub duration: usize,
    pub start: usize,
    pub end: usize,
    pub release: Option<usize>,
    /// Due date and lateness.
    pub due: Option<[usize; 2]>,
    pub work: usize,
    pub flow: usize,
    pub passage: usize,
    pub utilisation: usize,
    pub value: usize,
}

impl Columns {
    fn new(sheet: &mut Worksheet, input: &JobShopInput) -> Self {
        let mut operations = input.jobs.iter().flat_map(|job| &job.operations);
        let has_lots = operations.any(|operation| matches!(operation.time, WorkTime::Lot { .. }));
        let post = sheet.column("poste", "Poste");
        let lot = has_lots.then(|| {
            [
                sheet.column("reglage", "Réglage"),
                sheet.column("quantite", "Quantité"),
                sheet.column("unitaire", "Temps unitaire"),
            ]
        });
        let duration = sheet.column("duree", "Durée");
        let release = input.has_releases().then(|| sheet.column("disponible", "Disponible"));
        let start = sheet.column("debut", "Début");
        let end = sheet.column("fin", "Fin");
        let due = input
            .has_due_dates()
            .then(|| [sheet.column("echeance", "Échéance"), sheet.column("retard", "Retard")]);
        Self {
            post,
            lot,
            duration,
            start,
            end,
            release,
            due,
            work: sheet.column("charge", "Charge"),
            flow: sheet.column("flux", "Temps de présence"),
            passage: sheet.column("passage", "Ordre de passage"),
            utilisation: sheet.column("utilisation", "Utilisation (%)"),
            value: sheet.column("valeur", ""),
        }
    }
}

/// Rows and cells that are already there.
#[derive(Default)]
pub(super) struct Cells {
    /// Row of each operation.
    operation_rows: Vec<usize>,
    /// Row of each order.
    pub order_rows: Vec<usize>,
    /// Row of each post.
    pub post_rows: Vec<usize>,
    /// What schedules depend on.
    pub arguments: Arguments,
    /// Orders of passage, one a post; none when starts are given.
    passages: Vec<CellId>,
    /// End of each operation.
    pub ends: Vec<CellId>,
}

/// The worksheet of a job shop. With the shortest total time asked, the search is made at once, so
/// that a remark tells whether it is proved.
///
/// # Errors
/// When the input is out of bounds or incomplete, or no schedule fits.
pub fn worksheet(input: &JobShopInput) -> Result<Worksheet, CalculationError> {
    input.check()?;
    let mut sheet = Worksheet::new("Ordonnancement d'atelier à capacité finie");
    let columns = Columns::new(&mut sheet, input);
    let rules = Rules::new(input);
    let mut cells = add_rows(&mut sheet, input, &rules);
    add_jobs(&mut sheet, &columns, &mut cells, input);
    let works = add_posts(&mut sheet, &columns, &cells, &rules);
    if !matches!(input.method, Method::Starts(_)) {
        for (post, row) in cells.post_rows.iter().enumerate() {
            let passage = rules.passage(post, &cells.arguments);
            cells.passages.push(sheet.computed(*row, columns.passage, passage));
        }
    }
    add_times(&mut sheet, &columns, &mut cells, &rules, input);
    let orders = add_orders(&mut sheet, &columns, &cells, input);
    add_summary(&mut sheet, &columns, &cells, (&orders, works.as_slice()), input);
    match input.method {
        Method::Rule(_) => {}
        Method::Shortest(_) => remark_proof(&mut sheet, &cells, &rules)?,
        Method::Starts(_) => given_start_remarks(&mut sheet, &cells, &rules, input)?,
    }
    Ok(sheet)
}

/// Rows of operations, orders and posts, in the order shown.
fn add_rows(sheet: &mut Worksheet, input: &JobShopInput, rules: &Rules) -> Cells {
    let mut cells = Cells::default();
    let unit = input.unit.as_str();
    for job in &input.jobs {
        for operation in &job.operations {
            let key = format!("{}.{}", key_part(&job.code), key_part(&operation.name));
            let name = format!("{}.{}", job.code, operation.name);
            let head = RowHead::new(key, name).unit(unit);
            cells.operation_rows.push(sheet.row(head));
        }
    }
    for job in &input.jobs {
        let key = format!("ordre.{}", key_part(&job.code));
        let head = RowHead::new(key, format!("Ordre {}", job.code)).unit(unit);
        cells.order_rows.push(sheet.row(head));
    }
    for post in &rules.workshop.posts {
        let key = format!("poste.{}", key_part(&post.code));
        let head = RowHead::new(key, format!("Poste {}", post.code)).unit(unit);
        cells.post_rows.push(sheet.row(head));
    }
    cells
}

/// Posts and times of operations, dates of orders.
fn add_jobs(sheet: &mut Worksheet, columns: &Columns, cells: &mut Cells, input: &JobShopInput) {
    let operations = input.jobs.iter().flat_map(|job| &job.operations);
    for (row, operation) in cells.operation_rows.iter().zip(operations) {
        sheet.given(*row, columns.post, operation.post.as_str());
        let duration = match (operation.time, columns.lot) {
            (
                WorkTime::Lot { setup, quantity, unit },
                Some([setup_column, quantity_column, unit_column]),
            ) => {
                let setup = sheet.given(*row, setup_column, setup);
                let quantity = sheet.given(*row, quantity_column, quantity);
                let unit = sheet.given(*row, unit_column, unit);
                sheet.computed(*row, columns.duration, setup + quantity * unit)
            }
            (WorkTime::Stated(time), _) => sheet.given(*row, columns.duration, time),
            // A column exists as soon as one operation is a lot.
            (WorkTime::Lot { .. }, None) => continue,
        };
        cells.arguments.durations.push(duration);
    }
    for (row, job) in cells.order_rows.iter().zip(&input.jobs) {
        if let Some(column) = columns.release {
            let there = job.release.unwrap_or_default();
            cells.arguments.releases.push(sheet.given(*row, column, there));
        }
        if let (Some([column, _]), Some(due)) = (columns.due, job.due) {
            cells.arguments.dues.push(sheet.given(*row, column, due));
        }
    }
}

/// Start and end of each operation.
fn add_times(
    sheet: &mut Worksheet,
    columns: &Columns,
    cells: &mut Cells,
    rules: &Rules,
    input: &JobShopInput,
) {
    let starts: &[Vec<Decimal>] = match &input.method {
        Method::Starts(starts) => starts,
        Method::Rule(_) | Method::Shortest(_) => &[],
    };
    let mut stated = starts.iter().flatten().copied();
    for (rank, (row, place)) in cells.operation_rows.iter().zip(&rules.workshop.places).enumerate()
    {
        let Some(duration) = cells.arguments.durations.get(rank).copied() else { continue };
        let start = if let Some(start) = stated.next() {
            sheet.given(*row, columns.start, start)
        } else {
            let start = rules.start(rank, &cells.passages, &cells.arguments);
            sheet.computed(*row, columns.start, start)
        };
        let post = rules.workshop.posts.get(place.post);
        let closing = post.map(|post| &post.opening).filter(|opening| !opening.never_closes());
        let end = match closing {
            Some(opening) => end_on_open_time(opening, start, duration),
            None => start + duration,
        };
        cells.ends.push(sheet.computed(*row, columns.end, end));
    }
}
