//! A long answer as its readers see it. What the candidate typed is evidence: of Markdown, only what
//! the buttons of the editor make is understood (bold, lists, tables); every other sign stays, so
//! that « 2*3*4 » or « 2**3 » is never read as something else.

use super::{RichBlock, Span};

/// The mark of bold, on both sides.
const BOLD: &str = "**";
/// The mark of an item.
const ITEM: &str = "- ";

/// Reads an answer as it was typed: each line stays a line.
pub fn typed(text: &str) -> Vec<RichBlock> {
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    let mut blocks = Vec::new();
    let mut rank = 0;
    while let Some(line) = lines.get(rank) {
        let rest = lines.get(rank..).unwrap_or_default();
        let (block, taken) = if line.trim().is_empty() {
            (None, 1)
        } else if let Some((table, taken)) = table(rest) {
            (Some(table), taken)
        } else if item(line).is_some() {
            let items: Vec<Vec<Span>> = rest.iter().map_while(|line| item(line)).collect();
            let taken = items.len();
            (Some(RichBlock::List { start: None, items }), taken)
        } else {
            let taken = 1 + rest.iter().skip(1).take_while(|line| is_words(line)).count();
            let words = rest.get(..taken).unwrap_or_default().join("\n");
            (Some(RichBlock::Paragraph(spans(&words))), taken)
        };
        blocks.extend(block);
        rank += taken;
    }
    blocks
}

fn is_words(line: &str) -> bool {
    !line.trim().is_empty() && item(line).is_none() && !line.trim_start().starts_with('|')
}

/// The words of an item. « - 12 » may be a number below zero: it stays as it is.
fn item(line: &str) -> Option<Vec<Span>> {
    let words = line.trim_start().strip_prefix(ITEM)?.trim_start();
    let begins_with_words = words.chars().next().is_some_and(|sign| !sign.is_ascii_digit());
    begins_with_words.then(|| spans(words))
}

/// A table at the beginning of lines, and how many it takes: a head, a rule, rows.
fn table(lines: &[&str]) -> Option<(RichBlock, usize)> {
    let head = cells(lines.first()?)?;
    let rule = cells(lines.get(1)?)?;
    let is_rule =
        |cell: &String| cell.contains('-') && cell.chars().all(|sign| matches!(sign, '-' | ':'));
    if !rule.iter().all(is_rule) || rule.len() != head.len() {
        return None;
    }
    let rows: Vec<Vec<String>> = lines.iter().skip(2).map_while(|line| cells(line)).collect();
    let taken = 2 + rows.len();
    let row = |cells: Vec<String>| cells.iter().map(|cell| spans(cell)).collect::<Vec<_>>();
    let width = rows.iter().map(Vec::len).fold(head.len(), usize::max);
    let wide = |mut cells: Vec<String>| {
        cells.resize(width, String::new());
        row(cells)
    };
    let table = RichBlock::Table { head: wide(head), rows: rows.into_iter().map(wide).collect() };
    Some((table, taken))
}

/// The cells of a line of a table.
fn cells(line: &str) -> Option<Vec<String>> {
    let inside = line.trim().strip_prefix('|')?;
    let inside = inside.strip_suffix('|').unwrap_or(inside);
    Some(inside.split('|').map(|cell| cell.trim().to_owned()).collect())
}

/// The runs of a text, bold between two marks that stand at the edges of words.
fn spans(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some((plain, bold, after)) = next_bold(rest) {
        if !plain.is_empty() {
            found.push(Span::plain(plain));
        }
        found.push(Span::bold(bold));
        rest = after;
    }
    if !rest.is_empty() || found.is_empty() {
        found.push(Span::plain(rest));
    }
    found
}

