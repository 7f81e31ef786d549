//! Loads, capacities and smoothings by hand, from typed inputs and as authors write them.

mod from_options;
mod smoothings;
mod typed;

use rust_decimal::Decimal;

use crate::domain::planning::calculator::{Alone, Calculator, Request};
use crate::domain::planning::data::PlanningData;
use crate::domain::planning::tree::{Node, Problems, Tree};
use crate::domain::planning::worksheet::{Evaluation, Value, Worksheet};

/// A worksheet with its values.
struct Solved {
    sheet: Worksheet,
    values: Evaluation,
}

impl Solved {
    fn new(sheet: Worksheet) -> Self {
        let values = sheet.evaluate().expect("evaluates");
        Self { sheet, values }
    }

    fn value(&self, row: &str, column: &str) -> &Value {
        self.values.value(self.sheet.find(row, column).expect("the cell exists"))
    }

    fn text(&self, row: &str, column: &str) -> String {
        self.value(row, column).to_string()
    }

    fn number(&self, row: &str, column: &str) -> Decimal {
        self.value(row, column).number().expect("a number")
    }

    /// Values of a row in these columns, as shown.
    fn row(&self, row: &str, columns: &[&str]) -> Vec<String> {
        columns.iter().map(|column| self.text(row, column)).collect()
    }

    fn working(&self, row: &str, column: &str) -> String {
        self.sheet.working(self.sheet.find(row, column).expect("a cell"), &self.values)
    }

    fn has(&self, row: &str, column: &str) -> bool {
        self.sheet.find(row, column).is_some()
    }
}

/// The worksheet of a file of one calculation, and the problems found.
fn calculated(calculator: Calculator, yaml: &str) -> (Option<Worksheet>, Vec<String>) {
    let tree: Tree = serde_yaml::from_str(yaml).expect("reads");
    let root = Node::root("", &tree);
    let mut problems = Problems::default();
    let data = PlanningData::read(&root, &mut problems);
    let request = Request { options: root.clone(), data: &data, tree: root, others: &Alone };
    let sheet = calculator(&request, &mut problems);
    (sheet, problems.found.iter().map(ToString::to_string).collect())
}

/// The worksheet of a file without problem.
fn solved(calculator: Calculator, yaml: &str) -> Solved {
    let (sheet, problems) = calculated(calculator, yaml);
    assert_eq!(problems, Vec::<String>::new());
    Solved::new(sheet.expect("a worksheet"))
}
