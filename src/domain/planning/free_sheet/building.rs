//! From a table of formulas to its worksheet.

use super::input::{FreeCell, FreeSheetInput, WrittenFormula};
use super::names::{Names, Target};
use super::order::in_order;
use super::{MAX_CELLS, MAX_COLUMNS, MAX_NAMED_VALUES, MAX_ROWS};
use crate::domain::planning::expression::{
    ExpressionError, Outside, References, Segment, Surroundings,
};
use crate::domain::planning::tree::Problems;
use crate::domain::planning::worksheet::{Formula, RowHead, Value, Worksheet};

/// Cells of a loop named in a problem; the others are left out.
const LOOP_SHOWN: usize = 8;

/// Loops said at once; the others are said once these are cut.
const LOOPS_SAID: usize = 20;

/// The worksheet, its cells added in an order in which each can be computed, its rows and columns
/// shown as written; `None` when problems were noted.
pub(super) fn build(
    input: &FreeSheetInput,
    surroundings: &Surroundings<'_>,
    problems: &mut Problems,
) -> Option<Worksheet> {
    let (height, width) = (input.rows.len(), input.columns.len());
    if height > MAX_ROWS || width > MAX_COLUMNS || height.saturating_mul(width) > MAX_CELLS {
        problems.add(
            "lignes",
            "le tableau est trop grand.",
            format!("Restez à {MAX_ROWS} lignes, {MAX_COLUMNS} colonnes et {MAX_CELLS} cellules."),
        );
        return None;
    }
    let before = problems.found.len();
    let names = Names::new(input, surroundings);
    let followed = followed(input, &names, problems)?;
    let order = settled(input, followed, problems)?;
    if problems.found.len() > before {
        return None;
    }
    let mut sheet = heads(input);
    for rank in order {
        let (row, column) = (rank / width, rank % width);
        if let Err((path, error)) = add_cell(input, &names, row, column, &mut sheet) {
            note(&path, &error, problems);
            return None;
        }
    }
    Some(sheet)
}

fn heads(input: &FreeSheetInput) -> Worksheet {
    let mut sheet = Worksheet::new(input.title.as_str());
    for (key, label) in &input.columns {
        sheet.column(key.as_str(), label.as_str());
    }
    for row in &input.rows {
        let head = RowHead::new(row.key.as_str(), row.label.as_str());
        sheet.row(head.short(&*row.short).group(&*row.group).unit(&*row.unit));
    }
    sheet
}

fn cell(input: &FreeSheetInput, row: usize, column: usize) -> Option<&FreeCell> {
    input.rows.get(row)?.cells.get(column)?.as_ref()
}

/// Ranks of the cells that each cell names; what is wrong in each formula is noted, and the names
/// that mean something are followed all the same. `None` when there are too many of them.
fn followed(
    input: &FreeSheetInput,
    names: &Names<'_>,
    problems: &mut Problems,
) -> Option<Vec<Vec<usize>>> {
    let width = input.columns.len();
    let mut named_values = 0;
    let mut all = Vec::with_capacity(input.rows.len() * width);
    for row in 0..input.rows.len() {
        // A formula shared by all columns says the same in most of them.
        let mut said: Vec<(&str, ExpressionError)> = Vec::new();
        for column in 0..width {
            let mut follower = Follower::new(names, column, width);
            if let Some(FreeCell::Computed(formula)) = cell(input, row, column) {
                for error in follower.faults(formula) {
                    let fault = (formula.path.as_str(), error);
                    if !said.contains(&fault) {
                        note(fault.0, &fault.1, problems);
                        said.push(fault);
                    }
                }
                named_values += follower.values;
                if named_values > MAX_NAMED_VALUES {
                    note_too_many(formula, problems);
                    return None;
                }
            }
            all.push(follower.cells);
        }
    }
    Some(all)
}

/// An order in which the cells can be computed; `None` when some name one another in a loop. Every
/// loop is noted: the row where one was seen is set aside, so that the next one is seen too.
fn settled(
    input: &FreeSheetInput,
    mut followed: Vec<Vec<usize>>,
    problems: &mut Problems,
) -> Option<Vec<usize>> {
    let width = input.columns.len().max(1);
    for seen in 0..LOOPS_SAID {
        match in_order(&followed) {
            Ok(order) => return (seen == 0).then_some(order),
            Err(cells) => {
                note_loop(input, &cells, problems);
                let start = cells.first().map_or(0, |rank| rank / width * width);
                followed.iter_mut().skip(start).take(width).for_each(Vec::clear);
            }
        }
    }
    None
}

