//! The corrigé: for each question its criteria, key, working and expected elements.

use super::answer_tables::key;
use super::frame::{Identity, PrintedOn, jury_frame};
use super::workings::workings;
use crate::domain::case_study::{Points, Question, QuestionKind, SolvedCase, Tolerance};
use crate::domain::framework::{ExamScheme, Qualification};
use crate::domain::french::{duration, format_decimal};
use crate::domain::identifier::CriterionId;
use crate::domain::rich_text::{self, Span};
use crate::reports::document::{Block, BodySize, Document, Sign, Tone};

/// The corrigé of a case.
pub fn model_answers_document(
    solved: &SolvedCase,
    qualification: &Qualification,
    printed: PrintedOn,
) -> Document {
    let case = &solved.case;
    let scheme = qualification.scheme(&case.scheme);
    let scheme_label = scheme.map_or_else(|| case.scheme.to_string(), ExamScheme::label);
    let scheme_title = scheme.map(|scheme| scheme.title.clone()).unwrap_or_default();
    let identity = Identity {
        sigle: &qualification.sigle,
        code: &qualification.code,
        edition: &qualification.edition,
    };
    let facts = [
        ("Usage", case.usage.label().to_owned()),
        ("Durée", duration(case.duration_minutes)),
        ("Total indicatif", points(case.total_points())),
        ("Barème", "aide interne aux correcteurs ; ne fonde pas la décision".to_owned()),
    ];
    let mut blocks = vec![
        Block::Kicker(format!("{}, {scheme_label} – {scheme_title}", qualification.sigle)),
        Block::Title(format!("Corrigé – {}", case.title)),
        Block::Facts(facts.map(|(label, value)| (label.to_owned(), value)).to_vec()),
    ];
    let mut number = 0;
    for (index, dossier) in case.dossiers.iter().enumerate() {
        let total: Points = dossier.questions.iter().map(|question| question.points).sum();
        blocks.push(Block::Heading {
            text: format!("Dossier {} – {}", index + 1, dossier.title),
            aside: points(total),
        });
        for question in &dossier.questions {
            number += 1;
            blocks.extend(answer(number, question, workings(solved, &question.id)));
        }
    }
    Document {
        title: format!("Corrigé – {}", case.title),
        subject: format!("{}, {scheme_label}", qualification.sigle),
        frame: jury_frame(
            identity,
            "Corrigé",
            &format!("{}, {} {scheme_label}", case.title, qualification.sigle),
            printed,
        ),
        body: BodySize::Jury,
        blocks,
    }
}

/// "3 points", "0,25 point".
fn points(points: Points) -> String {
    let plural = if points >= Points::whole(2) { "s" } else { "" };
    format!("{} point{plural}", format_decimal(points.value()))
}

fn answer(number: usize, question: &Question, workings: Vec<Block>) -> Vec<Block> {
    let criteria: Vec<&str> = question.criteria.iter().map(CriterionId::as_str).collect();
    let mut blocks = vec![Block::QuestionHeading {
        number: format!("Q{number}"),
        title: question.title.clone(),
        hint: String::new(),
        aside: criteria.join(" – "),
        strong: format!("{} pt", format_decimal(question.points.value())),
        ruled: true,
    }];
    match &question.answer {
        // A solved case has tables only.
        QuestionKind::LongText { .. }
        | QuestionKind::ShortText {}
        | QuestionKind::Worksheet(_)
        | QuestionKind::Schedule(_)
        | QuestionKind::Assignment(_) => {}
        QuestionKind::Number { unit, key, tolerance, .. } => {
            let key = key.map(format_decimal).unwrap_or_default();
            blocks.push(Block::Paragraph(vec![
                Span::plain("Résultat : "),
                Span::bold(format!("{key} {unit}")),
                Span::plain(tolerance_words(*tolerance)),
            ]));
        }
        QuestionKind::Choice { scoring, options, .. } => {
            blocks.push(Block::Options(
                options
                    .iter()
                    .map(|option| (option.correct, vec![Span::plain(option.text.clone())]))
                    .collect(),
            ));
            blocks.push(Block::Note(vec![Span::plain(format!(
                "{} : {}",
                scoring.label(),
                scoring.rule()
            ))]));
        }
        QuestionKind::Table(table) => {
            blocks.push(Block::Table(key(table)));
            let words = tolerance_words(table.tolerance);
            if !words.is_empty() {
                blocks.push(Block::Note(vec![Span::plain(format!("Cases chiffrées{words}."))]));
            }
        }
    }
    blocks.extend(workings);
    blocks.extend(commentary(question));
    blocks
}

/// The model answer or working of the author, and what a corrector looks for.
fn commentary(question: &Question) -> Vec<Block> {
    let mut blocks = Vec::new();
    if !question.model_answer.trim().is_empty() {
        blocks.push(Block::Caption(
            if question.answer.is_marked_automatically() {
                "Développement"
            } else {
                "Réponse modèle"
            }
            .to_owned(),
        ));
        blocks.push(Block::Rich(rich_text::parse(&question.model_answer)));
    }
    if !question.expected.is_empty() {
        blocks.push(Block::Caption("Éléments attendus".to_owned()));
        let line =
            |text: &String| (Some((Sign::Check, Tone::Soft)), vec![Span::plain(text.clone())]);
        blocks.push(Block::Items(question.expected.iter().map(line).collect()));
    }
    blocks
}

fn tolerance_words(tolerance: Tolerance) -> String {
    match tolerance {
        Tolerance::Exact => String::new(),
        Tolerance::Absolute(margin) => format!(", à {} près", format_decimal(margin)),
        Tolerance::RelativePercent(percent) => format!(", à {} % près", format_decimal(percent)),
    }
}