/// What is before the first bold words, the words, and what is after them.
fn next_bold(text: &str) -> Option<(&str, &str, &str)> {
    let opening = text.match_indices(BOLD).map(|(at, _)| at).find(|at| opens(text, *at))?;
    let inside = opening + BOLD.len();
    let body = text.get(inside..)?;
    let closing =
        body.match_indices(BOLD).map(|(at, _)| inside + at).find(|at| closes(text, *at))?;
    let words = text.get(inside..closing)?;
    if words.is_empty() || words.contains('\n') {
        return None;
    }
    Some((text.get(..opening)?, words, text.get(closing + BOLD.len()..)?))
}

fn opens(text: &str, at: usize) -> bool {
    let (before, after) = around(text, at);
    before.is_none_or(|sign| !sign.is_alphanumeric() && sign != '*')
        && after.is_some_and(|sign| !sign.is_whitespace() && sign != '*')
}

fn closes(text: &str, at: usize) -> bool {
    let (before, after) = around(text, at);
    before.is_some_and(|sign| !sign.is_whitespace())
        && after.is_none_or(|sign| !sign.is_alphanumeric() && sign != '*')
}

/// The signs before and after a mark.
fn around(text: &str, at: usize) -> (Option<char>, Option<char>) {
    let before = text.get(..at).and_then(|before| before.chars().next_back());
    let after = text.get(at + BOLD.len()..).and_then(|after| after.chars().next());
    (before, after)
}

#[cfg(test)]
mod tests {
    use super::super::plain_text;
    use super::*;

    #[test]
    fn bold_lists_and_tables_of_the_editor_are_understood() {
        let blocks =
            typed("Un **mot** fort\n- a\n- **b** c\nAprès\n| h | i |\n|---|---|\n| 1 | 2 |");
        let shown = format!("{blocks:?}");
        assert_eq!(blocks.len(), 4, "{shown}");
        assert_eq!(
            blocks.first(),
            Some(&RichBlock::Paragraph(vec![
                Span::plain("Un "),
                Span::bold("mot"),
                Span::plain(" fort"),
            ]))
        );
        assert!(matches!(blocks.get(1), Some(RichBlock::List { items, .. }) if items.len() == 2));
        assert!(matches!(blocks.get(3), Some(RichBlock::Table { .. })), "{shown}");
        assert_eq!(plain_text(&blocks), "Un mot fort\na\nb c\nAprès\nh i\n1 2");
    }

    #[test]
    fn what_may_be_a_calculation_stays_as_typed() {
        for text in [
            "2*3*4 = 24",
            "2**3 + 4**5",
            "- 12 pièces",
            "-5 °C",
            "# 3 <b> & `x` _y_ [z] ~ \\",
            "Total\n---\n12",
            "1. un\n3. trois",
            "| pas un tableau",
            "a ** b ** c",
            "****",
            "> 5 jours",
        ] {
            assert_eq!(plain_text(&typed(text)), text);
        }
    }

    #[test]
    fn each_line_stays_a_line_and_an_empty_one_parts_paragraphs() {
        assert_eq!(typed("Stock : 12\nCommande : 30").len(), 1);
        assert_eq!(plain_text(&typed("Stock : 12\nCommande : 30")), "Stock : 12\nCommande : 30");
        assert_eq!(typed("Un\n\nDeux").len(), 2);
        assert_eq!(typed("").len(), 0);
    }

    proptest::proptest! {
        /// Letters and figures are all there, in their order, whatever was typed.
        #[test]
        fn no_letter_is_lost(text in "[a-c|#0-9.é*> \\n-]{0,80}") {
            let kept = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
            proptest::prop_assert_eq!(kept(&plain_text(&typed(&text))), kept(&text));
        }

        /// Without bold, lists and tables, the text is the same to the last sign.
        #[test]
        fn a_plain_text_is_shown_as_typed(text in "[a-c#0-9.é*>=+_ ]{1,60}") {
            proptest::prop_assume!(!text.contains("**") && !text.trim().is_empty());
            proptest::prop_assert_eq!(plain_text(&typed(&text)), text.trim_end());
        }
    }
}
