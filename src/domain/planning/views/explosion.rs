//! Nomenclatures of all levels: an indented list, or a drawn tree. A loop stops at the article
//! that comes back.

use std::collections::HashSet;

use rust_decimal::Decimal;

use super::MAX_ROWS;
use super::bills::{label, origin, percent, unit};
use super::content::{TreeNode, ViewContent};
use super::request::ViewRequest;
use super::table::{Column, finished, nothing_to_show, too_many_rows, unknown};
use super::writing::{number, number_or_dash, text_or_dash, with_unit};
use crate::domain::french::NO_BREAK_SPACE;
use crate::domain::planning::data::{BillLine, PlanningData, ScrapRule};
use crate::domain::planning::tree::Problems;

/// No-break spaces before a code, for each level.
const INDENT: usize = 4;

/// An article at its place under another.
struct Step<'d> {
    level: u32,
    code: &'d str,
    quantity: Decimal,
    /// Quantity for one of the article at the top, when exact arithmetic holds it.
    total: Option<Decimal>,
    scrap: Option<ScrapRule>,
}

/// What is being exploded, and the rows already made.
struct Explosion<'d> {
    data: &'d PlanningData,
    levels: u32,
    /// Articles above the one being seen.
    above: Vec<&'d str>,
    /// Rows made so far; one more than allowed stops everything.
    made: usize,
}

impl<'d> Explosion<'d> {
    fn new(data: &'d PlanningData, levels: u32) -> Self {
        Self { data, levels, above: Vec::new(), made: 0 }
    }

    fn is_too_long(&self) -> bool {
        self.made > MAX_ROWS
    }

    /// Components to show under an article: none in a loop, below the last level, or when there are
    /// already too many rows.
    fn lines(&self, code: &str) -> &'d [BillLine] {
        let deep = u32::try_from(self.above.len()).is_ok_and(|level| level >= self.levels);
        if deep || self.above.contains(&code) || self.is_too_long() {
            return &[];
        }
        self.data.bill(code).map_or(&[], |bill| &bill.lines)
    }

    fn list(&mut self, step: Step<'d>, rows: &mut Vec<Step<'d>>) {
        self.made += 1;
        let (code, level, total) = (step.code, step.level, step.total);
        rows.push(step);
        let lines = self.lines(code);
        self.above.push(code);
        for line in lines {
            let below = Step {
                level: level + 1,
                code: &line.component,
                quantity: line.quantity,
                total: total.and_then(|total| total.checked_mul(line.quantity)),
                scrap: line.scrap,
            };
            self.list(below, rows);
        }
        self.above.pop();
    }

    fn draw(&mut self, code: &'d str, quantity: String) -> TreeNode {
        self.made += 1;
        let data = self.data;
        let lines = self.lines(code);
        self.above.push(code);
        let mut children = Vec::new();
        for line in lines {
            let quantity = with_unit(line.quantity, unit(data, &line.component));
            children.push(self.draw(&line.component, quantity));
        }
        self.above.pop();
        TreeNode { code: code.to_owned(), label: label(data, code).to_owned(), quantity, children }
    }
}

/// Codes of the articles at the top: those chosen, else the composés that enter no other.
fn tops<'d>(
    request: &ViewRequest,
    data: &'d PlanningData,
    problems: &mut Problems,
) -> Vec<&'d str> {
    if request.of.is_empty() {
        let lines = data.bills.iter().flat_map(|bill| &bill.lines);
        let components: HashSet<&str> = lines.map(|line| line.component.as_str()).collect();
        let parents = data.bills.iter().map(|bill| bill.parent.as_str());
        return parents.filter(|code| !components.contains(code)).collect();
    }
    let mut found = Vec::new();
    for code in &request.of {
        let item = data.item(code).map(|item| item.code.as_str());
        match item.or_else(|| data.bill(code).map(|bill| bill.parent.as_str())) {
            Some(code) => found.push(code),
            None => unknown(request, code, problems),
        }
    }
    found
}

