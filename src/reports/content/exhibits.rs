//! Annexes: texts, tables and pictures.

use std::collections::BTreeMap;
use std::sync::Arc;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::answer_tables::column;
use crate::domain::case_study::{Exhibit, ExhibitBlock};
use crate::domain::rich_text;
use crate::reports::document::{Block, Table, TableCell, TableRow, TableStyle};

/// Blocks of an annexe, under its number.
pub(super) fn exhibit(
    number: usize,
    exhibit: &Exhibit,
    pictures: &BTreeMap<String, String>,
) -> Vec<Block> {
    let mut blocks = vec![Block::Heading {
        text: format!("Annexe {number} – {}", exhibit.title),
        aside: String::new(),
    }];
    for content in &exhibit.content {
        match content {
            ExhibitBlock::Text { markdown } => {
                blocks.push(Block::Rich(rich_text::parse(markdown)));
            }
            ExhibitBlock::Table { caption, columns, rows } => {
                if !caption.is_empty() {
                    blocks.push(Block::Caption(caption.clone()));
                }
                blocks.push(Block::Table(Table {
                    title: None,
                    columns: columns.iter().map(column).collect(),
                    rows: rows
                        .iter()
                        .map(|row| {
                            let cells = row.iter().map(|cell| TableCell::text(cell.0.clone()));
                            TableRow::Cells(cells.collect())
                        })
                        .collect(),
                    style: TableStyle::Reading,
                    headless: columns.iter().all(|column| column.title.is_empty()),
                }));
            }
            // Solved before it is printed.
            ExhibitBlock::Data { .. } => {}
            ExhibitBlock::DrawnTree { caption, top } => {
                if !caption.is_empty() {
                    blocks.push(Block::Caption(caption.clone()));
                }
                blocks.push(Block::DrawnTree(top.clone()));
            }
            ExhibitBlock::Picture { file, description } => {
                let encoded = pictures.get(file).map(String::as_str).unwrap_or_default();
                let bytes: Arc<[u8]> = STANDARD.decode(encoded).unwrap_or_default().into();
                blocks.push(Block::Picture { bytes, description: description.clone() });
            }
        }
    }
    blocks
}
