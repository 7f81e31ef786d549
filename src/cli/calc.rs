//! `calc`: one calculation on planning data, every row and its working.

use std::path::PathBuf;

use clap::Args;

use super::Ending;
use crate::domain::planning::catalogue;
use crate::domain::planning::data::SECTIONS;
use crate::domain::planning::tree::Problems;
use crate::domain::planning::workbook::{Calculation, Workbook};
use crate::domain::planning::worksheet::{
    CellContent, CellId, ColumnHead, Formula, Value, shown_number,
};
use crate::storage::read_planning_file;

/// Arguments of `calc`.
#[derive(Debug, Args)]
pub struct CalcArguments {
    /// Données de planification, avec « calculateur: » et ses options.
    #[arg(value_name = "FICHIER")]
    file: Option<PathBuf>,
    /// Affiche les options d'un calculateur ; sans fichier ni option, la liste des calculateurs.
    #[arg(long, value_name = "CALCULATEUR")]
    options: Option<String>,
    /// Affiche en YAML plutôt qu'en tableau.
    #[arg(long)]
    yaml: bool,
    /// N'affiche pas le détail des calculs.
    #[arg(long)]
    brief: bool,
}

/// Prints the rows and the workings of a calculation.
pub(super) fn run(arguments: &CalcArguments) -> anyhow::Result<Ending> {
    if let Some(name) = &arguments.options {
        return Ok(print_options(name));
    }
    let Some(file) = &arguments.file else {
        println!("Calculateurs : {}.", catalogue::names().join(", "));
        return Ok(Ending::Clean);
    };
    let tree = read_planning_file(file)?;
    let mut problems = Problems::default();
    let workbook = Workbook::of_file(&tree, &mut problems);
    for problem in &problems.found {
        // A problem of the whole file has no path inside it.
        let problem = problem.to_string();
        let problem = problem.strip_prefix(" : ").unwrap_or(&problem);
        eprintln!("{} : {problem}", file.display());
    }
    if !problems.is_empty() {
        return Ok(Ending::Problems);
    }
    for calculation in &workbook.calculations {
        if arguments.yaml {
            print!("{}", as_yaml(calculation, !arguments.brief));
        } else {
            print!("{}", as_table(calculation, !arguments.brief));
        }
    }
    Ok(Ending::Clean)
}

/// Names of the options of a calculator.
fn print_options(name: &str) -> Ending {
    let Some(entry) = catalogue::find(name) else {
        let wrong = match name.trim() {
            "" => "le nom du calculateur est vide.".to_owned(),
            _ => format!("le calculateur « {name} » n'existe pas."),
        };
        eprintln!("{wrong} Choisissez parmi : {}.", catalogue::names().join(", "));
        return Ending::Problems;
    };
    println!("Options de {name} : {}.", entry.options.join(", "));
    println!("Sections des données : {}.", SECTIONS.join(", "));
    println!("Exemple : docs/calculs/{name}.yaml.");
    Ending::Clean
}

/// Rows that fill the same columns, printed under one head.
struct Block {
    columns: Vec<usize>,
    rows: Vec<Vec<String>>,
}

/// Aligned tables, the remarks, then the workings.
fn as_table(calculation: &Calculation, workings: bool) -> String {
    let sheet = &calculation.worksheet;
    let mut text = format!("{}\n", sheet.title);
    for block in blocks(calculation) {
        text.push_str(&aligned(calculation, &block));
    }
    for remark in &sheet.remarks {
        text.push_str("Remarque : ");
        text.push_str(remark);
        text.push('\n');
    }
    if workings {
        text.push_str("\nCalculs\n");
        for line in working_lines(calculation) {
            text.push_str("  ");
            text.push_str(&line);
            text.push('\n');
        }
    }
    text
}

/// The rows in order, cut where other columns are filled or where a group begins.
fn blocks(calculation: &Calculation) -> Vec<Block> {
    let sheet = &calculation.worksheet;
    let mut found: Vec<Block> = Vec::new();
    let mut group = String::new();
    for (rank, row) in sheet.rows.iter().enumerate() {
        let filled: Vec<usize> =
            (0..sheet.columns.len()).filter(|column| sheet.at(rank, *column).is_some()).collect();
        let unit = if row.unit.is_empty() { String::new() } else { format!(" ({})", row.unit) };
        let mut cells = vec![format!("{}{unit}", row.label)];
        let begins = row.group != group;
        let same = |block: &Block| close(&block.columns, &filled);
        match found.last_mut() {
            Some(block) if same(block) => {
                if begins {
                    block.rows.push(vec![row.group.clone()]);
                }
                let added = filled.iter().filter(|column| !block.columns.contains(column));
                let added: Vec<usize> = added.copied().collect();
                block.columns.extend(added);
                block.columns.sort_unstable();
            }
            _ => {
                let mut rows = Vec::new();
                if begins && !row.group.is_empty() {
                    rows.push(vec![row.group.clone()]);
                }
                found.push(Block { columns: filled, rows });
            }
        }
        group.clone_from(&row.group);
        // Cells of all columns: those that the block does not show are left out when printing.
        cells.extend((0..sheet.columns.len()).map(|column| {
            sheet.at(rank, column).map_or_else(|| "·".to_owned(), |id| shown(calculation, id))
        }));
        if let Some(block) = found.last_mut() {
            block.rows.push(cells);
        }
    }
    found
}

