//! For the tests of calculators: a calculation read from YAML as `calc` reads it, and its cells as
//! texts.

use rust_decimal::Decimal;

use super::calculator::{Alone, Calculator, Request};
use super::data::PlanningData;
use super::tree::{Node, Problems, Tree};
use super::worksheet::{Value, Worksheet};

/// The worksheet that a calculator makes of options alone, and the problems noted.
pub(crate) fn read(calculate: Calculator, yaml: &str) -> (Option<Worksheet>, Problems) {
    let tree: Tree = serde_yaml::from_str(yaml).expect("reads");
    let data = PlanningData::default();
    let root = Node::root("", &tree);
    let request = Request { options: root.clone(), data: &data, tree: root, others: &Alone };
    let mut problems = Problems::default();
    let sheet = calculate(&request, &mut problems);
    (sheet, problems)
}

/// What a reader makes of options written under « calcul », or the problems noted on one line.
pub(crate) fn read_options<T>(
    yaml: &str,
    read: impl FnOnce(&Node<'_>, &mut Problems) -> Option<T>,
) -> Result<T, String> {
    let tree: Tree = serde_yaml::from_str(yaml).expect("reads");
    let mut problems = Problems::default();
    let made = read(&Node::root("calcul", &tree), &mut problems);
    let said: Vec<String> = problems.found.iter().map(ToString::to_string).collect();
    made.ok_or_else(|| said.join(" | "))
}

/// The worksheet that a calculator makes of options without problem.
pub(crate) fn sheet(calculate: Calculator, yaml: &str) -> Worksheet {
    let (sheet, problems) = read(calculate, yaml);
    assert!(problems.is_empty(), "{problems:?}");
    sheet.expect("a worksheet")
}

/// The value of a cell.
pub(crate) fn value(sheet: &Worksheet, row: &str, column: &str) -> Value {
    let values = sheet.evaluate().expect("evaluates");
    let cell = sheet.find(row, column);
    assert!(cell.is_some(), "no cell {row} {column}");
    values.value(cell.expect("a cell")).clone()
}

/// The number of a cell.
pub(crate) fn number(sheet: &Worksheet, row: &str, column: &str) -> Decimal {
    value(sheet, row, column).number().expect("a number")
}

/// The value of a cell as a text, numbers to two decimals.
pub(crate) fn text(sheet: &Worksheet, row: &str, column: &str) -> String {
    match value(sheet, row, column) {
        Value::Number(number) => number.round_dp(2).normalize().to_string(),
        other => other.to_string(),
    }
}
