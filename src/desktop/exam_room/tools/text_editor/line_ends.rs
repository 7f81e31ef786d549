//! A text as its reader sees it: the ends of lines that the candidate typed are kept.

/// The same text for a reader of Markdown: a line typed below another stays below it, and words
/// after a list do not join its last item.
pub fn for_reading(text: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let mut out = String::with_capacity(text.len() + 16);
    for (rank, line) in lines.iter().enumerate() {
        out.push_str(line.trim_end());
        let next = lines.get(rank + 1).copied().unwrap_or_default();
        match (kind(line), kind(next)) {
            (Kind::Words, Kind::Words) => out.push_str("  \n"),
            (Kind::Item | Kind::Table, Kind::Words) | (Kind::Words | Kind::Item, Kind::Table) => {
                out.push_str("\n\n");
            }
            _ => out.push('\n'),
        }
    }
    out
}

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Empty,
    Words,
    Item,
    Table,
    Title,
}

fn kind(line: &str) -> Kind {
    let words = line.trim();
    let numbered = words
        .split_once(". ")
        .is_some_and(|(number, _)| number.len() <= 3 && number.parse::<u16>().is_ok());
    if words.is_empty() {
        Kind::Empty
    } else if words.starts_with('|') {
        Kind::Table
    } else if words.starts_with('#') {
        Kind::Title
    } else if numbered || ["- ", "* ", "+ "].iter().any(|mark| words.starts_with(mark)) {
        Kind::Item
    } else {
        Kind::Words
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::rich_text::{RichBlock, parse, plain_text};

    fn read(text: &str) -> Vec<RichBlock> {
        parse(&for_reading(text))
    }

    #[test]
    fn a_line_typed_below_another_stays_below_it() {
        assert_eq!(plain_text(&read("Stock : 12\nCommande : 30")), "Stock : 12\nCommande : 30");
        assert_eq!(read("Un\nDeux").len(), 1);
        assert_eq!(read("Un\n\nDeux").len(), 2);
    }

    #[test]
    fn words_after_a_list_or_a_table_do_not_join_it() {
        let blocks = read("Avant\n- a\n- b\nAprès");
        assert_eq!(blocks.len(), 3);
        assert_eq!(plain_text(&blocks), "Avant\na\nb\nAprès");
        let blocks = read("Avant\n| h |\n|---|\n| 1 |\nAprès");
        assert!(matches!(blocks.get(1), Some(RichBlock::Table { .. })), "{blocks:?}");
        assert_eq!(blocks.len(), 3);
        assert!(matches!(read("1. a\n2. b").first(), Some(RichBlock::List { start: Some(1), .. })));
    }

    proptest::proptest! {
        #[test]
        fn no_word_is_lost(text in "[a-c|#0-9.é* \n-]{0,60}") {
            let read = for_reading(&text);
            let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
            proptest::prop_assert_eq!(words(&read), words(&text));
        }
    }
}
