//! Light Markdown: paragraphs, headings, bold, italic, lists and tables; nothing else is kept.
//!
//! `typed` reads what candidates write, where fewer signs mean something.

mod typed;

pub use typed::typed;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// A run of characters of one style.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Span {
    /// The characters.
    pub text: String,
    /// Bold.
    pub bold: bool,
    /// Italic.
    pub italic: bool,
}

impl Span {
    /// A run in the normal style.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// A bold run.
    pub fn bold(text: impl Into<String>) -> Self {
        Self { text: text.into(), bold: true, italic: false }
    }
}

/// One block of a rich text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RichBlock {
    /// A title inside the text.
    Heading(Vec<Span>),
    /// A paragraph.
    Paragraph(Vec<Span>),
    /// A list; numbered from `start` when it has one.
    List {
        /// First number of a numbered list.
        start: Option<u64>,
        /// Items, each a paragraph.
        items: Vec<Vec<Span>>,
    },
    /// A table: the head, then the rows.
    Table {
        /// Cells of the head.
        head: Vec<Vec<Span>>,
        /// Rows of cells.
        rows: Vec<Vec<Vec<Span>>>,
    },
}

/// Reads light Markdown. Images, links and HTML are reduced to their text.
pub fn parse(markdown: &str) -> Vec<RichBlock> {
    let mut reader = Reader::default();
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES) {
        reader.take(event);
    }
    reader.flush_paragraph();
    reader.blocks
}

/// The characters alone, blocks separated by line breaks.
pub fn plain_text(blocks: &[RichBlock]) -> String {
    let join = |spans: &[Span]| spans.iter().map(|span| span.text.as_str()).collect::<String>();
    let lines: Vec<String> = blocks
        .iter()
        .flat_map(|block| match block {
            RichBlock::Heading(spans) | RichBlock::Paragraph(spans) => vec![join(spans)],
            RichBlock::List { items, .. } => items.iter().map(|item| join(item)).collect(),
            RichBlock::Table { head, rows } => std::iter::once(head)
                .chain(rows)
                .map(|row| row.iter().map(|cell| join(cell)).collect::<Vec<_>>().join(" "))
                .collect(),
        })
        .collect();
    lines.join("\n")
}

#[derive(Default)]
struct Reader {
    blocks: Vec<RichBlock>,
    spans: Vec<Span>,
    bold: u32,
    italic: u32,
    heading: bool,
    /// Lists under construction; inner lists are flattened into the outer one.
    lists: Vec<Option<u64>>,
    items: Vec<Vec<Span>>,
    head: Vec<Vec<Span>>,
    rows: Vec<Vec<Vec<Span>>>,
    row: Vec<Vec<Span>>,
}

impl Reader {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.open(&tag),
            Event::End(tag) => self.close(tag),
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => {
                self.push(&text);
            }
            Event::SoftBreak => self.push(" "),
            Event::HardBreak => self.push("\n"),
            _ => {}
        }
    }

    fn push(&mut self, text: &str) {
        let (bold, italic) = (self.bold > 0, self.italic > 0);
        match self.spans.last_mut() {
            Some(last) if last.bold == bold && last.italic == italic => last.text.push_str(text),
            _ => self.spans.push(Span { text: text.to_owned(), bold, italic }),
        }
    }

    fn open(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Strong => self.bold += 1,
            Tag::Emphasis => self.italic += 1,
            Tag::Heading { .. } => self.heading = true,
            Tag::List(start) => {
                self.flush_paragraph();
                self.lists.push(*start);
            }
            _ => {}
        }
    }

    fn close(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Strong => self.bold = self.bold.saturating_sub(1),
            TagEnd::Emphasis => self.italic = self.italic.saturating_sub(1),
            TagEnd::Paragraph
            | TagEnd::Heading(_)
            | TagEnd::CodeBlock
            | TagEnd::HtmlBlock
            | TagEnd::Item => self.flush_paragraph(),
            TagEnd::List(_) => self.close_list(),
            TagEnd::TableCell => self.row.push(std::mem::take(&mut self.spans)),
            TagEnd::TableHead => self.head = std::mem::take(&mut self.row),
            TagEnd::TableRow => self.rows.push(std::mem::take(&mut self.row)),
            TagEnd::Table => self.blocks.push(RichBlock::Table {
                head: std::mem::take(&mut self.head),
                rows: std::mem::take(&mut self.rows),
            }),
            _ => {}
        }
    }

    fn close_list(&mut self) {
        self.flush_paragraph();
        let start = self.lists.pop().flatten();
        if self.lists.is_empty() {
            let items = std::mem::take(&mut self.items);
            self.blocks.push(RichBlock::List { start, items });
        }
    }

    fn flush_paragraph(&mut self) {
        let heading = std::mem::take(&mut self.heading);
        if self.spans.is_empty() {
            return;
        }
        let spans = std::mem::take(&mut self.spans);
        if !self.lists.is_empty() {
            self.items.push(spans);
        } else if heading {
            self.blocks.push(RichBlock::Heading(spans));
        } else {
            self.blocks.push(RichBlock::Paragraph(spans));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_styles_lists_and_tables_are_read() {
        let blocks = parse(
            "Un **mot** *penché*.\n\n- a\n- b **c**\n\n3. x\n\n| h | i |\n|---|---|\n| 1 | 2 |\n",
        );
        assert_eq!(blocks.len(), 4);
        assert_eq!(
            blocks.first(),
            Some(&RichBlock::Paragraph(vec![
                Span::plain("Un "),
                Span::bold("mot"),
                Span::plain(" "),
                Span { text: "penché".into(), bold: false, italic: true },
                Span::plain("."),
            ]))
        );
        assert_eq!(plain_text(&blocks), "Un mot penché.\na\nb c\nx\nh i\n1 2");
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_the_reader_panic(text in "[-*#|>\\[\\]()0-9a-z \n`<&]{0,200}") {
            let _ = plain_text(&parse(&text));
        }
    }
}