/// Level, code, designation, quantity and unit of every article below those chosen.
pub(super) fn indented(
    request: &ViewRequest,
    data: &PlanningData,
    problems: &mut Problems,
) -> Option<ViewContent> {
    let mut steps = Vec::new();
    let mut explosion = Explosion::new(data, request.levels);
    for code in tops(request, data, problems) {
        let one = Decimal::ONE;
        let top = Step { level: 0, code, quantity: one, total: Some(one), scrap: None };
        explosion.list(top, &mut steps);
    }
    let column =
        |cell: &dyn Fn(&Step<'_>) -> String| -> Vec<String> { steps.iter().map(cell).collect() };
    let origin_of = |code: &str| data.item(code).and_then(|item| item.origin);
    let columns = vec![
        Column::number("niveau", "Niveau", column(&|step| step.level.to_string())),
        Column::text("code", "Code", column(&indented_code)),
        Column::text(
            "designation",
            "Désignation",
            column(&|step| text_or_dash(label(data, step.code))),
        ),
        Column::text("origine", "Origine", column(&|step| origin(origin_of(step.code))))
            .on_request(),
        Column::number("quantite", "Quantité", column(&|step| number(step.quantity))),
        Column::number(
            "quantite_cumulee",
            "Quantité par produit fini",
            column(&|step| number_or_dash(step.total.map(|total| total.normalize()))),
        )
        .on_request(),
        Column::text("unite", "Unité", column(&|step| text_or_dash(unit(data, step.code)))),
        Column::number("perte", "Perte (%)", column(&|step| percent(step.scrap))),
    ];
    finished(columns, &[], request, problems)
}

fn indented_code(step: &Step<'_>) -> String {
    let level = usize::try_from(step.level).unwrap_or(0);
    let indent: String = std::iter::repeat_n(NO_BREAK_SPACE, level * INDENT).collect();
    format!("{indent}{}", step.code)
}

/// The tree of one article.
pub(super) fn drawn(
    request: &ViewRequest,
    data: &PlanningData,
    problems: &mut Problems,
) -> Option<ViewContent> {
    let tops = tops(request, data, problems);
    let [code] = tops.as_slice() else {
        if tops.is_empty() {
            nothing_to_show(request, problems);
        } else {
            problems.add(
                format!("{}.de", request.path),
                "l'arbre montre un seul article à la fois.",
                format!("Choisissez l'un de : {}.", tops.join(", ")),
            );
        }
        return None;
    };
    let mut explosion = Explosion::new(data, request.levels);
    let tree = explosion.draw(code, String::new());
    if explosion.is_too_long() {
        too_many_rows(request, problems);
        return None;
    }
    Some(ViewContent::Tree(tree))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::planning::data::BillOfMaterials;
    use crate::domain::planning::views::View;

    fn data(links: &[(&str, &[(&str, u32)])]) -> PlanningData {
        let bills = links
            .iter()
            .map(|(parent, lines)| BillOfMaterials {
                parent: (*parent).to_owned(),
                lines: lines
                    .iter()
                    .map(|(component, quantity)| BillLine {
                        component: (*component).to_owned(),
                        quantity: Decimal::from(*quantity),
                        scrap: None,
                    })
                    .collect(),
            })
            .collect();
        PlanningData { bills, ..PlanningData::default() }
    }

    fn codes(content: Option<ViewContent>) -> Vec<String> {
        let Some(ViewContent::Table { rows, .. }) = content else { return Vec::new() };
        rows.iter().map(|row| row.join("|").replace(NO_BREAK_SPACE, "")).collect()
    }

    #[test]
    fn quantities_multiply_down_the_levels() {
        let data = data(&[("A", &[("B", 2), ("C", 3)]), ("B", &[("C", 4)])]);
        let request = ViewRequest {
            columns: ["niveau", "code", "quantite_cumulee"].map(str::to_owned).to_vec(),
            ..ViewRequest::new(View::IndentedBill)
        };
        let mut problems = Problems::default();
        let content = indented(&request, &data, &mut problems);
        assert_eq!(codes(content), ["0|A|1", "1|B|2", "2|C|8", "1|C|3"]);
        assert!(problems.is_empty());
    }

    #[test]
    fn a_loop_stops_where_it_closes() {
        let data = data(&[("A", &[("B", 1)]), ("B", &[("A", 1)])]);
        let mut request = ViewRequest::new(View::BillTree);
        let mut problems = Problems::default();
        assert_eq!(drawn(&request, &data, &mut problems), None);
        request.of = vec!["A".to_owned()];
        let Some(ViewContent::Tree(tree)) = drawn(&request, &data, &mut problems) else {
            return assert!(problems.is_empty(), "{problems:?}");
        };
        let again = tree.children.first().and_then(|b| b.children.first()).expect("A again");
        assert_eq!((again.code.as_str(), again.children.len()), ("A", 0));
    }

    #[test]
    fn a_nomenclature_that_doubles_at_each_level_is_refused() {
        let names: Vec<String> = (0..=20).map(|level| format!("N{level}")).collect();
        let lines: Vec<[(&str, u32); 2]> =
            names.iter().skip(1).map(|name| [(name.as_str(), 1), (name.as_str(), 1)]).collect();
        let links: Vec<(&str, &[(&str, u32)])> = names
            .iter()
            .zip(&lines)
            .map(|(name, lines)| (name.as_str(), lines.as_slice()))
            .collect();
        let data = data(&links);
        for view in [View::IndentedBill, View::BillTree] {
            let request = ViewRequest::new(view);
            let mut problems = Problems::default();
            let content = if view == View::BillTree {
                drawn(&request, &data, &mut problems)
            } else {
                indented(&request, &data, &mut problems)
            };
            assert_eq!(content, None);
            let words: Vec<_> = problems.found.iter().map(|found| found.message.as_str()).collect();
            assert_eq!(words, ["cette vue dépasse 1000 lignes."]);
        }
    }
}
