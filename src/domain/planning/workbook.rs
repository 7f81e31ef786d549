//! The calculations of a case in order, each able to read those before it.

mod links;

use std::collections::HashMap;

use self::links::read_links;
use super::calculator::{OtherCalculations, Request};
use super::catalogue;
use super::data::{PlanningData, SECTIONS};
use super::tree::{Node, Problems, Tree, followed_sections};
use super::worksheet::{CellId, Evaluation, Source, Value, Worksheet};

/// Name of the section of the calculations.
const CALCULATIONS: &str = "calculs";

/// Identifier of the calculation of a file that holds nothing else.
const FILE_CALCULATION: &str = "fichier";

/// Other names of sections.
const SYNONYMS: [&str; 3] = ["horizon", "nomenclature", "besoins_independants"];

/// Options that every calculation has.
const COMMON_OPTIONS: [&str; 3] = ["calculateur", "titre", "liens"];

/// One calculation of a case.
#[derive(Debug, Clone)]
pub struct Calculation {
    /// Identifier ("cbn").
    pub id: String,
    /// Its cells and rules.
    pub worksheet: Worksheet,
    /// Its values as the author gives the data: the key.
    pub values: Evaluation,
}

/// The calculations of a case, in order.
#[derive(Debug, Clone, Default)]
pub struct Workbook {
    /// The calculations.
    pub calculations: Vec<Calculation>,
}

/// A cell of the workbook: rank of the calculation, and cell in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct GlobalCell {
    /// Rank of the calculation.
    pub sheet: usize,
    /// Cell of its worksheet.
    pub cell: CellId,
}

impl Workbook {
    /// Reads planning data, checks them and makes every calculation; what cannot be made is left
    /// out and noted.
    pub fn read(data: &Tree, problems: &mut Problems) -> (PlanningData, Self) {
        let followed = followed_sections(data, problems);
        let root = Node::root("", data).reading_instead(followed.as_ref());
        let mut known: Vec<&str> = SECTIONS.to_vec();
        known.extend(SYNONYMS);
        known.extend([CALCULATIONS, "variantes", "forme"]);
        root.only(&known, problems);
        let typed = PlanningData::read(&root, problems);
        let mut workbook = Self::default();
        for (id, options) in root.field(CALCULATIONS).entries(problems) {
            workbook.add(id, &options, &typed, &root, problems);
        }
        (typed, workbook)
    }

    /// Makes the one calculation of a file that holds data and options side by side.
    pub fn of_file(file: &Tree, problems: &mut Problems) -> Self {
        let followed = followed_sections(file, problems);
        let root = Node::root("", file).reading_instead(followed.as_ref());
        let typed = PlanningData::read(&root, problems);
        let mut workbook = Self::default();
        workbook.add(FILE_CALCULATION.to_owned(), &root, &typed, &root, problems);
        workbook
    }

    fn add(
        &mut self,
        id: String,
        options: &Node<'_>,
        data: &PlanningData,
        tree: &Node<'_>,
        problems: &mut Problems,
    ) {
        let name_of = options.field("calculateur");
        let Some(name) = name_of.required_text(problems) else { return };
        let Some(entry) = catalogue::find(&name) else {
            problems.add(
                name_of.path(),
                format!("le calculateur « {name} » n'existe pas."),
                format!("Choisissez parmi : {}.", catalogue::names().join(", ")),
            );
            return;
        };
        let mut known: Vec<_> = COMMON_OPTIONS.iter().chain(entry.options).copied().collect();
        if id == FILE_CALCULATION {
            known.extend(SECTIONS.iter().chain(&SYNONYMS));
        }
        options.only(&known, problems);
        let links = read_links(&options.field("liens"), problems);
        let request = Request { options: options.clone(), data, tree: tree.clone(), others: self };
        let Some(mut worksheet) = (entry.calculate)(&request, problems) else { return };
        if let Some(title) = options.field("titre").text(problems) {
            worksheet.title = title;
        }
        for link in links {
            self.link(&mut worksheet, &link, problems);
        }
        match worksheet.evaluate_with(&self.imports(&worksheet, &|at| self.key(at))) {
            Ok(values) => self.calculations.push(Calculation { id, worksheet, values }),
            Err(error) => problems.add(
                options.path(),
                format!("calcul impossible : {error}."),
                "Corrigez les données de ce calcul.",
            ),
        }
    }

    /// Values that the cells of a worksheet take from other calculations.
    pub fn imports<'a>(
        &self,
        worksheet: &Worksheet,
        value_of: &dyn Fn(GlobalCell) -> &'a Value,
    ) -> HashMap<CellId, Value> {
        worksheet
            .sources()
            .filter_map(|(id, source)| Some((id, value_of(self.locate(source)?).clone())))
            .collect()
    }

    /// The cell that a source names.
    pub fn locate(&self, source: &Source) -> Option<GlobalCell> {
        let sheet = self.rank(&source.calculation)?;
        let cell = self.calculations.get(sheet)?.worksheet.find(&source.row, &source.column)?;
        Some(GlobalCell { sheet, cell })
    }

    /// Rank of the calculation with this identifier.
    pub fn rank(&self, id: &str) -> Option<usize> {
        self.calculations.iter().position(|calculation| calculation.id == id)
    }

    /// The calculation with this identifier.
    pub fn calculation(&self, id: &str) -> Option<&Calculation> {
        self.calculations.iter().find(|calculation| calculation.id == id)
    }

    /// The key of a cell.
    pub fn key(&self, at: GlobalCell) -> &Value {
        self.calculations.get(at.sheet).map_or(&Value::Empty, |found| found.values.value(at.cell))
    }
}

impl OtherCalculations for Workbook {
    fn exists(&self, calculation: &str) -> bool {
        self.rank(calculation).is_some()
    }

    fn find(&self, calculation: &str, path: &[String]) -> Option<(Source, Value)> {
        let found = self.calculation(calculation)?;
        let (row, column) = place(&found.worksheet, path)?;
        let id = found.worksheet.find(&row, &column)?;
        let source = Source { calculation: calculation.to_owned(), row, column };
        Some((source, found.values.value(id).clone()))
    }
}

/// A path is a row and a column, or a row alone when the worksheet has one column.
fn place(worksheet: &Worksheet, path: &[String]) -> Option<(String, String)> {
    if let [only] = worksheet.columns.as_slice() {
        let row = path.join(".");
        if worksheet.row_rank(&row).is_some() {
            return Some((row, only.key.clone()));
        }
    }
    let (column, row) = path.split_last()?;
    Some((row.join("."), column.clone()))
}
