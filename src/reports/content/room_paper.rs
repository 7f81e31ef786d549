//! What the papers of the exam room share: whose paper it is, and the frame of their pages.

use super::frame::{Identity, PrintedOn, footer};
use super::subject::identity;
use crate::domain::case_study::Subject;
use crate::reports::document::{Block, BodySize, Document, HeaderRight, PageFrame};

/// The line that stands on every paper of the exam room.
pub const SESSION_NOTICE: &str = "Document de session – ne remplace pas les documents officiels";

/// Identity of the written paper that a document of the exam room is about.
#[derive(Debug, Clone, Copy)]
pub struct RoomPaper<'a> {
    /// Sigle of the titre.
    pub sigle: &'a str,
    /// Code of the titre.
    pub code: &'a str,
    /// Millésime of the référentiel.
    pub edition: &'a str,
    /// What is certified: "titre", "CCP 2".
    pub scheme_label: &'a str,
    /// Title of the subject.
    pub title: &'a str,
    /// What it is used for ("Examen blanc").
    pub usage: &'a str,
    /// Duration of the subject in minutes.
    pub minutes: u32,
    /// Dates.
    pub printed: PrintedOn,
}

impl<'a> RoomPaper<'a> {
    /// The identity of a subject.
    pub const fn of(subject: &'a Subject, printed: PrintedOn) -> Self {
        let Identity { sigle, code, edition } = identity(subject);
        Self {
            sigle,
            code,
            edition,
            scheme_label: subject.scheme_label.as_str(),
            title: subject.title.as_str(),
            usage: subject.usage.label(),
            minutes: subject.duration_minutes,
            printed,
        }
    }

    /// The line above the title of a document.
    pub(super) fn kicker(&self) -> Block {
        Block::Kicker(format!("{} – {}, {}", self.title, self.sigle, self.scheme_label))
    }

    /// A document of the exam room; `about` stands after its name in the header.
    pub(super) fn document(&self, name: &str, about: &str, blocks: Vec<Block>) -> Document {
        let Self { sigle, code, edition, scheme_label, usage, .. } = *self;
        let usage = usage.to_lowercase().replace("ecf", "ECF");
        let begin = if about.is_empty() { String::new() } else { format!("{about}, ") };
        Document {
            title: format!("{name} – {}", self.title),
            subject: format!("{sigle}, {scheme_label}, {usage}"),
            frame: PageFrame {
                header_left: (
                    name.to_owned(),
                    format!(" – {begin}{sigle} {scheme_label}, {usage}"),
                ),
                header_right: HeaderRight::Warning(SESSION_NOTICE.to_owned()),
                footer: footer(Identity { sigle, code, edition }, name, self.printed),
                ..PageFrame::default()
            },
            body: BodySize::Room,
            blocks,
        }
    }
}

/// Groups of characters to read aloud, large, each with its rank.
pub(super) fn groups_to_read<'a>(groups: impl Iterator<Item = &'a str>) -> Block {
    Block::DigitGroups(groups.map(str::to_owned).collect())
}

/// A title of a part, without anything at its right.
pub(super) fn heading(text: &str) -> Block {
    Block::Heading { text: text.to_owned(), aside: String::new() }
}

#[cfg(test)]
pub(super) mod samples {
    //! A paper, and the words of a document, for the tests of the neighbours.

    use chrono::NaiveDate;

    use super::{PrintedOn, RoomPaper};
    use crate::domain::rich_text::Span;
    use crate::reports::document::{
        Block, CellContent, Document, ListItem, Table, TableColumn, TableRow,
    };

    /// A written case of two hours.
    pub fn paper() -> RoomPaper<'static> {
        let day = |day| NaiveDate::from_ymd_opt(2027, 3, day).expect("a day");
        RoomPaper {
            sigle: "ZINV",
            code: "TP-00000",
            edition: "03",
            scheme_label: "CCP 2",
            title: "Lampe LB40",
            usage: "Examen blanc",
            minutes: 120,
            printed: PrintedOn { session: Some(day(11)), edited: day(10) },
        }
    }

    /// Every word of a document, one block, row or item a line, plain spaces.
    pub fn words(document: &Document) -> String {
        let lines = document.blocks.iter().flat_map(block).collect::<Vec<_>>().join("\n");
        lines.replace(['\u{a0}', '\u{202f}'], " ")
    }

    fn line(spans: &[Span]) -> String {
        spans.iter().map(|span| span.text.as_str()).collect()
    }

    fn block(block: &Block) -> Vec<String> {
        match block {
            Block::Kicker(text) | Block::Title(text) | Block::Caption(text) => vec![text.clone()],
            Block::Heading { text, aside } => vec![format!("{text} {aside}")],
            Block::Facts(facts) => {
                facts.iter().map(|(label, value)| format!("{label} : {value}")).collect()
            }
            Block::Paragraph(spans) | Block::Note(spans) => vec![line(spans)],
            Block::ChipLine(chip, spans) => vec![format!("{} {}", chip.text, line(spans))],
            Block::Items(items) => items.iter().map(|(_, spans): &ListItem| line(spans)).collect(),
            Block::Table(content) => table(content),
            Block::Columns(columns) => {
                columns.iter().flat_map(|(_, blocks)| blocks).flat_map(self::block).collect()
            }
            Block::Together(blocks) | Block::Frame(_, blocks) => {
                blocks.iter().flat_map(self::block).collect()
            }
            Block::AnswerBox { label, .. } => vec![label.clone()],
            Block::Signatures(titles) => titles.clone(),
            Block::Figures(figures) => {
                figures.iter().map(|(value, _, words)| format!("{words} {value}")).collect()
            }
            Block::DigitGroups(groups) => {
                let ranked = groups.iter().enumerate();
                ranked.map(|(index, group)| format!("groupe {} {group}", index + 1)).collect()
            }
            Block::Timeline { segments, .. } => {
                segments.iter().map(|segment| segment.label.clone()).collect()
            }
            Block::Fill | Block::Space(_) | Block::PageBreak => Vec::new(),
            other => panic!("the words of {other:?} are not gathered"),
        }
    }

    fn head(column: &TableColumn) -> String {
        let TableColumn { head, group, .. } = column;
        if group.is_empty() { head.clone() } else { format!("{group} : {head}") }
    }

    fn table(table: &Table) -> Vec<String> {
        let heads: Vec<String> = table.columns.iter().map(head).collect();
        let mut lines = vec![heads.join(" | ")];
        for row in &table.rows {
            lines.push(match row {
                TableRow::Cells(cells) | TableRow::Total(cells) => {
                    let cells = cells.iter().map(|cell| {
                        let contents = cell.content.iter().map(|content| match content {
                            CellContent::Text(spans) => line(spans),
                            other => panic!("the words of {other:?} are not gathered"),
                        });
                        contents.collect::<Vec<_>>().join(" / ")
                    });
                    cells.collect::<Vec<_>>().join(" | ")
                }
                TableRow::Group(label) => label.clone(),
            });
        }
        lines
    }
}
