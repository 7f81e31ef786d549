//! Light Markdown on screen, read once and remembered.

use std::sync::Arc;

use egui::Ui;

use super::fr;
use crate::desktop::ui_kit::tokens::type_size;
use crate::desktop::ui_kit::{Run, bullets, paragraph, rich_table};
use crate::domain::rich_text::{self, RichBlock, Span};

type Remembered = egui::cache::FrameCache<Arc<Vec<Block>>, Reader>;

/// A block whose words are already typeset.
pub(super) enum Block {
    /// A title inside the text.
    Heading(Vec<Run>),
    /// A paragraph.
    Paragraph(Vec<Run>),
    /// A list, numbered from its number when it has one.
    List(Option<u64>, Vec<Vec<Run>>),
    /// A table: the head, then the rows.
    Table(Vec<Vec<Run>>, Vec<Vec<Vec<Run>>>),
}

#[derive(Default)]
struct Reader;

impl egui::cache::ComputerMut<&str, Arc<Vec<Block>>> for Reader {
    fn compute(&mut self, markdown: &str) -> Arc<Vec<Block>> {
        Arc::new(rich_text::parse(markdown).iter().map(block).collect())
    }
}

fn runs(spans: &[Span]) -> Vec<Run> {
    spans
        .iter()
        .map(|span| Run {
            text: fr(&span.text),
            bold: span.bold,
            italic: span.italic,
            ..Run::default()
        })
        .collect()
}

fn block(block: &RichBlock) -> Block {
    let all = |cells: &[Vec<Span>]| cells.iter().map(|cell| runs(cell)).collect::<Vec<_>>();
    match block {
        RichBlock::Heading(spans) => {
            Block::Heading(runs(spans).into_iter().map(|run| Run { bold: true, ..run }).collect())
        }
        RichBlock::Paragraph(spans) => Block::Paragraph(runs(spans)),
        RichBlock::List { start, items } => Block::List(*start, all(items)),
        RichBlock::Table { head, rows } => {
            let head = all(head)
                .into_iter()
                .map(|cell| cell.into_iter().map(|run| Run { bold: true, ..run }).collect())
                .collect();
            Block::Table(head, rows.iter().map(|row| all(row)).collect())
        }
    }
}

/// The blocks of light Markdown, read once and remembered while they are shown.
pub(super) fn blocks(ui: &Ui, markdown: &str) -> Arc<Vec<Block>> {
    ui.ctx().memory_mut(|memory| Arc::clone(memory.caches.cache::<Remembered>().get(markdown)))
}

/// Writes a long answer as it was typed, with the bold, lists and tables of its editor.
pub fn typed_text(ui: &mut Ui, text: &str) {
    let blocks: Vec<Block> = rich_text::typed(text).iter().map(block).collect();
    show(ui, &blocks);
}

/// Writes light Markdown.
pub fn rich(ui: &mut Ui, markdown: &str) {
    let blocks = blocks(ui, markdown);
    show(ui, &blocks);
}

fn show(ui: &mut Ui, blocks: &[Block]) {
    for (index, block) in blocks.iter().enumerate() {
        ui.push_id(("bloc", index), |ui| match block {
            Block::Heading(runs) => {
                paragraph(ui, runs, type_size::SUBTITLE);
            }
            Block::Paragraph(runs) => {
                paragraph(ui, runs, type_size::BODY);
            }
            Block::List(start, items) => bullets(ui, items, *start, type_size::BODY),
            Block::Table(head, rows) => rich_table(ui, head, rows),
        });
    }
}
