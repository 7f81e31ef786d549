//! Exhibits rendered from data.

use crate::domain::case_study::{Align, CaseStudy, Column, ExhibitBlock, ReadCell};
use crate::domain::diagnostic::{Diagnostic, Element, Place};
use crate::domain::planning::data::PlanningData;
use crate::domain::planning::tree::{Node, Problems, Tree};
use crate::domain::planning::views::{self, ViewContent, ViewRequest};

/// Replaces the views of data by tables and drawn trees.
pub fn render(case: &mut CaseStudy, data: &PlanningData, tree: &Tree, found: &mut Vec<Diagnostic>) {
    let root = Node::root("", tree);
    for exhibit in &mut case.exhibits {
        for (rank, block) in exhibit.content.iter_mut().enumerate() {
            let ExhibitBlock::Data { caption, view } = block else { continue };
            let path = format!("partie {}", rank + 1);
            match content(&Node::root(path, view), data, &root) {
                Ok(content) => *block = shown(std::mem::take(caption), content),
                Err(problems) => {
                    let element = Element::Exhibit(exhibit.id.clone());
                    found.extend(problems.found.into_iter().map(|problem| {
                        let place = Place::within(element.clone(), problem.path);
                        Diagnostic::error(place, problem.message, problem.remedy)
                    }));
                }
            }
        }
    }
}

fn content(view: &Node<'_>, data: &PlanningData, root: &Node<'_>) -> Result<ViewContent, Problems> {
    let mut problems = Problems::default();
    let request = ViewRequest::read(view, &mut problems);
    let request = problems.finish(request)?;
    views::render(&request, data, root)
}

fn shown(caption: String, content: ViewContent) -> ExhibitBlock {
    match content {
        ViewContent::Table { columns, rows } => ExhibitBlock::Table {
            caption,
            columns: columns
                .into_iter()
                .map(|column| Column {
                    title: column.title,
                    align: if column.numeric { Align::Right } else { Align::Left },
                })
                .collect(),
            rows: rows.into_iter().map(|row| row.into_iter().map(ReadCell).collect()).collect(),
        },
        ViewContent::Tree(top) => ExhibitBlock::DrawnTree { caption, top },
    }
}
