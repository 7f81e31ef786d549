//! The support de restitution on paper: every question that the screen asks, to fill by hand.

use super::answer_tables::blank;
use super::frame::{PrintedOn, footer};
use super::subject::identity;
use crate::domain::case_study::{AnswerForm, Subject, SubjectQuestion};
use crate::domain::rich_text::Span;
use crate::reports::document::{Block, BodySize, Document, HeaderRight, PageFrame};

/// Lines ruled for a short answer.
const SHORT_LINES: u32 = 2;
/// Lines ruled for the working of a number.
const WORKING_LINES: u32 = 3;

/// The empty answer sheet, for the paper twin of a subject.
pub fn answer_sheet_document(subject: &Subject, printed: PrintedOn) -> Document {
    let blocks = subject
        .questions()
        .enumerate()
        .flat_map(|(index, question)| answer(index + 1, question))
        .collect();
    Document {
        title: format!("Support de restitution – {}", subject.title),
        subject: format!("{}, {}", subject.sigle, subject.scheme_label),
        frame: PageFrame {
            header_left: (
                "Support de restitution".to_owned(),
                format!(
                    "{}, {} – {} – {}",
                    subject.sigle,
                    subject.scheme_label,
                    subject.title,
                    subject.usage.label()
                ),
            ),
            header_right: HeaderRight::Identifier(String::new()),
            footer: footer(identity(subject), "Support de restitution", printed),
            ..PageFrame::default()
        },
        body: BodySize::Room,
        blocks,
    }
}

fn answer(number: usize, question: &SubjectQuestion) -> Vec<Block> {
    let heading = |hint: &str| Block::QuestionHeading {
        number: format!("Q{number}"),
        title: question.title.clone(),
        hint: hint.to_owned(),
        aside: String::new(),
        strong: String::new(),
        ruled: false,
    };
    let blocks = match &question.form {
        AnswerForm::LongText { lines } => {
            return vec![heading(""), Block::RuledLines((*lines).clamp(2, 60))];
        }
        AnswerForm::ShortText {} => vec![heading(""), Block::RuledLines(SHORT_LINES)],
        AnswerForm::Number { unit } => vec![
            heading("Écrire le calcul, puis le résultat."),
            Block::RuledLines(WORKING_LINES),
            Block::AnswerBox { label: "Résultat :".to_owned(), unit: unit.clone() },
        ],
        AnswerForm::Choice { multiple, rule, options } => {
            let hint =
                if *multiple { "Plusieurs réponses possibles." } else { "Une seule réponse." };
            vec![
                heading(&format!("{hint} {rule}")),
                Block::Options(
                    options
                        .iter()
                        .map(|option| (false, vec![Span::plain(option.text.clone())]))
                        .collect(),
                ),
            ]
        }
        AnswerForm::Table(table) => {
            return vec![
                heading("Les cases teintées sont données. Écrire 0 quand il n'y a rien."),
                Block::Table(blank(table)),
            ];
        }
    };
    vec![Block::Together(blocks)]
}