/// Adds one cell; the path of its formula and the reason when it cannot be.
fn add_cell(
    input: &FreeSheetInput,
    names: &Names<'_>,
    row: usize,
    column: usize,
    sheet: &mut Worksheet,
) -> Result<(), (String, ExpressionError)> {
    match cell(input, row, column) {
        None => {}
        Some(FreeCell::Given(value)) => {
            sheet.given(row, column, value.clone());
        }
        Some(FreeCell::Linked(source, value)) => {
            let id = sheet.given(row, column, value.clone());
            sheet.link(id, source.clone());
        }
        Some(FreeCell::Computed(written)) => {
            let mut wiring = Wiring { names, column, sheet: &mut *sheet };
            let formula = written
                .expression
                .formula(&mut wiring)
                .map_err(|error| (written.path.clone(), error))?;
            let rounding = input.rows.get(row).and_then(|row| row.rounding);
            let formula = match rounding {
                Some(rounding) => formula.rounded(rounding),
                None => formula,
            };
            sheet.computed(row, column, formula);
        }
    }
    Ok(())
}

/// Notes the cells that a formula names, and what is wrong in it.
struct Follower<'a> {
    names: &'a Names<'a>,
    column: usize,
    width: usize,
    cells: Vec<usize>,
    values: usize,
    faults: Vec<ExpressionError>,
}

impl<'a> Follower<'a> {
    const fn new(names: &'a Names<'a>, column: usize, width: usize) -> Self {
        Self { names, column, width, cells: Vec::new(), values: 0, faults: Vec::new() }
    }

    /// Everything wrong in a formula, from left to right; its names are noted on the way.
    fn faults(&mut self, formula: &WrittenFormula) -> Vec<ExpressionError> {
        let last = formula.expression.formula(self).err();
        let mut found = std::mem::take(&mut self.faults);
        found.extend(last);
        found.sort_by_key(|error| error.position);
        found
    }
}

impl References for Follower<'_> {
    fn resolve(&mut self, path: &[Segment]) -> Result<Vec<Formula>, String> {
        let found = self.names.locate(path, self.column)?;
        self.values += found.len();
        self.cells.extend(found.iter().filter_map(|target| match target {
            Target::Cell(row, column) => Some(row * self.width + column),
            Target::Blank | Target::Key(_) | Target::Outside(_) => None,
        }));
        // The formula made of these is dropped: only the names count here.
        let formulas = found.iter().map(|_| Formula::number(1)).collect();
        self.names.keep(path, self.column, found);
        Ok(formulas)
    }

    /// The rest of the formula is looked at; the same fault is said once.
    fn stand_in(&mut self, fault: ExpressionError) -> Result<Formula, ExpressionError> {
        if !self.faults.iter().any(|known| known.reason == fault.reason) {
            self.faults.push(fault);
        }
        Ok(Formula::number(1))
    }
}

/// Gives the cells that a formula names.
struct Wiring<'a> {
    names: &'a Names<'a>,
    column: usize,
    sheet: &'a mut Worksheet,
}

impl References for Wiring<'_> {
    fn resolve(&mut self, path: &[Segment]) -> Result<Vec<Formula>, String> {
        let found = self.names.kept(path, self.column)?;
        found.into_iter().map(|target| self.formula(target)).collect()
    }
}

impl Wiring<'_> {
    fn formula(&mut self, target: Target) -> Result<Formula, String> {
        match target {
            Target::Cell(row, column) => {
                let id = self.sheet.at(row, column);
                id.map(Formula::Cell).ok_or_else(|| "cette cellule vient après".to_owned())
            }
            Target::Blank => Ok(Formula::Constant(Value::Empty)),
            Target::Key(value) | Target::Outside(Outside::Written(value)) => {
                Ok(Formula::Constant(value))
            }
            Target::Outside(Outside::Calculated(source, value)) => {
                Ok(Formula::Cell(self.sheet.imported(source, value)))
            }
        }
    }
}

/// Notes what is wrong in a formula.
pub(super) fn note(path: &str, error: &ExpressionError, problems: &mut Problems) {
    let mut message = error.to_string();
    if !message.ends_with(['?', '.']) {
        message.push('.');
    }
    problems.add(path, message, "Corrigez la formule.");
}

fn note_too_many(formula: &WrittenFormula, problems: &mut Problems) {
    problems.add(
        &formula.path,
        format!("les formules citent plus de {MAX_NAMED_VALUES} valeurs en tout."),
        "Faites des totaux intermédiaires, et citez-les.",
    );
}

fn note_loop(input: &FreeSheetInput, cells: &[usize], problems: &mut Problems) {
    let width = input.columns.len().max(1);
    let name = |rank: &usize| {
        let row = input.rows.get(rank / width).map_or("", |row| row.key.as_str());
        let column = input.columns.get(rank % width).map_or("", |(key, _)| key.as_str());
        if width == 1 { row.to_owned() } else { format!("{row} {column}") }
    };
    let mut shown: Vec<_> = cells.iter().take(LOOP_SHOWN).map(name).collect();
    if cells.len() > LOOP_SHOWN {
        shown.push("…".to_owned());
    }
    let first = cells.first().and_then(|rank| cell(input, rank / width, rank % width));
    let path = match first {
        Some(FreeCell::Computed(formula)) => formula.path.as_str(),
        _ => "lignes",
    };
    problems.add(
        path,
        format!("boucle : {}.", shown.join(" → ")),
        "Une formule ne peut pas dépendre d'elle-même : coupez la boucle, par exemple avec « @-1 » \
         pour la colonne précédente.",
    );
}