/// Columns that still fit side by side on a terminal.
const MOST_MIXED: usize = 9;

/// Whether rows that fill these columns read well under one head: most are shared, as between a row
/// of starts and a row of stocks, or there are few of them in all.
fn close(one: &[usize], other: &[usize]) -> bool {
    let common = one.iter().filter(|column| other.contains(column)).count();
    let all = one.len() + other.len() - common;
    common > 0 && 2 * common >= all || common > 1 && all <= MOST_MIXED
}

fn aligned(calculation: &Calculation, block: &Block) -> String {
    let heads = &calculation.worksheet.columns;
    let mut lines: Vec<Vec<String>> = Vec::new();
    let single =
        heads.len() < 2 || block.columns.iter().all(|c| heads.get(*c).is_some_and(unnamed));
    if !single {
        let titles = block.columns.iter().filter_map(|column| heads.get(*column));
        lines.push(
            std::iter::once(String::new()).chain(titles.map(|head| head.label.clone())).collect(),
        );
    }
    for row in &block.rows {
        let mut line: Vec<String> = row.first().cloned().into_iter().collect();
        if row.len() > 1 {
            line.extend(block.columns.iter().filter_map(|column| row.get(column + 1).cloned()));
        }
        lines.push(line);
    }
    let width = |rank: usize| {
        let cells = lines.iter().filter(|line| line.len() > 1).filter_map(|line| line.get(rank));
        cells.map(|cell| cell.chars().count()).max().unwrap_or_default()
    };
    let widths: Vec<usize> = (0..=block.columns.len()).map(width).collect();
    let mut text = String::new();
    for line in &lines {
        let cells = line.iter().zip(&widths).enumerate().map(|(rank, (cell, width))| {
            if rank == 0 { format!("{cell:<width$}") } else { format!("{cell:>width$}") }
        });
        text.push_str(cells.collect::<Vec<_>>().join("  ").trim_end());
        text.push('\n');
    }
    text
}

/// The column of single values needs no head.
fn unnamed(head: &ColumnHead) -> bool {
    head.key == "valeur" || head.label.is_empty()
}

fn shown(calculation: &Calculation, id: CellId) -> String {
    match calculation.values.value(id) {
        Value::Number(number) => shown_number(*number).0,
        other => other.to_string(),
    }
}

/// The working of each cell that is not only carried over.
fn working_lines(calculation: &Calculation) -> Vec<String> {
    let sheet = &calculation.worksheet;
    sheet
        .cells()
        .filter(|(_, cell)| {
            matches!(&cell.content, CellContent::Computed(f) if !matches!(f, Formula::Cell(_)))
        })
        .map(|(id, cell)| {
            let group = sheet.rows.get(cell.row).map_or("", |row| row.group.as_str());
            let working = sheet.working(id, &calculation.values);
            match group.split([' ', '\u{a0}']).next().filter(|code| !code.is_empty()) {
                Some(code) => format!("{code} {working}"),
                None => working,
            }
        })
        .collect()
}

/// Rows by key, exact values, then the workings.
fn as_yaml(calculation: &Calculation, workings: bool) -> String {
    use crate::domain::planning::tree::Tree;
    let sheet = &calculation.worksheet;
    let mut rows = Vec::new();
    for (rank, row) in sheet.rows.iter().enumerate() {
        let mut cells = Vec::new();
        for (column, head) in sheet.columns.iter().enumerate() {
            let Some(id) = sheet.at(rank, column) else { continue };
            let value = match calculation.values.value(id) {
                Value::Empty => Tree::Empty,
                Value::Number(number) => Tree::Number(number.normalize()),
                Value::Day(day) => Tree::Text(day.to_string()),
                Value::Moment(moment) => Tree::Text(moment.format("%Y-%m-%dT%H:%M").to_string()),
                Value::Text(text) => Tree::Text(text.clone()),
            };
            cells.push((head.key.clone(), value));
        }
        rows.push((row.key.clone(), Tree::Entries(cells)));
    }
    let text = |lines: &[String]| Tree::List(lines.iter().cloned().map(Tree::Text).collect());
    let mut document = vec![
        ("titre".to_owned(), Tree::Text(sheet.title.clone())),
        ("lignes".to_owned(), Tree::Entries(rows)),
    ];
    if !sheet.remarks.is_empty() {
        document.push(("remarques".to_owned(), text(&sheet.remarks)));
    }
    if workings {
        document.push(("calculs".to_owned(), text(&working_lines(calculation))));
    }
    serde_yaml::to_string(&Tree::Entries(document)).unwrap_or_default()
}
