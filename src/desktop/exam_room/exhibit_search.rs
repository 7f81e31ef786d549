//! Looks for words in the annexes, the context and the instructions, without case or accents.

use super::reading::Page;
use crate::domain::case_study::{Exhibit, ExhibitBlock, Subject};
use crate::domain::planning::views::TreeNode;
use crate::domain::rich_text;

/// A search in what the candidate may read; the texts are prepared once.
#[derive(Debug, Clone, Default)]
pub(super) struct ExhibitSearch {
    texts: Vec<(Page, String)>,
    typed: String,
    found: Vec<(Page, usize)>,
}

impl ExhibitSearch {
    /// Prepares the texts of a subject.
    pub(super) fn new(subject: &Subject) -> Self {
        let exhibits = subject.exhibits.iter().enumerate();
        let mut texts: Vec<_> = exhibits
            .map(|(index, exhibit)| (Page::Exhibit(index), fold(&exhibit_text(exhibit))))
            .collect();
        texts.push((Page::Context, fold(&plain(&subject.context))));
        let instructions: Vec<String> = subject.instructions.iter().map(|l| plain(l)).collect();
        texts.push((Page::Instructions, fold(&instructions.join("\n"))));
        Self { texts, ..Self::default() }
    }

    /// What is looked for, as typed.
    pub(super) fn typed(&self) -> &str {
        &self.typed
    }

    /// Pages where it was found, and how many times.
    pub(super) fn found(&self) -> &[(Page, usize)] {
        &self.found
    }

    /// Looks for something else.
    pub(super) fn look_for(&mut self, typed: String) {
        let wanted = fold(typed.trim());
        self.typed = typed;
        self.found.clear();
        if wanted.is_empty() {
            return;
        }
        for (page, text) in &self.texts {
            let times = text.matches(wanted.as_str()).count();
            if times > 0 {
                self.found.push((*page, times));
            }
        }
    }
}

fn exhibit_text(exhibit: &Exhibit) -> String {
    let mut lines = vec![exhibit.title.clone()];
    for block in &exhibit.content {
        match block {
            ExhibitBlock::Text { markdown } => lines.push(plain(markdown)),
            ExhibitBlock::Table { caption, columns, rows } => {
                lines.push(caption.clone());
                lines.extend(columns.iter().map(|column| column.title.clone()));
                lines.extend(rows.iter().flatten().map(|cell| cell.0.clone()));
            }
            ExhibitBlock::Data { caption, .. } => lines.push(caption.clone()),
            ExhibitBlock::DrawnTree { caption, top } => {
                lines.push(caption.clone());
                tree_text(top, &mut lines);
            }
            ExhibitBlock::Picture { description, .. } => lines.push(description.clone()),
        }
    }
    lines.join("\n")
}

fn tree_text(node: &TreeNode, lines: &mut Vec<String>) {
    lines.push(format!("{} {} {}", node.code, node.label, node.quantity));
    node.children.iter().for_each(|child| tree_text(child, lines));
}

fn plain(markdown: &str) -> String {
    rich_text::plain_text(&rich_text::parse(markdown))
}

/// Lower case, no accent, plain spaces and apostrophes.
fn fold(text: &str) -> String {
    text.chars().flat_map(char::to_lowercase).map(plain_character).collect()
}

const fn plain_character(character: char) -> char {
    match character {
        'à' | 'â' | 'ä' => 'a',
        'ç' => 'c',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'î' | 'ï' => 'i',
        'ô' | 'ö' => 'o',
        'ù' | 'û' | 'ü' => 'u',
        'ÿ' => 'y',
        '’' => '\'',
        '−' | '–' => '-',
        '\u{a0}' | '\u{202f}' | '\u{2009}' => ' ',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::super::example::subject;
    use super::*;

    #[test]
    fn words_are_found_without_case_or_accents() {
        let mut search = ExhibitSearch::new(&subject());
        search.look_for("  PIÈCES ".to_owned());
        assert_eq!(search.found(), [(Page::Exhibit(0), 1), (Page::Exhibit(1), 1)]);
        search.look_for("parametres".to_owned());
        assert_eq!(search.found(), [(Page::Exhibit(1), 1)]);
        search.look_for("remorques".to_owned());
        assert_eq!(search.found(), [(Page::Context, 1)]);
        search.look_for(" ".to_owned());
        assert!(search.found().is_empty());
    }
}
