//! Looks for words in a case, without case or accents.

use crate::domain::answers::key_text;
use crate::domain::case_study::{Dossier, Exhibit, ExhibitBlock, Question, QuestionKind};

/// A text without capitals or accents.
pub fn fold(text: &str) -> String {
    text.to_lowercase().chars().map(plain).collect()
}

const fn plain(character: char) -> char {
    match character {
        'à' | 'â' | 'ä' => 'a',
        'ç' => 'c',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'î' | 'ï' => 'i',
        'ô' | 'ö' => 'o',
        'ù' | 'û' | 'ü' => 'u',
        '’' => '\'',
        '\u{a0}' | '\u{202f}' => ' ',
        other => other,
    }
}

/// Every word of an exhibit, folded.
pub fn exhibit_words(exhibit: &Exhibit) -> String {
    let mut words = vec![exhibit.title.clone()];
    for block in &exhibit.content {
        match block {
            ExhibitBlock::Text { markdown } => words.push(markdown.clone()),
            ExhibitBlock::Table { caption, columns, rows } => {
                words.push(caption.clone());
                words.extend(columns.iter().map(|column| column.title.clone()));
                words.extend(rows.iter().flatten().map(|cell| cell.0.clone()));
            }
            ExhibitBlock::Data { caption, .. } | ExhibitBlock::DrawnTree { caption, .. } => {
                words.push(caption.clone());
            }
            ExhibitBlock::Picture { file, description } => {
                words.push(file.clone());
                words.push(description.clone());
            }
        }
    }
    fold(&words.join("\n"))
}

/// Title and introduction of a dossier, folded.
pub fn dossier_words(dossier: &Dossier) -> String {
    fold(&format!("{}\n{}", dossier.title, dossier.introduction))
}

/// What is written in a question, its criteria included, folded.
pub fn question_words(question: &Question) -> String {
    let mut words =
        vec![question.title.clone(), question.statement.clone(), question.model_answer.clone()];
    words.extend(question.criteria.iter().map(ToString::to_string));
    words.extend(question.expected.iter().cloned());
    match &question.answer {
        QuestionKind::Choice { options, .. } => {
            words.extend(options.iter().map(|option| option.text.clone()));
        }
        QuestionKind::Table(table) => {
            words.extend(table.columns.iter().map(|column| column.title.clone()));
            let first = table.rows.iter().filter_map(|row| row.first());
            words.extend(first.map(key_text));
        }
        QuestionKind::Worksheet(form) => {
            words.push(form.calculation.clone());
            words.extend(form.rows.iter().cloned());
        }
        QuestionKind::Schedule(_)
        | QuestionKind::Assignment(_)
        | QuestionKind::LongText { .. }
        | QuestionKind::ShortText {}
        | QuestionKind::Number { .. } => {}
    }
    fold(&words.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_whatever_their_accents() {
        assert_eq!(fold("L’Étude À 10\u{a0}h"), "l'etude a 10 h");
    }
}
