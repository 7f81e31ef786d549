//! Every kind of block → strips, and the white space between blocks.

use crate::reports::document::Block;

use super::context::Context;
use super::measure::length;
use super::strip::{Flow, Strip};
use super::{
    answer_blocks, containers, digit_groups, drawn_tree, facts, figures, picture, question_blocks,
    table, text_blocks, timeline,
};

/// White space around a block, in points. Between two blocks the larger one counts.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
struct Spacing {
    above: f32,
    below: f32,
    /// White space above a table that follows, when it differs.
    before_table: Option<f32>,
}

impl Spacing {
    const fn new(above: f32, below: f32) -> Self {
        Self { above, below, before_table: None }
    }

    const fn table_at(self, before_table: f32) -> Self {
        Self { before_table: Some(before_table), ..self }
    }
}

/// Lays blocks under one another.
pub fn lay_blocks(blocks: &[Block], context: Context) -> Vec<Flow> {
    let mut flow = Vec::new();
    let mut previous: Option<Spacing> = None;
    for block in blocks {
        match block {
            Block::PageBreak => {
                flow.push(Flow::PageBreak);
                previous = None;
            }
            Block::Fill => flow.push(Flow::Fill),
            Block::Space(points) => {
                let strip = Strip::new(length(*points), Vec::new());
                flow.push(Flow::Strip(Strip { blank: true, ..strip }));
            }
            _ => {
                let mut laid = lay_block(block, context);
                let spacing = spacing(block);
                if let Some(first) = laid.iter_mut().find_map(Flow::strip_mut) {
                    first.gap += gap(previous, block, spacing);
                    previous = Some(spacing);
                }
                flow.append(&mut laid);
            }
        }
    }
    flow
}

fn gap(previous: Option<Spacing>, block: &Block, spacing: Spacing) -> f32 {
    let Some(previous) = previous else { return 0.0 };
    match previous.before_table {
        Some(gap) if begins_with_table(block) => gap,
        _ => previous.below.max(spacing.above),
    }
}

fn begins_with_table(block: &Block) -> bool {
    match block {
        Block::Table(_) | Block::Frame(..) => true,
        Block::Together(blocks) => blocks.first().is_some_and(begins_with_table),
        _ => false,
    }
}

fn spacing(block: &Block) -> Spacing {
    match block {
        Block::Kicker(_) => Spacing::new(0.0, 5.0),
        Block::CoverTitle(_) => Spacing::new(0.0, 4.0),
        Block::Title(_) => Spacing::new(0.0, 4.5),
        Block::Heading { .. } => Spacing::new(12.0, 3.5).table_at(8.0),
        Block::QuestionHeading { ruled: true, .. } => Spacing::new(10.0, 3.0).table_at(7.0),
        Block::QuestionHeading { ruled: false, .. } => Spacing::new(10.0, 3.5).table_at(4.0),
        Block::Caption(_) => Spacing::new(6.5, 0.5).table_at(3.2),
        Block::Facts(_) => Spacing::new(5.0, 7.0),
        Block::Paragraph(_) | Block::Rich(_) => Spacing::new(3.6, 3.6).table_at(6.5),
        Block::Statement { .. } => Spacing::new(2.0, 2.0),
        Block::Items(_) => Spacing::new(2.0, 3.6).table_at(6.5),
        Block::Note(_) => Spacing::new(4.0, 4.0),
        Block::ChipLine(..) => Spacing::new(4.0, 4.0).table_at(6.5),
        Block::Table(_) => Spacing::new(6.5, 6.0).table_at(10.0),
        Block::Columns(columns) => columns
            .iter()
            .map(|(_, blocks)| around(blocks))
            .reduce(|one, other| Spacing {
                above: one.above.max(other.above),
                below: one.below.max(other.below),
                before_table: None,
            })
            .unwrap_or_default(),
        Block::Together(blocks) => around(blocks),
        Block::Frame(..) | Block::IdentifierBox { .. } => Spacing::new(7.0, 6.0),
        Block::RuledLines(_) => Spacing::new(2.0, 6.0),
        Block::AnswerBox { .. } | Block::Options(_) | Block::CheckLine(_) => Spacing::new(5.0, 5.0),
        Block::Signatures(_)
        | Block::TimeBar(_)
        | Block::Timeline { .. }
        | Block::Figures(_)
        | Block::DigitGroups(_)
        | Block::DrawnTree(_)
        | Block::Picture { .. } => Spacing::new(8.0, 7.0),
        Block::Space(_) | Block::PageBreak | Block::Fill => Spacing::default(),
    }
}

/// Above the first of some blocks and below the last.
fn around(blocks: &[Block]) -> Spacing {
    let first = blocks.first().map(spacing).unwrap_or_default();
    let last = blocks.last().map(spacing).unwrap_or_default();
    Spacing { above: first.above, ..last }
}

fn lay_block(block: &Block, context: Context) -> Vec<Flow> {
    let strips = match block {
        Block::Together(blocks) => containers::together(blocks, context),
        Block::Columns(columns) => containers::columns(columns, context),
        Block::Frame(tone, blocks) => containers::frame(*tone, blocks, context),
        Block::Table(content) => table::lay_table(content, context),
        Block::Facts(entries) => facts::facts(entries, context),
        Block::TimeBar(segments) => figures::time_bar(segments, context),
        Block::Timeline { starts_at, segments } => {
            timeline::timeline(*starts_at, segments, context)
        }
        Block::Figures(entries) => figures::figures(entries, context),
        Block::DigitGroups(groups) => digit_groups::digit_groups(groups, context),
        Block::DrawnTree(top) => drawn_tree::drawn_tree(top, context),
        Block::Picture { bytes, description } => picture::picture(bytes, description, context),
        Block::RuledLines(_)
        | Block::AnswerBox { .. }
        | Block::Options(_)
        | Block::CheckLine(_)
        | Block::Signatures(_)
        | Block::IdentifierBox { .. } => answer_blocks::lay(block, context),
        Block::QuestionHeading { .. } | Block::Statement { .. } => {
            question_blocks::lay(block, context)
        }
        Block::Kicker(_)
        | Block::CoverTitle(_)
        | Block::Title(_)
        | Block::Heading { .. }
        | Block::Caption(_)
        | Block::Paragraph(_)
        | Block::Rich(_)
        | Block::Items(_)
        | Block::Note(_)
        | Block::ChipLine(..) => text_blocks::lay(block, context),
        Block::Space(_) | Block::PageBreak | Block::Fill => Vec::new(),
    };
    strips.into_iter().map(Flow::Strip).collect()
}
